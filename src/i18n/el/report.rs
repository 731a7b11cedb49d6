//! Greek: the report screen.

use super::L;
use crate::engine::filter::{Comparison, Grain, PeriodSpec};
use crate::i18n::Report;
use crate::i18n::plural::el as count;

pub const REPORT: Report = Report {
    untitled: "Μάρκετινγκ και πωλήσεις",
    title_label: "Τίτλος της αναφοράς",
    building: "Υπολογισμός…",
    no_report: "Προσθέστε πρώτα αρχεία και η αναφορά θα εμφανιστεί εδώ.",
    basis_line: |basis| format!("βάση: {basis}"),
    as_of: |day| format!("έως {day}"),
    as_of_hint: "Η τελευταία ημέρα των δεδομένων. Παίρνει τη θέση του σήμερα, ώστε ένα παλιό αρχείο \
        να δίνει και αύριο τους ίδιους αριθμούς.",

    period: "Περίοδος",
    period_choice,
    period_custom: "Προσαρμοσμένη…",
    from: "Από",
    to: "Έως",
    comparison: "Σύγκριση",
    comparison_choice: |comparison| match comparison {
        Comparison::Nothing => "καμία",
        Comparison::PreviousPeriod => "με την προηγούμενη περίοδο",
        Comparison::SamePeriodLastYear => "με την ίδια περίοδο πέρυσι",
        Comparison::Target => "με τον στόχο",
        Comparison::Segments => "με άλλο τμήμα",
    },
    versus: |period| format!("έναντι {period}"),
    basis: "Βάση",
    policy: "Παράλειψη σταδίων",
    currency: "Νόμισμα",
    other_currency: |currency, records, amount| {
        let records = count(records, "εγγραφή", "εγγραφές");
        format!("{currency}: {records}, έσοδα {amount}, δεν προστίθενται")
    },
    currency_unnamed: "χωρίς νόμισμα",
    filters: "Φίλτρα",
    add_filter: "Φίλτρο",
    filter_is: "είναι",
    filter_is_not: "δεν είναι",
    filter_keep: "είναι",
    filter_leave_out: "δεν είναι",
    filter_values: |n| count(n, "τιμή", "τιμές"),
    no_groups: "καμία τιμή",
    clear_filters: "Καθαρισμός φίλτρων",
    nothing_left_title: "Καμία εγγραφή δεν ταιριάζει",
    nothing_left: |of| {
        format!(
            "Τα αρχεία έχουν {}. Η περίοδος και τα φίλτρα δεν άφησαν καμία.",
            count(of, "εγγραφή", "εγγραφές")
        )
    },
    remove_filter: |dimension| format!("Αφαίρεση του φίλτρου «{dimension}»"),

    kpis_title: "Βασικοί δείκτες",
    vs_previous: "έναντι προηγούμενης περιόδου",
    nothing_before: "χωρίς σύγκριση",
    show_definition: "Ορισμός",
    definition_of: |measure| format!("Τι είναι «{measure}»;"),
    answers: "Τι απαντά",
    formula: "Τύπος",
    unit: "Μονάδα",
    empty_when: "Κενό όταν",
    source: "Πηγή",
    source_plain: "Απλή καταμέτρηση ή άθροισμα των γραμμών του αρχείου",
    source_usual: "Όπως συνηθίζεται στις αναφορές marketing και πωλήσεων",
    source_ads: "Όπως το ορίζουν τα διαφημιστικά συστήματα, υπολογισμένο ξανά από τα πλήθη",
    cautions: "Προσοχή",
    numerator: "Αριθμητής",
    denominator: "Παρονομαστής",
    interval: |interval| format!("διάστημα 95%: {interval}"),
    values_behind: |n| format!("από {}", count(n, "τιμή", "τιμές")),
    absent_because: |reason| format!("Δεν υπολογίζεται: {reason}."),
    absent_title: "Δεν υπολογίζονται",

    funnel_title: "Χοάνη",
    stage: "Στάδιο",
    reached: "Έφτασαν",
    of_previous: "% του προηγούμενου",
    of_first: "% του πρώτου",
    dropped: "Απώλειες",
    observed: "Με στοιχεία",
    implied: "Προσμετρώνται",
    implied_hint: "Πέρασαν από εδώ προς επόμενο στάδιο, αν και το αρχείο δεν λέει πότε.",
    median_days: "Διάμεσος ημερών",
    before: "Πριν",
    end_to_end: "συνολική μετατροπή",
    entered: "Μπήκαν",
    still_open: |n| match n {
        1 => "1 ακόμη ανοιχτή".to_owned(),
        _ => format!("{} ακόμη ανοιχτές", L.count(n)),
    },
    lost: |n| match n {
        1 => "1 χαμένη".to_owned(),
        _ => format!("{} χαμένες", L.count(n)),
    },
    unknown_depth: |n| match n {
        1 => "1 χάθηκε σε άγνωστο στάδιο, μετριέται στο πρώτο".to_owned(),
        _ => format!("{} χάθηκαν σε άγνωστο στάδιο, μετριούνται στο πρώτο", L.count(n)),
    },
    unmapped: |n| match n {
        1 => "1 με τιμή εκτός σταδίων, μετριέται στο πρώτο".to_owned(),
        _ => format!("{} με τιμή εκτός σταδίων, μετριούνται στο πρώτο", L.count(n)),
    },

    channels_title: "Οικονομικά των καναλιών",
    breakdown_title: |dimension| format!("Ανάλυση: {dimension}"),
    break_down_by: "Ανάλυση ανά",
    sorted_by: |measure| format!("ταξινόμηση: {measure}"),
    trend_title: |measures, grain| {
        let unit = match grain {
            Grain::Day => "ημέρα",
            Grain::Week | Grain::WeekFrom(_) => "εβδομάδα",
            Grain::Month => "μήνα",
            Grain::Quarter | Grain::FiscalQuarter(_) => "τρίμηνο",
            Grain::Year | Grain::FiscalYear(_) => "έτος",
        };
        format!("{measures} ανά {unit}")
    },
    trend_grain: "Ανά",
    last_is_partial: |unit| format!("{unit}: η περίοδος δεν έχει τελειώσει"),

    pivot_title: "Συγκεντρωτικός πίνακας",
    pivot_rows: "Γραμμές",
    pivot_columns: "Στήλες",
    pivot_values: "Τιμές",
    pivot_add: "Προσθήκη",
    pivot_empty: "Επιλέξτε τι μπαίνει στις γραμμές, στις στήλες και στις τιμές.",
    pivot_natural_order: "φυσική σειρά",
    row_total: "Σύνολο",
    grand_total: "Σύνολο",
    totals_hint: "Τα σύνολα υπολογίζονται από τις εγγραφές, δεν αθροίζονται από τα κελιά.",

    findings_title: "Τι να ελέγξετε",
    findings_hint: "όσα λείπουν από τα δεδομένα ή είναι λάθος",
    no_findings: "Δεν βρέθηκε κάτι κατά την ετοιμασία της αναφοράς. Το «Όλοι οι έλεγχοι» κοιτά γραμμή προς γραμμή.",
    scope_title: "Τι μετρήθηκε",
    records_in_scope: |counted, of| {
        format!("{} από {}", L.count(counted), count(of, "εγγραφή", "εγγραφές"))
    },
    excluded_title: "Εξαιρέθηκαν",
    extent: |period| format!("δεδομένα {period}"),
    unfinished_hint: "Τα πρόσφατα leads είναι ακόμη σε εξέλιξη: η μετατροπή τους θα ανέβει.",
    measure: "Δείκτης",
    measures: "Δείκτες",
    now: "Τώρα",
    share_of_revenue: "Μερίδιο εσόδων",
    keep_only: |name| format!("Μόνο «{name}»"),
    add_block: "Προσθήκη ενότητας",
    block_menu: |block| format!("Ενέργειες για «{block}»"),
    breakdown: "Ανάλυση",
    trend: "Εξέλιξη",
    empty_title: "Δεν υπάρχει ακόμη αναφορά",
    add_files: "Προσθήκη αρχείων",
    check_mapping: "Έλεγχος της αντιστοίχισης",
    save: "Αποθήκευση",
    choose_values: "Επιλέξτε τιμές",
    implied_total: |n| {
        count(
            n,
            "είσοδος σε στάδιο προσμετράται από επόμενο",
            "είσοδοι σε στάδια προσμετρώνται από επόμενα",
        )
    },
};

