//! Which channel a record came through, and which rule said so.
//!
//! In order: what the user decided for the raw combination, the user's rules, GA4's default channel
//! group (reference: channels, 6a) with assistants before Organic Search, then the names that
//! channels have in three languages. Not here: the lists of names (`channel_words`).

use super::channel_words::{
    ASSISTANTS, DISPLAY_MEDIA, EMAIL_WORDS, MESSENGERS, NAMES, NO_VALUE, REFERRAL_MEDIA, SEARCH,
    SEARCH_ADS, SHOPPING, SOCIAL, SOCIAL_MEDIA, VIDEO,
};
use super::fold::{fold, fold_header};
use super::{Channel, ChannelMapping, ChannelRule, RuleTest, SourceField};
use serde::{Deserialize, Serialize};

/// What is known of where a record came from; each may be empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Touch<'a> {
    pub source: &'a str,
    pub medium: &'a str,
    pub campaign: &'a str,
}

/// A kind of site that a source is known to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceList {
    Search,
    Social,
    Video,
    Shopping,
    Assistant,
    Messenger,
}

/// Which rule decided. The enum is the message key for each language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChannelReason {
    DecidedByUser,
    /// The user's rule with this number, from 0.
    UserRule(usize),
    /// The source is “(direct)” and there is no medium.
    DirectNone,
    /// The campaign's name contains this text.
    CampaignContains(String),
    /// A paid medium, and the source is a site of this kind.
    PaidSource {
        medium: String,
        list: SourceList,
    },
    /// A paid medium, and the source is of no known kind.
    PaidMedium(String),
    MediumIs(String),
    SourceIs(String),
    /// The source is a site of this kind.
    SourceList(SourceList),
    /// The source (or the medium) is the name of a channel.
    NameList(String),
    /// There is a source or a medium, and no rule knows it.
    NoRule,
    /// Source and medium are empty.
    Nothing,
}

/// The key under which a raw combination is decided: folded source and medium. The campaign takes
/// part only where it can change the channel by itself, or is all there is.
pub fn raw_key(source: &str, medium: &str, campaign: &str) -> String {
    let (source, medium, campaign) = (fold(source), fold(medium), fold(campaign));
    let alone = source.is_empty() && medium.is_empty();
    if campaign.is_empty() || !(alone || campaign_rule(&campaign).is_some()) {
        return format!("{source} / {medium}");
    }
    format!("{source} / {medium} / {campaign}")
}

/// The channel of a touch, and why.
pub fn classify(mapping: &ChannelMapping, touch: &Touch) -> (Channel, ChannelReason) {
    if !mapping.decided.is_empty() {
        let key = raw_key(touch.source, touch.medium, touch.campaign);
        if let Some(channel) = mapping.decided.get(&key) {
            return (channel.clone(), ChannelReason::DecidedByUser);
        }
    }
    let folded = Folded {
        source: no_value(fold(touch.source)),
        medium: no_value(fold(touch.medium)),
        campaign: fold(touch.campaign),
    };
    let users = mapping.rules.iter().position(|rule| folded.fits(rule));
    if let Some((n, rule)) = users.and_then(|n| mapping.rules.get(n).map(|rule| (n, rule))) {
        return (rule.channel.clone(), ChannelReason::UserRule(n));
    }
    if folded.source.is_empty() && folded.medium.is_empty() {
        return (Channel::Unassigned, ChannelReason::Nothing);
    }
    if folded.medium.is_empty() {
        if let Some(found) = by_name(&folded.source) {
            return found;
        }
    }
    by_default_group(&folded)
        .or_else(|| by_name(&folded.medium))
        .or_else(|| by_name(&folded.source))
        .unwrap_or((Channel::Unassigned, ChannelReason::NoRule))
}

struct Folded {
    source: String,
    medium: String,
    campaign: String,
}

impl Folded {
    fn fits(&self, rule: &ChannelRule) -> bool {
        let text = fold(&rule.text);
        let test = |field: &String| match rule.test {
            RuleTest::Is => *field == text,
            RuleTest::Contains => !text.is_empty() && field.contains(&text),
            RuleTest::StartsWith => !text.is_empty() && field.starts_with(&text),
            RuleTest::IsEmpty => field.is_empty(),
        };
        match rule.field {
            SourceField::Source => test(&self.source),
            SourceField::Medium => test(&self.medium),
            SourceField::Campaign => test(&self.campaign),
            // “Any is empty” would be true of nearly everything; it means that all are.
            SourceField::Any if rule.test == RuleTest::IsEmpty => {
                test(&self.source) && test(&self.medium) && test(&self.campaign)
            }
            SourceField::Any => test(&self.source) || test(&self.medium) || test(&self.campaign),
        }
    }
}

