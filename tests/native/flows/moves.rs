//! Moves between stages and the flow that they make: a history worked out by hand, dates of stages,
//! and what must add up whatever the rows are.

use crate::support::check_golden;
use crate::tables::{File, assembled, file, ladder, mapped};
use tundish::chart::{Caption, ChartKind, Theme};
use tundish::engine::dimension::Label;
use tundish::engine::filter::{Grain, Period, PeriodSpec};
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::query::answer;
use tundish::engine::report::*;
use tundish::engine::value::Day;
use tundish::export::{
    Cell, answer_sheets, answer_tables, chart_svg, flow_table, moves_table, sheet_csv,
};
use tundish::i18n::{Locale, strings};

/// Seven records of a history.
const ROWS: [&str; 22] = [
    // 0: back to demo and on again; two moves on one day out of file order.
    "0||new|2025-01-01",
    "0|demo|offer|2025-01-05",
    "0|new|demo|2025-01-05",
    "0|offer|demo|2025-01-08",
    "0|demo|offer|2025-02-10",
    "0|offer|won|2025-02-12",
    // 1: lost, reopened, won.
    "1||new|2025-01-01",
    "1|new|lost|2025-01-04",
    "1|lost|demo|2025-02-06",
    "1|demo|won|2025-02-09",
    // 2: over demo, still at offer.
    "2||new|2025-01-02",
    "2|new|offer|2025-01-20",
    // 3: lost at demo.
    "3||new|2025-01-02",
    "3|new|demo|2025-01-20",
    "3|demo|lost|2025-02-20",
    // 4: still new. 5: begins at demo and is there.
    "4||new|2025-01-02",
    "5||demo|2025-01-02",
    // 6: over everything.
    "6||new|2025-01-03",
    "6|new|won|2025-02-03",
    // 7: forward and lost on one day, out of file order.
    "7|demo|lost|2025-02-05",
    "7|new|demo|2025-02-05",
    "7||new|2025-01-05",
];

fn log_mapping() -> Mapping {
    let roles = [(R::Record, "deal"), (R::FromStage, "from"), (R::Stage, "to"), (R::Date, "at")];
    let files = vec![mapped("log", FileKind::StageHistory, &roles)];
    let ladder = ladder(&["new", "demo", "offer"], &["won"], &["lost"]);
    Mapping { files, ladder, ..Mapping::default() }
}

fn log(rows: &[&str]) -> File {
    file("log", "deal|from|to|at:date", rows)
}

fn ask(file: &File, mapping: &Mapping, spec: ReportSpec) -> Answer {
    answer(&[file.view()], &assembled(&[file], mapping), &spec).blocks.remove(0)
}

fn moves(file: &File, mapping: &Mapping, period: PeriodSpec, grain: Grain) -> Transitions {
    let spec = TransitionsSpec { grain, ..TransitionsSpec::default() };
    let blocks = vec![BlockSpec::Transitions(spec)];
    match ask(file, mapping, ReportSpec { period, blocks, ..ReportSpec::default() }) {
        Answer::Transitions(found) => found,
        other => panic!("{other:?}"),
    }
}

fn flow(file: &File, mapping: &Mapping, of: FlowOf) -> Flow {
    let spec = FlowSpec { of, ..FlowSpec::default() };
    let blocks = vec![BlockSpec::Flow(spec)];
    match ask(file, mapping, ReportSpec { blocks, ..ReportSpec::default() }) {
        Answer::Flow(found) => found,
        other => panic!("{other:?}"),
    }
}

fn name(label: &Label) -> String {
    match label {
        Label::Stage(name) => name.clone(),
        other => format!("{other:?}").to_lowercase(),
    }
}

fn plain(found: &Transitions) -> Vec<String> {
    let at = |i: u32| name(&found.places[i as usize]);
    let pair = |p: &Transition| {
        let (from, to) = (at(p.from), at(p.to));
        format!("{from}>{to} {:?} {}/{} {:?}", p.kind, p.moves, p.records, p.by_unit)
    };
    found.pairs.iter().map(pair).collect()
}

#[test]
fn a_history_gives_every_move_with_its_kind_and_month() {
    let found = moves(&log(&ROWS), &log_mapping(), PeriodSpec::All, Grain::Month);
    let expected = [
        "new>demo Forward 3/3 [2, 1]",
        "new>offer Skipped 1/1 [1, 0]",
        "new>won Won 1/1 [0, 1]",
        "new>lost Lost 1/1 [1, 0]",
        "demo>offer Forward 2/1 [1, 1]",
        "demo>won Won 1/1 [0, 1]",
        "demo>lost Lost 2/2 [0, 2]",
        "offer>demo Back 1/1 [1, 0]",
        "offer>won Won 1/1 [0, 1]",
        "lost>demo Reopened 1/1 [0, 1]",
    ];
    assert_eq!(plain(&found), expected);
    assert_eq!((found.moves, found.records, found.openings), (14, 6, 8));
    // Demo and offer again by record 0; nobody else comes back to where he was.
    assert_eq!(found.reentered, Some(2));
    assert_eq!(found.starts.len(), 2);
}

