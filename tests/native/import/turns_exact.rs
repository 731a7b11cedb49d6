//! The exact place where a file turns from UTF-8 to an encoding of single bytes, although the
//! first letters there are UTF-8 by chance.

use super::account;
use super::property::Lcg;
use super::{column, read, read_by};
use encoding_rs::*;
use tundish::engine::import::{ImportOptions, Imported};
use tundish::engine::issue::IssueKind;

fn place(imported: &Imported) -> Vec<(u32, u64, &str)> {
    let places = imported.profile.issues.places.iter();
    let turns = places.filter(|i| i.kind == IssueKind::EncodingTurns);
    turns.map(|i| (i.place.line.unwrap(), i.place.byte.unwrap(), i.text.as_str())).collect()
}

/// Rows in UTF-8 and then in another encoding, whose first letter stands behind `plain`.
fn check(above: &str, plain: &str, names: &[&str], to: &'static Encoding) {
    let head = format!("id;name\n{above}");
    let below: Vec<String> = names.iter().enumerate().map(|(i, n)| format!("{i};{n}\n")).collect();
    let rest: String = (0..40).map(|n| format!("{n};Анна Жукова\n")).collect();
    let below = below.concat() + &rest;
    let mut bytes = head.clone().into_bytes();
    bytes.extend_from_slice(&to.encode(&below).0);
    let (lines, byte) = (head.lines().count() as u32, (head.len() + plain.len()) as u64);
    let before = plain.matches('\n').count() as u32;
    let whole = read(&bytes);
    assert_eq!(place(&whole), [(lines + before + 1, byte, to.name())], "{names:?}");
    let sound = read((head + &below).as_bytes());
    assert_eq!(column(&whole, "name"), column(&sound, "name"), "{names:?}");
    assert_eq!(whole.profile.issues.count(IssueKind::BadBytes), 0);
    for slice in [1, 2, 3, 5, 100, 4099] {
        let parts = read_by(&bytes, &ImportOptions::default(), slice).unwrap();
        assert_eq!(place(&parts), place(&whole), "{names:?}, slices of {slice}");
        assert_eq!(column(&parts, "name"), column(&whole, "name"));
    }
}

fn rows(count: usize) -> String {
    (0..count).map(|n| format!("{n};Пётр Жданов\n")).collect()
}

#[test]
fn the_first_letters_after_the_turn_are_utf8_by_chance() {
    // Shorter and longer than what is looked back on.
    for count in [4, 1000] {
        let above = rows(count);
        check(&above, "0;", &["Щёголева Анна"], WINDOWS_1251);
        check(&above, "0;", &["Рёпин Илья"], WINDOWS_1251);
        check(&above, "0;", &["Сёмин", "Щёкин"], WINDOWS_1251);
        // Whole words, and rows of them.
        check(&above, "0;", &["чай", "том", "сад", "Кофе"], IBM866);
        check(&above, "0;plain\n1;", &["plain", "чай", "plain", "Кофе"], IBM866);
    }
}

#[test]
fn what_somebody_wrote_in_utf8_stays_so() {
    for last in ["7;г\n", "7;№ 5\n", "7;«Её»\n", "7;café\n", "7;Ł\n", "7;3 м²\n", "7;Ÿ\n"]
    {
        let above = rows(20) + last;
        check(&above, "0;", &["Анна"], WINDOWS_1251);
        check(&above, "0;", &["Щёголева"], WINDOWS_1251);
        check(&above, "0;plain\n1;", &["plain", "чай", "Кофе"], IBM866);
    }
}

#[test]
fn turns_at_random_are_the_same_in_any_slices() {
    let mut random = Lcg(5);
    let names = ["Щёголева", "чай", "Рёпин", "Анна Жукова", "plain", "г", "Её", "сад", "Кофе"];
    for _ in 0..40 {
        let mut bytes = b"id;name\n".to_vec();
        for _ in 0..1 + random.below(4) {
            let encoding = *random.pick(&[UTF_8, UTF_8, WINDOWS_1251, IBM866, KOI8_R]);
            for n in 0..random.below(60) {
                let row = format!("{n};{}\n", random.pick(&names));
                bytes.extend_from_slice(&encoding.encode(&row).0);
            }
        }
        account::check(&bytes, 1 + random.below(300), 1 + random.below(300));
    }
}
