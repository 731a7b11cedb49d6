//! Rates by value, costs against revenue, velocity and the conversions between late stages, worked
//! out by hand or taken from a published example.

use super::hand::near;
use crate::tables::{File, assembled, file, ladder, mapped};
use tundish::engine::filter::{Grain, Period, PeriodSpec};
use tundish::engine::funnel::Assembled;
use tundish::engine::mapping::{FileKind, Ladder, Mapping, Role as R};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::measure::fact::{Count, Facts, Kept, Total};
use tundish::engine::query::answer;
use tundish::engine::report::*;
use tundish::engine::value::{Caution, Day};

fn data(deals: &[&str], spend: &[&str], ladder: Ladder) -> Assembled {
    let deals = file("deals", "id|created:date|closed:date|stage|amount:money", deals);
    let spend = file("ads", "day:date|cost:money", spend);
    let roles = [
        (R::RecordId, "id"),
        (R::Created, "created"),
        (R::Closed, "closed"),
        (R::Stage, "stage"),
        (R::Amount, "amount"),
    ];
    let files = vec![
        mapped("deals", FileKind::Deals, &roles),
        mapped("ads", FileKind::Spend, &[(R::Date, "day"), (R::Spend, "cost")]),
    ];
    let both: [&File; 2] = [&deals, &spend];
    assembled(&both, &Mapping { files, ladder, ..Mapping::default() })
}

fn values(data: &Assembled, spec: &ReportSpec, measures: &[M]) -> Vec<Option<f64>> {
    let blocks =
        vec![BlockSpec::Kpis(KpisSpec { measures: measures.to_vec(), ..Default::default() })];
    match answer(&[], data, &ReportSpec { blocks, ..spec.clone() }).blocks.remove(0) {
        Answer::Kpis(kpis) => kpis.cards.iter().map(|c| c.now.value).collect(),
        other => panic!("{other:?}"),
    }
}

fn check(data: &Assembled, spec: &ReportSpec, expected: &[(M, Option<f64>)]) {
    let measures: Vec<M> = expected.iter().map(|(m, _)| *m).collect();
    for ((measure, expected), found) in expected.iter().zip(values(data, spec, &measures)) {
        let same = match (found, *expected) {
            (Some(a), Some(b)) => near(a, b),
            (a, b) => a == b,
        };
        assert!(same, "{measure:?}: {found:?}, by hand {expected:?}");
    }
}

/// 400 of money was won, 100 lost (of D nobody knows), 80 spent. A and B took 10 and 20 days.
fn six() -> Assembled {
    let deals = [
        "A|2025-01-01|2025-01-11|won|300",
        "B|2025-01-01|2025-01-21|won|100",
        "C|2025-01-02|2025-01-31|lost|100",
        "D|2025-01-02|2025-02-02|lost|",
        "E|2025-03-05||mql|500",
        "F|2025-01-15||new|900",
    ];
    let mut ladder = ladder(&["new", "mql", "offer"], &["won"], &["lost"]);
    ladder.stages[1].qualified = true;
    data(&deals, &["2025-01-05|50", "2025-02-05|30"], ladder)
}

#[test]
fn money_against_money() {
    let expected = [
        (M::WinRateByValue, Some(400.0 / 500.0)),
        // Of all six: 300, 100, 100 (lost), and what is open.
        (M::WonOfCreatedValue, Some(400.0 / 1900.0)),
        // A and B are won and so were qualified, E is.
        (M::Cpql, Some(80.0 / 3.0)),
        (M::Roas, Some(400.0 / 80.0)),
        (M::AdShare, Some(80.0 / 400.0)),
        // E alone is open and qualified; two of four are won, 200 on average, within 15 days.
        (M::SalesVelocity, Some(0.5 * 200.0 / 15.0)),
    ];
    check(&six(), &ReportSpec::default(), &expected);
}

