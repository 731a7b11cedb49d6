//! Greek: comparisons.

use crate::engine::report::Compared;
use crate::i18n::Compare;

pub const COMPARE: Compare = Compare {
    name: |compared| match compared {
        Compared::Earlier => "Πριν",
        Compared::Target => "Στόχος",
        Compared::Segment => "Τμήμα Β",
    },
    of_plan: |plan| format!("στόχος {plan}"),
    of_segment: |figure| format!("Β: {figure}"),
    no_plan: "κανένα αρχείο δεν έχει στόχους",
    plan_by_events: |basis| format!("στόχοι πωλήσεων: μόνο με βάση «{basis}»"),
    segments: "Τμήματα",
    first: "Α",
    second: "Β",
    choose: "επιλέξτε…",
    line: |first, second| format!("Οι δείκτες αφορούν το Α ({first}), δίπλα στο Β ({second})."),
    changes: "Μεταβολές",
    changes_hint: "Δίπλα σε κάθε δείκτη πόσο διαφέρει από αυτό με το οποίο συγκρίνεται η αναφορά",
    chance_head: "Διαφορά, 95%",
    sure: |low, high| format!("από {low} έως {high}"),
};
