//! Encodings, layouts and odd files.

use super::{column, read, read_by, short_kinds};
use encoding_rs::{Encoding, IBM866, ISO_8859_7, KOI8_R, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253};
use tundish::engine::error::ImportError;
use tundish::engine::import::{AsideReason, ImportOptions, Imported};
use tundish::engine::issue::IssueKind;

const RUSSIAN: &str =
    "Название;Стадия;Сумма\r\nЗапчасти 400;Сделка успешна;1\u{a0}279,72\r\nНасос;В работе;5,00\r\n";
const GREEK: &str = "Όνομα Ευκαιρίας;Στάδιο Πώλησης;Ποσό\r\nΠρομήθεια αντλιών;Κλειστή - Κερδισμένη;1.279,72\r\nΆρδευση;Πρόταση;5,00\r\n";

fn encoded(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    encoding.encode(text).0.into_owned()
}

fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
    units.flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
}

fn asides(imported: &Imported) -> Vec<(AsideReason, u32)> {
    imported.profile.set_aside.iter().map(|a| (a.reason, a.line)).collect()
}

#[test]
fn every_encoding_gives_the_same_table() {
    let mut cases = vec![
        ("UTF-8", RUSSIAN.as_bytes().to_vec()),
        ("UTF-16LE", utf16(RUSSIAN, false, true)),
        ("UTF-16BE", utf16(RUSSIAN, true, true)),
        ("UTF-16LE", utf16(RUSSIAN, false, false)),
        ("UTF-16BE", utf16(RUSSIAN, true, false)),
    ];
    for encoding in [WINDOWS_1251, KOI8_R] {
        cases.push((encoding.name(), encoded(RUSSIAN, encoding)));
    }
    cases.push(("IBM866", encoded(RUSSIAN, IBM866)));
    for (name, bytes) in cases {
        let imported = read(&bytes);
        assert_eq!(imported.profile.dialect.encoding, name);
        assert_eq!(column(&imported, "Название"), ["Запчасти 400", "Насос"], "{name}");
        assert_eq!(column(&imported, "Сумма"), ["1279.72", "5"], "{name}");
    }
    for encoding in [WINDOWS_1253, ISO_8859_7] {
        let imported = read(&encoded(GREEK, encoding));
        assert_eq!(imported.profile.dialect.encoding, encoding.name());
        assert_eq!(column(&imported, "Όνομα Ευκαιρίας"), ["Προμήθεια αντλιών", "Άρδευση"]);
        assert_eq!(column(&imported, "Ποσό"), ["1279.72", "5"]);
    }
    let western = "Straße;Stadt\nMüllergasse 5;München\nRue de la Paix;Orléans\n";
    let imported = read(&encoded(western, WINDOWS_1252));
    assert_eq!(column(&imported, "Stadt"), ["München", "Orléans"]);
}

#[test]
fn the_encoding_may_show_late() {
    // 2 MB of ASCII, then one Cyrillic name.
    let mut text = "id;owner\n".to_owned();
    while text.len() < 2_000_000 {
        text += "1;Anna\n";
    }
    text += "2;Жданов Илья\n";
    for encoding in [WINDOWS_1251, encoding_rs::UTF_8] {
        let imported = read(&encoded(&text, encoding));
        assert_eq!(imported.profile.dialect.encoding, encoding.name());
        assert_eq!(column(&imported, "owner").last().map(String::as_str), Some("Жданов Илья"));
    }
}

#[test]
fn an_encoding_can_be_forced_and_bad_bytes_are_counted() {
    let options = ImportOptions { encoding: Some("utf-8".to_owned()), ..ImportOptions::default() };
    let imported = read_by(b"id;name\n1;A\xffB\n2;ok\n3;\xc0\n", &options, 1 << 20).unwrap();
    assert_eq!(column(&imported, "name"), ["A\u{fffd}B", "ok", "\u{fffd}"]);
    let bad: Vec<_> = imported
        .profile
        .issues
        .places
        .iter()
        .map(|i| {
            (
                i.kind,
                i.place.line,
                i.place.record,
                i.place.byte,
                i.place.column.as_deref(),
                i.text.as_str(),
            )
        })
        .collect();
    assert_eq!(
        bad,
        [
            (IssueKind::BadBytes, Some(2), Some(2), Some(11), Some("name"), "A\u{fffd}B"),
            (IssueKind::BadBytes, Some(4), Some(4), Some(21), Some("name"), "\u{fffd}"),
        ]
    );
    let options =
        ImportOptions { encoding: Some("klingon".to_owned()), ..ImportOptions::default() };
    let error = read_by(b"a\n1\n", &options, 1).unwrap_err();
    assert!(matches!(error, ImportError::UnknownEncoding { label, .. } if label == "klingon"));
}

