//! Runs of regular records are read in a quicker way: they must not be told from the slow one.

use super::account::all;
use super::property::Lcg;
use super::{column, read_by};
use std::collections::HashMap;
use tundish::engine::import::ImportOptions;

/// Slices too small for the quick way, and one that takes all there is.
const SLOW: usize = 1000;
const QUICK: usize = 1 << 20;

const REGULAR: &[&str] = &[
    "",
    "a",
    "Петров",
    "\u{a0}",
    " x ",
    "12.5",
    "2024-01-31",
    "31.02.2024",
    "-",
    "\"\"",
    "\"q\"",
    "\"q\"\"q\"",
    "\"\"\"\"",
    "\"a\nb\"",
    "\"a\r\nb\"",
    "\"x,y;z\"",
    "\" padded \"",
    "da\u{301}",
    "a text that is a little longer than sixteen bytes",
    "\"and, one more; that is \"\"longer\"\"\"",
];
const ODD: &[&str] =
    &["5\" pipe", "\"a\"b", "a\rb", " \"a\"", "\"a\" ", "\"a\rb\"", "\"open", "x\u{fffd}"];

fn random_file(random: &mut Lcg) -> Vec<u8> {
    let delimiter = *random.pick(&[",", ";", "\t"]);
    let line_ends = [&["\n"][..], &["\r\n"], &["\n", "\r\n"]][random.below(3)];
    let width = 1 + random.below(5);
    let odd = *random.pick(&[0, 400, 20]);
    let header: Vec<String> = (0..width).map(|i| format!("column {i}")).collect();
    let mut text = header.join(delimiter) + "\n";
    for _ in 0..150 + random.below(900) {
        let strange = odd > 0 && random.below(odd) == 0;
        let width = if strange && random.below(3) == 0 { random.below(7) } else { width };
        let cell = |random: &mut Lcg| *random.pick(if strange { ODD } else { REGULAR });
        let cells: Vec<&str> = (0..width).map(|_| cell(random)).collect();
        text += &cells.join(delimiter);
        text += *random.pick::<&str>(line_ends);
    }
    let mut bytes = text.into_bytes();
    if random.below(4) == 0 {
        bytes.extend(b"\xff\xfe,bad bytes at the end\n");
    }
    bytes
}

/// Two long texts are the same; where not, shows where they part.
#[track_caller]
fn assert_same(a: &str, b: &str, what: &str) {
    let at = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let part = |t: &str| {
        String::from_utf8_lossy(&t.as_bytes()[at.saturating_sub(60)..t.len().min(at + 90)])
            .into_owned()
    };
    assert!(a == b, "{what}: {:?} and {:?}", part(a), part(b));
}

#[test]
fn runs_of_regular_records_change_nothing() {
    let mut random = Lcg(11);
    let options = ImportOptions::default();
    for round in 0..60 {
        let bytes = random_file(&mut random);
        let slow = all(&read_by(&bytes, &options, SLOW));
        for slice in [QUICK, 5000, 2048 + random.below(9000)] {
            let quick = all(&read_by(&bytes, &options, slice));
            assert_same(&quick, &slow, &format!("round {round}, slices of {slice}"));
        }
    }
}

#[test]
fn a_quoted_cell_of_many_lines_and_wide_records_are_read_alike() {
    let long = "line\nof \"\"many\"\"\n".repeat(9000);
    let wide = "x,".repeat(999) + "y\n";
    let names: Vec<String> = (1..=1000).map(|n| format!("name {n}")).collect();
    for (head, row, odd) in [
        ("a,b\n".to_owned(), "1,2\n".to_owned(), format!("\"{long}\",3\n")),
        (names.join(",") + "\n", wide, "short,row\n".to_owned()),
    ] {
        let text = head + &row.repeat(300) + &odd + &row.repeat(300);
        let options = ImportOptions::default();
        let quick = read_by(text.as_bytes(), &options, QUICK);
        assert_eq!(quick.as_ref().map(|i| i.table.rows).unwrap_or(0), 601);
        assert_same(&all(&quick), &all(&read_by(text.as_bytes(), &options, SLOW)), "long");
    }
}

#[test]
fn columns_of_ever_new_texts_are_counted_exactly() {
    let wild = |n: u64| n.wrapping_mul(n) % 80_021;
    let mut text = String::from("id,amount,note\n");
    for n in 0..84_000u64 {
        text +=
            &format!("D-{},{}.25,text number {}\n", 1_000_000 + n, wild(n), wild(n + 7) % 70_001);
    }
    let imported = read_by(text.as_bytes(), &ImportOptions::default(), QUICK).unwrap();
    for (i, profile) in imported.profile.columns.iter().enumerate() {
        let texts = text.lines().skip(1).map(|line| line.split(',').nth(i).unwrap());
        let mut counts: HashMap<&str, (u64, usize)> = HashMap::new();
        for (row, cell) in texts.enumerate() {
            counts.entry(cell).or_insert((0, row)).0 += 1;
        }
        let mut top: Vec<_> =
            counts.iter().map(|(t, (n, row))| (std::cmp::Reverse(*n), *row, *t)).collect();
        top.sort_unstable();
        let top = top.into_iter().take(profile.top.len());
        let wanted: Vec<_> = top.map(|(n, _, text)| (text.to_owned(), n.0)).collect();
        assert_eq!((profile.distinct, &profile.top), (counts.len() as u64, &wanted), "column {i}");
    }
    assert_eq!(column(&imported, "amount")[83_999], format!("{}.25", wild(83_999)));
    assert_eq!(column(&imported, "note")[500], format!("text number {}", wild(507) % 70_001));
}
