//! Greek: what is asked of one level of a table.

use crate::i18n::LevelWords;

pub const LEVEL: LevelWords = LevelWords {
    sort_by_other: "Με άλλον δείκτη…",
    add_condition: "Προσθήκη συνθήκης…",
    remove_condition: "Αφαίρεση συνθήκης",
};
