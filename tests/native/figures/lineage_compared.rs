//! What a figure is compared with is a figure like any other: its dialog says what the block says,
//! and its rows come to it.

use super::lineage_everywhere::{reconciles, same, traced};
use super::made::{Dice, START, assembled, costs, deals, plans};
use tundish::engine::dimension::Dimension;
use tundish::engine::filter::{Comparison, Filter, Grain, Period, PeriodSpec};
use tundish::engine::funnel::{Assembled, BesideKind, Planned};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::{Codebook, Figure, answer, lineage};
use tundish::engine::report::*;
use tundish::engine::value::{Day, Quantity};

const MEASURES: [M; 10] = [
    M::Leads,
    M::Won,
    M::WinRate,
    M::Revenue,
    M::AverageDeal,
    M::MedianCycle,
    M::Spend,
    M::Cpl,
    M::Calls,
    M::Nps,
];

fn data(seed: u64) -> Assembled {
    let mut dice = Dice::new(seed);
    let deals = deals(&mut dice, 300);
    assembled(&deals, &costs(&mut dice, 90))
}

fn only(key: &str) -> Vec<Filter> {
    vec![Filter::among(Dimension::Channel, vec![key.to_owned()])]
}

fn questions(seed: u64, comparison: Comparison) -> Vec<ReportSpec> {
    let mut dice = Dice::new(seed + 40);
    let start = START + 200 + dice.below(100) as i32;
    let period = PeriodSpec::Between(Period { first: Day(start), last: Day(start + 300) });
    let segments = Some(Segments { a: only("email"), b: only("display") });
    let campaign =
        Filter { exclude: true, ..Filter::among(Dimension::Campaign, vec!["Spring".to_owned()]) };
    let mut all = Vec::new();
    for basis in [Basis::Cohort, Basis::Period] {
        let plain = ReportSpec {
            basis,
            comparison,
            period,
            segments: segments.clone(),
            ..ReportSpec::default()
        };
        all.push(plain.clone());
        // Plans know of no campaigns.
        let filters = match comparison {
            Comparison::Target => Vec::new(),
            _ => vec![campaign.clone()],
        };
        let is_all = comparison == Comparison::Segments;
        let period = if is_all { PeriodSpec::All } else { period };
        all.push(ReportSpec { filters, period, ..plain });
    }
    all
}

fn block(data: &Assembled, spec: &ReportSpec, block: BlockSpec) -> (ReportSpec, Answer) {
    let spec = ReportSpec { blocks: vec![block], ..spec.clone() };
    let answer = answer(&[], data, &spec).blocks.remove(0);
    (spec, answer)
}

fn is_given(data: &Assembled, spec: &ReportSpec, figure: &Figure) -> bool {
    lineage(&[], data, spec, &mut Codebook::default(), figure).is_ok()
}

const EVERY: [(Comparison, Compared); 4] = [
    (Comparison::PreviousPeriod, Compared::Earlier),
    (Comparison::SamePeriodLastYear, Compared::Earlier),
    (Comparison::Segments, Compared::Segment),
    (Comparison::Target, Compared::Target),
];

/// What stands beside a figure in a block is what its dialog says, and has rows of its own.
fn check(
    data: &Assembled,
    spec: &ReportSpec,
    (figure, id): (&Figure, M),
    (before, compared): (Option<&Quantity>, Compared),
) -> bool {
    let own = traced(data, spec, figure);
    let other = figure.clone().against(compared);
    let Some(before) = before else {
        assert_eq!(own.compared, None, "{figure:?}");
        assert!(compared == Compared::Earlier || !is_given(data, spec, &other), "{figure:?}");
        return false;
    };
    let (of, said) = own.compared.unwrap_or_else(|| panic!("{figure:?}: {before:?}"));
    assert_eq!(of, compared);
    assert!(same(said.value, before.value), "{figure:?} {said:?} {before:?}");
    assert_eq!(said.sampling.is_some(), before.sampling.is_some(), "{figure:?}");
    let found = traced(data, spec, &other);
    assert_eq!(found.quantity.as_ref(), Some(&said));
    assert_eq!(found.compared, None, "the other side is compared with nothing");
    if compared != Compared::Target {
        reconciles(id, before, &found);
    }
    true
}

#[test]
fn cards_say_what_they_are_compared_with() {
    for (seed, (comparison, compared)) in (1..).zip(EVERY) {
        let data = data(seed);
        let mut seen = 0;
        for spec in questions(seed, comparison) {
            let kpis = KpisSpec { measures: M::EVERY.to_vec(), filters: Vec::new() };
            let (spec, answer) = block(&data, &spec, BlockSpec::Kpis(kpis));
            let Answer::Kpis(kpis) = answer else { panic!("{answer:?}") };
            for card in kpis.cards.iter().filter(|card| card.absent.is_none()) {
                let figure = Figure::whole(card.measure);
                let own = traced(&data, &spec, &figure);
                assert_eq!(own.quantity.as_ref(), Some(&card.now), "{:?}", card.measure);
                let before = (card.before.as_ref(), compared);
                seen += usize::from(check(&data, &spec, (&figure, card.measure), before));
            }
        }
        assert!(seen > 2, "{comparison:?}");
    }
}

