//! The delimiter of a file: the one by which its records agree in their width.
//!
//! Not here: its quotes (`enclosing`), how agreement is weighed (`agreement`).

use super::agreement::{Weighed, divides_inside, is_blank};
use super::enclosing::by_delimiter;
use super::headline::is_typed;

/// How many records are looked at.
pub const SAMPLE_RECORDS: usize = 200;
/// A delimiter that scores more divides most records alike.
const CLEARLY: f64 = 0.5;

/// The likelier first: it wins a tie.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Rarer ones, which may be part of a text as well: only where none of the others divides, and
/// where every record agrees.
const RARER: [u8; 10] = [0x1f, 0x1e, 0x01, 0x02, b'^', b'~', b'!', b'#', b':', b' '];

pub fn best_delimiter(text: &str, complete: bool) -> u8 {
    let weighed = DELIMITERS.map(|sign| by_delimiter(text, complete, sign, SAMPLE_RECORDS));
    let (mut best, mut most, mut clarity) = (b',', 0.0, 0.0);
    for one in &weighed {
        // By what stands inside of cells, rows may be divided alike, but not what names the columns.
        let inside = weighed.iter().any(|other| one.begins_inside(other));
        let rank = one.rank() * if inside { 0.25 } else { 1.0 };
        if rank > most {
            (best, most, clarity) = (one.marks.delimiter, rank, one.clarity());
        }
    }
    if clarity > CLEARLY {
        return best;
    }
    let rarer = || RARER.into_iter().find(|d| divides_all(text, complete, *d));
    // One column: by a mark that does not stand in it.
    let absent = || DELIMITERS.into_iter().find(|d| !text.as_bytes().contains(d));
    match clarity {
        0.0 => rarer().or_else(absent).unwrap_or(best),
        _ => rarer().unwrap_or(best),
    }
}

/// Whether every record is divided alike, the header among them, and not inside of its values.
fn divides_all(text: &str, complete: bool, delimiter: u8) -> bool {
    let Weighed { sample, .. } = by_delimiter(text, complete, delimiter, SAMPLE_RECORDS);
    let filled: Vec<&Vec<String>> = sample.records.iter().filter(|r| !is_blank(r)).collect();
    let Some((head, body)) = filled.split_first() else { return false };
    let width = head.len();
    // Words of a name are divided by a space as well: values of another kind must stand there.
    let least = if delimiter == b' ' { 3 } else { 2 };
    let typed = |i: usize| {
        body.iter().filter(|r| r.get(i).is_some_and(|c| is_typed(c))).count() * 10 >= body.len() * 8
    };
    width >= least
        && !body.is_empty()
        && filled.iter().all(|r| r.len() == width)
        && head.iter().all(|c| !c.trim().is_empty())
        && !divides_inside(&filled, delimiter)
        && (delimiter.is_ascii_control()
            || (0..width).any(typed)
            || (delimiter != b' ' && delimiter != b':'))
}
