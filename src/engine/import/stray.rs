//! Text behind the quote that closes a cell: `"x" y`. Such a cell is read as it can best be
//! understood, and where it stands is known, so that it can be told as it is written.
//!
//! Mostly the part in quotes loses them and what follows stays, as in spreadsheets: `x y`. Where
//! the cell ends with a quote as well and a letter follows the one that seemed to close it, those
//! inside were meant as they are: `"the "big" deal"`, `'don't'`.
//! Not here: where cells end (`splitter`).

use super::marks::Marks;
use super::record::Record;
use super::splitter::Splitter;
use std::ops::Range;

/// The position of such a cell in its record, and where it stands in the record's text.
pub type Stray = (usize, Range<usize>);

/// Finds such cells of a record and reads them. `raw`: the record as it is written, without the
/// line ends around it.
pub fn mend(record: &mut Record, raw: &str, marks: Marks) -> Vec<Stray> {
    if !record.stray {
        return Vec::new();
    }
    let found = strays(raw, marks);
    let meant = |(at, range): &Stray| Some((*at, enclosed(raw.get(range.clone())?, marks)?));
    let meant: Vec<(usize, String)> = found.iter().filter_map(meant).collect();
    if !meant.is_empty() {
        let mut cells = record.to_cells();
        for (at, text) in meant {
            cells.get_mut(at).into_iter().for_each(|cell| cell.clone_from(&text));
        }
        *record = record.with_cells(&cells);
    }
    found
}

/// Cuts the record once more, cell by cell.
fn strays(raw: &str, marks: Marks) -> Vec<Stray> {
    let (mut splitter, mut record) = (Splitter::new(marks), Record::default());
    let (mut found, mut begin, mut at) = (Vec::new(), 0, 0);
    for piece in raw.as_bytes().split_inclusive(|byte| *byte == marks.delimiter) {
        let cell = record.len();
        splitter.read(piece, &mut record);
        at += piece.len();
        if record.len() > cell {
            if std::mem::take(&mut record.stray) {
                found.push((cell, begin..at - 1));
            }
            begin = at;
        }
    }
    if record.stray {
        found.push((record.len(), begin..at));
    }
    found
}

/// The text of a cell whose first and last signs are the quotes that enclose it, although others
/// inside are not doubled.
fn enclosed(cell: &str, marks: Marks) -> Option<String> {
    let quote = marks.quote.map(char::from)?;
    let inner = cell.trim_matches([' ', '\t']).strip_prefix(quote)?.strip_suffix(quote)?;
    let (mut text, mut lone) = (String::new(), false);
    let mut signs = inner.chars().peekable();
    while let Some(sign) = signs.next() {
        let escapes = marks.escape.map(char::from) == Some(sign) && sign != quote;
        let taken = if escapes { signs.next_if(|c| *c == quote || *c == sign) } else { None };
        let doubled = sign == quote && signs.next_if_eq(&quote).is_some();
        if sign == quote && !doubled && !std::mem::replace(&mut lone, true) {
            signs.peek().filter(|next| next.is_alphanumeric())?;
        }
        text.push(taken.unwrap_or(sign));
    }
    lone.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str, marks: Marks) -> (Vec<String>, Vec<&str>) {
        let (mut splitter, mut record) = (Splitter::new(marks), Record::default());
        splitter.read(raw.as_bytes(), &mut record);
        splitter.finish(&mut record);
        let found = mend(&mut record, raw, marks);
        (record.to_cells(), found.into_iter().map(|(_, range)| &raw[range]).collect())
    }

    #[test]
    fn such_cells_are_found_and_read() {
        let double = Marks::new(b',', Some(b'"'));
        let single = Marks::new(b';', Some(b'\''));
        let padded = Marks { escape: Some(b'\\'), padded: true, ..double };
        let cases: [(Marks, &str, &[&str], &[&str]); 9] = [
            (double, "\"x\" y,1", &["x y", "1"], &["\"x\" y"]),
            (double, "1,\"a,b\"c", &["1", "a,bc"], &["\"a,b\"c"]),
            (
                double,
                "\"the \"big\" deal\",1",
                &["the \"big\" deal", "1"],
                &["\"the \"big\" deal\""],
            ),
            (
                double,
                "\"Alpha\" and \"Co\",1",
                &["Alpha and \"Co\"", "1"],
                &["\"Alpha\" and \"Co\""],
            ),
            (double, "\"x\" ,\"y\"\t", &["x ", "y\t"], &[]),
            (double, "\"a\"b,c,\"d\"\"e\"f", &["ab", "c", "d\"ef"], &["\"a\"b", "\"d\"\"e\"f"]),
            (single, "'don't';'x' y", &["don't", "x y"], &["'don't'", "'x' y"]),
            (padded, "1, \"x\" y", &["1", "x y"], &[" \"x\" y"]),
            (padded, "\"a\\\"b\" c,2", &["a\"b c", "2"], &["\"a\\\"b\" c"]),
        ];
        for (marks, raw, cells, strays) in cases {
            let (read, found) = read(raw, marks);
            assert_eq!(
                (read, found),
                (cells.iter().map(|c| (*c).to_owned()).collect(), strays.to_vec()),
                "{raw}"
            );
        }
    }
}
