//! Cohorts of customers: tables worked out by hand, and a second computation on random records.

use super::made::{Deal, Dice, assembled, deals};
use crate::tables::day;
use std::collections::BTreeMap;
use tundish::engine::filter::{Grain, Period, PeriodSpec};
use tundish::engine::funnel::{Assembled, Outcome};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::{Codebook, Figure, answer, lineage};
use tundish::engine::report::CohortFigure as F;
use tundish::engine::report::*;
use tundish::engine::table::NO_DAY;
use tundish::engine::value::{Day, Quantity};

/// Records by customer (0 = not named), day and amount; the last one is open, and of nobody.
fn won(wins: &[(u32, &str, f64)], last_day: &str) -> Assembled {
    let deal =
        |closed: i32, outcome, amount| Deal::plain(day("2020-01-01"), closed, outcome, amount);
    let day_of = |text: &str| if text == "-" { NO_DAY } else { day(text) };
    let mut all: Vec<Deal> = wins
        .iter()
        .map(|(_, closed, amount)| deal(day_of(closed), Outcome::Won, *amount))
        .collect();
    all.push(deal(day(last_day), Outcome::Lost, 0.0));
    let mut data = assembled(&all, &[]);
    data.details.account = wins.iter().map(|(account, ..)| *account).chain([0]).collect();
    data
}

fn asked(data: &Assembled, spec: CohortsSpec, of: &ReportSpec) -> Cohorts {
    let spec = ReportSpec { blocks: vec![BlockSpec::Cohorts(spec)], ..of.clone() };
    match answer(&[], data, &spec).blocks.remove(0) {
        Answer::Cohorts(cohorts) => cohorts,
        other => panic!("{other:?}"),
    }
}

fn cohorts(data: &Assembled, figure: F, grain: Grain, ages: CohortAges) -> Cohorts {
    let spec = CohortsSpec { grain, figure, ages, ..CohortsSpec::default() };
    asked(data, spec, &ReportSpec::default())
}

/// `1/3`, with `~` where young; empty where there is no figure yet.
fn written(cells: &[CohortCell]) -> Vec<String> {
    let part = |x: Option<f64>| x.map_or("–".to_owned(), |x| x.to_string());
    let cell = |c: &CohortCell| match c.maturity {
        Maturity::Unborn => String::new(),
        Maturity::Young => format!("~{}/{}", part(c.figure.numerator), part(c.figure.denominator)),
        Maturity::Mature => format!("{}/{}", part(c.figure.numerator), part(c.figure.denominator)),
    };
    cells.iter().map(cell).collect()
}

fn table(found: &Cohorts) -> Vec<Vec<String>> {
    found.rows.iter().map(|row| written(&row.cells)).chain([written(&found.total)]).collect()
}

/// January: customer 1 buys on the 10th, again on 5 and 20 February; 2 on the 31st, again on 1 March;
/// 3 twice in January. February: 4, once. March: 5, on two days. The data end on 15 March.
fn shop() -> Assembled {
    let wins = [
        (1, "2025-01-10", 100.0),
        (1, "2025-02-20", 10.0),
        (1, "2025-02-05", 20.0),
        (1, "-", 999.0),
        (2, "2025-01-31", 50.0),
        (2, "2025-03-01", 5.0),
        (3, "2025-01-20", 7.0),
        (3, "2025-01-15", 30.0),
        (4, "2025-02-14", 60.0),
        (5, "2025-03-04", 1.0),
        (5, "2025-03-03", 2.0),
        (0, "2025-02-02", 400.0),
    ];
    won(&wins, "2025-03-15")
}

