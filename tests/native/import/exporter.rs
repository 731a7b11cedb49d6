//! The program that wrote a file, and what follows from it: said, and acted upon.

use super::{column, read, read_by, short_kinds};
use tundish::engine::import::exporter::{Consequence, ExportKind, ExporterFound, ExporterId};
use tundish::engine::import::{ColumnOption, ImportOptions, Imported};
use tundish::engine::issue::IssueKind;
use tundish::engine::profile::DateOrder;
use tundish::format::Locale;
use tundish::i18n::strings;

fn found(imported: &Imported) -> &ExporterFound {
    imported.profile.exporter.as_ref().expect("an exporter")
}

fn has(imported: &Imported, consequence: &Consequence) -> bool {
    found(imported).follows.contains(consequence)
}

const LINKEDIN: &str = "Campaign Performance Report (in UTC)\n\
    \"Report Start: September 1, 2026, Report End: September 12, 2026\"\n\n\
    Start Date (in UTC),Account Name,Campaign Group Name,Campaign Name,Campaign ID,Total Spent,\
    Impressions,Clicks,Conversions,Currency\n";

fn linkedin(dates: &[&str]) -> Imported {
    let row = |d: &&str| format!("{d},ACME,Group,CFO,8010,100.55,1000,5,1,EUR\n");
    read(format!("{LINKEDIN}{}", dates.iter().map(row).collect::<String>()).as_bytes())
}

#[test]
fn linkedin_dates_are_month_first_where_nothing_else_tells() {
    let imported = linkedin(&["9/1/2026", "9/2/2026", "9/12/2026"]);
    let days = column(&imported, "Start Date (in UTC)");
    assert_eq!(days, ["2026-09-01", "2026-09-02", "2026-09-12"]);
    assert_eq!(imported.profile.issues.count(IssueKind::AmbiguousDates), 0);
    assert_eq!(
        (found(&imported).id, found(&imported).kind),
        (ExporterId::LinkedInAds, ExportKind::AdCosts)
    );
    let dates = Consequence::DateOrder {
        order: DateOrder::MonthDayYear,
        settled: vec!["Start Date (in UTC)".into()],
        opposed: vec![],
    };
    assert!(has(&imported, &dates) && has(&imported, &Consequence::DaysInUtc));
    assert!(has(&imported, &Consequence::CurrencyInColumn { column: "Currency".into() }));
    let text = (strings(Locale::En).exporter.follows)(&dates);
    assert!(text.contains("month first") && text.contains("“Start Date (in UTC)”"), "{text}");
}

#[test]
fn a_linkedin_export_that_proves_day_first_is_read_so_and_it_is_said() {
    let imported = linkedin(&["1/9/2026", "2/9/2026", "25/9/2026"]);
    let days = column(&imported, "Start Date (in UTC)");
    assert_eq!(days, ["2026-09-01", "2026-09-02", "2026-09-25"]);
    let dates = Consequence::DateOrder {
        order: DateOrder::MonthDayYear,
        settled: vec![],
        opposed: vec!["Start Date (in UTC)".into()],
    };
    assert!(has(&imported, &dates), "{:?}", found(&imported));
}

#[test]
fn the_user_decides_before_the_exporter() {
    let text = format!("{LINKEDIN}9/1/2026,ACME,G,CFO,8,1.5,10,5,1,EUR\n");
    let options =
        ImportOptions { date_order: Some(DateOrder::DayMonthYear), ..ImportOptions::default() };
    let of_column = ColumnOption {
        header: "Start Date (in UTC)".to_owned(),
        date_order: Some(DateOrder::DayMonthYear),
        ..ColumnOption::default()
    };
    let one = ImportOptions { columns: vec![of_column], ..ImportOptions::default() };
    for options in [options, one] {
        let imported = read_by(text.as_bytes(), &options, 1 << 20).unwrap();
        assert_eq!(column(&imported, "Start Date (in UTC)"), ["2026-01-09"]);
        let is_order = |c: &Consequence| matches!(c, Consequence::DateOrder { .. });
        assert!(!found(&imported).follows.iter().any(is_order), "{:?}", found(&imported));
    }
}

