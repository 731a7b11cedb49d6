//! Which column of which file goes where, and as what type. Names decide, never positions.
//!
//! Not here: the cells themselves (`tables`).

use super::{ColumnNote, Refusal};
use crate::engine::currency::normalise;
use crate::engine::fold::fold_header;
use crate::engine::funnel::FileView;
use crate::engine::mapping::{FileKind, Role, kind};
use crate::engine::profile::{ColumnProfile, FileProfile};
use crate::engine::table::{ColumnType as T, Table};
use std::collections::BTreeSet;

/// Rows are counted by 32 bits, of which the last numbers stand for other things.
const MOST_ROWS: u64 = u32::MAX as u64 - 16;
/// As much text as one column's dictionary can tell apart, with room to spare.
const MOST_TEXT: usize = (u32::MAX - (1 << 29)) as usize;

/// What the columns of several files become.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    pub columns: Vec<Planned>,
    pub notes: Vec<ColumnNote>,
}

/// One column of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    pub header: String,
    pub kind: T,
    pub currency: Option<String>,
    /// Where the column stands in each file.
    pub from: Vec<Option<usize>>,
    /// What each file's rows say where they say nothing themselves: the currency that the file's
    /// money columns name.
    pub filler: Vec<Option<String>>,
}

impl Plan {
    /// Matches the columns of files in the order in which they are appended.
    ///
    /// # Errors
    /// Where they can't be one table.
    pub fn of(files: &[&FileProfile], what: FileKind) -> Result<Plan, Refusal> {
        let mut plan = Plan::default();
        if files.iter().map(|f| f.rows).sum::<u64>() > MOST_ROWS {
            return Err(Refusal::TooLarge);
        }
        for (at, file) in files.iter().enumerate() {
            plan.take_in(at, files.len(), &file.columns);
        }
        let shared = |c: &Planned| c.from.iter().flatten().count() == files.len();
        if files.len() > 1 && !plan.columns.iter().any(shared) {
            return Err(Refusal::NothingInCommon);
        }
        let mut notes = Vec::new();
        for column in &mut plan.columns {
            settle_kind(column, files, &mut notes);
            notes.extend(absence(column, files));
            notes.extend(spellings(column, files));
        }
        plan.notes = notes;
        plan.currencies(files, what)?;
        Ok(plan)
    }

    /// Whether the texts of each column fit into one dictionary.
    pub fn holds(&self, parts: &[Table]) -> bool {
        let text = |column: &Planned| -> usize {
            let each = column.from.iter().zip(parts);
            let texts = each.filter_map(|(from, part)| part.columns.get((*from)?)?.text());
            texts.map(|t| t.dictionary.byte_len()).sum()
        };
        self.columns.iter().all(|column| text(column) < MOST_TEXT)
    }

