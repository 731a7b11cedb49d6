//! How the keys of a join are compared: as texts, as e-mail addresses, as telephone numbers, or as
//! the first of several ids in one cell.
//!
//! Not here: which columns meet (`join`, `people`), the joining (`funnel`).

use super::merge::{Merge, fold_merged};
use crate::engine::fold::fold;
use serde::{Deserialize, Serialize};

/// What the cells of a key hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyKind {
    /// Folded text.
    #[default]
    Text,
    Email,
    Phone,
    /// `101;205;300`, as HubSpot writes associations: the first joins.
    Ids,
}

/// Fewer digits are an extension or a slip, not a number that tells people apart.
const LEAST_DIGITS: usize = 7;
/// So many tell a number within its country.
const TOLD_DIGITS: usize = 10;

impl KeyKind {
    /// The key that a cell is compared by; empty where it has none.
    pub fn key(self, text: &str) -> String {
        match self {
            KeyKind::Text => fold(text),
            KeyKind::Email => parts(text).map(email).find(|k| !k.is_empty()).unwrap_or_default(),
            KeyKind::Phone => parts(text).map(phone).find(|k| !k.is_empty()).unwrap_or_default(),
            KeyKind::Ids => ids(text).next().map(fold).unwrap_or_default(),
        }
    }

    /// As [`KeyKind::key`], of a value that may have been merged with others.
    pub fn merged_key(self, merge: Option<&Merge>, text: &str) -> String {
        match self {
            KeyKind::Text => fold_merged(merge, text),
            other => other.key(&merge.map_or(text.into(), |m| m.read(text.into()))),
        }
    }

    /// How many keys a cell holds beside the one that joins.
    pub fn further(self, text: &str) -> u64 {
        let count = match self {
            KeyKind::Text => 0,
            KeyKind::Email => parts(text).map(email).filter(|k| !k.is_empty()).count(),
            KeyKind::Phone => parts(text).map(phone).filter(|k| !k.is_empty()).count(),
            KeyKind::Ids => ids(text).count(),
        };
        count.saturating_sub(1) as u64
    }
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', ',', '|', '\n']).map(str::trim).filter(|t| !t.is_empty())
}

fn ids(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|t| !t.is_empty())
}

/// An address without case, blanks and brackets; empty where it is none.
fn email(text: &str) -> String {
    let inner = text.rsplit_once('<').map_or(text, |(_, rest)| rest.trim_end_matches('>'));
    let plain: String = fold(inner).chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.strip_prefix("mailto:").map(str::to_owned).unwrap_or(plain);
    match plain.split_once('@') {
        Some((name, host)) if !name.is_empty() && host.contains('.') => plain,
        _ => String::new(),
    }
}

/// The last ten digits of a number: `8 (912) …` and `+7 912 …` are one, and so are `210 …`,
/// `0030 210 …` and `+30 210 …`, `(212) 555-1000` and `+1 212 555 1000`. In which country a number
/// without its code is, no file says.
fn phone(text: &str) -> String {
    // An extension is no part of the number.
    let folded = fold(text);
    let end = ["доб", "ext", "вн.", "εσωτ", "#"].iter().filter_map(|w| folded.find(w)).min();
    let number = folded.get(..end.unwrap_or(folded.len())).unwrap_or(&folded);
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    match digits.len() {
        0..LEAST_DIGITS => String::new(),
        long => digits.get(long.saturating_sub(TOLD_DIGITS)..).unwrap_or(&digits).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_has_one_key() {
        let phone = |text| KeyKind::Phone.key(text);
        for text in [
            "8 (912) 345-67-89",
            "+7 912 345 67 89",
            "79123456789",
            "9123456789",
            "007 912 345-67-89 доб. 12",
        ] {
            assert_eq!(phone(text), "9123456789", "{text}");
        }
        for text in
            ["210 1234567", "+30 210 123 4567", "0030-210-1234567", "+30 2101234567; 6971234567"]
        {
            assert_eq!(phone(text), "2101234567", "{text}");
        }
        for text in ["+1 212 555 1000", "(212) 555-1000", "1-212-555-1000 ext. 7"] {
            assert_eq!(phone(text), "2125551000", "{text}");
        }
        assert_eq!(phone("020 7946 0958"), phone("+44 20 7946 0958"));
        assert_eq!((phone("112"), phone("-")), (String::new(), String::new()));
        let email = |text| KeyKind::Email.key(text);
        assert_eq!(email(" Anna.K@Example.COM "), "anna.k@example.com");
        assert_eq!(email("Anna <anna.k@example.com>"), email("n/a, mailto:anna.k@example.com"));
        assert_eq!(email("unknown"), "");
    }

    #[test]
    fn the_first_of_several_ids_joins_and_the_others_are_counted() {
        assert_eq!(KeyKind::Ids.key("101; 205;300"), "101");
        assert_eq!((KeyKind::Ids.further("101; 205;300"), KeyKind::Ids.further("101")), (2, 0));
        assert_eq!(KeyKind::Text.key("a;b"), "a;b");
        assert_eq!(KeyKind::Email.further("a@b.gr, c@d.gr"), 1);
    }
}