const DIRECT: &str = "Date\tCampaignName\tCampaignId\tAdNetworkType\tImpressions\tClicks\tCost\tAvgCpc\tConversions\n";

fn direct(cells: &[(&str, &str, &str)], micro_units: Option<bool>) -> Imported {
    let row = |(clicks, cost, cpc): &(&str, &str, &str)| {
        format!("2026-09-01\tSearch\t7010\tSEARCH\t900\t{clicks}\t{cost}\t{cpc}\t2\n")
    };
    let text = format!("{DIRECT}{}", cells.iter().map(row).collect::<String>());
    let options = ImportOptions { micro_units, ..ImportOptions::default() };
    read_by(text.as_bytes(), &options, 1 << 20).unwrap()
}

fn micro(divided: bool) -> Consequence {
    Consequence::MicroUnits { columns: vec!["Cost".into(), "AvgCpc".into()], divided }
}

#[test]
fn direct_api_money_in_millionths_is_divided_and_one_click_changes_it() {
    let cells = [("5", "1100500000", "220100000"), ("2", "40250000", "20125000"), ("0", "0", "--")];
    let imported = direct(&cells, None);
    assert_eq!(column(&imported, "Cost"), ["1100.5", "40.25", "0"]);
    assert_eq!(column(&imported, "AvgCpc"), ["220.1", "20.125", ""]);
    assert_eq!(short_kinds(&imported), "day text text text int int dec dec int");
    assert!(has(&imported, &micro(true)) && has(&imported, &Consequence::CurrencyUnknown));
    let as_written = direct(&cells, Some(false));
    assert_eq!(column(&as_written, "Cost"), ["1100500000", "40250000", "0"]);
    assert!(has(&as_written, &micro(false)));
}

#[test]
fn direct_api_money_in_units_stays() {
    let imported = direct(&[("5", "1100.50", "220.10"), ("2", "40.00", "20.00")], None);
    assert_eq!(column(&imported, "Cost"), ["1100.5", "40"]);
    assert!(has(&imported, &micro(false)));
    let whole = direct(&[("5", "1100", "220"), ("2", "40", "20")], None);
    assert_eq!(column(&whole, "Cost"), ["1100", "40"]);
    let told = direct(&[("5", "1100", "220"), ("2", "40", "20")], Some(true));
    assert_eq!(column(&told, "Cost"), ["0.0011", "0.00004"]);
}

#[test]
fn meta_totals_on_top_currency_in_the_header_and_what_is_no_figure() {
    let imported = read(
        "Reporting starts,Reporting ends,Campaign name,Campaign delivery,Results,Result indicator,\
         Cost per result,Amount spent (EUR),Impressions,Link clicks\n\
         2026-09-01,2026-09-30,,,,,,30.75,600,9\n\
         2026-09-01,2026-09-30,Leads,active,4,actions:lead,2.5625,10.25,100,3\n\
         2026-09-01,2026-09-30,Reach,active,90,reach,0.1139,10.25,200,3\n\
         2026-09-01,2026-09-30,Shop,inactive,2,actions:purchase,5.125,10.25,300,3\n"
            .as_bytes(),
    );
    assert_eq!(found(&imported).id, ExporterId::MetaAds);
    assert_eq!(imported.table.rows, 3);
    let expected = [
        Consequence::CurrencyInHeader {
            column: "Amount spent (EUR)".into(),
            currency: "EUR".into(),
        },
        Consequence::DeliveryStatus { column: "Campaign delivery".into() },
        Consequence::ResultsMixed { column: "Results".into(), kinds: Some(3) },
        Consequence::RatiosLeftOut { columns: vec!["Cost per result".into()] },
        Consequence::SetAside { above: 0, totals: 1, below: 0 },
    ];
    assert_eq!(found(&imported).follows, expected);
}

