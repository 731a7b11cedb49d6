//! Columns that hold an e-mail address or a telephone number, and what makes two of them one.
//!
//! They have no role in the mapping, so that they are told by their header. Addresses differ in
//! case only by mistake; of telephone numbers the last digits count, since some carry the country
//! and some do not.

use super::ground::Ground;
use crate::engine::distinct::Distinct;
use crate::engine::fold::fold_header;
use crate::engine::table::{Column, Dictionary};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Contact {
    Email,
    Phone,
}

const EMAIL: [&str; 6] = ["email", "e mail", "mail", "почта", "имейл", "ηλεκτρονικο ταχυδρομειο"];
const PHONE: [&str; 6] = ["phone", "telephone", "mobile", "телефон", "τηλεφωνο", "κινητο"];
/// So many digits tell a number within a country.
const DIGITS: usize = 9;

/// The columns of the records that hold one.
pub(super) fn contacts<'a>(ground: &Ground<'a>) -> Vec<(&'a Column, Contact)> {
    let Some((file, _)) = ground.main() else { return Vec::new() };
    let kind = |column: &Column| {
        let header = fold_header(&column.header);
        let has = |words: &[&str]| {
            let last = |word: &&str| header == **word || header.ends_with(&format!(" {word}"));
            words.iter().any(|word| last(word) || header.starts_with(&format!("{word} ")))
        };
        match () {
            () if has(&EMAIL) => Some(Contact::Email),
            () if has(&PHONE) => Some(Contact::Phone),
            () => None,
        }
    };
    file.table.columns.iter().filter_map(|column| Some((column, kind(column)?))).collect()
}

/// A number for each record, 0 where it has no contact, and how many numbers there are.
pub(super) fn number_of(ground: &Ground<'_>, column: &Column, kind: Contact) -> (Vec<u32>, usize) {
    let distinct = Distinct::of(column);
    let mut keys = Dictionary::default();
    let of_code: Vec<u32> =
        distinct.texts().map(|text| keys.intern(&normal(&text, kind))).collect();
    let records = 0..ground.assembled.records.count;
    let number = |at: usize| {
        let code = distinct.code(ground.row(at) as u32) as usize;
        of_code.get(code).copied().unwrap_or(0)
    };
    (records.map(number).collect(), keys.len())
}

/// What is compared; empty for what is no contact.
fn normal(text: &str, kind: Contact) -> String {
    match kind {
        Contact::Email => {
            let text = text.trim().to_lowercase();
            if text.contains('@') { text } else { String::new() }
        }
        Contact::Phone => {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            let from = digits.len().saturating_sub(DIGITS);
            if digits.len() < 7 {
                String::new()
            } else {
                digits.get(from..).unwrap_or("").to_owned()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_writings_of_one_contact_are_one() {
        let phone = |text| normal(text, Contact::Phone);
        assert_eq!(phone("+7 (912) 345-67-89"), phone("8 912 345 67 89"));
        assert_eq!(phone("+30 210 123 4567"), phone("2101234567"));
        assert_eq!(phone("112"), "");
        assert_eq!(normal(" Anna@Example.COM ", Contact::Email), "anna@example.com");
        assert_eq!(normal("none", Contact::Email), "");
    }
}
