//! Greek: plans by groups, and working days.

use crate::i18n::plan::sentences;
use crate::i18n::plural::el as count;
use crate::i18n::{MeasureText, Plan};

pub const PLAN: Plan = Plan {
    planning: |planning| {
        sentences(
            planning,
            |n| format!("Στόχος χωρίς αποτέλεσμα: {}.", count(n, "γραμμή", "γραμμές")),
            |n| format!("Αποτέλεσμα χωρίς στόχο: {}.", count(n, "γραμμή", "γραμμές")),
        )
    },
    working_days: |over, of, are_assumed| {
        let days = match are_assumed {
            true => "Δευτέρα έως Παρασκευή, αφού δεν ορίστηκαν ώρες εργασίας",
            false => "με τις ώρες εργασίας που ορίστηκαν",
        };
        format!(
            "Πέρασαν {over} από τις {of} εργάσιμες ημέρες ({days})· οι αργίες δεν είναι γνωστές."
        )
    },
};

pub const REVENUE_RUN_RATE: MeasureText = MeasureText {
    name: "Έσοδα με τον ίδιο ρυθμό, ανά εργάσιμη ημέρα",
    short: "Ρυθμός, εργάσιμες",
    answers: "Πού θα κλείσει η περίοδος, αν κάθε εργάσιμη ημέρα φέρνει όσα ως τώρα;",
    formula: "Έσοδα ÷ μέρος των εργάσιμων ημερών της περιόδου που πέρασε.",
    unit: "ποσό",
    basis: "Συμβάντα της περιόδου.",
    empty_when: "Δεν έχει επιλεγεί περίοδος ή δεν πέρασε καμία εργάσιμη ημέρα της.",
    cautions: "Συνεχίζει ευθεία: χωρίς εποχές, χωρίς pipeline. Εργάσιμες είναι οι ημέρες των ωρών εργασίας, αλλιώς Δευτέρα έως Παρασκευή· οι αργίες δεν είναι γνωστές.",
};
