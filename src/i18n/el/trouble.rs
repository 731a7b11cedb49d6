//! Greek: issues of files and errors.

use super::{L, finding::finding, names::NAMES, refusal};
use crate::engine::error::BuildError;
use crate::engine::issue::{Issue, IssueKind, Location};
use crate::engine::report::{Absence, Exclusion};
use crate::i18n::label::join_parts;
use crate::i18n::plural::el as count;
use crate::i18n::{Help, Trouble, Weight};

pub const TROUBLE: Trouble = Trouble {
    issue_line,
    issue,
    blank_record: "μόνο κενά και διαχωριστικά· δεν είναι γραμμή του πίνακα",
    place,
    import_error: refusal::import_error,
    build_error,
    absence: |reason| match reason {
        Absence::NoRecords => "κανένα αρχείο δεν έχει συμφωνίες ή leads",
        Absence::NoSpend => "κανένα αρχείο δεν έχει διαφημιστική δαπάνη",
        Absence::NoImpressions => "κανένα αρχείο δαπάνης δεν έχει εμφανίσεις",
        Absence::NoClicks => "κανένα αρχείο δαπάνης δεν έχει κλικ",
        Absence::NoConversions => "κανένα αρχείο δαπάνης δεν έχει μετατροπές",
        Absence::NoAmount => "δεν έχει οριστεί στήλη ποσού",
        Absence::NoStages => "δεν έχει οριστεί κανένα στάδιο",
        Absence::OnlyEnds => {
            "όλες οι καταστάσεις σημαίνουν κερδισμένη ή χαμένη και δεν υπάρχει στάδιο πριν: προσθέστε ένα στα στάδια της αντιστοίχισης, π.χ. «Δημιουργία», και το χωνί θα δείξει από τη δημιουργία ως την πώληση"
        }
        Absence::NoQualifiedStage => "δεν έχει οριστεί στάδιο «Ποιοτικό»",
        Absence::NoCreatedDate => "δεν έχει οριστεί στήλη ημερομηνίας δημιουργίας",
        Absence::NoClosedDate => "δεν έχει οριστεί στήλη ημερομηνίας κλεισίματος",
        Absence::NoDates => "δεν έχει οριστεί καμία στήλη ημερομηνίας",
        Absence::NothingInPeriod => "καμία εγγραφή σε αυτές τις ημέρες (και με αυτά τα φίλτρα)",
        Absence::CurrenciesDiffer => "η δαπάνη και τα έσοδα είναι σε διαφορετικό νόμισμα",
        Absence::NoDimension => "η στήλη δεν υπάρχει πια στα αρχεία",
        Absence::NoEntity => "καμία στήλη δεν ονομάζει το πρόσωπο ή την εταιρεία μιας εγγραφής",
        Absence::NoValues => "δεν υπάρχουν τιμές για εμφάνιση",
        Absence::BadFormula => {
            "ο τύπος του δεν διαβάζεται ή αναφέρει στήλη που δεν υπάρχει στα αρχεία"
        }
        Absence::SpendHasNoDimension => "η διαφημιστική δαπάνη δεν αναλύεται ούτε φιλτράρεται έτσι",
        Absence::NoAccount => "δεν έχει οριστεί στήλη λογαριασμού",
        Absence::NoPerson => "δεν έχει οριστεί στήλη επαφής",
        Absence::NoQuantity => "δεν έχει οριστεί στήλη ποσότητας",
        Absence::NoChance => "δεν έχει οριστεί στήλη πιθανότητας",
        Absence::NoExpectedClose => "δεν έχει οριστεί στήλη αναμενόμενης ημερομηνίας κλεισίματος",
        Absence::NoSuchStage => "τα στάδια είναι λιγότερα",
        Absence::NoNextStage => "κανένα στάδιο δεν ακολουθεί το «Ποιοτικό»",
        Absence::NoOtherCosts => "κανένα αρχείο δεν έχει κόστη πέρα από τη διαφήμιση",
        Absence::NoActivities => "κανένα αρχείο δεν έχει ενέργειες",
        Absence::NoVisits => "κανένα αρχείο δεν έχει επισκέψεις ιστότοπου",
        Absence::NoScores => "κανένα αρχείο δεν έχει απαντήσεις έρευνας",
        Absence::NoStageOfName => "δεν υπάρχει στάδιο με αυτό το όνομα: αλλάξτε τον τύπο",
        Absence::NoContentItems => {
            "καμία ενέργεια δεν ονομάζει το υλικό: ορίστε τη στήλη με το όνομά του"
        }
        Absence::NoContentList => {
            "κανένα αρχείο δεν απαριθμεί το δημοσιευμένο υλικό: προσθέστε τον κατάλογο και ορίστε τον ως «Βοηθητική λίστα»"
        }
        Absence::NoTargets => "κανένα αρχείο δεν έχει στόχο γι’ αυτό",
        Absence::NoTimes => "οι ημερομηνίες δημιουργίας ή ενεργειών δεν έχουν ώρα",
        Absence::NoDirection => {
            "τίποτα δεν λέει ποιες κλήσεις ήταν εισερχόμενες: δεν έχει οριστεί κατεύθυνση και δεν τη λένε οι λέξεις για τις κλήσεις"
        }
        Absence::ActivitiesNotTied => "καμία ενέργεια δεν ονομάζει εγγραφή των αρχείων",
        Absence::NoReasons => {
            "καμία στήλη δεν δίνει τον λόγο απώλειας· επιλέξτε μία στην οθόνη αντιστοίχισης ή εδώ"
        }
        Absence::NoEarlierExport => {
            "κανένα αρχείο δεν έχει οριστεί ως παλαιότερη εξαγωγή των ίδιων εγγραφών (στην αντιστοίχιση, ως είδος αρχείου) ή οι εγγραφές δεν έχουν κωδικό"
        }
        Absence::NoHistory => {
            "τα αρχεία έχουν μόνο την τρέχουσα κατάσταση, που δείχνει πού είναι μια εγγραφή και όχι πού ήταν· χρειάζονται ημερομηνίες ή ιστορικό σταδίων"
        }
        Absence::NoMargin => "δεν έχει οριστεί περιθώριο",
        Absence::NotAlongTime => "είναι γνωστό μόνο για ολόκληρη περίοδο",
        Absence::NeedsPeriodBasis => "χρειάζεται τη βάση «συμβάντα της περιόδου»",
        Absence::NotShared => {
            "οι εγγραφές μοιράζονται στα κανάλια, ενώ αυτός ο δείκτης τις χρειάζεται ολόκληρες"
        }
        Absence::NotByDimension => "αυτές οι γραμμές δεν αναλύονται ούτε φιλτράρονται έτσι",
    },
    exclusion: |reason| match reason {
        Exclusion::WithoutDate => "χωρίς ημερομηνία",
        Exclusion::OutsidePeriod => "εκτός περιόδου",
        Exclusion::Filtered => "λόγω φίλτρων",
    },
    finding,
    weight: |weight| match weight {
        Weight::Note => "Σημείωση",
        Weight::Check => "Έλεγχος",
    },
    worker_restarted: "Η μονάδα που διαβάζει τα αρχεία σταμάτησε και ξεκίνησε πάλι. Τα αρχεία \
        διαβάζονται ξανά και οι ρυθμίσεις σας έμειναν όπως ήταν.",
    worker_failed: |reason| Help {
        what: "Η μονάδα που διαβάζει τα αρχεία δεν ξεκινά.".to_owned(),
        place: reason.to_owned(),
        todo: "Φορτώστε ξανά τη σελίδα. Αν δεν αρκεί, δοκιμάστε μια πρόσφατη έκδοση του \
            Chrome, του Edge, του Firefox ή του Safari."
            .to_owned(),
    },
    worker_misread: |reason| Help {
        what: "Η σελίδα και η μονάδα που διαβάζει τα αρχεία δεν συνεννοήθηκαν, και μια απάντηση \
            λείπει."
            .to_owned(),
        place: reason.to_owned(),
        todo:
            "Φορτώστε ξανά τη σελίδα και προσθέστε πάλι τα αρχεία· οι ρυθμίσεις σας έχουν μείνει. \
            Ίσως ο browser κρατά μέρη δύο εκδόσεων: αν ξανασυμβεί, αδειάστε την κρυφή μνήμη του \
            για τη σελίδα."
                .to_owned(),
    },
    reload: "Νέα φόρτωση της σελίδας",
    storage_full: "Ο browser δεν έχει άλλο χώρο για τις ρυθμίσεις σας. Αποθηκεύστε τες σε αρχείο.",
    link_broken: "Ο σύνδεσμος είναι ελλιπής και η αναφορά δεν ανοίγει. Ζητήστε τον ξανά ή ζητήστε \
        το αρχείο.",
    not_a_document: |reason| format!("Δεν είναι αποθηκευμένη αναφορά του Tundish: {reason}."),
    browser_too_old: "Αυτός ο browser είναι πολύ παλιός για το Tundish. Χρειάζεται πρόσφατη \
        έκδοση του Chrome, του Edge, του Firefox ή του Safari.",
};

