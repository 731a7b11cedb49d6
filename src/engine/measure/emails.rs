//! E-mails.
//!
//! - **Answers:** How many e-mails were there?
//! - **Formula:** count of activities that are e-mails
//! - **Unit:** n
//! - **Basis:** by their own day, on either basis
//! - **Empty when:** never: with none it is 0
//! - **Cautions:** rows that name no record that is there are a group of their own
//! - **Source:** the project’s list of measures; a plain count

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Count,
    needs: Needs::nothing().and_count(Count::Emails),
    requires: &[Require::Activities],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    Quantity::plain(facts.count(Count::Emails), Unit::Count)
}
