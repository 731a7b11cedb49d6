//! Greek: findings of the audit, each with advice.

use super::{L, names::NAMES};
use crate::engine::audit::Finding;
use crate::i18n::FindingText;
use crate::i18n::label::list_values;
use crate::i18n::plural::el as count;

pub fn finding(finding: &Finding) -> FindingText {
    if let Finding::Crossing(crossing) = finding {
        return super::meeting::crossing(crossing);
    }
    FindingText { text: text(finding), advice: advice(finding).to_owned() }
}

fn text(finding: &Finding) -> String {
    match finding {
        Finding::Repeats { file, copies, older } => {
            let copies = count(*copies, "ακριβές αντίγραφο", "ακριβή αντίγραφα");
            let older = count(*older, "παλιότερη εκδοχή", "παλιότερες εκδοχές");
            format!("Το {file} έχει επαναλήψεις. Εξαιρέθηκαν: {copies} και {older}.")
        }
        Finding::RepeatsKept { file, rows } => {
            let rows = count(*rows, "γραμμή μετρήθηκε", "γραμμές μετρήθηκαν");
            format!("Στο {file} επαναλαμβάνονται ID: {rows} ξανά.")
        }
        Finding::Appended {
            table,
            files,
            rows,
            kept,
            overlap,
            key,
            modified,
            copies,
            left_out,
        } => {
            let files = count(*files, "αρχείο", "αρχεία");
            let mut text = format!(
                "{table}: {files} σε έναν πίνακα. Διαβάστηκαν {}, μετριούνται {}.",
                row_count(*rows),
                L.count(*kept)
            );
            if !key.is_empty() {
                let winner = match modified {
                    Some(column) => format!("η πιο πρόσφατη κατά «{column}»"),
                    None => "οι γραμμές του νεότερου αρχείου".to_owned(),
                };
                let overlap = count(*overlap, "γραμμή εξαιρέθηκε", "γραμμές εξαιρέθηκαν");
                let key = key.join(" + ");
                text += &format!(
                    " {overlap}, γιατί το ίδιο «{key}» υπάρχει και σε άλλο αρχείο. Ισχύει: {winner}."
                );
            }
            text += &match (*copies, *left_out) {
                (0, _) => String::new(),
                (n, 0) => {
                    let copies = "ακριβή αντίγραφα μετριούνται";
                    format!(" {} κανονικά.", count(n, "ακριβές αντίγραφο μετριέται", copies))
                }
                (_, n) => {
                    let copies = "ακριβή αντίγραφα εξαιρέθηκαν";
                    format!(" {}.", count(n, "ακριβές αντίγραφο εξαιρέθηκε", copies))
                }
            };
            text
        }
        Finding::KeyDoubted { table, key } => {
            let key = key.join(" + ");
            format!(
                "Στο {table} οι ίδιες τιμές του «{key}» ανήκουν σε διαφορετικές εγγραφές, γι’ αυτό καμία γραμμή δεν εξαιρέθηκε ως επικάλυψη."
            )
        }
        Finding::SharedDays { table, days, rows } => {
            let days = count(*days, "ημέρα υπάρχει", "ημέρες υπάρχουν");
            let rows = row_count(*rows);
            format!(
                "{days} σε περισσότερα αρχεία του {table}: γι’ αυτές μετριούνται {rows} κόστους."
            )
        }
        Finding::FileNotCounted { file, counted, rows } => {
            let rows = row_count(*rows);
            format!(
                "Το {file} ({rows}) δεν μπαίνει σε κανέναν αριθμό: μετριούνται οι γραμμές του {counted}."
            )
        }
        Finding::LookupMissing { lookup } => {
            format!("Το συνδεδεμένο αρχείο {lookup} δεν είναι εδώ, άρα λείπουν οι στήλες του.")
        }
        Finding::StagesUnmapped { values, more, records } => {
            let (records, values) = (recs(*records), list(values, *more));
            format!("{records} με τιμή που δεν ανήκει σε κανένα στάδιο: {values}.")
        }
        Finding::StageUnused { stage } => {
            format!("Καμία εγγραφή δεν βρίσκεται στο στάδιο «{stage}».")
        }
        Finding::LostDepthUnknown { records } => {
            let deals = count(*records, "χαμένη συμφωνία", "χαμένες συμφωνίες");
            let counted =
                if *records == 1 { "Μετριέται" } else { "Μετριούνται" };
            format!("{deals} χωρίς γνωστό στάδιο απώλειας. {counted} στο πρώτο στάδιο.")
        }
        Finding::WonWithoutAmount { records } => format!("{} χωρίς ποσό.", won(*records)),
        Finding::WonWithZeroAmount { records } => format!("{} με ποσό 0.", won(*records)),
        Finding::WonWithoutCloseDate { records } => {
            format!("{} χωρίς ημερομηνία κλεισίματος, εκτός του κύκλου πώλησης.", won(*records))
        }
        Finding::CloseBeforeCreated { records } => {
            let deals = count(*records, "συμφωνία", "συμφωνίες");
            format!("{deals} με κλείσιμο πριν από τη δημιουργία, εκτός του κύκλου πώλησης.")
        }
        Finding::FarDays { .. } => super::as_of::text(finding),
        Finding::WithoutCreatedDate { records } => {
            format!("{} χωρίς ημερομηνία δημιουργίας, άρα εκτός κάθε περιόδου.", recs(*records))
        }
        Finding::OpenPastExpectedClose { records } => {
            let deals = count(*records, "ανοιχτή συμφωνία", "ανοιχτές συμφωνίες");
            format!("{deals} με αναμενόμενο κλείσιμο που έχει περάσει.")
        }
        Finding::ChannelUnassigned { records, share } => {
            format!("{} χωρίς κανάλι ({}).", recs(*records), L.share(*share))
        }
        Finding::JoinUnmatched { file, column, lookup, values, more, records } => {
            let (records, values) = (recs(*records), list(values, *more));
            format!(
                "{records} του {file} χωρίς αντιστοιχία στο {lookup} για τη στήλη «{column}»: {values}."
            )
        }
        Finding::LookupUnused { lookup, column, values, more } => {
            let named = values.iter().map(|v| (v.as_str(), None));
            let values = list_values(named, ("«", "»"), *more, and_more);
            format!(
                "Καμία εγγραφή δεν παραπέμπει σε αυτές τις τιμές «{column}» του {lookup}: {values}."
            )
        }
        Finding::LookupKeyRepeats { lookup, column, rows } => {
            let rows = row_count(*rows);
            format!(
                "Στο {lookup} επαναλαμβάνονται τιμές «{column}» ({rows}). Κρατήθηκε η πρώτη γραμμή."
            )
        }
        Finding::Currencies { currencies } => {
            let codes = currencies.iter().map(|(code, n)| {
                let code = if code.is_empty() { "χωρίς νόμισμα" } else { code };
                (code, Some(L.count(*n)))
            });
            let codes = list_values(codes, ("", ""), 0, and_more);
            format!(
                "Τα ποσά είναι σε διαφορετικά νομίσματα και δεν προστίθενται μεταξύ τους: {codes}."
            )
        }
        Finding::SpendWithoutLeads { channel, spend, currency } => {
            let spend = L.money_compact(*spend, Some(currency));
            format!(
                "Για το κανάλι «{}» δαπανήθηκαν {spend} χωρίς καμία εγγραφή.",
                (NAMES.channel)(channel)
            )
        }
        Finding::SpendNotTied { share, spend, currency } => {
            let spend = L.money_compact(*spend, Some(currency));
            format!(
                "Το {} της δαπάνης ({spend}) δεν συνδέεται με καμία εγγραφή ανά καμπάνια.",
                L.share(*share)
            )
        }
        Finding::SpendWithoutDay { rows } => {
            format!("{} κόστους χωρίς ημερομηνία, άρα εκτός κάθε περιόδου.", row_count(*rows))
        }
        Finding::Crossing(_) => String::new(),
        Finding::History(history) => (super::shape::SHAPE.history)(history),
        Finding::OnlyClosed => "Το αρχείο έχει μόνο κλειστές συμφωνίες.".to_owned(),
        Finding::NothingWon => "Καμία εγγραφή δεν έχει κερδηθεί.".to_owned(),
    }
}

