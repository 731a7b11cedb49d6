//! How far each record came, by the skip policy and within the conversion window; and the records of
//! a person or an account put together, of which the furthest stage counts.
//!
//! Not here: which records (`ladder`), what a policy is (`measure::reach`).

use super::doubt::Doubt;
use crate::engine::funnel::{Assembled, NO_STAGE, Outcome, Records};
use crate::engine::measure::{self, reach};
use crate::engine::report::{Absence, Entity, SkipPolicy};
use crate::engine::table::NO_DAY;
use crate::engine::value::Quantity;
use std::collections::BTreeMap;

/// What decides how far a record came.
#[derive(Clone, Copy)]
pub(super) struct Rule<'a> {
    pub assembled: &'a Assembled,
    pub policy: SkipPolicy,
    /// Days from the entry.
    pub window: Option<u32>,
    pub entity: Entity,
}

/// Evidence in at most so many first stages is counted in a flat table.
const DENSE_STAGES: u32 = 12;

/// How many came down the ladder: records, or persons or accounts where these go through it.
#[derive(Clone, Default)]
pub(super) struct Passages {
    /// The ladder's stages, the win, the stages after it.
    pub steps: Vec<Step>,
    pub entered: u64,
    pub won: u64,
    pub lost: u64,
    pub unknown_depth: u64,
    pub unmapped: u64,
    pub without_entity: u64,
    pub young: u64,
    pub undated: u64,
    /// How many steps are before the win.
    stages: usize,
}

#[derive(Clone, Default)]
pub(super) struct Step {
    pub reached: u64,
    /// With evidence of its own.
    pub observed: u64,
    /// Reached this step and the one before it.
    pub from_previous: u64,
}

/// What is known of a record (or of all of a person or an account).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Passage {
    /// Bits of the ladder's stages: with evidence, and reached by the policy.
    seen: u32,
    reached: u32,
    /// The win counts by the policy.
    is_won: bool,
    /// Bits of the stages after the win, likewise.
    seen_after: u32,
    reached_after: u32,
    outcome: Outcome,
}

impl Passage {
    /// Whether a step was reached, and whether with evidence of its own.
    fn at(&self, step: usize, stages: usize) -> (bool, bool) {
        let bit = |mask: u32, at: usize| mask.checked_shr(at as u32).is_some_and(|m| m & 1 == 1);
        match step.checked_sub(stages) {
            None => (bit(self.reached, step), bit(self.seen, step)),
            Some(0) => (self.is_won, self.is_won),
            Some(after) => (bit(self.reached_after, after - 1), bit(self.seen_after, after - 1)),
        }
    }
}

impl Passages {
    pub fn of(rule: &Rule<'_>, rows: &[u32]) -> Result<Passages, Absence> {
        let assembled = rule.assembled;
        let stages = assembled.stages.len();
        let steps = vec![Step::default(); stages + 1 + assembled.stages_after.len()];
        let mut passages = Passages { steps, stages, ..Passages::default() };
        match entities(rule)? {
            None => passages.by_record(rule, rows),
            Some(numbers) => passages.by_entity(rule, rows, numbers),
        }
        Ok(passages)
    }

    /// Records with the same evidence and outcome go the same way: they are counted first.
    fn by_record(&mut self, rule: &Rule<'_>, rows: &[u32]) {
        if self.by_evidence(rule, rows) {
            return;
        }
        // For each common way its place in the list, and 0 for one that was not met.
        let mut places: Vec<u32> = vec![0; 6 << DENSE_STAGES];
        let mut common: Vec<(Passage, u64)> = Vec::new();
        let mut rare: BTreeMap<Passage, u64> = BTreeMap::new();
        for row in rows.iter().map(|row| *row as usize) {
            let (passage, doubt) = self.passage(rule, row);
            self.doubt(&doubt, 1);
            let key = (passage.seen as usize).saturating_mul(6)
                + (passage.outcome as usize) * 2
                + usize::from(passage.is_won);
            match places.get_mut(key).filter(|_| passage.seen_after == 0) {
                None => *rare.entry(passage).or_insert(0) += 1,
                Some(place) => match common.get_mut((*place as usize).wrapping_sub(1)) {
                    Some((_, n)) => *n += 1,
                    None => {
                        common.push((passage, 1));
                        *place = common.len() as u32;
                    }
                },
            }
        }
        common.iter().for_each(|(passage, n)| self.add(passage, *n));
        rare.iter().for_each(|(passage, n)| self.add(passage, *n));
    }

