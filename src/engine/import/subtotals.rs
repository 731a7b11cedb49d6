//! Subtotals among the rows: a cell names them (`Итого за январь`, `SEO Total`, a campaign called
//! `Total`) and the row holds the sum of the rows above it. They would count twice, and are set aside.
//! A row that is only named so stays, and is told: nothing shows which rows it sums.
//!
//! Not here: totals of the whole table (`tail`, `totals`), the words (`words`).

use super::super::issue::IssueKind;
use super::super::profile::DecimalSign;
use super::column::RawColumn;
use super::notes::{Notes, Spot};
use super::rows::Rows;
use super::words::{self, Totals};
use super::{AsideReason, SetAside, date, header, number};

/// Names of sums stand in one of the first columns.
const NAMING: usize = 3;
/// A sum may be rounded.
const WITHIN: f64 = 1e-4;
/// A sum goes back to the end of one of so many named rows above it.
const MOST_LEVELS: usize = 64;

const SIGNS: [DecimalSign; 2] = [DecimalSign::Point, DecimalSign::Comma];

/// A row that a cell names as a sum.
#[derive(Clone, Copy)]
struct Named {
    row: usize,
    /// The column of the name.
    at: usize,
    word: Totals,
    /// It can hardly be the name of something.
    plain: bool,
}

/// Sets the sums aside, and tells of rows that are only named so.
pub fn take_out(rows: &mut Rows, notes: &mut Notes) {
    let named = named(rows);
    if named.is_empty() {
        return;
    }
    let sums = proved(rows, &named);
    for of in named.iter().filter(|n| sums.binary_search(&n.row).is_err()) {
        if is_subtotal(rows, *of) {
            let text = notes.joined(texts(rows, of.row));
            let (record, line) =
                (rows.records.get(of.row).copied(), rows.lines.get(of.row).copied());
            let spot = Spot { record, line, ..Spot::default() };
            notes.add(IssueKind::SubtotalRow, spot, || text);
        }
    }
    for row in &sums {
        notes.set_aside(SetAside {
            reason: AsideReason::Totals,
            record: rows.records.get(*row).copied().unwrap_or_default(),
            line: rows.lines.get(*row).copied().unwrap_or_default(),
            cells: texts(rows, *row).map(str::to_owned).collect(),
        });
    }
    rows.remove_all(&sums);
}

fn texts(rows: &Rows, row: usize) -> impl Iterator<Item = &str> {
    rows.columns.iter().map(move |c| c.dictionary.get(c.codes.get(row)))
}

/// All rows that a cell of the first columns names, in order, each by its first such cell.
fn named(rows: &Rows) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    for (at, column) in rows.columns.iter().enumerate().take(NAMING) {
        let word = |code: u32| {
            let text = column.dictionary.get(code);
            let named = words::may_name_totals(text).then(|| words::totals_word(text)).flatten();
            named.or_else(|| words::totals_behind(text).then_some(Totals::Begun))
        };
        let words: Vec<Option<Totals>> = (0..column.dictionary.len() as u32).map(word).collect();
        if words.iter().all(Option::is_none) {
            continue;
        }
        let mut row = 0;
        column.codes.each(0..column.codes.len(), |code| {
            let word = words.get(code as usize).copied().flatten();
            found.extend(word.map(|word| Named { row, at, word, plain: false }));
            row += 1;
        });
    }
    found.sort_by_key(|n| (n.row, n.at));
    found.dedup_by_key(|n| n.row);
    for of in &mut found {
        of.plain = of.word != Totals::Begun || is_subtotal(rows, *of) || closes_group(rows, *of);
    }
    found
}

/// Whether the row is called by the group above it: `SEO Total` behind rows of `SEO`.
fn closes_group(rows: &Rows, named: Named) -> bool {
    let Some(column) = rows.columns.get(named.at) else { return false };
    let text = |row: usize| column.dictionary.get(column.codes.get(row));
    let Some(above) = named.row.checked_sub(1).map(text) else { return false };
    let name = text(named.row).rsplit_once(char::is_whitespace);
    words::totals_behind(text(named.row)) && name.is_some_and(|(group, _)| group.trim() == above)
}

