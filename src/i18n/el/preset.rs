//! Greek: presets.

use super::L;
use crate::engine::preset::check::Examples;
use crate::engine::preset::{PresetError, PresetIssue as I, Rename};
use crate::engine::reference::ColumnUse;
use crate::i18n::plural::el as count;
use crate::i18n::preset::{PresetPlace, PresetWords, decided_name, with_channels};
use crate::i18n::{FindingText, Help, Strings};

pub const PRESET: PresetWords = PresetWords {
    title: "Προρρυθμίσεις",
    intro: "Όλα όσα αποφασίσατε για αυτά τα αρχεία, έτοιμα για την εξαγωγή του επόμενου μήνα.",
    holds: "Μια προρρύθμιση κρατά τα ονόματα των στηλών και τις καταστάσεις, τις πηγές και τις καμπάνιες που αντιστοιχίσατε. Δεν κρατά καμία γραμμή των δεδομένων σας.",

    save_title: "Αποθήκευση της τωρινής αντιστοίχισης",
    name: "Όνομα της προρρύθμισης",
    with_report: "μαζί με την αναφορά: ενότητες, φίλτρα και περίοδος",
    save: "Αποθήκευση",
    replace_question: |name| format!("Υπάρχει ήδη προρρύθμιση «{name}». Να αντικατασταθεί;"),
    replace: "Αντικατάσταση",
    nothing_to_save: "Δεν υπάρχει ακόμη κάτι να αποθηκευτεί: προσθέστε πρώτα αρχεία.",

    list_title: "Αποθηκευμένες σε αυτόν τον browser",
    empty: "Δεν υπάρχουν ακόμη προρρυθμίσεις.",
    in_use: "σε χρήση",
    with_blocks: "με αναφορά",
    apply: "Εφαρμογή",
    apply_named: |name| format!("Εφαρμογή της προρρύθμισης «{name}»"),
    rename: "Μετονομασία",
    rename_named: |name| format!("Μετονομασία της προρρύθμισης «{name}»"),
    new_name: |name| format!("Νέο όνομα της προρρύθμισης «{name}»"),
    delete: "Διαγραφή",
    delete_named: |name| format!("Διαγραφή της προρρύθμισης «{name}»"),
    deleted: |name| format!("Η προρρύθμιση «{name}» διαγράφηκε."),
    bring_back: "Επαναφορά",
    export: "Αποθήκευση σε αρχείο",
    export_named: |name| format!("Αποθήκευση της προρρύθμισης «{name}» σε αρχείο"),
    import: "Άνοιγμα προρρύθμισης από αρχείο",
    import_note: "Ή σύρετε το αρχείο οπουδήποτε στη σελίδα.",

    saved: |name| format!("Η προρρύθμιση «{name}» αποθηκεύτηκε σε αυτόν τον browser."),
    imported: |name| format!("Η προρρύθμιση «{name}» προστέθηκε στις δικές σας."),
    applied: |name| {
        format!("Η προρρύθμιση «{name}» εφαρμόστηκε. Με «Αναίρεση» όλα γίνονται όπως πριν.")
    },
    error,

    offer: |name| format!("Σε αυτά τα αρχεία ταιριάζει η προρρύθμιση «{name}»."),
    offer_note: "Θα πάρει τη θέση όσων προτάθηκαν για αυτά. Με «Αναίρεση» όλα γίνονται όπως πριν.",
    not_now: "Όχι τώρα",

    check_title: |name| format!("Προρρύθμιση «{name}»: ταιριάζει ακόμη;"),
    check_counts: |look, notes| {
        let notes_text = || count(notes, "σημείωση", "σημειώσεις");
        match (look, notes) {
            (0, _) => notes_text(),
            (_, 0) => format!("{} για έλεγχο", L.count(look)),
            _ => format!("{} για έλεγχο, {}", L.count(look), notes_text()),
        }
    },
    check_fits: "Όλα στην προρρύθμιση ταιριάζουν με αυτά τα αρχεία.",
    paired: |was, now| format!("{was}: τώρα {now}"),
    close_list: "Κλείσιμο της λίστας",
    close_note: "Η αντιστοίχιση μένει όπως είναι.",
    issue,
    column_use,
    place: |place| match place {
        PresetPlace::Files => "Στα αρχεία",
        PresetPlace::Columns => "Στις στήλες",
        PresetPlace::Stages => "Στα στάδια",
        PresetPlace::Channels => "Στα κανάλια",
        PresetPlace::Joins => "Στις συνδέσεις",
        PresetPlace::Money => "Στις ισοτιμίες",
        PresetPlace::Report => "Στην αναφορά",
    },
};

