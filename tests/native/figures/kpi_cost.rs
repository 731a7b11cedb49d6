//! Customers and their cost, activities, answers and plans: small files worked out by hand, from the
//! columns on.

use super::hand::near;
use crate::tables::{File, assembled, file, ladder, mapped};
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::filter::{Grain, Period, PeriodSpec};
use tundish::engine::funnel::Assembled;
use tundish::engine::mapping::working::WorkingHours;
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::measure::fact::{Count, Facts, Total};
use tundish::engine::query::answer;
use tundish::engine::report::*;
use tundish::engine::stats;
use tundish::engine::value::{Caution, Day, Quantity};

fn files() -> Vec<File> {
    let deals = file(
        "deals",
        "id|created:time|closed:date|stage|amount:money|company|qty:int|chance:int|expected:date",
        &[
            "D1|2024-01-01 09:00:00|2024-01-11|won|300|Acme|3|100|",
            "D2|2024-01-05 09:00:00|2024-02-14|won|100|Bolt|1|100|",
            "D3|2024-02-01 12:00:00|2024-02-21|won|600|ACME |6|100|",
            "D4|2024-02-10 12:00:00|2024-02-20|lost|50|Core||0|",
            "D5|2024-02-20 12:00:00||offer|400|Core||50|2024-03-10",
            "D6|2024-02-25 12:00:00||new|80|Dime||20|2024-03-20",
        ],
    );
    let rows = ["2024-01-02|100", "2024-02-02|60", "2024-02-25|40"];
    let spend = file("ads", "day:date|cost:money", &rows);
    let rows = ["2024-01-01|500|salaries", "2024-02-01|300|tools"];
    let other = file("other", "month:date|sum:money|type", &rows);
    let calls = file(
        "calls",
        "at:time|type|direction|result|deal",
        &[
            "2024-01-01 11:00:00|Call|out|answered|D1",
            "2024-01-08 11:00:00|Meeting||held|d1",
            "2024-01-05 08:00:00|Call|in|answered|D2",
            "2024-01-06 09:00:00|Email|||D2",
            "2024-02-02 12:00:00|Call|in|missed|D3",
            "2024-02-03 12:00:00|Meeting||no-show|D3",
            "2024-02-11 12:00:00|Presentation|||D4",
            "2024-02-12 12:00:00|Meeting||held|D4",
            "2024-02-13 12:00:00|Call|inbound|answered|D99",
        ],
    );
    let answers = file(
        "answers",
        "on:date|score:int|company",
        &[
            "2024-02-01|10|Acme",
            "2024-02-02|9|Acme",
            "2024-02-03|8|Bolt",
            "2024-02-04|6|Core",
            "2024-02-05|11|Core",
        ],
    );
    let rows = ["2024-02-01|Revenue|1000", "2024-02-01|Won deals|4", "2024-02-01|Leads|0"];
    let plans = file("plans", "month:date|kpi|value:int", &rows);
    vec![deals, spend, other, calls, answers, plans]
}

fn mapping() -> Mapping {
    let record = [
        (R::RecordId, "id"),
        (R::Created, "created"),
        (R::Closed, "closed"),
        (R::Stage, "stage"),
        (R::Amount, "amount"),
        (R::Account, "company"),
        (R::Quantity, "qty"),
        (R::Probability, "chance"),
        (R::ExpectedClose, "expected"),
    ];
    let activity = [
        (R::Date, "at"),
        (R::Activity, "type"),
        (R::Direction, "direction"),
        (R::ActivityResult, "result"),
        (R::Record, "deal"),
    ];
    let other = [(R::Date, "month"), (R::Spend, "sum"), (R::CostType, "type")];
    let plan = [(R::Date, "month"), (R::Measure, "kpi"), (R::Target, "value")];
    let score = [(R::Date, "on"), (R::Score, "score"), (R::Account, "company")];
    let mut ladder = ladder(&["new", "offer"], &["won"], &["lost"]);
    ladder.stages[1].qualified = true;
    let files = vec![
        mapped("deals", FileKind::Deals, &record),
        mapped("ads", FileKind::Spend, &[(R::Date, "day"), (R::Spend, "cost")]),
        mapped("other", FileKind::OtherCosts, &other),
        mapped("calls", FileKind::Activities, &activity),
        mapped("answers", FileKind::Scores, &score),
        mapped("plans", FileKind::Targets, &plan),
    ];
    Mapping { files, ladder, ..Mapping::default() }
}