/// `(not set)` and its like are no value, save that `(none)` beside `(direct)` is kept apart by the
/// rule for Direct, which takes an empty medium.
fn no_value(text: String) -> String {
    if NO_VALUE.contains(&text.as_str()) { String::new() } else { text }
}

/// GA4's default channel group, first match wins.
fn by_default_group(f: &Folded) -> Option<(Channel, ChannelReason)> {
    let (source, medium) = (f.source.as_str(), f.medium.as_str());
    if ["(direct)", "direct"].contains(&source) && medium.is_empty() {
        return Some((Channel::Direct, ChannelReason::DirectNone));
    }
    let campaign = campaign_rule(&f.campaign);
    if let Some((CampaignRule::CrossNetwork, text)) = campaign {
        return Some((Channel::CrossNetwork, ChannelReason::CampaignContains(text.to_owned())));
    }
    let shop = campaign.map(|(_, text)| ChannelReason::CampaignContains(text.to_owned()));
    let list = source_list(source);
    if is_paid(medium) {
        return Some(paid(source, medium, list, shop));
    }
    if DISPLAY_MEDIA.contains(&medium) {
        return Some((Channel::Display, ChannelReason::MediumIs(medium.to_owned())));
    }
    unpaid(source, medium, list, shop)
}

/// Rows 3 to 8 of the group: the medium is a paid one.
fn paid(
    source: &str,
    medium: &str,
    list: Option<SourceList>,
    shop: Option<ChannelReason>,
) -> (Channel, ChannelReason) {
    let list = if in_list(source, SEARCH_ADS) { Some(SourceList::Search) } else { list };
    let channel = match list {
        _ if shop.is_some() => Channel::PaidShopping,
        Some(SourceList::Shopping) => Channel::PaidShopping,
        Some(SourceList::Search) => Channel::PaidSearch,
        Some(SourceList::Social) => Channel::PaidSocial,
        Some(SourceList::Video) => Channel::PaidVideo,
        _ if DISPLAY_MEDIA.contains(&medium) => Channel::Display,
        // `paid_social`, `paidsearch`: the medium itself names the kind, where no site does.
        _ if medium.contains("social") => Channel::PaidSocial,
        _ if medium.contains("search") => Channel::PaidSearch,
        _ => Channel::PaidOther,
    };
    let medium = medium.to_owned();
    let reason = match (shop, list) {
        (Some(reason), _) => reason,
        (None, _) if channel == Channel::Display => ChannelReason::MediumIs(medium),
        (None, Some(list)) => ChannelReason::PaidSource { medium, list },
        (None, None) => ChannelReason::PaidMedium(medium),
    };
    (channel, reason)
}

/// Rows 9 to 18: the medium is not a paid one. Assistants stand before Organic Search, messengers
/// before Referral.
fn unpaid(
    source: &str,
    medium: &str,
    list: Option<SourceList>,
    shop: Option<ChannelReason>,
) -> Option<(Channel, ChannelReason)> {
    use SourceList as L;
    if let Some(reason) = shop {
        return Some((Channel::OrganicShopping, reason));
    }
    let plain = fold_header(medium);
    let of_list = |kind: L| (list == Some(kind)).then_some(ChannelReason::SourceList(kind));
    let of_medium = |yes: bool| yes.then(|| ChannelReason::MediumIs(medium.to_owned()));
    let of_source = |yes: bool| yes.then(|| ChannelReason::SourceIs(source.to_owned()));
    let push = medium.ends_with("push")
        || ["mobile", "notification"].iter().any(|word| medium.contains(word));
    let rules = [
        (Channel::OrganicShopping, of_list(L::Shopping)),
        (Channel::OrganicSocial, of_list(L::Social)),
        (Channel::OrganicSocial, of_medium(SOCIAL_MEDIA.contains(&plain.as_str()))),
        (Channel::OrganicVideo, of_list(L::Video)),
        (Channel::OrganicVideo, of_medium(medium.contains("video"))),
        (Channel::AiAssistants, of_list(L::Assistant)),
        (Channel::OrganicSearch, of_list(L::Search)),
        (Channel::OrganicSearch, of_medium(medium == "organic")),
        (Channel::Messenger, of_list(L::Messenger)),
        (Channel::Referral, of_medium(REFERRAL_MEDIA.contains(&medium))),
        (Channel::Email, of_source(EMAIL_WORDS.contains(&source))),
        (Channel::Email, of_medium(EMAIL_WORDS.contains(&medium))),
        (Channel::Affiliates, of_medium(["affiliate", "affiliates"].contains(&medium))),
        (Channel::Audio, of_medium(medium == "audio")),
        (Channel::Sms, of_source(source == "sms")),
        (Channel::Sms, of_medium(medium == "sms")),
        (Channel::Push, of_medium(push)),
        (Channel::Push, of_source(source == "firebase")),
    ];
    rules.into_iter().find_map(|(channel, reason)| reason.map(|reason| (channel, reason)))
}

