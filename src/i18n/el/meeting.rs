//! Greek: where columns, files and currencies meet.

use super::{L, begin::BEGIN};
use crate::engine::calendar::WeekStart;
use crate::engine::filter::Grain;
use crate::engine::funnel::Crossing;
use crate::engine::mapping::FirstSource;
use crate::engine::mapping::cluster::ClusterReason;
use crate::engine::mapping::key::KeyKind;
use crate::i18n::label::source_pairs;
use crate::i18n::plural::el as count;
use crate::i18n::{FindingText, Meeting};

pub const MEETING: Meeting = Meeting {
    finding: crossing,

    disagree_title: "Δύο πηγές, δύο απαντήσεις",
    disagree_line: |records, both| {
        let both = count(both, "γραμμή έχει", "γραμμές έχουν");
        format!(
            "{both} και πηγή του CRM και ενδείξεις UTM· σε {} ονομάζουν διαφορετικά κανάλια.",
            L.count(records)
        )
    },
    disagree_none: |both| {
        let both = count(both, "γραμμή έχει", "γραμμές έχουν");
        format!("{both} και πηγή του CRM και ενδείξεις UTM, και πουθενά δεν διαφωνούν.")
    },
    says_crm: "Κατά το CRM",
    says_utm: "Κατά τα UTM",
    wins: "αποφασίζει",
    first_label: "Τι υπερισχύει",
    first_source: |first| match first {
        FirstSource::Utm => "Πρώτα οι ενδείξεις UTM",
        FirstSource::Crm => "Πρώτα η πηγή του CRM",
    },

    spellings_title: "Γραφές της ίδιας τιμής",
    spellings_hint: "Μάλλον το ίδιο πράγμα με άλλη γραφή. Τίποτα δεν συγχωνεύεται χωρίς τη δική σας απόφαση.",
    spellings_of: |file, column| format!("{column} · {file}"),
    cluster_reason: |reason| match reason {
        ClusterReason::SameLetters => "διαφέρουν σε κενά, σημεία ή όμοια γράμματα",
        ClusterReason::WordOrder => "οι ίδιες λέξεις με άλλη σειρά",
        ClusterReason::Script => "το ίδιο όνομα με άλλο αλφάβητο",
        ClusterReason::OneLetter => "διαφέρουν σε ένα γράμμα",
    },
    merge_as: |name| format!("Συγχώνευση ως «{name}»"),
    merge_all: |n| format!("Συγχώνευση όλων ({})", L.count(n)),
    read_as: |name| format!("διαβάζεται ως «{name}»"),
    take_apart: |name| format!("Διαχωρισμός πάλι του «{name}»"),
    keep_apart: "Διαφέρουν",
    keep_apart_named: |name| format!("Το «{name}» και οι άλλες γραφές είναι διαφορετικές τιμές"),
    kept_apart: "μένουν χωριστά",
    propose_again: "Να προταθεί ξανά",

    key_kind: |kind| match kind {
        KeyKind::Text => "",
        KeyKind::Email => "σύγκριση διευθύνσεων e-mail",
        KeyKind::Phone => "σύγκριση αριθμών τηλεφώνου",
        KeyKind::Ids => "με το πρώτο ID του κελιού",
    },
    keys_used: |used, keys| {
        format!("{} από {} βρίσκουν γραμμή", L.count(used), count(keys, "κλειδί", "κλειδιά"))
    },
    keys_unused: |n| count(n, "κλειδί χωρίς γραμμή", "κλειδιά χωρίς γραμμή"),
    several_keys: |rows| {
        format!("{} με πολλά κλειδιά· συνδέει το πρώτο", count(rows, "γραμμή", "γραμμές"))
    },
    records_tied: |share, met, campaigns| {
        format!("{share} των γραμμών έχουν δαπάνη · {met} από {campaigns} καμπάνιες έχουν γραμμές")
    },
    rows_of_paid_channels: |share| format!("{share} των γραμμών έχουν δαπάνη στο κανάλι τους"),
    tied_within: |grain, spend, rows| {
        let unit = match grain {
            Grain::Week => "στην ίδια εβδομάδα",
            _ => "στον ίδιο μήνα",
        };
        match spend {
            Some(spend) => format!("{unit}: {spend} της δαπάνης και {rows} των γραμμών"),
            None => format!("{unit}: {rows} των γραμμών"),
        }
    },

    money_title: "Νομίσματα και ημερολόγιο",
    money_hint: "Χωρίς ισοτιμία, ποσά σε δύο νομίσματα δεν αθροίζονται ποτέ.",
    convert_to: "Μετατροπή ποσών σε",
    convert_nothing: "χωρίς μετατροπή",
    rate_currency: "Νόμισμα",
    rate_rate: "Ισοτιμία",
    rate_day: "Ισχύει από (κενό: πάντα)",
    rate_line: |currency, to| format!("1 {currency} = … {to}"),
    add_rate: "Προσθήκη ισοτιμίας",
    rate_file: "Κάνει και αρχείο με ημερομηνία, νόμισμα και ισοτιμία: προσθέστε το μαζί με τα άλλα.",
    year_start: "Το οικονομικό έτος αρχίζει τον μήνα",
    named_by_end: "με το όνομα του έτους στο οποίο λήγει",
    week_start: "Η εβδομάδα αρχίζει",
    weekday: |day| match day {
        WeekStart::Monday => "Δευτέρα",
        WeekStart::Saturday => "Σάββατο",
        WeekStart::Sunday => "Κυριακή",
    },
    clock: |file| format!("Ώρα του {file}"),
    clock_hint: "Ώρες που προστίθενται. Μια ημερομηνία χωρίς ώρα δεν μετακινείται ποτέ.",
    no_shift: "όπως γράφτηκε",

    rule_up: |rule| format!("Ο κανόνας {rule} πιο πάνω"),
    rule_down: |rule| format!("Ο κανόνας {rule} πιο κάτω"),
    rule_keys: "Alt + ↑ ή ↓ μετακινεί έναν κανόνα.",
};

