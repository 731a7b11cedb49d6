//! What of a preset no longer fits the files that it was put to: a list for people, each entry with
//! its counts and first examples. It is made anew whenever files or decisions change, so that what
//! was mended leaves it.
//!
//! Here: files, the entries, and their weight. Not here: columns (`check_column`), values
//! (`check_value`), the words (`i18n`).

use super::column::Rename;
use super::pair::{Pairing, pair};
use super::{Preset, check_column, check_value};
use crate::engine::document::Document;
use crate::engine::filter::{Period, PeriodSpec};
use crate::engine::mapping::view::MappingView;
use crate::engine::mapping::{Channel, FileKind, Role};
use crate::engine::profile::FileProfile;
use crate::engine::reference::ColumnUse;
use crate::engine::table::ColumnType;
use serde::{Deserialize, Serialize};

/// How many examples an entry holds; its counts go on.
pub const EXAMPLES: usize = 5;

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PresetCheck {
    pub preset: String,
    /// The preset's files and the files that they are now.
    pub paired: Vec<(String, String)>,
    /// What needs a look first.
    pub issues: Vec<PresetIssue>,
}

/// Texts with their rows, the most rows first: some of them, and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examples {
    pub values: Vec<(String, u64)>,
    pub count: u64,
    pub rows: u64,
}

/// The enum is the message key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PresetIssue {
    /// None of the new files is this one.
    FileAbsent {
        file: String,
        kind: FileKind,
    },
    /// Two files would fit: the one that fits less was not taken.
    FileAlso {
        file: String,
        taken: String,
        other: String,
    },
    /// Its columns are not there any more; `likely` looks like it.
    ColumnGone {
        file: String,
        header: String,
        uses: Vec<ColumnUse>,
        likely: Option<String>,
    },
    /// It is there, and no cell holds anything.
    ColumnEmpty {
        file: String,
        header: String,
    },
    ColumnType {
        file: String,
        header: String,
        was: ColumnType,
        now: ColumnType,
    },
    /// Values of stage and outcome that are in no stage.
    StatusNew {
        file: String,
        values: Examples,
    },
    /// None of the values that the preset's ladder names is there: another one was proposed.
    LadderReplaced {
        file: String,
        values: Vec<String>,
        count: u64,
    },
    /// Sources that no rule gives a channel.
    SourceNew {
        file: String,
        values: Examples,
    },
    /// Sources that the preset has not seen, and that a built-in rule gave these channels.
    SourceSorted {
        file: String,
        values: Examples,
        channels: Vec<Channel>,
    },
    /// Money without a rate.
    CurrencyNew {
        to: String,
        currencies: Examples,
    },
    /// Aliases to keys that the other file has not.
    AliasGone {
        from_file: String,
        lookup_file: String,
        aliases: Vec<(String, String)>,
    },
    /// A join that finds much less than it did.
    JoinWorse {
        from_file: String,
        lookup_file: String,
        was: f64,
        now: f64,
        unmatched: u64,
    },
    /// The period of the report has no day of these files.
    PeriodOutside {
        period: Period,
        extent: Period,
    },
    /// A new file that the preset does not know.
    FileExtra {
        file: String,
        kind: FileKind,
        rows: u64,
    },
    ColumnRenamed {
        file: String,
        from: String,
        to: String,
        how: Rename,
    },
    /// A column that was not there plays a role.
    ColumnNew {
        file: String,
        header: String,
        role: Role,
    },
    /// Values of the ladder that no row has.
    StatusGone {
        file: String,
        values: Vec<String>,
        count: u64,
    },
    /// The user's rules (by number from 1) and decisions that meet no row.
    RuleIdle {
        file: String,
        rules: Vec<usize>,
        decided: Vec<String>,
    },
}

impl PresetIssue {
    /// The file that it is about.
    pub fn file(&self) -> Option<&str> {
        use PresetIssue as I;
        match self {
            I::ColumnGone { file, .. }
            | I::ColumnEmpty { file, .. }
            | I::ColumnType { file, .. }
            | I::StatusNew { file, .. }
            | I::LadderReplaced { file, .. }
            | I::SourceNew { file, .. }
            | I::SourceSorted { file, .. }
            | I::FileExtra { file, .. }
            | I::ColumnRenamed { file, .. }
            | I::ColumnNew { file, .. }
            | I::StatusGone { file, .. }
            | I::RuleIdle { file, .. } => Some(file),
            I::FileAlso { other, .. } => Some(other),
            I::JoinWorse { from_file, .. } | I::AliasGone { from_file, .. } => Some(from_file),
            I::FileAbsent { .. } | I::CurrencyNew { .. } | I::PeriodOutside { .. } => None,
        }
    }