#[test]
fn what_is_no_table_is_refused_by_name() {
    let cases: [(&[u8], &str); 5] = [
        (b"\x89PNG\r\n\x1a\n....", "PNG"),
        (b"%PDF-1.7\n", "PDF"),
        (b"{\"deals\": [1, 2]}", "JSON"),
        (b"<!DOCTYPE html><html><body>", "HTML"),
        (b"PK\x03\x04.....[Content_Types].xml", "XLSX"),
    ];
    for (bytes, name) in cases {
        let error = read_by(bytes, &ImportOptions::default(), 1 << 20).unwrap_err();
        assert!(
            matches!(&error, ImportError::NotATable { format, .. } if format == name),
            "{error:?}"
        );
    }
    for bytes in [&b""[..], b"\xef\xbb\xbf", b"\n \r\n\n", &utf16("", false, true)] {
        let error = read_by(bytes, &ImportOptions::default(), 1 << 20).unwrap_err();
        assert!(matches!(error, ImportError::Empty { .. }), "{error:?}");
    }
}

#[test]
fn titles_above_and_totals_and_footers_below() {
    let google = "Campaign report\n\"September 1, 2026 - September 30, 2026\"\nDay,Campaign,Currency code,Cost,Impr.\n\
        2026-09-01,Brand,EUR,\"1,020.50\",100\n2026-09-02,Brand,EUR,3.20,--\n\
        Total: Search, --,EUR,\"1,023.70\",100\nTotal: Account, --,EUR,\"1,023.70\",100\n";
    let imported = read(google.as_bytes());
    let expected = [
        (AsideReason::Title, 1),
        (AsideReason::Title, 2),
        (AsideReason::Totals, 6),
        (AsideReason::Totals, 7),
    ];
    assert_eq!(asides(&imported), expected);
    assert_eq!(short_kinds(&imported), "day text text dec int");
    assert_eq!(column(&imported, "Impr."), ["100", ""]);

    let salesforce = "Opportunity Name,Stage,Amount,Close Date\nA,Won,10,1/31/2024\nB,Lost,20,2/13/2024\n\n\n\
        Grand Totals (2 records)\n\nPipeline Report\nCopyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\n\
        Confidential Information - Do Not Distribute\nGenerated By:  Anna  11/22/2026\n";
    let imported = read(salesforce.as_bytes());
    assert_eq!(imported.table.rows, 2);
    let reasons: Vec<AsideReason> = asides(&imported).into_iter().map(|(r, _)| r).collect();
    assert_eq!(
        reasons,
        [
            AsideReason::Totals,
            AsideReason::Footer,
            AsideReason::Footer,
            AsideReason::Footer,
            AsideReason::Footer
        ]
    );
    assert_eq!(imported.profile.issues.count(IssueKind::FooterLine), 4);

    let linkedin = "Campaign Performance Report (in UTC)\n\"Report Start: September 1, 2026, 12:00 AM\",\"Report End: September 30, 2026\"\n\n\
        Start Date (in UTC)\tAccount Name\tCampaign Name\tTotal Spent\tClicks\n9/1/2026\tAcme\tBrand\t12.50\t3\n9/13/2026\tAcme\tBrand\t7\t1\n";
    let imported = read(&utf16(linkedin, false, true));
    assert_eq!(imported.profile.dialect.delimiter, '\t');
    assert_eq!(column(&imported, "Start Date (in UTC)"), ["2026-09-01", "2026-09-13"]);
}

#[test]
fn a_totals_row_without_a_word_is_known_by_its_sums() {
    let sums = "date,campaign,spend,ctr\n2026-01-01,a,1.5,2\n2026-01-02,b,2.25,4\n2026-01-03,c,3,3\n,,6.75,3\n";
    let imported = read(sums.as_bytes());
    assert_eq!((imported.table.rows, asides(&imported)), (3, vec![(AsideReason::Totals, 5)]));
    let other = sums.replace(",,6.75", ",,6.50");
    let imported = read(other.as_bytes());
    assert_eq!((imported.table.rows, asides(&imported)), (4, vec![]));
    // Meta writes them above the rows, Yandex Metrica names them there.
    let above = "Campaign name,Day,Amount spent (EUR)\n,,6.75\na,2026-01-01,1.5\nb,2026-01-02,2.25\nc,2026-01-03,3\n";
    let imported = read(above.as_bytes());
    assert_eq!((imported.table.rows, asides(&imported)), (3, vec![(AsideReason::Totals, 2)]));
    assert_eq!((imported.table.lines[0], imported.profile.head[0][0].as_str()), (3, "a"));
    let metrica = "Источник трафика;Визиты\nИтого и средние;30\nРеклама;10\nПоиск;20\n";
    assert_eq!(asides(&read(metrica.as_bytes())), [(AsideReason::Totals, 2)]);
    // A number that is the sum of two others by chance, and an amount that is not there yet.
    let orders = read(
        b"id,name,amount,date\n1,Anna,12.5,2024-01-31\n2,Bob,3,2024-02-29\n3,Eve,,2024-03-01\n",
    );
    assert_eq!((orders.table.rows, asides(&orders)), (3, vec![]));
    // The last amount is the sum of the two above, and nobody owns it yet: still an order.
    let last =
        "name,date,owner,amount\nAnna,2024-01-31,Z,10\nBob,2024-02-29,Y,20\nEve,2024-03-01,,30\n";
    let last = read(last.as_bytes());
    assert_eq!((last.table.rows, asides(&last)), (3, vec![]));
    // A deal that is called so, with all its cells, is a row.
    let deal = read(b"deal,owner,amount\nAlpha,Anna,1\nTotal Gym Inc,Olga,5\n");
    assert_eq!((deal.table.rows, asides(&deal)), (2, vec![]));
}

