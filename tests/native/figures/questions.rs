//! Cohorts and spreads: a table worked out by hand, and the expected figures of real files.

use super::hand;
use super::made::{Deal, assembled};
use crate::tables::day;
use tundish::engine::filter::Grain;
use tundish::engine::funnel::Outcome;
use tundish::engine::query::answer;
use tundish::engine::report::*;
use tundish::engine::table::NO_DAY;

fn deal(created: &str, closed: &str, outcome: Outcome, amount: f64) -> Deal {
    let closed = if closed == "-" { NO_DAY } else { day(closed) };
    Deal::plain(day(created), closed, outcome, amount)
}

fn cohorts(deals: &[Deal], spec: CohortsSpec) -> Cohorts {
    let data = assembled(deals, &[]);
    let spec = ReportSpec { blocks: vec![BlockSpec::Cohorts(spec)], ..ReportSpec::default() };
    match answer(&[], &data, &spec).blocks.remove(0) {
        Answer::Cohorts(cohorts) => cohorts,
        other => panic!("{other:?}"),
    }
}

/// January: 4 leads, won after 0, 1 and 2 months. February: 2 leads, won in March. The data end on
/// 15 March, so March is young at every age.
fn three_months() -> Vec<Deal> {
    use Outcome::{Lost, Open, Won};
    vec![
        deal("2025-01-05", "2025-01-31", Won, 100.0),
        deal("2025-01-20", "2025-02-01", Won, 50.0),
        deal("2025-01-31", "2025-03-10", Won, 25.0),
        deal("2025-01-31", "2025-02-28", Lost, 10.0),
        deal("2025-02-14", "2025-03-14", Won, 200.0),
        deal("2025-02-28", "-", Open, 70.0),
        deal("2025-03-01", "2025-03-15", Won, 5.0),
    ]
}

#[test]
fn wins_by_age_in_months_with_what_is_young() {
    let spec = CohortsSpec {
        grain: Grain::Month,
        figure: CohortFigure::Won,
        ages: CohortAges::Units,
        ..CohortsSpec::default()
    };
    let found = cohorts(&three_months(), spec);
    assert_eq!(found.ages, [0, 1, 2]);
    let cells: Vec<Vec<(Option<f64>, Maturity)>> = found
        .rows
        .iter()
        .map(|r| r.cells.iter().map(|c| (c.figure.value, c.maturity)).collect())
        .collect();
    use Maturity::{Mature, Unborn, Young};
    assert_eq!(cells[0], [(Some(1.0), Mature), (Some(2.0), Mature), (Some(3.0), Young)]);
    assert_eq!(cells[1], [(Some(0.0), Mature), (Some(1.0), Young), (None, Unborn)]);
    assert_eq!(cells[2], [(Some(1.0), Young), (None, Unborn), (None, Unborn)]);
    // Age 0: January and February; age 1: January alone; age 2: nobody is old enough.
    let total: Vec<Option<f64>> = found.total.iter().map(|c| c.figure.value).collect();
    assert_eq!(total, [Some(1.0), Some(2.0), None]);
    assert_eq!((found.records, found.by_now.value, found.unplaced), (7, Some(5.0), 0));
}

#[test]
fn a_total_share_is_of_the_mature_cohorts_together_and_no_mean_of_shares() {
    let days = CohortAges::Days(vec![30, 14]);
    let spec = CohortsSpec {
        grain: Grain::Month,
        figure: CohortFigure::WonShare,
        ages: days,
        ..CohortsSpec::default()
    };
    let found = cohorts(&three_months(), spec);
    assert_eq!(found.ages, [14, 30]);
    let shares = |row: usize| -> Vec<(Option<f64>, Maturity)> {
        found.rows[row].cells.iter().map(|c| (c.figure.value, c.maturity)).collect()
    };
    // 26, 12 and 38 days in January; 28 in February; 14 in March.
    use Maturity::{Mature, Young};
    assert_eq!(shares(0), [(Some(0.25), Mature), (Some(0.5), Mature)]);
    assert_eq!(shares(1), [(Some(0.0), Mature), (Some(0.5), Young)]);
    // 28 February + 14 days is 14 March: mature. 1 March is 14 days old on the last day.
    assert_eq!(shares(2)[0], (Some(1.0), Young));
    let total = &found.total[0].figure;
    assert_eq!((total.numerator, total.denominator), (Some(1.0), Some(6.0)));
}

#[test]
fn a_spread_in_figures_and_bins() {
    let data = assembled(&three_months(), &[]);
    let of = |of: SpreadOf| {
        let blocks = vec![BlockSpec::Spread(SpreadSpec { of, ..SpreadSpec::default() })];
        match answer(&[], &data, &ReportSpec { blocks, ..ReportSpec::default() }).blocks.remove(0) {
            Answer::Spread(spread) => spread,
            other => panic!("{other:?}"),
        }
    };
    // 12, 14, 26, 28, 38.
    let days = of(SpreadOf::DaysToWin);
    assert_eq!((days.count, days.sum, days.mean), (5, 118.0, 23.6));
    assert_eq!(
        (days.least, days.p25, days.median, days.p75, days.greatest),
        (12.0, 14.0, 26.0, 28.0, 38.0)
    );
    // Squares of −11.6, −9.6, 2.4, 4.4, 14.4 add up to 459.2.
    assert!((days.deviation.unwrap() - (459.2f64 / 4.0).sqrt()).abs() < 1e-12);
    assert_eq!(days.bins.iter().map(|b| b.count).sum::<u64>(), 5);
    let holding =
        |value: f64| days.bins.iter().find(|b| b.from <= value && b.to.is_none_or(|t| value < t));
    assert!([12.0, 38.0].iter().all(|v| holding(*v).is_some_and(|b| b.count > 0)));
    let amounts = of(SpreadOf::WonAmount);
    assert_eq!((amounts.count, amounts.sum, amounts.median), (5, 380.0, 50.0));
    assert_eq!(of(SpreadOf::DaysToLose).median, 28.0);
    // Open since 28 February, as of 15 March.
    assert_eq!(of(SpreadOf::OpenAge).median, 15.0);
}

#[test]
fn a_long_tail_is_one_bin() {
    let deals: Vec<Deal> = (0..100)
        .map(|i| {
            deal("2025-01-01", "2025-01-02", Outcome::Won, if i == 99 { 1e6 } else { f64::from(i) })
        })
        .collect();
    let data = assembled(&deals, &[]);
    let blocks =
        vec![BlockSpec::Spread(SpreadSpec { of: SpreadOf::WonAmount, ..SpreadSpec::default() })];
    let spec = ReportSpec { blocks, ..ReportSpec::default() };
    let Answer::Spread(spread) = answer(&[], &data, &spec).blocks.remove(0) else { panic!() };
    assert!((10..=20).contains(&spread.bins.len()), "{}", spread.bins.len());
    let last = spread.bins.last().unwrap();
    assert_eq!(last.to, None);
    assert_eq!(spread.bins.iter().map(|b| b.count).sum::<u64>(), 100);
    assert!(spread.bins.windows(2).all(|w| w[0].to == Some(w[1].from)));
}

#[test]
fn nothing_to_show_says_so() {
    let data = hand::sample();
    let of = SpreadOf::Column { file: "gone.csv".to_owned(), header: "price".to_owned() };
    let blocks = vec![BlockSpec::Spread(SpreadSpec { of, ..SpreadSpec::default() })];
    let spec = ReportSpec { blocks, ..ReportSpec::default() };
    let answer = answer(&[], &data, &spec).blocks.remove(0);
    assert_eq!(answer, Answer::Absent(Absence::NoDimension));
}
