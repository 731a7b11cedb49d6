//! Open deals of a period: by creation, by when they are expected to close, or as they stand.

use super::hand::near;
use crate::tables::{File, assembled, file, ladder, mapped};
use tundish::engine::filter::{Comparison, Grain, Period, PeriodSpec};
use tundish::engine::funnel::Assembled;
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::{Codebook, Figure, answer, lineage};
use tundish::engine::report::*;
use tundish::engine::value::{Caution, Day};
use tundish::engine::window::Part;

/// Two deals that are hoped for in May and in August, one of which nobody says when, one that was won.
fn data(tells_expected: bool) -> (File, Assembled) {
    let rows = [
        "A|2024-01-10||offer|1000|50|2024-05-10",
        "B|2024-04-02||new|400|20|2024-08-01",
        "C|2024-04-05||new|80|10|",
        "D|2024-02-01|2024-04-20|won|300|100|2024-04-01",
    ];
    let header = "id|created:date|closed:date|stage|amount:money|chance:int|expected:date";
    let deals = file("deals", header, &rows);
    let mut roles = vec![
        (R::RecordId, "id"),
        (R::Created, "created"),
        (R::Closed, "closed"),
        (R::Stage, "stage"),
        (R::Amount, "amount"),
        (R::Probability, "chance"),
    ];
    roles.extend(tells_expected.then_some((R::ExpectedClose, "expected")));
    let mapping = Mapping {
        files: vec![mapped("deals", FileKind::Deals, &roles)],
        ladder: ladder(&["new", "offer"], &["won"], &["lost"]),
        ..Mapping::default()
    };
    let made = assembled(&[&deals], &mapping);
    (deals, made)
}

fn ymd(month: u32, day: u32) -> Day {
    Day::from_ymd(2024, month, day).unwrap()
}

/// The second quarter.
fn of(basis: Basis) -> ReportSpec {
    let period = PeriodSpec::Between(Period { first: ymd(4, 1), last: ymd(6, 30) });
    ReportSpec { basis, period, ..ReportSpec::default() }
}

const MEASURES: [M; 3] = [M::PipelineValue, M::WeightedPipeline, M::StageWeightedPipeline];

fn cards(data: &(File, Assembled), spec: &ReportSpec) -> Vec<Kpi> {
    let measures = MEASURES.to_vec();
    let blocks = vec![BlockSpec::Kpis(KpisSpec { measures, ..KpisSpec::default() })];
    let spec = ReportSpec { blocks, ..spec.clone() };
    match answer(&[data.0.view()], &data.1, &spec).blocks.remove(0) {
        Answer::Kpis(kpis) => kpis.cards,
        other => panic!("{other:?}"),
    }
}

fn check(data: &(File, Assembled), spec: &ReportSpec, by_hand: [f64; 3]) {
    for (card, by_hand) in cards(data, spec).iter().zip(by_hand) {
        let value = card.now.value.unwrap();
        assert!(near(value, by_hand), "{:?}: {value}, by hand {by_hand}", card.measure);
    }
}

#[test]
fn the_pipeline_of_a_period_is_what_is_expected_in_it() {
    let data = data(true);
    // One closed deal, which was won: all stages that it came to have won all.
    check(&data, &of(Basis::Period), [1000.0, 500.0, 1000.0]);
    check(&data, &of(Basis::Cohort), [480.0, 88.0, 480.0]);
    let whole = ReportSpec { basis: Basis::Period, ..ReportSpec::default() };
    check(&data, &whole, [1480.0, 588.0, 1480.0]);
    let card = cards(&data, &of(Basis::Period)).remove(0);
    assert!(card.now.cautions.contains(&Caution::WithoutDates { records: 1 }), "{card:?}");
    assert!(cards(&data, &of(Basis::Cohort))[0].now.cautions.is_empty());
}

#[test]
fn without_a_day_of_closing_it_is_all_that_is_open() {
    let data = data(false);
    let spec = ReportSpec { comparison: Comparison::PreviousPeriod, ..of(Basis::Period) };
    check(&data, &spec, [1480.0, 588.0, 1480.0]);
    check(&data, &of(Basis::Cohort), [480.0, 88.0, 480.0]);
    // Nobody knows how it stood before, nor from month to month.
    assert!(cards(&data, &spec).iter().all(|card| card.before.is_none()));
    let trend = TrendSpec { measures: MEASURES.to_vec(), ..TrendSpec::default() };
    let spec = ReportSpec { blocks: vec![BlockSpec::Trend(trend)], ..spec };
    let found = answer(&[data.0.view()], &data.1, &spec).blocks.remove(0);
    assert_eq!(found, Answer::Absent(Absence::NotAlongTime));
}

#[test]
fn along_time_it_goes_as_far_ahead_as_is_expected() {
    let data = data(true);
    let trend =
        TrendSpec { measures: vec![M::PipelineValue], grain: Grain::Month, ..TrendSpec::default() };
    let spec = ReportSpec {
        basis: Basis::Period,
        blocks: vec![BlockSpec::Trend(trend)],
        ..ReportSpec::default()
    };
    let found = answer(&[data.0.view()], &data.1, &spec).blocks.remove(0);
    let Answer::Trend(trend) = found else { panic!("{found:?}") };
    let months: Vec<(Day, Option<f64>)> =
        trend.starts.iter().copied().zip(trend.values[0].iter().map(|q| q.value)).collect();
    let by_hand = [(5, 1000.0), (6, 0.0), (7, 0.0), (8, 400.0)];
    assert_eq!(months, by_hand.map(|(month, sum)| (ymd(month, 1), Some(sum))));
}

#[test]
fn its_rows_are_those_that_are_expected_and_those_without_a_day() {
    let data = data(true);
    let views = [data.0.view()];
    let figure = Figure::whole(M::PipelineValue);
    let spec = of(Basis::Period);
    let (found, rows) = lineage(&views, &data.1, &spec, &mut Codebook::default(), &figure).unwrap();
    assert!(found.acts.basis);
    let rows: Vec<(u32, Option<Part>)> = rows[0].rows.iter().map(|r| (r.row, r.part)).collect();
    assert_eq!(rows, [(0, Some(Part::Counted)), (2, Some(Part::WithoutDates))]);
}
