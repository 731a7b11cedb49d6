//! Funnel: how many reached each stage, and what the counts rest on.

use super::super::dimension::Label;
use super::super::funnel::{BegunCounts, Shape};
use super::super::value::Quantity;
use super::FunnelSplit;
use serde::{Deserialize, Serialize};

/// Which visits of a record to a stage make the time that it was there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageVisits {
    /// All of them together.
    #[default]
    All,
    First,
    Last,
}

impl StageVisits {
    pub const EVERY: [StageVisits; 3] = [StageVisits::All, StageVisits::First, StageVisits::Last];
}

/// What goes through the funnel: a record, or all records of a person or an account together, of
/// which the furthest stage counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entity {
    #[default]
    Record,
    Person,
    Account,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Funnel {
    /// Ladder stages in order, then won, then the stages after the win.
    pub stages: Vec<FunnelStage>,
    pub entered: u64,
    pub won: u64,
    pub lost: u64,
    pub open: u64,
    /// Lost, and nothing says how far they came; counted at the first stage.
    pub unknown_depth: u64,
    /// Open, with a stage value that is not mapped; counted at the first stage.
    pub unmapped: u64,
    pub end_to_end: Quantity,
    pub end_to_end_before: Option<Quantity>,
    #[serde(default)]
    pub ground: FunnelGround,
    /// The same by the groups of a dimension.
    #[serde(default)]
    pub split: Option<Box<FunnelSplit>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FunnelStage {
    pub label: Label,
    pub reached: u64,
    /// Reached with evidence of its own / only implied by a later stage.
    pub observed: u64,
    pub implied: u64,
    /// Share of the previous stage; the first stage has none.
    pub of_previous: Option<Quantity>,
    pub of_first: Quantity,
    pub reached_before: Option<u64>,
    /// Reached the previous stage and not this one.
    pub dropped: u64,
    /// Median days from the previous stage, where both have dates.
    pub median_days: Option<f64>,
    #[serde(default)]
    pub path: StagePath,
}

impl Funnel {
    /// Whether any record went against the ladder.
    pub fn any_out_of_order(&self) -> bool {
        self.stages.iter().any(|s| s.path.out_of_order.is_some_and(|n| n > 0))
    }

    /// Whether any record entered a stage again.
    pub fn any_reentered(&self) -> bool {
        self.stages.iter().any(|s| s.path.reentered.is_some_and(|n| n > 0))
    }
}

/// How records came to a stage, beside their count: counts of what goes through the funnel (a person
/// or an account by any of its records), and the time in the stage, which only records have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StagePath {
    /// Dated before the dated stage in front of it. They are kept, but not in the days between.
    pub out_of_order: Option<u64>,
    /// Entered more than once; only a history of stages tells.
    pub reentered: Option<u64>,
    /// How long records stayed; only dates tell.
    #[serde(default)]
    pub time: Option<StageTime>,
}

impl StagePath {
    /// How long, where any record stayed for a time that is known.
    pub fn time_known(&self) -> Option<StageTime> {
        self.time.filter(|time| time.ended + time.still > 0)
    }
}

/// How long records stayed in a stage, in days, all visits of a record together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StageTime {
    /// Records that left, those that are still there, and those of which a date is missing or
    /// against the ladder.
    pub ended: u64,
    pub still: u64,
    pub undated: u64,
    /// The median of all, those that are still there followed until the as-of day (Kaplan and
    /// Meier); none where it was not reached.
    pub median_of_all: Option<f64>,
    /// The longest time that anything was followed, and the share that was still there then.
    pub watched: Option<(f64, f64)>,
    /// Of those that left.
    pub mean: Option<f64>,
    pub p25: Option<f64>,
    pub median: Option<f64>,
    pub p75: Option<f64>,
    pub p90: Option<f64>,
}

/// What the counts of a funnel rest on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FunnelGround {
    /// How the files tell of stages.
    pub shape: Shape,
    /// The counts are a funnel; else they only say where records stand now.
    pub draws: bool,
    pub entity: Entity,
    /// Where the records begin with leads: how the counts reconcile.
    #[serde(default)]
    pub begins: Option<BegunCounts>,
    /// Records that name no person or account, counted one by one.
    pub without_entity: u64,
    /// Went back to an earlier stage; went on after they were won or lost. Only a history of stages
    /// tells.
    pub moved_back: Option<u64>,
    pub reopened: Option<u64>,
    /// The conversion window in days, and what entered less than so long before the as-of day.
    pub window: Option<u32>,
    pub young: u64,
    /// With evidence of a stage, or with an end, that nobody dated, so that it may have come later than
    /// the window allows: not counted there.
    pub undated: u64,
}
