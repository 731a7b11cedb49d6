//! Greek: words about figures.

use crate::engine::measure::MeasureGroup;
use crate::i18n::Figures;

pub const FIGURES: Figures = Figures {
    group: |group| match group {
        MeasureGroup::Leads => "Leads",
        MeasureGroup::Sales => "Πωλήσεις",
        MeasureGroup::Money => "Χρήματα",
        MeasureGroup::Pipeline => "Pipeline",
        MeasureGroup::Ads => "Διαφήμιση και κόστη",
        MeasureGroup::Time => "Χρόνος",
        MeasureGroup::Accounts => "Πελάτες",
        MeasureGroup::Activities => "Ενέργειες",
    },
    search: "Αναζήτηση δείκτη",
    none_found: "Δεν υπάρχει τέτοιος δείκτης.",
    of_count: |part, whole| format!("{part} από {whole}"),
    chance: "ίσως τυχαίο",
    chance_why: |low, high| {
        format!("Η διαφορά είναι μεταξύ {low} και {high} (95%), άρα μπορεί και να μην υπάρχει.")
    },
    sure_why: |low, high| format!("Η διαφορά είναι μεταξύ {low} και {high} (95%)."),
    margin: "Περιθώριο, %",
    margin_hint: "Μέρος των εσόδων που μένει μετά το κόστος πωληθέντων. Χωρίς αυτό, ROMI, ROI και LTV αφορούν έσοδα.",
    no_margin: "Χρειάζεται αριθμός από 0 έως 100: το περιθώριο έμεινε όπως ήταν.",
};
