//! Facts from customers and from what the deals hold beside money: accounts, quantities.

use super::customer_rows::CustomerRows;
use super::fact::{Count, Kept, Needs, Total};
use super::fact_table::{FactTable, KeptValues};
use super::gather::{Cells, NO_CELL, Population, Slots};
use crate::engine::stats::Sum;

const LIVES: [Total; 3] = [Total::LifetimeAmount, Total::CustomerAmount, Total::CustomerDays];
const CUSTOMERS: [Count; 4] =
    [Count::NewCustomers, Count::ChurnedCustomers, Count::YoungCustomers, Count::LaterUndated];

impl Population<'_> {
    pub(super) fn gather_customers(&self, cells: Cells<'_>, needs: Needs, table: &mut FactTable) {
        let closed = cells.closed.unwrap_or(cells.created);
        let cell_of = |row: u32| closed.get(row as usize).copied().unwrap_or(NO_CELL);
        if needs.any_total(&LIVES) || needs.any_count(&CUSTOMERS) {
            self.gather_lifetimes(cells.count, cell_of, table);
        }
        if needs.kept(Kept::WinAccounts) || needs.count(Count::WonWithoutAccount) {
            self.gather_accounts(cells.count, cell_of, table);
        }
        if needs.total(Total::Units) || needs.count(Count::WonWithoutUnits) {
            let units = &self.assembled.details.units;
            let mut sums = Slots::<Sum>::new(cells.count);
            let mut without = Slots::<u32>::new(cells.count);
            for row in &self.won_rows().row {
                match units.get(*row as usize).filter(|n| !n.is_nan()) {
                    Some(n) => sums.of(cell_of(*row)).add(*n),
                    None => *without.of(cell_of(*row)) += 1,
                }
            }
            table.totals[Total::Units as usize] = sums.done();
            table.counts[Count::WonWithoutUnits as usize] = without.done();
        }
    }

    fn gather_lifetimes(&self, count: usize, cell_of: impl Fn(u32) -> u32, table: &mut FactTable) {
        let won = self.won_rows();
        let customers = won.customers.get_or_init(|| CustomerRows::of(self.assembled, won));
        let mut sums = Slots::<[Sum; 3]>::new(count);
        let mut counts = Slots::<[u32; 4]>::new(count);
        let flags = customers.is_gone.iter().zip(&customers.is_young).zip(&customers.undated);
        let money = customers.lifetime_amount.iter().zip(&customers.amount).zip(&customers.days);
        for ((row, ((lifetime, amount), days)), ((gone, young), undated)) in
            customers.row.iter().zip(money).zip(flags)
        {
            let cell = cell_of(*row);
            let [lifetimes, amounts, all_days] = sums.of(cell);
            lifetimes.add(*lifetime);
            amounts.add(*amount);
            all_days.add(*days);
            let [all, all_gone, all_young, all_undated] = counts.of(cell);
            *all += 1;
            *all_gone += u32::from(*gone);
            *all_young += u32::from(*young);
            *all_undated += undated;
        }
        let (sums, counts) = (sums.done(), counts.done());
        for (at, fact) in LIVES.into_iter().enumerate() {
            table.totals[fact as usize] = sums.iter().map(|s| s[at]).collect();
        }
        for (at, fact) in CUSTOMERS.into_iter().enumerate() {
            table.counts[fact as usize] = counts.iter().map(|c| c[at]).collect();
        }
    }

    /// Account and amount of each won record, side by side.
    fn gather_accounts(&self, count: usize, cell_of: impl Fn(u32) -> u32, table: &mut FactTable) {
        let account = |row: u32| {
            let code = self.assembled.details.account.get(row as usize).copied();
            code.filter(|code| *code != 0)
        };
        let won = self.won_rows();
        let mut with = Slots::<u32>::new(count);
        let mut without = Slots::<u32>::new(count);
        for row in &won.row {
            let slots = if account(*row).is_some() { &mut with } else { &mut without };
            *slots.of(cell_of(*row)) += 1;
        }
        let with = with.done();
        let mut accounts = KeptValues::with_room(&with);
        let mut amounts = KeptValues::with_room(&with);
        for (row, amount) in won.row.iter().zip(&won.amount) {
            if let Some(code) = account(*row) {
                accounts.push(cell_of(*row), f64::from(code));
                amounts.push(cell_of(*row), *amount);
            }
        }
        table.counts[Count::WonWithoutAccount as usize] = without.done();
        table.kept[Kept::WinAccounts as usize] = accounts;
        table.kept[Kept::WinAccountAmounts as usize] = amounts;
    }
}