#[test]
fn who_bought_in_each_month_after_the_first() {
    let found = cohorts(&shop(), F::Retention, Grain::Month, CohortAges::Units);
    let expected: [&[&str]; 4] = [
        &["3/3", "1/3", "~1/3"],
        &["1/1", "~0/1", ""],
        &["~1/1", "", ""],
        // Of January and February; of January alone; nobody is old enough.
        &["4/4", "1/3", ""],
    ];
    assert_eq!(table(&found), expected);
    assert_eq!(found.rows.iter().map(|r| r.records).collect::<Vec<_>>(), [3, 1, 1]);
    // The win without a day, and the one that names nobody.
    assert_eq!((found.records, found.unplaced), (5, 2));
    assert_eq!(found.customers, Some(Entity::Account));
    // Below ten the counts say more than the rate.
    let cell = &found.rows[0].cells[1].figure;
    assert!(cell.cautions.contains(&tundish::engine::value::Caution::SmallDenominator));
    assert!(cell.interval.is_some());
}

#[test]
fn who_had_bought_again_and_what_they_brought() {
    let data = shop();
    let again = cohorts(&data, F::BoughtAgain, Grain::Month, CohortAges::Units);
    let expected: [&[&str]; 4] =
        [&["1/3", "2/3", "~3/3"], &["0/1", "~0/1", ""], &["~1/1", "", ""], &["1/4", "2/3", ""]];
    assert_eq!(table(&again), expected);
    // As the measure of repeat customers has it.
    assert_eq!((again.by_now.numerator, again.by_now.denominator), (Some(4.0), Some(5.0)));
    let repeat = measured(&data, M::RepeatCustomers);
    assert_eq!(repeat.value, again.by_now.value);

    let money = cohorts(&data, F::RevenuePerCustomer, Grain::Month, CohortAges::Units);
    let expected: [&[&str]; 4] = [
        &["187/3", "217/3", "~222/3"],
        &["60/1", "~60/1", ""],
        &["~3/1", "", ""],
        &["247/4", "217/3", ""],
    ];
    assert_eq!(table(&money), expected);
}

#[test]
fn days_since_the_first_purchase() {
    let days = || CohortAges::Days(vec![59, 26, 30]);
    // Customer 1 comes back after 26 and 41 days, 2 after 29, 3 after 5, 5 on the next day.
    let found = cohorts(&shop(), F::Retention, Grain::Month, days());
    assert_eq!(found.ages, [26, 30, 59]);
    let expected: [&[&str]; 4] = [
        &["3/3", "1/3", "~1/3"],
        &["~1/1", "~0/1", "~0/1"],
        &["~1/1", "~0/1", "~0/1"],
        &["3/3", "1/3", ""],
    ];
    assert_eq!(table(&found), expected);
    let again = cohorts(&shop(), F::BoughtAgain, Grain::Month, days());
    assert_eq!(table(&again)[0], ["2/3", "3/3", "~3/3"]);
}

