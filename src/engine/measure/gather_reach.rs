//! Facts from how far records came: pairs of stages, the chance of an open record to be won.
//!
//! Not here: whether a stage was reached (`reach`).

use super::fact::{Anchor, Count, Needs, Total};
use super::fact_table::FactTable;
use super::gather::{Cells, NO_CELL, Population, Slots};
use super::outcome_rows::Money;
use super::reach;
use crate::engine::funnel::{NO_STAGE, Outcome};
use crate::engine::report::SkipPolicy;
use crate::engine::stats::Sum;

const FROM: [Count; 7] = [
    Count::From1,
    Count::From2,
    Count::From3,
    Count::From4,
    Count::From5,
    Count::From6,
    Count::From7,
];
const BOTH: [Count; 7] = [
    Count::Both1,
    Count::Both2,
    Count::Both3,
    Count::Both4,
    Count::Both5,
    Count::Both6,
    Count::Both7,
];

/// How far one record came.
struct Way {
    reached: u32,
    won: bool,
}

impl Way {
    fn came_to(&self, stage: usize) -> bool {
        self.reached.checked_shr(stage as u32).is_some_and(|bits| bits & 1 == 1)
    }
}

impl Population<'_> {
    /// Under `Any` no stage is a part of the one before: nothing is counted, and no rate has a
    /// value.
    pub(super) fn gather_reach(&self, cells: Cells<'_>, needs: Needs, table: &mut FactTable) {
        let stages = self.assembled.stages.len();
        let tied = self.policy != SkipPolicy::Any;
        let mut count = |fact: Count, is_in: &dyn Fn(&Way) -> bool| {
            if needs.count(fact) {
                table.counts[fact as usize] = self.count_ways(cells, stages, is_in);
            }
        };
        for (from, (first, both)) in FROM.into_iter().zip(BOTH).enumerate() {
            if from + 1 < stages && tied {
                count(first, &|way| way.came_to(from));
                count(both, &|way| way.came_to(from) && way.came_to(from + 1));
            }
        }
        if let Some(qualified) = self.assembled.has.qualified.map(usize::from) {
            let next = qualified + 1;
            if next < stages {
                count(Count::Opportunities, &|way| way.came_to(next));
            }
            if next < stages && tied {
                count(Count::OpportunitiesTied, &|way| way.came_to(next));
                count(Count::OpportunitiesWon, &|way| way.came_to(next) && way.won);
                count(Count::QualifiedOn, &|way| way.came_to(qualified) && way.came_to(next));
            }
            if tied {
                count(Count::QualifiedTied, &|way| way.came_to(qualified));
                count(Count::QualifiedWon, &|way| way.came_to(qualified) && way.won);
            }
        }
        if let Some(last) = stages.checked_sub(1).filter(|_| tied) {
            count(Count::LastStage, &|way| way.came_to(last));
            count(Count::LastStageWon, &|way| way.came_to(last) && way.won);
        }
    }

    fn count_ways(
        &self,
        cells: Cells<'_>,
        stages: usize,
        is_in: &dyn Fn(&Way) -> bool,
    ) -> Vec<u32> {
        let records = &self.assembled.records;
        let mut counted = Slots::<u32>::new(cells.count);
        for ((row, outcome), cell) in records.outcome.iter().enumerate().zip(cells.created) {
            let seen = reach::evidence(records, row, self.policy);
            let early = records.won_early.get(row) == Some(&true);
            let way = Way {
                reached: reach::reached(seen, *outcome, self.policy),
                won: reach::won(seen, *outcome, self.policy, stages, early),
            };
            *counted.of(*cell) += u32::from(is_in(&way));
        }
        counted.done()
    }

    /// Amounts of open records by their chance: the one in the file, and the share of the closed
    /// records that were won after they reached the same stage, over all that the data hold.
    pub(super) fn gather_chances(&self, cells: Cells<'_>, needs: Needs, table: &mut FactTable) {
        let by_stage = needs.total(Total::StageChanceAmount) || needs.count(Count::OpenUnstaged);
        let by_file = needs.total(Total::ChanceAmount) || needs.count(Count::OpenWithoutChance);
        let records = &self.assembled.records;
        if by_stage {
            let rates = self.stage_chances();
            let chance = |row: usize| {
                let stage = records.stage.get(row).copied().filter(|s| *s != NO_STAGE)?;
                rates.get(usize::from(stage)).copied().flatten()
            };
            let facts = (Total::StageChanceAmount, Count::OpenUnstaged);
            self.weigh(cells, facts, chance, table);
        }
        if by_file {
            let chances = &self.assembled.details.chance;
            let chance = |row: usize| chances.get(row).copied().filter(|c| !c.is_nan());
            let facts = (Total::ChanceAmount, Count::OpenWithoutChance);
            self.weigh(cells, facts, chance, table);
        }
    }

    fn weigh(
        &self,
        cells: Cells<'_>,
        (sum, without): (Total, Count),
        chance: impl Fn(usize) -> Option<f64>,
        table: &mut FactTable,
    ) {
        let open = self.open.get_or_init(|| self.rows_of(Outcome::Open));
        let placed = cells.of(Anchor::Open);
        let mut sums = Slots::<Sum>::new(cells.count);
        let mut unknown = Slots::<u32>::new(cells.count);
        let rows = open.row.iter().zip(&open.amount).zip(&open.money);
        for ((row, amount), _) in rows.filter(|(_, money)| **money == Money::Priced) {
            let row = *row as usize;
            let cell = placed.get(row).copied().unwrap_or(NO_CELL);
            match chance(row) {
                Some(chance) => sums.of(cell).add(amount * chance),
                None => *unknown.of(cell) += 1,
            }
        }
        table.totals[sum as usize] = sums.done();
        table.counts[without as usize] = unknown.done();
    }

    /// By stage: of the closed records that reached it, the share that was won; `None` where none
    /// did.
    pub(super) fn stage_chances(&self) -> Vec<Option<f64>> {
        let records = &self.assembled.records;
        let mut tallies = vec![(0u64, 0u64); self.assembled.stages.len()];
        let closed = records.outcome.iter().enumerate();
        for (row, outcome) in closed.filter(|(_, outcome)| **outcome != Outcome::Open) {
            let won = *outcome == Outcome::Won;
            let seen = reach::evidence(records, row, self.policy);
            let way = Way { reached: reach::reached(seen, *outcome, self.policy), won };
            for (stage, (all, wins)) in tallies.iter_mut().enumerate() {
                let came = u64::from(way.came_to(stage));
                *all += came;
                *wins += came & u64::from(won);
            }
        }
        let rate = |(all, wins): (u64, u64)| (all > 0).then(|| wins as f64 / all as f64);
        tallies.into_iter().map(rate).collect()
    }
}
