//! What is known of a table of several files: as of one file that held all its rows.
//!
//! Columns are counted anew, since what is distinct or least of all files together follows from no
//! sum. Not here: what became of the files (`combined`).

use super::plan::{Plan, Planned};
use crate::engine::distinct::Distinct;
use crate::engine::import::{Dialect, ImportOptions, Newline};
use crate::engine::issue::IssueLog;
use crate::engine::profile::{ColumnFormat, ColumnProfile, FileProfile, HEAD_ROWS, Tally};
use crate::engine::table::{Cells, Column, ColumnType as T, Table};
use std::collections::BTreeSet;

/// A whole number whose column spans at most so many values for each row is counted in place.
const WIDEST_SPAN: u64 = 4;

/// Describes the rows that count. `rows` says of each of the first ones where it stood: the file and
/// the row in it.
pub fn profile(
    name: &str,
    table: &Table,
    plan: &Plan,
    files: &[&FileProfile],
    rows: &[(usize, usize)],
) -> FileProfile {
    let columns = plan.columns.iter().zip(&table.columns);
    let columns = columns.map(|(planned, column)| describe(planned, column, files)).collect();
    let mut issues = IssueLog::default();
    files.iter().for_each(|f| issues.append(&f.issues));
    let head = rows.iter().take(HEAD_ROWS).enumerate();
    let head = head.map(|(at, place)| head_row(table, plan, files, at, *place)).collect();
    let first = files.first();
    FileProfile {
        name: name.to_owned(),
        bytes: files.iter().map(|f| f.bytes).sum(),
        rows: table.rows as u64,
        options: ImportOptions::default(),
        dialect: first.map_or_else(plain_dialect, |f| f.dialect.clone()),
        container: Vec::new(),
        encoding_samples: Vec::new(),
        columns,
        head,
        set_aside: files.iter().flat_map(|f| f.set_aside.iter().cloned()).collect(),
        issues,
        exporter: first.and_then(|f| f.exporter.clone()).filter(|of_first| {
            let same = |f: &&FileProfile| f.exporter.as_ref().is_some_and(|e| e.id == of_first.id);
            files.iter().all(same)
        }),
        appended: None,
    }
}

/// Of no file at all.
fn plain_dialect() -> Dialect {
    Dialect {
        encoding: "UTF-8".to_owned(),
        bom: false,
        delimiter: ',',
        quote: Some('"'),
        escape: None,
        newline: Newline::Lf,
        skipped: 0,
        header_record: Some(1),
    }
}

/// A row as its file wrote it, as far as that is known.
fn head_row(
    table: &Table,
    plan: &Plan,
    files: &[&FileProfile],
    at: usize,
    (file, row): (usize, usize),
) -> Vec<String> {
    let written = files.get(file).and_then(|f| f.head.get(row));
    let cell = |(planned, column): (&Planned, &Column)| {
        let position = planned.from.get(file).copied().flatten();
        let as_written = written.zip(position).and_then(|(cells, at)| cells.get(at));
        as_written.cloned().unwrap_or_else(|| column.plain_text(at))
    };
    plan.columns.iter().zip(&table.columns).map(cell).collect()
}

fn describe(planned: &Planned, column: &Column, files: &[&FileProfile]) -> ColumnProfile {
    let mut tally = Tally::default();
    let counted = match &column.cells {
        Cells::Day(days) => in_place(days.iter().map(|d| i64::from(*d)), i64::from(i32::MIN)),
        Cells::Number(numbers) if column.kind == T::Integer => in_place(
            numbers.iter().map(|n| if n.is_nan() { i64::MIN } else { *n as i64 }),
            i64::MIN,
        ),
        _ => None,
    };
    let values = counted.unwrap_or_else(|| by_distinct(column));
    for (row, count) in &values.rows {
        let row = *row as usize;
        match &column.cells {
            Cells::Number(v) => tally.number(v.get(row).copied()),
            Cells::Day(v) => tally.whole(v.get(row).map(|d| i64::from(*d))),
            Cells::Moment(v) => tally.whole(v.get(row).copied()),
            Cells::Flag(v) => tally.whole(v.get(row).map(|f| i64::from(*f))),
            Cells::Text(_) => {}
        }
        // The first row stands for the value: an earlier one has the lower number.
        tally.add(row as u32, *count);
    }
    tally.unread = column.unread.len() as u64;
    tally.missing = values.missing.saturating_sub(tally.unread);
    let mut profile = tally.profile(column.kind, |row| column.plain_text(row as usize));
    profile.header.clone_from(&column.header);
    profile.currency.clone_from(&column.currency);
    profile.format = format(planned, files);
    profile
}

