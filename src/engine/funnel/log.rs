//! The rows of a history of stages as events of records.
//!
//! Not here: what the events make of a record (`journey`).

use super::history::HistoryFinding;
use super::journey::place;
use super::meaning::{Meaning, Pipelines, Read, Words};
use super::source::Source;
use super::{NO_STAGE, Records};
use crate::engine::distinct::{Distinct, VALUES_KEPT, ranked};
use crate::engine::error::BuildError;
use crate::engine::fold::fold;
use crate::engine::mapping::Role;
use crate::engine::table::{Column, NO_MOMENT};
use rustc_hash::FxHashMap;

/// The row speaks of no record that is known.
pub(super) const NO_RECORD: u32 = u32::MAX;
/// Several records have the name that the row gives.
const SEVERAL: u32 = u32::MAX - 1;

/// One row of a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Event {
    pub record: u32,
    /// [`NO_MOMENT`] where the row has no day.
    pub moment: i64,
    /// Places; [`NO_STAGE`] where the cell is empty or not mapped.
    pub from: u8,
    pub to: u8,
    /// What was entered is a value that no stage takes: whatever was left, is left.
    pub parks: bool,
}

/// The rows of a history, read.
#[derive(Default)]
pub(super) struct ReadEvents {
    pub events: Vec<Event>,
    /// Rows into a value that no stage takes.
    pub unmapped: Vec<u32>,
}

/// The records that a history makes by itself, by first appearance.
pub(super) struct OwnRecords {
    /// For each of its rows the record.
    pub of_row: Vec<u32>,
    /// For each record its first and its last row by date; rows of one time are as the file has them.
    pub first: Vec<u32>,
    pub last: Vec<u32>,
}

pub(super) fn own_records(log: &Source) -> Result<OwnRecords, BuildError> {
    let mut own = OwnRecords { of_row: Vec::new(), first: Vec::new(), last: Vec::new() };
    let Some(id) = log.role(Role::Record)? else { return Ok(own) };
    let date = log.role(Role::Date)?;
    let distinct = Distinct::of(id);
    let folded = distinct.fold();
    let mut number: Vec<u32> = vec![NO_RECORD; folded.len()];
    own.of_row.reserve(log.table.rows);
    let when = |row: u32| date.and_then(|d| d.moment(row as usize));
    for row in 0..log.table.rows as u32 {
        let group = folded.of(distinct.code(row));
        let Some(slot) = number.get_mut(group as usize).filter(|_| group != 0) else {
            own.of_row.push(NO_RECORD);
            continue;
        };
        let at = *slot as usize;
        if *slot == NO_RECORD {
            *slot = own.first.len() as u32;
            own.first.push(row);
            own.last.push(row);
        } else if let (Some(first), Some(last)) = (own.first.get_mut(at), own.last.get_mut(at)) {
            // An undated row is not known to be earlier or later than a dated one.
            let is_earlier = match (when(row), when(*first)) {
                (Some(now), Some(before)) => now < before,
                (now, before) => now.is_some() && before.is_none(),
            };
            *first = if is_earlier { row } else { *first };
            // A missing moment is below all others.
            *last = if when(row) >= when(*last) { row } else { *last };
        }
        own.of_row.push(*slot);
    }
    Ok(own)
}

/// For each row of a history the record of another file that it speaks of: by the id or by the
/// name, whichever meets more rows, compared as joins compare keys.
pub(super) fn attached(log: &Source, main: &Source, rows: &[u32]) -> Result<Vec<u32>, BuildError> {
    let Some(refers) = log.role(Role::Record)? else { return Ok(Vec::new()) };
    let mut best: Option<(usize, Vec<u32>)> = None;
    for role in [Role::RecordId, Role::Name] {
        let Some(key) = main.role(role)? else { continue };
        let met = partners(refers, key, rows);
        let count = met.iter().filter(|r| **r < SEVERAL).count();
        if best.as_ref().is_none_or(|(most, _)| count > *most) {
            best = Some((count, met));
        }
    }
    Ok(best.map_or_else(|| vec![NO_RECORD; log.table.rows], |(_, met)| met))
}

