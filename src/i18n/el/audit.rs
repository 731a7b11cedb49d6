//! Greek: the check-list, what is planned about it, windows onto rows.

use super::{L, check::check, concern::concern, names::NAMES};
use crate::engine::audit::{Counted, Detail, Lack, Priority, Progress, Severity};
use crate::engine::filter::Grain;
use crate::engine::window::Part;
use crate::i18n::Audit;
use crate::i18n::plural::el as number;

pub const AUDIT: Audit = Audit {
    title: "Έλεγχος: όλα τα σημεία",
    open: "Όλοι οι έλεγχοι",
    hint: "Εδώ είναι όλοι οι έλεγχοι, και όσοι πέρασαν. Οι δείκτες χωρίς τις γραμμές που βρέθηκαν \
        υπολογίζονται για την περίοδο και τα φίλτρα αυτής της αναφοράς. Ό,τι συμπληρώνετε μένει με \
        την αναφορά και, μετά την επόμενη εισαγωγή, επιστρέφει στον ίδιο έλεγχο.",
    summary: |found, passed, not| {
        format!(
            "{} με ευρήματα, {} πέρασαν, {} δεν γίνονται με αυτά τα δεδομένα",
            L.count(found),
            L.count(passed),
            L.count(not)
        )
    },
    passed: "Πέρασε",
    not_checkable: "Δεν ελέγχεται",
    check,
    severity: |severity| match severity {
        Severity::High => "Επηρεάζει τους δείκτες",
        Severity::Medium => "Περιορίζει τα συμπεράσματα",
        Severity::Low => "Για ενημέρωση",
    },
    count: |n, of, counted| match of {
        0 => things(n, counted),
        _ => format!("{} από {}", L.count(n), things(of, counted)),
    },
    lack,
    detail,
    recommendation: "Τι να κάνετε",
    effects: "Χωρίς αυτές τις γραμμές",
    effect: |name, with, without| format!("{name}: {with} → {without}"),
    no_effect: "Χωρίς αυτές τις γραμμές κανένας δείκτης των καρτών δεν αλλάζει.",
    concern,
    show_rows: |n| format!("Εμφάνιση: {}", number(n, "γραμμή", "γραμμές")),

    check_heading: "Έλεγχος",
    result: "Αποτέλεσμα",
    importance: "Σημασία",
    priority: "Προτεραιότητα",
    priority_name: |priority| match priority {
        Priority::High => "Υψηλή",
        Priority::Medium => "Μεσαία",
        Priority::Low => "Χαμηλή",
    },
    priority_usual: "Δεν ορίστηκε",
    owner: "Υπεύθυνος",
    due: "Προθεσμία",
    progress: "Κατάσταση",
    progress_name: |progress| match progress {
        Progress::Open => "Ανοιχτό",
        Progress::InWork => "Σε εξέλιξη",
        Progress::Done => "Έγινε",
        Progress::Accepted => "Μένει ως έχει",
    },
    download: "Λήψη της λίστας ως CSV",
    copy: "Αντιγραφή της λίστας",
    file: "audit",

    part: |part| match part {
        Part::Counted => "Μετράει",
        Part::Both => "Αριθμητής και παρονομαστής",
        Part::Above => "Αριθμητής",
        Part::Below => "Παρονομαστής",
        Part::Value => "Τιμή",
        Part::Promoter => "Υποστηρικτής (9–10)",
        Part::Passive => "Ουδέτερος (7–8)",
        Part::Detractor => "Επικριτής (0–6)",
        Part::WithoutAmount => "Εκτός: χωρίς ποσό",
        Part::OtherCurrency => "Εκτός: άλλο νόμισμα",
        Part::WithoutDates => "Εκτός: λείπει ημερομηνία",
        Part::DatesOutOfOrder => "Εκτός: αντιφατικές ημερομηνίες",
        Part::WithoutId => "Εκτός: χωρίς κωδικό",
        Part::Repeated => "Εκτός: μετρά άλλη γραμμή με τον ίδιο κωδικό",
        Part::LeftOut => "Εκτός",
    },
    part_heading: "Σε αυτόν τον δείκτη",
    all_parts: "Όλες οι γραμμές",
    find_rows: "Αναζήτηση στις γραμμές",
    download_rows: "Λήψη ως CSV",
    downloading: |done, of| format!("Ετοιμάζονται {} από {}…", L.count(done), L.count(of)),
    rows_file: "rows",
};

