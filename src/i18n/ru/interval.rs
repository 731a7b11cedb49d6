//! Russian: how sure a figure is.

use crate::i18n::IntervalWords;

pub const INTERVAL: IntervalWords = IntervalWords {
    few: "○ в знаменателе меньше 10",
    band: "закрашен 95 % интервал",
    show: "Показать 95 % интервалы",
    hide: "Скрыть 95 % интервалы",
};