fn data() -> Assembled {
    assembled(&files().iter().collect::<Vec<_>>(), &mapping())
}

fn cards(spec: &ReportSpec, measures: &[M]) -> Vec<Kpi> {
    let blocks =
        vec![BlockSpec::Kpis(KpisSpec { measures: measures.to_vec(), ..Default::default() })];
    match answer(&[], &data(), &ReportSpec { blocks, ..spec.clone() }).blocks.remove(0) {
        Answer::Kpis(kpis) => kpis.cards,
        other => panic!("{other:?}"),
    }
}

fn figure(spec: &ReportSpec, measure: M) -> Quantity {
    cards(spec, &[measure]).remove(0).now
}

fn check(spec: &ReportSpec, expected: &[(M, Option<f64>)]) {
    let measures: Vec<M> = expected.iter().map(|(m, _)| *m).collect();
    for ((measure, expected), card) in expected.iter().zip(cards(spec, &measures)) {
        let same = match (card.now.value, *expected) {
            (Some(a), Some(b)) => near(a, b),
            (a, b) => a == b,
        };
        assert!(same, "{measure:?}: {card:?}, by hand {expected:?}");
    }
}

fn until(month: u32, day: u32) -> ReportSpec {
    let days = |m, d| Day::from_ymd(2024, m, d).unwrap();
    let period = PeriodSpec::Between(Period { first: days(2, 1), last: days(month, day) });
    ReportSpec { period, basis: Basis::Period, ..ReportSpec::default() }
}

#[test]
fn romi_is_on_margin_where_one_is_set_and_says_both() {
    // 1,000 of revenue and 200 of ads: half of it is 500, which is 300 above the cost.
    let with = figure(&ReportSpec { margin: Some(0.5), ..ReportSpec::default() }, M::Romi);
    assert_eq!(with.value, Some(1.5));
    assert!(with.cautions.contains(&Caution::OnMargin { margin: 0.5, without: Some(4.0) }));
    let without = figure(&ReportSpec::default(), M::Romi);
    assert_eq!(without.value, Some(4.0));
    assert!(!without.cautions.iter().any(|c| matches!(c, Caution::OnMargin { .. })));
    // The default report has a figure that asks for it.
    assert!(ReportSpec::default().margin.is_none() && M::Romi.uses_margin());
}

#[test]
fn a_margin_is_a_percent_or_nothing_and_else_it_is_refused() {
    assert_eq!(typed_margin("40"), Some(Some(0.4)));
    assert_eq!(typed_margin(" 12,5 % "), Some(Some(0.125)));
    assert_eq!(typed_margin(""), Some(None));
    for refused in ["400", "-1", "forty", "NaN", "inf"] {
        assert_eq!(typed_margin(refused), None, "{refused}");
    }
}

