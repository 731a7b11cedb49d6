//! The rows of lost reasons, of moves between stages, of the flow through them, and of calls.

use super::Found;
use super::blocks::money;
use super::figure::Among;
use super::figure_part::{FlowEnd, MovesFigure};
use super::tally::Fate;
use crate::engine::dimension::Label;
use crate::engine::filter::Grain;
use crate::engine::funnel::{BesideKind, NO_ROW, Outcome};
use crate::engine::measure;
use crate::engine::query::calls::{self, Hour};
use crate::engine::query::codebook::Codebook;
use crate::engine::query::frame::Frame;
use crate::engine::query::ladder::entered;
use crate::engine::query::reasons::{Ground, Lost};
use crate::engine::query::transitions::moves_in;
use crate::engine::query::ways::{Move, Ways};
use crate::engine::report::{Absence, CallCell, CallFigure, ReasonsOf, ReasonsSpec};
use crate::engine::stats::Sum;
use crate::engine::table::NO_DAY;
use crate::engine::value::{Day, Quantity, Unit};
use crate::engine::window::Part;

/// Which lost records: those that name these reasons (`None`: any), in these groups of the split;
/// and whether they are a share of all that were lost.
pub(super) struct OfReasons<'a> {
    pub reasons: Option<&'a [Label]>,
    pub part: Option<&'a Among>,
    pub is_share: bool,
}

pub(super) fn reasons(
    frame: &Frame<'_>,
    codebook: &mut Codebook,
    spec: &ReasonsSpec,
    asked: &OfReasons<'_>,
) -> Result<Found, Absence> {
    let ground = Ground::of(frame, codebook, spec)?;
    let wanted = |label: &Label| asked.reasons.is_none_or(|r| r.contains(label));
    let is_reason: Vec<bool> = ground.codes.labels.iter().map(wanted).collect();
    let wanted = |label: &Label| asked.part.is_none_or(|among| among.names(label));
    let is_part: Vec<bool> = ground.parts.iter().map(wanted).collect();
    let is_named = |row: usize| {
        let reason = ground.codes.records.get(row).map_or(0, |code| *code as usize);
        let part = ground.part_of.get(row).map_or(0, |code| *code as usize);
        is_reason.get(reason) == Some(&true) && is_part.get(part) == Some(&true)
    };
    let records = &frame.assembled.records;
    let by_closing = frame.now.closed.is_some();
    let before = |(row, outcome): (usize, &Outcome)| match outcome {
        _ if !frame.kept.record(row) => Fate::Filtered,
        Outcome::Open | Outcome::Won => Fate::Unconcerned,
        Outcome::Lost if by_closing && records.closed.get(row) == Some(&NO_DAY) => {
            if is_named(row) { Fate::Part(Part::WithoutDates) } else { Fate::Elsewhere }
        }
        Outcome::Lost => Fate::Outside,
    };
    let mut fates: Vec<Fate> = records.outcome.iter().enumerate().map(before).collect();
    let (mut above, mut below) = (Sum::default(), Sum::default());
    for (row, weight) in &Lost::of(frame, spec.of).rows {
        let counts = match spec.of {
            ReasonsOf::Lost => Part::Above,
            ReasonsOf::Amount => money(frame, *row),
        };
        let named = is_named(*row);
        below.add(*weight);
        above.add(if named { *weight } else { 0.0 });
        let fate = match (named, asked.is_share, counts) {
            (true, true, Part::Above) => Fate::Part(Part::Both),
            (false, true, Part::Above) => Fate::Part(Part::Below),
            (false, false, _) => Fate::Elsewhere,
            (_, _, counts) => Fate::Part(counts),
        };
        fates.get_mut(*row).into_iter().for_each(|slot| *slot = fate);
    }
    let (above, below) = (above.value(), below.value());
    let quantity = match (asked.is_share, spec.of) {
        (true, ReasonsOf::Lost) => measure::share(above, below),
        (true, ReasonsOf::Amount) => Quantity::ratio(above, below, Unit::Share),
        (false, ReasonsOf::Lost) => Quantity::plain(above, Unit::Count),
        (false, ReasonsOf::Amount) => Quantity::plain(above, Unit::Money),
    };
    Ok(Found { quantity: Some(quantity), records: fates, ..Found::default() })
}

/// Records by how often they did what a figure counts.
struct Counted<'a> {
    frame: &'a Frame<'a>,
    of: MovesFigure,
    /// By record; `None` where it was not asked about.
    times: Vec<Option<u32>>,
}

