//! What is made of accounts by several measures: the sum of each, from kept wins.
//!
//! Not here: who is an account (the mapping), how wins are kept (`gather_customers`).

use super::fact::{Count, Facts, Kept, Needs};
use super::{MeasureId, with_any};
use crate::engine::stats::Sum;
use crate::engine::value::{Caution, Quantity};
use std::collections::BTreeSet;

pub(super) const ACCOUNTS: Needs = Needs::nothing()
    .and_kept(Kept::WinAccounts)
    .and_kept(Kept::WinAccountAmounts)
    .and_count(Count::WonWithoutAccount);

/// One account: its wins here, and what they brought.
pub(super) struct Account {
    /// Its number.
    pub code: u32,
    pub wins: u64,
    pub amount: f64,
}

/// Every account with a win, in the order of their numbers.
pub(super) fn accounts(facts: &Facts) -> Vec<Account> {
    let codes = facts.values(Kept::WinAccounts).iter().copied();
    let mut wins: Vec<(f64, f64)> =
        codes.zip(facts.values(Kept::WinAccountAmounts).iter().copied()).collect();
    // By amount as well, so that the sum does not depend on the order of rows.
    wins.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let account = |wins: &[(f64, f64)]| {
        let amount: Sum = wins.iter().map(|(_, amount)| *amount).collect();
        let code = wins.first().map_or(0, |(code, _)| *code as u32);
        Account { code, wins: wins.len() as u64, amount: amount.value() }
    };
    wins.chunk_by(|a, b| a.0 == b.0).map(account).collect()
}

/// Says how many wins name no account, and so are in none.
pub(super) fn caution_of_accounts(quantity: Quantity, facts: &Facts) -> Quantity {
    let records = facts.counted(Count::WonWithoutAccount);
    with_any(quantity, Caution::WithoutAccount { records })
}

/// Of the accounts behind a figure, by number: those above the line, and all that are below it. What
/// one row says alone does not tell it. `None` for figures that are not of accounts.
pub fn sides(id: MeasureId, facts: &Facts) -> Option<(BTreeSet<u32>, BTreeSet<u32>)> {
    let all = || accounts(facts).into_iter();
    let codes = |accounts: &[Account]| accounts.iter().map(|a| a.code).collect();
    let above: Vec<Account> = match id {
        MeasureId::RepeatCustomers => all().filter(|a| a.wins > 1).collect(),
        MeasureId::TopTenShare => {
            let mut largest: Vec<Account> = all().collect();
            largest.sort_by(|a, b| b.amount.total_cmp(&a.amount));
            largest.truncate(super::top_ten_share::TOP);
            largest
        }
        MeasureId::RevenuePerAccount => all().collect(),
        _ => return None,
    };
    let below = match id {
        MeasureId::RevenuePerAccount => all().filter(|a| a.amount > 0.0).map(|a| a.code).collect(),
        _ => codes(&all().collect::<Vec<Account>>()),
    };
    Some((codes(&above), below))
}
