//! Facts from single records that no sum can hold: how long they lived, who they are about, what
//! became of each month's. Not here: what is made of them (a measure).

use super::fact::{Count, Kept, Needs};
use super::fact_table::{FactTable, KeptValues};
use super::gather::{Cells, NO_CELL, Population, Slots};
use crate::engine::funnel::Outcome;
use crate::engine::table::NO_DAY;
use crate::engine::value::Day;

impl Population<'_> {
    pub(super) fn gather_lives(&self, cells: Cells<'_>, needs: Needs, table: &mut FactTable) {
        let records = &self.assembled.records;
        let created = |row: usize| records.created.get(row).copied().filter(|d| *d != NO_DAY);
        let outcome = |row: usize| records.outcome.get(row).copied();
        let since = |row: usize, day: Option<i32>| {
            let days = day.filter(|d| *d != NO_DAY)? - created(row)?;
            (days >= 0).then(|| f64::from(days))
        };
        if needs.kept(Kept::LifeDays) {
            table.kept[Kept::LifeDays as usize] = keep(cells, |row| {
                let closed = records.closed.get(row).copied();
                since(row, closed.filter(|_| outcome(row) != Some(Outcome::Open)))
            });
        }
        if needs.kept(Kept::OpenDays) {
            let as_of = self.assembled.as_of;
            table.kept[Kept::OpenDays as usize] = keep(cells, |row| {
                since(row, as_of.filter(|_| outcome(row) == Some(Outcome::Open)))
            });
        }
        if needs.kept(Kept::MonthOutcomes) {
            table.kept[Kept::MonthOutcomes as usize] = keep(cells, |row| {
                let (year, month, _) = Day(created(row)?).ymd();
                let month = f64::from(year * 12 + month as i32);
                Some(month * 2.0 + f64::from(u8::from(outcome(row) == Some(Outcome::Won))))
            });
        }
    }

    pub(super) fn gather_people(&self, cells: Cells<'_>, needs: Needs, table: &mut FactTable) {
        let details = &self.assembled.details;
        if needs.count(Count::RawRows) {
            let mut rows = Slots::<u32>::new(cells.count);
            for (row, cell) in cells.created.iter().enumerate() {
                *rows.of(*cell) += details.repeats.get(row).copied().unwrap_or(1);
            }
            table.counts[Count::RawRows as usize] = rows.done();
        }
        if needs.kept(Kept::People) {
            // A record that names nobody is somebody else than all others.
            table.kept[Kept::People as usize] = keep(cells, |row| {
                let person = details.person.get(row).copied().unwrap_or(0);
                Some(if person == 0 { -1.0 - row as f64 } else { f64::from(person) })
            });
        }
    }
}

/// The values of the rows that have one, by cell of creation.
pub(super) fn keep(cells: Cells<'_>, value: impl Fn(usize) -> Option<f64>) -> KeptValues {
    keep_of(cells.created, cells.count, value)
}

/// The same by any cells.
pub(super) fn keep_of(
    cells: &[u32],
    count: usize,
    value: impl Fn(usize) -> Option<f64>,
) -> KeptValues {
    let mut counts = Slots::<u32>::new(count);
    // Rows that are left out are not looked at.
    let rows = || cells.iter().enumerate().filter(|(_, cell)| **cell != NO_CELL);
    for (row, cell) in rows() {
        *counts.of(*cell) += u32::from(value(row).is_some());
    }
    let mut kept = KeptValues::with_room(&counts.done());
    for (row, cell) in rows() {
        if let Some(value) = value(row) {
            kept.push(*cell, value);
        }
    }
    kept
}
