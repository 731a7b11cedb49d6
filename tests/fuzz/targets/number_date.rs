//! Any texts as the cells of a column, under headers that ask for a number, a day, a share and an
//! answer: what is read is a number or a day that exists, and the rest is kept as text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::io::Cursor;
use tundish::engine::import::{ImportOptions, Imported, Importer, Step};
use tundish::engine::table::{Cells, Column};
use tundish::engine::value::Day;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes).replace('"', "");
    for header in ["sum", "date", "share, %", "is paid", "Сумма, ₽", "Ημερομηνία"]
    {
        let mut file = format!("id\t{header}\n");
        let cells: Vec<&str> =
            text.split('\n').filter(|cell| !cell.contains(['\t', '\r'])).collect();
        for (i, cell) in cells.iter().enumerate() {
            file += &format!("k{i}\t\"{cell}\"\n");
        }
        let options = ImportOptions { delimiter: Some('\t'), ..ImportOptions::default() };
        if let Some(imported) = read(file.as_bytes(), options) {
            imported.table.columns.iter().for_each(|column| check(column, imported.table.rows));
        }
    }
});

fn read(bytes: &[u8], options: ImportOptions) -> Option<Imported> {
    let mut importer = Importer::new("file", bytes.len() as u64, Cursor::new(bytes), options);
    loop {
        if let Step::Done(imported) = importer.step(1 << 20).ok()? {
            return Some(*imported);
        }
    }
}

fn check(column: &Column, rows: usize) {
    for row in 0..rows {
        match &column.cells {
            Cells::Number(_) => {
                assert!(column.number(row).is_none_or(f64::is_finite), "{column:?}");
            }
            Cells::Day(_) | Cells::Moment(_) => {
                let Some(day) = column.day(row) else { continue };
                assert_eq!(Day::from_iso(&day.to_string()), Some(day), "{column:?}");
            }
            Cells::Text(_) | Cells::Flag(_) => {}
        }
    }
}
