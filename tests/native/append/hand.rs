//! Each rule on tables worked out by hand.

use super::{decide, proposed, report, rows, table};
use tundish::engine::append::{ColumnNote, Refusal};
use tundish::engine::audit::Finding;
use tundish::engine::funnel::assemble;
use tundish::engine::mapping::{FileKind, Role};
use tundish::engine::table::ColumnType as T;

const JANUARY: &str = "Deal ID,Deal name,Created,Stage,Amount,Source\n\
    1,Ada,2025-01-05,Won,100,google\n2,Bea,2025-01-06,New,,google\n3,Cy,2025-01-30,New,30,email\n";
const FEBRUARY: &str = "Deal ID,Deal name,Created,Stage,Amount,Source\n\
    3,Cy,2025-01-30,Won,35,email\n4,Dan,2025-02-02,Lost,50,email\n";
const MARCH: &str = "Deal ID,Deal name,Created,Stage,Amount,Source\n\
    5,Eve,2025-03-01,Won,500,google\n4,Dan,2025-02-02,Lost,50,email\n";

#[test]
fn of_a_record_in_two_files_the_later_file_counts() {
    let (shelf, document) = proposed(&[
        ("deals_2025-03.csv", MARCH),
        ("deals_2025-01.csv", JANUARY),
        ("deals_2025-02.csv", FEBRUARY),
    ]);
    let (made, told) = table(&shelf);
    assert_eq!(
        rows(made),
        [
            "deals_2025-01.csv:2 1|Ada|2025-01-05|Won|100|google",
            "deals_2025-01.csv:3 2|Bea|2025-01-06|New||google",
            "deals_2025-02.csv:2 3|Cy|2025-01-30|Won|35|email",
            "deals_2025-03.csv:2 5|Eve|2025-03-01|Won|500|google",
            "deals_2025-03.csv:3 4|Dan|2025-02-02|Lost|50|email",
        ]
    );
    assert_eq!(told.key, ["Deal ID"]);
    let counts: Vec<_> = told.files.iter().map(|f| (f.rows, f.kept, f.overlap, f.copies)).collect();
    assert_eq!(counts, [(3, 2, 1, 0), (2, 1, 1, 0), (2, 2, 0, 0)]);
    // Deal 3 was restated, deal 4 is the same in both.
    assert_eq!((told.rows_read(), told.kept(), told.overlap, told.restated), (7, 5, 2, 1));
    let left = shelf.left(&document.mapping.groups[0].name, 0, 10).unwrap();
    let left: Vec<_> = left.rows.iter().map(|r| (&r.file[..], r.line, &r.cells[0][..])).collect();
    assert_eq!(left, [("deals_2025-01.csv", 4, "3"), ("deals_2025-02.csv", 3, "4")]);

    let report = report(&shelf, &document);
    assert_eq!(report.scope.records, 5);
    let said = report.findings.iter().find(|f| matches!(f, Finding::Appended { .. }));
    let Some(Finding::Appended { table, files: 3, rows: 7, kept: 5, overlap: 2, .. }) = said else {
        panic!("{said:?}")
    };
    assert_eq!(table, "deals_2025-….csv");
    assert!(!report.findings.iter().any(|f| matches!(f, Finding::FileNotCounted { .. })));
}

#[test]
fn with_a_date_of_modification_the_latest_state_counts_whichever_file_holds_it() {
    let january = "ID,Name,Created,Last modified,Stage,Source\n\
        1,Ada,2025-01-05,2025-03-05,Won,google\n2,Bea,2025-01-06,2025-01-07,New,google\n\
        2,Bea,2025-01-06,2025-01-09,Lost,google\n3,Cy,2025-01-08,2025-02-02,Lost,email\n";
    let february = "ID,Name,Created,Last modified,Stage,Source\n\
        1,Ada,2025-01-05,2025-02-05,New,google\n3,Cy,2025-01-08,2025-02-03,Won,email\n\
        4,Dan,2025-02-01,2025-02-01,New,email\n";
    let (shelf, document) = proposed(&[("all_1.csv", january), ("all_2.csv", february)]);
    let (made, told) = table(&shelf);
    assert_eq!(told.modified.as_deref(), Some("Last modified"));
    // Both rows of record 2 are of one file: which of them counts is decided among records.
    let ids: Vec<String> = (0..made.rows).map(|row| made.columns[0].plain_text(row)).collect();
    assert_eq!(ids, ["1", "2", "2", "3", "4"]);
    assert_eq!((told.overlap, made.file_of(3), made.lines[3]), (2, Some("all_2.csv"), 3));
    let report = report(&shelf, &document);
    assert_eq!(report.scope.records, 4);
    let repeats = Finding::Repeats { file: "all_….csv".to_owned(), copies: 0, older: 1 };
    assert!(report.findings.contains(&repeats), "{:?}", report.findings);
}

