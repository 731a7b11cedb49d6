//! Laws that figures must obey on any data, shown on seeded random records.

use super::made::{
    Cost, Deal, Dice, START, assembled, costs, dated, deals, expected_of, other_costs, plans,
    score_of, wide,
};
use super::naive::{self, Aside, Group, naive};
use super::naive_stages::Events;
use tundish::engine::dimension::Dimension;
use tundish::engine::filter::{Filter, Grain, Period, PeriodSpec};
use tundish::engine::funnel::{Assembled, Outcome};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::answer;
use tundish::engine::report::*;
use tundish::engine::table::NO_DAY;
use tundish::engine::value::{Day, Quantity};

const SEEDS: std::ops::Range<u64> = 1..13;

pub const ADDITIVE: [M; 13] = [
    M::Leads,
    M::Qualified,
    M::Won,
    M::Lost,
    M::Open,
    M::Revenue,
    M::Spend,
    M::Opportunities,
    M::RawLeads,
    M::LostAmount,
    M::StageWeightedPipeline,
    M::PipelineValue,
    M::NewCustomers,
];

pub fn random(seed: u64) -> (Vec<Deal>, Vec<Cost>) {
    let mut dice = Dice::new(seed);
    let mut deals = deals(&mut dice, 40 * seed as usize * seed as usize);
    // Some came to late stages of a long ladder.
    deals
        .iter_mut()
        .filter(|_| dice.one_in(3))
        .for_each(|d| d.observed |= 8 << d.created.rem_euclid(5));
    let costs = costs(&mut dice, 30 * seed as usize);
    (deals, costs)
}

fn data(seed: u64) -> Assembled {
    let (deals, costs) = random(seed);
    made(seed, &deals, &costs)
}

/// Every other world knows when stages were entered.
pub fn is_dated(seed: u64) -> bool {
    seed.is_multiple_of(2)
}

pub fn made(seed: u64, deals: &[Deal], costs: &[Cost]) -> Assembled {
    if is_dated(seed) { dated(deals, costs) } else { wide(deals, costs) }
}

/// A question without blocks, different for each seed.
pub fn question(seed: u64) -> ReportSpec {
    let mut dice = Dice::new(seed + 1000);
    let first = START + dice.below(500) as i32;
    let period = Period { first: Day(first), last: Day(first + 30 + dice.below(300) as i32) };
    let channels = ["paid_search", "email", "display", "unassigned"];
    let filter = Filter {
        dimension: Dimension::Channel,
        values: vec![channels[dice.below(4) as usize].to_owned()],
        exclude: dice.one_in(2),
        ..Filter::default()
    };
    ReportSpec {
        period: if dice.one_in(3) { PeriodSpec::All } else { PeriodSpec::Between(period) },
        basis: if dice.one_in(2) { Basis::Cohort } else { Basis::Period },
        filters: if dice.one_in(2) { vec![filter] } else { Vec::new() },
        margin: (!seed.is_multiple_of(3)).then_some(0.4),
        ..ReportSpec::default()
    }
}

fn one(data: &Assembled, spec: &ReportSpec, block: BlockSpec) -> Answer {
    answer(&[], data, &ReportSpec { blocks: vec![block], ..spec.clone() }).blocks.remove(0)
}

fn totals(data: &Assembled, spec: &ReportSpec, measures: &[M]) -> Vec<Quantity> {
    let block = BlockSpec::Kpis(KpisSpec { measures: measures.to_vec(), ..KpisSpec::default() });
    // How far figures scatter is known where they are compared, on cards.
    let plain = |figure: Quantity| Quantity { sampling: None, ..figure };
    match one(data, spec, block) {
        Answer::Kpis(kpis) => kpis.cards.into_iter().map(|card| plain(card.now)).collect(),
        other => panic!("{other:?}"),
    }
}

