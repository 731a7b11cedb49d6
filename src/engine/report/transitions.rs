//! Moves between stages: which, how many, and when; and the flow that they make of the records.

use super::super::dimension::Label;
use super::super::filter::{Filter, Grain};
use super::super::funnel::Shape;
use super::super::value::{Caution, Day};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TransitionsSpec {
    pub grain: Grain,
    pub filters: Vec<Filter>,
}

impl Default for TransitionsSpec {
    fn default() -> Self {
        TransitionsSpec { grain: Grain::Month, filters: Vec::new() }
    }
}

/// What a move is to the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MoveKind {
    /// To the next stage.
    Forward,
    /// Over one stage or several.
    Skipped,
    /// To an earlier stage.
    Back,
    Won,
    Lost,
    /// Out of an end, into a stage of the ladder.
    Reopened,
    /// Among the stages after the win.
    AfterWin,
}

impl MoveKind {
    pub const EVERY: [MoveKind; 7] = [
        MoveKind::Forward,
        MoveKind::Skipped,
        MoveKind::Back,
        MoveKind::Won,
        MoveKind::Lost,
        MoveKind::Reopened,
        MoveKind::AfterWin,
    ];
}

/// Moves on days of the report's period, whenever their records were created.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Transitions {
    pub grain: Grain,
    pub shape: Shape,
    /// The stages of the ladder, won, lost, the stages after the win.
    pub places: Vec<Label>,
    /// Those that occur, by the place left and then by the one entered.
    pub pairs: Vec<Transition>,
    /// First days of the units of time; a move without a day is in none of them.
    pub starts: Vec<Day>,
    pub last_is_partial: bool,
    /// All moves, and the records that made them.
    pub moves: u64,
    pub records: u64,
    /// Entries into a stage in which the record had been before; `None` where files can't tell.
    pub reentered: Option<u64>,
    /// Records that came into the ladder: no move between stages.
    pub openings: u64,
    /// Moves without a day.
    pub undated: u64,
    /// Records whose stages are dated against the ladder.
    pub out_of_order: u64,
    /// Records that the history does not know: their own row says where they are.
    pub by_own_row: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Transition {
    /// Positions among the places.
    pub from: u32,
    pub to: u32,
    pub kind: MoveKind,
    pub moves: u64,
    pub records: u64,
    /// Moves by unit of time.
    pub by_unit: Vec<u64>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FlowSpec {
    pub of: FlowOf,
    pub filters: Vec<Filter>,
}

/// What makes a flow wide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FlowOf {
    /// Each passage counts: a record that comes twice counts twice.
    #[default]
    Passages,
    /// The same by the amount of the record, in the report's currency.
    Amount,
}

/// The ways of the records that were created in the report's period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flow {
    pub of: FlowOf,
    pub shape: Shape,
    /// As in [`Transitions::places`].
    pub places: Vec<FlowPlace>,
    pub edges: Vec<FlowEdge>,
    pub records: u64,
    /// Whether the files can tell of returns and reopened records.
    pub tells_returns: bool,
    /// Lost records of which nobody knows how far they came: lost out of the first stage.
    pub unknown_depth: u64,
    pub out_of_order: u64,
    pub by_own_row: u64,
    /// Records that their history ends, and that their own row says are open.
    pub reopened_by_row: u64,
    pub cautions: Vec<Caution>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FlowPlace {
    pub label: Label,
    /// Passages through it, by weight and by number.
    pub weight: f64,
    pub passages: u64,
    /// Records that began here, and those that are here now and open.
    pub began: f64,
    pub open: f64,
    pub open_records: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FlowEdge {
    /// Positions among the places.
    pub from: u32,
    pub to: u32,
    pub kind: MoveKind,
    pub weight: f64,
    pub moves: u64,
    pub records: u64,
}
