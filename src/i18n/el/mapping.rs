//! Greek: the mapping screen.

use super::{L, reason};
use crate::engine::mapping::{RuleTest, SourceField};
use crate::i18n::Mapping;
use crate::i18n::plural::el as count;

pub const MAPPING: Mapping = Mapping {
    title: "Τι σημαίνουν οι στήλες;",
    subtitle: "Συμπληρώθηκε από τις επικεφαλίδες και τις τιμές. Όλα αλλάζουν και η προεπισκόπηση \
        ακολουθεί αμέσως.",
    build_report: "Δημιουργία αναφοράς",
    reset: "Αρχικές προτάσεις",
    reset_note: "Οι αλλαγές σας σε αυτή την οθόνη χάνονται και όλα προτείνονται από την αρχή.",

    columns_title: "Στήλες",
    file_label: "Αρχείο",
    kind_label: "Τι περιέχει",
    not_mapped: "δεν έχει οριστεί",
    optional: "προαιρετικό",
    more_roles: |n| format!("άλλα {}", L.count(n)),
    column_for: |role| format!("Στήλη για: {role}"),
    file_currency: "Νόμισμα του αρχείου",
    currency_none: "δεν αναφέρεται",
    file_channel: "Κανάλι όλων των γραμμών",
    file_channel_by_rows: "ανά καμπάνια, για κάθε γραμμή",

    unique: |share| format!("{share} μοναδικά"),
    filled: |share| format!("{share} με τιμή"),
    empty: |share| format!("{share} κενά"),
    are_dates: |share| format!("{share} ημερομηνίες"),
    are_numbers: |share| format!("{share} αριθμοί"),
    values: |n| count(n, "τιμή", "τιμές"),
    evidence: reason::evidence,

    stages_title: "Στάδια χοάνης",
    stages_hint: "Βάλτε τα στη σειρά, από την πρώτη επαφή ως την πώληση, και αντιστοιχίστε \
        κάθε τιμή σε ένα στάδιο.",
    stage_name: "Όνομα του σταδίου",
    new_stage: "Νέο στάδιο",
    add_stage: "Προσθήκη σταδίου",
    won: "Κερδισμένες",
    lost: "Χαμένες",
    won_hint: "τιμές που σημαίνουν πώληση",
    lost_hint: "τιμές που σημαίνουν τέλος χωρίς πώληση",
    values_not_mapped: "Χωρίς στάδιο",
    value_goes_to: |value| format!("Στάδιο για την τιμή «{value}»"),
    no_values: "καμία τιμή",
    qualified: "Ποιοτικό",
    qualified_from: |stage| format!("Ένα lead μετράει ως ποιοτικό (MQL) από το στάδιο «{stage}»"),
    qualified_hint: "Όσα leads φτάνουν σε αυτό το στάδιο μετρούν ως ποιοτικά (MQL).",
    entered_on: "Ημερομηνία εισόδου",
    no_entered: "χωρίς στήλη ημερομηνίας",
    file_note: reason::file_note,
    order_reason: reason::order_reason,
    parked_value: "Κατάσταση, όχι βήμα: δεν δείχνει πόσο έχει προχωρήσει η εγγραφή. Αν είναι στάδιο, αντιστοιχίστε το.",
    entry_evidence: reason::entry_evidence,
    decided: "Εδώ φτάνει κάθε κλειστή συμφωνία",
    decided_hint: "Για στάδια όπως «Κλειστή», από τα οποία περνούν κερδισμένες και χαμένες.",

    channels_title: "Κανάλια",
    channels_summary: |raw, channels, unassigned| {
        let raw = count(raw, "αρχική τιμή", "αρχικές τιμές");
        let line = format!("{raw} → {}", count(channels, "κανάλι", "κανάλια"));
        match unassigned {
            0 => line,
            n => format!("{line} · {} χωρίς κανάλι", L.count(n)),
        }
    },
    raw_value: "Αρχική τιμή",
    channel: "Κανάλι",
    rows: "Γραμμές",
    why: "Γιατί",
    channel_for: |value| format!("Κανάλι για {value}"),
    channel_reason: reason::channel_reason,
    own_channel: "Δικό σας κανάλι…",
    own_channel_name: "Όνομα του καναλιού",
    rules_title: "Οι κανόνες σας",
    rules_hint: "Ισχύει ο πρώτος κανόνας που ταιριάζει· οι ενσωματωμένοι ελέγχονται μετά.",
    add_rule: "Προσθήκη κανόνα",
    rule_field: |field| match field {
        SourceField::Any => "Οποιοδήποτε πεδίο",
        SourceField::Source => "Πηγή",
        SourceField::Medium => "Μέσο",
        SourceField::Campaign => "Καμπάνια",
    },
    rule_test: |test| match test {
        RuleTest::Is => "είναι",
        RuleTest::Contains => "περιέχει",
        RuleTest::StartsWith => "αρχίζει με",
        RuleTest::IsEmpty => "είναι κενό",
    },
    rule_text: "Κείμενο",

    joins_title: "Συνδεδεμένα αρχεία",
    joins_hint: "Ένα συνδεδεμένο αρχείο προσθέτει στήλες. Δεν προσθέτει εγγραφές, εκτός αν αυτές αρχίζουν από το lead.",
    no_joins: "Κανένα άλλο αρχείο δεν έχει κοινό κλειδί με συμφωνίες ή leads.",
    join_line: |from, column, lookup, key| format!("{from} «{column}» → {lookup} «{key}»"),
    matched: |share| format!("αντιστοιχία στο {share} των γραμμών"),
    unmatched: |values, rows| {
        let values = count(values, "τιμή", "τιμές");
        format!("{values} χωρίς αντιστοιχία, {}", count(rows, "γραμμή", "γραμμές"))
    },
    alias: |raw, key| format!("Το «{raw}» είναι μάλλον το «{key}»"),
    alias_reason: reason::alias_reason,
    accept: "Αποδοχή",
    accept_all: "Αποδοχή όλων",
    accepted: "έγινε δεκτό",
    undo_alias: |raw| format!("Να μην αντικατασταθεί το «{raw}»"),
    add_join: "Σύνδεση αρχείου",
    spend_join_title: "Δαπάνη ανά καμπάνια",
    spend_join_line: |records, spend| format!("«{records}» των leads = «{spend}» της δαπάνης"),
    channel_join_title: "Δαπάνη ανά κανάλι",
    spend_tied: |share| format!("το {share} της δαπάνης συνδέεται με leads"),

    preview: "Προεπισκόπηση",
    live: "ενημερώνεται αμέσως",
    preview_empty: "Ορίστε στάδια ή ημερομηνία και η χοάνη θα εμφανιστεί εδώ.",
    audit: "Έλεγχος",
    audit_clean: "Δεν βρέθηκε τίποτα παράξενο.",
    join_tag: "Σύνδεση",
};
