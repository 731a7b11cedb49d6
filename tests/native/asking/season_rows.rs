//! A seasonality index opens what it is made of: the units of its place in the year with their levels
//! and ratios, and the rows of these units.

use super::rig::{Rig, near, of, rig};
use super::trends::{lead, trend};
use crate::tables::day;
use tundish::engine::calendar::Calendar;
use tundish::engine::filter::{Grain, Period, PeriodSpec};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::{Codebook, Figure, Lineage, lineage};
use tundish::engine::report::*;
use tundish::engine::value::{Day, Unit};

const MEASURES: [M; 3] = [M::Leads, M::Won, M::Revenue];

fn spec(grain: Grain) -> TrendSpec {
    TrendSpec { measures: MEASURES.to_vec(), grain, season: true, ..TrendSpec::default() }
}

/// What a figure is made of; every row of it can be looked at.
fn traced(rig: &Rig, spec: &ReportSpec, figure: &Figure) -> Lineage {
    let views = [rig.file.view()];
    let found = lineage(&views, &rig.made, spec, &mut Codebook::default(), figure);
    let (lineage, picked) = found.unwrap();
    let tally = &lineage.records;
    let left: u64 = tally.left_out.iter().map(|(_, n)| n).sum();
    assert_eq!(picked.iter().map(|p| p.rows.len() as u64).sum::<u64>(), tally.counted + left);
    let others = tally.filtered + tally.elsewhere + tally.outside + tally.unconcerned;
    assert_eq!(others + tally.counted + left, tally.all);
    lineage
}

fn index(found: &Trend, measure: usize) -> &[f64] {
    match &found.season[measure] {
        Season::Index(index) => index,
        absent => panic!("{absent:?}"),
    }
}

/// Every index of every measure, against the figures of the trend itself.
fn each_index_is_made_of_its_units(rig: &Rig, grain: Grain, period: PeriodSpec) {
    let found = trend(rig, spec(grain), period);
    let report = ReportSpec { period, ..ReportSpec::default() };
    let cycle = Season::units(grain).unwrap();
    for (measure, id) in MEASURES.into_iter().enumerate() {
        let values: Vec<f64> =
            found.values[measure].iter().map(|q| q.value.unwrap_or(0.0)).collect();
        let mut means = Vec::new();
        for (place, shown) in index(&found, measure).iter().enumerate() {
            let figure = found.figure_season(place, measure).unwrap();
            let opened = traced(rig, &report, &figure);
            let quantity = opened.quantity.unwrap();
            assert_eq!((quantity.value, quantity.unit), (Some(*shown), Unit::Ratio));
            let season = opened.season.unwrap();
            assert!(near(Some(season.mean / season.of_all), Some(*shown)));
            for unit in &season.units {
                let at = found.starts.iter().position(|s| *s == unit.start).unwrap();
                assert_eq!(Season::place(grain, unit.start), place);
                assert!(near(unit.figure.value, Some(values[at])));
                // A year around it, of which the first and the last unit are half.
                let around: f64 = values[at - cycle / 2 + 1..at + cycle / 2].iter().sum();
                let ends = values[at - cycle / 2] + values[at + cycle / 2];
                let level = (around + ends / 2.0) / cycle as f64;
                assert!(near(unit.level.value, Some(level)), "{level} {:?}", unit.level);
                assert!(near(Some(unit.ratio), Some(values[at] / level)));
            }
            let sum: f64 = season.units.iter().map(|unit| unit.ratio).sum();
            assert!(near(Some(season.mean), Some(sum / season.units.len() as f64)));
            means.push((season.mean, season.of_all));
            if id != M::Revenue {
                let counted: f64 = season.units.iter().filter_map(|u| u.figure.value).sum();
                assert_eq!(opened.records.counted as f64, counted, "{place}");
            }
        }
        let of_all = means.iter().map(|(mean, _)| mean).sum::<f64>() / cycle as f64;
        assert!(means.iter().all(|(_, divisor)| near(Some(*divisor), Some(of_all))));
    }
}

#[test]
fn each_season_opens_its_units_and_their_rows() {
    let rig = rig(61, 2500);
    each_index_is_made_of_its_units(&rig, Grain::Month, PeriodSpec::All);
    each_index_is_made_of_its_units(&rig, Grain::Quarter, PeriodSpec::All);
    // The period cuts its first month and its last one: neither says anything of a season.
    let first = Day::from_ymd(2022, 12, 9).unwrap();
    let cut = Period { first, last: Day::from_ymd(2025, 2, 10).unwrap() };
    each_index_is_made_of_its_units(&rig, Grain::Month, PeriodSpec::Between(cut));
}

/// The quarters of February have 10 leads each year; only that of the second year has half a year on
/// either side of it. Its level is (40 / 2 + 10 + 20 + 10 + 40 / 2) / 4 = 20, as it is everywhere.
#[test]
fn the_rows_are_those_of_the_units_that_have_a_level() {
    let mut rows = Vec::new();
    for (quarter, leads) in [10, 20, 10, 40, 10, 20, 10, 40].into_iter().enumerate() {
        let start = Day(day("2023-02-01")).add_months(quarter as i32 * 3);
        (0..leads).for_each(|_| rows.push(lead(start)));
    }
    rows.push(lead(Day(day("2025-02-01"))));
    let rig = of(rows);
    let calendar = Calendar { year_start: 2, ..Calendar::default() };
    let report = ReportSpec { calendar, ..ReportSpec::default() };
    let Answer::Trend(found) = rig.one(BlockSpec::Trend(spec(Grain::Quarter)), report.clone())
    else {
        panic!("no trend")
    };
    let opened = traced(&rig, &report, &found.figure_season(0, 0).unwrap());
    let season = opened.season.unwrap();
    let [unit] = season.units.as_slice() else { panic!("{season:?}") };
    assert_eq!(unit.start, Day(day("2024-02-01")));
    assert_eq!((unit.figure.value, unit.level.value, unit.ratio), (Some(10.0), Some(20.0), 0.5));
    assert_eq!((season.mean, season.of_all), (0.5, 1.0));
    assert_eq!((opened.records.counted, opened.records.outside), (10, 151));
}

#[test]
fn a_measure_without_seasons_opens_none() {
    let rig = rig(62, 900);
    let days = Period { first: Day(day("2022-11-20")), last: Day(day("2025-08-15")) };
    let figure = Figure::Season { id: M::WinRate, grain: Grain::Month, days, place: 2 };
    let views = [rig.file.view()];
    let spec = ReportSpec::default();
    let found = lineage(&views, &rig.made, &spec, &mut Codebook::default(), &figure);
    assert_eq!(found.err(), Some(Absence::NoValues));
}