#[test]
fn customers_and_what_they_cost() {
    // Acme bought twice, Bolt once: two new customers, 1,000 of revenue, 200 of ads, 800 of others.
    let spec = ReportSpec { margin: Some(0.5), ..ReportSpec::default() };
    let expected = [
        (M::NewCustomers, Some(2.0)),
        (M::TotalCosts, Some(1000.0)),
        (M::CacFull, Some(500.0)),
        // 200 of ads for two customers, and for the three deals that were won.
        (M::Cac, Some(100.0)),
        (M::CostPerWon, Some(200.0 / 3.0)),
        (M::Roi, Some((500.0 - 1000.0) / 1000.0)),
        (M::RomiMargin, Some((500.0 - 200.0) / 200.0)),
        (M::Ltv, Some(1000.0 * 0.5 / 2.0)),
        (M::LtvCac, Some(250.0 / 100.0)),
        // Nobody has left within two months.
        (M::Churn, Some(0.0)),
        (M::LtvChurn, None),
        (M::Units, Some(10.0)),
        (M::WeightedPipeline, Some(400.0 * 0.5 + 80.0 * 0.2)),
    ];
    check(&spec, &expected);
    // Until 25 February: Acme 45 days, Bolt 11; 1,000 in 56 days, by the month on margin.
    let monthly = 1000.0 / (56.0 * 4800.0 / 146_097.0);
    check(&spec, &[(M::CacPayback, Some(100.0 / (monthly * 0.5)))]);
    let without = ReportSpec::default();
    check(&without, &[(M::Ltv, Some(500.0)), (M::RomiMargin, None), (M::Roi, Some(0.0))]);
    let said = figure(&without, M::Ltv).cautions;
    assert!(said.contains(&Caution::WithoutMargin));
    assert!(said.contains(&Caution::YoungCustomers { customers: 2 }));
    let card = cards(&without, &[M::RomiMargin]).remove(0);
    assert_eq!(card.absent, Some(Absence::NoMargin));
}

/// Acme wins in January (D1) and again in February (D3), Bolt in February (D2): in February 100 of
/// ads (60 + 40) brought one customer and two won deals, in January nobody else.
#[test]
fn who_buys_again_is_no_new_customer() {
    let spec = until(2, 29);
    check(
        &spec,
        &[
            (M::NewCustomers, Some(1.0)),
            (M::Won, Some(2.0)),
            (M::Cac, Some(100.0)),
            (M::CostPerWon, Some(50.0)),
        ],
    );
    // Where no column names an account, each of the three is a customer of its own.
    let mut nameless = mapping();
    nameless.files[0].roles.remove(&R::Account);
    let data = assembled(&files().iter().collect::<Vec<_>>(), &nameless);
    let measures = vec![M::NewCustomers, M::Cac, M::CostPerWon, M::CacFull];
    let blocks = vec![BlockSpec::Kpis(KpisSpec { measures, ..Default::default() })];
    let report = answer(&[], &data, &ReportSpec { blocks, ..ReportSpec::default() });
    let Answer::Kpis(kpis) = &report.blocks[0] else { panic!() };
    let values: Vec<f64> = kpis.cards.iter().map(|c| c.now.value.unwrap()).collect();
    let by_hand = [3.0, 200.0 / 3.0, 200.0 / 3.0, 1000.0 / 3.0];
    assert!(values.iter().zip(by_hand).all(|(a, b)| near(*a, b)), "{values:?}");
    // A document that was saved with the cost of a customer asks for that of a new one.
    let old = r#"{"blocks":[{"kpis":{"measures":["cac","cost_per_won"]}}]}"#;
    let spec: ReportSpec = serde_json::from_str(old).unwrap();
    let Some(BlockSpec::Kpis(kpis)) = spec.blocks.first() else { panic!("{spec:?}") };
    assert_eq!(kpis.measures, [M::Cac, M::CostPerWon]);
}

