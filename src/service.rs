//! The engine behind the protocol: holds the tables, reads files in slices, answers questions.
//!
//! Pure and synchronous: the shell (worker or test) calls [`Service::enqueue`] when a request
//! arrives and [`Service::work`] again and again while [`Service::is_busy`]; each call does a
//! bounded slice of reading or one answer. Not here: threads, timers, messages.

use crate::engine::dimension::Dimension;
use crate::engine::document::Document;
use crate::engine::error::BuildError;
use crate::engine::funnel::{self, Assembled, FileView};
use crate::engine::import::container::{ContainerKind, Origin};
use crate::engine::import::{ImportOptions, Imported, Importer, Progress, Step};
use crate::engine::mapping::{self, Mapping};
use crate::engine::measure::MeasureId;
use crate::engine::report::{
    Answer, BlockSpec, Breakdown, BreakdownSpec, FunnelSpec, Order, Report, ReportSpec,
};
use crate::engine::table::Table;
use crate::engine::{query, sample};
use crate::protocol::{Event, FileId, Generation, Lane, NearRow, Request};
use std::collections::{BTreeMap, VecDeque};
use std::io::Cursor;
use std::rc::Rc;

/// Bytes read in one slice of work: a few milliseconds.
const SLICE_BYTES: usize = 1 << 20;
/// The most rows shown on either side of a place, and the most letters of a cell in them.
const MOST_AROUND: u32 = 50;
const MOST_LETTERS: usize = 400;

mod opening;

pub use crate::engine::import::container::Source;
use opening::Books;

/// Opens a held file once more, from its beginning.
pub type Opener = Rc<dyn Fn() -> Result<Box<dyn Source>, String>>;

struct Held {
    name: String,
    bytes: u64,
    opener: Opener,
    imported: Option<Box<Imported>>,
}

struct Reading {
    file: FileId,
    generation: Generation,
    importer: Importer<Box<dyn Source>>,
    origin: Origin,
}

struct Waiting {
    file: FileId,
    generation: Generation,
    options: ImportOptions,
}

/// What was assembled from which mapping over which tables.
struct Cached {
    mapping: Mapping,
    epoch: u64,
    assembled: Assembled,
    /// What questions before have worked out of these records.
    codebook: query::Codebook,
}

