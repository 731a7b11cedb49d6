//! How the figures of each measure of an answer are written: in one table all alike. Made once for the
//! page and the command line. Not here: tables that are laid out for both (`figure_table`).

use crate::engine::report::{Attribution, Breakdown, Cohorts, Funnel, Maturity, Pivot};
use crate::engine::value::{Quantity, Unit};
use crate::format::Style;
use crate::i18n::Strings;

/// Shares of the stage before, shares of the first, days from stage to stage.
pub fn step_columns(found: &Funnel, words: &Strings) -> [Style; 3] {
    let stages = || found.stages.iter();
    let days = stages().filter_map(|stage| stage.median_days);
    let days: Vec<Quantity> = days.map(|days| Quantity::plain(days, Unit::Days)).collect();
    [
        words.column(stages().filter_map(|stage| stage.of_previous.as_ref()), None),
        words.column(stages().map(|stage| &stage.of_first), None),
        words.column(&days, None),
    ]
}

/// A style a measure.
pub fn breakdown_columns(found: &Breakdown, currency: Option<&str>, words: &Strings) -> Vec<Style> {
    let of = |at: usize| {
        let rows = found.rows.iter().filter_map(move |row| row.cells.get(at));
        words.column(rows.chain(found.total.get(at)), currency)
    };
    (0..found.measures.len()).map(of).collect()
}

/// A style a measure, whatever the group: its figures are compared across as well.
pub fn pivot_columns(found: &Pivot, currency: Option<&str>, words: &Strings) -> Vec<Style> {
    let of = |at: usize| {
        let cells = found.cells.iter().flatten().chain(&found.row_totals);
        let all = cells.chain(&found.column_totals).chain([&found.grand]);
        words.column(all.filter_map(move |group| group.get(at)), currency)
    };
    (0..found.measures.len()).map(of).collect()
}

/// A style a measure, of one part of a trend: all groups, one of them, the year before, an average.
pub fn trend_columns(
    values: &[Vec<Quantity>],
    currency: Option<&str>,
    words: &Strings,
) -> Vec<Style> {
    values.iter().map(|values| words.column(values, currency)).collect()
}

/// Of all ages and cohorts.
pub fn cohorts_column(found: &Cohorts, currency: Option<&str>, words: &Strings) -> Style {
    let cells = found.rows.iter().flat_map(|row| &row.cells).chain(&found.total);
    let born = cells.filter(|cell| cell.maturity != Maturity::Unborn).map(|cell| &cell.figure);
    let now = found.rows.iter().map(|row| &row.by_now);
    words.column(born.chain(now).chain([&found.by_now]), currency)
}

/// Of all models.
pub fn attribution_column(found: &Attribution, currency: Option<&str>, words: &Strings) -> Style {
    let cells: Vec<&Quantity> = found.rows.iter().flat_map(|row| &row.cells).collect();
    words.column(cells.into_iter().chain([&found.total]), currency)
}
