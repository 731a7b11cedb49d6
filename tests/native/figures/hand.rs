//! Eleven deals and five cost rows, every card worked out by hand.

use super::made::{Cost, Deal, assembled};
use crate::tables::day;
use tundish::engine::dimension::Dimension;
use tundish::engine::filter::{Comparison, Filter, Period, PeriodSpec};
use tundish::engine::funnel::{Assembled, Has, NO_STAGE, Outcome};
use tundish::engine::measure::MeasureId;
use tundish::engine::query::answer;
use tundish::engine::report::*;
use tundish::engine::value::{Caution, Day, Quantity};

const PAID: u16 = 0;
const EMAIL: u16 = 1;
const DISPLAY: u16 = 2;
const NONE: u16 = 3;

/// `created closed outcome evidence amount` and the channel; `-` is missing, `$` is dollars.
fn deal(text: &str, channel: u16) -> Deal {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [created, closed, outcome, observed, amount] = words.as_slice() else {
        panic!("five words: {text}");
    };
    let outcome = match *outcome {
        "won" => Outcome::Won,
        "lost" => Outcome::Lost,
        _ => Outcome::Open,
    };
    let observed = u32::from_str_radix(observed, 2).unwrap();
    let depth_unknown = outcome == Outcome::Lost && observed == 1;
    let current = if outcome == Outcome::Open { observed.ilog2() as u8 } else { NO_STAGE };
    Deal {
        created: day(created),
        closed: day(closed),
        outcome,
        observed,
        depth_unknown,
        stage: current,
        amount: amount.trim_start_matches('$').parse().unwrap_or(f64::NAN),
        currency: u8::from(amount.starts_with('$')),
        channel,
        campaign: 0,
    }
}

fn cost(date: &str, spend: f64, currency: u8, channel: u16) -> Cost {
    Cost { day: day(date), spend, currency, channel, campaign: 0 }
}

pub fn sample() -> Assembled {
    let mut deals = vec![
        deal("2025-01-05 2025-01-15 won 111 100.10", PAID),
        deal("2025-01-10 2025-02-20 won 001 200.20", PAID),
        deal("2025-01-20 2025-02-10 lost 011 50", PAID),
        deal("2025-02-01 - open 111 400", EMAIL),
        deal("2025-02-03 - open 001 -", EMAIL),
        deal("2025-02-05 2025-03-07 won 111 -", EMAIL),
        deal("2025-02-14 2025-03-01 won 101 $900", PAID),
        deal("2025-02-28 2025-02-27 won 111 10", NONE),
        deal("- 2025-03-10 won 001 20", PAID),
        deal("2025-03-01 - lost 001 -", PAID),
        deal("2025-03-03 - open 001 -", NONE),
    ];
    deals[10].stage = NO_STAGE;
    let costs = [
        cost("2025-01-01", 60.0, 0, PAID),
        cost("2025-02-01", 40.5, 0, PAID),
        cost("2025-02-02", 7.0, 1, PAID),
        cost("-", 5.0, 0, PAID),
        cost("2025-03-01", 30.0, 0, DISPLAY),
    ];
    assembled(&deals, &costs)
}

pub fn february() -> PeriodSpec {
    PeriodSpec::Between(Period { first: Day(day("2025-02-01")), last: Day(day("2025-02-28")) })
}

pub fn ask(spec: ReportSpec) -> Report {
    answer(&[], &sample(), &spec)
}

/// Cards of every measure.
fn cards(spec: ReportSpec) -> Vec<Kpi> {
    let block =
        BlockSpec::Kpis(KpisSpec { measures: MeasureId::EVERY.to_vec(), ..KpisSpec::default() });
    let report = ask(ReportSpec { blocks: vec![block], ..spec });
    match &report.blocks[0] {
        Answer::Kpis(kpis) => kpis.cards.clone(),
        other => panic!("{other:?}"),
    }
}

pub fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * b.abs().max(1.0)
}

