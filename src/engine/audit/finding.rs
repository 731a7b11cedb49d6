//! What the data can't say or says wrongly, found while records are assembled and shown beside the
//! report. Not here: the check-list, which looks at everything and names the rows (`check`).

use crate::engine::funnel::{Crossing, HistoryFinding};
use crate::engine::mapping::Channel;
use crate::engine::value::Day;
use serde::{Deserialize, Serialize};

/// One finding. The enum is the message key for each language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// Rows that repeat a record: exact copies, and older states replaced by the latest.
    Repeats {
        file: String,
        copies: u64,
        older: u64,
    },
    /// Repeated ids that could not be collapsed, since no column says which row is the latest.
    RepeatsKept {
        file: String,
        rows: u64,
    },
    /// Several files were read as one table: rows read, rows that count, rows left out because
    /// another file has their `key` (the later state by `modified`, else the later file), copies
    /// found and copies left out.
    Appended {
        table: String,
        files: u64,
        rows: u64,
        kept: u64,
        overlap: u64,
        key: Vec<String>,
        modified: Option<String>,
        copies: u64,
        left_out: u64,
    },
    /// The proposed key of an appended table stands for different records in its files, so that
    /// nothing was left out.
    KeyDoubted {
        table: String,
        key: Vec<String>,
    },
    /// Days of costs that several files of a table have, with the rows of these days that count.
    SharedDays {
        table: String,
        days: u64,
        rows: u64,
    },
    /// A second file of records beside the one that is counted: its rows are in no figure.
    FileNotCounted {
        file: String,
        counted: String,
        rows: u64,
    },
    /// A joined file that was not given: its columns are missing, the count of records is not touched.
    LookupMissing {
        lookup: String,
    },
    /// Raw stage values that no stage takes: each with its count, most frequent first, and how
    /// many `more` values there are.
    StagesUnmapped {
        values: Vec<(String, u64)>,
        more: u64,
        records: u64,
    },
    /// A stage of the ladder that no record stands for.
    StageUnused {
        stage: String,
    },
    /// Lost records of which nothing says how far they came.
    LostDepthUnknown {
        records: u64,
    },
    WonWithoutAmount {
        records: u64,
    },
    WonWithZeroAmount {
        records: u64,
    },
    WonWithoutCloseDate {
        records: u64,
    },
    CloseBeforeCreated {
        records: u64,
    },
    /// Dates behind the as-of day: far behind all others, or behind the day that was set.
    FarDays {
        dates: u64,
        last: Day,
        as_of: Day,
        is_set: bool,
    },
    WithoutCreatedDate {
        records: u64,
    },
    /// Open records that were to be closed before the data's as-of day.
    OpenPastExpectedClose {
        records: u64,
    },
    /// Records without a channel.
    ChannelUnassigned {
        records: u64,
        share: f64,
    },
    /// A key of the records that finds no partner in a joined file.
    JoinUnmatched {
        file: String,
        column: String,
        lookup: String,
        values: Vec<(String, u64)>,
        more: u64,
        records: u64,
    },
    /// Keys of a joined file that no record uses.
    LookupUnused {
        lookup: String,
        column: String,
        values: Vec<String>,
        more: u64,
    },
    /// A joined file whose key repeats: the first row is taken.
    LookupKeyRepeats {
        lookup: String,
        column: String,
        rows: u64,
    },
    /// Several currencies: never added together. Each with its count of records with an amount.
    Currencies {
        currencies: Vec<(String, u64)>,
    },
    SpendWithoutLeads {
        channel: Channel,
        spend: f64,
        currency: String,
    },
    /// Share of the spend in one currency (0..1) that meets no record by campaign.
    SpendNotTied {
        share: f64,
        spend: f64,
        currency: String,
    },
    /// Cost rows without a day: in no period.
    SpendWithoutDay {
        rows: u64,
    },
    /// What a history of stages says, or fails to say.
    History(HistoryFinding),
    /// No open records at all: cycle times are those of closed deals only.
    OnlyClosed,
    /// No record is won, and no value or date of the ladder says so of any.
    NothingWon,
    /// Where columns, files and currencies meet.
    Crossing(Crossing),
}
