//! Rows that a quote joined which nobody meant to open: `2,"x` takes in the lines below it up to the
//! next quote.
//!
//! A cell of several lines that fits its row is never cut. Not here: quotes that nothing closes
//! (`reading`).

use super::marks::{Marks, Quotes, quotes};
use super::record::Record;
use super::splitter::Splitter;

/// Whether a record of several lines is several rows of the table: its lines by themselves fit the
/// table better than they do together. `cells`: how many it has as it was read.
pub fn has_swallowed(raw: &str, marks: Marks, width: usize, cells: usize) -> bool {
    let sound = quotes(raw.as_bytes(), marks) == Quotes::Sound;
    if width < 2 || (sound && cells == width) {
        return false;
    }
    let mut lines = raw.split(['\r', '\n']).filter(|line| !line.is_empty());
    let Some(first) = lines.next() else { return false };
    // The line that opens the quote is taken as it stands.
    if first.split(char::from(marks.delimiter)).count() != width {
        return false;
    }
    let (mut fitting, mut all, mut last) = (1, 1, false);
    for line in lines {
        last = fits(line, marks, width);
        fitting += usize::from(last);
        all += 1;
    }
    // Nothing is wrong with the quotes: then every line must fit.
    if sound { fitting == all } else { last && fitting * 2 >= all }
}

fn fits(line: &str, marks: Marks, width: usize) -> bool {
    if line.split(char::from(marks.delimiter)).count() == width {
        return true;
    }
    let (mut splitter, mut record) = (Splitter::new(marks), Record::default());
    splitter.read(line.as_bytes(), &mut record);
    splitter.finish(&mut record) && record.len() == width
}
