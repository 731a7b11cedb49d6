//! Greek: what is said otherwise where the records are deals.

use super::{deal_measure, mapping, measure, names, report};
use crate::engine::measure::MeasureId;
use crate::engine::report::Basis;
use crate::i18n::{Mapping, MeasureText, Names, Report};

pub const NAMES: Names = Names { measure, basis_text, ..names::NAMES };

pub const REPORT: Report = Report {
    unfinished_hint: "Οι πρόσφατες συμφωνίες είναι ακόμη σε εξέλιξη: η μετατροπή τους θα ανέβει.",
    ..report::REPORT
};

pub const MAPPING: Mapping = Mapping {
    qualified_from: |stage| {
        format!("Μια συμφωνία μετράει ως ποιοτική (MQL) από το στάδιο «{stage}»")
    },
    qualified_hint: "Όσες συμφωνίες φτάνουν σε αυτό το στάδιο μετρούν ως ποιοτικές (MQL).",
    spend_join_line: |records, spend| format!("«{records}» των συμφωνιών = «{spend}» της δαπάνης"),
    spend_tied: |share| format!("το {share} της δαπάνης συνδέεται με συμφωνίες"),
    ..mapping::MAPPING
};

/// As [`measure::COHORT`], of deals.
const COHORT: &str = "Κοόρτη: συμφωνίες που δημιουργήθηκαν στην περίοδο, όποια κι αν ήταν η \
    συνέχεια. Συμβάντα: πωλήσεις και απώλειες με βάση την ημέρα κλεισίματος.";

fn basis_text(basis: Basis) -> &'static str {
    match basis {
        Basis::Cohort => "συμφωνίες που δημιουργήθηκαν στην περίοδο, όποια κι αν ήταν η συνέχεια",
        Basis::Period => {
            "συμβάντα της περιόδου: συμφωνίες με βάση τη δημιουργία, στάδια με βάση την είσοδο, πωλήσεις και απώλειες με βάση το κλείσιμο"
        }
    }
}

fn measure(id: MeasureId) -> MeasureText {
    let of_leads = measure::measure(id);
    match id {
        MeasureId::Leads => MeasureText {
            name: "Συμφωνίες",
            short: "Συμφωνίες",
            answers: "Πόσες συμφωνίες ήρθαν;",
            unit: "συμφωνίες",
            basis: "Κατά την ημέρα δημιουργίας, όποια βάση κι αν επιλεγεί.",
            empty_when: "Ποτέ: καμία συμφωνία σημαίνει 0.",
            cautions: "Μια συμφωνία είναι ένα ID. Όσα leads δεν έγιναν συμφωνία δεν είναι σε αυτό το αρχείο.",
            ..of_leads
        },
        MeasureId::EndToEnd => MeasureText {
            name: "Συμφωνία → πώληση",
            short: "Συμφωνία → πώληση",
            answers: "Τι ποσοστό των συμφωνιών κερδίζεται;",
            formula: "Κερδισμένες ÷ όλες οι συμφωνίες, μαζί με τις ανοιχτές.",
            basis: "Κοόρτη: πωλήσεις από τις συμφωνίες της περιόδου. Συμβάντα: πωλήσεις της περιόδου ÷ συμφωνίες που δημιουργήθηκαν σε αυτή· είναι άλλες συμφωνίες και μπορεί να ξεπεράσει το 100%.",
            empty_when: "Δεν υπάρχουν συμφωνίες.",
            cautions: "Οι πρόσφατες συμφωνίες δεν έχουν κριθεί ακόμη, οπότε οι τελευταίοι μήνες φαίνονται χαμηλά.",
            ..of_leads
        },
        MeasureId::Cpl => MeasureText {
            name: "Κόστος ανά συμφωνία",
            short: "Κόστος/συμφωνία",
            answers: "Πόσο κοστίζει μια νέα συμφωνία;",
            formula: "Διαφημιστική δαπάνη ÷ συμφωνίες.",
            unit: "ποσό ανά συμφωνία",
            basis: "Δαπάνη και συμφωνίες της ίδιας περιόδου.",
            empty_when: "Δεν υπάρχει δαπάνη ή δεν υπάρχουν συμφωνίες.",
            cautions: "Στο σύνολο όλη η δαπάνη διαιρείται με όλες τις συμφωνίες, και όσες δεν κόστισαν τίποτα το χαμηλώνουν.",
        },
        MeasureId::Qualified => MeasureText {
            name: "Ποιοτικές (MQL)",
            answers: "Πόσες συμφωνίες άξιζαν τη δουλειά των πωλήσεων;",
            formula: "Πλήθος συμφωνιών που έφτασαν στο στάδιο που έχετε ορίσει ως «Ποιοτικό» ή πιο μετά.",
            unit: "συμφωνίες",
            basis: "Κοόρτη: συμφωνίες που δημιουργήθηκαν στην περίοδο. Συμβάντα: κατά την ημέρα που έγιναν ποιοτικές για πρώτη φορά· όσες δεν έχουν αυτή την ημέρα μένουν εκτός και δηλώνεται το πλήθος τους. Αν δεν υπάρχει καμία τέτοια ημερομηνία, κατά τη δημιουργία.",
            cautions: "Το ποιες είναι ποιοτικές το ορίζετε εσείς στην αντιστοίχιση. Όσες χάθηκαν σε άγνωστο \
                στάδιο δεν μετρούν.",
            ..of_leads
        },
        MeasureId::MedianCycle => MeasureText {
            answers: "Πόσος χρόνος περνά από τη δημιουργία ως την πώληση;",
            basis: COHORT,
            ..of_leads
        },
        MeasureId::Open => MeasureText {
            basis: "Συμφωνίες που δημιουργήθηκαν στην περίοδο, όποια βάση κι αν επιλεγεί, ως την τελευταία ημέρα των δεδομένων.",
            ..of_leads
        },
        _ if of_leads.basis == measure::COHORT => MeasureText { basis: COHORT, ..of_leads },
        _ => deal_measure::measure(id, of_leads),
    }
}
