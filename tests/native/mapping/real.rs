//! The real files are mapped right with no click.

use super::made::{assert_roles, proposed, shared, views};
use tundish::engine::mapping::channel::ChannelReason;
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::view::{EntryEvidence, StagePlace, explain};
use tundish::engine::mapping::{Channel, FileKind, Join, Mapping, Role, SpendJoin};

const MAVEN: [&str; 4] = [
    "maven_crm/accounts.csv",
    "maven_crm/products.csv",
    "maven_crm/sales_pipeline.csv",
    "maven_crm/sales_teams.csv",
];
const BITRIX: [&str; 2] =
    ["ru_bitrix_direct/bitrix_deals.csv", "ru_bitrix_direct/yandex_direct_costs.csv"];

fn join(column: &str, lookup: &str) -> Join {
    Join {
        from_file: "sales_pipeline.csv".into(),
        from_column: column.into(),
        lookup_file: lookup.into(),
        key_column: column.into(),
        aliases: Default::default(),
        by: Default::default(),
    }
}

#[test]
fn maven_roles_stages_and_joins() {
    let Some(files) = shared(&MAVEN) else { return };
    let mapping = proposed(&files);
    let [accounts, products, pipeline, teams] = mapping.files.as_slice() else { panic!() };
    assert_roles(accounts, FileKind::Lookup, &[(Role::Key, "account")]);
    assert_roles(products, FileKind::Lookup, &[(Role::Key, "product")]);
    assert_roles(teams, FileKind::Lookup, &[(Role::Key, "sales_agent")]);
    let roles = [
        (Role::RecordId, "opportunity_id"),
        (Role::Owner, "sales_agent"),
        (Role::Product, "product"),
        (Role::Account, "account"),
        (Role::Stage, "deal_stage"),
        (Role::Created, "engage_date"),
        (Role::Closed, "close_date"),
        (Role::Amount, "close_value"),
    ];
    assert_roles(pipeline, FileKind::Deals, &roles);
    let stages: Vec<(&str, Option<&str>, bool)> = mapping
        .ladder
        .stages
        .iter()
        .map(|s| (s.name.as_str(), s.entered.as_deref(), s.qualified))
        .collect();
    assert_eq!(stages, [("Prospecting", None, false), ("Engaging", Some("engage_date"), false)]);
    assert_eq!(mapping.ladder.won, ["Won"]);
    assert_eq!(mapping.ladder.lost, ["Lost"]);
    let expected = [
        join("account", "accounts.csv"),
        join("product", "products.csv"),
        join("sales_agent", "sales_teams.csv"),
    ];
    assert_eq!(mapping.joins, expected);
    assert_eq!(mapping.spend_join, None);
}

#[test]
fn maven_explained() {
    let Some(files) = shared(&MAVEN) else { return };
    let mapping = proposed(&files);
    let view = explain(&views(&files), &mapping);
    let products = &view.joins[1];
    assert_eq!((products.matched, products.unmatched, products.empty), (7320, 1480, 0));
    assert_eq!(products.unmatched_values, [("GTXPro".to_owned(), 1480)]);
    assert_eq!(products.unused_keys, ["GTX Pro"]);
    let alias = &products.proposed_aliases[0];
    assert_eq!((alias.value.as_str(), alias.key.as_str(), alias.rows), ("GTXPro", "GTX Pro", 1480));
    let teams = &view.joins[2];
    assert_eq!((teams.matched, teams.unmatched, teams.unused), (8800, 0, 5));
    assert_eq!((view.joins[0].matched, view.joins[0].empty), (7375, 1425));
    let stages = view.stages.unwrap();
    let rows: Vec<u64> = stages.stages.iter().map(|s| s.rows).collect();
    assert_eq!((rows, stages.unmapped, stages.missing), (vec![500, 1589], 0, 0));
    let filling = EntryEvidence::Filling { empty_before: 500, filled: 8300 };
    assert_eq!(stages.stages[1].entered, Some(filling));
    let won = stages.values.iter().find(|v| v.value == "Won").unwrap();
    assert_eq!((won.rows, won.place), (4238, StagePlace::Won));
    assert_eq!(view.channels, None);
}

#[test]
fn an_accepted_alias_joins_and_stays() {
    let Some(files) = shared(&MAVEN) else { return };
    let mut mapping = proposed(&files);
    mapping.joins[1].aliases.insert("GTXPro".into(), "GTX Pro".into());
    let view = explain(&views(&files), &mapping);
    assert_eq!((view.joins[1].matched, view.joins[1].unused), (8800, 0));
    assert_eq!(view.joins[1].proposed_aliases, []);
    assert_eq!(suggest(&views(&files), &mapping), mapping);
}

