//! Every measure once more, by plain loops over records that are picked by hand: another way to
//! the same figure, without cells, facts or merging.

use super::made::{Cost, Deal, Dice, account_of, assembled, costs, deals, person_of, rows_of};
use std::collections::{BTreeMap, BTreeSet};
use tundish::engine::dimension::Dimension;
use tundish::engine::funnel::NO_STAGE;
use tundish::engine::funnel::Outcome::{self, Lost, Open, Won};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::answer;
use tundish::engine::report::*;
use tundish::engine::table::NO_DAY;
use tundish::engine::value::Day;

/// The records and cost rows of one group, picked by hand.
pub struct Group<'a> {
    /// Placed by creation, and placed by what the basis says of closed records.
    pub created: Vec<&'a Deal>,
    pub decided: Vec<&'a Deal>,
    pub costs: Vec<&'a Cost>,
    /// All records and cost rows of the question, and of the data.
    pub of_question: (&'a [&'a Deal], &'a [&'a Cost]),
    pub data: &'a [Deal],
    pub as_of: i32,
}

const EUR: u8 = 0;

fn amounts(deals: &[&Deal], outcome: Outcome) -> Vec<f64> {
    let ours = deals.iter().filter(|d| d.outcome == outcome && d.currency == EUR);
    ours.map(|d| d.amount).filter(|a| !a.is_nan()).collect()
}

fn euros(costs: &[&Cost]) -> Vec<f64> {
    let ours = costs.iter().filter(|c| c.currency == EUR && !c.spend.is_nan());
    ours.map(|c| c.spend).collect()
}

/// Implied: evidence of the stage or of a later one, or the win.
fn reached(deal: &Deal, stage: u32) -> bool {
    stage == 0 || deal.outcome == Won || deal.observed >> stage != 0
}

impl Group<'_> {
    fn created(&self, keep: impl Fn(&Deal) -> bool) -> f64 {
        self.created.iter().filter(|d| keep(d)).count() as f64
    }
    fn closed(&self, outcome: Outcome) -> f64 {
        self.decided.iter().filter(|d| d.outcome == outcome).count() as f64
    }
    fn amounts(&self, outcome: Outcome) -> Vec<f64> {
        amounts(if outcome == Open { &self.created } else { &self.decided }, outcome)
    }
    fn days(&self) -> Vec<f64> {
        let won = self.decided.iter().filter(|d| d.outcome == Won);
        let dated = won.filter(|d| d.created != NO_DAY && d.closed != NO_DAY);
        dated.map(|d| f64::from(d.closed - d.created)).filter(|n| *n >= 0.0).collect()
    }
    /// Days from creation, won or lost; and of open deals to the last day of the data.
    fn lives(&self, is_open: bool) -> Vec<f64> {
        let lives = self.created.iter().filter(|d| (d.outcome == Open) == is_open);
        let end = |d: &Deal| if is_open { self.as_of } else { d.closed };
        let dated = lives.filter(|d| d.created != NO_DAY && end(d) != NO_DAY);
        dated.map(|d| f64::from(end(d) - d.created)).filter(|n| *n >= 0.0).collect()
    }
    /// Costs in euros; `None` where there is no such row, as unknown is not 0.
    fn spend(&self) -> Option<f64> {
        let all = euros(&self.costs);
        (!all.is_empty()).then(|| all.iter().sum())
    }
    /// The hand-made cost rows have ten impressions and half a click by unit of cost.
    fn sum(&self, by_unit: f64) -> f64 {
        let known = self.costs.iter().map(|c| c.spend).filter(|s| !s.is_nan());
        known.sum::<f64>() * by_unit
    }
    /// Each account's wins and what they brought.
    fn accounts(&self) -> BTreeMap<u32, (u64, f64)> {
        let mut accounts = BTreeMap::new();
        for deal in self.decided.iter().filter(|d| d.outcome == Won && account_of(d) != 0) {
            let held: &mut (u64, f64) = accounts.entry(account_of(deal)).or_default();
            held.0 += 1;
            held.1 += if deal.currency == EUR && !deal.amount.is_nan() { deal.amount } else { 0.0 };
        }
        accounts
    }
    fn months(&self) -> Vec<f64> {
        let mut months: BTreeMap<Day, (f64, f64)> = BTreeMap::new();
        for deal in self.created.iter().filter(|d| d.created != NO_DAY) {
            let month = months.entry(Day(deal.created).month_start()).or_default();
            month.0 += f64::from(u8::from(deal.outcome == Won));
            month.1 += 1.0;
        }
        months.values().map(|(won, all)| won / all).collect()
    }
    /// Of all closed deals that came to a stage, the share won.
    fn chance(&self, stage: u8) -> Option<f64> {
        let came = self.data.iter().filter(|d| d.outcome != Open && reached(d, stage.into()));
        let came: Vec<&Deal> = came.collect();
        over(came.iter().filter(|d| d.outcome == Won).count() as f64, came.len() as f64)
    }
}

