//! Which dimensions a file set offers: those that make groups that a person can read.
//! A column of a joined table is weighed by the records that stand on its rows.

use super::Dimension;
use crate::engine::distinct::Distinct;
use crate::engine::filter::Grain;
use crate::engine::funnel::link::{path, rows_in};
use crate::engine::funnel::{Assembled, FileView};
use crate::engine::mapping::clock::Clock;
use crate::engine::mapping::{Channel, fold};
use crate::engine::table::{Cells, Column, ColumnType, NO_DAY, Table};
use crate::engine::value::Day;
use rustc_hash::FxHashSet;

/// More groups than this are a list, not a breakdown.
const MOST_GROUPS: usize = 1000;
/// Up to this many groups, a text column is offered even where nearly every row differs.
const FEW_GROUPS: usize = 12;
/// A whole number with more values than this, or with hardly a value that repeats, is a quantity
/// and not a class.
const MOST_NUMBERS: usize = 50;

/// The dimensions on offer: what every funnel has, then the columns of the records' file, then
/// those of joined files, in the order of the files. Any other column can still be asked for.
pub fn available(assembled: &Assembled, files: &[FileView]) -> Vec<Dimension> {
    let mut offered = of_funnel(assembled);
    match assembled.record_file {
        Some(own) => {
            offered.extend(of_table(assembled, files, own));
            let joined = (0..files.len()).filter(|at| *at != own && path(assembled, *at).is_some());
            offered.extend(joined.flat_map(|at| of_table(assembled, files, at)));
        }
        None => {
            let has_rows = |at: &usize| assembled.spend.file.iter().any(|f| usize::from(*f) == *at);
            let costs = (0..files.len()).filter(has_rows);
            offered.extend(costs.flat_map(|at| of_table(assembled, files, at)));
        }
    }
    offered
}

fn of_funnel(assembled: &Assembled) -> Vec<Dimension> {
    const GRAINS: [Grain; 4] = [Grain::Month, Grain::Quarter, Grain::Year, Grain::Week];
    let (records, has) = (&assembled.records, assembled.has);
    let mut offered = Vec::new();
    if assembled.channels.iter().any(|c| *c != Channel::Unassigned) {
        offered.push(Dimension::Channel);
    }
    if assembled.campaigns.len() > 1 {
        offered.push(Dimension::Campaign);
    }
    if has.records && !assembled.stages.is_empty() {
        offered.push(Dimension::Stage);
    }
    if has.records && has.outcome {
        offered.push(Dimension::Outcome);
    }
    let spend_days = records.count == 0 && assembled.spend.day.iter().any(|d| *d != NO_DAY);
    if has.created || spend_days {
        offered.extend(GRAINS.map(Dimension::Created));
    }
    if has.closed {
        offered.extend(GRAINS.map(Dimension::Closed));
    }
    offered
}

fn of_table(assembled: &Assembled, files: &[FileView], at: usize) -> Vec<Dimension> {
    let Some(view) = files.get(at) else { return Vec::new() };
    // The key of a lookup says the same as the column that refers to it.
    let is_key = |c: &&Column| {
        assembled.links.iter().any(|l| l.lookup_file == at && l.key_column == c.header)
    };
    let records = &assembled.records;
    let is_joined = assembled.record_file.is_some_and(|own| own != at);
    let joined = is_joined.then(|| rows_in(assembled, at)).flatten();
    let weights = joined.as_deref().map(|rows| Weights::of(rows, view.table.rows));
    let dated = [&records.created, &records.closed, &records.expected].map(Vec::as_slice);
    let dated = dated.into_iter().filter(|days| days.iter().any(|day| *day != NO_DAY));
    let dated = dated.collect::<Vec<&[i32]>>();
    let rows = Rows::of(joined.as_deref().unwrap_or(&records.row));
    let clock = assembled.clock(at);
    let has_records = assembled.record_file.is_some();
    let columns = view.table.columns.iter().filter(|c| !is_key(c));
    let columns = columns.filter(|c| {
        let is_class = match &weights {
            Some(weights) => weights.is_class(c),
            None => is_class(c, view.table),
        };
        is_class || has_records && is_further_date(c, clock, &rows, &dated)
    });
    let dimension = |c: &Column| Dimension::Column {
        file: view.profile.name.clone(),
        header: c.header.clone(),
    };
    columns.map(dimension).collect()
}

