//! Which channel a record came through, and which rule said so.
//!
//! In order: what the user decided for the raw combination, the user's rules, a click mark where no
//! medium is named, GA4's default channel group (reference: channels, 6a) with assistants before
//! Organic Search and with HubSpot's wider words for a paid medium (6b), then the names that channels
//! have in three languages, then HubSpot's words inside a longer text. Not here: the lists of names
//! (`channel_words`), kinds of sites (`channel_site`).

pub use super::channel_site::SourceList;
use super::channel_site::{in_list, is_search_page, source_list};
use super::channel_words::{
    DISPLAY_MEDIA, EMAIL_WORDS, NAMES, NO_VALUE, REFERRAL_MEDIA, SEARCH_ADS, SOCIAL_MEDIA,
    advertised, listed,
};
use super::click::ClickMark;
use super::{Channel, ChannelMapping, ChannelRule, RuleTest, SourceField};
use crate::engine::fold::{fold, fold_header};
use serde::{Deserialize, Serialize};

/// What is known of where a record came from; each may be empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Touch<'a> {
    pub source: &'a str,
    pub medium: &'a str,
    pub campaign: &'a str,
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
    /// The source (or the medium) contains this text.
    Contains(String),
    /// The record carries the mark of a click.
    Click(ClickMark),
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
    // GA4 writes both in one column: `google / cpc`, and `(direct)/(none)` stands without blanks, too.
    let both = || {
        let direct = || touch.source.split_once('/').filter(|(s, _)| fold(s) == "(direct)");
        touch.source.split_once(" / ").or_else(direct)
    };
    if touch.medium.trim().is_empty()
        && let Some((source, medium)) = both()
    {
        let found = by_rules(mapping, &Touch { source, medium, ..*touch });
        if found.1 != ChannelReason::NoRule {
            return found;
        }
    }
    by_rules(mapping, touch)
}

fn by_rules(mapping: &ChannelMapping, touch: &Touch) -> (Channel, ChannelReason) {
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
    if let Some(found) = by_name(&folded.source).filter(|_| folded.medium.is_empty()) {
        return found;
    }
    by_click(&folded)
        .or_else(|| by_default_group(&folded))
        .or_else(|| by_name(&folded.medium))
        .or_else(|| by_name(&folded.source))
        .or_else(|| by_part(&folded))
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
    if listed(NO_VALUE, &text) { String::new() } else { text }
}

/// Whether a (folded) text of a source says nothing.
pub fn says_nothing(folded: &str) -> bool {
    folded.is_empty() || listed(NO_VALUE, folded)
}

/// The system whose click brought the record, where that stands for the medium. Of a Google click
/// the kind is not known unless the campaign or the site tells it.
fn by_click(f: &Folded) -> Option<(Channel, ChannelReason)> {
    let mark = ClickMark::of_medium(&f.medium)?;
    let reason = ChannelReason::Click(mark);
    if mark == ClickMark::Google {
        match campaign_rule(&f.campaign) {
            Some((CampaignRule::CrossNetwork, _)) => return Some((Channel::CrossNetwork, reason)),
            Some((CampaignRule::Shopping, _)) => return Some((Channel::PaidShopping, reason)),
            None if source_list(&f.source) == Some(SourceList::Video) => {
                return Some((Channel::PaidVideo, reason));
            }
            None => {}
        }
    }
    Some((mark.channel(), reason))
}

/// HubSpot's rules for words inside a longer text, where nothing else fits.
fn by_part(f: &Folded) -> Option<(Channel, ChannelReason)> {
    let rules = [
        (Channel::PaidSocial, ["paidsocial", "paid social"].as_slice()),
        (Channel::PaidSearch, ["adword", "ppc", "cpc"].as_slice()),
        (Channel::Email, ["email", "e-mail", "newsletter", "рассылк"].as_slice()),
    ];
    let has = |word: &str| f.source.contains(word) || f.medium.contains(word);
    rules.into_iter().find_map(|(channel, words)| {
        let word = words.iter().find(|word| has(word))?;
        Some((channel, ChannelReason::Contains((*word).to_owned())))
    })
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
    // `google_cpc` alone: HubSpot's second rule.
    if let Some(word) = PAID_SOURCES.iter().find(|w| medium.is_empty() && source.contains(**w)) {
        let channel = match paid(source, medium, list, shop).0 {
            Channel::PaidOther => Channel::PaidSearch,
            of_site => of_site,
        };
        return Some((channel, ChannelReason::Contains((*word).to_owned())));
    }
    // `Google Ads - Brand`, `Реклама ВК`: people name the site and say that they paid.
    if let Some(word) = advertised(source).filter(|_| medium.is_empty() && list.is_some()) {
        return Some((paid(source, medium, list, shop).0, ChannelReason::Contains(word)));
    }
    if listed(DISPLAY_MEDIA, medium) {
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
        _ if listed(DISPLAY_MEDIA, medium) => Channel::Display,
        // `paid_social`, `paidsearch`: the medium itself names the kind, where no site does.
        _ if medium.contains("social") || source.contains("paidsocial") => Channel::PaidSocial,
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
        (Channel::OrganicSocial, of_medium(listed(SOCIAL_MEDIA, &plain))),
        (Channel::OrganicVideo, of_list(L::Video)),
        (Channel::OrganicVideo, of_medium(medium.contains("video"))),
        (Channel::AiAssistants, of_list(L::Assistant)),
        (Channel::OrganicSearch, of_list(L::Search).filter(|_| is_search_page(source))),
        (Channel::OrganicSearch, of_medium(medium == "organic")),
        (Channel::Messenger, of_list(L::Messenger)),
        (Channel::Referral, of_medium(listed(REFERRAL_MEDIA, medium))),
        (Channel::Email, of_source(listed(EMAIL_WORDS, source))),
        (Channel::Email, of_medium(listed(EMAIL_WORDS, medium))),
        (Channel::Affiliates, of_medium(["affiliate", "affiliates"].contains(&medium))),
        (Channel::Audio, of_medium(medium == "audio")),
        (Channel::Sms, of_source(source == "sms")),
        (Channel::Sms, of_medium(medium == "sms")),
        (Channel::Push, of_medium(push)),
        (Channel::Push, of_source(source == "firebase")),
    ];
    rules.into_iter().find_map(|(channel, reason)| reason.map(|reason| (channel, reason)))
}

/// Whether a campaign's name can change the channel by itself.
pub fn campaign_matters(campaign: &str) -> bool {
    campaign_rule(&fold(campaign)).is_some()
}

/// GA4's `^(.*cp.*|ppc|retargeting|paid.*)$`, and HubSpot's “contains paid or ppc”: `fb_paid`.
fn is_paid(medium: &str) -> bool {
    let unpaid = ["unpaid", "nonpaid", "non-paid", "non_paid", "not paid", "not_paid"];
    medium.contains("cp")
        || medium.contains("ppc")
        || medium == "retargeting"
        || medium.contains("paid") && !unpaid.iter().any(|word| medium.contains(word))
}

/// What makes a source without a medium a paid one.
const PAID_SOURCES: [&str; 4] = ["adword", "ppc", "cpc", "paidsocial"];

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

/// The channel that a whole text is a name of.
fn by_name(text: &str) -> Option<(Channel, ChannelReason)> {
    let plain = fold_header(&text.replace(['.', '/'], " "));
    if plain.is_empty() {
        return None;
    }
    let (channel, _) = NAMES.iter().find(|(_, names)| listed(names, &plain))?;
    Some((channel.clone(), ChannelReason::NameList(plain)))
}