/// See the module.
#[derive(Default)]
pub struct Service {
    held: BTreeMap<FileId, Held>,
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
        self.held.insert(file, Held { name: name.to_owned(), bytes, opener, imported: None });
    }

    /// Takes a request in. Cancelling and closing act at once; the rest waits for [`Self::work`].
    pub fn enqueue(&mut self, request: Request) -> Vec<Event> {
        match request {
            Request::Open { file, generation, options, .. }
            | Request::Reread { file, generation, options } => {
                let mut events = self.stop(file);
                self.waiting.push_back(Waiting { file, generation, options });
                events.retain(|e| !matches!(e, Event::ImportCancelled { generation: g, .. } if *g == generation));
                events
            }
            Request::Sample { files, generation } => self.open_sample(&files, generation),
            Request::Cancel { file } => self.stop(file),
            Request::Close { file } => {
                let events = self.stop(file);
                self.held.remove(&file);
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
            self.waiting.push_back(Waiting { file, generation, options: ImportOptions::default() });
            events.push(Event::Opened { file, generation, name, bytes });
        }
        events
    }

    fn read_on(&mut self) -> Vec<Event> {
        let Some(reading) = &mut self.reading else { return Vec::new() };
        let (file, generation) = (reading.file, reading.generation);
        match reading.importer.step(SLICE_BYTES) {
            Ok(Step::More(progress)) => {
                let Progress { bytes_read, rows } = reading.origin.progress(progress);
                vec![Event::Progress { file, generation, bytes_read, rows }]
            }
            Ok(Step::Done(mut imported)) => {
                reading.origin.describe(&mut imported);
                self.reading = None;
                let profile = Box::new(imported.profile.clone());
                if let Some(held) = self.held.get_mut(&file) {
                    held.imported = Some(imported);
                }
                self.tables_changed();
                vec![Event::Imported { file, generation, profile }]
            }
            Err(error) => {
                self.reading = None;
                vec![Event::ImportFailed { file, generation, error }]
            }
        }
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

    fn answer(&mut self, question: Request) -> Vec<Event> {
        match question {
            Request::Suggest { generation, mapping } => {
                let mapping = Box::new(mapping::suggest::suggest(&views(&self.held), &mapping));
                vec![Event::Suggested { generation, mapping }]
            }
            Request::Explain { generation, document } => {
                let view = Box::new(mapping::view::explain(&views(&self.held), &document.mapping));
                let preview = self.report(&preview_of(&document)).ok().map(Box::new);
                vec![Event::Explained { generation, view, preview }]
            }
            Request::Build { generation, document } => match self.report(&document) {
                Ok(report) => vec![Event::Built { generation, report: Box::new(report) }],
                Err(error) => {
                    vec![Event::BuildFailed { generation, lane: Lane::Build, error }]
                }
            },
            Request::Groups { generation, document, dimension } => {
                let groups = self.groups(document, dimension).map(Box::new);
                vec![Event::Grouped { generation, groups }]
            }
            Request::Rows { generation, file, line, around } => {
                let held = self.held.get(&file).and_then(|h| h.imported.as_ref());
                let rows = held.map(|i| rows_near(&i.table, line, around)).unwrap_or_default();
                vec![Event::Rows { generation, file, line, rows }]
            }
            _ => Vec::new(),
        }
    }

    fn report(&mut self, document: &Document) -> Result<Report, BuildError> {
        let views = views(&self.held);
        let fresh =
            self.cached.take().filter(|c| c.epoch == self.epoch && c.mapping == document.mapping);
        let mut cached = match fresh {
            Some(cached) => cached,
            None => Cached {
                mapping: document.mapping.clone(),
                epoch: self.epoch,
                assembled: funnel::assemble(&views, &document.mapping)?,
                codebook: query::Codebook::default(),
            },
        };
        let Cached { assembled, codebook, .. } = &mut cached;
        let report = query::answer_with(&views, assembled, &document.report, codebook);
        self.cached = Some(cached);
        Ok(report)
    }

    /// The groups that a filter on a dimension can choose from.
    fn groups(&mut self, mut document: Document, dimension: Dimension) -> Option<Breakdown> {
        document.report.filters.retain(|f| f.dimension != dimension);
        document.report.blocks = vec![BlockSpec::Breakdown(BreakdownSpec {
            dimension,
            measures: vec![MeasureId::Leads],
            sort: Some((MeasureId::Leads, Order::Descending)),
        })];
        let report = self.report(&document).ok()?;
        match report.blocks.into_iter().next()? {
            Answer::Breakdown(groups) => Some(groups),
            _ => None,
        }
    }
}

/// The tables that are ready, in the order of their ids.
fn views(held: &BTreeMap<FileId, Held>) -> Vec<FileView<'_>> {
    held.values()
        .filter_map(|h| h.imported.as_deref())
        .map(|i| FileView { profile: &i.profile, table: &i.table })
        .collect()
}

/// The rows on both sides of a physical line, with the row that it belongs to.
fn rows_near(table: &Table, line: u32, around: u32) -> Vec<NearRow> {
    let around = around.min(MOST_AROUND) as usize;
    let at = table.lines.partition_point(|begins| *begins <= line).saturating_sub(1);
    let rows = at.saturating_sub(around)..(at + around + 1).min(table.rows);
    let near = |row: usize| {
        let mut near = NearRow {
            record: table.records.get(row).copied().unwrap_or(0),
            line: table.lines.get(row).copied().unwrap_or(0),
            ..NearRow::default()
        };
        for (number, column) in table.columns.iter().enumerate() {
            let unread = column.unread.binary_search_by_key(&row, |(row, _)| *row as usize);
            let mut cell = match unread.ok().and_then(|at| column.unread.get(at)) {
                Some((_, text)) => {
                    near.unread.push(number as u32);
                    text.clone()
                }
                None => column.plain_text(row),
            };
            if let Some((end, _)) = cell.char_indices().nth(MOST_LETTERS) {
                cell.truncate(end);
                cell.push('…');
            }
            near.cells.push(cell);
        }
        near
    };
    rows.map(near).collect()
}

/// The same mapping with the small report of the mapping screen.
fn preview_of(document: &Document) -> Document {
    let report = ReportSpec {
        blocks: vec![BlockSpec::Funnel(FunnelSpec {})],
        currency: document.report.currency.clone(),
        policy: document.report.policy,
        ..ReportSpec::default()
    };
    Document { report, ..document.clone() }
}

fn lane_of(request: &Request) -> Option<(Lane, Generation)> {
    match request {
        Request::Suggest { generation, .. } => Some((Lane::Suggest, *generation)),
        Request::Explain { generation, .. } => Some((Lane::Explain, *generation)),
        Request::Build { generation, .. } => Some((Lane::Build, *generation)),
        Request::Groups { generation, .. } => Some((Lane::Groups, *generation)),
        Request::Rows { generation, .. } => Some((Lane::Rows, *generation)),
        _ => None,
    }
}
