//! Russian: what lies beyond the axes of time.

use crate::i18n::FarWords;
use crate::i18n::plural::ru as count;

pub const FAR: FarWords = FarWords {
    records: |n| count(n, "запись", "записи", "записей"),
    rows: |n| count(n, "строка", "строки", "строк"),
    behind: |what, day, last| format!("Не показано: {what} после {day} (последняя — {last})"),
    before: |what, day, first| format!("Не показано: {what} до {day} (первая — {first})"),
};
