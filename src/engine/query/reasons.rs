//! Lost reasons: the lost records of the report's period, by the reason that they name.
//!
//! A record that names none has “no reason”, which is a reason like the others (reference: kpis).
//! Not here: which column holds reasons (`mapping`).

use super::codebook::Codebook;
use super::frame::Frame;
use super::selection::is_in;
use crate::engine::dimension::{Dimension, DimensionCodes, Label};
use crate::engine::funnel::{NO_STAGE, Outcome};
use crate::engine::measure;
use crate::engine::report::{Absence, ReasonRow, Reasons, ReasonsOf, ReasonsSpec, ReasonsSplit};
use crate::engine::stats::Sum;
use crate::engine::table::NO_DAY;
use crate::engine::value::{Caution, Quantity, Unit};
use std::rc::Rc;

/// Groups of a split that have a colour of their own; lighter ones are put together.
const MOST_PARTS: usize = 8;

pub(super) fn reasons(
    frame: &Frame<'_>,
    codebook: &mut Codebook,
    spec: &ReasonsSpec,
) -> Result<Reasons, Absence> {
    let Ground { reason, codes, part_of, parts } = Ground::of(frame, codebook, spec)?;
    let lost = Lost::of(frame, spec.of);
    let mut table = vec![vec![Sum::default(); parts.len()]; codes.labels.len()];
    let mut counts = vec![0u64; codes.labels.len()];
    for (row, weight) in &lost.rows {
        let at = codes.records.get(*row).map_or(0, |code| *code as usize);
        let part = part_of.get(*row).map_or(0, |code| *code as usize);
        if let Some(cell) = table.get_mut(at).and_then(|cells| cells.get_mut(part)) {
            cell.add(*weight);
        }
        counts.get_mut(at).into_iter().for_each(|n| *n += 1);
    }
    let (parts, table) = heaviest_parts(parts, table, &spec.split);
    let named = codes.labels.iter().zip(counts).zip(table).filter(|((_, n), _)| *n > 0);
    let mut rows: Vec<Weighed> = named
        .map(|((label, lost), parts)| Weighed {
            label: label.clone(),
            lost,
            weight: parts.iter().copied().collect::<Sum>().value(),
            parts,
        })
        .collect();
    // Equals keep the order of their names.
    rows.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let is_nameless = |label: &Label| matches!(label, Label::Empty | Label::Unmatched);
    Ok(Reasons {
        of: spec.of,
        reason,
        split: spec.split.clone(),
        without_reason: rows.iter().filter(|r| is_nameless(&r.label)).map(|r| r.lost).sum(),
        total: lost.total(spec.of),
        lost: lost.rows.len() as u64,
        undated: lost.undated,
        rows: ranked(rows, spec.of),
        parts,
    })
}

/// The groups of the records by reason and by the split.
pub(super) struct Ground {
    pub reason: Dimension,
    pub codes: Rc<DimensionCodes>,
    pub part_of: Vec<u32>,
    pub parts: Vec<Label>,
}

impl Ground {
    pub fn of(
        frame: &Frame<'_>,
        codebook: &mut Codebook,
        spec: &ReasonsSpec,
    ) -> Result<Ground, Absence> {
        let has = &frame.assembled.has;
        for (needed, lack) in [
            (has.records, Absence::NoRecords),
            (has.outcome, Absence::NoStages),
            (has.amount || spec.of == ReasonsOf::Lost, Absence::NoAmount),
        ] {
            if !needed {
                return Err(lack);
            }
        }
        let reason = spec.reason.clone().or_else(|| mapped(frame)).ok_or(Absence::NoReasons)?;
        let codes = codebook.codes(frame.files, frame.assembled, &reason);
        let codes = codes.ok_or(Absence::NoDimension)?;
        let (part_of, parts) = split(frame, codebook, &spec.split)?;
        Ok(Ground { reason, codes, part_of, parts })
    }
}

/// The column that the mapping calls the reason of a loss.
fn mapped(frame: &Frame<'_>) -> Option<Dimension> {
    let file = frame.files.get(frame.assembled.record_file?)?.profile.name.clone();
    let header = frame.assembled.reason_column.clone()?;
    Some(Dimension::Column { file, header })
}

struct Weighed {
    label: Label,
    lost: u64,
    weight: f64,
    parts: Vec<f64>,
}

fn ranked(rows: Vec<Weighed>, of: ReasonsOf) -> Vec<ReasonRow> {
    let total = rows.iter().map(|r| r.weight).collect::<Sum>().value();
    let share = |part: f64| match of {
        ReasonsOf::Lost => measure::share(part, total),
        ReasonsOf::Amount => Quantity::ratio(part, total, Unit::Share),
    };
    let unit = unit_of(of);
    let mut so_far = Sum::default();
    let row = |row: Weighed| {
        so_far.add(row.weight);
        ReasonRow {
            weight: Quantity::plain(row.weight, unit),
            share: share(row.weight),
            cumulative: share(so_far.value()),
            label: row.label,
            lost: row.lost,
            parts: row.parts,
        }
    };
    rows.into_iter().map(row).collect()
}

fn unit_of(of: ReasonsOf) -> Unit {
    match of {
        ReasonsOf::Lost => Unit::Count,
        ReasonsOf::Amount => Unit::Money,
    }
}