    /// The column of a header.
    pub fn column(&self, header: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.header == header)
    }

    /// The header of the table under which a column of a file stands.
    pub fn header_of(&self, file: usize, column: usize) -> Option<&str> {
        let is_it = |c: &&Planned| c.from.get(file) == Some(&Some(column));
        self.columns.iter().find(is_it).map(|c| c.header.as_str())
    }

    fn take_in(&mut self, at: usize, files: usize, columns: &[ColumnProfile]) {
        let mut left: Vec<usize> = (0..columns.len()).collect();
        for same in [exact, folded, bare] {
            left.retain(|position| {
                let Some(column) = columns.get(*position) else { return false };
                let name = same(&column.header, column.currency.is_some());
                let home = self.columns.iter_mut().find(|c| {
                    let is_free = c.from.get(at) == Some(&None);
                    is_free && same(&c.header, c.currency.is_some()) == name
                });
                if let Some(slot) = home.and_then(|c| c.from.get_mut(at)) {
                    *slot = Some(*position);
                    return false;
                }
                true
            });
        }
        for (position, column) in left.iter().filter_map(|p| columns.get(*p).map(|c| (*p, c))) {
            let mut from = vec![None; files];
            if let Some(slot) = from.get_mut(at) {
                *slot = Some(position);
            }
            let (header, currency) = (column.header.clone(), column.currency.clone());
            let filler = vec![None; files];
            self.columns.push(Planned { header, kind: column.kind, currency, from, filler });
        }
    }

    /// One currency a column, or a column that says for each row which it is.
    fn currencies(&mut self, files: &[&FileProfile], what: FileKind) -> Result<(), Refusal> {
        let mut codes: Vec<BTreeSet<String>> = vec![BTreeSet::new(); files.len()];
        let mut mixed = Vec::new();
        for (index, column) in
            self.columns.iter_mut().enumerate().filter(|(_, c)| is_number(c.kind))
        {
            let of_files: Vec<(usize, Option<String>)> = sources(column, files)
                .filter(|(_, c)| c.filled > 0)
                .map(|(at, c)| (at, c.currency.as_deref().map(normalise)))
                .collect();
            let named: BTreeSet<&Option<String>> = of_files.iter().map(|(_, c)| c).collect();
            match named.len() {
                0 => {}
                1 => column.currency = of_files.first().and_then(|(_, c)| c.clone()),
                _ => {
                    for (at, code) in &of_files {
                        codes.get_mut(*at).into_iter().for_each(|set| set.extend(code.clone()));
                    }
                    mixed.push(index);
                    column.currency = None;
                }
            }
        }
        if let Some((file, codes)) = files.iter().zip(&codes).find(|(_, c)| c.len() > 1) {
            let currencies = codes.iter().cloned().collect();
            return Err(Refusal::Currencies { file: file.name.clone(), currencies });
        }
        if mixed.is_empty() {
            return Ok(());
        }
        let filler: Vec<Option<String>> = codes.iter().map(|c| c.first().cloned()).collect();
        let currencies: BTreeSet<&String> = filler.iter().flatten().collect();
        let currencies: Vec<String> = currencies.into_iter().cloned().collect();
        let column = self.currency_column(files, what);
        for index in mixed {
            let Some(money) = self.columns.get_mut(index) else { continue };
            money.header = without_currency(&money.header);
            let (header, column) = (money.header.clone(), column.clone());
            let currencies = currencies.clone();
            self.notes.push(ColumnNote::CurrencyByRow { header, column, currencies });
        }
        if let Some(column) = self.columns.iter_mut().find(|c| c.header == column) {
            column.filler = filler;
        }
        Ok(())
    }

    /// The header of the column that names currencies: one that is there, else a new one.
    fn currency_column(&mut self, files: &[&FileProfile], what: FileKind) -> String {
        let there = files.iter().enumerate().find_map(|(at, file)| {
            let position = role_column(file, what, Role::Currency)?;
            self.header_of(at, position).map(str::to_owned)
        });
        let is_text = |h: &String| self.columns.iter().any(|c| c.header == *h && c.kind == T::Text);
        if let Some(header) = there.filter(is_text) {
            return header;
        }
        let mut header = "Currency".to_owned();
        let mut number = 1;
        while self.column(&header).is_some() {
            number += 1;
            header = format!("Currency.{number}");
        }
        let none = vec![None; files.len()];
        self.columns.push(Planned {
            header: header.clone(),
            kind: T::Text,
            currency: None,
            from: vec![None; files.len()],
            filler: none,
        });
        header
    }
}

/// Why files can't be one table; `None` where they can.
pub fn refusal(files: &[&FileProfile], what: FileKind) -> Option<Refusal> {
    Plan::of(files, what).err()
}

/// The column that plays a role in a file of a kind.
pub fn role_column(file: &FileProfile, what: FileKind, role: Role) -> Option<usize> {
    let table = Table::default();
    let view = FileView { profile: file, table: &table };
    kind::roles(&view, what).into_iter().find(|f| f.role == role).map(|f| f.column)
}

