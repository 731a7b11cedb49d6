//! Date columns that are called by the stage alone: `MQL date`, `sql_date`, `Дата MQL`, `Ημερομηνία
//! MQL`, `Won date`. Many other dates are called alike (`Close date`, `Дата звонка`), so that only
//! names count that mean nothing but a stage.
//!
//! Not here: headers that say that a stage was entered (`stage_date`).

use crate::engine::fold::fold_header;
use crate::engine::funnel::Outcome;

/// Words in front of and behind the name.
const FRAMES: &[(&str, &str)] = &[
    ("date of", ""),
    ("date", ""),
    ("", "date"),
    ("дата", ""),
    ("", "дата"),
    ("ημερομηνια", ""),
    ("ημ/νια", ""),
    ("", "ημερομηνια"),
];

/// Frames of the days of ending alone: `Deal - Won time`, `Lost at`.
const END_FRAMES: &[(&str, &str)] = &[("", "time"), ("", "at"), ("", "on")];

/// Names that are written as an abbreviation.
const SHORT: &str = "mql|sql|sal|pql";
/// Names that stand as they are.
const PLAIN: &str = "marketing qualified|marketing qualified lead|sales qualified|\
    sales qualified lead|sales accepted|sales accepted lead|product qualified lead|qualified|\
    qualified lead|qualification|opportunity|proposal|proposal sent|кп|\
    квалификация|возможность|предложение|αξιολογηση|ευκαιρια|προσφορα";
/// Names in the genitive, as a date has them in Russian and Greek, and the name of the stage.
const GENITIVE: &[(&str, &str)] = &[
    ("квалификации", "Квалификация"),
    ("возможности", "Возможность"),
    ("предложения", "Предложение"),
    ("коммерческого предложения", "Коммерческое предложение"),
    ("отправки кп", "КП"),
    ("αξιολογησησ", "Αξιολόγηση"),
    ("προκρισησ", "Πρόκριση"),
    ("ευκαιριασ", "Ευκαιρία"),
    ("προσφορασ", "Προσφορά"),
];
/// As [`GENITIVE`], of names that mean a stage only among other stages' dates.
const LOOSE: &[(&str, &str)] = &[
    ("звонка", "Звонок"),
    ("первого звонка", "Первый звонок"),
    ("контакта", "Контакт"),
    ("первого контакта", "Первый контакт"),
    ("встречи", "Встреча"),
    ("замера", "Замер"),
    ("презентации", "Презентация"),
    ("демо", "Демо"),
    ("демонстрации", "Демонстрация"),
    ("переговоров", "Переговоры"),
    ("согласования", "Согласование"),
    ("договора", "Договор"),
    ("заключения договора", "Договор"),
    ("подписания договора", "Подписание договора"),
    ("подписания", "Подписание"),
    ("счета", "Счёт"),
    ("выставления счета", "Счёт"),
    ("предоплаты", "Предоплата"),
    ("оплаты", "Оплата"),
    ("отгрузки", "Отгрузка"),
    ("επαφησ", "Επαφή"),
    ("πρωτησ επαφησ", "Πρώτη επαφή"),
    ("επικοινωνιασ", "Επικοινωνία"),
    ("συναντησησ", "Συνάντηση"),
    ("ραντεβου", "Ραντεβού"),
    ("επιδειξησ", "Επίδειξη"),
    ("παρουσιασησ", "Παρουσίαση"),
    ("διαπραγματευσησ", "Διαπραγμάτευση"),
    ("συμβασησ", "Σύμβαση"),
    ("υπογραφησ", "Υπογραφή"),
    ("υπογραφησ συμβασησ", "Υπογραφή σύμβασης"),
    ("τιμολογησησ", "Τιμολόγηση"),
    ("πληρωμησ", "Πληρωμή"),
];
const WON: &str = "won|closed won|deal won|win|выигрыша|победы|успешного закрытия|κερδισμενησ|\
    κερδουσ|νικησ";
const LOST: &str = "lost|closed lost|deal lost|loss|проигрыша|отказа|потери|απωλειασ|χαμενησ";