/// Day by day: who was still under way before it, and who was closed on it.
fn kaplan_meier(ended: &[f64], open: &[f64]) -> Option<f64> {
    let last = ended.iter().chain(open).copied().fold(0.0, f64::max) as i32;
    let mut share = 1.0;
    (0..=last).map(f64::from).find(|day| {
        let at_risk = ended.iter().chain(open).filter(|t| *t >= day).count();
        let ends = ended.iter().filter(|t| *t == day).count();
        share *= 1.0 - ends as f64 / at_risk as f64;
        ends > 0 && share <= 0.5 + 1e-12
    })
}

fn over(a: f64, b: f64) -> Option<f64> {
    (b != 0.0).then(|| a / b)
}

/// Sorted, then by Excel's rule: position (n − 1)p, straight between neighbours.
fn quantile(mut values: Vec<f64>, p: f64) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let at = p * (values.len().checked_sub(1)? as f64);
    let (low, high) = (values[at.floor() as usize], values[at.ceil() as usize]);
    Some(low + (at - at.floor()) * (high - low))
}

fn mean(values: &[f64]) -> Option<f64> {
    over(values.iter().sum(), values.len() as f64)
}

pub fn naive(measure: M, g: &Group) -> Option<f64> {
    let (won, lost) = (g.closed(Won), g.closed(Lost));
    let open = g.created(|d| d.outcome == Open);
    let leads = g.created.len() as f64;
    let revenue: f64 = g.amounts(Won).iter().sum();
    let lost_amount: f64 = g.amounts(Lost).iter().sum();
    let qualified = g.created(|d| reached(d, 1));
    let opportunities = g.created(|d| reached(d, 2));
    let won_leads = g.created(|d| d.outcome == Won);
    let euro: f64 = euros(&g.costs).iter().sum();
    let all_revenue: f64 = amounts(g.of_question.0, Won).iter().sum();
    let all_spend: f64 = euros(g.of_question.1).iter().sum();
    match measure {
        M::Own(_) => None,
        M::Leads => Some(leads),
        M::Qualified => Some(qualified),
        M::EndToEnd => over(won, leads),
        M::WinRate => over(won, won + lost),
        M::Revenue => Some(revenue),
        M::AverageDeal => mean(&g.amounts(Won)),
        M::MedianDeal => quantile(g.amounts(Won), 0.5),
        M::MedianCycle => quantile(g.days(), 0.5),
        M::MeanCycle => mean(&g.days()),
        M::CycleP25 => quantile(g.days(), 0.25),
        M::CycleP75 => quantile(g.days(), 0.75),
        M::CycleP90 => quantile(g.days(), 0.9),
        M::Spend => g.spend(),
        M::Cpl => over(g.spend()?, leads),
        M::Cpql => over(g.spend()?, qualified),
        M::Cac => over(g.spend()?, won),
        M::Romi => over(revenue - g.spend()?, g.spend()?),
        M::Roas => over(revenue, g.spend()?),
        M::AdShare => g.spend().and_then(|spend| over(spend, revenue)),
        M::Won => Some(won),
        M::Lost => Some(lost),
        M::Open => Some(open),
        M::WinRateByValue => over(revenue, revenue + lost_amount),
        M::PipelineValue => Some(g.amounts(Open).iter().sum()),
        M::SalesVelocity => {
            let days = quantile(g.days(), 0.5)?;
            over(open * over(won, won + lost)? * mean(&g.amounts(Won))?, days)
        }
        M::Impressions => Some(g.sum(10.0)),
        M::Clicks => Some(g.sum(0.5)),
        M::Ctr => over(g.sum(0.5), g.sum(10.0)),
        M::Cpc => over(euro, euro / 2.0),
        M::Cpm => over(euro * 1000.0, euro * 10.0),
        M::AdConversions | M::CostPerConversion => None,
        M::StageRate1 | M::QualifiedRate => over(qualified, leads),
        M::StageRate2 | M::SqlRate => over(opportunities, qualified),
        // There are three stages.
        M::StageRate3 | M::StageRate4 | M::StageRate5 | M::StageRate6 | M::StageRate7 => None,
        M::QualifiedToWon => over(won_leads, qualified),
        M::LastStageToWon => over(won_leads, opportunities),
        M::Opportunities => Some(opportunities),
        M::CostPerOpportunity => over(g.spend()?, opportunities),
        M::EndToEndVariation => {
            let rates = g.months();
            let middle = mean(&rates).filter(|_| rates.len() > 1)?;
            let squares: f64 = rates.iter().map(|r| (r - middle).powi(2)).sum();
            over((squares / (rates.len() as f64 - 1.0)).sqrt(), middle)
        }
        M::LostRate => over(lost, leads),
        M::LostAmount => Some(lost_amount),
        M::RawLeads => Some(g.created.iter().map(|d| f64::from(rows_of(d))).sum()),
        M::UniqueLeads => {
            let named = g.created.iter().map(|d| person_of(d)).filter(|p| *p != 0);
            let people: BTreeSet<u32> = named.collect();
            Some(people.len() as f64 + g.created(|d| person_of(d) == 0))
        }
        M::RevenueShare => over(revenue, all_revenue),
        M::BudgetGap => Some(over(revenue, all_revenue)? - over(g.spend()?, all_spend)?),
        M::RevenuePerAccount => {
            let all: Vec<f64> = g.accounts().into_values().map(|(_, sum)| sum).collect();
            mean(&all.into_iter().filter(|sum| *sum > 0.0).collect::<Vec<f64>>())
        }
        M::TopTenShare => {
            let mut all: Vec<f64> = g.accounts().into_values().map(|(_, sum)| sum).collect();
            all.sort_by(f64::total_cmp);
            let whole: f64 = all.iter().sum();
            over(all.iter().rev().take(10).sum(), whole)
        }
        M::RepeatCustomers => {
            let all = g.accounts();
            over(all.values().filter(|(wins, _)| *wins > 1).count() as f64, all.len() as f64)
        }
        M::StageWeightedPipeline => {
            let open = g.created.iter().filter(|d| d.outcome == Open && d.currency == EUR);
            let known = open.filter(|d| !d.amount.is_nan() && d.stage != NO_STAGE);
            Some(known.map(|d| d.amount * g.chance(d.stage).unwrap_or(0.0)).sum())
        }
        M::LeadLifetime => quantile(g.lives(false), 0.5),
        M::TimeToClose => kaplan_meier(&g.lives(false), &g.lives(true)),
    }
}

