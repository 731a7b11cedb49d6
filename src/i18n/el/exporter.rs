//! Greek: the program that wrote a file, and what follows from it.

use super::L;
use crate::engine::import::exporter::{Consequence, ExportKind, ExporterId};
use crate::i18n::Exporter;
use crate::i18n::exporter::quoted;
use crate::i18n::plural::el as count;

pub const EXPORTER: Exporter = Exporter {
    name,
    kind,
    found: |id, what| format!("{}: {}", name(id), kind(what)),
    follows,
    micro_label: "Ποσά σε εκατομμυριοστά",
    micro_divided: "διαίρεση διά 1.000.000",
    micro_as_written: "όπως στο αρχείο",
};

fn name(id: ExporterId) -> &'static str {
    match id {
        ExporterId::HubSpot => "HubSpot",
        ExporterId::Salesforce => "Salesforce",
        ExporterId::Pipedrive => "Pipedrive",
        ExporterId::Zoho => "Zoho CRM",
        ExporterId::Bitrix24 => "Bitrix24",
        ExporterId::AmoCrm => "amoCRM",
        ExporterId::SuiteCrm => "SuiteCRM",
        ExporterId::GoogleAds => "Google Ads",
        ExporterId::MetaAds => "Meta Ads",
        ExporterId::LinkedInAds => "LinkedIn Ads",
        ExporterId::MicrosoftAds => "Microsoft Ads",
        ExporterId::YandexDirect => "Yandex Direct",
        ExporterId::YandexMetrica => "Yandex Metrica",
        ExporterId::TikTokAds => "TikTok Ads",
    }
}

fn kind(kind: ExportKind) -> &'static str {
    match kind {
        ExportKind::Deals => "συμφωνίες",
        ExportKind::Leads => "leads",
        ExportKind::Contacts => "επαφές",
        ExportKind::StageHistory => "ιστορικό σταδίων",
        ExportKind::AdCosts => "διαφημιστική δαπάνη",
        ExportKind::Visits => "επισκέψεις",
    }
}

const MARKS: (&str, &str) = ("«", "»");

fn list(columns: &[String]) -> String {
    quoted(columns, MARKS)
}

fn follows(consequence: &Consequence) -> String {
    let data = &super::data::DATA;
    match consequence {
        Consequence::DateOrder { order, settled, opposed } => {
            let order = (data.date_order)(*order);
            match (settled.is_empty(), opposed.is_empty()) {
                (_, false) => format!(
                    "Συνήθως γράφει τις ημερομηνίες με {order}, αλλά εδώ αποδεικνύεται άλλη σειρά \
                     ({}) και αυτή ισχύει.",
                    list(opposed)
                ),
                (false, true) => format!(
                    "Γράφει τις ημερομηνίες με {order}. Έτσι διαβάστηκαν και όσες έχουν δύο \
                     αναγνώσεις: {}.",
                    list(settled)
                ),
                (true, true) => {
                    format!("Γράφει τις ημερομηνίες με {order}, όπως επιβεβαιώνει και το αρχείο.")
                }
            }
        }
        Consequence::DaysInUtc => {
            "Οι ημέρες μετρούν από μεσάνυχτα σε μεσάνυχτα UTC: κοντά στα μεσάνυχτα το κόστος μπορεί \
             να πέσει στη διπλανή ημέρα."
                .to_owned()
        }
        Consequence::CloseIsExpected { column } => format!(
            "Το «{column}» μιας ανοιχτής συμφωνίας είναι μόνο πρόβλεψη. Μετρά ως ημέρα κλεισίματος \
             όταν η συμφωνία κερδηθεί ή χαθεί."
        ),
        Consequence::CloseSaysOpen { column } => format!(
            "Στις ανοιχτές συμφωνίες το «{column}» έχει λέξεις αντί για ημερομηνία. Θεωρούνται κενά."
        ),
        Consequence::CloseMayShift { column } => format!(
            "Το «{column}» μιας κερδισμένης συμφωνίας μπορεί να απέχει μία ημέρα: μια μελλοντική \
             ημερομηνία αντικαθίσταται με την ημέρα της νίκης σε ώρα UTC."
        ),
        Consequence::SetAside { above, totals, below } => {
            let parts = [
                (*above, "πάνω από τον πίνακα"),
                (*totals, "με σύνολα"),
                (*below, "κάτω από τον πίνακα"),
            ];
            let said = parts.iter().filter(|(n, _)| *n > 0);
            let said: Vec<String> = said
                .map(|(n, place)| format!("{} {place}", count(*n, "γραμμή", "γραμμές")))
                .collect();
            format!("Δεν μετρούν ως εγγραφές: {}.", said.join(", "))
        }
        Consequence::MicroUnits { columns, divided: true } => format!(
            "Τα ποσά είναι σε εκατομμυριοστά. Διαιρέθηκαν διά {}: {}.",
            L.count(1_000_000),
            list(columns)
        ),
        Consequence::MicroUnits { columns, divided: false } => format!(
            "Τα ποσά γράφονται και σε εκατομμυριοστά, όχι όμως εδώ. Όπως στο αρχείο: {}.",
            list(columns)
        ),
        Consequence::CurrencyInHeader { column, currency } => {
            format!("Το νόμισμα είναι {currency}, από την επικεφαλίδα «{column}».")
        }
        Consequence::CurrencyInColumn { column } => {
            format!("Το νόμισμα κάθε γραμμής βρίσκεται στη στήλη «{column}».")
        }
        Consequence::CurrencyUnknown => {
            "Το αρχείο δεν λέει ποιο είναι το νόμισμα: επιλέξτε το στην αντιστοίχιση.".to_owned()
        }
        Consequence::VatUnknown => {
            "Το κόστος μπορεί να είναι με ή χωρίς ΦΠΑ, ανάλογα με την αναφορά· το αρχείο δεν το λέει."
                .to_owned()
        }
        Consequence::DeliveryStatus { column } => {
            format!("Το «{column}» είναι η κατάσταση προβολής και όχι πλήθος εμφανίσεων.")
        }
        Consequence::ResultsMixed { column, kinds: Some(kinds) } => format!(
            "Το «{column}» ανακατεύει {}: δεν αθροίζονται.",
            count(*kinds, "είδος αποτελεσμάτων", "είδη αποτελεσμάτων")
        ),
        Consequence::ResultsMixed { column, kinds: None } => format!(
            "Το «{column}» μετρά τον στόχο κάθε καμπάνιας και καμία στήλη δεν λέει ποιος είναι. Το \
             άθροισμα μπορεί να ανακατεύει leads με άλλες ενέργειες."
        ),
        Consequence::RatiosLeftOut { columns } => {
            format!("Οι αναλογίες υπολογίζονται ξανά και δεν αθροίζονται: {}.", list(columns))
        }
        Consequence::OutcomeColumn { column } => format!(
            "Το «{column}» λέει τι κερδήθηκε και τι χάθηκε και προηγείται των ονομάτων των σταδίων."
        ),
        Consequence::SeveralIds { columns } => format!(
            "Κάποια κελιά έχουν πολλούς κωδικούς με ερωτηματικό ανάμεσά τους ({}). Ένα τέτοιο κελί \
             δεν βρίσκει ταίρι στη σύνδεση.",
            list(columns)
        ),
        Consequence::StageDates { columns } => {
            format!("Ημερομηνίες εισόδου σε στάδια: {}.", list(columns))
        }
        Consequence::SharedNames { columns } => format!(
            "Πεδία της συμφωνίας και της επαφής έχουν το ίδιο όνομα: {}. Ισχύει η πρώτη στήλη.",
            list(columns)
        ),
    }
}
