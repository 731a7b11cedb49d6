//! What records hold beside outcome, money and channel, for the measures that ask for it: whose they
//! are, how many pieces were sold, the chance that the CRM gives them.
//!
//! A column that no role names leaves its vector empty. Not here: what is made of them (`measure`).

use super::again::Before;
use super::source::Source;
use super::whose::Names;
use super::{Records, repeats};
use crate::engine::error::BuildError;
use crate::engine::mapping::{Mapping, Role};
use crate::engine::table::{Column, ColumnType};

/// Beside the records: each vector is empty, or has one entry a record.
#[derive(Clone, Debug, Default)]
pub struct Details {
    /// The account, and the person, by number; 0 = none is named.
    pub account: Vec<u32>,
    pub person: Vec<u32>,
    /// How many rows of the file the record was made of; empty where it is one each.
    pub repeats: Vec<u32>,
    /// Pieces sold; NaN when missing.
    pub units: Vec<f64>,
    /// The chance of an open record to be won by the CRM, 0..1; NaN when missing.
    pub chance: Vec<f64>,
}

/// Reads the details of records that stand already, as far as they are not known from before.
pub(super) fn read(
    source: &Source,
    records: &Records,
    mapping: &Mapping,
    mut before: Option<&mut Before>,
) -> Result<Details, BuildError> {
    let rows = &records.row;
    let mut numbers = |role: Role| -> Result<Vec<u32>, BuildError> {
        let known = before.as_mut().and_then(|b| b.numbers(source, mapping, role));
        known.map_or_else(|| Names::default().of(source, (role, mapping), rows), Ok)
    };
    let (account, person) = (numbers(Role::Account)?, numbers(Role::Person)?);
    let repeats = before.and_then(|b| b.repeats(source));
    Ok(Details {
        account,
        person,
        repeats: repeats.map_or_else(|| repeats::rows_each(source, rows), Ok)?,
        units: source.role(Role::Quantity)?.map_or(Vec::new(), |c| values_of(c, rows)),
        chance: source.role(Role::Probability)?.map_or(Vec::new(), |c| chances_of(c, rows)),
    })
}

fn values_of(column: &Column, rows: &[u32]) -> Vec<f64> {
    rows.iter().map(|row| column.number(*row as usize).unwrap_or(f64::NAN)).collect()
}

/// Chances as shares: where any is above 1, the column holds percents. What is no chance is missing.
fn chances_of(column: &Column, rows: &[u32]) -> Vec<f64> {
    let values = values_of(column, rows);
    let in_percent = column.kind != ColumnType::Percent && values.iter().any(|v| *v > 1.0);
    let scale = if in_percent { 100.0 } else { 1.0 };
    let share = |v: f64| Some(v / scale).filter(|v| (0.0..=1.0).contains(v)).unwrap_or(f64::NAN);
    values.into_iter().map(share).collect()
}
