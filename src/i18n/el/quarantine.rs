//! Greek: what could not be read, and putting it right.

use super::{L, names::NAMES};
use crate::engine::table::ColumnType;
use crate::i18n::Quarantine;
use crate::i18n::plural::el as count;

pub const QUARANTINE: Quarantine = Quarantine {
    rows_read: |n| count(n, "γραμμή διαβάστηκε", "γραμμές διαβάστηκαν"),
    cells_unread: |n| count(n, "κελί δεν διαβάστηκε", "κελιά δεν διαβάστηκαν"),
    damaged: |n| count(n, "αλλοιωμένο σημείο", "αλλοιωμένα σημεία"),
    subtotals: |n| format!("{} ανάμεσα στις γραμμές", count(n, "μερικό σύνολο", "μερικά σύνολα")),
    to_confirm: |n| format!("{} προς επιβεβαίωση", count(n, "στήλη", "στήλες")),
    corrected: |n| count(n, "κελί διορθώθηκε", "κελιά διορθώθηκαν"),
    to_look_at: |n| format!("{} για έλεγχο", count(n, "αρχείο", "αρχεία")),
    nothing_odd: "διαβάστηκαν όλα",
    reading_again: "Νέα ανάγνωση…",

    title: "Τι να γνωρίζετε για το αρχείο",
    download: "Λήψη ως CSV",
    from_line: |line| format!("από τη γραμμή {}", L.count(line.into())),
    line: |line| format!("γραμμή {}", L.count(line.into())),
    record: |record| format!("εγγραφή {}", L.count(record.into())),
    more_lines: |n| format!("και {} ακόμη", L.count(n)),
    more_places: "Εμφάνιση περισσότερων",
    kept: |kept, of| format!("Εμφανίζονται τα πρώτα {} από {} σημεία.", L.count(kept), L.count(of)),
    record_heading: "Εγγραφή",

    show_in_file: "Εμφάνιση στο αρχείο",
    hide: "Απόκρυψη",
    context: |line| format!("Γύρω από τη γραμμή {}", L.count(line.into())),
    context_note: "Τα κελιά όπως διαβάστηκαν· όσα δεν διαβάστηκαν, όπως είναι στο αρχείο.",
    place_of: |n, of| format!("{} από {}", L.count(n), L.count(of)),
    previous_place: "Προηγούμενο σημείο",
    next_place: "Επόμενο σημείο",
    set_aside: "εκτός πίνακα",

    correct: "Διόρθωση…",
    correct_as: |text| format!("Το «{text}» να διαβάζεται ως"),
    apply: "Εφαρμογή",
    leave_empty: "Να μείνει κενό",
    unfit: |kind| format!("Δεν διαβάζεται ακόμη ως {}.", (NAMES.column_type)(kind)),
    correction_note: "Μένει στις ρυθμίσεις μαζί με αυτό το κείμενο· το επόμενο αρχείο θα διαβαστεί \
        με τον ίδιο τρόπο.",
    take_back: "Αναίρεση",
    read_as: |reading| format!("διαβάζεται ως «{reading}»"),
    read_as_empty: "θεωρείται κενό",

    which_date: |column, text| {
        format!("«{column}»: η ημέρα δεν ξεχωρίζει από τον μήνα. Τι σημαίνει {text};")
    },
    which_order: |column| {
        format!("«{column}»: η ημέρα δεν ξεχωρίζει από τον μήνα. Τι γράφεται πρώτο;")
    },
    which_number: |column, text| {
        format!("«{column}»: οι χιλιάδες δεν ξεχωρίζουν από τα δεκαδικά. Τι σημαίνει {text};")
    },
    which_sign: |column| {
        format!(
            "«{column}»: οι χιλιάδες δεν ξεχωρίζουν από τα δεκαδικά. Ποιο είναι το σύμβολο των \
             δεκαδικών;"
        )
    },
    assumed: "υπόθεση",
    confirmed: "Επιβεβαιώθηκε",

    sheet: "Φύλλο",
    inner_file: "Αρχείο μέσα",
    quotes: "Εισαγωγικά",
    double_quotes: "διπλά",
    single_quotes: "μονά",
    no_quotes: "χωρίς",
    which_lines: "Ποιες γραμμές διαβάζονται σωστά;",
    plain_letters: "Μόνο λατινικά γράμματα χωρίς τόνους: κάθε κωδικοποίηση τα διαβάζει το ίδιο.",
    other_encoding: "Άλλη κωδικοποίηση",
    in_use: "σε χρήση",
    by_itself: "Αυτόματα",
    what_follows: "Τι προκύπτει από αυτό",
    column_panel: |column| format!("Ανάγνωση της στήλης «{column}»"),
    type_label: "Τύπος",
    type_name: |kind| match kind {
        ColumnType::Text => "Κείμενο",
        ColumnType::Integer => "Ακέραιος",
        ColumnType::Decimal => "Αριθμός",
        ColumnType::Money => "Ποσό",
        ColumnType::Percent => "Ποσοστό",
        ColumnType::Day => "Ημερομηνία",
        ColumnType::Moment => "Ημερομηνία και ώρα",
        ColumnType::Time => "Ώρα",
        ColumnType::Flag => "Ναι ή όχι",
    },

    came_back: |back, left| {
        let back = count(back, "ακόμη κελί διαβάστηκε.", "ακόμη κελιά διαβάστηκαν.");
        match left {
            0 => back,
            _ => format!("{back} Απομένουν {}.", L.count(left)),
        }
    },
    worse: |more| {
        let cells = count(more, "ακόμη κελί δεν διαβάζεται", "ακόμη κελιά δεν διαβάζονται");
        format!("Έτσι {cells}. Η αναίρεση επαναφέρει την προηγούμενη ανάγνωση.")
    },
    read_again: "Το αρχείο διαβάστηκε ξανά.",
    columns_window: |first, last, of| {
        format!("Στήλες {} έως {} από {}", L.count(first), L.count(last), L.count(of))
    },
    previous_columns: "Προηγούμενες στήλες",
    next_columns: "Επόμενες στήλες",
};
