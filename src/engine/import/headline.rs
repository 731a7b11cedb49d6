//! Which of the first records holds the headers: below titles, above values of another kind; and
//! whether the record above it groups them, as `Google,,Yandex,` stands above `Clicks,Cost,Clicks,Cost`.
//!
//! Not here: the delimiter (`sniff`), what a header says (`header`).

use super::{date, number, words};

/// The position of the header record, or `None` when the first full record is data.
pub fn find_header(records: &[Vec<String>], width: usize) -> Option<usize> {
    let filled = |cells: &[String]| cells.iter().filter(|c| !c.trim().is_empty()).count();
    // A header may be a little shorter than the rows, and a title never fills most of a row.
    let first = records.iter().position(|r| {
        r.len() * 10 >= width * 8 && filled(r) * 2 > width.min(r.len()) && filled(r) >= width.min(2)
    })?;
    let head = records.get(first)?;
    let below = records.get(first + 1..).unwrap_or_default();
    let mut score = 0i32;
    let mut typed_heads = 0;
    for (i, cell) in head.iter().enumerate() {
        let cell = cell.trim();
        if cell.is_empty() {
            continue;
        }
        let values: Vec<&str> = below
            .iter()
            .filter_map(|r| r.get(i))
            .map(|c| c.trim())
            .filter(|c| !c.is_empty())
            .collect();
        let typed = values.iter().filter(|v| is_typed(v)).count();
        typed_heads += i32::from(is_typed(cell));
        if !values.is_empty() && typed * 10 >= values.len() * 8 {
            score += if is_typed(cell) { -1 } else { 1 };
        } else if values.contains(&cell) {
            score -= 1;
        }
    }
    if score > 0 || (score == 0 && typed_heads == 0) {
        return Some(first);
    }
    first.checked_sub(1).filter(|above| names_most(records, *above, width))
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