fn issue_line(kind: IssueKind, n: u64) -> String {
    let rows = || count(n, "γραμμή", "γραμμές");
    let columns = || count(n, "στήλη", "στήλες");
    let skipped = if n == 1 { "παραλείφθηκε" } else { "παραλείφθηκαν" };
    match kind {
        IssueKind::UnreadCell => {
            let cells = count(n, "κελί δεν διαβάστηκε", "κελιά δεν διαβάστηκαν");
            let counts = if n == 1 {
                "θεωρείται κενό"
            } else {
                "θεωρούνται κενά"
            };
            format!("{cells} και {counts}.")
        }
        IssueKind::ShortRow => {
            format!("{} με λιγότερα κελιά· όσα λείπουν θεωρούνται κενά.", rows())
        }
        IssueKind::LongRow => format!("{} με περισσότερα κελιά από τις επικεφαλίδες.", rows()),
        IssueKind::BadBytes => format!("{} με bytes που δεν ταιριάζουν στην κωδικοποίηση.", rows()),
        IssueKind::UnclosedQuote => {
            format!("Εισαγωγικά που δεν κλείνουν: {}.", L.count(n))
        }
        IssueKind::TitleLine => format!("{} πάνω από τις επικεφαλίδες {}.", rows(), skipped),
        IssueKind::TotalsRow => {
            format!("{} συνόλων {}, ώστε τίποτα να μη μετρηθεί διπλά.", rows(), skipped)
        }
        IssueKind::FooterLine => format!("{} κάτω από τον πίνακα {}.", rows(), skipped),
        IssueKind::RepeatedHeader => {
            let headers = count(n, "επικεφαλίδα επαναλαμβάνεται", "επικεφαλίδες επαναλαμβάνονται");
            format!("{headers}· οι επόμενες παίρνουν αριθμό.")
        }
        IssueKind::BlankHeader => format!("{} χωρίς επικεφαλίδα.", columns()),
        IssueKind::AmbiguousDates => {
            format!("{} όπου η ημέρα δεν ξεχωρίζει από τον μήνα.", columns())
        }
        IssueKind::AmbiguousNumbers => {
            format!("{} όπου οι χιλιάδες δεν ξεχωρίζουν από τα δεκαδικά.", columns())
        }
        IssueKind::EncodingTurns => {
            let places = count(n, "σημείο", "σημεία");
            format!("{places} όπου το αρχείο αλλάζει κωδικοποίηση.")
        }
        IssueKind::TwiceEncoded => {
            let texts = count(n, "κείμενο αλλοιώθηκε", "κείμενα αλλοιώθηκαν");
            format!("{texts} πριν από την εξαγωγή: κωδικοποιήθηκαν δύο φορές.")
        }
        IssueKind::SecondTable => {
            let lines = count(n, "γραμμή", "γραμμές");
            format!("{lines} άλλου πίνακα πιο κάτω, εκτός του πίνακα.")
        }
        IssueKind::SubtotalRow => {
            let rows = count(n, "γραμμή μοιάζει", "γραμμές μοιάζουν");
            format!("{rows} με μερικό σύνολο και ίσως μετρηθεί διπλά.")
        }
        IssueKind::HeaderRow => {
            let rows = count(n, "γραμμή επαναλαμβάνει", "γραμμές επαναλαμβάνουν");
            format!("{rows} τις επικεφαλίδες: δεν είναι δεδομένα.")
        }
        IssueKind::TextAfterQuote => {
            let cells = count(n, "κελί έχει", "κελιά έχουν");
            format!("{cells} κείμενο μετά το εισαγωγικό που κλείνει.")
        }
        IssueKind::Corrected => {
            let cells = count(n, "κελί διαβάστηκε", "κελιά διαβάστηκαν");
            format!("{cells} όπως ορίσατε.")
        }
    }
}

