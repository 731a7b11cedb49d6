//! The pipeline between two exports: by hand, and what must hold whatever the two files are.

use crate::support::{check_chart, check_golden};
use crate::tables::{File, assembled, file, ladder, mapped};
use crate::worlds::world::Numbers;
use std::collections::BTreeMap;
use tundish::engine::dimension::Dimension;
use tundish::engine::filter::Filter;
use tundish::engine::funnel::FileView;
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::query::answer;
use tundish::engine::report::{ChangeKind as K, *};
use tundish::export::{
    FigureTable, answer_remarks, answer_tables, block_chart::block_charts, sheet_csv,
};
use tundish::i18n::{Locale, strings};

pub const HEADER: &str = "ID|Name|Created:date|Closed:date|Stage|Amount:money|Currency|Owner";

/// February: ten records, one without an id, one id twice.
pub const BEFORE: [&str; 13] = [
    "1|Alpha|2025-01-01|2025-03-01|New|100|EUR|Ann",
    "2|Beta|2025-01-02|2025-03-10|Demo|200|EUR|Ann",
    "3|Gamma|2025-01-03|2025-04-01|Demo|300|EUR|Bob",
    "4|Delta|2025-01-04||New||EUR|Bob",
    "5|Eps|2025-01-05|2025-02-10|Lost|50|EUR|Bob",
    "6|Zeta|2025-01-06|2025-02-11|Won|70|EUR|Ann",
    "7|Eta|2025-01-07|2025-03-05|Demo|400|EUR|Ann",
    "8|Theta|2025-01-08|2025-03-06|New|500|USD|Ann",
    "9|Iota|2025-01-09|2025-03-07|New|60|EUR|Bob",
    "10|Kappa|2025-02-20|2025-05-01|New|80|EUR|Bob",
    "11|Twice|2025-01-11||New|1000|EUR|Bob",
    "11|Twice|2025-01-11||New|10|EUR|Bob",
    "|Nobody|2025-01-12||New|9|EUR|Bob",
];

/// March: 1 grew, moved forward and slipped; 2 was won; 3 was lost; 4 has an amount now; 5 is open
/// again; 6 stays won; 7 moved back and was pulled in; 8 is in euros now; 9 is gone; 10 and 11 are
/// as they were; 12 to 14 are new, open, won and lost.
const AFTER: [&str; 13] = [
    "1|Alpha|2025-01-01|2025-03-20|Demo|150|EUR|Ann",
    "2|Beta|2025-01-02|2025-03-11|Won|220|EUR|Ann",
    "3|Gamma|2025-01-03|2025-03-12|Lost|300|EUR|Bob",
    "4|Delta|2025-01-04||New|40|EUR|Bob",
    "5|Eps|2025-01-05||Demo|55|EUR|Bob",
    "6|Zeta|2025-01-06|2025-02-11|Won|70|EUR|Ann",
    "7|Eta|2025-01-07|2025-03-01|New|390|EUR|Ann",
    "8|Theta|2025-01-08|2025-03-06|New|450|EUR|Ann",
    "10|Kappa|2025-02-20|2025-05-01|New|80|EUR|Bob",
    "11|Twice|2025-01-11||New|10|EUR|Bob",
    "12|New|2025-03-02||New|25|EUR|Ann",
    "13|Fast|2025-03-03|2025-03-09|Won|35|EUR|Ann",
    "14|Sad|2025-03-04|2025-03-15|Lost|45|EUR|Bob",
];

const ROLES: [(R, &str); 7] = [
    (R::RecordId, "ID"),
    (R::Name, "Name"),
    (R::Created, "Created"),
    (R::Closed, "Closed"),
    (R::Stage, "Stage"),
    (R::Amount, "Amount"),
    (R::Currency, "Currency"),
];

pub fn mapping() -> Mapping {
    let files = vec![
        mapped("mar.csv", FileKind::Deals, &ROLES),
        mapped("feb.csv", FileKind::EarlierExport, &ROLES),
    ];
    let ladder = ladder(&["New", "Demo"], &["Won"], &["Lost"]);
    Mapping { files, ladder, ..Mapping::default() }
}

