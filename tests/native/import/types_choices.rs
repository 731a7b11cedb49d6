//! What the user decides for single columns, and yes or no.

use super::types::kind;
use super::{column, read_by};
use tundish::engine::import::{ColumnOption, ImportOptions, Imported};
use tundish::engine::profile::{DateOrder, DecimalSign, FormatNote};
use tundish::engine::table::ColumnType;

fn chosen(file: &str, columns: &[ColumnOption]) -> Imported {
    let options = ImportOptions { columns: columns.to_vec(), ..ImportOptions::default() };
    read_by(file.as_bytes(), &options, 1000).unwrap()
}

fn option(header: &str) -> ColumnOption {
    ColumnOption { header: header.to_owned(), ..ColumnOption::default() }
}

#[test]
fn one_column_has_its_own_order_and_decimal_sign() {
    let file =
        "a\tb\tx\ty\n01/02/2024\t01/02/2024\t1.234\t1.234\n03/04/2024\t03/04/2024\t5.678\t5.678\n";
    let imported = chosen(
        file,
        &[
            ColumnOption { date_order: Some(DateOrder::DayMonthYear), ..option("a") },
            ColumnOption { decimal: Some(DecimalSign::Comma), ..option("x") },
        ],
    );
    assert_eq!(column(&imported, "a"), ["2024-02-01", "2024-04-03"]);
    assert_eq!(column(&imported, "b"), ["2024-01-02", "2024-03-04"]);
    assert_eq!(column(&imported, "x"), ["1234", "5678"]);
    assert_eq!(column(&imported, "y"), ["1.234", "5.678"]);
    let ambiguous = imported.profile.columns.iter().map(|c| c.format.ambiguous);
    assert_eq!(ambiguous.collect::<Vec<_>>(), [false, true, false, true]);
}

#[test]
fn a_column_can_be_text() {
    let as_text = |h: &str| ColumnOption { kind: Some(ColumnType::Text), ..option(h) };
    let imported = chosen("a\tb\n1\t2024-01-31\n2\t2024-02-01\n", &[as_text("a"), as_text("b")]);
    assert_eq!(
        (column(&imported, "a"), column(&imported, "b")),
        (
            vec!["1".to_owned(), "2".to_owned()],
            vec!["2024-01-31".to_owned(), "2024-02-01".to_owned()]
        )
    );
    assert_eq!(imported.profile.columns[0].format.notes, [FormatNote::Chosen]);
}

#[test]
fn a_type_can_be_set_against_what_was_found() {
    let cases = [
        (ColumnType::Integer, ["12", "soon", "15"], ["12", "", "15"]),
        (ColumnType::Integer, ["007", "012", "5K"], ["7", "12", "5000"]),
        (ColumnType::Percent, ["12", "5%", "x"], ["0.12", "0.05", ""]),
        (ColumnType::Money, ["$5", "€6", "7"], ["5", "", "7"]),
        (
            ColumnType::Day,
            ["31/01/2024", "01/31/2024", "30/01/2024"],
            ["2024-01-31", "", "2024-01-30"],
        ),
        (ColumnType::Day, ["45292", "45293", "x"], ["2024-01-01", "2024-01-02", ""]),
        (
            ColumnType::Moment,
            ["1704067200", "1704067201", "x"],
            ["2024-01-01T00:00:00", "2024-01-01T00:00:01", ""],
        ),
        (ColumnType::Time, ["10:30", "26:00", "x"], ["10:30:00", "26:00:00", ""]),
        (ColumnType::Flag, ["1", "no", "maybe"], ["true", "false", ""]),
    ];
    for (kind, texts, expected) in cases {
        let file = format!("n\tv\na\t{}\nb\t{}\nc\t{}\n", texts[0], texts[1], texts[2]);
        let imported = chosen(&file, &[ColumnOption { kind: Some(kind), ..option("v") }]);
        assert_eq!(imported.table.columns[1].kind, kind, "{texts:?}");
        assert_eq!(column(&imported, "v"), expected, "{texts:?} as {kind:?}");
        assert!(imported.profile.columns[1].format.notes.contains(&FormatNote::Chosen));
        let left = expected.iter().filter(|e| e.is_empty()).count();
        assert_eq!(imported.table.columns[1].unread.len(), left, "{texts:?}");
    }
}

#[test]
fn what_was_chosen_survives_being_saved() {
    let options = ImportOptions {
        columns: vec![ColumnOption { kind: Some(ColumnType::Time), ..option("Ώρα") }],
        ..ImportOptions::default()
    };
    let json = serde_json::to_string(&options).unwrap();
    assert_eq!(serde_json::from_str::<ImportOptions>(&json).unwrap(), options);
    // A document of before has no such list.
    assert!(serde_json::from_str::<ImportOptions>("{}").unwrap().columns.is_empty());
}

#[test]
fn yes_and_no_in_three_languages() {
    for pair in [
        ["true", "false"],
        ["TRUE", "FALSE"],
        ["yes", "no"],
        ["Y", "N"],
        ["да", "нет"],
        ["Да", "НЕТ"],
        ["истина", "ложь"],
        ["ИСТИНА", "ЛОЖЬ"],
        ["ναι", "όχι"],
        ["ΝΑΙ", "ΟΧΙ"],
        ["ΑΛΗΘΕΣ", "ΨΕΥΔΕΣ"],
        ["αληθές", "ψευδές"],
    ] {
        assert_eq!(kind("answer", &pair), "flag", "{pair:?}");
        assert_eq!(column(&super::types::of("answer", &pair), "answer"), ["true", "false"]);
    }
    assert_eq!(
        (kind("is_won", &["1", "0"]), kind("score", &["1", "0"])),
        ("flag".to_owned(), "int".to_owned())
    );
    assert_eq!(kind("answer", &["да", "нет", "не знаю"]), "text");
}

#[test]
fn who_wants_plain_numbers_has_them_as_they_are_written() {
    let file = "v,Expenses (k€)\na,1.5\nb,2\n";
    let of = |kind| {
        let option = ColumnOption { kind: Some(kind), ..option("Expenses (k€)") };
        column(&chosen(file, &[option]), "Expenses (k€)")
    };
    assert_eq!(of(ColumnType::Money), ["1500", "2000"]);
    assert_eq!(of(ColumnType::Decimal), ["1.5", "2"]);
}
