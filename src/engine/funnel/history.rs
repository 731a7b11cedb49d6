//! Histories of stages: how their events meet the records, and what they tell beyond a record's own
//! row.
//!
//! A record's own row says how it stands now, where it says anything; the history says how it came
//! there. Where the two differ it is counted. Not here: reading (`log`), following (`journey`).

use super::journey::{self, Opening, outcome_at};
use super::log;
use super::meaning::{Pipelines, Words};
use super::source::Source;
use super::stage::OwnWord;
use super::{Assembled, FileView, NO_STAGE, Outcome, Records};
use crate::engine::audit::Finding;
use crate::engine::error::BuildError;
use crate::engine::mapping::{FileKind, Ladder, Mapping, Role, ValueAt};
use crate::engine::table::NO_DAY;
use serde::{Deserialize, Serialize};

/// What is odd about a history of stages, or said by it alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HistoryFinding {
    /// A history that was not given: the records are what their own rows say.
    Missing { file: String },
    /// No column says which record a row speaks of, or which stage it entered.
    Unusable { file: String },
    /// Rows that speak of records that are nowhere: what they name, how many names, how many rows.
    UnknownRecords { file: String, values: Vec<(String, u64)>, records: u64, moves: u64 },
    /// Stage values that no stage takes.
    StagesUnmapped { file: String, values: Vec<(String, u64)>, more: u64, moves: u64 },
    /// Rows without a day: evidence of a stage, but of no order and no duration.
    Undated { file: String, moves: u64 },
    /// Records whose own row says another outcome than the end of their history.
    Disagrees { records: u64 },
    /// Records of which some stage is dated before the one in front of it, by stage.
    OutOfOrder { stages: Vec<(String, u64)>, records: u64 },
    /// Records of which a value is another in one row than in the next: by column, most records first;
    /// and which of them counts.
    ValuesChange { file: String, at: ValueAt, columns: Vec<(String, u64)>, records: u64 },
}

impl HistoryFinding {
    /// How many records or rows it touches.
    pub fn weight(&self) -> u64 {
        use HistoryFinding as H;
        match self {
            H::Missing { .. } | H::Unusable { .. } => 0,
            H::UnknownRecords { moves, .. }
            | H::StagesUnmapped { moves, .. }
            | H::Undated { moves, .. } => *moves,
            H::Disagrees { records }
            | H::OutOfOrder { records, .. }
            | H::ValuesChange { records, .. } => *records,
        }
    }

    /// Whether figures may be wrong until somebody looks.
    pub fn matters(&self) -> bool {
        use HistoryFinding as H;
        !matches!(self, H::Undated { .. } | H::Unusable { .. } | H::ValuesChange { .. })
    }
}

/// The histories that are here and can be used; the others are findings.
pub(super) fn logs<'a>(
    files: &[FileView<'a>],
    mapping: &'a Mapping,
    findings: &mut Vec<Finding>,
) -> Result<Vec<Source<'a>>, BuildError> {
    let mut logs = Vec::new();
    for file in mapping.files.iter().filter(|f| f.kind == FileKind::StageHistory) {
        let Ok(log) = Source::find(files, mapping, file) else {
            let file = file.name.clone();
            findings.push(Finding::History(HistoryFinding::Missing { file }));
            continue;
        };
        if log.role(Role::Record)?.is_some() && log.role(Role::Stage)?.is_some() {
            logs.push(log);
        } else {
            let file = file.name.clone();
            findings.push(Finding::History(HistoryFinding::Unusable { file }));
        }
    }
    Ok(logs)
}

/// Records that a history alone makes: the rows whose values are theirs, and for each of its rows the
/// record.
pub(super) fn found_records(log: &Source, records: &mut Records) -> Result<Vec<u32>, BuildError> {
    let own = log::own_records(log)?;
    let date = log.role(Role::Date)?;
    let day = |row: &u32| date.and_then(|d| log.day(d, *row as usize)).map_or(NO_DAY, |d| d.0);
    records.count = own.first.len();
    records.created = own.first.iter().map(day).collect();
    records.row = match log.mapping.value_at {
        ValueAt::Entry => own.first,
        ValueAt::Close => own.last,
    };
    Ok(own.of_row)
}

