//! Greek: how sure a figure is.

use crate::i18n::IntervalWords;

pub const INTERVAL: IntervalWords = IntervalWords {
    few: "○ παρονομαστής κάτω από 10",
    band: "σκίαση: διάστημα 95%",
    show: "Εμφάνιση διαστημάτων 95%",
    hide: "Απόκρυψη διαστημάτων 95%",
};
