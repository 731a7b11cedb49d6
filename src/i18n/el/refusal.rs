//! Greek: why a file is not read, and what to do instead.

use super::L;
use super::trouble::place;
use crate::engine::error::{Bound, ImportError};
use crate::engine::import::container::{Fault, Limit};
use crate::engine::import::{Foreign, foreign};
use crate::i18n::Help;
use crate::i18n::label::some_names;
use crate::i18n::plural::el as count;

pub fn import_error(error: &ImportError) -> Help {
    let (what, todo) = match error {
        ImportError::Empty { .. } => (
            "Το αρχείο είναι κενό.".to_owned(),
            "Κάντε ξανά την εξαγωγή και δείτε αν έχει γραμμές.".to_owned(),
        ),
        ImportError::NotATable { format, .. } => not_a_table(format),
        ImportError::Unreadable { reason, .. } => (
            format!("Το αρχείο δεν διαβάζεται: {reason}."),
            "Ίσως μετακινήθηκε, άλλαξε ή το κρατά άλλο πρόγραμμα. Σύρετέ το ξανά.".to_owned(),
        ),
        ImportError::UnknownEncoding { label, .. } => (
            format!("Δεν υπάρχει κωδικοποίηση «{label}»."),
            "Επιλέξτε άλλη κωδικοποίηση ή αφήστε την αυτόματη.".to_owned(),
        ),
        ImportError::TooLarge { bound, .. } => match bound {
            Bound::Columns(n) => (
                format!("Το αρχείο έχει πάνω από {} στήλες.", L.count(*n)),
                "Ελέγξτε το διαχωριστικό ή εξαγάγετε λιγότερες στήλες.".to_owned(),
            ),
            Bound::Rows(n) => (
                format!("Το αρχείο έχει πάνω από {} γραμμές.", L.count(*n)),
                "Εξαγάγετέ το σε μέρη, για παράδειγμα ανά έτος.".to_owned(),
            ),
            Bound::FileBytes(n) => (
                format!("Το αρχείο ξεπερνά τα {}· περισσότερα δεν αποσυμπιέζονται.", L.bytes(*n)),
                "Αποθηκεύστε το ως CSV ή σε μέρη.".to_owned(),
            ),
            Bound::RecordBytes(n) => (
                format!("Μία γραμμή ξεπερνά τα {}.", L.bytes(*n)),
                "Λείπουν τα τέλη γραμμών ή δεν κλείνει ένα εισαγωγικό. Εξαγάγετέ το ξανά."
                    .to_owned(),
            ),
            Bound::ColumnBytes(n) => (
                format!("Τα κείμενα μίας στήλης ξεπερνούν μαζί τα {}.", L.bytes(*n)),
                "Εξαγάγετέ το χωρίς αυτή τη στήλη ή σε μέρη.".to_owned(),
            ),
        },
        ImportError::Zeros { place: spot } => (
            format!(
                "Από το byte {} και μετά το αρχείο έχει μόνο μηδενικά.",
                L.count(spot.byte.unwrap_or(0))
            ),
            "Δεν γράφτηκε ως το τέλος ή έχει χαλάσει. Εξαγάγετε ή αντιγράψτε το ξανά.".to_owned(),
        ),
        ImportError::Damaged { format, fault, .. } => (
            format!(
                "Το αρχείο {format} δεν ανοίγει: {}.",
                fault_text(*fault),
                format = format.name()
            ),
            "Κατεβάστε το ή εξαγάγετέ το ξανά.".to_owned(),
        ),
        ImportError::Encrypted { format, .. } => (
            format!("Το αρχείο {format} ανοίγει μόνο με κωδικό.", format = format.name()),
            "Αποθηκεύστε το χωρίς κωδικό ή ως CSV.".to_owned(),
        ),
        ImportError::Oversized { format, limit, .. } => oversized(format.name(), *limit),
        ImportError::NothingInside { format, names, .. } => nothing_inside(format.name(), names),
        ImportError::Several { names, .. } => (
            format!(
                "Το συμπιεσμένο αρχείο έχει {}: {}.",
                count(names.len() as u64, "πίνακα", "πίνακες"),
                some_names(names)
            ),
            "Πείτε ποιον θέλετε.".to_owned(),
        ),
        ImportError::EntryMissing { entry, names, .. } => (
            format!("Δεν υπάρχει πια «{entry}» μέσα στο αρχείο."),
            format!("Επιλέξτε ένα από αυτά: {}.", some_names(names)),
        ),
        ImportError::ReaderMissing { format, reason, .. } => (
            format!(
                "Δεν φορτώθηκε το τμήμα του Tundish που διαβάζει {format}: {reason}.",
                format = format.name()
            ),
            "Ανανεώστε τη σελίδα με σύνδεση στο διαδίκτυο ή αποθηκεύστε το αρχείο ως CSV."
                .to_owned(),
        ),
    };
    Help { what, place: place(error.place()), todo }
}

