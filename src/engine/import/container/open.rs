//! Takes the layers off a file, one after the other, until plain text is left for the importer.
//!
//! Not here: the layers themselves, each in a file of its own.

use super::super::super::error::{Bound, ImportError};
use super::super::super::issue::Location;
use super::super::super::profile::DecimalSign;
use super::super::{ImportOptions, magic};
use super::book::{BookFault, BookReader, Sheet};
use super::gzip::Gzip;
use super::inflate::MOST_BYTES;
use super::member::MemberReader;
use super::opened::{Opened, Opening, Origin};
use super::source::{Metered, Source, import_error};
use super::zip::{self, Member};
use super::{Container, ContainerKind, Entry, Fault, Limit, archive, html, sheet_xml};
use std::cell::Cell;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::rc::Rc;

/// So many layers of packing are taken off: a `.csv.gz` in a ZIP archive.
const MOST_PACKING: usize = 2;
/// How much of the beginning tells what a file is.
const HEAD: u64 = 1 << 16;
/// Workbooks and pages are held whole while they are read; they may be this long.
const MOST_HELD: u64 = 256 << 20;

/// Opens a file of `bytes` bytes as the user asks. Workbooks need a reader of their own.
pub fn open(
    name: &str,
    bytes: u64,
    source: Box<dyn Source>,
    options: &ImportOptions,
    books: Option<&BookReader>,
) -> Result<Opening, ImportError> {
    let place = Location { file: name.to_owned(), ..Location::default() };
    let peeler = Peeler { place, options, books, layers: Vec::new() };
    peeler.open(name, bytes, source)
}

struct Peeler<'a> {
    place: Location,
    options: &'a ImportOptions,
    books: Option<&'a BookReader>,
    layers: Vec<Container>,
}

/// The text that a workbook or a page was made into.
struct Converted {
    text: String,
    encoding: Option<String>,
    /// Cells were numbers and not texts: a point in them is a decimal point.
    typed: bool,
}