/// Values in the order of [`MeasureId::EVERY`].
fn check(cards: &[Kpi], expected: [Option<f64>; 14]) {
    for (card, expected) in cards.iter().zip(expected) {
        let same = match (card.now.value, expected) {
            (Some(a), Some(b)) => near(a, b),
            (a, b) => a == b,
        };
        assert!(same, "{:?}: {:?}, by hand {expected:?}", card.measure, card.now.value);
    }
}

fn now(cards: &[Kpi], measure: MeasureId) -> &Quantity {
    &cards.iter().find(|c| c.measure == measure).unwrap().now
}

#[test]
fn cards_over_everything() {
    let cards = cards(ReportSpec::default());
    let revenue = 100.10 + 200.20 + 10.0 + 20.0;
    let spend = 60.0 + 40.5 + 5.0 + 30.0;
    check(
        &cards,
        [
            Some(11.0),
            Some(8.0),
            Some(6.0 / 11.0),
            Some(6.0 / 8.0),
            Some(revenue),
            Some(revenue / 4.0),
            // 10, 15, 30 and 41 days: the interpolated middle.
            Some(22.5),
            Some(spend),
            Some(spend / 11.0),
            Some(spend / 6.0),
            Some((revenue - spend) / spend),
            Some(6.0),
            Some(2.0),
            Some(3.0),
        ],
    );
    let rate = now(&cards, MeasureId::WinRate);
    assert_eq!((rate.numerator, rate.denominator), (Some(6.0), Some(8.0)));
    assert_eq!(rate.cautions, [Caution::SmallDenominator]);
    let (low, high) = rate.interval.unwrap();
    assert!(low < 0.75 && 0.75 < high && low > 0.0 && high < 1.0);
    assert_eq!(now(&cards, MeasureId::EndToEnd).cautions, []);
    assert_eq!(
        now(&cards, MeasureId::AverageDeal).cautions,
        [
            Caution::SmallDenominator,
            Caution::OtherCurrencies { records: 1 },
            Caution::WithoutAmount { records: 1 },
        ]
    );
    assert_eq!(
        now(&cards, MeasureId::MedianCycle).cautions,
        [
            Caution::SmallDenominator,
            Caution::WithoutDates { records: 1 },
            Caution::DatesOutOfOrder { records: 1 },
        ]
    );
    // One won deal and one cost row in dollars.
    assert!(
        now(&cards, MeasureId::Romi).cautions.contains(&Caution::OtherCurrencies { records: 2 })
    );
    assert!(cards.iter().all(|c| c.before.is_none()), "nothing is before everything");
    let block =
        BlockSpec::Kpis(KpisSpec { measures: vec![MeasureId::Leads], ..Default::default() });
    let Answer::Kpis(leads) =
        &ask(ReportSpec { blocks: vec![block], ..ReportSpec::default() }).blocks[0]
    else {
        panic!()
    };
    assert_eq!(leads.cards[0].spark, [Some(3.0), Some(5.0), Some(2.0)]);
}

#[test]
fn a_month_by_creation() {
    let spec = ReportSpec { period: february(), ..ReportSpec::default() };
    let cards = cards(spec.clone());
    check(
        &cards,
        [
            Some(5.0),
            Some(4.0),
            Some(3.0 / 5.0),
            Some(1.0),
            Some(10.0),
            Some(10.0),
            Some(22.5),
            Some(40.5),
            Some(40.5 / 5.0),
            Some(40.5 / 3.0),
            Some((10.0 - 40.5) / 40.5),
            Some(3.0),
            Some(0.0),
            Some(2.0),
        ],
    );
    let spend = now(&cards, MeasureId::Spend);
    assert_eq!(
        spend.cautions,
        [Caution::OtherCurrencies { records: 1 }, Caution::WithoutDates { records: 1 }]
    );
    let before: Vec<Option<f64>> =
        cards.iter().map(|c| c.before.as_ref().and_then(|q| q.value)).collect();
    assert_eq!(before[0], Some(3.0));
    assert_eq!(before[3], Some(2.0 / 3.0));

    let scope = ask(spec).scope;
    assert_eq!((scope.records, scope.in_scope), (11, 5));
    assert_eq!(scope.excluded, [(Exclusion::WithoutDate, 1), (Exclusion::OutsidePeriod, 5)]);
    assert_eq!(scope.previous.unwrap().to_text(), "2025-01-01..2025-01-31");
    assert_eq!(scope.currency.as_deref(), Some("EUR"));
    let sums: Vec<(&str, u64, u64, f64)> = scope
        .currencies
        .iter()
        .map(|c| (c.currency.as_str(), c.records, c.won, c.won_amount))
        .collect();
    assert_eq!(sums, [("EUR", 4, 2, 10.0), ("USD", 1, 1, 900.0)]);
}

