//! The engine behind the protocol: holds the tables, reads files in slices, answers questions.
//!
//! Pure and synchronous: the shell (worker or test) calls [`Service::enqueue`] when a request
//! arrives and [`Service::work`] again and again while [`Service::is_busy`]; each call does a
//! bounded slice of reading or one answer. Not here: threads, timers, messages.

mod answer;
mod look;
mod opening;

use crate::engine::append::Shelf;
use crate::engine::error::ImportError;
use crate::engine::funnel::Assembled;
use crate::engine::import::container::{ContainerKind, Origin};
use crate::engine::import::{ImportOptions, Importer, Progress, Step};
use crate::engine::mapping::Mapping;
use crate::engine::mapping::view::MappingView;
use crate::engine::{query, sample};
use crate::protocol::{Event, FileId, Generation, Lane, Request};
use std::collections::{BTreeMap, VecDeque};
use std::io::Cursor;
use std::rc::Rc;

/// Bytes read in one slice of work: a few milliseconds.
const SLICE_BYTES: usize = 1 << 20;

pub use crate::engine::import::container::Source;
use opening::Books;

/// Opens a held file once more, from its beginning.
pub type Opener = Rc<dyn Fn() -> Result<Box<dyn Source>, String>>;

struct Held {
    name: String,
    bytes: u64,
    opener: Opener,
    /// How it was read last, to read it the same way again.
    options: ImportOptions,
    generation: Generation,
}

struct Reading {
    file: FileId,
    generation: Generation,
    importer: Importer<Box<dyn Source>>,
    origin: Origin,
    is_again: bool,
}

struct Waiting {
    file: FileId,
    generation: Generation,
    options: ImportOptions,
    /// Its rows were in a table of several files that is none any more. Nobody asked for the
    /// reading, so nobody hears of it.
    is_again: bool,
}

/// What was assembled from which mapping over which tables.
struct Cached {
    mapping: Mapping,
    epoch: u64,
    assembled: Assembled,
    /// What questions before have worked out of these records.
    codebook: query::Codebook,
    /// The mapping explained, once somebody asked.
    view: Option<Box<MappingView>>,
}

/// See the module.
#[derive(Default)]
pub struct Service {
    held: BTreeMap<FileId, Held>,
    shelf: Shelf,
    reading: Option<Reading>,
    waiting: VecDeque<Waiting>,
    books: Books,
    /// Workbooks that wait for their reader.
    shelved: Vec<(Waiting, ContainerKind)>,
    questions: VecDeque<Request>,
    /// Counts changes of the tables, so that caches know when they are stale.
    epoch: u64,
    cached: Option<Cached>,
}

impl Service {
    /// Hands over the bytes of a file before its [`Request::Open`] is enqueued.
    pub fn attach(&mut self, file: FileId, name: &str, bytes: u64, opener: Opener) {
        let options = ImportOptions::default();
        self.held
            .insert(file, Held { name: name.to_owned(), bytes, opener, options, generation: 0 });
        self.shelf.remove(file);
    }

    /// Takes a request in. Cancelling and closing act at once; the rest waits for [`Self::work`].
    pub fn enqueue(&mut self, request: Request) -> Vec<Event> {
        match request {
            Request::Open { file, generation, options, .. }
            | Request::Reread { file, generation, options } => {
                let mut events = self.stop(file);
                self.waiting.push_back(Waiting { file, generation, options, is_again: false });
                events.retain(|e| !matches!(e, Event::ImportCancelled { generation: g, .. } if *g == generation));
                events
            }
            Request::Sample { files, generation } => self.open_sample(&files, generation),
            Request::Cancel { file } => self.stop(file),
            Request::Close { file } => {
                let events = self.stop(file);
                self.held.remove(&file);
                self.shelf.remove(file);
                self.tables_changed();
                events
            }
            question => {
                let lane = lane_of(&question);
                let mut events = Vec::new();
                if let Some((lane, _)) = lane {
                    self.questions.retain(|q| match lane_of(q) {
                        Some((l, generation)) if l == lane => {
                            events.push(Event::Superseded { generation, lane });
                            false
                        }
                        _ => true,
                    });
                }
                self.questions.push_back(question);
                events
            }
        }
    }

    /// Whether [`Self::work`] has something to do.
    pub fn is_busy(&self) -> bool {
        self.reading.is_some() || !self.waiting.is_empty() || !self.questions.is_empty()
    }

