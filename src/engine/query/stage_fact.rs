//! Records that came to a stage, and on to another or to an end, for measures of the user's own: by
//! the skip policy, as all figures of stages are, and placed as those are.
//!
//! Not here: whether a stage was reached (`measure::reach`), the formula (`formula::reached`).

use super::entered::Entered;
use super::frame::Placed;
use crate::engine::formula::{Among, ColumnAsk};
use crate::engine::funnel::Outcome;
use crate::engine::measure::entry::bit;
use crate::engine::measure::fact::Anchor;
use crate::engine::measure::gather::Population;
use crate::engine::report::SkipPolicy;
use crate::engine::table::NO_DAY;

/// See the module.
pub(super) struct StageFact {
    /// What is true of each record.
    bits: Vec<u8>,
    /// The stage by whose entry it is placed; `None`: by closing.
    placed_by: Option<usize>,
    /// Of the two sides of a conversion the stage that it begins with, as a bit: where it or the other
    /// is placed by its own day, the other is counted whoever came to the first.
    begins: u32,
}

/// All that is asked; what comes last of it, by itself; what comes first.
const ALL: u8 = 1;
const LAST: u8 = 2;
const FIRST: u8 = 4;

impl StageFact {
    /// `None` where the ladder has no such stage. Under `Any` each stage counts by itself, and those with
    /// evidence for both are counted; but none is a part of another, so the sides of a conversion
    /// (`tied`) are empty.
    pub fn of(
        population: &Population<'_>,
        ask: &ColumnAsk,
        (and, tied): (Option<&str>, bool),
    ) -> Option<StageFact> {
        let (assembled, policy) = (population.assembled, population.policy);
        let place = |name: &str| assembled.stages.iter().position(|s| s == name);
        let from = place(&ask.header)?;
        let to = and.map_or(Some(from), place)?;
        let reach = population.reach();
        let is_empty = tied && policy == SkipPolicy::Any;
        let of_record = |((outcome, reached), won): ((&Outcome, &u32), &bool)| {
            let came = |stage: usize| reached & bit(stage) != 0;
            let ended = match ask.of {
                Among::All => true,
                Among::Won => *won,
                Among::Lost => *outcome == Outcome::Lost,
                Among::Open => *outcome == Outcome::Open,
            };
            let all = came(from) && came(to) && ended;
            let last = match ask.of {
                _ if !tied => all,
                Among::Won | Among::Lost => ended,
                Among::All | Among::Open => came(to) && ended,
            };
            let flag = |is: bool, flag: u8| if is && !is_empty { flag } else { 0 };
            flag(all, ALL) | flag(last, LAST) | flag(tied && came(from), FIRST)
        };
        let records = assembled.records.outcome.iter().zip(&reach.reached).zip(&reach.won);
        Some(StageFact {
            bits: records.map(of_record).collect(),
            placed_by: match ask.of {
                Among::Won | Among::Lost => None,
                // Both were reached when the later one was.
                Among::All | Among::Open => Some(if tied { to } else { from.max(to) }),
            },
            begins: if tied { bit(from) } else { 0 },
        })
    }

    pub fn anchor(&self) -> Anchor {
        if self.placed_by.is_some() { Anchor::Entered } else { Anchor::Closed }
    }

    /// The stage that places it, as a bit.
    pub fn stage(&self) -> u32 {
        self.placed_by.map_or(0, bit)
    }

    /// Where those that came to the stage fall.
    pub fn cells<'a>(&self, placed: &'a Placed) -> &'a [u32] {
        match self.placed_by {
            Some(stage) => placed.entered(stage),
            None => placed.closed(),
        }
    }

    /// Whether it is counted whoever came to what is before it.
    pub fn is_apart(&self, placed: &Placed) -> bool {
        let by_closing = self.placed_by.is_none() && placed.closed.is_some();
        let by_entry = placed.entries.by_entry & (self.stage() | self.begins) != 0;
        self.begins != 0 && (by_closing || by_entry)
    }

    /// Whether nothing tells when anybody entered the stage, in a report of events.
    pub fn is_untold(&self, placed: &Placed) -> bool {
        placed.entries.untold & self.stage() != 0
    }

    /// Whether a record counts.
    pub fn has(&self, row: usize, is_apart: bool) -> bool {
        let asked = if is_apart { LAST } else { ALL };
        self.bits.get(row).is_some_and(|bits| bits & asked != 0)
    }

    /// Whether a record would count, if it had the days of what it came to.
    pub fn lacks_day(&self, entered: &Entered, closed: &[i32], row: usize) -> bool {
        let is = |flag: u8| self.bits.get(row).is_some_and(|bits| bits & flag != 0);
        let undated = match self.placed_by {
            Some(_) => entered.lacking(row, self.stage()) != 0,
            None => closed.get(row) == Some(&NO_DAY),
        };
        (is(LAST) && undated) || (is(FIRST) && entered.lacking(row, self.begins) != 0)
    }
}
