//! What decisions need of a file: the columns that they name. Not here: where in a document columns
//! are named (`reference`).

use super::Preset;
use crate::engine::mapping::Mapping;
use crate::engine::reference::{self, ColumnUse};
use crate::engine::report::ReportSpec;

/// A column and what it is needed for.
pub struct Used {
    pub header: String,
    pub uses: Vec<ColumnUse>,
}

/// The columns of a file that a preset needs, in the order of the walk. A report without its blocks
/// still has own measures.
pub fn used(preset: &Preset, file: &str) -> Vec<Used> {
    let mut found: Vec<Used> = Vec::new();
    for (of, header) in named(&preset.mapping, Some(&preset.report), file) {
        match found.iter_mut().find(|u| u.header == header) {
            Some(used) if used.uses.contains(&of) => {}
            Some(used) => used.uses.push(of),
            None => found.push(Used { header, uses: vec![of] }),
        }
    }
    found
}

/// A column as one place of a document names it.
pub type Named = (ColumnUse, String);

/// Every place that names a column of a file.
pub fn named(mapping: &Mapping, report: Option<&ReportSpec>, file: &str) -> Vec<Named> {
    let mut found = Vec::new();
    let mut see = |of: ColumnUse, name: &mut String, header: &mut String| {
        if name == file {
            found.push((of, header.clone()));
        }
    };
    reference::in_mapping(&mut mapping.clone(), &mut see);
    if let Some(report) = report {
        reference::in_report(&mut report.clone(), &mut see);
    }
    found
}
