//! Greek: boxes and curves.

use crate::engine::report::{SpreadOf, SpreadView};
use crate::i18n::SpreadViews;
use crate::i18n::plural::el as count;

pub const SPREAD_VIEWS: SpreadViews = SpreadViews {
    view_label: "Προβολή",
    view: |view| match view {
        SpreadView::Histogram => "ιστόγραμμα",
        SpreadView::Box => "θηκόγραμμα",
        SpreadView::Survival => "καμπύλη με τις ανοιχτές",
    },
    split_label: "Διάκριση ανά",
    in_stage: |stage| format!("Ημέρες στο στάδιο: {stage}"),
    all: "Όλες",
    group: "Ομάδα",
    low_whisker: "Κάτω απόληξη",
    high_whisker: "Άνω απόληξη",
    below: "Κάτω",
    above: "Πάνω",
    box_hint: "Η θήκη έχει το μεσαίο μισό των τιμών, η γραμμή είναι η διάμεσος. Οι απολήξεις φτάνουν ως την πιο μακρινή τιμή μέσα σε 1,5 μήκος της θήκης· όσες είναι πέρα από αυτές μετρώνται δίπλα. Τεταρτημόρια όπως στην PERCENTILE.INC.",
    days: "ημέρες",
    watched: "Εγγραφές",
    ended: |of| match of {
        SpreadOf::DaysToWin => "Κερδισμένες",
        SpreadOf::DaysToLose => "Χαμένες",
        SpreadOf::InStage { .. } => "Έφυγαν",
        _ => "Κλειστές",
    },
    ended_otherwise: "Άλλη έκβαση",
    still: "Ακόμη ανοιχτές",
    at_risk: "Σε εξέλιξη πριν",
    share: |of| match of {
        SpreadOf::DaysToWin => "Κερδισμένες ως τότε",
        SpreadOf::DaysToLose => "Χαμένες ως τότε",
        SpreadOf::InStage { .. } => "Ακόμη στο στάδιο",
        _ => "Ακόμη ανοιχτές",
    },
    interval: "Διάστημα 95%",
    interval_ends: ["95%, από", "95%, έως"],
    not_reached: "δεν επιτεύχθηκε",
    curves: "Καμπύλες",
    steps: "Ανά ημέρα",
    curve_hint: |of| match of {
        SpreadOf::DaysToWin => {
            "Ποσοστό που κερδήθηκε ως εκείνη την ημέρα· όσες χάθηκαν δεν κερδίζονται πια (Aalen–Johansen). Ζώνη: 95%, log-log."
        }
        SpreadOf::DaysToLose => {
            "Ποσοστό που χάθηκε ως εκείνη την ημέρα· όσες κερδήθηκαν δεν χάνονται πια (Aalen–Johansen). Ζώνη: 95%, log-log."
        }
        _ => {
            "Ποσοστό που συνεχίζεται μετά από εκείνη την ημέρα (Kaplan–Meier). Ζώνη: 95%, Greenwood, log-log."
        }
    },
    who: "Όλες οι εγγραφές που δημιουργήθηκαν στην περίοδο, σε κάθε βάση· οι ανοιχτές παρακολουθούνται ως την τελευταία ημέρα των δεδομένων, όπου η καμπύλη έχει μικρές γραμμές.",
    few: |n| format!("Μόνο {}: η ζώνη δείχνει πόσο λίγα λένε.", count(n, "εγγραφή", "εγγραφές")),
    no_curve: "Καμπύλη έχουν μόνο οι χρόνοι (ως την πώληση, την απώλεια, το κλείσιμο, σε στάδιο): άλλες τιμές δεν διαρκούν.",
    none_ended: "Καμία δεν έχει λήξει ακόμη έτσι: η καμπύλη μένει εκεί όπου αρχίζει.",
    share_of: |of, part, all| match of {
        SpreadOf::DaysToWin | SpreadOf::DaysToLose => {
            format!("{part} από {all} ως τότε· οι ανοιχτές μετρούν για όσο παρακολουθήθηκαν.")
        }
        _ => format!(
            "{part} από {all} παρακολουθήθηκαν πέρα από αυτή την ημέρα· οι ανοιχτές ως τότε."
        ),
    },
    day: |day| format!("ημέρα {}", day),
};
