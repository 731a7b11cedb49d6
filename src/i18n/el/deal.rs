//! Greek: what measures are called where the records are deals.

use super::measure;
use crate::engine::measure::MeasureId;
use crate::i18n::MeasureText;

pub fn measure(id: MeasureId) -> MeasureText {
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
