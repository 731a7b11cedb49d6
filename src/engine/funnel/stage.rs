//! Where a record stands: its outcome, its place in the ladder, and the evidence of how far it came.
//!
//! Only evidence is kept here. What follows from it (a won record passed every stage) is decided by
//! the skip policy of the question, in `query`.

use super::source::Source;
use super::{NO_STAGE, Outcome, Records};
use crate::engine::audit::Finding;
use crate::engine::distinct::{Distinct, Folded, ranked};
use crate::engine::error::BuildError;
use crate::engine::fold::fold;
use crate::engine::mapping::{Ladder, Role, Stage};
use crate::engine::table::{Column, NO_DAY};
use rustc_hash::FxHashMap;

/// As many stages as `Records::observed` has bits. The values of later stages count as unmapped,
/// and are reported so.
pub const MAX_STAGES: usize = u32::BITS as usize;

/// What a raw value of the stage or outcome column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Empty,
    Won,
    Lost,
    Stage(u8),
    Unmapped,
}

/// The stages that count, in order.
pub(super) fn stages(ladder: &Ladder) -> &[Stage] {
    ladder.stages.get(..MAX_STAGES).unwrap_or(&ladder.stages)
}

/// Fills outcome, stage, evidence and stage days; `records.row` and `records.created` stand
/// already. Says whether a column tells the outcome at all.
pub(super) fn read(
    source: &Source,
    ladder: &Ladder,
    records: &mut Records,
    findings: &mut Vec<Finding>,
) -> Result<bool, BuildError> {
    let words = meanings(ladder);
    let stage = source.role(Role::Stage)?.map(|c| Read::of(c, &words));
    let outcome = source.role(Role::Outcome)?.map(|c| Read::of(c, &words));
    for row in &records.row {
        let said = stage.as_ref().map_or(Meaning::Empty, |s| s.meaning(*row));
        let ended = outcome.as_ref().map_or(Meaning::Empty, |o| o.meaning(*row));
        records.outcome.push(outcome_of(ended).or(outcome_of(said)).unwrap_or(Outcome::Open));
        records.stage.push(if let Meaning::Stage(at) = said { at } else { NO_STAGE });
    }
    findings.extend(stage.as_ref().and_then(|s| s.unmapped(&records.row)));
    evidence(source, stages(ladder), records)?;
    let named = !ladder.won.is_empty() || !ladder.lost.is_empty();
    Ok(named && (stage.is_some() || outcome.is_some()))
}

fn outcome_of(meaning: Meaning) -> Option<Outcome> {
    match meaning {
        Meaning::Won => Some(Outcome::Won),
        Meaning::Lost => Some(Outcome::Lost),
        Meaning::Empty | Meaning::Stage(_) | Meaning::Unmapped => None,
    }
}

/// Folded value → meaning. Where a value is listed twice, won and lost go before stages, and an
/// earlier stage before a later one.
fn meanings(ladder: &Ladder) -> FxHashMap<String, Meaning> {
    let mut words = FxHashMap::default();
    let won = ladder.won.iter().map(|v| (v, Meaning::Won));
    let lost = ladder.lost.iter().map(|v| (v, Meaning::Lost));
    let rungs = stages(ladder).iter().zip(0u8..);
    let rungs = rungs.flat_map(|(s, at)| s.values.iter().map(move |v| (v, Meaning::Stage(at))));
    for (value, meaning) in won.chain(lost).chain(rungs) {
        words.entry(fold(value)).or_insert(meaning);
    }
    words
}

/// A column of raw values, each distinct one understood once.
struct Read<'a> {
    distinct: Distinct<'a>,
    folded: Folded,
    meanings: Vec<Meaning>,
}

impl<'a> Read<'a> {
    fn of(column: &'a Column, words: &FxHashMap<String, Meaning>) -> Read<'a> {
        let distinct = Distinct::of(column);
        let folded = distinct.fold();
        let meaning = |(group, text): (u32, &str)| match group {
            0 => Meaning::Empty,
            _ => words.get(text).copied().unwrap_or(Meaning::Unmapped),
        };
        let meanings = folded.texts.iter().map(meaning).collect();
        Read { distinct, folded, meanings }
    }

    fn meaning(&self, row: u32) -> Meaning {
        let group = self.folded.of(self.distinct.code(row));
        self.meanings.get(group as usize).copied().unwrap_or(Meaning::Empty)
    }

    /// The values that nothing takes.
    fn unmapped(&self, rows: &[u32]) -> Option<Finding> {
        let counts = self.distinct.tally(rows.iter().copied());
        let spelled = self.folded.spellings(&counts).into_iter().zip(&self.meanings);
        let values: Vec<(String, u64)> = spelled
            .filter(|((_, n), meaning)| **meaning == Meaning::Unmapped && *n > 0)
            .map(|((code, n), _)| (self.distinct.text(code).into_owned(), n))
            .collect();
        let records = values.iter().map(|(_, n)| n).sum();
        let (values, more) = ranked(values);
        (records > 0).then_some(Finding::StagesUnmapped { values, more, records })
    }
}

/// Which stages were entered for certain, when, and whether a loss has any depth.
fn evidence(source: &Source, stages: &[Stage], records: &mut Records) -> Result<(), BuildError> {
    let first: u32 = if stages.is_empty() { 0 } else { 1 };
    let decided = stages.iter().enumerate().filter(|(_, s)| s.decided);
    let decided: u32 = decided.map(|(at, _)| bit(at)).sum();
    // A column of dates says how far a record came even where its cell is empty further up.
    let mut dated = vec![false; records.row.len()];
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
        let mut days = Vec::with_capacity(records.row.len());
        let each = records.row.iter().zip(&mut records.observed).zip(&mut dated);
        for ((row, observed), dated) in each {
            let row = *row as usize;
            if !column.is_missing(row) {
                *observed |= bit(at);
                *dated = true;
            }
            days.push(column.day(row).map_or(NO_DAY, |d| d.0));
        }
        records.entered.push(days);
    }
    let each = records.outcome.iter().zip(&records.stage).zip(dated);
    let unknown = |((outcome, stage), dated): ((&Outcome, &u8), bool)| {
        let lost = *outcome == Outcome::Lost && stages.len() > 1;
        lost && decided == 0 && *stage == NO_STAGE && !dated
    };
    records.depth_unknown = each.map(unknown).collect();
    Ok(())
}

fn bit(at: usize) -> u32 {
    1u32.checked_shl(at as u32).unwrap_or(0)
}
