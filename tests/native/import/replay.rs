//! A file seen again beside its table: every record, in its place, as it is written.

use super::property::{Lcg, random_file};
use std::io::Cursor;
use tundish::engine::import::{Fate, ImportOptions, Imported, Importer, Step};

/// Imports and looks again; the second look is handed over record by record.
fn replay(bytes: &[u8], mut look: impl FnMut(&Imported, &tundish::engine::import::Replayed)) {
    let source = Cursor::new(bytes);
    let mut importer =
        Importer::new("file.csv", bytes.len() as u64, source, ImportOptions::default()).traced();
    let imported = loop {
        match importer.step(1 << 16) {
            Ok(Step::More(_)) => {}
            Ok(Step::Done(imported)) => break imported,
            Err(_) => return,
        }
    };
    let mut replay = importer.replay(&imported.table).unwrap();
    while let Some(record) = replay.next().unwrap() {
        look(&imported, &record);
    }
}

#[test]
fn every_character_is_seen_again_and_in_its_place() {
    let mut random = Lcg(77);
    for round in 0..300 {
        let bytes = random_file(&mut random);
        let (mut rows, mut seen, mut encoding) = (0, String::new(), String::new());
        replay(&bytes, |imported, record| {
            encoding.clone_from(&imported.profile.dialect.encoding);
            if let Fate::Row(row) = record.fate {
                assert_eq!(row, rows);
                rows += 1;
                assert_eq!(imported.table.lines[row], record.line);
                if let Some(head) = imported.profile.head.get(row) {
                    assert!(record.cells().eq(head.iter().map(String::as_str)), "round {round}");
                }
            }
            let decoder = encoding_rs::Encoding::for_label(encoding.as_bytes()).unwrap();
            let rest = decoder.decode_without_bom_handling(&bytes[record.byte as usize..]).0;
            assert!(rest.starts_with(record.raw), "round {round}: {:?}", record.raw);
            seen += record.raw;
        });
        let Some(decoder) = encoding_rs::Encoding::for_label(encoding.as_bytes()) else { continue };
        let text = decoder.decode(&bytes).0;
        let solid = |c: &char| !matches!(c, '\r' | '\n');
        assert!(text.chars().filter(solid).eq(seen.chars().filter(solid)), "round {round}");
    }
}
