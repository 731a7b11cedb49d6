//! English: time zones.

use crate::i18n::Zones;

pub const ZONES: Zones = Zones {
    report: "Days of the report by the clock of",
    report_hint: "Times of files with a zone are brought to it. A date without a time never moves.",
    own: "each file",
    as_report: "the report’s clock",
    needs_report: "A zone acts once the report has one too.",
    search: "Find a place or an offset",
    none_found: "No such zone",
    here: "here",
    place: |_| "",
};
