//! English: how sure a figure is.

use crate::i18n::IntervalWords;

pub const INTERVAL: IntervalWords = IntervalWords {
    few: "○ fewer than 10 behind the figure",
    band: "shaded: 95 % interval",
    show: "Show 95 % intervals",
    hide: "Hide 95 % intervals",
};