fn error(error: &PresetError) -> Help {
    let (what, place, todo) = match error {
        PresetError::Newer { version, reads } => (
            format!(
                "Η προρρύθμιση αποθηκεύτηκε από νεότερο Tundish (έκδοση {version}· αυτό διαβάζει έως {reads})."
            ),
            String::new(),
            "Φορτώστε ξανά τη σελίδα για το νεότερο Tundish ή αποθηκεύστε την προρρύθμιση πάλι με αυτό.",
        ),
        PresetError::NotAPreset => (
            "Αυτό το αρχείο δεν είναι προρρύθμιση του Tundish.".to_owned(),
            String::new(),
            "Διαλέξτε το αρχείο .json που έφτιαξε το «Αποθήκευση σε αρχείο» δίπλα σε μια προρρύθμιση.",
        ),
        PresetError::Damaged { line, column, reason } => (
            format!("Η προρρύθμιση έχει υποστεί ζημιά: {reason}."),
            format!("γραμμή {line}, χαρακτήρας {column}"),
            "Πάρτε ξανά το αρχείο από εκεί όπου αποθηκεύτηκε. Αν κόπηκε ή άλλαξε με το χέρι, δεν διαβάζεται.",
        ),
    };
    Help { what, place, todo: todo.to_owned() }
}

fn rows(n: u64) -> String {
    count(n, "γραμμή", "γραμμές")
}

fn some(examples: &Examples) -> String {
    let each = examples.values.iter();
    let each: Vec<String> = each.map(|(v, n)| format!("«{v}» ({})", rows(*n))).collect();
    rest(each.join(", "), examples.count.saturating_sub(examples.values.len() as u64))
}

fn rest(text: String, more: u64) -> String {
    if more == 0 { text } else { format!("{text} και άλλα {}", L.count(more)) }
}

fn quoted(values: &[String], of: u64) -> String {
    let each: Vec<String> = values.iter().map(|v| format!("«{v}»")).collect();
    rest(each.join(", "), of.saturating_sub(values.len() as u64))
}

fn column_use(of: ColumnUse, words: &Strings) -> String {
    match of {
        ColumnUse::Role(role) => (words.names.role)(role).to_owned(),
        ColumnUse::StageDate => "η ημερομηνία ενός σταδίου".to_owned(),
        ColumnUse::Reading => "ο τρόπος ανάγνωσης των κελιών της".to_owned(),
        ColumnUse::Join => "μια σύνδεση".to_owned(),
        ColumnUse::SpendJoin => "η σύνδεση με τη δαπάνη".to_owned(),
        ColumnUse::Merge => "συγχωνευμένες γραφές".to_owned(),
        ColumnUse::TableKey => "το κλειδί πίνακα από πολλά αρχεία".to_owned(),
        ColumnUse::Report => "η αναφορά".to_owned(),
    }
}

