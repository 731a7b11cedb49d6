//! Greek: the other measures, and the words of cohorts, where the records are deals.

use super::question;
use crate::engine::measure::MeasureId as M;
use crate::engine::report::CohortFigure;
use crate::i18n::label::lower_first;
use crate::i18n::{MeasureText, Question};

pub const QUESTION: Question = Question {
    cohort_records: "Συμφωνίες",
    young_hint: "Τα αχνά κελιά είναι πρόωρα: δεν έχει περάσει τόσος χρόνος για όλες τις συμφωνίες, οπότε θα αυξηθούν. Η τελευταία γραμμή έχει μόνο ώριμα.",
    cohort_figure,
    cohorts_title: |figure| format!("Κοόρτες: {}", lower_first(cohort_figure(figure))),
    ..question::QUESTION
};

fn cohort_figure(figure: CohortFigure) -> &'static str {
    match figure {
        CohortFigure::RevenuePerLead => "Έσοδα ανά συμφωνία",
        other => (question::QUESTION.cohort_figure)(other),
    }
}

/// What a measure is called of deals, from what it is called of leads.
pub fn measure(id: M, of_leads: MeasureText) -> MeasureText {
    match id {
        M::QualifiedRate => MeasureText {
            name: "Συμφωνία → MQL",
            short: "Συμφωνία → MQL",
            answers: "Τι ποσοστό των συμφωνιών αξίζει τη δουλειά των πωλήσεων;",
            ..of_leads
        },
        M::SqlRate => MeasureText {
            answers: "Τι ποσοστό των ποιοτικών συμφωνιών αναλαμβάνουν οι πωλήσεις;",
            empty_when: "Δεν υπάρχουν ποιοτικές συμφωνίες ή κάθε στάδιο μετριέται χωριστά.",
            ..of_leads
        },
        M::QualifiedToWon => MeasureText {
            answers: "Τι ποσοστό των ποιοτικών συμφωνιών κερδήθηκε;",
            formula: "Ποιοτικές και κερδισμένες ÷ ποιοτικές.",
            empty_when: "Δεν υπάρχουν ποιοτικές συμφωνίες ή κάθε στάδιο μετριέται χωριστά.",
            cautions: "Οι πρόσφατες συμφωνίες δεν έχουν κριθεί ακόμη.",
            ..of_leads
        },
        M::Opportunities => MeasureText {
            answers: "Πόσες συμφωνίες έγιναν ευκαιρίες;",
            ..of_leads
        },
        M::EndToEndVariation => MeasureText {
            name: "Διακύμανση του συμφωνία → πώληση",
            ..of_leads
        },
        M::LostRate => MeasureText {
            answers: "Τι ποσοστό των συμφωνιών χάνεται;", ..of_leads
        },
        M::RawLeads => MeasureText {
            name: "Συμφωνίες με επαναλήψεις",
            answers: "Σε πόσες γραμμές ήρθαν συμφωνίες;",
            cautions: "Η διαφορά από τις συμφωνίες είναι επαναλήψεις που συγχωνεύτηκαν.",
            ..of_leads
        },
        M::UniqueLeads => MeasureText {
            name: "Διαφορετικές επαφές",
            short: "Επαφές",
            answers: "Πόσα διαφορετικά πρόσωπα βρίσκονται πίσω από τις συμφωνίες;",
            ..of_leads
        },
        M::LeadLifetime => MeasureText {
            name: "Διάρκεια ζωής συμφωνίας",
            answers: "Πόσο κάνει να κριθεί μια συμφωνία, με πώληση ή απώλεια;",
            formula: "Οι μισές κλειστές πήραν λιγότερες ημέρες από τη δημιουργία ως το κλείσιμο, οι μισές περισσότερες.",
            ..of_leads
        },
        M::TimeToClose => MeasureText {
            answers: "Μετά από πόσες ημέρες έχουν κριθεί οι μισές συμφωνίες, μαζί με τις ανοιχτές;",
            ..of_leads
        },
        M::ResponseTime => MeasureText {
            name: "Χρόνος ως την πρώτη επαφή",
            answers: "Πόσο περιμένει μια νέα συμφωνία την πρώτη επαφή;",
            ..of_leads
        },
        M::NeverContacted => MeasureText {
            answers: "Σε ποιο ποσοστό των συμφωνιών δεν έγινε καμία επαφή;",
            ..of_leads
        },
        M::LeadRunRate => MeasureText {
            name: "Πλήθος συμφωνιών με τον ίδιο ρυθμό, ανά ημερολογιακή ημέρα",
            short: "Συμφωνίες, ρυθμός",
            answers: "Πόσες συμφωνίες θα έχει η περίοδος στο τέλος της, αν συνεχίσει έτσι;",
            formula: "Νέες συμφωνίες ÷ μέρος των ημερών της περιόδου που πέρασε.",
            ..of_leads
        },
        M::LeadRunRateWorking => MeasureText {
            name: "Πλήθος συμφωνιών με τον ίδιο ρυθμό, ανά εργάσιμη ημέρα",
            short: "Συμφωνίες, ρυθμός, εργάσιμες",
            answers: "Πόσες συμφωνίες θα έχει η περίοδος στο τέλος της, αν κάθε εργάσιμη ημέρα φέρνει όσες ως τώρα;",
            formula: "Νέες συμφωνίες ÷ μέρος των εργάσιμων ημερών της περιόδου που πέρασε.",
            ..of_leads
        },
        M::LeadAttainment => MeasureText {
            name: "Πλήθος συμφωνιών: επίτευξη στόχου",
            short: "Συμφωνίες, στόχος",
            answers: "Πόσο από τον στόχο των συμφωνιών έχει επιτευχθεί;",
            formula: "Νέες συμφωνίες ÷ στόχος.",
            ..of_leads
        },
        M::Cpql => MeasureText {
            name: "Κόστος ανά ποιοτική συμφωνία",
            short: "Κόστος / MQL",
            answers: "Πόσο κοστίζει μια συμφωνία που αξίζει δουλειά;",
            formula: "Διαφημιστική δαπάνη ÷ ποιοτικές συμφωνίες.",
            unit: "ποσό ανά ποιοτική συμφωνία",
            basis: "Δαπάνη κατά την ημέρα της, συμφωνίες με τη βάση της αναφοράς: όσες δημιουργήθηκαν στην περίοδο ή έγιναν ποιοτικές για πρώτη φορά σε αυτήν. Στα συμβάντα όσες δεν έχουν αυτή την ημέρα μένουν εκτός και δηλώνεται το πλήθος τους· αν δεν υπάρχει καμία τέτοια ημερομηνία, κατά τη δημιουργία.",
            empty_when: "Δεν υπάρχει δαπάνη ή καμία συμφωνία δεν είναι ποιοτική.",
            ..of_leads
        },
        _ => of_leads,
    }
}
