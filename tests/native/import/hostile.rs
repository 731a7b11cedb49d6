//! Files that no memory holds: each ends in a table or in a refusal that names its limit.

use super::{read, read_by};
use std::io::{Read, Result, Seek, SeekFrom};
use tundish::engine::error::{Bound, ImportError};
use tundish::engine::import::{ImportOptions, Importer, Step};
use tundish::format::Locale;
use tundish::i18n::strings;

/// A beginning, and zeros up to a length that is stated only: a sparse file.
struct Sparse {
    begin: &'static [u8],
    length: u64,
    at: u64,
    given: u64,
}

impl Read for &mut Sparse {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let count = (self.length - self.at).min(buffer.len() as u64) as usize;
        for (i, byte) in buffer[..count].iter_mut().enumerate() {
            *byte = self.begin.get(self.at as usize + i).copied().unwrap_or(0);
        }
        self.at += count as u64;
        self.given += count as u64;
        Ok(count)
    }
}
impl Seek for &mut Sparse {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        if let SeekFrom::Start(at) = to {
            self.at = at;
        }
        Ok(self.at)
    }
}

#[test]
fn a_sparse_file_is_refused_where_its_zeros_begin() {
    for begin in [&b""[..], b"a,b\n1,2\n3,4\n"] {
        let mut source = Sparse { begin, length: 5 << 30, at: 0, given: 0 };
        let mut importer = Importer::new("x.csv", 5 << 30, &mut source, ImportOptions::default());
        let error = loop {
            match importer.step(1 << 20) {
                Ok(Step::More(_)) => {}
                Ok(Step::Done(_)) => panic!("zeros are no table"),
                Err(error) => break error,
            }
        };
        drop(importer);
        assert!(
            matches!(&error, ImportError::Zeros { place } if place.byte == Some(begin.len() as u64))
        );
        assert!(source.given <= 4 << 20, "{} bytes were read", source.given);
    }
}

#[test]
fn too_many_columns_are_refused_with_their_number() {
    let header: Vec<String> = (0..100_000).map(|n| format!("c{n}")).collect();
    let text = header.join(",") + "\n" + &"1,".repeat(99_999) + "1\n";
    let error = read_by(text.as_bytes(), &ImportOptions::default(), 1 << 20).unwrap_err();
    assert!(matches!(error, ImportError::TooLarge { bound: Bound::Columns(16_384), .. }));
    for (locale, number) in
        [(Locale::En, "16,384"), (Locale::Ru, "16\u{a0}384"), (Locale::El, "16.384")]
    {
        let help = (strings(locale).trouble.import_error)(&error);
        assert!(help.what.contains(number), "{}", help.what);
    }
}

#[test]
fn a_very_long_cell_is_held_whole_and_shown_in_part() {
    let long = "long ".repeat(1 << 20);
    let text = format!("a,b\n1,{long}\n2,short\n");
    let imported = read(text.as_bytes());
    let b = &imported.table.columns[1];
    assert_eq!(b.plain_text(0).len(), long.trim().len());
    let profile = &imported.profile;
    assert!(profile.head[0][1].len() < 5000 && profile.head[0][1].ends_with('…'));
    assert!(profile.columns[1].top.iter().all(|(text, _)| text.len() < 5000));
}
