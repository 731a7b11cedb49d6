//! Money brought to one currency, and the user's calendar: fiscal years, week starts, clocks.

use crate::tables::{File, assembled, day, file, ladder, mapped};
use tundish::engine::audit::Finding;
use tundish::engine::calendar::{Calendar, WeekStart};
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::document::Document;
use tundish::engine::filter::{Comparison, Filter, Grain, PeriodSpec};
use tundish::engine::funnel::{Assembled, Crossing};
use tundish::engine::mapping::rates::{Rate, Rates};
use tundish::engine::mapping::{FileKind, Mapping, Role};
use tundish::engine::measure::MeasureId;
use tundish::engine::query::answer;
use tundish::engine::report::{
    Answer, BlockSpec, Breakdown, BreakdownSpec, Report, ReportSpec, Trend, TrendSpec,
};
use tundish::engine::value::Day;
use tundish::format::Locale;

pub fn deals() -> File {
    file(
        "deals",
        "id|stage|amount:money|currency|created:date|closed:date",
        &[
            "1|won|100|EUR|2025-01-10|2025-02-10",
            "2|won|200|USD|2025-01-10|2025-02-10",
            "3|won|300|USD|2025-03-10|2025-04-10",
            "4|new|400|USD|2025-01-05|",
            "5|won|1000|RUB|2025-01-10|2025-02-10",
            "6|won|10||2025-01-10|2025-02-10",
        ],
    )
}

pub fn mapping() -> Mapping {
    let roles = [
        (Role::RecordId, "id"),
        (Role::Stage, "stage"),
        (Role::Amount, "amount"),
        (Role::Currency, "currency"),
        (Role::Created, "created"),
        (Role::Closed, "closed"),
    ];
    Mapping {
        files: vec![mapped("deals", FileKind::Deals, &roles)],
        ladder: ladder(&["new"], &["won"], &["lost"]),
        ..Mapping::default()
    }
}

fn rate(currency: &str, rate: f64, from: &str) -> Rate {
    let day = (!from.is_empty()).then(|| Day(day(from)));
    Rate { currency: currency.to_owned(), rate, day }
}

pub fn money(made: &Assembled) -> Vec<(f64, &str)> {
    let names = made.records.currency.iter().map(|c| made.currencies[usize::from(*c)].as_str());
    made.records.amount.iter().copied().zip(names).collect()
}

fn told(made: &Assembled) -> Vec<Crossing> {
    let of = |f: &Finding| match f {
        Finding::Crossing(crossing) => Some(crossing.clone()),
        _ => None,
    };
    made.findings.iter().filter_map(of).collect()
}

#[test]
fn the_nearest_earlier_rate_converts_and_what_has_none_stays_apart() {
    let mut mapping = mapping();
    let table = vec![rate("USD", 0.9, "2025-02-01"), rate("usd", 0.8, "2025-04-05")];
    mapping.rates = Rates { to: "eur".to_owned(), table };
    let made = assembled(&[&deals()], &mapping);
    // The fourth was created before the first rate; rubles have none; what names no currency stays.
    let expected = [
        (100.0, "EUR"),
        (180.0, "EUR"),
        (240.0, "EUR"),
        (400.0, "USD"),
        (1000.0, "RUB"),
        (10.0, ""),
    ];
    assert_eq!(money(&made), expected);
    let to = "EUR".to_owned();
    let rows = vec![("USD".to_owned(), 2)];
    assert!(told(&made).contains(&Crossing::Converted { to: to.clone(), rows, oldest: 9 }));
    let rows = vec![("USD".to_owned(), 1), ("RUB".to_owned(), 1)];
    assert!(told(&made).contains(&Crossing::NoRate { to, rows }), "{:?}", told(&made));

    // A rate that always holds fills the gap; the dated ones go before it.
    mapping.rates.table.push(rate("USD", 0.5, ""));
    let made = assembled(&[&deals()], &mapping);
    assert_eq!((money(&made)[1], money(&made)[3]), ((180.0, "EUR"), (200.0, "EUR")));
}

