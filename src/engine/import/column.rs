//! A column whose cells are still texts: each cell a code into the column's dictionary.
//!
//! Where texts repeat, a cell is looked up as it comes. Where nearly every one is new (numbers of
//! deals, amounts) looking is dear and finds nothing: such a column goes *loose*, its texts are put
//! down one behind the other, and `settle` finds equal ones at the end.

use super::super::table::{Codes, Dictionary};
use super::cut::{Cell, Cuts, Signs};
use super::intern::{Interner, Key};
use std::ops::Range;

/// A dictionary of this size is far away in memory.
const LARGE: usize = 1 << 16;
/// How many cells are taken in at once where they are cut from the text: what is known of them
/// stays near.
pub const CUT_BATCH: usize = 256;
/// Beside a place: it is in the column's own scratch and not in the text.
const IN_SCRATCH: u32 = 1 << 31;
/// How many cells are looked at before it is decided anew whether texts repeat.
const WINDOW: u32 = 1 << 14;

/// A column whose cells are still texts.
#[derive(Clone, Debug, Default)]
pub struct RawColumn {
    pub header: String,
    pub codes: Codes,
    pub dictionary: Dictionary,
    /// How many cells are empty.
    pub blanks: u32,
    interner: Interner,
    /// Texts are put down without looking.
    loose: bool,
    /// Each text so far is greater than the one before: none can be there twice.
    ascending: bool,
    /// Cells and new texts of the present window.
    window: (u32, u32),
    scratch: Scratch,
}

/// What is used again from batch to batch.
#[derive(Clone, Debug, Default)]
struct Scratch {
    /// Cells in which quotes were doubled.
    text: String,
    spans: Vec<(u32, u32)>,
    keys: Vec<Key>,
    codes: Vec<u32>,
}

impl RawColumn {
    pub fn new(header: String) -> RawColumn {
        RawColumn { header, ..RawColumn::default() }
    }

    /// Whether a text may stand in the dictionary more than once.
    pub fn may_repeat(&self) -> bool {
        self.loose && !self.ascending
    }

    /// Takes in one cell of each row.
    pub fn push<'a>(&mut self, rows: impl Iterator<Item = &'a str>) {
        for text in rows {
            let code = self.code(text, 0, text.len());
            self.blanks += u32::from(code == 0);
            self.codes.push(code);
            self.count(1, u32::from(code as usize + 1 == self.dictionary.len()));
        }
    }

    /// Takes in the cells of some records where they stand in the text, at most [`CUT_BATCH`].
    /// Whether one was in quotes.
    pub fn take(
        &mut self,
        text: &str,
        cuts: &Cuts,
        signs: Signs,
        at: usize,
        rows: Range<usize>,
    ) -> bool {
        let mut quoted = false;
        let mut scratch = std::mem::take(&mut self.scratch);
        let Scratch { text: halved, spans, keys, codes } = &mut scratch;
        halved.clear();
        spans.clear();
        let mut span = |record| span_of(text, cuts.cell(record, at), signs, halved, &mut quoted);
        spans.extend(rows.map(&mut span));
        let before = self.dictionary.len();
        codes.clear();
        if self.loose {
            codes.extend(spans.iter().map(|(begin, end)| {
                let (text, begin, end) = resolve(text, halved, *begin, *end);
                let cell = text.get(begin..end).filter(|cell| !cell.is_empty());
                cell.map_or(0, |cell| self.append(cell))
            }));
        } else {
            keys.clear();
            keys.extend(spans.iter().map(|(begin, end)| {
                let (text, begin, end) = resolve(text, halved, *begin, *end);
                Key::of(text.as_bytes(), begin, end)
            }));
            if self.interner.is_large() {
                self.interner.warm(keys, self.dictionary.bytes());
            }
            codes.extend(spans.iter().zip(keys.iter()).map(|((begin, end), key)| {
                let (text, begin, end) = resolve(text, halved, *begin, *end);
                self.interner.code(*key, text, begin..end, &mut self.dictionary)
            }));
        }
        self.blanks += codes.iter().map(|c| u32::from(*c == 0)).sum::<u32>();
        self.codes.extend(codes);
        self.count(codes.len() as u32, (self.dictionary.len() - before) as u32);
        self.scratch = scratch;
        quoted
    }

    #[inline(always)]
    fn code(&mut self, text: &str, begin: usize, end: usize) -> u32 {
        let (begin, end) = trim(text, begin, end);
        if self.loose {
            if begin == end {
                return 0;
            }
            return self.append(text.get(begin..end).unwrap_or_default());
        }
        let key = Key::of(text.as_bytes(), begin, end);
        self.interner.code(key, text, begin..end, &mut self.dictionary)
    }

    fn append(&mut self, text: &str) -> u32 {
        if self.ascending {
            let last = self.dictionary.get(self.dictionary.len() as u32 - 1);
            self.ascending = is_greater(text, last);
        }
        self.dictionary.append(text)
    }

    fn count(&mut self, cells: u32, new: u32) {
        self.window = (self.window.0 + cells, self.window.1 + new);
        if self.window.0 >= WINDOW {
            let (cells, new) = std::mem::take(&mut self.window);
            if !self.loose && self.dictionary.len() > LARGE && new > cells / 4 * 3 {
                self.set_loose();
            }
        }
    }

    pub(super) fn set_loose(&mut self) {
        self.loose = true;
        self.interner = Interner::default();
        let texts = || self.dictionary.iter().map(|(_, text)| text);
        self.ascending = texts().zip(texts().skip(1)).all(|(a, b)| is_greater(b, a));
    }
}