    /// Without a window the evidence and the outcome alone decide how a record went: rows are
    /// counted by these, and one row of each kind is looked at. `false` where there could be too
    /// many kinds.
    fn by_evidence(&mut self, rule: &Rule<'_>, rows: &[u32]) -> bool {
        let records = &rule.assembled.records;
        let few = self.stages <= DENSE_STAGES as usize;
        if rule.window.is_some() || !records.after.is_empty() || !few {
            return false;
        }
        // By evidence, outcome, early win, unknown depth, no stage: how many, and the last of them.
        let mut kinds = vec![(0u64, 0u32); 24 << DENSE_STAGES];
        for row in rows {
            let at = *row as usize;
            let seen = reach::evidence(records, at, rule.policy) & ((1 << DENSE_STAGES) - 1);
            let outcome = records.outcome.get(at).map_or(0, |o| *o as u32);
            let flag = |is: bool| u32::from(is);
            let mut kind = seen * 3 + outcome;
            kind = kind * 2 + flag(records.won_early.get(at) == Some(&true));
            kind = kind * 2 + flag(records.depth_unknown.get(at) == Some(&true));
            kind = kind * 2 + flag(records.stage.get(at) == Some(&NO_STAGE));
            if let Some(slot) = kinds.get_mut(kind as usize) {
                *slot = (slot.0 + 1, *row);
            }
        }
        for (count, row) in kinds.into_iter().filter(|(count, _)| *count > 0) {
            let (passage, doubt) = self.passage(rule, row as usize);
            self.doubt(&doubt, count);
            self.add(&passage, count);
        }
        true
    }

    fn by_entity(&mut self, rule: &Rule<'_>, rows: &[u32], numbers: &[u32]) {
        let mut of_entity: BTreeMap<u32, (Passage, Doubt)> = BTreeMap::new();
        for row in rows.iter().map(|row| *row as usize) {
            let (passage, doubt) = self.passage(rule, row);
            match numbers.get(row).copied().filter(|number| *number != 0) {
                Some(number) => {
                    let all = of_entity.entry(number).or_insert((passage, doubt));
                    *all = (all.0.with(&passage), all.1.with(&doubt));
                }
                None => {
                    self.without_entity += 1;
                    self.add(&passage, 1);
                    self.doubt(&doubt, 1);
                }
            }
        }
        for (passage, doubt) in of_entity.values() {
            self.add(passage, 1);
            self.doubt(&doubt.of_all(passage.seen > 1, passage.outcome), 1);
        }
    }

    /// Counts what nobody knows of `n` that are alike.
    fn doubt(&mut self, doubt: &Doubt, n: u64) {
        let count = |is: bool| if is { n } else { 0 };
        self.unknown_depth += count(doubt.depth_unknown);
        self.unmapped += count(doubt.unmapped);
        self.young += count(doubt.young);
        self.undated += count(doubt.undated);
    }

    /// Whether a record by itself reached a step, and whether with evidence of its own.
    pub fn at(rule: &Rule<'_>, row: usize, at: usize) -> (bool, bool) {
        let stages = rule.assembled.stages.len();
        let passages = Passages { stages, ..Passages::default() };
        passages.passage(rule, row).0.at(at, stages)
    }

    fn passage(&self, rule: &Rule<'_>, row: usize) -> (Passage, Doubt) {
        let records = &rule.assembled.records;
        let policy = rule.policy;
        let mut seen = reach::evidence(records, row, policy);
        let mut outcome = records.outcome.get(row).copied().unwrap_or(Outcome::Open);
        let mut after = records.after.get(row).copied().unwrap_or(0);
        let (mut young, mut undated) = (false, false);
        if let Some(window) = rule.window {
            let as_of = rule.assembled.as_of.unwrap_or(i32::MAX);
            let cut = Cut::new(records, row, window, as_of, outcome);
            young = cut.is_young;
            let ended = outcome != Outcome::Open && !cut.ended_in_time;
            outcome = if ended { Outcome::Open } else { outcome };
            let (kept, lost) = cut.keep(&records.entered, seen & !1);
            let (kept_after, lost_after) = cut.keep(&records.entered_after, after);
            // An end without a day may have come too late as well.
            let end_undated = ended && !cut.is_dated;
            undated = lost || lost_after || end_undated;
            (seen, after) = (kept | 1, if outcome == Outcome::Won { kept_after } else { 0 });
        }
        let early = records.won_early.get(row) == Some(&true);
        let is_won = reach::won(seen, outcome, policy, self.stages, early);
        let after = if outcome == Outcome::Won { after } else { 0 };
        let passage = Passage {
            seen: seen | 1,
            reached: reach::reached(seen, outcome, policy),
            is_won,
            seen_after: after,
            reached_after: if is_won { reached_after(after, policy) } else { 0 },
            outcome,
        };
        (passage, Doubt::of(records, row, outcome).within(young, undated))
    }

    /// Takes in `n` that went the same way.
    fn add(&mut self, passage: &Passage, n: u64) {
        self.entered += n;
        self.won += if passage.outcome == Outcome::Won { n } else { 0 };
        self.lost += if passage.outcome == Outcome::Lost { n } else { 0 };
        let mut came_before = true;
        for (at, step) in self.steps.iter_mut().enumerate() {
            let (came, seen) = passage.at(at, self.stages);
            step.reached += if came { n } else { 0 };
            step.observed += if came && seen { n } else { 0 };
            step.from_previous += if came && came_before { n } else { 0 };
            came_before = came;
        }
    }

