//! From tables and a mapping to records: one entry a deal (or lead), with its outcome, its depth in
//! the ladder, its channel, its money; and the cost rows beside them.
//!
//! Everything is columnar (one vector a property, equal lengths), so that a query is a few tight
//! loops. Not here: periods, filters and measures (`query`, `measure`).

mod activity;
mod ads_twice;
mod again;
mod as_of;
mod assemble;
mod begin;
mod begin_merge;
mod begin_moves;
mod begin_own;
mod beside;
mod born;
mod campaign;
mod changing;
mod channel;
mod contact_row;
mod content;
mod course;
mod crossing;
mod detail;
mod draft;
mod earlier;
pub mod history;
mod journey;
pub(crate) mod link;
mod log;
pub(crate) mod meaning;
mod money;
mod order;
mod owner_row;
mod people;
mod pipelines_differ;
mod plan;
mod plan_quarter;
mod rate;
mod repeats;
mod shape;
mod source;
mod spend;
mod stage;
mod touch_log;
mod whose;

pub use activity::{NO_TIME, OfRecord};
pub use again::Before;
pub use assemble::{assemble, assemble_after};
pub use begin::{Begun, BegunCounts, LeftAside, stage_names};
pub use beside::{
    Activities, ActivityKind, Beside, BesideKind, OtherCosts, PlanColumn, Planned, Plans, Scores,
};
pub use changing::{Changing, ChangingColumn};
pub use crossing::{Crossing, RowsMet};
pub use detail::Details;
pub use earlier::{Counted, Earlier, Pair};
pub use history::HistoryFinding;
pub use journey::{PLACE_AFTER, PLACE_LOST, PLACE_WON};
pub use shape::{Shape, Untold};
pub use stage::MAX_STAGES;
pub use touch_log::{TouchDepth, TouchLog};

use super::audit::Finding;
use super::mapping::Channel;
use super::mapping::clock::Clock;
use super::mapping::key::KeyKind;
use super::mapping::merge::Merge;
use super::profile::FileProfile;
use super::table::Table;
use serde::{Deserialize, Serialize};

/// A file as the engine sees it: its table and its profile.
#[derive(Clone, Copy)]
pub struct FileView<'a> {
    pub profile: &'a FileProfile,
    pub table: &'a Table,
}

/// How a record ended, or that it has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Open,
    Won,
    Lost,
}

/// No ladder position: the record's stage value is empty, unmapped, or only says won or lost.
pub const NO_STAGE: u8 = u8::MAX;

/// The records, after repeats were collapsed. All vectors have `count` entries.
#[derive(Clone, Debug, Default)]
pub struct Records {
    pub count: usize,
    /// The row of the records' table; [`NO_KEY`] for a lead that became no deal.
    pub row: Vec<u32>,
    /// Calendar days, [`super::table::NO_DAY`] when missing.
    pub created: Vec<i32>,
    /// Only of closed records: the closing date of an open one is a hope.
    pub closed: Vec<i32>,
    /// Only of open records: the day on which they are hoped to close.
    pub expected: Vec<i32>,
    pub outcome: Vec<Outcome>,
    /// Current position in the ladder, [`NO_STAGE`] when there is none.
    pub stage: Vec<u8>,
    /// A column says at which stage records stand; else dates or moves alone tell of stages.
    pub has_status: bool,
    /// Bit i: there is evidence of its own that ladder stage i was entered (the current stage, a
    /// date column, the outcome for a `decided` stage). The first stage has it by creation.
    pub observed: Vec<u32>,
    /// For each ladder stage the days on which the records entered it ([`super::table::NO_DAY`]
    /// when missing); empty for a stage whose entry no date column tells. The first stage is
    /// entered by creation, unless it has a column of its own.
    pub entered: Vec<Vec<i32>>,
    /// Bit i: stage i is dated before the dated stage in front of it. Dates of one day tie and are
    /// in order. Empty where no stage but the first has dates.
    pub disordered: Vec<u32>,
    /// Won, and closed before the last dated stage; empty as above.
    pub won_early: Vec<bool>,
    /// Bit i: there is evidence that the i-th stage after the win was entered. Empty where the
    /// ladder has none.
    pub after: Vec<u32>,
    /// For each stage after the win the days on which it was entered; empty where nothing tells.
    pub entered_after: Vec<Vec<i32>>,
    /// Lost, and nothing says how far it came: no stage date and no stage beside “lost”.
    pub depth_unknown: Vec<bool>,
    /// NaN when missing. In the currency of `currency`.
    pub amount: Vec<f64>,
    /// Index into [`Assembled::currencies`].
    pub currency: Vec<u8>,
    /// Index into [`Assembled::channels`].
    pub channel: Vec<u16>,
    /// Index into [`Assembled::campaigns`]; 0 = no campaign.
    pub campaign: Vec<u32>,
}

/// Changes of stage as a history tells them, by record, then in the order in which they happened;
/// the opening of a record included. All vectors are equally long.
#[derive(Clone, Debug, Default)]
pub struct Moves {
    /// Position among the records.
    pub record: Vec<u32>,
    /// The place left and the one entered: a position in the ladder, [`PLACE_LOST`], [`PLACE_WON`],
    /// [`PLACE_AFTER`] and beyond for stages after the win; [`NO_STAGE`] is left by an opening.
    pub from: Vec<u8>,
    pub to: Vec<u8>,
    /// [`super::table::NO_DAY`] for an opening that nobody dated; all other moves have a day.
    pub day: Vec<i32>,
    /// In the order of the moves: not as long as these.
    pub away: Vec<Away>,
}

/// A time that a record spent in a value that no stage takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Away {
    /// The move into the place that was left for it, by its position.
    pub after: u32,
    pub from: i32,
    /// [`super::table::NO_DAY`]: it came back by the next move, or not yet.
    pub until: i32,
}

