//! Two segments side by side, and figures beside their plan: what stands beside a figure is the
//! figure that a report of its own would have.

use super::made::{Dice, START, assembled, costs, deals, plans};
use tundish::engine::dimension::Dimension;
use tundish::engine::filter::{Comparison, Filter, Grain, Period, PeriodSpec};
use tundish::engine::funnel::{Assembled, Outcome, Planned};
use tundish::engine::measure::chance::tested;
use tundish::engine::measure::{MeasureId as M, difference};
use tundish::engine::query::answer;
use tundish::engine::report::*;
use tundish::engine::sampling::Untested;
use tundish::engine::value::{Day, Quantity};

fn data(seed: u64) -> Assembled {
    let mut dice = Dice::new(seed);
    let deals = deals(&mut dice, 400);
    assembled(&deals, &costs(&mut dice, 120))
}

fn only(key: &str) -> Vec<Filter> {
    vec![Filter::among(Dimension::Channel, vec![key.to_owned()])]
}

const MEASURES: [M; 7] =
    [M::Leads, M::Won, M::WinRate, M::Revenue, M::MedianCycle, M::Spend, M::Cac];

fn blocks() -> Vec<BlockSpec> {
    vec![
        BlockSpec::Kpis(KpisSpec { measures: MEASURES.to_vec(), ..KpisSpec::default() }),
        BlockSpec::Breakdown(BreakdownSpec {
            dimension: Dimension::Campaign,
            measures: MEASURES.to_vec(),
            changes: true,
            ..BreakdownSpec::default()
        }),
        BlockSpec::Trend(TrendSpec {
            measures: MEASURES.to_vec(),
            grain: Grain::Quarter,
            ..TrendSpec::default()
        }),
        BlockSpec::Funnel(FunnelSpec::default()),
    ]
}

fn year() -> PeriodSpec {
    PeriodSpec::Between(Period { first: Day(START), last: Day(START + 365) })
}

#[test]
fn a_segment_stands_beside_another_as_two_reports_would() {
    for seed in 1..4 {
        let data = data(seed);
        for basis in [Basis::Cohort, Basis::Period] {
            let spec = ReportSpec {
                basis,
                period: year(),
                comparison: Comparison::Segments,
                segments: Some(Segments { a: only("email"), b: only("display") }),
                blocks: blocks(),
                ..ReportSpec::default()
            };
            let both = answer(&[], &data, &spec);
            let alone = |key: &str| {
                let comparison = Comparison::Nothing;
                answer(&[], &data, &ReportSpec { comparison, filters: only(key), ..spec.clone() })
            };
            let (a, b) = (alone("email"), alone("display"));
            assert_eq!(both.scope.compared, Some(Compared::Segment));
            assert_eq!(both.scope.in_scope, a.scope.in_scope);
            check_cards(&both, &a, &b);
            check_rows(&both, &a, &b);
            let trend = |r: &Report| match &r.blocks[2] {
                Answer::Trend(trend) => trend.clone(),
                other => panic!("{other:?}"),
            };
            assert_eq!(trend(&both).values, trend(&a).values);
            for (at, start) in trend(&both).starts.iter().enumerate() {
                let of_b = trend(&b);
                let Some(there) = of_b.starts.iter().position(|s| s == start) else { continue };
                for (measure, id) in MEASURES.iter().enumerate() {
                    let (here, there) =
                        (&trend(&both).against[measure][at], &of_b.values[measure][there]);
                    assert_eq!(here.value, there.value, "{id:?} {start}");
                }
            }
            let reached = |r: &Report, before: bool| match &r.blocks[3] {
                Answer::Funnel(f) => f
                    .stages
                    .iter()
                    .map(|s| if before { s.reached_before } else { Some(s.reached) })
                    .collect::<Vec<_>>(),
                other => panic!("{other:?}"),
            };
            assert_eq!(reached(&both, true), reached(&b, false));
            assert_eq!(reached(&both, false), reached(&a, false));
        }
    }
}

fn cards(report: &Report) -> &[Kpi] {
    match &report.blocks[0] {
        Answer::Kpis(kpis) => &kpis.cards,
        other => panic!("{other:?}"),
    }
}

/// Without what only a comparison asks for.
fn plain(figure: &Quantity) -> Quantity {
    Quantity { sampling: None, ..figure.clone() }
}

fn check_cards(both: &Report, a: &Report, b: &Report) {
    for ((both, a), b) in cards(both).iter().zip(cards(a)).zip(cards(b)) {
        assert_eq!(plain(&both.now), a.now, "{:?}", both.measure);
        assert_eq!(both.before.as_ref().map(plain).as_ref(), Some(&b.now), "{:?}", both.measure);
    }
}

