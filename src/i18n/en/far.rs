//! English: what lies behind the axes of time.

use crate::i18n::FarWords;
use crate::i18n::plural::en as count;

pub const FAR: FarWords = FarWords {
    not_drawn: |records, after, last| {
        let records = count(records, "record", "records");
        format!("Not drawn: {records} after {after} (up to {last})")
    },
};
