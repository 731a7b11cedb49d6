//! Columns of days, moments, times and periods, by the oddity of their writing.

use super::types::{format_of, kind, of, one};
use super::{column, short_kinds};
use tundish::engine::issue::IssueKind;
use tundish::engine::profile::{DateOrder, FormatNote};

/// The cells of a column as they were understood.
fn cells(texts: &[&str]) -> Vec<String> {
    column(&of("when", texts), "when")
}

fn notes(header: &str, texts: &[&str]) -> Vec<FormatNote> {
    format_of(&of(header, texts)).notes.clone()
}

#[test]
fn iso_with_letters_offsets_and_fractions() {
    assert_eq!(
        cells(&[
            "2024-01-31T23:59:58.123Z",
            "2024-01-31 09:30:00+03:00",
            "2024-02-01",
            "2024-02-01T09:30"
        ]),
        [
            "2024-01-31T23:59:58",
            "2024-01-31T09:30:00",
            "2024-02-01T00:00:00",
            "2024-02-01T09:30:00"
        ]
    );
}

#[test]
fn a_day_with_an_offset_stays_the_files_own_day() {
    // 23:30 in Moscow is the next day nowhere in the file: a deal closed on the 31st stays there.
    let texts = ["2024-01-31T23:30:00+03:00", "2024-01-31T00:30:00-08:00"];
    let imported = of("closed", &texts);
    let days = (0..2).map(|row| imported.table.columns[1].day(row).unwrap().to_string());
    assert_eq!(days.collect::<Vec<_>>(), ["2024-01-31", "2024-01-31"]);
    assert_eq!(notes("closed", &texts), [FormatNote::MixedOffsets]);
    assert_eq!(
        notes("closed", &["2024-01-31 23:30 MSK", "2024-02-01 01:00 MSK"]),
        [FormatNote::Offsets]
    );
    assert_eq!(notes("closed", &["2024-01-31 23:30 UTC", "2024-02-01T01:00Z"]), [FormatNote::Utc]);
    assert_eq!(notes("closed", &["2024-01-31 23:30", "2024-02-01 01:00"]), []);
}

#[test]
fn every_separator_and_order() {
    for s in [".", "/", "-", " "] {
        let join = |parts: [&str; 3]| parts.join(s);
        for (texts, order) in [
            ([join(["31", "01", "2024"]), join(["1", "2", "2024"])], DateOrder::DayMonthYear),
            ([join(["01", "31", "2024"]), join(["2", "1", "2024"])], DateOrder::MonthDayYear),
            ([join(["2024", "01", "31"]), join(["2024", "2", "1"])], DateOrder::YearMonthDay),
        ] {
            let texts = texts.each_ref().map(String::as_str);
            let imported = of("when", &texts);
            assert_eq!(column(&imported, "when"), ["2024-01-31", "2024-02-01"], "{texts:?}");
            assert_eq!(format_of(&imported).date_order, Some(order), "{texts:?}");
            assert!(!format_of(&imported).ambiguous, "{texts:?}");
        }
    }
}

#[test]
fn years_of_two_digits_and_their_pivot() {
    assert_eq!(
        cells(&["31.12.69", "01.02.70", "15.06.99"]),
        ["2069-12-31", "1970-02-01", "1999-06-15"]
    );
    assert_eq!(notes("when", &["31.12.24", "01.02.25"]), [FormatNote::ShortYears]);
    assert_eq!(cells(&["31/08/23", "01/09/23"]), ["2023-08-31", "2023-09-01"]);
    assert_eq!(cells(&["08/31/23", "09/01/23"]), ["2023-08-31", "2023-09-01"]);
}

