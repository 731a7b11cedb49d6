//! Greek: what lies beyond the axes of time.

use crate::i18n::FarWords;
use crate::i18n::plural::el as count;

pub const FAR: FarWords = FarWords {
    records: |n| count(n, "εγγραφή", "εγγραφές"),
    rows: |n| count(n, "γραμμή", "γραμμές"),
    behind: |what, day, last| format!("Δεν εμφανίζονται: {what} μετά τις {day} (έως {last})"),
    before: |what, day, first| {
        format!("Δεν εμφανίζονται: {what} πριν από τις {day} (από τις {first})")
    },
};