fn asked(before: &File, after: &File, spec: &ReportSpec) -> Answer {
    let data = assembled(&[after, before], &mapping());
    let files: [FileView; 2] = [after.view(), before.view()];
    answer(&files, &data, spec).blocks.remove(0)
}

fn change(before: &[&str], after: &[&str], filters: Vec<Filter>) -> PipelineChange {
    let (before, after) = (file("feb.csv", HEADER, before), file("mar.csv", HEADER, after));
    let block = BlockSpec::PipelineChange(PipelineChangeSpec::default());
    let spec = ReportSpec { filters, blocks: vec![block], ..ReportSpec::default() };
    match asked(&before, &after, &spec) {
        Answer::PipelineChange(found) => *found,
        other => panic!("{other:?}"),
    }
}

fn line(found: &PipelineChange, kind: K) -> (u64, Option<f64>, Option<f64>) {
    let line = found.lines.iter().find(|l| l.kind == kind);
    line.map_or((0, None, None), |l| (l.records, l.value_before, l.value_after))
}

#[test]
fn every_kind_of_change_is_counted_with_both_values() {
    let found = change(&BEFORE, &AFTER, Vec::new());
    assert_eq!((found.kept, found.created, found.gone), (10, 3, 1));
    let expected = [
        (K::Created, (1, None, Some(25.0))),
        (K::Reopened, (1, Some(50.0), Some(55.0))),
        (K::Grew, (1, Some(100.0), Some(150.0))),
        (K::Priced, (1, Some(0.0), Some(40.0))),
        (K::Shrank, (1, Some(400.0), Some(390.0))),
        // The dollars are in the dollars' own bridge.
        (K::OtherCurrency, (1, Some(0.0), Some(450.0))),
        (K::Won, (1, Some(200.0), Some(220.0))),
        (K::Lost, (1, Some(300.0), Some(300.0))),
        (K::Gone, (1, Some(60.0), None)),
        (K::Forward, (1, Some(100.0), Some(150.0))),
        (K::Back, (1, Some(400.0), Some(390.0))),
        (K::Slipped, (1, Some(100.0), Some(150.0))),
        (K::PulledIn, (1, Some(400.0), Some(390.0))),
        (K::Unchanged, (2, Some(90.0), Some(90.0))),
        (K::CreatedWon, (1, None, Some(35.0))),
        (K::CreatedLost, (1, None, Some(45.0))),
        (K::StillClosed, (1, Some(70.0), Some(70.0))),
    ];
    for (kind, expected) in expected {
        assert_eq!(line(&found, kind), expected, "{kind:?}");
    }
    assert_eq!(found.lines.len(), expected.len());
    // The last row of an id that comes twice counts, and a row without one is in no pair.
    assert_eq!((found.earlier.repeated, found.earlier.without_id), (1, 1));
    assert_eq!((found.later.repeated, found.later.without_id), (0, 0));
    assert_eq!(
        (found.earlier.records, found.earlier.open, found.earlier.open_unpriced),
        (11, 9, 1)
    );
    let days = |export: &Export| export.as_of.map(|day| day.to_string());
    assert_eq!(days(&found.earlier).as_deref(), Some("2025-02-20"));
    assert_eq!(days(&found.later).as_deref(), Some("2025-03-15"));
}

#[test]
fn the_bridge_leads_from_one_value_to_the_other_in_each_currency() {
    let found = change(&BEFORE, &AFTER, Vec::new());
    let [euros, dollars] = found.bridges.as_slice() else { panic!("{:?}", found.bridges) };
    assert_eq!((euros.currency.as_str(), euros.before, euros.after), ("EUR", 1150.0, 1200.0));
    let steps: Vec<(K, f64)> = euros.steps.iter().map(|s| (s.kind, s.value)).collect();
    let expected = [
        (K::Created, 25.0),
        (K::Reopened, 55.0),
        (K::Grew, 50.0),
        (K::Priced, 40.0),
        (K::Shrank, -10.0),
        (K::OtherCurrency, 450.0),
        (K::Won, -200.0),
        (K::Lost, -300.0),
        (K::Gone, -60.0),
    ];
    assert_eq!(steps, expected);
    assert_eq!((dollars.currency.as_str(), dollars.before, dollars.after), ("USD", 500.0, 0.0));
    assert_eq!(dollars.steps[0].value, -500.0);
}

