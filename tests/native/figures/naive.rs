//! Every measure once more, by plain loops over records that are picked by hand: another way to
//! the same figure, without cells, facts or merging.

use super::made::{Cost, Deal, Dice, assembled, costs, deals};
use tundish::engine::dimension::Dimension;
use tundish::engine::funnel::Outcome::{Lost, Open, Won};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::answer;
use tundish::engine::report::*;
use tundish::engine::table::NO_DAY;

/// The records and cost rows of one group.
struct Group<'a> {
    deals: Vec<&'a Deal>,
    costs: Vec<&'a Cost>,
}

const EUR: u8 = 0;

impl Group<'_> {
    fn count(&self, keep: impl Fn(&Deal) -> bool) -> f64 {
        self.deals.iter().filter(|d| keep(d)).count() as f64
    }
    fn amounts(&self, outcome: tundish::engine::funnel::Outcome) -> Vec<f64> {
        let ours = self.deals.iter().filter(|d| d.outcome == outcome && d.currency == EUR);
        ours.map(|d| d.amount).filter(|a| !a.is_nan()).collect()
    }
    fn days(&self) -> Vec<f64> {
        let won = self.deals.iter().filter(|d| d.outcome == Won);
        let dated = won.filter(|d| d.created != NO_DAY && d.closed != NO_DAY);
        dated.map(|d| f64::from(d.closed - d.created)).filter(|n| *n >= 0.0).collect()
    }
    /// Costs in euros; `None` where there is no such row, as unknown is not 0.
    fn spend(&self) -> Option<f64> {
        let ours = self.costs.iter().filter(|c| c.currency == EUR && !c.spend.is_nan());
        let all: Vec<f64> = ours.map(|c| c.spend).collect();
        (!all.is_empty()).then(|| all.iter().sum())
    }
    /// The hand-made cost rows have ten impressions and half a click by unit of cost.
    fn sum(&self, by_unit: f64) -> f64 {
        let known = self.costs.iter().map(|c| c.spend).filter(|s| !s.is_nan());
        known.sum::<f64>() * by_unit
    }
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

fn naive(measure: M, g: &Group) -> Option<f64> {
    let (won, lost, open) = (
        g.count(|d| d.outcome == Won),
        g.count(|d| d.outcome == Lost),
        g.count(|d| d.outcome == Open),
    );
    let leads = g.deals.len() as f64;
    let revenue: f64 = g.amounts(Won).iter().sum();
    let lost_amount: f64 = g.amounts(Lost).iter().sum();
    // Implied: evidence of the second stage, of a later one, or the win.
    let qualified = g.count(|d| d.observed & 0b110 != 0 || d.outcome == Won);
    let euro_rows = || g.costs.iter().filter(|c| c.currency == EUR && !c.spend.is_nan());
    let euro: f64 = euro_rows().map(|c| c.spend).sum();
    match measure {
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
    }
}

fn near(a: Option<f64>, b: Option<f64>) -> bool {
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
        });
        let spec = ReportSpec {
            currency: Some("EUR".to_owned()),
            blocks: vec![table],
            ..ReportSpec::default()
        };
        let Answer::Breakdown(table) = answer(&[], &data, &spec).blocks.remove(0) else { panic!() };
        let absent: Vec<M> = table.absent.iter().map(|(m, _)| *m).collect();
        assert_eq!(absent, [M::AdConversions, M::CostPerConversion], "no cost row has conversions");
        let of = |channel: Option<usize>| Group {
            deals: deals
                .iter()
                .filter(|d| channel.is_none_or(|c| usize::from(d.channel) == c))
                .collect(),
            costs: costs
                .iter()
                .filter(|d| channel.is_none_or(|c| usize::from(d.channel) == c))
                .collect(),
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
