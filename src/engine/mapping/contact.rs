//! Columns that hold an e-mail address or a telephone number of the person that a record is about,
//! told by their header. They have no role in the mapping.
//!
//! Not here: how two writings of one contact are compared (`key`).

use super::header::Header;
use super::key::KeyKind;

/// What such a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contact {
    Email,
    Phone,
}

const EMAIL: &[&str] = &[
    "email",
    "e mail",
    "e-mail",
    "mail",
    "почта",
    "почты",
    "имейл",
    "ηλεκτρονικη διευθυνση",
    "ηλεκτρονικο ταχυδρομειο",
];
const PHONE: &[&str] =
    &["phone", "telephone", "mobile", "телефон*", "мобильн*", "τηλεφωνο", "κινητο"];
/// Whose id or name may stand in a column.
const PEOPLE: &[&str] = &[
    "contact",
    "person",
    "client",
    "visitor",
    "user",
    "контакт*",
    "клиент*",
    "посетител*",
    "επαφη*",
    "επαφων",
    "πελατη*",
];
/// Somebody of one's own company, and figures about messages and calls.
const OTHER: &[&str] = &[
    "owner",
    "manager",
    "assigned",
    "user",
    "by",
    "ответственн*",
    "менеджер*",
    "кем",
    "υπευθυνοσ",
    "υπευθυνου",
    "πωλητησ",
    "opens",
    "clicks",
    "calls",
    "status",
    "type",
    "date",
    "count",
];

impl Contact {
    pub fn of(header: &str) -> Option<Contact> {
        let header = Header::new(header);
        let has = |words: &[&str]| words.iter().any(|word| header.has(word));
        match () {
            () if has(OTHER) => None,
            () if has(EMAIL) => Some(Contact::Email),
            () if has(PHONE) => Some(Contact::Phone),
            () => None,
        }
    }

    /// How two of them are compared.
    pub fn key(self) -> KeyKind {
        match self {
            Contact::Email => KeyKind::Email,
            Contact::Phone => KeyKind::Phone,
        }
    }
}

/// Whether a column names a person by an id or a name.
pub fn names_people(header: &str) -> bool {
    let header = Header::new(header);
    PEOPLE.iter().any(|word| header.has(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_name_contacts_of_the_person_and_nothing_else() {
        for header in [
            "Email",
            "E-mail",
            "Mail",
            "Person - Email - Work",
            "Рабочий e-mail",
            "Почта",
            "Адрес электронной почты",
            "Ηλεκτρονικό ταχυδρομείο",
        ] {
            assert_eq!(Contact::of(header), Some(Contact::Email), "{header}");
        }
        for header in [
            "Phone Number",
            "Mobile",
            "Рабочий телефон (контакт)",
            "Телефоны",
            "Мобильный",
            "Τηλέφωνο επικοινωνίας",
            "Κινητό",
        ] {
            assert_eq!(Contact::of(header), Some(Contact::Phone), "{header}");
        }
        for header in ["Owner Email", "Телефон менеджера", "Email opens", "Phone calls", "Name"]
        {
            assert_eq!(Contact::of(header), None, "{header}");
        }
    }
}