/// Whether a row that is only named so is told: nothing stands in front of the name, and a name that
/// begins with the word (`Total Gym Inc`) lacks cells.
fn is_subtotal(rows: &Rows, named: Named) -> bool {
    let blank = |c: &RawColumn| c.codes.get(named.row) == 0;
    let lacks = |c: &RawColumn| blank(c) && u64::from(c.blanks) * 2 <= rows.len() as u64;
    let first = rows.columns.iter().take(named.at).all(blank);
    first && (named.word != Totals::Begun || rows.columns.iter().skip(named.at + 1).any(lacks))
}

/// The rows that hold the sum of rows above them, in order.
fn proved(rows: &Rows, named: &[Named]) -> Vec<usize> {
    let is_id = |c: &&RawColumn| header::identifies(&c.header);
    // A row with an identifier of its own is a record, whatever its name.
    let is_record = |row: usize| rows.columns.iter().filter(is_id).any(|c| c.codes.get(row) != 0);
    // What may be a name is the sum of others by chance.
    let may_be = |n: &Named| n.plain && !is_record(n.row);
    let may_be: Vec<Named> = named.iter().copied().filter(may_be).collect();
    let mut found: Vec<usize> = Vec::new();
    for column in rows.columns.iter().filter(|c| !is_id(c)) {
        let holds = |n: &Named| readings(column, n.row).iter().any(Option::is_some);
        if may_be.iter().any(holds) {
            sums_of(column, &may_be, &mut found);
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn readings(column: &RawColumn, row: usize) -> [Option<f64>; 2] {
    read(column.dictionary.get(column.codes.get(row)))
}

fn read(text: &str) -> [Option<f64>; 2] {
    if text.is_empty() || date::scan(text).is_some() {
        return [None; 2];
    }
    let written = number::scan(text);
    SIGNS.map(|sign| written.and_then(|w| w.read(sign, false)).map(|n| n.value))
}

/// Where the rows above a named one begin to be summed: at the top, or behind another named row.
#[derive(Clone, Copy, Default)]
struct Level {
    /// The sums, and how many rows with a number, up to there.
    sums: [f64; 2],
    counted: [u32; 2],
}

/// Adds the named rows whose number in this column is the sum of those of the rows above, named ones
/// left out: all since one of the named rows before.
fn sums_of(column: &RawColumn, named: &[Named], found: &mut Vec<usize>) {
    let values: Vec<[Option<f64>; 2]> =
        column.dictionary.iter().map(|(_, text)| read(text)).collect();
    let value =
        |row: usize| values.get(column.codes.get(row) as usize).copied().unwrap_or_default();
    let (mut levels, mut now) = (vec![Level::default()], Level::default());
    let mut row = 0;
    for of in named {
        for (n, at) in (row..of.row).flat_map(|row| [(row, 0), (row, 1)]) {
            let numbers = value(n);
            let Some(Some(x)) = numbers.get(at) else { continue };
            if let (Some(sum), Some(count)) = (now.sums.get_mut(at), now.counted.get_mut(at)) {
                (*sum, *count) = (*sum + x, *count + 1);
            }
        }
        row = of.row + 1;
        let total = value(of.row);
        let is_sum = |level: &Level| {
            let sides = total.iter().zip(now.sums).zip(level.sums);
            let counts = now.counted.iter().zip(level.counted).map(|(now, then)| now - then);
            sides.zip(counts).any(|(((total, now), then), count)| {
                let Some(total) = total.filter(|total| *total != 0.0) else { return false };
                count >= 1 && (now - then - total).abs() <= total.abs() * WITHIN
            })
        };
        if levels.iter().rev().take(MOST_LEVELS).any(is_sum) {
            found.push(of.row);
        }
        levels.push(now);
    }
}
