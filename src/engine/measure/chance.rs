//! What figures need so that two of them can be told apart from chance, and what follows from it.
//!
//! Counts of what came one by one, sums and means by the scatter of their values, medians and other
//! quantiles by the ranks of theirs or the band of their curve (`sampling`), shares and scores by their intervals. Of all other
//! figures nothing is said, and that is said. Not here: which figures are compared.

use super::account::accounts;
use super::fact::{Anchor, Count, Facts, Kept, Needs, Total};
use super::{MeasureId, difference, time_to_close};
use crate::engine::sampling::{Moments, Ranks, Sampling, Untested};
use crate::engine::stats;
use crate::engine::value::{Caution, Quantity, Unit};

/// What telling these measures from chance needs beyond themselves.
pub fn sampling_needs(measures: &[MeasureId]) -> Needs {
    let of = |measure: &MeasureId| match measure {
        MeasureId::Revenue | MeasureId::AverageDeal => {
            Needs::nothing().and_total(Total::WonSquares).and_total(Total::WonCubes)
        }
        MeasureId::LostAmount => {
            Needs::nothing().and_total(Total::LostSquares).and_total(Total::LostCubes)
        }
        MeasureId::SalesVelocity => {
            Needs::nothing().and_total(Total::WonSquares).and_total(Total::WonCubes)
        }
        MeasureId::WinRateByValue => Needs::nothing()
            .and_total(Total::WonSquares)
            .and_total(Total::WonCubes)
            .and_total(Total::LostSquares)
            .and_total(Total::LostCubes),
        _ => Needs::nothing(),
    };
    measures.iter().map(of).fold(Needs::nothing(), Needs::union)
}

/// How far a figure could have come out otherwise, where its facts tell.
pub fn sampling(measure: MeasureId, facts: &Facts) -> Option<Sampling> {
    use MeasureId as M;
    let quantile = |kept: Kept, p: f64| Some(Sampling::of_quantile(facts.values(kept), p));
    let count = |of: Count| Some(Sampling::of_count(facts.count(of)));
    match measure {
        M::Revenue | M::AverageDeal | M::LostAmount => {
            amounts(measure, facts).map(Sampling::Moments)
        }
        M::Leads => count(Count::Records),
        M::Qualified => count(Count::Qualified),
        M::Opportunities => count(Count::Opportunities),
        M::Won => count(Count::Won),
        M::Lost => count(Count::Lost),
        M::NewCustomers => count(Count::NewCustomers),
        M::MeanCycle => Sampling::of_values(facts.values(Kept::CycleDays)),
        M::RevenuePerAccount => {
            let amounts = accounts(facts).into_iter().map(|account| account.amount);
            Sampling::of_values(&amounts.filter(|amount| *amount > 0.0).collect::<Vec<f64>>())
        }
        M::WinRateByValue => won_of_value(facts).map(Sampling::Moments),
        M::SalesVelocity => velocity(facts).map(Sampling::Moments),
        M::TimeToClose => Some(Sampling::of_curve(&time_to_close::curve(facts))),
        M::MedianDeal => quantile(Kept::WonAmounts, 0.5),
        M::CycleP25 => quantile(Kept::CycleDays, 0.25),
        M::MedianCycle => quantile(Kept::CycleDays, 0.5),
        M::CycleP75 => quantile(Kept::CycleDays, 0.75),
        M::CycleP90 => quantile(Kept::CycleDays, 0.9),
        M::MeanLifetime => Sampling::of_values(facts.values(Kept::LifeDays)),
        M::LifetimeP25 => quantile(Kept::LifeDays, 0.25),
        M::LeadLifetime => quantile(Kept::LifeDays, 0.5),
        M::LifetimeP75 => quantile(Kept::LifeDays, 0.75),
        M::LifetimeP90 => quantile(Kept::LifeDays, 0.9),
        M::ResponseTime => quantile(Kept::ResponseHours, 0.5),
        _ => None,
    }
}

