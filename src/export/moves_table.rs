//! Moves between stages, and the flow that they make, as tables and as pictures.

use super::answer_table::counted;
use super::block_chart::{AXIS_STEPS, short_date, year_of};
use super::figure_table::{Figure, FigureTable, Head, Row};
use super::sheet::Cell;
use crate::chart::{Series, SeriesKind, Tick, TrendModel, nice_ticks};
use crate::engine::filter::Grain;
use crate::engine::query::{Figure as Traced, MovesFigure};
use crate::engine::report::{MoveKind, Transition, Transitions};
use crate::engine::value::{Day, Unit};
use crate::format::Style;
use crate::i18n::Strings;

/// The colour of a kind of moves, wherever it is shown.
fn slot(kind: MoveKind) -> usize {
    match kind {
        MoveKind::Forward => 0,
        MoveKind::Skipped => 6,
        MoveKind::Back => 1,
        MoveKind::Won => 4,
        MoveKind::Lost => 3,
        MoveKind::Reopened => 5,
        MoveKind::AfterWin => 2,
    }
}

fn place(found: &Transitions, at: u32, words: &Strings) -> String {
    found.places.get(at as usize).map(|label| words.label(label)).unwrap_or_default()
}

/// One line a pair of places with its moves by unit of time.
pub fn table(found: &Transitions, words: &Strings) -> FigureTable {
    let says = &words.moves;
    let heads = [says.from, says.to, says.kind_label, says.records, says.moves];
    let mut heads: Vec<Head> = heads.map(Head::new).to_vec();
    let date = |day| words.locale.date(found.grain, day);
    heads.extend(found.starts.iter().map(|day| Head::new(&date(*day))));
    let line = |pair: &Transition| {
        let mut cells = vec![
            Figure::name(place(found, pair.from, words)),
            Figure::name(place(found, pair.to, words)),
            Figure::name((says.kind)(pair.kind).to_owned()),
            counted(pair.records, words).traced(trace(pair, None, MovesFigure::Records)),
            counted(pair.moves, words).traced(trace(pair, None, MovesFigure::Moves)),
        ];
        let units = pair.by_unit.iter().zip(&found.starts);
        cells.extend(units.map(|(n, start)| {
            let unit = Some((found.grain, *start));
            counted(*n, words).traced(trace(pair, unit, MovesFigure::Moves))
        }));
        Row { cells, is_total: false }
    };
    let mut rows: Vec<Row> = found.pairs.iter().map(line).collect();
    let mut total = vec![Figure::name(words.names.total.to_owned())];
    total.extend([Figure::nothing(), Figure::nothing()]);
    let all = |of: MovesFigure, unit| Traced::Moves { from: None, to: None, unit, of };
    total.push(counted(found.records, words).traced(all(MovesFigure::Records, None)));
    total.push(counted(found.moves, words).traced(all(MovesFigure::Moves, None)));
    for (unit, start) in found.starts.iter().enumerate() {
        let sum = found.pairs.iter().filter_map(|p| p.by_unit.get(unit)).sum();
        let unit = Some((found.grain, *start));
        total.push(counted(sum, words).traced(all(MovesFigure::Moves, unit)));
    }
    rows.push(Row { cells: total, is_total: true });
    FigureTable { title: says.series_title.to_owned(), names: 3, heads, rows }
}

/// The records that made these moves.
fn trace(pair: &Transition, unit: Option<(Grain, Day)>, of: MovesFigure) -> Traced {
    Traced::Moves { from: Some(pair.from), to: Some(pair.to), unit, of }
}