trait ToText {
    fn to_text(&self) -> String;
}
impl ToText for Period {
    fn to_text(&self) -> String {
        format!("{}..{}", self.first, self.last)
    }
}

#[test]
fn a_month_by_events() {
    let spec = ReportSpec { period: february(), basis: Basis::Period, ..ReportSpec::default() };
    let cards = cards(spec.clone());
    check(
        &cards,
        [
            Some(5.0),
            Some(4.0),
            Some(2.0 / 5.0),
            Some(2.0 / 3.0),
            Some(210.20),
            Some(105.10),
            Some(41.0),
            Some(40.5),
            Some(40.5 / 5.0),
            Some(40.5 / 2.0),
            Some((210.20 - 40.5) / 40.5),
            Some(2.0),
            Some(1.0),
            Some(2.0),
        ],
    );
    assert_eq!(now(&cards, MeasureId::EndToEnd).interval, None, "not a part of a whole");
    // One lost deal has no closing day, so it may belong here or not.
    assert!(
        now(&cards, MeasureId::WinRate).cautions.contains(&Caution::WithoutDates { records: 1 })
    );
    assert_eq!(now(&cards, MeasureId::Won).cautions, []);
    let scope = ask(spec).scope;
    assert_eq!(scope.in_scope, 7);
    assert_eq!(scope.excluded, [(Exclusion::OutsidePeriod, 4)]);
}

#[test]
fn a_filter_acts_on_records_and_on_spend() {
    let filter = |dimension, value: &str| Filter {
        dimension,
        values: vec![value.to_owned()],
        exclude: false,
        ..Filter::default()
    };
    let filters = vec![filter(Dimension::Channel, "paid_search")];
    let paid = cards(ReportSpec { filters, ..ReportSpec::default() });
    assert_eq!(now(&paid, MeasureId::Leads).value, Some(6.0));
    assert_eq!(now(&paid, MeasureId::Spend).value, Some(105.5));

    let filters = vec![filter(Dimension::Outcome, "won")];
    let spec = ReportSpec { filters, ..ReportSpec::default() };
    let won = cards(spec.clone());
    assert_eq!(now(&won, MeasureId::Leads).value, Some(6.0));
    let spend = won.iter().find(|c| c.measure == MeasureId::Spend).unwrap();
    assert_eq!(spend.absent, Some(Absence::SpendHasNoDimension));
    assert_eq!(ask(spec).scope.excluded, [(Exclusion::Filtered, 5)]);

    let column = Dimension::Column { file: "deals.csv".into(), header: "Owner".into() };
    let report = ask(ReportSpec { filters: vec![filter(column, "x")], ..ReportSpec::default() });
    assert!(report.blocks.iter().all(|b| *b == Answer::Absent(Absence::NoDimension)));
}

#[test]
fn dollars_on_request_and_never_mixed() {
    let spec = ReportSpec { currency: Some("usd".to_owned()), ..ReportSpec::default() };
    let dollars = cards(spec.clone());
    assert_eq!(now(&dollars, MeasureId::Revenue).value, Some(900.0));
    assert_eq!(now(&dollars, MeasureId::Spend).value, Some(7.0));
    assert_eq!(ask(spec).scope.currencies[0].currency, "USD");

    let mut euros_only = sample();
    euros_only.spend.currency = vec![1; 5];
    let report = answer(&[], &euros_only, &ReportSpec::default());
    let Answer::Kpis(kpis) = &report.blocks[0] else { panic!("{:?}", report.blocks) };
    let romi = kpis.cards.iter().find(|c| c.measure == MeasureId::Romi).unwrap();
    assert_eq!(romi.absent, Some(Absence::CurrenciesDiffer));
}