#[test]
fn what_won_a_customer_was_spent_earlier() {
    // Cycles of 10, 40 and 20 days: 20. In February Bolt is new; 20 days earlier, from 12 January
    // to 9 February, 60 were spent; in February itself 100.
    let spec = until(2, 29);
    check(&spec, &[(M::CacLagged, Some(60.0)), (M::CacFull, Some(60.0 + 40.0 + 300.0))]);
    assert!(
        figure(&spec, M::CacLagged)
            .cautions
            .contains(&Caution::Lagged { days: 20.0, without: Some(100.0) })
    );
    let cohort = ReportSpec { basis: Basis::Cohort, ..spec };
    let card = cards(&cohort, &[M::CacLagged]).remove(0);
    assert_eq!(card.absent, Some(Absence::NeedsPeriodBasis));
    // No channel has salaries.
    let measures = vec![M::Cac, M::CacFull];
    let table = BreakdownSpec { dimension: Dimension::Channel, measures, ..Default::default() };
    let blocks = vec![BlockSpec::Breakdown(table)];
    let spec = ReportSpec { blocks, ..ReportSpec::default() };
    let Answer::Breakdown(table) = answer(&[], &data(), &spec).blocks.remove(0) else { panic!() };
    assert_eq!(table.absent, [(M::CacFull, Absence::NotByDimension)]);
}

#[test]
fn plans_and_what_is_missing_to_them() {
    // Until 25 February: 700 of 1,000 and 2 of 4 won; 25 of 29 days are over. Open and qualified is
    // D5 alone, expected in March.
    let expected = [
        (M::RevenueAttainment, Some(0.7)),
        (M::WonAttainment, Some(0.5)),
        (M::LeadAttainment, None),
        (M::RevenueRunRate, Some(700.0 * 29.0 / 25.0)),
        // The 25th is a Sunday: 17 of 21 working days are over.
        (M::RevenueRunRateWorking, Some(700.0 * 21.0 / 17.0)),
        (M::WonRunRate, Some(2.0 * 29.0 / 25.0)),
        (M::WonRunRateWorking, Some(2.0 * 21.0 / 17.0)),
        // D3 to D6.
        (M::LeadRunRate, Some(4.0 * 29.0 / 25.0)),
        (M::LeadRunRateWorking, Some(4.0 * 21.0 / 17.0)),
        (M::PipelineCoverage, Some(0.0)),
    ];
    check(&until(2, 29), &expected);
    check(&until(3, 31), &[(M::PipelineCoverage, Some(400.0 / 300.0))]);
    // Over all days the revenue is 1,000: met.
    let met = figure(&ReportSpec::default(), M::PipelineCoverage);
    assert_eq!(met.value, None);
    assert!(met.cautions.contains(&Caution::TargetMet));
}

#[test]
fn activities_and_the_deals_that_they_speak_of() {
    let expected = [
        (M::Calls, Some(4.0)),
        (M::Emails, Some(1.0)),
        // The no-show is none.
        (M::Meetings, Some(2.0)),
        (M::MissedCalls, Some(1.0 / 3.0)),
        // D1 after 2 hours, D2 after 24 (the call came before), D4 after 24; D3 was missed.
        (M::ResponseTime, Some(24.0)),
        // D2 was called on its first day, if before its hour; not so D3, D5 and D6.
        (M::NeverContacted, Some(3.0 / 6.0)),
        // D1 was won, D4 lost.
        (M::MeetingsToDeals, Some(1.0 / 2.0)),
        (M::ContentUse, Some(1.0 / 6.0)),
    ];
    check(&ReportSpec::default(), &expected);
}

#[test]
fn with_working_hours_nights_and_weekends_are_no_waiting() {
    let waits = |mapping: &Mapping| {
        let data = assembled(&files().iter().collect::<Vec<_>>(), mapping);
        let mut hours: Vec<f64> =
            data.beside.activities.of_record.iter().filter_map(|r| r.response_hours).collect();
        hours.sort_by(f64::total_cmp);
        hours
    };
    assert_eq!(waits(&mapping()), [2.0, 24.0, 24.0]);
    // D1 on a Monday morning; D2 from Friday 9:00 to Saturday 9:00; D4 on a weekend.
    let working = Some(WorkingHours::default());
    assert_eq!(waits(&Mapping { working, ..mapping() }), [0.0, 2.0, 9.0]);
    // The telephone's clock is two hours behind that of the CRM: D1 was called after four hours, and
    // the call of D2 at eight came an hour after its creation at nine.
    let mut other = mapping();
    other.files[3].clock_minutes = 120;
    assert_eq!(waits(&other), [1.0, 4.0, 26.0]);
    // With half a day more, a call at noon is one of the next day.
    other.files[3].clock_minutes = 12 * 60;
    let day = |mapping: &Mapping| {
        let data = assembled(&files().iter().collect::<Vec<_>>(), mapping);
        data.beside.activities.day.last().map(|day| Day(*day).to_string())
    };
    assert_eq!(day(&mapping()).as_deref(), Some("2024-02-13"));
    assert_eq!(day(&other).as_deref(), Some("2024-02-14"));
}

