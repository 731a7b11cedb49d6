//! Subtotals among the rows: a cell names them (`Итого за январь`, `SEO Total`, a campaign called
//! `Total`) and the row holds the sum of the rows above it. They would count twice, and are set aside.
//! A row that is only named so stays, and is told: nothing shows which rows it sums. So does one that
//! says of itself what a record says: an identifier, or a text that the row above does not have.
//!
//! Not here: totals of the whole table (`tail`, `totals`), the words (`words`).

use super::super::issue::IssueKind;
use super::super::profile::DecimalSign;
use super::column::RawColumn;
use super::notes::{Notes, Spot};
use super::rows::Rows;
use super::words::{self, Totals};
use super::{AsideReason, SetAside, date, header, number};
use rustc_hash::FxHashMap;

/// Names of sums stand in one of the first columns.
const NAMING: usize = 3;
/// A sum may be rounded.
const WITHIN: f64 = 1e-4;
/// A sum goes back to the end of one of so many named rows above it,
const MOST_LEVELS: usize = 64;
/// or of fewer, where that would be more comparisons than this.
const MOST_COMPARED: usize = 1 << 26;

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

/// Whether the row is called by the group above it: `SEO Total`, `Total SEO` behind rows of `SEO`.
fn closes_group(rows: &Rows, named: Named) -> bool {
    let Some(column) = rows.columns.get(named.at) else { return false };
    let text = |row: usize| column.dictionary.get(column.codes.get(row));
    let Some(above) = named.row.checked_sub(1).map(text) else { return false };
    let name = text(named.row);
    let behind = name.rsplit_once(char::is_whitespace).filter(|_| words::totals_behind(name));
    let before = name.split_once(char::is_whitespace).filter(|_| named.word == Totals::Begun);
    behind.is_some_and(|(group, _)| group.trim() == above)
        || before.is_some_and(|(_, group)| group.trim() == above)
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
    let (ids, others): (Vec<&RawColumn>, Vec<&RawColumn>) =
        rows.columns.iter().partition(|c| header::identifies(&c.header));
    // A row with an identifier of its own is a record, whatever its name.
    let has_id = |row: usize| ids.iter().any(|c| c.codes.get(row) != 0);
    // What may be a name is the sum of others by chance.
    let mut above = Above::default();
    let may_be: Vec<Named> = named
        .iter()
        .copied()
        .filter(|n| above.pass(n.row) && n.plain && !has_id(n.row) && !above.differs(rows, *n))
        .collect();
    let most = MOST_COMPARED / (may_be.len() * others.len()).max(1);
    let mut found: Vec<Sum> = Vec::new();
    for column in others {
        let holds = |n: &Named| readings(column, n.row).iter().any(Option::is_some);
        if may_be.iter().any(holds) {
            sums_of(column, &may_be, most.clamp(2, MOST_LEVELS), &mut found);
        }
    }
    found.sort_unstable_by_key(|sum| (sum.row, !sum.of_several));
    found.dedup_by_key(|sum| sum.row);
    believed(rows, &may_be, &found)
}

/// The last row above that no cell names as a sum.
#[derive(Default)]
struct Above {
    row: Option<usize>,
    next: usize,
}

impl Above {
    /// Goes on to the next named row; always true.
    fn pass(&mut self, named: usize) -> bool {
        if named > self.next {
            self.row = named.checked_sub(1);
        }
        self.next = named + 1;
        true
    }

    /// Whether the named row says a text or a day that the row above does not: `Total Gym Inc` has
    /// an owner of its own, while the month of a sum is that of its rows.
    fn differs(&self, rows: &Rows, named: Named) -> bool {
        let Some(above) = self.row else { return false };
        rows.columns.iter().enumerate().filter(|(at, _)| *at != named.at).any(|(_, column)| {
            let (code, other) = (column.codes.get(named.row), column.codes.get(above));
            let text = column.dictionary.get(code);
            // Of very many texts one may have several codes.
            code != 0
                && code != other
                && text != column.dictionary.get(other)
                && !words::is_placeholder(text)
                && words::totals_word(text).is_none()
                && read(text).iter().all(Option::is_none)
        })
    }
}

/// A row that holds a sum.
struct Sum {
    row: usize,
    /// Of more rows than one: a customer called `Total` may well have paid what the one above has.
    of_several: bool,
}

/// Those sums that are no chance, in order: of several rows, or named by what they sum; and those
/// of one row where the same name stands for sums again and again.
fn believed(rows: &Rows, named: &[Named], sums: &[Sum]) -> Vec<usize> {
    let name =
        |n: &Named| (n.at, rows.columns.get(n.at).map(|c| c.dictionary.get(c.codes.get(n.row))));
    let sum_of = |n: &Named| {
        let at = sums.binary_search_by_key(&n.row, |sum| sum.row).ok()?;
        sums.get(at)
    };
    let is_sure = |n: &Named| {
        sum_of(n).is_some_and(|s| s.of_several || n.word == Totals::Of || closes_group(rows, *n))
    };
    // By name: rows, sums, sure ones.
    let mut names: FxHashMap<_, (u32, u32, u32)> = FxHashMap::default();
    for of in named {
        let (all, proved, sure) = names.entry(name(of)).or_default();
        *all += 1;
        *proved += u32::from(sum_of(of).is_some());
        *sure += u32::from(is_sure(of));
    }
    let is_habit = |n: &Named| {
        names
            .get(&name(n))
            .is_some_and(|(all, proved, sure)| *sure > 0 || (*proved > 1 && proved == all))
    };
    let believed = |n: &&Named| sum_of(n).is_some() && (is_sure(n) || is_habit(n));
    named.iter().filter(believed).map(|n| n.row).collect()
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
fn sums_of(column: &RawColumn, named: &[Named], most: usize, found: &mut Vec<Sum>) {
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
        // How many rows it sums, where it is the sum of those since a level.
        let summed = |level: &Level| {
            let sides = total.iter().zip(now.sums).zip(level.sums);
            let counts = now.counted.iter().zip(level.counted).map(|(now, then)| now - then);
            let sums = sides.zip(counts).filter_map(|(((total, now), then), count)| {
                let total = total.filter(|total| *total != 0.0)?;
                ((now - then - total).abs() <= total.abs() * WITHIN).then_some(count)
            });
            sums.max().filter(|count| *count > 0)
        };
        if let Some(count) = levels.iter().rev().take(most).filter_map(summed).max() {
            found.push(Sum { row: of.row, of_several: count > 1 });
        }
        levels.push(now);
    }
}
