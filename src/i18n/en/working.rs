//! English: working hours.

use crate::i18n::Working;

pub const WORKING: Working = Working {
    title: "Working hours",
    from: "from",
    to: "to",
    hint: "Response times count these hours only. Public holidays are not known.",
    none: "No hour is left: response times count every hour.",
};
