//! Greek: what is said otherwise where the records are deals.

use super::{mapping, measure, names, report};
use crate::engine::measure::MeasureId;
use crate::engine::report::Basis;
use crate::i18n::{Mapping, MeasureText, Names, Report};

pub const NAMES: Names = Names { measure, basis_text, ..names::NAMES };

pub const REPORT: Report = Report {
    unfinished_hint: "Οι πρόσφατες συμφωνίες είναι ακόμη σε εξέλιξη: η μετατροπή τους θα ανέβει.",
    ..report::REPORT
};

pub const MAPPING: Mapping = Mapping {
    spend_tied: |share| format!("το {share} της δαπάνης συναντά συμφωνίες"),
    ..mapping::MAPPING
};

fn basis_text(basis: Basis) -> &'static str {
    match basis {
        Basis::Cohort => "συμφωνίες που δημιουργήθηκαν στην περίοδο, όποια κι αν ήταν η συνέχεια",
        Basis::Period => {
            "γεγονότα της περιόδου: συμφωνίες κατά τη δημιουργία, κέρδη και απώλειες κατά το κλείσιμο"
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
            basis: "Κατά την ημέρα δημιουργίας, με οποιαδήποτε βάση.",
            empty_when: "Ποτέ: καμία συμφωνία σημαίνει 0.",
            cautions: "Μια συμφωνία είναι ένας κωδικός. Όσα leads δεν έγιναν συμφωνία δεν είναι σε αυτό το αρχείο.",
            ..of_leads
        },
        MeasureId::EndToEnd => MeasureText {
            name: "Συμφωνία → πώληση",
            short: "Συμφωνία → πώληση",
            answers: "Τι μέρος των συμφωνιών κερδίζεται;",
            formula: "Κερδισμένες ÷ όλες οι συμφωνίες, μαζί με τις ανοιχτές.",
            basis: "Κοόρτη: πωλήσεις από τις συμφωνίες της περιόδου. Γεγονότα: πωλήσεις της περιόδου ÷ συμφωνίες που δημιουργήθηκαν σε αυτή· είναι άλλες συμφωνίες και μπορεί να ξεπεράσει το 100%.",
            empty_when: "Δεν υπάρχουν συμφωνίες.",
            cautions: "Οι πρόσφατες συμφωνίες δεν έχουν κριθεί ακόμη, οπότε οι τελευταίοι μήνες φαίνονται χαμηλά.",
            ..of_leads
        },
        MeasureId::Cpl => MeasureText {
            name: "Κόστος ανά συμφωνία",
            short: "Κόστος/συμφωνία",
            answers: "Πόσο κοστίζει μια νέα συμφωνία;",
            formula: "Διαφημιστική δαπάνη ÷ συμφωνίες.",
            unit: "χρήματα ανά συμφωνία",
            basis: "Δαπάνη και συμφωνίες της ίδιας περιόδου.",
            empty_when: "Δεν υπάρχει δαπάνη ή δεν υπάρχουν συμφωνίες.",
            cautions: "Στο σύνολο όλη η δαπάνη διαιρείται με όλες τις συμφωνίες, και όσες δεν κόστισαν τίποτα το χαμηλώνουν.",
        },
        _ => of_leads,
    }
}
