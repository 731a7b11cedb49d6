//! Whom the rows of a figure are about: persons, accounts.

/// See the module.
pub struct Members {
    pub people: &'static str,
    pub accounts: &'static str,
    pub accounts_above: &'static str,
}
