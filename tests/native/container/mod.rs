//! Tables inside of other files: what is taken out of them, and what is refused by name.

mod book;
mod gzip;
mod markup;
mod odd;
mod pack;
mod zip;

use std::io::Cursor;
use tundish::engine::error::ImportError;
use tundish::engine::import::container::{ContainerKind, Opening, open, read_workbook};
use tundish::engine::import::{ImportOptions, Imported, Step};

const CSV: &str = "Deal ID,Created,Amount\n1,2026-01-05,100.5\n2,2026-01-06,7\n";

fn opened(name: &str, bytes: &[u8], options: &ImportOptions) -> Result<Opening, ImportError> {
    let source = Box::new(Cursor::new(bytes.to_vec()));
    open(name, bytes.len() as u64, source, options, Some(&read_workbook))
}

/// Opens and reads; what was said on the way is not looked at.
fn read_with(bytes: &[u8], options: &ImportOptions) -> Result<Imported, ImportError> {
    let (mut importer, origin) = match opened("file", bytes, options)? {
        Opening::Ready(opened) => opened.importer(),
        Opening::Several(names) => panic!("several: {names:?}"),
        Opening::Workbook(kind) => panic!("no reader for {kind:?}"),
    };
    loop {
        match importer.step(1 << 20)? {
            Step::More(progress) => {
                let told = origin.progress(progress);
                assert!(told.bytes_read <= bytes.len() as u64, "{told:?}");
            }
            Step::Done(mut imported) => {
                origin.describe(&mut imported);
                assert_eq!(imported.profile.bytes, bytes.len() as u64);
                assert_eq!(imported.profile.options, *options);
                return Ok(*imported);
            }
        }
    }
}

fn read(bytes: &[u8]) -> Imported {
    read_with(bytes, &ImportOptions::default()).unwrap()
}

fn refused(bytes: &[u8]) -> ImportError {
    match read_with(bytes, &ImportOptions::default()) {
        Err(error) => error,
        Ok(imported) => panic!("it was read: {:?}", imported.profile),
    }
}

/// The table as its cells stand, headers first.
fn rows(imported: &Imported) -> Vec<Vec<String>> {
    let headers = imported.profile.columns.iter().map(|c| c.header.clone()).collect();
    std::iter::once(headers).chain(imported.profile.head.iter().cloned()).collect()
}

fn layers(imported: &Imported) -> Vec<ContainerKind> {
    imported.profile.container.iter().map(|c| c.kind).collect()
}

/// Texts in short: the headers and rows of [`CSV`].
fn is_the_csv(imported: &Imported) {
    let expected =
        [["Deal ID", "Created", "Amount"], ["1", "2026-01-05", "100.5"], ["2", "2026-01-06", "7"]];
    assert_eq!(rows(imported), expected);
}