    /// One slice: a piece of a file, or, when nothing is being read, one answer.
    pub fn work(&mut self) -> Vec<Event> {
        if self.reading.is_none()
            && let Some(next) = self.waiting.pop_front()
        {
            return self.start(next);
        }
        if self.reading.is_some() {
            return self.read_on();
        }
        match self.questions.pop_front() {
            Some(question) => self.answer(question),
            None => Vec::new(),
        }
    }

    fn open_sample(&mut self, ids: &[FileId], generation: Generation) -> Vec<Event> {
        let mut events = Vec::new();
        for (file, (name, content)) in ids.iter().copied().zip(sample::files(sample::SEED)) {
            let bytes = content.len() as u64;
            let content: Rc<[u8]> = content.into();
            let opener: Opener = Rc::new(move || Ok(Box::new(Cursor::new(content.clone()))));
            self.attach(file, &name, bytes, opener);
            let options = ImportOptions::default();
            self.waiting.push_back(Waiting { file, generation, options, is_again: false });
            events.push(Event::Opened { file, generation, name, bytes });
        }
        events
    }

    fn read_on(&mut self) -> Vec<Event> {
        let Some(reading) = &mut self.reading else { return Vec::new() };
        let (file, generation, is_again) = (reading.file, reading.generation, reading.is_again);
        match reading.importer.step(SLICE_BYTES) {
            Ok(Step::More(_)) if is_again => Vec::new(),
            Ok(Step::More(progress)) => {
                let Progress { bytes_read, rows } = reading.origin.progress(progress);
                vec![Event::Progress { file, generation, bytes_read, rows }]
            }
            Ok(Step::Done(mut imported)) => {
                reading.origin.describe(&mut imported);
                self.reading = None;
                let profile = Box::new(imported.profile.clone());
                self.shelf.put(file, *imported);
                self.tables_changed();
                let done = Event::Imported { file, generation, profile };
                if is_again { Vec::new() } else { vec![done] }
            }
            Err(error) => {
                self.reading = None;
                self.failed(file, generation, error)
            }
        }
    }

    fn failed(&mut self, file: FileId, generation: Generation, error: ImportError) -> Vec<Event> {
        self.shelf.remove(file);
        self.tables_changed();
        vec![Event::ImportFailed { file, generation, error }]
    }

    /// Makes the tables that a mapping speaks of. Where files have to be read again first, they are
    /// put in the queue, and the answer is no.
    fn arrange(&mut self, mapping: &Mapping) -> bool {
        let lost = self.shelf.arrange(mapping);
        for file in &lost {
            let Some(held) = self.held.get(file) else {
                self.shelf.remove(*file);
                continue;
            };
            let (file, options) = (*file, held.options.clone());
            let generation = held.generation;
            self.waiting.push_back(Waiting { file, generation, options, is_again: true });
        }
        lost.is_empty()
    }

    /// Stops whatever is being read or waits to be read for a file.
    fn stop(&mut self, file: FileId) -> Vec<Event> {
        let mut events = Vec::new();
        if let Some(reading) = self.reading.take_if(|r| r.file == file) {
            events.push(Event::ImportCancelled { file, generation: reading.generation });
        }
        self.waiting.retain(|w| {
            if w.file == file {
                events.push(Event::ImportCancelled { file, generation: w.generation });
            }
            w.file != file
        });
        self.shelved.retain(|(w, _)| {
            if w.file == file {
                events.push(Event::ImportCancelled { file, generation: w.generation });
            }
            w.file != file
        });
        events
    }

    fn tables_changed(&mut self) {
        self.epoch += 1;
        self.cached = None;
    }
}

fn lane_of(request: &Request) -> Option<(Lane, Generation)> {
    match request {
        Request::Suggest { generation, .. } => Some((Lane::Suggest, *generation)),
        Request::Preview { generation, .. } => Some((Lane::Preview, *generation)),
        Request::Explain { generation, .. } => Some((Lane::Explain, *generation)),
        Request::Build { generation, .. } => Some((Lane::Build, *generation)),
        Request::Groups { generation, .. } => Some((Lane::Groups, *generation)),
        Request::Rows { generation, .. } => Some((Lane::Rows, *generation)),
        Request::LeftRows { generation, .. } => Some((Lane::LeftRows, *generation)),
        Request::Lineage { generation, .. } => Some((Lane::Lineage, *generation)),
        Request::Audit { generation, .. } => Some((Lane::Audit, *generation)),
        Request::Window { generation, taken, .. } => Some((rows_lane(*taken), *generation)),
        _ => None,
    }
}

/// The lane of a window.
fn rows_lane(taken: bool) -> Lane {
    if taken { Lane::Taken } else { Lane::Window }
}
