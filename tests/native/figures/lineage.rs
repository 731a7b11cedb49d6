//! Lineage: a figure's rows are counted again, and the counts add up to what the figure says.

use super::made::{Cost, Deal, Dice, assembled, costs, dated, deals};
use tundish::engine::dimension::Dimension;
use tundish::engine::filter::{Filter, Grain, Period, PeriodSpec};
use tundish::engine::funnel::Assembled;
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::{
    Among, Codebook, Figure, Lineage, StepFigure, Tally, answer, lineage,
};
use tundish::engine::report::*;
use tundish::engine::value::{Caution, Day, Quantity};
use tundish::engine::window::Part;

fn data(seed: u64) -> Assembled {
    let mut dice = Dice::new(seed);
    let deals: Vec<Deal> = deals(&mut dice, 400);
    let costs: Vec<Cost> = costs(&mut dice, 120);
    // One world in two knows when stages were entered.
    if seed.is_multiple_of(2) { dated(&deals, &costs) } else { assembled(&deals, &costs) }
}

/// Questions of every basis, with and without a period and a filter.
fn questions(seed: u64) -> Vec<ReportSpec> {
    let mut dice = Dice::new(seed + 7);
    let mut all = Vec::new();
    let extent = scope(&data(seed), &ReportSpec::default()).extent.unwrap();
    for basis in [Basis::Cohort, Basis::Period] {
        for filtered in [false, true] {
            let first = Day(extent.first.0 + dice.below(60) as i32);
            let last = Day(first.0 + 90 + dice.below(200) as i32);
            let filter = Filter {
                dimension: Dimension::Channel,
                values: vec!["email".to_owned()],
                exclude: true,
                ..Filter::default()
            };
            let filters = if filtered { vec![filter] } else { Vec::new() };
            for period in [PeriodSpec::All, PeriodSpec::Between(Period { first, last })] {
                let filters = filters.clone();
                all.push(ReportSpec { basis, period, filters, ..ReportSpec::default() });
            }
        }
    }
    all
}

/// Rates of stages.
pub const STAGES: [M; 8] = [
    M::SqlRate,
    M::StageRate1,
    M::StageRate2,
    M::StageRate5,
    M::StageRate6,
    M::QualifiedToWon,
    M::OpportunityToWon,
    M::LastStageToWon,
];

fn scope(data: &Assembled, spec: &ReportSpec) -> Scope {
    answer(&[], data, spec).scope
}

fn of(data: &Assembled, spec: &ReportSpec, figure: &Figure) -> Option<(Lineage, u64)> {
    let found = lineage(&[], data, spec, &mut Codebook::default(), figure).ok()?;
    let rows = found.1.iter().map(|picked| picked.rows.len() as u64).sum();
    Some((found.0, rows))
}

fn card(id: M) -> Figure {
    Figure::Measure { id, place: Vec::new(), unit: None }
}

fn left(tally: &Tally, part: Part) -> u64 {
    tally.left_out.iter().find(|(p, _)| *p == part).map_or(0, |(_, n)| *n)
}

fn sum(tally: &Tally) -> u64 {
    let left: u64 = tally.left_out.iter().map(|(_, n)| n).sum();
    tally.filtered + tally.elsewhere + tally.outside + tally.unconcerned + tally.counted + left
}

fn kpi(report: &Report) -> Vec<(M, Quantity)> {
    let Some(Answer::Kpis(kpis)) = report.blocks.first() else { panic!("no cards") };
    let cards = kpis.cards.iter().filter(|card| card.absent.is_none());
    cards.map(|card| (card.measure, card.now.clone())).collect()
}

#[test]
fn every_row_has_one_fate_for_every_measure() {
    for seed in 1..4 {
        let data = data(seed);
        for mut spec in questions(seed) {
            spec.blocks = vec![BlockSpec::Kpis(KpisSpec {
                measures: M::EVERY.to_vec(),
                ..KpisSpec::default()
            })];
            let report = answer(&[], &data, &spec);
            let filtered = report.scope.excluded.iter().find(|(e, _)| *e == Exclusion::Filtered);
            for (id, quantity) in kpi(&report) {
                let (found, rows) = of(&data, &spec, &card(id)).unwrap();
                assert_eq!(found.quantity.as_ref(), Some(&quantity), "{id:?}: it is the card's");
                let (records, costs) = (&found.records, &found.costs);
                assert_eq!(records.all, data.records.count as u64, "{id:?}");
                assert_eq!(costs.all, data.spend.count as u64, "{id:?}");
                assert_eq!(sum(records), records.all, "{id:?} {records:?}");
                assert_eq!(sum(costs), costs.all, "{id:?} {costs:?}");
                assert_eq!(records.filtered, filtered.map_or(0, |(_, n)| *n), "{id:?}");
                let left: u64 =
                    [records, costs].iter().flat_map(|t| &t.left_out).map(|l| l.1).sum();
                let beside = found.beside.iter().map(|(_, tally)| {
                    assert_eq!(sum(tally), tally.all, "{id:?} {tally:?}");
                    tally.counted + tally.left_out.iter().map(|l| l.1).sum::<u64>()
                });
                let counted = records.counted + costs.counted + left + beside.sum::<u64>();
                assert_eq!(rows, counted, "{id:?}: all can be seen");
            }
        }
    }
}