#[test]
fn a_file_of_rates_works_like_the_table_and_the_table_goes_before_it() {
    let rates = file(
        "rates",
        "date:date|currency|rate:money",
        &[
            "2025-01-01|USD|0.9",
            "2025-02-01|USD|0.7",
            "2025-01-01|Российский рубль|0.01",
            "2025-01-01|GBP|-1",
        ],
    );
    let mut mapping = mapping();
    let roles = [(Role::Date, "date"), (Role::Currency, "currency"), (Role::Rate, "rate")];
    mapping.files.push(mapped("rates", FileKind::Rates, &roles));
    mapping.rates.to = "EUR".to_owned();
    let deals = deals();
    let made = assembled(&[&deals, &rates], &mapping);
    let amounts: Vec<f64> = money(&made).iter().map(|(a, _)| *a).collect();
    assert_eq!(amounts, [100.0, 140.0, 210.0, 360.0, 10.0, 10.0]);
    mapping.rates.table = vec![rate("USD", 2.0, "2025-02-01")];
    let made = assembled(&[&deals, &rates], &mapping);
    assert_eq!((money(&made)[1].0, money(&made)[3].0), (400.0, 360.0));
}

#[test]
fn without_a_wish_or_at_rate_one_no_amount_changes() {
    let (deals, mut mapping) = (deals(), mapping());
    let before = assembled(&[&deals], &mapping);
    mapping.rates.table = vec![rate("USD", 2.0, "")];
    let same = assembled(&[&deals], &mapping);
    assert_eq!(money(&same), money(&before));
    assert_eq!(told(&same), []);
    let table = ["USD", "RUB"].map(|c| rate(c, 1.0, ""));
    mapping.rates = Rates { to: "EUR".to_owned(), table: table.into() };
    let one = assembled(&[&deals], &mapping);
    assert_eq!(one.records.amount, before.records.amount);
    assert_eq!(one.records.count, before.records.count);
    // Rates that are none are as good as absent.
    mapping.rates.table = vec![rate("USD", 0.0, ""), rate("RUB", f64::NAN, "")];
    assert_eq!(money(&assembled(&[&deals], &mapping)), money(&before));
}

