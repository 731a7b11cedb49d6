//! Greek: what one record, one ladder or one sum holds of several.

use super::L;
use crate::engine::funnel::Crossing;
use crate::i18n::label::list_values;
use crate::i18n::plural::el as count;

/// The text and the advice; empty for what is said elsewhere (`meeting`).
pub fn text(crossing: &Crossing) -> (String, &'static str) {
    let text = match crossing {
        Crossing::SeveralDeals { later, later_won, open, open_amount, currency } => {
            let money = |amount| L.money_compact(amount, Some(currency));
            let wins = count(*later, "συμφωνία κερδήθηκε", "συμφωνίες κερδήθηκαν");
            let opens = count(*open, "ανοιχτή συμφωνία", "ανοιχτές συμφωνίες");
            let won = (*later > 0).then(|| {
                let money = money(*later_won);
                format!(" {wins} μετά την πρώτη ({money}) και μετρούν την ημέρα της πρώτης.")
            });
            let in_work = (*open > 0).then(|| {
                let money = money(*open_amount);
                format!(" Εκτός του ποσού σε εξέλιξη, με κερδισμένο lead: {opens} ({money}).")
            });
            let (won, in_work) = (won.unwrap_or_default(), in_work.unwrap_or_default());
            format!("Leads με πολλές συμφωνίες.{won}{in_work}")
        }
        Crossing::PipelinesDiffer { pipelines, .. } => {
            format!(
                "Πολλά pipelines σε μία κλίμακα, και το καθένα έχει στάδια όπου δεν φαίνεται καμία εγγραφή των άλλων: {}. Μια εγγραφή μετρά σαν να πέρασε και τα ξένα στάδια πριν από το δικό της.",
                own(pipelines)
            )
        }
        Crossing::AdsAmongCosts { file, types } => {
            format!(
                "Το {file} έχει διαφήμιση ({}) σε μήνες που η διαφήμισή τους είναι και σε αρχείο δαπανών: στο συνολικό κόστος ίσως μετρά δύο φορές.",
                kinds(types)
            )
        }
        Crossing::QuartersApart { place, day, odd, rows } => {
            format!(
                "{}: η {} δεν απέχει ολόκληρα τρίμηνα από τις άλλες ημέρες της στήλης (τέτοιες γραμμές: {} από {}). Οι στόχοι διαβάστηκαν ως στόχοι μεμονωμένων ημερών, όχι τριμήνων.",
                super::trouble::place(place),
                L.day(*day),
                L.count(*odd),
                L.count(*rows),
            )
        }
        _ => String::new(),
    };
    (text, advice(crossing))
}

fn advice(crossing: &Crossing) -> &'static str {
    match crossing {
        Crossing::SeveralDeals { .. } => {
            "Για έσοδα με την ημέρα κλεισίματος και για όσα είναι σε εξέλιξη, ορίστε οι εγγραφές να ξεκινούν από τις συμφωνίες."
        }
        Crossing::PipelinesDiffer { .. } => {
            "Στην αντιστοίχιση βάλτε τα στάδια με το ίδιο νόημα στο ίδιο στάδιο της κλίμακας, αλλιώς κάντε αναφορά για κάθε pipeline από δικό του αρχείο."
        }
        Crossing::QuartersApart { .. } => {
            "Γράψτε τα τρίμηνα ως «1ο τρίμηνο 2025» ή με την πρώτη τους ημέρα· αν δεν είναι τρίμηνα, δώστε στη στήλη άλλο όνομα."
        }
        _ => "Αν είναι τα ίδια χρήματα, αφαιρέστε τα από το ένα αρχείο.",
    }
}

/// `«Sales»: New, Demo; «Service»: Visit`.
fn own(pipelines: &[(String, Vec<String>)]) -> String {
    let one = |(name, stages): &(String, Vec<String>)| format!("«{name}»: {}", stages.join(", "));
    pipelines.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn kinds(types: &[(String, u64)]) -> String {
    let each = types.iter().map(|(kind, n)| (kind.as_str(), Some(L.count(*n))));
    list_values(each, ("«", "»"), 0, |n| format!("+{}", L.count(n)))
}
