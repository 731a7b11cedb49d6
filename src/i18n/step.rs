//! Words of the figures of a funnel's step, where they say where they come from.

use crate::engine::query::StepFigure;

/// See the module.
pub struct StepWords {
    /// What is counted, in a sentence.
    pub says: fn(StepFigure) -> &'static str,
}
