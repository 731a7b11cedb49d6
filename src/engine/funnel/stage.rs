//! Where a record stands by its own row: its outcome, its place in the ladder, and the evidence of
//! how far it came.
//!
//! Only evidence is kept here. What follows from it (a won record passed every stage) is decided by
//! the skip policy of the question, in `query`. Not here: what a history of stages adds (`history`).

use super::meaning::{Meaning, Pipelines, Read, Words, after_win, rungs};
use super::source::Source;
use super::{NO_STAGE, Outcome, Records};
use crate::engine::audit::Finding;
use crate::engine::error::BuildError;
use crate::engine::mapping::{Ladder, Role, Stage};
use crate::engine::table::{Cells, NO_DAY};

/// As many stages as `Records::observed` has bits. The values of later stages count as unmapped,
/// and are reported so.
pub const MAX_STAGES: usize = u32::BITS as usize;

/// What the records' own rows say of their stages.
#[derive(Default)]
pub(super) struct OwnWord {
    /// A column tells won or lost at all.
    pub outcome: bool,
    /// By record: its own row says how it stands. Empty where no row does.
    pub said: Vec<bool>,
    /// Days of dates of their own for won and lost, where the ladder names such columns.
    pub ended: Vec<i32>,
}

/// Fills outcome, stage, evidence and stage days; `records.row` and `records.created` stand
/// already.
pub(super) fn read(
    source: &Source,
    ladder: &Ladder,
    records: &mut Records,
    findings: &mut Vec<Finding>,
) -> Result<OwnWord, BuildError> {
    let words = Words::of(ladder);
    let pipelines = Pipelines::of(source.role(Role::Pipeline)?, &words);
    let number = |row: u32| pipelines.as_ref().map_or(0, |p| p.number(row));
    let of_column = |c| Read::of(c, &words, pipelines.as_ref());
    let stage = source.role(Role::Stage)?.map(of_column);
    let outcome = source.role(Role::Outcome)?.map(of_column);
    let later = after_win(ladder);
    let mut own = OwnWord::default();
    let meaning = |r: &Option<Read>, row: u32| {
        r.as_ref().map_or(Meaning::Empty, |r| r.meaning(row, number(row)))
    };
    let word = |row: u32| Word::of(meaning(&stage, row), meaning(&outcome, row));
    let count = |r: &Option<Read>| r.as_ref().map_or(1, Read::len);
    // Rows of the same words say the same: each pair of words is understood once.
    let (stages, outcomes) = (count(&stage), count(&outcome));
    let many = stages.saturating_mul(outcomes);
    let many = if pipelines.is_none() && many <= MOST_PAIRS { many } else { 0 };
    let mut known: Vec<Option<Word>> = vec![None; many];
    let codes = (stage.as_ref().map(Read::codes), outcome.as_ref().map(Read::codes));
    let code = |codes: Option<&[u32]>, row: u32| {
        codes.and_then(|codes| codes.get(row as usize)).map_or(0, |code| *code as usize)
    };
    let rows = &records.row;
    let mut unmapped = Vec::new();
    own.said.reserve(rows.len());
    records.outcome.reserve(rows.len());
    records.stage.reserve(rows.len());
    for row in rows {
        // Beyond the pairs that are kept any number will do.
        let pair = code(codes.0, *row).wrapping_mul(outcomes).wrapping_add(code(codes.1, *row));
        let word = match known.get_mut(pair) {
            Some(known) => *known.get_or_insert_with(|| word(*row)),
            None => word(*row),
        };
        own.said.push(word.said);
        records.outcome.push(word.outcome);
        records.stage.push(word.stage);
        if !later.is_empty() {
            records.after.push(word.after);
        }
        if word.unmapped {
            unmapped.push(*row);
        }
    }
    let spelled = stage.as_ref().and_then(|s| s.spelled(unmapped.into_iter()));
    findings.extend(spelled.map(|(values, more, records)| Finding::StagesUnmapped {
        values,
        more,
        records,
    }));
    let named = !ladder.won.is_empty()
        || !ladder.lost.is_empty()
        || !ladder.won_in.is_empty()
        || !ladder.lost_in.is_empty();
    own.outcome = named && (stage.is_some() || outcome.is_some());
    dated_ends(source, ladder, records, &mut own)?;
    dated_after(source, &later, records)?;
    evidence(source, &rungs(ladder), records)?;
    Ok(own)
}

/// Up to so many pairs of words are kept.
const MOST_PAIRS: usize = 1 << 16;

/// What the words of a row say.
#[derive(Clone, Copy)]
struct Word {
    outcome: Outcome,
    stage: u8,
    /// Whether it says how the record stands.
    said: bool,
    unmapped: bool,
    after: u32,
}

impl Word {
    /// By the meanings of the stage and of the outcome.
    fn of(said: Meaning, ended: Meaning) -> Word {
        let outcome = outcome_of(ended).or(outcome_of(said));
        // A word of the outcome column that is neither won nor lost says that it is open.
        let open = matches!(said, Meaning::Stage(_)) || ended == Meaning::Unmapped;
        Word {
            outcome: outcome.unwrap_or(Outcome::Open),
            stage: if let Meaning::Stage(at) = said { at } else { NO_STAGE },
            said: outcome.is_some() || open,
            unmapped: said == Meaning::Unmapped,
            after: if let Meaning::After(at) = said { bit(at.into()) } else { 0 },
        }
    }
}

