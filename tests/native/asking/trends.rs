//! Trends in parts, beside the year before, smoothed and by season.

use super::rig::{Rig, Row, column, near, rig};
use tundish::engine::dimension::Label;
use tundish::engine::filter::{Grain, Period, PeriodSpec};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::report::*;
use tundish::engine::value::Day;

fn trend(rig: &Rig, spec: TrendSpec, period: PeriodSpec) -> Trend {
    let report = ReportSpec { period, ..ReportSpec::default() };
    match rig.one(BlockSpec::Trend(spec), report) {
        Answer::Trend(trend) => trend,
        other => panic!("{other:?}"),
    }
}

fn spec(grain: Grain) -> TrendSpec {
    TrendSpec { measures: vec![M::Leads, M::WinRate], grain, ..TrendSpec::default() }
}

fn figures(rows: &[&Row]) -> [Option<f64>; 2] {
    let won = rows.iter().filter(|r| r.won()).count() as f64;
    let closed = rows.iter().filter(|r| r.stage != "New").count() as f64;
    [Some(rows.len() as f64), (closed > 0.0).then(|| won / closed)]
}

fn between(rig: &Rig, first: Day, next: Day) -> Vec<&Row> {
    let is = |r: &&Row| r.created.is_some_and(|d| first <= d && d < next);
    rig.rows.iter().filter(is).collect()
}

#[test]
fn lines_of_groups_and_their_rest_make_the_whole() {
    let rig = rig(31, 800);
    let split = TrendSpec { split: Some(column("rep")), top: Some(3), ..spec(Grain::Quarter) };
    let trend = trend(&rig, split, PeriodSpec::All);
    assert_eq!(trend.lines.len(), 4);
    assert_eq!(trend.lines[3].label, Label::Rest(4));
    for (at, start) in trend.starts.iter().enumerate() {
        let rows = between(&rig, *start, trend.grain.next(*start));
        let named: Vec<String> = trend.lines[..3]
            .iter()
            .map(|l| match &l.label {
                Label::Text(text) => text.clone(),
                _ => String::new(),
            })
            .collect();
        for (n, line) in trend.lines.iter().enumerate() {
            let of = |r: &&&Row| {
                let rep = r.rep.unwrap_or_default();
                match n {
                    3 => !named.iter().any(|name| name == rep),
                    n => named[n] == rep,
                }
            };
            let rows: Vec<&Row> = rows.iter().filter(of).copied().collect();
            for (m, expected) in figures(&rows).into_iter().enumerate() {
                assert!(near(line.values[m][at].value, expected), "{start} {n} {m}");
            }
        }
    }
}

#[test]
fn the_year_before_is_on_the_same_days() {
    let rig = rig(32, 900);
    let ymd = |y, m, d| Day::from_ymd(y, m, d).unwrap();
    let period = Period { first: ymd(2024, 2, 10), last: ymd(2024, 7, 20) };
    for grain in [Grain::Week, Grain::Month, Grain::Quarter] {
        let asked = TrendSpec { year_before: true, ..spec(grain) };
        let trend = trend(&rig, asked, PeriodSpec::Between(period));
        for (at, start) in trend.starts.iter().enumerate() {
            let days = |d: Day| match grain {
                Grain::Week => Day(d.0 - 364),
                _ => d.add_months(-12),
            };
            let from = days((*start).max(period.first));
            let next = days(grain.next(*start).min(Day(period.last.0 + 1)));
            let expected = figures(&between(&rig, from, next));
            for (m, expected) in expected.into_iter().enumerate() {
                let found = trend.year_before[m][at].value;
                assert!(near(found, expected), "{grain:?} {start} {found:?} {expected:?}");
            }
        }
    }
    // Of everything: the first year has none before it.
    let asked = TrendSpec { year_before: true, ..spec(Grain::Month) };
    let whole = trend(&rig, asked, PeriodSpec::All);
    assert!(whole.year_before[0][..12].iter().all(|q| q.value.is_none()));
    assert_eq!(whole.year_before[0][12].value, whole.values[0][0].value);
}

#[test]
fn a_moving_average_of_rates_is_the_rate_of_all_their_rows() {
    let rig = rig(33, 900);
    let asked = TrendSpec { average: Some(3), ..spec(Grain::Month) };
    let trend = trend(&rig, asked, PeriodSpec::All);
    assert_eq!(trend.average_units, 3);
    for at in 0..trend.starts.len() {
        let expected = match at {
            0 | 1 => [None, None],
            _ => {
                let next = Grain::Month.next(trend.starts[at]);
                let [leads, rate] = figures(&between(&rig, trend.starts[at - 2], next));
                [leads.map(|n| n / 3.0), rate]
            }
        };
        for (m, expected) in expected.into_iter().enumerate() {
            assert!(near(trend.average[m][at].value, expected), "{at} {m}");
        }
    }
}

#[test]
fn a_season_needs_two_whole_years_of_sums() {
    let rig = rig(34, 2000);
    let of = |grain, period| trend(&rig, TrendSpec { season: true, ..spec(grain) }, period).season;
    let season = of(Grain::Month, PeriodSpec::All);
    let Season::Index(index) = &season[0] else { panic!("{season:?}") };
    assert_eq!(index.len(), 12);
    assert!((index.iter().sum::<f64>() - 12.0).abs() < 1e-9);
    assert_eq!(season[1], Season::Absent(SeasonAbsence::NotASum));
    let ymd = |y, m, d| Day::from_ymd(y, m, d).unwrap();
    let short = Period { first: ymd(2023, 1, 1), last: ymd(2024, 11, 30) };
    let season = of(Grain::Month, PeriodSpec::Between(short));
    assert_eq!(season[0], Season::Absent(SeasonAbsence::TooShort));
    let season = of(Grain::Week, PeriodSpec::All);
    assert_eq!(season[0], Season::Absent(SeasonAbsence::NotThisGrain));
}
