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
    unconcerned: "Στην περίοδο, αλλά δεν αφορούν αυτό το μέγεθος",
    counted: "Μετρούν στο μέγεθος",
    above: "από αυτές στον αριθμητή",
    below: "από αυτές στον παρονομαστή",
    currency: "Νόμισμα",
    group: "Ομάδα",
    rows: "Γραμμές του μεγέθους",
    other_costs: "Γραμμές άλλων δαπανών",
    activities: "Ενέργειες",
    scores: "Απαντήσεις σε έρευνα",
    plans: "Γραμμές του πλάνου",
    made_of: "Από ποια μεγέθη αποτελείται",
    besides: |n| format!("όλες εκτός από όσες φαίνονται ({n})"),
    grid_hint: "Με τα βέλη μετακινείστε από μέγεθος σε μέγεθος· με Enter βλέπετε από πού προκύπτει.",
};