fn issue(issue: &I, words: &Strings) -> FindingText {
    let (text, advice) = match issue {
        I::FileAbsent { file, kind } => (
            format!(
                "Κανένα αρχείο δεν αντιστοιχεί στο {file} ({}).",
                (words.names.file_kind)(*kind)
            ),
            "Προσθέστε το αρχείο αυτού του μήνα. Ως τότε η αναφορά γίνεται χωρίς αυτό.",
        ),
        I::FileAlso { file, taken, other } => (
            format!("Στη θέση του {file} ταιριάζουν δύο αρχεία: μπήκε το {taken}, όχι το {other}."),
            "Αφαιρέστε όποιο περισσεύει ή κάντε τα δύο έναν πίνακα.",
        ),
        I::ColumnGone { file, header, uses, likely } => {
            let uses: Vec<String> = uses.iter().map(|u| column_use(*u, words)).collect();
            let likely = likely.as_ref().map(|l| format!(" Της μοιάζει η νέα στήλη «{l}»."));
            (
                format!(
                    "Το {file} δεν έχει πια τη στήλη «{header}». Σε αυτήν στηριζόταν: {}.{}",
                    uses.join(", "),
                    likely.unwrap_or_default()
                ),
                "Διαλέξτε τη στήλη που την αντικαθιστά ή εξαγάγετε το αρχείο μαζί με αυτήν.",
            )
        }
        I::ColumnEmpty { file, header } => (
            format!("Η στήλη «{header}» του {file} είναι κενή."),
            "Ελέγξτε την εξαγωγή: ίσως έμεινε έξω ένα πεδίο.",
        ),
        I::ColumnType { file, header, was, now } => (
            format!(
                "Η στήλη «{header}» του {file} ήταν «{}» και τώρα είναι «{}».",
                (words.names.column_type)(*was),
                (words.names.column_type)(*now)
            ),
            "Δείτε τα κελιά της και πείτε πώς διαβάζονται.",
        ),
        I::StatusNew { file, values } => (
            format!(
                "Το {file} έχει καταστάσεις που δεν ανήκουν σε κανένα στάδιο: {}.",
                some(values)
            ),
            "Βάλτε καθεμία σε ένα στάδιο, στα κερδισμένα ή στα χαμένα.",
        ),
        I::LadderReplaced { file, values, count } => (
            format!(
                "Το {file} δεν έχει καμία από τις καταστάσεις της προρρύθμισης ({}), γι’ αυτό τα στάδια προτάθηκαν από την αρχή.",
                quoted(values, *count)
            ),
            "Ελέγξτε τη στήλη του σταδίου και ύστερα τα στάδια.",
        ),
        I::StatusGone { file, values, count } => (
            format!("Καμία γραμμή του {file} δεν έχει κατάσταση {}.", quoted(values, *count)),
            "Δεν χρειάζεται τίποτα, αν αυτόν τον μήνα δεν βρίσκεται κανείς εκεί.",
        ),
        I::SourceNew { file, values } => (
            format!("Το {file} έχει πηγές που δεν τις ξέρει κανένας κανόνας: {}.", some(values)),
            "Δώστε κανάλι στην καθεμία ή προσθέστε κανόνα.",
        ),
        I::SourceSorted { file, values, channels } => (
            format!(
                "Το {file} έχει πηγές που δεν υπήρχαν πριν, με το κανάλι που τους έδωσε ένας κανόνας: {}.",
                some(&with_channels(values, channels, words))
            ),
            "Δεν χρειάζεται τίποτα, αν τα κανάλια είναι σωστά.",
        ),
        I::RuleIdle { file, rules, decided } => {
            let rules: Vec<String> = rules.iter().map(|n| format!("κανόνας {n}")).collect();
            let decided: Vec<String> =
                decided.iter().map(|k| format!("«{}»", decided_name(k))).collect();
            let all: Vec<String> = rules.into_iter().chain(decided).collect();
            (
                format!(
                    "Αποφάσεις για κανάλια που δεν αφορούν καμία γραμμή του {file}: {}.",
                    all.join(", ")
                ),
                "Δεν χρειάζεται τίποτα, αν αυτή η πηγή δεν έφερε κανέναν. Αλλιώς ίσως άλλαξε η γραφή της.",
            )
        }
        I::CurrencyNew { to, currencies } => (
            format!("Δεν υπάρχει ισοτιμία προς {to} για: {}.", some(currencies)),
            "Προσθέστε ισοτιμία. Χωρίς αυτήν τα ποσά αυτά δεν αθροίζονται.",
        ),
        I::AliasGone { from_file, lookup_file, aliases } => {
            let each: Vec<String> = aliases.iter().map(|(v, k)| format!("«{v}» → «{k}»")).collect();
            (
                format!(
                    "Ισοδύναμα του {from_file} δεν οδηγούν πουθενά στο {lookup_file}: {}.",
                    each.join(", ")
                ),
                "Αναιρέστε τα ή διαλέξτε άλλα κλειδιά.",
            )
        }
        I::JoinWorse { from_file, lookup_file, was, now, unmatched } => (
            format!(
                "Ταίρι στο {lookup_file} βρίσκει το {} των γραμμών του {from_file}· πριν ήταν {}. Χωρίς ταίρι: {}.",
                L.share(*now),
                L.share(*was),
                rows(*unmatched)
            ),
            "Προσθέστε το δεύτερο αρχείο αυτού του μήνα ή δείτε τις τιμές χωρίς ταίρι.",
        ),
        I::PeriodOutside { period, extent } => (
            format!(
                "Η αναφορά ζητά {}, ενώ τα αρχεία έχουν {}.",
                L.period(*period),
                L.period(*extent)
            ),
            "Διαλέξτε άλλη περίοδο στην αναφορά.",
        ),
        I::FileExtra { file, kind, rows: n } => (
            format!(
                "Η προρρύθμιση δεν ξέρει το {file} ({}, {}): αντιστοιχίστηκε όπως προτείνεται.",
                (words.names.file_kind)(*kind),
                rows(*n)
            ),
            "Ελέγξτε τις στήλες του.",
        ),
        I::ColumnRenamed { file, from, to, how } => (
            format!("Στο {file} τη θέση της «{from}» πήρε η «{to}»: {}.", rename(*how, words)),
            "Ελέγξτε ότι σημαίνουν το ίδιο.",
        ),
        I::ColumnNew { file, header, role } => (
            format!("Το {file} έχει νέα στήλη «{header}»: {}.", (words.names.role)(*role)),
            "Ελέγξτε ότι είναι έτσι.",
        ),
    };
    FindingText { text, advice: advice.to_owned() }
}

fn rename(how: Rename, words: &Strings) -> String {
    match how {
        Rename::Spelling => "το ίδιο όνομα με άλλη γραφή".to_owned(),
        Rename::Values => "έχει τις καταστάσεις της προρρύθμισης".to_owned(),
        Rename::Role(role) => {
            format!("προτείνεται για τον ίδιο ρόλο ({})", (words.names.role)(role))
        }
    }
}
