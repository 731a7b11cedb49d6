//! Months and days of the week by name, whole or shortened, in English, Russian and Greek.

use crate::engine::fold::fold_words;

/// Names as [`fold`] leaves them: in Russian and Greek the form that stands alone, and the one
/// beside a day.
const MONTHS: [&[&str]; 12] = [
    &["january", "январь", "января", "ιανουαριοσ", "ιανουαριου", "γεναρησ"],
    &["february", "февраль", "февраля", "φεβρουαριοσ", "φεβρουαριου"],
    &["march", "март", "марта", "μαρτιοσ", "μαρτιου"],
    &["april", "апрель", "апреля", "απριλιοσ", "απριλιου"],
    &["may", "май", "мая", "μαιοσ", "μαιου"],
    &["june", "июнь", "июня", "ιουνιοσ", "ιουνιου"],
    &["july", "июль", "июля", "ιουλιοσ", "ιουλιου"],
    &["august", "август", "августа", "αυγουστοσ", "αυγουστου"],
    &["september", "сентябрь", "сентября", "σεπτεμβριοσ", "σεπτεμβριου"],
    &["october", "октябрь", "октября", "οκτωβριοσ", "οκτωβριου"],
    &["november", "ноябрь", "ноября", "νοεμβριοσ", "νοεμβριου"],
    &["december", "декабрь", "декабря", "δεκεμβριοσ", "δεκεμβριου"],
];
const WEEKDAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "понедельник",
    "вторник",
    "среда",
    "четверг",
    "пятница",
    "суббота",
    "воскресенье",
    "пн",
    "вт",
    "ср",
    "чт",
    "пт",
    "сб",
    "вс",
    "δευτερα",
    "τριτη",
    "τεταρτη",
    "πεμπτη",
    "παρασκευη",
    "σαββατο",
    "κυριακη",
];

/// 1 to 12. Three letters or more of a name are enough: `Sept`, `янв`.
pub fn by_name(token: &str) -> Option<u32> {
    if token.len() < 3 {
        return None;
    }
    let folded = fold_words(token);
    if !(3..=12).contains(&folded.chars().count()) {
        return None;
    }
    let at = MONTHS.iter().position(|names| names.iter().any(|n| n.starts_with(&folded)))?;
    u32::try_from(at + 1).ok()
}

/// A day of the week, which says nothing that the date does not say.
pub fn is_weekday(token: &str) -> bool {
    if token.len() < 2 {
        return false;
    }
    let folded = fold_words(token);
    folded.chars().count() >= 2 && WEEKDAYS.iter().any(|n| n.starts_with(&folded))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_months_share_an_abbreviation() {
        for (i, names) in MONTHS.iter().enumerate() {
            for name in *names {
                let short: String = name.chars().take(3).collect();
                // `ιουν` and `ιουλ` need four letters; with three, June is taken.
                let expected = if short == "ιου" { 5 } else { i };
                assert_eq!(by_name(&short), Some(expected as u32 + 1), "{name}");
                assert_eq!(by_name(name), Some(i as u32 + 1), "{name}");
            }
        }
        assert_eq!((by_name("Ma"), by_name("Martin"), by_name("deal")), (None, None, None));
    }
}
