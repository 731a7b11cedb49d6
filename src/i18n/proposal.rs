//! How sure a proposal of the mapping is.

/// See the module.
pub struct Proposal {
    pub sure: &'static str,
    pub likely: &'static str,
    pub guess: &'static str,
    /// Nothing but the user's choice speaks for it.
    pub chosen: &'static str,
    /// By which roles of its columns a file was known to be what it is.
    pub known_by: fn(roles: &str) -> String,
}
