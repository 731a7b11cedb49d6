//! What is known of a file after it was read: how it is written, and what each column holds.
//! Small and plain, so that it can travel to the page, where the rows never go.

use super::append::Appended;
use super::import::container::Container;
use super::import::exporter::ExporterFound;
use super::import::{Dialect, EncodingSample, ImportOptions, SetAside};
use super::issue::IssueLog;
use super::table::ColumnType;
use super::value::{Day, Moment, clock_text};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// How many of the first rows travel with the profile.
pub const HEAD_ROWS: usize = 100;
/// How many of the most frequent values a column profile keeps.
pub const TOP_VALUES: usize = 200;

/// One file after import.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileProfile {
    pub name: String,
    pub bytes: u64,
    pub rows: u64,
    pub options: ImportOptions,
    pub dialect: Dialect,
    /// What the table was taken out of, the outermost first; empty for a plain file.
    #[serde(default)]
    pub container: Vec<Container>,
    /// The encoding that was taken and those that come next, the likelier first; empty for ASCII.
    #[serde(default)]
    pub encoding_samples: Vec<EncodingSample>,
    pub columns: Vec<ColumnProfile>,
    /// The first [`HEAD_ROWS`] rows, cells as in the file.
    pub head: Vec<Vec<String>>,
    /// Lines that are in the file and not in the table: titles, totals, footers.
    pub set_aside: Vec<SetAside>,
    pub issues: IssueLog,
    /// The program that wrote the file, where it is recognised.
    #[serde(default)]
    pub exporter: Option<ExporterFound>,
    /// Of a table of several files: what became of them.
    pub appended: Option<Box<Appended>>,
}

/// One column after import.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnProfile {
    pub header: String,
    pub kind: ColumnType,
    pub format: ColumnFormat,
    pub currency: Option<String>,
    /// Cells that hold a value.
    pub filled: u64,
    /// Cells that are empty or hold a placeholder such as `-`.
    pub missing: u64,
    /// Cells that hold something that could not be read.
    pub unread: u64,
    /// Distinct values (of the written texts), the missing one not counted.
    pub distinct: u64,
    /// Most frequent values with their counts; ties by first appearance.
    pub top: Vec<(String, u64)>,
    /// Least and greatest, as [`super::table::Column::plain_text`] writes them; for text, empty.
    pub least: String,
    pub greatest: String,
}

impl ColumnProfile {
    /// Whether every filled cell is different.
    pub fn is_unique(&self) -> bool {
        self.filled > 0 && self.distinct == self.filled
    }
}

/// How the cells of a column are written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnFormat {
    pub decimal: Option<DecimalSign>,
    /// The character between thousands, such as `,`, `.`, U+00A0, `'`.
    pub group: Option<char>,
    pub date_order: Option<DateOrder>,
    /// Nothing in the column tells day from month (or decimals from thousands): an assumption.
    pub ambiguous: bool,
    /// What else was understood or assumed, each once, in the order of [`FormatNote`].
    pub notes: Vec<FormatNote>,
}

/// What was understood or assumed of a column beyond its type, for people to check. The variant is
/// the message key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormatNote {
    /// Years of two digits: 00 to 69 are 2000 to 2069, 70 to 99 are 1970 to 1999.
    ShortYears,
    /// Moments carry a zone or an offset. The clock is kept as written, so that a day stays the
    /// file's own day.
    Offsets,
    /// Moments are told in UTC.
    Utc,
    /// Moments carry a zone or an offset, and the offsets differ: hours between two rows are not exact.
    MixedOffsets,
    /// Days by their Excel number: 45292 is 2024-01-01.
    Serials,
    /// Seconds since 1970-01-01 UTC.
    EpochSeconds,
    /// Milliseconds since 1970-01-01 UTC.
    EpochMillis,
    /// Months, held as their first day.
    Months,
    /// Quarters, held as their first day.
    Quarters,
    /// ISO weeks, held as their Monday.
    Weeks,
    /// Days in two orders: text, since one order can't be told for the column.
    MixedOrders,
    /// Clocks beyond 24 hours: lengths of time.
    Durations,
    /// Two numbers with a colon in a column of durations, taken as hours and minutes.
    HoursMinutes,
    /// Numbers with k, M, тыс., млн behind them, multiplied out.
    Scaled,
    /// The header has a percent sign: 12 is 12 %.
    HeaderPercent,
    /// The header counts in thousands, millions, billions: 12 is 12,000 and so on.
    HeaderThousands,
    HeaderMillions,
    HeaderBillions,
    /// The header names another currency than the cells, which are believed.
    OtherCurrency,
    /// Numbers such as 1.23E+11, as a spreadsheet shortens long ones: digits may be lost.
    Shortened,
    /// Some numbers have more digits than can be held (15): the nearest number that can is taken.
    Rounded,
    /// Numbers that are names of things (an ID, leading zeros, too many digits): text.
    Identifiers,
    /// Money of several currencies: text, so that they are never added.
    MixedCurrencies,
    /// More than half are numbers, and too many are not: text.
    MostlyNumbers,
    /// More than half are dates, and too many are not: text.
    MostlyDates,
    /// The user set the type.
    Chosen,
}

