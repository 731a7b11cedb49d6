//! Repeat customers.
//!
//! - **Answers:** What share of customers bought more than once?
//! - **Formula:** accounts with two or more won records ÷ accounts with at least one
//! - **Unit:** share, with its Wilson interval
//! - **Basis:** as the report’s basis: wins of the cell alone, so an account whose second win is
//!   in another period counts as one that bought once in each
//! - **Empty when:** no won record names an account
//! - **Cautions:** won records without an account, which are left out; fewer than 10 accounts
//! - **Source:** reference, kpis 4b “Revenue per account”; the usual repeat purchase rate

use super::account::{ACCOUNTS, accounts, caution_of_accounts};
use super::fact::{Count, Facts};
use super::{Measure, Require, share, without_dates};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: ACCOUNTS,
    requires: &[Require::Records, Require::Outcome, Require::Account],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let accounts = accounts(facts);
    let repeat = accounts.iter().filter(|a| a.wins > 1).count();
    let rate = caution_of_accounts(share(repeat as f64, accounts.len() as f64), facts);
    without_dates(rate, facts.counted(Count::WonUndated))
}
