//! Records, joins and dimensions of the real files against figures that others computed
//! (`expected.json` beside each file set). The mappings are written by hand.

use crate::expected::{Set, near};
use crate::tables::{ladder, mapped};
use tundish::engine::audit::Finding;
use tundish::engine::dimension::{Dimension, Label, codes};
use tundish::engine::filter::Grain;
use tundish::engine::funnel::{Outcome, assemble};
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::{Channel, FileKind, Join, Mapping, Role, SpendJoin, fold};
use tundish::engine::stats::Sum;

fn column(file: &str, header: &str) -> Dimension {
    Dimension::Column { file: file.to_owned(), header: header.to_owned() }
}

fn join(from: &str, from_column: &str, lookup: &str, key: &str) -> Join {
    Join {
        from_file: from.to_owned(),
        from_column: from_column.to_owned(),
        lookup_file: lookup.to_owned(),
        key_column: key.to_owned(),
        aliases: Default::default(),
        by: Default::default(),
    }
}

const MAVEN: [&str; 4] = ["sales_pipeline.csv", "accounts.csv", "products.csv", "sales_teams.csv"];

fn maven(alias: bool) -> Option<Set> {
    let [deals, accounts, products, teams] = MAVEN;
    let roles = [
        (Role::RecordId, "opportunity_id"),
        (Role::Stage, "deal_stage"),
        (Role::Created, "engage_date"),
        (Role::Closed, "close_date"),
        (Role::Amount, "close_value"),
    ];
    let mut rungs = ladder(&["Prospecting", "Engaging", "Closed="], &["Won"], &["Lost"]);
    rungs.stages[1].entered = Some("engage_date".to_owned());
    rungs.stages[2].decided = true;
    let mut mapping = Mapping {
        files: vec![mapped(deals, FileKind::Deals, &roles)],
        ladder: rungs,
        joins: vec![
            join(deals, "account", accounts, "account"),
            join(deals, "product", products, "product"),
            join(deals, "sales_agent", teams, "sales_agent"),
        ],
        ..Mapping::default()
    };
    if alias {
        mapping.joins[1].aliases.insert("GTXPro".to_owned(), "GTX Pro".to_owned());
    }
    Set::load("maven_crm", &MAVEN, mapping)
}

#[test]
fn maven_reaches_the_stages_that_its_dates_prove() {
    let Some(set) = maven(false) else { return };
    let records = &set.made.records;
    let bit = |at: u32| records.observed.iter().filter(|o| **o >> at & 1 == 1).count();
    let won = records.outcome.iter().filter(|o| **o == Outcome::Won).count();
    let reached = [bit(0), bit(1), bit(2), won];
    let expected = set.expected["funnel_reached"].as_array().unwrap();
    let expected: Vec<usize> =
        expected.iter().map(|s| s["deals"].as_u64().unwrap() as usize).collect();
    assert_eq!(reached[..], expected);
    assert!(records.depth_unknown.iter().all(|u| !u));
    assert_eq!(
        set.made.as_of.map(|d| tundish::engine::value::Day(d).to_string()),
        Some("2017-12-31".to_owned())
    );
}

#[test]
fn maven_groups_by_own_and_joined_columns() {
    let Some(set) = maven(true) else { return };
    let [deals, accounts, products, teams] = MAVEN;
    set.compare("by_agent", &column(deals, "sales_agent"), "");
    set.compare("by_product", &column(deals, "product"), "");
    set.compare("by_account", &column(deals, "account"), "");
    set.compare("by_manager", &column(teams, "manager"), "");
    set.compare("by_region", &column(teams, "regional_office"), "");
    set.compare("by_sector", &column(accounts, "sector"), "");
    set.compare("by_location", &column(accounts, "office_location"), "");
    set.compare("by_series", &column(products, "series"), "");
    set.compare("by_product_joined", &column(products, "product"), "");
}