/// GA4's `^(.*cp.*|ppc|retargeting|paid.*)$`.
fn is_paid(medium: &str) -> bool {
    medium.contains("cp")
        || medium == "ppc"
        || medium == "retargeting"
        || medium.starts_with("paid")
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum CampaignRule {
    CrossNetwork,
    Shopping,
}

/// What a campaign's (folded) name says by itself, and by which words.
fn campaign_rule(campaign: &str) -> Option<(CampaignRule, &'static str)> {
    if campaign.contains("cross-network") {
        return Some((CampaignRule::CrossNetwork, "cross-network"));
    }
    if campaign.contains("shopping") {
        return Some((CampaignRule::Shopping, "shopping"));
    }
    // `shop` at a word's beginning or after an `e`, so that `bishop` is none.
    let shop = campaign.match_indices("shop").any(|(at, _)| {
        let before = campaign.get(..at).and_then(|t| t.chars().next_back());
        before.is_none_or(|c| c == 'e' || !c.is_ascii_lowercase())
    });
    shop.then_some((CampaignRule::Shopping, "shop"))
}

/// The kind of site that a source is known to be. The narrower lists come first: an assistant of a
/// search engine is an assistant, its market a shop.
fn source_list(source: &str) -> Option<SourceList> {
    if source.is_empty() {
        return None;
    }
    let lists = [
        (SourceList::Assistant, ASSISTANTS),
        (SourceList::Shopping, SHOPPING),
        (SourceList::Social, SOCIAL),
        (SourceList::Messenger, MESSENGERS),
        (SourceList::Video, VIDEO),
        (SourceList::Search, SEARCH),
    ];
    let host = host(source);
    let whole = lists.iter().find(|(_, list)| list.contains(&host) || list.contains(&source));
    let label = || {
        let label = site_label(host);
        lists.iter().find(|(_, list)| list.contains(&label))
    };
    let word = || {
        let plain = fold_header(source);
        let known = |list: &[&str]| plain.split(' ').any(|w| w.len() > 1 && list.contains(&w));
        lists.iter().filter(|_| !source.contains('.')).find(|(_, list)| known(list))
    };
    whole.or_else(label).or_else(word).map(|(kind, _)| *kind)
}

fn in_list(source: &str, list: &[&str]) -> bool {
    let plain = fold_header(source).replace('.', " ");
    list.contains(&source) || list.contains(&plain.as_str())
}

/// `https://www.google.com/search` → `google.com`.
fn host(source: &str) -> &str {
    let rest = source.split_once("://").map_or(source, |(_, rest)| rest);
    let rest = rest.split(['/', '?']).next().unwrap_or(rest);
    rest.strip_prefix("www.").unwrap_or(rest)
}

/// The label that a site is known by: `google` of `google.co.uk`, `facebook` of `m.facebook.com`.
fn site_label(host: &str) -> &str {
    let labels: Vec<&str> = host.split('.').collect();
    let second_level = |label: &str| matches!(label, "co" | "com" | "org" | "net");
    let at = match labels.as_slice() {
        [.., _, middle, last] if last.len() == 2 && second_level(middle) => labels.len() - 3,
        [_, .., _] => labels.len() - 2,
        _ => 0,
    };
    labels.get(at).copied().unwrap_or(host)
}

/// The channel that a whole text is a name of.
fn by_name(text: &str) -> Option<(Channel, ChannelReason)> {
    let plain = fold_header(&text.replace(['.', '/'], " "));
    if plain.is_empty() {
        return None;
    }
    let (channel, _) = NAMES.iter().find(|(_, names)| names.contains(&plain.as_str()))?;
    Some((channel.clone(), ChannelReason::NameList(plain)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn channel(source: &str, medium: &str) -> Channel {
        classify(&ChannelMapping::default(), &Touch { source, medium, campaign: "" }).0
    }

    #[test]
    fn the_default_group_in_its_order() {
        let cases = [
            ("(direct)", "(none)", Channel::Direct),
            ("google", "cpc", Channel::PaidSearch),
            // `cp` is inside `cpm`: row 4 stands before row 7.
            ("google", "cpm", Channel::PaidSearch),
            ("some-site", "cpm", Channel::Display),
            (" YANDEX", "CPC", Channel::PaidSearch),
            ("ya.ru", "organic", Channel::OrganicSearch),
            ("yandex.kz", "referral", Channel::OrganicSearch),
            ("vk", "cpc", Channel::PaidSocial),
            ("vk_ads", "cpc", Channel::PaidSocial),
            ("m.facebook.com", "", Channel::OrganicSocial),
            ("facebook", "social", Channel::OrganicSocial),
            ("youtube.com", "referral", Channel::OrganicVideo),
            ("chatgpt.com", "referral", Channel::AiAssistants),
            ("partner-site.gr", "referral", Channel::Referral),
            ("email", "newsletter", Channel::Email),
            ("unisender", "e-mail", Channel::Email),
            ("site", "affiliate", Channel::Affiliates),
            ("app", "mobile_push", Channel::Push),
            ("whatsapp", "", Channel::Messenger),
            ("skroutz.gr", "cpc", Channel::PaidShopping),
            ("news.co.uk", "paid", Channel::PaidOther),
            ("direct", "cpc", Channel::PaidSearch),
            ("", "", Channel::Unassigned),
            ("партнёр Север", "", Channel::Unassigned),
        ];
        for (source, medium, expected) in cases {
            assert_eq!(channel(source, medium), expected, "{source} / {medium}");
        }
    }

    #[test]
    fn names_of_channels_in_three_languages() {
        let cases = [
            ("ORGANIC_SEARCH", Channel::OrganicSearch),
            ("Offline Sources", Channel::Offline),
            ("Яндекс.Директ", Channel::PaidSearch),
            ("ya.direct", Channel::PaidSearch),
            ("VK Реклама", Channel::PaidSocial),
            ("target_vk", Channel::PaidSocial),
            ("Переходы из поисковых систем", Channel::OrganicSearch),
            ("Сарафанное радио", Channel::WordOfMouth),
            ("CRM-форма", Channel::WebForm),
            ("Οργανική αναζήτηση", Channel::OrganicSearch),
            ("ΣΎΣΤΑΣΗ", Channel::WordOfMouth),
            ("Trade Show", Channel::Event),
        ];
        for (source, expected) in cases {
            assert_eq!(channel(source, ""), expected, "{source}");
        }
    }

    #[test]
    fn the_campaign_decides_where_it_names_the_kind() {
        let with = |campaign| {
            let touch = Touch { source: "google", medium: "cpc", campaign };
            classify(&ChannelMapping::default(), &touch).0
        };
        assert_eq!(with("eshop | Athens"), Channel::PaidShopping);
        assert_eq!(with("Bishop tools"), Channel::PaidSearch);
        assert_eq!(with("Cross-network 1"), Channel::CrossNetwork);
        assert_eq!(raw_key("Google ", "CPC", "brand"), "google / cpc");
        assert_eq!(raw_key("google", "cpc", "Shopping"), "google / cpc / shopping");
    }

    #[test]
    fn decisions_come_before_rules_and_rules_before_the_built_in_ones() {
        let rule = ChannelRule {
            field: SourceField::Source,
            test: RuleTest::Contains,
            text: "СЕВЕР".to_owned(),
            channel: Channel::Partner,
        };
        let mut mapping = ChannelMapping { decided: BTreeMap::new(), rules: vec![rule] };
        let touch = Touch { source: "Партнёр Север", medium: "cpc", campaign: "" };
        let by_rule = (Channel::Partner, ChannelReason::UserRule(0));
        assert_eq!(classify(&mapping, &touch), by_rule);
        mapping.decided.insert(raw_key("партнер  север", "cpc", ""), Channel::Event);
        assert_eq!(classify(&mapping, &touch), (Channel::Event, ChannelReason::DecidedByUser));
    }
}