    /// Whether figures may be wrong until somebody has looked at it; else it is said for the record.
    pub fn needs_look(&self) -> bool {
        use PresetIssue as I;
        match self {
            I::FileAbsent { .. }
            | I::FileAlso { .. }
            | I::ColumnGone { .. }
            | I::ColumnEmpty { .. }
            | I::ColumnType { .. }
            | I::StatusNew { .. }
            | I::LadderReplaced { .. }
            | I::SourceNew { .. }
            | I::CurrencyNew { .. }
            | I::AliasGone { .. }
            | I::JoinWorse { .. }
            | I::PeriodOutside { .. } => true,
            I::FileExtra { .. }
            | I::ColumnRenamed { .. }
            | I::ColumnNew { .. }
            | I::StatusGone { .. }
            | I::SourceSorted { .. }
            | I::RuleIdle { .. } => false,
        }
    }
}

/// What a check looks at.
pub struct Now<'a> {
    /// One a file, those of a table of several each by itself.
    pub files: &'a [&'a FileProfile],
    pub document: &'a Document,
    pub view: &'a MappingView,
    /// The money of the records, as the report has it.
    pub currencies: &'a [(String, u64)],
    /// First and last day of the data.
    pub extent: Option<Period>,
}

impl Now<'_> {
    /// What the document calls the file of this position, or the table that it is part of.
    pub fn name(&self, at: usize) -> &str {
        let file = self.files.get(at).map_or("", |f| f.name.as_str());
        self.document.mapping.of_file(file).map_or(file, |f| f.name.as_str())
    }
}

/// Checks a preset against the files that it was put to.
pub fn check(preset: &Preset, now: &Now) -> PresetCheck {
    let pairing = pair(preset, now.files);
    let mut issues = of_files(preset, &pairing, now);
    for pair in &pairing.pairs {
        check_column::check_columns(preset, pair, now, &mut issues);
    }
    check_value::values(preset, &pairing, now, &mut issues);
    if let (PeriodSpec::Between(_), Some(extent)) = (now.document.report.period, now.extent)
        && let Some(period) = now.document.report.period.resolve(None)
        && (period.last < extent.first || extent.last < period.first)
    {
        issues.push(PresetIssue::PeriodOutside { period, extent });
    }
    issues.sort_by_key(|issue| !issue.needs_look());
    let paired = pairing.pairs.iter().filter_map(|p| {
        let was = preset.mapping.files.get(p.entry)?.name.clone();
        Some((was, now.name(p.file).to_owned()))
    });
    PresetCheck { preset: preset.name.clone(), paired: paired.collect(), issues }
}

fn of_files(preset: &Preset, pairing: &Pairing, now: &Now) -> Vec<PresetIssue> {
    let mut issues = Vec::new();
    let absent = pairing.absent.iter().filter_map(|at| preset.mapping.files.get(*at));
    issues.extend(absent.map(|f| PresetIssue::FileAbsent { file: f.name.clone(), kind: f.kind }));
    let mut said: Vec<usize> = Vec::new();
    for pair in &pairing.pairs {
        let taken = now.name(pair.file).to_owned();
        for other in &pair.also {
            said.push(*other);
            if now.name(*other) == taken {
                continue;
            }
            let file = preset.mapping.files.get(pair.entry).map(|f| f.name.clone());
            issues.push(PresetIssue::FileAlso {
                file: file.unwrap_or_default(),
                taken: taken.clone(),
                other: now.name(*other).to_owned(),
            });
        }
    }
    for at in pairing.extra.iter().filter(|at| !said.contains(at)) {
        let is_part = pairing.pairs.iter().any(|p| now.name(p.file) == now.name(*at));
        let Some(file) = now.files.get(*at).filter(|_| !is_part) else { continue };
        let kind = now.document.mapping.of_file(&file.name).map(|f| f.kind).unwrap_or_default();
        issues.push(PresetIssue::FileExtra { file: file.name.clone(), kind, rows: file.rows });
    }
    issues
}
