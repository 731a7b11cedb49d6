//! Greek: cohorts and spreads.

use super::{customers, spread_view};
use crate::engine::filter::Grain;
use crate::engine::report::{CohortFigure, SpreadOf};
use crate::i18n::Question;
use crate::i18n::label::lower_first;
use crate::i18n::plural::el as count;

pub const QUESTION: Question = Question {
    cohorts: "Κοόρτες",
    cohorts_title: |figure| format!("Κοόρτες: {}", lower_first(cohort_figure(figure))),
    cohort_figure,
    cohort_figure_label: "Δείκτης",
    ages_label: "Ηλικία",
    ages_units: "ημερολογιακά",
    ages_days: "ημέρες από τη δημιουργία",
    customers: customers::CUSTOMERS,
    cohort: "Δημιουργία",
    cohort_records: "Leads",
    age: |grain, n| {
        let unit = match grain {
            Grain::Day => "ημέρα",
            Grain::Week | Grain::WeekFrom(_) => "εβδομάδα",
            Grain::Month => "μήνας",
            Grain::Quarter | Grain::FiscalQuarter(_) => "τρίμηνο",
            Grain::Year | Grain::FiscalYear(_) => "έτος",
        };
        format!("{unit} {n}")
    },
    age_days: |n| format!("≤ {n} ημ."),
    by_now: "Ως τώρα",
    mature_total: "Όλες οι ώριμες κοόρτες",
    young_hint: "Τα αχνά κελιά είναι πρόωρα: δεν έχει περάσει τόσος χρόνος για όλα τα leads, οπότε θα αυξηθούν. Η τελευταία γραμμή έχει μόνο ώριμα.",
    unplaced: |n| {
        format!(
            "{} εκτός στηλών: λείπει ημερομηνία ή το κλείσιμο προηγείται της δημιουργίας.",
            count(n, "κερδισμένη συμφωνία", "κερδισμένες συμφωνίες")
        )
    },

    spread: "Κατανομή",
    spread_title: |of| format!("Κατανομή: {}", lower_first(of)),
    spread_of: |of| match of {
        SpreadOf::WonAmount => "Ποσό κερδισμένων συμφωνιών".to_owned(),
        SpreadOf::DaysToWin => "Ημέρες ως την πώληση".to_owned(),
        SpreadOf::DaysToLose => "Ημέρες ως την απώλεια".to_owned(),
        SpreadOf::DaysToClose => "Ημέρες ως το κλείσιμο, με όποια έκβαση".to_owned(),
        SpreadOf::OpenAge => "Ηλικία ανοιχτών συμφωνιών".to_owned(),
        SpreadOf::Cost => "Κόστος γραμμής".to_owned(),
        SpreadOf::Column { header, .. } => header.clone(),
        SpreadOf::InStage { stage } => (spread_view::SPREAD_VIEWS.in_stage)(stage),
    },
    views: spread_view::SPREAD_VIEWS,
    spread_of_label: "Τίνος",
    values: "Τιμές",
    sum: "Άθροισμα",
    mean: "Μέσος όρος",
    deviation: "Τυπική απόκλιση",
    least: "Ελάχιστο",
    greatest: "Μέγιστο",
    median: "Διάμεσος",
    percentile: |n| format!("{n}ο εκατοστημόριο"),
    from: "Από",
    below: "Έως (χωρίς)",
};

fn cohort_figure(figure: CohortFigure) -> &'static str {
    match figure {
        CohortFigure::WonShare => "Κερδισμένες, ποσοστό της κοόρτης",
        CohortFigure::Won => "Κερδισμένες συμφωνίες",
        CohortFigure::Revenue => "Έσοδα",
        CohortFigure::RevenuePerLead => "Έσοδα ανά lead",
        of_customers => customers::figure(of_customers),
    }
}
