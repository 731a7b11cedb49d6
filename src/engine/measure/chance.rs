//! What figures need so that two of them can be told apart from chance, and what follows from it.
//!
//! Sums and means of amounts by the scatter of the amounts (`sampling`), shares by their intervals.
//! Of all other figures nothing is said, and that is said. Not here: which figures are compared.

use super::fact::{Count, Facts, Needs, Total};
use super::{MeasureId, difference};
use crate::engine::sampling::{Sampling, Untested};
use crate::engine::value::Quantity;

/// What telling these measures from chance needs beyond themselves.
pub fn sampling_needs(measures: &[MeasureId]) -> Needs {
    let of = |measure: &MeasureId| match measure {
        MeasureId::Revenue | MeasureId::AverageDeal => {
            Needs::nothing().and_total(Total::WonSquares).and_total(Total::WonCubes)
        }
        MeasureId::LostAmount => {
            Needs::nothing().and_total(Total::LostSquares).and_total(Total::LostCubes)
        }
        _ => Needs::nothing(),
    };
    measures.iter().map(of).fold(Needs::nothing(), Needs::union)
}

/// How far a figure could have come out otherwise, where its facts tell.
pub fn sampling(measure: MeasureId, facts: &Facts) -> Option<Sampling> {
    let won = [Total::WonAmount, Total::WonSquares, Total::WonCubes].map(|t| facts.total(t));
    let lost = [Total::LostSquares, Total::LostCubes].map(|t| facts.total(t));
    let priced = facts.count(Count::WonPriced);
    match measure {
        MeasureId::Revenue => Some(Sampling::of_sum(priced, won[1], won[2])),
        MeasureId::AverageDeal => Sampling::of_mean(priced, won[0], won[1], won[2]),
        MeasureId::LostAmount => {
            Some(Sampling::of_sum(facts.count(Count::LostPriced), lost[0], lost[1]))
        }
        _ => None,
    }
}

/// Between what the difference of two figures lies (95 %): of shares and of money.
///
/// # Errors
/// Why the data can't tell, where both have a value.
pub fn tested(now: &Quantity, before: &Quantity) -> Result<(f64, f64), Untested> {
    if let Some(between) = difference(now, before) {
        return Ok(between);
    }
    let of = |q: &Quantity| q.value.zip(q.sampling.as_deref().copied());
    let (now, before) = of(now).zip(of(before)).ok_or(Untested::NoMethod)?;
    Sampling::between(now, before)
}
