//! A plain table over the columns of one file: rows counted, summed or told apart by the values of
//! other columns, in the order in which these appear. What a column means plays no part.
//!
//! Not here: reports over mapped roles, which know currencies and periods (`breakdown`, `pivot`).

use crate::engine::distinct::Distinct;
use crate::engine::filter::{Grain, Period};
use crate::engine::stats::Sum;
use crate::engine::table::{Column, Table};
use crate::engine::value::Day;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

/// Up to so many bits, told-apart values are marked in a map of bits.
const MOST_BITS: usize = 1 << 27;

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
    let keys: Option<Vec<Keys>> = spec.by.iter().map(|key| Keys::of(table, key)).collect();
    let Some((keys, kept)) = keys.zip(kept(table, spec)) else { return Vec::new() };
    // The groups of all keys together, and 0 for rows that are left out.
    let mut groups = vec![0u32; table.rows];
    let mut count = 1;
    for key in &keys {
        for (group, code) in groups.iter_mut().zip(&key.codes) {
            *group = *group * key.labels.len() as u32 + code;
        }
        count *= key.labels.len();
    }
    if let Some(kept) = kept {
        for (group, kept) in groups.iter_mut().zip(kept) {
            *group = if kept { *group } else { count as u32 };
        }
    }
    let mut rows = vec![0u64; count + 1];
    groups.iter().for_each(|g| rows.get_mut(*g as usize).into_iter().for_each(|n| *n += 1));
    let facts: Option<Vec<Vec<Option<f64>>>> =
        spec.facts.iter().map(|f| fact(table, f, &groups, &rows)).collect();
    let Some(facts) = facts else { return Vec::new() };
    let group = |at: usize| Tabulated {
        keys: labels(&keys, at),
        facts: facts.iter().map(|f| f.get(at).copied().flatten()).collect(),
    };
    let filled = |at: &usize| rows.get(*at).is_some_and(|n| *n > 0);
    (0..count).filter(filled).map(group).collect()
}

/// One key: a code for each row, and the label of each code.
struct Keys {
    codes: Vec<u32>,
    labels: Vec<String>,
}

impl Keys {
    fn of(table: &Table, key: &GroupKey) -> Option<Keys> {
        let column = table.column(&key.header)?;
        let Some(grain) = key.grain else {
            let distinct = Distinct::of(column);
            let labels = distinct.texts().map(|t| t.into_owned()).collect();
            return Some(Keys { codes: distinct.codes.into_owned(), labels });
        };
        // Days lie close together: a unit for each day between the first and the last.
        let days = || (0..table.rows).map(|row| column.day(row).map(|d| d.0));
        let (first, last) = (days().flatten().min()?, days().flatten().max()?);
        let mut starts: Vec<Day> = Vec::new();
        let unit = |day: i32| {
            let start = grain.start(Day(day));
            if starts.last() != Some(&start) {
                starts.push(start);
            }
            starts.len() as u32
        };
        let units: Vec<u32> = (first..=last).map(unit).collect();
        let code = |day: Option<i32>| {
            day.and_then(|d| units.get((d - first) as usize)).copied().unwrap_or(0)
        };
        let codes = days().map(code).collect();
        let labels = std::iter::once(String::new()).chain(starts.iter().map(Day::to_string));
        Some(Keys { codes, labels: labels.collect() })
    }
}

fn labels(keys: &[Keys], mut group: usize) -> Vec<String> {
    let mut labels = Vec::new();
    for key in keys.iter().rev() {
        labels.push(key.labels.get(group % key.labels.len()).cloned().unwrap_or_default());
        group /= key.labels.len();
    }
    labels.reverse();
    labels
}

/// Which rows are asked for: the outer `None` where the column is not there.
fn kept(table: &Table, spec: &TabulateSpec) -> Option<Option<Vec<bool>>> {
    let Some((header, period)) = &spec.within else { return Some(None) };
    let column = table.column(header)?;
    let within = |row| column.day(row).is_some_and(|day| period.contains(day));
    Some(Some((0..table.rows).map(within).collect()))
}

/// A fact by group.
fn fact(table: &Table, fact: &GroupFact, groups: &[u32], rows: &[u64]) -> Option<Vec<Option<f64>>> {
    let counted = |counts: Vec<u64>| counts.into_iter().map(|n| Some(n as f64)).collect();
    Some(match fact {
        GroupFact::Rows => counted(rows.to_vec()),
        GroupFact::Sum(header) => {
            let column = table.column(header)?;
            let mut sums = vec![Sum::default(); rows.len()];
            for (row, group) in groups.iter().enumerate() {
                if let (Some(x), Some(sum)) = (column.number(row), sums.get_mut(*group as usize)) {
                    sum.add(x);
                }
            }
            sums.into_iter().map(|s| Some(s.value())).collect()
        }
        GroupFact::Distinct(header) => counted(distinct(table.column(header)?, groups, rows.len())),
        GroupFact::Share(header, text) => {
            let values = Distinct::of(table.column(header)?);
            let wanted = values.texts().position(|t| t == *text);
            let mut hits = vec![0u64; rows.len()];
            for (group, code) in groups.iter().zip(values.codes.iter()) {
                if let Some(n) = hits.get_mut(*group as usize) {
                    *n += u64::from(Some(*code as usize) == wanted);
                }
            }
            let share = |(hits, rows): (u64, &u64)| (*rows > 0).then(|| hits as f64 / *rows as f64);
            hits.into_iter().zip(rows).map(share).collect()
        }
    })
}

/// How many different values each group has, the missing one aside.
fn distinct(column: &Column, groups: &[u32], count: usize) -> Vec<u64> {
    let values = Distinct::of(column);
    let mut counts = vec![0; count];
    let mut add = |group: u32| counts.get_mut(group as usize).into_iter().for_each(|n| *n += 1);
    let pairs = groups.iter().copied().zip(values.codes.iter().copied()).filter(|(_, c)| *c != 0);
    if values.len().saturating_mul(count) <= MOST_BITS {
        let mut seen = vec![0u64; values.len() * count / 64 + 1];
        for (group, code) in pairs {
            let at = group as usize * values.len() + code as usize;
            if let Some(word) = seen.get_mut(at / 64)
                && *word & 1 << (at % 64) == 0
            {
                *word |= 1 << (at % 64);
                add(group);
            }
        }
    } else {
        let mut seen: FxHashSet<(u32, u32)> = FxHashSet::default();
        pairs.filter(|pair| seen.insert(*pair)).for_each(|(group, _)| add(group));
    }
    counts
}