#[test]
fn ragged_rows_are_kept_and_located() {
    let imported = read(b"a,b,c\n1,2,3\n4,5\n6,7,8,9,x\n10,11,12,,\n13,14,15\n");
    assert_eq!(column(&imported, "c"), ["3", "", "8", "12", "15"]);
    let found: Vec<_> = imported
        .profile
        .issues
        .places
        .iter()
        .map(|i| (i.kind, i.place.line, i.text.as_str()))
        .collect();
    assert_eq!(
        found,
        [(IssueKind::ShortRow, Some(3), "4,5"), (IssueKind::LongRow, Some(4), "9,x")]
    );
}

#[test]
fn an_unclosed_quote_costs_one_line() {
    let whole = read(b"a,b\n1,x\n2,\"open\n3,y\n4,z\n");
    assert_eq!(column(&whole, "b"), ["x", "\"open", "y", "z"]);
    let place = &whole.profile.issues.places[0];
    assert_eq!(
        (place.kind, place.place.line, place.text.as_str()),
        (IssueKind::UnclosedQuote, Some(3), "2,\"open")
    );
    assert_eq!(whole.table.lines, [2, 3, 4, 5]);
    // Closed by a quote that opens another cell: each line is a row of its own.
    let joined = read(b"a,b,c\n1,\"Alpha,x\n2,Beta,y\n3,\"Gamma,z\n4,Delta,\"w\nw\"\n");
    assert_eq!(column(&joined, "b"), ["\"Alpha", "Beta", "\"Gamma", "Delta"]);
    assert_eq!(column(&joined, "c"), ["x", "y", "z", "w\nw"]);
    assert_eq!(joined.profile.issues.count(IssueKind::UnclosedQuote), 2);
}

#[test]
fn headers_are_unique_trimmed_and_never_blank() {
    let imported = read(b" Source ,,Source,Source.2,Source\nx,1,y,z,w\n");
    let headers: Vec<&str> = imported.table.columns.iter().map(|c| c.header.as_str()).collect();
    assert_eq!(headers, ["Source", "Column 2", "Source.2", "Source.2.2", "Source.3"]);
    assert_eq!(imported.profile.issues.count(IssueKind::RepeatedHeader), 3);
    assert_eq!(imported.profile.issues.count(IssueKind::BlankHeader), 1);
    assert_eq!(column(&imported, "Source.3"), ["w"]);
}

#[test]
fn a_header_record_can_be_decided() {
    let bytes = b"x,1\ny,2\nz,3\n";
    let with = |header_record| {
        let options = ImportOptions { header_record, ..ImportOptions::default() };
        read_by(bytes, &options, 5).unwrap()
    };
    assert_eq!(column(&with(None), "Column 2"), ["1", "2", "3"]);
    assert_eq!(column(&with(Some(0)), "Column 1"), ["x", "y", "z"]);
    let second = with(Some(2));
    assert_eq!(column(&second, "2"), ["3"]);
    assert_eq!(asides(&second), [(AsideReason::Title, 1)]);
    let options = ImportOptions { delimiter: Some(';'), ..ImportOptions::default() };
    assert_eq!(read_by(bytes, &options, 5).unwrap().table.columns.len(), 1);
}

#[test]
fn of_two_tables_of_one_length_the_first_is_the_table() {
    let imported = read(b"a,b\n1,2\n3,4\n\nname,city,zip\nx,y,1\nz,w,2\n");
    assert_eq!((imported.table.rows, imported.table.columns.len()), (2, 2));
    assert_eq!(asides(&imported).len(), 3);
}

#[test]
fn a_lone_nul_is_dirt_in_a_text_and_no_sign_of_another_format() {
    let imported = read(b"a,b\n1,\0\n2,x\n");
    assert_eq!(imported.table.rows, 2);
}
