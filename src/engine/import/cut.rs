//! The quick way through regular records: 64 bytes at once, cells where they stand in the text.
//!
//! Takes only what can be read in one way: as many cells as the table has columns, quotes around
//! whole cells and doubled inside, lines that end with LF or CRLF. At the first record that is
//! anything else it stops, and `splitter` reads that one; so both ways give the same cells.

use super::mask::{Chunk, places};

/// A cell in which quotes are doubled, beside where it ends.
const DOUBLED: u32 = 1 << 31;

/// The signs that divide a text.
#[derive(Clone, Copy, Debug)]
pub struct Signs {
    pub delimiter: u8,
    /// `None`: quotes mean nothing.
    pub quote: Option<u8>,
}

/// Where the cells of some records stand.
#[derive(Debug, Default)]
pub struct Cuts {
    /// How many cells each record has.
    width: usize,
    /// Where the first record begins, then where each cell's successor begins.
    next: Vec<u32>,
    /// The line ends before each record and before the one that follows.
    lines: Vec<u32>,
    /// Whether records ended with LF, with CRLF.
    pub newlines: [bool; 2],
}

/// A cell as it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub begin: usize,
    pub end: usize,
    /// Quotes are doubled in it.
    pub doubled: bool,
}

impl Cuts {
    /// How many records were cut.
    pub fn len(&self) -> usize {
        self.lines.len().saturating_sub(1)
    }
    /// Keeps the first records only.
    pub fn truncate(&mut self, records: usize) {
        self.lines.truncate(records + 1);
        self.next.truncate(records * self.width + 1);
    }
    /// Where in the text the first record stands that was not cut.
    pub fn end(&self) -> usize {
        self.next.last().map_or(0, |n| (n & !DOUBLED) as usize)
    }
    /// Line ends before a record.
    pub fn lines_before(&self, record: usize) -> u32 {
        self.lines.get(record).copied().unwrap_or(0)
    }
    /// A cell, with the quotes and the CR that may stand around it.
    #[inline(always)]
    pub fn cell(&self, record: usize, column: usize) -> Cell {
        let at = record * self.width + column;
        match self.next.get(at..at + 2) {
            Some([begin, next]) => Cell {
                begin: (begin & !DOUBLED) as usize,
                end: (next & !DOUBLED) as usize - 1,
                doubled: next & DOUBLED != 0,
            },
            _ => Cell { begin: 0, end: 0, doubled: false },
        }
    }
}

/// What is carried from chunk to chunk; a single bit, or all of them.
struct Carry {
    /// The next byte is inside quotes.
    inside: u64,
    /// The last byte was a delimiter or a line end between cells, or nothing is before.
    divided: u64,
    closed: u64,
    cr: u64,
    /// The cell under way holds doubled quotes.
    doubled: bool,
}

/// The bits of one chunk by their meaning.
struct Marked {
    /// Delimiters and line ends between cells.
    dividers: u64,
    /// Line ends between records, and all of them.
    ends: u64,
    lines: u64,
    /// Behind a CR.
    after_cr: u64,
    /// Second quotes of a pair.
    doubled: u64,
    /// Something that only the slow way can tell.
    odd: bool,
}

/// Cuts whole records of `width` cells off the beginning of a text, where a record begins.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn cut(text: &[u8], signs: Signs, width: usize, cuts: &mut Cuts) {
    (cuts.width, cuts.newlines) = (width, [false; 2]);
    cuts.next.clear();
    cuts.next.push(0);
    cuts.lines.clear();
    cuts.lines.push(0);
    let mut carry = Carry { inside: 0, divided: 1, closed: 0, cr: 0, doubled: false };
    let (chunks, rest) = text.as_chunks::<64>();
    // The last bytes are filled up with zeros, which are no sign of anything.
    let mut last: Chunk = [0; 64];
    last.iter_mut().zip(rest).for_each(|(to, byte)| *to = *byte);
    let mut lines = 0;
    for (i, chunk) in chunks.iter().chain(std::iter::once(&last)).enumerate() {
        let marked = mark(chunk, signs, &mut carry);
        if marked.odd {
            break;
        }
        let before = cuts.next.len();
        push(&mut cuts.next, (i * 64) as u32 + 1, &marked, &mut carry);
        if marked.ends != 0 && !cuts.end_records(text, &marked, before, lines, signs) {
            break;
        }
        lines += marked.lines.count_ones();
    }
    cuts.truncate(cuts.len());
}

impl Cuts {
    /// Takes in the records that end in a chunk; `before`: how many places there were before it.
    /// Whether all of them are regular.
    fn end_records(
        &mut self,
        text: &[u8],
        marked: &Marked,
        before: usize,
        lines: u32,
        signs: Signs,
    ) -> bool {
        let mut ends = marked.ends;
        while ends != 0 {
            let end = ends & ends.wrapping_neg();
            let through = end | (end - 1);
            let begin = self.len() * self.width;
            let places = before + (marked.dividers & through).count_ones() as usize;
            let first = self.next.get(begin).map_or(0, |n| n & !DOUBLED) as usize;
            if places != begin + self.width + 1 || may_be_blank(text.get(first..), signs) {
                return false;
            }
            let crlf = usize::from(marked.after_cr & end != 0);
            self.newlines = [self.newlines[0] | (crlf == 0), self.newlines[1] | (crlf == 1)];
            self.lines.push(lines + (marked.lines & through).count_ones());
            ends &= ends - 1;
        }
        true
    }
}

