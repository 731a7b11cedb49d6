//! Facts from rows beside the records: other costs, moved costs, activities, answers, plans; and from
//! open records by when they are expected to close.

use super::fact::{Anchor, Count, Kept, Needs, Total};
use super::fact_table::FactTable;
use super::gather::{Cells, Population, Slots};
use super::gather_lives::{keep, keep_of};
use crate::engine::funnel::{ActivityKind, NO_ROW, OfRecord, Outcome, Planned};
use crate::engine::stats::Sum;

impl Population<'_> {
    /// What activities say of records, by creation of the record.
    pub(super) fn gather_contacts(&self, cells: Cells<'_>, needs: Needs, table: &mut FactTable) {
        let said = &self.assembled.beside.activities.of_record;
        let won = |row: usize| self.assembled.records.outcome.get(row) == Some(&Outcome::Won);
        let mut count = |fact: Count, is_in: &dyn Fn(usize, &OfRecord) -> bool| {
            if needs.count(fact) {
                let mut counted = Slots::<u32>::new(cells.count);
                for (row, (cell, said)) in cells.created.iter().zip(said).enumerate() {
                    *counted.of(*cell) += u32::from(is_in(row, said));
                }
                table.counts[fact as usize] = counted.done();
            }
        };
        count(Count::Contacted, &|_, said| said.contacted);
        count(Count::Met, &|_, said| said.met);
        count(Count::MetWon, &|row, said| said.met && won(row));
        count(Count::WithContent, &|_, said| said.content);
        if needs.kept(Kept::ResponseHours) {
            let hours = |row: usize| said.get(row).and_then(|said| said.response_hours);
            table.kept[Kept::ResponseHours as usize] = keep(cells, hours);
        }
    }

    pub(super) fn gather_aside(&self, cells: Cells<'_>, needs: Needs, table: &mut FactTable) {
        let beside = &self.assembled.beside;
        if needs.anchor(Anchor::OtherCosts) {
            let other = &beside.other_costs;
            let facts = (Total::OtherCosts, Count::OtherRows, Count::OtherElsewhere);
            let costs = (other.cost.as_slice(), other.currency.as_slice());
            self.costs(cells, Anchor::OtherCosts, costs, facts, table);
        }
        if needs.anchor(Anchor::Lagged) {
            let spend = &self.assembled.spend;
            let facts = (Total::LaggedSpend, Count::LaggedRows, Count::LaggedElsewhere);
            let costs = (spend.spend.as_slice(), spend.currency.as_slice());
            self.costs(cells, Anchor::Lagged, costs, facts, table);
        }
        if needs.anchor(Anchor::Activities) {
            self.activities(cells, needs, table);
        }
        if needs.anchor(Anchor::Scores) {
            // Detractor 0 to 6, passive 7 and 8, promoter 9 and 10; anything else is no answer.
            let kind = |score: &f64| match *score {
                s if s.fract() != 0.0 || !(0.0..=10.0).contains(&s) => Count::InvalidScores,
                s if s >= 9.0 => Count::Promoters,
                s if s >= 7.0 => Count::Passives,
                _ => Count::Detractors,
            };
            let kinds: Vec<Count> = beside.scores.score.iter().map(kind).collect();
            for fact in [Count::Promoters, Count::Passives, Count::Detractors, Count::InvalidScores]
            {
                let is_in = |row: usize| kinds.get(row) == Some(&fact);
                table.counts[fact as usize] = count_rows(cells, Anchor::Scores, is_in);
            }
        }
        if needs.anchor(Anchor::Targets) {
            self.plans(cells, table);
        }
        if needs.anchor(Anchor::Expected) {
            self.expected(cells, table);
        }
        if needs.count(Count::OpenQualified) {
            self.standing(cells, table);
        }
    }

    fn costs(
        &self,
        cells: Cells<'_>,
        anchor: Anchor,
        (costs, currencies): (&[f64], &[u8]),
        (sum, ours, elsewhere): (Total, Count, Count),
        table: &mut FactTable,
    ) {
        let mut sums = Slots::<Sum>::new(cells.count);
        let mut counts = Slots::<[u32; 2]>::new(cells.count);
        let rows = cells.of(anchor).iter().zip(costs.iter().zip(currencies));
        for (cell, (cost, currency)) in rows.filter(|(_, (cost, _))| !cost.is_nan()) {
            let is_ours = self.is_ours(*currency);
            counts.of(*cell)[usize::from(!is_ours)] += 1;
            sums.of(*cell).add(if is_ours { *cost } else { 0.0 });
        }
        let counts = counts.done();
        table.totals[sum as usize] = sums.done();
        table.counts[ours as usize] = counts.iter().map(|c| c[0]).collect();
        table.counts[elsewhere as usize] = counts.iter().map(|c| c[1]).collect();
    }

    fn activities(&self, cells: Cells<'_>, needs: Needs, table: &mut FactTable) {
        let all = &self.assembled.beside.activities;
        let is = |row: usize, kind: ActivityKind| all.kind.get(row) == Some(&kind);
        let inbound =
            |row: usize| is(row, ActivityKind::Call) && all.is_inbound.get(row) == Some(&true);
        let missed = |row: usize| all.is_missed.get(row) == Some(&true);
        let mut count = |fact: Count, is_in: &dyn Fn(usize) -> bool| {
            if needs.count(fact) {
                table.counts[fact as usize] = count_rows(cells, Anchor::Activities, is_in);
            }
        };
        count(Count::Calls, &|row| is(row, ActivityKind::Call));
        count(Count::InboundCalls, &inbound);
        count(Count::MissedCalls, &|row| inbound(row) && missed(row));
        count(Count::Emails, &|row| is(row, ActivityKind::Email));
        count(Count::Meetings, &|row| is(row, ActivityKind::Meeting));
        count(Count::HeldMeetings, &|row| is(row, ActivityKind::Meeting) && !missed(row));
        if needs.kept(Kept::UsedItems) {
            let used = |row: usize| {
                let of_record = all.record.get(row).is_some_and(|r| *r != NO_ROW);
                let item = all.item.get(row).copied().filter(|item| *item != 0);
                item.filter(|_| of_record && !missed(row)).map(f64::from)
            };
            table.kept[Kept::UsedItems as usize] =
                keep_of(cells.of(Anchor::Activities), cells.count, used);
        }
    }

    fn plans(&self, cells: Cells<'_>, table: &mut FactTable) {
        let plans = &self.assembled.beside.plans;
        let kinds = [
            (Planned::Revenue, Total::PlannedRevenue, Total::RevenuePlanParts, Count::RevenuePlans),
            (Planned::Won, Total::PlannedWon, Total::WonPlanParts, Count::WonPlans),
            (Planned::Leads, Total::PlannedLeads, Total::LeadPlanParts, Count::LeadPlans),
        ];
        for (kind, sum, parts, count) in kinds {
            let value = |row: usize| {
                let is_kind = plans.planned.get(row) == Some(&kind);
                plans.value.get(row).copied().filter(|v| is_kind && !v.is_nan())
            };
            let mut sums = Slots::<Sum>::new(cells.count);
            let mut shares = Slots::<Sum>::new(cells.count);
            for (row, cell) in cells.of(Anchor::Targets).iter().enumerate() {
                sums.of(*cell).add(value(row).unwrap_or(0.0));
                shares.of(*cell).add(value(row).map_or(0.0, |_| plans.share(row)));
            }
            table.totals[sum as usize] = sums.done();
            table.totals[parts as usize] = shares.done();
            let is_in = |row: usize| value(row).is_some();
            table.counts[count as usize] = count_rows(cells, Anchor::Targets, is_in);
        }
    }

    /// Open records that are qualified (all, where no stage is marked so), with whatever day.
    fn standing(&self, cells: Cells<'_>, table: &mut FactTable) {
        let records = &self.assembled.records;
        let qualified = self.assembled.has.qualified.unwrap_or(0);
        let reached = &self.reach().reached;
        let stands = |row: usize| {
            let is_qualified = reached.get(row).is_some_and(|r| r >> qualified & 1 == 1);
            records.outcome.get(row) == Some(&Outcome::Open) && is_qualified
        };
        table.counts[Count::OpenQualified as usize] = count_rows(cells, Anchor::Standing, stands);
    }

    /// Open records that are qualified (where a stage is marked so).
    fn expected(&self, cells: Cells<'_>, table: &mut FactTable) {
        let records = &self.assembled.records;
        let qualified = self.assembled.has.qualified.unwrap_or(0);
        let reached = &self.reach().reached;
        let amount = |row: usize| -> Option<f64> {
            let is_open = records.outcome.get(row) == Some(&Outcome::Open);
            let is_ours = records.currency.get(row).is_some_and(|code| self.is_ours(*code));
            let is_qualified = reached.get(row).is_some_and(|r| r >> qualified & 1 == 1);
            let counts = is_open && is_ours && is_qualified;
            records.amount.get(row).copied().filter(|_| counts)
        };
        let mut sums = Slots::<Sum>::new(cells.count);
        for (row, cell) in cells.of(Anchor::Expected).iter().enumerate() {
            sums.of(*cell).add(amount(row).filter(|a| !a.is_nan()).unwrap_or(0.0));
        }
        table.totals[Total::ExpectedAmount as usize] = sums.done();
        let priced = |row: usize| amount(row).is_some_and(|a| !a.is_nan());
        let unpriced = |row: usize| amount(row).is_some_and(f64::is_nan);
        table.counts[Count::ExpectedPriced as usize] = count_rows(cells, Anchor::Expected, priced);
        table.counts[Count::ExpectedUnpriced as usize] =
            count_rows(cells, Anchor::Expected, unpriced);
    }
}

fn count_rows(cells: Cells<'_>, anchor: Anchor, is_in: impl Fn(usize) -> bool) -> Vec<u32> {
    let mut counted = Slots::<u32>::new(cells.count);
    for (row, cell) in cells.of(anchor).iter().enumerate() {
        *counted.of(*cell) += u32::from(is_in(row));
    }
    counted.done()
}