/// Rows are the places left, columns those entered.
pub fn matrix(found: &Transitions, words: &Strings) -> FigureTable {
    let says = &words.moves;
    let used = |at: u32, of: fn(&Transition) -> u32| found.pairs.iter().any(|p| of(p) == at);
    let all = || 0..found.places.len() as u32;
    let from: Vec<u32> = all().filter(|at| used(*at, |p| p.from)).collect();
    let to: Vec<u32> = all().filter(|at| used(*at, |p| p.to)).collect();
    let most = found.pairs.iter().map(|p| p.moves).max().unwrap_or(0).max(1) as f64;
    let mut heads = vec![Head::new(says.matrix_corner)];
    heads.extend(to.iter().map(|at| Head::new(&place(found, *at, words))));
    heads.push(Head::new(words.names.total));
    let cell = |from: u32, to: u32| {
        let pair = found.pairs.iter().find(|p| (p.from, p.to) == (from, to));
        pair.map_or_else(Figure::nothing, |pair| {
            // A move back is told by its sign, not by its place alone.
            let back = matches!(pair.kind, MoveKind::Back | MoveKind::Reopened);
            let text = words.locale.count(pair.moves);
            let text = if back { format!("↩ {text}") } else { text };
            let hint = (says.cell)((says.kind)(pair.kind), pair.moves, pair.records);
            let figure = Figure::new(text, Cell::Number(pair.moves as f64));
            let figure = figure.traced(trace(pair, None, MovesFigure::Moves));
            Figure { hint, ..figure.shaded(pair.moves as f64 / most) }
        })
    };
    let sum = |from: Option<u32>, to: Option<u32>| {
        let is_asked =
            |p: &&Transition| from.is_none_or(|at| p.from == at) && to.is_none_or(|at| p.to == at);
        let moves = found.pairs.iter().filter(is_asked).map(|p| p.moves).sum();
        let traced = Traced::Moves { from, to, unit: None, of: MovesFigure::Moves };
        counted(moves, words).traced(traced)
    };
    let mut rows: Vec<Row> = from
        .iter()
        .map(|from| {
            let mut cells = vec![Figure::name(place(found, *from, words))];
            cells.extend(to.iter().map(|to| cell(*from, *to)));
            cells.push(sum(Some(*from), None));
            Row { cells, is_total: false }
        })
        .collect();
    let mut total = vec![Figure::name(words.names.total.to_owned())];
    total.extend(to.iter().map(|to| sum(None, Some(*to))));
    total.push(sum(None, None));
    rows.push(Row { cells: total, is_total: true });
    FigureTable { title: String::new(), names: 1, heads, rows }
}

pub fn remarks(found: &Transitions, words: &Strings) -> Vec<String> {
    let says = &words.moves;
    let mut said = vec![(says.counted)(found.moves, found.records), says.period_note.to_owned()];
    match found.reentered {
        Some(n) => said.push((says.reentered)(n)),
        None => said.push(says.no_returns.to_owned()),
    }
    let some = |n: u64, say: fn(u64) -> String| (n > 0).then(|| say(n));
    said.extend(some(found.openings, says.openings));
    said.extend(some(found.undated, says.undated));
    said.extend(some(found.out_of_order, says.out_of_order));
    said.extend(some(found.by_own_row, says.by_own_row));
    said
}

/// Moves by kind over time.
pub fn chart(found: &Transitions, words: &Strings) -> TrendModel {
    let series = |kind: &MoveKind| {
        let pairs: Vec<&Transition> = found.pairs.iter().filter(|p| p.kind == *kind).collect();
        let sum = |unit| pairs.iter().filter_map(|p| p.by_unit.get(unit)).sum::<u64>();
        let sums: Vec<u64> = (0..found.starts.len()).map(sum).collect();
        (!pairs.is_empty()).then(|| Series {
            name: (words.moves.kind)(*kind).to_owned(),
            kind: SeriesKind::Line,
            slot: slot(*kind),
            values: sums.iter().map(|n| Some(*n as f64)).collect(),
            labels: sums.iter().map(|n| words.locale.count(*n)).collect(),
            ..Series::default()
        })
    };
    let series: Vec<Series> = MoveKind::EVERY.iter().filter_map(series).collect();
    let (low, high) = TrendModel::range(&series);
    let tick = |value: f64| Tick {
        value,
        label: words.locale.value(Some(value), Unit::Count, None, Style::Card),
    };
    let grain = found.grain;
    TrendModel {
        x_labels: found.starts.iter().map(|d| short_date(grain, *d, words)).collect(),
        x_groups: match grain.plain() {
            Grain::Year => Vec::new(),
            _ => found.starts.iter().map(|d| year_of(grain, *d).to_string()).collect(),
        },
        x_titles: found.starts.iter().map(|d| words.locale.date(grain, *d)).collect(),
        series,
        y_ticks: nice_ticks(low, high, AXIS_STEPS, true).into_iter().map(tick).collect(),
        partial_last: found.last_is_partial,
        notes: Vec::new(),
    }
}
