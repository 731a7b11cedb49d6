//! The document: what the user decided. Plain, versioned, without a single row of data. It is what
//! the browser keeps, what a file holds, what a link carries and what the command line takes.

use super::audit::{CheckId, FollowUp};
use super::error::BuildError;
use super::mapping::Mapping;
use super::report::ReportSpec;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version that this program writes. Older ones are read; newer ones are refused by name.
pub const VERSION: u32 = 1;

/// Mapping, rules and report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Document {
    /// Always `tundish`; says what the file is to those who find it.
    pub format: String,
    pub version: u32,
    pub title: String,
    pub mapping: Mapping,
    pub report: ReportSpec,
    /// The preset that was put to these files, by its name: what no longer fits is checked.
    pub preset: Option<String>,
    /// What is planned about the checks of the audit.
    pub audit: BTreeMap<CheckId, FollowUp>,
}

impl Default for Document {
    fn default() -> Self {
        Document {
            format: "tundish".to_owned(),
            version: VERSION,
            title: String::new(),
            mapping: Mapping::default(),
            report: ReportSpec::default(),
            preset: None,
            audit: BTreeMap::new(),
        }
    }
}

impl Document {
    /// Readable JSON, the same bytes for the same document.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Reads what [`Document::to_json`] wrote.
    ///
    /// # Errors
    /// [`BuildError::Document`] where the text is not a document, or is of a newer version.
    pub fn from_json(text: &str) -> Result<Document, BuildError> {
        let fail = |reason: String| BuildError::Document { reason };
        let document: Document = serde_json::from_str(text).map_err(|e| fail(e.to_string()))?;
        if document.format != "tundish" {
            return Err(fail(format!("format is “{}”, not “tundish”", document.format)));
        }
        if document.version > VERSION {
            return Err(fail(format!(
                "it is of version {}, this program reads up to {VERSION}",
                document.version
            )));
        }
        Ok(document)
    }
}
