//! Greek: where figures of reasons, moves, flows, calls and trends come from.

use crate::engine::query::MovesFigure;
use crate::engine::report::{CallFigure, ReasonsOf};
use crate::i18n::Trace;

pub const TRACE: Trace = Trace {
    share: "Μετρά ως",
    reason: |of, is_share| match (of, is_share) {
        (ReasonsOf::Lost, false) => "Χαμένες εγγραφές της περιόδου με αυτόν τον λόγο.",
        (ReasonsOf::Lost, true) => {
            "Χαμένες εγγραφές με αυτόν τον λόγο ÷ όλες οι χαμένες της περιόδου."
        }
        (ReasonsOf::Amount, false) => "Ποσά των χαμένων εγγραφών της περιόδου με αυτόν τον λόγο.",
        (ReasonsOf::Amount, true) => {
            "Ποσά των χαμένων εγγραφών με αυτόν τον λόγο ÷ ποσά όλων των χαμένων της περιόδου."
        }
    },
    moves: |of| match of {
        MovesFigure::Records => {
            "Εγγραφές που έκαναν τη μετακίνηση μέσα στην περίοδο, μία φορά η καθεμία."
        }
        _ => "Μετακινήσεις μέσα στην περίοδο: μια εγγραφή μετρά μία φορά για καθεμία.",
    },
    flow: |of| match of {
        MovesFigure::Moves => {
            "Περάσματα των εγγραφών που μπήκαν στην περίοδο: μια εγγραφή μετρά μία φορά για καθένα."
        }
        MovesFigure::Records => {
            "Εγγραφές που μπήκαν στην περίοδο και ακολούθησαν αυτή την πορεία, μία φορά η καθεμία."
        }
        MovesFigure::Amount => {
            "Ποσά των εγγραφών που μπήκαν στην περίοδο, μία φορά για κάθε πέρασμα."
        }
    },
    open_here: "Εγγραφές που μπήκαν στην περίοδο, είναι ανοιχτές και βρίσκονται τώρα σε αυτό το στάδιο.",
    call: |of| match of {
        CallFigure::All => "Κλήσεις της περιόδου.",
        CallFigure::Answered => "Κλήσεις της περιόδου στις οποίες κάποιος απάντησε.",
        CallFigure::Missed => "Εισερχόμενες κλήσεις της περιόδου που δεν πήρε κανείς.",
        CallFigure::MissedShare => {
            "Εισερχόμενες κλήσεις που δεν πήρε κανείς ÷ όλες οι εισερχόμενες της περιόδου."
        }
    },
    average_of: |units, days| {
        format!("Κινητός μέσος {units} μονάδων: {days}. Ένα άθροισμα διαιρείται με το {units}.")
    },
};
