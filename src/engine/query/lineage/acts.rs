//! What of the question decides a figure: whoever looks at one is told of nothing that does not.
//!
//! Not here: how it is decided (`selection`, `measure::reach`).

use super::figure::Figure;
use super::figure_part::StepFigure;
use crate::engine::report::SpreadOf;
use serde::{Deserialize, Serialize};

/// See the module.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acts {
    /// By which day closed records are placed.
    pub basis: bool,
    /// What counts as a stage that was reached.
    pub policy: bool,
}

impl Figure {
    /// What acts on it; of a measure it is known by its facts. A basis parts days from days: over
    /// all of them there is one.
    pub(super) fn acts(&self, of_measure: Acts, has_window: bool) -> Acts {
        let by_closing = |basis: bool| Acts { basis: basis && has_window, policy: false };
        let by_reach = Acts { basis: false, policy: true };
        match self.plain() {
            Figure::Measure { .. }
            | Figure::Season { .. }
            | Figure::Shown { .. }
            | Figure::Ranked { .. } => of_measure,
            Figure::Step(_) | Figure::Flow { .. } => by_reach,
            // Moves and days are as they are, whatever a skip means.
            Figure::OfStep {
                of:
                    StepFigure::MedianDays
                    | StepFigure::OutOfOrder
                    | StepFigure::Reentered
                    | StepFigure::Stay(_),
                ..
            } => Acts::default(),
            Figure::OfStep { .. } => by_reach,
            Figure::Spread { of, .. } | Figure::Stat { of, .. } => by_closing(matches!(
                of,
                SpreadOf::WonAmount
                    | SpreadOf::DaysToWin
                    | SpreadOf::DaysToLose
                    | SpreadOf::DaysToClose
            )),
            Figure::Attribution { .. } | Figure::Reasons { .. } => by_closing(true),
            _ => Acts::default(),
        }
    }
}
