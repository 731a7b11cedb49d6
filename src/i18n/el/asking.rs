//! Greek: what is asked of tables and trends.

use crate::engine::filter::{DaysTest, NumberTest, TextTest};
use crate::engine::formula::FormulaErrorKind as F;
use crate::engine::report::{SeasonAbsence, ShowAs};
use crate::engine::value::Unit;
use crate::i18n::label::lower_first;
use crate::i18n::{Asking, MeasureText};

pub const ASKING: Asking = Asking {
    show_as_label: "Εμφάνιση ως",
    show_as: |show| match show {
        ShowAs::Plain => "η ίδια η τιμή",
        ShowAs::OfRow => "% της γραμμής",
        ShowAs::OfColumn => "% της στήλης",
        ShowAs::OfParent => "% της ανώτερης ομάδας",
        ShowAs::OfTotal => "% του συνόλου",
        ShowAs::Difference => "διαφορά από την προηγούμενη στήλη",
        ShowAs::Growth => "% μεταβολή από την προηγούμενη στήλη",
        ShowAs::Rank => "κατάταξη",
        ShowAs::RunningDown => "τρέχον σύνολο προς τα κάτω",
        ShowAs::RunningAcross => "τρέχον σύνολο προς τα δεξιά",
        ShowAs::CumulativeShare => "αθροιστικό % (Pareto)",
    },
    changes_may_be_chance: "Οι μεταβολές από στήλη σε στήλη μπορεί να είναι τυχαίες: ανοίξτε μία για να δείτε τι λένε τα δεδομένα.",
    level_options: |name| format!("Επιλογές: {name}"),
    subtotals: "Μερικά σύνολα",
    sort_label: "Ταξινόμηση",
    natural_order: "φυσική σειρά",
    ascending: "πρώτα τα μικρότερα",
    descending: "πρώτα τα μεγαλύτερα",
    top_label: "Ομάδες",
    top_all: "όλες",
    top_n: |n| format!("οι πρώτες {n} και οι υπόλοιπες"),
    having_label: "Μόνο ομάδες με",
    expand: |name| format!("Ανάπτυξη: {name}"),
    collapse: |name| format!("Σύμπτυξη: {name}"),
    expand_all: "Ανάπτυξη όλων",
    collapse_all: "Σύμπτυξη όλων",
    split_by: "Ανάλυση κατά",
    no_split: "χωρίς ανάλυση",
    year_before: "Ίδια περίοδος πέρυσι",
    average_label: "Κινητός μέσος",
    average_none: "κανένας",
    average_of: |n| format!("μέσος {n}"),
    season: "Εποχικότητα",
    season_hint: "Δείκτης εποχικότητας: 1,20 σημαίνει ότι αυτή την εποχή η τιμή είναι συνήθως 20% πάνω από το επίπεδο γύρω του (λόγος προς κεντρικό κινητό μέσο ενός έτους).",
    season_absent: |why| match why {
        SeasonAbsence::TooShort => "χρειάζονται δεδομένα δύο ολόκληρων ετών",
        SeasonAbsence::NotThisGrain => "χρειάζονται μήνες ή τρίμηνα",
        SeasonAbsence::NotASum => "μόνο αθροίσματα και πλήθη έχουν εποχικότητα",
    },
    among: "είναι ένα από",
    text_test: |test| match test {
        TextTest::Contains => "περιέχει",
        TextTest::StartsWith => "αρχίζει με",
        TextTest::EndsWith => "τελειώνει σε",
    },
    number_test: |test| match test {
        NumberTest::Equal(_) => "=",
        NumberTest::Below(_) => "<",
        NumberTest::AtMost(_) => "≤",
        NumberTest::Above(_) => ">",
        NumberTest::AtLeast(_) => "≥",
        NumberTest::Between(..) => "μεταξύ",
    },
    days_test: |test| match test {
        DaysTest::Within(_) => "μέσα σε",
        DaysTest::From(_) => "από",
        DaysTest::Until(_) => "έως",
    },
    other_test: "σύγκριση με άλλη στήλη",
    other_column: "Στήλη για σύγκριση",
    other_none: "επιλέξτε στήλη",
    empty: "είναι κενό",
    not_empty: "δεν είναι κενό",
    not: "δεν",
    and: "και",
    or: "ή",
    or_hint: "Είτε αυτό είτε το προηγούμενο φίλτρο",
    condition: "Όρος",
    value: "Τιμή",
    no_number: "Δεν είναι αριθμός: το φίλτρο έμεινε ως είχε.",
    text_hint: "Ένα κείμενο ανά γραμμή· αρκεί οποιοδήποτε",
    apply: "Εφαρμογή",
    block_filters: "Φίλτρο αυτής της ενότητας",
    here_only: "Μόνο εδώ",
    own: MeasureText {
        name: "Δικός σας δείκτης",
        short: "Δικός σας δείκτης",
        answers: "Ό,τι ορίζει ο τύπος του.",
        formula: "Όπως τον γράψατε· υπολογίζεται στα στοιχεία κάθε κελιού, και στα σύνολα.",
        unit: "προκύπτει από τον τύπο",
        basis: "Εκείνη των δεικτών του τύπου· οι στήλες κατά ημέρα δημιουργίας, τα στάδια, τα κερδισμένα και τα χαμένα κατά τη βάση της αναφοράς.",
        empty_when: "Όταν ένα μέρος του είναι κενό ή θα διαιρούσε με το μηδέν.",
        cautions: "Εκείνες των δεικτών του τύπου.",
    },
    own_add: "Δικός σας δείκτης…",
    own_edit: "Επεξεργασία τύπου",
    own_title: "Δικός σας δείκτης",
    own_name: "Όνομα",
    own_formula: "Τύπος",
    own_hint: "Για παράδειγμα: revenue / leads · (won + lost) / leads · distinct([Εταιρεία], won) · sum([Ποσό]) / count([Ποσό]) · conversion([Demo], [Συμβόλαιο]) · reached([Demo], won)",
    own_insert: "Εισαγωγή δείκτη…",
    own_insert_column: "Εισαγωγή στήλης…",
    own_meant: |name, key| format!("Χρήση του {key} («{name}»)"),
    own_unit: "Εμφάνιση ως",
    unit,
    own_save: "Αποθήκευση δείκτη",
    own_remove: "Διαγραφή δείκτη",
    formula_error: |at, kind| {
        let what = match kind {
            F::ValueExpected => "εδώ λείπει δείκτης, αριθμός ή παρένθεση".to_owned(),
            F::Unexpected(c) => format!("το «{c}» δεν έχει θέση εδώ"),
            F::DecimalComma(number) => format!("τα δεκαδικά γράφονται εδώ με τελεία: {number}"),
            F::UnknownName(name) => format!("δεν υπάρχει δείκτης «{name}»"),
            F::Unclosed(c) => format!("το «{c}» δεν κλείνει ποτέ"),
            F::Number => "αυτό δεν είναι αριθμός".to_owned(),
            F::ColumnExpected => "πρέπει να ακολουθεί στήλη σε αγκύλες: ([Στήλη])".to_owned(),
            F::NoColumn(name) => format!("κανένα αρχείο δεν έχει στήλη «{name}»"),
            F::NotNumbers(name) => {
                format!("η στήλη «{name}» δεν έχει αριθμούς· κάνουν τα count και distinct")
            }
            F::StageExpected => {
                "εδώ μπαίνει ένα στάδιο σε αγκύλες, π.χ. reached([Demo]). Η μετατροπή θέλει και δεύτερο στάδιο ή won".to_owned()
            }
            F::NoStage(name) => format!("δεν υπάρχει στάδιο «{name}»"),
            F::AmongExpected => "μετά το κόμμα μπαίνει μόνο won, lost ή open".to_owned(),
            F::Adds(a, b) => {
                format!("δεν προστίθενται ούτε αφαιρούνται: {} και {}", unit(*a), unit(*b))
            }
            F::Multiplies(a, b) => {
                format!("δεν πολλαπλασιάζονται ούτε διαιρούνται: {} και {}", unit(*a), unit(*b))
            }
            F::TooLong => "από εδώ ο τύπος είναι υπερβολικά μακρύς".to_owned(),
        };
        format!("Χαρακτήρας {}: {what}", at + 1)
    },
    pareto: "Pareto (πρώτα οι μεγαλύτερες ομάδες)",
    pareto_title: |measure, group| format!("Pareto: {measure} ανά {}", lower_first(group)),
};

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Count => "πλήθος",
        Unit::Money => "χρήματα",
        Unit::Share => "μερίδιο",
        Unit::Days => "ημέρες",
        Unit::Ratio => "λόγος",
        Unit::Points => "μονάδες",
        Unit::Hours => "ώρες",
        Unit::Months => "μήνες",
        Unit::Score => "βαθμός",
    }
}
