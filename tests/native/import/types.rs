//! Types of columns, from every value.

use super::{column, read, read_by, short_kinds};
use tundish::engine::import::{ImportOptions, Imported};
use tundish::engine::issue::IssueKind;
use tundish::engine::profile::{ColumnFormat, DateOrder, DecimalSign};

/// A file of one column among texts.
pub fn of(header: &str, cells: &[&str]) -> Imported {
    let mut text = format!("name\t{header}\n");
    for (n, cell) in cells.iter().enumerate() {
        text += &format!("n{n}\t{cell}\n");
    }
    read(text.as_bytes())
}

/// A file whose column holds one odd cell before many others.
pub fn one(header: &str, odd: &str, cells: &[&str]) -> Imported {
    of(header, &[&[odd], cells].concat())
}

pub fn format_of(imported: &Imported) -> &ColumnFormat {
    &imported.profile.columns[1].format
}

pub fn kind(header: &str, cells: &[&str]) -> String {
    short_kinds(&of(header, cells)).trim_start_matches("text ").to_owned()
}

#[test]
fn numbers_by_their_writing() {
    let cases: [(&[&str], &str, &[&str]); 11] = [
        (&["1", "-", "3"], "int", &["1", "", "3"]),
        (&["1,234.50", "2", "n/a"], "dec", &["1234.5", "2", ""]),
        (&["1.234,50", "2"], "dec", &["1234.5", "2"]),
        (&["1 234,5", "2\u{202f}000,25"], "dec", &["1234.5", "2000.25"]),
        (&["1'234.5", "(2.5)"], "dec", &["1234.5", "-2.5"]),
        (&["\u{2212}5", "7-"], "int", &["-5", "-7"]),
        (&["12%", "2.5 %", "0"], "pct", &["0.12", "0.025", "0"]),
        (&["$1,200", "$3", "4"], "money", &["1200", "3", "4"]),
        (&["1 200 ₽", "3 руб."], "money", &["1200", "3"]),
        (&["5 EUR", "6 USD"], "text", &["5 EUR", "6 USD"]),
        (&["ten", "5"], "text", &["ten", "5"]),
    ];
    for (cells, expected, plain) in cases {
        let imported = of("value", cells);
        assert_eq!(kind("value", cells), expected, "{cells:?}");
        assert_eq!(column(&imported, "value"), plain, "{cells:?}");
    }
    assert_eq!(
        of("value", &["1 200 ₽", "3 руб."]).table.columns[1].currency.as_deref(),
        Some("RUB")
    );
    // The yen's sign is the yuan's too: the amounts are read, the currency is asked for.
    let shared = of("value", &["¥1,200", "3 ¥", "4"]);
    assert_eq!(
        (short_kinds(&shared), column(&shared, "value")),
        ("text money".to_owned(), vec!["1200".to_owned(), "3".to_owned(), "4".to_owned()])
    );
    assert_eq!(shared.table.columns[1].currency, None);
    assert_eq!(shared.profile.columns[1].currency, None);
    assert_eq!(kind("value", &["¥5", "$6"]), "text");
    assert_eq!(of("Amount (EUR)", &["1", "2.5"]).table.columns[1].currency.as_deref(), Some("EUR"));
}

#[test]
fn a_lone_separator_is_ambiguous_until_something_settles_it() {
    let open = of("value", &["1.234", "5.678"]);
    assert!(format_of(&open).ambiguous);
    assert_eq!(open.profile.issues.count(IssueKind::AmbiguousNumbers), 1);
    assert_eq!(column(&open, "value"), ["1.234", "5.678"]);
    let settled = of("value", &["1.234", "0.5"]);
    assert!(!format_of(&settled).ambiguous);
    assert_eq!(format_of(&settled).decimal, Some(DecimalSign::Point));
    let grouped = of("value", &["1.234", "1.234.567"]);
    assert_eq!(
        (format_of(&grouped).group, column(&grouped, "value")[0].as_str()),
        (Some('.'), "1234")
    );
    // Another column of the file shows the comma, and one program wrote them both.
    let file = read("a;b\n1.234;0,5\n5.678;1,25\n".as_bytes());
    assert_eq!(column(&file, "a"), ["1234", "5678"]);
    assert!(!file.profile.columns[0].format.ambiguous);
    let options = ImportOptions { decimal: Some(DecimalSign::Comma), ..ImportOptions::default() };
    let forced = read_by(b"x\ty\na\t1.234\n", &options, 9).unwrap();
    assert_eq!(
        (column(&forced, "y"), format_of(&forced).ambiguous),
        (vec!["1234".to_owned()], false)
    );
}

#[test]
fn one_date_order_for_a_column() {
    let settled = of("when", &["07-08-2023", "31-08-2023", "1-2-2023"]);
    assert_eq!(column(&settled, "when"), ["2023-08-07", "2023-08-31", "2023-02-01"]);
    assert_eq!(format_of(&settled).date_order, Some(DateOrder::DayMonthYear));
    let american = of("when", &["1/2/2024", "1/31/2024 13:05"]);
    assert_eq!(column(&american, "when"), ["2024-01-02T00:00:00", "2024-01-31T13:05:00"]);
    for (cells, first, issues) in [
        (["01.02.2024", "03.04.2024"], "2024-02-01", 1),
        (["01/02/2024", "03/04/2024"], "2024-01-02", 1),
        (["05.05.2024", "06.06.2024"], "2024-05-05", 0),
        (["2024-01-02", "2024-03-04"], "2024-01-02", 0),
    ] {
        let imported = of("when", &cells);
        assert_eq!(column(&imported, "when")[0], first, "{cells:?}");
        assert_eq!(imported.profile.issues.count(IssueKind::AmbiguousDates), issues, "{cells:?}");
        assert_eq!(format_of(&imported).ambiguous, issues == 1);
    }
    let options =
        ImportOptions { date_order: Some(DateOrder::DayMonthYear), ..ImportOptions::default() };
    let forced = read_by(b"x\twhen\na\t01/02/2024\n", &options, 9).unwrap();
    assert_eq!(
        (column(&forced, "when"), format_of(&forced).ambiguous),
        (vec!["2024-02-01".to_owned()], false)
    );
}