pub fn crossing(crossing: &Crossing) -> FindingText {
    let (text, advice) = match crossing {
        Crossing::SourcesDisagree { disagreement: d } => {
            let records = count(d.records, "εγγραφή", "εγγραφές");
            let named = d.pairs.get(..3).unwrap_or(&d.pairs);
            let pairs = source_pairs(named, ("«", "»"), |n| L.count(n));
            let decides = match d.first {
                FirstSource::Utm => "Αποφασίζουν οι ενδείξεις UTM.",
                FirstSource::Crm => "Αποφασίζει η πηγή του CRM.",
            };
            (
                format!(
                    "Σε {records} η πηγή του CRM και οι ενδείξεις UTM ονομάζουν διαφορετικά κανάλια: {pairs}. {decides}"
                ),
                "Ελέγξτε τα συχνότερα ζεύγη· το τι υπερισχύει αλλάζει δίπλα στα κανάλια.",
            )
        }
        Crossing::SeveralKeys { file, column, records, keys } => {
            let records = count(*records, "εγγραφή", "εγγραφές");
            let keys = count(*keys, "ακόμη έμεινε", "ακόμη έμειναν");
            (
                format!(
                    "Σε {records} του {file} το «{column}» έχει πολλές τιμές: συνδέει η πρώτη, {keys} εκτός."
                ),
                "Αν έχει σημασία άλλη τιμή, βάλτε την πρώτη ή εξαγάγετε στήλη με μία τιμή.",
            )
        }
        Crossing::LeadsJoined { file, matched, records, leads, without } => {
            let of = count(*records, "συμφωνία", "συμφωνίες");
            let without = count(*without, "γραμμή του δεν έχει", "γραμμές του δεν έχουν");
            (
                format!(
                    "Το {file} ({}) συνδέεται με τις συμφωνίες: βρέθηκε για {} από {of}. {without} συμφωνία και δεν μετρούν πουθενά.",
                    count(*leads, "γραμμή", "γραμμές"),
                    L.count(*matched)
                ),
                "Η αναφορά μετρά συμφωνίες. Για να αρχίζει η διοχέτευση από τα leads, επιλέξτε το δίπλα στη σύνδεση των δύο αρχείων.",
            )
        }
        Crossing::BeginsWithLeads { file, counts, records, elsewhere } => {
            ((BEGIN.finding)(file, counts, *records, *elsewhere), BEGIN.advice)
        }
        Crossing::RowsMet { file, met } => ((BEGIN.rows_met)(file, met), (BEGIN.rows_advice)(met)),
        Crossing::SourceOfLead { file, records } => {
            let records = count(*records, "συμφωνία", "συμφωνίες");
            (
                format!(
                    "{records} χωρίς δική τους πηγή: ισχύει το κανάλι του lead τους στο {file}."
                ),
                "Δεν χρειάζεται κάτι, αν η συμφωνία έρχεται από εκεί που ήρθε το lead της.",
            )
        }
        Crossing::Converted { to, rows, oldest } => {
            let age = match oldest {
                0 => String::new(),
                days => format!(
                    " Η παλαιότερη ισοτιμία ήταν {} πίσω.",
                    count(*days as u64, "ημέρα", "ημέρες")
                ),
            };
            (
                format!("Μετατράπηκαν σε {to} με τις ισοτιμίες σας: {}.{age}", amounts(rows)),
                "Κλειστές συμφωνίες με την ημέρα κλεισίματος, ανοιχτές με της δημιουργίας, δαπάνες με τη δική τους.",
            )
        }
        Crossing::SeveralDeals { .. }
        | Crossing::PipelinesDiffer { .. }
        | Crossing::AdsAmongCosts { .. }
        | Crossing::QuartersApart { .. } => super::twofold::text(crossing),
        Crossing::NoRate { to, rows } => (
            format!(
                "Χωρίς ισοτιμία προς {to}: {}. Μένουν στο νόμισμά τους και δεν αθροίζονται.",
                amounts(rows)
            ),
            "Προσθέστε ισοτιμία που ισχύει την ημέρα τους ή νωρίτερα.",
        ),
    };
    FindingText { text, advice: advice.to_owned() }
}

/// `12 ποσά σε USD, 3 ποσά σε GBP`.
fn amounts(rows: &[(String, u64)]) -> String {
    let one =
        |(currency, n): &(String, u64)| format!("{} σε {currency}", count(*n, "ποσό", "ποσά"));
    rows.iter().map(one).collect::<Vec<_>>().join(", ")
}