fn advice(finding: &Finding) -> &'static str {
    match finding {
        Finding::Repeats { .. } => {
            "Δεν χρειάζεται κάτι: κάθε εγγραφή μετριέται μία φορά, στην τελευταία της εκδοχή."
        }
        Finding::RepeatsKept { .. } => {
            "Ορίστε τη στήλη της τελευταίας αλλαγής, ώστε να μετριέται μόνο η τελευταία εκδοχή."
        }
        Finding::Appended { .. } => {
            "Δεν χρειάζεται κάτι. Στην οθόνη δεδομένων φαίνονται οι γραμμές που εξαιρέθηκαν και αλλάζει το κλειδί."
        }
        Finding::KeyDoubted { .. } => {
            "Επιλέξτε άλλο κλειδί στην οθόνη δεδομένων ή κρατήστε τα αρχεία χωριστά."
        }
        Finding::SharedDays { .. } => {
            "Ελέγξτε μήπως το ίδιο κόστος υπάρχει σε δύο αρχεία. Αν ναι, επιλέξτε κλειδί στην οθόνη δεδομένων."
        }
        Finding::FileNotCounted { .. } => {
            "Ορίστε το ως «Δεν χρησιμοποιείται» ή επιλέξτε στην αντιστοίχιση ποιο από τα δύο μετριέται."
        }
        Finding::LookupMissing { .. } => "Σύρετέ το στην οθόνη δεδομένων ή αφαιρέστε τη σύνδεση.",
        Finding::StagesUnmapped { .. } => "Ορίστε στάδιο για αυτές τις τιμές στην αντιστοίχιση.",
        Finding::StageUnused { .. } => {
            "Ελέγξτε ποιες τιμές ανήκουν στο στάδιο ή αφαιρέστε το, αν δεν το χρειάζεται προηγούμενη εξαγωγή."
        }
        Finding::LostDepthUnknown { .. } => {
            "Εξαγάγετε τις ημερομηνίες εισόδου στα στάδια, αν τις κρατά το CRM."
        }
        Finding::WonWithoutAmount { .. } | Finding::WonWithZeroAmount { .. } => {
            "Συμπληρώστε τα ποσά στο CRM: χωρίς αυτά τα έσοδα και το ROMI βγαίνουν χαμηλά."
        }
        Finding::WonWithoutCloseDate { .. } => "Συμπληρώστε τις ημερομηνίες κλεισίματος στο CRM.",
        Finding::CloseBeforeCreated { .. } => {
            "Ελέγξτε αυτές τις ημερομηνίες. Συχνά η συμφωνία καταχωρίζεται αφού έχει κερδηθεί."
        }
        Finding::FarDays { is_set, .. } => super::as_of::advice(*is_set),
        Finding::WithoutCreatedDate { .. } => {
            "Ελέγξτε ποια στήλη έχει οριστεί ως ημερομηνία δημιουργίας."
        }
        Finding::OpenPastExpectedClose { .. } => "Βάλτε νέα ημερομηνία ή κλείστε τες ως χαμένες.",
        Finding::ChannelUnassigned { .. } => {
            "Ορίστε κανάλι για τις πηγές τους στην αντιστοίχιση και κάντε την πηγή υποχρεωτικό πεδίο \
                στο CRM."
        }
        Finding::JoinUnmatched { .. } => {
            "Δεχτείτε τις προτεινόμενες γραφές ή προσθέστε στο αρχείο τις γραμμές που λείπουν."
        }
        Finding::LookupUnused { .. } => "Δεν χρειάζεται κάτι, αν αυτό είναι αναμενόμενο.",
        Finding::LookupKeyRepeats { .. } => "Αφήστε στο αρχείο μία γραμμή για κάθε κλειδί.",
        Finding::Currencies { .. } => "Επιλέξτε το νόμισμα της αναφοράς στο πάνω μέρος της.",
        Finding::SpendWithoutLeads { .. } => {
            "Ελέγξτε τη σήμανση UTM του καναλιού και αν η δαπάνη αποδίδει κάτι."
        }
        Finding::SpendNotTied { .. } => {
            "Βάλτε το ίδιο όνομα ή το ίδιο ID καμπάνιας στο διαφημιστικό σύστημα και στο \
                utm_campaign."
        }
        Finding::SpendWithoutDay { .. } => "Ελέγξτε ποια στήλη έχει οριστεί ως ημερομηνία κόστους.",
        Finding::Crossing(_) => "",
        Finding::History(history) => (super::shape::SHAPE.history_advice)(history),
        Finding::NothingWon => {
            "Αν κάποια κατάσταση ή ημερομηνία σημαίνει κερδισμένη, ορίστε το στα στάδια, στην οθόνη αντιστοίχισης."
        }
        Finding::OnlyClosed => {
            "Εξαγάγετε και τις ανοιχτές: χωρίς αυτές η μετατροπή και ο κύκλος φαίνονται καλύτερα \
                απ’ ό,τι είναι."
        }
    }
}

fn recs(n: u64) -> String {
    count(n, "εγγραφή", "εγγραφές")
}

fn row_count(n: u64) -> String {
    count(n, "γραμμή", "γραμμές")
}

fn won(n: u64) -> String {
    count(n, "κερδισμένη συμφωνία", "κερδισμένες συμφωνίες")
}

fn list(values: &[(String, u64)], more: u64) -> String {
    let counted = values.iter().map(|(v, n)| (v.as_str(), Some(L.count(*n))));
    list_values(counted, ("«", "»"), more, and_more)
}

fn and_more(n: u64) -> String {
    format!("και άλλα {}", L.count(n))
}