#[test]
fn what_the_data_lacks_is_said() {
    let absent = |change: fn(&mut Assembled), measure: MeasureId| {
        let mut data = sample();
        change(&mut data);
        let report = answer(
            &[],
            &data,
            &ReportSpec { comparison: Comparison::Nothing, ..ReportSpec::default() },
        );
        let Answer::Kpis(kpis) = &report.blocks[0] else { panic!("{:?}", report.blocks) };
        kpis.cards.iter().find(|c| c.measure == measure).unwrap().absent.clone()
    };
    assert_eq!(absent(|_| (), MeasureId::Romi), None);
    assert_eq!(absent(|d| d.has.spend = false, MeasureId::Cac), Some(Absence::NoSpend));
    assert_eq!(absent(|d| d.has.amount = false, MeasureId::Revenue), Some(Absence::NoAmount));
    assert_eq!(absent(|d| d.has.outcome = false, MeasureId::WinRate), Some(Absence::NoStages));
    assert_eq!(
        absent(|d| d.has.qualified = None, MeasureId::Qualified),
        Some(Absence::NoQualifiedStage)
    );
    assert_eq!(
        absent(|d| d.has.closed = false, MeasureId::MedianCycle),
        Some(Absence::NoClosedDate)
    );
    assert_eq!(absent(|d| d.has.records = false, MeasureId::Leads), Some(Absence::NoRecords));
}

#[test]
fn a_whole_report_reads_as_before() {
    let spec = ReportSpec { period: february(), ..ReportSpec::default() };
    crate::support::check_golden("report_by_hand.txt", &super::plain::plain(&ask(spec)));
}

#[test]
fn money_without_a_name_is_the_usual_currency() {
    let mut records = sample();
    records.currencies.push(String::new());
    records.spend.currency = vec![2; 5];
    let spend = |currency: Option<&str>| {
        let spec = ReportSpec { currency: currency.map(str::to_owned), ..ReportSpec::default() };
        let report = answer(&[], &records, &spec);
        let Answer::Kpis(kpis) = &report.blocks[0] else { panic!("{:?}", report.blocks) };
        let card = kpis.cards.iter().find(|c| c.measure == MeasureId::Spend).unwrap();
        (card.now.value, card.absent.clone())
    };
    assert_eq!(spend(None), (Some(142.5), None));
    assert_eq!(spend(Some("USD")), (None, Some(Absence::CurrenciesDiffer)));
}

#[test]
fn spend_alone_still_makes_a_report() {
    let costs = [cost("2025-01-01", 60.0, 1, PAID), cost("2025-02-01", 40.0, 1, EMAIL)];
    let mut data = assembled(&[], &costs);
    data.has = Has { spend: true, ..Has::default() };
    let report = answer(&[], &data, &ReportSpec::default());
    assert_eq!(report.scope.currency.as_deref(), Some("USD"));
    assert_eq!(report.scope.extent.unwrap().to_text(), "2025-01-01..2025-02-01");
    let [Answer::Kpis(kpis), funnel, Answer::Breakdown(table), Answer::Trend(trend), pivot] =
        report.blocks.as_slice()
    else {
        panic!("{:?}", report.blocks)
    };
    let spend = kpis.cards.iter().find(|c| c.measure == MeasureId::Spend).unwrap();
    assert_eq!((spend.now.value, &spend.spark), (Some(100.0), &vec![Some(60.0), Some(40.0)]));
    assert_eq!(kpis.cards[0].absent, Some(Absence::NoRecords));
    assert_eq!(*funnel, Answer::Absent(Absence::NoRecords));
    assert_eq!((table.rows.len(), table.measures.as_slice()), (2, &[MeasureId::Spend][..]));
    assert_eq!(trend.measures, [MeasureId::Spend]);
    assert_eq!(*pivot, Answer::Absent(Absence::NoRecords));
    // And nothing at all makes an empty one.
    let report = answer(&[], &Assembled::default(), &ReportSpec::default());
    assert_eq!((report.scope.records, report.scope.extent), (0, None));
}