#[test]
fn columns_meet_by_name_and_what_a_file_lacks_is_missing_and_counted() {
    let january = "Deal ID,Created,Stage,Amount\n1,2025-01-05,Won,100\n2,2025-01-06,New,20\n";
    let february = "amount,STAGE,Deal_ID,Created,Budget\n1.5,Won,3,2025-02-05 10:30,7\n\
        ,New,4,2025-02-06 11:00,\n2.5,Lost,5,2025-02-07 00:00,9\n";
    let (shelf, _) = proposed(&[("d 1.csv", january), ("d 2.csv", february)]);
    let (made, told) = table(&shelf);
    assert_eq!(
        rows(made),
        [
            "d 1.csv:2 1|2025-01-05T00:00:00|Won|100|",
            "d 1.csv:3 2|2025-01-06T00:00:00|New|20|",
            "d 2.csv:2 3|2025-02-05T10:30:00|Won|1.5|7",
            "d 2.csv:3 4|2025-02-06T11:00:00|New||",
            "d 2.csv:4 5|2025-02-07T00:00:00|Lost|2.5|9",
        ]
    );
    let kinds: Vec<T> = made.columns.iter().map(|c| c.kind).collect();
    assert_eq!(kinds, [T::Text, T::Moment, T::Text, T::Decimal, T::Integer]);
    let header = |h: &str| h.to_owned();
    assert_eq!(
        told.notes,
        [
            ColumnNote::Renamed { header: header("Deal ID"), others: vec![header("Deal_ID")] },
            ColumnNote::Midnight { header: header("Created") },
            ColumnNote::Renamed { header: header("Stage"), others: vec![header("STAGE")] },
            ColumnNote::Renamed { header: header("Amount"), others: vec![header("amount")] },
            ColumnNote::Missing { header: header("Budget"), files: 1, of: 2, cells: 2 },
        ]
    );
}

#[test]
fn what_does_not_go_together_becomes_text_and_says_so() {
    let january = "Deal ID,Created,Stage,Score\n1001,2025-01-05,Won,5\n1002,2025-01-06,New,7\n";
    let february = "Deal ID,Created,Stage,Score\nA-1,2025-02-05,Won,high\nA-2,2025-02-05,New,low\n";
    let (shelf, _) = proposed(&[("d 1.csv", january), ("d 2.csv", february)]);
    let (made, told) = table(&shelf);
    let ids: Vec<String> = (0..4).map(|row| made.columns[0].plain_text(row)).collect();
    assert_eq!(ids, ["1001", "1002", "A-1", "A-2"]);
    let kinds = vec![T::Integer, T::Text];
    let said =
        |header: &str| ColumnNote::AsText { header: header.to_owned(), kinds: kinds.clone() };
    assert_eq!(told.notes, [said("Score")]);
    // Counted as of one file: four ids, each once.
    let view = shelf.views().into_iter().next().unwrap();
    let id = &view.profile.columns[0];
    assert_eq!((id.filled, id.distinct, id.missing, id.is_unique()), (4, 4, 0, true));
}

#[test]
fn money_of_two_currencies_is_never_one_sum() {
    let january = "Day,Campaign name,Impressions,Amount spent (USD)\n2025-01-01,A,10,100\n2025-01-02,A,10,50\n";
    let february = "Day,Campaign name,Impressions,Amount spent (EUR)\n2025-02-01,A,10,70\n";
    let (shelf, document) =
        proposed(&[("ads-2025-01.csv", january), ("ads-2025-02.csv", february)]);
    let (made, told) = table(&shelf);
    assert_eq!(
        rows(made),
        [
            "ads-2025-01.csv:2 2025-01-01|A|10|100|USD",
            "ads-2025-01.csv:3 2025-01-02|A|10|50|USD",
            "ads-2025-02.csv:2 2025-02-01|A|10|70|EUR",
        ]
    );
    assert_eq!(made.columns[3].currency, None);
    assert!(told.notes.contains(&ColumnNote::CurrencyByRow {
        header: "Amount spent".to_owned(),
        column: "Currency".to_owned(),
        currencies: vec!["EUR".to_owned(), "USD".to_owned()],
    }));
    let file = &document.mapping.files[0];
    assert_eq!((file.kind, file.header(Role::Currency)), (FileKind::Spend, Some("Currency")));
    assert_eq!(file.header(Role::Spend), Some("Amount spent"));
    let made = assemble(&shelf.views(), &document.mapping).unwrap();
    let spend: Vec<(f64, &str)> = made
        .spend
        .spend
        .iter()
        .zip(&made.spend.currency)
        .map(|(x, c)| (*x, made.currencies[usize::from(*c)].as_str()))
        .collect();
    assert_eq!(spend, [(100.0, "USD"), (50.0, "USD"), (70.0, "EUR")]);
}

