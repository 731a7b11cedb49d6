//! Text to csv records, resumable at any byte: a record may arrive in as many pieces as it likes.
//!
//! Not here: which records are rows of the table (`rows`, `tail`).

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// One csv record; its buffers are used again for later records.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// 1-based position among the records of the file.
    pub number: u32,
    /// 1-based physical line on which it begins.
    pub line: u32,
    bytes: Vec<u8>,
    used: usize,
    ends: Vec<usize>,
    cells: usize,
}

impl Record {
    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.cells
    }
    /// Length of all cells together.
    pub fn byte_len(&self) -> usize {
        self.used
    }
    /// All cells, one after the other.
    pub fn text(&self) -> &str {
        // Records are cut from valid text at ASCII bytes, so this always succeeds.
        std::str::from_utf8(self.bytes.get(..self.used).unwrap_or_default()).unwrap_or_default()
    }
    /// Where each cell ends in [`Record::text`].
    pub fn ends(&self) -> &[usize] {
        self.ends.get(..self.cells).unwrap_or_default()
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
    /// Whether no cell holds anything but blanks.
    pub fn is_blank(&self) -> bool {
        self.bytes.get(..self.used).is_none_or(|b| b.trim_ascii().is_empty())
            || self.text().trim().is_empty()
    }
    /// Whether its buffers are small enough to be kept for another record.
    pub fn is_light(&self) -> bool {
        self.bytes.len() <= 1 << 16 && self.ends.len() <= 1 << 16
    }
    fn clear(&mut self) {
        (self.used, self.cells) = (0, 0);
    }
    /// Makes room for at least one more byte and one more cell.
    fn grow(&mut self) {
        if self.bytes.len() < self.used + 64 {
            self.bytes.resize((self.bytes.len() * 2).max(512), 0);
        }
        if self.ends.len() < self.cells + 8 {
            self.ends.resize((self.ends.len() * 2).max(32), 0);
        }
    }
}

/// The separator and the quote of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    pub delimiter: u8,
    pub quote: u8,
}

impl Marks {
    fn reader(self, quoting: bool) -> Reader {
        let mut builder = ReaderBuilder::new();
        builder.delimiter(self.delimiter).quote(self.quote).quoting(quoting).build()
    }
}

/// Cuts text into records and counts lines.
#[derive(Debug)]
pub struct Splitter {
    marks: Marks,
    reader: Reader,
    /// Takes quotes for plain characters; making a reader is dear.
    plain: Box<Reader>,
    /// Inside a record: its first byte was seen.
    begun: bool,
    /// 1-based line of the next byte.
    line: u32,
    /// The byte before the next one was a CR that already counted as the end of a line.
    after_cr: bool,
    records: u32,
}

impl Splitter {
    pub fn new(marks: Marks) -> Splitter {
        let mut splitter = Splitter {
            marks,
            reader: marks.reader(true),
            plain: Box::new(marks.reader(false)),
            begun: false,
            line: 1,
            after_cr: false,
            records: 0,
        };
        splitter.restart();
        splitter
    }

    fn restart(&mut self) {
        self.reader.reset();
        // A byte order mark was removed by the decoder; another one is a character.
        let _ = self.reader.read_record(b"\n", &mut [0], &mut [0]);
        self.begun = false;
    }

    /// Whether a record is under way.
    pub fn is_inside(&self) -> bool {
        self.begun
    }

    /// 1-based line of the next byte.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// Quotes are plain characters from here on.
    pub fn without_quotes(&mut self) {
        self.reader = self.marks.reader(false);
        self.restart();
    }

    /// Takes bytes from `input` until a record is complete or the input is used up.
    /// Returns how many were taken, and whether `record` is complete.
    pub fn read(&mut self, input: &[u8], record: &mut Record) -> (usize, bool) {
        let mut taken = 0;
        if !self.begun {
            taken = self.skip_line_ends(input);
            if taken == input.len() {
                return (taken, false);
            }
            self.begin(record);
        }
        loop {
            let rest = input.get(taken..).unwrap_or_default();
            if rest.is_empty() {
                return (taken, false);
            }
            record.grow();
            let (result, bytes_in, complete) = self.feed(rest, record);
            taken += bytes_in;
            if complete {
                let last = rest.get(bytes_in.saturating_sub(1)).copied();
                self.end(last == Some(b'\r'));
                return (taken, true);
            }
            if matches!(result, ReadRecordResult::End) {
                return (taken, false);
            }
        }
    }

    /// Nothing follows: completes the last record, if one was begun.
    pub fn finish(&mut self, record: &mut Record) -> bool {
        if !self.begun {
            return false;
        }
        record.grow();
        let (_, _, complete) = self.feed(&[], record);
        self.begun = false;
        complete
    }

