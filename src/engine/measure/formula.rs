//! Parts of formulas that several measures share, each with what is to be said of it.

use super::fact::{Count, Facts, Kept, Needs, Total};
use crate::engine::stats;
use crate::engine::value::{Caution, Quantity, Unit};

/// Below this denominator the counts say more than the rate (reference: funnels, 5d).
pub const SMALL: f64 = 10.0;

/// Marks a quantity whose denominator is a small count.
pub(super) fn marked_if_small(quantity: Quantity) -> Quantity {
    let n = quantity.denominator.unwrap_or(0.0);
    marked_by(quantity, n)
}

/// Marks a quantity that so few records stand behind.
pub(super) fn marked_by(quantity: Quantity, records: f64) -> Quantity {
    if records > 0.0 && records < SMALL {
        return quantity.with(Caution::SmallDenominator);
    }
    quantity
}

/// What a figure of the cycle needs, what is said of it included.
pub(super) const CYCLE: Needs = Needs::nothing()
    .and_count(Count::CycleUndated)
    .and_count(Count::CycleBackwards)
    .and_kept(Kept::CycleDays);

/// A figure of the cycle, with what is said of all of them.
pub(super) fn cycle(facts: &Facts, value: Option<f64>) -> Quantity {
    let behind = facts.kept(Kept::CycleDays) as f64;
    let days = Quantity { value, denominator: Some(behind), ..Quantity::none(Unit::Days) };
    let days = without_dates(marked_if_small(days), facts.counted(Count::CycleUndated));
    let backwards = facts.counted(Count::CycleBackwards);
    with_any(days, Caution::DatesOutOfOrder { records: backwards })
}

/// A part of a whole, with its Wilson interval.
pub fn share(part: f64, whole: f64) -> Quantity {
    let interval = stats::wilson(part, whole);
    marked_if_small(Quantity { interval, ..Quantity::ratio(part, whole, Unit::Share) })
}

/// The interval (95 %) of the difference of two shares of counts, each with its own interval; nothing
/// for other figures, of whose chance the two numbers say nothing.
pub fn difference(now: &Quantity, before: &Quantity) -> Option<(f64, f64)> {
    let share = |q: &Quantity| {
        let is_share = q.unit == Unit::Share;
        q.value.zip(q.interval).filter(|_| is_share)
    };
    Some(stats::newcombe(share(now)?, share(before)?))
}

/// What a sum of costs needs, what is said of it included.
pub(super) const COSTS: Needs = Needs::nothing()
    .and_total(Total::Spend)
    .and_count(Count::SpendRows)
    .and_count(Count::SpendElsewhere);

/// What a sum of won amounts needs, what is said of it included.
pub(super) const WON_AMOUNTS: Needs = Needs::nothing()
    .and_total(Total::WonAmount)
    .and_count(Count::WonPriced)
    .and_count(Count::WonElsewhere)
    .and_count(Count::WonUnpriced);

/// The same, with costs that are no advertising.
pub(super) const ALL_COSTS: Needs =
    COSTS.and_total(Total::OtherCosts).and_count(Count::OtherRows).and_count(Count::OtherElsewhere);

pub(super) fn all_costs(facts: &Facts) -> f64 {
    facts.total(Total::Spend) + facts.total(Total::OtherCosts)
}

/// What was left out of all costs.
pub(super) fn caution_of_all_costs(quantity: Quantity, facts: &Facts) -> Quantity {
    let quantity = caution_of_spend(quantity, facts);
    let quantity = other_currencies(quantity, facts.counted(Count::OtherElsewhere));
    without_dates(quantity, facts.counted(Count::OtherUndated))
}

/// Cost by head: without a value where there are no cost rows, so that free is not taken for 0.
pub(super) fn cost_per(facts: &Facts, heads: f64) -> Quantity {
    let cost = Quantity::ratio(facts.total(Total::Spend), heads, Unit::Money);
    match facts.counted(Count::SpendRows) {
        0 => Quantity { value: None, ..cost },
        _ => marked_if_small(cost),
    }
}

/// What was left out of a sum of costs.
pub(super) fn caution_of_spend(quantity: Quantity, facts: &Facts) -> Quantity {
    let quantity = other_currencies(quantity, facts.counted(Count::SpendElsewhere));
    without_dates(quantity, facts.counted(Count::SpendUndated))
}

/// What was left out of a sum of won amounts.
pub(super) fn caution_of_won_amount(quantity: Quantity, facts: &Facts) -> Quantity {
    let unpriced = Caution::WithoutAmount { records: facts.counted(Count::WonUnpriced) };
    let quantity = other_currencies(quantity, facts.counted(Count::WonElsewhere));
    let quantity = with_any(quantity, unpriced);
    without_dates(quantity, facts.counted(Count::WonUndated))
}

/// What a period ends with, if it goes on as it did: without a value before it has begun.
pub(super) fn run_rate(facts: &Facts, so_far: f64, unit: Unit) -> Quantity {
    let value = facts.terms.elapsed.map(|elapsed| so_far / elapsed);
    Quantity { value, ..Quantity::none(unit) }
}

/// The same by working days, with what is to be said of them.
pub(super) fn run_rate_working(facts: &Facts, so_far: f64, unit: Unit) -> Quantity {
    let none = Quantity::none(unit);
    let Some(days) = facts.terms.working_days else { return none };
    let share = f64::from(days.over) / f64::from(days.of);
    let value = (days.over > 0).then(|| so_far / share);
    let (over, of, are_assumed) = (days.over, days.of, days.are_assumed);
    Quantity { value, ..none }.with(Caution::WorkingDays { over, of, are_assumed })
}

/// Says that plans count in part, where they are not whole ones.
pub(in crate::engine) fn with_plan_parts(quantity: Quantity, plans: f64) -> Quantity {
    let is_whole = (plans - plans.round()).abs() < 1e-6;
    if is_whole { quantity } else { quantity.with(Caution::PlansParted) }
}

pub(in crate::engine) fn other_currencies(quantity: Quantity, records: u64) -> Quantity {
    with_any(quantity, Caution::OtherCurrencies { records })
}

pub(super) fn without_dates(quantity: Quantity, records: u64) -> Quantity {
    with_any(quantity, Caution::WithoutDates { records })
}

/// Adds a caution that is about at least one record, to the same caution where it is there already.
pub(in crate::engine) fn with_any(mut quantity: Quantity, caution: Caution) -> Quantity {
    use Caution as C;
    let (C::OtherCurrencies { records }
    | C::WithoutAmount { records }
    | C::WithoutDates { records }
    | C::WithoutAccount { records }
    | C::WithoutChance { records }
    | C::WithoutQuantity { records }
    | C::YoungCustomers { customers: records }
    | C::InvalidScores { answers: records }
    | C::DatesOutOfOrder { records }) = caution
    else {
        return quantity.with(caution);
    };
    for known in &mut quantity.cautions {
        match (known, &caution) {
            (C::OtherCurrencies { records: n }, C::OtherCurrencies { .. })
            | (C::WithoutAmount { records: n }, C::WithoutAmount { .. })
            | (C::WithoutDates { records: n }, C::WithoutDates { .. }) => {
                *n += records;
                return quantity;
            }
            _ => {}
        }
    }
    if records > 0 { quantity.with(caution) } else { quantity }
}
