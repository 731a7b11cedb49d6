//! Every figure of lost reasons, moves, flows and calls can be traced, and its rows come to what it
//! says.

use crate::figures::made::Dice;
use crate::tables::{File, assembled, file, ladder, mapped};
use tundish::engine::dimension::Dimension;
use tundish::engine::filter::{Filter, Grain, Period, PeriodSpec};
use tundish::engine::funnel::{Assembled, FileView};
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::query::{
    Codebook, CurvePart, Figure, MovesFigure, Stat, StayFigure, StepFigure, answer, lineage,
};
use tundish::engine::report::*;
use tundish::engine::value::Day;
use tundish::export::{Cell, FigureTable, answer_tables, moves_table};
use tundish::i18n::{Locale, strings};

const STAGES: [&str; 5] = ["new", "demo", "offer", "won", "lost"];

/// Deals with a history of back and forth, reasons, amounts in two currencies, and calls.
fn files(seed: u64) -> Vec<File> {
    let mut dice = Dice::new(seed);
    let of = |dice: &mut Dice, list: &[&'static str]| list[dice.below(list.len() as u64) as usize];
    let date = |day: u64| Day(20_100 + day as i32).to_string();
    let (mut deals, mut log, mut calls) = (Vec::new(), Vec::new(), Vec::new());
    for id in 0..60 {
        let mut day = dice.below(200);
        let created = date(day);
        log.push(format!("{id}||new|{created}"));
        let mut at = "new";
        for _ in 0..dice.below(6) {
            day += dice.below(20);
            let to = of(&mut dice, &STAGES);
            if to != at {
                let when = if dice.one_in(15) { String::new() } else { date(day) };
                log.push(format!("{id}|{at}|{to}|{when}"));
                at = to;
            }
        }
        let is_over = matches!(at, "won" | "lost");
        let closed = if is_over && !dice.one_in(6) { date(day) } else { String::new() };
        let amount = if dice.one_in(5) { String::new() } else { dice.below(900).to_string() };
        let currency = of(&mut dice, &["EUR", "EUR", "EUR", "USD"]);
        let reason = of(&mut dice, &["Price", "price", "Timing", "Feature", ""]);
        let source = of(&mut dice, &["ads", "mail", "fair"]);
        deals.push(format!("{id}|{created}|{closed}|{at}|{amount}|{currency}|{reason}|{source}"));
        for _ in 0..dice.below(5) {
            let (hour, minute) = (dice.below(24), dice.below(60));
            let when = format!("{} {hour:02}:{minute:02}:00", date(dice.below(300)));
            let when = if dice.one_in(9) { String::new() } else { when };
            let kind = of(&mut dice, &["call", "call", "email"]);
            let way = of(&mut dice, &["in", "out"]);
            let how = of(&mut dice, &["answered", "missed"]);
            let deal = if dice.one_in(8) { String::new() } else { id.to_string() };
            calls.push(format!("{deal}|{when}|{kind}|{way}|{how}"));
        }
    }
    let table = |name: &str, header: &str, rows: &[String]| {
        file(name, header, &rows.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let header = "id|created:date|closed:date|stage|amount:money|currency|reason|source";
    vec![
        table("deals", header, &deals),
        table("log", "deal|from|to|at:date", &log),
        table("calls", "deal|at:time|kind|way|how", &calls),
    ]
}

fn mapping() -> Mapping {
    let deal = [
        (R::RecordId, "id"),
        (R::Created, "created"),
        (R::Closed, "closed"),
        (R::Stage, "stage"),
        (R::Amount, "amount"),
        (R::Currency, "currency"),
        (R::LostReason, "reason"),
    ];
    let log = [(R::Record, "deal"), (R::FromStage, "from"), (R::Stage, "to"), (R::Date, "at")];
    let call = [
        (R::Record, "deal"),
        (R::Date, "at"),
        (R::Activity, "kind"),
        (R::Direction, "way"),
        (R::ActivityResult, "how"),
    ];
    let files = vec![
        mapped("deals", FileKind::Deals, &deal),
        mapped("log", FileKind::StageHistory, &log),
        mapped("calls", FileKind::Activities, &call),
    ];
    let ladder = ladder(&["new", "demo", "offer"], &["won"], &["lost"]);
    Mapping { files, ladder, ..Mapping::default() }
}

fn blocks() -> Vec<BlockSpec> {
    let source = Dimension::Column { file: "deals".to_owned(), header: "source".to_owned() };
    let splits = [ReasonsSplit::Nothing, ReasonsSplit::StageLostAt, ReasonsSplit::By(source)];
    let mut blocks = Vec::new();
    for of in [ReasonsOf::Lost, ReasonsOf::Amount] {
        blocks.extend(
            splits.iter().cloned().map(|split| {
                BlockSpec::Reasons(ReasonsSpec { of, split, ..ReasonsSpec::default() })
            }),
        );
    }
    let moves = TransitionsSpec { grain: Grain::Month, ..TransitionsSpec::default() };
    blocks.push(BlockSpec::Transitions(moves));
    blocks.extend(
        [FlowOf::Passages, FlowOf::Amount]
            .map(|of| BlockSpec::Flow(FlowSpec { of, ..FlowSpec::default() })),
    );
    blocks.extend(
        CallFigure::EVERY
            .map(|figure| BlockSpec::Calls(CallsSpec { figure, ..CallsSpec::default() })),
    );
    blocks.extend(spreads());
    blocks
}

/// Boxes and curves, of all and by source.
fn spreads() -> Vec<BlockSpec> {
    let source = Dimension::Column { file: "deals".to_owned(), header: "source".to_owned() };
    let in_stage = SpreadOf::InStage { stage: "demo".to_owned() };
    let (box_of, curve) = (SpreadView::Box, SpreadView::Survival);
    let asked = [
        (SpreadOf::WonAmount, box_of),
        (SpreadOf::DaysToClose, box_of),
        (SpreadOf::DaysToWin, curve),
        (SpreadOf::DaysToClose, curve),
        (in_stage, curve),
    ];
    let splits = [None, Some(source)];
    let each = |(of, view): &(SpreadOf, SpreadView)| {
        splits.clone().map(|split| {
            let (of, view) = (of.clone(), *view);
            BlockSpec::Spread(SpreadSpec { of, view, split, ..SpreadSpec::default() })
        })
    };
    asked.iter().flat_map(each).collect()
}

fn questions() -> Vec<ReportSpec> {
    let period = PeriodSpec::Between(Period { first: Day(20_130), last: Day(20_240) });
    let source = Dimension::Column { file: "deals".to_owned(), header: "source".to_owned() };
    let filters = vec![Filter::among(source, vec!["ads".to_owned(), "mail".to_owned()])];
    let all = |basis| ReportSpec { basis, blocks: blocks(), ..ReportSpec::default() };
    let mut questions = vec![all(Basis::Cohort), all(Basis::Period)];
    for basis in [Basis::Cohort, Basis::Period] {
        questions.push(ReportSpec { period, filters: filters.clone(), ..all(basis) });
    }
    questions
}

/// Each traced cell of a table: whether the figure that was traced is the one that stands there, and
/// whether its rows add up.
fn check(
    files: &[FileView<'_>],
    made: &Assembled,
    spec: &ReportSpec,
    table: &FigureTable,
) -> usize {
    let mut checked = 0;
    for row in &table.rows {
        for cell in &row.cells {
            let Some(figure) = cell.traced.as_deref() else { continue };
            let found = lineage(files, made, spec, &mut Codebook::default(), figure);
            let (found, picked) = found.unwrap_or_else(|why| panic!("{figure:?}: {why:?}"));
            let shown = match &cell.cell {
                Cell::Number(n) | Cell::Share(n) => Some(*n),
                _ => None,
            };
            let value = found.quantity.as_ref().and_then(|q| q.value);
            let near = |value: Option<f64>| match (shown, value) {
                (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * a.abs().max(1.0),
                (a, b) => a == b,
            };
            // The ends of an interval open what lies between them.
            let ends = found.quantity.as_ref().and_then(|q| q.interval);
            let is_end = ends.is_some_and(|(low, high)| near(Some(low)) || near(Some(high)));
            let is_interval = matches!(cell.cell, Cell::Text(_));
            assert!(
                near(value) || is_end || is_interval,
                "{figure:?}: {shown:?}, traced {value:?}"
            );
            let tallies = [&found.records].into_iter().chain(found.beside.iter().map(|(_, t)| t));
            let mut seen = 0;
            for tally in tallies {
                let left: u64 = tally.left_out.iter().map(|(_, n)| n).sum();
                let others = tally.filtered + tally.elsewhere + tally.outside + tally.unconcerned;
                assert_eq!(others + left + tally.counted, tally.all, "{figure:?}");
                seen += left + tally.counted;
            }
            let rows = || picked.iter().flat_map(|p| &p.rows);
            assert_eq!(rows().count() as u64, seen, "{figure:?}");
            let shares: f64 = rows().filter_map(|row| row.share).sum();
            match figure {
                Figure::Moves { of: MovesFigure::Moves, .. }
                | Figure::Flow { of: MovesFigure::Moves, .. } => {
                    assert_eq!(Some(shares), shown, "{figure:?}");
                }
                Figure::Moves { .. } | Figure::Flow { of: MovesFigure::Records, .. } => {
                    assert_eq!(Some(found.records.counted as f64), shown, "{figure:?}");
                }
                Figure::Reasons { spec, is_share: false, .. } if spec.of == ReasonsOf::Lost => {
                    assert_eq!(Some(found.records.counted as f64), shown, "{figure:?}");
                }
                Figure::Reasons { spec, is_share: true, .. } if spec.of == ReasonsOf::Lost => {
                    let share = found.records.above as f64 / found.records.below as f64;
                    assert_eq!(Some(share), shown, "{figure:?}");
                }
                Figure::Stat { stat: Stat::Count | Stat::Below | Stat::Above, .. } => {
                    assert_eq!(Some(found.records.counted as f64), shown, "{figure:?}");
                }
                Figure::Stat { .. } | Figure::Curve { part: CurvePart::Median, .. } => {
                    let behind = found.quantity.as_ref().and_then(|q| q.denominator);
                    assert_eq!(Some(found.records.counted as f64), behind, "{figure:?}");
                }
                Figure::Curve { part: CurvePart::Share(_), .. } => {
                    let quantity = found.quantity.as_ref().unwrap();
                    let rows = [found.records.above, found.records.below].map(|n| Some(n as f64));
                    assert_eq!([quantity.numerator, quantity.denominator], rows, "{figure:?}");
                }
                Figure::Curve { .. } => {
                    assert_eq!(Some(found.records.counted as f64), shown, "{figure:?}");
                }
                _ => {}
            }
            checked += 1;
        }
    }
    checked
}

#[test]
fn every_figure_of_the_tables_has_its_rows() {
    let words = strings(Locale::En);
    let mut checked = 0;
    for seed in 1..4 {
        let files = files(seed);
        let made = assembled(&files.iter().collect::<Vec<_>>(), &mapping());
        let views: Vec<FileView> = files.iter().map(|f| f.view()).collect();
        for spec in questions() {
            for found in answer(&views, &made, &spec).blocks {
                // A period may hold no value of a kind.
                if matches!(found, Answer::Absent(Absence::NoValues)) {
                    continue;
                }
                let mut tables = answer_tables(&found, words, None);
                if let Answer::Transitions(moves) = &found {
                    tables.push(moves_table::matrix(moves, words));
                }
                assert!(!tables.is_empty(), "{found:?}");
                for table in &tables {
                    assert!(table.is_traced());
                    checked += check(&views, &made, &spec, table);
                }
            }
        }
    }
    assert!(checked > 3000, "{checked}");
}

/// Entered again, and how long records stayed: as the funnel shows them, each with its records.
#[test]
fn ways_back_and_times_in_stages_have_their_rows() {
    let mut checked = 0;
    for seed in 1..4 {
        let files = files(seed);
        let made = assembled(&files.iter().collect::<Vec<_>>(), &mapping());
        let views: Vec<FileView> = files.iter().map(|f| f.view()).collect();
        for spec in questions() {
            let blocks = vec![BlockSpec::Funnel(FunnelSpec::default())];
            let spec = ReportSpec { blocks, ..spec };
            let Answer::Funnel(funnel) = answer(&views, &made, &spec).blocks.remove(0) else {
                panic!("no funnel")
            };
            for (at, stage) in funnel.stages.iter().enumerate() {
                let of = |of: StepFigure| {
                    let figure = Figure::OfStep { at: at as u32, of };
                    let found = lineage(&views, &made, &spec, &mut Codebook::default(), &figure);
                    let (found, _) = found.unwrap_or_else(|why| panic!("{figure:?}: {why:?}"));
                    (found.quantity.unwrap(), found.records.counted)
                };
                if let Some(again) = stage.path.reentered {
                    let (quantity, rows) = of(StepFigure::Reentered);
                    assert_eq!((quantity.value, rows), (Some(again as f64), again));
                }
                let Some(time) = stage.path.time_known() else { continue };
                let (left, still) = (time.ended, time.still);
                let all = left + still;
                let shown = [
                    (Some(left as f64), left),
                    (Some(still as f64), still),
                    (time.median_of_all, all),
                    (time.mean, left),
                    (time.p25, left),
                    (time.median, left),
                    (time.p75, left),
                    (time.p90, left),
                ];
                for (column, (value, rows)) in StayFigure::COLUMNS.into_iter().zip(shown) {
                    let (quantity, counted) = of(StepFigure::Stay(column));
                    let near = match (quantity.value, value) {
                        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
                        (a, b) => a == b,
                    };
                    assert!(near, "{at} {column:?}: {quantity:?}, {value:?}");
                    assert_eq!(counted, rows, "{at} {column:?}");
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 100, "{checked}");
}
