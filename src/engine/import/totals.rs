//! A totals row by its sums: a number in it is the sum of its column, and either a word names it
//! (`Total for all campaigns`) or a key cell is empty that all other rows fill. It is the first row
//! or the last. Checked in slices.
//!
//! Not here: totals that a word alone names, or that lack cells (`tail`), sums of some of the rows
//! (`subtotals`).

use super::super::profile::DecimalSign;
use super::column::RawColumn;
use super::rows::Rows;
use super::words::{self, Totals};
use super::{date, header, number};

/// A label that is no word for totals, with every cell filled (`All campaigns`): two columns at once
/// must be sums. Of few rows one may be the sum of the others by chance, and in a large table nobody
/// looks for that.
const LEAST_UNNAMED: usize = 6;
const MOST_UNNAMED: usize = 20_000;

const SIGNS: [DecimalSign; 2] = [DecimalSign::Point, DecimalSign::Comma];

/// The check of one row against the sums of the others, column by column.
pub struct SumCheck {
    /// The row that may be totals.
    pub suspect: usize,
    /// Columns in which the row holds a number: their position, and the number by decimal sign.
    columns: Vec<(usize, [Option<f64>; 2])>,
    /// How many columns must be sums, and how near.
    needed: u32,
    within: f64,
    row: usize,
    sums: [Sum; 2],
}

/// A sum that loses nothing to the order of magnitude (Neumaier).
#[derive(Clone, Copy, Default)]
struct Sum {
    total: f64,
    lost: f64,
    nonzero: u64,
    broken: bool,
}

impl Sum {
    fn add(&mut self, x: f64) {
        let t = self.total + x;
        self.lost +=
            if self.total.abs() >= x.abs() { (self.total - t) + x } else { (x - t) + self.total };
        self.total = t;
        self.nonzero += u64::from(x != 0.0);
    }
    fn is(&self, value: f64, within: f64) -> bool {
        let sum = self.total + self.lost;
        !self.broken
            && self.nonzero >= 2
            && value != 0.0
            && (sum - value).abs() <= value.abs() * within
    }
}

fn readings(text: &str) -> [Option<f64>; 2] {
    let written = number::scan(text);
    SIGNS.map(|sign| written.and_then(|w| w.read(sign, false)).map(|n| n.value))
}

/// Whether most of the first distinct texts of a column are numbers.
fn holds_numbers(column: &RawColumn) -> bool {
    const LOOKED_AT: u32 = 50;
    let last = (column.dictionary.len() as u32).min(LOOKED_AT + 1);
    let numbers = (1..last).filter(|code| {
        let text = column.dictionary.get(*code);
        readings(text).iter().any(Option::is_some) && date::scan(text).is_none()
    });
    numbers.count() as u32 * 2 > last.saturating_sub(1)
}

/// Whether this cell says which record the row is: a text, a day or an id, in a column that holds
/// more than one. What all rows share (the days that an export covers) says nothing.
fn tells_apart(column: &RawColumn, code: u32) -> bool {
    let text = column.dictionary.get(code);
    let varies = column.dictionary.len() > 2;
    let counts = || readings(text).iter().any(Option::is_some) && date::scan(text).is_none();
    code != 0 && varies && (header::identifies(&column.header) || !counts())
}

impl SumCheck {
    /// `None` where nothing speaks for totals.
    pub fn new(rows: &Rows, suspect: usize) -> Option<SumCheck> {
        let code = |c: &RawColumn| c.codes.get(suspect);
        let text = |c: &RawColumn| c.dictionary.get(code(c)).to_owned();
        let first = rows.columns.iter().map(text).find(|t| !t.trim().is_empty());
        let named = first.as_deref().and_then(words::totals_word);
        let others = rows.len().saturating_sub(1);
        let apart = rows.columns.iter().filter(|c| tells_apart(c, code(c))).count();
        // Whoever names a sum may round it.
        let (needed, within) = match named {
            // A name may begin so: then it is a record unless two columns say otherwise.
            Some(Totals::Begun) if apart > 1 => return None,
            Some(Totals::Begun) => (2, 1e-6),
            Some(_) => (1, 1e-3),
            None => {
                // An amount may be missing in any row; a day or a name that all others have may not.
                let is_key = |c: &RawColumn| c.blanks == 1 && code(c) == 0 && !holds_numbers(c);
                let lacks_key = rows.columns.iter().any(is_key);
                let behind = first.as_deref().is_some_and(words::totals_behind);
                if !(lacks_key || behind || (LEAST_UNNAMED..=MOST_UNNAMED).contains(&others)) {
                    return None;
                }
                // Totals may carry a label. A row with a name and a day of its own is a record,
                // whatever its amount comes to: the third of 10, 20 and 30 is no sum of the others.
                match apart {
                    0 if lacks_key => (1, 1e-6),
                    1 if others >= 3 && (lacks_key || behind) => (1, 1e-6),
                    0 | 1 => (2, 1e-6),
                    _ => return None,
                }
            }
        };
        if others < 2 {
            return None;
        }
        let numbers = rows.columns.iter().map(|c| match header::identifies(&c.header) {
            // 3 is the sum of 1 and 2, and the third of three orders.
            true => [None; 2],
            false => readings(&text(c)),
        });
        let columns: Vec<_> =
            numbers.enumerate().filter(|(_, r)| r.iter().any(Option::is_some)).collect();
        Some(SumCheck { suspect, columns, needed, within, row: 0, sums: Default::default() })
    }

    /// Goes on for about `budget` cells. `Some`: whether the row is the sum of the others.
    pub fn step(&mut self, budget: usize, rows: &Rows) -> Option<bool> {
        let Some((at, values)) = self.columns.last().copied() else { return Some(false) };
        let Some(column) = rows.columns.get(at) else { return Some(false) };
        let end = column.codes.len().min(self.row + budget.max(1));
        for row in self.row..end {
            self.add(column, row);
        }
        self.row = end;
        if end < column.codes.len() {
            return None;
        }
        let equal =
            |(sum, value): (&Sum, Option<f64>)| value.is_some_and(|v| sum.is(v, self.within));
        if self.sums.iter().zip(values).any(equal) {
            self.needed -= 1;
            if self.needed == 0 {
                return Some(true);
            }
        }
        self.columns.pop();
        (self.row, self.sums) = (0, Default::default());
        None
    }

    fn add(&mut self, column: &RawColumn, row: usize) {
        let code = column.codes.get(row);
        let text = column.dictionary.get(code);
        if row == self.suspect || text.is_empty() || words::is_placeholder(text) {
            return;
        }
        for (sum, value) in self.sums.iter_mut().zip(readings(text)) {
            match value {
                Some(x) => sum.add(x),
                None => sum.broken = true,
            }
        }
    }
}
