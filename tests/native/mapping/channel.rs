//! Sources to channels: the order of the rules, and names in three languages.

use tundish::engine::mapping::channel::{ChannelReason, Touch, classify, raw_key};
use tundish::engine::mapping::{Channel, ChannelMapping, ChannelRule, RuleTest, SourceField};

fn channel(source: &str, medium: &str) -> Channel {
    classify(&ChannelMapping::default(), &Touch { source, medium, campaign: "" }).0
}

#[test]
fn the_default_group_in_its_order() {
    let cases = [
        ("(direct)", "(none)", Channel::Direct),
        ("(direct)/(none)", "", Channel::Direct),
        ("google", "cpc", Channel::PaidSearch),
        // Sites of a search engine that are not its search.
        ("docs.google.com", "referral", Channel::Referral),
        ("https://calendar.google.com/x", "referral", Channel::Referral),
        ("www.google.co.uk", "referral", Channel::OrganicSearch),
        ("uk.search.yahoo.com", "referral", Channel::OrganicSearch),
        ("m.yandex.ru", "", Channel::OrganicSearch),
        ("ads.google.com", "cpc", Channel::PaidSearch),
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
        ("Я.Директ", "", Channel::PaidSearch),
        ("Cold calling", "", Channel::Outbound),
        ("Холодный обзвон", "", Channel::Outbound),
        ("Exhibition", "", Channel::Event),
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
    let mut mapping = ChannelMapping { rules: vec![rule], ..ChannelMapping::default() };
    let touch = Touch { source: "Партнёр Север", medium: "cpc", campaign: "" };
    let by_rule = (Channel::Partner, ChannelReason::UserRule(0));
    assert_eq!(classify(&mapping, &touch), by_rule);
    mapping.decided.insert(raw_key("партнер  север", "cpc", ""), Channel::Event);
    assert_eq!(classify(&mapping, &touch), (Channel::Event, ChannelReason::DecidedByUser));
}
