//! Trends in parts, beside the year before, smoothed and by season.

use super::rig::{Rig, Row, column, near, of, rig};
use crate::tables::day;

use tundish::engine::dimension::Label;
use tundish::engine::filter::{Fiscal, Grain, Period, PeriodSpec};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::report::*;
use tundish::engine::value::Day;

pub fn trend(rig: &Rig, spec: TrendSpec, period: PeriodSpec) -> Trend {
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
    // Weeks that begin on Saturday and on Sunday as well.
    let weeks = [Grain::Week, Grain::WeekFrom(6), Grain::WeekFrom(7)];
    for grain in weeks.into_iter().chain([Grain::Month, Grain::Quarter]) {
        let asked = TrendSpec { year_before: true, ..spec(grain) };
        let trend = trend(&rig, asked, PeriodSpec::Between(period));
        for (at, start) in trend.starts.iter().enumerate() {
            let days = |d: Day| match grain {
                Grain::Week | Grain::WeekFrom(_) => Day(d.0 - 364),
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

/// A lead of which nothing else is known.
pub fn lead(created: Day) -> Row {
    Row {
        created: Some(created),
        stage: "New",
        amount: None,
        region: None,
        rep: None,
        note: None,
        seats: None,
        due: None,
    }
}

/// Two fiscal years that begin in February, each with quarters of 10, 20, 10 and 40 leads. The
/// level is 80 a year, 20 a quarter throughout, so the index is 0.5, 1, 0.5 and 2 by hand, from the
/// quarter of February on.
#[test]
fn quarters_of_a_fiscal_year_have_seasons_of_their_own() {
    let mut rows = Vec::new();
    for quarter in 0..8 {
        let begins = day("2023-02-01");
        let start = Day(begins).add_months(quarter * 3);
        for _ in 0..[10, 20, 10, 40][quarter as usize % 4] {
            rows.push(lead(start));
        }
    }
    // The next year has begun, so that the eighth quarter is over.
    rows.push(lead(Day(day("2025-02-01"))));
    let rig = of(rows);
    let grain = Grain::FiscalQuarter(Fiscal { month: 2, by_end: false });
    let found = trend(&rig, TrendSpec { season: true, ..spec(grain) }, PeriodSpec::All);
    let Season::Index(index) = &found.season[0] else { panic!("{:?}", found.season) };
    let by_hand = [0.5, 1.0, 0.5, 2.0];
    assert!(index.iter().zip(by_hand).all(|(a, b)| (a - b).abs() < 1e-9), "{index:?}");
}

#[test]
fn days_without_a_record_are_not_days_without_a_column() {
    let rig = rig(35, 60);
    let empty = PeriodSpec::Between(Period { first: Day(0), last: Day(30) });
    let asked = |block| rig.one(block, ReportSpec { period: empty, ..ReportSpec::default() });
    let absent = |answer| match answer {
        Answer::Absent(why) => why,
        other => panic!("{other:?}"),
    };
    let found = asked(BlockSpec::Trend(spec(Grain::Month)));
    assert_eq!(absent(found), Absence::NothingInPeriod);
}
