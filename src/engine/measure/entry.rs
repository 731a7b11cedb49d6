//! By which day the counts of stages are placed: by that on which a record entered the stage, where the
//! report is of events and the data tell that day, else by creation (reference: kpis, 4a).
//!
//! Not here: whether a stage was reached (`reach`), the days themselves (`query::entered`).

use super::fact::{Count, Facts};
use super::{marked_if_small, share, without_dates};
use crate::engine::funnel::Assembled;
use crate::engine::value::{Caution, Quantity, Unit};

/// Which stage of the ladder a count speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rung {
    /// The one at this position, the first being 0.
    At(u8),
    /// The one from which a lead is qualified, and the one after it.
    Qualified,
    Next,
    Last,
}

const OF_STAGES: [(Count, Rung); 20] = [
    (Count::Qualified, Rung::Qualified),
    (Count::QualifiedTied, Rung::Qualified),
    (Count::QualifiedOn, Rung::Next),
    (Count::Opportunities, Rung::Next),
    (Count::OpportunitiesTied, Rung::Next),
    (Count::LastStage, Rung::Last),
    (Count::From1, Rung::At(0)),
    (Count::From2, Rung::At(1)),
    (Count::From3, Rung::At(2)),
    (Count::From4, Rung::At(3)),
    (Count::From5, Rung::At(4)),
    (Count::From6, Rung::At(5)),
    (Count::From7, Rung::At(6)),
    (Count::Both1, Rung::At(1)),
    (Count::Both2, Rung::At(2)),
    (Count::Both3, Rung::At(3)),
    (Count::Both4, Rung::At(4)),
    (Count::Both5, Rung::At(5)),
    (Count::Both6, Rung::At(6)),
    (Count::Both7, Rung::At(7)),
];

impl Count {
    /// The stage that it speaks of, if it is one of those that reached it.
    pub const fn rung(self) -> Option<Rung> {
        let mut at = 0;
        while at < OF_STAGES.len() {
            if OF_STAGES[at].0 as usize == self as usize {
                return Some(OF_STAGES[at].1);
            }
            at += 1;
        }
        None
    }

    /// All that speak of a stage.
    pub fn of_stages() -> impl Iterator<Item = (Count, Rung)> {
        OF_STAGES.into_iter()
    }
}

/// What a ladder calls by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rungs {
    qualified: Option<u8>,
    stages: u8,
}

impl Rungs {
    pub fn of(assembled: &Assembled) -> Rungs {
        Rungs { qualified: assembled.has.qualified, stages: assembled.stages.len() as u8 }
    }

    /// The bit of a stage; 0 where the ladder has none such.
    pub fn bit(self, rung: Rung) -> u32 {
        let place = match rung {
            Rung::At(place) => Some(place),
            Rung::Qualified => self.qualified,
            Rung::Next => self.qualified.map(|at| at + 1),
            Rung::Last => self.stages.checked_sub(1),
        };
        place.filter(|at| *at < self.stages).map_or(0, |at| bit(usize::from(at)))
    }
}

/// The bit of a stage by its position.
pub fn bit(stage: usize) -> u32 {
    1u32.checked_shl(stage as u32).unwrap_or(0)
}

/// How the stages that a question counts are placed in its days; sets of bits, one a stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entries {
    pub rungs: Rungs,
    /// By the day of entry, which makes them other records than those created in the same days.
    pub by_entry: u32,
    /// By creation, though the report is of events: nothing tells when anybody entered them.
    pub untold: u32,
}

impl Entries {
    pub fn is_by_entry(self, rung: Rung) -> bool {
        self.by_entry & self.rungs.bit(rung) != 0
    }
    fn is_untold(self, rung: Rung) -> bool {
        self.untold & self.rungs.bit(rung) != 0
    }
    /// Of both together.
    pub(super) fn merge(&mut self, other: Entries) {
        if self.rungs == Rungs::default() {
            self.rungs = other.rungs;
        }
        self.by_entry |= other.by_entry;
        self.untold |= other.untold;
    }
}

/// Records of the report's total that would count if the days of what they came to were known.
#[derive(Clone, Copy, Debug)]
pub struct WithoutDay {
    pub fact: Count,
    /// With which count it is asked for.
    pub beside: Count,
    pub rungs: &'static [Rung],
    /// The day of a win may be missing as well.
    pub of_win: bool,
}

const fn without(fact: Count, beside: Count, rungs: &'static [Rung], of_win: bool) -> WithoutDay {
    WithoutDay { fact, beside, rungs, of_win }
}

/// See [`WithoutDay`]: each record once, be it without one day or without two.
pub const WITHOUT_DAY: [WithoutDay; 13] = [
    without(Count::QualifiedUndated, Count::Qualified, &[Rung::Qualified], false),
    without(Count::OpportunitiesUndated, Count::Opportunities, &[Rung::Next], false),
    without(Count::QualifiedOnUndated, Count::QualifiedOn, &[Rung::Qualified, Rung::Next], false),
    without(Count::QualifiedWonUndated, Count::QualifiedWon, &[Rung::Qualified], true),
    without(Count::OpportunitiesWonUndated, Count::OpportunitiesWon, &[Rung::Next], true),
    without(Count::LastStageWonUndated, Count::LastStageWon, &[Rung::Last], true),
    without(Count::Undated1, Count::Both1, &[Rung::At(0), Rung::At(1)], false),
    without(Count::Undated2, Count::Both2, &[Rung::At(1), Rung::At(2)], false),
    without(Count::Undated3, Count::Both3, &[Rung::At(2), Rung::At(3)], false),
    without(Count::Undated4, Count::Both4, &[Rung::At(3), Rung::At(4)], false),
    without(Count::Undated5, Count::Both5, &[Rung::At(4), Rung::At(5)], false),
    without(Count::Undated6, Count::Both6, &[Rung::At(5), Rung::At(6)], false),
    without(Count::Undated7, Count::Both7, &[Rung::At(6), Rung::At(7)], false),
];

/// A figure of records that came to these stages, with what is to be said of their days.
pub(super) fn entered(
    quantity: Quantity,
    facts: &Facts,
    rungs: &[Rung],
    undated: Count,
) -> Quantity {
    let is_untold = rungs.iter().any(|rung| facts.entries.is_untold(*rung));
    let quantity = if is_untold { quantity.with(Caution::StageByCreation) } else { quantity };
    without_dates(quantity, facts.counted(undated))
}

/// The count of those who came to a stage.
pub(super) fn came(facts: &Facts, count: Count, undated: Count) -> Quantity {
    let figure = Quantity::plain(facts.count(count), Unit::Count);
    entered(figure, facts, count.rung().as_slice(), undated)
}

/// A rate of two things that happen to records: a share with its interval where both were counted on
/// the same records; else of different ones, so that it may exceed 1.
pub fn rate(part: f64, whole: f64, is_share: bool) -> Quantity {
    if is_share {
        return share(part, whole);
    }
    of_different(marked_if_small(Quantity::ratio(part, whole, Unit::Share)))
}

/// Says that numerator and denominator are of different records.
pub(super) fn of_different(rate: Quantity) -> Quantity {
    if rate.value.is_some() { rate.with(Caution::DifferentRecords) } else { rate }
}
