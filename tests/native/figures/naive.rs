//! Every measure once more, by plain loops over records that are picked by hand: another way to
//! the same figure, without cells, facts or merging.

use super::made::{
    Activity, Cost, Deal, Dice, PUBLISHED, STRAY, account_of, activities_of, assembled, chance_of,
    conversions_of, costs, deals, item_of, person_of, rows_of, score_of, units_of,
};
use super::naive_stages::{Events, reached};
use std::collections::{BTreeMap, BTreeSet};
use tundish::engine::dimension::Dimension;
use tundish::engine::funnel::Outcome::{self, Lost, Open, Won};
use tundish::engine::funnel::{ActivityKind, NO_STAGE, Planned};
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
    /// Of the ladder; with more than three, cost rows have conversions too (`made::wide`).
    pub stages: u32,
    pub beside: Aside<'a>,
    /// In a report of events within days: how stages are placed.
    pub events: Option<Events<'a>>,
}

/// Rows beside the records that fall into the group.
#[derive(Default)]
pub struct Aside<'a> {
    pub expected: Vec<&'a Deal>,
    /// Open deals by what the basis says of them.
    pub open: Vec<&'a Deal>,
    /// Deals that pass the filters, of whatever day.
    pub standing: Vec<&'a Deal>,
    pub activities: Vec<Activity>,
    pub scores: Vec<f64>,
    /// In euros; and costs that were moved on by the cycle.
    pub other: Vec<f64>,
    pub lagged: Vec<f64>,
    pub plans: Vec<(Planned, f64)>,
    pub margin: Option<f64>,
    pub elapsed: Option<f64>,
    /// By Mondays to Fridays.
    pub elapsed_working: Option<f64>,
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

impl Group<'_> {
    pub fn created(&self, keep: impl Fn(&Deal) -> bool) -> f64 {
        self.created.iter().filter(|d| keep(d)).count() as f64
    }
    pub fn closed(&self, outcome: Outcome) -> f64 {
        self.decided.iter().filter(|d| d.outcome == outcome).count() as f64
    }
    fn amounts(&self, outcome: Outcome) -> Vec<f64> {
        amounts(&self.decided, outcome)
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
    /// Cost rows with conversions.
    fn converting(&self) -> Vec<&Cost> {
        self.costs.iter().copied().filter(|c| !conversions_of(c).is_nan()).collect()
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

/// A customer with all of its wins: those of an account, or one deal of nobody's.
struct Customer<'a> {
    wins: Vec<&'a Deal>,
}

impl Customer<'_> {
    fn first(&self) -> &Deal {
        self.wins[0]
    }
    fn brought(&self, before: i32) -> f64 {
        let counts = |d: &&&Deal| d.currency == EUR && !d.amount.is_nan();
        let within = self
            .wins
            .iter()
            .filter(|d| before == i32::MAX || { d.closed != NO_DAY && d.closed < before });
        within.filter(counts).map(|d| d.amount).sum()
    }
    fn last(&self) -> Option<i32> {
        self.wins.iter().map(|d| d.closed).filter(|day| *day != NO_DAY).max()
    }
    fn is_gone(&self, as_of: i32) -> bool {
        self.last().is_some_and(|day| day + 365 < as_of)
    }
    fn months(&self, as_of: i32) -> f64 {
        let end = if self.is_gone(as_of) { self.last().unwrap() + 365 } else { as_of };
        let days = if self.first().closed == NO_DAY { 0 } else { end - self.first().closed };
        f64::from(days.max(0)) * 4800.0 / 146_097.0
    }
}

