//! Revenue per account.
//!
//! - **Answers:** How much does a customer bring?
//! - **Formula:** won amounts of records with an account ÷ distinct accounts with revenue
//! - **Unit:** money by account
//! - **Basis:** as the report’s basis
//! - **Empty when:** no account has revenue
//! - **Cautions:** won records without an account or an amount, which are left out; other
//!   currencies; fewer than 10 accounts
//! - **Source:** reference, kpis 4b “Revenue per account”

use super::account::{ACCOUNTS, accounts, caution_of_accounts};
use super::fact::Facts;
use super::{Measure, Require, WON_AMOUNTS, caution_of_won_amount, marked_if_small};
use crate::engine::stats::Sum;
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: ACCOUNTS.union(WON_AMOUNTS),
    requires: &[Require::Records, Require::Outcome, Require::Amount, Require::Account],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let accounts = accounts(facts);
    // What an account gave back beyond all that it brought is revenue lost.
    let sum: Sum = accounts.iter().map(|a| a.amount).collect();
    let paying = accounts.iter().filter(|a| a.amount > 0.0).count();
    let each = Quantity::ratio(sum.value(), paying as f64, Unit::Money);
    caution_of_accounts(caution_of_won_amount(marked_if_small(each), facts), facts)
}
