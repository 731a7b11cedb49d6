//! Russian: what is asked of one level of a table.

use crate::i18n::LevelWords;

pub const LEVEL: LevelWords = LevelWords {
    sort_by_other: "По другому показателю…",
    add_condition: "Добавить условие…",
    remove_condition: "Убрать условие",
};
