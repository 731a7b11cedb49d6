//! Amounts and the currency of each: by the row, else by the header, else by the file.

use super::source::Source;
use crate::engine::currency::normalise;
use crate::engine::distinct::Distinct;
use crate::engine::error::BuildError;
use crate::engine::mapping::Role;
use crate::engine::table::{Cells, Column, is_all};

/// Stands for all currencies beyond the 255th (a column that is no currency was mapped as one).
/// What is in them can't be told apart, so that their amounts count as missing.
const TOO_MANY: &str = "?";

/// The currencies met so far, by order of appearance.
#[derive(Default)]
pub(super) struct Currencies {
    pub names: Vec<String>,
}

impl Currencies {
    fn index(&mut self, name: &str) -> u8 {
        if let Some(at) = self.names.iter().take(usize::from(u8::MAX)).position(|n| n == name) {
            return at as u8;
        }
        let at = self.names.len().min(usize::from(u8::MAX));
        if at < usize::from(u8::MAX) {
            self.names.push(name.to_owned());
        } else if self.names.len() == at {
            self.names.push(TOO_MANY.to_owned());
        }
        at as u8
    }

    fn is_too_many(&self, index: u8) -> bool {
        index == u8::MAX
    }
}

/// Amounts (NaN when missing) and currencies of rows.
#[derive(Default)]
pub(super) struct Money {
    pub amount: Vec<f64>,
    pub currency: Vec<u8>,
}

/// Reads the money of `rows` from the column of `role`.
pub(super) fn read(
    source: &Source,
    role: Role,
    rows: &[u32],
    currencies: &mut Currencies,
) -> Result<Money, BuildError> {
    let amount = source.role(role)?;
    let by_row = source.role(Role::Currency)?.map(Distinct::of);
    let named = amount.and_then(|c| c.currency.as_deref());
    let default = normalise(named.or(source.mapping.currency.as_deref()).unwrap_or(""));
    // One look-up a distinct value, in the order of the rows.
    let mut known: Vec<Option<u8>> = vec![None; by_row.as_ref().map_or(1, Distinct::len)];
    let mut money = Money::default();
    money.currency.reserve(rows.len());
    for row in rows {
        let code = by_row.as_ref().map_or(0, |d| d.code(*row));
        let slot = known.get_mut(code as usize);
        let index = slot.as_ref().and_then(|s| **s).unwrap_or_else(|| {
            let word = by_row.as_ref().map(|d| normalise(&d.text(code)));
            let word = word.filter(|w| !w.is_empty());
            currencies.index(word.as_deref().unwrap_or(&default))
        });
        if let Some(slot) = slot {
            *slot = Some(index);
        }
        money.currency.push(index);
    }
    let number = |row: &u32| amount.and_then(|c: &Column| c.number(*row as usize));
    money.amount = match amount.map(|c| &c.cells) {
        Some(Cells::Number(all)) if is_all(rows, all.len()) => all.to_vec(),
        _ => rows.iter().map(|row| number(row).unwrap_or(f64::NAN)).collect(),
    };
    for (amount, index) in money.amount.iter_mut().zip(&money.currency) {
        *amount = if currencies.is_too_many(*index) { f64::NAN } else { *amount };
    }
    Ok(money)
}
