//! English: what lies beyond the axes of time.

use crate::i18n::FarWords;
use crate::i18n::plural::en as count;

pub const FAR: FarWords = FarWords {
    records: |n| count(n, "record", "records"),
    rows: |n| count(n, "row", "rows"),
    behind: |what, day, last| format!("Not drawn: {what} after {day} (up to {last})"),
    before: |what, day, first| format!("Not drawn: {what} before {day} (from {first} on)"),
};