/// Nothing is known of the records but their count.
pub(super) fn blank(ladder: &Ladder, records: &mut Records) {
    let rungs = super::meaning::rungs(ladder).len();
    let count = records.count;
    records.outcome = vec![Outcome::Open; count];
    records.stage = vec![NO_STAGE; count];
    records.observed = vec![u32::from(rungs > 0); count];
    records.entered = vec![Vec::new(); rungs];
    records.depth_unknown = vec![false; count];
    let later = super::meaning::after_win(ladder).len();
    records.after = if later > 0 { vec![0; count] } else { Vec::new() };
    records.entered_after = vec![Vec::new(); later];
}

/// Takes all histories into the records. `main` has the records' own rows, unless the histories
/// make them: then `found` has for each row of the first history its record.
pub(super) fn take(
    logs: &[Source],
    (main, found): (&Source, Option<&[u32]>),
    (ladder, own): (&Ladder, &mut OwnWord),
    made: &mut Assembled,
) -> Result<(), BuildError> {
    let words = Words::of(ladder);
    let records = &mut made.records;
    let pipelines = match found {
        None => Pipelines::of(main.role(Role::Pipeline)?, &words),
        Some(_) => None,
    };
    let mut findings = Vec::new();
    let (mut events, mut tells_left) = (Vec::new(), true);
    for log in logs {
        let of_row = match found.filter(|_| log.at == main.at) {
            Some(found) => found.to_vec(),
            None => log::attached(log, main, &records.row)?,
        };
        findings.extend(log::strangers(log, &of_row)?);
        let known = (&words, pipelines.as_ref(), &*records);
        let read = log::events(log, &of_row, known, &mut findings)?;
        events.extend(read.events);
        made.unplaced.push((log.at, read.unmapped));
        tells_left &= log::tells_left(log)?;
    }
    let opening = Opening { by_log: found.is_some(), tells_left };
    let any = events.iter().any(log::Event::is_placed);
    let (moves, ends) = journey::follow(events, opening, records);
    made.moves = moves;
    if any && !(ladder.won.is_empty() && ladder.lost.is_empty()) {
        own.outcome = true;
    }
    findings.extend(settle(records, &ends, own));
    made.findings.extend(findings.into_iter().map(Finding::History));
    Ok(())
}

/// How the records stand: by their own rows, else by the history. Keeps the days of closing.
fn settle(
    records: &mut Records,
    ends: &journey::Ends,
    own: &mut OwnWord,
) -> Option<HistoryFinding> {
    let mut differ = 0;
    own.ended.resize(records.count, NO_DAY);
    for row in 0..records.count {
        let (Some(place), Some(stage)) = (ends.place.get(row), ends.stage.get(row)) else {
            continue;
        };
        let (Some(outcome), Some(at)) = (records.outcome.get_mut(row), records.stage.get_mut(row))
        else {
            continue;
        };
        let Some(told) = outcome_at(*place) else { continue };
        if own.said.get(row) == Some(&true) {
            differ += u64::from(*outcome != told);
        } else {
            *outcome = told;
        }
        if *at == NO_STAGE && *outcome != Outcome::Won {
            *at = *stage;
        }
        if let (Some(unknown), true) = (records.depth_unknown.get_mut(row), *stage != NO_STAGE) {
            *unknown = false;
        }
        if let (Some(ended), Some(closed)) = (own.ended.get_mut(row), ends.closed.get(row))
            && *ended == NO_DAY
            && *outcome == told
        {
            *ended = *closed;
        }
    }
    (differ > 0).then_some(HistoryFinding::Disagrees { records: differ })
}

/// The stages that are dated against the ladder.
pub(super) fn out_of_order(made: &Assembled) -> Option<Finding> {
    let records = &made.records;
    let mut counts = vec![0u64; made.stages.len()];
    let mut touched = 0;
    for bits in records.disordered.iter().filter(|bits| **bits != 0) {
        touched += 1;
        for (at, n) in counts.iter_mut().enumerate() {
            *n += u64::from(bits >> at & 1);
        }
    }
    let names = made.stages.iter().cloned().zip(counts);
    let stages: Vec<(String, u64)> = names.filter(|(_, n)| *n > 0).collect();
    (touched > 0)
        .then_some(Finding::History(HistoryFinding::OutOfOrder { stages, records: touched }))
}
