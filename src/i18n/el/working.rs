//! Greek: working hours.

use crate::i18n::Working;

pub const WORKING: Working = Working {
    title: "Ώρες εργασίας",
    from: "από",
    to: "έως",
    hint: "Οι χρόνοι απόκρισης μετρούν μόνο αυτές τις ώρες. Οι αργίες δεν είναι γνωστές.",
    none: "Δεν μένει καμία ώρα: οι χρόνοι απόκρισης μετρούν όλο το εικοσιτετράωρο.",
};
