//! Every figure of every question can be traced, and its rows come to what it says.

use super::made::{Dice, assembled, costs, dated, deals};
use tundish::engine::attribution::Model;
use tundish::engine::dimension::Dimension;
use tundish::engine::filter::{Filter, Grain, Period, PeriodSpec};
use tundish::engine::formula::OwnMeasure;
use tundish::engine::funnel::{Assembled, BesideKind};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::{Codebook, CohortPart, Figure, Lineage, answer, lineage};
use tundish::engine::report::*;
use tundish::engine::value::{Day, Quantity};

fn data(seed: u64) -> Assembled {
    let mut dice = Dice::new(seed);
    let deals = deals(&mut dice, 300);
    let costs = costs(&mut dice, 90);
    if seed.is_multiple_of(2) { dated(&deals, &costs) } else { assembled(&deals, &costs) }
}

fn questions(seed: u64) -> Vec<ReportSpec> {
    let mut dice = Dice::new(seed + 70);
    let start = super::made::START + dice.below(100) as i32;
    let period = PeriodSpec::Between(Period { first: Day(start), last: Day(start + 400) });
    let filter = Filter {
        dimension: Dimension::Campaign,
        values: vec!["Spring".to_owned()],
        exclude: true,
        ..Filter::default()
    };
    let mut all = Vec::new();
    for basis in [Basis::Cohort, Basis::Period] {
        let plain = ReportSpec { basis, ..ReportSpec::default() };
        all.push(plain.clone());
        let filters = vec![filter.clone()];
        all.push(ReportSpec { period, filters, ..plain });
    }
    all
}

pub fn traced(data: &Assembled, spec: &ReportSpec, figure: &Figure) -> Lineage {
    let found = lineage(&[], data, spec, &mut Codebook::default(), figure);
    let (lineage, picked) = found.unwrap_or_else(|why| panic!("{figure:?}: {why:?}"));
    let tallies = [&lineage.records, &lineage.costs].into_iter();
    let tallies = tallies.chain(lineage.beside.iter().map(|(_, tally)| tally));
    let (mut seen, mut rows) = (0, 0);
    for tally in tallies {
        let left: u64 = tally.left_out.iter().map(|(_, n)| n).sum();
        let other = tally.filtered + tally.elsewhere + tally.outside + tally.unconcerned;
        assert_eq!(other + tally.counted + left, tally.all, "{figure:?}");
        seen += tally.counted + left;
    }
    picked.iter().for_each(|p| rows += p.rows.len() as u64);
    assert_eq!(rows, seen, "{figure:?}: every row can be looked at");
    lineage
}

/// Whether rows come to the figure: for counts and for what is divided by counts of rows.
pub fn reconciles(id: M, quantity: &Quantity, found: &Lineage) {
    let n = |x: Option<f64>| x.unwrap_or(0.0) as u64;
    let records = &found.records;
    match id {
        M::Leads | M::Won | M::Lost | M::Open | M::Qualified | M::Opportunities => {
            assert_eq!(n(quantity.value), records.counted, "{id:?}");
        }
        M::WinRate | M::EndToEnd | M::LostRate | M::QualifiedRate | M::SqlRate => {
            assert_eq!(n(quantity.numerator), records.above, "{id:?}");
            assert_eq!(n(quantity.denominator), records.below, "{id:?}");
        }
        M::MedianCycle | M::AverageDeal => {
            assert_eq!(n(quantity.denominator), records.counted, "{id:?}");
        }
        M::Calls | M::Nps | M::Emails => {
            let beside: u64 = found.beside.iter().map(|(_, tally)| tally.counted).sum();
            let shown = if id == M::Nps { quantity.denominator } else { quantity.value };
            assert_eq!(n(shown), beside, "{id:?}");
        }
        _ => {}
    }
}

fn block(data: &Assembled, spec: &ReportSpec, block: BlockSpec) -> (ReportSpec, Answer) {
    let spec = ReportSpec { blocks: vec![block], ..spec.clone() };
    let answer = answer(&[], data, &spec).blocks.remove(0);
    (spec, answer)
}

