//! What is no table is refused by its name; whatever else the bytes are, nothing panics.

use super::pack::{gzip, part, xlsx, zip};
use super::{CSV, opened, refused};
use tundish::engine::error::ImportError;
use tundish::engine::import::container::Opening;
use tundish::engine::import::{Foreign, ImportOptions, Step, foreign};

#[test]
fn foreign_files_are_refused_by_their_name() {
    let tar = {
        let mut tar = vec![0; 512];
        tar[..5].copy_from_slice(b"a.csv");
        tar[257..262].copy_from_slice(b"ustar");
        tar
    };
    let files: [(&[u8], &str, Foreign); 17] = [
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG", Foreign::Picture),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "WEBP", Foreign::Picture),
        (b"BM\x36\0\0\0\0\0\0\0", "BMP", Foreign::Picture),
        (b"\0\0\0\x18ftypmp42", "MP4", Foreign::Recording),
        (b"ID3\x03\0\0\0", "MP3", Foreign::Recording),
        (b"7z\xbc\xaf\x27\x1c\0\x04", "7Z", Foreign::Archive),
        (b"Rar!\x1a\x07\x01\0", "RAR", Foreign::Archive),
        (&tar, "TAR", Foreign::Archive),
        (b"%PDF-1.7\n", "PDF", Foreign::Document),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "MHTML", Foreign::Document),
        (b"PAR1\x15\x04\x15\0", "PARQUET", Foreign::Structured),
        (b"SQLite format 3\0\x10\0", "SQLITE", Foreign::Structured),
        (b"{\"deals\": [1]}", "JSON", Foreign::Structured),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG", Foreign::Picture),
        (b"<html><p>Hello</p></html>", "HTML", Foreign::Page),
        (b"MZ\x90\0\x03\0\0\0", "EXE", Foreign::Program),
        (b"\x01\x02\x03\x04\x05\x06\x0e\x0f", "binary", Foreign::Unknown),
    ];
    for (bytes, name, kind) in files {
        for wrapped in [bytes.to_vec(), gzip(bytes)] {
            let error = refused(&wrapped);
            let said = matches!(&error, ImportError::NotATable { format, .. } if format == name);
            assert!(said, "{name}: {error:?}");
        }
        assert_eq!(foreign(name), kind, "{name}");
    }
}

#[test]
fn texts_that_begin_like_other_formats_are_read() {
    for head in ["BMW,Amount", "MZ,Sum", "ID3,Name", "ORC code,Name", "PAR1,x", "BZh,y", "RIFF,a"] {
        let csv = format!("{head}\n1,2\n3,4\n");
        assert!(matches!(
            opened("a.csv", csv.as_bytes(), &ImportOptions::default()),
            Ok(Opening::Ready(_))
        ));
        let read = super::read(csv.as_bytes());
        assert_eq!(read.profile.rows, 2, "{head}");
    }
}

/// A small generator of pseudo-random numbers (Knuth's MMIX constants), the same everywhere.
struct Lcg(u64);

impl Lcg {
    fn below(&mut self, n: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

fn survive(bytes: &[u8], options: &ImportOptions) {
    let Ok(Opening::Ready(ready)) = opened("odd", bytes, options) else { return };
    let (mut importer, _) = ready.importer();
    while let Ok(Step::More(_)) = importer.step(1 << 16) {}
}

#[test]
fn nothing_panics_whatever_bytes_follow_a_known_beginning() {
    let mut random = Lcg(7);
    let beginnings: [&[u8]; 8] = [
        b"\x1f\x8b\x08",
        b"PK\x03\x04",
        b"PK\x05\x06",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"<table><tr>",
        b"<html>",
        b"<?xml version='1.0'?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
        b"RIFF",
    ];
    let words: [&[u8]; 8] =
        [b"<td", b"</tr>", b"&#x", b"colspan=9", b"PK\x01\x02", b"PK\x05\x06", b"<!--", b"\""];
    for beginning in beginnings {
        for _ in 0..300 {
            let mut bytes = beginning.to_vec();
            for _ in 0..random.below(120) {
                match random.below(4) {
                    0 => bytes.extend(words[random.below(words.len())]),
                    _ => bytes.push(random.below(256) as u8),
                }
            }
            survive(&bytes, &ImportOptions::default());
        }
    }
}

#[test]
fn nothing_panics_when_a_good_file_is_changed_or_cut() {
    let row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>";
    let good = [
        gzip(CSV.as_bytes()),
        zip(&[part("a.csv", CSV.as_bytes()), part("b.csv", CSV.as_bytes())]),
        xlsx(&[("A", row)], &["x"], false),
    ];
    let options = ImportOptions { entry: Some("a.csv".to_owned()), ..ImportOptions::default() };
    let mut random = Lcg(11);
    for file in &good {
        for _ in 0..200 {
            let mut bytes = file.clone();
            for _ in 0..=random.below(3) {
                let at = random.below(bytes.len());
                bytes[at] = random.below(256) as u8;
            }
            bytes.truncate(bytes.len() - random.below(2) * random.below(bytes.len()));
            survive(&bytes, &options);
        }
    }
}
