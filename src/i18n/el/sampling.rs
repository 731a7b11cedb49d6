//! Greek: whether a difference may be chance.

use crate::engine::measure::MeasureId;
use crate::engine::sampling::Untested;
use crate::i18n::SamplingWords;

pub const SAMPLING: SamplingWords = SamplingWords {
    untested: "δεν ελέγχθηκε",
    why: |why| match why {
        Untested::NoMethod => "Για αυτόν τον δείκτη δεν ελέγχεται αν η διαφορά είναι τυχαία.",
        Untested::TooFew => "Δεν ελέγχθηκε αν είναι τυχαία: πολύ λίγες τιμές στη μία πλευρά.",
        Untested::Costs => {
            "Δεν μπορεί να κριθεί αν είναι τυχαία: οι δαπάνες και οι αναφορές διαφήμισης δίνονται ως έτοιμα αθροίσματα, όχι ως μεμονωμένες περιπτώσεις με ορατή διασπορά."
        }
        Untested::Stock => {
            "Δεν είναι δείγμα: μετρούν όλα όσα είναι ανοιχτά, άρα δεν τίθεται θέμα τύχης."
        }
        Untested::Unequal => {
            "Δεν ελέγχθηκε για τύχη: οι δύο πλευρές είχαν άνισο χρόνο και η νεότερη είναι ακόμη σε εξέλιξη."
        }
        Untested::TooUneven => {
            "Δεν ελέγχθηκε αν είναι τυχαία: λίγες μεγάλες τιμές καθορίζουν τη διαφορά."
        }
    },
    method: |id| match id {
        MeasureId::AverageDeal
        | MeasureId::MeanCycle
        | MeasureId::MeanLifetime
        | MeasureId::RevenuePerAccount => Some("Με το κριτήριο t του Welch."),
        MeasureId::MedianDeal
        | MeasureId::CycleP25
        | MeasureId::MedianCycle
        | MeasureId::CycleP75
        | MeasureId::CycleP90
        | MeasureId::LeadLifetime
        | MeasureId::LifetimeP25
        | MeasureId::LifetimeP75
        | MeasureId::LifetimeP90
        | MeasureId::ResponseTime => {
            Some("Με τις τάξεις των τιμών (διωνυμικά), χωρίς υπόθεση για την κατανομή τους.")
        }
        MeasureId::Leads
        | MeasureId::Qualified
        | MeasureId::Opportunities
        | MeasureId::Won
        | MeasureId::Lost
        | MeasureId::NewCustomers => Some(
            "Με το πλήθος τους και μόνο (Poisson)· αν οι εγγραφές έρχονται κατά ομάδες ή εξαρτώνται μεταξύ τους, το διάστημα είναι πλατύτερο.",
        ),
        MeasureId::Revenue | MeasureId::LostAmount => Some(
            "Με τη διασπορά των ποσών και του πλήθους τους (σύνθετη Poisson)· αν οι συμφωνίες εξαρτώνται μεταξύ τους, το διάστημα είναι πλατύτερο.",
        ),
        MeasureId::TimeToClose => Some(
            "Με τις ζώνες των δύο καμπυλών, μαζί με τις ανοιχτές συμφωνίες (Brookmeyer–Crowley).",
        ),
        MeasureId::SalesVelocity => Some(
            "Με τη μέθοδο δέλτα από ποσοστό επιτυχίας, ποσά και κύκλο, το καθένα ανεξάρτητα· οι ανοιχτές όπως είναι.",
        ),
        MeasureId::WinRateByValue => {
            Some("Με τη διασπορά των ποσών (μέθοδος δέλτα)· λίγες μεγάλες συμφωνίες το πλαταίνουν.")
        }
        _ => None,
    },
};