const MEASURES: [M; 12] = [
    M::Leads,
    M::Won,
    M::WinRate,
    M::Revenue,
    M::MedianCycle,
    M::Spend,
    M::Cpl,
    M::Calls,
    M::Nps,
    M::Qualified,
    M::Opportunities,
    M::SqlRate,
];

#[test]
fn cells_and_totals_of_a_pivot() {
    for seed in 1..3 {
        let data = data(seed);
        for spec in questions(seed) {
            let level = Level { top: Some(1), subtotal: true, ..Level::default() };
            let pivot = PivotSpec {
                rows: vec![Dimension::Channel, Dimension::Campaign],
                columns: vec![Dimension::Created(Grain::Quarter)],
                measures: MEASURES.to_vec(),
                row_levels: vec![Level { top: Some(2), ..level.clone() }, level.clone()],
                column_levels: vec![Level { top: Some(4), ..Level::default() }],
                ..PivotSpec::default()
            };
            let (spec, answer) = block(&data, &spec, BlockSpec::Pivot(pivot));
            let Answer::Pivot(pivot) = answer else { panic!("{answer:?}") };
            let rows = (0..pivot.rows.len()).map(Some).chain([None]);
            for row in rows {
                for column in (0..pivot.columns.len()).map(Some).chain([None]) {
                    for (at, id) in pivot.measures.iter().enumerate() {
                        let cell = match (row, column) {
                            (Some(r), Some(c)) => &pivot.cells[r][c][at],
                            (Some(r), None) => &pivot.row_totals[r][at],
                            (None, Some(c)) => &pivot.column_totals[c][at],
                            (None, None) => &pivot.grand[at],
                        };
                        let figure = pivot.figure(row, column, at).unwrap();
                        let found = traced(&data, &spec, &figure);
                        let quantity = found.quantity.as_ref().unwrap();
                        assert!(same(quantity.value, cell.value), "{figure:?} {cell:?}");
                        assert_eq!(quantity.denominator.is_some(), cell.denominator.is_some());
                        reconciles(*id, cell, &found);
                    }
                }
            }
        }
    }
}

/// Sums over merged cells and over their rows in order may differ in the last digit.
pub fn same(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * a.abs().max(1.0),
        (a, b) => a == b,
    }
}

#[test]
fn points_of_a_trend_and_of_its_lines() {
    let data = data(4);
    for spec in questions(4) {
        let trend = TrendSpec {
            measures: MEASURES.to_vec(),
            grain: Grain::Quarter,
            split: Some(Dimension::Channel),
            top: Some(2),
            ..TrendSpec::default()
        };
        let (spec, answer) = block(&data, &spec, BlockSpec::Trend(trend));
        let Answer::Trend(trend) = answer else { panic!("{answer:?}") };
        for (at, id) in trend.measures.iter().enumerate() {
            for unit in 0..trend.starts.len() {
                for line in (0..trend.lines.len()).map(Some).chain([None]) {
                    let values = line.map_or(&trend.values, |l| &trend.lines[l].values);
                    let figure = trend.figure(line, unit, at).unwrap();
                    let found = traced(&data, &spec, &figure);
                    let shown = &values[at][unit];
                    let value = found.quantity.as_ref().unwrap().value;
                    assert!(same(value, shown.value), "{figure:?} {shown:?} {value:?}");
                    reconciles(*id, shown, &found);
                }
            }
        }
    }
}

#[test]
fn cells_of_cohorts() {
    let data = data(5);
    for spec in questions(5) {
        for figure in CohortFigure::ALL {
            for ages in [CohortAges::Units, CohortAges::Days(vec![30, 90])] {
                let cohorts =
                    CohortsSpec { figure, ages, grain: Grain::Quarter, ..CohortsSpec::default() };
                let (spec, answer) = block(&data, &spec, BlockSpec::Cohorts(cohorts));
                let Answer::Cohorts(cohorts) = answer else { panic!("{answer:?}") };
                check_cohorts(&data, &spec, &cohorts);
            }
        }
    }
}

