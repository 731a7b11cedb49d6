//! Share of missed calls.
//!
//! - **Answers:** What share of incoming calls did nobody take?
//! - **Formula:** missed incoming calls ÷ incoming calls
//! - **Unit:** share, with its Wilson interval
//! - **Basis:** by their own day, on either basis
//! - **Empty when:** there are no incoming calls, or nothing tells which came in
//! - **Cautions:** what counts as missed are the usual words of telephone systems (missed, no
//!   answer, busy, voicemail); fewer than 10
//! - **Source:** reference, kpis 4b “Missed-call share”

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, share};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: Needs::nothing().and_count(Count::MissedCalls).and_count(Count::InboundCalls),
    requires: &[Require::Activities, Require::Direction],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    share(facts.count(Count::MissedCalls), facts.count(Count::InboundCalls))
}