fn pivot(
    data: &Assembled,
    spec: &ReportSpec,
    rows: Dimension,
    columns: Dimension,
    measures: &[M],
) -> Pivot {
    let measures = measures.to_vec();
    let block = PivotSpec {
        rows: vec![rows],
        columns: vec![columns],
        measures,
        sort: None,
        ..PivotSpec::default()
    };
    match one(data, spec, BlockSpec::Pivot(block)) {
        Answer::Pivot(pivot) => pivot,
        other => panic!("{other:?}"),
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * b.abs().max(1.0)
}

/// The same figure, within what adding up in another order changes.
fn same(a: &Quantity, b: &Quantity) -> bool {
    naive::near(a.value, b.value) && a.cautions == b.cautions && a.denominator == b.denominator
}

fn value(quantity: &Quantity) -> f64 {
    quantity.value.unwrap_or(0.0)
}

#[test]
fn cells_add_up_to_totals_and_totals_are_the_cards() {
    for seed in SEEDS {
        let (data, spec) = (data(seed), question(seed));
        let months = Dimension::Created(Grain::Month);
        let pivot = pivot(&data, &spec, Dimension::Channel, months, &ADDITIVE);
        assert_eq!(pivot.grand, totals(&data, &spec, &ADDITIVE), "seed {seed}");
        for at in 0..ADDITIVE.len() {
            let by_rows: f64 = pivot.row_totals.iter().map(|t| value(&t[at])).sum();
            let by_columns: f64 = pivot.column_totals.iter().map(|t| value(&t[at])).sum();
            let cells: f64 = pivot.cells.iter().flatten().map(|c| value(&c[at])).sum();
            for sum in [by_rows, by_columns, cells] {
                assert!(near(sum, value(&pivot.grand[at])), "seed {seed} {:?}", ADDITIVE[at]);
            }
            for (row, total) in pivot.cells.iter().zip(&pivot.row_totals) {
                let row: f64 = row.iter().map(|c| value(&c[at])).sum();
                assert!(near(row, value(&total[at])));
            }
        }
    }
}

#[test]
fn ratios_and_medians_of_a_pivot_are_the_cards_too() {
    let records_only = [M::EndToEnd, M::WinRate, M::AverageDeal, M::MedianCycle, M::Qualified];
    for seed in SEEDS {
        let (data, spec) = (data(seed), question(seed));
        let cards = totals(&data, &spec, &records_only);
        let by_stage = pivot(&data, &spec, Dimension::Stage, Dimension::Outcome, &records_only);
        assert_eq!(by_stage.grand, cards, "seed {seed}");
        let by_campaign = pivot(&data, &spec, Dimension::Campaign, Dimension::Channel, M::EVERY);
        for (measure, grand) in by_campaign.measures.iter().zip(&by_campaign.grand) {
            let card = &totals(&data, &spec, &[*measure])[0];
            // Kept values come in another order there, which no figure may show.
            assert!(same(grand, card), "seed {seed} {measure:?}: {grand:?}, {card:?}");
        }
    }
}

#[test]
fn a_filter_and_its_contrary_part_the_whole() {
    for seed in SEEDS {
        let data = data(seed);
        let spec = ReportSpec { filters: Vec::new(), ..question(seed) };
        let whole = totals(&data, &spec, &ADDITIVE);
        let filtered = |exclude| {
            let values = vec!["email".to_owned(), "display".to_owned()];
            let filter =
                Filter { dimension: Dimension::Channel, values, exclude, ..Filter::default() };
            let spec = ReportSpec { filters: vec![filter], ..spec.clone() };
            totals(&data, &spec, &ADDITIVE)
        };
        for ((whole, part), rest) in whole.iter().zip(filtered(false)).zip(filtered(true)) {
            assert!(value(&part) <= value(whole) && value(&rest) <= value(whole));
            assert!(near(value(&part) + value(&rest), value(whole)), "seed {seed}");
        }
    }
}

#[test]
fn the_order_of_rows_changes_nothing() {
    for seed in SEEDS {
        let (mut deals, mut costs) = random(seed);
        let every =
            BlockSpec::Kpis(KpisSpec { measures: M::EVERY.to_vec(), ..KpisSpec::default() });
        let blocks = ReportSpec::default().blocks.into_iter().chain([every]).collect();
        let spec = ReportSpec { blocks, ..question(seed) };
        let before = answer(&[], &made(seed, &deals, &costs), &spec);
        deals.reverse();
        deals.sort_by_key(|d| d.observed);
        costs.reverse();
        assert_eq!(before, answer(&[], &made(seed, &deals, &costs), &spec), "seed {seed}");
    }
}

fn reached(data: &Assembled, spec: &ReportSpec, policy: SkipPolicy) -> Vec<u64> {
    let spec = ReportSpec { policy, ..spec.clone() };
    match one(data, &spec, BlockSpec::Funnel(FunnelSpec::default())) {
        Answer::Funnel(funnel) => {
            assert_eq!(funnel.entered, funnel.won + funnel.lost + funnel.open);
            assert_eq!(funnel.entered, funnel.stages[0].reached);
            for stage in &funnel.stages {
                assert_eq!(stage.reached, stage.observed + stage.implied);
                let share = value(&stage.of_first);
                assert!((0.0..=1.0).contains(&share));
            }
            funnel.stages.iter().map(|s| s.reached).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn reach_never_grows_along_the_ladder_and_policies_are_nested() {
    for seed in SEEDS {
        let (data, spec) = (data(seed), question(seed));
        let of = |policy| reached(&data, &spec, policy);
        let (implied, observed, strict) =
            (of(SkipPolicy::Implied), of(SkipPolicy::Observed), of(SkipPolicy::Strict));
        assert!(implied.is_sorted_by(|a, b| a >= b), "seed {seed}: {implied:?}");
        assert!(strict.is_sorted_by(|a, b| a >= b), "seed {seed}: {strict:?}");
        for ((s, o), i) in strict.iter().zip(&observed).zip(&implied) {
            assert!(s <= o && o <= i, "seed {seed}");
        }
        assert_eq!(observed, of(SkipPolicy::Any));
    }
}

#[test]
fn parts_of_a_period_add_up() {
    for seed in SEEDS {
        let data = data(seed);
        for basis in [Basis::Cohort, Basis::Period] {
            let within = |first: Day, last: Day| {
                let period = PeriodSpec::Between(Period { first, last });
                let spec = ReportSpec { period, basis, ..ReportSpec::default() };
                totals(&data, &spec, &ADDITIVE)
            };
            let (first, last) = (Day(START), Day(START + 365));
            let mut sums = [0.0; ADDITIVE.len()];
            let mut start = first;
            while start <= last {
                let end = Day(Grain::Month.next(start).0 - 1).min(last);
                let part = within(start, end);
                sums.iter_mut().zip(&part).for_each(|(sum, q)| *sum += value(q));
                start = Day(end.0 + 1);
            }
            for (sum, whole) in sums.iter().zip(within(first, last)) {
                assert!(near(*sum, value(&whole)), "seed {seed} {basis:?}");
            }
        }
    }
}

#[test]
fn a_trend_adds_up_to_the_cards() {
    for seed in SEEDS {
        let data = data(seed);
        let spec = question(seed);
        for grain in [Grain::Day, Grain::Week, Grain::Month, Grain::Quarter, Grain::Year] {
            let block = TrendSpec { measures: ADDITIVE.to_vec(), grain, ..TrendSpec::default() };
            let Answer::Trend(trend) = one(&data, &spec, BlockSpec::Trend(block)) else {
                panic!("a trend")
            };
            assert!(trend.starts.windows(2).all(|w| grain.next(w[0]) == w[1]), "no gaps");
            // Records without a day are in the cards of “everything” only.
            if spec.period == PeriodSpec::All {
                continue;
            }
            for (values, card) in trend.values.iter().zip(totals(&data, &spec, &ADDITIVE)) {
                let sum: f64 = values.iter().map(value).sum();
                assert!(near(sum, value(&card)), "seed {seed} {grain:?}");
            }
        }
    }
}

#[test]
fn too_many_groups_become_the_rest_and_totals_stay() {
    let (mut deals, costs) = random(9);
    let mut data = assembled(&deals, &costs);
    deals.iter_mut().enumerate().for_each(|(at, deal)| deal.campaign = at as u32 % 1500 + 1);
    data.records.campaign = deals.iter().map(|d| d.campaign).collect();
    data.campaigns = (0..1501).map(|n| format!("c{n}")).collect();
    data.campaigns[0].clear();
    let spec = ReportSpec::default();
    let measures = [M::Leads, M::WinRate];
    let pivot = pivot(&data, &spec, Dimension::Campaign, Dimension::Outcome, &measures);
    assert_eq!(pivot.rows.len(), 1001);
    assert_eq!(pivot.grand, totals(&data, &spec, &measures));
    let leads: f64 = pivot.row_totals.iter().map(|t| value(&t[0])).sum();
    assert_eq!(leads, value(&pivot.grand[0]));
    // What is named has at least as many leads as anything in the rest.
    let fewest = pivot.row_totals.iter().take(1000).map(|t| value(&t[0])).fold(f64::MAX, f64::min);
    assert!(fewest >= 2.0);
}

/// What falls into the question of rows beside the records; `kept` are the deals that pass filters.
fn beside<'a>(
    data: &[Deal],
    kept: &[&'a Deal],
    costs: &[Cost],
    spec: &ReportSpec,
    as_of: i32,
) -> Aside<'a> {
    let period = match spec.period {
        PeriodSpec::Between(period) => Some(period),
        _ => None,
    };
    let within = |day: i32| period.is_none_or(|p| day != NO_DAY && p.contains(Day(day)));
    let lag = naive::lag_days(data);
    let moved =
        |day: i32| day != NO_DAY && within(day + lag) && (period.is_some() || day + lag <= as_of);
    let names = ["paid_search", "email", "display", "unassigned"];
    let passes = |channel: u16| {
        spec.filters.iter().all(|f| (f.values[0] == names[usize::from(channel)]) != f.exclude)
    };
    let lagged = costs.iter().filter(|c| passes(c.channel) && moved(c.day));
    let lagged = lagged.filter(|c| c.currency == 0 && !c.spend.is_nan());
    let unfiltered = spec.filters.is_empty();
    let activities = naive::activities(kept, unfiltered).into_iter().filter(|a| within(a.day));
    let scores = kept.iter().filter_map(|d| score_of(d)).filter(|(day, _)| within(*day));
    let other = other_costs().into_iter().filter(|(day, _, code)| within(*day) && *code == 0);
    let planned = plans().into_iter().filter(|(day, ..)| within(*day));
    let elapsed = period.map(|p| {
        let over = as_of.min(p.last.0) - p.first.0 + 1;
        f64::from(over) / f64::from(p.last.0 - p.first.0 + 1)
    });
    // The first of January 2024 is a Monday.
    let works = |day: &i32| (day - START).rem_euclid(7) < 5;
    let elapsed_working = period.map(|p| {
        let working = |last: i32| (p.first.0..=last).filter(works).count() as f64;
        working(as_of.min(p.last.0)) / working(p.last.0)
    });
    Aside {
        standing: kept.to_vec(),
        open: kept
            .iter()
            .copied()
            .filter(|d| match spec.basis {
                Basis::Cohort => within(d.created),
                Basis::Period => within(expected_of(d)),
            })
            .collect(),
        expected: kept
            .iter()
            .copied()
            .filter(|d| d.outcome == Outcome::Open && within(expected_of(d)))
            .collect(),
        activities: activities.collect(),
        scores: scores.map(|(_, score)| score).collect(),
        other: other.map(|(_, cost, _)| cost).collect(),
        lagged: lagged.map(|c| c.spend).collect(),
        plans: planned.map(|(_, kind, value)| (kind, value)).collect(),
        margin: spec.margin,
        elapsed,
        elapsed_working,
    }
}

/// Every measure again in the plainest way: one walk over the records of the question.
fn plainly(
    data: &[Deal],
    costs_of_data: &[Cost],
    spec: &ReportSpec,
    (as_of, dated): (i32, bool),
) -> Vec<Option<f64>> {
    let period = match spec.period {
        PeriodSpec::Between(period) => Some(period),
        _ => None,
    };
    let within = |day: i32| period.is_none_or(|p| day != NO_DAY && p.contains(Day(day)));
    let names = ["paid_search", "email", "display", "unassigned"];
    let kept = |channel: u16| {
        spec.filters.iter().all(|f| (f.values[0] == names[usize::from(channel)]) != f.exclude)
    };
    let deals: Vec<&Deal> = data.iter().filter(|d| kept(d.channel)).collect();
    let by_creation: Vec<&Deal> = deals.iter().copied().filter(|d| within(d.created)).collect();
    let decided: Vec<&Deal> = match spec.basis {
        Basis::Cohort => by_creation.clone(),
        Basis::Period => deals.iter().copied().filter(|d| within(d.closed)).collect(),
    };
    let costs: Vec<&Cost> =
        costs_of_data.iter().filter(|c| kept(c.channel) && within(c.day)).collect();
    // Where the basis is by closing, won and lost are of the days of closing.
    let group = Group {
        created: by_creation,
        decided: decided.clone(),
        of_question: (&decided, &costs),
        costs: costs.clone(),
        data,
        as_of,
        stages: 8,
        beside: beside(data, &deals, costs_of_data, spec, as_of),
        events: period.filter(|_| spec.basis == Basis::Period).map(|days| Events {
            kept: deals.clone(),
            days,
            dated,
        }),
    };
    M::EVERY.iter().map(|measure| naive(*measure, &group)).collect()
}

#[test]
fn every_measure_equals_a_plain_walk_over_the_records() {
    let mut compared = vec![0; M::EVERY.len()];
    for seed in 1..60 {
        let (deals, costs) = random(1 + seed % 12);
        let spec = question(seed);
        let data = made(seed, &deals, &costs);
        let known = (data.as_of.unwrap(), is_dated(seed));
        let expected = plainly(&deals, &costs, &spec, known);
        let block = BlockSpec::Kpis(KpisSpec { measures: M::EVERY.to_vec(), ..Default::default() });
        let Answer::Kpis(found) = one(&data, &spec, block) else { panic!("cards") };
        for (at, (card, expected)) in found.cards.iter().zip(expected).enumerate() {
            let found = card.now.value;
            // A sum over no cost row is 0 in the one way and unknown in the other.
            let nothing = card.measure == M::Spend && expected.is_none();
            let same = naive::near(found, expected) || nothing || card.absent.is_some();
            assert!(same, "seed {seed} {:?}: {found:?}, plainly {expected:?}", card.measure);
            compared[at] += usize::from(card.absent.is_none());
        }
    }
    let never: Vec<&M> =
        M::EVERY.iter().zip(&compared).filter(|(_, n)| **n < 5).map(|(m, _)| m).collect();
    // Nothing counts visits here.
    assert_eq!(never, [&M::Visits, &M::VisitToLead]);
}
