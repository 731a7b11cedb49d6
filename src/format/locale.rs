//! The languages of the interface, and how one is chosen. Not here: their words.

use serde::{Deserialize, Serialize};

/// A language with its ways of writing figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Locale {
    #[default]
    En,
    Ru,
    El,
}

impl Locale {
    /// All of them, in the order of the menu.
    pub const ALL: [Locale; 3] = [Locale::En, Locale::Ru, Locale::El];

    /// The language tag, good for `<html lang>` and for storage.
    pub fn code(self) -> &'static str {
        match self {
            Locale::En => "en",
            Locale::Ru => "ru",
            Locale::El => "el",
        }
    }

    /// The language of one tag such as `ru`, `el-GR` or `EN_us`, if the interface speaks it.
    pub fn from_tag(tag: &str) -> Option<Locale> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Locale::ALL.into_iter().find(|l| l.code().eq_ignore_ascii_case(primary.trim()))
    }

    /// The first language of the reader's list that the interface speaks, else English.
    pub fn from_tags<'a>(tags: impl IntoIterator<Item = &'a str>) -> Locale {
        tags.into_iter().find_map(Locale::from_tag).unwrap_or_default()
    }

    /// Between the whole and the fraction.
    pub fn decimal_sign(self) -> char {
        match self {
            Locale::En => '.',
            Locale::Ru | Locale::El => ',',
        }
    }

    /// Between thousands.
    pub fn group_sign(self) -> char {
        match self {
            Locale::En => ',',
            Locale::Ru => super::NBSP,
            Locale::El => '.',
        }
    }
}
