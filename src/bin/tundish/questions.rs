//! Cohorts, spreads and attribution as tables of text.

use crate::lines::Columns;
use tundish::engine::dimension::Label;
use tundish::engine::report::{Answer, Attribution, CohortCell, Cohorts, Maturity, Spread};
use tundish::engine::value::Quantity;
use tundish::export::answer_columns::{attribution_column, cohorts_column};
use tundish::export::question_sheet::{age_heads, spread_figures};
use tundish::export::{answer_remarks, answer_tables};
use tundish::format::Style;
use tundish::i18n::Strings;

/// A line a cohort; a figure that will still grow carries a tilde.
pub fn cohorts(cohorts: &Cohorts, currency: Option<&str>, words: &Strings) -> Vec<String> {
    let question = &words.question;
    let style = cohorts_column(cohorts, currency, words);
    let figure = |q: &Quantity| words.quantity(q, currency, style);
    let cell = |cell: &CohortCell| match cell.maturity {
        Maturity::Mature => figure(&cell.figure),
        Maturity::Young => format!("~{}", figure(&cell.figure)),
        Maturity::Unborn => String::new(),
    };
    let mut columns = Columns::new(1);
    let mut head = vec![
        question.cohort_head(cohorts.figure).to_owned(),
        question.cohort_size(cohorts.figure).to_owned(),
    ];
    head.extend(age_heads(cohorts, question));
    head.push(question.by_now.to_owned());
    columns.rows.push(head);
    let mut line = |name: String, records: u64, cells: &[CohortCell], now: &Quantity| {
        let mut row = vec![name, words.locale.count(records)];
        row.extend(cells.iter().map(cell));
        row.push(figure(now));
        columns.rows.push(row);
    };
    for row in &cohorts.rows {
        let name = words.locale.date(cohorts.grain, row.start);
        line(name, row.records, &row.cells, &row.by_now);
    }
    let name = question.mature_total.to_owned();
    line(name, cohorts.records, &cohorts.total, &cohorts.by_now);
    let mut lines = columns.lines();
    lines.extend(cohorts.beyond.iter().map(|beyond| words.not_drawn(beyond)));
    if cohorts.unplaced > 0 {
        lines.push(question.out_of_cohorts(cohorts.figure, cohorts.unplaced));
    }
    lines
}

/// The figures, then the bins.
pub fn spread(spread: &Spread, currency: Option<&str>, words: &Strings) -> Vec<String> {
    let mut columns = Columns::new(1);
    for (stat, figure) in spread_figures(spread) {
        let name = words.stat(stat);
        columns.rows.push(vec![name, words.quantity(&figure, currency, Style::Table)]);
    }
    let mut lines = columns.lines();
    let cautions = spread.cautions.iter();
    lines.extend(cautions.map(|c| format!("    {}", (words.names.caution)(c))));
    let ends = spread.bins.iter().flat_map(|bin| [Some(bin.from), bin.to]).flatten();
    let ends: Vec<Quantity> = ends.map(|end| Quantity::plain(end, spread.unit)).collect();
    let style = words.column(&ends, currency);
    let written = |value: f64| words.locale.value(Some(value), spread.unit, currency, style);
    let mut bins = Columns::new(2);
    let question = &words.question;
    bins.rows.push([question.from, question.below, question.values].map(str::to_owned).to_vec());
    for bin in &spread.bins {
        let to = bin.to.map(written).unwrap_or_default();
        bins.rows.push(vec![written(bin.from), to, words.locale.count(bin.count)]);
    }
    lines.extend(bins.lines());
    lines
}

/// A line a channel, a column a model; below, what stands behind them and which models have none.
pub fn attribution(found: &Attribution, currency: Option<&str>, words: &Strings) -> Vec<String> {
    let says = &words.attribution;
    let style = attribution_column(found, currency, words);
    let figure = |q: &Quantity| words.quantity(q, currency, style);
    let mut columns = Columns::new(1);
    let names = found.models.iter().map(|model| (says.model)(*model).to_owned());
    columns.rows.push([says.channel.to_owned()].into_iter().chain(names).collect());
    for row in &found.rows {
        let cells = row.cells.iter().map(figure);
        columns.rows.push([words.label(&row.label)].into_iter().chain(cells).collect());
    }
    let totals = found.models.iter().map(|_| figure(&found.total));
    columns.rows.push([says.total.to_owned()].into_iter().chain(totals).collect());
    let mut lines = columns.lines();
    lines.push((says.touched)(found.wins, found.touches, found.wins_with_several));
    if found.by_own_source > 0 {
        lines.push((says.by_own_source)(found.by_own_source));
    }
    if found.unknown > 0 {
        lines.push((says.unknown)(found.unknown));
    }
    for (model, lack) in &found.absent {
        lines.push((says.absent)((says.model)(*model), (says.lack)(*lack)));
    }
    lines
}

/// Rows of one table; a list of records can be long.
const MOST_LINES: usize = 60;

/// The tables of an answer as the page shows them, and what is said below.
pub fn tables(answer: &Answer, currency: Option<&str>, words: &Strings) -> Vec<String> {
    let mut lines = Vec::new();
    for table in answer_tables(answer, words, currency) {
        if !table.title.is_empty() {
            lines.push(table.title.clone());
        }
        let mut columns = Columns::new(table.names);
        columns.rows.push(table.heads.iter().map(|head| head.text.clone()).collect());
        let text = |row: &tundish::export::figure_table::Row| {
            row.cells.iter().map(|figure| figure.text.clone()).collect::<Vec<_>>()
        };
        columns.rows.extend(table.rows.iter().take(MOST_LINES).map(text));
        lines.extend(columns.lines());
        let rest = table.rows.len().saturating_sub(MOST_LINES) as u64;
        lines.extend((rest > 0).then(|| words.label(&Label::Rest(rest))));
    }
    lines.extend(answer_remarks(answer, words));
    lines
}