#[test]
fn maven_months_are_those_of_engagement_and_closing() {
    let Some(set) = maven(false) else { return };
    let groups = |dimension, key: &str, field: &str| {
        let ours = set.groups(&dimension, "");
        let (empty, ours): (Vec<_>, Vec<_>) = ours.into_iter().partition(|g| g.0 == Label::Empty);
        let months = set.expected[key].as_array().unwrap();
        let months: Vec<u64> = months.iter().map(|m| m[field].as_u64().unwrap()).collect();
        assert_eq!(ours.iter().map(|g| g.1.deals).collect::<Vec<_>>(), months, "{key}");
        empty.iter().map(|g| g.1.deals).sum::<u64>()
    };
    assert_eq!(groups(Dimension::Created(Grain::Month), "engaged_by_month", "deals"), 500);
    assert_eq!(groups(Dimension::Closed(Grain::Month), "closed_by_month", "closed"), 2089);
    assert_eq!(groups(Dimension::Closed(Grain::Quarter), "closed_by_quarter", "closed"), 2089);
}

#[test]
fn maven_joins_report_the_product_that_is_spelled_otherwise() {
    let Some(set) = maven(false) else { return };
    let found = &set.made.findings;
    let unmatched: Vec<&Finding> =
        found.iter().filter(|f| matches!(f, Finding::JoinUnmatched { .. })).collect();
    // An empty account is no key that finds nothing.
    let expected = Finding::JoinUnmatched {
        file: MAVEN[0].to_owned(),
        column: "product".to_owned(),
        lookup: MAVEN[2].to_owned(),
        values: vec![("GTXPro".to_owned(), 1480)],
        more: 0,
        records: set.expected["join"]["product_unmatched"].as_u64().unwrap(),
    };
    assert_eq!(unmatched, [&expected]);
    let agents = found.iter().find_map(|f| match f {
        Finding::LookupUnused { lookup, values, .. } if lookup == MAVEN[3] => Some(values.clone()),
        _ => None,
    });
    let mut agents = agents.unwrap();
    agents.sort();
    assert_eq!(serde_json::json!(agents), set.expected["join"]["agents_without_deals"]);
    let series = set.groups(&column(MAVEN[2], "series"), "");
    let unmatched = series.iter().find(|g| g.0 == Label::Unmatched).unwrap();
    assert_eq!(unmatched.1.deals, 1480);
    let sectors = set.groups(&column(MAVEN[1], "sector"), "");
    let empty = sectors.iter().find(|g| g.0 == Label::Empty).unwrap();
    assert_eq!(Some(empty.1.deals), set.expected["join"]["account_empty"].as_u64());
    assert!(!found.iter().any(|f| matches!(f, Finding::CloseBeforeCreated { .. })));
}

const BITRIX: [&str; 2] = ["bitrix_deals.csv", "yandex_direct_costs.csv"];

fn bitrix() -> Option<Set> {
    let roles = [
        (Role::RecordId, "ID"),
        (Role::Stage, "Стадия сделки"),
        (Role::Amount, "Сумма"),
        (Role::Currency, "Валюта"),
        (Role::Created, "Дата создания"),
        (Role::Modified, "Дата изменения"),
        (Role::Closed, "Дата закрытия"),
        (Role::UtmSource, "UTM Source"),
        (Role::UtmMedium, "UTM Medium"),
        (Role::UtmCampaign, "UTM Campaign"),
    ];
    let costs = [
        (Role::Date, "Дата"),
        (Role::CampaignId, "№ Кампании"),
        (Role::Campaign, "Название кампании"),
        (Role::Spend, "Расход (руб.)"),
        (Role::Impressions, "Показы"),
        (Role::Clicks, "Клики"),
        (Role::Conversions, "Конверсии"),
    ];
    let stages =
        ["Новая", "Подготовка документов", "Счёт на предоплату", "В работе", "Финальный счёт"];
    let mapping = Mapping {
        files: vec![
            mapped(BITRIX[0], FileKind::Deals, &roles),
            mapped(BITRIX[1], FileKind::Spend, &costs),
        ],
        ladder: ladder(&stages, &["Сделка успешна"], &["Сделка провалена"]),
        spend_join: Some(SpendJoin {
            record_column: "UTM Campaign".to_owned(),
            spend_file: BITRIX[1].to_owned(),
            spend_column: "№ Кампании".to_owned(),
        }),
        ..Mapping::default()
    };
    Set::load("ru_bitrix_direct", &BITRIX, mapping)
}

