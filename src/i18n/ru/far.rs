//! Russian: what lies behind the axes of time.

use crate::i18n::FarWords;
use crate::i18n::plural::ru as count;

pub const FAR: FarWords = FarWords {
    not_drawn: |records, after, last| {
        let records = count(records, "запись", "записи", "записей");
        format!("Не показано: {records} после {after} (последняя — {last})")
    },
};