fn period_choice(period: PeriodSpec) -> String {
    match period {
        PeriodSpec::All => "Όλο το διάστημα".to_owned(),
        PeriodSpec::Between(period) => L.period(period),
        PeriodSpec::This(grain) => match grain {
            Grain::Day => "Τελευταία ημέρα",
            Grain::Week | Grain::WeekFrom(_) => "Τελευταία εβδομάδα",
            Grain::Month => "Τελευταίος μήνας",
            Grain::Quarter | Grain::FiscalQuarter(_) => "Τελευταίο τρίμηνο",
            Grain::Year | Grain::FiscalYear(_) => "Τελευταίο έτος",
        }
        .to_owned(),
        PeriodSpec::Last(1, grain) => match grain {
            Grain::Day => "Προηγούμενη ημέρα",
            Grain::Week | Grain::WeekFrom(_) => "Προηγούμενη εβδομάδα",
            Grain::Month => "Προηγούμενος μήνας",
            Grain::Quarter | Grain::FiscalQuarter(_) => "Προηγούμενο τρίμηνο",
            Grain::Year | Grain::FiscalYear(_) => "Προηγούμενο έτος",
        }
        .to_owned(),
        PeriodSpec::Last(n, grain) => {
            let n = L.count(n.into());
            match grain {
                Grain::Day => format!("Οι τελευταίες {n} πλήρεις ημέρες"),
                Grain::Week | Grain::WeekFrom(_) => format!("Οι τελευταίες {n} πλήρεις εβδομάδες"),
                Grain::Month => format!("Οι τελευταίοι {n} πλήρεις μήνες"),
                Grain::Quarter | Grain::FiscalQuarter(_) => {
                    format!("Τα τελευταία {n} πλήρη τρίμηνα")
                }
                Grain::Year | Grain::FiscalYear(_) => format!("Τα τελευταία {n} πλήρη έτη"),
            }
        }
    }
}
