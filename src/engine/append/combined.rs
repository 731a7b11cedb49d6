//! A table of several files: the rows that count, those that don't, and what became of each file.
//!
//! Not here: which files (`propose`), when a table is made or given up (`shelf`).

use super::overlap::{self, Removal};
use super::plan::{Plan, role_column};
use super::profile::profile;
use super::propose::span;
use super::{Appended, AppendedFile, FileGroup, Refusal, rows, tables};
use crate::engine::funnel::FileView;
use crate::engine::mapping::{FileKind, Role};
use crate::engine::profile::{FileProfile, HEAD_ROWS};
use crate::engine::table::{Cells, Column, ColumnType, Part, Table, TextCells};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// See the module.
pub struct Combined {
    group: FileGroup,
    what: FileKind,
    plan: Plan,
    /// The first row of each file, all rows being there.
    starts: Vec<u32>,
    table: Table,
    profile: FileProfile,
    removal: Removal,
    left: Table,
}

/// Rows that are read and don't count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    pub headers: Vec<String>,
    pub rows: Vec<LeftRow>,
    /// Of how many.
    pub total: u64,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftRow {
    pub file: String,
    pub record: u32,
    pub line: u32,
    /// A copy of an earlier row; else its record counts in another file.
    pub is_copy: bool,
    pub cells: Vec<String>,
}

impl Combined {
    /// Makes one table of files, given in the group's order. The tables are used up.
    ///
    /// # Errors
    /// Where they can't be one; the tables come back.
    pub fn new(
        group: &FileGroup,
        what: FileKind,
        files: &[&FileProfile],
        parts: Vec<Table>,
    ) -> Result<Combined, (Refusal, Vec<Table>)> {
        let plan = match Plan::of(files, what) {
            Ok(plan) if plan.holds(&parts) => plan,
            Ok(_) => return Err((Refusal::TooLarge, parts)),
            Err(refusal) => return Err((refusal, parts)),
        };
        let mut end = 0;
        let starts = parts.iter().map(|part| {
            let start = end;
            end += part.rows as u32;
            start
        });
        let mut combined = Combined {
            group: group.clone(),
            what,
            starts: starts.collect(),
            table: Table::default(),
            profile: profile(&group.name, &Table::default(), &plan, &[], &[]),
            removal: Removal::default(),
            left: Table::default(),
            plan,
        };
        combined.table = tables::append(&combined.plan, parts);
        combined.settle(files);
        Ok(combined)
    }