#[test]
fn the_period_selects_moves_by_their_day() {
    let day = |text| Day(crate::tables::day(text));
    let february = Period { first: day("2025-02-01"), last: day("2025-02-28") };
    let found = moves(&log(&ROWS), &log_mapping(), PeriodSpec::Between(february), Grain::Week);
    assert_eq!((found.moves, found.records, found.openings), (8, 5, 0));
    let weeks: u64 = found.pairs.iter().flat_map(|p| &p.by_unit).sum();
    assert_eq!(weeks, 8);
    assert!(found.pairs.iter().all(|p| p.kind != MoveKind::Back));
}

#[test]
fn the_order_of_rows_changes_nothing() {
    let mut turned = ROWS;
    turned.reverse();
    let (file, other) = (log(&ROWS), log(&turned));
    let map = log_mapping();
    let one = moves(&file, &map, PeriodSpec::All, Grain::Day);
    assert_eq!(plain(&one), plain(&moves(&other, &map, PeriodSpec::All, Grain::Day)));
    assert_eq!(flow(&file, &map, FlowOf::Passages), flow(&other, &map, FlowOf::Passages));
}

/// What comes into a place goes out of it, is open there, or has ended there.
fn adds_up(found: &Flow, stages: usize) {
    let sum = |of: &dyn Fn(&&FlowEdge) -> bool| -> f64 {
        found.edges.iter().filter(of).map(|e| e.weight).sum()
    };
    let mut ended = 0.0;
    for (at, place) in found.places.iter().enumerate() {
        let into = sum(&|e| e.to as usize == at) + place.began;
        let out = sum(&|e| e.from as usize == at) + place.open;
        assert!((into - place.weight).abs() < 1e-9, "{place:?}");
        if at < stages {
            assert!((into - out).abs() < 1e-9, "{place:?}: {into} {out}");
        }
        ended += into - sum(&|e| e.from as usize == at);
    }
    let began: f64 = found.places.iter().map(|p| p.began).sum();
    assert!((began - ended).abs() < 1e-9, "what began has ended or is still there");
    if found.of == FlowOf::Passages {
        assert_eq!(began, found.records as f64);
    }
}

#[test]
fn every_stage_of_a_flow_adds_up() {
    let found = flow(&log(&ROWS), &log_mapping(), FlowOf::Passages);
    adds_up(&found, 3);
    let places: Vec<(String, f64, f64, f64)> =
        found.places.iter().map(|p| (name(&p.label), p.began, p.weight, p.open)).collect();
    let expected = [
        ("new", 7.0, 7.0, 1.0),
        ("demo", 1.0, 6.0, 1.0),
        ("offer", 0.0, 3.0, 1.0),
        ("won", 0.0, 3.0, 0.0),
        ("lost", 0.0, 3.0, 0.0),
    ];
    assert_eq!(places, expected.map(|(n, b, w, o)| (n.to_owned(), b, w, o)));
    assert!(found.tells_returns);
}

/// Dates of stages: forward, over a stage, lost, same day, against the ladder, no dates at all.
fn dated() -> (File, Mapping) {
    let deals = file(
        "deals.csv",
        "Deal ID|Created:date|Closed:date|Stage|Demo:date|Offer:date|Amount:money",
        &[
            "D-1|2025-01-02|2025-02-01|won|2025-01-20|2025-01-20|100",
            "D-2|2025-01-03||offer||2025-01-25|50",
            "D-3|2025-01-04|2025-02-03|lost|2025-01-21||",
            "D-4|2025-01-05|2025-02-04|lost|||900",
            "D-5|2025-01-06||offer|2025-01-30|2025-01-22|10",
            "D-6|2025-01-07||new|||30",
        ],
    );
    let roles = [
        (R::RecordId, "Deal ID"),
        (R::Created, "Created"),
        (R::Closed, "Closed"),
        (R::Stage, "Stage"),
        (R::Amount, "Amount"),
    ];
    let mut ladder = ladder(&["new", "demo", "offer"], &["won"], &["lost"]);
    ladder.stages[1].entered = Some("Demo".to_owned());
    ladder.stages[2].entered = Some("Offer".to_owned());
    let files = vec![mapped("deals.csv", FileKind::Deals, &roles)];
    (deals, Mapping { files, ladder, ..Mapping::default() })
}

#[test]
fn dates_of_stages_tell_forward_moves_and_no_returns() {
    let (deals, map) = dated();
    let found = moves(&deals, &map, PeriodSpec::All, Grain::Month);
    let expected = [
        "new>demo Forward 3/3 [3, 0]",
        "new>offer Skipped 1/1 [1, 0]",
        "new>lost Lost 1/1 [0, 1]",
        "demo>offer Forward 2/2 [2, 0]",
        "demo>lost Lost 1/1 [0, 1]",
        "offer>won Won 1/1 [0, 1]",
    ];
    assert_eq!(plain(&found), expected);
    assert_eq!((found.reentered, found.out_of_order), (None, 1));
    for of in [FlowOf::Passages, FlowOf::Amount] {
        let flow = flow(&deals, &map, of);
        adds_up(&flow, 3);
        assert_eq!((flow.tells_returns, flow.unknown_depth), (false, 1));
    }
}