fn report(calendar: Calendar, change: impl Fn(&mut ReportSpec)) -> Report {
    let days = [
        "2025-01-31",
        "2025-03-31",
        "2025-04-01",
        "2025-06-30",
        "2025-07-01",
        "2026-03-31",
        "2026-04-04",
    ];
    let rows: Vec<String> =
        days.iter().enumerate().map(|(at, d)| format!("{at}|new|1|EUR|{d}|")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let deals = file("deals", "id|stage|amount:money|currency|created:date|closed:date", &rows);
    let made = assembled(&[&deals], &mapping());
    let mut spec =
        ReportSpec { calendar, comparison: Comparison::Nothing, ..ReportSpec::default() };
    change(&mut spec);
    answer(&[deals.view()], &made, &spec)
}

fn by(grain: Grain) -> BlockSpec {
    let dimension = Dimension::Created(grain);
    BlockSpec::Breakdown(BreakdownSpec {
        dimension,
        measures: vec![MeasureId::Leads],
        ..Default::default()
    })
}

fn rows(report: &Report) -> Vec<(String, f64)> {
    let Answer::Breakdown(Breakdown { rows, .. }) = &report.blocks[0] else { panic!() };
    let name = |label: &Label| match label {
        Label::Date(grain, day) => Locale::En.date(*grain, *day).replace('\u{a0}', " "),
        other => format!("{other:?}"),
    };
    rows.iter().map(|r| (name(&r.label), r.cells[0].value.unwrap_or(0.0))).collect()
}

fn april(named_by_end: bool) -> Calendar {
    Calendar { year_start: 4, named_by_end, ..Calendar::default() }
}

#[test]
fn a_fiscal_year_shapes_quarters_years_periods_and_their_names() {
    let quarters = rows(&report(april(true), |s| s.blocks = vec![by(Grain::Quarter)]));
    let named: Vec<(&str, f64)> = quarters.iter().map(|(n, v)| (n.as_str(), *v)).collect();
    let expected = [
        ("Q4 FY2025", 2.0),
        ("Q1 FY2026", 2.0),
        ("Q2 FY2026", 1.0),
        ("Q4 FY2026", 1.0),
        ("Q1 FY2027", 1.0),
    ];
    assert_eq!(named, expected);
    let years = rows(&report(april(false), |s| s.blocks = vec![by(Grain::Year)]));
    let named: Vec<(&str, f64)> = years.iter().map(|(n, v)| (n.as_str(), *v)).collect();
    assert_eq!(named, [("FY2024", 2.0), ("FY2025", 4.0), ("FY2026", 1.0)]);
    let last = report(april(true), |s| s.period = PeriodSpec::Last(1, Grain::Year));
    let period = last.scope.period.unwrap();
    assert_eq!((period.first, period.last), (Day(day("2025-04-01")), Day(day("2026-03-31"))));
    // A filter by a quarter of the answer means the same quarter.
    let filtered = report(april(true), |s| {
        let dimension = Dimension::Created(Grain::Quarter);
        s.filters =
            vec![Filter { dimension, values: vec!["2025-04-01".to_owned()], ..Filter::default() }];
    });
    assert_eq!(filtered.scope.in_scope, 2);
    // Quarters of a year that begins in October begin in the same months as calendar ones.
    let october = Calendar { year_start: 10, ..Calendar::default() };
    let quarters = rows(&report(october, |s| s.blocks = vec![by(Grain::Quarter)]));
    assert_eq!(quarters[0].0, "Q2 FY2025");
}

#[test]
fn weeks_begin_on_the_day_that_was_chosen_and_trends_follow() {
    let trend = |week_start| {
        let calendar = Calendar { week_start, ..Calendar::default() };
        let found = report(calendar, |s| {
            let measures = vec![MeasureId::Leads];
            s.period = PeriodSpec::Last(1, Grain::Week);
            s.blocks = vec![BlockSpec::Trend(TrendSpec {
                measures,
                grain: Grain::Week,
                ..Default::default()
            })];
        });
        let Answer::Trend(Trend { starts, grain, .. }) = &found.blocks[0] else {
            return (found.scope.period.unwrap().first.to_string(), String::new());
        };
        let name = Locale::En.date(*grain, starts[0]).replace('\u{a0}', " ");
        (found.scope.period.unwrap().first.to_string(), name)
    };
    // 2026-04-04 is a Saturday: the week before ends on Friday, Saturday or Sunday.
    assert_eq!(trend(WeekStart::Monday).0, "2026-03-23");
    assert_eq!(
        trend(WeekStart::Sunday),
        ("2026-03-22".to_owned(), "week of 22 Mar 2026".to_owned())
    );
    assert_eq!(
        trend(WeekStart::Saturday),
        ("2026-03-28".to_owned(), "week of 28 Mar 2026".to_owned())
    );
    let weeks =
        rows(&report(Calendar { week_start: WeekStart::Sunday, ..Calendar::default() }, |s| {
            s.blocks = vec![by(Grain::Week)]
        }));
    assert_eq!(weeks[0].0, "week of 26 Jan 2025");
}

#[test]
fn the_usual_calendar_changes_nothing() {
    let spec = ReportSpec::default();
    assert_eq!(Calendar::default().apply(&spec), spec);
    for grain in [Grain::Day, Grain::Week, Grain::Month, Grain::Quarter, Grain::Year] {
        assert_eq!(Calendar::default().grain(grain), grain);
        assert_eq!(april(true).grain(april(true).grain(grain)), april(true).grain(grain));
        assert_eq!(april(true).grain(grain).plain(), grain);
    }
}

#[test]
fn a_clock_moves_times_and_never_a_day() {
    let timed = file(
        "deals",
        "id|stage|amount:money|currency|created:time|closed:date",
        &[
            "1|won|1|EUR|2025-01-31 23:30:00|2025-01-31",
            "2|won|1|EUR|2025-01-31 02:00:00|2025-01-31",
        ],
    );
    let created = |minutes: i32| {
        let mut mapping = mapping();
        mapping.files[0].clock_minutes = minutes;
        let made = assembled(&[&timed], &mapping);
        let days = |list: &[i32]| list.iter().map(|d| Day(*d).to_string()).collect::<Vec<_>>();
        (days(&made.records.created), days(&made.records.closed))
    };
    let closed = vec!["2025-01-31".to_owned(); 2];
    assert_eq!(created(0), (closed.clone(), closed.clone()));
    assert_eq!(created(180).0, ["2025-02-01", "2025-01-31"]);
    assert_eq!(created(-180).0, ["2025-01-31", "2025-01-30"]);
    assert_eq!(created(180).1, closed);
}

#[test]
fn a_document_of_before_has_the_usual_calendar_and_no_rates() {
    let old = r#"{"format":"tundish","version":1,"title":"t","mapping":{"files":[{"name":"a.csv","kind":"deals","roles":{"stage":"s"}}],
        "joins":[{"from_file":"a.csv","from_column":"x","lookup_file":"b.csv","key_column":"y","aliases":{}}]},
        "report":{"period":{"last":[3,"quarter"]}}}"#;
    let document = Document::from_json(old).unwrap();
    assert_eq!(document.report.calendar, Calendar::default());
    assert_eq!(document.mapping.rates, Rates::default());
    assert_eq!(document.mapping.joins[0].by, Default::default());
    assert_eq!(Document::from_json(&document.to_json()).unwrap(), document);
}

