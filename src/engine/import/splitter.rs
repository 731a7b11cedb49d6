//! Text to csv records, resumable at any byte: a record may arrive in as many pieces as it likes.
//!
//! Not here: which signs divide it (`marks`), text behind the quote that closes a cell (`stray`).

use super::Newline;
use super::marks::Marks;
use super::record::Record;

/// Where in a cell the next byte stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Nothing of the cell but padding was seen.
    Start,
    Plain,
    Quoted,
    /// Behind a quote inside quotes: it ends them, unless another one follows.
    Quote,
    /// Behind the quote that ended them, and blanks.
    Closed,
    /// Behind an escape inside quotes.
    Escape,
}

/// Cuts text into records and counts lines.
#[derive(Debug)]
pub struct Splitter {
    marks: Marks,
    place: Place,
    /// Inside a record: its first byte was seen.
    begun: bool,
    /// 1-based line of the next byte.
    line: u32,
    /// The byte before the next one was a CR that already counted as the end of a line.
    after_cr: bool,
    records: u32,
    /// A cell was enclosed in quotes.
    quoted: bool,
    /// Whether records ended with LF, CRLF, CR.
    newlines: [bool; 3],
}

impl Splitter {
    pub fn new(marks: Marks) -> Splitter {
        Splitter {
            marks,
            place: Place::Start,
            begun: false,
            line: 1,
            after_cr: false,
            records: 0,
            quoted: false,
            newlines: [false; 3],
        }
    }

    /// Whether a record is under way.
    pub fn is_inside(&self) -> bool {
        self.begun
    }

    /// 1-based line of the next byte.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// Whether any cell so far was enclosed in quotes.
    pub fn has_quoted(&self) -> bool {
        self.quoted
    }

    /// How the lines so far ended, line ends inside quotes aside.
    pub fn newline(&self) -> Newline {
        let [lf, crlf, cr] = self.newlines;
        match (lf, crlf, cr || (self.after_cr && !self.begun)) {
            (_, false, false) => Newline::Lf,
            (false, true, false) => Newline::CrLf,
            (false, false, true) => Newline::Cr,
            _ => Newline::Mixed,
        }
    }

    /// How many records were begun.
    pub fn records(&self) -> u32 {
        self.records
    }

    /// Records with so many line ends in all were read another way, quoted cells among them, and
    /// ended with LF, with CRLF.
    pub fn pass(&mut self, records: u32, lines: u32, quoted: bool, newlines: [bool; 2]) {
        self.records += records;
        self.line += lines;
        self.quoted |= quoted;
        let [lf, crlf] = newlines;
        self.note_newline(0, lf);
        self.note_newline(1, crlf);
    }

    /// Quotes are plain characters from here on.
    pub fn without_quotes(&mut self) {
        self.marks.quote = None;
        self.begun = false;
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
        while let Some(rest) = input.get(taken..).filter(|rest| !rest.is_empty()) {
            let (length, complete) = match self.place {
                Place::Quoted => (self.quoted_run(rest, record), false),
                Place::Plain => self.plain_run(rest, record),
                Place::Start | Place::Quote | Place::Closed | Place::Escape => {
                    self.turn(rest, record)
                }
            };
            taken += length;
            if complete {
                return (taken, true);
            }
        }
        (taken, false)
    }

    /// Nothing follows: completes the last record, if one was begun.
    pub fn finish(&mut self, record: &mut Record) -> bool {
        let begun = std::mem::replace(&mut self.begun, false);
        if begun {
            self.quoted |= self.place == Place::Quote;
            record.end_cell();
        }
        begun
    }

    /// Reads one line as a record in which quotes are plain characters, for a record whose quote
    /// is never closed. `line` goes from the record's first byte to before its line end.
    pub fn read_plain(&mut self, line: &[u8], record: &mut Record) {
        (self.line, self.after_cr, self.begun) = (record.line, false, false);
        record.clear();
        for cell in line.split(|byte| *byte == self.marks.delimiter) {
            record.bytes.extend_from_slice(cell);
            record.end_cell();
        }
    }

