//! Greek: where a figure comes from.

use crate::i18n::Lineage;

pub const LINEAGE: Lineage = Lineage {
    title: "Από πού προκύπτει",
    records: "Εγγραφές",
    costs: "Γραμμές κόστους",
    all: "Όλες οι γραμμές",
    filtered: "Εκτός λόγω φίλτρων",
    elsewhere: "Σε άλλη ομάδα",
    outside: "Εκτός περιόδου ή χωρίς ημέρα",
    unconcerned: "Στην περίοδο, αλλά δεν αφορούν αυτόν τον δείκτη",
    counted: "Μετρούν στον δείκτη",
    above: "από αυτές στον αριθμητή",
    below: "από αυτές στον παρονομαστή",
    currency: "Νόμισμα",
    group: "Ομάδα",
    rows: "Γραμμές του δείκτη",
    other_costs: "Γραμμές άλλων δαπανών",
    activities: "Ενέργειες",
    scores: "Απαντήσεις σε έρευνα",
    plans: "Γραμμές του πλάνου",
    made_of: "Από ποιους δείκτες αποτελείται",
    besides: |n| format!("όλες εκτός από όσες φαίνονται ({n})"),
    grid_hint: "Με τα βέλη μετακινείστε από δείκτη σε δείκτη· με Enter βλέπετε από πού προκύπτει.",
};