#[test]
fn other_costs_are_converted_by_their_own_day_and_all_money_is_told_at_once() {
    let other = file(
        "other",
        "day:date|amount:money|currency",
        &["2025-02-10|10|USD", "2025-01-10|20|USD", "2025-02-10|30|EUR"],
    );
    let costs =
        file("costs", "day:date|amount:money|currency", &["2025-02-10|5|USD", "2025-02-11|7|GBP"]);
    let roles = [(Role::Date, "day"), (Role::Spend, "amount"), (Role::Currency, "currency")];
    let mut mapping = mapping();
    mapping.files.push(mapped("other", FileKind::OtherCosts, &roles));
    mapping.files.push(mapped("costs", FileKind::Spend, &roles));
    mapping.rates = Rates { to: "EUR".to_owned(), table: vec![rate("USD", 0.9, "2025-02-01")] };
    let made = assembled(&[&deals(), &other, &costs], &mapping);
    assert_eq!(made.beside.other_costs.cost, [9.0, 20.0, 30.0]);
    let eur = made.currencies.iter().position(|c| c == "EUR").unwrap() as u8;
    let codes = &made.beside.other_costs.currency;
    assert_eq!((codes[0] == eur, codes[1] == eur, codes[2] == eur), (true, false, true));
    let usd = |n| ("USD".to_owned(), n);
    let told = told(&made);
    let to = "EUR".to_owned();
    // Two deals, a day of other costs, a day of ad costs.
    let rows = vec![usd(4)];
    assert!(told.contains(&Crossing::Converted { to: to.clone(), rows, oldest: 68 }), "{told:?}");
    let rows = vec![usd(2), ("RUB".to_owned(), 1), ("GBP".to_owned(), 1)];
    assert!(told.contains(&Crossing::NoRate { to, rows }), "{told:?}");
}
