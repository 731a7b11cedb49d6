//! Presets: saving what was decided, putting it to next month's files, and what no longer fits.

use super::{FindingText, Help, Strings};
use crate::engine::mapping::Channel;
use crate::engine::preset::check::Examples;
use crate::engine::preset::{PresetError, PresetIssue};
use crate::engine::reference::ColumnUse;

/// See the module.
pub struct PresetWords {
    /// For the button that opens the dialog, and the dialog's title.
    pub title: &'static str,
    pub intro: &'static str,
    /// What a saved or exported preset holds, and what it does not.
    pub holds: &'static str,

    pub save_title: &'static str,
    pub name: &'static str,
    pub with_report: &'static str,
    pub save: &'static str,
    pub replace_question: fn(name: &str) -> String,
    pub replace: &'static str,
    pub nothing_to_save: &'static str,

    pub list_title: &'static str,
    pub empty: &'static str,
    pub in_use: &'static str,
    pub with_blocks: &'static str,
    pub apply: &'static str,
    pub apply_named: fn(name: &str) -> String,
    pub rename: &'static str,
    pub rename_named: fn(name: &str) -> String,
    pub new_name: fn(name: &str) -> String,
    pub delete: &'static str,
    pub delete_named: fn(name: &str) -> String,
    pub deleted: fn(name: &str) -> String,
    pub bring_back: &'static str,
    pub export: &'static str,
    pub export_named: fn(name: &str) -> String,
    pub import: &'static str,
    pub import_note: &'static str,

    pub saved: fn(name: &str) -> String,
    pub imported: fn(name: &str) -> String,
    pub applied: fn(name: &str) -> String,
    pub error: fn(&PresetError) -> Help,

    pub offer: fn(name: &str) -> String,
    pub offer_note: &'static str,
    pub not_now: &'static str,

    pub check_title: fn(name: &str) -> String,
    /// What needs a look, and what is said for the record.
    pub check_counts: fn(look: u64, notes: u64) -> String,
    pub check_fits: &'static str,
    pub paired: fn(was: &str, now: &str) -> String,
    pub close_list: &'static str,
    pub close_note: &'static str,
    pub issue: fn(&PresetIssue, &Strings) -> FindingText,
    pub column_use: fn(ColumnUse, &Strings) -> String,
    pub place: fn(PresetPlace) -> &'static str,
}

/// A raw combination of source and medium as people read it: `fair` for `fair / `.
pub fn decided_name(key: &str) -> &str {
    key.trim().trim_end_matches('/').trim()
}

/// Where an entry of the list is mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PresetPlace {
    Files,
    Columns,
    Stages,
    Channels,
    Joins,
    Money,
    Report,
}

impl PresetPlace {
    /// The place for an entry, the same in all languages.
    pub fn of(issue: &PresetIssue) -> PresetPlace {
        use PresetIssue as I;
        match issue {
            I::FileAbsent { .. } | I::FileAlso { .. } | I::ColumnType { .. } => PresetPlace::Files,
            I::ColumnGone { uses, .. } => of_uses(uses),
            I::FileExtra { .. }
            | I::ColumnEmpty { .. }
            | I::ColumnRenamed { .. }
            | I::ColumnNew { .. } => PresetPlace::Columns,
            I::StatusNew { .. } | I::StatusGone { .. } | I::LadderReplaced { .. } => {
                PresetPlace::Stages
            }
            I::SourceNew { .. } | I::SourceSorted { .. } | I::RuleIdle { .. } => {
                PresetPlace::Channels
            }
            I::AliasGone { .. } | I::JoinWorse { .. } => PresetPlace::Joins,
            I::CurrencyNew { .. } => PresetPlace::Money,
            I::PeriodOutside { .. } => PresetPlace::Report,
        }
    }
}

fn of_uses(uses: &[ColumnUse]) -> PresetPlace {
    let place = |of: &ColumnUse| match of {
        ColumnUse::Role(_) | ColumnUse::Merge => PresetPlace::Columns,
        ColumnUse::StageDate => PresetPlace::Stages,
        ColumnUse::Join | ColumnUse::SpendJoin => PresetPlace::Joins,
        ColumnUse::Reading | ColumnUse::TableKey => PresetPlace::Files,
        ColumnUse::Report => PresetPlace::Report,
    };
    uses.first().map_or(PresetPlace::Columns, place)
}

/// Sources, each with the channel that a rule gave it.
pub fn with_channels(sources: &Examples, channels: &[Channel], words: &Strings) -> Examples {
    let each = sources.values.iter().zip(channels);
    let named = each.map(|((text, rows), channel)| {
        (format!("{text} → {}", (words.names.channel)(channel)), *rows)
    });
    Examples { values: named.collect(), ..*sources }
}
