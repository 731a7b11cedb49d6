//! Moves between stages on the days of the report's period, by unit of time. The period selects
//! moves and not records (a move is an event), the filters select records.

use super::frame::Frame;
use super::ways::{Move, Ways, places};
use crate::engine::filter::{Grain, Period};
use crate::engine::funnel::Shape;
use crate::engine::report::{Absence, Transition, Transitions, TransitionsSpec};
use crate::engine::table::NO_DAY;
use crate::engine::value::Day;
use std::collections::BTreeMap;

pub(super) fn transitions(
    frame: &Frame<'_>,
    spec: &TransitionsSpec,
) -> Result<Transitions, Absence> {
    let (ways, counted) = moves_in(frame)?;
    let (openings, moves): (Vec<Move>, Vec<Move>) =
        counted.into_iter().partition(|m| m.kind.is_none());
    let days = moves.iter().map(|m| m.day).filter(|day| *day != NO_DAY);
    let range = days.clone().min().zip(days.max());
    let range = range.map(|(first, last)| Period { first: Day(first), last: Day(last) });
    let starts = range.map_or_else(Vec::new, |range| units(spec.grain, range));
    let unit_of = |day: i32| match day {
        NO_DAY => None,
        day => starts.partition_point(|start| start.0 <= day).checked_sub(1),
    };
    let mut pairs: BTreeMap<(usize, usize), Pair> = BTreeMap::new();
    for m in &moves {
        let (Some(from), Some(kind)) = (m.from, m.kind) else { continue };
        let pair = pairs.entry((from, m.to)).or_insert_with(|| Pair {
            transition: Transition {
                from: from as u32,
                to: m.to as u32,
                kind,
                moves: 0,
                records: 0,
                by_unit: vec![0; starts.len()],
            },
            last: None,
        });
        pair.add(m, unit_of(m.day));
    }
    let is_log = frame.assembled.shape == Shape::EventLog;
    let as_of = frame.as_of.map_or(i32::MAX, |day| day.0);
    Ok(Transitions {
        grain: spec.grain,
        shape: frame.assembled.shape,
        places: places(frame),
        pairs: pairs.into_values().map(|pair| pair.transition).collect(),
        last_is_partial: starts.last().is_some_and(|s| as_of < spec.grain.next(*s).0 - 1),
        starts,
        records: distinct(moves.iter().map(|m| m.record)),
        moves: moves.len() as u64,
        reentered: is_log.then(|| moves.iter().filter(|m| m.again).count() as u64),
        openings: openings.len() as u64,
        undated: ways.moves.iter().filter(|m| m.kind.is_some() && m.day == NO_DAY).count() as u64,
        out_of_order: ways.out_of_order,
        by_own_row: ways.by_own_row,
    })
}

/// The ways of all records that filters leave, and their moves on days of the period.
pub(super) fn moves_in(frame: &Frame<'_>) -> Result<(Ways, Vec<Move>), Absence> {
    let rows: Vec<u32> = (0..frame.assembled.records.count as u32)
        .filter(|row| frame.kept.record(*row as usize))
        .collect();
    let ways = Ways::of(frame, &rows)?;
    let window = frame.now.window;
    let is_in = |m: &&Move| window.is_none_or(|w| m.day != NO_DAY && w.contains(Day(m.day)));
    let counted = ways.moves.iter().filter(is_in).copied().collect();
    Ok((ways, counted))
}

struct Pair {
    transition: Transition,
    /// The record that made the last of these moves: those of one record follow each other.
    last: Option<u32>,
}

impl Pair {
    fn add(&mut self, m: &Move, unit: Option<usize>) {
        self.transition.moves += 1;
        self.transition.records += u64::from(self.last != Some(m.record));
        self.last = Some(m.record);
        let slot = unit.and_then(|unit| self.transition.by_unit.get_mut(unit));
        slot.into_iter().for_each(|n| *n += 1);
    }
}

/// How many different ones: equals follow each other.
pub(super) fn distinct(records: impl Iterator<Item = u32>) -> u64 {
    let mut last = None;
    records.filter(|record| last.replace(*record) != Some(*record)).count() as u64
}

fn units(grain: Grain, range: Period) -> Vec<Day> {
    let first = grain.start(range.first);
    let next = |start: &Day| Some(grain.next(*start)).filter(|next| *next <= range.last);
    std::iter::successors(Some(first), next).collect()
}
