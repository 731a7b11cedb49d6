//! Greek: moves between stages.

use crate::engine::report::{FlowOf, MoveKind};
use crate::i18n::Moves;
use crate::i18n::plural::el as count;

fn records(n: u64) -> String {
    count(n, "εγγραφή", "εγγραφές")
}

fn moves(n: u64) -> String {
    count(n, "μετακίνηση", "μετακινήσεις")
}

pub const MOVES: Moves = Moves {
    transitions: "Μετακινήσεις μεταξύ σταδίων",
    series_title: "Μετακινήσεις στον χρόνο",
    matrix_corner: "Από ↓ προς →",
    from: "Από",
    to: "Προς",
    kind_label: "Είδος",
    kind: |kind| match kind {
        MoveKind::Forward => "μπροστά",
        MoveKind::Skipped => "μπροστά, με παράλειψη σταδίων",
        MoveKind::Back => "πίσω",
        MoveKind::Won => "κερδήθηκε",
        MoveKind::Lost => "χάθηκε",
        MoveKind::Reopened => "άνοιξε ξανά",
        MoveKind::AfterWin => "μετά τη νίκη",
    },
    records: "Εγγραφές",
    moves: "Μετακινήσεις",
    amount: "Ποσό",
    grain_label: "Ανά",
    cell: |kind, n, of| format!("{kind}: {}, {}", moves(n), records(of)),
    counted: |n, of| format!("Σύνολο: {}, {}.", moves(n), records(of)),
    period_note: "Η περίοδος επιλέγει τις ημέρες των μετακινήσεων, όποτε κι αν δημιουργήθηκε η εγγραφή.",
    reentered: |n| format!("Σε στάδιο όπου η εγγραφή είχε ξαναβρεθεί: {}.", moves(n)),
    no_returns: "Οι ημερομηνίες σταδίων κρατούν μία είσοδο για το καθένα: επιστροφές και επαναλήψεις δεν φαίνονται. Τις δείχνει ένα ιστορικό σταδίων.",
    openings: |n| {
        format!(
            "Πρώτες είσοδοι στη χοάνη: {}· δεν μετρούν ως μετακινήσεις.",
            count(n, "είσοδος", "είσοδοι")
        )
    },
    undated: |n| format!("Χωρίς ημερομηνία, σε κανένα χρονικό διάστημα: {}.", moves(n)),
    out_of_order: |n| format!("Με ημερομηνίες σταδίων εκτός σειράς: {}.", records(n)),
    by_own_row: |n| {
        format!(
            "Δεν υπάρχουν στο ιστορικό: {}. Η θέση τους προκύπτει από τη γραμμή τους.",
            records(n)
        )
    },

    flow: "Ροή σταδίων",
    of_label: "Πλάτος",
    of: |of| match of {
        FlowOf::Passages => "Εγγραφές που περνούν",
        FlowOf::Amount => "Ποσό",
    },
    began: "Ξεκίνησαν εδώ",
    still_there: "Ακόμη εδώ, ανοικτές",
    flow_counted: |n| format!("Σύνολο: {}.", records(n)),
    passages_note: "Μια εγγραφή που έρχεται δύο φορές σε ένα στάδιο το περνά δύο φορές.",
    unknown_depth: |n| {
        format!(
            "Χάθηκαν χωρίς να είναι γνωστό πού έφτασαν: {}. Φαίνονται ως απώλειες του πρώτου σταδίου.",
            records(n)
        )
    },
    reopened_by_row: |n| {
        format!(
            "Ανοικτές κατά τη γραμμή τους, αν και το ιστορικό τους έχει τελειώσει: {}.",
            records(n)
        )
    },
};