#[test]
fn amocrm_open_deals_hold_words_for_a_date_and_repeated_fields() {
    let imported = read(
        "ID;Название сделки;Бюджет ;Ответственный;Дата создания сделки;Дата закрытия;Этап сделки;\
         Источник;Источник\n\
         1;А;100;Анна;01.02.2026 10:00:00;не закрыта;Переговоры;Сайт;Звонок\n\
         2;Б;200;Анна;02.03.2026 10:00:00;05.06.2026 11:00:00;Успешно реализовано;Сайт;Звонок\n"
            .as_bytes(),
    );
    assert_eq!(found(&imported).id, ExporterId::AmoCrm);
    assert_eq!(column(&imported, "Дата создания сделки")[0], "2026-02-01T10:00:00");
    assert_eq!(column(&imported, "Дата закрытия"), ["", "2026-06-05T11:00:00"]);
    assert_eq!(imported.profile.issues.count(IssueKind::AmbiguousDates), 0);
    let expected = [
        Consequence::CloseSaysOpen { column: "Дата закрытия".into() },
        Consequence::SharedNames { columns: vec!["Источник".into()] },
        Consequence::DateOrder {
            order: DateOrder::DayMonthYear,
            settled: vec!["Дата создания сделки".into(), "Дата закрытия".into()],
            opposed: vec![],
        },
    ];
    assert_eq!(found(&imported).follows, expected);
}

#[test]
fn an_ordinary_table_has_no_exporter() {
    for text in [
        "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n1,a,b,c,Won,2026-01-01,2026-02-01,5\n",
        "Date,Campaign,Clicks,Cost\n2026-01-01,a,5,1.5\n",
        "id,имя,телефон,источник\n1,а,+7900,сайт\n",
        "1,2,3\n4,5,6\n",
    ] {
        assert_eq!(read(text.as_bytes()).profile.exporter, None, "{text}");
    }
}

#[test]
fn every_consequence_has_its_sentence_in_each_language() {
    let c = || vec!["Cost".to_owned()];
    let order = DateOrder::DayMonthYear;
    let one = || "Cost".to_owned();
    let all = [
        Consequence::DateOrder { order, settled: vec![], opposed: vec![] },
        Consequence::DateOrder { order, settled: c(), opposed: vec![] },
        Consequence::DateOrder { order, settled: vec![], opposed: c() },
        Consequence::DaysInUtc,
        Consequence::CloseIsExpected { column: one() },
        Consequence::CloseSaysOpen { column: one() },
        Consequence::CloseMayShift { column: one() },
        Consequence::SetAside { above: 3, totals: 1, below: 0 },
        Consequence::MicroUnits { columns: c(), divided: true },
        Consequence::MicroUnits { columns: c(), divided: false },
        Consequence::CurrencyInHeader { column: one(), currency: "EUR".into() },
        Consequence::CurrencyInColumn { column: one() },
        Consequence::CurrencyUnknown,
        Consequence::VatUnknown,
        Consequence::DeliveryStatus { column: one() },
        Consequence::ResultsMixed { column: one(), kinds: Some(2) },
        Consequence::ResultsMixed { column: one(), kinds: None },
        Consequence::RatiosLeftOut { columns: c() },
        Consequence::OutcomeColumn { column: one() },
        Consequence::SeveralIds { columns: c() },
        Consequence::StageDates { columns: c() },
        Consequence::SharedNames { columns: c() },
    ];
    let is_cyrillic = |c: char| ('\u{400}'..='\u{4ff}').contains(&c);
    let is_greek = |c: char| ('\u{370}'..='\u{3ff}').contains(&c);
    for consequence in &all {
        let [en, ru, el] = Locale::ALL.map(|l| (strings(l).exporter.follows)(consequence));
        assert!(!en.contains(is_cyrillic) && !en.contains(is_greek) && en.ends_with('.'), "{en}");
        assert!(ru.contains(is_cyrillic) && !ru.contains(is_greek), "{ru}");
        assert!(el.contains(is_greek) && !el.contains(is_cyrillic), "{el}");
    }
}