/// The lost records of the question, each with its weight.
pub(super) struct Lost {
    pub rows: Vec<(usize, f64)>,
    undated: u64,
    elsewhere: u64,
    unpriced: u64,
}

impl Lost {
    pub fn of(frame: &Frame<'_>, of: ReasonsOf) -> Lost {
        let records = &frame.assembled.records;
        let mut lost = Lost { rows: Vec::new(), undated: 0, elsewhere: 0, unpriced: 0 };
        let by_closing = frame.now.closed.is_some();
        for (row, outcome) in records.outcome.iter().enumerate() {
            if *outcome != Outcome::Lost {
                continue;
            }
            if !is_in(frame.now.closed(), row) {
                let dateless = by_closing && records.closed.get(row) == Some(&NO_DAY);
                lost.undated += u64::from(dateless && frame.kept.record(row));
                continue;
            }
            let amount = records.amount.get(row).copied().unwrap_or(f64::NAN);
            let ours = records.currency.get(row).is_some_and(|c| frame.population.is_ours(*c));
            let weight = match of {
                ReasonsOf::Lost => 1.0,
                ReasonsOf::Amount if ours && !amount.is_nan() => amount,
                ReasonsOf::Amount => {
                    let left_out = if ours { &mut lost.unpriced } else { &mut lost.elsewhere };
                    *left_out += 1;
                    0.0
                }
            };
            lost.rows.push((row, weight));
        }
        lost
    }

    fn total(&self, of: ReasonsOf) -> Quantity {
        let total = self.rows.iter().map(|(_, weight)| *weight).collect::<Sum>().value();
        let mut total = Quantity::plain(total, unit_of(of));
        for (records, caution) in [
            (self.elsewhere, Caution::OtherCurrencies { records: self.elsewhere }),
            (self.unpriced, Caution::WithoutAmount { records: self.unpriced }),
        ] {
            total = if records > 0 { total.with(caution) } else { total };
        }
        total
    }
}

/// The group of each record under a split, and the groups.
fn split(
    frame: &Frame<'_>,
    codebook: &mut Codebook,
    split: &ReasonsSplit,
) -> Result<(Vec<u32>, Vec<Label>), Absence> {
    match split {
        ReasonsSplit::Nothing => Ok((Vec::new(), vec![Label::Lost])),
        ReasonsSplit::StageLostAt => Ok(stages_lost_at(frame)),
        ReasonsSplit::By(dimension) => {
            let codes = codebook.codes(frame.files, frame.assembled, dimension);
            let codes = codes.ok_or(Absence::NoDimension)?;
            Ok((codes.records.to_vec(), codes.labels.clone()))
        }
    }
}

/// The stage that a record was in when it was lost: the one that its row or its history names, else
/// the last of the ladder with evidence; the last group is unknown depth.
fn stages_lost_at(frame: &Frame<'_>) -> (Vec<u32>, Vec<Label>) {
    let records = &frame.assembled.records;
    let unknown = frame.assembled.stages.len() as u32;
    let stage = |row: usize| match records.stage.get(row).copied().unwrap_or(NO_STAGE) {
        _ if records.depth_unknown.get(row) == Some(&true) => unknown,
        NO_STAGE => {
            let seen = records.observed.get(row).copied().unwrap_or(0) | 1;
            (u32::BITS - 1 - seen.leading_zeros()).min(unknown)
        }
        at => u32::from(at),
    };
    let names = frame.assembled.stages.iter().cloned().map(Label::Stage);
    ((0..records.count).map(stage).collect(), names.chain([Label::Empty]).collect())
}

/// Leaves out the groups that hold nothing, and puts the lightest together where there are many.
/// Stages keep their order, other groups stand by weight.
fn heaviest_parts(
    labels: Vec<Label>,
    table: Vec<Vec<Sum>>,
    split: &ReasonsSplit,
) -> (Vec<Label>, Vec<Vec<f64>>) {
    let weight = |at: usize| {
        let cells = table.iter().filter_map(|cells| cells.get(at));
        cells.map(|cell| cell.value()).collect::<Sum>().value()
    };
    let mut kept: Vec<(usize, f64)> =
        (0..labels.len()).map(|at| (at, weight(at))).filter(|(_, w)| *w != 0.0).collect();
    kept.sort_by(|a, b| b.1.total_cmp(&a.1));
    let rest = match kept.len() {
        n if n > MOST_PARTS => kept.split_off(MOST_PARTS - 1),
        _ => Vec::new(),
    };
    if *split == ReasonsSplit::StageLostAt {
        kept.sort_by_key(|(at, _)| *at);
    }
    let name = |(at, _): &(usize, f64)| labels.get(*at).cloned();
    let mut names: Vec<Label> = kept.iter().filter_map(name).collect();
    names.extend((!rest.is_empty()).then_some(Label::Rest(rest.len() as u64)));
    let value = |cells: &[Sum], at: usize| cells.get(at).map_or(0.0, |cell| cell.value());
    let line = |cells: &Vec<Sum>| {
        let mut line: Vec<f64> = kept.iter().map(|(at, _)| value(cells, *at)).collect();
        if !rest.is_empty() {
            line.push(rest.iter().map(|(at, _)| value(cells, *at)).collect::<Sum>().value());
        }
        line
    };
    let table = table.iter().map(line).collect();
    (names, table)
}