/// Whether a column sorts rows into groups.
fn is_class(column: &Column, table: &Table) -> bool {
    match &column.cells {
        Cells::Text(text) => {
            let held = text.dictionary.len() - 1;
            // Folding can only make fewer, but not a thousand out of many thousands.
            if held == 0 || held > 4 * MOST_GROUPS {
                return false;
            }
            let folded: FxHashSet<String> =
                text.dictionary.iter().map(|(_, t)| fold(t)).filter(|t| !t.is_empty()).collect();
            let filled = || {
                let mut filled = 0;
                text.codes.each(0..text.codes.len(), |code| filled += usize::from(code != 0));
                filled
            };
            is_few(folded.len(), filled, table.rows)
        }
        Cells::Flag(flags) => flags.iter().any(|f| Some(f) != flags.first()),
        Cells::Number(values) if column.kind == ColumnType::Integer => {
            let mut seen: FxHashSet<u64> = FxHashSet::default();
            let mut filled = 0;
            for value in values.iter().filter(|x| !x.is_nan()) {
                filled += 1;
                seen.insert(value.to_bits());
                if seen.len() > MOST_NUMBERS {
                    return false;
                }
            }
            seen.len() > 1 && 2 * seen.len() <= filled
        }
        Cells::Number(_) | Cells::Day(_) | Cells::Moment(_) => false,
    }
}

/// Whether so many different texts, on so many of all rows, are groups.
fn is_few(texts: usize, filled: impl Fn() -> usize, rows: usize) -> bool {
    match texts {
        0 => false,
        1 => filled() < rows,
        n if n <= FEW_GROUPS => true,
        n => n <= MOST_GROUPS && 2 * n <= filled(),
    }
}

/// By row of a joined table, how many records stand on it. What is different on each of its rows (the
/// name of a company, the price of a product) still sorts the records into groups.
struct Weights(Vec<u32>);

impl Weights {
    fn of(rows: &[u32], count: usize) -> Weights {
        let mut weights = vec![0; count];
        for row in rows {
            if let Some(n) = weights.get_mut(*row as usize) {
                *n += 1;
            }
        }
        Weights(weights)
    }

    /// Whether a column of the table sorts the records into groups.
    fn is_class(&self, column: &Column) -> bool {
        let distinct = Distinct::of(column);
        let mut counts = vec![0usize; distinct.len()];
        for (code, weight) in distinct.codes.iter().zip(&self.0) {
            if let Some(n) = counts.get_mut(*code as usize) {
                *n += *weight as usize;
            }
        }
        let used = counts.iter().zip(0u32..).skip(1).filter(|(n, _)| **n > 0).map(|(_, c)| c);
        let filled = || counts.iter().skip(1).sum::<usize>();
        match &column.cells {
            Cells::Text(_) => {
                if used.clone().count() > 4 * MOST_GROUPS {
                    return false;
                }
                let folded = used.map(|code| fold(&distinct.text(code)));
                let folded: FxHashSet<String> = folded.filter(|t| !t.is_empty()).collect();
                // One value of several is told from records that have none of them.
                let is_only = distinct.len() == 2;
                let rows = if is_only { counts.iter().sum() } else { usize::MAX };
                is_few(folded.len(), filled, rows)
            }
            Cells::Flag(_) => used.count() + usize::from(counts.first() > Some(&0)) > 1,
            Cells::Number(_) => {
                let values = used.count();
                values > 1 && values <= MOST_NUMBERS && 2 * values <= filled()
            }
            Cells::Day(_) | Cells::Moment(_) => false,
        }
    }
}

/// The rows of a table that are records, and whether these are all rows in their order.
struct Rows<'a> {
    rows: &'a [u32],
    in_order: bool,
}

impl Rows<'_> {
    fn of(rows: &[u32]) -> Rows<'_> {
        Rows { rows, in_order: rows.iter().zip(0..).all(|(row, at)| *row == at) }
    }
}

/// Whether a date column, of the records or of a table joined to them, is another one than creation
/// and closing, which have dimensions of their own: `dated` are their days, as far as there are any.
fn is_further_date(column: &Column, clock: Clock, records: &Rows<'_>, dated: &[&[i32]]) -> bool {
    if !matches!(column.cells, Cells::Day(_) | Cells::Moment(_)) {
        return false;
    }
    let is_same = |days: &&[i32]| {
        if let Cells::Day(own) = &column.cells
            && records.in_order
            && own == days
        {
            return true;
        }
        let mut day = clock.day_reader(column);
        let mut pairs = records.rows.iter().zip(*days).filter(|(_, d)| **d != NO_DAY);
        pairs.all(|(row, d)| day(*row as usize) == *d)
    };
    let days = records.rows.iter().map(|row| *row as usize).map(clock.day_reader(column));
    let mut days = days.filter(|d| *d != NO_DAY);
    let month = |d: i32| Day(d).month_start();
    let first = days.next().map(month);
    let several = days.any(|d| Some(month(d)) != first);
    several && !dated.iter().any(is_same)
}