fn check_rows(both: &Report, a: &Report, b: &Report) {
    let of = |r: &Report| match &r.blocks[1] {
        Answer::Breakdown(b) => b.clone(),
        other => panic!("{other:?}"),
    };
    let (both, a, b) = (of(both), of(a), of(b));
    assert_eq!(both.total.iter().map(plain).collect::<Vec<_>>(), a.total);
    let values = |all: &[Quantity]| all.iter().map(|q| q.value).collect::<Vec<_>>();
    let before: Vec<Quantity> = both.total_before.iter().flatten().cloned().collect();
    assert_eq!(values(&before), values(&b.total));
    for row in &both.rows {
        let in_b = b.rows.iter().find(|r| r.label == row.label);
        let in_b = in_b.unwrap_or_else(|| panic!("{:?}", row.label));
        let before: Vec<Quantity> = row.before.iter().flatten().map(plain).collect();
        assert_eq!(before, in_b.cells, "{:?}", row.label);
    }
}

#[test]
fn rows_of_the_period_before_stand_beside_those_of_now() {
    let data = data(5);
    let spec = ReportSpec {
        period: PeriodSpec::Between(Period { first: Day(START + 366), last: Day(START + 500) }),
        blocks: blocks(),
        ..ReportSpec::default()
    };
    let report = answer(&[], &data, &spec);
    let previous = PeriodSpec::Between(report.scope.previous.unwrap());
    let earlier = answer(&[], &data, &ReportSpec { period: previous, ..spec });
    let of = |r: &Report| match &r.blocks[1] {
        Answer::Breakdown(b) => b.clone(),
        other => panic!("{other:?}"),
    };
    let (now, then) = (of(&report), of(&earlier));
    assert_eq!(now.compared, Some(Compared::Earlier));
    let mut with_interval = 0;
    for row in &now.rows {
        let then = &then.rows.iter().find(|r| r.label == row.label).unwrap().cells;
        for (at, id) in now.measures.iter().enumerate() {
            let before = row.before[at].as_ref().unwrap();
            assert_eq!(before.value, then[at].value, "{id:?}");
            // Only of shares of counts can the data tell a difference from chance.
            let between = difference(&row.cells[at], before);
            assert_eq!(between.is_some(), *id == M::WinRate && before.value.is_some(), "{id:?}");
            with_interval += usize::from(between.is_some());
        }
    }
    assert!(with_interval > 0);
}

#[test]
fn figures_stand_beside_their_plan() {
    let data = data(6);
    let spec = ReportSpec {
        basis: Basis::Period,
        period: year(),
        comparison: Comparison::Target,
        blocks: blocks(),
        ..ReportSpec::default()
    };
    let report = answer(&[], &data, &spec);
    let planned = |kind: Planned, from: i32, to: i32| -> f64 {
        let rows =
            plans().into_iter().filter(|(day, k, _)| *k == kind && (from..=to).contains(day));
        rows.map(|(_, _, value)| value).sum()
    };
    for card in cards(&report) {
        let kind = match card.measure {
            M::Revenue => Planned::Revenue,
            M::Won => Planned::Won,
            M::Leads => Planned::Leads,
            _ => {
                assert_eq!(card.before, None, "{:?} has no plan", card.measure);
                continue;
            }
        };
        let plan = planned(kind, START, START + 365);
        assert_eq!(card.before.as_ref().and_then(|b| b.value), Some(plan), "{:?}", card.measure);
    }
    let Answer::Trend(trend) = &report.blocks[2] else { panic!("absent") };
    let revenue = trend.measures.iter().position(|m| *m == M::Revenue).unwrap();
    for (at, start) in trend.starts.iter().enumerate() {
        let end = Grain::Quarter.next(*start).0 - 1;
        let plan = planned(Planned::Revenue, start.0, end.min(START + 365));
        assert_eq!(trend.against[revenue][at].value, Some(plan), "{start}");
    }
    // A cohort's wins are not those of the plan, and a plan knows no part of the records.
    for other in [
        ReportSpec { basis: Basis::Cohort, ..spec.clone() },
        ReportSpec { filters: only("email"), ..spec.clone() },
    ] {
        let report = answer(&[], &data, &other);
        let revenue = cards(&report).iter().find(|c| c.measure == M::Revenue).unwrap();
        assert_eq!(revenue.before, None);
    }
}

