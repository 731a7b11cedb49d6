//! Months and days of the week by name, whole or shortened, in English, Russian and Greek, and as
//! German and French exports write them.

use crate::engine::fold::fold_short;

/// Names as [`fold`] leaves them: in Russian and Greek the form that stands alone, and the one
/// beside a day.
const MONTHS: [&[&str]; 12] = [
    &[
        "january",
        "январь",
        "января",
        "ιανουαριοσ",
        "ιανουαριου",
        "γεναρησ",
        "januar",
        "jänner",
        "janvier",
    ],
    &[
        "february",
        "февраль",
        "февраля",
        "φεβρουαριοσ",
        "φεβρουαριου",
        "φλεβαρησ",
        "februar",
        "février",
        "fevrier",
    ],
    &["march", "март", "марта", "μαρτιοσ", "μαρτιου", "μαρτησ", "märz", "maerz", "mars"],
    &["april", "апрель", "апреля", "απριλιοσ", "απριλιου", "απριλησ", "avril"],
    &["may", "май", "мая", "μαιοσ", "μαιου", "μαησ", "mai"],
    &["june", "июнь", "июня", "ιουνιοσ", "ιουνιου", "ιουνησ", "juni", "juin"],
    &["july", "июль", "июля", "ιουλιοσ", "ιουλιου", "ιουλησ", "juli", "juillet"],
    &["august", "август", "августа", "αυγουστοσ", "αυγουστου", "août", "aout"],
    &["september", "сентябрь", "сентября", "σεπτεμβριοσ", "σεπτεμβριου", "σεπτεμβρησ", "septembre"],
    &["october", "октябрь", "октября", "οκτωβριοσ", "οκτωβριου", "οκτωβρησ", "oktober", "octobre"],
    &["november", "ноябрь", "ноября", "νοεμβριοσ", "νοεμβριου", "νοεμβρησ", "novembre"],
    &[
        "december",
        "декабрь",
        "декабря",
        "δεκεμβριοσ",
        "δεκεμβριου",
        "δεκεμβρησ",
        "dezember",
        "décembre",
        "decembre",
    ],
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
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
];

/// 1 to 12. Three letters or more of a name are enough: `Sept`, `янв`.
pub fn by_name(token: &str) -> Option<u32> {
    if token.len() < 3 {
        return None;
    }
    let folded = fold_short(token)?;
    let folded = folded.as_str();
    if !(3..=12).contains(&folded.chars().count()) {
        return None;
    }
    let first = *folded.as_bytes().first()?;
    // Cyrillic and Greek letters share their first byte, and still most words end here.
    let begins = |name: &&str| name.as_bytes().first() == Some(&first) && name.starts_with(folded);
    let at = MONTHS.iter().position(|names| names.iter().any(begins))?;
    u32::try_from(at + 1).ok()
}

/// A day of the week, which says nothing that the date does not say.
pub fn is_weekday(token: &str) -> bool {
    if token.len() < 2 {
        return false;
    }
    let Some(folded) = fold_short(token) else { return false };
    let folded = folded.as_str();
    let first = folded.as_bytes().first();
    let begins = |name: &&str| name.as_bytes().first() == first && name.starts_with(folded);
    folded.chars().nth(1).is_some() && WEEKDAYS.iter().any(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_months_share_an_abbreviation() {
        for (i, names) in MONTHS.iter().enumerate() {
            for name in *names {
                let short: String = name.chars().take(3).collect();
                // July needs a fourth letter in Greek and French; with three, June is taken.
                let expected = if short == "ιου" || short == "jui" { 5 } else { i };
                assert_eq!(by_name(&short), Some(expected as u32 + 1), "{name}");
                assert_eq!(by_name(name), Some(i as u32 + 1), "{name}");
            }
        }
        assert_eq!((by_name("Ma"), by_name("Martin"), by_name("deal")), (None, None, None));
    }
}
