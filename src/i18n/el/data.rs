//! Greek: the data screen.

use super::L;
use crate::engine::import::AsideReason;
use crate::engine::profile::{DateOrder, DecimalSign};
use crate::i18n::Data;
use crate::i18n::plural::el as count;

pub const DATA: Data = Data {
    title: "Τα αρχεία σας",
    subtitle: "Τα διαβάζει αυτή η σελίδα σε αυτόν τον υπολογιστή. Τίποτα δεν ανεβαίνει πουθενά: δεν \
        επιτρέπεται στη σελίδα.",
    open_saved: "Άνοιγμα αποθηκευμένης αναφοράς…",
    continue_to_mapping: "Συνέχεια στην αντιστοίχιση",
    start_over: "Από την αρχή",
    start_over_question: "Να αφαιρεθούν όλα τα αρχεία και οι ρυθμίσεις από τη σελίδα; Τα αρχεία \
        στον δίσκο σας μένουν όπως είναι.",

    drop_title: "Σύρετε εδώ αρχεία CSV ή Excel ή ",
    choose_files: "επιλέξτε αρχεία",
    drop_kinds: "Συμφωνίες ή leads από CRM · διαφημιστική δαπάνη · εταιρείες, ομάδες, προϊόντα: \
        CSV ή TSV σε όποιο μέγεθος χωράει ο δίσκος σας, Excel, ZIP, GZIP",
    drop_now: "Αφήστε τα για να διαβαστούν",
    paste: "Επικόλληση πίνακα",
    paste_here: "Επικολλήστε εδώ κελιά από υπολογιστικό φύλλο (Ctrl+V, σε Mac ⌘V)",
    pasted: |n| format!("Επικόλληση {n}"),
    paste_add: "Προσθήκη πίνακα",
    paste_no_table: "Ένας πίνακας έχει τουλάχιστον δύο γραμμές ή στήλες χωρισμένες με Tab.",
    sample: "Δοκιμή με δείγμα δεδομένων",
    sample_note: "Περίπου 20.000 φανταστικές συμφωνίες δύο ετών, με διαφημιστική δαπάνη και εταιρείες",
    sample_making: "Ετοιμάζεται το δείγμα…",

    how: [
        (
            "Σύρετε εδώ τα αρχεία σας",
            "Συμφωνίες ή leads από το CRM, κόστη από τους διαφημιστικούς λογαριασμούς. Διαχωρισμός με «;», δεκαδικό κόμμα και Windows-1253 διαβάζονται όπως είναι.",
        ),
        (
            "Ελέγξτε την αντιστοίχιση",
            "Στήλες, στάδια και κανάλια αναγνωρίζονται αυτόματα και βλέπετε το γιατί. Αλλάξτε ό,τι δεν ταιριάζει.",
        ),
        (
            "Διαβάστε και μοιραστείτε την αναφορά",
            "Κάθε αριθμός δείχνει από τι προέκυψε. Ο σύνδεσμος μεταφέρει τις ρυθμίσεις, ποτέ τις γραμμές.",
        ),
    ],
    files_label: "Αρχεία",
    rows: |n| count(n, "γραμμή", "γραμμές"),
    columns: |n| count(n, "στήλη", "στήλες"),
    files: |n| count(n, "αρχείο", "αρχεία"),
    delimiter: |sign| match sign {
        ',' => "κόμμα".to_owned(),
        ';' => "ελληνικό ερωτηματικό (;)".to_owned(),
        '\t' => "στηλοθέτης (tab)".to_owned(),
        '|' => "κάθετη γραμμή".to_owned(),
        ' ' => "κενό".to_owned(),
        other => format!("«{other}»"),
    },
    decimal: |sign| match sign {
        DecimalSign::Point => "τελεία στα δεκαδικά",
        DecimalSign::Comma => "κόμμα στα δεκαδικά",
    },
    date_order: |order| match order {
        DateOrder::YearMonthDay => "πρώτα το έτος",
        DateOrder::DayMonthYear => "πρώτα η ημέρα",
        DateOrder::MonthDayYear => "πρώτα ο μήνας",
    },
    with_bom: "με BOM",
    header_on_line: |line| format!("επικεφαλίδες στη γραμμή {}", L.count(line.into())),
    no_header: "χωρίς επικεφαλίδες",
    set_aside: |n| count(n, "γραμμή παραλείφθηκε", "γραμμές παραλείφθηκαν"),
    aside: |reason, line| {
        let (what, skipped) = match reason {
            AsideReason::Title => ("τίτλος", "παραλείφθηκε"),
            AsideReason::Totals => ("σύνολα", "παραλείφθηκαν"),
            AsideReason::Footer => ("υποσημείωση", "παραλείφθηκε"),
            AsideReason::SecondTable => ("δεύτερος πίνακας", "παραλείφθηκε"),
            AsideReason::Header => ("επανάληψη επικεφαλίδων", "παραλείφθηκε"),
        };
        format!("{what} στη γραμμή {}, {skipped}", L.count(line.into()))
    },

    waiting: "Σε αναμονή",
    reading: "Ανάγνωση…",
    progress: |done, rate, left| format!("{done} · {rate} · απομένουν {left}"),
    progress_label: |file| format!("Ανάγνωση του {file}"),
    read_in: |time| format!("διαβάστηκε σε {time}"),
    cancelled: "Ακυρώθηκε",
    cancel_reading: |file| format!("Διακοπή ανάγνωσης του {file}"),
    remove_file: |file| format!("Αφαίρεση του {file}"),
    read_again: "Νέα ανάγνωση",
    replaced: |file| format!("Το {file} αντικαταστάθηκε από το νέο αρχείο με το ίδιο όνομα."),
    drop_these: "Η αναφορά έγινε από τα παρακάτω αρχεία. Σύρετέ τα εδώ για να τη δείτε:",
    columns_differ: |file| format!("Το {file} έχει άλλες στήλες από τότε που έγινε η αναφορά."),

    encoding: "Κωδικοποίηση",
    delimiter_label: "Διαχωριστικό",
    header_line: "Γραμμή επικεφαλίδων",
    dates: "Ημερομηνίες",
    decimals: "Δεκαδικά",
    automatic: "αυτόματα",
    automatic_found: |found| format!("αυτόματα: {found}"),
    overridden: "ορίστηκε από εσάς",

    preview: "Προεπισκόπηση",
    all_rows: |n| match n {
        1 => "η μοναδική γραμμή".to_owned(),
        _ => format!("εμφανίζονται όλες: {}", count(n, "γραμμή", "γραμμές")),
    },
    first_rows: |n| match n {
        1 => "η πρώτη γραμμή".to_owned(),
        _ => format!("οι πρώτες {}", count(n, "γραμμή", "γραμμές")),
    },
    select_file: "Επιλέξτε ένα αρχείο για να δείτε τις γραμμές του.",
    places: "Πού",
    first_places: |n| match n {
        1 => "το πρώτο σημείο".to_owned(),
        _ => format!("τα πρώτα {}", count(n, "σημείο", "σημεία")),
    },
    place_line: "Γραμμή",
    place_column: "Στήλη",
    place_text: "Στο αρχείο",
    no_issues: "Διαβάστηκαν όλα.",

    column_filled: |n| format!("{} με τιμή", L.count(n)),
    column_empty: |n| format!("{} κενά", L.count(n)),
    column_unread: |n| format!("{} δεν διαβάστηκαν", L.count(n)),
    column_distinct: |n| count(n, "διαφορετική τιμή", "διαφορετικές τιμές"),
    column_range: |least, greatest| format!("{least} έως {greatest}"),
    column_assumed: "Υπόθεση: τίποτα στη στήλη δεν το ξεκαθαρίζει.",
};
