//! Several files as one table: monthly exports one after the other, columns matched by name, rows
//! that a later file has again left out by a stated key, and every row counted once: as kept, as
//! overlap, or as a copy.
//!
//! `propose` finds the files that belong together, `plan` matches their columns, `tables` puts the
//! cells together, `overlap` says which rows are left out, `combined` holds the outcome, `decide`
//! carries the other decisions along when files become a table or a table files. `exports` finds
//! files that hold the same records at different dates, by their rows (`snapshot`), and `compare` keeps
//! them apart.
//!
//! Not here: rows that repeat a record within one file; they are collapsed where records are made
//! (`funnel::repeats`), in an appended table as in any other.

mod combined;
pub mod compare;
pub mod decide;
pub mod exports;
mod name;
mod overlap;
mod plan;
mod profile;
mod propose;
mod rows;
mod settle;
mod shelf;
mod snapshot;
mod tables;

pub use combined::{Combined, Left, LeftRow};
pub use name::series;
pub use plan::refusal;
pub use shelf::{Shelf, kind_of};

use super::audit::Finding;
use super::import::ImportOptions;
use super::table::ColumnType;
use serde::{Deserialize, Serialize};

/// Which files are one table, and what becomes of rows that they share. A decision: it is kept in
/// the document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FileGroup {
    /// What everything else calls the table. It stays when files come and go.
    pub name: String,
    /// In the order in which they are appended: the earliest first.
    pub members: Vec<Member>,
    /// The user keeps these files as tables of their own.
    pub apart: bool,
    /// Headers whose values together name a record. Where two files have the same, the rows of one
    /// of them are left out. Empty: no row is.
    pub key: Vec<String>,
    /// The user chose the key: it holds even where the values look as if it were none.
    pub key_decided: bool,
    /// The column that says which file has the later state; without it, the later file.
    pub modified: Option<String>,
    /// Of rows that are equal in every cell the first one counts and the others don't.
    pub drop_copies: bool,
    /// Files that the user took out of the table.
    pub left_out: Vec<String>,
    /// The files are exports of the same records at different dates, of which this is counted: the
    /// others are earlier exports, as far as the user has not said otherwise of them.
    pub latest: Option<String>,
}

/// One file of a group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Member {
    pub name: String,
    pub import: ImportOptions,
}

impl FileGroup {
    /// Whether a file is one of the group's.
    pub fn has(&self, file: &str) -> bool {
        self.members.iter().any(|m| m.name == file)
    }

    /// Whether a file is an earlier export of the records of another of these files.
    pub fn is_earlier(&self, file: &str) -> bool {
        let is_other = self.latest.as_ref().is_some_and(|latest| latest != file);
        self.apart && is_other && self.has(file)
    }
}

/// What was done to make one table of several files. Part of the table's profile.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Appended {
    pub files: Vec<AppendedFile>,
    pub key: Vec<String>,
    pub modified: Option<String>,
    pub drop_copies: bool,
    /// Rows left out because another file has their key, and those among them that differ from the
    /// row that counts in more than the key.
    pub overlap: u64,
    pub restated: u64,
    /// Rows that equal an earlier one in every cell, after the overlap was left out. They are left
    /// out only if the user says so.
    pub copies: u64,
    /// Files of costs: days that several files have, and the rows of those days that count.
    pub shared_days: u64,
    pub shared_rows: u64,
    /// Nothing was left out by the key: the same values stand for different records.
    pub doubted: bool,
    pub notes: Vec<ColumnNote>,
}

/// One file's part of an appended table: rows read are rows kept, overlap and copies left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppendedFile {
    pub name: String,
    pub rows: u64,
    pub kept: u64,
    pub overlap: u64,
    pub copies: u64,
    /// The days that it spans, as ISO text; empty where it has no dates.
    pub first: String,
    pub last: String,
}

impl Appended {
    /// Rows read, from all files.
    pub fn rows_read(&self) -> u64 {
        self.files.iter().map(|f| f.rows).sum()
    }

    /// Rows that count.
    pub fn kept(&self) -> u64 {
        self.files.iter().map(|f| f.kept).sum()
    }

    /// What the audit says of the table.
    pub fn findings(&self, table: &str) -> Vec<Finding> {
        let mut findings = vec![Finding::Appended {
            table: table.to_owned(),
            files: self.files.len() as u64,
            rows: self.rows_read(),
            kept: self.kept(),
            overlap: self.overlap,
            key: self.key.clone(),
            modified: self.modified.clone(),
            copies: self.copies,
            left_out: self.copies_left_out(),
        }];
        let table = || table.to_owned();
        if self.doubted {
            findings.push(Finding::KeyDoubted { table: table(), key: self.key.clone() });
        }
        if self.shared_days > 0 {
            let (days, rows) = (self.shared_days, self.shared_rows);
            findings.push(Finding::SharedDays { table: table(), days, rows });
        }
        findings
    }

    /// Copies that were left out.
    pub fn copies_left_out(&self) -> u64 {
        self.files.iter().map(|f| f.copies).sum()
    }
}

/// What happened to a column when files were appended. The enum is the message key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnNote {
    /// Not all files have it: the rows of the others have an empty cell.
    Missing { header: String, files: u64, of: u64, cells: u64 },
    /// The files write its name in several ways.
    Renamed { header: String, others: Vec<String> },
    /// Days in some files and moments in others: a day counts as its midnight.
    Midnight { header: String },
    /// The files hold things that don't go together, so all became text as the cells were read.
    AsText { header: String, kinds: Vec<ColumnType> },
    /// Money of several currencies: `column` says for each row which it is.
    CurrencyByRow { header: String, column: String, currencies: Vec<String> },
}

/// Why files can't be one table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// They have no column in common.
    NothingInCommon,
    /// This file has money in several currencies, in columns that the others have in other
    /// currencies: one column of currencies can't tell both.
    Currencies { file: String, currencies: Vec<String> },
    /// Together they have more rows, or more text in one column, than one table can hold.
    TooLarge,
}

/// Why files are proposed as one table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JoinReason {
    /// So many columns have the same name, of those that the narrower file has.
    Columns { shared: u64, of: u64 },
    /// The names of the files differ only in a date or a number.
    Names,
    /// The days of one file begin where those of another end.
    Periods,
}
