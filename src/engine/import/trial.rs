//! How one text would be read, for showing what an assumption means: 03/04/2026 as 3 April or as
//! 4 March. Not here: how a column decides (`infer`).

use super::super::profile::{DateOrder, DecimalSign};
use super::super::value::Day;
use super::{date, number};

/// The day that a text is under an order.
pub fn day_of(text: &str, order: DateOrder) -> Option<Day> {
    date::scan(text)?.day(order)
}

/// The number that a text is with this decimal sign.
pub fn number_of(text: &str, decimal: DecimalSign) -> Option<f64> {
    number::scan(text)?.read(decimal, false).map(|reading| reading.value)
}