fn things(n: u64, counted: Counted) -> String {
    match counted {
        Counted::Records => number(n, "εγγραφή", "εγγραφές"),
        Counted::CostRows => number(n, "γραμμή κόστους", "γραμμές κόστους"),
        Counted::Activities => number(n, "ενέργεια", "ενέργειες"),
        Counted::Rows => number(n, "γραμμή", "γραμμές"),
        Counted::Stages => number(n, "στάδιο", "στάδια"),
        Counted::Channels => number(n, "κανάλι με δαπάνη", "κανάλια με δαπάνη"),
        Counted::Owners => number(n, "υπεύθυνος", "υπεύθυνοι"),
        Counted::Files => number(n, "αρχείο", "αρχεία"),
        Counted::Months => number(n, "μήνας", "μήνες"),
        Counted::Weeks => number(n, "εβδομάδα", "εβδομάδες"),
        Counted::Days => number(n, "ημέρα", "ημέρες"),
    }
}

fn lack(lack: Lack) -> &'static str {
    match lack {
        Lack::NoRecords => "Κανένα αρχείο δεν έχει συμφωνίες ή leads.",
        Lack::NoSpend => "Κανένα αρχείο δεν έχει διαφημιστική δαπάνη.",
        Lack::NoCreated => "Καμία στήλη δεν λέει πότε δημιουργήθηκαν οι εγγραφές.",
        Lack::NoClosed => "Καμία στήλη δεν λέει πότε έκλεισαν οι εγγραφές.",
        Lack::NoExpectedClose => "Καμία στήλη δεν λέει πότε αναμένεται να κλείσουν οι ανοιχτές.",
        Lack::NoAmount => "Καμία στήλη δεν έχει ποσά.",
        Lack::NoStages => "Καμία στήλη δεν έχει στάδια.",
        Lack::NoOutcome => "Τίποτα δεν λέει τι κερδήθηκε και τι χάθηκε.",
        Lack::NoSource => "Καμία στήλη δεν λέει από πού ήρθαν οι εγγραφές.",
        Lack::NoCampaign => "Καμία στήλη των εγγραφών δεν αναφέρει καμπάνια.",
        Lack::NoId => "Καμία στήλη δεν έχει ID.",
        Lack::NoContact => "Καμία στήλη δεν έχει e-mail ή τηλέφωνα.",
        Lack::NoName => "Καμία στήλη δεν έχει ονόματα εγγραφών.",
        Lack::NoJoin => "Κανένα αρχείο δεν συνδέεται με άλλο.",
        Lack::NoOwner => "Καμία στήλη δεν λέει ποιος είναι υπεύθυνος.",
        Lack::NoOwnerList => "Κανένα συνδεδεμένο αρχείο δεν έχει τη λίστα των υπευθύνων.",
        Lack::NoOtherCosts => "Κανένα αρχείο δεν έχει άλλα κόστη.",
        Lack::NoActivities => "Κανένα αρχείο δεν έχει ενέργειες.",
        Lack::NoCostType => "Καμία στήλη δεν λέει τι αφορούν τα έξοδα.",
        Lack::NoRecordNamed => {
            "Καμία στήλη των ενεργειών δεν αναφέρει εγγραφή, πρόσωπο ή εταιρεία."
        }
        Lack::NoResult => "Καμία στήλη δεν λέει πώς τελείωσαν οι ενέργειες.",
        Lack::NoDuration => "Καμία στήλη δεν λέει πόσο κράτησαν οι κλήσεις.",
        Lack::NoTimes => "Οι ενέργειες έχουν ημέρες και όχι ώρες.",
        Lack::NoZone => "Κανένα αρχείο δεν έχει ζώνη ώρας.",
        Lack::TooFew => "Πολύ λίγες τιμές για να φανεί τι είναι συνηθισμένο.",
        Lack::NoToday => "Ελέγχεται μόνο όπου είναι γνωστή η σημερινή ημερομηνία.",
    }
}

