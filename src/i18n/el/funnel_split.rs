//! Greek: the funnel by the groups of a dimension.

use crate::engine::report::FunnelRate;
use crate::i18n::FunnelSplit;
use crate::i18n::label::lower_first;

pub const FUNNEL_SPLIT: FunnelSplit = FunnelSplit {
    title: |dimension| format!("Χοάνη ανά ομάδα: {}", lower_first(dimension)),
    rate_label: "Τι συγκρίνουν οι ράβδοι",
    rate: |rate| match rate {
        FunnelRate::OfFirst => "ποσοστό όσων μπήκαν",
        FunnelRate::OfPrevious => "ποσοστό του προηγούμενου σταδίου",
    },
    rate_of: |stage, rate| match rate {
        FunnelRate::OfFirst => format!("{stage}, % του πρώτου"),
        FunnelRate::OfPrevious => format!("{stage}, % του προηγούμενου"),
    },
    others: "Σε σχέση με τις υπόλοιπες",
    others_hint: "Πόσο απέχει το συνολικό ποσοστό μετατροπής από εκείνο όλων των άλλων ομάδων μαζί, \
                  με εμπιστοσύνη 95%. Όταν οι ομάδες είναι πολλές, μία στις είκοσι διαφέρει τυχαία.",
    all_others: "Όλες οι υπόλοιπες ομάδες",
    between: |low, high| format!("Με εμπιστοσύνη 95%, από {low} έως {high}."),
    reading: |rate| match rate {
        FunnelRate::OfFirst => {
            "Η ράβδος του πρώτου σταδίου δείχνει πόσες εγγραφές μπήκαν, των άλλων ποιο ποσοστό τους \
             έφτασε ως εκεί· συγκρίνονται οι ράβδοι του ίδιου σταδίου. Η γραμμή δείχνει το ποσοστό \
             όλων. Όπου μπήκαν λιγότερες από 10, φαίνονται μόνο οι αριθμοί, χωρίς ράβδο."
        }
        FunnelRate::OfPrevious => {
            "Η ράβδος του πρώτου σταδίου δείχνει πόσες εγγραφές μπήκαν, των άλλων ποιο ποσοστό του \
             προηγούμενου σταδίου προχώρησε· συγκρίνονται οι ράβδοι του ίδιου σταδίου. Η γραμμή \
             δείχνει το ποσοστό όλων. Όπου μπορούσαν να προχωρήσουν λιγότερες από 10, φαίνονται μόνο \
             οι αριθμοί, χωρίς ράβδο."
        }
    },
    own_channel: "Εδώ κάθε εγγραφή μετρά στο δικό της κανάλι, αφού δεν φτάνει σε στάδιο κατά μέρη.",
    first_record: "Όποιος έχει πολλές εγγραφές ανήκει στην ομάδα της πρώτης.",
};