pub fn near(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * b.abs().max(1.0),
        (a, b) => a == b,
    }
}

#[test]
fn every_measure_another_way() {
    let mut compared = 0;
    for seed in 1..20 {
        let mut dice = Dice::new(seed);
        let deals = deals(&mut dice, 30 * seed as usize);
        let costs = costs(&mut dice, 20 * seed as usize);
        let data = assembled(&deals, &costs);
        let table = BlockSpec::Breakdown(BreakdownSpec {
            dimension: Dimension::Channel,
            measures: M::EVERY.to_vec(),
            sort: None,
            ..BreakdownSpec::default()
        });
        let spec = ReportSpec {
            currency: Some("EUR".to_owned()),
            blocks: vec![table],
            ..ReportSpec::default()
        };
        let Answer::Breakdown(table) = answer(&[], &data, &spec).blocks.remove(0) else { panic!() };
        let none = Group {
            created: Vec::new(),
            decided: Vec::new(),
            costs: Vec::new(),
            of_question: (&[], &[]),
            data: &[],
            as_of: 0,
        };
        let absent: Vec<M> = table.absent.iter().map(|(m, _)| *m).collect();
        // No cost row has conversions, and there are three stages.
        let lacking = absent.iter().all(|m| naive(*m, &none).is_none());
        assert!(lacking && absent.len() == 7, "{absent:?}");
        let everything: (Vec<&Deal>, Vec<&Cost>) = (deals.iter().collect(), costs.iter().collect());
        let of = |channel: Option<usize>| {
            let here = |c: u16| channel.is_none_or(|channel| usize::from(c) == channel);
            let created: Vec<&Deal> = deals.iter().filter(|d| here(d.channel)).collect();
            Group {
                decided: created.clone(),
                created,
                costs: costs.iter().filter(|c| here(c.channel)).collect(),
                of_question: (&everything.0, &everything.1),
                data: &deals,
                as_of: data.as_of.unwrap(),
            }
        };
        for (at, measure) in table.measures.iter().enumerate() {
            let total = naive(*measure, &of(None));
            assert!(
                near(table.total[at].value, total),
                "{seed} {measure:?}: {:?} {total:?}",
                table.total[at]
            );
            for row in &table.rows {
                let channel = data.channels.iter().position(|c| {
                    row.label == tundish::engine::dimension::Label::Channel(c.clone())
                });
                let expected = naive(*measure, &of(Some(channel.unwrap())));
                let found = row.cells[at].value;
                // A sum over no row at all is 0 in the one way and unknown in the other.
                let nothing = *measure == M::Spend && expected.is_none();
                assert!(
                    near(found, expected) || nothing,
                    "{seed} {measure:?} {:?}: {found:?} {expected:?}",
                    row.label
                );
                compared += 1;
            }
        }
    }
    assert!(compared > 2000, "{compared}");
}