#[test]
fn activities_are_grouped_as_their_deals_and_dated_by_themselves() {
    let measures = vec![M::Calls];
    let table = BreakdownSpec { dimension: Dimension::Outcome, measures, ..Default::default() };
    let trend = TrendSpec { measures: vec![M::Calls], grain: Grain::Month, ..Default::default() };
    let blocks = vec![BlockSpec::Breakdown(table), BlockSpec::Trend(trend)];
    let spec = ReportSpec { blocks, ..ReportSpec::default() };
    let mut found = answer(&[], &data(), &spec).blocks;
    let Answer::Trend(trend) = found.remove(1) else { panic!() };
    let by_month: Vec<Option<f64>> = trend.values[0].iter().map(|q| q.value).collect();
    assert_eq!(by_month, [Some(2.0), Some(2.0)]);
    let Answer::Breakdown(table) = found.remove(0) else { panic!() };
    let rows: Vec<(Label, Option<f64>)> =
        table.rows.iter().map(|r| (r.label.clone(), r.cells[0].value)).collect();
    // The call about D99 is nobody's.
    assert_eq!(rows, [(Label::Won, Some(3.0)), (Label::Unmatched, Some(1.0))]);
    assert_eq!(table.total[0].value, Some(4.0));
}

#[test]
fn a_score_with_its_interval() {
    let nps = figure(&ReportSpec::default(), M::Nps);
    // Two for, one passive, one against; 11 is no answer.
    assert_eq!((nps.value, nps.denominator), (Some(25.0), Some(4.0)));
    assert!(nps.cautions.contains(&Caution::InvalidScores { answers: 1 }));
    let (low, high) = nps.interval.unwrap();
    assert!(low < 25.0 && 25.0 < high && low >= -100.0 && high <= 100.0);
    // By hand for 60, 20 and 20 of 100: (60.75 − 20.75) ÷ 103 = 0.38835, and
    // 1.96 √((0.79126 − 0.15082) ÷ 103) = 0.15455.
    let (low, high) = stats::net_score(60.0, 20.0, 100.0).unwrap();
    assert!((low - 23.380).abs() < 5e-3 && (high - 54.290).abs() < 5e-3, "{low} {high}");
}

#[test]
fn lifetimes_as_published() {
    // An average revenue of 100 a month, a margin of 80 % and a churn of 5 % a month: 1,600, the
    // usual worked example of the churn form; with 1 % the horizon of 36 months caps it.
    let lives = |churned: u64| {
        let mut facts = Facts::default();
        facts.terms.margin = Some(0.8);
        facts.add_count(Count::NewCustomers, 50);
        facts.add_count(Count::ChurnedCustomers, churned);
        let sum = |x: f64| std::iter::once(x).collect();
        facts.add_total(Total::CustomerAmount, sum(100.0 * 100.0));
        facts.add_total(Total::CustomerDays, sum(100.0 * 146_097.0 / 4800.0));
        M::LtvChurn.derive(&facts).value.unwrap()
    };
    assert!(near(lives(5), 1600.0));
    assert!(near(lives(1), 100.0 * 0.8 * 36.0));
}
