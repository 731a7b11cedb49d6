//! Files whose encoding shows late, turns in their middle, or was applied twice.

use super::property::Lcg;
use super::{column, read, read_by};
use encoding_rs::*;
use tundish::engine::import::{ImportOptions, Imported};
use tundish::engine::issue::IssueKind;

fn encoded(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    encoding.encode(text).0.into_owned()
}

fn rows(from: usize, to: usize) -> String {
    let names = ["Анна Щёголева", "Пётр Жданов", "Юлия Цой", "ООО Ромашка", "plain"];
    (from..to).map(|n| format!("{n};{};{}\r\n", names[n % 5], n * 3)).collect()
}

fn turns(imported: &Imported) -> Vec<(Option<u32>, String)> {
    let places = imported.profile.issues.places.iter();
    let turns = places.filter(|i| i.kind == IssueKind::EncodingTurns);
    turns.map(|i| (i.place.line, i.text.clone())).collect()
}

/// Both halves read right, the turn told where it is, in slices of any size.
fn check_turn(first: &'static Encoding, second: &'static Encoding, half: usize) {
    let (above, below) = (rows(0, half), rows(half, half * 2));
    let mut bytes = encoded(&format!("id;имя;сумма\r\n{above}"), first);
    bytes.extend(encoded(&below, second));
    let whole = read(&bytes);
    let sound = read(format!("id;имя;сумма\r\n{above}{below}").as_bytes());
    let expected = column(&sound, "имя");
    assert_eq!(column(&whole, "имя"), expected, "{} {half}", first.name());
    assert_eq!(whole.profile.dialect.encoding, first.name());
    assert_eq!(whole.profile.issues.count(IssueKind::BadBytes), 0);
    let turned = turns(&whole);
    assert_eq!(turned.len(), 1, "{turned:?}");
    assert_eq!(turned[0].1, second.name());
    // The first row of the other half is the place, or the one behind it where that is plain.
    let line = turned[0].0.unwrap() as usize;
    assert!((half + 2..=half + 3).contains(&line), "{line} {half}");
    for slice in [7, 1000] {
        let other = read_by(&bytes, &ImportOptions::default(), slice).unwrap();
        assert_eq!(column(&other, "имя"), expected);
        assert_eq!(other.profile.issues, whole.profile.issues);
    }
}

#[test]
fn a_file_that_turns_from_utf8_to_windows_1251_half_way() {
    for half in [4, 40, 3000] {
        check_turn(UTF_8, WINDOWS_1251, half);
    }
    check_turn(UTF_8, KOI8_R, 40);
    check_turn(UTF_8, IBM866, 40);
}

#[test]
fn a_file_that_turns_from_windows_1251_to_utf8_half_way() {
    for half in [4, 40, 3000] {
        check_turn(WINDOWS_1251, UTF_8, half);
    }
    check_turn(KOI8_R, UTF_8, 40);
}

#[test]
fn a_turn_far_down_is_read_right_too() {
    let mut bytes = format!("id;имя;сумма\r\n{}", rows(0, 60_000)).into_bytes();
    bytes.extend(encoded(&rows(60_000, 60_200), WINDOWS_1251));
    let imported = read(&bytes);
    assert_eq!(column(&imported, "имя")[60_000], "Анна Щёголева");
    assert_eq!(turns(&imported), [(Some(60_002), "windows-1251".to_owned())]);
}

#[test]
fn a_few_bad_bytes_are_no_turn() {
    let mut bytes = format!("id;имя;сумма\r\n{}", rows(0, 50)).into_bytes();
    bytes.extend(b"50;\xff\xfe;1\r\n");
    bytes.extend(rows(51, 90).into_bytes());
    let imported = read(&bytes);
    assert_eq!(turns(&imported), []);
    assert_eq!(imported.profile.issues.count(IssueKind::BadBytes), 2);
    assert_eq!(imported.table.rows, 90);
    // Nor where a person said what the encoding is.
    let options = ImportOptions { encoding: Some("utf-8".to_owned()), ..ImportOptions::default() };
    let named = read_by(&encoded(&rows(0, 50), WINDOWS_1251), &options, 1 << 20).unwrap();
    assert_eq!(turns(&named), []);
    assert!(named.profile.issues.count(IssueKind::BadBytes) > 40);
}

#[test]
fn rows_of_two_encodings_in_turn_lose_nothing() {
    let mut random = Lcg(3);
    let mut bytes = b"id;name;n\r\n".to_vec();
    for n in 0..200 {
        let encoding = *random.pick(&[UTF_8, WINDOWS_1251]);
        bytes.extend(encoded(&rows(n, n + 1), encoding));
    }
    let imported = read(&bytes);
    assert_eq!(imported.table.rows, 200);
    assert_eq!(column(&imported, "id")[199], "199");
}

