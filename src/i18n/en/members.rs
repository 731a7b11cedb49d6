//! English: whom the rows of a figure are about.

use crate::i18n::Members;

pub const MEMBERS: Members = Members {
    people: "different people among them",
    accounts: "accounts among them",
    accounts_above: "accounts in the numerator",
};