impl FormatNote {
    /// Whether it says that the header counts in thousands and the like.
    pub fn is_header_scale(self) -> bool {
        use FormatNote::{HeaderBillions, HeaderMillions, HeaderThousands};
        matches!(self, HeaderThousands | HeaderMillions | HeaderBillions)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecimalSign {
    Point,
    Comma,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    YearMonthDay,
    DayMonthYear,
    MonthDayYear,
}

/// What is counted while the distinct texts of a column are read, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    pub missing: u64,
    pub unread: u64,
    filled: u64,
    distinct: u64,
    /// The most frequent so far: the least of them on top, so that it can be dropped.
    top: BinaryHeap<Reverse<(u64, Reverse<u32>)>>,
    numbers: Option<(f64, f64)>,
    wholes: Option<(i64, i64)>,
}

impl Tally {
    /// Takes in a text that holds a value in `rows` rows.
    pub fn add(&mut self, code: u32, rows: u64) {
        self.filled += rows;
        self.distinct += 1;
        let entry = Reverse((rows, Reverse(code)));
        if self.top.len() < TOP_VALUES {
            self.top.push(entry);
        } else if let Some(mut least) = self.top.peek_mut()
            && entry < *least
        {
            *least = entry;
        }
    }
    /// Widens the range of numbers.
    pub fn number(&mut self, value: Option<f64>) {
        if let Some(x) = value {
            let (least, greatest) = self.numbers.unwrap_or((x, x));
            self.numbers = Some((least.min(x), greatest.max(x)));
        }
    }
    /// Widens the range of days, moments or flags.
    pub fn whole(&mut self, value: Option<i64>) {
        if let Some(x) = value {
            let (least, greatest) = self.wholes.unwrap_or((x, x));
            self.wholes = Some((least.min(x), greatest.max(x)));
        }
    }
    /// The profile of the column; header, format and currency are the caller's to fill in.
    pub fn profile(&self, kind: ColumnType, text: impl Fn(u32) -> String) -> ColumnProfile {
        let mut top: Vec<(u64, Reverse<u32>)> = self.top.iter().map(|r| r.0).collect();
        top.sort_unstable_by(|a, b| b.cmp(a));
        let whole = |x: i64| match kind {
            ColumnType::Day => Day(x as i32).to_string(),
            ColumnType::Moment => Moment(x).to_string(),
            _ => (x != 0).to_string(),
        };
        let range = match kind {
            ColumnType::Text => None,
            ColumnType::Time => self.numbers.map(|(a, b)| (clock_text(a), clock_text(b))),
            ColumnType::Day | ColumnType::Moment | ColumnType::Flag => {
                self.wholes.map(|(a, b)| (whole(a), whole(b)))
            }
            _ => self.numbers.map(|(a, b)| (a.to_string(), b.to_string())),
        };
        let (least, greatest) = range.unwrap_or_default();
        ColumnProfile {
            header: String::new(),
            kind,
            format: ColumnFormat::default(),
            currency: None,
            filled: self.filled,
            missing: self.missing,
            unread: self.unread,
            distinct: self.distinct,
            top: top.into_iter().map(|(n, Reverse(code))| (text(code), n)).collect(),
            least,
            greatest,
        }
    }
}