/// Sums and means of won amounts again in the plainest way, by walking over the deals.
#[test]
fn differences_of_money_are_told_from_chance_by_the_amounts() {
    let mut dice = Dice::new(21);
    let all = deals(&mut dice, 4000);
    let data = assembled(&all, &costs(&mut dice, 40));
    let spec = ReportSpec {
        currency: Some("EUR".to_owned()),
        comparison: Comparison::Segments,
        segments: Some(Segments { a: only("email"), b: only("display") }),
        blocks: vec![BlockSpec::Kpis(KpisSpec {
            measures: vec![
                M::Revenue,
                M::AverageDeal,
                M::MedianDeal,
                M::WinRate,
                M::Won,
                M::Cpl,
                M::Open,
                M::SalesVelocity,
                M::Nps,
                M::EndToEndVariation,
            ],
            ..KpisSpec::default()
        })],
        ..ReportSpec::default()
    };
    let report = answer(&[], &data, &spec);
    let amounts = |name: &str| -> Vec<f64> {
        let is_own =
            |at: u16| serde_json::to_value(&data.channels[usize::from(at)]).unwrap() == name;
        let won = all.iter().filter(|d| d.outcome == Outcome::Won && d.currency == 0);
        won.filter(|d| is_own(d.channel) && !d.amount.is_nan()).map(|d| d.amount).collect()
    };
    let (a, b) = (amounts("email"), amounts("display"));
    let mean = |v: &[f64]| v.iter().sum::<f64>() / v.len() as f64;
    let variance = |v: &[f64]| {
        let m = mean(v);
        v.iter().map(|x| (x - m) * (x - m)).sum::<f64>() / (v.len() - 1) as f64
    };
    let half = |(low, high): (f64, f64)| (high - low) / 2.0;
    let of = |at: usize| {
        let card = &cards(&report)[at];
        tested(Some(card.measure), &card.now, card.before.as_ref().unwrap())
    };
    let squares = |v: &[f64]| v.iter().map(|x| x * x).sum::<f64>();
    let sums = 1.959_963_984_540_054 * (squares(&a) + squares(&b)).sqrt();
    assert!((half(of(0).unwrap()) / sums - 1.0).abs() < 1e-9);
    // With hundreds of deals Student's point is the normal one but for the third place.
    let means = (variance(&a) / a.len() as f64 + variance(&b) / b.len() as f64).sqrt() * 1.96;
    assert!((half(of(1).unwrap()) / means - 1.0).abs() < 0.01);
    // Of medians the ranks tell: more than 200 amounts, so that half a rank is added at either end.
    let ends = |v: &[f64]| {
        let mut sorted = v.to_vec();
        sorted.sort_by(f64::total_cmp);
        let (n, spread) = (v.len() as f64, 1.959_963_984_540_054 * (v.len() as f64).sqrt() / 2.0);
        assert!(n > 200.0);
        let rank = |at: f64| sorted[at as usize - 1];
        let middle = (sorted[(v.len() - 1) / 2] + sorted[v.len() / 2]) / 2.0;
        (middle, rank((n / 2.0 - spread + 0.5).floor()), rank((n / 2.0 + spread + 0.5).ceil()))
    };
    let ((a_mid, a_low, a_high), (b_mid, b_low, b_high)) = (ends(&a), ends(&b));
    let (low, high) = of(2).unwrap();
    let below = ((a_mid - a_low).powi(2) + (b_high - b_mid).powi(2)).sqrt();
    let above = ((a_high - a_mid).powi(2) + (b_mid - b_low).powi(2)).sqrt();
    assert!((low - (a_mid - b_mid - below)).abs() < 1e-6, "{low}");
    assert!((high - (a_mid - b_mid + above)).abs() < 1e-6, "{high}");
    assert!(of(3).is_ok());
    let (now, before) = (&cards(&report)[4].now, cards(&report)[4].before.as_ref().unwrap());
    let counts = 1.959_963_984_540_054 * (now.value.unwrap() + before.value.unwrap()).sqrt();
    assert!((half(of(4).unwrap()) / counts - 1.0).abs() < 1e-9);
    let why = |at: usize| of(at).unwrap_err();
    assert_eq!([why(5), why(6), why(9)], [Untested::Costs, Untested::Stock, Untested::NoMethod]);
    // Of a product its factors tell.
    let velocity = &cards(&report)[7];
    let (low, high) = of(7).unwrap();
    let difference = velocity.now.value.unwrap() - velocity.before.as_ref().unwrap().value.unwrap();
    assert!(low < difference && difference < high);
    assert!(of(8).is_ok(), "a score has an interval of its own");
}

#[test]
fn a_report_that_knew_of_no_segments_still_loads() {
    let old = r#"{"comparison":"same_period_last_year","blocks":[{"breakdown":
        {"dimension":"channel","measures":["leads"],"sort":null}}]}"#;
    let spec: ReportSpec = serde_json::from_str(old).unwrap();
    assert_eq!(spec.comparison, Comparison::SamePeriodLastYear);
    assert_eq!(spec.segments, None);
    let Some(BlockSpec::Breakdown(block)) = spec.blocks.first() else { panic!("{spec:?}") };
    assert!(!block.changes);
}
