//! Words of how sure a figure is: its interval, and what stands on few.

/// See the module.
pub struct IntervalWords {
    /// In the legend of a chart: hollow points.
    pub few: &'static str,
    /// In the legend of a chart: the band behind a line.
    pub band: &'static str,
    /// In the menu of a block: intervals beside its figures, and away with them.
    pub show: &'static str,
    pub hide: &'static str,
}
