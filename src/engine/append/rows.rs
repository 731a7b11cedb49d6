//! Takes rows out of a table and puts them back, so that a decision can be changed without reading
//! the files again and no row ever stands twice in memory.

use crate::engine::table::{Cells, Codes, Column, Dictionary, Numbers, Table, TextCells};

/// The table without the rows named (in order), and those rows as a table of their own.
pub fn take_out(table: Table, rows: &[u32]) -> (Table, Table) {
    if rows.is_empty() {
        let columns = table.columns.iter().map(empty).collect();
        return (table, Table { columns, ..Table::default() });
    }
    let (records, out_records) = parted(table.records, rows);
    let (lines, out_lines) = parted(table.lines, rows);
    let (columns, out) = table.columns.into_iter().map(|c| column_parted(c, rows)).unzip();
    let kept = Table { columns, records, lines, rows: table.rows - rows.len(), ..Table::default() };
    let out = Table {
        columns: out,
        records: out_records,
        lines: out_lines,
        rows: rows.len(),
        ..Table::default()
    };
    (kept, out)
}

/// Undoes [`take_out`].
pub fn put_back(kept: Table, out: Table, rows: &[u32]) -> Table {
    if rows.is_empty() {
        return kept;
    }
    let columns = kept.columns.into_iter().zip(out.columns);
    Table {
        columns: columns.map(|(kept, out)| column_joined(kept, out, rows)).collect(),
        records: joined(kept.records, out.records, rows),
        lines: joined(kept.lines, out.lines, rows),
        rows: kept.rows + out.rows,
        ..Table::default()
    }
}

fn empty(column: &Column) -> Column {
    let cells = match column.cells {
        Cells::Text(_) => Cells::Text(TextCells::default()),
        Cells::Number(_) => Cells::Number(Numbers::default()),
        Cells::Day(_) => Cells::Day(Vec::new()),
        Cells::Moment(_) => Cells::Moment(Vec::new()),
        Cells::Flag(_) => Cells::Flag(Vec::new()),
    };
    let (header, currency) = (column.header.clone(), column.currency.clone());
    Column { header, kind: column.kind, cells, currency, unread: Vec::new() }
}

fn column_parted(column: Column, rows: &[u32]) -> (Column, Column) {
    let mut out = empty(&column);
    let cells = match column.cells {
        Cells::Text(text) => {
            let mut dictionary = Dictionary::default();
            let taken = rows.iter().map(|row| text.get(*row as usize));
            let taken = taken.map(|text| dictionary.intern(text)).collect();
            out.cells = Cells::Text(TextCells { codes: taken, dictionary });
            let codes = match text.codes {
                Codes::Byte(v) => Codes::Byte(parted(v, rows).0),
                Codes::Half(v) => Codes::Half(parted(v, rows).0),
                Codes::Word(v) => Codes::Word(parted(v, rows).0),
            };
            Cells::Text(TextCells { codes, dictionary: text.dictionary })
        }
        Cells::Number(v) => {
            let (kept, taken) = parted(v.into_values(), rows);
            out.cells = Cells::Number(taken.into());
            Cells::Number(kept.into())
        }
        Cells::Day(v) => {
            let (kept, taken) = parted(v, rows);
            out.cells = Cells::Day(taken);
            Cells::Day(kept)
        }
        Cells::Moment(v) => {
            let (kept, taken) = parted(v, rows);
            out.cells = Cells::Moment(taken);
            Cells::Moment(kept)
        }
        Cells::Flag(v) => {
            let (kept, taken) = parted(v, rows);
            out.cells = Cells::Flag(taken);
            Cells::Flag(kept)
        }
    };
    let mut unread = Vec::new();
    for (row, text) in column.unread {
        match rows.binary_search(&row) {
            Ok(at) => out.unread.push((at as u32, text)),
            Err(before) => unread.push((row - before as u32, text)),
        }
    }
    let (header, currency) = (column.header, column.currency);
    (Column { header, kind: column.kind, cells, currency, unread }, out)
}

fn column_joined(kept: Column, out: Column, rows: &[u32]) -> Column {
    let mut unread: Vec<(u32, String)> = Vec::new();
    if !kept.unread.is_empty() {
        // Row by row, past those that were taken out.
        let mut taken = rows.iter().peekable();
        let mut before = 0;
        for (row, text) in kept.unread {
            while taken.next_if(|t| **t <= row + before).is_some() {
                before += 1;
            }
            unread.push((row + before, text));
        }
    }
    let back = out.unread.into_iter();
    unread.extend(back.filter_map(|(at, text)| rows.get(at as usize).map(|row| (*row, text))));
    unread.sort_by_key(|(row, _)| *row);
    let cells = match (kept.cells, out.cells) {
        (Cells::Text(mut kept), Cells::Text(out)) => {
            let code = |c: u32| kept.dictionary.intern(out.dictionary.get(c));
            let back: Vec<u32> = out.codes.iter().map(code).collect();
            // They were here before, so that their codes are no wider than the others.
            let codes = match kept.codes {
                Codes::Byte(v) => {
                    Codes::Byte(joined(v, back.iter().map(|c| *c as u8).collect(), rows))
                }
                Codes::Half(v) => {
                    Codes::Half(joined(v, back.iter().map(|c| *c as u16).collect(), rows))
                }
                Codes::Word(v) => Codes::Word(joined(v, back, rows)),
            };
            Cells::Text(TextCells { codes, dictionary: kept.dictionary })
        }
        (Cells::Number(kept), Cells::Number(out)) => {
            Cells::Number(joined(kept.into_values(), out.into_values(), rows).into())
        }
        (Cells::Day(kept), Cells::Day(out)) => Cells::Day(joined(kept, out, rows)),
        (Cells::Moment(kept), Cells::Moment(out)) => Cells::Moment(joined(kept, out, rows)),
        (Cells::Flag(kept), Cells::Flag(out)) => Cells::Flag(joined(kept, out, rows)),
        (kept, _) => kept,
    };
    Column { header: kept.header, kind: kept.kind, cells, currency: kept.currency, unread }
}

/// What stays, in place, and what was at `rows`.
fn parted<V: Copy>(mut all: Vec<V>, rows: &[u32]) -> (Vec<V>, Vec<V>) {
    let out = rows.iter().filter_map(|row| all.get(*row as usize).copied()).collect();
    let mut taken = rows.iter().peekable();
    let mut at = 0;
    all.retain(|_| {
        let is_taken = taken.next_if(|t| **t == at).is_some();
        at += 1;
        !is_taken
    });
    (all, out)
}

fn joined<V: Copy>(kept: Vec<V>, out: Vec<V>, rows: &[u32]) -> Vec<V> {
    let mut all = Vec::with_capacity(kept.len() + out.len());
    let mut kept = kept.into_iter();
    for (row, value) in rows.iter().zip(out) {
        let before = (*row as usize).saturating_sub(all.len());
        all.extend(kept.by_ref().take(before));
        all.push(value);
    }
    all.extend(kept);
    all
}
