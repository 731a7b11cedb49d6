//! Russian: working hours.

use crate::i18n::Working;

pub const WORKING: Working = Working {
    title: "Рабочие часы",
    from: "с",
    to: "до",
    hint: "Время ответа считается только в эти часы. Праздники неизвестны.",
    none: "Не осталось ни одного часа: время ответа считается круглосуточно.",
};
