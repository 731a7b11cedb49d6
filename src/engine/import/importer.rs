//! The importer: a source of bytes, and where the work on it stands.
//!
//! One call of [`Importer::step`] reads at most one block and then works on about as many bytes
//! (or, at the end, cells) as its budget says, so that a shell can answer clicks in between.

use super::super::error::ImportError;
use super::super::issue::Location;
use super::super::profile::FileProfile;
use super::super::table::Table;
use super::container::import_error;
use super::decode::TextDecoder;
use super::finish::Finishing;
use super::reading::Reading;
use super::replay::Replay;
use super::trace::Trace;
use super::{ImportOptions, charset, magic, sniff};
use encoding_rs::Encoding;
use std::io::{ErrorKind, Read, Seek, SeekFrom};

/// How much is asked of the source at once.
const BLOCK: usize = 1 << 20;
/// How much of the file is looked at before its layout is decided.
const SAMPLE: usize = 1 << 18;

/// So many zeros in a row are no text: a file that was not written to its end reads so.
const MOST_ZEROS: u64 = 1 << 20;

/// How far an import has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub bytes_read: u64,
    pub rows: u64,
}

/// A file that was read: its table, and what is known of it.
#[derive(Clone, Debug)]
pub struct Imported {
    pub table: Table,
    pub profile: FileProfile,
}

/// What a step came to.
#[derive(Debug)]
pub enum Step {
    More(Progress),
    Done(Box<Imported>),
}

/// Reads one file, step by step.
pub struct Importer<R> {
    source: R,
    name: String,
    bytes_total: u64,
    options: ImportOptions,
    pub(super) raw: Vec<u8>,
    bytes_read: u64,
    pub(super) ended: bool,
    /// Zeros at the end of what was read so far.
    zeros: u64,
    rewound: bool,
    /// The encoding that later words of the file spoke for, when it is read again.
    decided: Option<&'static Encoding>,
    phase: Phase,
    /// Whether the file will be looked at again, and what that needs.
    traced: bool,
    trace: Option<Box<Trace>>,
}

enum Phase {
    /// Collecting the first bytes.
    Opening(Option<Box<Opening>>),
    Reading(Box<Reading>),
    Finishing(Box<Finishing>),
    Over,
}

/// The encoding is under way, the layout is not known yet.
struct Opening {
    decoder: TextDecoder,
    /// The encoding if it was settled at once, and the length of the mark.
    begun: (Option<&'static Encoding>, usize),
    text: String,
}

impl<R: Read + Seek> Importer<R> {
    /// `bytes_total` is the length of the file, for progress.
    pub fn new(name: &str, bytes_total: u64, source: R, options: ImportOptions) -> Importer<R> {
        Importer {
            source,
            name: name.to_owned(),
            bytes_total,
            options,
            raw: Vec::new(),
            bytes_read: 0,
            ended: false,
            zeros: 0,
            rewound: false,
            decided: None,
            phase: Phase::Opening(None),
            traced: false,
            trace: None,
        }
    }

    /// Notes where each record stands, so that [`Importer::replay`] can show it again.
    pub fn traced(mut self) -> Importer<R> {
        self.traced = true;
        self
    }

    /// After `Done`: the file once more from its beginning, beside the table that was made of it.
    /// `None` where the import was not [`Importer::traced`] or did not end well.
    pub fn replay(mut self, table: &Table) -> Option<Replay<'_, R>> {
        let trace = self.trace.take()?;
        self.raw.clear();
        (self.bytes_read, self.zeros) = (0, 0);
        (self.ended, self.rewound) = (false, false);
        Some(Replay::new(self, table, trace))
    }

    /// Works on about `budget_bytes` bytes. After `Done` or an error the import is over.
    pub fn step(&mut self, budget_bytes: usize) -> Result<Step, ImportError> {
        let result = self.advance(budget_bytes.max(1));
        if !matches!(result, Ok(Step::More(_))) {
            self.phase = Phase::Over;
        }
        result
    }

    fn advance(&mut self, budget: usize) -> Result<Step, ImportError> {
        match &mut self.phase {
            Phase::Opening(_) => {
                self.read_block()?;
                self.open()?;
            }
            Phase::Reading(reading) => {
                if reading.is_hungry() && !self.ended {
                    self.read_block()?;
                }
                self.read_rows(budget)?;
            }
            Phase::Finishing(finishing) => {
                // A cell is worth about eight bytes.
                if finishing.step((budget / 8).max(1)) {
                    return self.finish();
                }
            }
            Phase::Over => return Err(self.unreadable("the import is over")),
        }
        let rows = match &self.phase {
            Phase::Reading(reading) => reading.row_count(),
            Phase::Finishing(finishing) => finishing.row_count(),
            _ => 0,
        };
        Ok(Step::More(Progress { bytes_read: self.bytes_read, rows }))
    }

    fn place(&self) -> Location {
        Location { file: self.name.clone(), ..Location::default() }
    }

    fn only_zeros(&self) -> ImportError {
        let byte = Some(self.bytes_read - self.zeros);
        ImportError::Zeros { place: Location { byte, ..self.place() } }
    }

    pub(super) fn unreadable(&self, reason: &str) -> ImportError {
        ImportError::Unreadable { place: self.place(), reason: reason.to_owned() }
    }

