//! What became of the pipeline between two exports of the same records.

use super::super::dimension::Label;
use super::super::filter::Filter;
use super::super::value::Day;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PipelineChangeSpec {
    /// The earlier export by the name of its file; `None` = the latest of them.
    pub earlier: Option<String>,
    /// Lists the records of one kind of change alone.
    pub only: Option<ChangeKind>,
    pub filters: Vec<Filter>,
}

/// What happened to a record between two exports. The first ten change the value of the open pipeline,
/// and of those a record has at most one; whatever stays open may also have moved and slipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// Only in the later export, and open.
    Created,
    /// Closed in the earlier export, open in the later one.
    Reopened,
    Grew,
    /// Open in both, with an amount in the later one only.
    Priced,
    Shrank,
    /// Open in both, with an amount in the earlier one only.
    Unpriced,
    /// Open in both, with amounts in two currencies.
    OtherCurrency,
    Won,
    Lost,
    /// Open in the earlier export and not in the later one at all: not lost, as far as anybody knows.
    Gone,
    Forward,
    Back,
    /// The hoped-for day of closing was put off.
    Slipped,
    PulledIn,
    /// Open in both, and one of the two exports, or both, has it in no stage of the ladder.
    StageUnknown,
    /// Open in both, with the same stage, amount and hoped-for day.
    Unchanged,
    /// Only in the later export, and closed there already.
    CreatedWon,
    CreatedLost,
    /// Lost in the earlier export and won in the later one, and the other way round.
    LostToWon,
    WonToLost,
    /// Closed alike in both.
    StillClosed,
    /// Closed in the earlier export and not in the later one at all.
    GoneClosed,
}

impl ChangeKind {
    pub const EVERY: [ChangeKind; 22] = {
        use ChangeKind as K;
        [
            K::Created,
            K::Reopened,
            K::Grew,
            K::Priced,
            K::Shrank,
            K::Unpriced,
            K::OtherCurrency,
            K::Won,
            K::Lost,
            K::Gone,
            K::Forward,
            K::Back,
            K::Slipped,
            K::PulledIn,
            K::StageUnknown,
            K::Unchanged,
            K::CreatedWon,
            K::CreatedLost,
            K::LostToWon,
            K::WonToLost,
            K::StillClosed,
            K::GoneClosed,
        ]
    };

    /// Those that change the value of the open pipeline, in the order of the bridge.
    pub const OF_VALUE: &'static [ChangeKind] = Self::EVERY.split_at(10).0;

    /// Whether anything happened that a list of changes would name.
    pub fn is_change(self) -> bool {
        !matches!(self, ChangeKind::Unchanged | ChangeKind::StillClosed)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PipelineChange {
    pub earlier: Export,
    pub later: Export,
    /// The other files that are earlier exports.
    pub choices: Vec<String>,
    /// The report's own currency; empty = not named.
    #[serde(default)]
    pub currency: String,
    /// Every record of both files is in exactly one of these: in the later only, in the earlier
    /// only, in both.
    pub created: u64,
    pub gone: u64,
    pub kept: u64,
    /// The kinds that occur, in the order of [`ChangeKind::EVERY`].
    pub lines: Vec<ChangeLine>,
    /// One a currency, the report's own first. Never added to each other.
    pub bridges: Vec<Bridge>,
    /// The stages of the ladder, won, lost, and open without a known stage.
    pub places: Vec<Label>,
    /// From where to where, where any record went; `None` = not in that export.
    pub passages: Vec<ChangePassage>,
    /// The records of the list: those whose change weighs most come first.
    pub records: Vec<ChangedRecord>,
    /// All records that the list is of.
    pub listed: u64,
    pub only: Option<ChangeKind>,
    /// Open in both, and a stage is not known on one side, or a hoped-for day.
    pub without_stage: u64,
    pub without_day: u64,
    /// A period is set, which does not act here.
    pub has_period: bool,
}

/// One of the two files.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Export {
    pub file: String,
    /// The latest day of creation, closing or modification in it.
    pub as_of: Option<Day>,
    pub records: u64,
    pub open: u64,
    /// Open without an amount: in no value.
    pub open_unpriced: u64,
    /// Rows left out: those without an id, and all but the last of an id that stands on several.
    pub without_id: u64,
    pub repeated: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChangeLine {
    pub kind: ChangeKind,
    pub records: u64,
    /// In the report's currency, at the amounts of either export; `None` where no record of the line
    /// is in that export.
    pub value_before: Option<f64>,
    pub value_after: Option<f64>,
    /// Records of the line with an amount in another currency, or without one where it would count.
    pub elsewhere: u64,
    pub unpriced: u64,
}

/// From the value of the open pipeline of one export to that of the other: the steps add up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bridge {
    /// ISO 4217 code where it is known; empty = not named.
    pub currency: String,
    pub before: f64,
    pub steps: Vec<BridgeStep>,
    pub after: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BridgeStep {
    pub kind: ChangeKind,
    pub value: f64,
    pub records: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChangePassage {
    /// Positions among the places.
    pub from: Option<u32>,
    pub to: Option<u32>,
    pub records: u64,
    /// In the report's currency, by the later amount where there is one.
    pub value: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChangedRecord {
    pub id: String,
    pub name: String,
    pub kinds: Vec<ChangeKind>,
    pub from: Option<u32>,
    pub to: Option<u32>,
    pub amount_before: Option<f64>,
    pub amount_after: Option<f64>,
    /// Of the later amount, else of the earlier one.
    pub currency: String,
    /// The earlier amount is in another one.
    pub currency_before: Option<String>,
    pub close_before: Option<Day>,
    pub close_after: Option<Day>,
}