impl<'a> Counted<'a> {
    fn new(frame: &'a Frame<'a>, of: MovesFigure) -> Counted<'a> {
        Counted { frame, of, times: vec![None; frame.assembled.records.count] }
    }

    fn add(&mut self, record: u32, times: u32) {
        if let Some(slot) = self.times.get_mut(record as usize) {
            *slot = Some(slot.unwrap_or(0) + times);
        }
    }

    /// Each record with its times: as many as the figure counts it.
    fn found(self) -> Found {
        let records = &self.frame.assembled.records;
        let mut sum = Sum::default();
        let mut fates = Vec::with_capacity(self.times.len());
        for (row, times) in self.times.iter().enumerate() {
            let part = match self.of {
                MovesFigure::Amount => money(self.frame, row),
                MovesFigure::Moves | MovesFigure::Records => Part::Above,
            };
            fates.push(match times {
                _ if !self.frame.kept.record(row) => Fate::Filtered,
                None => Fate::Outside,
                Some(0) => Fate::Unconcerned,
                Some(_) => Fate::Part(part),
            });
            let times = f64::from(times.unwrap_or(0));
            let amount = records.amount.get(row).copied().unwrap_or(f64::NAN);
            sum.add(match self.of {
                MovesFigure::Moves => times,
                MovesFigure::Records => times.min(1.0),
                MovesFigure::Amount if part == Part::Above => times * amount,
                MovesFigure::Amount => 0.0,
            });
        }
        let unit = if self.of == MovesFigure::Amount { Unit::Money } else { Unit::Count };
        let share = |times: &Option<u32>| f64::from(times.unwrap_or(0));
        Found {
            quantity: Some(Quantity::plain(sum.value(), unit)),
            shares: match self.of {
                MovesFigure::Records => Vec::new(),
                _ => self.times.iter().map(share).collect(),
            },
            records: fates,
            ..Found::default()
        }
    }
}

/// Moves on days of the period, from a place to another (by position; `None`: any), in a unit of time
/// or whenever.
pub(super) fn moves(
    frame: &Frame<'_>,
    (from, to): (Option<u32>, Option<u32>),
    unit: Option<(Grain, Day)>,
    of: MovesFigure,
) -> Result<Found, Absence> {
    let (_, moves) = moves_in(frame)?;
    let is_at = |wanted: Option<u32>, at: Option<usize>| {
        wanted.is_none_or(|wanted| at == Some(wanted as usize))
    };
    let is_then = |day: i32| {
        unit.is_none_or(|(grain, start)| day != NO_DAY && grain.start(Day(day)) == start)
    };
    let mut counted = Counted::new(frame, of);
    for m in &moves {
        let is_move = m.kind.is_some();
        let is_asked = is_move && is_at(from, m.from) && is_at(to, Some(m.to)) && is_then(m.day);
        counted.add(m.record, u32::from(is_asked));
    }
    Ok(counted.found())
}

/// Passages of the records that entered in the period, or those of them that are at a place now.
pub(super) fn flow(
    frame: &Frame<'_>,
    from: u32,
    to: FlowEnd,
    of: MovesFigure,
) -> Result<Found, Absence> {
    let rows = entered(frame, &frame.now);
    let ways = Ways::of(frame, &rows)?;
    let mut counted = Counted::new(frame, of);
    rows.iter().for_each(|row| counted.add(*row, 0));
    let from = from as usize;
    for way in ways.moves.chunk_by(|a, b| a.record == b.record) {
        let Some(last) = way.last() else { continue };
        let passes = |m: &&Move| match to {
            FlowEnd::Place(to) => m.from == Some(from) && m.to == to as usize,
            FlowEnd::Open => false,
        };
        let outcome = frame.assembled.records.outcome.get(last.record as usize);
        let is_here = to == FlowEnd::Open && outcome == Some(&Outcome::Open) && last.to == from;
        let times = way.iter().filter(passes).count() as u32 + u32::from(is_here);
        counted.add(last.record, times);
    }
    Ok(counted.found())
}

/// Calls of an hour, a weekday (from Monday on), or whenever.
pub(super) fn calls(frame: &Frame<'_>, figure: CallFigure, hour: Hour) -> Result<Found, Absence> {
    let all = calls::Ground::of(frame, figure)?;
    let done = &frame.assembled.beside.activities;
    let mut sum = CallCell::default();
    let mut fates = Vec::with_capacity(done.kind.len());
    for row in 0..done.kind.len() {
        let record = done.record.get(row).copied().unwrap_or(NO_ROW);
        let is_kept = match record {
            NO_ROW => frame.kept.records.is_none(),
            record => frame.kept.record(record as usize),
        };
        fates.push(match all.call(row) {
            _ if !is_kept => Fate::Filtered,
            None => Fate::Unconcerned,
            Some(_) if !calls::is_in(frame, row) => Fate::Outside,
            Some((_, None)) => Fate::Part(Part::LeftOut),
            Some((_, Some(at))) if !hour.holds(at) => Fate::Elsewhere,
            Some((call, Some(_))) => {
                sum.add(call);
                let part = match figure {
                    CallFigure::All => Some(Part::Above),
                    CallFigure::Answered => (call.answered > 0).then_some(Part::Above),
                    CallFigure::Missed => (call.missed > 0).then_some(Part::Above),
                    CallFigure::MissedShare if call.missed > 0 => Some(Part::Both),
                    CallFigure::MissedShare => (call.asked > 0).then_some(Part::Below),
                };
                part.map_or(Fate::Unconcerned, Fate::Part)
            }
        });
    }
    Ok(Found {
        quantity: Some(sum.quantity(figure)),
        beside: vec![(BesideKind::Activities, fates)],
        ..Found::default()
    })
}
