//! Greek: whom the rows of a figure are about.

use crate::i18n::Members;

pub const MEMBERS: Members = Members {
    people: "διαφορετικά πρόσωπα ανάμεσά τους",
    accounts: "εταιρείες ανάμεσά τους",
    accounts_above: "εταιρείες στον αριθμητή",
};
