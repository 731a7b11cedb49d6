//! Which files are proposed as one table, by which key, and which are not.

use super::{decide, proposed, report, shelf, table};
use tundish::engine::append::decide::{follow_in_report, leave_out, let_in, set_apart};
use tundish::engine::audit::Finding;
use tundish::engine::dimension::Dimension;
use tundish::engine::document::Document;
use tundish::engine::filter::Filter;
use tundish::engine::formula::OwnMeasure;
use tundish::engine::import::ImportOptions;
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::{Channel, FileKind, Mapping};
use tundish::engine::profile::DateOrder;
use tundish::engine::report::{BlockSpec, ReportSpec, Segments, TrendSpec};

const JANUARY: &str = "Deal ID,Created,Stage,Amount,Source\n\
    1,2025-01-05,Won,100,google\n2,2025-01-06,New,,google\n";
const FEBRUARY: &str = "Deal ID,Created,Stage,Amount,Source\n\
    3,2025-02-05,Won,100,google\n4,2025-02-06,Lost,,google\n";
const MARCH: &str = "Deal ID,Created,Stage,Amount,Source\n\
    5,2025-03-05,Won,100,google\n6,2025-03-06,Lost,,google\n";

/// `2025-01-01|Brand|100`: a day, a campaign, a cost.
fn costs(rows: &[&str]) -> String {
    let rows = rows.iter().map(|row| {
        let cells: Vec<&str> = row.split('|').collect();
        format!("{},{},ENABLED,{},{}\n", cells[0], cells[1], 7, cells[2])
    });
    format!("Day,Campaign,Campaign status,Clicks,Cost\n{}", rows.collect::<String>())
}

#[test]
fn costs_of_a_day_exported_twice_count_once_by_day_and_campaign() {
    let january = costs(&[
        "2025-01-30|Brand|100",
        "2025-01-30|Generic|50",
        "2025-01-31|Brand|10",
        "2025-01-31|Generic|5",
        "2025-01-29|Brand|1",
    ]);
    // The last day was not over when January was exported; a campaign was paused since.
    let february = costs(&[
        "2025-01-31|Brand|90",
        "2025-01-31|Generic|45",
        "2025-02-01|Brand|70",
        "2025-02-02|Brand|75",
        "2025-02-03|Brand|75",
    ])
    .replace("Brand,ENABLED", "Brand,PAUSED");
    let (shelf, _) = proposed(&[("ads_2025-01.csv", &january), ("ads_2025-02.csv", &february)]);
    let (made, told) = table(&shelf);
    assert_eq!(told.key, ["Day", "Campaign"]);
    assert_eq!((told.overlap, told.restated, told.kept(), told.shared_days), (2, 2, 8, 0));
    let cost = made.column("Cost").unwrap();
    let total: f64 = (0..made.rows).filter_map(|row| cost.number(row)).sum();
    assert_eq!(total, 100.0 + 50.0 + 1.0 + 90.0 + 45.0 + 70.0 + 75.0 + 75.0);
}

#[test]
fn days_that_files_share_under_other_campaigns_are_reported_and_counted() {
    let january = costs(&["2025-01-30|A|1", "2025-01-31|A|2"]);
    let february = costs(&["2025-01-31|B|4", "2025-02-01|B|8", "2025-02-02|B|16"]);
    let (shelf, document) = proposed(&[("ads_1.csv", &january), ("ads_2.csv", &february)]);
    let told = table(&shelf).1;
    assert_eq!((told.overlap, told.shared_days, told.shared_rows), (0, 1, 2));
    let findings = report(&shelf, &document).findings;
    let shared = findings.iter().any(|f| matches!(f, Finding::SharedDays { days: 1, rows: 2, .. }));
    assert!(shared, "{findings:?}");
}

#[test]
fn two_accounts_with_the_same_campaigns_are_not_taken_for_one_export_twice() {
    let days = ["2025-01-01", "2025-01-02", "2025-01-03", "2025-01-04"];
    let account = |cost: u32| {
        let rows: Vec<String> =
            days.iter().zip(1..).map(|(day, n)| format!("{day}|Brand|{}", cost * n)).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        costs(&rows).replace(",7,", &format!(",{cost},"))
    };
    let (one, two) = (account(3), account(5));
    let (mut shelf, mut document) = proposed(&[("ads 1.csv", &one), ("ads 2.csv", &two)]);
    let told = table(&shelf).1;
    assert!(told.doubted);
    assert_eq!((told.overlap, told.kept(), told.shared_days, told.shared_rows), (0, 8, 4, 8));
    let findings = report(&shelf, &document).findings;
    assert!(findings.iter().any(|f| matches!(f, Finding::KeyDoubted { .. })), "{findings:?}");
    // The user knows better.
    decide(&mut shelf, &mut document, |group| group.key_decided = true);
    let told = table(&shelf).1;
    assert_eq!((told.doubted, told.overlap, told.kept()), (false, 4, 4));
}

