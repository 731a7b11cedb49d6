//! Greek: what lies behind the axes of time.

use crate::i18n::FarWords;
use crate::i18n::plural::el as count;

pub const FAR: FarWords = FarWords {
    not_drawn: |records, after, last| {
        let records = count(records, "εγγραφή", "εγγραφές");
        format!("Δεν εμφανίζονται: {records} μετά τις {after} (έως {last})")
    },
};
