//! Greek: header, menus, common words.

use super::L;
use crate::i18n::Shell;
use crate::i18n::plural::el as count;

pub const SHELL: Shell = Shell {
    app_name: "Tundish",
    tagline: "Αναφορές χοάνης από αρχεία CSV, μέσα στον browser σας",
    language_name: "Ελληνικά",
    language_short: "EL",

    step_data: "Δεδομένα",
    step_mapping: "Αντιστοίχιση",
    step_report: "Αναφορά",

    local_only: |n| format!("Μόνο τοπικά · {}", count(n, "αίτημα", "αιτήματα")),
    privacy_title: "Τα δεδομένα μένουν σε αυτόν τον υπολογιστή",
    privacy_text: "Η σελίδα διαβάζει τα αρχεία εδώ και δεν τα στέλνει πουθενά: δεν της το \
        επιτρέπει η πολιτική ασφαλείας της. Ο μετρητής δείχνει πόσα αιτήματα έχει κάνει η σελίδα \
        από τότε που φορτώθηκε. Ένα αρχείο Excel μπορεί να προσθέσει ένα: το τμήμα του Tundish που \
        διαβάζει Excel έρχεται από την ίδια διεύθυνση με τη σελίδα.",
    language: "Γλώσσα",
    theme: "Θέμα",
    theme_auto: "Όπως το σύστημα",
    theme_light: "Ανοιχτό",
    theme_dark: "Σκούρο",
    share: "Κοινοποίηση",
    export: "Εξαγωγή",
    print: "Εκτύπωση",
    undo: "Αναίρεση",
    redo: "Επανάληψη",

    ok: "ΟΚ",
    cancel: "Άκυρο",
    close: "Κλείσιμο",
    apply: "Εφαρμογή",
    reset: "Επαναφορά",
    add: "Προσθήκη",
    remove: "Αφαίρεση",
    edit: "Επεξεργασία",
    copy: "Αντιγραφή",
    show: "Εμφάνιση",
    hide: "Απόκρυψη",
    show_all: "Εμφάνιση όλων",
    show_less: "Εμφάνιση λιγότερων",
    and_more: |n| format!("και άλλα {}", L.count(n)),
    search: "Αναζήτηση",
    nothing_found: "Δεν βρέθηκε τίποτα",
    yes: "Ναι",
    no: "Όχι",
    none: "καμία",
    all: "Όλα",
    loading: "Φόρτωση…",
    details: "Λεπτομέρειες",
    options: "Επιλογές",

    skip_link: "Μετάβαση στο περιεχόμενο",
    steps_label: "Βήματα",
    menu_label: "Μενού",
    notices_label: "Μηνύματα",
    close_dialog: "Κλείσιμο του παραθύρου",
    expand: "Ανάπτυξη",
    collapse: "Σύμπτυξη",
    sort_ascending: |column| format!("Ταξινόμηση κατά «{column}», πρώτα τα μικρότερα"),
    sort_descending: |column| format!("Ταξινόμηση κατά «{column}», πρώτα τα μεγαλύτερα"),
    sorted_ascending: "αύξουσα ταξινόμηση",
    sorted_descending: "φθίνουσα ταξινόμηση",
    move_up: |name| format!("Μετακίνηση του «{name}» προς τα πάνω"),
    move_down: |name| format!("Μετακίνηση του «{name}» προς τα κάτω"),
    remove_named: |name| format!("Αφαίρεση: {name}"),
    previous_page: "Προηγούμενες γραμμές",
    next_page: "Επόμενες γραμμές",
    rows_window: |first, last, of| {
        format!("Γραμμές {} έως {} από {}", L.count(first), L.count(last), L.count(of))
    },
    chart_label: |title| format!("Γράφημα: {title}. Οι ίδιοι αριθμοί υπάρχουν στον πίνακά του."),
    show_table: "Προβολή ως πίνακα",
    show_chart: "Προβολή ως γραφήματος",
    page_title: |step, document| match document {
        "" => format!("{step} · Tundish"),
        _ => format!("{document} · {step} · Tundish"),
    },
};
