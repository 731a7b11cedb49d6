//! What comes of adding, multiplying and dividing units. Counts, shares, ratios and scores are all without
//! a dimension; a bare number takes any unit.

use super::Sign;
use crate::engine::value::Unit;

/// The unit of a part of a formula; `None` is a bare number.
pub(super) type Kind = Option<Unit>;

/// The unit of the result, or `None` where it has no meaning.
pub(super) fn combined(sign: Sign, a: Kind, b: Kind) -> Option<Kind> {
    use Unit as U;
    let (a, b) = match (a, b) {
        (None, None) => return Some(None),
        (Some(unit), None) => return Some(Some(unit)),
        (None, Some(unit)) => {
            return Some(Some(if sign == Sign::Over { U::Ratio } else { unit }));
        }
        (Some(a), Some(b)) => (a, b),
    };
    let bare = |unit| matches!(unit, U::Count | U::Share | U::Ratio | U::Points | U::Score);
    let unit = match sign {
        Sign::Plus | Sign::Minus if a == b => a,
        Sign::Plus | Sign::Minus => match (a, b) {
            (U::Share, U::Ratio) | (U::Ratio, U::Share) => U::Ratio,
            _ => return None,
        },
        Sign::Times => match (a, b) {
            (U::Count, other) | (other, U::Count) if bare(other) => U::Count,
            (U::Share, U::Share) => U::Share,
            (a, b) if bare(a) && bare(b) => U::Ratio,
            (a, b) if bare(b) => a,
            (a, b) if bare(a) => b,
            _ => return None,
        },
        Sign::Over => match (a, b) {
            (U::Count, U::Count) => U::Share,
            (U::Count, U::Share | U::Ratio) => U::Count,
            (a, b) if a == b => U::Ratio,
            (U::Money, U::Days) => U::Money,
            (a, b) if bare(b) && !bare(a) => a,
            (a, _) if bare(a) => U::Ratio,
            _ => return None,
        },
    };
    Some(Some(unit))
}
