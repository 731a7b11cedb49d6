//! See `i18n::proposal`.

use crate::i18n::Proposal;

pub const PROPOSAL: Proposal = Proposal {
    sure: "точно",
    likely: "вероятно",
    guess: "догадка",
    chosen: "ваш выбор",
    known_by: |roles| format!("Узнан по столбцам: {roles}."),
};
