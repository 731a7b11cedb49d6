//! Which first records only look like headers: lines of a preamble that fill as many cells as the
//! table has columns (`Period:;01.01.2024;31.01.2024`), and headers that are days, months or years.
//!
//! Not here: the header itself (`headline`).

use super::headline::is_typed;
use super::{date, number, period};
use rustc_hash::FxHashSet;

/// More lines than this above a table are no preamble.
const MOST_LINES: usize = 8;
/// Days of the month as headers: fewer than this many consecutive numbers may be values.
const LEAST_DAYS: usize = 4;

/// The header below a preamble that begins at `first`: a full record of words, each its own, above
/// typed values, and all records before it say something else.
///
/// `width`: how many columns hold anything.
pub fn header_below(records: &[Vec<String>], first: usize, width: usize) -> Option<usize> {
    let last = records.len().min(first + MOST_LINES);
    let at = (first + 1..last).find(|at| is_header(records, *at, width))?;
    let above = records.get(first..at)?;
    above.iter().all(|cells| is_preamble(cells)).then_some(at)
}

fn filled(cells: &[String]) -> impl Iterator<Item = &str> + Clone {
    cells.iter().map(|c| c.trim()).filter(|c| !c.is_empty())
}

/// A line with a name before a colon, or one that holds a value, or a title alone.
fn is_preamble(cells: &[String]) -> bool {
    let mut texts = filled(cells);
    let rest = texts.clone().skip(1);
    let named = texts.next().is_none_or(|first| first.ends_with(':'));
    (named && rest.clone().all(|c| !c.ends_with(':')))
        || rest.clone().any(is_typed)
        || rest.count() == 0
}

fn is_header(records: &[Vec<String>], at: usize, width: usize) -> bool {
    let Some(head) = records.get(at) else { return false };
    let below = records.get(at + 1..).unwrap_or_default();
    let names: Vec<&str> = filled(head).collect();
    names.len() == width
        && width > 1
        && names.iter().all(|name| !is_typed(name) && !name.ends_with(':'))
        && are_distinct(names.iter().copied())
        && (0..head.len()).any(|i| are_typed(values(below, i)))
}

fn are_distinct<'a>(mut texts: impl Iterator<Item = &'a str>) -> bool {
    let mut seen = FxHashSet::default();
    texts.all(|text| seen.insert(text))
}

/// The cells of one column that are filled.
pub fn values(records: &[Vec<String>], column: usize) -> impl Iterator<Item = &str> + Clone {
    let cells = records.iter().filter_map(move |r| r.get(column));
    cells.map(|c| c.trim()).filter(|c| !c.is_empty())
}

/// Whether most of some values are numbers, days or placeholders.
pub fn are_typed<'a>(values: impl Iterator<Item = &'a str> + Clone) -> bool {
    let typed = values.clone().filter(|v| is_typed(v)).count();
    typed > 0 && typed * 10 >= values.count() * 8
}

/// What a header of a column by time can be.
#[derive(Clone, Copy, PartialEq)]
enum Time {
    /// A day, a month or a quarter.
    Date,
    Year,
    /// The number of a day in its month, of a month or a week in its year.
    Number(u32),
}

fn year(text: &str) -> Option<u32> {
    let number = number::scan(text)?.plain_digits()?.parse().ok()?;
    (text.len() == 4 && (1990..=2100).contains(&number)).then_some(number)
}

fn time(text: &str) -> Option<Time> {
    if year(text).is_some() {
        return Some(Time::Year);
    }
    if text.len() <= 2 {
        let number = text.parse().ok().filter(|n| (1..=53).contains(n));
        return number.map(Time::Number);
    }
    (date::scan(text).is_some() || period::scan(text).is_some()).then_some(Time::Date)
}

/// Whether the typed cells of a first record name times, one a column, above values that are none:
/// `Channel;2023;2024` above `SEO;10;20`.
pub fn names_times(head: &[String], below: &[Vec<String>]) -> bool {
    let typed = head.iter().enumerate().filter(|(_, c)| is_typed(c.trim()) && !c.trim().is_empty());
    let typed: Vec<(usize, &str)> = typed.map(|(i, c)| (i, c.trim())).collect();
    let Some(times) = typed.iter().map(|(_, c)| time(c)).collect::<Option<Vec<Time>>>() else {
        return false;
    };
    let words = filled(head).any(|c| !is_typed(c));
    if typed.len() < 2 || !words || !are_distinct(typed.iter().map(|(_, c)| *c)) {
        return false;
    }
    let steps = || {
        times.windows(2).all(|pair| match pair {
            [Time::Number(a), Time::Number(b)] => *b == a + 1,
            [a, b] => a == b,
            _ => true,
        })
    };
    let numbered = matches!(times.first(), Some(Time::Number(_)));
    let begins = times.first() == Some(&Time::Number(1)) && typed.len() >= LEAST_DAYS;
    let counted = |i: usize| {
        let kind = |v: &str| match (times.first(), time(v)) {
            (Some(Time::Number(_)), _) | (_, None) => false,
            (Some(kind), Some(found)) => *kind == found,
            _ => false,
        };
        let alike = values(below, i).filter(|v| kind(v)).count();
        alike * 2 < values(below, i).count()
    };
    let goes_on = |cells: &Vec<String>| {
        numbered && typed.iter().all(|(i, c)| cells.get(*i).is_some_and(|d| d.trim() == *c))
    };
    steps()
        && (!numbered || begins)
        && !below.first().is_some_and(goes_on)
        && typed.iter().all(|(i, _)| counted(*i))
}
