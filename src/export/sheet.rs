//! A table on its way out: headers and cells, whatever the format, and every answer as one.
//!
//! Figures keep their full precision here; only their written form differs by format. A text that
//! a spreadsheet would run is made harmless in one place, [`Cell::written`].
//! Not here: separators and quotes (`csv`), and the words, which the caller brings.

use super::answer_table::answer_tables;
use super::change_sheet::{change_cells, change_heads, kpis_sheet};
use super::figure_table::FigureTable;
use super::interval_columns::{Entry, sheet_of};
use super::question_sheet::{attribution_sheet, cohorts_sheet, spread_sheet};
use super::{moves_table, spread_table};
use crate::engine::dimension::{Dimension, Label};
use crate::engine::measure::MeasureId;
use crate::engine::report::{
    Answer, Breakdown, BreakdownRow, Funnel, FunnelStage, Pivot, Season, ShowAs, SpreadView, Trend,
};
use crate::engine::value::{Day, Quantity, Unit};
use crate::i18n::{Asking, AttributionWords, Question, Strings};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    pub headers: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    Number(f64),
    /// 0..1, and written so.
    Share(f64),
    /// Written as ISO 8601.
    Day(Day),
    Empty,
}

impl Cell {
    /// What stands in the file, before quoting: text made harmless, numbers at full precision.
    pub fn written(&self, decimal_sign: char) -> String {
        match self {
            Cell::Text(text) => harmless(text),
            Cell::Number(value) | Cell::Share(value) => number(*value, decimal_sign),
            Cell::Day(day) => day.to_string(),
            Cell::Empty => String::new(),
        }
    }
}

impl From<&Quantity> for Cell {
    fn from(quantity: &Quantity) -> Cell {
        match (quantity.value, quantity.unit) {
            (None, _) => Cell::Empty,
            (Some(value), Unit::Share) => Cell::Share(value),
            (Some(value), _) => Cell::Number(value),
        }
    }
}

/// Text that a spreadsheet would take for a formula gets an apostrophe in front. Spaces before the
/// sign do not help: some programs drop them. The full-width signs count as signs in some too.
pub(super) fn harmless(text: &str) -> String {
    let first = text.trim_start_matches([' ', '\u{a0}', '\u{feff}', '\u{200b}']).chars().next();
    match first {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => {
            format!("'{text}")
        }
        _ => text.to_owned(),
    }
}

/// The shortest text that reads back as the same number, without an exponent.
fn number(value: f64, decimal_sign: char) -> String {
    if !value.is_finite() {
        return String::new();
    }
    // Adding 0 turns a negative zero into a plain one.
    let text = (value + 0.0).to_string();
    if decimal_sign == '.' { text } else { text.replace('.', &decimal_sign.to_string()) }
}

