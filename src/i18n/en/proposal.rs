//! See `i18n::proposal`.

use crate::i18n::Proposal;

pub const PROPOSAL: Proposal = Proposal {
    sure: "sure",
    likely: "likely",
    guess: "a guess",
    chosen: "your choice",
    known_by: |roles| format!("Known by: {roles}."),
};