impl Group<'_> {
    /// Customers of the data whose first win is in the group.
    fn customers(&self) -> Vec<Customer<'_>> {
        let mut wins: BTreeMap<(u32, usize), Vec<&Deal>> = BTreeMap::new();
        for (at, deal) in self.data.iter().enumerate().filter(|(_, d)| d.outcome == Won) {
            let account = account_of(deal);
            let alone = if account == 0 { at + 1 } else { 0 };
            wins.entry((account, alone)).or_default().push(deal);
        }
        let all = wins.into_values().map(|mut wins| {
            wins.sort_by(|a, b| {
                let key = |d: &Deal| (d.closed == NO_DAY, d.closed, d.created);
                let amount = |d: &Deal| if d.currency == EUR { d.amount } else { 0.0 };
                let amount = |d: &Deal| if d.amount.is_nan() { 0.0 } else { amount(d) };
                key(a).cmp(&key(b)).then(amount(a).total_cmp(&amount(b)))
            });
            Customer { wins }
        });
        let here = |c: &Customer| self.decided.iter().any(|d| std::ptr::eq(*d, c.first()));
        all.filter(here).collect()
    }
    fn new_customers(&self) -> f64 {
        self.customers().len() as f64
    }
    fn ltv(&self) -> Option<f64> {
        let end = |c: &Customer| match c.first().closed {
            NO_DAY => NO_DAY,
            day => Day(day).add_months(36).0,
        };
        let alone = |c: &Customer| match c.first().closed {
            NO_DAY if c.first().currency != EUR || c.first().amount.is_nan() => 0.0,
            NO_DAY => c.first().amount,
            _ => c.brought(end(c)),
        };
        let all: Vec<f64> = self.customers().iter().map(alone).collect();
        Some(mean(&all)? * self.margin())
    }
    fn margin(&self) -> f64 {
        self.beside.margin.unwrap_or(1.0)
    }
    fn months_of_all(&self) -> f64 {
        self.customers().iter().map(|c| c.months(self.as_of)).sum()
    }
    fn monthly(&self) -> Option<f64> {
        let all: f64 = self.customers().iter().map(|c| c.brought(i32::MAX)).sum();
        over(all, self.months_of_all())
    }
    fn churn(&self) -> Option<f64> {
        let gone = self.customers().iter().filter(|c| c.is_gone(self.as_of)).count();
        over(gone as f64, self.months_of_all())
    }
    fn planned(&self, kind: Planned) -> Option<f64> {
        let plans = self.beside.plans.iter().filter(|(k, _)| *k == kind);
        let values: Vec<f64> = plans.map(|(_, value)| *value).collect();
        (!values.is_empty()).then(|| values.iter().sum())
    }
    fn activities(&self, keep: impl Fn(&Activity) -> bool) -> f64 {
        self.beside.activities.iter().filter(|a| keep(a)).count() as f64
    }
    fn other(&self) -> Option<f64> {
        (!self.beside.other.is_empty()).then(|| self.beside.other.iter().sum())
    }
}

/// Whether anything of a kind came to something.
fn has(deal: &Deal, kind: ActivityKind) -> bool {
    activities_of(deal).iter().any(|a| a.kind == kind && !a.is_missed)
}

fn first_contact(deal: &Deal) -> Option<i32> {
    let done = activities_of(deal);
    let after = done.iter().filter(|a| !a.is_missed && a.day >= deal.created);
    after.map(|a| a.day - deal.created).min()
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

/// The median cycle of all that was won, in whole days.
pub fn lag_days(data: &[Deal]) -> i32 {
    let won = data.iter().filter(|d| d.outcome == Won && d.created != NO_DAY && d.closed != NO_DAY);
    let days = won.map(|d| f64::from(d.closed - d.created)).filter(|days| *days >= 0.0);
    quantile(days.collect(), 0.5).unwrap_or(0.0).round() as i32
}

/// Of these deals, and the stray ones.
pub fn activities(deals: &[&Deal], with_stray: bool) -> Vec<Activity> {
    let stray = STRAY.map(|day| Activity {
        day,
        kind: ActivityKind::Call,
        is_inbound: true,
        is_missed: false,
    });
    let stray = stray.into_iter().filter(|_| with_stray);
    deals.iter().flat_map(|d| activities_of(d)).chain(stray).collect()
}

pub fn over(a: f64, b: f64) -> Option<f64> {
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
    let leads = g.created.len() as f64;
    let revenue: f64 = g.amounts(Won).iter().sum();
    let lost_amount: f64 = g.amounts(Lost).iter().sum();
    let came: f64 = [Won, Lost, Open].iter().flat_map(|o| amounts(&g.created, *o)).sum();
    let (qualified, opportunities) = (g.came(1), g.came(2));
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
        M::Cac => over(g.spend()?, g.new_customers()),
        M::CostPerWon => over(g.spend()?, won),
        M::Romi => over(revenue * g.margin() - g.spend()?, g.spend()?),
        M::Roas => over(revenue, g.spend()?),
        M::AdShare => g.spend().and_then(|spend| over(spend, revenue)),
        M::Won => Some(won),
        M::Lost => Some(lost),
        M::Open => Some(g.created(|d| d.outcome == Open)),
        M::WinRateByValue => over(revenue, revenue + lost_amount),
        M::WonOfCreatedValue => over(revenue, came),
        M::PipelineValue => Some(amounts(&g.beside.open, Open).iter().sum()),
        M::SalesVelocity => {
            let days = quantile(g.days(), 0.5)?;
            let stand = g.beside.standing.iter().filter(|d| d.outcome == Open && reached(d, 1));
            over(stand.count() as f64 * over(won, won + lost)? * mean(&g.amounts(Won))?, days)
        }
        M::Impressions => Some(g.sum(10.0)),
        M::Clicks => Some(g.sum(0.5)),
        M::Ctr => over(g.sum(0.5), g.sum(10.0)),
        M::Cpc => over(euro, euro / 2.0),
        M::Cpm => over(euro * 1000.0, euro * 10.0),
        M::AdConversions | M::CostPerConversion if g.stages == 3 => None,
        M::AdConversions => Some(g.converting().iter().map(|c| conversions_of(c)).sum()),
        M::CostPerConversion => {
            let rows: Vec<&Cost> =
                g.converting().into_iter().filter(|c| c.currency == EUR).collect();
            over(euros(&rows).iter().sum(), rows.iter().map(|c| conversions_of(c)).sum())
        }
        M::QualifiedRate => over(qualified, leads),
        M::SqlRate => over(opportunities, qualified),
        M::StageRate1 => g.went_on(1),
        M::StageRate2 => g.went_on(2),
        M::StageRate3 => g.went_on(3),
        M::StageRate4 => g.went_on(4),
        M::StageRate5 => g.went_on(5),
        M::StageRate6 => g.went_on(6),
        M::StageRate7 => g.went_on(7),
        M::Visits | M::VisitToLead => None,
        M::QualifiedToWon => over(g.won_after(1), qualified),
        M::OpportunityToWon => over(g.won_after(2), opportunities),
        M::LastStageToWon => over(g.won_after(g.stages - 1), g.came(g.stages - 1)),
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
            let open = g.beside.open.iter().filter(|d| d.outcome == Open && d.currency == EUR);
            let known = open.filter(|d| !d.amount.is_nan() && d.stage != NO_STAGE);
            Some(known.map(|d| d.amount * g.chance(d.stage).unwrap_or(0.0)).sum())
        }
        M::LeadLifetime => quantile(g.lives(false), 0.5),
        M::LifetimeP25 => quantile(g.lives(false), 0.25),
        M::LifetimeP75 => quantile(g.lives(false), 0.75),
        M::LifetimeP90 => quantile(g.lives(false), 0.9),
        M::MeanLifetime => mean(&g.lives(false)),
        M::TimeToClose => kaplan_meier(&g.lives(false), &g.lives(true)),
        other => naive_beside(other, g),
    }
}