    /// One byte at which the place in the cell may change. Takes none when it is plain text.
    fn turn(&mut self, rest: &[u8], record: &mut Record) -> (usize, bool) {
        let Some(byte) = rest.first().copied() else { return (0, false) };
        let is_quote = Some(byte) == self.marks.quote;
        match self.place {
            Place::Start if is_quote => {
                record.drop_cell();
                self.place = Place::Quoted;
            }
            Place::Start if self.marks.pads(byte) => record.bytes.push(byte),
            Place::Quote if is_quote => {
                record.bytes.push(byte);
                self.place = Place::Quoted;
            }
            // An escape is one only before a quote or another escape: `C:\new` stays as it is.
            Place::Escape => {
                let meant = is_quote || Some(byte) == self.marks.escape;
                record.bytes.extend(self.marks.escape.filter(|_| !meant));
                self.place = Place::Quoted;
                if !meant {
                    return (0, false);
                }
                record.bytes.push(byte);
            }
            Place::Quote | Place::Closed => {
                self.quoted = true;
                let blank = (byte == b' ' || byte == b'\t') && byte != self.marks.delimiter;
                if blank {
                    record.bytes.push(byte);
                    self.place = Place::Closed;
                } else {
                    record.stray |= !self.marks.ends_cell(byte);
                    self.place = Place::Plain;
                    return (0, false);
                }
            }
            _ => {
                self.place = Place::Plain;
                return (0, false);
            }
        }
        (1, false)
    }

    fn quoted_run(&mut self, rest: &[u8], record: &mut Record) -> usize {
        let Marks { quote, escape, .. } = self.marks;
        let stop = |b: &u8| Some(*b) == quote || (Some(*b) == escape && escape != quote);
        let length = rest.iter().position(stop).unwrap_or(rest.len());
        let run = rest.get(..length).unwrap_or_default();
        record.bytes.extend_from_slice(run);
        for byte in run {
            // A CRLF is one line end.
            self.line += u32::from(*byte == b'\r' || (*byte == b'\n' && !self.after_cr));
            self.after_cr = *byte == b'\r';
        }
        let Some(byte) = rest.get(length) else { return length };
        self.after_cr = false;
        self.place = if Some(*byte) == quote { Place::Quote } else { Place::Escape };
        length + 1
    }

    fn plain_run(&mut self, rest: &[u8], record: &mut Record) -> (usize, bool) {
        let length = rest.iter().position(|b| self.marks.ends_cell(*b)).unwrap_or(rest.len());
        record.bytes.extend_from_slice(rest.get(..length).unwrap_or_default());
        let Some(byte) = rest.get(length).copied() else { return (length, false) };
        record.end_cell();
        self.place = Place::Start;
        let complete = byte != self.marks.delimiter;
        if complete {
            self.end(byte == b'\r');
        }
        (length + 1, complete)
    }

    fn begin(&mut self, record: &mut Record) {
        (self.begun, self.place) = (true, Place::Start);
        self.records += 1;
        record.clear();
        (record.number, record.line) = (self.records, self.line);
    }

    fn end(&mut self, by_cr: bool) {
        self.begun = false;
        self.line += 1;
        self.after_cr = by_cr;
        self.note_newline(0, !by_cr);
    }

    fn note_newline(&mut self, kind: usize, seen: bool) {
        if let Some(newline) = self.newlines.get_mut(kind) {
            *newline |= seen;
        }
    }

    /// Line ends before a record: blank lines, and the LF of a CRLF.
    pub fn skip_line_ends(&mut self, input: &[u8]) -> usize {
        let mut taken = 0;
        for byte in input {
            let lf = *byte == b'\n';
            if self.after_cr {
                self.note_newline(if lf { 1 } else { 2 }, true);
            } else if lf {
                self.note_newline(0, true);
            }
            match byte {
                b'\n' => {
                    self.line += u32::from(!self.after_cr);
                    self.after_cr = false;
                }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str, size: usize) -> Vec<(u32, u32, Vec<String>)> {
        let mut splitter = Splitter::new(Marks::new(b',', Some(b'"')));
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
    fn backslashes_and_padding_where_a_file_has_them() {
        let marks = Marks { escape: Some(b'\\'), padded: true, ..Marks::new(b',', Some(b'"')) };
        let text = "\"a \\\"x, y\\\" b\", \"C:\\new, \\\\\" ,\" \"\"\" , c\r\nd";
        let expected = ["a \"x, y\" b", "C:\\new, \\ ", " \" ", " c"];
        for size in 1..=text.len() {
            let mut splitter = Splitter::new(marks);
            let (mut record, mut cells) = (Record::default(), Vec::new());
            for mut rest in text.as_bytes().chunks(size) {
                while !rest.is_empty() {
                    let (taken, complete) = splitter.read(rest, &mut record);
                    rest = &rest[taken..];
                    if complete {
                        cells = record.to_cells();
                    }
                }
            }
            assert_eq!(cells, expected, "pieces of {size}");
            assert_eq!((splitter.newline(), splitter.has_quoted()), (Newline::CrLf, true));
        }
    }
}