/// The cost rows of all spend files, and behind them the rows of files of web visits, which are placed
/// as costs are: by day, channel and campaign. All vectors have `count` entries.
#[derive(Clone, Debug, Default)]
pub struct SpendRows {
    pub count: usize,
    /// The position of the row's file among the files, and the row in its table.
    pub file: Vec<u16>,
    pub row: Vec<u32>,
    /// First day of the cost, [`super::table::NO_DAY`] when missing.
    pub day: Vec<i32>,
    /// NaN when missing.
    pub spend: Vec<f64>,
    pub currency: Vec<u8>,
    pub channel: Vec<u16>,
    pub campaign: Vec<u32>,
    pub impressions: Vec<f64>,
    pub clicks: Vec<f64>,
    pub conversions: Vec<f64>,
    /// NaN on a cost row.
    pub visits: Vec<f64>,
}

/// What the mapping made of the tables.
#[derive(Clone, Debug, Default)]
pub struct Assembled {
    /// Position of the records' file among the files; `None` where there is only spend.
    pub record_file: Option<usize>,
    /// Where records begin with leads; else each is a row of that file.
    pub begun: Option<Begun>,
    pub records: Records,
    pub details: Details,
    pub beside: Beside,
    pub spend: SpendRows,
    /// ISO 4217 code where known, else the file's own word; empty text = not named.
    pub currencies: Vec<String>,
    pub channels: Vec<Channel>,
    /// Name of each campaign as people read it; entry 0 is the empty one.
    pub campaigns: Vec<String>,
    /// Names of the ladder's stages up to the win, in order (won is not among them).
    pub stages: Vec<String>,
    /// Names of the stages after the win, in order.
    pub stages_after: Vec<String>,
    /// Changes of stage; empty without a history of stages.
    pub moves: Moves,
    /// For each history that was read: the position of its file, and its rows into a value that no
    /// stage takes.
    pub unplaced: Vec<(usize, Vec<u32>)>,
    /// Values that are others in the course of a record, where a history of stages makes the records;
    /// without a column where no value is.
    pub changing: Option<Changing>,
    /// For each row of such a history its record; empty where something else makes them.
    pub record_of_event: Vec<u32>,
    /// The column of the records' file that names why a record was lost.
    pub reason_column: Option<String>,
    /// The touches of records with marketing, as far as the files know them.
    pub touches: TouchLog,
    /// Earlier exports of the same records, each paired with these; of no figure but their change.
    pub earlier: Vec<Earlier>,
    /// How the files tell of stages.
    pub shape: Shape,
    /// The joins that could be made, in the order of the mapping.
    pub links: Vec<Link>,
    /// Spellings that are one value.
    pub merges: Vec<Merge>,
    /// By which clock the times of each file are read, by its position.
    pub clocks: Vec<Clock>,
    /// What the audit found while assembling.
    pub findings: Vec<Finding>,
    /// The day that stands for today: the latest of the dates of records and spend (creation,
    /// closing, stages, modification; expected dates of open records don't count) that is no slip of the pen
    /// (see the module `as_of`), or the day that the user set.
    pub as_of: Option<i32>,
    /// Where axes of time begin: set where dates lie so far before all others that they are no part of
    /// them (see the same module).
    pub begins: Option<i32>,
    /// On which days the records' file says that records were modified.
    pub changed: as_of::Tally,
    /// The weekdays (from Monday on) on which somebody works, where that is set.
    pub working_days: Option<[bool; 7]>,
    /// Which facts the data can support at all.
    pub has: Has,
}

/// The row has a key, and the joined file has no such key.
pub const NO_ROW: u32 = u32::MAX;
/// The row has no key.
pub const NO_KEY: u32 = u32::MAX - 1;

impl Assembled {
    /// The clock of a file; a file that the mapping doesn't name is read as it is written.
    pub fn clock(&self, file: usize) -> Clock {
        self.clocks.get(file).copied().unwrap_or(Clock::AsWritten)
    }

    /// The file and the row that a record is seen by: its own, else its lead's.
    pub fn place(&self, record: usize) -> Option<(usize, u32)> {
        let row = self.records.row.get(record).copied()?;
        if row < NO_KEY {
            return Some((self.record_file?, row));
        }
        let begun = self.begun.as_ref()?;
        let row = begun.lead_row.get(record).copied().filter(|row| *row < NO_KEY)?;
        Some((begun.lead_file, row))
    }

    /// The rows of the records' file that speak of a record, and that record.
    pub fn rows_of_records(&self) -> (Vec<u32>, Vec<u32>) {
        let own = self.records.row.iter().copied().zip(0u32..);
        let further = self.begun.iter().flat_map(|b| b.further.iter().copied());
        own.chain(further).unzip()
    }
}

/// A resolved join.
#[derive(Clone, Debug, Default)]
pub struct Link {
    /// Positions among the files.
    pub from_file: usize,
    pub lookup_file: usize,
    pub from_column: String,
    pub key_column: String,
    pub by: KeyKind,
    /// For each row of the table that refers: the row of the lookup table, [`NO_ROW`] or
    /// [`NO_KEY`].
    pub partner: Vec<u32>,
}

/// What the data has, whatever the period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Has {
    pub records: bool,
    pub spend: bool,
    /// Columns of cost rows beside the cost.
    pub impressions: bool,
    pub clicks: bool,
    pub conversions: bool,
    #[serde(default)]
    pub visits: bool,
    pub amount: bool,
    pub created: bool,
    pub closed: bool,
    pub outcome: bool,
    /// The ladder position from which records are qualified.
    pub qualified: Option<u8>,
}
