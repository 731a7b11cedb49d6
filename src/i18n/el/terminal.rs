//! Greek: the command line.

use crate::engine::error::{BuildError, ImportError};
use crate::i18n::{Complaint, Help, Terminal};

pub const TERMINAL: Terminal = Terminal {
    usage: "\
Tundish: αναφορές χοάνης από αρχεία CSV, σε αυτόν τον υπολογιστή.

  tundish report ΕΓΓΡΑΦΟ.json ΑΡΧΕΙΟ…  η αναφορά που ζητά ένα αποθηκευμένο έγγραφο από τα αρχεία
  tundish audit ΕΓΓΡΑΦΟ.json ΑΡΧΕΙΟ…   όλοι οι έλεγχοι των δεδομένων και τι αλλάζουν
  tundish suggest ΑΡΧΕΙΟ…              ένα πρώτο έγγραφο για αυτά τα αρχεία
  tundish inspect ΑΡΧΕΙΟ…              πώς είναι γραμμένα τα αρχεία και τι έχουν οι στήλες τους
  tundish sample ΦΑΚΕΛΟΣ               γράφει τα δείγματα αρχείων σε έναν φάκελο

  Στη θέση του εγγράφου μπορεί να δοθεί αρχείο προρρύθμισης: εφαρμόζεται σε αυτά τα αρχεία, και
  ό,τι δεν ταιριάζει πια γράφεται στο stderr.

  --format json|text     μορφή της αναφοράς (αν λείπει, json) ή της περιγραφής αρχείου (text)
  --typed                με inspect --format json: τιμές όπως κατανοήθηκαν· δείτε inspect --help
  --language en|ru|el    γλώσσα κειμένων και μηνυμάτων· αν λείπει, του συστήματος
  --help, --version
",
    inspect_usage: super::listing::USAGE,
    complaint,
    import_todo: |error| match error {
        ImportError::Unreadable { .. } => {
            Some("Ελέγξτε το όνομα και αν έχετε δικαίωμα ανάγνωσης του αρχείου.")
        }
        ImportError::UnknownEncoding { .. } => Some(
            "Γράψτε στο έγγραφο το συνηθισμένο όνομα της κωδικοποίησης, π.χ. windows-1253, ή null \
                για να βρεθεί αυτόματα.",
        ),
        ImportError::Several { .. } => Some("Αποσυμπιέστε το και δώστε τα ίδια τα αρχεία."),
        _ => None,
    },
    build_todo: |error| match error {
        BuildError::NoRecords => {
            "Ορίστε στο έγγραφο ποιο αρχείο έχει συμφωνίες, leads ή διαφημιστική δαπάνη. Στην \
                εφαρμογή αυτό γίνεται στην αντιστοίχιση."
        }
        BuildError::FileMissing { .. } => "Προσθέστε το μετά το έγγραφο.",
        BuildError::ColumnMissing { .. } => {
            "Εξαγάγετε το αρχείο μαζί με τη στήλη ή επιλέξτε άλλη στην εφαρμογή και αποθηκεύστε \
                ξανά το έγγραφο."
        }
        BuildError::Document { .. } => {
            "Πρώτο μπαίνει το έγγραφο: αυτό που αποθήκευσε η εφαρμογή ή αυτό που φτιάχνει η εντολή \
                `tundish suggest ΑΡΧΕΙΟ… > document.json`. Αν είναι νεότερο από το πρόγραμμα, \
                ενημερώστε το Tundish."
        }
    },
    todo: "Τι να κάνετε",
    place: "Πού",
};

fn complaint(complaint: &Complaint) -> Help {
    let help = |what: String, place: &str, todo: &str| Help {
        what,
        place: place.to_owned(),
        todo: todo.to_owned(),
    };
    let usage = "Όλες οι εντολές: `tundish --help`.";
    match complaint {
        Complaint::NoCommand => help("Δεν δόθηκε εντολή.".to_owned(), "", usage),
        Complaint::UnknownCommand { command } => {
            help(format!("Δεν υπάρχει εντολή «{command}»."), "", usage)
        }
        Complaint::UnknownOption { option } => help(
            format!("Δεν υπάρχει επιλογή «{option}»."),
            "",
            "Όλες οι επιλογές: `tundish --help`. Όνομα που αρχίζει με παύλα γράφεται μετά το `--`.",
        ),
        Complaint::OptionValue { option, choices } => {
            help(format!("Το {option} χρειάζεται ένα από τα εξής: {choices}."), "", usage)
        }
        Complaint::OptionElsewhere { option, command } => {
            help(format!("Η εντολή `{command}` δεν έχει {option}."), "", "Αφαιρέστε το.")
        }
        Complaint::OptionOnlyFor { option, command } => {
            help(format!("Το {option} ανήκει στο `{command}`."), "", "Αφαιρέστε το.")
        }
        Complaint::OneFile { command } => help(
            format!("Το `{command}` δέχεται ένα αρχείο."),
            "",
            "Καλέστε το μία φορά για κάθε αρχείο.",
        ),
        Complaint::Names { command } => help(
            match *command {
                "report" | "audit" => {
                    "Η αναφορά χρειάζεται ένα έγγραφο και τουλάχιστον ένα αρχείο.".to_owned()
                }
                "sample" => "Το δείγμα χρειάζεται το όνομα ενός φακέλου.".to_owned(),
                other => format!("Η εντολή `{other}` χρειάζεται τουλάχιστον ένα αρχείο."),
            },
            "",
            usage,
        ),
        Complaint::SameName { name } => help(
            "Δύο αρχεία έχουν το ίδιο όνομα και το έγγραφο τα ξεχωρίζει από αυτό.".to_owned(),
            name,
            "Μετονομάστε το ένα.",
        ),
        Complaint::Exists { path } => help(
            "Υπάρχει ήδη αρχείο με αυτό το όνομα και δεν αντικαθίσταται.".to_owned(),
            path,
            "Δώστε άλλον φάκελο ή μετακινήστε το αρχείο.",
        ),
        Complaint::Unwritable { path, reason } => help(
            format!("Δεν ήταν δυνατή η εγγραφή: {reason}."),
            path,
            "Ελέγξτε ότι η θέση υπάρχει, έχει χώρο και έχετε δικαίωμα εγγραφής.",
        ),
    }
}
