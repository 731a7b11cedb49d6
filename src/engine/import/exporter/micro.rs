//! Money in millionths, as the API of Yandex.Direct writes it unless asked for otherwise. Nothing in
//! the file says so, so that the sums decide, or the user.

use super::super::column::RawColumn;
use super::super::number;
use super::fingerprint::{Recognised, is_any};
use super::system;
use crate::engine::profile::DecimalSign;

/// No click costs as much in any currency.
const DEAREST_CLICK: f64 = 100_000.0;
/// Prices go to a hundredth, which is so many millionths.
const HUNDREDTH: f64 = 10_000.0;
/// One unit of money in millionths.
pub const MILLION: f64 = 1_000_000.0;

/// The columns that may be in millionths, and whether they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Micro {
    /// Positions in the table.
    pub columns: Vec<usize>,
    pub divided: bool,
}

/// What the file's money is in; `None` where its program never writes millionths. `told` is the
/// user's decision. Each column comes with the rows of each of its texts.
pub fn micro_columns<'a>(
    found: Option<Recognised>,
    told: Option<bool>,
    columns: impl Iterator<Item = (&'a RawColumn, &'a [u32])>,
) -> Option<Micro> {
    let list = system(found?.id).micro;
    let (mut may_be, mut cost, mut clicks) = (Vec::new(), None, None);
    // `cost_micros` says it itself.
    let mut named = false;
    for (at, (column, counts)) in columns.enumerate() {
        if is_any(&column.header, list) {
            may_be.push(at);
            named |= column.header.to_lowercase().ends_with("micros");
        }
        if is_any(&column.header, "cost") {
            cost = cost.or_else(|| Sum::of(column, counts));
        }
        if is_any(&column.header, "clicks") {
            clicks = clicks.or_else(|| Sum::of(column, counts));
        }
    }
    let divided = told.unwrap_or_else(|| named || cost.is_some_and(|cost| cost.is_micro(clicks)));
    (!may_be.is_empty()).then_some(Micro { columns: may_be, divided })
}

/// The sum of a column of whole numbers.
#[derive(Clone, Copy)]
struct Sum {
    total: f64,
    greatest: f64,
    hundredths: bool,
}

impl Sum {
    /// `None` where any value is not whole.
    fn of(column: &RawColumn, counts: &[u32]) -> Option<Sum> {
        let mut sum = Sum { total: 0.0, greatest: 0.0, hundredths: true };
        for ((_, text), rows) in column.dictionary.iter().zip(counts).skip(1) {
            if *rows == 0 || super::super::words::is_placeholder(text) {
                continue;
            }
            let written = number::scan(text).filter(|w| w.plain_digits().is_some())?;
            let value = written.read(DecimalSign::Point, false)?.value;
            sum.total += value * f64::from(*rows);
            sum.greatest = sum.greatest.max(value);
            sum.hundredths &= value % HUNDREDTH == 0.0;
        }
        Some(sum)
    }

    fn is_micro(self, clicks: Option<Sum>) -> bool {
        match clicks.filter(|c| c.total > 0.0) {
            Some(clicks) => self.total / clicks.total > DEAREST_CLICK,
            None => self.hundredths && self.greatest >= MILLION,
        }
    }
}