#[test]
fn bitrix_rows_become_deals() {
    let Some(set) = bitrix() else { return };
    let (made, expected) = (&set.made, &set.expected);
    assert_eq!(expected["rows_in_file"].as_u64(), Some(set.files[0].table.rows as u64));
    assert_eq!(expected["unique_deals"].as_u64(), Some(made.records.count as u64));
    let dropped = made.findings.iter().find_map(|f| match f {
        Finding::Repeats { copies, older, .. } => Some(copies + older),
        _ => None,
    });
    assert_eq!(dropped, Some(48));
    let stages = set.groups(&column(BITRIX[0], "Стадия сделки"), "RUB");
    let counts = expected["stage_counts"].as_object().unwrap();
    assert_eq!(stages.len(), counts.len());
    for (label, group) in &stages {
        let Label::Text(text) = label else { panic!("{label:?}") };
        let count = counts.iter().find(|(k, _)| fold(k) == fold(text)).unwrap().1;
        assert_eq!(Some(group.deals), count.as_u64(), "{text}");
    }
    let amounts = &made.records.amount;
    let count = |test: &dyn Fn(&&f64) -> bool| amounts.iter().filter(test).count() as u64;
    assert_eq!(expected["deals_without_amount"].as_u64(), Some(count(&|x| x.is_nan())));
    assert_eq!(expected["deals_with_zero_amount"].as_u64(), Some(count(&|x| **x == 0.0)));
    // A snapshot without stage dates does not say where a deal was lost.
    assert!(made.findings.contains(&Finding::LostDepthUnknown { records: 880 }));
    let revenue = |code: &str| {
        let groups = set.groups(&Dimension::Outcome, code);
        groups.iter().find(|g| g.0 == Label::Won).unwrap().1.revenue.value()
    };
    let sums = &expected["won_revenue_by_currency"];
    near(revenue("RUB"), &sums["Российский рубль"], "roubles");
    near(revenue("USD"), &sums["Доллар США"], "dollars");
}

#[test]
fn bitrix_groups_by_column_and_month() {
    let Some(set) = bitrix() else { return };
    let deals = |header| column(BITRIX[0], header);
    set.compare("by_source", &deals("UTM Source"), "RUB");
    set.compare("by_owner", &deals("Ответственный"), "RUB");
    set.compare("by_company", &deals("Компания"), "RUB");
    set.compare("cohort_by_created_month", &Dimension::Created(Grain::Month), "RUB");
    let reasons = set.groups(&deals("Причина отказа"), "RUB");
    for (label, group) in reasons {
        let name = match label {
            Label::Text(text) => text,
            _ => "(empty)".to_owned(),
        };
        assert_eq!(Some(group.lost), set.expected["lost_reasons"][&name].as_u64(), "{name}");
    }
    let closed = set.groups(&Dimension::Closed(Grain::Month), "RUB");
    let months = set.expected["won_by_close_month"].as_array().unwrap();
    for ((_, group), month) in closed.iter().filter(|g| g.1.won > 0).zip(months) {
        assert_eq!(Some(group.won), month["won"].as_u64(), "{month}");
        near(group.revenue.value(), &month["won_revenue_rub"], "month of closing");
    }
}