impl Peeler<'_> {
    fn open(
        mut self,
        name: &str,
        bytes: u64,
        source: Box<dyn Source>,
    ) -> Result<Opening, ImportError> {
        let furthest = Rc::new(Cell::new(0));
        let mut source = source;
        let mut length = bytes;
        let mut converted = None;
        loop {
            let head = head(&mut source).map_err(|e| self.failed(&e))?;
            let packing = self.layers.len();
            match magic::layer(&head) {
                Some(ContainerKind::Gzip) if packing < MOST_PACKING => {
                    length = self.gzip_length(&mut source, length);
                    source = Box::new(Gzip::new(self.metered(source, &furthest)));
                    self.push(ContainerKind::Gzip, None, Vec::new());
                }
                Some(ContainerKind::Zip) => {
                    if packing > 0 {
                        // Its directory stands at the end, where no unpacked stream can go.
                        source = Box::new(Cursor::new(self.hold(&mut source)?));
                    }
                    let members = zip::members(&mut source).map_err(|e| self.failed(&e))?;
                    if let Some(kind) = archive::workbook(&members, &mut source) {
                        return match self.workbook(kind, source, &members)? {
                            Some(made) => Ok(self.ready(name, bytes, made)),
                            None => Ok(Opening::Workbook(kind)),
                        };
                    }
                    if let Some(format) = archive::document(&members, &mut source) {
                        return Err(self.foreign(format));
                    }
                    if packing >= MOST_PACKING {
                        return Err(self.foreign("ZIP"));
                    }
                    match self.choose(&mut source, &members)? {
                        Choice::One(member) => {
                            length = member.unpacked;
                            let source_in = self.metered(source, &furthest);
                            let reader = MemberReader::new(source_in, &member);
                            source = Box::new(reader.map_err(|e| self.failed(&e))?);
                        }
                        Choice::Several(names) => return Ok(Opening::Several(names)),
                    }
                }
                Some(kind @ (ContainerKind::Xls | ContainerKind::Xlsx | ContainerKind::Ods)) => {
                    return match self.workbook(kind, source, &[])? {
                        Some(made) => Ok(self.ready(name, bytes, made)),
                        None => Ok(Opening::Workbook(kind)),
                    };
                }
                Some(kind @ (ContainerKind::Html | ContainerKind::Xml)) => {
                    converted = Some(self.markup(kind, &mut source)?);
                    break;
                }
                _ => break,
            }
        }
        if let Some(made) = converted {
            return Ok(self.ready(name, bytes, made));
        }
        let furthest = (!self.layers.is_empty()).then_some(furthest);
        let options = self.options.clone();
        let origin = Origin { furthest, ..self.origin(bytes, length) };
        Ok(Opening::Ready(Box::new(Opened {
            name: name.to_owned(),
            source,
            length,
            options,
            origin,
        })))
    }

    fn origin(self, bytes: u64, length: u64) -> Origin {
        let (layers, options) = (self.layers, self.options.clone());
        Origin { layers, bytes, options, encoding: None, furthest: None, length }
    }

    /// The text was made here, so how it is written is known.
    fn ready(self, name: &str, bytes: u64, made: Converted) -> Opening {
        let mut options = self.options.clone();
        options.encoding = Some("utf-8".to_owned());
        options.delimiter = Some(',');
        if made.typed && options.decimal.is_none() {
            options.decimal = Some(DecimalSign::Point);
        }
        let length = made.text.len() as u64;
        let source: Box<dyn Source> = Box::new(Cursor::new(made.text.into_bytes()));
        let origin = Origin { encoding: made.encoding, ..self.origin(bytes, length) };
        Opening::Ready(Box::new(Opened { name: name.to_owned(), source, length, options, origin }))
    }

    fn push(&mut self, kind: ContainerKind, entry: Option<String>, entries: Vec<Entry>) {
        self.layers.push(Container { kind, entry, entries });
    }

    fn failed(&self, error: &io::Error) -> ImportError {
        import_error(error, self.place.clone())
    }

    fn foreign(&self, format: &str) -> ImportError {
        ImportError::NotATable { place: self.place.clone(), format: format.to_owned() }
    }

    /// Only the outermost layer is measured in bytes of the file.
    fn metered(&self, source: Box<dyn Source>, furthest: &Rc<Cell<u64>>) -> Box<dyn Source> {
        if self.layers.is_empty() {
            Box::new(Metered::new(source, furthest.clone()))
        } else {
            source
        }
    }

    /// The last word of a gzip file is its length, modulo 4 GiB.
    fn gzip_length(&self, source: &mut Box<dyn Source>, packed: u64) -> u64 {
        let mut word = [0; 4];
        let read = source.seek(SeekFrom::End(-4)).and_then(|_| source.read_exact(&mut word));
        let said = read.map_or(0, |()| u64::from(u32::from_le_bytes(word)));
        // A false length only makes for a false progress.
        let begun = source.seek(SeekFrom::Start(0));
        if begun.is_ok() && said > packed { said } else { packed.saturating_mul(4) }
    }

    /// Which table of an archive is meant.
    fn choose(
        &mut self,
        source: &mut Box<dyn Source>,
        members: &[Member],
    ) -> Result<Choice, ImportError> {
        let place = self.place.clone();
        let tables = archive::tables(members, source).map_err(|e| self.failed(&e))?;
        let names = || tables.iter().map(|m| m.name.clone()).collect::<Vec<_>>();
        let member = match (&self.options.entry, tables.as_slice()) {
            (Some(entry), _) => match tables.iter().find(|m| m.name == *entry) {
                Some(member) => member,
                None => {
                    let names = names().into();
                    return Err(ImportError::EntryMissing { place, entry: entry.clone(), names });
                }
            },
            (None, []) => {
                let names = members.iter().filter(|m| !zip::is_hidden(&m.name));
                let names = names.map(|m| m.name.clone()).take(20).collect();
                let format = ContainerKind::Zip;
                return Err(ImportError::NothingInside { place, format, names });
            }
            (None, [one]) => one,
            (None, several) if several.len() > archive::MOST_TABLES as usize => {
                let limit = Limit::Entries(archive::MOST_TABLES);
                return Err(ImportError::Oversized { place, format: ContainerKind::Zip, limit });
            }
            (None, _) => return Ok(Choice::Several(names())),
        };
        let entries =
            tables.iter().map(|m| Entry { name: m.name.clone(), bytes: Some(m.unpacked) });
        let (chosen, entries) = ((*member).clone(), entries.collect());
        self.push(ContainerKind::Zip, Some(chosen.name.clone()), entries);
        Ok(Choice::One(chosen))
    }

    /// A workbook's sheet as text, or `None` where nobody can read workbooks.
    fn workbook(
        &mut self,
        kind: ContainerKind,
        mut source: Box<dyn Source>,
        members: &[Member],
    ) -> Result<Option<Converted>, ImportError> {
        let Some(books) = self.books else { return Ok(None) };
        archive::check_parts(kind, members, &mut source).map_err(|e| self.failed(&e))?;
        let bytes = self.hold(&mut source)?;
        drop(source);
        if kind == ContainerKind::Xls
            && let Some(format) = magic::compound(&bytes)
        {
            return Err(match format {
                "ENCRYPTED" => ImportError::Encrypted { place: self.place.clone(), format: kind },
                _ => self.foreign(format),
            });
        }
        let sheet = books(&bytes, kind, self.options.sheet.as_deref());
        let sheet = sheet.map_err(|fault| self.book_error(kind, fault))?;
        let Sheet { chosen, names, text, typed } = sheet;
        let entries = names.into_iter().map(|name| Entry { name, bytes: None }).collect();
        self.push(kind, Some(chosen), entries);
        Ok(Some(Converted { text, encoding: None, typed }))
    }

    fn book_error(&self, format: ContainerKind, fault: BookFault) -> ImportError {
        let place = self.place.clone();
        match fault {
            BookFault::Damaged => ImportError::Damaged { place, format, fault: Fault::Structure },
            BookFault::Encrypted => ImportError::Encrypted { place, format },
            BookFault::Empty(names) => ImportError::NothingInside { place, format, names },
            BookFault::NoSheet(names) => {
                let entry = self.options.sheet.clone().unwrap_or_default();
                ImportError::EntryMissing { place, entry, names: names.into() }
            }
            BookFault::TooLarge(most) => {
                ImportError::Oversized { place, format, limit: Limit::Bytes(most) }
            }
            BookFault::Broken(reason) => ImportError::ReaderMissing { place, format, reason },
        }
    }

    /// The table of a page of markup.
    fn markup(
        &mut self,
        kind: ContainerKind,
        source: &mut Box<dyn Source>,
    ) -> Result<Converted, ImportError> {
        let bytes = self.hold(source)?;
        let label = self.options.encoding.as_deref();
        let (markup, encoding) = html::decode(&bytes, label);
        drop(bytes);
        if kind == ContainerKind::Xml {
            let read = sheet_xml::read(&markup, self.options.sheet.as_deref());
            let sheet = read.map_err(|fault| self.book_error(kind, fault))?;
            let entries = sheet.names.into_iter().map(|name| Entry { name, bytes: None });
            self.push(kind, Some(sheet.chosen), entries.collect());
            return Ok(Converted {
                text: sheet.text,
                encoding: Some(encoding),
                typed: sheet.typed,
            });
        }
        let text = html::table(&markup).map_err(|fault| match fault {
            BookFault::Empty(_) => self.foreign("HTML"),
            other => self.book_error(kind, other),
        })?;
        self.push(kind, None, Vec::new());
        Ok(Converted { text, encoding: Some(encoding), typed: false })
    }

    /// All bytes of what can't be read bit by bit.
    fn hold(&self, source: &mut Box<dyn Source>) -> Result<Vec<u8>, ImportError> {
        let mut bytes = Vec::new();
        let begun = source.seek(SeekFrom::Start(0));
        let read = begun.and_then(|_| source.take(MOST_HELD + 1).read_to_end(&mut bytes));
        read.map_err(|e| self.failed(&e))?;
        if bytes.len() as u64 > MOST_HELD {
            let bound = Bound::FileBytes(MOST_HELD);
            return Err(ImportError::TooLarge { place: self.place.clone(), bound });
        }
        Ok(bytes)
    }
}

enum Choice {
    One(Member),
    Several(Vec<String>),
}

fn head(source: &mut Box<dyn Source>) -> io::Result<Vec<u8>> {
    source.seek(SeekFrom::Start(0))?;
    let mut head = Vec::new();
    source.take(HEAD).read_to_end(&mut head)?;
    source.seek(SeekFrom::Start(0))?;
    Ok(head)
}

const _: () = assert!(MOST_HELD < MOST_BYTES);
