//! English: whether a difference of money may be chance.

use crate::engine::measure::MeasureId;
use crate::engine::sampling::Untested;
use crate::i18n::SamplingWords;

pub const SAMPLING: SamplingWords = SamplingWords {
    untested: "not tested",
    why: |why| match why {
        Untested::NoMethod => "Whether this difference is chance is not tested for this figure.",
        Untested::TooFew => "Not tested for chance: fewer than 10 amounts on one side.",
        Untested::TooUneven => "Not tested for chance: a few large amounts carry the difference.",
    },
    method: |id| match id {
        MeasureId::AverageDeal => Some("By Welch’s t-test of the deal amounts."),
        MeasureId::Revenue | MeasureId::LostAmount => Some(
            "By the scatter of the amounts and of their number (compound Poisson); deals that depend on each other make it wider.",
        ),
        _ => None,
    },
};
