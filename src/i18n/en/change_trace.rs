//! English: where figures of two exports come from.

use crate::engine::query::{ChangeFigure as F, ChangeRows as R};
use crate::i18n::ChangeTrace;

pub const CHANGE_TRACE: ChangeTrace = ChangeTrace {
    counts: |rows, of| match (rows, of) {
        (R::OpenBefore, F::Records) => "Records that were open in the earlier export.",
        (R::OpenAfter, F::Records) => "Records that are open in the later export.",
        (R::Passage { .. }, F::Records) => {
            "Records that went this way from the earlier export to the later one, each once. A record of both exports has a row in either."
        }
        (_, F::Records) => {
            "Records to which this happened, each once. A record of both exports has a row in either."
        }
        (_, F::Before) => "Amounts that these records had in the earlier export.",
        (_, F::After) => "Amounts that these records have in the later export.",
        (_, F::Effect) => {
            "Open amounts of these records in the later export less those in the earlier one, whose rows count as −1."
        }
    },
    earlier: |file| format!("Earlier export: {file}"),
    later: |file| format!("Later export: {file}"),
    elsewhere: "Other records",
    closed: "Of these records, but closed in this export",
    filters: "Filters select by the later export, and what is gone by the earlier one.",
    kinds: "What happened to the records",
    bridge: "From one open pipeline to the other",
    open: "Open pipeline",
};
