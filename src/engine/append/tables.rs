//! The cells of several tables in one, column by column: each column of the parts is let go as soon
//! as it has been taken over, so that never more than one stands twice in memory.

use super::plan::{Plan, Planned};
use crate::engine::distinct::Distinct;
use crate::engine::table::{
    Cells, Codes, Column, ColumnType as T, Dictionary, NO_DAY, NO_FLAG, NO_MOMENT, Table, TextCells,
};

/// Puts tables together as planned.
pub fn append(plan: &Plan, mut parts: Vec<Table>) -> Table {
    let mut table = Table::default();
    for part in &mut parts {
        table.rows += part.rows;
        table.records.append(&mut part.records);
        table.lines.append(&mut part.lines);
    }
    let rows: Vec<usize> = parts.iter().map(|p| p.rows).collect();
    let mut columns: Vec<Vec<Option<Column>>> =
        parts.into_iter().map(|p| p.columns.into_iter().map(Some).collect()).collect();
    for planned in &plan.columns {
        let sources = columns.iter_mut().zip(&planned.from).map(|(columns, from)| {
            from.and_then(|position| columns.get_mut(position).and_then(Option::take))
        });
        let sources: Vec<Option<Column>> = sources.collect();
        table.columns.push(column(planned, sources, &rows));
    }
    table
}

fn column(planned: &Planned, sources: Vec<Option<Column>>, rows: &[usize]) -> Column {
    let total = rows.iter().sum();
    let mut unread = Vec::new();
    let mut begin = 0;
    for (source, rows) in sources.iter().zip(rows) {
        if let Some(source) = source.as_ref().filter(|_| planned.kind != T::Text) {
            unread.extend(source.unread.iter().map(|(row, text)| (row + begin, text.clone())));
        }
        begin += *rows as u32;
    }
    let each = sources.into_iter().zip(rows);
    let cells = match planned.kind {
        T::Text => Cells::Text(texts(each.zip(&planned.filler), total)),
        T::Day => Cells::Day(fill(each, total, NO_DAY, |cells| match cells {
            Cells::Day(days) => days,
            _ => Vec::new(),
        })),
        T::Moment => Cells::Moment(fill(each, total, NO_MOMENT, |cells| match cells {
            Cells::Moment(moments) => moments,
            Cells::Day(days) => days.into_iter().map(midnight).collect(),
            _ => Vec::new(),
        })),
        T::Flag => Cells::Flag(fill(each, total, NO_FLAG, |cells| match cells {
            Cells::Flag(flags) => flags,
            _ => Vec::new(),
        })),
        T::Integer | T::Decimal | T::Money | T::Percent | T::Time => {
            let numbers = fill(each, total, f64::NAN, |cells| match cells {
                Cells::Number(numbers) => numbers.into_values(),
                _ => Vec::new(),
            });
            Cells::Number(numbers.into())
        }
    };
    let (header, currency) = (planned.header.clone(), planned.currency.clone());
    Column { header, kind: planned.kind, cells, currency, unread }
}

fn midnight(day: i32) -> i64 {
    if day == NO_DAY { NO_MOMENT } else { i64::from(day) * 86_400 }
}

/// One part after the other; where a part has no such cells (it lacks the column, or has nothing in
/// it), its rows are missing.
fn fill<'a, V: Copy>(
    parts: impl Iterator<Item = (Option<Column>, &'a usize)>,
    total: usize,
    missing: V,
    cells: impl Fn(Cells) -> Vec<V>,
) -> Vec<V> {
    let mut all: Vec<V> = Vec::new();
    let mut end = 0;
    for (source, rows) in parts {
        end += rows;
        let part = source.map(|s| cells(s.cells)).unwrap_or_default();
        if all.is_empty() {
            all = part;
            all.reserve_exact(total.saturating_sub(all.len()));
        } else {
            all.extend(part);
        }
        all.resize(end, missing);
    }
    all
}

/// Texts under one dictionary. Cells of another type are written as plain text; those that could not
/// be read, as they stood in the file.
fn texts<'a>(
    parts: impl Iterator<Item = ((Option<Column>, &'a usize), &'a Option<String>)>,
    total: usize,
) -> TextCells {
    let mut dictionary = Dictionary::default();
    let mut codes = Codes::default();
    let mut end = 0;
    for ((source, rows), filler) in parts {
        let begin = end;
        end += rows;
        match source {
            Some(Column { cells: Cells::Text(text), .. }) if begin == 0 => {
                dictionary = text.dictionary;
                codes = text.codes;
                codes.reserve(total.saturating_sub(codes.len()));
            }
            Some(source) => {
                let distinct = Distinct::of(&source);
                let moved: Vec<u32> = distinct.texts().map(|t| dictionary.intern(&t)).collect();
                let code = |c: &u32| moved.get(*c as usize).copied().unwrap_or(0);
                codes.extend(&distinct.codes.iter().map(code).collect::<Vec<u32>>());
                for (row, text) in &source.unread {
                    let code = dictionary.intern(text);
                    codes.set(begin + *row as usize, code);
                }
            }
            None => {}
        }
        codes.extend(&vec![0; end.saturating_sub(codes.len())]);
        if let Some(filler) = filler {
            let code = dictionary.intern(filler);
            let empty: Vec<usize> = (begin..end).filter(|row| codes.get(*row) == 0).collect();
            empty.into_iter().for_each(|row| codes.set(row, code));
        }
    }
    TextCells { codes, dictionary }
}
