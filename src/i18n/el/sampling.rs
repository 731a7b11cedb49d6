//! Greek: whether a difference of money may be chance.

use crate::engine::measure::MeasureId;
use crate::engine::sampling::Untested;
use crate::i18n::SamplingWords;

pub const SAMPLING: SamplingWords = SamplingWords {
    untested: "δεν ελέγχθηκε",
    why: |why| match why {
        Untested::NoMethod => "Για αυτό το μέγεθος δεν ελέγχεται αν η διαφορά είναι τυχαία.",
        Untested::TooFew => "Δεν ελέγχθηκε αν είναι τυχαία: λιγότερα από 10 ποσά στη μία πλευρά.",
        Untested::TooUneven => {
            "Δεν ελέγχθηκε αν είναι τυχαία: λίγα μεγάλα ποσά καθορίζουν τη διαφορά."
        }
    },
    method: |id| match id {
        MeasureId::AverageDeal => Some("Με το κριτήριο t του Welch για τα ποσά των συμφωνιών."),
        MeasureId::Revenue | MeasureId::LostAmount => Some(
            "Με τη διασπορά των ποσών και του πλήθους τους (σύνθετη Poisson)· αν οι συμφωνίες εξαρτώνται μεταξύ τους, το διάστημα είναι πλατύτερο.",
        ),
        _ => None,
    },
};