/// The stage that a header names; `None` for any other header.
pub(super) fn stage_named(header: &str) -> Option<String> {
    let (written, folded) = framed(header)?;
    let is_any = |list: &str| list.split('|').any(|name| name == folded);
    if is_any(SHORT) {
        return Some(written.to_uppercase());
    }
    if let Some((_, name)) = GENITIVE.iter().find(|(genitive, _)| *genitive == folded) {
        return Some((*name).to_owned());
    }
    is_any(PLAIN).then(|| capital(&written))
}

/// As [`stage_named`], of any name within a frame: whether it is a stage is for the caller to say.
pub(super) fn loosely_named(header: &str) -> Option<String> {
    let (written, folded) = framed(header)?;
    let loose = LOOSE.iter().find(|(genitive, _)| *genitive == folded);
    Some(loose.map_or_else(|| capital(&written), |(_, name)| (*name).to_owned()))
}

/// Whether a header is the day of winning or of losing.
pub(super) fn end_named(header: &str) -> Option<Outcome> {
    let (_, folded) = framed(header).or_else(|| framed_by(END_FRAMES, header))?;
    let is_any = |list: &str| list.split('|').any(|name| name == folded);
    match () {
        () if is_any(WON) => Some(Outcome::Won),
        () if is_any(LOST) => Some(Outcome::Lost),
        () => None,
    }
}

/// The name within a frame, as written and folded.
fn framed(header: &str) -> Option<(String, String)> {
    framed_by(FRAMES, header)
}

fn framed_by(frames: &[(&str, &str)], header: &str) -> Option<(String, String)> {
    let header = header.replace(['_', '"', '«', '»', '“', '”', '-', ':'], " ");
    let words: Vec<&str> = header.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|w| fold_header(w)).collect();
    frames.iter().find_map(|(before, after)| {
        let before: Vec<&str> = before.split_whitespace().collect();
        let after: Vec<&str> = after.split_whitespace().collect();
        let end = folded.len().checked_sub(after.len())?;
        let fits = folded.len() > before.len() + after.len()
            && folded.iter().zip(&before).all(|(word, want)| word == want)
            && folded.iter().skip(end).zip(&after).all(|(word, want)| word == want);
        let name = folded.get(before.len()..end).filter(|_| fits)?.join(" ");
        Some((words.get(before.len()..end)?.join(" "), name))
    })
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|c| c.to_uppercase().collect::<String>()).unwrap_or_default();
    first + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_by_their_name_alone_in_three_languages() {
        let cases = [
            ("MQL date", Some("MQL")),
            ("mql_date", Some("MQL")),
            ("Date SQL", Some("SQL")),
            ("opportunity_date", Some("Opportunity")),
            ("Qualified date", Some("Qualified")),
            ("Sales Qualified Lead Date", Some("Sales Qualified Lead")),
            ("Дата MQL", Some("MQL")),
            ("Дата квалификации", Some("Квалификация")),
            ("Дата отправки КП", Some("КП")),
            ("Ημερομηνία MQL", Some("MQL")),
            ("Ημερομηνία προσφοράς", Some("Προσφορά")),
            ("Close date", None),
            ("Date", None),
            ("Start date", None),
            ("Contract date", None),
            ("MQL", None),
            ("Update", None),
            ("Дата создания", None),
            ("Дата звонка", None),
            ("Ημερομηνία δημιουργίας", None),
        ];
        for (header, expected) in cases {
            assert_eq!(stage_named(header).as_deref(), expected, "{header}");
        }
    }

    #[test]
    fn the_days_of_winning_and_losing() {
        let cases = [
            ("won_date", Some(Outcome::Won)),
            ("Lost date", Some(Outcome::Lost)),
            ("Deal - Won time", Some(Outcome::Won)),
            ("Lost at", Some(Outcome::Lost)),
            ("Дата проигрыша", Some(Outcome::Lost)),
            ("Ημερομηνία απώλειας", Some(Outcome::Lost)),
            ("Close date", None),
            ("won", None),
        ];
        for (header, expected) in cases {
            assert_eq!(end_named(header), expected, "{header}");
        }
    }
}