#[test]
fn bitrix_campaigns_meet_their_costs() {
    let Some(set) = bitrix() else { return };
    let (made, spend) = (&set.made, &set.made.spend);
    let found = codes(made, &set.views(), &Dimension::Campaign).unwrap();
    let groups = set.groups(&Dimension::Campaign, "RUB");
    let of_spend = found.spend.unwrap();
    let campaigns = set.expected["campaigns"].as_array().unwrap();
    for row in campaigns {
        let name = row["campaign"].as_str().unwrap();
        let at = groups.iter().position(|g| g.0 == Label::Text(name.to_owned())).expect(name);
        let sum = |values: &[f64]| -> f64 {
            let rows =
                of_spend.iter().zip(values).filter(|(c, x)| **c as usize == at && !x.is_nan());
            rows.map(|(_, x)| *x).collect::<Sum>().value()
        };
        near(sum(&spend.spend), &row["cost"], name);
        near(sum(&spend.impressions), &row["impressions"], name);
        near(sum(&spend.clicks), &row["clicks"], name);
        near(sum(&spend.conversions), &row["conversions"], name);
        let group = &groups[at].1;
        assert_eq!(Some(group.deals), row["deals"].as_u64(), "{name}");
        assert_eq!(Some(group.won), row["won"].as_u64(), "{name}");
        near(group.revenue.value(), &row["won_revenue_rub"], name);
    }
    let total = &set.expected["cost_total"];
    assert_eq!(Some(spend.count as u64), total["rows"].as_u64());
    near(spend.spend.iter().copied().collect::<Sum>().value(), &total["cost"], "all spend");
    let rub = made.currencies.iter().position(|c| c == "RUB");
    assert!(spend.currency.iter().all(|c| Some(usize::from(*c)) == rub), "by the header's (руб.)");
    let channel = |c: &u16| &made.channels[usize::from(*c)];
    assert!(spend.channel.iter().map(channel).all(|c| *c == Channel::PaidSearch));
    assert!(set.mapping.files[1].channel.is_none(), "by the records of each campaign");
}

#[test]
fn facebook_costs_break_down_without_any_record() {
    const FILE: &str = "KAG_conversion_data.csv";
    let roles = [
        (Role::Date, "Date"),
        (Role::CampaignId, "xyz_campaign_id"),
        (Role::Spend, "Spent"),
        (Role::Clicks, "Clicks"),
        (Role::Impressions, "Impressions"),
        (Role::Conversions, "Approved_Conversion"),
    ];
    let files = vec![mapped(FILE, FileKind::Spend, &roles)];
    let mapping = Mapping { files, ..Mapping::default() };
    let Some(set) = Set::load("fb_ads", &[FILE], mapping) else { return };
    let spend = &set.made.spend;
    let lists = [
        ("by_campaign", Dimension::Campaign),
        ("by_age", column(FILE, "age")),
        ("by_gender", column(FILE, "gender")),
        ("by_interest", column(FILE, "interest")),
        ("by_day", Dimension::Created(Grain::Day)),
    ];
    for (key, dimension) in lists {
        let found = codes(&set.made, &set.views(), &dimension).unwrap();
        let of_spend = found.spend.unwrap();
        let theirs = set.expected[key].as_array().unwrap();
        assert_eq!(found.labels.len(), theirs.len(), "{key}");
        for row in theirs {
            let label = row["group"].as_str().unwrap();
            let is = |l: &Label| match l {
                Label::Text(text) => text == label,
                Label::Date(_, day) => day.to_string() == label,
                _ => false,
            };
            let at = found.labels.iter().position(is).expect(label);
            let sum = |values: &[f64]| -> f64 {
                let rows = of_spend.iter().zip(values).filter(|(c, _)| **c as usize == at);
                rows.map(|(_, x)| *x).collect::<Sum>().value()
            };
            near(sum(&spend.spend), &row["spent"], label);
            near(sum(&spend.clicks), &row["clicks"], label);
            near(sum(&spend.conversions), &row["approved_conversion"], label);
        }
    }
}

#[test]
fn the_mapping_that_is_proposed_makes_the_same_records() {
    let (Some(maven), Some(bitrix)) = (maven(false), bitrix()) else { return };
    for set in [maven, bitrix] {
        let views = set.views();
        let made = assemble(&views, &suggest(&views, &Mapping::default())).unwrap();
        let (ours, by_hand) = (&made.records, &set.made.records);
        assert_eq!((&ours.row, &ours.outcome), (&by_hand.row, &by_hand.outcome));
        assert_eq!((&ours.created, &ours.closed), (&by_hand.created, &by_hand.closed));
        assert_eq!((&ours.channel, &ours.campaign), (&by_hand.channel, &by_hand.campaign));
        assert_eq!(
            (&made.currencies, &made.spend.spend.len()),
            (&set.made.currencies, &set.made.spend.count)
        );
        let bits = |amounts: &[f64]| amounts.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&ours.amount), bits(&by_hand.amount));
        assert_eq!(bits(&made.spend.spend), bits(&set.made.spend.spend));
    }
}