fn outcome_of(meaning: Meaning) -> Option<Outcome> {
    match meaning {
        Meaning::Won | Meaning::After(_) => Some(Outcome::Won),
        Meaning::Lost => Some(Outcome::Lost),
        Meaning::Empty | Meaning::Stage(_) | Meaning::Unmapped => None,
    }
}

/// Dates of winning and losing: the later of the two says how a record ended that says nothing
/// else, and on a tie it is won.
fn dated_ends(
    source: &Source,
    ladder: &Ladder,
    records: &mut Records,
    own: &mut OwnWord,
) -> Result<(), BuildError> {
    if ladder.won_on.is_none() && ladder.lost_on.is_none() {
        return Ok(());
    }
    let days = |header: &Option<String>| {
        let column = header.as_ref().map(|h| source.column(h)).transpose()?;
        Ok(column.map_or_else(
            || vec![NO_DAY; records.row.len()],
            |column| source.days(column, &records.row),
        ))
    };
    let (won, lost) = (days(&ladder.won_on)?, days(&ladder.lost_on)?);
    own.outcome = true;
    own.ended.reserve(won.len());
    let rows = records.outcome.iter_mut().zip(&mut own.said);
    for ((outcome, said), (won, lost)) in rows.zip(won.into_iter().zip(lost)) {
        // A missing day is before all others.
        if !*said && won.max(lost) != NO_DAY {
            *outcome = if won >= lost { Outcome::Won } else { Outcome::Lost };
            *said = true;
        }
        own.ended.push(match outcome {
            Outcome::Won => won,
            Outcome::Lost => lost,
            Outcome::Open => NO_DAY,
        });
    }
    Ok(())
}

/// Dates of stages after the win: who reached one was won, unless it says that it was lost.
fn dated_after(source: &Source, later: &[&Stage], records: &mut Records) -> Result<(), BuildError> {
    for (at, stage) in later.iter().enumerate() {
        records.entered_after.push(Vec::new());
        let Some(header) = &stage.entered else { continue };
        let column = source.column(header)?;
        let rows = records.row.iter().zip(&mut records.outcome).zip(&mut records.after);
        for ((row, outcome), after) in rows {
            if !column.is_missing(*row as usize) && *outcome != Outcome::Lost {
                *outcome = Outcome::Won;
                *after |= bit(at);
            }
        }
        if let Some(days) = records.entered_after.last_mut() {
            *days = source.days(column, &records.row);
        }
    }
    Ok(())
}

/// Which stages were entered for certain, when, and whether a loss has any depth.
fn evidence(source: &Source, stages: &[&Stage], records: &mut Records) -> Result<(), BuildError> {
    let first: u32 = if stages.is_empty() { 0 } else { 1 };
    let decided = stages.iter().enumerate().filter(|(_, s)| s.decided);
    let decided: u32 = decided.map(|(at, _)| bit(at)).sum();
    // A column of dates says how far a record came even where its cell is empty further up.
    let mut dated = vec![0u32; records.row.len()];
    let own = records.outcome.iter().zip(&records.stage);
    records.observed = own
        .map(|(outcome, stage)| {
            let closed = if *outcome == Outcome::Open { 0 } else { decided };
            first | closed | if *stage == NO_STAGE { 0 } else { bit(usize::from(*stage)) }
        })
        .collect();
    // Where the date of creation is that of a later stage, nobody knows when the first was entered.
    let created = source.role(Role::Created)?.map(|c| c.header.as_str());
    let later = stages.iter().skip(1).any(|s| created.is_some() && s.entered.as_deref() == created);
    for (at, stage) in stages.iter().enumerate() {
        let Some(header) = &stage.entered else {
            let known = !later && records.created.iter().any(|d| *d != NO_DAY);
            let by_creation = at == 0 && known;
            records.entered.push(if by_creation { records.created.clone() } else { Vec::new() });
            continue;
        };
        let column = source.column(header)?;
        let days = source.days(column, &records.row);
        let bit = bit(at);
        if matches!(column.cells, Cells::Day(_) | Cells::Moment(_)) {
            for (dated, day) in dated.iter_mut().zip(&days) {
                *dated |= if *day == NO_DAY { 0 } else { bit };
            }
        } else {
            for (dated, row) in dated.iter_mut().zip(&records.row) {
                *dated |= if column.is_missing(*row as usize) { 0 } else { bit };
            }
        }
        records.entered.push(days);
    }
    records.observed.iter_mut().zip(&dated).for_each(|(observed, dated)| *observed |= dated);
    let each = records.outcome.iter().zip(&records.stage).zip(dated);
    let may_be = stages.len() > 1 && decided == 0;
    let unknown = |((outcome, stage), dated): ((&Outcome, &u8), u32)| {
        may_be & (*outcome == Outcome::Lost) & (*stage == NO_STAGE) & (dated == 0)
    };
    records.depth_unknown = each.map(unknown).collect();
    Ok(())
}

pub(super) fn bit(at: usize) -> u32 {
    1u32.checked_shl(at as u32).unwrap_or(0)
}