fn check_cohorts(data: &Assembled, spec: &ReportSpec, cohorts: &Cohorts) {
    let check = |row: Option<usize>, part: CohortPart, shown: &Quantity| {
        let found = traced(data, spec, &cohorts.figure_of(row, part).unwrap());
        let n = |x: Option<f64>| x.unwrap_or(0.0) as u64;
        let quantity = found.quantity.as_ref().unwrap();
        assert!(same(quantity.value, shown.value), "{row:?} {part:?} {quantity:?} {shown:?}");
        assert!(same(quantity.numerator, shown.numerator), "{row:?} {part:?} {quantity:?}");
        assert_eq!(quantity.denominator, shown.denominator, "{row:?} {part:?}");
        match cohorts.figure {
            CohortFigure::WonShare
            | CohortFigure::Retention
            | CohortFigure::BoughtAgain
            | CohortFigure::Active
            | CohortFigure::Churned => {
                assert_eq!(found.records.above, n(shown.numerator), "{row:?} {part:?}");
                assert_eq!(found.records.below, n(shown.denominator), "{row:?} {part:?}");
            }
            CohortFigure::Won => assert_eq!(found.records.counted, n(shown.value)),
            CohortFigure::RevenuePerLead | CohortFigure::RevenuePerCustomer => {
                assert_eq!(found.records.below, n(shown.denominator), "{row:?} {part:?}");
            }
            CohortFigure::Revenue => {
                let any = found.records.counted > 0;
                assert_eq!(any, shown.value.is_some_and(|v| v > 0.0), "{row:?} {part:?}");
            }
        }
    };
    for (at, row) in cohorts.rows.iter().enumerate() {
        let records =
            traced(data, spec, &cohorts.figure_of(Some(at), CohortPart::Records).unwrap());
        assert_eq!(records.records.counted, row.records);
        assert_eq!(records.quantity.unwrap().value, Some(row.records as f64));
        check(Some(at), CohortPart::ByNow, &row.by_now);
        for (age, cell) in cohorts.ages.iter().zip(&row.cells) {
            if cell.maturity != Maturity::Unborn {
                check(Some(at), CohortPart::Age(*age), &cell.figure);
            }
        }
    }
    for (age, cell) in cohorts.ages.iter().zip(&cohorts.total) {
        if cell.maturity != Maturity::Unborn {
            check(None, CohortPart::Age(*age), &cell.figure);
        }
    }
    check(None, CohortPart::ByNow, &cohorts.by_now);
}

#[test]
fn values_that_are_spread_and_their_bins() {
    let data = data(6);
    for spec in questions(6) {
        for of in [
            SpreadOf::WonAmount,
            SpreadOf::DaysToWin,
            SpreadOf::DaysToLose,
            SpreadOf::DaysToClose,
            SpreadOf::OpenAge,
            SpreadOf::Cost,
        ] {
            let spread = BlockSpec::Spread(SpreadSpec { of: of.clone(), ..SpreadSpec::default() });
            let (spec, answer) = block(&data, &spec, spread);
            let Answer::Spread(spread) = answer else { panic!("{answer:?}") };
            let counted = |bin| {
                let found = traced(&data, &spec, &spread.figure(bin).unwrap());
                let rows = found.records.counted + found.costs.counted;
                assert_eq!(found.quantity.unwrap().value, Some(rows as f64));
                rows
            };
            assert_eq!(counted(None), spread.count, "{of:?}");
            for (at, bin) in spread.bins.iter().enumerate() {
                assert_eq!(counted(Some(at)), bin.count, "{of:?} {bin:?}");
            }
        }
    }
}

