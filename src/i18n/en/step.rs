//! English: figures of a funnel's step.

use crate::engine::query::{StayFigure, StepFigure};
use crate::i18n::StepWords;

pub const STEP: StepWords = StepWords {
    says: |of| match of {
        StepFigure::Reached => "Of what entered the funnel in the period, what reached this stage.",
        StepFigure::OfPrevious => {
            "Reached the stage before and this one ÷ reached the stage before."
        }
        StepFigure::OfFirst => "Reached this stage ÷ entered the funnel.",
        StepFigure::Observed => {
            "Reached this stage, and the files have evidence of this very stage."
        }
        StepFigure::Implied => {
            "Passed on the way to a later stage, though nothing in the file says when."
        }
        StepFigure::Dropped => "Reached the stage before, and not this one so far.",
        StepFigure::OutOfOrder => {
            "Dated before the stage in front of it. Counted as reached, and in no median of days."
        }
        StepFigure::MedianDays => {
            "The median of the days from the stage before to this one, where both have dates in their order."
        }
        StepFigure::Reentered => {
            "Entered this stage more than once, as the history of stages tells."
        }
        StepFigure::Stay(StayFigure::Ended) => {
            "Left this stage; all visits of a record are taken together."
        }
        StepFigure::Stay(StayFigure::Still) => {
            "Are in this stage still, on the last day of the data."
        }
        StepFigure::Stay(StayFigure::MedianOfAll) => {
            "After so many days half had left the stage; those still there count for as long as they were watched (Kaplan–Meier)."
        }
        StepFigure::Stay(StayFigure::Mean | StayFigure::Quantile(_)) => {
            "Days in the stage of those that left it, all visits of a record together."
        }
    },
};
