//! The program that wrote a file, and what follows from it.

use crate::engine::import::exporter::{Consequence, ExportKind, ExporterId};

/// See the module.
pub struct Exporter {
    pub name: fn(ExporterId) -> &'static str,
    /// `deals`, for [`Exporter::found`].
    pub kind: fn(ExportKind) -> &'static str,
    /// `HubSpot: deals`.
    pub found: fn(ExporterId, ExportKind) -> String,
    /// One sentence.
    pub follows: fn(&Consequence) -> String,
    /// The setting that overrides [`Consequence::MicroUnits`], and its two values.
    pub micro_label: &'static str,
    pub micro_divided: &'static str,
    pub micro_as_written: &'static str,
}

/// Columns in the quotes of a language, a comma between them.
pub(super) fn quoted(columns: &[String], (open, close): (&str, &str)) -> String {
    let quoted: Vec<String> = columns.iter().map(|c| format!("{open}{c}{close}")).collect();
    quoted.join(", ")
}
