//! By what figures are broken down, and the labels that come out of it.
//!
//! Not here: the words for a label in a language (`i18n`).

mod codes;
mod offer;

pub(crate) use codes::codes_of_rows;
pub use codes::{channel_codes, codes};
pub use offer::available;

use super::filter::Grain;
use super::mapping::Channel;
use super::value::Day;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A way to break records (and, where it makes sense, spend) into groups.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    #[default]
    Channel,
    /// The campaign by the spend join, labelled by the cost file's campaign name where it has one.
    Campaign,
    /// Current stage: ladder, then won, then lost.
    Stage,
    /// Won, lost, open.
    Outcome,
    /// The date of creation.
    Created(Grain),
    /// The date of closing, of closed records.
    Closed(Grain),
    /// Any column of the records' file or of a file joined to it. Text groups by folded value;
    /// numbers and flags by value; dates by month, times by the clock of the report.
    Column { file: String, header: String },
}

/// The name of a group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Label {
    Channel(Channel),
    /// A ladder stage by its name in the mapping.
    Stage(String),
    Won,
    Lost,
    Open,
    /// The unit of a grain that begins on this day.
    Date(Grain, Day),
    Text(String),
    /// A yes or a no.
    Flag(bool),
    /// The records have no value here.
    Empty,
    /// Records whose key found no partner in the joined file.
    Unmatched,
    /// All groups beyond the top n: how many.
    Rest(u64),
}

/// The records and cost rows of a dimension, by label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DimensionCodes {
    /// One code a record: its position in `labels`.
    pub records: Rc<Vec<u32>>,
    /// One code a cost row; `None` where the dimension says nothing about spend.
    pub spend: Option<Vec<u32>>,
    /// The labels that occur, in their natural order.
    pub labels: Vec<Label>,
}
