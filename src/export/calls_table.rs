//! Calls by hour and weekday as a table and as a heat map.

use super::answer_table::figure;
use super::figure_table::{Figure, FigureTable, Head, Row};
use crate::chart::{HeatCell, HeatModel};
use crate::engine::calendar::WeekStart;
use crate::engine::query::Figure as Traced;
use crate::engine::report::{CallCell, CallFigure, Calls};
use crate::format::Style;
use crate::i18n::Strings;

/// From the first hour with a call to the last one.
fn hours(found: &Calls) -> std::ops::Range<usize> {
    let any = |hour: &CallCell| hour.calls > 0;
    let first = found.hours.iter().position(any).unwrap_or(0);
    let last = found.hours.iter().rposition(any).unwrap_or(23);
    first..last + 1
}

/// The weekday with which the week begins, from Monday on.
fn first_day(found: &Calls) -> usize {
    match found.week_start {
        WeekStart::Monday => 0,
        WeekStart::Saturday => 5,
        WeekStart::Sunday => 6,
    }
}

fn weekday(found: &Calls, day: usize, words: &Strings) -> &'static str {
    words.locale.weekday_short(((first_day(found) + day) % 7) as u32 + 1)
}

/// A line a weekday, a column an hour.
pub fn table(found: &Calls, words: &Strings) -> FigureTable {
    let says = &words.calls;
    let range = hours(found);
    let most = greatest(found);
    let trace = |day: Option<usize>, hour: Option<usize>| Traced::Calls {
        figure: found.figure,
        day: day.map(|day| ((first_day(found) + day) % 7) as u8),
        hour: hour.map(|hour| hour as u8),
    };
    let cell = |day: usize, hour: usize, cell: &CallCell| {
        let quantity = cell.quantity(found.figure);
        // Two columns more for each hour of the day would bury the table: totals have theirs.
        let plain = Figure { ends: None, ..figure(&quantity, words, None) };
        let plain = plain.traced(trace(Some(day), Some(hour)));
        match quantity.value.filter(|v| *v > 0.0 && most > 0.0 && !quantity.is_of_few()) {
            Some(value) => plain.shaded(value / most),
            None => plain,
        }
    };
    let total = |cell: &CallCell, day: Option<usize>, hour: Option<usize>| {
        let total = figure(&cell.quantity(found.figure), words, None);
        let ends = total.ends.clone().filter(|_| hour.is_none());
        Figure { ends, ..total }.traced(trace(day, hour))
    };
    let mut heads = vec![Head::new(says.weekday)];
    heads.extend(range.clone().map(|hour| Head::with_hint(&hour.to_string(), &span(hour))));
    heads.push(Head::new(words.names.total));
    let mut rows: Vec<Row> = Vec::new();
    for (day, (cells, of_day)) in found.cells.iter().zip(&found.days).enumerate() {
        let mut line = vec![Figure::name(weekday(found, day, words).to_owned())];
        let shown = range.clone().zip(cells.get(range.clone()).unwrap_or(&[]));
        line.extend(shown.map(|(hour, calls)| cell(day, hour, calls)));
        line.push(total(of_day, Some(day), None));
        rows.push(Row { cells: line, is_total: false });
    }
    let mut line = vec![Figure::name(words.names.total.to_owned())];
    let shown = range.clone().zip(found.hours.get(range).unwrap_or(&[]));
    line.extend(shown.map(|(hour, calls)| total(calls, None, Some(hour))));
    line.push(total(&found.total, None, None));
    rows.push(Row { cells: line, is_total: true });
    FigureTable { title: String::new(), names: 1, heads, rows }.aligned(words)
}

/// `09:00–10:00`.
fn span(hour: usize) -> String {
    format!("{hour:02}:00–{:02}:00", hour + 1)
}

/// The greatest value that is shaded.
fn greatest(found: &Calls) -> f64 {
    let shown = found.cells.iter().flatten().map(|cell| cell.quantity(found.figure));
    shown.filter(|q| !q.is_of_few()).filter_map(|q| q.value).fold(0.0, f64::max)
}

pub fn remarks(found: &Calls, words: &Strings) -> Vec<String> {
    let says = &words.calls;
    let mut said = vec![(says.counted)(found.total.calls), says.clock.to_owned()];
    said.extend(found.figure.needs_direction().then(|| says.of_incoming.to_owned()));
    said.extend((found.without_time > 0).then(|| (says.without_time)(found.without_time)));
    said
}

pub fn chart(found: &Calls, words: &Strings) -> HeatModel {
    let range = hours(found);
    let most = greatest(found);
    let cell = |day: usize, hour: usize, cell: &CallCell| {
        let quantity = cell.quantity(found.figure);
        let few = quantity.is_of_few();
        let value = quantity.value.unwrap_or(0.0);
        let text = match (quantity.numerator, quantity.denominator) {
            _ if cell.calls == 0 || quantity.value.is_none() => String::new(),
            // In a cell there is no room for a sentence.
            (Some(part), Some(whole)) if few => format!("{part}/{whole}"),
            _ if found.figure == CallFigure::MissedShare => words.locale.percent(value, 0),
            _ => words.quantity(&quantity, None, Style::Card),
        };
        let detail = |figure: CallFigure| {
            let text = words.quantity(&cell.quantity(figure), None, Style::Table);
            ((words.calls.figure)(figure).to_owned(), text)
        };
        HeatCell {
            title: format!("{}, {}", weekday(found, day, words), span(hour)),
            text,
            shade: (value > 0.0 && most > 0.0 && !few).then(|| value / most),
            details: CallFigure::EVERY.map(detail).to_vec(),
        }
    };
    let row = |(day, cells): (usize, &Vec<CallCell>)| {
        let shown = cells.iter().enumerate().filter(|(hour, _)| range.contains(hour));
        shown.map(|(hour, c)| cell(day, hour, c)).collect()
    };
    HeatModel {
        rows: (0..found.cells.len()).map(|day| weekday(found, day, words).to_owned()).collect(),
        columns: range.clone().map(|hour| hour.to_string()).collect(),
        cells: found.cells.iter().enumerate().map(row).collect(),
    }
}
