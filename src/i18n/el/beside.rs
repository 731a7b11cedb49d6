//! Greek: what a figure is compared with.

use crate::i18n::Beside;

pub const BESIDE: Beside = Beside {
    title: "Σε σύγκριση με",
    difference: "Διαφορά",
    of_first: |filter| format!("Τμήμα Α: {filter}"),
    of_second: |filter| format!("Τμήμα Β: {filter}"),
    planned: "Το άθροισμα των γραμμών του πλάνου που ανήκουν εδώ.",
    plan_is_no_sample: "Το πλάνο είναι απόφαση, γι’ αυτό δεν ελέγχεται αν η διαφορά από αυτό είναι τυχαία.",
    of_entered: |entered| format!("από {entered} που μπήκαν στη χοάνη"),
};