/// Where the text of a cell stands without what is around it; in `scratch` where it could not
/// be left as it is.
#[inline(always)]
fn span_of(
    text: &str,
    cell: Cell,
    signs: Signs,
    scratch: &mut String,
    quoted: &mut bool,
) -> (u32, u32) {
    let (mut begin, mut end) = (cell.begin, cell.end);
    let byte = |at: usize| text.as_bytes().get(at).copied();
    // Outside quotes a CR only stands before the LF that ends the record.
    if end > begin && byte(end - 1) == Some(b'\r') {
        end -= 1;
    }
    if end > begin && signs.quote.is_some() && byte(begin) == signs.quote {
        *quoted = true;
        (begin, end) = (begin + 1, (end - 1).max(begin + 1));
        if cell.doubled {
            let from = scratch.len();
            halve(text.get(begin..end).unwrap_or_default(), signs, scratch);
            let (begin, end) = trim(scratch, from, scratch.len());
            return (begin as u32 | IN_SCRATCH, end as u32 | IN_SCRATCH);
        }
    }
    let (begin, end) = trim(text, begin, end);
    (begin as u32, end as u32)
}

/// The text that a span stands in, and its place there.
#[inline(always)]
fn resolve<'a>(text: &'a str, scratch: &'a str, begin: u32, end: u32) -> (&'a str, usize, usize) {
    let plain = |at: u32| (at & !IN_SCRATCH) as usize;
    (if begin & IN_SCRATCH == 0 { text } else { scratch }, plain(begin), plain(end))
}

/// Puts down a text with one quote for each two.
#[inline(never)]
fn halve(text: &str, signs: Signs, plain: &mut String) {
    let (mut from, mut at) = (0, 0);
    while let Some(byte) = text.as_bytes().get(at) {
        at += 1;
        if Some(*byte) == signs.quote {
            // The first of the two ends a piece, the second is passed over.
            plain.push_str(text.get(from..at).unwrap_or_default());
            at += 1;
            from = at;
        }
    }
    plain.push_str(text.get(from..).unwrap_or_default());
}

/// Whether a text comes behind another, longer ones behind shorter ones.
fn is_greater(text: &str, other: &str) -> bool {
    (text.len(), text.as_bytes()) > (other.len(), other.as_bytes())
}

/// Blanks of any kind off both ends; the quick look covers nearly every cell.
#[inline(always)]
fn trim(text: &str, begin: usize, end: usize) -> (usize, usize) {
    let byte = |at: usize| text.as_bytes().get(at).copied().unwrap_or(b' ');
    let solid = |b: u8| (0x21..0x7f).contains(&b);
    // Not `||`: whether a cell is empty can't be foretold.
    if (begin >= end) | (solid(byte(begin)) & solid(byte(end.wrapping_sub(1)))) {
        return (begin, end.max(begin));
    }
    trim_slowly(text, begin, end)
}

#[inline(never)]
fn trim_slowly(text: &str, begin: usize, end: usize) -> (usize, usize) {
    let byte = |at: usize| text.as_bytes().get(at).copied().unwrap_or(b' ');
    let solid = |b: u8| (0x21..0x7f).contains(&b);
    // Two bytes beginning so are a letter; blanks beyond ASCII begin otherwise.
    let letter = |b: u8| (0xc3..0xe0).contains(&b);
    let last = byte(end - 1);
    if (solid(byte(begin)) || letter(byte(begin)))
        && (solid(last) || (last >= 0x80 && end - begin >= 2 && letter(byte(end - 2))))
    {
        return (begin, end);
    }
    let cell = text.get(begin..end).unwrap_or_default();
    let rest = cell.trim_start_matches(is_blank);
    let begin = end - rest.len();
    (begin, begin + rest.trim_end_matches(is_blank).len())
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}'
}

/// A cell without the blanks around it.
pub fn trimmed(cell: &str) -> &str {
    let (begin, end) = trim(cell, 0, cell.len());
    cell.get(begin..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_of_any_kind_come_off() {
        for (cell, wanted) in [
            ("", ""),
            (" ", ""),
            ("\u{a0}", ""),
            ("\u{85}é\u{85}", "é"),
            ("Имя ", "Имя"),
            ("\u{200b}Имя\u{2009}", "Имя"),
            ("€", "€"),
            ("\u{feff}x y\t", "x y"),
            ("é", "é"),
        ] {
            assert_eq!(trimmed(cell), wanted, "{cell:?}");
            assert_eq!(trimmed(cell), cell.trim_matches(is_blank), "{cell:?}");
        }
    }

    #[test]
    fn a_column_of_new_texts_goes_loose_and_back_to_one_code_a_text() {
        let mut rising = RawColumn::new("id".to_owned());
        let mut mixed = RawColumn::new("amount".to_owned());
        let numbers: Vec<String> = (1_000_000..1_200_000).map(|n: u64| n.to_string()).collect();
        let wild: Vec<String> = (0..200_000u64)
            .map(|n| (n.wrapping_mul(0x9e37_79b9) % 9_999_991).to_string())
            .collect();
        rising.push(numbers.iter().map(String::as_str));
        mixed.push(wild.iter().map(String::as_str));
        assert!(rising.loose && !rising.may_repeat());
        assert!(mixed.may_repeat());
        assert_eq!(mixed.dictionary.get(mixed.codes.get(150_000)), wild[150_000]);
    }
}