#[test]
fn rows_above_and_below_are_the_numerator_and_the_denominator() {
    for seed in 1..4 {
        let data = data(seed);
        for mut spec in questions(seed) {
            spec.blocks = vec![BlockSpec::Kpis(KpisSpec {
                measures: M::EVERY.to_vec(),
                ..KpisSpec::default()
            })];
            for (id, quantity) in kpi(&answer(&[], &data, &spec)) {
                let (found, _) = of(&data, &spec, &card(id)).unwrap();
                let records = &found.records;
                let n = |x: Option<f64>| x.map(|x| x as u64);
                match id {
                    M::Leads | M::Won | M::Lost | M::Open | M::Qualified => {
                        assert_eq!(n(quantity.value), Some(records.counted), "{id:?} {spec:?}");
                    }
                    M::Opportunities => {
                        assert_eq!(n(quantity.value), Some(records.counted), "{id:?} {spec:?}");
                    }
                    M::WinRate | M::EndToEnd | M::LostRate | M::QualifiedRate => {
                        assert_eq!(n(quantity.numerator), Some(records.above), "{id:?} {spec:?}");
                        assert_eq!(n(quantity.denominator), Some(records.below), "{id:?}");
                    }
                    id if STAGES.contains(&id) => {
                        assert_eq!(n(quantity.numerator), Some(records.above), "{id:?} {spec:?}");
                        assert_eq!(n(quantity.denominator), Some(records.below), "{id:?}");
                    }
                    M::AverageDeal | M::MedianDeal | M::MedianCycle | M::MeanCycle => {
                        assert_eq!(n(quantity.denominator), Some(records.counted), "{id:?}");
                    }
                    M::Cpl => assert_eq!(n(quantity.denominator), Some(records.below), "{id:?}"),
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn what_a_figure_left_out_is_counted_as_its_cautions_say() {
    for seed in 1..4 {
        let data = data(seed);
        for mut spec in questions(seed) {
            let measures = vec![M::Revenue, M::AverageDeal, M::MedianCycle, M::WinRate];
            spec.blocks = vec![BlockSpec::Kpis(KpisSpec { measures, ..KpisSpec::default() })];
            for (id, quantity) in kpi(&answer(&[], &data, &spec)) {
                let (found, _) = of(&data, &spec, &card(id)).unwrap();
                for caution in &quantity.cautions {
                    let (part, records) = match caution {
                        Caution::WithoutAmount { records } => (Part::WithoutAmount, *records),
                        Caution::OtherCurrencies { records } => (Part::OtherCurrency, *records),
                        Caution::DatesOutOfOrder { records } => (Part::DatesOutOfOrder, *records),
                        _ => continue,
                    };
                    assert_eq!(left(&found.records, part), records, "{id:?} {caution:?} {spec:?}");
                }
            }
        }
    }
}

#[test]
fn a_cell_has_the_rows_of_its_group_and_the_cells_make_the_total() {
    let data = data(5);
    for spec in questions(5) {
        let block = BreakdownSpec {
            dimension: Dimension::Channel,
            measures: vec![M::Leads, M::WinRate, M::Revenue, M::Cpl],
            sort: None,
            ..BreakdownSpec::default()
        };
        let spec = ReportSpec { blocks: vec![BlockSpec::Breakdown(block)], ..spec };
        let report = answer(&[], &data, &spec);
        let Some(Answer::Breakdown(breakdown)) = report.blocks.first() else { panic!("absent") };
        for (at, id) in breakdown.measures.iter().enumerate() {
            let mut counted = 0;
            for row in &breakdown.rows {
                let place = vec![(Dimension::Channel, Among::Only(row.label.clone()))];
                let figure = Figure::Measure { id: *id, place, unit: None };
                let (found, _) = of(&data, &spec, &figure).unwrap();
                // How far it scatters is asked where it stands beside another figure.
                let quantity = found.quantity.map(|q| Quantity { sampling: None, ..q });
                assert_eq!(quantity.as_ref(), row.cells.get(at), "{id:?} {:?}", row.label);
                assert_eq!(sum(&found.records), found.records.all);
                counted += found.records.counted;
            }
            let (total, _) = of(&data, &spec, &card(*id)).unwrap();
            assert_eq!(total.records.counted, counted, "{id:?}");
        }
    }
}

#[test]
fn a_month_has_its_own_rows() {
    let data = data(6);
    for spec in questions(6) {
        let block = TrendSpec {
            measures: vec![M::Leads, M::Won, M::Spend],
            grain: Grain::Month,
            ..TrendSpec::default()
        };
        let spec = ReportSpec { blocks: vec![BlockSpec::Trend(block)], ..spec };
        let report = answer(&[], &data, &spec);
        let Some(Answer::Trend(trend)) = report.blocks.first() else { panic!("absent") };
        for (id, values) in trend.measures.iter().zip(&trend.values) {
            for (start, value) in trend.starts.iter().zip(values) {
                let unit = Some((Grain::Month, *start));
                let figure = Figure::Measure { id: *id, place: Vec::new(), unit };
                let (found, _) = of(&data, &spec, &figure).unwrap();
                assert_eq!(found.quantity.unwrap().value, value.value, "{id:?} {start} {spec:?}");
            }
        }
    }
}

#[test]
fn a_step_of_the_funnel_has_the_records_that_reached_it() {
    let data = data(7);
    for mut spec in questions(7) {
        for policy in [SkipPolicy::Implied, SkipPolicy::Observed, SkipPolicy::Strict] {
            spec.policy = policy;
            spec.blocks = vec![BlockSpec::Funnel(FunnelSpec::default())];
            let report = answer(&[], &data, &spec);
            let Some(Answer::Funnel(funnel)) = report.blocks.first() else { panic!("absent") };
            for (at, stage) in funnel.stages.iter().enumerate() {
                let (found, _) = of(&data, &spec, &Figure::Step(at as u32)).unwrap();
                assert_eq!(found.records.above, stage.reached, "{at} {policy:?}");
                assert_eq!(found.records.below, funnel.entered);
                assert_eq!(sum(&found.records), found.records.all);
                for figure in STEP_FIGURES {
                    check_step(&data, &spec, (at, stage), figure);
                }
            }
        }
    }
}

const STEP_FIGURES: [StepFigure; 8] = [
    StepFigure::Reached,
    StepFigure::OfPrevious,
    StepFigure::OfFirst,
    StepFigure::Observed,
    StepFigure::Implied,
    StepFigure::Dropped,
    StepFigure::OutOfOrder,
    StepFigure::MedianDays,
];

/// A figure of a step is the one that the funnel shows, and its rows come to it.
fn check_step(
    data: &Assembled,
    spec: &ReportSpec,
    (at, stage): (usize, &FunnelStage),
    figure: StepFigure,
) {
    let found = of(data, spec, &Figure::OfStep { at: at as u32, of: figure });
    let count = |n: u64| Some((Some(n as f64), n));
    let is_later = stage.of_previous.is_some();
    let shown = match figure {
        StepFigure::Reached => count(stage.reached),
        StepFigure::OfFirst => Some((stage.of_first.value, stage.reached)),
        StepFigure::OfPrevious => {
            let share = stage.of_previous.as_ref();
            share.map(|q| (q.value, q.numerator.unwrap() as u64))
        }
        StepFigure::Observed => count(stage.observed),
        StepFigure::Implied => count(stage.implied),
        StepFigure::Dropped if is_later => count(stage.dropped),
        StepFigure::Dropped => None,
        StepFigure::OutOfOrder => stage.path.out_of_order.and_then(count),
        // A world without a history has neither (`flows::lineage` has one).
        StepFigure::Reentered | StepFigure::Stay(_) => None,
        StepFigure::MedianDays => {
            let Some((found, rows)) = found else {
                assert_eq!(stage.median_days, None);
                return;
            };
            let quantity = found.quantity.unwrap();
            assert_eq!(quantity.value, stage.median_days, "{at} {spec:?}");
            assert_eq!((quantity.denominator, found.records.counted), (Some(rows as f64), rows));
            return;
        }
    };
    let Some((value, above)) = shown else {
        assert!(found.is_none(), "{at} {figure:?}");
        return;
    };
    let (found, _) = found.unwrap_or_else(|| panic!("{at} {figure:?}"));
    let quantity = found.quantity.as_ref().unwrap();
    assert_eq!(quantity.value, value, "{at} {figure:?} {spec:?}");
    let counted = found.records.above;
    assert_eq!(counted, above, "{at} {figure:?} {spec:?}");
    if quantity.numerator.is_some() {
        assert_eq!(quantity.denominator, Some(found.records.below as f64), "{at} {figure:?}");
    }
    assert_eq!(sum(&found.records), found.records.all);
}
