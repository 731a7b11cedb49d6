//! Russian: whom the rows of a figure are about.

use crate::i18n::Members;

pub const MEMBERS: Members = Members {
    people: "разных людей среди них",
    accounts: "компаний среди них",
    accounts_above: "компаний в числителе",
};
