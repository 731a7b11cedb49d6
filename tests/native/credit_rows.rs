//! The rows behind parts of records: each whole record with the share of it that is counted, and
//! figures of a trend that have rows of other units.

use crate::credit::{ask, touched};
use crate::figures::made::{Dice, START, assembled, costs, deals};
use tundish::engine::attribution::Model;
use tundish::engine::dimension::Dimension;
use tundish::engine::filter::{Grain, Period, PeriodSpec};
use tundish::engine::funnel::Assembled;
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::{Codebook, Figure, Lineage, answer, lineage};
use tundish::engine::report::*;
use tundish::engine::value::{Day, Quantity};
use tundish::engine::window::Picked;

fn traced(data: &Assembled, spec: &ReportSpec, figure: &Figure) -> (Lineage, Vec<Picked>) {
    let found = lineage(&[], data, spec, &mut Codebook::default(), figure);
    found.unwrap_or_else(|why| panic!("{figure:?}: {why:?}"))
}

fn near(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * a.abs().max(1.0),
        (a, b) => a == b,
    }
}

fn shares(picked: &[Picked]) -> Vec<f64> {
    picked.iter().flat_map(|p| &p.rows).filter_map(|row| row.share).collect()
}

#[test]
fn shares_of_the_records_behind_a_cell_come_to_the_figure() {
    let mut fractions = 0;
    for model in [Model::Linear, Model::UShaped, Model::TimeDecay, Model::Shapley] {
        let data = touched(3);
        let attribution = AttributionSpec { of: AttributionOf::Won, ..AttributionSpec::default() };
        let spec = ask(None, Basis::Cohort, vec![BlockSpec::Attribution(attribution)]);
        let Answer::Attribution(found) = answer(&[], &data, &spec).blocks.remove(0) else {
            panic!()
        };
        let column = found.models.iter().position(|m| *m == model).unwrap();
        for at in 0..found.rows.len() {
            let (lineage, picked) = traced(&data, &spec, &found.figure(Some(at), column).unwrap());
            let shares = shares(&picked);
            let sum = shares.iter().sum::<f64>();
            let shown = found.rows[at].cells[column].value;
            assert!(near(Some(sum), shown), "{model:?} {sum} {shown:?}");
            assert_eq!(shares.len() as u64, lineage.records.counted);
            fractions += shares.iter().filter(|s| s.fract() != 0.0).count();
        }
        let table = BreakdownSpec {
            dimension: Dimension::Channel,
            measures: vec![M::Won, M::Leads, M::WinRate],
            ..BreakdownSpec::default()
        };
        let spec = ask(Some(model), Basis::Cohort, vec![BlockSpec::Breakdown(table)]);
        let Answer::Breakdown(found) = answer(&[], &data, &spec).blocks.remove(0) else { panic!() };
        for (at, row) in found.rows.iter().enumerate() {
            for measure in [0, 1] {
                let (_, picked) = traced(&data, &spec, &found.figure(Some(at), measure).unwrap());
                let sum = shares(&picked).iter().sum::<f64>();
                assert!(near(Some(sum), row.cells[measure].value), "{model:?} {measure}");
            }
        }
        let (_, picked) = traced(&data, &spec, &found.figure(None, 0).unwrap());
        assert_eq!(shares(&picked), Vec::<f64>::new(), "the whole has whole records");
    }
    assert!(fractions > 100);
}

#[test]
fn the_year_before_and_the_moving_average_have_their_rows() {
    let mut dice = Dice::new(11);
    let deals = deals(&mut dice, 300);
    let data = assembled(&deals, &costs(&mut dice, 90));
    let measures = vec![M::Leads, M::Won, M::WinRate, M::Revenue, M::MedianCycle, M::Spend];
    let between = Period { first: Day(START + 380), last: Day(START + 650) };
    let mut counted = 0;
    for period in [PeriodSpec::All, PeriodSpec::Between(between)] {
        for basis in [Basis::Cohort, Basis::Period] {
            for grain in [Grain::Month, Grain::Week] {
                let trend = TrendSpec {
                    measures: measures.clone(),
                    grain,
                    year_before: true,
                    average: Some(3),
                    ..TrendSpec::default()
                };
                let blocks = vec![BlockSpec::Trend(trend)];
                let spec = ReportSpec { period, basis, blocks, ..ReportSpec::default() };
                let Answer::Trend(trend) = answer(&[], &data, &spec).blocks.remove(0) else {
                    panic!()
                };
                for (at, id) in measures.iter().enumerate() {
                    for unit in 0..trend.starts.len() {
                        let mut check = |figure: Option<Figure>, shown: &Quantity, sum: f64| {
                            if shown.value.is_none() {
                                return;
                            }
                            let (found, _) = traced(&data, &spec, &figure.unwrap());
                            let value = found.quantity.as_ref().and_then(|q| q.value);
                            assert!(near(value, shown.value), "{id:?} {unit} {shown:?} {value:?}");
                            let rows = found.records.counted as f64;
                            if matches!(id, M::Leads | M::Won) {
                                assert!(near(Some(rows / sum), shown.value), "{id:?} {unit}");
                            }
                            counted += 1;
                        };
                        let before = &trend.year_before[at][unit];
                        check(trend.figure_year_before(unit, at), before, 1.0);
                        check(trend.figure_average(unit, at), &trend.average[at][unit], 3.0);
                    }
                }
            }
        }
    }
    assert!(counted > 500, "{counted}");
}