#[test]
fn filters_select_by_the_later_export_and_what_is_gone_by_the_earlier_one() {
    let owner = Dimension::Column { file: "mar.csv".into(), header: "Owner".into() };
    let found = change(&BEFORE, &AFTER, vec![Filter::among(owner, vec!["bob".into()])]);
    assert_eq!((found.kept, found.created, found.gone), (5, 1, 1));
    assert_eq!(line(&found, K::Gone).0, 1);
    assert_eq!(line(&found, K::Grew).0, 0);
}

#[test]
fn the_earlier_export_is_in_no_other_figure() {
    let (before, after) = (file("feb.csv", HEADER, &BEFORE), file("mar.csv", HEADER, &AFTER));
    let spec = ReportSpec::default();
    let with = asked(&before, &after, &spec);
    let alone = Mapping { files: vec![mapping().files.remove(0)], ..mapping() };
    let data = assembled(&[&after], &alone);
    assert_eq!(with, answer(&[after.view()], &data, &spec).blocks.remove(0));
}

#[test]
fn without_an_earlier_export_it_says_so() {
    let after = file("mar.csv", HEADER, &AFTER);
    let alone = Mapping { files: vec![mapping().files.remove(0)], ..mapping() };
    let data = assembled(&[&after], &alone);
    let blocks = vec![BlockSpec::PipelineChange(PipelineChangeSpec::default())];
    let spec = ReportSpec { blocks, ..ReportSpec::default() };
    let found = answer(&[after.view()], &data, &spec).blocks.remove(0);
    assert_eq!(found, Answer::Absent(Absence::NoEarlierExport));
}

/// An export made at random: ids of a small set, so that two of them share many.
pub fn export(numbers: &mut Numbers) -> Vec<String> {
    let row = |numbers: &mut Numbers| {
        let id = if numbers.one_in(12) { String::new() } else { numbers.below(30).to_string() };
        let day = |numbers: &mut Numbers| match numbers.one_in(4) {
            true => String::new(),
            false => format!("2025-0{}-1{}", 1 + numbers.below(6), numbers.below(9)),
        };
        let stage = ["New", "Demo", "Won", "Lost", "Parked", ""][numbers.below(6)];
        let amount = ["", "100", "33.33", "0.1", "-5", "1000000.01"][numbers.below(6)];
        let currency = ["EUR", "USD", ""][numbers.below(3)];
        format!("{id}|x|{}|{}|{stage}|{amount}|{currency}|o", day(numbers), day(numbers))
    };
    (0..1 + numbers.below(40)).map(|_| row(numbers)).collect()
}