#[test]
fn bitrix_and_direct_roles_stages_and_spend() {
    let Some(files) = shared(&BITRIX) else { return };
    let mapping = proposed(&files);
    let [deals, costs] = mapping.files.as_slice() else { panic!() };
    let roles = [
        (Role::RecordId, "ID"),
        (Role::Name, "Название сделки"),
        (Role::Stage, "Стадия сделки"),
        (Role::Amount, "Сумма"),
        (Role::Currency, "Валюта"),
        (Role::Account, "Компания"),
        (Role::Owner, "Ответственный"),
        (Role::Created, "Дата создания"),
        (Role::Modified, "Дата изменения"),
        (Role::Closed, "Дата закрытия"),
        (Role::LostReason, "Причина отказа"),
        (Role::UtmSource, "UTM Source"),
        (Role::UtmMedium, "UTM Medium"),
        (Role::UtmCampaign, "UTM Campaign"),
    ];
    assert_roles(deals, FileKind::Deals, &roles);
    let roles = [
        (Role::Date, "Дата"),
        (Role::CampaignId, "№ Кампании"),
        (Role::Campaign, "Название кампании"),
        (Role::Impressions, "Показы"),
        (Role::Clicks, "Клики"),
        (Role::Spend, "Расход (руб.)"),
        (Role::Conversions, "Конверсии"),
    ];
    assert_roles(costs, FileKind::Spend, &roles);
    assert_eq!(costs.channel, Some(Channel::PaidSearch));
    let names: Vec<&str> = mapping.ladder.stages.iter().map(|s| s.name.as_str()).collect();
    let expected =
        ["Новая", "Подготовка документов", "Счёт на предоплату", "В работе", "Финальный счёт"];
    assert_eq!(names, expected);
    assert!(mapping.ladder.stages.iter().all(|s| !s.qualified && s.entered.is_none()));
    assert!(mapping.ladder.stages[2].values.contains(&"Счет на предоплату".to_owned()));
    assert_eq!(mapping.ladder.won, ["Сделка успешна"]);
    assert_eq!(mapping.ladder.lost, ["Сделка провалена"]);
    let spend_join = SpendJoin {
        record_column: "UTM Campaign".into(),
        spend_file: "yandex_direct_costs.csv".into(),
        spend_column: "№ Кампании".into(),
    };
    assert_eq!(mapping.spend_join, Some(spend_join));
    assert_eq!(mapping.joins, []);
}

#[test]
fn bitrix_explained() {
    let Some(files) = shared(&BITRIX) else { return };
    let mapping = proposed(&files);
    let view = explain(&views(&files), &mapping);
    let channels = view.channels.unwrap();
    let rows: Vec<(&str, &str, Channel)> = channels
        .rows
        .iter()
        .map(|r| (r.source.as_str(), r.medium.as_str(), r.channel.clone()))
        .collect();
    assert_eq!(rows.first().map(|r| &r.2), Some(&Channel::Unassigned));
    assert_eq!(channels.rows[0].reason, ChannelReason::Nothing);
    for expected in [
        ("yandex", "cpc", Channel::PaidSearch),
        ("google", "cpc", Channel::PaidSearch),
        ("vk", "cpc", Channel::PaidSocial),
        ("yandex", "organic", Channel::OrganicSearch),
        ("email", "newsletter", Channel::Email),
    ] {
        assert!(rows.contains(&expected), "{expected:?} in {rows:?}");
    }
    assert_eq!(rows.len(), 6);
    let all: u64 = channels.rows.iter().map(|r| r.rows).sum();
    assert_eq!(all, 2448);
    let yandex = channels.rows.iter().find(|r| r.key == "yandex / cpc").unwrap();
    assert!(yandex.spellings.len() > 1 && yandex.spellings[0].0 == "yandex / cpc");
    let spend = view.spend_joins[0].clone();
    assert_eq!(spend.spend_share, Some(1.0));
    assert_eq!(spend.campaigns, spend.campaigns_met);
    let stages = view.stages.unwrap();
    let invoice = stages.values.iter().find(|v| v.place == StagePlace::Stage(2)).unwrap();
    assert!(invoice.spellings.len() >= 2, "{invoice:?}");
    assert_eq!(stages.unmapped, 0);
}

#[test]
fn facebook_costs() {
    let Some(files) = shared(&["fb_ads/KAG_conversion_data.csv"]) else { return };
    let mapping = proposed(&files);
    let roles = [
        (Role::Date, "Date"),
        (Role::CampaignId, "xyz_campaign_id"),
        (Role::Impressions, "Impressions"),
        (Role::Clicks, "Clicks"),
        (Role::Spend, "Spent"),
        (Role::Conversions, "Total_Conversion"),
    ];
    assert_roles(&mapping.files[0], FileKind::Spend, &roles);
    assert_eq!(mapping.files[0].channel, Some(Channel::PaidSocial));
    assert_eq!(mapping.files[0].currency, None);
}

#[test]
fn suggesting_twice_changes_nothing_in_any_order_of_files() {
    let Some(mut files) = shared(&[MAVEN.as_slice(), &BITRIX].concat()) else { return };
    for _ in 0..files.len() {
        files.rotate_left(1);
        let once = proposed(&files);
        assert_eq!(suggest(&views(&files), &once), once);
        let mut joins: Vec<&str> = once.joins.iter().map(|j| j.lookup_file.as_str()).collect();
        joins.sort();
        assert_eq!(joins.len(), 3, "{joins:?}");
    }
}

#[test]
fn files_dropped_one_after_another_are_joined_as_well() {
    let Some(files) = shared(&MAVEN) else { return };
    let views = views(&files);
    let mut mapping = Mapping::default();
    for n in 1..=views.len() {
        mapping = suggest(&views[..n], &mapping);
    }
    assert_eq!(mapping.joins.len(), 3);
    assert_eq!(mapping.ladder.won, ["Won"]);
}
