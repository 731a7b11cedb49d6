//! The real files, whole.

use super::{read, short_kinds};
use crate::support::shared_data;
use tundish::engine::import::{AsideReason, Imported};
use tundish::engine::issue::IssueKind;

fn read_shared(path: &str) -> Option<Imported> {
    let bytes = std::fs::read(shared_data()?.join(path)).unwrap();
    Some(read(&bytes))
}

#[test]
fn the_maven_files() {
    let cases = [
        ("sales_pipeline", 8800, "text text text text text day day int"),
        ("accounts", 85, "text text int dec int text text"),
        ("products", 7, "text text int"),
        ("sales_teams", 35, "text text text"),
    ];
    for (name, rows, expected) in cases {
        let Some(imported) = read_shared(&format!("maven_crm/{name}.csv")) else { return };
        assert_eq!(
            (imported.table.rows, short_kinds(&imported).as_str()),
            (rows, expected),
            "{name}"
        );
        assert_eq!(imported.profile.dialect.delimiter, ',');
        assert!(imported.profile.issues.is_empty() && imported.profile.set_aside.is_empty());
    }
    let pipeline = read_shared("maven_crm/sales_pipeline.csv").unwrap();
    let column = |name: &str| pipeline.profile.columns.iter().find(|c| c.header == name).unwrap();
    assert_eq!(column("account").missing, 1425);
    assert_eq!(column("engage_date").missing, 500);
    assert_eq!((column("close_date").missing, column("close_value").missing), (2089, 2089));
    assert_eq!(column("engage_date").least, "2016-10-20");
    assert!(column("opportunity_id").is_unique());
    let won: f64 = (0..8800).filter_map(|r| pipeline.table.column("close_value")?.number(r)).sum();
    assert_eq!(won, 10_005_534.0);
}

#[test]
fn the_bitrix_deals() {
    let Some(deals) = read_shared("ru_bitrix_direct/bitrix_deals.csv") else { return };
    assert_eq!(deals.table.rows, 2448);
    let dialect = &deals.profile.dialect;
    assert_eq!(
        (dialect.encoding.as_str(), dialect.delimiter, dialect.bom),
        ("windows-1251", ';', false)
    );
    let expected =
        "text text text dec text text text moment moment moment text text text text text text";
    assert_eq!(short_kinds(&deals), expected);
    let amount = deals.table.column("Сумма").unwrap();
    assert_eq!(amount.number(0), Some(10_279.72));
    let format = &deals.profile.columns[3].format;
    assert_eq!((format.group, format.ambiguous), (Some('\u{a0}'), false));
    assert_eq!(deals.table.column("Дата создания").unwrap().plain_text(0), "2025-04-04T09:05:10");
    assert_eq!(deals.table.column("Компания").unwrap().plain_text(0), "АО \"Яр\"");
    assert!(deals.profile.issues.is_empty(), "{:?}", deals.profile.issues.counts);
}

#[test]
fn the_direct_costs() {
    let Some(costs) = read_shared("ru_bitrix_direct/yandex_direct_costs.csv") else { return };
    assert_eq!(costs.table.rows, 814);
    assert!(costs.profile.dialect.bom);
    assert_eq!(costs.profile.dialect.header_record, Some(2));
    assert_eq!(short_kinds(&costs), "day text text int int pct money money int");
    let asides: Vec<_> =
        costs.profile.set_aside.iter().map(|a| (a.reason, a.record, a.line)).collect();
    assert_eq!(asides, [(AsideReason::Title, 1, 1), (AsideReason::Totals, 817, 817)]);
    assert_eq!(costs.profile.set_aside[1].cells[6], "949\u{a0}645,22");
    let spend = costs.table.column("Расход (руб.)").unwrap();
    assert_eq!(spend.currency.as_deref(), Some("RUB"));
    let sum: f64 = (0..814).filter_map(|r| spend.number(r)).sum();
    assert!((sum - 949_645.22).abs() < 1e-6, "{sum}");
    assert_eq!(costs.table.column("CTR (%)").unwrap().number(0), Some(0.02));
    assert_eq!(costs.profile.issues.count(IssueKind::UnreadCell), 0);
    let goals = costs.profile.columns.iter().find(|c| c.header == "Конверсии").unwrap();
    assert!(goals.missing > 0 && goals.unread == 0);
}

#[test]
fn the_facebook_ads() {
    let Some(ads) = read_shared("fb_ads/KAG_conversion_data.csv") else { return };
    assert_eq!(ads.table.rows, 1143);
    assert_eq!(short_kinds(&ads), "day text text text text text int int int dec int int");
    assert!(!ads.profile.columns[0].format.ambiguous);
    assert_eq!(ads.table.column("Date").unwrap().plain_text(0), "2023-08-31");
    assert_eq!(ads.table.column("Spent").unwrap().number(0), Some(1.429999948));
}
