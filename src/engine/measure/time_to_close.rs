//! Time to close with open deals (Kaplan–Meier median).
//!
//! - **Answers:** After how many days is half of all leads decided, the open ones considered?
//! - **Formula:** the first day t with S(t) ≤ ½, where S(t) is the product over days of closing
//!   up to t of (1 − closed on that day ÷ still under way before it); open records count as
//!   under way until the last day of the data
//! - **Unit:** days
//! - **Basis:** by creation, on either basis
//! - **Empty when:** half was never reached: then it says which share is still open after how
//!   long; or there is no record with a date
//! - **Cautions:** the last day of the data stands for today; won and lost alike end the time;
//!   fewer than 10 records
//! - **Source:** reference, funnels 5e; E. L. Kaplan, P. Meier, JASA 53 (1958)

use super::fact::{Facts, Kept, Needs};
use super::{Measure, Require, marked_by};
use crate::engine::curve::{Curve, End};
use crate::engine::value::{Caution, Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Days,
    needs: Needs::nothing().and_kept(Kept::LifeDays).and_kept(Kept::OpenDays),
    requires: &[Require::Records, Require::Outcome, Require::Created, Require::Closed],
    derive,
};

/// How many are still under way, by day.
pub(super) fn curve(facts: &Facts) -> Curve {
    let of = |kept: Kept, end: End| facts.values(kept).iter().map(move |days| (*days, end));
    let times = of(Kept::LifeDays, End::Asked).chain(of(Kept::OpenDays, End::Open));
    Curve::survival(&times.collect::<Vec<_>>())
}

fn derive(facts: &Facts) -> Quantity {
    let curve = curve(facts);
    let (value, behind) = (curve.median, curve.watched as f64);
    let time = Quantity { value, denominator: Some(behind), ..Quantity::none(Unit::Days) };
    let time = marked_by(time, behind);
    match (value, curve.end()) {
        (None, Some((days, share))) => time.with(Caution::NotReached { share, days }),
        _ => time,
    }
}
