//! Where each record of the file was found and what became of it, for those who want to see the
//! file again beside its table: asked for before the import, kept while it reads.
//!
//! Not here: seeing it again (`replay`).

use super::AsideReason;
use super::marks::Marks;
use super::record::Record;
use encoding_rs::Encoding;

/// What quotes mean in a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoting {
    /// They enclose cells.
    Usual,
    /// Plain characters: it is one line of those that an unclosed quote had joined.
    Recovered,
    /// Plain characters: quotes mean nothing from some record on.
    Plain,
}

/// Where one record stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Traced {
    /// Offset in the decoded text, and length there, line ends aside.
    pub begin: u64,
    pub length: u32,
    pub number: u32,
    pub line: u32,
    pub quotes: Quoting,
}

/// All records of a file in their order, and which of them are not rows.
#[derive(Clone, Debug)]
pub struct Trace {
    pub marks: Marks,
    /// How decoding began: the encoding if it was settled at once, and the length of the mark.
    pub begun: (Option<&'static Encoding>, usize),
    pub records: Vec<Traced>,
    /// Numbers of the records that make up the headers.
    pub header: Vec<u32>,
    /// Numbers of the records that were set aside, in no order.
    pub aside: Vec<(u32, AsideReason)>,
}

impl Trace {
    pub fn new(marks: Marks, begun: (Option<&'static Encoding>, usize)) -> Trace {
        Trace { marks, begun, records: Vec::new(), header: Vec::new(), aside: Vec::new() }
    }

    /// Notes a complete record. `raw` is its text, perhaps with line ends around it, and begins at
    /// `begin` of the decoded text.
    pub fn record(&mut self, record: &Record, raw: &str, begin: u64, quotes: Quoting) {
        let solid = raw.trim_start_matches(['\r', '\n']);
        let begin = begin + (raw.len() - solid.len()) as u64;
        let length = solid.trim_end_matches(['\r', '\n']).len();
        // A record is refused long before its length needs more than 32 bits.
        let length = u32::try_from(length).unwrap_or(u32::MAX);
        let (number, line) = (record.number, record.line);
        self.records.push(Traced { begin, length, number, line, quotes });
    }
}
