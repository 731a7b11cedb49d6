//! English: conversions between any two stages.

use crate::i18n::Conversion;

pub const CONVERSION: Conversion = Conversion {
    title: "Conversion between two stages",
    from: "From stage",
    to: "To stage",
    add: "Add",
    definition: "Of the records that reached the first stage, the share that reached the second as well, or were won: of the records created in the period, by the skip policy of the report. There is none where nobody reached the first stage, or where each stage counts on its own, as none is a part of another then. Below 10 the counts are shown instead of the rate. Records that are open still may yet move on.",
};