/// The words of a sheet, in the reader's language.
#[derive(Clone, Copy)]
pub struct SheetWords<'a> {
    pub label: &'a dyn Fn(&Label) -> String,
    pub measure: &'a dyn Fn(MeasureId) -> String,
    /// A measure as a pivot shows it.
    pub shown: &'a dyn Fn(MeasureId, ShowAs) -> String,
    pub dimension: &'a dyn Fn(&Dimension) -> String,
    pub total: &'a str,
    pub question: &'a Question,
    pub attribution: &'a AttributionWords,
    pub asking: &'a Asking,
    /// All words of the language, for answers whose table is the one that people see.
    pub strings: &'a Strings,
    /// Header of the trend's first column.
    pub period: &'a str,
    /// Headers of the KPIs: measure, now, before.
    pub kpi: [&'a str; 3],
    /// Headers of the funnel: stage, reached, share of the previous stage, share of the first
    /// stage, with evidence of its own, implied, against the ladder's order, lost on the way,
    /// median days, reached in the period before.
    pub funnel: [&'a str; 10],
}

/// Any answer as a table; `None` where there is no answer.
pub fn answer_sheet(answer: &Answer, words: &SheetWords) -> Option<Sheet> {
    match answer {
        Answer::Kpis(kpis) => Some(kpis_sheet(kpis, words)),
        Answer::Funnel(funnel) if funnel.split.is_none() => Some(funnel_sheet(funnel, words)),
        Answer::Breakdown(breakdown) => Some(breakdown_sheet(breakdown, words)),
        Answer::Trend(trend) => Some(trend_sheet(trend, words)),
        Answer::Pivot(pivot) => Some(pivot_sheet(pivot, words)),
        Answer::Cohorts(cohorts) => Some(cohorts_sheet(cohorts, words.strings)),
        Answer::Spread(spread) if spread.view == SpreadView::Histogram => {
            Some(spread_sheet(spread, words.question))
        }
        Answer::Attribution(found) => Some(attribution_sheet(found, words)),
        Answer::Funnel(_)
        | Answer::Spread(_)
        | Answer::Reasons(_)
        | Answer::Transitions(_)
        | Answer::Flow(_)
        | Answer::Calls(_)
        | Answer::PipelineChange(_) => {
            answer_tables(answer, words.strings, None).first().map(|t| t.sheet(words.strings))
        }
        Answer::Absent(_) => None,
    }
}

/// All tables of an answer, each with its title: what a file of the block holds.
pub fn answer_sheets(answer: &Answer, words: &SheetWords) -> Vec<(String, Sheet)> {
    let mut tables = answer_tables(answer, words.strings, None);
    if let Answer::Transitions(found) = answer {
        // On the page it stands above the chart of the same moves over time.
        let matrix = moves_table::matrix(found, words.strings);
        tables.push(FigureTable { title: words.strings.moves.transitions.to_owned(), ..matrix });
    }
    if let Answer::Spread(found) = answer {
        // A page lists a part of the days.
        tables = spread_table::all_tables(found, words.strings);
    }
    match tables.as_slice() {
        [] | [_] => {
            answer_sheet(answer, words).map(|sheet| (String::new(), sheet)).into_iter().collect()
        }
        tables => {
            tables.iter().map(|table| (table.title.clone(), table.sheet(words.strings))).collect()
        }
    }
}

pub fn funnel_sheet(funnel: &Funnel, words: &SheetWords) -> Sheet {
    let count = |n: u64| Entry::from(Cell::Number(n as f64));
    let empty = || Entry::from(Cell::Empty);
    let row = |(i, stage): (usize, &FunnelStage)| {
        vec![
            label_cell(&stage.label, words).into(),
            count(stage.reached),
            stage.of_previous.as_ref().map_or_else(empty, Entry::from),
            Entry::from(&stage.of_first),
            count(stage.observed),
            count(stage.implied),
            stage.path.out_of_order.map_or_else(empty, count),
            // Nobody can be lost on the way to the first stage.
            if i == 0 { empty() } else { count(stage.dropped) },
            stage.median_days.map_or(Cell::Empty, Cell::Number).into(),
            stage.reached_before.map_or_else(empty, count),
        ]
    };
    let rows = funnel.stages.iter().enumerate().map(row).collect();
    sheet_of(words.funnel.map(String::from).to_vec(), rows, words.strings)
}

pub fn breakdown_sheet(breakdown: &Breakdown, words: &SheetWords) -> Sheet {
    let mut headers = vec![(words.dimension)(&breakdown.dimension)];
    for measure in &breakdown.measures {
        let measure = (words.measure)(*measure);
        let further = breakdown.compared.map(|compared| change_heads(&measure, compared, words));
        headers.push(measure);
        headers.extend(further.into_iter().flatten());
    }
    let line = |first: Cell, cells: &[Quantity], before: &[Option<Quantity>]| {
        let cells = breakdown.measures.iter().zip(cells).enumerate();
        let cells = cells.flat_map(|(at, (id, now))| {
            let before = before.get(at).and_then(Option::as_ref);
            let further = breakdown.compared.map(|c| change_cells((*id, now), (before, c), words));
            let further = further.into_iter().flatten().map(Entry::from);
            std::iter::once(Entry::from(now)).chain(further)
        });
        std::iter::once(first.into()).chain(cells).collect::<Vec<Entry>>()
    };
    let row = |r: &BreakdownRow| line(label_cell(&r.label, words), &r.cells, &r.before);
    let mut rows: Vec<Vec<Entry>> = breakdown.rows.iter().map(row).collect();
    let total = Cell::Text(words.total.to_owned());
    rows.push(line(total, &breakdown.total, &breakdown.total_before));
    sheet_of(headers, rows, words.strings)
}

/// A column a measure; behind them those of each group, of the year before and of the average.
pub fn trend_sheet(trend: &Trend, words: &SheetWords) -> Sheet {
    let mut headers = vec![words.period.to_owned()];
    let mut columns: Vec<&Vec<Quantity>> = Vec::new();
    let mut add = |name: &dyn Fn(String) -> String, values: &[Vec<Quantity>]| {
        let named = trend.measures.iter().zip(values);
        headers.extend(named.map(|(measure, _)| name((words.measure)(*measure))));
    };
    add(&|measure| measure, &trend.values);
    for line in &trend.lines {
        let group = (words.label)(&line.label);
        add(&|measure| format!("{measure} · {group}"), &line.values);
    }
    add(&|measure| format!("{measure} · {}", words.asking.year_before), &trend.year_before);
    let average = (words.asking.average_of)(trend.average_units);
    add(&|measure| format!("{measure} · {average}"), &trend.average);
    let against = trend.compared.map(words.strings.compare.name).unwrap_or_default();
    add(&|measure| format!("{measure} · {against}"), &trend.against);
    columns.extend(&trend.values);
    columns.extend(trend.lines.iter().flat_map(|l| &l.values));
    columns.extend(&trend.year_before);
    columns.extend(&trend.average);
    columns.extend(&trend.against);
    let seasons: Vec<&Vec<f64>> = trend.season.iter().filter_map(index_of).collect();
    let named = trend.measures.iter().zip(&trend.season).filter(|(_, s)| index_of(s).is_some());
    headers
        .extend(named.map(|(measure, _)| {
            format!("{} · {}", (words.measure)(*measure), words.asking.season)
        }));
    let row = |(i, start): (usize, &Day)| {
        let value = |q: Option<&Quantity>| q.map_or_else(|| Cell::Empty.into(), Entry::from);
        let values = columns.iter().map(|v| value(v.get(i)));
        let place = Season::place(trend.grain, *start);
        let season = |index: &&Vec<f64>| index.get(place).map_or(Cell::Empty, |x| Cell::Number(*x));
        let seasons = seasons.iter().map(season).map(Entry::from);
        std::iter::once(Cell::Day(*start).into()).chain(values).chain(seasons).collect()
    };
    sheet_of(headers, trend.starts.iter().enumerate().map(row).collect(), words.strings)
}

/// Where there is a seasonality index.
fn index_of(season: &Season) -> Option<&Vec<f64>> {
    match season {
        Season::Index(index) => Some(index),
        Season::Absent(_) => None,
    }
}

/// Every column group becomes columns of its own, one a measure, then the totals of the row.
pub fn pivot_sheet(pivot: &Pivot, words: &SheetWords) -> Sheet {
    let across = !pivot.column_dimensions.is_empty();
    let under = |group: &str| -> Vec<String> {
        let header = |(at, m): (usize, &MeasureId)| {
            let show = pivot.show.get(at).copied().unwrap_or_default();
            match (group, pivot.measures.len(), show) {
                ("", ..) => (words.shown)(*m, show),
                (group, 1, ShowAs::Plain) => group.to_owned(),
                (group, ..) => format!("{group} · {}", (words.shown)(*m, show)),
            }
        };
        pivot.measures.iter().enumerate().map(header).collect()
    };
    let mut headers: Vec<String> = pivot.row_dimensions.iter().map(words.dimension).collect();
    for labels in &pivot.columns {
        let group: Vec<String> = labels.iter().map(words.label).collect();
        headers.extend(under(&group.join(" · ")));
    }
    if across {
        headers.extend(under(words.total));
    }
    let line = |names: Vec<Cell>, cells: &[Vec<Quantity>], total: &[Quantity]| {
        let mut line: Vec<Entry> = names.into_iter().map(Entry::from).collect();
        line.extend(cells.iter().flatten().map(Entry::from));
        if across {
            line.extend(total.iter().map(Entry::from));
        }
        line
    };
    let none: (Vec<Vec<Quantity>>, Vec<Quantity>) = Default::default();
    let mut rows: Vec<Vec<Entry>> = Vec::with_capacity(pivot.rows.len() + 1);
    for (i, labels) in pivot.rows.iter().enumerate() {
        let mut names: Vec<Cell> = labels.iter().map(|l| label_cell(l, words)).collect();
        // A subtotal says so where the groups below it would stand.
        if names.len() < pivot.row_dimensions.len() {
            names.push(Cell::Text(words.total.to_owned()));
        }
        names.resize(pivot.row_dimensions.len(), Cell::Empty);
        let cells = pivot.cells.get(i).unwrap_or(&none.0);
        rows.push(line(names, cells, pivot.row_totals.get(i).unwrap_or(&none.1)));
    }
    let mut names = vec![Cell::Text(words.total.to_owned())];
    names.resize(pivot.row_dimensions.len(), Cell::Empty);
    rows.push(line(names, &pivot.column_totals, &pivot.grand));
    sheet_of(headers, rows, words.strings)
}

/// Days stay days, so that a spreadsheet can sort them.
fn label_cell(label: &Label, words: &SheetWords) -> Cell {
    match label {
        Label::Date(_, day) => Cell::Day(*day),
        label => Cell::Text((words.label)(label)),
    }
}
