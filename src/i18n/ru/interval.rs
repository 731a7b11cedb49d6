//! Russian: how sure a figure is.

use crate::i18n::IntervalWords;

pub const INTERVAL: IntervalWords = IntervalWords {
    few: "○ за значением меньше 10 записей",
    band: "закрашен 95 % интервал",
    show: "Показать 95 % интервалы",
    hide: "Скрыть 95 % интервалы",
};
