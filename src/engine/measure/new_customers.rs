//! New customers.
//!
//! - **Answers:** How many customers were won for the first time?
//! - **Formula:** count of customers whose first won record is here: accounts, or persons where no
//!   column names accounts; a won record that names nobody counts as a customer of its own
//! - **Unit:** n
//! - **Basis:** as the report’s basis, by the first won record
//! - **Empty when:** never: with none it is 0
//! - **Cautions:** who is a customer is decided by the column mapped as the account, or as
//!   the person; first is first in the data, which may not reach back far enough
//! - **Source:** reference, kpis 4b “CAC (fully loaded)”: repeat buyers are excluded

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, without_dates};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Count,
    needs: Needs::nothing().and_count(Count::NewCustomers),
    requires: &[Require::Records, Require::Outcome],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let customers = Quantity::plain(facts.count(Count::NewCustomers), Unit::Count);
    without_dates(customers, facts.counted(Count::WonUndated))
}
