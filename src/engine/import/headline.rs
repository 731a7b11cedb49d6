//! Which of the first records holds the headers: below titles, above values of another kind; and
//! whether the record above it groups them, as `Google,,Yandex,` stands above `Clicks,Cost,Clicks,Cost`.
//!
//! Not here: the delimiter (`sniff`), what a header says (`header`).

use super::titles::{are_typed, header_below, names_times, values};
use super::{date, number, words};

/// The position of the header record, or `None` when the first full record is data.
pub fn find_header(records: &[Vec<String>], width: usize) -> Option<usize> {
    let filled = |cells: &[String]| cells.iter().filter(|c| !c.trim().is_empty()).count();
    // A header may be a little shorter than the rows, and a title never fills most of a row.
    // Columns that are empty from top to bottom say nothing (Excel saves them all the same).
    let is_used = |i: &usize| values(records, *i).next().is_some();
    let used = (0..width).filter(is_used).count().max(1);
    let first = records.iter().enumerate().position(|(at, r)| {
        let most = filled(r) * 2 > used.min(r.len()) || names_half(records, at, width);
        r.len() * 10 >= width * 8 && most && filled(r) >= width.min(2)
    })?;
    let head = records.get(first)?;
    if let Some(at) = header_below(records, first, used) {
        return Some(at);
    }
    // The same record once more is a header of another export that was put below.
    let again = |r: &&Vec<String>| {
        filled(head) > 1 && r.iter().map(|c| c.trim()).eq(head.iter().map(|c| c.trim()))
    };
    let below = records.get(first + 1..).unwrap_or_default();
    let below: Vec<Vec<String>> = below.iter().filter(|r| !again(r)).cloned().collect();
    let times = names_times(head, &below);
    let mut score = 0i32;
    let mut typed_heads = 0;
    for (i, cell) in head.iter().enumerate() {
        let cell = cell.trim();
        if cell.is_empty() {
            continue;
        }
        let is_value = is_typed(cell) && !times;
        typed_heads += i32::from(is_value);
        if are_typed(values(&below, i)) {
            score += if is_value { -1 } else { 1 };
        } else if values(&below, i).any(|v| v == cell) {
            score -= 1;
        }
    }
    if score > 0 || (score == 0 && typed_heads == 0) {
        return Some(first);
    }
    first.checked_sub(1).filter(|above| names_most(records, *above, width))
}

/// Whether half of a record's cells are names and the others blank, above fuller records: `Date,,,Sum`.
fn names_half(records: &[Vec<String>], at: usize, width: usize) -> bool {
    let (Some(head), Some(next)) = (records.get(at), records.get(at + 1)) else { return false };
    let filled = |cells: &[String]| cells.iter().filter(|c| !c.trim().is_empty()).count();
    let below = records.get(at + 1..).unwrap_or_default();
    let named = head.iter().enumerate().filter(|(_, c)| !c.trim().is_empty());
    head.len() == width
        && filled(head) * 3 >= width
        && filled(next) > filled(head)
        && next.iter().any(|c| is_typed(c.trim()) && !c.trim().is_empty())
        && named.clone().all(|(_, c)| !is_typed(c.trim()) && !c.trim().ends_with(':'))
        && named.into_iter().any(|(i, _)| are_typed(values(below, i)))
}

/// Whether the record above the first row names all columns but one.
fn names_most(records: &[Vec<String>], above: usize, width: usize) -> bool {
    let names = records.get(above).map(Vec::as_slice).unwrap_or_default();
    let is_name = |cell: &String| !cell.trim().is_empty() && !is_typed(cell.trim());
    names.len() >= 2 && names.len() + 1 == width && names.iter().all(is_name)
}

/// Whether a text is a number, a day or a placeholder rather than a name.
pub fn is_typed(text: &str) -> bool {
    words::is_placeholder(text)
        || date::scan(text).is_some()
        || number::scan(text).is_some_and(|w| {
            use super::super::profile::DecimalSign::{Comma, Point};
            w.plain_digits().is_some() || w.read(Point, false).or(w.read(Comma, false)).is_some()
        })
}

/// Whether the record at `at` only groups columns, and the one below it names them: both are
/// words above typed columns, and the upper one has blanks or repeats.
pub fn names_below(records: &[Vec<String>], at: usize, width: usize) -> bool {
    let (Some(upper), Some(lower)) = (records.get(at), records.get(at + 1)) else { return false };
    let below = records.get(at + 2..).unwrap_or_default();
    let cell = |r: &[String], i: usize| r.get(i).map(|c| c.trim().to_owned()).unwrap_or_default();
    let groups = (1..width).any(|i| {
        let group = cell(upper, i);
        group.is_empty() || group == cell(upper, i - 1)
    });
    let named = (0..width).all(|i| !cell(lower, i).is_empty() || !cell(upper, i).is_empty());
    let typed = |i: &usize| {
        let values: Vec<String> =
            below.iter().map(|r| cell(r, *i)).filter(|c| !c.is_empty()).collect();
        !values.is_empty() && values.iter().filter(|c| is_typed(c)).count() * 10 >= values.len() * 8
    };
    let columns: Vec<usize> = (0..width).filter(typed).collect();
    let words =
        |r: &[String]| columns.iter().all(|i| !is_typed(&cell(r, *i)) || cell(r, *i).is_empty());
    let filled = lower.iter().filter(|c| !c.trim().is_empty()).count();
    groups
        && named
        && !columns.is_empty()
        && filled * 2 > width.min(lower.len())
        && columns.iter().any(|i| !cell(lower, *i).is_empty())
        && words(upper)
        && words(lower)
}

/// Whether the record at `above` groups the headers below it, which repeat: as wide as they are,
/// with some words and some blanks. A padded title has but one word.
pub fn groups_below(records: &[Vec<String>], above: usize) -> bool {
    let (Some(upper), Some(names)) = (records.get(above), records.get(above + 1)) else {
        return false;
    };
    let words = upper.iter().filter(|c| !c.trim().is_empty());
    let repeats = names.iter().enumerate().any(|(i, n)| names.iter().skip(i + 1).any(|m| m == n));
    upper.len() == names.len()
        && repeats
        && words.clone().count() >= 2
        && words.clone().all(|c| !is_typed(c.trim()))
}

/// Headers below a record that groups them: a name that is there more than once, or not at all,
/// takes its group before it.
pub fn grouped(groups: &[String], names: &[String]) -> Vec<String> {
    let trim = |c: &String| c.trim().to_owned();
    let names: Vec<String> = names.iter().map(trim).collect();
    let mut group = String::new();
    let mut made = Vec::with_capacity(names.len());
    for (i, name) in names.iter().enumerate() {
        let own = groups.get(i).map(trim).unwrap_or_default();
        let repeated = names.iter().filter(|n| *n == name).count() > 1;
        if !own.is_empty() {
            group.clone_from(&own);
        }
        made.push(match (name.is_empty(), repeated && !group.is_empty()) {
            (true, _) => own,
            (false, true) => format!("{group} · {name}"),
            (false, false) => name.clone(),
        });
    }
    made
}
