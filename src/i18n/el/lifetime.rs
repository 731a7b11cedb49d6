//! Greek: how long leads and deals live: quartiles and mean, and what is said of open ones.

use super::L;
use crate::engine::measure::MeasureId;
use crate::i18n::MeasureText;
use crate::i18n::plural::el as count;

const PLAIN: MeasureText = MeasureText {
    name: "",
    short: "",
    answers: "",
    formula: "",
    unit: "ημέρες",
    basis: "Κατά την ημέρα δημιουργίας, όποια βάση κι αν επιλεγεί.",
    empty_when: "Καμία κλειστή εγγραφή δεν έχει και τις δύο ημερομηνίες σε σειρά.",
    cautions: "Οι ανοιχτές εγγραφές δεν μετρούν, οπότε όσο είναι πολλές η τιμή βγαίνει μικρή: δίπλα αναφέρεται πόσες είναι και ποια είναι η διάμεσος μαζί τους.",
};

/// The others of the lead lifetime than its median.
pub fn measure(id: MeasureId) -> MeasureText {
    match id {
        MeasureId::LifetimeP25 => MeasureText {
            name: "Διάρκεια ζωής, ταχύτερο τέταρτο (p25)",
            short: "Διάρκεια p25",
            answers: "Σε πόσες ημέρες κρίνεται το ταχύτερο τέταρτο, με πώληση ή απώλεια;",
            formula: "Το ένα τέταρτο των κλειστών πήρε λιγότερες ημέρες από τη δημιουργία ως το κλείσιμο.",
            ..PLAIN
        },
        MeasureId::LifetimeP75 => MeasureText {
            name: "Διάρκεια ζωής, τρία στα τέσσερα (p75)",
            short: "Διάρκεια p75",
            answers: "Σε πόσες ημέρες κρίνονται τρία στα τέσσερα, με πώληση ή απώλεια;",
            formula: "Τα τρία τέταρτα των κλειστών πήραν λιγότερες ημέρες από τη δημιουργία ως το κλείσιμο.",
            ..PLAIN
        },
        MeasureId::LifetimeP90 => MeasureText {
            name: "Διάρκεια ζωής, εννέα στα δέκα (p90)",
            short: "Διάρκεια p90",
            answers: "Σε πόσες ημέρες κρίνονται εννέα στα δέκα, με πώληση ή απώλεια;",
            formula: "Τα εννέα δέκατα των κλειστών πήραν λιγότερες ημέρες από τη δημιουργία ως το κλείσιμο.",
            ..PLAIN
        },
        _ => MeasureText {
            name: "Μέση διάρκεια ζωής",
            short: "Μέση διάρκεια",
            answers: "Πόσες ημέρες περνούν κατά μέσο όρο ως την πώληση ή την απώλεια;",
            formula: "Άθροισμα ημερών από τη δημιουργία ως το κλείσιμο ÷ κλειστές εγγραφές.",
            ..PLAIN
        },
    }
}

/// Records that are open still, and the median with them.
pub fn open_left_out(records: u64, median: Option<f64>) -> String {
    let open = count(records, "ανοιχτή εγγραφή", "ανοιχτές εγγραφές");
    match median {
        Some(days) => format!(
            "Δεν περιλαμβάνονται: {open}· μαζί τους, οι μισές κρίνονται σε {}.",
            L.days(days)
        ),
        None => {
            format!("Δεν περιλαμβάνονται: {open}· μαζί τους, έχουν κριθεί λιγότερες από τις μισές.")
        }
    }
}
