//! Every kind of filter against a walk over the rows.

use super::rig::{Rig, Row, column, rig};
use tundish::engine::dimension::Dimension;
use tundish::engine::filter::*;
use tundish::engine::measure::MeasureId as M;
use tundish::engine::report::*;
use tundish::engine::value::Day;

fn leads(rig: &Rig, filters: Vec<Filter>) -> f64 {
    let block = KpisSpec { measures: vec![M::Leads], ..KpisSpec::default() };
    let spec = ReportSpec { filters, ..ReportSpec::default() };
    match rig.one(BlockSpec::Kpis(block), spec) {
        Answer::Kpis(kpis) => kpis.cards[0].now.value.unwrap(),
        other => panic!("{other:?}"),
    }
}

fn check(rig: &Rig, filter: Filter, passes: impl Fn(&Row) -> bool) {
    let kept = rig.rows.iter().filter(|r| passes(r)).count();
    assert_eq!(leads(rig, vec![filter.clone()]), kept as f64, "{filter:?}");
    let exclude = Filter { exclude: true, ..filter.clone() };
    assert_eq!(leads(rig, vec![exclude]), (rig.rows.len() - kept) as f64, "not {filter:?}");
}

fn on(header: &str, test: Test, values: &[&str]) -> Filter {
    let values = values.iter().map(|v| (*v).to_owned()).collect();
    Filter { test, ..Filter::among(column(header), values) }
}

#[test]
fn texts() {
    let rig = rig(11, 400);
    let note = |r: &Row| r.note.map(str::to_lowercase);
    let with = |test, values: &[&str]| on("note", Test::Text(test), values);
    check(&rig, with(TextTest::Contains, &["BACK"]), |r| {
        note(r).is_some_and(|n| n.contains("back"))
    });
    check(&rig, with(TextTest::StartsWith, &["call"]), |r| {
        note(r).is_some_and(|n| n.starts_with("call"))
    });
    check(&rig, with(TextTest::EndsWith, &[" budget", "cut"]), |r| {
        note(r).is_some_and(|n| n.ends_with("budget") || n.ends_with("cut"))
    });
    check(&rig, on("region", Test::Among, &["north", "East"]), |r| {
        matches!(r.region, Some("North" | "East"))
    });
    check(&rig, on("region", Test::Empty, &[]), |r| r.region.is_none());
    check(&rig, on("seats", Test::Empty, &[]), |r| r.seats.is_none());
    check(&rig, on("due", Test::Empty, &[]), |r| r.due.is_none());
}

#[test]
fn numbers() {
    let rig = rig(12, 400);
    let tests = [
        NumberTest::Equal(10.0),
        NumberTest::Below(5.0),
        NumberTest::AtMost(5.0),
        NumberTest::Above(10.0),
        NumberTest::AtLeast(10.5),
        NumberTest::Between(10.5, 2.0),
    ];
    for test in tests {
        let passes = |x: f64| match test {
            NumberTest::Equal(n) => x == n,
            NumberTest::Below(n) => x < n,
            NumberTest::AtMost(n) => x <= n,
            NumberTest::Above(n) => x > n,
            NumberTest::AtLeast(n) => x >= n,
            NumberTest::Between(..) => (2.0..=10.5).contains(&x),
        };
        check(&rig, on("seats", Test::Number(test), &[]), |r| r.seats.is_some_and(passes));
    }
    // A text can't be compared with a number: the question has no answer rather than a wrong one.
    let filters = vec![on("note", Test::Number(NumberTest::Above(1.0)), &[])];
    let spec = ReportSpec { filters, ..ReportSpec::default() };
    assert_eq!(rig.ask(&spec).blocks[0], Answer::Absent(Absence::NoDimension));
}

#[test]
fn days_are_those_of_the_file_and_count_back_from_its_last_one() {
    let rig = rig(13, 600);
    let as_of = rig.rows.iter().filter_map(|r| r.created).max().unwrap();
    let (first, last) = (Day::from_ymd(2024, 2, 29).unwrap(), Day::from_ymd(2024, 8, 31).unwrap());
    let days = |header: &str, test| on(header, Test::Days(test), &[]);
    let between = PeriodSpec::Between(Period { first, last });
    let due = |r: &Row, f: &dyn Fn(Day) -> bool| r.due.is_some_and(f);
    check(&rig, days("due", DaysTest::Within(between)), |r| due(r, &|d| first <= d && d <= last));
    check(&rig, days("due", DaysTest::From(first)), |r| due(r, &|d| first <= d));
    check(&rig, days("due", DaysTest::Until(last)), |r| due(r, &|d| d <= last));
    check(&rig, days("due", DaysTest::Within(PeriodSpec::Last(30, Grain::Day))), |r| {
        due(r, &|d| as_of.0 - 30 <= d.0 && d.0 < as_of.0)
    });
    let (y, m, _) = as_of.ymd();
    check(&rig, days("due", DaysTest::Within(PeriodSpec::This(Grain::Month))), |r| {
        due(r, &|d| (d.ymd().0, d.ymd().1) == (y, m))
    });
    check(&rig, days("due", DaysTest::Within(PeriodSpec::This(Grain::Quarter))), |r| {
        due(r, &|d| (d.ymd().0, (d.ymd().1 - 1) / 3) == (y, (m - 1) / 3))
    });
    check(&rig, days("due", DaysTest::Within(PeriodSpec::Last(1, Grain::Year))), |r| {
        due(r, &|d| d.ymd().0 == y - 1)
    });
    // Creation has a test of its own days, whatever grain the dimension has.
    let created =
        Filter { dimension: Dimension::Created(Grain::Year), ..days("due", DaysTest::From(first)) };
    check(&rig, created, |r| r.created.is_some_and(|d| first <= d));
}

