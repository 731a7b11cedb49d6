//! A preset: what was decided about one month's files, to be put to the next month's. Like the
//! document it holds decisions and never a row; besides them it knows how the files looked (headers,
//! types of columns, who wrote them) and how well they met, so that it can say what no longer fits.
//!
//! `pair` finds the new file that each of its files is now, `column` the new names of columns,
//! `apply` makes the document, `check` says what no longer fits. Not here: the words (`i18n`), where
//! presets are kept (`app::storage`).

mod apply;
pub mod check;
mod check_column;
mod check_value;
mod column;
mod pair;
mod used;

pub use apply::{apply, is_in_force};
pub use check::{PresetCheck, PresetIssue, check};
pub use column::Rename;
pub use pair::{Pairing, fits_well, pair};

use super::document::Document;
use super::import::exporter::ExporterId;
use super::mapping::Mapping;
use super::mapping::view::MappingView;
use super::profile::FileProfile;
use super::report::ReportSpec;
use super::table::ColumnType;
use serde::{Deserialize, Serialize};

/// What stands in the file of a preset as its format.
pub const FORMAT: &str = "tundish-preset";
/// The version that this program writes. Older ones are read; newer ones are refused by name.
pub const VERSION: u32 = 1;

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preset {
    pub format: String,
    pub version: u32,
    pub name: String,
    pub mapping: Mapping,
    /// Calendar, currency, own measures, and with `blocks` the whole report.
    pub report: ReportSpec,
    /// Whether the blocks, filters and period of the report belong to the preset.
    pub blocks: bool,
    /// How the files looked; one that was not here when the preset was made has no entry.
    pub looks: Vec<FileLook>,
    /// How well joins met.
    pub met: Vec<JoinMet>,
    /// Marks of the raw sources that there were ([`source_mark`]): sources are told to be new by
    /// these, and none can be read from them. `None` where there were too many, or before they were
    /// kept.
    pub sources: Option<Vec<u32>>,
}

impl Default for Preset {
    fn default() -> Self {
        Preset {
            format: FORMAT.to_owned(),
            version: VERSION,
            name: String::new(),
            mapping: Mapping::default(),
            report: ReportSpec::default(),
            blocks: false,
            looks: Vec::new(),
            met: Vec::new(),
            sources: None,
        }
    }
}

/// How a file, or a table of several, looked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FileLook {
    /// As the mapping calls it.
    pub file: String,
    pub exporter: Option<ExporterId>,
    pub columns: Vec<(String, ColumnType)>,
}

/// The share of rows with a value that found their partner.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct JoinMet {
    pub from_file: String,
    pub from_column: String,
    pub lookup_file: String,
    pub share: f64,
}

/// A number that tells a raw source from others, and says nothing of it (FNV-1a, folded to 32 bits).
pub fn source_mark(key: &str) -> u32 {
    key.bytes().fold(0x811c_9dc5, |mark, byte| (mark ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Why a text is no preset. The enum is the message key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PresetError {
    /// Written by a newer version.
    Newer { version: u32, reads: u32 },
    /// It is something else.
    NotAPreset,
    /// It is cut off or was changed by hand; line and column are where reading stopped.
    Damaged { line: u64, column: u64, reason: String },
}

impl Preset {
    /// Everything that was decided about these files. `blocks`: with the report as it stands.
    pub fn of(
        name: &str,
        document: &Document,
        files: &[&FileProfile],
        view: Option<&MappingView>,
        blocks: bool,
    ) -> Preset {
        let mapping = document.mapping.clone();
        let looks = mapping.files.iter().filter_map(|f| look(&f.name, files, &mapping));
        let looks: Vec<FileLook> = looks.collect();
        let joins = view.map(|v| v.joins.as_slice()).unwrap_or_default();
        let met = joins.iter().filter(|j| j.matched + j.unmatched > 0).map(|j| JoinMet {
            from_file: j.from_file.clone(),
            from_column: j.from_column.clone(),
            lookup_file: j.lookup_file.clone(),
            share: j.matched as f64 / (j.matched + j.unmatched) as f64,
        });
        let mut report = document.report.clone();
        if !blocks {
            let plain = ReportSpec::default();
            report.period = plain.period;
            report.comparison = plain.comparison;
            report.filters = plain.filters;
            report.blocks = plain.blocks;
        }
        let met = met.collect();
        let channels = view.and_then(|v| v.channels.as_ref()).filter(|c| c.left_off == 0);
        let sources = channels.map(|c| c.rows.iter().map(|r| source_mark(&r.key)).collect());
        let name = name.to_owned();
        Preset { name, mapping, report, blocks, looks, met, sources, ..Preset::default() }
    }

    /// Readable JSON, the same bytes for the same preset.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Reads what [`Preset::to_json`] wrote.
    ///
    /// # Errors
    /// [`PresetError`], which says what the text is instead.
    pub fn from_json(text: &str) -> Result<Preset, PresetError> {
        let damaged = |e: serde_json::Error| PresetError::Damaged {
            line: e.line() as u64,
            column: e.column() as u64,
            reason: e.to_string(),
        };
        let head: Head = serde_json::from_str(text).map_err(|e| match e.is_data() {
            true => PresetError::NotAPreset,
            false if text.trim_start().starts_with('{') => damaged(e),
            false => PresetError::NotAPreset,
        })?;
        if head.format != FORMAT {
            return Err(PresetError::NotAPreset);
        }
        if head.version > VERSION {
            return Err(PresetError::Newer { version: head.version, reads: VERSION });
        }
        serde_json::from_str(text).map_err(damaged)
    }

    /// Whether a text says that it is a preset, whole or not.
    pub fn is_meant(text: &str) -> bool {
        let begins: String = text.chars().take(400).filter(|c| !c.is_whitespace()).collect();
        begins.contains(&format!("\"format\":\"{FORMAT}\""))
    }

    /// How a file looked, by the mapping's name for it.
    pub fn look(&self, file: &str) -> Option<&FileLook> {
        self.looks.iter().find(|l| l.file == file)
    }
}

/// What is read first, whatever else a newer version has changed.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    format: String,
    #[serde(default)]
    version: u32,
}

fn look(name: &str, files: &[&FileProfile], mapping: &Mapping) -> Option<FileLook> {
    let is_it = |f: &&&FileProfile| mapping.of_file(&f.name).is_some_and(|of| of.name == name);
    let mut found = files.iter().filter(is_it);
    let first = found.next()?;
    let mut look = FileLook {
        file: name.to_owned(),
        exporter: first.exporter.as_ref().map(|e| e.id),
        columns: Vec::new(),
    };
    // A table of several files has the columns of all of them.
    for column in std::iter::once(first).chain(found).flat_map(|f| &f.columns) {
        if !look.columns.iter().any(|(header, _)| *header == column.header) {
            look.columns.push((column.header.clone(), column.kind));
        }
    }
    Some(look)
}
