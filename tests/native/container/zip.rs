//! ZIP archives: each table in them is a file of its own.

use super::pack::{Part, gzip, part, stored, zip};
use super::{CSV, is_the_csv, layers, opened, read, read_with, refused};
use tundish::engine::error::ImportError;
use tundish::engine::import::ImportOptions;
use tundish::engine::import::container::{ContainerKind, Fault, Limit, Opening};

const KIND: ContainerKind = ContainerKind::Zip;

fn several(bytes: &[u8]) -> Vec<String> {
    match opened("export.zip", bytes, &ImportOptions::default()) {
        Ok(Opening::Several(names)) => names,
        Ok(_) => panic!("it was opened"),
        Err(error) => panic!("{error:?}"),
    }
}

fn entry(name: &str) -> ImportOptions {
    ImportOptions { entry: Some(name.to_owned()), ..ImportOptions::default() }
}

#[test]
fn a_lone_csv_is_read_stored_or_deflated() {
    for made in [stored("deals.csv", CSV.as_bytes()), part("deals.csv", CSV.as_bytes())] {
        let imported = read(&zip(&[made]));
        is_the_csv(&imported);
        assert_eq!(layers(&imported), [KIND]);
        let layer = &imported.profile.container[0];
        assert_eq!(layer.entry.as_deref(), Some("deals.csv"));
        assert_eq!(layer.entries[0].bytes, Some(CSV.len() as u64));
    }
}

#[test]
fn notes_and_hidden_files_beside_it_do_not_matter() {
    let archive = zip(&[
        stored("export/", b""),
        part("export/readme.txt", b"Thank you for exporting."),
        part("export/deals.csv", CSV.as_bytes()),
        part("__MACOSX/export/._deals.csv", b"\0\x05\x16\x07"),
        part("export/.DS_Store", b"\0\0\0\x01Bud1"),
    ]);
    is_the_csv(&read(&archive));
}

#[test]
fn text_under_any_name_is_read_where_nothing_is_named_a_table() {
    let archive = zip(&[part("logo.png", b"\x89PNG\r\n\x1a\n"), part("dump", CSV.as_bytes())]);
    is_the_csv(&read(&archive));
}

#[test]
fn of_several_tables_each_is_chosen_by_its_name() {
    let archive = zip(&[
        part("2026/deals.csv", CSV.as_bytes()),
        part("2026/расходы.tsv", "День\tРасход\n2026-01-05\t5\n".as_bytes()),
    ]);
    assert_eq!(several(&archive), ["2026/deals.csv", "2026/расходы.tsv"]);
    is_the_csv(&read_with(&archive, &entry("2026/deals.csv")).unwrap());
    let spend = read_with(&archive, &entry("2026/расходы.tsv")).unwrap();
    assert_eq!(spend.profile.dialect.delimiter, '\t');
    assert_eq!(spend.profile.container[0].entries.len(), 2);
    let gone = read_with(&archive, &entry("2025/deals.csv"));
    assert!(matches!(gone, Err(ImportError::EntryMissing { names, .. }) if names.len() == 2));
}

#[test]
fn names_in_the_alphabet_of_old_windows_are_read() {
    let name = encoding_rs::IBM866.encode("Сделки.csv").0;
    let old = Part { name: &name, flags: 0, ..part("", CSV.as_bytes()) };
    let imported = read(&zip(&[old]));
    assert_eq!(imported.profile.container[0].entry.as_deref(), Some("Сделки.csv"));
}

#[test]
fn sizes_for_large_files_and_a_program_before_the_archive() {
    let large = Part { is_large: true, ..part("deals.csv", CSV.as_bytes()) };
    let archive = zip(&[large]);
    is_the_csv(&read(&archive));
    // The first bytes are what a file is: an archive that unpacks itself is a program.
    let itself = [b"MZ\x90\0".as_slice(), &archive].concat();
    assert!(matches!(refused(&itself), ImportError::NotATable { format, .. } if format == "EXE"));
}

#[test]
fn one_layer_of_packing_in_another_and_no_archive_in_an_archive() {
    let packed = gzip(CSV.as_bytes());
    let imported = read(&zip(&[part("deals.csv.gz", &packed)]));
    is_the_csv(&imported);
    assert_eq!(layers(&imported), [KIND, ContainerKind::Gzip]);
    let inner = zip(&[part("deals.csv", CSV.as_bytes())]);
    let twice = zip(&[part("inner.zip", &inner)]);
    is_the_csv(&read(&twice));
    let thrice = zip(&[part("outer.zip", &twice)]);
    assert!(matches!(refused(&thrice), ImportError::NotATable { format, .. } if format == "ZIP"));
}

#[test]
fn what_is_encrypted_damaged_or_packed_otherwise_is_said() {
    let bytes = CSV.as_bytes();
    let locked = Part { flags: 0x801, ..part("deals.csv", bytes) };
    let aes = Part { method: 99, flags: 0x801, ..part("deals.csv", bytes) };
    for part in [locked, aes] {
        assert!(matches!(refused(&zip(&[part])), ImportError::Encrypted { format: KIND, .. }));
    }
    let fault = |bytes: &[u8]| match refused(bytes) {
        ImportError::Damaged { format: KIND, fault, .. } => fault,
        other => panic!("{other:?}"),
    };
    assert_eq!(fault(&zip(&[Part { method: 9, ..part("a.csv", bytes) }])), Fault::Packing);
    let whole = zip(&[stored("deals.csv", bytes)]);
    assert_eq!(fault(&whole[..whole.len() - 30]), Fault::Truncated);
    let mut changed = whole.clone();
    changed[45] ^= 1;
    assert_eq!(fault(&changed), Fault::Checksum);
    let mut lost = whole.clone();
    let end = lost.len();
    lost[end - 6] ^= 0x55;
    assert_eq!(fault(&lost), Fault::Structure);
}

#[test]
fn an_archive_without_a_table_names_what_it_holds() {
    let pictures = zip(&[part("a.png", b"\x89PNG\r\n\x1a\n"), part("b.pdf", b"%PDF-1.7")]);
    let error = refused(&pictures);
    assert!(
        matches!(error, ImportError::NothingInside { names, .. } if names == ["a.png", "b.pdf"])
    );
    let lone = zip(&[part("a.png", b"\x89PNG\r\n\x1a\n")]);
    assert!(matches!(refused(&lone), ImportError::NotATable { format, .. } if format == "PNG"));
    assert!(matches!(refused(&zip(&[])), ImportError::NothingInside { .. }));
}

#[test]
fn too_many_tables_and_bombs_stop_at_their_limit() {
    let names: Vec<String> = (0..101).map(|i| format!("{i}.csv")).collect();
    let parts: Vec<Part> = names.iter().map(|n| stored(n, CSV.as_bytes())).collect();
    let limit = |bytes: &[u8]| match refused(bytes) {
        ImportError::Oversized { format: KIND, limit, .. } => limit,
        other => panic!("{other:?}"),
    };
    assert_eq!(limit(&zip(&parts)), Limit::Entries(100));
    // What an archive says of itself is enough to refuse it, and a lie is found out.
    let said = |claimed| Part { claimed: Some(claimed), ..part("bomb.csv", CSV.as_bytes()) };
    assert_eq!(limit(&zip(&[said(100 << 20)])), Limit::Ratio(200));
    for claimed in [10, 1000] {
        let error = refused(&zip(&[said(claimed)]));
        assert!(matches!(error, ImportError::Damaged { format: KIND, .. }), "{error:?}");
    }
}