#[test]
fn numbers_that_begin_anew_in_each_file_are_no_key() {
    let month = |month: u32, names: [&str; 3]| {
        let rows = names.iter().zip(1..).map(|(name, n)| {
            format!("{n},{name},2025-0{month}-1{n},Won,{},{name} Ltd\n", month * 10 + n)
        });
        format!("№,Deal name,Created,Stage,Amount,Company\n{}", rows.collect::<String>())
    };
    let january = month(1, ["Ada", "Bea", "Cy"]);
    let february = month(2, ["Dan", "Eve", "Fay"]);
    let (shelf, _) = proposed(&[("d 1.csv", &january), ("d 2.csv", &february)]);
    let told = table(&shelf).1;
    assert_eq!(told.key, ["№"]);
    assert!(told.doubted);
    assert_eq!((told.kept(), told.overlap), (6, 0));
}

#[test]
fn files_that_only_look_alike_stay_apart_and_are_offered() {
    let january = costs(&["2025-01-30|A|1", "2025-01-31|A|2"]);
    let other = costs(&["2025-01-30|B|4", "2025-01-31|B|8"]);
    let (shelf, document) = proposed(&[("google_1.csv", &january), ("bing_1.csv", &other)]);
    assert_eq!((shelf.views().len(), document.mapping.groups.len()), (2, 0));
    let offered = shelf.explain(&document.mapping);
    assert_eq!(offered.len(), 1);
    assert!(offered[0].group.apart && offered[0].appended.is_none());
    assert_eq!(offered[0].files, ["bing_1.csv", "google_1.csv"]);

    // Without an id, a file that was downloaded twice would count twice.
    let leads =
        "Created,Name,Phone,Source,Status\n2025-01-05,Ada,1,google,New\n2025-01-06,B,2,x,New\n";
    let (shelf, document) = proposed(&[("leads.csv", leads), ("leads (1).csv", leads)]);
    assert_eq!((shelf.views().len(), document.mapping.groups.len()), (2, 0));
    // With one, it counts once.
    let (shelf, _) = proposed(&[("d.csv", JANUARY), ("d (1).csv", JANUARY)]);
    assert_eq!(
        (table(&shelf).1.kept(), table(&shelf).1.overlap, table(&shelf).1.restated),
        (2, 2, 0)
    );
}

#[test]
fn months_under_names_of_their_own_are_one_table_where_their_days_follow() {
    let (shelf, _) = proposed(&[("final.csv", FEBRUARY), ("Report Ann.csv", JANUARY)]);
    let told = table(&shelf).1;
    let order: Vec<&str> = told.files.iter().map(|f| f.name.as_str()).collect();
    assert_eq!(order, ["Report Ann.csv", "final.csv"]);
}

#[test]
fn what_one_month_proves_of_its_dates_holds_for_the_month_that_could_not_tell() {
    // By themselves January's dates are read as 1 May and 1 June.
    let january = "Deal ID,Created,Stage\n1,05/01/2025,Won\n2,06/01/2025,New\n";
    let february = "Deal ID,Created,Stage\n3,14/02/2025,Won\n4,28/02/2025,New\n";
    let shelf = shelf(&[("deals_1.csv", january), ("deals_2.csv", february)]);
    let mapping = shelf.grouped(&Mapping::default());
    let said = mapping.import_of("deals_1.csv").unwrap();
    let column = said.columns.first().map(|c| (c.header.as_str(), c.date_order));
    assert_eq!(column, Some(("Created", Some(DateOrder::DayMonthYear))));
    assert_eq!(mapping.import_of("deals_2.csv"), Some(&ImportOptions::default()));
    // Said once.
    assert_eq!(shelf.grouped(&mapping), mapping);
}

#[test]
fn next_month_joins_the_table_and_what_was_decided_stays() {
    let (mut shelf, mut document) =
        proposed(&[("deals_1.csv", JANUARY), ("deals_2.csv", FEBRUARY)]);
    let name = document.mapping.groups[0].name.clone();
    document.mapping.channels.decided.insert("google".to_owned(), Channel::Event);
    document.mapping.ladder.stages[0].name = "My own".to_owned();
    let before = document.mapping.clone();
    shelf.put(2, super::import("deals_3.csv", MARCH));
    let mapping = shelf.grouped(&document.mapping);
    assert_eq!(mapping.groups[0].name, name);
    // Their rows are in the old table: they are read again.
    assert_eq!(shelf.arrange(&mapping), [0, 1]);
    shelf.put(0, super::import("deals_1.csv", JANUARY));
    shelf.put(1, super::import("deals_2.csv", FEBRUARY));
    assert!(shelf.arrange(&mapping).is_empty());
    let mapping = suggest(&shelf.views(), &mapping);
    assert_eq!(mapping.ladder, before.ladder);
    assert_eq!(mapping.files, before.files);
    assert_eq!(table(&shelf).1.files.len(), 3);
    // Proposing twice changes nothing.
    assert_eq!(shelf.grouped(&mapping), mapping);
}