#[test]
fn filters_combine_by_and_and_alternatives_by_or() {
    let rig = rig(14, 500);
    let region = |name: &str| on("region", Test::Among, &[name]);
    let big = on("seats", Test::Number(NumberTest::Above(5.0)), &[]);
    let or = |filter: Filter| Filter { or: true, ..filter };
    let kept = |f: &dyn Fn(&Row) -> bool| rig.rows.iter().filter(|r| f(r)).count() as f64;
    let is_big = |r: &Row| r.seats.is_some_and(|s| s > 5.0);
    let is = |r: &Row, name| r.region == Some(name);
    assert_eq!(
        leads(&rig, vec![region("North"), big.clone()]),
        kept(&|r| is(r, "North") && is_big(r))
    );
    assert_eq!(
        leads(&rig, vec![region("North"), or(big.clone())]),
        kept(&|r| is(r, "North") || is_big(r))
    );
    let won = Filter::among(Dimension::Outcome, vec!["won".to_owned()]);
    assert_eq!(
        leads(&rig, vec![region("North"), or(region("South")), won, or(big)]),
        kept(&|r| (is(r, "North") || is(r, "South")) && (r.won() || is_big(r)))
    );
}

#[test]
fn a_block_has_filters_of_its_own_and_says_which_act_on_it() {
    let rig = rig(15, 300);
    let cards = |filters| BlockSpec::Kpis(KpisSpec { measures: vec![M::Leads], filters });
    let north = on("region", Test::Among, &["North"]);
    // A mark of an alternative on a block's first filter has nothing before it.
    let won = Filter { or: true, ..Filter::among(Dimension::Outcome, vec!["won".to_owned()]) };
    let spec = ReportSpec {
        filters: vec![north.clone()],
        blocks: vec![cards(vec![]), cards(vec![won.clone()]), cards(vec![])],
        ..ReportSpec::default()
    };
    let report = rig.ask(&spec);
    let value = |at: usize| match &report.blocks[at] {
        Answer::Kpis(kpis) => kpis.cards[0].now.value.unwrap(),
        other => panic!("{other:?}"),
    };
    let kept = |f: &dyn Fn(&Row) -> bool| rig.rows.iter().filter(|r| f(r)).count() as f64;
    let is_north = |r: &Row| r.region == Some("North");
    assert_eq!(value(0), kept(&is_north));
    assert_eq!(value(1), kept(&|r| is_north(r) && r.won()));
    assert_eq!(value(2), value(0));
    assert_eq!(report.filters[0], std::slice::from_ref(&north));
    assert_eq!(report.filters[1], [north, Filter { or: false, ..won }]);
}

#[test]
fn one_column_against_another_of_the_same_row() {
    let rig = rig(19, 600);
    let than = |this: Dimension, than, other| Filter {
        test: Test::Other(than),
        other: Some(other),
        ..Filter::among(this, Vec::new())
    };
    let created = || Dimension::Created(Grain::Month);
    for (sign, holds) in [
        (Than::Below, (|a, b| a < b) as fn(Day, Day) -> bool),
        (Than::AtMost, |a, b| a <= b),
        (Than::Equal, |a, b| a == b),
        (Than::AtLeast, |a, b| a >= b),
        (Than::Above, |a, b| a > b),
    ] {
        // Without one of the two days a row does not pass, whatever the sign.
        let both = |r: &Row| r.due.zip(r.created).is_some_and(|(due, made)| holds(due, made));
        check(&rig, than(column("due"), sign, created()), both);
    }
    check(&rig, than(column("seats"), Than::AtLeast, column("seats")), |r| r.seats.is_some());
    // A number is neither more nor less than a day, and a text is no quantity.
    for other in [column("due"), column("note"), column("gone")] {
        let spec = ReportSpec {
            filters: vec![than(column("seats"), Than::Above, other)],
            ..ReportSpec::default()
        };
        assert_eq!(rig.ask(&spec).blocks[0], Answer::Absent(Absence::NoDimension));
    }
    // A column to compare with that is not chosen yet keeps everything.
    let open = Filter { other: None, ..than(column("seats"), Than::Above, created()) };
    assert_eq!(leads(&rig, vec![open]), rig.rows.len() as f64);
}