fn is_number(kind: T) -> bool {
    matches!(kind, T::Integer | T::Decimal | T::Money)
}

fn exact(header: &str, _: bool) -> String {
    header.to_owned()
}

fn folded(header: &str, _: bool) -> String {
    fold_header(header)
}

/// A header of money without its currency: `Amount spent (USD)` and `Amount spent (EUR)` are one.
pub fn bare(header: &str, names_currency: bool) -> String {
    if names_currency { fold_header(&without_currency(header)) } else { fold_header(header) }
}

/// Cuts a unit in brackets or a code in capitals off the end.
fn without_currency(header: &str) -> String {
    let header = header.trim();
    let cut = match header.strip_suffix([')', ']']) {
        Some(inside) => inside.rfind(['(', '[']),
        None => header.rfind([' ', '_', ',']).filter(|at| {
            let last = header.get(at + 1..).unwrap_or("");
            !last.is_empty() && !last.chars().any(char::is_lowercase)
        }),
    };
    let bare = cut.and_then(|at| header.get(..at)).unwrap_or(header);
    let bare = bare.trim_end_matches([' ', '_', ',', '-']);
    if bare.is_empty() { header.to_owned() } else { bare.to_owned() }
}

/// The files that have a column, with what they hold in it.
fn sources<'a>(
    column: &'a Planned,
    files: &'a [&FileProfile],
) -> impl Iterator<Item = (usize, &'a ColumnProfile)> {
    let each = column.from.iter().zip(files).enumerate();
    each.filter_map(|(at, (from, file))| Some((at, file.columns.get((*from)?)?)))
}

fn settle_kind(column: &mut Planned, files: &[&FileProfile], notes: &mut Vec<ColumnNote>) {
    let mut kinds: Vec<T> = Vec::new();
    // A column without a value can be anything.
    for (_, source) in sources(column, files).filter(|(_, c)| c.filled + c.unread > 0) {
        if !kinds.contains(&source.kind) {
            kinds.push(source.kind);
        }
    }
    let first = kinds.first().copied().unwrap_or(column.kind);
    match kinds.iter().skip(1).try_fold(first, |a, b| both(a, *b)) {
        Some(kind) => {
            column.kind = kind;
            if kind == T::Moment && kinds.contains(&T::Day) {
                notes.push(ColumnNote::Midnight { header: column.header.clone() });
            }
        }
        None => {
            column.kind = T::Text;
            notes.push(ColumnNote::AsText { header: column.header.clone(), kinds });
        }
    }
}

/// The type that holds both without a loss.
fn both(a: T, b: T) -> Option<T> {
    match (a, b) {
        _ if a == b => Some(a),
        (T::Day, T::Moment) | (T::Moment, T::Day) => Some(T::Moment),
        (T::Integer, T::Decimal) | (T::Decimal, T::Integer) => Some(T::Decimal),
        (T::Money, T::Integer | T::Decimal) | (T::Integer | T::Decimal, T::Money) => Some(T::Money),
        // A share and a number are not of one unit: 12 % is 0.12.
        _ => None,
    }
}

fn absence(column: &Planned, files: &[&FileProfile]) -> Option<ColumnNote> {
    let lacking = column.from.iter().zip(files).filter(|(from, _)| from.is_none());
    let cells: u64 = lacking.clone().map(|(_, f)| f.rows).sum();
    let files = lacking.count() as u64;
    let of = column.from.len() as u64;
    (files > 0).then(|| ColumnNote::Missing { header: column.header.clone(), files, of, cells })
}

fn spellings(column: &Planned, files: &[&FileProfile]) -> Option<ColumnNote> {
    let mut others: Vec<String> = Vec::new();
    for (_, source) in sources(column, files) {
        if source.header != column.header && !others.contains(&source.header) {
            others.push(source.header.clone());
        }
    }
    let header = column.header.clone();
    (!others.is_empty()).then_some(ColumnNote::Renamed { header, others })
}
