//! Facts from how far records came: pairs of stages, the chance of an open record to be won.
//!
//! Not here: whether a stage was reached (`reach`).

use super::entry::bit;
use super::fact::{Anchor, Count, Needs, Total};
use super::fact_table::FactTable;
use super::gather::{Cells, NO_CELL, Population, Slots};
use super::outcome_rows::Money;
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

impl Population<'_> {
    /// Under `Any` no stage is a part of the one before: nothing is counted, and no rate has a
    /// value.
    pub(super) fn gather_reach(&self, cells: Cells<'_>, needs: Needs, table: &mut FactTable) {
        let stages = self.assembled.stages.len();
        let tied = self.policy != SkipPolicy::Any;
        let mut put = |fact: Count, counted: &dyn Fn() -> Vec<u32>| {
            if needs.count(fact) {
                table.counts[fact as usize] = counted();
            }
        };
        for (from, (first, both)) in FROM.into_iter().zip(BOTH).enumerate() {
            if from + 1 < stages && tied {
                put(first, &|| self.came(cells, from));
                put(both, &|| self.went_on(cells, from));
            }
        }
        if let Some(qualified) = self.assembled.has.qualified.map(usize::from) {
            let next = qualified + 1;
            put(Count::Qualified, &|| self.came(cells, qualified));
            if next < stages {
                put(Count::Opportunities, &|| self.came(cells, next));
            }
            if next < stages && tied {
                put(Count::OpportunitiesTied, &|| self.came(cells, next));
                put(Count::OpportunitiesWon, &|| self.won_after(cells, next));
                put(Count::QualifiedOn, &|| self.went_on(cells, qualified));
            }
            if tied {
                put(Count::QualifiedTied, &|| self.came(cells, qualified));
                put(Count::QualifiedWon, &|| self.won_after(cells, qualified));
            }
        }
        if let Some(last) = stages.checked_sub(1).filter(|_| tied) {
            put(Count::LastStage, &|| self.came(cells, last));
            put(Count::LastStageWon, &|| self.won_after(cells, last));
        }
    }

    /// Who came to a stage.
    fn came(&self, cells: Cells<'_>, stage: usize) -> Vec<u32> {
        self.count_reach((cells.entered(stage), cells.count), bit(stage), false)
    }

    /// Of them those who came to the next one; all who did, where either is placed by its own day.
    fn went_on(&self, cells: Cells<'_>, from: usize) -> Vec<u32> {
        let (from, to) = (bit(from), from + 1);
        match cells.entries.by_entry & (from | bit(to)) {
            0 => self.count_reach((cells.created, cells.count), from | bit(to), false),
            _ => self.came(cells, to),
        }
    }

    /// Of them those who were won; all who were, where these are placed by closing.
    fn won_after(&self, cells: Cells<'_>, stage: usize) -> Vec<u32> {
        match cells.closed {
            Some(closed) => self.count_reach((closed, cells.count), 0, true),
            None => self.count_reach((cells.created, cells.count), bit(stage), true),
        }
    }

    /// Records by their cells: those that came to all of these stages, and were won where that is asked.
    fn count_reach(&self, (cells, count): (&[u32], usize), stages: u32, won: bool) -> Vec<u32> {
        let reach = self.reach();
        // Four counts of each cell, as adding to the same one again and again has to wait.
        let mut counted = Slots::<[u32; 4]>::new(count);
        let records = reach.reached.iter().zip(&reach.won).zip(cells).enumerate();
        for (row, ((reached, is_won), cell)) in records {
            let counts = (reached & stages == stages) & (*is_won | !won);
            counted.of(*cell)[row % 4] += u32::from(counts);
        }
        counted.done().iter().map(|four| four.iter().sum()).collect()
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
        let reached = &self.reach().reached;
        let mut tallies = vec![(0u64, 0u64); self.assembled.stages.len()];
        let records = self.assembled.records.outcome.iter().zip(reached);
        for (outcome, reached) in records.filter(|(outcome, _)| **outcome != Outcome::Open) {
            let won = *outcome == Outcome::Won;
            for (stage, (all, wins)) in tallies.iter_mut().enumerate() {
                let came = u64::from(reached & bit(stage) != 0);
                *all += came;
                *wins += came & u64::from(won);
            }
        }
        let rate = |(all, wins): (u64, u64)| (all > 0).then(|| wins as f64 / all as f64);
        tallies.into_iter().map(rate).collect()
    }
}
