//! One csv record: its cells, and where it stands in the file.
//!
//! Not here: how it is cut (`splitter`), which records are rows of the table (`rows`, `tail`).

/// One csv record; its buffers are used again for later records.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// 1-based position among the records of the file.
    pub number: u32,
    /// 1-based physical line on which it begins.
    pub line: u32,
    /// Text stands in a cell behind the quote that closes it (`stray`).
    pub stray: bool,
    pub(super) bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Record {
    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.ends.len()
    }
    /// Length of all cells together.
    pub fn byte_len(&self) -> usize {
        self.bytes.len()
    }
    /// All cells, one after the other.
    pub fn text(&self) -> &str {
        // Records are cut from valid text at ASCII bytes, so this always succeeds.
        std::str::from_utf8(&self.bytes).unwrap_or_default()
    }
    /// Where each cell ends in [`Record::text`].
    pub fn ends(&self) -> &[usize] {
        &self.ends
    }
    /// The cells, quotes removed, blanks kept.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        let text = self.text();
        let begins = std::iter::once(0).chain(self.ends().iter().copied());
        begins.zip(self.ends()).map(move |(begin, end)| text.get(begin..*end).unwrap_or_default())
    }
    /// The cells as owned texts.
    pub fn to_cells(&self) -> Vec<String> {
        self.cells().map(str::to_owned).collect()
    }
    /// The same record with other cells.
    pub fn with_cells(&self, cells: &[String]) -> Record {
        let mut record = Record { number: self.number, line: self.line, ..Record::default() };
        for cell in cells {
            record.bytes.extend_from_slice(cell.as_bytes());
            record.end_cell();
        }
        record
    }
    /// Whether no cell holds anything but blanks.
    pub fn is_blank(&self) -> bool {
        self.bytes.trim_ascii().is_empty() || self.text().trim().is_empty()
    }
    /// Whether it is the sign by which DOS programs end a file.
    pub fn is_end_mark(&self) -> bool {
        self.bytes.starts_with(b"\x1a") && self.bytes.iter().all(|b| *b == 0x1a)
    }
    /// Whether its buffers are small enough to be kept for another record.
    pub fn is_light(&self) -> bool {
        self.bytes.capacity() <= 1 << 16 && self.ends.capacity() <= 1 << 16
    }
    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
        self.stray = false;
    }
    pub(super) fn end_cell(&mut self) {
        self.ends.push(self.bytes.len());
    }
    /// Takes blanks back that stood before a quote.
    pub(super) fn drop_cell(&mut self) {
        self.bytes.truncate(self.ends.last().copied().unwrap_or(0));
    }
}