#[test]
fn an_override_leaves_columns_alone_that_prove_otherwise() {
    let file = b"a\tb\tx\n01/02/2024\t02/28/2024\t1,5\n03/04/2024\t12/31/2024\t2,25\n";
    let options = ImportOptions {
        date_order: Some(DateOrder::DayMonthYear),
        decimal: Some(DecimalSign::Point),
        ..ImportOptions::default()
    };
    let imported = read_by(file, &options, 100).unwrap();
    assert_eq!(column(&imported, "a"), ["2024-02-01", "2024-04-03"]);
    assert_eq!(column(&imported, "b"), ["2024-02-28", "2024-12-31"]);
    assert_eq!(column(&imported, "x"), ["1.5", "2.25"]);
}

#[test]
fn days_by_name_and_by_eight_digits() {
    let named = of("closed", &["Sep 1, 2026", "12 сентября 2026", "Jan 5, 2026"]);
    assert_eq!(column(&named, "closed"), ["2026-09-01", "2026-09-12", "2026-01-05"]);
    assert!(!format_of(&named).ambiguous);
    let compact = ["20260131", "20260228"];
    assert_eq!(column(&of("Date", &compact), "Date"), ["2026-01-31", "2026-02-28"]);
    assert_eq!(kind("Impressions", &compact), "int");
}

#[test]
fn impossible_days_are_kept_as_unread() {
    let imported = of("when", &["31.02.2024", "28.02.2024", "29.02.2024", "-", ""]);
    assert_eq!(short_kinds(&imported), "text day");
    assert_eq!(column(&imported, "when"), ["", "2024-02-28", "2024-02-29", "", ""]);
    assert_eq!(imported.table.columns[1].unread, [(0, "31.02.2024".to_owned())]);
    let profile = &imported.profile.columns[1];
    assert_eq!((profile.filled, profile.missing, profile.unread), (2, 2, 1));
    let issue = &imported.profile.issues.places[0];
    assert_eq!(
        (issue.kind, issue.place.line, issue.text.as_str()),
        (IssueKind::UnreadCell, Some(2), "31.02.2024")
    );
    assert_eq!(issue.place.column.as_deref(), Some("when"));
}

#[test]
fn identifiers_and_ranges_stay_text() {
    assert_eq!(kind("ad_id", &["708746", "708749"]), "text");
    assert_eq!(kind("№ Кампании", &["70100011"]), "text");
    assert_eq!(kind("Κωδικός", &["12", "13"]), "text");
    assert_eq!(kind("zip", &["01234", "94105"]), "text");
    assert_eq!(kind("branch", &["007", "012"]), "text");
    assert_eq!(kind("ref", &["12345678901234567890", "5"]), "text");
    assert_eq!(kind("age", &["30-34", "35-39"]), "text");
    assert_eq!(kind("Paid", &["1", "2"]), "int");
    assert_eq!(kind("Mobile", &["74950000000", "74951111111"]), "text");
    assert_eq!(kind("Mobile clicks", &["15", "7"]), "int");
    assert_eq!(column(&of("age", &["30-34"]), "age"), ["30-34"]);
}

#[test]
fn flags_need_words_or_a_question() {
    assert_eq!(kind("won", &["true", "FALSE", ""]), "flag");
    assert_eq!(kind("повторная", &["да", "Нет"]), "flag");
    assert_eq!(kind("ενεργό", &["Ναι", "όχι"]), "flag");
    assert_eq!(kind("IsWon", &["0", "1"]), "flag");
    assert_eq!(kind("clicks", &["0", "1"]), "int");
    assert_eq!(kind("country", &["NO", "NO"]), "text");
    assert_eq!(column(&of("won", &["yes", "no", "-"]), "won"), ["true", "false", ""]);
}

#[test]
fn one_stray_word_does_not_make_text_of_a_column() {
    let mut cells: Vec<String> = (1..=40).map(|n| n.to_string()).collect();
    cells[6] = "soon".to_owned();
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    let imported = of("value", &cells);
    assert_eq!(short_kinds(&imported), "text int");
    assert_eq!(imported.table.columns[1].unread, [(6, "soon".to_owned())]);
    // Placeholders are missing; in a column of text they are text.
    assert_eq!(column(&of("value", &["-", "Select", "Anna"]), "value"), ["-", "Select", "Anna"]);
}

#[test]
fn blanks_around_a_cell_are_no_part_of_it() {
    let imported = of("stage", &[" Won", "Won ", "\u{a0}Won", " "]);
    assert_eq!(column(&imported, "stage"), ["Won", "Won", "Won", ""]);
    assert_eq!(imported.profile.columns[1].top, [("Won".to_owned(), 3)]);
    assert_eq!(imported.profile.head[0][1], " Won");
}
