//! Names of what the engine counts and sorts by: channels, roles, measures, units, settings.
//!
//! Each is a function over the engine's enum, matched exhaustively in each language.

use crate::engine::dimension::Dimension;
use crate::engine::filter::Grain;
use crate::engine::funnel::Outcome;
use crate::engine::mapping::{Channel, FileKind, Role};
use crate::engine::measure::MeasureId;
use crate::engine::profile::FormatNote;
use crate::engine::report::{Basis, SkipPolicy};
use crate::engine::table::ColumnType;
use crate::engine::value::Caution;

/// See the module.
pub struct Names {
    /// A custom channel keeps its own name.
    pub channel: fn(&Channel) -> String,
    pub role: fn(Role) -> &'static str,
    /// What belongs in the role, where its name does not say it; else empty.
    pub role_hint: fn(Role) -> &'static str,
    pub file_kind: fn(FileKind) -> &'static str,
    pub file_kind_hint: fn(FileKind) -> &'static str,
    /// Two to five capitals for a column's head: `TEXT`.
    pub column_tag: fn(ColumnType) -> &'static str,
    /// `a date`, to be read in “could not be read as …”.
    pub column_type: fn(ColumnType) -> &'static str,
    /// A phrase without a full stop: `seconds since 1970, in UTC`.
    pub format_note: fn(FormatNote) -> &'static str,
    pub outcome: fn(Outcome) -> &'static str,
    pub grain: fn(Grain) -> &'static str,
    /// `Created, by month`. A column is called by its header.
    pub dimension: fn(&Dimension) -> String,
    pub basis: fn(Basis) -> &'static str,
    pub basis_text: fn(Basis) -> &'static str,
    pub policy: fn(SkipPolicy) -> &'static str,
    pub policy_text: fn(SkipPolicy) -> &'static str,
    pub measure: fn(MeasureId) -> MeasureText,
    /// What to know before trusting a figure, as a sentence.
    pub caution: fn(&Caution) -> String,

    pub empty_value: &'static str,
    pub unmatched: &'static str,
    /// `12 others`.
    pub rest: fn(n: u64) -> String,
    pub total: &'static str,
}

/// A measure for people: its name and its definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeasureText {
    pub name: &'static str,
    /// For the head of a narrow column.
    pub short: &'static str,
    pub answers: &'static str,
    pub formula: &'static str,
    pub unit: &'static str,
    pub basis: &'static str,
    pub empty_when: &'static str,
    pub cautions: &'static str,
}