#[test]
fn a_report_made_of_one_quarter_reads_the_next() {
    let (_, document) = proposed(&[("deals_1.csv", JANUARY), ("deals_2.csv", FEBRUARY)]);
    let shelf = shelf(&[("deals_3.csv", MARCH)]);
    let mapping = shelf.grouped(&document.mapping);
    let names: Vec<&str> = mapping.groups[0].members.iter().map(|m| m.name.as_str()).collect();
    assert_eq!(names, ["deals_3.csv"]);
    assert_eq!(mapping.file_names(), ["deals_3.csv"]);
}

#[test]
fn a_table_taken_apart_keeps_its_decisions_in_its_first_file_and_stays_apart() {
    let (mut shelf, mut document) =
        proposed(&[("deals_1.csv", JANUARY), ("deals_2.csv", FEBRUARY)]);
    let name = document.mapping.groups[0].name.clone();
    let dimension = Dimension::Column { file: name.clone(), header: "Source".to_owned() };
    let values = vec!["google".to_owned()];
    document.report.filters.push(Filter { dimension, values, exclude: false, ..Filter::default() });
    let before = document.clone();
    let group = document.mapping.groups[0].clone();
    set_apart(&mut document, &group, true);
    assert_eq!(document.mapping.files[0].name, "deals_1.csv");
    let of_first =
        Dimension::Column { file: "deals_1.csv".to_owned(), header: "Source".to_owned() };
    assert_eq!(document.report.filters[0].dimension, of_first);
    assert_eq!(shelf.arrange(&document.mapping), [0, 1]);
    shelf.put(0, super::import("deals_1.csv", JANUARY));
    shelf.put(1, super::import("deals_2.csv", FEBRUARY));
    let mapping = shelf.grouped(&document.mapping);
    assert!(shelf.arrange(&mapping).is_empty());
    assert_eq!(shelf.views().len(), 2);
    document.mapping = suggest(&shelf.views(), &mapping);
    let kinds: Vec<FileKind> = document.mapping.files.iter().map(|f| f.kind).collect();
    assert_eq!(kinds, [FileKind::Deals, FileKind::Deals]);
    // And together again, as it was.
    let group = document.mapping.groups[0].clone();
    set_apart(&mut document, &group, false);
    assert!(shelf.arrange(&document.mapping).is_empty());
    document.mapping = suggest(&shelf.views(), &document.mapping);
    assert_eq!(document, before);
}

#[test]
fn a_file_can_be_taken_out_and_let_in_again() {
    let files = [("deals_1.csv", JANUARY), ("deals_2.csv", FEBRUARY), ("deals_3.csv", MARCH)];
    let (shelf, mut document) = proposed(&files);
    let name = document.mapping.groups[0].name.clone();
    leave_out(&mut document, &name, "deals_2.csv");
    let mapping = shelf.grouped(&document.mapping);
    let members = |mapping: &Mapping| mapping.groups[0].members.len();
    assert_eq!((members(&mapping), mapping.groups.len()), (2, 1));
    let view = shelf.explain(&mapping);
    assert_eq!(view[0].others, ["deals_2.csv"]);
    let_in(&mut document, &name, "deals_2.csv");
    let mapping = shelf.grouped(&document.mapping);
    let names: Vec<&str> = mapping.groups[0].members.iter().map(|m| m.name.as_str()).collect();
    assert_eq!(names, ["deals_1.csv", "deals_2.csv", "deals_3.csv"]);
}

#[test]
fn a_document_of_before_still_opens() {
    let old =
        r#"{"format":"tundish","version":1,"mapping":{"files":[{"name":"a.csv","kind":"deals"}]}}"#;
    let document = Document::from_json(old).unwrap();
    assert_eq!((document.mapping.groups.len(), document.mapping.files.len()), (0, 1));
    let (_, document) = proposed(&[("deals_1.csv", JANUARY), ("deals_2.csv", FEBRUARY)]);
    assert_eq!(Document::from_json(&document.to_json()).unwrap(), document);
    let mut report = document.report.clone();
    follow_in_report(&mut report, &document.mapping.groups);
    assert_eq!(report, document.report);
}

#[test]
fn what_blocks_and_formulas_ask_follows_the_files_into_their_table() {
    let (_, document) = proposed(&[("deals_1.csv", JANUARY), ("deals_2.csv", FEBRUARY)]);
    let table = document.mapping.groups[0].name.clone();
    let column = |file: &str| Dimension::Column { file: file.to_owned(), header: "Amount".into() };
    let report = |file: &str| ReportSpec {
        own: vec![OwnMeasure {
            formula: format!("sum([{file}][Amount]) / leads"),
            ..OwnMeasure::default()
        }],
        segments: Some(Segments { a: vec![Filter::among(column(file), vec![])], b: vec![] }),
        blocks: vec![BlockSpec::Trend(TrendSpec {
            split: Some(column(file)),
            filters: vec![Filter::among(column(file), vec!["1".to_owned()])],
            ..TrendSpec::default()
        })],
        ..ReportSpec::default()
    };
    let mut followed = report("deals_1.csv");
    follow_in_report(&mut followed, &document.mapping.groups);
    assert_eq!(followed, report(&table));
}
