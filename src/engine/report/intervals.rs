//! Whether a block shows the intervals of its figures beside them: a choice of the document that no
//! answer depends on. On the page they are always told to those who point at a figure.

use super::BlockSpec;

impl BlockSpec {
    /// Whether intervals are shown; `None` for blocks that don't offer it.
    pub fn intervals(&self) -> Option<bool> {
        match self {
            BlockSpec::Funnel(spec) => Some(spec.intervals),
            BlockSpec::Breakdown(spec) => Some(spec.intervals),
            BlockSpec::Trend(spec) => Some(spec.intervals),
            BlockSpec::Pivot(spec) => Some(spec.intervals),
            BlockSpec::Cohorts(spec) => Some(spec.intervals),
            BlockSpec::Kpis(_)
            | BlockSpec::Spread(_)
            | BlockSpec::Attribution(_)
            | BlockSpec::Reasons(_)
            | BlockSpec::Transitions(_)
            | BlockSpec::Flow(_)
            | BlockSpec::Calls(_)
            | BlockSpec::PipelineChange(_) => None,
        }
    }

    /// Shows them, or not; nothing happens where that is not offered.
    pub fn show_intervals(&mut self, shown: bool) {
        match self {
            BlockSpec::Funnel(spec) => spec.intervals = shown,
            BlockSpec::Breakdown(spec) => spec.intervals = shown,
            BlockSpec::Trend(spec) => spec.intervals = shown,
            BlockSpec::Pivot(spec) => spec.intervals = shown,
            BlockSpec::Cohorts(spec) => spec.intervals = shown,
            _ => {}
        }
    }
}
