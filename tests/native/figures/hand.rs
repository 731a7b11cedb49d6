//! Eleven deals and five cost rows, every figure worked out by hand.

use super::made::{Cost, Deal, assembled};
use crate::tables::day;
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::filter::{Comparison, Filter, Grain, Period, PeriodSpec};
use tundish::engine::funnel::{Assembled, NO_STAGE, Outcome};
use tundish::engine::mapping::Channel;
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

fn sample() -> Assembled {
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

fn february() -> PeriodSpec {
    PeriodSpec::Between(Period { first: Day(day("2025-02-01")), last: Day(day("2025-02-28")) })
}

fn ask(spec: ReportSpec) -> Report {
    answer(&[], &sample(), &spec)
}

/// Cards of every measure.
fn cards(spec: ReportSpec) -> Vec<Kpi> {
    let block = BlockSpec::Kpis(KpisSpec { measures: MeasureId::EVERY.to_vec() });
    let report = ask(ReportSpec { blocks: vec![block], ..spec });
    match &report.blocks[0] {
        Answer::Kpis(kpis) => kpis.cards.clone(),
        other => panic!("{other:?}"),
    }
}

fn near(a: f64, b: f64) -> bool {
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
    assert_eq!(cards[0].spark, [Some(3.0), Some(5.0), Some(2.0)]);
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

/// (reached, implied, of the previous stage) of each stage.
fn descent(policy: SkipPolicy) -> Vec<(u64, u64, Option<f64>)> {
    let blocks = vec![BlockSpec::Funnel(FunnelSpec {})];
    let report = ask(ReportSpec { policy, blocks, ..ReportSpec::default() });
    let Answer::Funnel(funnel) = &report.blocks[0] else { panic!("{:?}", report.blocks) };
    assert_eq!((funnel.entered, funnel.won, funnel.lost, funnel.open), (11, 6, 2, 3));
    assert_eq!((funnel.unknown_depth, funnel.unmapped), (1, 1));
    assert_eq!(funnel.stages[3].label, Label::Won);
    let row =
        |s: &FunnelStage| (s.reached, s.implied, s.of_previous.as_ref().and_then(|q| q.value));
    funnel.stages.iter().map(row).collect()
}

#[test]
fn the_ladder_under_each_policy() {
    let part = |a: f64, b: f64| Some(a / b);
    assert_eq!(
        descent(SkipPolicy::Implied),
        [(11, 0, None), (8, 3, part(8., 11.)), (7, 2, part(7., 8.)), (6, 0, part(6., 7.))]
    );
    // Five have evidence for each stage, four of them for both.
    assert_eq!(
        descent(SkipPolicy::Observed),
        [(11, 0, None), (5, 0, part(5., 11.)), (5, 0, part(4., 5.)), (6, 0, part(4., 5.))]
    );
    assert_eq!(
        descent(SkipPolicy::Strict),
        [(11, 0, None), (5, 0, part(5., 11.)), (4, 0, part(4., 5.)), (3, 0, part(3., 4.))]
    );
    assert_eq!(descent(SkipPolicy::Any), [(11, 0, None), (5, 0, None), (5, 0, None), (6, 0, None)]);
}

#[test]
fn days_between_stages_come_from_dates_in_their_order() {
    let mut records = sample();
    let missing = tundish::engine::table::NO_DAY;
    let days = |pairs: &[(usize, &str)]| {
        let mut days = vec![missing; 11];
        pairs.iter().for_each(|(row, text)| days[*row] = day(text));
        days
    };
    // From creation: 1, 3 and −2 days; the last is out of order and left out.
    records.records.entered[1] =
        days(&[(0, "2025-01-06"), (1, "2025-01-13"), (2, "2025-01-18"), (8, "2025-02-01")]);
    records.records.entered[2] = days(&[(0, "2025-01-11")]);
    let spec =
        ReportSpec { blocks: vec![BlockSpec::Funnel(FunnelSpec {})], ..ReportSpec::default() };
    let report = answer(&[], &records, &spec);
    let Answer::Funnel(funnel) = &report.blocks[0] else { panic!("{:?}", report.blocks) };
    let medians: Vec<Option<f64>> = funnel.stages.iter().map(|s| s.median_days).collect();
    assert_eq!(medians, [None, Some(2.0), Some(5.0), Some(4.0)]);
}

fn channel_table(sort: Option<(MeasureId, Order)>) -> Breakdown {
    let block = BlockSpec::Breakdown(BreakdownSpec {
        dimension: Dimension::Channel,
        measures: vec![MeasureId::Leads, MeasureId::Spend, MeasureId::Cpl, MeasureId::Revenue],
        sort,
    });
    match ask(ReportSpec { blocks: vec![block], ..ReportSpec::default() }).blocks.remove(0) {
        Answer::Breakdown(breakdown) => breakdown,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_channel_table() {
    let table = channel_table(Some((MeasureId::Cpl, Order::Ascending)));
    let rows: Vec<(&Label, Vec<Option<f64>>)> =
        table.rows.iter().map(|r| (&r.label, r.cells.iter().map(|q| q.value).collect())).collect();
    let paid = 60.0 + 40.5 + 5.0;
    // Without a cost there is no CPL, and without leads neither: both last, in natural order.
    assert_eq!(
        rows,
        [
            (
                &Label::Channel(Channel::PaidSearch),
                vec![Some(6.0), Some(paid), Some(paid / 6.0), Some(100.10 + 200.20 + 20.0)]
            ),
            (&Label::Channel(Channel::Email), vec![Some(3.0), None, None, Some(0.0)]),
            (&Label::Channel(Channel::Display), vec![Some(0.0), Some(30.0), None, Some(0.0)]),
            (&Label::Channel(Channel::Unassigned), vec![Some(2.0), None, None, Some(10.0)]),
        ]
    );
    let display = &table.rows[2].cells[2];
    assert_eq!((display.numerator, display.denominator), (Some(30.0), Some(0.0)));
    assert!(near(table.total[2].value.unwrap(), (paid + 30.0) / 11.0), "blended");
    let down = channel_table(Some((MeasureId::Cpl, Order::Descending)));
    assert_eq!(down.rows[0].label, Label::Channel(Channel::PaidSearch));
}

#[test]
fn spend_has_no_outcome() {
    let by_outcome = BlockSpec::Breakdown(BreakdownSpec {
        dimension: Dimension::Outcome,
        measures: vec![MeasureId::Leads, MeasureId::Cpl],
        sort: None,
    });
    let gone = BlockSpec::Breakdown(BreakdownSpec {
        dimension: Dimension::Column { file: "deals.csv".into(), header: "Owner".into() },
        measures: vec![MeasureId::Leads],
        sort: None,
    });
    let blocks = vec![by_outcome, gone];
    let report = ask(ReportSpec { blocks, ..ReportSpec::default() });
    let Answer::Breakdown(table) = &report.blocks[0] else { panic!("{:?}", report.blocks) };
    assert_eq!(table.measures, [MeasureId::Leads]);
    assert_eq!(table.absent, [(MeasureId::Cpl, Absence::SpendHasNoDimension)]);
    assert_eq!(report.blocks[1], Answer::Absent(Absence::NoDimension));
}

#[test]
fn a_filter_acts_on_records_and_on_spend() {
    let filter = |dimension, value: &str| Filter {
        dimension,
        values: vec![value.to_owned()],
        exclude: false,
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
fn a_trend_has_no_gaps_and_says_when_it_is_not_over() {
    let trend = |basis| {
        let block = BlockSpec::Trend(TrendSpec {
            measures: vec![MeasureId::Leads, MeasureId::Won, MeasureId::Spend],
            grain: Grain::Month,
        });
        let spec = ReportSpec { basis, blocks: vec![block], ..ReportSpec::default() };
        match ask(spec).blocks.remove(0) {
            Answer::Trend(trend) => trend,
            other => panic!("{other:?}"),
        }
    };
    let values = |trend: &Trend| -> Vec<Vec<Option<f64>>> {
        trend.values.iter().map(|v| v.iter().map(|q| q.value).collect()).collect()
    };
    let numbers = |list: [f64; 3]| list.map(Some).to_vec();
    let cohort = trend(Basis::Cohort);
    let starts: Vec<String> = cohort.starts.iter().map(Day::to_string).collect();
    assert_eq!(starts, ["2025-01-01", "2025-02-01", "2025-03-01"]);
    assert!(cohort.last_is_partial, "the data end on 10 March");
    assert_eq!(
        values(&cohort),
        [numbers([3., 5., 2.]), numbers([2., 3., 0.]), numbers([60., 40.5, 30.])]
    );
    let period = trend(Basis::Period);
    assert_eq!(
        values(&period),
        [numbers([3., 5., 2.]), numbers([1., 2., 3.]), numbers([60., 40.5, 30.])]
    );
}

#[test]
fn a_pivot_with_two_levels_and_totals_of_their_own() {
    let block = BlockSpec::Pivot(PivotSpec {
        rows: vec![Dimension::Channel, Dimension::Outcome],
        columns: vec![Dimension::Created(Grain::Month)],
        measures: vec![MeasureId::Leads, MeasureId::AverageDeal],
        sort: Some((MeasureId::Leads, Order::Descending)),
    });
    let report = ask(ReportSpec { blocks: vec![block], ..ReportSpec::default() });
    let Answer::Pivot(pivot) = &report.blocks[0] else { panic!("{:?}", report.blocks) };
    let paid = Label::Channel(Channel::PaidSearch);
    let email = Label::Channel(Channel::Email);
    let none = Label::Channel(Channel::Unassigned);
    assert_eq!(
        pivot.rows,
        [
            [paid.clone(), Label::Won],
            [paid, Label::Lost],
            [email.clone(), Label::Open],
            [email, Label::Won],
            [none.clone(), Label::Won],
            [none, Label::Open],
        ]
    );
    assert_eq!(pivot.columns.last().unwrap(), &[Label::Empty]);
    let leads: Vec<Vec<Option<f64>>> =
        pivot.cells.iter().map(|row| row.iter().map(|cell| cell[0].value).collect()).collect();
    assert_eq!(leads[0], [2., 1., 0., 1.].map(Some));
    assert_eq!(leads[2], [0., 2., 0., 0.].map(Some));
    assert_eq!(pivot.row_totals[0][0].value, Some(4.0));
    // The mean over the row's own deals, not the mean of its cells' means (here 85.075).
    assert!(near(pivot.row_totals[0][1].value.unwrap(), 320.30 / 3.0));
    assert_eq!(pivot.grand[0].value, Some(11.0));
    assert!(near(pivot.grand[1].value.unwrap(), 330.30 / 4.0));
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