    /// Reads one line as a record in which quotes are plain characters, for a record whose quote
    /// is never closed. `line` goes from the record's first byte to before its line end.
    pub fn read_plain(&mut self, line: &[u8], record: &mut Record) {
        (self.line, self.after_cr) = (record.line, false);
        record.clear();
        std::mem::swap(&mut self.reader, &mut *self.plain);
        self.restart();
        let mut rest = line;
        while !rest.is_empty() {
            record.grow();
            let (_, taken, _) = self.feed(rest, record);
            rest = rest.get(taken..).unwrap_or_default();
        }
        record.grow();
        self.feed(&[], record);
        std::mem::swap(&mut self.reader, &mut *self.plain);
        self.restart();
    }

    fn feed(&mut self, input: &[u8], record: &mut Record) -> (ReadRecordResult, usize, bool) {
        let before = self.reader.line();
        let (result, taken, out, ends) = self.reader.read_record(
            input,
            record.bytes.get_mut(record.used..).unwrap_or_default(),
            record.ends.get_mut(record.cells..).unwrap_or_default(),
        );
        record.used += out;
        record.cells += ends;
        self.line += (self.reader.line() - before) as u32;
        let complete = matches!(result, ReadRecordResult::Record);
        (result, taken, complete)
    }

    fn begin(&mut self, record: &mut Record) {
        self.begun = true;
        self.records += 1;
        record.clear();
        (record.number, record.line) = (self.records, self.line);
    }

    fn end(&mut self, by_cr: bool) {
        self.begun = false;
        if by_cr {
            self.line += 1;
        }
        self.after_cr = by_cr;
    }

    /// Line ends before a record: blank lines, and the LF of a CRLF.
    fn skip_line_ends(&mut self, input: &[u8]) -> usize {
        let mut taken = 0;
        for byte in input {
            match byte {
                b'\n' if self.after_cr => self.after_cr = false,
                b'\n' => self.line += 1,
                b'\r' => {
                    self.line += 1;
                    self.after_cr = true;
                }
                _ => {
                    self.after_cr = false;
                    break;
                }
            }
            taken += 1;
        }
        taken
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
    let (mut inside, mut cell_start, mut stray) = (false, true, false);
    let mut bytes = text.iter().peekable();
    while let Some(byte) = bytes.next() {
        let ends_cell = |b: u8| b == marks.delimiter || b == b'\n' || b == b'\r';
        if inside {
            if *byte == marks.quote && bytes.next_if(|b| **b == marks.quote).is_none() {
                (inside, cell_start) = (false, false);
                stray |= bytes.peek().is_some_and(|b| !ends_cell(**b));
            }
        } else if cell_start && *byte == marks.quote {
            inside = true;
        } else {
            cell_start = ends_cell(*byte);
        }
    }
    match (inside, stray) {
        (true, _) => Quotes::Open,
        (false, true) => Quotes::Stray,
        (false, false) => Quotes::Sound,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str, size: usize) -> Vec<(u32, u32, Vec<String>)> {
        let mut splitter = Splitter::new(Marks { delimiter: b',', quote: b'"' });
        let (mut record, mut found) = (Record::default(), Vec::new());
        for chunk in text.as_bytes().chunks(size) {
            let mut rest = chunk;
            while !rest.is_empty() {
                let (taken, complete) = splitter.read(rest, &mut record);
                rest = &rest[taken..];
                if complete {
                    found.push((record.number, record.line, record.to_cells()));
                }
            }
        }
        if splitter.finish(&mut record) {
            found.push((record.number, record.line, record.to_cells()));
        }
        found
    }

    #[test]
    fn records_lines_and_quotes_at_any_split() {
        let text = "a,b\r\n\r\n\"x\r\ny\",\"q\"\"q\"\r\nlast,\n\nc\rd,\"\"";
        let cells = |v: &[&str]| v.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
        let expected = [
            (1, 1, cells(&["a", "b"])),
            (2, 3, cells(&["x\r\ny", "q\"q"])),
            (3, 5, cells(&["last", ""])),
            (4, 7, cells(&["c"])),
            (5, 8, cells(&["d", ""])),
        ];
        for size in 1..=text.len() {
            assert_eq!(split(text, size), expected, "pieces of {size}");
        }
    }

    #[test]
    fn an_open_quote_is_seen() {
        let marks = Marks { delimiter: b',', quote: b'"' };
        assert_eq!(quotes(b"1,\"abc\nd", marks), Quotes::Open);
        assert_eq!(quotes(b"1,\"abc\nd\"e,2", marks), Quotes::Stray);
        assert_eq!(quotes(b"1,5\" pipe,\"a\"\"b\"", marks), Quotes::Sound);
    }
}
