//! What holds for any bytes, over made ones: no panic, no difference by how they were sliced, no
//! character lost.

use super::account::{self, Dribble, all};
use super::{read_by, read_from};
use std::io::Cursor;
use tundish::engine::import::{ImportOptions, Imported};

/// A small generator of pseudo-random numbers (Knuth's MMIX constants), the same everywhere.
pub struct Lcg(pub u64);

impl Lcg {
    pub fn next(&mut self) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

const CELLS: &[&str] = &[
    "",
    "",
    "1",
    "12,50",
    "1.234",
    "1 234,5",
    "(5)",
    "12%",
    "$5",
    "01.02.2024",
    "31.02.2024",
    "2024-01-31",
    "13/1/24",
    "да",
    "нет",
    "-",
    "n/a",
    "Всего",
    "Total",
    "Запчасти №400",
    "Ωmega",
    "\"q\"\"q\"",
    "\"a\nb\"",
    "\"x;y,z\"",
    "\"open",
    "5\" pipe",
    "\"x\" y",
    "\"the \"big\" one\"",
    "\"padded\" ",
    "007",
    "12345678901234567890",
    " blank ",
    "25:61",
    "10:30",
    "125:30:00",
    "2:05 π.μ.",
    "2024-01-31T23:30:00+03:00",
    "20240131",
    "2024013109",
    "45292.5",
    "1704067200",
    "03.2025",
    "Q1 2025",
    "12 мар. 2025 г.",
    "24-01-15",
    "NaN",
    "1e309",
    "1.23E+11",
    "#REF!",
    "5k",
    "1,2 млн",
    "CAD-1000",
    "1.234 €",
    "12’345",
    "-.5-",
    "%12%",
    "+74951234567",
    "\u{a0}",
];

const ODD_BYTES: &[u8] = b",,;;\t|\"\"'\n\r\r\n  ..--//:%$()0123456789aZ=\x00\xff\xfe\xd0\x90\xe2\x82\xac\xa0\xcf\xef\xbb\xbf";

pub fn random_file(random: &mut Lcg) -> Vec<u8> {
    let delimiter = *random.pick(&[",", ";", "\t", "|"]);
    let line_end = *random.pick(&["\n", "\r\n", "\r", "\n\n"]);
    let width = 1 + random.below(6);
    let mut text = String::new();
    for _ in 0..random.below(70) {
        let width = if random.below(10) == 0 { random.below(9) } else { width };
        let cells: Vec<&str> = (0..width).map(|_| *random.pick(CELLS)).collect();
        text += &cells.join(delimiter);
        text += line_end;
    }
    match random.below(5) {
        0 => encoding_rs::WINDOWS_1251.encode(&text).0.into_owned(),
        1 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        2 => [&b"\xef\xbb\xbf"[..], text.as_bytes()].concat(),
        _ => text.into_bytes(),
    }
}

#[test]
fn slices_do_not_change_the_result() {
    let mut random = Lcg(7);
    for round in 0..120 {
        let bytes = random_file(&mut random);
        let options = ImportOptions::default();
        let whole = all(&read_by(&bytes, &options, 1 << 20));
        for slice in [1, 2, 7, 1 + random.below(300)] {
            assert_eq!(
                all(&read_by(&bytes, &options, slice)),
                whole,
                "round {round}, slice {slice}"
            );
        }
        for size in [1, 3, 1 + random.below(300)] {
            let source = Dribble(Cursor::new(&bytes), size);
            let result = read_from(source, bytes.len(), &options, 1 + random.below(300));
            assert_eq!(all(&result), whole, "round {round}, reads of {size}");
        }
    }
}

#[test]
fn a_large_file_is_the_same_in_any_slices() {
    // ASCII beyond every sample, then Cyrillic; and a quote that is never closed.
    let mut text = String::from("id;name;amount\n");
    for n in 0..40_000 {
        text += &format!("{n};\"name {}\";{},{:02}\n", n % 977, n * 7, n % 100);
    }
    text += "40000;Щёголева;1,00\n40001;\"open;2,00\n";
    for n in 40_002..42_000 {
        text += &format!("{n};Имя;{n},00\n");
    }
    let bytes = encoding_rs::WINDOWS_1251.encode(&text).0;
    let options = ImportOptions::default();
    let whole = read_by(&bytes, &options, 1 << 20);
    let imported = whole.as_ref().unwrap();
    assert_eq!(imported.profile.dialect.encoding, "windows-1251");
    assert_eq!(imported.table.rows, 42_000);
    let name = imported.table.column("name").unwrap();
    assert_eq!(
        (name.plain_text(40_000).as_str(), name.plain_text(40_001).as_str()),
        ("Щёголева", "\"open")
    );
    let expected = all(&whole);
    for (size, slice) in [(4096, 1 << 16), (65_537, 1000), (1 << 20, 33)] {
        let source = Dribble(Cursor::new(&bytes), size);
        assert!(
            all(&read_from(source, bytes.len(), &options, slice)) == expected,
            "{size}, {slice}"
        );
    }
}

#[test]
fn no_bytes_make_it_panic() {
    let mut random = Lcg(20_261_122);
    for round in 0..4000 {
        let bytes: Vec<u8> = match round % 3 {
            0 => (0..random.below(300)).map(|_| *random.pick(ODD_BYTES)).collect(),
            1 => (0..random.below(200)).map(|_| random.next() as u8).collect(),
            _ => {
                let mut bytes = random_file(&mut random);
                for _ in 0..random.below(6) {
                    let at = random.below(bytes.len() + 1);
                    bytes.insert(at, *random.pick(ODD_BYTES));
                }
                bytes
            }
        };
        let options = ImportOptions {
            encoding: (round % 7 == 0).then(|| {
                (*random.pick(&["utf-8", "koi8-r", "utf-16be", "gbk", "nonsense"])).to_owned()
            }),
            delimiter: (round % 11 == 0).then(|| *random.pick(&[',', 'x', 'Ж', '"', '\n'])),
            header_record: (round % 5 == 0).then(|| random.below(5) as u32),
            ..ImportOptions::default()
        };
        let Ok(imported) = read_by(&bytes, &options, 1 + random.below(64)) else { continue };
        check(&imported);
    }
}

/// What every table keeps, whatever was in the file.
fn check(imported: &Imported) {
    let (table, profile) = (&imported.table, &imported.profile);
    assert_eq!(table.rows as u64, profile.rows);
    assert_eq!((table.records.len(), table.lines.len()), (table.rows, table.rows));
    assert!(table.records.is_sorted() && table.lines.is_sorted());
    assert_eq!(table.columns.len(), profile.columns.len());
    for (column, p) in table.columns.iter().zip(&profile.columns) {
        assert_eq!(p.filled + p.missing + p.unread, profile.rows, "{p:?}");
        assert_eq!(column.unread.len() as u64, p.unread);
        let missing = (0..table.rows).filter(|row| column.is_missing(*row)).count() as u64;
        assert_eq!(missing, p.missing + p.unread, "{p:?}");
        assert!(p.distinct <= p.filled && p.top.iter().map(|(_, n)| n).sum::<u64>() <= p.filled);
    }
    let headers: std::collections::BTreeSet<&str> =
        table.columns.iter().map(|c| c.header.as_str()).collect();
    assert_eq!(headers.len(), table.columns.len());
}

#[test]
fn every_character_is_in_a_row_or_in_a_trouble() {
    let mut random = Lcg(314);
    for round in 0..300 {
        let mut bytes = match round % 3 {
            0 => (0..random.below(200)).map(|_| *random.pick(ODD_BYTES)).collect(),
            _ => random_file(&mut random),
        };
        for _ in 0..random.below(4) {
            let at = random.below(bytes.len() + 1);
            bytes.insert(at, *random.pick(b"\"\",;\n\r\xff\x90 "));
        }
        account::check(&bytes, 1 + random.below(40), 1 + random.below(200));
    }
}

/// Odd files, one oddity each, and what fuzzing has found.
#[test]
fn the_seeds_of_the_fuzz_targets_hold() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fuzz/seeds");
    let mut seeds: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    seeds.sort();
    assert!(seeds.len() > 30);
    for path in seeds {
        println!("{}", path.display());
        let bytes = std::fs::read(&path).unwrap();
        for (reads, slice) in [(1, 1), (7, 64), (4096, 3)] {
            account::check(&bytes, reads, slice);
        }
    }
}