    /// One read of the source; a short read is as good as a long one.
    pub(super) fn read_block(&mut self) -> Result<(), ImportError> {
        if !self.rewound {
            let result = self.source.seek(SeekFrom::Start(0));
            result.map_err(|e| import_error(&e, self.place()))?;
            self.rewound = true;
        }
        let before = self.raw.len();
        // A small file needs no large block; the last read is the one that finds the end.
        let left = self.bytes_total.saturating_sub(self.bytes_read);
        let left = usize::try_from(left).unwrap_or(BLOCK);
        let block = left.saturating_add(1).clamp(1 << 12, BLOCK);
        self.raw.resize(before + block, 0);
        let target = self.raw.get_mut(before..).unwrap_or_default();
        let result = self.source.read(target);
        let length = match &result {
            Ok(length) => (*length).min(block),
            Err(_) => 0,
        };
        self.raw.truncate(before + length);
        self.bytes_read += length as u64;
        let read = self.raw.get(before..).unwrap_or_default();
        let zeros = read.iter().rev().take_while(|b| **b == 0).count();
        self.zeros = zeros as u64 + if zeros == length { self.zeros } else { 0 };
        if self.zeros >= MOST_ZEROS {
            return Err(self.only_zeros());
        }
        match result {
            Ok(0) => self.ended = true,
            Ok(_) => {}
            Err(e) if e.kind() == ErrorKind::Interrupted => {}
            Err(e) => return Err(import_error(&e, self.place())),
        }
        Ok(())
    }

    /// Once enough of the file is here: refuses what is no table, then encoding and layout.
    fn open(&mut self) -> Result<(), ImportError> {
        let Phase::Opening(opening) = &mut self.phase else { return Ok(()) };
        if opening.is_none() {
            if self.raw.len() < SAMPLE && !self.ended {
                return Ok(());
            }
            let (encoding, mark) = self.encoding()?;
            self.raw.drain(..mark);
            let decoder = TextDecoder::new(encoding, mark);
            let begun = Opening { decoder, begun: (encoding, mark), text: String::new() };
            self.phase = Phase::Opening(Some(Box::new(begun)));
        }
        let Phase::Opening(Some(opening)) = &mut self.phase else { return Ok(()) };
        opening.decoder.push(&mut self.raw, self.ended, &mut opening.text);
        if opening.text.len() < SAMPLE && !self.ended {
            return Ok(());
        }
        if self.ended && sniff::is_bare(&opening.text) {
            return Err(ImportError::Empty { place: self.place() });
        }
        let layout = sniff::layout(&opening.text, self.ended, &self.options);
        let Phase::Opening(Some(opening)) = std::mem::replace(&mut self.phase, Phase::Over) else {
            return Ok(());
        };
        let begun = opening.begun;
        let mut reading =
            Reading::new(&self.name, layout, opening.decoder, opening.text, begun.1 > 0)?;
        reading.notes.trace = self.traced.then(|| Box::new(Trace::new(layout.marks, begun)));
        self.phase = Phase::Reading(Box::new(reading));
        Ok(())
    }

    /// The encoding if it is known before the letters are looked at, and the mark's length.
    fn encoding(&self) -> Result<(Option<&'static Encoding>, usize), ImportError> {
        let sample = self.raw.get(..SAMPLE).unwrap_or(&self.raw);
        let foreign = |format: &str| ImportError::NotATable {
            place: self.place(),
            format: format.to_owned(),
        };
        if self.zeros >= SAMPLE as u64 / 2 {
            return Err(self.only_zeros());
        }
        if let Some(format) = magic::foreign_format(sample) {
            return Err(foreign(format));
        }
        let marked = charset::by_mark(sample);
        if let Some(label) = &self.options.encoding {
            let encoding = Encoding::for_label(label.as_bytes()).ok_or_else(|| {
                ImportError::UnknownEncoding { place: self.place(), label: label.clone() }
            })?;
            let mark = marked.filter(|(e, _)| *e == encoding).map_or(0, |(_, mark)| mark);
            return Ok((Some(encoding), mark));
        }
        if let Some(encoding) = self.decided {
            return Ok((Some(encoding), 0));
        }
        if let Some((encoding, mark)) = marked {
            return Ok((Some(encoding), mark));
        }
        if let Some(encoding) = charset::utf16_without_mark(sample) {
            return Ok((Some(encoding), 0));
        }
        if magic::looks_binary(sample) {
            return Err(foreign("binary"));
        }
        Ok((None, 0))
    }

    fn read_rows(&mut self, budget: usize) -> Result<(), ImportError> {
        let Phase::Reading(reading) = &mut self.phase else { return Ok(()) };
        if reading.is_hungry() {
            reading.feed(&mut self.raw, self.ended)?;
        }
        if let Some(encoding) = reading.decoder.second_thought() {
            self.read_again(encoding);
            return Ok(());
        }
        if !reading.step(budget)? {
            return Ok(());
        }
        let Phase::Reading(reading) = std::mem::replace(&mut self.phase, Phase::Over) else {
            return Ok(());
        };
        let finishing = Finishing::new(*reading, &self.options);
        self.phase = Phase::Finishing(Box::new(finishing));
        Ok(())
    }

    /// Reads the file again from its beginning, in an encoding that later words spoke for.
    fn read_again(&mut self, encoding: &'static Encoding) {
        self.raw.clear();
        (self.bytes_read, self.ended, self.rewound) = (0, false, false);
        self.decided = Some(encoding);
        self.phase = Phase::Opening(None);
    }

    fn finish(&mut self) -> Result<Step, ImportError> {
        let Phase::Finishing(mut finishing) = std::mem::replace(&mut self.phase, Phase::Over)
        else {
            return Err(self.unreadable("the import is over"));
        };
        self.trace = finishing.take_trace();
        let bytes = self.bytes_total.max(self.bytes_read);
        Ok(Step::Done(Box::new(finishing.finish(bytes, self.options.clone()))))
    }
}