/// The distinct values, each by its first row and count, in order of appearance.
struct Values {
    missing: u64,
    rows: Vec<(u32, u64)>,
}

fn by_distinct(column: &Column) -> Values {
    let distinct = Distinct::of(column);
    let mut first = vec![u32::MAX; distinct.len()];
    let mut counts = vec![0u64; distinct.len()];
    for (row, code) in (0u32..).zip(distinct.codes.iter()) {
        let at = *code as usize;
        if let Some((first, count)) = first.get_mut(at).zip(counts.get_mut(at)) {
            *first = (*first).min(row);
            *count += 1;
        }
    }
    let missing = counts.first().copied().unwrap_or(0);
    let each = first.into_iter().zip(counts).skip(1);
    let mut rows: Vec<(u32, u64)> = each.filter(|(_, count)| *count > 0).collect();
    rows.sort_unstable();
    Values { missing, rows }
}

/// Whole numbers of a narrow span need no look-up; `None` where the span is wide.
fn in_place(values: impl Iterator<Item = i64> + Clone, none: i64) -> Option<Values> {
    let there = values.clone().filter(|v| *v != none);
    let (least, greatest) = there.fold((i64::MAX, i64::MIN), |(a, b), v| (a.min(v), b.max(v)));
    let span = if greatest < least { 0 } else { greatest.checked_sub(least)? as u64 + 1 };
    let rows = values.size_hint().0 as u64;
    if span > WIDEST_SPAN * rows.max(1 << 14) || greatest == i64::MAX {
        return None;
    }
    let mut slots: Vec<(u32, u32)> = vec![(u32::MAX, 0); span as usize];
    let mut missing = 0;
    for (row, value) in (0u32..).zip(values) {
        if value == none {
            missing += 1;
        } else if let Some((first, count)) = slots.get_mut((value - least) as usize) {
            *first = (*first).min(row);
            *count += 1;
        }
    }
    let filled = slots.into_iter().filter(|(_, count)| *count > 0);
    let mut rows: Vec<(u32, u64)> = filled.map(|(row, n)| (row, u64::from(n))).collect();
    rows.sort_unstable();
    Some(Values { missing, rows })
}

/// How the cells are written, where the files agree on it.
fn format(planned: &Planned, files: &[&FileProfile]) -> ColumnFormat {
    let each = planned.from.iter().zip(files);
    let formats = each.filter_map(|(from, file)| {
        let column = file.columns.get((*from)?)?;
        (column.filled > 0).then_some(&column.format)
    });
    let formats: Vec<&ColumnFormat> = formats.collect();
    let same = |f: &dyn Fn(&ColumnFormat) -> Option<u32>| {
        formats.iter().map(|one| f(one)).collect::<BTreeSet<_>>().len() == 1
    };
    let first = formats.first().copied().cloned().unwrap_or_default();
    ColumnFormat {
        decimal: first.decimal.filter(|_| same(&|f| f.decimal.map(|d| d as u32))),
        group: first.group.filter(|_| same(&|f| f.group.map(u32::from))),
        date_order: first.date_order.filter(|_| same(&|f| f.date_order.map(|o| o as u32))),
        ambiguous: formats.iter().any(|f| f.ambiguous),
        notes: formats
            .iter()
            .flat_map(|f| f.notes.iter().copied())
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect(),
    }
}
