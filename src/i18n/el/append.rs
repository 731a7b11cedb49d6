//! Greek: several files as one table.

use super::{L, names::NAMES};
use crate::engine::append::{ColumnNote, JoinReason, Refusal};
use crate::i18n::Append;
use crate::i18n::plural::el as count;

pub const APPEND: Append = Append {
    joined: |n| format!("{} σε έναν πίνακα", files(n)),
    apart: |n| format!("{} χωριστά", files(n)),
    offered: |n| format!("{} που μπορούν να γίνουν ένας πίνακας", files(n)),
    reason,
    note,
    refusal,

    days: "Ημέρες",
    read: "Γραμμές που διαβάστηκαν",
    counted: "Μετριούνται",
    overlap: "Επικάλυψη",
    copies: "Αντίγραφα εκτός",
    total: "Σύνολο",
    key_rule: |key, modified| match modified {
        Some(column) => format!(
            "Γραμμές διαφορετικών αρχείων με το ίδιο «{key}» είναι μία εγγραφή: μετριέται η πιο πρόσφατη κατά «{column}»."
        ),
        None => format!(
            "Γραμμές διαφορετικών αρχείων με το ίδιο «{key}» είναι μία εγγραφή: μετριέται το νεότερο αρχείο."
        ),
    },
    no_key: "Δεν έχει οριστεί κλειδί: γραμμές που υπάρχουν σε δύο αρχεία μετριούνται δύο φορές.",
    restated: |n| {
        let rows = count(n, "γραμμή που εξαιρέθηκε διαφέρει", "γραμμές που εξαιρέθηκαν διαφέρουν");
        format!("{rows} από εκείνη που μετριέται.")
    },
    doubted: |key| {
        format!(
            "Οι ίδιες τιμές του «{key}» ανήκουν σε διαφορετικές εγγραφές, γι’ αυτό δεν εξαιρέθηκε τίποτα."
        )
    },
    shared_days: |days, n| {
        let days = count(days, "ημέρα υπάρχει", "ημέρες υπάρχουν");
        format!("{days} σε περισσότερα αρχεία, με {} που μετριούνται όλες.", rows(n))
    },
    count_once: |n| {
        format!("Να μη μετριούνται {}", count(n, "ακριβές αντίγραφο", "ακριβή αντίγραφα"))
    },

    split: "Να μείνουν χωριστά αρχεία",
    join: "Να διαβαστούν ως ένας πίνακας",
    take_out: |file| format!("Αφαίρεση του {file} από τον πίνακα"),
    add_file: "Προσθήκη αρχείου…",
    change_key: "Αλλαγή κλειδιού",
    trust_key: "Να ισχύσει ως κλειδί παρ’ όλα αυτά",
    show_left: |n| {
        let rows = count(n, "γραμμής που εξαιρέθηκε", "γραμμών που εξαιρέθηκαν");
        format!("Εμφάνιση {rows}")
    },
    download_left: "Λήψη ως CSV",
    left_why: "Γιατί",
    left_copy: "ακριβές αντίγραφο",
    left_overlap: "μετριέται σε άλλο αρχείο",
    left_first: |shown, total| format!("οι πρώτες {} από {}", L.count(shown), L.count(total)),
    left_file: "εκτός",
};

fn files(n: u64) -> String {
    count(n, "αρχείο", "αρχεία")
}

fn rows(n: u64) -> String {
    count(n, "γραμμή", "γραμμές")
}

fn reason(reason: &JoinReason) -> String {
    match reason {
        JoinReason::Columns { shared, of } if shared == of => {
            format!("οι ίδιες {}", count(*of, "στήλη", "στήλες"))
        }
        JoinReason::Columns { shared, of } => {
            format!("κοινές {} από {}", L.count(*shared), count(*of, "στήλη", "στήλες"))
        }
        JoinReason::Names => "ονόματα που διαφέρουν μόνο σε ημερομηνία ή αριθμό".to_owned(),
        JoinReason::Periods => "περίοδοι που ακολουθούν η μία την άλλη".to_owned(),
    }
}

fn note(note: &ColumnNote) -> String {
    match note {
        ColumnNote::Missing { header, files, of, cells } => format!(
            "Η στήλη «{header}» υπάρχει μόνο σε {} από {}: {} χωρίς αυτήν.",
            L.count(of - files),
            count(*of, "αρχείο", "αρχεία"),
            rows(*cells),
        ),
        ColumnNote::Renamed { header, others } => {
            format!("Η στήλη «{header}» γράφεται και: {}.", others.join(", "))
        }
        ColumnNote::Midnight { header } => format!(
            "Η «{header}» έχει σε άλλα αρχεία ημέρες και σε άλλα ώρες: μια ημέρα μετρά ως τα μεσάνυχτά της."
        ),
        ColumnNote::AsText { header, kinds } => {
            let kinds: Vec<&str> = kinds.iter().map(|k| (NAMES.column_type)(*k)).collect();
            let kinds = kinds.join(", ");
            format!(
                "Η «{header}» έχει διαφορετικό περιεχόμενο ({kinds}): όλα έγιναν κείμενο, όπως διαβάστηκαν σε κάθε αρχείο."
            )
        }
        ColumnNote::CurrencyByRow { header, column, currencies } => {
            let currencies = currencies.join(", ");
            format!(
                "Η «{header}» είναι σε {currencies}: η στήλη «{column}» λέει ποιο ισχύει σε κάθε γραμμή. Δεν προστίθενται ποτέ."
            )
        }
    }
}

fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NothingInCommon => "Δεν έχουν καμία κοινή στήλη.".to_owned(),
        Refusal::TooLarge => {
            "Μαζί είναι μεγαλύτερα από όσο χωρά ένας πίνακας (4 GB κειμένου σε μια στήλη)."
                .to_owned()
        }
        Refusal::Currencies { file, currencies } => {
            let currencies = currencies.join(", ");
            format!(
                "Το {file} έχει ποσά σε {currencies}, σε στήλες που στα άλλα αρχεία είναι σε άλλα νομίσματα."
            )
        }
    }
}
