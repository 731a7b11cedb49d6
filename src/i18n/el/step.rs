//! Greek: figures of a funnel's step.

use crate::engine::query::{StayFigure, StepFigure};
use crate::i18n::StepWords;

pub const STEP: StepWords = StepWords {
    says: |of| match of {
        StepFigure::Reached => {
            "Από όσα μπήκαν στη χοάνη στην περίοδο, όσα έφτασαν σε αυτό το στάδιο."
        }
        StepFigure::OfPrevious => {
            "Έφτασαν στο προηγούμενο στάδιο και σε αυτό ÷ έφτασαν στο προηγούμενο."
        }
        StepFigure::OfFirst => "Έφτασαν σε αυτό το στάδιο ÷ μπήκαν στη χοάνη.",
        StepFigure::Observed => {
            "Έφτασαν σε αυτό το στάδιο και τα αρχεία έχουν στοιχεία για το ίδιο το στάδιο."
        }
        StepFigure::Implied => {
            "Πέρασαν από εδώ προς επόμενο στάδιο, αν και το αρχείο δεν λέει πότε."
        }
        StepFigure::Dropped => "Έφτασαν στο προηγούμενο στάδιο και όχι ακόμη σε αυτό.",
        StepFigure::OutOfOrder => {
            "Ημερομηνία πριν από εκείνη του προηγούμενου σταδίου. Μετρούν ως αφίξεις, όχι στη διάμεσο ημερών."
        }
        StepFigure::MedianDays => {
            "Η διάμεσος των ημερών από το προηγούμενο στάδιο ως αυτό, όπου και οι δύο ημερομηνίες υπάρχουν με τη σειρά τους."
        }
        StepFigure::Reentered => {
            "Μπήκαν σε αυτό το στάδιο πάνω από μία φορά, όπως δείχνει το ιστορικό σταδίων."
        }
        StepFigure::Stay(StayFigure::Ended) => {
            "Έφυγαν από αυτό το στάδιο· όλες οι επισκέψεις μιας εγγραφής λογίζονται μαζί."
        }
        StepFigure::Stay(StayFigure::Still) => {
            "Βρίσκονται ακόμη σε αυτό το στάδιο την τελευταία ημέρα των δεδομένων."
        }
        StepFigure::Stay(StayFigure::MedianOfAll) => {
            "Μετά από τόσες ημέρες είχαν φύγει οι μισές· όσες μένουν μετρούν για όσο παρακολουθήθηκαν (Kaplan–Meier)."
        }
        StepFigure::Stay(StayFigure::Mean | StayFigure::Quantile(_)) => {
            "Ημέρες στο στάδιο όσων έφυγαν, όλες οι επισκέψεις μιας εγγραφής μαζί."
        }
    },
};
