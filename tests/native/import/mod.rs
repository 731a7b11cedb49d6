//! The importer over real files and made ones.

mod account;
mod bulk;
mod charset;
mod confused;
mod correct;
mod dialect;
mod enclosed;
mod encodings;
mod exporter;
mod heads;
mod hostile;
mod layouts;
mod listed;
mod oddities;
mod property;
mod quotes;
mod real;
mod replay;
mod round_trip;
mod turns;
mod turns_exact;
mod types;
mod types_choices;
mod types_dates;
mod types_numbers;

use account::read_from;
use std::io::Cursor;
use tundish::engine::error::ImportError;
use tundish::engine::import::{ImportOptions, Imported};
use tundish::engine::table::ColumnType;

fn read_by(bytes: &[u8], options: &ImportOptions, slice: usize) -> Result<Imported, ImportError> {
    read_from(Cursor::new(bytes), bytes.len(), options, slice)
}

fn read(bytes: &[u8]) -> Imported {
    read_by(bytes, &ImportOptions::default(), 1 << 20).unwrap()
}

/// One column as plain texts.
fn column(imported: &Imported, header: &str) -> Vec<String> {
    let column = imported.table.column(header).unwrap_or_else(|| panic!("no column {header}"));
    (0..imported.table.rows).map(|row| column.plain_text(row)).collect()
}

fn kinds(imported: &Imported) -> Vec<ColumnType> {
    imported.table.columns.iter().map(|c| c.kind).collect()
}

/// Types by their first letters, so that a table's columns fit on a line.
fn short_kinds(imported: &Imported) -> String {
    let short = |k: ColumnType| match k {
        ColumnType::Text => "text",
        ColumnType::Integer => "int",
        ColumnType::Decimal => "dec",
        ColumnType::Money => "money",
        ColumnType::Percent => "pct",
        ColumnType::Day => "day",
        ColumnType::Moment => "moment",
        ColumnType::Time => "time",
        ColumnType::Flag => "flag",
    };
    kinds(imported).into_iter().map(short).collect::<Vec<_>>().join(" ")
}
