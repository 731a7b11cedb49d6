//! Words of whether a difference may be chance.

use crate::engine::measure::MeasureId;
use crate::engine::sampling::Untested;

/// See the module.
pub struct SamplingWords {
    /// Beside a difference of which the data say too little.
    pub untested: &'static str,
    pub why: fn(Untested) -> &'static str,
    /// By what method a figure is told from chance; nothing for other figures.
    pub method: fn(MeasureId) -> Option<&'static str>,
}
