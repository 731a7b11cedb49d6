//! Conversions between any two stages, as measures of the user's own.

/// See the module.
pub struct Conversion {
    pub title: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub add: &'static str,
    /// What such a measure is, under its formula.
    pub definition: &'static str,
}
