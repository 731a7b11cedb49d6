//! How the keys of a join are compared: as texts, as e-mail addresses, as telephone numbers, or as
//! the first of several ids in one cell.
//!
//! Not here: which columns meet (`join`, `people`), the joining (`funnel`).

use super::key_index::FullKey;
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

    /// The same with the country of a telephone number, where it says one.
    pub fn full(self, text: &str) -> FullKey {
        match self {
            KeyKind::Phone => {
                let mut numbers = parts(text).map(|part| (phone(part), part));
                let Some((text, part)) = numbers.find(|(key, _)| !key.is_empty()) else {
                    return FullKey::default();
                };
                FullKey { text, whole: whole(part) }
            }
            other => FullKey::plain(other.key(text)),
        }
    }

    /// As [`KeyKind::full`], of a value that may have been merged with others.
    pub fn merged_full(self, merge: Option<&Merge>, text: &str) -> FullKey {
        match self {
            KeyKind::Text => FullKey::plain(fold_merged(merge, text)),
            other => other.full(&merge.map_or(text.into(), |m| m.read(text.into()))),
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
    let digits = digits(&number(text));
    match digits.len() {
        0..LEAST_DIGITS => String::new(),
        long => digits.get(long.saturating_sub(TOLD_DIGITS)..).unwrap_or(&digits).to_owned(),
    }
}

/// The whole numbers that a number with the code of its country may be: behind `+` or `00`, and of
/// eleven digits behind a `7` or the `8` of Russia. Bare digits that begin with 8 may be of a country
/// in Asia as well. Empty where it says no country.
fn whole(text: &str) -> Vec<String> {
    let number = number(text);
    let from = number.find(|c: char| c == '+' || c.is_ascii_digit()).unwrap_or(0);
    let is_coded = number.get(from..).is_some_and(|rest| rest.starts_with('+'));
    let digits = digits(&number);
    let russian = || digits.strip_prefix('8').map(|rest| format!("7{rest}"));
    match digits.strip_prefix("00") {
        Some(rest) if !is_coded => vec![rest.to_owned()],
        _ if !is_coded && digits.len() == TOLD_DIGITS + 1 && digits.starts_with('8') => {
            russian().into_iter().chain([digits.clone()]).collect()
        }
        _ if is_coded || digits.len() == TOLD_DIGITS + 1 && digits.starts_with('7') => vec![digits],
        _ => Vec::new(),
    }
}

/// Without an extension, and without the zero that is dialled within the country only: `+44 (0)20`.
fn number(text: &str) -> String {
    let folded = fold(text);
    let end = ["доб", "ext", "вн.", "εσωτ", "#"].iter().filter_map(|w| folded.find(w)).min();
    folded.get(..end.unwrap_or(folded.len())).unwrap_or(&folded).replace("(0)", "")
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
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
    fn a_number_says_its_country_behind_a_sign_or_as_russia_does() {
        let whole = |text| KeyKind::Phone.full(text).whole;
        for text in ["+7 912 345 67 89", "79123456789", "007 912 345-67-89 доб. 12"] {
            assert_eq!(whole(text), ["79123456789"], "{text}");
        }
        assert_eq!(whole("8 (912) 345-67-89")[0], "79123456789");
        // The same digits stand for a number of Vietnam.
        assert_eq!(whole("84912345678"), ["74912345678", "84912345678"]);
        for text in ["+84 912 345 678", "0084 912 345 678"] {
            assert_eq!(whole(text), ["84912345678"], "{text}");
        }
        assert_eq!(whole("n/a; (+30) 210-123 4567; 5"), ["302101234567"]);
        assert_eq!(whole("+44 (0)20 7946 0958"), whole("0044 20 7946 0958"));
        for text in ["9123456789", "210 1234567", "020 7946 0958", "1-212-555-1000", "", "112"] {
            assert_eq!(whole(text), Vec::<String>::new(), "{text}");
        }
        assert_eq!(KeyKind::Text.full("+30 1").whole, Vec::<String>::new());
    }

    #[test]
    fn the_first_of_several_ids_joins_and_the_others_are_counted() {
        assert_eq!(KeyKind::Ids.key("101; 205;300"), "101");
        assert_eq!((KeyKind::Ids.further("101; 205;300"), KeyKind::Ids.further("101")), (2, 0));
        assert_eq!(KeyKind::Text.key("a;b"), "a;b");
        assert_eq!(KeyKind::Email.further("a@b.gr, c@d.gr"), 1);
    }
}