    /// Takes out some of the records.
    pub fn less(&mut self, other: &Passages) {
        self.entered -= other.entered;
        self.won -= other.won;
        self.lost -= other.lost;
        self.unknown_depth -= other.unknown_depth;
        self.unmapped -= other.unmapped;
        self.without_entity -= other.without_entity;
        self.young -= other.young;
        self.undated -= other.undated;
        for (mine, theirs) in self.steps.iter_mut().zip(&other.steps) {
            mine.reached -= theirs.reached;
            mine.observed -= theirs.observed;
            mine.from_previous -= theirs.from_previous;
        }
    }

    pub fn end_to_end(&self) -> Quantity {
        let won = self.steps.get(self.stages).map_or(0, |step| step.reached);
        measure::share(won as f64, self.entered as f64)
    }
}

impl Passage {
    /// Both together: the furthest of each; won before open before lost.
    fn with(&self, other: &Passage) -> Passage {
        let outcome = match (self.outcome, other.outcome) {
            (Outcome::Won, _) | (_, Outcome::Won) => Outcome::Won,
            (Outcome::Open, _) | (_, Outcome::Open) => Outcome::Open,
            _ => Outcome::Lost,
        };
        Passage {
            seen: self.seen | other.seen,
            reached: self.reached | other.reached,
            is_won: self.is_won || other.is_won,
            seen_after: self.seen_after | other.seen_after,
            reached_after: self.reached_after | other.reached_after,
            outcome,
        }
    }
}

/// Which stages after the win were reached, by those that have evidence.
fn reached_after(seen: u32, policy: SkipPolicy) -> u32 {
    match policy {
        SkipPolicy::Observed | SkipPolicy::Any => seen,
        SkipPolicy::Implied if seen == 0 => 0,
        SkipPolicy::Implied => u32::MAX >> seen.leading_zeros(),
        SkipPolicy::Strict => seen & !(u32::MAX.checked_shl(seen.trailing_ones()).unwrap_or(0)),
    }
}

/// What of a record lies within the conversion window.
struct Cut {
    row: usize,
    /// The last day that counts.
    limit: i64,
    /// Even what nobody dated happened in time, as nothing is known of a later day.
    all_in_time: bool,
    ended_in_time: bool,
    /// Of a record that ended both days are known.
    is_dated: bool,
    is_young: bool,
}

impl Cut {
    fn new(records: &Records, row: usize, window: u32, as_of: i32, outcome: Outcome) -> Cut {
        let entry = records.created.get(row).copied().unwrap_or(NO_DAY);
        let closed = records.closed.get(row).copied().unwrap_or(NO_DAY);
        if entry == NO_DAY {
            let limit = i64::from(i32::MIN);
            return Cut {
                row,
                limit,
                all_in_time: false,
                ended_in_time: false,
                is_dated: false,
                is_young: false,
            };
        }
        let limit = i64::from(entry) + i64::from(window);
        let seen_until = |day: i32| i64::from(day) <= limit;
        let ended = outcome != Outcome::Open && closed != NO_DAY;
        let all_in_time = seen_until(if ended { closed } else { as_of });
        Cut {
            row,
            limit,
            all_in_time,
            ended_in_time: all_in_time,
            is_dated: closed != NO_DAY,
            is_young: i64::from(as_of) < limit,
        }
    }

    /// The bits of stages entered in time, and whether some had no day to tell.
    fn keep(&self, days: &[Vec<i32>], bits: u32) -> (u32, bool) {
        let (mut kept, mut lost, mut rest) = (0, false, bits);
        while rest != 0 {
            let at = rest.trailing_zeros();
            rest &= rest - 1;
            let day = days.get(at as usize).and_then(|d| d.get(self.row)).copied();
            let in_time = match day.filter(|d| *d != NO_DAY) {
                Some(day) => i64::from(day) <= self.limit,
                None => {
                    lost |= !self.all_in_time;
                    self.all_in_time
                }
            };
            kept |= if in_time { 1 << at } else { 0 };
        }
        (kept, lost)
    }
}

/// For each record the number of its person or account, 0 where none is named; nothing where
/// records themselves go through the funnel.
pub(super) fn entities<'a>(rule: &Rule<'a>) -> Result<Option<&'a [u32]>, Absence> {
    let details = &rule.assembled.details;
    let numbers = match rule.entity {
        Entity::Record => return Ok(None),
        Entity::Person => &details.person,
        Entity::Account => &details.account,
    };
    if numbers.is_empty() { Err(Absence::NoEntity) } else { Ok(Some(numbers)) }
}
