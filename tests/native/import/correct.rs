//! What the user says about single texts of a column.

use super::{column, read, read_by};
use tundish::engine::import::{Correction, ImportOptions};
use tundish::engine::issue::IssueKind;
use tundish::engine::table::ColumnType;

const FILE: &str = "id;day;sum\n1;03.07.2026;10,5\n2;31.02.2026;oops\n3;04.07.2026;7\n\
    4;31.02.2026;8\n5;05.07.2026;9\n";

fn correction(column: &str, text: &str, reading: &str) -> Correction {
    Correction { column: column.to_owned(), text: text.to_owned(), reading: reading.to_owned() }
}

#[test]
fn corrected_cells_come_back_and_keep_their_places() {
    let rows: String = (6..60).map(|n| format!("{n};06.07.2026;{n}\n")).collect();
    let file = format!("{FILE}{rows}");
    let before = read(file.as_bytes());
    assert_eq!(before.profile.issues.count(IssueKind::UnreadCell), 3);
    let options = ImportOptions {
        corrections: vec![
            correction("day", "31.02.2026", "28.02.2026"),
            correction("sum", "oops", ""),
            correction("sum", "never seen", "1"),
            correction("other", "oops", "1"),
        ],
        ..ImportOptions::default()
    };
    for slice in [1, 7, 1 << 20] {
        let after = read_by(file.as_bytes(), &options, slice).unwrap();
        let issues = &after.profile.issues;
        assert_eq!(issues.count(IssueKind::UnreadCell), 0);
        assert_eq!(issues.count(IssueKind::Corrected), 3);
        let places: Vec<_> = issues
            .places
            .iter()
            .map(|i| (i.place.line, i.place.column.as_deref(), i.text.as_str()))
            .collect();
        assert_eq!(
            places,
            [
                (Some(3), Some("day"), "31.02.2026"),
                (Some(5), Some("day"), "31.02.2026"),
                (Some(3), Some("sum"), "oops"),
            ]
        );
        assert_eq!(column(&after, "day")[1], "2026-02-28");
        assert_eq!(column(&after, "sum")[1], "");
        let [_, day, sum] = &after.profile.columns[..] else { panic!() };
        assert_eq!((day.kind, day.missing, day.unread), (ColumnType::Day, 0, 0));
        assert_eq!((sum.kind, sum.missing, sum.unread), (ColumnType::Decimal, 1, 0));
    }
}

#[test]
fn a_correction_may_settle_the_type_and_corrects_no_other_correction() {
    let file = "a,b\nx,1\ny,2\n";
    let options = ImportOptions {
        corrections: vec![correction("a", "x", "y"), correction("a", "y", "3")],
        ..ImportOptions::default()
    };
    let read = read_by(file.as_bytes(), &options, 64).unwrap();
    assert_eq!(column(&read, "a"), ["y", "3"]);
    let all = ImportOptions {
        corrections: vec![correction("a", "x", "1"), correction("a", "y", "2")],
        ..ImportOptions::default()
    };
    let read = read_by(file.as_bytes(), &all, 64).unwrap();
    assert_eq!(read.profile.columns[0].kind, ColumnType::Integer);
}

#[test]
fn a_text_shows_what_each_assumption_makes_of_it() {
    use tundish::engine::import::{day_of, number_of};
    use tundish::engine::profile::{DateOrder, DecimalSign};
    let day = |order| day_of("03/04/2026", order).map(|d| d.to_string());
    assert_eq!(day(DateOrder::DayMonthYear).as_deref(), Some("2026-04-03"));
    assert_eq!(day(DateOrder::MonthDayYear).as_deref(), Some("2026-03-04"));
    assert_eq!(number_of("1.234", DecimalSign::Point), Some(1.234));
    assert_eq!(number_of("1.234", DecimalSign::Comma), Some(1234.0));
    assert_eq!(number_of("tomorrow", DecimalSign::Comma), None);
}

#[test]
fn quotes_mean_what_the_user_says() {
    use tundish::engine::import::QuoteSign;
    let file = "a;b\n'1;2';3\n'4;5';6\n";
    let with = |quote| {
        let options = ImportOptions {
            quote,
            header_record: Some(1),
            delimiter: Some(';'),
            ..ImportOptions::default()
        };
        read_by(file.as_bytes(), &options, 64).unwrap().profile
    };
    assert_eq!(with(Some(QuoteSign::Single)).head[0], ["1;2", "3"]);
    assert_eq!(with(Some(QuoteSign::None)).head[0], ["'1", "2'", "3"]);
    assert_eq!(with(Some(QuoteSign::Double)).dialect.quote, None);
}
