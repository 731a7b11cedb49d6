//! The document: what the user decided. Plain, versioned, without a single row of data. It is what
//! the browser keeps, what a file holds, what a link carries and what the command line takes.

use super::audit::{CheckId, FollowUp};
use super::dimension::Dimension;
use super::error::BuildError;
use super::filter::Filter;
use super::fold::fold;
use super::formula::reached::renamed;
use super::mapping::Mapping;
use super::report::{BlockSpec, ReportSpec, SpreadOf};
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
    /// Calls a stage of the ladder by another name, here and wherever the report names it: in formulas,
    /// filters and times in a stage.
    pub fn rename_stage(&mut self, index: usize, name: &str) {
        let Some(stage) = self.mapping.ladder.stages.get_mut(index) else { return };
        let old = std::mem::replace(&mut stage.name, name.to_owned());
        // What no stage was called nothing can name, and of two stages of one name nothing tells which
        // is meant.
        let is_one = |name: &str, of: usize| {
            let stages = &self.mapping.ladder.stages;
            !name.trim().is_empty() && stages.iter().filter(|s| s.name == name).count() == of
        };
        if old == name || !is_one(&old, 0) || !is_one(name, 1) {
            return;
        }
        let report = &mut self.report;
        for own in &mut report.own {
            own.formula = renamed(&own.formula, &old, name);
        }
        let segments = report.segments.iter_mut().flat_map(|s| s.a.iter_mut().chain(&mut s.b));
        let of_blocks = report.blocks.iter_mut().flat_map(|block| block.filters_mut());
        let filters = report.filters.iter_mut().chain(segments).chain(of_blocks);
        for filter in filters.filter(|f| f.dimension == Dimension::Stage) {
            rename_in(filter, &old, name);
        }
        for block in &mut report.blocks {
            if let BlockSpec::Spread(spec) = block
                && let SpreadOf::InStage { stage } = &mut spec.of
                && *stage == old
            {
                name.clone_into(stage);
            }
        }
    }

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

/// The values of a filter are folded names.
fn rename_in(filter: &mut Filter, old: &str, name: &str) {
    let is_old = |value: &&mut String| fold(value) == fold(old);
    filter.values.iter_mut().filter(is_old).for_each(|value| *value = fold(name));
}