fn issue(issue: &Issue) -> String {
    let text = &issue.text;
    match issue.kind {
        IssueKind::UnreadCell => match issue.expected {
            Some(kind) => format!("«{text}» δεν διαβάζεται ως {}", (NAMES.column_type)(kind)),
            None => format!("«{text}» δεν διαβάζεται"),
        },
        IssueKind::ShortRow => "λείπουν κελιά".to_owned(),
        IssueKind::LongRow => format!("κελιά που περισσεύουν: {text}"),
        IssueKind::BadBytes => "bytes εκτός κωδικοποίησης, εμφανίζονται ως �".to_owned(),
        IssueKind::UnclosedQuote => {
            "τα εισαγωγικά ανοίγουν εδώ και δεν κλείνουν πουθενά".to_owned()
        }
        IssueKind::TitleLine => format!("τίτλος: {text}"),
        IssueKind::TotalsRow => format!("σύνολα: {text}"),
        IssueKind::FooterLine => format!("υποσημείωση: {text}"),
        IssueKind::RepeatedHeader => format!("η επικεφαλίδα «{text}» υπάρχει ξανά"),
        IssueKind::BlankHeader => "στήλη χωρίς επικεφαλίδα".to_owned(),
        IssueKind::AmbiguousDates => {
            format!("διαβάστηκε ως {text}· αν δεν ισχύει, επιλέξτε τη σειρά")
        }
        IssueKind::AmbiguousNumbers => {
            format!("διαβάστηκε ως {text}· αν δεν ισχύει, επιλέξτε το σύμβολο δεκαδικών")
        }
        IssueKind::EncodingTurns => format!("από εδώ και πέρα το αρχείο είναι σε {text}"),
        IssueKind::TwiceEncoded => {
            format!("«{text}»: το αλλοίωσε το πρόγραμμα που έγραψε το αρχείο")
        }
        IssueKind::SecondTable => format!("άλλος πίνακας: {text}"),
        IssueKind::SubtotalRow => format!("μερικό σύνολο, έμεινε ως γραμμή: {text}"),
        IssueKind::HeaderRow => format!("ξανά οι επικεφαλίδες: {text}"),
        IssueKind::TextAfterQuote => {
            format!("υπάρχει κείμενο μετά το εισαγωγικό που κλείνει: {text}")
        }
        IssueKind::Corrected => format!("το «{text}» διαβάστηκε όπως ορίσατε"),
    }
}

