//! English: what is asked of one level of a table.

use crate::i18n::LevelWords;

pub const LEVEL: LevelWords = LevelWords {
    sort_by_other: "Sort by another figure…",
    add_condition: "Add a condition…",
    remove_condition: "Remove the condition",
};
