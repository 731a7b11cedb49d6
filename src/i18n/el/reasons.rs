//! Greek: lost reasons.

use crate::engine::report::ReasonsOf;
use crate::i18n::Reasons;
use crate::i18n::plural::el as count;

pub const REASONS: Reasons = Reasons {
    name: "Λόγοι απώλειας",
    title: |of| match of {
        ReasonsOf::Lost => "Λόγοι απώλειας",
        ReasonsOf::Amount => "Λόγοι απώλειας κατά ποσό",
    },
    of_label: "Μέτρηση κατά",
    of: |of| match of {
        ReasonsOf::Lost => "Χαμένες",
        ReasonsOf::Amount => "Χαμένο ποσό",
    },
    reason: "Λόγος",
    no_reason: "Χωρίς λόγο",
    lost: "Χαμένες",
    share: "Μερίδιο",
    cumulative: "Αθροιστικά",
    cumulative_hint: "Αυτός ο λόγος μαζί με όλους τους βαρύτερους, ως μερίδιο όσων χάθηκαν.",
    split_label: "Ανάλυση κατά",
    stage_lost_at: "Στάδιο απώλειας",
    stage_unknown: "Άγνωστο στάδιο",
    reason_label: "Στήλη με τους λόγους",
    counted: |n| format!("Χαμένες: {}.", count(n, "εγγραφή", "εγγραφές")),
    without: |n| {
        format!("Χωρίς λόγο: {}. Μετρά και αυτό ως λόγος.", count(n, "εγγραφή", "εγγραφές"))
    },
    undated: |n| {
        format!(
            "Εκτός περιόδου, επειδή λείπει η ημερομηνία κλεισίματος: {}.",
            count(n, "χαμένη εγγραφή", "χαμένες εγγραφές")
        )
    },
};