#[test]
fn a_lone_sign_above_does_not_decide_for_the_names_far_below() {
    let mut text = "id;name;price\n0;first;5\u{a0}000\n".to_owned();
    while text.len() < 4_400_000 {
        text += "1;Anna of a long name that fills the file;7\n";
    }
    text += &rows(1, 30).replace("\r\n", "\n");
    for encoding in [KOI8_R, UTF_8] {
        let bytes = encoded(&text, encoding);
        let imported = read(&bytes);
        assert_eq!(column(&imported, "name").last().unwrap(), "plain", "{}", encoding.name());
        let third = column(&imported, "name").iter().rev().nth(2).cloned().unwrap();
        assert_eq!(third, "Юлия Цой", "{}", encoding.name());
        let (rows, total) = (imported.table.rows, imported.profile.bytes);
        assert_eq!((rows, total), (text.lines().count() - 1, bytes.len() as u64));
    }
}

#[test]
fn four_hundred_kilobytes_of_ascii_and_then_each_language() {
    let head = "id;name\n".to_owned() + &"1;Anna\n".repeat(60_000);
    let cases: [(&str, &[&'static Encoding]); 4] = [
        ("2;Щёголева Юлия\n", &[WINDOWS_1251, KOI8_R, IBM866, ISO_8859_5, X_MAC_CYRILLIC]),
        ("2;Άγγελος Παπαδόπουλος\n", &[WINDOWS_1253, ISO_8859_7]),
        ("2;Łukasz Wiśniewski\n", &[WINDOWS_1250, ISO_8859_2]),
        ("2;Jürgen Groß\n", &[WINDOWS_1252]),
    ];
    for (row, encodings) in cases {
        for encoding in encodings {
            let imported = read(&encoded(&format!("{head}{row}"), encoding));
            let last = column(&imported, "name").pop().unwrap();
            assert_eq!(format!("2;{last}\n"), row, "{}", encoding.name());
        }
    }
}

#[test]
fn text_that_was_encoded_twice_is_told() {
    let twice =
        |text: &str| WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned();
    let text = format!("id;name\n1;{}\n2;Müller\n3;{}\n", twice("Привет"), twice("Αθήνα"));
    let imported = read(text.as_bytes());
    let places = imported.profile.issues.places.iter();
    let lines: Vec<_> =
        places.filter(|i| i.kind == IssueKind::TwiceEncoded).map(|i| i.place.line).collect();
    assert_eq!(lines, [Some(2), Some(4)]);
}

#[test]
fn the_euro_sign_tells_tables_apart_that_are_alike() {
    for (encoding, text) in [
        (WINDOWS_1252, "Müller;5 €\nKöln;6 €\n"),
        (ISO_8859_15, "Müller;5 €\nKöln;6 €\n"),
        (ISO_8859_7, "Άννα;5 €\nΑθήνα;6 €\n"),
        (WINDOWS_1253, "Άννα;5 €\nΑθήνα;6 €\n"),
        (WINDOWS_1251, "Анна;5 €\nМосква;6 €\n"),
        (WINDOWS_1250, "Łódź;5 €\nGdańsk;6 €\n"),
    ] {
        let imported = read(&encoded(&format!("Name;Preis\n{text}"), encoding));
        assert_eq!(imported.profile.dialect.encoding, encoding.name());
        assert_eq!(
            imported.table.columns[1].currency.as_deref(),
            Some("EUR"),
            "{}",
            encoding.name()
        );
    }
}

#[test]
fn the_other_plausible_encodings_are_shown_by_their_lines() {
    let text = "ID;Имя\n1;Анна\n2;plain\n3;Ольга\n4;Пётр\n";
    let samples = read(&encoded(text, WINDOWS_1251)).profile.encoding_samples;
    assert_eq!(samples[0].encoding, "windows-1251");
    assert_eq!(samples[0].lines, ["ID;Имя", "1;Анна", "3;Ольга"]);
    assert!((2..=5).contains(&samples.len()), "{samples:?}");
    assert!(samples.iter().skip(1).all(|s| s.lines.len() == 3 && s.lines != samples[0].lines));
    assert!(read(b"a;b\n1;2\n").profile.encoding_samples.is_empty());
    let utf8 = read(text.as_bytes()).profile.encoding_samples;
    assert_eq!((utf8[0].encoding.as_str(), utf8[0].lines[1].as_str()), ("UTF-8", "1;Анна"));
}