fn not_a_table(format: &str) -> (String, String) {
    let kind = foreign(format);
    let what = match kind {
        Foreign::Unknown => "Δεν είναι κείμενο ούτε κάποια γνωστή εδώ μορφή.".to_owned(),
        Foreign::Page => "Είναι ιστοσελίδα (HTML) χωρίς πίνακα.".to_owned(),
        _ => format!("Είναι αρχείο {format} και όχι πίνακας κειμένου."),
    };
    let todo = match kind {
        Foreign::Picture => {
            "Πίνακας σε εικόνα δεν διαβάζεται. Εξαγάγετε τον ίδιο τον πίνακα ως CSV ή Excel."
        }
        Foreign::Recording => {
            "Ήχος και βίντεο δεν έχουν πίνακες. Σύρετε εδώ ένα αρχείο CSV ή Excel."
        }
        Foreign::Archive => "Αποσυμπιέστε το και σύρετε τα αρχεία του ή βάλτε τα σε ZIP.",
        Foreign::Document => {
            "Τα έγγραφα δεν έχουν κελιά. Εξαγάγετε τον πίνακα ως CSV ή Excel από εκεί που έγινε."
        }
        Foreign::Spreadsheet => {
            "Ανοίξτε το στο πρόγραμμα που το έφτιαξε και αποθηκεύστε το ως XLSX ή CSV."
        }
        Foreign::Structured => "Εξαγάγετε τα δεδομένα ως CSV από το σύστημα προέλευσης.",
        Foreign::Page => {
            "Μην αποθηκεύετε τη σελίδα: πατήστε «Εξαγωγή» στην αναφορά και επιλέξτε CSV ή Excel."
        }
        Foreign::Program | Foreign::Unknown => {
            "Εξαγάγετε τον πίνακα ως CSV ή Excel και σύρετε εκείνο το αρχείο."
        }
    };
    (what, todo.to_owned())
}

fn fault_text(fault: Fault) -> &'static str {
    match fault {
        Fault::Truncated => "τελειώνει πριν την ώρα του",
        Fault::Checksum => "το άθροισμα ελέγχου δεν ταιριάζει με το περιεχόμενο",
        Fault::Structure => "δεν είναι γραμμένο όπως ορίζει η μορφή του",
        Fault::Packing => "είναι συμπιεσμένο με τρόπο που δεν διαβάζεται εδώ (μόνο Deflate)",
    }
}

fn oversized(format: &str, limit: Limit) -> (String, String) {
    let (what, todo) = match limit {
        Limit::Bytes(n) => (
            format!(
                "Το αρχείο {format} αποσυμπιέζεται σε περισσότερα από {}, που είναι το όριο.",
                L.bytes(n)
            ),
            "Εξαγάγετε μικρότερη περίοδο ή λιγότερες στήλες.",
        ),
        Limit::Ratio(n) => (
            format!(
                "Το αρχείο {format} αποσυμπιέζεται σε πάνω από {} φορές το μέγεθός του, που είναι το όριο.",
                L.count(n.into())
            ),
            "Αν ξέρετε τι έχει μέσα, αποσυμπιέστε το μόνοι σας και σύρετε το περιεχόμενο.",
        ),
        Limit::Entries(n) => (
            format!(
                "Το αρχείο {format} έχει πάνω από {} αρχεία, που είναι το όριο.",
                L.count(n.into())
            ),
            "Αποσυμπιέστε το και σύρετε μόνο όσα χρειάζεστε.",
        ),
    };
    (what, todo.to_owned())
}

fn nothing_inside(format: &str, names: &[String]) -> (String, String) {
    let what = if names.is_empty() {
        format!("Το αρχείο {format} είναι άδειο.")
    } else {
        format!("Το αρχείο {format} δεν έχει πίνακες, μόνο: {}.", some_names(names))
    };
    (what, "Βάλτε μέσα αρχεία CSV ή Excel ή σύρετέ τα όπως είναι.".to_owned())
}
