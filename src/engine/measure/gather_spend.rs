//! Facts from cost rows. Not here: facts from records (`gather`).

use super::fact::{Count, Needs, Total};
use super::fact_table::FactTable;
use super::gather::{Cells, Population, Slots};
use crate::engine::funnel::SpendRows;
use crate::engine::stats::Sum;

/// Two values of the same cost rows, summed over the rows that have both.
const PAIRS: [(Total, Total, [Of; 2]); 4] = [
    (Total::ShownClicks, Total::ClickedImpressions, [Of::Clicks, Of::Impressions]),
    (Total::ClicksCost, Total::PaidClicks, [Of::Cost, Of::Clicks]),
    (Total::ImpressionsCost, Total::PaidImpressions, [Of::Cost, Of::Impressions]),
    (Total::ConversionsCost, Total::PaidConversions, [Of::Cost, Of::Conversions]),
];

#[derive(Clone, Copy)]
enum Of {
    Cost,
    Impressions,
    Clicks,
    Conversions,
    Visits,
}

impl Population<'_> {
    pub(super) fn gather_spend(&self, cells: Cells<'_>, needs: Needs, table: &mut FactTable) {
        let rows = &self.assembled.spend;
        if needs.total(Total::Spend) || needs.any_count(&[Count::SpendRows, Count::SpendElsewhere])
        {
            self.gather_cost(cells, rows, table);
        }
        for (fact, of) in [
            (Total::Impressions, Of::Impressions),
            (Total::Clicks, Of::Clicks),
            (Total::Conversions, Of::Conversions),
            (Total::Visits, Of::Visits),
        ] {
            if needs.total(fact) {
                table.totals[fact as usize] = sums(cells, |row| self.value(of, row));
            }
        }
        if needs.count(Count::VisitRows) {
            let mut counted = Slots::<u32>::new(cells.count);
            for (cell, visits) in cells.spend.iter().zip(&rows.visits) {
                *counted.of(*cell) += u32::from(!visits.is_nan());
            }
            table.counts[Count::VisitRows as usize] = counted.done();
        }
        for (above, below, [one, other]) in PAIRS {
            if needs.any_total(&[above, below]) {
                let both = |row| self.value(one, row).zip(self.value(other, row));
                table.totals[above as usize] = sums(cells, |row| both(row).map(|(a, _)| a));
                table.totals[below as usize] = sums(cells, |row| both(row).map(|(_, b)| b));
            }
        }
    }

    /// What a cost row says, money in the report's currency only.
    fn value(&self, of: Of, row: usize) -> Option<f64> {
        let rows = &self.assembled.spend;
        let column = match of {
            Of::Cost => &rows.spend,
            Of::Impressions => &rows.impressions,
            Of::Clicks => &rows.clicks,
            Of::Conversions => &rows.conversions,
            Of::Visits => &rows.visits,
        };
        let value = column.get(row).copied().filter(|value| !value.is_nan())?;
        let is_ours = || rows.currency.get(row).is_some_and(|code| self.is_ours(*code));
        (!matches!(of, Of::Cost) || is_ours()).then_some(value)
    }

    fn gather_cost(&self, cells: Cells<'_>, rows: &SpendRows, table: &mut FactTable) {
        let mut sums = vec![Sum::default(); cells.count];
        let mut counts = vec![[0u32; 2]; cells.count];
        for ((cell, cost), currency) in cells.spend.iter().zip(&rows.spend).zip(&rows.currency) {
            let cell = *cell as usize;
            let (Some(sum), Some(count)) = (sums.get_mut(cell), counts.get_mut(cell)) else {
                continue;
            };
            if cost.is_nan() {
                continue;
            }
            if self.is_ours(*currency) {
                sum.add(*cost);
                count[0] += 1;
            } else {
                count[1] += 1;
            }
        }
        table.totals[Total::Spend as usize] = sums;
        table.counts[Count::SpendRows as usize] = counts.iter().map(|c| c[0]).collect();
        table.counts[Count::SpendElsewhere as usize] = counts.iter().map(|c| c[1]).collect();
    }
}

/// A sum a cell over the rows that have a value.
fn sums(cells: Cells<'_>, value: impl Fn(usize) -> Option<f64>) -> Vec<Sum> {
    let mut sums = vec![Sum::default(); cells.count];
    for (row, cell) in cells.spend.iter().enumerate() {
        if let (Some(sum), Some(value)) = (sums.get_mut(*cell as usize), value(row)) {
            sum.add(value);
        }
    }
    sums
}