fn measured(data: &Assembled, id: M) -> Quantity {
    let blocks = vec![BlockSpec::Kpis(KpisSpec { measures: vec![id], ..KpisSpec::default() })];
    match answer(&[], data, &ReportSpec { blocks, ..ReportSpec::default() }).blocks.remove(0) {
        Answer::Kpis(mut kpis) => kpis.cards.remove(0).now,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_year_of_silence_is_leaving_and_who_comes_back_is_a_customer_again() {
    let wins = [
        (1, "2023-05-10", 1.0),
        (1, "2024-05-08", 1.0),
        (2, "2023-05-20", 1.0),
        (3, "2023-06-01", 1.0),
        (3, "2024-07-15", 1.0),
    ];
    let data = won(&wins, "2025-06-30");
    let active = cohorts(&data, F::Active, Grain::Quarter, CohortAges::Units);
    // By the end of June 2024 customer 2 is gone since 20 May, 3 since June; 3 comes back in July;
    // a year after that summer 1 is gone since 9 May 2025.
    let expected = ["3/3", "3/3", "3/3", "3/3", "1/3", "2/3", "2/3", "2/3", "1/3"];
    assert_eq!(written(&active.rows[0].cells), expected);
    let churned = cohorts(&data, F::Churned, Grain::Quarter, CohortAges::Units);
    let expected = ["0/3", "0/3", "0/3", "0/3", "2/3", "1/3", "1/3", "1/3", "2/3"];
    assert_eq!(written(&churned.rows[0].cells), expected);
    assert_eq!(churned.by_now.numerator, Some(2.0));
    // The measure: 2 gone, over the months that the three were customers: 1 from 10 May 2023 to 8 May
    // 2025, 2 for a year, 3 from 1 June 2023 to the last day.
    let months = f64::from(729 + 365 + 760) / (146_097.0 / 4_800.0);
    let churn = measured(&data, M::Churn).value.unwrap();
    assert!((churn - 2.0 / months).abs() < 1e-12, "{churn}");

    let once = won(&[(1, "2023-01-01", 1.0)], "2025-01-01");
    let days = cohorts(&once, F::Active, Grain::Year, CohortAges::Days(vec![365, 366]));
    assert_eq!(written(&days.rows[0].cells), ["1/1", "0/1"], "more than 365 days");
}

#[test]
fn people_stand_in_for_accounts_and_without_both_it_is_said() {
    let mut data = shop();
    let accounts = std::mem::take(&mut data.details.account);
    data.details.person = accounts;
    let of_people = cohorts(&data, F::Retention, Grain::Month, CohortAges::Units);
    assert_eq!(of_people.customers, Some(Entity::Person));
    assert_eq!(
        of_people.rows,
        cohorts(&shop(), F::Retention, Grain::Month, CohortAges::Units).rows
    );
    data.details.person.clear();
    let spec = CohortsSpec { figure: F::Churned, ..CohortsSpec::default() };
    let blocks = vec![BlockSpec::Cohorts(spec)];
    let spec = ReportSpec { blocks, ..ReportSpec::default() };
    assert_eq!(answer(&[], &data, &spec).blocks, [Answer::Absent(Absence::NoEntity)]);
    // New customers follow the same rule: five companies or persons, else each of the wins, be it
    // dated or not; and each figure says which of them it counts.
    let counts = |data: &Assembled| {
        let figure = Figure::whole(M::NewCustomers);
        let spec = ReportSpec::default();
        let found = lineage(&[], data, &spec, &mut Codebook::default(), &figure).unwrap().0;
        (found.quantity.unwrap().value, found.customers)
    };
    let mut people = shop();
    people.details.person = std::mem::take(&mut people.details.account);
    let named = of_people.rows.iter().map(|row| row.records).sum::<u64>();
    let alone = people.details.person.iter().zip(&people.records.outcome);
    let alone = alone.filter(|(name, outcome)| **name == 0 && **outcome == Outcome::Won).count();
    let expected = Some((named + alone as u64) as f64);
    assert_eq!(counts(&shop()), (expected, Some(Entity::Account)));
    assert_eq!(counts(&people), (expected, Some(Entity::Person)));
    let wins = data.records.outcome.iter().filter(|o| **o == Outcome::Won).count();
    assert_eq!(counts(&data), (Some(wins as f64), Some(Entity::Record)));
    // The block of records says that these figures can't be chosen.
    assert_eq!(cohorts(&data, F::Won, Grain::Month, CohortAges::Units).customers, None);
}

#[test]
fn the_period_chooses_first_purchases_and_later_ones_count() {
    let period = Period { first: Day(day("2025-01-01")), last: Day(day("2025-01-31")) };
    let of = ReportSpec { period: PeriodSpec::Between(period), ..ReportSpec::default() };
    let spec = |figure| CohortsSpec { grain: Grain::Month, figure, ..CohortsSpec::default() };
    for basis in [Basis::Cohort, Basis::Period] {
        let of = ReportSpec { basis, ..of.clone() };
        let found = asked(&shop(), spec(F::Retention), &of);
        assert_eq!(table(&found), [["3/3", "1/3", "~1/3"], ["3/3", "1/3", ""]]);
        assert_eq!(found.unplaced, 1, "the win without a day, and not that of February");
    }
}

/// The first day of the month so many after that of a day.
fn month_after(day: i32, months: i32) -> i32 {
    let (year, month, _) = Day(day).ymd();
    let at = year * 12 + month as i32 - 1 + months;
    Day::from_ymd(at.div_euclid(12), at.rem_euclid(12) as u32 + 1, 1).unwrap().0
}

/// Of the customers first won in a month: how many they are, and how many count at an age.
fn naive(data: &Assembled, figure: F, month: i32, age: i32) -> (f64, f64) {
    let records = &data.records;
    let as_of = data.as_of.unwrap();
    let mut days: BTreeMap<u32, Vec<i32>> = BTreeMap::new();
    for row in 0..records.count {
        let (account, closed) = (data.details.account[row], records.closed[row]);
        if records.outcome[row] == Outcome::Won && account != 0 && closed != NO_DAY {
            days.entry(account).or_default().push(closed);
        }
    }
    let (begins, ends) = (month_after(month, age), month_after(month, age + 1) - 1);
    let (mut all, mut met) = (0.0, 0.0);
    for mut wins in days.into_values() {
        wins.sort_unstable();
        if month_after(wins[0], 0) != month {
            continue;
        }
        all += 1.0;
        let until: Vec<i32> = wins.iter().copied().filter(|d| *d <= ends).collect();
        let counts = match figure {
            F::Retention => wins.iter().any(|d| (begins..=ends).contains(d)),
            F::BoughtAgain => until.len() >= 2,
            F::Active => ends.min(as_of) - until[until.len() - 1] <= 365,
            F::Churned => ends.min(as_of) - until[until.len() - 1] > 365,
            _ => panic!("{figure:?}"),
        };
        met += f64::from(u8::from(counts));
    }
    (met, all)
}

#[test]
fn random_worlds_say_what_a_second_computation_says() {
    let mut compared = 0;
    for seed in 1..9 {
        let mut dice = Dice::new(seed);
        let made = deals(&mut dice, 60 * seed as usize);
        let data = assembled(&made, &[]);
        let turned = assembled(&made.iter().rev().copied().collect::<Vec<_>>(), &[]);
        for figure in [F::Retention, F::BoughtAgain, F::Active, F::Churned] {
            let found = cohorts(&data, figure, Grain::Month, CohortAges::Units);
            assert_eq!(found, cohorts(&turned, figure, Grain::Month, CohortAges::Units), "{seed}");
            let mut mature = vec![(0.0, 0.0); found.ages.len()];
            for row in &found.rows {
                for (at, (age, cell)) in found.ages.iter().zip(&row.cells).enumerate() {
                    if cell.maturity == Maturity::Unborn {
                        assert_eq!(cell.figure.value, None);
                        continue;
                    }
                    let (met, all) = naive(&data, figure, row.start.0, *age as i32);
                    let shown = (cell.figure.numerator, cell.figure.denominator);
                    assert_eq!(shown, (Some(met), Some(all)), "{seed} {figure:?} {row:?} {age}");
                    compared += 1;
                    if cell.maturity == Maturity::Mature {
                        mature[at].0 += met;
                        mature[at].1 += all;
                    }
                }
            }
            for ((met, all), total) in mature.iter().zip(&found.total) {
                let shown = (total.figure.numerator, total.figure.denominator);
                assert!(*all == 0.0 || shown == (Some(*met), Some(*all)), "{seed} {figure:?}");
            }
        }
        laws(&data);
    }
    assert!(compared > 2_000, "{compared}");
}

/// Active and churned are all; who has bought again has so for ever; weeks and quarters hold the same
/// customers as months.
fn laws(data: &Assembled) {
    for grain in [Grain::Week, Grain::Month, Grain::Quarter] {
        let of = |figure| cohorts(data, figure, grain, CohortAges::Units);
        let (active, churned, again) = (of(F::Active), of(F::Churned), of(F::BoughtAgain));
        for (a, c) in active.rows.iter().zip(&churned.rows) {
            for (a, c) in a.cells.iter().zip(&c.cells) {
                let sum = a.figure.numerator.zip(c.figure.numerator).map(|(a, c)| a + c);
                assert_eq!(sum, a.figure.denominator.filter(|_| sum.is_some()));
            }
        }
        for row in &again.rows {
            let met = row.cells.iter().filter_map(|c| c.figure.numerator).collect::<Vec<_>>();
            assert!(met.is_sorted(), "{met:?}");
        }
        assert_eq!(again.records, of(F::Retention).rows.iter().map(|r| r.records).sum::<u64>());
    }
}
