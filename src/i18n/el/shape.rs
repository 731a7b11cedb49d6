//! Greek: how the files tell of stages.

use super::L;
use crate::engine::funnel::{HistoryFinding as H, Shape as Form, Untold};
use crate::engine::mapping::ValueAt;
use crate::engine::report::{Entity, StageVisits};
use crate::i18n::Shape;
use crate::i18n::label::list_values;
use crate::i18n::plural::el as count;

pub const SHAPE: Shape = Shape {
    found: "Τι λένε τα αρχεία για τα στάδια",
    name: |form| match form {
        Form::Snapshot => "Τρέχουσα κατάσταση",
        Form::WideDates => "Ημερομηνία για κάθε στάδιο",
        Form::EventLog => "Ιστορικό σταδίων",
    },
    text: |form| match form {
        Form::Snapshot => {
            "Κάθε γραμμή λέει πού βρίσκεται μια εγγραφή τώρα. Τα προηγούμενα στάδια μετρούν ως \
             περασμένα."
        }
        Form::WideDates => "Κάθε εγγραφή έχει τις ημερομηνίες εισόδου στα στάδιά της.",
        Form::EventLog => "Κάθε αλλαγή σταδίου είναι χωριστή γραμμή με την ημερομηνία της.",
    },
    untold_title: "Από αυτά τα αρχεία δεν φαίνεται:",
    untold: |untold| match untold {
        Untold::Evidence => "από ποια στάδια πέρασε πράγματι μια εγγραφή",
        Untold::TimeInStage => "πόσο μένουν οι εγγραφές σε κάθε στάδιο",
        Untold::OutOfOrder => "αν τα στάδια έγιναν με άλλη σειρά",
        Untold::Transitions => "ποιες μετακινήσεις έγιναν ποια ημέρα",
        Untold::Returns => "οι επιστροφές σε προηγούμενο στάδιο και όσα άνοιξαν ξανά",
    },
    not_drawn: "Χωρίς εικόνα: τα αρχεία έχουν μόνο την τρέχουσα κατάσταση. Με μόνα τα αποδεδειγμένα \
        φαίνεται πού βρίσκονται τώρα οι εγγραφές, και αυτό δεν είναι χοάνη.",
    needs_dates: "Χρειάζεται ημερομηνία για κάθε στάδιο ή ιστορικό σταδίων· τα αρχεία έχουν μόνο \
        την τρέχουσα κατάσταση.",

    out_of_order: "Εκτός σειράς",
    out_of_order_hint: "Ημερομηνία πριν από εκείνη του προηγούμενου σταδίου. Μετρούν εδώ, όχι στη \
        διάμεσο ημερών.",
    reentered: "Ξανά εδώ",
    reentered_hint: "Εγγραφές που μπήκαν στο στάδιο πάνω από μία φορά. Μετρούν μία φορά, με την \
        ημερομηνία της πρώτης εισόδου.",
    moved_back: |n| format!("{} γύρισαν σε προηγούμενο στάδιο", L.count(n)),
    reopened: |n| format!("{} συνέχισαν μετά το κλείσιμο", L.count(n)),

    entity: "Μέτρηση",
    entity_name: |entity| match entity {
        Entity::Record => "εγγραφών",
        Entity::Person => "προσώπων",
        Entity::Account => "εταιρειών",
    },
    without_entity: |n| {
        count(n, "εγγραφή χωρίς όνομα, μετρά μόνη της", "εγγραφές χωρίς όνομα, μετρούν μία μία")
    },
    window: "Μέσα σε",
    window_choice: |window| match window {
        None => "οποτεδήποτε".to_owned(),
        Some(days) => count(u64::from(days), "ημέρα", "ημέρες"),
    },
    young: |n, days| {
        let days = count(u64::from(days), "ημέρα", "ημέρες");
        format!("{} μπήκαν πριν από λιγότερο από {days} και προλαβαίνουν ακόμη", L.count(n))
    },
    undated: |n| {
        count(
            n,
            "εγγραφή με στάδιο ή κλείσιμο χωρίς ημερομηνία, ίσως εκπρόθεσμο: δεν μετρά εκεί",
            "εγγραφές με στάδια ή κλεισίματα χωρίς ημερομηνία, ίσως εκπρόθεσμα: δεν μετρούν εκεί",
        )
    },
    figures_apart: |entity, window| {
        let whom = match entity {
            Entity::Record => None,
            Entity::Person => Some("πρόσωπα".to_owned()),
            Entity::Account => Some("εταιρείες".to_owned()),
        };
        let days = window.map(|days| {
            let days = count(u64::from(days), "ημέρα", "ημέρες");
            format!("όσα έγιναν μέσα σε {days}")
        });
        let own: Vec<String> = whom.into_iter().chain(days).collect();
        format!(
            "Οι κάρτες, οι πίνακες και οι τάσεις μετρούν μεμονωμένες εγγραφές, όσο κι αν άργησαν· {} μετρά μόνο η διοχέτευση.",
            own.join(" και ")
        )
    },

    time_title: "Χρόνος στο στάδιο",
    visits: "Παραμονές",
    visits_name: |of| match of {
        StageVisits::All => "Όλες οι παραμονές μαζί",
        StageVisits::First => "Η πρώτη παραμονή",
        StageVisits::Last => "Η τελευταία παραμονή",
    },
    time_hint: "Η διάμεσος όλων μετρά και όσες μένουν \
        ακόμη, ως την ημέρα των δεδομένων, ώστε να μη χάνονται οι αργές· τα άλλα αφορούν \
        όσες έφυγαν.",
    time_columns: [
        "Έφυγαν",
        "Ακόμη εδώ",
        "Διάμεσος όλων",
        "Μέσος",
        "25%",
        "Διάμεσος",
        "75%",
        "90%",
    ],
    not_reached: |days, share| format!("πάνω από {days} ({share} ακόμη εδώ)"),

    after_win: "Μετά την επιτυχία",
    after_win_hint: "Έρχεται μετά την επιτυχία, όπως ενεργοποίηση ή ανανέωση. Όποιος φτάνει εδώ, \
        έχει κερδηθεί.",
    pipelines_title: "Ροές πωλήσεων",
    pipelines_hint: "Πολλές ροές μοιράζονται μία σκάλα σταδίων. Δείτε πού στέκονται οι τιμές \
        καθεμιάς: το ίδιο όνομα μπορεί να σημαίνει άλλο στάδιο.",
    same_name: |n| count(n, "άλλη ροή έχει το ίδιο όνομα", "άλλες ροές έχουν το ίδιο όνομα"),
    common_place: "όπως σε όλες τις ροές",
    own_place: "μόνο για αυτή τη ροή",
    value_in_pipeline: |value, pipeline| format!("Στάδιο για «{value}» στη ροή «{pipeline}»"),
    merge_with_previous: |stage| format!("Συγχώνευση του «{stage}» με το στάδιο από πάνω"),
    won_on: "Ημερομηνία επιτυχίας",
    lost_on: "Ημερομηνία απώλειας",

    value_at: "Τιμές που αλλάζουν",
    value_at_name: |at| match at {
        ValueAt::Entry => "Στην είσοδο",
        ValueAt::Close => "Στο κλείσιμο",
    },
    value_at_hint: "Μια εγγραφή έχει μία γραμμή για κάθε αλλαγή σταδίου. Αναλύσεις, φίλτρα και τύποι \
        παίρνουν υπεύθυνο, κανάλι και κάθε άλλη τιμή από την πρώτη γραμμή της (στην είσοδο) ή από την \
        τελευταία (στο κλείσιμο).",
    changing: |column, records, at| {
        let records = count(records, "εγγραφή", "εγγραφές");
        let taken = match at {
            ValueAt::Entry => "στην είσοδο, από την πρώτη γραμμή",
            ValueAt::Close => "στο κλείσιμο, από την τελευταία γραμμή",
        };
        format!("Το «{column}» αλλάζει σε {records}: μετρά η τιμή {taken}.")
    },

    history: |finding| match finding {
        H::Missing { file } => {
            format!("Λείπει το ιστορικό σταδίων {file}: μετρά μόνο η τρέχουσα κατάσταση.")
        }
        H::Unusable { file } => {
            format!("Το {file} έμεινε έξω: δεν φαίνεται ποια εγγραφή άλλαξε ή σε ποιο στάδιο πήγε.")
        }
        H::UnknownRecords { file, values, records, moves } => {
            let names = count(*records, "εγγραφή", "εγγραφές");
            let moves = count(*moves, "γραμμή", "γραμμές");
            let values = list(values, records.saturating_sub(values.len() as u64));
            format!("{file}: {moves} για {names} που δεν είναι ανάμεσα στις μετρημένες: {values}.")
        }
        H::StagesUnmapped { file, values, more, moves } => {
            let values = list(values, *more);
            let moves = count(*moves, "γραμμή", "γραμμές");
            format!("{file}: {moves} προς στάδιο που δεν είναι στη σκάλα: {values}.")
        }
        H::Undated { file, moves } => {
            let moves = count(*moves, "γραμμή", "γραμμές");
            format!("{file}: {moves} χωρίς ημερομηνία — αποδεικνύουν το στάδιο, όχι το πότε.")
        }
        H::Disagrees { records } => {
            let records = count(*records, "εγγραφή τελειώνει", "εγγραφές τελειώνουν");
            format!("{records} αλλιώς στο ιστορικό σταδίων απ’ ό,τι στο δικό τους αρχείο.")
        }
        H::OutOfOrder { stages, records } => {
            let records = count(*records, "εγγραφή έχει", "εγγραφές έχουν");
            let stages = list(stages, 0);
            format!("{records} στάδια με ημερομηνία πριν από το προηγούμενό τους: {stages}.")
        }
        H::ValuesChange { file, at, columns, records } => {
            let records = count(*records, "εγγραφή έχει", "εγγραφές έχουν");
            let taken = match at {
                ValueAt::Entry => "στην είσοδο, από την πρώτη γραμμή της",
                ValueAt::Close => "στο κλείσιμο, από την τελευταία γραμμή της",
            };
            let columns = list(columns, 0);
            format!(
                "{file}: {records} διαφορετικές τιμές από γραμμή σε γραμμή: {columns}. Για κάθε εγγραφή μετρά η τιμή {taken}."
            )
        }
    },
    history_advice: |finding| match finding {
        H::Missing { .. } => "Προσθέστε ξανά το αρχείο ή αφαιρέστε το από τη λίστα.",
        H::Unusable { .. } => "Επιλέξτε στήλες εγγραφής και σταδίου ή ορίστε το αρχείο ως «άλλο».",
        H::UnknownRecords { .. } => {
            "Εξαγάγετε εγγραφές και ιστορικό για την ίδια περίοδο, με το ίδιο ID."
        }
        H::StagesUnmapped { .. } => "Βάλτε τις τιμές σε ένα στάδιο της σκάλας.",
        H::Undated { .. } => "Ελέγξτε πώς διαβάστηκαν οι ημερομηνίες του ιστορικού.",
        H::Disagrees { .. } => {
            "Ισχύει το αρχείο των εγγραφών. Εξαγάγετε και τα δύο την ίδια ημέρα για να συμφωνούν."
        }
        H::OutOfOrder { .. } => {
            "Ελέγξτε τη σειρά των σταδίων· αν είναι σωστή, οι ημερομηνίες μπήκαν με το χέρι."
        }
        H::ValuesChange { .. } => {
            "Για τιμές στην είσοδο ή στο κλείσιμο, επιλέξτε πάνω από τις στήλες του αρχείου."
        }
    },
};

fn list(values: &[(String, u64)], more: u64) -> String {
    let counted = values.iter().map(|(v, n)| (v.as_str(), Some(L.count(*n))));
    list_values(counted, ("«", "»"), more, |n| format!("και άλλα {}", L.count(n)))
}