/// Of amounts by the sums of their powers.
fn amounts(measure: MeasureId, facts: &Facts) -> Option<Moments> {
    let won = [Total::WonAmount, Total::WonSquares, Total::WonCubes].map(|t| facts.total(t));
    let lost = [Total::LostSquares, Total::LostCubes].map(|t| facts.total(t));
    let priced = facts.count(Count::WonPriced);
    match measure {
        MeasureId::Revenue => Some(Moments::of_sum(priced, won[1], won[2])),
        MeasureId::AverageDeal => Moments::of_mean(priced, won[0], won[1], won[2]),
        _ => Some(Moments::of_sum(facts.count(Count::LostPriced), lost[0], lost[1])),
    }
}

/// Of the share of amounts that were won.
fn won_of_value(facts: &Facts) -> Option<Moments> {
    let won = [Total::WonAmount, Total::WonSquares, Total::WonCubes].map(|t| facts.total(t));
    let lost = [Total::LostAmount, Total::LostSquares, Total::LostCubes].map(|t| facts.total(t));
    let priced = facts.count(Count::WonPriced) + facts.count(Count::LostPriced);
    Moments::of_share(priced, won, lost)
}

/// Of win rate, average amount and median cycle as factors that vary by themselves. What is open now
/// is no sample.
fn velocity(facts: &Facts) -> Option<Moments> {
    let value = MeasureId::SalesVelocity.derive(facts).value?;
    let (won, lost) = (facts.count(Count::Won), facts.count(Count::Lost));
    let average = facts.total(Total::WonAmount) / facts.count(Count::WonPriced);
    let amounts = amounts(MeasureId::AverageDeal, facts)?;
    let median = facts.quantile(Kept::CycleDays, 0.5)?;
    let (low, high) = Ranks::of_quantile(facts.values(Kept::CycleDays), 0.5).between?;
    let off = (high - low) / (2.0 * stats::Z_95 * median);
    let rate = (lost / (won * (won + lost)), 0.0);
    let square = average * average;
    let amount = (amounts.variance / square, amounts.third / (square * average));
    Some(Moments::of_product(won, value, &[rate, amount, (off * off, 0.0)]))
}

/// Between what the difference of two figures lies (95 %).
///
/// # Errors
/// Why the data can't tell, where both have a value.
pub fn tested(
    id: Option<MeasureId>,
    now: &Quantity,
    before: &Quantity,
) -> Result<(f64, f64), Untested> {
    if age(now) != age(before) {
        return Err(Untested::Unequal);
    }
    if let Some(between) = difference(now, before) {
        return Ok(between);
    }
    let score = |q: &Quantity| q.value.zip(q.interval).filter(|_| q.unit == Unit::Score);
    if let Some((now, before)) = score(now).zip(score(before)) {
        return Ok(stats::recovered(now, before));
    }
    let of = |q: &Quantity| q.value.zip(q.sampling.as_deref().copied());
    let (now, before) = of(now).zip(of(before)).ok_or_else(|| untested(id))?;
    Sampling::between(now, before)
}

/// How long a figure that is under way has had; nothing where it had the usual time.
fn age(figure: &Quantity) -> Option<f64> {
    figure.cautions.iter().find_map(|caution| match caution {
        Caution::Young { had, .. } => Some(*had),
        _ => None,
    })
}

/// Why figures of this measure are not tested, whatever their values.
fn untested(id: Option<MeasureId>) -> Untested {
    use MeasureId as M;
    let is_of = |id: MeasureId, anchors: &[Anchor]| anchors.iter().any(|a| id.needs().anchor(*a));
    match id {
        None | Some(M::Own(_)) => Untested::NoMethod,
        Some(id) if is_of(id, &[Anchor::Spend, Anchor::Lagged, Anchor::OtherCosts]) => {
            Untested::Costs
        }
        Some(
            M::Open
            | M::PipelineValue
            | M::WeightedPipeline
            | M::StageWeightedPipeline
            | M::PipelineCoverage,
        ) => Untested::Stock,
        Some(_) => Untested::NoMethod,
    }
}