/// Puts down where the cells behind a chunk's dividers begin. `after`: the place behind its
/// first byte.
#[inline(always)]
fn push(next: &mut Vec<u32>, after: u32, marked: &Marked, carry: &mut Carry) {
    let mut dividers = marked.dividers;
    if marked.doubled == 0 && !carry.doubled {
        while dividers != 0 {
            next.push(after + dividers.trailing_zeros());
            dividers &= dividers - 1;
        }
        return;
    }
    let mut doubled = marked.doubled;
    while dividers != 0 {
        let below = (dividers & dividers.wrapping_neg()) - 1;
        let holds = carry.doubled || doubled & below != 0;
        next.push((after + dividers.trailing_zeros()) | if holds { DOUBLED } else { 0 });
        carry.doubled = false;
        doubled &= !below;
        dividers &= dividers - 1;
    }
    carry.doubled |= doubled != 0;
}

#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"), inline)]
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
fn mark(chunk: &Chunk, signs: Signs, carry: &mut Carry) -> Marked {
    let lines = places(chunk, b'\n');
    let crs = places(chunk, b'\r');
    let quotes = signs.quote.map_or(0, |quote| places(chunk, quote));
    let delimiters = places(chunk, signs.delimiter);
    let after_cr = crs << 1 | carry.cr;
    let inside = if quotes == 0 { carry.inside } else { from_each(quotes) ^ carry.inside };
    let (opening, closing) = (quotes & inside, quotes & !inside);
    let dividers = (delimiters | lines) & !inside;
    // A quote opens at the beginning of a cell, or right behind one that seemed to close.
    let doubled = opening & (closing << 1 | carry.closed);
    let misplaced = opening & !(dividers << 1 | carry.divided) & !doubled;
    // What follows a closing quote is a divider, a line end or the other quote of a pair.
    let behind = (closing << 1 | carry.closed) & !(dividers | (crs & !inside) | opening);
    let lone_cr = after_cr & !lines;
    *carry = Carry {
        inside: ((inside as i64) >> 63) as u64,
        divided: dividers >> 63,
        closed: closing >> 63,
        cr: crs >> 63,
        doubled: carry.doubled,
    };
    Marked {
        dividers,
        ends: lines & !inside,
        lines,
        after_cr,
        doubled,
        odd: misplaced | behind | lone_cr != 0,
    }
}

/// From each odd bit that is set up to the next one, itself included and the next one not.
#[inline(always)]
fn from_each(mut bits: u64) -> u64 {
    for shift in [1, 2, 4, 8, 16, 32] {
        bits ^= bits << shift;
    }
    bits
}

/// Whether a record may hold nothing but blanks; a first letter or digit says that it does not.
#[inline(always)]
fn may_be_blank(record: Option<&[u8]>, signs: Signs) -> bool {
    let record = record.unwrap_or_default();
    let says = |b: &u8| {
        (matches!(b, 0x21..0x7f) && *b != signs.delimiter && Some(*b) != signs.quote)
            || matches!(b, 0xc3..0xe0)
    };
    let line_end = |b: &&u8| **b != b'\n';
    !record.first().is_some_and(says) && !record.iter().take_while(line_end).any(says)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str, width: usize) -> (Vec<Vec<String>>, usize, Vec<u32>) {
        let signs = Signs { delimiter: b',', quote: Some(b'"') };
        let mut cuts = Cuts::default();
        cut(text.as_bytes(), signs, width, &mut cuts);
        let cell = |r, c| {
            let cell = cuts.cell(r, c);
            format!("{}{}", if cell.doubled { "!" } else { "" }, &text[cell.begin..cell.end])
        };
        let rows = (0..cuts.len()).map(|r| (0..width).map(|c| cell(r, c)).collect()).collect();
        (rows, cuts.end(), cuts.lines.clone())
    }

    #[test]
    fn regular_records_are_cut_at_any_place() {
        for shift in 0..130 {
            let first = "x".repeat(shift + 1);
            let text = format!("{first},1\n\"a,\nb\",\"q\"\"q\"\r\n2,\"\"\nrest,");
            let (rows, end, lines) = cells(&text, 2);
            let wanted = [[first.as_str(), "1"], ["\"a,\nb\"", "!\"q\"\"q\"\r"], ["2", "\"\""]];
            assert_eq!(rows, wanted, "{shift}");
            assert_eq!((&text[end..], lines), ("rest,", vec![0, 1, 3, 4]));
        }
    }

    #[test]
    fn what_is_not_regular_is_left() {
        let good = format!("{},2\n", "1".repeat(100));
        for odd in [
            "5\" pipe,1\n",
            "\"a\"b,1\n",
            "1,2,3\n",
            "1\n",
            "\n",
            ",\n",
            "\" \",\n",
            "a,b\rc,d\n",
            "\"open,1\n",
            "\"a\rb\",1\n",
            " \"a\",1\n",
            "\u{a0},\n",
        ] {
            let (rows, end, _) = cells(&format!("{good}{odd}{good}"), 2);
            assert!(rows.len() <= 1, "{odd:?}");
            assert!(end == 0 || end == good.len(), "{odd:?}");
            assert_eq!(cells(&format!("{good}{}", "a,b\n".repeat(40)), 2).0.len(), 41);
        }
    }
}