fn partners(refers: &Column, key: &Column, rows: &[u32]) -> Vec<u32> {
    let keys = Distinct::of(key);
    let folded = keys.fold();
    let mut by_group: Vec<u32> = vec![NO_RECORD; folded.len()];
    for (record, row) in rows.iter().enumerate() {
        let group = folded.of(keys.code(*row)) as usize;
        if let Some(slot) = by_group.get_mut(group).filter(|_| group != 0) {
            *slot = if *slot == NO_RECORD { record as u32 } else { SEVERAL };
        }
    }
    let by_text: FxHashMap<&str, u32> = folded
        .texts
        .iter()
        .filter_map(|(group, text)| by_group.get(group as usize).map(|record| (text, *record)))
        .collect();
    let distinct = Distinct::of(refers);
    let partner = |text: std::borrow::Cow<str>| {
        let text = fold(&text);
        by_text.get(text.as_str()).copied().filter(|_| !text.is_empty()).unwrap_or(NO_RECORD)
    };
    let by_code: Vec<u32> = distinct.texts().map(partner).collect();
    let of_row = |code: &u32| by_code.get(*code as usize).copied().unwrap_or(NO_RECORD);
    distinct.codes.iter().map(of_row).collect()
}

/// The events of a history whose rows speak of these records; `pipelines` are those of the records,
/// where the history has no column of its own.
pub(super) fn events(
    log: &Source,
    record_of_row: &[u32],
    (words, pipelines, records): (&Words, Option<&Pipelines>, &Records),
    findings: &mut Vec<HistoryFinding>,
) -> Result<ReadEvents, BuildError> {
    let own = Pipelines::of(log.role(Role::Pipeline)?, words);
    let named = own.as_ref().or(pipelines);
    let number = |row: u32, record: u32| match &own {
        Some(own) => own.number(row),
        None => pipelines.map_or(0, |p| {
            records.row.get(record as usize).map_or(0, |row_of_record| p.number(*row_of_record))
        }),
    };
    let Some(to) = log.role(Role::Stage)?.map(|c| Read::of(c, words, named)) else {
        return Ok(ReadEvents::default());
    };
    let from = log.role(Role::FromStage)?.map(|c| Read::of(c, words, named));
    let date = log.role(Role::Date)?;
    let (mut events, mut unmapped, mut undated) = (Vec::new(), Vec::new(), 0);
    for (row, record) in (0u32..).zip(record_of_row).filter(|(_, r)| **r < SEVERAL) {
        let pipeline = number(row, *record);
        let entered = to.meaning(row, pipeline);
        if entered == Meaning::Unmapped {
            unmapped.push(row);
        }
        let left = from.as_ref().map_or(Meaning::Empty, |f| f.meaning(row, pipeline));
        let moment = date.and_then(|d| log.moment(d, row as usize)).map_or(NO_MOMENT, |m| m.0);
        undated += u64::from(moment == NO_MOMENT);
        let parks = entered == Meaning::Unmapped;
        let (from, to) = (place(left), place(entered));
        events.push(Event { record: *record, moment, from, to, parks });
    }
    let file = || log.mapping.name.clone();
    if let Some((values, more, moves)) = to.spelled(unmapped.iter().copied()) {
        findings.push(HistoryFinding::StagesUnmapped { file: file(), values, more, moves });
    }
    if undated > 0 {
        findings.push(HistoryFinding::Undated { file: file(), moves: undated });
    }
    Ok(ReadEvents { events, unmapped })
}

/// Rows of a history that meet no record, by what they name.
pub(super) fn strangers(
    log: &Source,
    record_of_row: &[u32],
) -> Result<Option<HistoryFinding>, BuildError> {
    let Some(refers) = log.role(Role::Record)? else { return Ok(None) };
    let distinct = Distinct::of(refers);
    let folded = distinct.fold();
    let lost = (0u32..).zip(record_of_row).filter(|(_, r)| **r >= SEVERAL).map(|(row, _)| row);
    let counts = distinct.tally(lost);
    let spelled = folded.spellings(&counts).into_iter().filter(|(_, n)| *n > 0);
    let values: Vec<(String, u64)> =
        spelled.map(|(code, n)| (distinct.text(code).into_owned(), n)).collect();
    let moves: u64 = values.iter().map(|(_, n)| n).sum();
    let records = values.len() as u64;
    let (mut values, _) = ranked(values);
    values.truncate(VALUES_KEPT);
    let file = log.mapping.name.clone();
    Ok((moves > 0).then_some(HistoryFinding::UnknownRecords { file, values, records, moves }))
}

/// Whether a history says which stage was left.
pub(super) fn tells_left(log: &Source) -> Result<bool, BuildError> {
    Ok(log.role(Role::FromStage)?.is_some())
}

impl Event {
    /// Whether the row says which stage was entered.
    pub fn is_placed(&self) -> bool {
        self.to != NO_STAGE
    }
}