#[test]
fn money_won_of_all_that_was_created_by_cohort_and_by_events() {
    let deals = [
        "A|2025-01-10|2025-02-11|won|900",
        "B|2025-02-01||new|300",
        "C|2025-02-02|2025-02-20|lost|100",
        "D|2025-02-03|2025-03-02|won|200",
        "E|2025-02-04||new|",
    ];
    let data = data(&deals, &[], ladder(&["new"], &["won"], &["lost"]));
    let day = |m, d| Day::from_ymd(2025, m, d).unwrap();
    let period = PeriodSpec::Between(Period { first: day(2, 1), last: day(2, 28) });
    let of = |basis, period: PeriodSpec| {
        let block =
            KpisSpec { measures: vec![M::WonOfCreatedValue, M::EndToEnd], ..Default::default() };
        let blocks = vec![BlockSpec::Kpis(block)];
        let spec = ReportSpec { blocks, basis, period, ..ReportSpec::default() };
        let Answer::Kpis(kpis) = answer(&[], &data, &spec).blocks.remove(0) else { panic!() };
        kpis.cards.into_iter().map(|c| c.now).collect::<Vec<_>>()
    };
    // Of B, C and D, which were created in February, D was won; E has no amount.
    let cohort = of(Basis::Cohort, period);
    assert_eq!((cohort[0].numerator, cohort[0].denominator), (Some(200.0), Some(600.0)));
    assert!(cohort[0].cautions.contains(&Caution::WithoutAmount { records: 1 }));
    assert_eq!((cohort[1].numerator, cohort[1].denominator), (Some(1.0), Some(4.0)));
    // In February A was won, which is more money than came in.
    let events = of(Basis::Period, period);
    assert_eq!((events[0].numerator, events[0].denominator), (Some(900.0), Some(600.0)));
    assert_eq!(events[0].value, Some(1.5));
    let all = of(Basis::Period, PeriodSpec::All);
    assert_eq!((all[0].numerator, all[0].denominator), (Some(1100.0), Some(1500.0)));
    assert!(all[0].cautions.contains(&Caution::WithoutAmount { records: 1 }), "told once");
}

#[test]
fn velocity_is_of_what_is_open_now_whatever_the_period() {
    // In January two of three were won; E, which is open and qualified now, came in March. F came
    // in January and is not qualified.
    let day = |m, d| Day::from_ymd(2025, m, d).unwrap();
    let period = PeriodSpec::Between(Period { first: day(1, 1), last: day(1, 31) });
    let spec = ReportSpec { period, basis: Basis::Period, ..ReportSpec::default() };
    let expected = [
        (M::SalesVelocity, Some(2.0 / 3.0 * 200.0 / 15.0)),
        (M::WinRateByValue, Some(400.0 / 500.0)),
        // Created in January: A, B, C and F.
        (M::WonOfCreatedValue, Some(400.0 / 1400.0)),
        (M::Cpql, Some(50.0 / 2.0)),
        (M::Roas, Some(400.0 / 50.0)),
        (M::AdShare, Some(50.0 / 400.0)),
    ];
    check(&six(), &spec, &expected);
    // Nobody knows what stood open in other months.
    let trend =
        TrendSpec { measures: vec![M::SalesVelocity], grain: Grain::Month, ..Default::default() };
    let blocks = vec![BlockSpec::Trend(trend)];
    let report = answer(&[], &six(), &ReportSpec { blocks, ..ReportSpec::default() });
    assert_eq!(report.blocks, [Answer::Absent(Absence::NotAlongTime)]);
}

/// The example of the measure's source: 40 opportunities of 25,000 with a win rate of 25 % and a cycle
/// of 90 days bring 2,777 a day.
#[test]
fn velocity_as_published() {
    let mut facts = Facts::default();
    facts.add_count(Count::OpenQualified, 40);
    facts.add_count(Count::Won, 25);
    facts.add_count(Count::Lost, 75);
    facts.add_count(Count::WonPriced, 25);
    facts.add_total(Total::WonAmount, std::iter::once(25.0 * 25_000.0).collect());
    facts.keep(Kept::CycleDays, &[90.0]);
    assert_eq!(M::SalesVelocity.derive(&facts).value.map(f64::trunc), Some(2777.0));
}

/// Twelve deals on a ladder of eight stages. One is won and so came to all of them; one stands in the
/// eighth, two in the seventh, one in the sixth, three in the fifth, two in the fourth, two in the
/// first. Reached: 12, 10, 10, 10, 8, 5, 4, 2.
#[test]
fn conversions_between_late_stages() {
    let stages = ["s8", "s7", "s7", "s6", "s5", "s5", "s5", "s4", "s4", "s1", "s1"];
    let open = stages.iter().enumerate().map(|(n, stage)| format!("O{n}|2025-01-01||{stage}|"));
    let rows: Vec<String> = open.chain(["W|2025-01-01|2025-01-09|won|".to_owned()]).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let names = ["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8"];
    let data = data(&rows, &["2025-01-01|1"], ladder(&names, &["won"], &["lost"]));
    let expected = [
        (M::StageRate1, Some(10.0 / 12.0)),
        (M::StageRate2, Some(1.0)),
        (M::StageRate3, Some(1.0)),
        (M::StageRate4, Some(8.0 / 10.0)),
        (M::StageRate5, Some(5.0 / 8.0)),
        (M::StageRate6, Some(4.0 / 5.0)),
        (M::StageRate7, Some(2.0 / 4.0)),
    ];
    check(&data, &ReportSpec::default(), &expected);
}
