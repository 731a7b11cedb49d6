//! Texts that are dates, under each order, and texts that are not.

use super::DateOrder::{DayMonthYear as Dmy, MonthDayYear as Mdy, YearMonthDay as Ymd};
use super::*;

fn moment(text: &str, order: DateOrder) -> Option<String> {
    scan(text)?.moment(order).map(|m| m.to_string().replace("T00:00:00", ""))
}

#[test]
fn dates_under_each_order() {
    let cases = [
        ("2024-01-31", "2024-01-31", Dmy),
        ("2024-1-3", "2024-01-03", Mdy),
        ("31.01.2024", "2024-01-31", Dmy),
        ("03/04/2024", "2024-04-03", Dmy),
        ("03/04/2024", "2024-03-04", Mdy),
        ("31-08-23", "2023-08-31", Dmy),
        ("99/12/31", "1999-12-31", Ymd),
        ("01.02.2024 г.", "2024-02-01", Dmy),
        ("04.04.2025 09:05:10", "2025-04-04T09:05:10", Dmy),
        ("2024-01-31T23:59:58.123Z", "2024-01-31T23:59:58", Dmy),
        ("2024-01-31 09:30:00+03:00", "2024-01-31T09:30:00", Dmy),
        ("1/2/2024, 12:05 AM", "2024-01-02T00:05:00", Mdy),
        ("1/2/2024 1:05 μ.μ.", "2024-02-01T13:05:00", Dmy),
        ("31 января 2024 г.", "2024-01-31", Mdy),
        ("1 мая 2024", "2024-05-01", Mdy),
        ("Sep 1, 2026", "2026-09-01", Dmy),
        ("September 1, 2026, 12:05 PM", "2026-09-01T12:05:00", Dmy),
        ("31-Jan-24", "2024-01-31", Mdy),
        ("Mon, 1 Jan 2024 09:30", "2024-01-01T09:30:00", Mdy),
        ("5 Μαΐου 2024", "2024-05-05", Mdy),
        ("12 ΣΕΠ 2024", "2024-09-12", Mdy),
        ("2024 янв. 5", "2024-01-05", Dmy),
    ];
    for (text, expected, order) in cases {
        assert_eq!(moment(text, order).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn what_is_no_date() {
    for text in [
        "30-34",
        "1.2.3",
        "2024",
        "10.5",
        "1/2",
        "2024-01-31x",
        "12345-1-2",
        "1.2.2024 9",
        "10:30",
        "1.2/2024",
        "May 5",
        "Deal 5, 2024",
        "5 apples 2024",
        "Jan 2024",
        "Jan 5 2024 x",
        "May Smith 2024",
    ] {
        assert_eq!(scan(text), None, "{text}");
    }
    // The shape of a date, and no such day.
    for text in ["31.02.2024", "2024-02-30", "0000-00-00", "32.01.24"] {
        assert_eq!(scan(text).map(|w| w.day(Dmy)), Some(None), "{text}");
    }
    assert_eq!(scan("13.01.2024").and_then(|w| w.day(Mdy)), None);
}