#[test]
fn every_id_is_in_one_of_three_and_bridges_add_up_in_every_world() {
    let mut seen: BTreeMap<K, u64> = BTreeMap::new();
    for seed in 0..400 {
        let mut numbers = Numbers::new(seed);
        let (before, after) = (export(&mut numbers), export(&mut numbers));
        let rows = |rows: &[String]| -> Vec<String> { rows.to_vec() };
        let (b, a) = (rows(&before), rows(&after));
        let [b, a]: [Vec<&str>; 2] = [&b, &a].map(|r| r.iter().map(String::as_str).collect());
        let ids = |rows: &[&str]| -> std::collections::BTreeSet<String> {
            let ids = rows.iter().filter_map(|r| r.split('|').next());
            ids.filter(|id| !id.is_empty()).map(str::to_owned).collect()
        };
        let found = change(&b, &a, Vec::new());
        let (old, new) = (ids(&b), ids(&a));
        assert_eq!(found.created, new.difference(&old).count() as u64, "seed {seed}");
        assert_eq!(found.gone, old.difference(&new).count() as u64, "seed {seed}");
        assert_eq!(found.kept, old.intersection(&new).count() as u64, "seed {seed}");
        let rows = |e: &Export| e.records + e.repeated + e.without_id;
        assert_eq!(rows(&found.earlier), b.len() as u64, "seed {seed}");
        assert_eq!(rows(&found.later), a.len() as u64, "seed {seed}");
        for bridge in &found.bridges {
            let steps: f64 = bridge.steps.iter().map(|s| s.value).sum();
            let gap = bridge.before + steps - bridge.after;
            assert!(gap.abs() < 0.001, "seed {seed}: {gap}");
        }
        // Passages are the same records once more.
        let all: u64 = found.passages.iter().map(|p| p.records).sum();
        assert_eq!(all, found.kept + found.created + found.gone, "seed {seed}");
        let alone = |kind: K| line(&found, kind).0;
        let closed_alone = [K::CreatedWon, K::CreatedLost, K::StillClosed, K::GoneClosed];
        let ends: u64 =
            [K::LostToWon, K::WonToLost].into_iter().chain(closed_alone).map(alone).sum();
        let outside: u64 =
            [K::Created, K::Reopened, K::Won, K::Lost, K::Gone].map(alone).iter().sum();
        let stayed = found.passages.iter().filter(|p| {
            let is_open = |at: Option<u32>| at.is_some_and(|at| at < 2 || at == 4);
            is_open(p.from) && is_open(p.to)
        });
        let stayed: u64 = stayed.map(|p| p.records).sum();
        assert_eq!(ends + outside + stayed, all, "seed {seed}");
        for line in &found.lines {
            *seen.entry(line.kind).or_default() += line.records;
        }
    }
    assert_eq!(seen.len(), K::EVERY.len(), "not every kind occurs: {seen:?}");
}

#[test]
fn figures_of_a_column_have_one_count_of_decimals() {
    // 4 has cents, and so all amounts of its column; the CSV stays exact.
    let after = AFTER.map(|row| row.replace("|40|EUR", "|40.25|EUR"));
    let after: Vec<&str> = after.iter().map(String::as_str).collect();
    let found = Answer::PipelineChange(Box::new(change(&BEFORE, &after, Vec::new())));
    let tables = answer_tables(&found, strings(Locale::En), Some("EUR"));
    let column = |table: &FigureTable, at: usize| -> Vec<String> {
        let cells = table.rows.iter().map(|row| row.cells[at].text.clone());
        cells.filter(|text| !text.is_empty()).collect()
    };
    let (sums, effects) = (column(&tables[0], 3), column(&tables[0], 4));
    assert!(effects.contains(&"+€40.25".to_owned()) && sums.contains(&"€1,200.25".to_owned()));
    assert!(sums.iter().chain(&effects).all(|text| text.contains('.')), "{sums:?} {effects:?}");
    let records = &tables[3];
    let amounts = column(records, records.names + 1);
    assert!(amounts.contains(&"€40.25".to_owned()) && amounts.contains(&"€220.00".to_owned()));
    assert!(amounts.iter().all(|text| text.contains('.')), "{amounts:?}");
    let csv = sheet_csv(&records.sheet(strings(Locale::En)), '.');
    assert!(csv.contains(",40.25,") && csv.contains(",220,"), "{csv}");
}

#[test]
fn the_tables_and_the_picture_are_as_they_were() {
    let words = strings(Locale::En);
    let found = Answer::PipelineChange(Box::new(change(&BEFORE, &AFTER, Vec::new())));
    let mut out = String::new();
    for table in answer_tables(&found, words, Some("EUR")) {
        out += &format!("# {}\n", table.title);
        let csv = sheet_csv(&table.sheet(words), '.').replace("\r\n", "\n");
        out += csv.trim_start_matches('\u{feff}');
    }
    for said in answer_remarks(&found, words) {
        out += &format!("{said}\n");
    }
    check_golden("flows/pipeline_change.txt", &out);
    let chart = block_charts(&found, words, Some("EUR"), &[]).remove(0);
    check_chart("bridge", &chart.kind, &chart.title, [760.0, 320.0]);
}