#[test]
fn a_file_that_names_its_currency_row_by_row_is_filled_up_by_one_that_names_it_in_the_header() {
    let january = "Deal ID,Created,Stage,Amount (USD)\n1,2025-01-05,Won,100\n2,2025-01-09,Won,1\n";
    let february =
        "Deal ID,Created,Stage,Amount,Currency\n3,2025-02-05,Won,7,EUR\n4,2025-02-09,Won,7,\n";
    let (shelf, _) = proposed(&[("d_1.csv", january), ("d_2.csv", february)]);
    let (made, _) = table(&shelf);
    let money: Vec<String> =
        rows(made).iter().map(|r| r.rsplit_once("Won|").unwrap().1.to_owned()).collect();
    assert_eq!(money, ["100|USD", "1|USD", "7|EUR", "7|"]);
}

#[test]
fn one_column_of_currencies_can_not_tell_two_of_one_file() {
    let january = "Day,Campaign,Clicks,Cost (USD),Income (EUR)\n2025-01-01,A,10,100,3\n";
    let february = "Day,Campaign,Clicks,Cost (EUR),Income (USD)\n2025-02-01,A,10,70,4\n";
    let files = [("ads-2025-01.csv", january), ("ads-2025-02.csv", february)];
    let read = files.map(|(name, text)| super::import(name, text).profile);
    let refused = tundish::engine::append::refusal(&[&read[0], &read[1]], FileKind::Spend);
    let currencies = vec!["EUR".to_owned(), "USD".to_owned()];
    let file = "ads-2025-01.csv".to_owned();
    assert_eq!(refused, Some(Refusal::Currencies { file, currencies }));
    let (shelf, document) = proposed(&files);
    assert_eq!((shelf.views().len(), document.mapping.groups.len()), (2, 0));
}

#[test]
fn copies_are_data_until_the_user_says_otherwise() {
    // No id: the same enquiry twice may be two enquiries.
    let january = "Created,Name,Phone,Source,Status\n2025-01-05,Ada,1,google,New\n\
        2025-01-05,Ada,1,google,New\n2025-01-06,Bea,2,email,New\n";
    let february = "Created,Name,Phone,Source,Status\n2025-02-05,Cy,3,google,New\n\
        2025-02-06,Dan,4,google,New\n2025-02-05,Cy,3,google,New\n";
    let (mut shelf, mut document) = proposed(&[("l 1.csv", january), ("l 2.csv", february)]);
    let before = rows(table(&shelf).0);
    let told = table(&shelf).1;
    assert_eq!((told.key.len(), told.copies, told.kept(), told.copies_left_out()), (0, 2, 6, 0));
    decide(&mut shelf, &mut document, |group| group.drop_copies = true);
    let told = table(&shelf).1;
    assert_eq!((told.copies, told.kept(), told.copies_left_out(), told.overlap), (2, 4, 2, 0));
    assert_eq!(told.files.iter().map(|f| f.copies).collect::<Vec<_>>(), [1, 1]);
    let left = shelf.left(&document.mapping.groups[0].name, 0, 9).unwrap();
    assert!(left.rows.iter().all(|r| r.is_copy) && left.total == 2);
    assert_eq!(left.rows.iter().map(|r| r.line).collect::<Vec<_>>(), [3, 4]);
    // And back: nothing was lost.
    decide(&mut shelf, &mut document, |group| group.drop_copies = false);
    assert_eq!(rows(table(&shelf).0), before);
}

#[test]
fn a_cell_that_could_not_be_read_makes_no_copy_and_stays_in_its_place() {
    let header = "Created,Name,Phone,Source,Amount\n";
    let rows = |day: &str, names: &str, amount: &str| -> String {
        let amount = |name: char| match amount {
            "" => u32::from(name).to_string(),
            said => said.to_owned(),
        };
        names.chars().map(|name| format!("{day},{name},1,google,{}\n", amount(name))).collect()
    };
    let letters: String = ('а'..='я').chain('b'..='z').collect();
    let january = header.to_owned()
        + &rows("2025-01-05", "a", "about 5")
        + &rows("2025-01-05", "a", "about 6")
        + &rows("2025-01-06", &(letters.clone() + "z"), "");
    let february = header.to_owned()
        + &rows("2025-02-05", &letters, "")
        + &rows("2025-02-06", "a", "about 7")
        + &rows("2025-02-06", "a", "8");
    let (mut shelf, mut document) = proposed(&[("l 1.csv", &january), ("l 2.csv", &february)]);
    let unread = |shelf: &super::Shelf| table(shelf).0.columns[4].unread.clone();
    let cell = |row, text: &str| (row, text.to_owned());
    let all = [cell(0, "about 5"), cell(1, "about 6"), cell(117, "about 7")];
    assert_eq!(unread(&shelf), all);
    decide(&mut shelf, &mut document, |group| group.drop_copies = true);
    assert_eq!(table(&shelf).1.copies_left_out(), 1);
    assert_eq!(unread(&shelf)[2], cell(116, "about 7"));
    decide(&mut shelf, &mut document, |group| group.drop_copies = false);
    assert_eq!(unread(&shelf), all);
}