#[test]
fn a_status_alone_has_no_moves_and_says_why() {
    let (deals, mut map) = dated();
    map.ladder.stages.iter_mut().for_each(|s| s.entered = None);
    for block in
        [BlockSpec::Flow(FlowSpec::default()), BlockSpec::Transitions(TransitionsSpec::default())]
    {
        let spec = ReportSpec { blocks: vec![block], ..ReportSpec::default() };
        assert_eq!(ask(&deals, &map, spec), Answer::Absent(Absence::NoHistory));
    }
}

/// Many records whose ways a plain generator makes: stages add up whatever happens.
#[test]
fn any_history_adds_up() {
    let mut seed = 7u32;
    let mut next = |n: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) % n
    };
    let places = ["new", "demo", "offer", "won", "lost"];
    let mut rows = Vec::new();
    for record in 0..200 {
        let mut from = "";
        for _ in 0..=next(6) {
            // One row in ten is missing, so that the next one leaves another place.
            let to = places[next(5) as usize];
            let (month, day) = (1 + next(3), 1 + next(28));
            rows.push(format!("{record}|{from}|{to}|2025-0{month}-{day:02}"));
            from = if next(10) == 0 { "offer" } else { to };
        }
    }
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let (file, map) = (log(&rows), log_mapping());
    let found = flow(&file, &map, FlowOf::Passages);
    adds_up(&found, 3);
    assert_eq!(found.records, 200);
    let all = moves(&file, &map, PeriodSpec::All, Grain::Month);
    assert_eq!(all.pairs.iter().map(|p| p.moves).sum::<u64>(), all.moves);
    assert_eq!(found.edges.iter().map(|e| e.moves).sum::<u64>(), all.moves);
    let placed: u64 = all.pairs.iter().flat_map(|p| &p.by_unit).sum();
    assert_eq!(placed + all.undated, all.moves);
}

#[test]
fn the_file_of_moves_holds_their_matrix() {
    let found = moves(&log(&ROWS), &log_mapping(), PeriodSpec::All, Grain::Month);
    let all = found.moves as f64;
    let pairs = found.pairs.clone();
    let sheets = crate::export::with_words(|words| {
        answer_sheets(&Answer::Transitions(found.clone()), words)
    });
    let [(series, by_time), (title, matrix)] = sheets.as_slice() else { panic!("{sheets:?}") };
    assert_eq!((series.as_str(), title.as_str()), ("Moves over time", "Moves between stages"));
    assert_eq!(by_time.rows.len(), pairs.len() + 1);
    let number = |cell: &Cell| if let Cell::Number(n) = cell { *n } else { 0.0 };
    let (total, lines) = matrix.rows.split_last().unwrap();
    for line in lines.iter().chain([total]) {
        let (sum, cells) = line.split_last().unwrap();
        assert_eq!(cells.iter().map(number).sum::<f64>(), number(sum), "{line:?}");
    }
    assert_eq!(number(total.last().unwrap()), all);
    let known: usize = lines.iter().map(|l| l.iter().filter(|c| number(c) > 0.0).count() - 1).sum();
    assert_eq!(known, pairs.len(), "one cell a pair");
}

#[test]
fn tables_and_pictures_are_as_they_were() {
    let words = strings(Locale::En);
    let found = flow(&log(&ROWS), &log_mapping(), FlowOf::Passages);
    let kind = ChartKind::Sankey(flow_table::chart(&found, words, None));
    let caption = Caption { title: "Stage flow".into(), ..Caption::default() };
    for (name, theme, width) in [
        ("light", Theme::LIGHT, 760.0),
        ("dark", Theme::DARK, 760.0),
        ("narrow-light", Theme::LIGHT, 360.0),
    ] {
        let svg = chart_svg(&kind, &caption, &theme, width).unwrap();
        check_golden(&format!("chart/sankey-{name}.svg"), &svg);
    }
    let transitions = moves(&log(&ROWS), &log_mapping(), PeriodSpec::All, Grain::Month);
    let csv = |table: &tundish::export::FigureTable| {
        let csv = sheet_csv(&table.sheet(words), '.').replace("\r\n", "\n");
        csv.trim_start_matches('\u{feff}').to_owned()
    };
    let mut out = csv(&moves_table::matrix(&transitions, words));
    out += &csv(&answer_tables(&Answer::Transitions(transitions), words, None)[0]);
    out += &csv(&answer_tables(&Answer::Flow(found), words, None)[0]);
    check_golden("flows/moves.csv", &out);
}
