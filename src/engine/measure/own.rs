//! A measure of the user's own stands here as one that knows nothing: what it is follows from the
//! document's formula (`formula`), and a question resolves it before anything is derived.

use super::Measure;
use super::fact::{Facts, Needs};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure =
    Measure { unit: Unit::Ratio, needs: Needs::nothing(), requires: &[], derive };

fn derive(_: &Facts) -> Quantity {
    Quantity::none(Unit::Ratio)
}
