//! A plain table over the columns of one file: rows counted, summed or told apart by the values of
//! other columns, in the order in which these appear. What a column means plays no part.
//!
//! Rows are taken a stretch at a time, so that what is found out about a row (is it asked for, which
//! group is it in) is still at hand when its facts are added, and never stored for all rows.
//! Not here: reports over mapped roles, which know currencies and periods (`breakdown`, `pivot`).

mod stretch;
mod tally;
mod whole;
mod widen;
mod within;

use crate::engine::distinct::Distinct;
use crate::engine::filter::{Grain, Period};
use crate::engine::table::{Cells, Column, NO_DAY, Table, TextCells};
use crate::engine::value::Day;
use serde::{Deserialize, Serialize};
use stretch::{AT_ONCE, Stretch, day_cells};
use tally::Tally;

/// What a table is asked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TabulateSpec {
    pub by: Vec<GroupKey>,
    /// Only rows whose day in this column lies in the period.
    pub within: Option<(String, Period)>,
    pub facts: Vec<GroupFact>,
}

/// A column whose values make groups; its days by their unit where a grain is given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupKey {
    pub header: String,
    pub grain: Option<Grain>,
}

/// What is said of the rows of a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum GroupFact {
    Rows,
    /// Of a column of numbers, missing ones left out.
    Sum(String),
    /// How many different values a column has.
    Distinct(String),
    /// The share of rows on which a column has this text.
    Share(String, String),
}

/// A group that has rows: its key by column, and its facts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tabulated {
    pub keys: Vec<String>,
    pub facts: Vec<Option<f64>>,
}

/// Answers the question; nothing where a column is not there.
pub fn tabulate(table: &Table, spec: &TabulateSpec) -> Vec<Tabulated> {
    answer(table, spec).unwrap_or_default()
}

fn answer(table: &Table, spec: &TabulateSpec) -> Option<Vec<Tabulated>> {
    let keys: Vec<Keys> =
        spec.by.iter().map(|key| Keys::of(table, key, spec)).collect::<Option<_>>()?;
    let within = match &spec.within {
        Some((header, period)) => Some((day_cells(table.column(header)?), *period)),
        None => None,
    };
    // The groups of all keys together.
    let count = keys.iter().map(Keys::len).product();
    let mut rows = vec![0u64; count];
    let mut tallies: Vec<Tally> =
        spec.facts.iter().map(|fact| Tally::of(table, fact, count)).collect::<Option<_>>()?;
    // Sums count the rows on their way.
    let counts_itself = tallies.iter().any(Tally::counts_rows);
    let (mut stretch, mut groups) = (Stretch::default(), Vec::with_capacity(AT_ONCE));
    for start in (0..table.rows).step_by(AT_ONCE) {
        stretch.all(start..(start + AT_ONCE).min(table.rows));
        if let Some((days, period)) = &within {
            stretch.keep_within(days, *period);
        }
        // What the stretch before left here, the first key does away with.
        groups.resize(stretch.len(), 0);
        keys.iter().enumerate().for_each(|(at, key)| key.split(&stretch, &mut groups, at == 0));
        if keys.is_empty() {
            groups.fill(0);
        }
        if !counts_itself {
            groups.iter().for_each(|g| rows.get_mut(*g as usize).into_iter().for_each(|n| *n += 1));
        }
        tallies.iter_mut().for_each(|tally| tally.add(&stretch, &groups));
    }
    let rows = tallies.iter().find_map(Tally::rows).unwrap_or(rows);
    let facts: Vec<Vec<Option<f64>>> = tallies.into_iter().map(|t| t.done(&rows)).collect();
    let group = |at: usize| Tabulated {
        keys: labels(&keys, at),
        facts: facts.iter().map(|f| f.get(at).copied().flatten()).collect(),
    };
    let filled = |at: &usize| rows.get(*at).is_some_and(|n| *n > 0);
    Some((0..count).filter(filled).map(group).collect())
}

