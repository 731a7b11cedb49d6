//! The shape of the data that stages are read from, and what each can't tell (reference: funnels,
//! 5c).

use super::Assembled;
use crate::engine::mapping::{FileKind, Mapping};
use crate::engine::report::SkipPolicy;
use serde::{Deserialize, Serialize};

/// How the files tell through which stages a record went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// One row a record with its current status.
    #[default]
    Snapshot,
    /// A date column a stage.
    WideDates,
    /// One row a change of stage.
    EventLog,
}

/// Something that a shape can't tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Untold {
    /// Reach by evidence alone: a status says where a record is, not where it was.
    Evidence,
    TimeInStage,
    OutOfOrder,
    Transitions,
    Returns,
}

impl Shape {
    /// By the mapping alone: what the files are said to be.
    pub fn of(mapping: &Mapping) -> Shape {
        if mapping.files.iter().any(|f| f.kind == FileKind::StageHistory) {
            return Shape::EventLog;
        }
        let dated = |(at, stage): (usize, &crate::engine::mapping::Stage)| {
            at > 0 && stage.entered.is_some()
        };
        if mapping.ladder.stages.iter().enumerate().any(dated) {
            return Shape::WideDates;
        }
        Shape::Snapshot
    }

    /// By what was found in the rows.
    pub(super) fn found(assembled: &Assembled) -> Shape {
        // Creation dates the first stage; of lead and deal, the first two.
        let dated = if assembled.begun.is_some() { 2 } else { 1 };
        if !assembled.moves.record.is_empty() {
            Shape::EventLog
        } else if assembled.records.entered.iter().skip(dated).any(|days| !days.is_empty()) {
            Shape::WideDates
        } else {
            Shape::Snapshot
        }
    }

    /// What it can't tell.
    pub fn untold(self) -> &'static [Untold] {
        use Untold as U;
        match self {
            Shape::Snapshot => {
                &[U::Evidence, U::TimeInStage, U::OutOfOrder, U::Transitions, U::Returns]
            }
            Shape::WideDates => &[U::Transitions, U::Returns],
            Shape::EventLog => &[],
        }
    }

    /// Whether counts under a policy are a funnel. A status without dates counted by its own
    /// evidence says where records stand now, which is none.
    pub fn draws(self, policy: SkipPolicy) -> bool {
        policy == SkipPolicy::Implied || !self.untold().contains(&Untold::Evidence)
    }
}
