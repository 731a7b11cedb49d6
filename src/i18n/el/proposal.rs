//! See `i18n::proposal`.

use crate::i18n::Proposal;

pub const PROPOSAL: Proposal = Proposal {
    sure: "σίγουρο",
    likely: "πιθανό",
    guess: "εικασία",
    chosen: "δική σας επιλογή",
    known_by: |roles| format!("Αναγνωρίστηκε από: {roles}."),
};