fn detail(detail: &Detail) -> String {
    let days = |n: f64| L.days(n);
    let records = |n: u64| number(n, "εγγραφή", "εγγραφές");
    match detail {
        Detail::Bounds { currency, low, high, median, deviations } => {
            let money = |x: f64| L.money(x, Some(currency.as_str()));
            format!(
                "Συνηθισμένα: {} έως {}, διάμεσος {}· πέρα από {} ανηγμένες αποκλίσεις σε λογαριθμική κλίμακα είναι ακραίο.",
                money(*low),
                money(*high),
                money(*median),
                L.number_trimmed(*deviations, 1)
            )
        }
        Detail::StageLimit { stage, days: limit, records: n } => format!(
            "«{stage}»: {} πάνω από {}, όσο χρειάστηκαν οι εννέα στις δέκα για να το περάσουν.",
            records(*n),
            days(*limit)
        ),
        Detail::AgeLimit { days: limit, records: n } => format!(
            "{} πάνω από {}, όσο χρειάστηκαν οι εννέα στις δέκα για να κλείσουν.",
            records(*n),
            days(*limit)
        ),
        Detail::Latest { file, latest, expected } => format!(
            "Το {file} τελειώνει στις {}· αναμένεται έως {}.",
            L.day(*latest),
            L.day(*expected)
        ),
        Detail::Key { file, column, lookup } => {
            format!("Η στήλη «{column}» του {file} αναζητείται στο {lookup}.")
        }
        Detail::SameBy { columns } => format!("Ίδια κατά: {}.", columns.join(", ")),
        Detail::Months { channel, months, more } => {
            let named = months.iter().map(|day| L.month(*day)).collect::<Vec<_>>().join(", ");
            let more = match more {
                0 => String::new(),
                1 => " και άλλος ένας μήνας".to_owned(),
                n => format!(" και άλλοι {} μήνες", L.count(*n)),
            };
            format!("{}: {named}{more}.", (NAMES.channel)(channel))
        }
        Detail::Met { grain, spend, records } => {
            let unit = if *grain == Grain::Week {
                "στην ίδια εβδομάδα"
            } else {
                "στον ίδιο μήνα"
            };
            let records = records.map(|x| format!("{} των εγγραφών", L.share(x)));
            let spend = spend.map(|x| format!("{} της δαπάνης", L.share(x)));
            let both: Vec<String> = spend.into_iter().chain(records).collect();
            format!("Ανά κανάλι συναντιούνται {unit}: {}.", both.join(" και "))
        }
        Detail::MetEver { spend, records } => {
            let records = records.map(|x| format!("{} των εγγραφών", L.share(x)));
            let spend = spend.map(|x| format!("{} της δαπάνης", L.share(x)));
            let both: Vec<String> = spend.into_iter().chain(records).collect();
            format!("Ανά κανάλι συναντιούνται, ανεξάρτητα από τον χρόνο: {}.", both.join(" και "))
        }
        Detail::Gap { file, first, last } => {
            format!("{file}: τίποτα από {} έως {}.", L.day(*first), L.day(*last))
        }
        Detail::Cost { currency, spend, share } => format!(
            "{} δαπάνης, {} του συνόλου.",
            L.money(*spend, Some(currency.as_str())),
            L.share(*share)
        ),
    }
}
