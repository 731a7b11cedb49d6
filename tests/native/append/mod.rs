//! Several files as one table: what is proposed, what is counted, what is left out and said.

mod exports;
mod hand;
mod property;
mod proposal;
mod through;

use std::io::Cursor;
use tundish::engine::append::{Appended, FileGroup, Shelf};
use tundish::engine::document::Document;
use tundish::engine::fit::fit;
use tundish::engine::import::{ImportOptions, Imported, Importer, Step};
use tundish::engine::mapping::Mapping;
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::query::build_report;
use tundish::engine::report::Report;
use tundish::engine::table::Table;

pub fn import(name: &str, text: &str) -> Imported {
    import_as(name, text, &ImportOptions::default())
}

pub fn import_as(name: &str, text: &str, options: &ImportOptions) -> Imported {
    let source = Cursor::new(text.as_bytes().to_vec());
    let mut importer = Importer::new(name, text.len() as u64, source, options.clone());
    loop {
        if let Step::Done(imported) = importer.step(1 << 16).unwrap() {
            return *imported;
        }
    }
}

/// Files as they were read, in the order given.
pub fn shelf(files: &[(&str, &str)]) -> Shelf {
    let mut shelf = Shelf::default();
    for ((name, text), number) in files.iter().zip(0..) {
        shelf.put(number, import(name, text));
    }
    shelf
}

/// Files with what is proposed for them.
pub fn proposed(files: &[(&str, &str)]) -> (Shelf, Document) {
    let mut shelf = shelf(files);
    let mapping = shelf.grouped(&Mapping::default());
    assert!(shelf.arrange(&mapping).is_empty());
    let mut document =
        Document { mapping: suggest(&shelf.views(), &mapping), ..Document::default() };
    fit(&mut document.report, &document.mapping);
    (shelf, document)
}

pub fn report(shelf: &Shelf, document: &Document) -> Report {
    build_report(&shelf.views(), document).expect("the mapping fits the files")
}

/// The one table of several files that there is.
pub fn table(shelf: &Shelf) -> (&Table, &Appended) {
    let views = shelf.views();
    let view = views.into_iter().find(|v| v.profile.appended.is_some()).expect("a table");
    (view.table, view.profile.appended.as_deref().unwrap())
}

/// Rows of a table with the file that each came from and its line.
pub fn rows(table: &Table) -> Vec<String> {
    let row = |row: usize| {
        let cells: Vec<String> = table.columns.iter().map(|c| c.plain_text(row)).collect();
        let file = table.file_of(row as u32).unwrap_or("?");
        format!("{file}:{} {}", table.lines[row], cells.join("|"))
    };
    (0..table.rows).map(row).collect()
}

/// Changes the decision about the only group.
pub fn decide(shelf: &mut Shelf, document: &mut Document, change: impl FnOnce(&mut FileGroup)) {
    change(&mut document.mapping.groups[0]);
    assert!(shelf.arrange(&document.mapping).is_empty());
}
