//! Calendars and periods by hand.

use super::*;

fn day(y: i32, m: u32, d: u32) -> Day {
    Day::from_ymd(y, m, d).unwrap()
}

#[test]
fn grains_begin_where_calendars_say() {
    let d = day(2026, 11, 22);
    let starts = [Grain::Day, Grain::Week, Grain::Month, Grain::Quarter, Grain::Year]
        .map(|g| g.start(d).to_string());
    assert_eq!(starts, ["2026-11-22", "2026-11-16", "2026-11-01", "2026-10-01", "2026-01-01"]);
    assert_eq!(Grain::Quarter.next(day(2026, 10, 1)), day(2027, 1, 1));
}

#[test]
fn the_previous_period_of_whole_months_is_whole_months() {
    let q3 = Period { first: day(2026, 7, 1), last: day(2026, 9, 30) };
    assert_eq!(q3.previous(), Period { first: day(2026, 4, 1), last: day(2026, 6, 30) });
    let ten = Period { first: day(2026, 3, 5), last: day(2026, 3, 14) };
    assert_eq!(ten.previous(), Period { first: day(2026, 2, 23), last: day(2026, 3, 4) });
}

fn text(period: Option<Period>) -> String {
    period.map_or("-".to_owned(), |p| format!("{}..{}", p.first, p.last))
}

#[test]
fn relative_periods_count_back_from_the_as_of_day() {
    let as_of = Some(day(2026, 11, 22));
    let resolved = |spec: PeriodSpec| text(spec.resolve(as_of));
    assert_eq!(resolved(PeriodSpec::All), "-");
    assert_eq!(resolved(PeriodSpec::This(Grain::Quarter)), "2026-10-01..2026-12-31");
    assert_eq!(resolved(PeriodSpec::Last(3, Grain::Month)), "2026-08-01..2026-10-31");
    assert_eq!(resolved(PeriodSpec::Last(2, Grain::Week)), "2026-11-02..2026-11-15");
    assert_eq!(resolved(PeriodSpec::Last(1, Grain::Year)), "2025-01-01..2025-12-31");
    assert_eq!(resolved(PeriodSpec::Last(7, Grain::Day)), "2026-11-15..2026-11-21");
    assert_eq!(text(PeriodSpec::This(Grain::Year).resolve(None)), "-");
}

#[test]
fn an_unfinished_period_is_compared_with_as_much_of_the_other() {
    let as_of = Some(day(2026, 11, 22));
    let this = |grain| PeriodSpec::This(grain).resolve(as_of).unwrap();
    let previous = |p| text(Comparison::PreviousPeriod.period(p, as_of));
    let last_year = |p| text(Comparison::SamePeriodLastYear.period(p, as_of));
    assert_eq!(previous(this(Grain::Month)), "2026-10-01..2026-10-22");
    assert_eq!(previous(this(Grain::Quarter)), "2026-07-01..2026-08-22");
    assert_eq!(previous(this(Grain::Year)), "2025-01-01..2025-11-22");
    assert_eq!(last_year(this(Grain::Month)), "2025-11-01..2025-11-22");
    let whole = PeriodSpec::Last(1, Grain::Month).resolve(as_of).unwrap();
    assert_eq!(previous(whole), "2026-09-01..2026-09-30");
    assert_eq!(last_year(whole), "2025-10-01..2025-10-31");
    let ten = Period { first: day(2026, 11, 16), last: day(2026, 11, 25) };
    assert_eq!(previous(ten), "2026-11-06..2026-11-12");
    let february = Period { first: day(2025, 2, 1), last: day(2025, 2, 28) };
    assert_eq!(last_year(february), "2024-02-01..2024-02-29");
    assert_eq!(text(Comparison::Nothing.period(whole, as_of)), "-");
}

#[test]
fn a_month_that_is_not_over_is_compared_up_to_the_same_day() {
    let before = |now: Day, comparison: Comparison| {
        let march = PeriodSpec::This(Grain::Month).resolve(Some(now)).unwrap();
        text(comparison.period(march, Some(now)))
    };
    // February 2025 has 28 days: the 28th, 29th and 30th of March all look at the whole of it.
    let previous = |d| before(day(2025, 3, d), Comparison::PreviousPeriod);
    assert_eq!(previous(27), "2025-02-01..2025-02-27");
    assert_eq!(previous(28), "2025-02-01..2025-02-28");
    assert_eq!(previous(30), "2025-02-01..2025-02-28");
    // 28 February is not the end of it in a leap year, and is in the year before.
    let year = |y, d| before(day(y, 2, d), Comparison::SamePeriodLastYear);
    assert_eq!(year(2024, 28), "2023-02-01..2023-02-28");
    let april = PeriodSpec::This(Grain::Quarter).resolve(Some(day(2025, 4, 30))).unwrap();
    let found = Comparison::PreviousPeriod.period(april, Some(day(2025, 4, 30)));
    assert_eq!(text(found), "2025-01-01..2025-01-31");
}

#[test]
fn the_end_that_was_typed_last_holds() {
    let shown = Period { first: day(2051, 5, 1), last: day(2052, 4, 30) };
    // Typing the year 2030 into the end first, then into the start, gives 2030.
    let ended = shown.ending(day(2030, 12, 31));
    assert_eq!(text(Some(ended)), "2030-12-31..2030-12-31");
    assert_eq!(text(Some(ended.beginning(day(2030, 1, 1)))), "2030-01-01..2030-12-31");
    assert_eq!(text(Some(shown.beginning(day(2060, 1, 1)))), "2060-01-01..2060-01-01");
    assert_eq!(text(Some(shown.ending(day(2052, 1, 1)))), "2051-05-01..2052-01-01");
}
