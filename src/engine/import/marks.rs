//! The signs that divide and enclose cells, and how the quotes of one record stand: closed, closed
//! too early, or never closed.
//!
//! Not here: how they are found (`delimiter`, `enclosing`), cutting records (`record`).

use super::cut::Signs;
use super::standing::standing;

/// The signs that divide and enclose the cells of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    pub delimiter: u8,
    /// `None`: a quote is a character like any other.
    pub quote: Option<u8>,
    /// What takes its meaning from a quote inside quotes, besides doubling it: a backslash.
    pub escape: Option<u8>,
    /// Blanks may stand between a delimiter and the quote that opens a cell.
    pub padded: bool,
}

impl Marks {
    /// Doubled quotes, nothing between quote and delimiter.
    pub fn new(delimiter: u8, quote: Option<u8>) -> Marks {
        Marks { delimiter, quote, escape: None, padded: false }
    }

    /// The signs by which cells can be cut at once, where nothing but doubled quotes is meant.
    pub fn signs(self) -> Option<Signs> {
        let plain = self.escape.is_none() && self.delimiter != 0;
        plain.then_some(Signs { delimiter: self.delimiter, quote: self.quote })
    }

    /// Whether the byte may stand between a delimiter and a quote.
    pub fn pads(self, byte: u8) -> bool {
        self.padded && (byte == b' ' || byte == b'\t') && byte != self.delimiter
    }

    /// Whether the byte ends a cell that no quotes enclose.
    pub fn ends_cell(self, byte: u8) -> bool {
        byte == self.delimiter || byte == b'\n' || byte == b'\r'
    }
}

/// How the quotes of one record stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quotes {
    /// Each is closed before a delimiter or the record's end.
    Sound,
    /// One is closed in the middle of a cell: `"abc" def`.
    Stray,
    /// The text ends inside quotes.
    Open,
}

/// Looks at the quotes of a record, or of as much of it as is there.
pub fn quotes(text: &[u8], marks: Marks) -> Quotes {
    let found = standing(text, marks);
    match (found.open, found.stray) {
        (true, _) => Quotes::Open,
        (false, true) => Quotes::Stray,
        (false, false) => Quotes::Sound,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_quote_is_seen() {
        let marks = Marks::new(b',', Some(b'"'));
        assert_eq!(quotes(b"1,\"abc\nd", marks), Quotes::Open);
        assert_eq!(quotes(b"1,\"abc\nd\"e,2", marks), Quotes::Stray);
        assert_eq!(quotes(b"1,5\" pipe,\"a\"\"b\"", marks), Quotes::Sound);
    }
}