#[test]
fn a_two_digit_year_may_come_first() {
    // Years vary less than days do.
    let texts = ["24-01-15", "24-01-31", "24-02-03", "24-03-28"];
    assert_eq!(cells(&texts), ["2024-01-15", "2024-01-31", "2024-02-03", "2024-03-28"]);
    // Too little to tell: 15 January 2024 or 24 January 2015.
    let open = of("when", &["24-01-15", "24-01-20"]);
    assert_eq!(column(&open, "when"), ["2024-01-15", "2024-01-20"]);
    assert!(format_of(&open).ambiguous);
}

#[test]
fn months_by_name_in_three_languages_and_more() {
    for text in [
        "12 March 2025",
        "March 12, 2025",
        "12-Mar-2025",
        "12 Mar 25",
        "12th March 2025",
        "Mar 12th, 2025",
        "Wed, 12 Mar 2025",
        "12 марта 2025",
        "12 марта 2025 г.",
        "12 мар. 2025 г.",
        "12 марта 2025 года",
        "12 Μαρτίου 2025",
        "12 Μαρ 2025",
        "Τετάρτη, 12 Μαρτίου 2025",
        "12 ΜΑΡ 2025",
        "12. März 2025",
        "12 mars 2025",
        "2025 March 12",
        "12\u{a0}марта\u{a0}2025\u{a0}г.",
        "Среда, 12 марта 2025 г.",
    ] {
        assert_eq!(cells(&[text, text]), ["2025-03-12", "2025-03-12"], "{text}");
    }
    for (text, day) in [
        ("1 мая 2024", "2024-05-01"),
        ("5 Μαΐου 2024", "2024-05-05"),
        ("3 Dez. 2024", "2024-12-03"),
        ("14 août 2024", "2024-08-14"),
        ("7 ΙΟΥΛ 2024", "2024-07-07"),
    ] {
        assert_eq!(cells(&[text]), [day], "{text}");
    }
    assert_eq!(
        cells(&["12 мар. 2025 г., 14:30", "12 марта 2025 г. в 9:05"]),
        ["2025-03-12T14:30:00", "2025-03-12T09:05:00"]
    );
}

#[test]
fn a_weekday_in_front_says_nothing() {
    for text in [
        "Mon 13/01/2025",
        "Пн, 13.01.2025",
        "Δευ 13/01/2025",
        "Monday, 2025-01-13",
        "пн. 13.01.2025",
    ] {
        assert_eq!(cells(&[text]), ["2025-01-13"], "{text}");
    }
    assert_eq!(kind("name", &["Deal 2025-01-13", "Mona 13/01/2025"]), "text");
}

#[test]
fn twelve_hour_clocks() {
    for (text, time) in [
        ("1/31/2024 12:05 AM", "00:05:00"),
        ("1/31/2024 12:05 PM", "12:05:00"),
        ("1/31/2024, 1:05:09 p.m.", "13:05:09"),
        ("1/31/2024 1:05 a.m.", "01:05:00"),
        ("31/1/2024 1:05 μ.μ.", "13:05:00"),
        ("31/1/2024 1:05 π.μ.", "01:05:00"),
        ("31/1/2024, 1:05:09 μμ", "13:05:09"),
        ("31 Jan 2024 at 1:05 PM", "13:05:00"),
        ("1/31/2024 2 PM", "14:00:00"),
    ] {
        assert_eq!(cells(&[text]), [format!("2024-01-31T{time}")], "{text}");
    }
}

