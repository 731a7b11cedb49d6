//! Variation of the conversion from end to end.
//!
//! - **Answers:** How steady is the conversion from month to month?
//! - **Formula:** standard deviation of the months’ conversions (of a sample) ÷ their mean; a
//!   month’s conversion is won ÷ created of the records created in it
//! - **Unit:** share: 0 is perfectly steady
//! - **Basis:** by the month of creation, on either basis
//! - **Empty when:** fewer than two months have records, or nothing was won
//! - **Cautions:** the latest months are not decided yet and make it larger; months of few
//!   records vary by chance; records without a date of creation are left out
//! - **Source:** reference, kpis 4b “End-to-end conversion” (coefficient of variation over
//!   periods)

use super::fact::{Facts, Kept, Needs};
use super::{Measure, Require, marked_by};
use crate::engine::stats;
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: Needs::nothing().and_kept(Kept::MonthOutcomes),
    requires: &[Require::Records, Require::Outcome, Require::Created],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let mut months = facts.values(Kept::MonthOutcomes).to_vec();
    months.sort_unstable_by(f64::total_cmp);
    let rates: Vec<f64> = months
        .chunk_by(|a, b| (a / 2.0).floor() == (b / 2.0).floor())
        .map(|month| {
            let won = month.iter().filter(|outcome| *outcome % 2.0 == 1.0).count();
            won as f64 / month.len() as f64
        })
        .collect();
    let value = stats::variation(&rates);
    let of_months = Some(rates.len() as f64);
    let variation = Quantity { value, denominator: of_months, ..Quantity::none(Unit::Share) };
    marked_by(variation, months.len() as f64)
}