/// Figures of customers, all costs, activities, answers and plans.
fn naive_beside(measure: M, g: &Group) -> Option<f64> {
    let revenue: f64 = g.amounts(Won).iter().sum();
    let leads = g.created.len() as f64;
    let all_costs = euros(&g.costs).iter().sum::<f64>() + g.other().unwrap_or(0.0);
    match measure {
        M::Units => {
            let won = g.decided.iter().filter(|d| d.outcome == Won).map(|d| units_of(d));
            Some(won.filter(|n| !n.is_nan()).sum())
        }
        M::WeightedPipeline => {
            let open = g.beside.open.iter().filter(|d| d.outcome == Open && d.currency == EUR);
            let known = open.filter(|d| !d.amount.is_nan() && !chance_of(d).is_nan());
            Some(known.map(|d| d.amount * chance_of(d)).sum())
        }
        M::PipelineCoverage => {
            let ours = g.beside.expected.iter().filter(|d| d.currency == EUR && reached(d, 1));
            let open: f64 = ours.map(|d| d.amount).filter(|a| !a.is_nan()).sum();
            over(open, Some(g.planned(Planned::Revenue)? - revenue).filter(|m| *m > 0.0)?)
        }
        M::NewCustomers => Some(g.new_customers()),
        M::TotalCosts => {
            (!g.beside.other.is_empty() || !euros(&g.costs).is_empty()).then_some(all_costs)
        }
        M::CacFull => {
            g.other()?;
            over(all_costs, g.new_customers())
        }
        M::CacLagged => {
            let lagged = &g.beside.lagged;
            over(lagged.iter().sum(), g.new_customers()).filter(|_| !lagged.is_empty())
        }
        M::CacPayback => {
            let cac = over(g.spend()?, g.new_customers())?;
            over(cac, g.monthly()? * g.margin())
        }
        M::RomiMargin => over(revenue * g.margin() - g.spend()?, g.spend()?),
        M::Roi => {
            g.other()?;
            over(revenue * g.margin() - all_costs, all_costs)
        }
        M::Ltv => g.ltv(),
        M::Churn => g.churn(),
        M::LtvChurn => Some(g.monthly()? * g.margin() * over(1.0, g.churn()?)?.min(36.0)),
        M::LtvCac => over(g.ltv()?, over(g.spend()?, g.new_customers())?),
        M::ResponseTime => {
            let hours = g.created.iter().filter_map(|d| first_contact(d));
            quantile(hours.map(|days| f64::from(days) * 24.0).collect(), 0.5)
        }
        M::NeverContacted => over(g.created(|d| first_contact(d).is_none()), leads),
        M::Calls => Some(g.activities(|a| a.kind == ActivityKind::Call)),
        M::Emails => Some(g.activities(|a| a.kind == ActivityKind::Email)),
        M::Meetings => Some(g.activities(|a| a.kind == ActivityKind::Meeting && !a.is_missed)),
        M::MissedCalls => {
            let inbound = |a: &Activity| a.kind == ActivityKind::Call && a.is_inbound;
            over(g.activities(|a| inbound(a) && a.is_missed), g.activities(inbound))
        }
        M::MeetingsToDeals => {
            let met = |d: &Deal| has(d, ActivityKind::Meeting);
            over(g.created(|d| met(d) && d.outcome == Won), g.created(met))
        }
        M::ContentItems => {
            let all = g.beside.activities.iter();
            let used = all.filter(|a| a.kind == ActivityKind::Content && !a.is_missed);
            let used: BTreeSet<u32> = used.map(|a| item_of(a.day)).collect();
            over(used.len() as f64, f64::from(PUBLISHED))
        }
        M::ContentUse => over(g.created(|d| has(d, ActivityKind::Content)), leads),
        M::Nps => {
            let valid: Vec<f64> =
                g.beside.scores.iter().copied().filter(|s| s.fract() == 0.0).collect();
            let count = |keep: fn(f64) -> bool| valid.iter().filter(|s| keep(**s)).count() as f64;
            over((count(|s| s > 8.0) - count(|s| s < 7.0)) * 100.0, valid.len() as f64)
        }
        M::RevenueAttainment => over(revenue, g.planned(Planned::Revenue)?),
        M::WonAttainment => over(g.closed(Won), g.planned(Planned::Won)?),
        M::LeadAttainment => over(leads, g.planned(Planned::Leads)?),
        M::RevenueRunRate => over(revenue, g.beside.elapsed?),
        M::RevenueRunRateWorking => over(revenue, g.beside.elapsed_working?),
        M::WonRunRate => over(g.closed(Won), g.beside.elapsed?),
        M::WonRunRateWorking => over(g.closed(Won), g.beside.elapsed_working?),
        M::LeadRunRate => over(leads, g.beside.elapsed?),
        M::LeadRunRateWorking => over(leads, g.beside.elapsed_working?),
        other => panic!("{other:?} has no second computation"),
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
            stages: 3,
            beside: Aside::default(),
            events: None,
        };
        let absent: Vec<M> = table.absent.iter().map(|(m, _)| *m).collect();
        // No conversions, no visits, three stages, no margin and no period; some are of no channel.
        let lacking = |m: &M| match m {
            M::TotalCosts | M::CacFull | M::Roi | M::RomiMargin | M::PipelineCoverage => true,
            M::RevenueAttainment | M::WonAttainment | M::LeadAttainment => true,
            M::RevenueRunRate | M::WonRunRate | M::LeadRunRate => true,
            M::RevenueRunRateWorking | M::WonRunRateWorking | M::LeadRunRateWorking => true,
            m => naive(*m, &none).is_none(),
        };
        assert!(absent.iter().all(lacking) && absent.len() == 23, "{absent:?}");
        let lag = lag_days(&deals);
        let everything: (Vec<&Deal>, Vec<&Cost>) = (deals.iter().collect(), costs.iter().collect());
        let of = |channel: Option<usize>| {
            let here = |c: u16| channel.is_none_or(|channel| usize::from(c) == channel);
            let created: Vec<&Deal> = deals.iter().filter(|d| here(d.channel)).collect();
            Group {
                costs: costs.iter().filter(|c| here(c.channel)).collect(),
                of_question: (&everything.0, &everything.1),
                data: &deals,
                as_of: data.as_of.unwrap(),
                stages: 3,
                beside: Aside {
                    activities: activities(&created, channel.is_none()),
                    scores: created.iter().filter_map(|d| score_of(d)).map(|s| s.1).collect(),
                    lagged: costs
                        .iter()
                        .filter(|c| here(c.channel) && c.currency == EUR && !c.spend.is_nan())
                        .filter(|c| c.day != NO_DAY && c.day + lag <= data.as_of.unwrap())
                        .map(|c| c.spend)
                        .collect(),
                    standing: created.clone(),
                    open: created.clone(),
                    ..Aside::default()
                },
                decided: created.clone(),
                created,
                events: None,
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
                if row.label == tundish::engine::dimension::Label::Unmatched {
                    continue;
                }
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
