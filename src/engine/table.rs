//! A table in memory: typed columns, text by dictionary codes, missing cells marked.
//!
//! Rows are 0-based positions; people see the csv record (from 1) and the physical line.
//! Not here: how cells became typed (`import`), what a column means (`mapping`).

use super::value::{Day, Moment, clock_text};
use rustc_hash::FxBuildHasher;
use serde::{Deserialize, Serialize};
use std::hash::BuildHasher;

/// Marks a missing [`Day`] in [`Cells::Day`].
pub const NO_DAY: i32 = i32::MIN;
/// Marks a missing [`Moment`] in [`Cells::Moment`].
pub const NO_MOMENT: i64 = i64::MIN;
/// Marks a missing flag in [`Cells::Flag`]; else 0 or 1.
pub const NO_FLAG: u8 = 2;

/// What the cells of a column are. `Money` and `Percent` are numbers whose writing said so;
/// a percent is held as a share (12 % is 0.12), a time of day or a duration as seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnType {
    Text,
    Integer,
    Decimal,
    Money,
    Percent,
    Day,
    Moment,
    /// A time of day or a duration: seconds since midnight, or from its beginning.
    Time,
    Flag,
}

/// One table: columns of equal length, and where each row stood in the file.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: usize,
    /// The 1-based csv record of each row.
    pub records: Vec<u32>,
    /// The 1-based physical line on which each row begins.
    pub lines: Vec<u32>,
}

impl Table {
    /// The column with this header, headers being unique within a table.
    pub fn column(&self, header: &str) -> Option<&Column> {
        self.columns.iter().find(|c| c.header == header)
    }
}

/// One typed column.
#[derive(Clone, Debug)]
pub struct Column {
    /// As in the file, trimmed; a repeated header carries `.2`, `.3`, …
    pub header: String,
    pub kind: ColumnType,
    pub cells: Cells,
    /// ISO 4217 code that the header or every cell names, such as `RUB` for `Расход (руб.)`.
    pub currency: Option<String>,
    /// Cells that were not empty and could not be read as `kind`: (row, text as in the file).
    pub unread: Vec<(u32, String)>,
}

/// The cells, by storage.
#[derive(Clone, Debug)]
pub enum Cells {
    Text(TextCells),
    /// Integer, Decimal, Money, Percent, Time. A missing cell is NaN.
    Number(Vec<f64>),
    /// Missing is [`NO_DAY`].
    Day(Vec<i32>),
    /// Missing is [`NO_MOMENT`].
    Moment(Vec<i64>),
    /// 0, 1 or [`NO_FLAG`].
    Flag(Vec<u8>),
}

impl Column {
    /// The number in a row of a number column.
    pub fn number(&self, row: usize) -> Option<f64> {
        match &self.cells {
            Cells::Number(v) => v.get(row).copied().filter(|x| !x.is_nan()),
            _ => None,
        }
    }
    /// The calendar day in a row of a day or moment column.
    pub fn day(&self, row: usize) -> Option<Day> {
        match &self.cells {
            Cells::Day(v) => v.get(row).copied().filter(|d| *d != NO_DAY).map(Day),
            Cells::Moment(_) => self.moment(row).map(Moment::day),
            _ => None,
        }
    }
    /// The moment in a row; a day counts as its midnight.
    pub fn moment(&self, row: usize) -> Option<Moment> {
        match &self.cells {
            Cells::Moment(v) => v.get(row).copied().filter(|d| *d != NO_MOMENT).map(Moment),
            Cells::Day(_) => self.day(row).map(|d| Moment(i64::from(d.0) * 86_400)),
            _ => None,
        }
    }
    /// The text cells of a text column.
    pub fn text(&self) -> Option<&TextCells> {
        match &self.cells {
            Cells::Text(t) => Some(t),
            _ => None,
        }
    }
    /// Whether the cell holds nothing (or nothing that could be read).
    pub fn is_missing(&self, row: usize) -> bool {
        match &self.cells {
            Cells::Text(t) => t.codes.get(row).is_none_or(|c| *c == 0),
            Cells::Number(v) => v.get(row).is_none_or(|x| x.is_nan()),
            Cells::Day(v) => v.get(row).is_none_or(|d| *d == NO_DAY),
            Cells::Moment(v) => v.get(row).is_none_or(|d| *d == NO_MOMENT),
            Cells::Flag(v) => v.get(row).is_none_or(|f| *f == NO_FLAG),
        }
    }
    /// The cell as plain text, locale-free: ISO dates, full-precision numbers, empty when missing.
    pub fn plain_text(&self, row: usize) -> String {
        match &self.cells {
            Cells::Text(t) => t.get(row).to_owned(),
            Cells::Number(_) => match self.number(row) {
                Some(seconds) if self.kind == ColumnType::Time => clock_text(seconds),
                number => number.map(|x| x.to_string()).unwrap_or_default(),
            },
            Cells::Day(_) => self.day(row).map(|d| d.to_string()).unwrap_or_default(),
            Cells::Moment(_) => self.moment(row).map(|d| d.to_string()).unwrap_or_default(),
            Cells::Flag(v) => match v.get(row) {
                Some(0) => "false".to_owned(),
                Some(1) => "true".to_owned(),
                _ => String::new(),
            },
        }
    }
}

/// Text cells: one code a row into a dictionary. Code 0 is the missing (empty) cell.
#[derive(Clone, Debug, Default)]
pub struct TextCells {
    pub codes: Vec<u32>,
    pub dictionary: Dictionary,
}

