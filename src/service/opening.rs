//! The beginning of reading a file: its layers are taken off. A workbook needs a reader that may
//! not be there yet; it waits while the shell fetches it.

use super::{Reading, Service, Waiting};
use crate::engine::error::ImportError;
use crate::engine::import::container::{self, BookReader, Opened, Opening};
use crate::engine::issue::Location;
use crate::protocol::Event;
use std::rc::Rc;

/// The reader of workbooks, which is loaded when the first workbook comes.
#[derive(Default)]
pub(super) enum Books {
    #[default]
    Absent,
    Wanted,
    Ready(Rc<BookReader>),
}

impl Service {
    /// Whether somebody should fetch the reader of workbooks; true once.
    pub fn wants_books(&mut self) -> bool {
        let wants = !self.shelved.is_empty() && matches!(self.books, Books::Absent);
        if wants {
            self.books = Books::Wanted;
        }
        wants
    }

    /// Hands over the reader of workbooks, or says why there is none; another try may be made
    /// with the next workbook.
    pub fn provide_books(&mut self, reader: Result<Rc<BookReader>, String>) -> Vec<Event> {
        let shelved = std::mem::take(&mut self.shelved);
        match reader {
            Ok(reader) => {
                self.books = Books::Ready(reader);
                self.waiting.extend(shelved.into_iter().map(|(waiting, _)| waiting));
                Vec::new()
            }
            Err(reason) => {
                self.books = Books::Absent;
                let failed =
                    shelved.into_iter().map(|(Waiting { file, generation, .. }, format)| {
                        let name = self.held.get(&file).map(|h| h.name.clone()).unwrap_or_default();
                        self.shelf.remove(file);
                        let place = Location { file: name, ..Location::default() };
                        let error =
                            ImportError::ReaderMissing { place, format, reason: reason.clone() };
                        Event::ImportFailed { file, generation, error }
                    });
                failed.collect()
            }
        }
    }

    pub(super) fn start(&mut self, next: Waiting) -> Vec<Event> {
        let (file, generation) = (next.file, next.generation);
        let Some(held) = self.held.get_mut(&file) else {
            return vec![Event::ImportCancelled { file, generation }];
        };
        held.options.clone_from(&next.options);
        held.generation = generation;
        let books = match &self.books {
            Books::Ready(reader) => Some(&**reader),
            _ => None,
        };
        let opened = match (held.opener)() {
            Ok(source) => container::open(&held.name, held.bytes, source, &next.options, books),
            Err(reason) => {
                let place = Location { file: held.name.clone(), ..Location::default() };
                Err(ImportError::Unreadable { place, reason })
            }
        };
        match opened {
            Ok(Opening::Ready(opened)) => self.begin(next, opened),
            Ok(Opening::Several(entries)) => {
                self.shelf.remove(file);
                vec![Event::Several { file, generation, entries }]
            }
            Ok(Opening::Workbook(kind)) => {
                self.shelved.push((next, kind));
                vec![Event::Progress { file, generation, bytes_read: 0, rows: 0 }]
            }
            Err(error) => self.failed(file, generation, error),
        }
    }

    fn begin(&mut self, next: Waiting, opened: Box<Opened>) -> Vec<Event> {
        let Waiting { file, generation, is_again, .. } = next;
        let (importer, origin) = opened.importer();
        self.reading = Some(Reading { file, generation, importer, origin, is_again });
        let begun = Event::Progress { file, generation, bytes_read: 0, rows: 0 };
        if is_again { Vec::new() } else { vec![begun] }
    }
}
