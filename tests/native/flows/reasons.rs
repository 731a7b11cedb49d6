//! Lost reasons worked out by hand, and what must hold whatever the rows are.

use crate::support::check_golden;
use crate::tables::{File, assembled, file, ladder, mapped};
use tundish::chart::{Caption, ChartKind, Theme};
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::funnel::FileView;
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::query::answer;
use tundish::engine::report::*;
use tundish::engine::value::Caution;
use tundish::export::reasons_table;
use tundish::export::{answer_tables, chart_svg, sheet_csv};
use tundish::i18n::{Locale, strings};

const HEADER: &str = "Deal ID|Created:date|Closed:date|Stage|Demo:date|Amount:money|Reason|Source";

/// Seven losses: price 3 (100, 50, none), no reason 2 (900, 10), timing 2 (30, 40); a win, an open one.
const ROWS: [&str; 9] = [
    "D-1|2025-01-02|2025-02-01|Lost|2025-01-20|100|Price|ads",
    "D-2|2025-01-03|2025-02-02|Lost||50|price |ads",
    "D-3|2025-01-04|2025-02-03|Lost|2025-01-21||PRICE|mail",
    "D-4|2025-01-05|2025-02-04|Lost||900||ads",
    "D-5|2025-01-06|2025-03-05|Lost|2025-01-22|10||mail",
    "D-6|2025-01-07|2025-03-06|Lost||30|Timing|mail",
    "D-7|2025-01-08|2025-03-07|Lost|2025-01-23|40|Timing|mail",
    "D-8|2025-01-09|2025-02-08|Won|2025-01-24|70|Price|mail",
    "D-9|2025-01-10||New||80||ads",
];

fn mapping() -> Mapping {
    let roles = [
        (R::RecordId, "Deal ID"),
        (R::Created, "Created"),
        (R::Closed, "Closed"),
        (R::Stage, "Stage"),
        (R::Amount, "Amount"),
        (R::LostReason, "Reason"),
    ];
    let mut ladder = ladder(&["New", "Demo"], &["Won"], &["Lost"]);
    ladder.stages[1].entered = Some("Demo".to_owned());
    let files = vec![mapped("deals.csv", FileKind::Deals, &roles)];
    Mapping { files, ladder, ..Mapping::default() }
}

fn answered(deals: &File, spec: ReasonsSpec) -> Answer {
    let data = assembled(&[deals], &mapping());
    let spec = ReportSpec { blocks: vec![BlockSpec::Reasons(spec)], ..ReportSpec::default() };
    let files: [FileView; 1] = [deals.view()];
    answer(&files, &data, &spec).blocks.remove(0)
}

fn reasons(rows: &[&str], spec: ReasonsSpec) -> Reasons {
    match answered(&file("deals.csv", HEADER, rows), spec) {
        Answer::Reasons(found) => found,
        other => panic!("{other:?}"),
    }
}

fn by(split: ReasonsSplit, of: ReasonsOf) -> ReasonsSpec {
    ReasonsSpec { split, of, ..ReasonsSpec::default() }
}

/// Name, lost records, weight, share and cumulative share of each row.
fn plain(found: &Reasons) -> Vec<(String, u64, f64, f64, f64)> {
    let name = |label: &Label| match label {
        Label::Text(text) => text.clone(),
        other => format!("{other:?}"),
    };
    let row = |r: &ReasonRow| {
        let value = |q: &tundish::engine::value::Quantity| q.value.unwrap();
        (name(&r.label), r.lost, value(&r.weight), value(&r.share), value(&r.cumulative))
    };
    found.rows.iter().map(row).collect()
}

#[test]
fn reasons_by_count_add_up_and_none_given_is_one() {
    let found = reasons(&ROWS, ReasonsSpec::default());
    let expected = [
        ("Price", 3, 3.0, 3.0 / 7.0, 3.0 / 7.0),
        ("Timing", 2, 2.0, 2.0 / 7.0, 5.0 / 7.0),
        ("Empty", 2, 2.0, 2.0 / 7.0, 1.0),
    ];
    let expected = expected.map(|(n, lost, w, s, c)| (n.to_owned(), lost, w, s, c));
    assert_eq!(plain(&found), expected);
    assert_eq!((found.lost, found.without_reason, found.undated), (7, 2, 0));
    assert!(found.rows[0].share.cautions.contains(&Caution::SmallDenominator));
}

#[test]
fn by_amount_the_heaviest_comes_first_and_what_has_none_is_said() {
    let found = reasons(&ROWS, by(ReasonsSplit::Nothing, ReasonsOf::Amount));
    let weights: Vec<(String, f64)> = plain(&found).into_iter().map(|r| (r.0, r.2)).collect();
    let expected = [("Empty", 910.0), ("Price", 150.0), ("Timing", 70.0)];
    assert_eq!(weights, expected.map(|(n, w)| (n.to_owned(), w)));
    assert_eq!(found.total.value, Some(1130.0));
    assert_eq!(found.total.cautions, [Caution::WithoutAmount { records: 1 }]);
}