impl TextCells {
    /// The text of a row; empty when missing.
    pub fn get(&self, row: usize) -> &str {
        self.codes.get(row).map_or("", |c| self.dictionary.get(*c))
    }
}

/// Distinct texts in order of first appearance; entry 0 is always the empty text.
#[derive(Clone, Debug)]
pub struct Dictionary {
    bytes: String,
    /// `ends[i]` closes entry i; entry i begins where entry i-1 ended.
    ends: Vec<u32>,
    /// Open addressing, a power of two long: the hash in the upper half and the code in the
    /// lower; 0 is free, since the empty text is found without looking. The hash beside the code
    /// spares a look at the text, which in a large dictionary is far away in memory.
    slots: Vec<u64>,
}

impl Default for Dictionary {
    fn default() -> Self {
        Dictionary { bytes: String::new(), ends: vec![0], slots: Vec::new() }
    }
}

/// The hash that a [`Dictionary`] places texts by.
pub fn text_hash(text: &str) -> u32 {
    FxBuildHasher.hash_one(text) as u32
}

impl Dictionary {
    /// How many entries, the empty one included.
    pub fn len(&self) -> usize {
        self.ends.len()
    }
    /// Whether nothing but the empty entry is held.
    pub fn is_empty(&self) -> bool {
        self.ends.len() <= 1
    }
    /// Length of all texts together; beyond 4 GiB they can't be told apart any more.
    pub fn byte_len(&self) -> usize {
        self.bytes.len()
    }
    /// The text of a code; empty for an unknown one.
    pub fn get(&self, code: u32) -> &str {
        slice(&self.bytes, &self.ends, code)
    }
    /// The code of a text that is already held.
    pub fn find(&self, text: &str) -> Option<u32> {
        if text.is_empty() { Some(0) } else { self.look(text, text_hash(text)).ok() }
    }
    /// The code of a text, taken in if it is new.
    pub fn intern(&mut self, text: &str) -> u32 {
        self.intern_hashed(text, text_hash(text))
    }
    /// As [`Dictionary::intern`], the hash being known.
    pub fn intern_hashed(&mut self, text: &str, hash: u32) -> u32 {
        if text.is_empty() {
            return 0;
        }
        // At most two thirds full, one more included.
        if self.slots.len() * 2 <= self.ends.len() * 3 {
            self.grow();
        }
        match self.look(text, hash) {
            Ok(code) => code,
            Err(free) => {
                let code = self.ends.len() as u32;
                self.bytes.push_str(text);
                self.ends.push(self.bytes.len() as u32);
                if let Some(slot) = self.slots.get_mut(free) {
                    *slot = u64::from(hash) << 32 | u64::from(code);
                }
                code
            }
        }
    }
    /// The text's code, or the free slot where it belongs.
    fn look(&self, text: &str, hash: u32) -> Result<u32, usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        while let Some(slot) = self.slots.get(at).copied().filter(|s| *s != 0) {
            if (slot >> 32) as u32 == hash && self.get(slot as u32) == text {
                return Ok(slot as u32);
            }
            at = (at + 1) & mask;
        }
        Err(at)
    }
    fn grow(&mut self) {
        let slots = vec![0; (self.slots.len() * 2).max(16)];
        let mask = slots.len() - 1;
        for slot in std::mem::replace(&mut self.slots, slots) {
            let mut at = (slot >> 32) as usize & mask;
            while self.slots.get(at).is_some_and(|s| *s != 0) {
                at = (at + 1) & mask;
            }
            if let Some(free) = self.slots.get_mut(at).filter(|_| slot != 0) {
                *free = slot;
            }
        }
    }
    /// Reads what [`Dictionary::intern_hashed`] will need for these hashes, so that memory is
    /// waited for once and not text by text.
    pub fn warm(&self, hashes: &[u32]) {
        let mask = self.slots.len().wrapping_sub(1);
        let code = |h: &u32| self.slots.get(*h as usize & mask).copied().unwrap_or(0) as u32;
        let begin = |h: &u32| {
            let before = (code(h) as usize).wrapping_sub(1);
            self.ends.get(before).copied().unwrap_or(0) as usize
        };
        let byte = |h: &u32| self.bytes.as_bytes().get(begin(h)).copied().unwrap_or(0);
        std::hint::black_box(hashes.iter().map(code).fold(0, |a, b| a ^ b));
        std::hint::black_box(hashes.iter().map(begin).fold(0, |a, b| a ^ b));
        std::hint::black_box(hashes.iter().map(byte).fold(0, |a, b| a ^ b));
    }
    /// All texts by code, the empty one first.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &str)> {
        (0..self.ends.len() as u32).map(|c| (c, self.get(c)))
    }
}

fn slice<'a>(bytes: &'a str, ends: &[u32], code: u32) -> &'a str {
    let i = code as usize;
    let begin = if i == 0 { 0 } else { ends.get(i - 1).copied().unwrap_or(0) as usize };
    let end = ends.get(i).copied().unwrap_or(0) as usize;
    bytes.get(begin..end).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_follow_first_appearance() {
        let mut d = Dictionary::default();
        let codes: Vec<u32> = ["b", "a", "", "b", "ё"].iter().map(|t| d.intern(t)).collect();
        assert_eq!(codes, [1, 2, 0, 1, 3]);
        assert_eq!((d.get(3), d.get(9), d.find("a"), d.find("z")), ("ё", "", Some(2), None));
        for n in 0..5000 {
            d.intern(&n.to_string());
        }
        assert_eq!(d.find("4999").map(|c| d.get(c).to_owned()), Some("4999".to_owned()));
    }
}