#[test]
fn rows_of_a_break_down_say_what_they_are_compared_with() {
    for (seed, (comparison, compared)) in (11..).zip(EVERY) {
        let data = data(seed);
        for spec in questions(seed, comparison) {
            let rows = BreakdownSpec {
                dimension: Dimension::Channel,
                measures: MEASURES.to_vec(),
                changes: true,
                ..BreakdownSpec::default()
            };
            let (spec, answer) = block(&data, &spec, BlockSpec::Breakdown(rows));
            let Answer::Breakdown(found) = answer else { panic!("{answer:?}") };
            for (at, id) in found.measures.iter().enumerate() {
                for (row, line) in found.rows.iter().enumerate() {
                    // Plans of this world know of no channels.
                    let before = line.before.get(at).and_then(Option::as_ref);
                    let figure = found.figure(Some(row), at).unwrap();
                    check(&data, &spec, (&figure, *id), (before, compared));
                }
                let before = found.total_before.get(at).and_then(Option::as_ref);
                let figure = found.figure(None, at).unwrap();
                check(&data, &spec, (&figure, *id), (before, compared));
            }
        }
    }
}

#[test]
fn columns_of_a_trend_that_are_of_the_other_side_have_rows() {
    for (seed, (comparison, compared)) in (21..).zip(EVERY) {
        let data = data(seed);
        let mut seen = 0;
        for spec in questions(seed, comparison) {
            for grain in [Grain::Month, Grain::Quarter] {
                let trend =
                    TrendSpec { measures: MEASURES.to_vec(), grain, ..TrendSpec::default() };
                let (spec, answer) = block(&data, &spec, BlockSpec::Trend(trend));
                let Answer::Trend(trend) = answer else { panic!("{answer:?}") };
                for (at, values) in trend.against.iter().enumerate() {
                    for (unit, shown) in values.iter().enumerate() {
                        let other = trend.figure_against(unit, at).unwrap();
                        assert_eq!(other.compared(), Some(compared));
                        if shown.value.is_none() && !is_given(&data, &spec, &other) {
                            continue;
                        }
                        let found = traced(&data, &spec, &other);
                        let value = found.quantity.as_ref().unwrap().value;
                        assert!(same(value, shown.value), "{other:?} {shown:?} {value:?}");
                        let own = trend.figure(None, unit, at).unwrap();
                        let beside = traced(&data, &spec, &own).compared.unwrap();
                        assert_eq!(beside.1.value, value);
                        if compared == Compared::Target {
                            planned(&spec, &trend, (unit, at), &found);
                        } else {
                            reconciles(trend.measures[at], shown, &found);
                        }
                        seen += 1;
                    }
                }
            }
        }
        assert_eq!(seen > 0, compared != Compared::Earlier, "{comparison:?}");
    }
}

/// The rows of the plan of a unit, and what they add up to.
fn planned(
    spec: &ReportSpec,
    trend: &Trend,
    (unit, at): (usize, usize),
    found: &tundish::engine::query::Lineage,
) {
    let kind = match trend.measures[at] {
        M::Revenue => Planned::Revenue,
        M::Won => Planned::Won,
        M::Leads => Planned::Leads,
        other => panic!("{other:?} has no plan"),
    };
    let PeriodSpec::Between(period) = spec.period else { panic!("a plan of all days") };
    let start = trend.starts[unit];
    let end = trend.grain.next(start).0 - 1;
    let days = start.0.max(period.first.0)..=end.min(period.last.0);
    let rows = plans().into_iter().filter(|(day, k, _)| *k == kind && days.contains(day));
    let values: Vec<f64> = rows.map(|(_, _, value)| value).collect();
    let (of, tally) = &found.beside[0];
    assert_eq!((*of, tally.counted), (BesideKind::Plans, values.len() as u64));
    assert_eq!(found.quantity.as_ref().unwrap().value, Some(values.iter().sum()));
    assert_eq!((found.records.counted, found.costs.counted), (0, 0));
}

#[test]
fn steps_of_the_funnel_say_what_they_are_compared_with() {
    for (seed, (comparison, compared)) in (31..).zip(EVERY) {
        let data = data(seed);
        for spec in questions(seed, comparison) {
            let (spec, answer) = block(&data, &spec, BlockSpec::Funnel(FunnelSpec::default()));
            let Answer::Funnel(funnel) = answer else { panic!("{answer:?}") };
            for (at, stage) in funnel.stages.iter().enumerate() {
                let figure = Figure::Step(at as u32);
                let own = traced(&data, &spec, &figure);
                assert_eq!(own.quantity.unwrap().value, Some(stage.reached as f64));
                let said = own.compared.map(|(_, q)| q.value.unwrap() as u64);
                assert_eq!(said, stage.reached_before, "{at}");
                if let Some(reached) = stage.reached_before {
                    let other = traced(&data, &spec, &figure.against(compared));
                    assert_eq!(other.records.above, reached);
                }
            }
        }
    }
}

#[test]
fn filters_of_a_block_act_on_both_sides() {
    let data = data(41);
    let own = Filter::among(Dimension::Campaign, vec!["Autumn".to_owned()]);
    for spec in questions(41, Comparison::Segments) {
        let kpis = KpisSpec { measures: vec![M::Leads], filters: vec![own.clone()] };
        let (spec, answer) = block(&data, &spec, BlockSpec::Kpis(kpis));
        let Answer::Kpis(kpis) = answer else { panic!("{answer:?}") };
        let figure = Figure::whole(M::Leads).within(std::slice::from_ref(&own));
        let other = figure.clone().against(Compared::Segment);
        assert_eq!(other.filters(), figure.filters());
        let before = kpis.cards[0].before.as_ref();
        assert!(check(&data, &spec, (&figure, M::Leads), (before, Compared::Segment)));
    }
}