#[test]
fn a_split_says_at_which_stage_or_in_which_group_they_were_lost() {
    let found = reasons(&ROWS, by(ReasonsSplit::StageLostAt, ReasonsOf::Lost));
    // Without a stage beside “lost” and without a date of one, nobody knows how far it came.
    assert_eq!(found.parts, [Label::Stage("Demo".into()), Label::Empty]);
    let parts: Vec<&[f64]> = found.rows.iter().map(|r| r.parts.as_slice()).collect();
    assert_eq!(parts, [&[2.0, 1.0][..], &[1.0, 1.0], &[1.0, 1.0]]);

    let source = Dimension::Column { file: "deals.csv".into(), header: "Source".into() };
    let found = reasons(&ROWS, by(ReasonsSplit::By(source), ReasonsOf::Lost));
    assert_eq!(found.parts, [Label::Text("mail".into()), Label::Text("ads".into())]);
    let parts: Vec<&[f64]> = found.rows.iter().map(|r| r.parts.as_slice()).collect();
    assert_eq!(parts, [&[1.0, 2.0][..], &[2.0, 0.0], &[1.0, 1.0]]);
}

#[test]
fn the_order_of_rows_changes_nothing_and_everything_adds_up() {
    let mut turned = ROWS;
    turned.reverse();
    turned.swap(1, 4);
    for split in [ReasonsSplit::Nothing, ReasonsSplit::StageLostAt] {
        for of in [ReasonsOf::Lost, ReasonsOf::Amount] {
            let found = reasons(&ROWS, by(split.clone(), of));
            let other = reasons(&turned, by(split.clone(), of));
            assert_eq!(plain(&found).iter().map(|r| r.2).collect::<Vec<_>>(), {
                plain(&other).iter().map(|r| r.2).collect::<Vec<_>>()
            });
            assert_eq!(found.rows.iter().map(|r| r.lost).sum::<u64>(), found.lost);
            let weight: f64 = found.rows.iter().filter_map(|r| r.weight.value).sum();
            assert_eq!(Some(weight), found.total.value);
            let parts: f64 = found.rows.iter().flat_map(|r| &r.parts).sum();
            assert!((parts - weight).abs() < 1e-9);
            assert_eq!(found.rows.last().and_then(|r| r.cumulative.value), Some(1.0));
        }
    }
}

#[test]
fn a_period_by_closing_leaves_out_what_has_no_closing_date() {
    let mut rows = ROWS.to_vec();
    rows.push("D-10|2025-01-10||Lost||80|Price|ads");
    let deals = file("deals.csv", HEADER, &rows);
    let data = assembled(&[&deals], &mapping());
    let day = |text| tundish::engine::value::Day(crate::tables::day(text));
    let february =
        tundish::engine::filter::Period { first: day("2025-02-01"), last: day("2025-02-28") };
    let spec = ReportSpec {
        period: tundish::engine::filter::PeriodSpec::Between(february),
        basis: Basis::Period,
        blocks: vec![BlockSpec::Reasons(ReasonsSpec::default())],
        ..ReportSpec::default()
    };
    let Answer::Reasons(found) = answer(&[deals.view()], &data, &spec).blocks.remove(0) else {
        panic!()
    };
    assert_eq!((found.lost, found.without_reason, found.undated), (4, 1, 1));
}

#[test]
fn without_a_column_of_reasons_it_says_so() {
    let deals = file("deals.csv", HEADER, &ROWS);
    let mut plain = mapping();
    plain.files[0].roles.remove(&R::LostReason);
    let data = assembled(&[&deals], &plain);
    let blocks = vec![BlockSpec::Reasons(ReasonsSpec::default())];
    let spec = ReportSpec { blocks, ..ReportSpec::default() };
    let found = answer(&[deals.view()], &data, &spec).blocks.remove(0);
    assert_eq!(found, Answer::Absent(Absence::NoReasons));
}

#[test]
fn table_and_picture_are_as_they_were() {
    let words = strings(Locale::En);
    let mut out = String::new();
    for (name, split) in [("plain", ReasonsSplit::Nothing), ("split", ReasonsSplit::StageLostAt)] {
        let found = reasons(&ROWS, by(split, ReasonsOf::Lost));
        let kind = ChartKind::Pareto(reasons_table::chart(&found, words, None));
        let caption = Caption { title: "Lost reasons".into(), ..Caption::default() };
        for (theme, of) in [("light", Theme::LIGHT), ("dark", Theme::DARK)] {
            let svg = chart_svg(&kind, &caption, &of, 640.0).unwrap();
            check_golden(&format!("chart/pareto-{name}-{theme}.svg"), &svg);
        }
        let tables = answer_tables(&Answer::Reasons(found), words, None);
        let csv = sheet_csv(&tables[0].sheet(words), '.').replace("\r\n", "\n");
        out += csv.trim_start_matches('\u{feff}');
    }
    check_golden("flows/reasons.csv", &out);
}