#[test]
fn what_a_channel_is_owed() {
    let data = data(7);
    for spec in questions(7) {
        for of in [AttributionOf::Won, AttributionOf::Revenue] {
            let attribution = AttributionSpec { of, ..AttributionSpec::default() };
            let (spec, answer) = block(&data, &spec, BlockSpec::Attribution(attribution));
            let Answer::Attribution(found) = answer else { panic!("{answer:?}") };
            assert_eq!(found.models, [Model::First], "one source a record");
            let mut counted = 0;
            for (at, row) in found.rows.iter().enumerate() {
                let traced = traced(&data, &spec, &found.figure(Some(at), 0).unwrap());
                assert_eq!(traced.quantity.unwrap().value, row.cells[0].value);
                counted += traced.records.counted;
            }
            let all = traced(&data, &spec, &found.figure(None, 0).unwrap());
            assert_eq!(all.quantity.as_ref(), Some(&found.total));
            assert_eq!(all.records.counted, counted);
            let left: u64 = all.records.left_out.iter().map(|(_, n)| n).sum();
            assert_eq!(all.records.counted + left, found.wins);
        }
    }
}

#[test]
fn rows_of_other_files_are_listed() {
    let data = data(8);
    let spec = ReportSpec { basis: Basis::Period, ..ReportSpec::default() };
    let of = |id: M, kind: BesideKind| {
        let found = traced(&data, &spec, &Figure::whole(id));
        let tally = found.beside.into_iter().find(|(k, _)| *k == kind);
        tally.unwrap_or_else(|| panic!("{id:?}")).1
    };
    // Twenty-four rows, of which three are in another currency.
    let costs = of(M::TotalCosts, BesideKind::OtherCosts);
    assert_eq!((costs.all, costs.counted), (24, 21));
    assert_eq!(costs.left_out.iter().map(|(_, n)| n).sum::<u64>(), 3);
    // Every fourth plan is of revenue: what revenue is divided by.
    let plans = of(M::RevenueAttainment, BesideKind::Plans);
    assert_eq!((plans.all, plans.below, plans.above, plans.unconcerned), (60, 15, 0, 45));
    let answers = of(M::Nps, BesideKind::Scores);
    assert_eq!(answers.counted + answers.left_out.iter().map(|(_, n)| n).sum::<u64>(), answers.all);
}

#[test]
fn filters_of_the_block_act_on_its_figures() {
    let data = data(9);
    let own = vec![Filter {
        dimension: Dimension::Channel,
        values: vec!["email".to_owned()],
        ..Filter::default()
    }];
    let kpis = KpisSpec { measures: vec![M::Leads], filters: own.clone() };
    let (spec, answer) = block(&data, &ReportSpec::default(), BlockSpec::Kpis(kpis));
    let Answer::Kpis(kpis) = answer else { panic!("{answer:?}") };
    let found = traced(&data, &spec, &Figure::whole(M::Leads).within(&own));
    assert_eq!(found.quantity.as_ref(), Some(&kpis.cards[0].now));
    assert_eq!(found.records.counted, kpis.cards[0].now.value.unwrap() as u64);
    assert!(found.records.filtered > 0);
}

#[test]
fn a_formula_is_its_measures() {
    let data = data(10);
    let own = OwnMeasure {
        id: 7,
        name: "Half of wins".to_owned(),
        formula: "won / leads".to_owned(),
        ..OwnMeasure::default()
    };
    let spec = ReportSpec { own: vec![own], ..ReportSpec::default() };
    let found = traced(&data, &spec, &Figure::whole(M::Own(7)));
    let value = found.quantity.unwrap().value.unwrap();
    let parts: Vec<(M, f64)> = found.parts.iter().map(|(id, q)| (*id, q.value.unwrap())).collect();
    assert_eq!(parts.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [M::Won, M::Leads]);
    assert_eq!(value, parts[0].1 / parts[1].1);
    for (id, value) in parts {
        let part = traced(&data, &spec, &Figure::whole(M::Own(7)).with_measure(id));
        assert_eq!(part.records.counted as f64, value, "{id:?}");
    }
}
