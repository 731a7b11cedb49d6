//! Greek: the day that stands for today.

use super::L;
use crate::engine::audit::Finding;
use crate::i18n::AsOf;
use crate::i18n::plural::el as count;

pub const AS_OF: AsOf = AsOf {
    name: "Ημέρα αναφοράς",
    hint: "Η ημέρα που παίρνει τη θέση του σήμερα: η τελευταία των δεδομένων. Ορίστε άλλη, αν τη μετακίνησε μια λάθος ημερομηνία.",
    reset: "Η ημέρα των δεδομένων",
    ahead: "Η τελευταία ημέρα των δεδομένων δεν έχει έρθει ακόμη.",
    ahead_advice: "Ως αυτήν μετρούν ηλικίες, περίοδοι και ανοιχτές συμφωνίες. Διορθώστε τις ημερομηνίες ή ορίστε την ημέρα στη γραμμή των φίλτρων. Όλες βρίσκονται στους ελέγχους.",
};

pub fn text(finding: &Finding) -> String {
    let Finding::FarDays { dates, last, as_of, is_set } = finding else { return String::new() };
    let (last, as_of) = (L.day(*last), L.day(*as_of));
    let dates = count(*dates, "ημερομηνία", "ημερομηνίες");
    match is_set {
        true => format!("{dates} μετά την ημέρα αναφοράς που ορίσατε ({as_of}), ως {last}."),
        false => format!(
            "{dates} πάνω από έναν χρόνο μετά από όλες τις άλλες, ως {last}. Η αναφορά μετρά ως {as_of}, την τελευταία συνηθισμένη ημέρα."
        ),
    }
}

pub fn advice(is_set: bool) -> &'static str {
    match is_set {
        true => "Περίοδοι και ηλικίες μετρούν ως την ημέρα που ορίσατε.",
        false => {
            "Μοιάζει με λάθος πληκτρολόγησης. Αν είναι σωστές, ορίστε την ημέρα στη γραμμή των φίλτρων."
        }
    }
}