#[test]
fn excel_serials_where_the_header_or_the_cells_say_so() {
    let day = of("Close date", &["45292", "45293"]);
    assert_eq!(column(&day, "Close date"), ["2024-01-01", "2024-01-02"]);
    assert_eq!(format_of(&day).notes, [FormatNote::Serials]);
    assert_eq!(
        column(&of("Дата", &["45292.5", "45293"]), "Дата"),
        ["2024-01-01T12:00:00", "2024-01-02T00:00:00"]
    );
    assert_eq!(column(&of("Дата", &["45292,5", "45293"]), "Дата")[0], "2024-01-01T12:00:00");
    assert_eq!(column(&of("Created", &["45292", "45293"]), "Created")[0], "2024-01-01");
    assert_eq!(kind("Leads created", &["45292", "45293"]), "int");
    // Beside real dates.
    assert_eq!(
        cells(&["31.01.2024", "45292", "15.02.2024"]),
        ["2024-01-31", "2024-01-01", "2024-02-15"]
    );
    // Salaries are no days, nor are days out of range, nor does one date make dates of numbers.
    assert_eq!(kind("Salary", &["45292", "45293"]), "int");
    assert_eq!(kind("Date", &["12", "45293"]), "int");
    let numbers: Vec<String> = (0..40).map(|n| (45_000 + n).to_string()).collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    assert_eq!(short_kinds(&one("Salary", "31.01.2024", &numbers)), "text int");
}

#[test]
fn seconds_since_1970_where_the_header_says_so() {
    let seconds = of("created_at", &["1704067200", "1704070800"]);
    assert_eq!(column(&seconds, "created_at"), ["2024-01-01T00:00:00", "2024-01-01T01:00:00"]);
    assert_eq!(format_of(&seconds).notes, [FormatNote::EpochSeconds]);
    let millis = of("timestamp", &["1704067200000", "1704070800500"]);
    assert_eq!(column(&millis, "timestamp"), ["2024-01-01T00:00:00", "2024-01-01T01:00:00"]);
    assert_eq!(format_of(&millis).notes, [FormatNote::EpochMillis]);
    assert_eq!(kind("Revenue", &["1704067200", "1704070800"]), "int");
    assert_eq!(kind("Created", &["5", "1704070800"]), "int");
}

#[test]
fn days_and_hours_in_digits_alone() {
    for (texts, first) in [
        (["20240131", "20240201"], "2024-01-31"),
        (["2024013109", "2024020110"], "2024-01-31T09:00:00"),
        (["202401310930", "202402011000"], "2024-01-31T09:30:00"),
        (["20240131093015", "20240201100000"], "2024-01-31T09:30:15"),
    ] {
        assert_eq!(column(&of("Date hour", &texts), "Date hour")[0], first, "{texts:?}");
        assert_ne!(kind("Impressions", &texts), "moment");
    }
    assert_eq!(
        cells(&["20240131T093015Z", "20240201T1000+0300"]),
        ["2024-01-31T09:30:15", "2024-02-01T10:00:00"]
    );
    assert_eq!(cells(&["2024.01.31.", "2024.02.01."]), ["2024-01-31", "2024-02-01"]);
}

#[test]
fn points_of_percent_are_no_time() {
    assert_eq!(kind("value", &["5 п.п.", "3 п.п."]), "text");
}

#[test]
fn times_of_day_alone() {
    let imported = of("call", &["9:05", "14:30:15", "2:30 PM", "-"]);
    assert_eq!(short_kinds(&imported), "text time");
    assert_eq!(column(&imported, "call"), ["09:05:00", "14:30:15", "14:30:00", ""]);
    assert_eq!(imported.table.columns[1].number(0), Some(32_700.0));
    assert_eq!(imported.profile.columns[1].least, "09:05:00");
}

#[test]
fn durations_beyond_a_day() {
    let imported = of("Длительность", &["00:03:25", "125:30:00"]);
    assert_eq!(column(&imported, "Длительность"), ["00:03:25", "125:30:00"]);
    assert_eq!(format_of(&imported).notes, [FormatNote::Durations]);
    assert_eq!(
        notes("Duration", &["3:25", "4:10"]),
        [FormatNote::Durations, FormatNote::HoursMinutes]
    );
}

