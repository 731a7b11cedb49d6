//! What the columns of a file say together: one program wrote them all.
//!
//! Not here: what a column proves by itself (`days`, `numbers`).

use super::{Days, Evidence, count, most};
use crate::engine::import::exporter::DateHabit;
use crate::engine::profile::{DateOrder, DecimalSign};

/// What the rest of the file suggests where a column proves nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context {
    pub decimal: Option<DecimalSign>,
    /// All columns that prove a decimal sign prove the same: one program wrote them all.
    pub one_decimal: bool,
    pub order: Option<DateOrder>,
    /// How the program that wrote the file writes its dates, unless a column proves otherwise.
    pub habit: Option<DateHabit>,
    /// Semicolons between cells, or headers in Cyrillic or Greek: day first, decimal comma.
    pub continental: bool,
}

impl Context {
    /// What the columns of a file prove together.
    pub fn of(columns: &[(String, Evidence)], delimiter: char) -> Context {
        let continental = delimiter == ';'
            || columns.iter().any(|(h, _)| h.chars().any(|c| matches!(c as u32, 0x370..0x530)));
        let decimals = columns.iter().filter_map(|(_, e)| e.numbers.proven_decimal());
        let mut signs = Vec::new();
        decimals.for_each(|sign| count(&mut signs, sign, 1));
        let mut orders = Vec::new();
        // An ISO column says nothing of the others.
        let open = columns.iter().map(|(_, e)| &e.days).filter(|d| !d.is_iso());
        open.filter_map(|days| days.proven_order()).for_each(|order| count(&mut orders, order, 1));
        Context {
            decimal: most(&signs).map(|(s, _)| s),
            one_decimal: signs.len() == 1,
            order: most(&orders).map(|(o, _)| o),
            habit: None,
            continental,
        }
    }

    /// The exporter's order, where the column is written the exporter's way.
    pub fn habit_for(&self, days: &Days) -> Option<DateOrder> {
        let habit = self.habit.filter(|habit| habit.slashes == (days.slashes > 0));
        habit.map(|habit| habit.order)
    }
}
