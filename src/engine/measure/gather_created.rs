//! The money of all records by their creation, whatever became of them.
//!
//! Not here: the money of one outcome, which may be placed by closing (`gather`).

use super::fact::{Count, Needs, Total};
use super::fact_table::FactTable;
use super::gather::{Cells, Population, Slots};
use crate::engine::stats::Sum;

const COUNTS: [Count; 3] = [Count::CreatedPriced, Count::CreatedUnpriced, Count::CreatedElsewhere];

impl Population<'_> {
    pub(super) fn gather_created(&self, cells: Cells<'_>, needs: Needs, table: &mut FactTable) {
        if !needs.total(Total::CreatedAmount) && !needs.any_count(&COUNTS) {
            return;
        }
        let records = &self.assembled.records;
        let mut sums = Slots::<Sum>::new(cells.count);
        // With an amount, without one, in another currency.
        let mut kinds = Slots::<[u32; 3]>::new(cells.count);
        let each = cells.created.iter().zip(&records.amount).zip(&records.currency);
        for ((cell, amount), currency) in each {
            let kind = match (self.is_ours(*currency), amount.is_nan()) {
                (true, false) => 0,
                (true, true) => 1,
                (false, _) => 2,
            };
            kinds.of(*cell)[kind] += 1;
            sums.of(*cell).add(if kind == 0 { *amount } else { 0.0 });
        }
        let kinds = kinds.done();
        for (kind, fact) in COUNTS.into_iter().enumerate() {
            table.counts[fact as usize] = kinds.iter().map(|k| k[kind]).collect();
        }
        table.totals[Total::CreatedAmount as usize] = sums.done();
    }
}