#[test]
fn an_impossible_time_changes_no_type() {
    for (odd, rest, expected) in [
        ("25:61", "10:30", "time"),
        ("25:10", "10:30", "time"),
        ("2024-01-31 25:61", "2024-01-31 10:30", "moment"),
        ("31.02.2024", "28.02.2024", "day"),
        ("2024-13-01", "2024-12-01", "day"),
        ("29.02.2023", "28.02.2023", "day"),
        ("#VALUE!", "28.02.2023", "day"),
    ] {
        let imported = one("call", odd, &[rest; 30]);
        assert_eq!(short_kinds(&imported), format!("text {expected}"), "{odd}");
        assert_eq!(imported.table.columns[1].unread, [(0, odd.to_owned())]);
    }
}

#[test]
fn months_quarters_and_weeks_by_their_first_day() {
    for (texts, days, note) in [
        (["2025-03", "2025-12"], ["2025-03-01", "2025-12-01"], FormatNote::Months),
        (["03.2025", "12.2025"], ["2025-03-01", "2025-12-01"], FormatNote::Months),
        (["03/2025", "12/2025"], ["2025-03-01", "2025-12-01"], FormatNote::Months),
        (["March 2025", "Dec 2025"], ["2025-03-01", "2025-12-01"], FormatNote::Months),
        (["Март 2025", "Декабрь 2025 г."], ["2025-03-01", "2025-12-01"], FormatNote::Months),
        (["Μάρτιος 2025", "Δεκ 2025"], ["2025-03-01", "2025-12-01"], FormatNote::Months),
        (["Q1 2025", "Q4 2025"], ["2025-01-01", "2025-10-01"], FormatNote::Quarters),
        (["1 кв. 2025", "IV кв. 2025"], ["2025-01-01", "2025-10-01"], FormatNote::Quarters),
        (["2025-W01", "2025-W02"], ["2024-12-30", "2025-01-06"], FormatNote::Weeks),
    ] {
        let imported = of("value", &texts);
        assert_eq!(short_kinds(&imported), "text day", "{texts:?}");
        assert_eq!(column(&imported, "value"), days, "{texts:?}");
        assert_eq!(format_of(&imported).notes, [note], "{texts:?}");
    }
    assert_eq!(column(&of("Month", &["202503", "202512"]), "Month"), ["2025-03-01", "2025-12-01"]);
    // Numbers, labels and mixtures are none.
    assert_eq!(kind("price", &["11.2025", "12.2020"]), "dec");
    assert_eq!(kind("Order", &["11-2025", "12-2025"]), "text");
    assert_eq!(kind("clicks", &["202503", "202512"]), "int");
    assert_eq!(kind("value", &["2025-03", "Q1 2025"]), "text");
}

#[test]
fn dates_in_two_orders_are_refused_and_not_guessed() {
    let imported = of("when", &["31/01/2024", "01/31/2024", "02/28/2024", "28/02/2024"]);
    assert_eq!(short_kinds(&imported), "text text");
    assert_eq!(format_of(&imported).notes, [FormatNote::MixedOrders]);
    assert_eq!(notes("when", &["31/01/2024", "30/01/2024", "soon"]), [FormatNote::MostlyDates]);
}

#[test]
fn other_columns_of_the_file_settle_the_order() {
    let file = super::read(b"a\tb\n01.02.2024\t31.12.2023\n03.04.2024\t30.11.2023\n");
    assert_eq!(column(&file, "a"), ["2024-02-01", "2024-04-03"]);
    let file = super::read(b"a\tb\n01.02.2024\t12.31.2023\n03.04.2024\t11.30.2023\n");
    assert_eq!(column(&file, "a"), ["2024-01-02", "2024-03-04"]);
    assert!(file.profile.columns[0].format.ambiguous);
    assert_eq!(file.profile.issues.count(IssueKind::AmbiguousDates), 1);
}

#[test]
fn open_deals_say_so_in_their_close_date() {
    let texts = ["31.01.2024 10:15:00", "не закрыта", "не закрыта", "0000-00-00 00:00:00"];
    let imported = of("Дата закрытия", &texts);
    assert_eq!(short_kinds(&imported), "text moment");
    assert_eq!((imported.profile.columns[1].missing, imported.profile.columns[1].unread), (3, 0));
}