pub fn place(place: &Location) -> String {
    let line = place.line.map(|n| format!("γραμμή {}", L.count(n.into())));
    let record = place.record.filter(|_| line.is_none());
    join_parts([
        Some(place.file.clone()),
        line,
        record.map(|n| format!("εγγραφή {}", L.count(n.into()))),
        place.column.as_ref().map(|c| format!("στήλη «{c}»")),
    ])
}

fn build_error(error: &BuildError) -> Help {
    let help = |what: String, place: &str, todo: &str| Help {
        what,
        place: place.to_owned(),
        todo: todo.to_owned(),
    };
    match error {
        BuildError::NoRecords => help(
            "Δεν υπάρχει ακόμη κάτι να μετρηθεί.".to_owned(),
            "",
            "Ορίστε στην αντιστοίχιση ποιο αρχείο έχει συμφωνίες, leads ή διαφημιστική δαπάνη.",
        ),
        BuildError::FileMissing { file } => help(
            "Λείπει ένα αρχείο αυτής της αναφοράς.".to_owned(),
            file,
            "Σύρετέ το στην οθόνη δεδομένων.",
        ),
        BuildError::ColumnMissing { file, column } => help(
            format!("Η στήλη «{column}» δεν υπάρχει πια στο αρχείο."),
            file,
            "Επιλέξτε άλλη στήλη στην αντιστοίχιση ή εξαγάγετε το αρχείο μαζί με αυτήν.",
        ),
        BuildError::Document { reason } => help(
            format!("Η αποθηκευμένη αναφορά δεν διαβάζεται: {reason}."),
            "",
            "Ανοίξτε άλλο αρχείο. Αν το αρχείο είναι νεότερο, ενημερώστε το Tundish.",
        ),
    }
}
