//! English: whether a difference may be chance.

use crate::engine::measure::MeasureId;
use crate::engine::sampling::Untested;
use crate::i18n::SamplingWords;

pub const SAMPLING: SamplingWords = SamplingWords {
    untested: "not tested",
    why: |why| match why {
        Untested::NoMethod => "Whether this difference is chance is not tested for this figure.",
        Untested::TooFew => "Not tested for chance: too few values on one side.",
        Untested::Costs => {
            "Whether it is chance can’t be told: costs and ad reports come as finished sums, not as single cases whose scatter could be seen."
        }
        Untested::Stock => {
            "No sample: all that is open is counted, so there is no chance to tell the difference from."
        }
        Untested::Unequal => {
            "Not tested for chance: the two sides have had unequal time, and the younger one is still under way."
        }
        Untested::TooUneven => "Not tested for chance: a few large values carry the difference.",
    },
    method: |id| match id {
        MeasureId::AverageDeal
        | MeasureId::MeanCycle
        | MeasureId::MeanLifetime
        | MeasureId::RevenuePerAccount => Some("By Welch’s t-test."),
        MeasureId::MedianDeal
        | MeasureId::CycleP25
        | MeasureId::MedianCycle
        | MeasureId::CycleP75
        | MeasureId::CycleP90
        | MeasureId::LeadLifetime
        | MeasureId::LifetimeP25
        | MeasureId::LifetimeP75
        | MeasureId::LifetimeP90
        | MeasureId::ResponseTime => {
            Some("By the ranks of the values (binomial), whatever their distribution.")
        }
        MeasureId::Leads
        | MeasureId::Qualified
        | MeasureId::Opportunities
        | MeasureId::Won
        | MeasureId::Lost
        | MeasureId::NewCustomers => Some(
            "By their number alone (Poisson); records that come in bursts or depend on each other make it wider.",
        ),
        MeasureId::Revenue | MeasureId::LostAmount => Some(
            "By the scatter of the amounts and of their number (compound Poisson); deals that depend on each other make it wider.",
        ),
        MeasureId::TimeToClose => {
            Some("By the bands of both curves, open deals included (Brookmeyer–Crowley).")
        }
        MeasureId::SalesVelocity => Some(
            "By the delta method from win rate, amounts and cycle, each varying by itself; open deals as they stand.",
        ),
        MeasureId::WinRateByValue => {
            Some("By the scatter of the amounts (delta method); few large deals make it wide.")
        }
        _ => None,
    },
};
