//! Share of revenue of the ten largest accounts.
//!
//! - **Answers:** How much hangs on few customers?
//! - **Formula:** revenue of the ten accounts with most of it ÷ revenue of all accounts
//! - **Unit:** share, 0..1
//! - **Basis:** as the report’s basis
//! - **Empty when:** no account has revenue
//! - **Cautions:** with ten accounts or fewer it is 1; won records without an account or an
//!   amount are left out; other currencies
//! - **Source:** reference, kpis 4b “Revenue per account” (top-10 share beside it)

use super::account::{ACCOUNTS, accounts, caution_of_accounts};
use super::fact::Facts;
use super::{Measure, Require, WON_AMOUNTS, caution_of_won_amount};
use crate::engine::stats::Sum;
use crate::engine::value::{Quantity, Unit};

pub(super) const TOP: usize = 10;

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: ACCOUNTS.union(WON_AMOUNTS),
    requires: &[Require::Records, Require::Outcome, Require::Amount, Require::Account],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let mut amounts: Vec<f64> = accounts(facts).into_iter().map(|a| a.amount).collect();
    amounts.sort_unstable_by(|a, b| b.total_cmp(a));
    let all: Sum = amounts.iter().copied().collect();
    let top: Sum = amounts.iter().copied().take(TOP).collect();
    let share = Quantity::ratio(top.value(), all.value(), Unit::Share);
    caution_of_accounts(caution_of_won_amount(share, facts), facts)
}
