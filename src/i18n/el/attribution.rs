//! Greek: attribution.

use crate::engine::attribution::Model;
use crate::engine::report::{AttributionOf, TouchLack};
use crate::i18n::AttributionWords;
use crate::i18n::plural::el as count;

pub const ATTRIBUTION: AttributionWords = AttributionWords {
    name: "Απόδοση σε κανάλια",
    title: |of| match of {
        AttributionOf::Won => "Απόδοση των κερδισμένων πωλήσεων".to_owned(),
        AttributionOf::Revenue => "Απόδοση των εσόδων".to_owned(),
    },
    of: |of| match of {
        AttributionOf::Won => "Κερδισμένες πωλήσεις",
        AttributionOf::Revenue => "Έσοδα",
    },
    of_label: "Τι αποδίδεται",
    channel: "Κανάλι",
    models_label: "Μοντέλα",
    model: |model| match model {
        Model::First => "Πρώτη επαφή",
        Model::Last => "Τελευταία επαφή",
        Model::LastNonDirect => "Τελευταία μη άμεση",
        Model::Linear => "Γραμμικό",
        Model::UShaped => "Σχήμα U",
        Model::WShaped => "Σχήμα W",
        Model::FullPath => "Πλήρης διαδρομή",
        Model::JShaped => "Σχήμα J",
        Model::InverseJ => "Αντίστροφο J",
        Model::TimeDecay => "Χρονική φθορά",
        Model::Markov => "Αλυσίδα Markov",
        Model::Shapley => "Τιμή Shapley",
    },
    rule: |model| match model {
        Model::First => "Όλη η πώληση πιστώνεται στην πρώτη επαφή.",
        Model::Last => "Όλη η πώληση πιστώνεται στην τελευταία επαφή πριν από αυτήν.",
        Model::LastNonDirect => {
            "Όλη η πώληση πιστώνεται στην τελευταία μη άμεση επαφή· σε άμεση μόνο αν δεν υπάρχει άλλη."
        }
        Model::Linear => "Κάθε επαφή παίρνει το ίδιο μερίδιο.",
        Model::UShaped => {
            "40% στην πρώτη επαφή, 40% σε εκείνη όπου δημιουργήθηκε το lead, 20% εξίσου στις υπόλοιπες."
        }
        Model::WShaped => {
            "Από 30% στην πρώτη επαφή και σε εκείνες όπου δημιουργήθηκαν το lead και η ευκαιρία, 10% εξίσου στις υπόλοιπες."
        }
        Model::FullPath => {
            "Από 22,5% στην πρώτη επαφή, στη δημιουργία του lead, στη δημιουργία της ευκαιρίας και στην τελευταία επαφή, 10% εξίσου στις υπόλοιπες."
        }
        Model::JShaped => "20% στην πρώτη επαφή, 60% στην τελευταία, 20% εξίσου στις υπόλοιπες.",
        Model::InverseJ => "60% στην πρώτη επαφή, 20% στην τελευταία, 20% εξίσου στις υπόλοιπες.",
        Model::TimeDecay => {
            "Όσο πιο κοντά στην πώληση, τόσο περισσότερο: το βάρος μιας επαφής πέφτει στο μισό για κάθε χρόνο ημιζωής πριν από αυτήν."
        }
        Model::Markov => {
            "Πόσο λιγότερες θα ήταν οι πωλήσεις αν το κανάλι δεν οδηγούσε πουθενά, από τις διαδρομές κερδισμένων και χαμένων."
        }
        Model::Shapley => {
            "Η πώληση μοιράζεται εξίσου στα κανάλια που την άγγιξαν, όσες φορές κι αν το έκανε το καθένα."
        }
    },
    lack: |lack| match lack {
        TouchLack::OneTouch => {
            "Τα αρχεία δίνουν μία πηγή ανά εγγραφή. Χρειάζεται αρχείο επαφών: εγγραφή, ημερομηνία, πηγή."
        }
        TouchLack::EndsOnly => {
            "Τα αρχεία δίνουν μόνο την πρώτη και την τελευταία πηγή. Χρειάζεται αρχείο επαφών."
        }
        TouchLack::NoDays => "Οι επαφές ή οι εγγραφές δεν έχουν ημερομηνίες.",
        TouchLack::NoOpportunityDay => {
            "Το στάδιο μετά το «Ποιοτικό» δεν έχει ημερομηνίες (ή δεν υπάρχει), κι έτσι δεν φαίνεται πότε έγινε ευκαιρία."
        }
        TouchLack::NothingToLearn => {
            "Μαθαίνει από κερδισμένες και χαμένες εγγραφές, και εδώ λείπουν οι μεν ή οι δε."
        }
    },
    half_life_label: "Χρόνος ημιζωής",
    half_life: |days| format!("ημιζωή {}", count(days.into(), "ημέρα", "ημέρες")),
    touched: |wins, touches, several| {
        format!(
            "{} · {} · με περισσότερες από μία: {several}",
            count(wins, "πώληση", "πωλήσεις"),
            count(touches, "επαφή", "επαφές")
        )
    },
    by_own_source: |n| {
        let wins = count(n, "πώληση", "πωλήσεις");
        format!(
            "Δεν υπάρχουν στο αρχείο επαφών: {wins}. Γι’ αυτές ισχύει η πηγή της ίδιας της εγγραφής."
        )
    },
    unknown: |n| {
        format!(
            "{} με εγγραφές που δεν υπάρχουν στα αρχεία έμειναν έξω.",
            count(n, "επαφή", "επαφές")
        )
    },
    absent: |models, why| format!("Δεν προκύπτουν από αυτά τα αρχεία: {models}. {why}"),
    total: "Σύνολο",
    credit_label: "Κανάλι κατά",
    own_channel: "πηγή εγγραφής",
    credit: |model, rule, is_parted| {
        let parts = " Οι εγγραφές μοιράζονται στα κανάλια, άρα τα πλήθη είναι αθροίσματα μεριδίων· τα σύνολα μένουν ίδια.";
        format!("Κανάλια: {model}. {rule}{}", if is_parted { parts } else { "" })
    },
};
