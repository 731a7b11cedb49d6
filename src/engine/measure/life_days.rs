//! What the figures of the lead lifetime share: what they need, and what is said of open records. Not
//! here: which days are kept (`gather_lives`), the time with open records (`time_to_close`).

use super::fact::{Facts, Kept, Needs};
use super::{marked_if_small, time_to_close};
use crate::engine::value::{Caution, Quantity, Unit};

pub(super) const LIFETIME: Needs =
    Needs::nothing().and_kept(Kept::LifeDays).and_kept(Kept::OpenDays);

/// A figure of closed records, with how many open ones it leaves out and when half of all are decided.
pub(super) fn lifetime_of(facts: &Facts, value: Option<f64>) -> Quantity {
    let behind = Some(facts.kept(Kept::LifeDays) as f64);
    let life = Quantity { value, denominator: behind, ..Quantity::none(Unit::Days) };
    let life = marked_if_small(life);
    let open = facts.kept(Kept::OpenDays) as u64;
    if open == 0 || value.is_none() {
        return life;
    }
    let all = time_to_close::curve(facts);
    life.with(Caution::OpenLeftOut { records: open, median: all.median })
}
