//! Greek: figures of a funnel's step.

use crate::engine::query::StepFigure;
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
    },
};