/// One key: what gives each row its code, and each code its label. Code 0 is the missing value.
enum Keys<'a> {
    Text(&'a TextCells),
    Values(Distinct<'a>),
    Units(Units<'a>),
}

/// Days lie close together: a unit for each day from the first on.
struct Units<'a> {
    days: std::borrow::Cow<'a, [i32]>,
    first: i32,
    /// From 1 on; 0 is no day.
    units: Vec<u32>,
    starts: Vec<Day>,
}

impl<'a> Keys<'a> {
    fn of(table: &'a Table, key: &GroupKey, spec: &TabulateSpec) -> Option<Keys<'a>> {
        let column = table.column(&key.header)?;
        Some(match (key.grain, &column.cells) {
            (Some(grain), _) => {
                let within = spec.within.as_ref().filter(|(header, _)| *header == key.header);
                Keys::Units(Units::of(column, grain, within.map(|(_, period)| *period))?)
            }
            (None, Cells::Text(cells)) => Keys::Text(cells),
            (None, _) => Keys::Values(Distinct::of(column)),
        })
    }

    /// How many codes there are.
    fn len(&self) -> usize {
        match self {
            Keys::Text(cells) => cells.dictionary.len(),
            Keys::Values(values) => values.len(),
            Keys::Units(units) => units.starts.len() + 1,
        }
    }

    fn label(&self, code: usize) -> String {
        match self {
            Keys::Text(cells) => cells.dictionary.get(code as u32).to_owned(),
            Keys::Values(values) => values.text(code as u32).into_owned(),
            Keys::Units(units) => {
                let start = code.checked_sub(1).and_then(|at| units.starts.get(at));
                start.map(Day::to_string).unwrap_or_default()
            }
        }
    }

    /// Makes each group as many as this key has codes; the first key has but one group before it.
    fn split(&self, rows: &Stretch, groups: &mut [u32], is_first: bool) {
        let width = if is_first { 0 } else { self.len() as u32 };
        match self {
            Keys::Text(cells) if rows.widen(groups, &cells.codes, width) => {}
            Keys::Text(cells) => {
                rows.each_code(groups.iter_mut(), &cells.codes, |group, code| {
                    *group = *group * width + code
                });
            }
            Keys::Values(values) => {
                rows.each(groups.iter_mut(), &values.codes, |group, code| {
                    *group = *group * width + code
                });
            }
            Keys::Units(units) => rows.each(groups.iter_mut(), &units.days, |group, day: i32| {
                // A missing day is far before the first, and so beyond the last.
                let at = day.wrapping_sub(units.first) as u32 as usize;
                *group = *group * width + units.units.get(at).copied().unwrap_or(0);
            }),
        }
    }
}

/// So many days are given their unit without looking which of them occur.
const FEW_DAYS: i32 = 40_000;

impl<'a> Units<'a> {
    /// Nothing where no row has a day. `within` says that only its days will be asked for.
    fn of(column: &'a Column, grain: Grain, within: Option<Period>) -> Option<Units<'a>> {
        let days = day_cells(column);
        let span = |p: &Period| p.last.0.checked_sub(p.first.0);
        let few = within.filter(|p| span(p).is_some_and(|n| (0..FEW_DAYS).contains(&n)));
        let (first, last) = match few {
            Some(period) => (period.first.0, period.last.0),
            None => {
                let known = || days.iter().copied().filter(|day| *day != NO_DAY);
                (known().min()?, known().max()?)
            }
        };
        let mut starts: Vec<Day> = Vec::new();
        let unit = |day: i32| {
            let start = grain.start(Day(day));
            if starts.last() != Some(&start) {
                starts.push(start);
            }
            starts.len() as u32
        };
        let units = (first..=last).map(unit).collect();
        Some(Units { days, first, units, starts })
    }
}

fn labels(keys: &[Keys], mut group: usize) -> Vec<String> {
    let mut labels = Vec::new();
    for key in keys.iter().rev() {
        labels.push(key.label(group % key.len()));
        group /= key.len();
    }
    labels.reverse();
    labels
}