    /// The table as the rest of the engine sees it.
    pub fn view(&self) -> FileView<'_> {
        FileView { profile: &self.profile, table: &self.table }
    }

    /// The decision that the table follows.
    pub fn group(&self) -> &FileGroup {
        &self.group
    }

    /// Headers of the columns that all files have.
    pub fn shared_columns(&self) -> Vec<String> {
        let columns = self.plan.columns.iter();
        let shared = columns.filter(|c| c.from.iter().all(Option::is_some));
        shared.map(|c| c.header.clone()).collect()
    }

    /// Follows another decision about the same files.
    pub fn decide(&mut self, group: &FileGroup, what: FileKind, files: &[&FileProfile]) {
        if self.group == *group && self.what == what {
            return;
        }
        (self.group, self.what) = (group.clone(), what);
        let kept = std::mem::take(&mut self.table);
        let left = std::mem::take(&mut self.left);
        self.table = rows::put_back(kept, left, &self.removal.rows);
        self.settle(files);
    }

    /// Takes out what doesn't count and describes the rest; all rows are in the table.
    fn settle(&mut self, files: &[&FileProfile]) {
        self.removal = overlap::removal(&self.table, &self.starts, &self.group);
        let all = std::mem::take(&mut self.table);
        (self.table, self.left) = rows::take_out(all, &self.removal.rows);
        let before = |start: &u32| self.removal.rows.partition_point(|row| row < start) as u32;
        let parts = files.iter().zip(&self.starts);
        let parts = parts.map(|(f, s)| Part { file: f.name.clone(), first: s - before(s) });
        self.table.parts = parts.collect();
        let first: Vec<(usize, usize)> = self.first_rows();
        self.profile = profile(&self.group.name, &self.table, &self.plan, files, &first);
        self.profile.appended = Some(Box::new(self.appended(files)));
    }

    /// Where the first rows that count stood: file and row.
    fn first_rows(&self) -> Vec<(usize, usize)> {
        let total = (self.table.rows + self.left.rows) as u32;
        let counts = |row: &u32| self.removal.rows.binary_search(row).is_err();
        let first = (0..total).filter(counts).take(HEAD_ROWS);
        first.map(|row| self.place(row)).collect()
    }

    /// The file of a row, all rows being there, and the row in it.
    fn place(&self, row: u32) -> (usize, usize) {
        // Of several files that begin on one row all but the last are empty.
        let file = self.starts.partition_point(|start| *start <= row).saturating_sub(1);
        (file, (row - self.starts.get(file).copied().unwrap_or(0)) as usize)
    }

    fn appended(&self, files: &[&FileProfile]) -> Appended {
        let mut each: Vec<AppendedFile> = files
            .iter()
            .map(|file| {
                let (first, last) = span(file, self.what);
                let (name, rows) = (file.name.clone(), file.rows);
                AppendedFile { name, rows, kept: rows, first, last, ..AppendedFile::default() }
            })
            .collect();
        for (row, is_copy) in self.removal.rows.iter().zip(&self.removal.is_copy) {
            let Some(file) = each.get_mut(self.place(*row).0) else { continue };
            file.kept -= 1;
            *(if *is_copy { &mut file.copies } else { &mut file.overlap }) += 1;
        }
        let (shared_days, shared_rows) = self.shared(files);
        Appended {
            overlap: each.iter().map(|f| f.overlap).sum(),
            files: each,
            key: self.group.key.clone(),
            modified: self.group.modified.clone(),
            drop_copies: self.group.drop_copies,
            restated: self.removal.restated,
            copies: self.removal.copies,
            shared_days,
            shared_rows,
            doubted: self.removal.doubted,
            notes: self.plan.notes.clone(),
        }
    }

    /// Days of costs on which rows of several files count, and those rows.
    fn shared(&self, files: &[&FileProfile]) -> (u64, u64) {
        let header = files.iter().enumerate().find_map(|(at, file)| {
            let date = role_column(file, self.what, Role::Date)?;
            self.plan.header_of(at, date)
        });
        let column = header.and_then(|header| self.table.column(header));
        let Some(column) = column.filter(|_| self.what == FileKind::Spend) else { return (0, 0) };
        // Per day its rows, the file that it stands in first, and whether it stands in another.
        let mut days: FxHashMap<i32, (u64, usize, bool)> = FxHashMap::default();
        for (at, part) in self.table.parts.iter().enumerate() {
            let end = self.table.parts.get(at + 1).map_or(self.table.rows, |p| p.first as usize);
            for day in (part.first as usize..end).filter_map(|row| column.day(row)) {
                let entry = days.entry(day.0).or_insert((0, at, false));
                entry.0 += 1;
                entry.2 |= entry.1 != at;
            }
        }
        let shared = days.values().filter(|(_, _, is_shared)| *is_shared);
        shared.fold((0, 0), |(days, rows), (n, ..)| (days + 1, rows + n))
    }

    /// The rows of one file around a physical line, those that don't count among them, as that file
    /// has its columns.
    pub fn window(&self, file: usize, columns: usize, line: u32, around: usize) -> Table {
        let total = (self.table.rows + self.left.rows) as u32;
        let begin = self.starts.get(file).copied().unwrap_or(0);
        let end = self.starts.get(file + 1).copied().unwrap_or(total);
        let (mut low, mut high) = (begin, end);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.line(middle) <= line { low = middle + 1 } else { high = middle }
        }
        let at = low.saturating_sub(1).max(begin);
        let first = at.saturating_sub(around as u32).max(begin);
        let rows: Vec<u32> = (first..end.min(at.saturating_add(around as u32 + 1))).collect();
        let mut window = Table { rows: rows.len(), ..Table::default() };
        window.lines = rows.iter().map(|row| self.line(*row)).collect();
        let record = |row: &u32| {
            let (table, at) = self.where_is(*row);
            table.records.get(at).copied().unwrap_or(0)
        };
        window.records = rows.iter().map(record).collect();
        window.columns = (0..columns).map(|position| self.written(file, position, &rows)).collect();
        window
    }

    /// A column of one file on some rows, as text; what could not be read as it stands in the file.
    fn written(&self, file: usize, position: usize, rows: &[u32]) -> Column {
        let planned =
            self.plan.columns.iter().position(|c| c.from.get(file) == Some(&Some(position)));
        let mut text = TextCells::default();
        let mut unread = Vec::new();
        for (local, row) in (0u32..).zip(rows) {
            let (table, at) = self.where_is(*row);
            let Some(column) = planned.and_then(|p| table.columns.get(p)) else { continue };
            let code = text.dictionary.intern(&column.plain_text(at));
            text.codes.push(code);
            let found = column.unread.binary_search_by_key(&(at as u32), |(row, _)| *row);
            let found = found.ok().and_then(|i| column.unread.get(i));
            unread.extend(found.map(|(_, text)| (local, text.clone())));
        }
        let cells = Cells::Text(text);
        Column { header: String::new(), kind: ColumnType::Text, cells, currency: None, unread }
    }

    /// The table that holds a row, all rows being counted, and its position there.
    fn where_is(&self, row: u32) -> (&Table, usize) {
        match self.removal.rows.binary_search(&row) {
            Ok(at) => (&self.left, at),
            Err(before) => (&self.table, row as usize - before),
        }
    }

    fn line(&self, row: u32) -> u32 {
        let (table, at) = self.where_is(row);
        table.lines.get(at).copied().unwrap_or(u32::MAX)
    }

    /// Rows that don't count, from one on.
    pub fn left(&self, start: usize, count: usize) -> Left {
        let total = self.left.rows;
        let rows = (start.min(total)..start.saturating_add(count).min(total)).map(|row| {
            let all = self.removal.rows.get(row).copied().unwrap_or(0);
            let file = self.table.parts.get(self.place(all).0);
            LeftRow {
                file: file.map(|p| p.file.clone()).unwrap_or_default(),
                record: self.left.records.get(row).copied().unwrap_or(0),
                line: self.left.lines.get(row).copied().unwrap_or(0),
                is_copy: self.removal.is_copy.get(row) == Some(&true),
                cells: self.left.columns.iter().map(|c| c.plain_text(row)).collect(),
            }
        });
        let headers = self.left.columns.iter().map(|c| c.header.clone()).collect();
        Left { headers, rows: rows.collect(), total: total as u64 }
    }
}
