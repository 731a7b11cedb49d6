//! The page's end of the wire: starts the worker, waits for it to be ready, counts generations,
//! drops late answers, and starts another worker when one dies.

use crate::app::state::{AppState, AppStateStoreFields, Notice, SessionStoreFields, WorkerState};
use crate::engine::import::ImportOptions;
use crate::protocol::{Event, FileId, Generation, Lane, Request};
use crate::web::{spawn, wire};
use leptos::prelude::*;
use reactive_stores::Store;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{File, MessageEvent, Worker};

/// A worker that dies this often in a row is not started again.
const MOST_RESTARTS: u32 = 3;

/// Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct Client(Rc<RefCell<Inner>>);

struct Inner {
    state: Store<AppState>,
    worker: Option<Worker>,
    ready: bool,
    restarts: u32,
    waiting: Vec<(Request, Option<File>)>,
    /// The handles of this session's files, to read them again after the worker died.
    handles: BTreeMap<FileId, Handle>,
    imports: BTreeMap<FileId, Generation>,
    lanes: [Generation; Lane::COUNT],
    next_file: FileId,
    on_event: fn(Store<AppState>, &Client, Event),
}

/// What it takes to read a file again.
#[derive(Clone)]
struct Handle {
    /// Not always the File's own: a table in an archive has a name of its own.
    name: String,
    file: File,
    options: ImportOptions,
}

impl Client {
    /// Starts the worker. `on_event` hears every answer that is not out of date.
    pub fn start(state: Store<AppState>, on_event: fn(Store<AppState>, &Client, Event)) -> Client {
        let client = Client(Rc::new(RefCell::new(Inner {
            state,
            worker: None,
            ready: false,
            restarts: 0,
            waiting: Vec::new(),
            handles: BTreeMap::new(),
            imports: BTreeMap::new(),
            lanes: [0; Lane::COUNT],
            next_file: 1,
            on_event,
        })));
        client.spawn();
        client
    }

    /// A number for a new file.
    pub fn new_file(&self) -> FileId {
        let mut inner = self.0.borrow_mut();
        inner.next_file += 1;
        inner.next_file - 1
    }

    /// The handle of a file, as the browser gave it.
    pub fn handle(&self, id: FileId) -> Option<File> {
        self.0.borrow().handles.get(&id).map(|h| h.file.clone())
    }

    /// Reads a file under a name.
    pub fn open(&self, id: FileId, name: &str, file: &File, options: ImportOptions) {
        let generation = self.next_import(id);
        let (name, bytes) = (name.to_owned(), file.size() as u64);
        let handle = Handle { name: name.clone(), file: file.clone(), options: options.clone() };
        self.0.borrow_mut().handles.insert(id, handle);
        let request = Request::Open { file: id, generation, name, bytes, options };
        self.send(request, Some(file.clone()));
    }

    /// Makes and reads the sample files.
    pub fn sample(&self, ids: Vec<FileId>) {
        let generation = 1;
        for id in &ids {
            self.0.borrow_mut().imports.insert(*id, generation);
        }
        self.send(Request::Sample { files: ids, generation }, None);
    }

    /// Reads a file again with other options.
    pub fn reread(&self, id: FileId, options: ImportOptions) {
        let generation = self.next_import(id);
        if let Some(held) = self.0.borrow_mut().handles.get_mut(&id) {
            held.options = options.clone();
        }
        self.send(Request::Reread { file: id, generation, options }, None);
    }

    /// Stops reading a file.
    pub fn cancel(&self, id: FileId) {
        self.send(Request::Cancel { file: id }, None);
    }

    /// Forgets a file.
    pub fn close(&self, id: FileId) {
        self.0.borrow_mut().handles.remove(&id);
        self.0.borrow_mut().imports.remove(&id);
        self.send(Request::Close { file: id }, None);
    }

    /// Asks in a lane; an older question of the lane is answered no more.
    pub fn ask(&self, lane: Lane, request: impl FnOnce(Generation) -> Request) {
        let (state, generation) = {
            let mut inner = self.0.borrow_mut();
            let count = &mut inner.lanes[lane as usize];
            *count += 1;
            let generation = *count;
            (inner.state, generation)
        };
        if matches!(lane, Lane::Suggest | Lane::Build) {
            state.session().answering().set(true);
        }
        self.send(request(generation), None);
    }

    /// Asks for a plain table over one file.
    #[cfg(feature = "bench")]
    pub fn tabulate(&self, file: FileId, spec: crate::engine::query::tabulate::TabulateSpec) {
        self.send(Request::Tabulate { file, spec }, None);
    }

    fn next_import(&self, id: FileId) -> Generation {
        let mut inner = self.0.borrow_mut();
        let generation = inner.imports.entry(id).or_insert(0);
        *generation += 1;
        *generation
    }

    fn send(&self, request: Request, file: Option<File>) {
        let mut inner = self.0.borrow_mut();
        match &inner.worker {
            Some(worker) if inner.ready => {
                let posted = post(worker, &request, file.as_ref());
                drop(inner);
                if let Err(reason) = posted {
                    self.misread(reason);
                }
            }
            _ => inner.waiting.push((request, file)),
        }
    }

    /// An answer will never come: nobody is to wait for it.
    fn misread(&self, reason: String) {
        let session = self.0.borrow().state.session();
        session.worker().set(WorkerState::Misread(reason));
        session.answering().set(false);
    }

    fn spawn(&self) {
        let state = self.0.borrow().state;
        let worker = match spawn::spawn() {
            Ok(worker) => worker,
            Err(reason) => {
                state.session().worker().set(WorkerState::Failed(reason));
                return;
            }
        };
        let heard = self.clone();
        let on_message =
            Closure::<dyn FnMut(MessageEvent)>::new(
                move |message: MessageEvent| match wire::unpack::<Event>(&message.data()) {
                    Some(Ok((event, _))) => heard.hear(event),
                    Some(Err(reason)) => heard.misread(reason),
                    None => {}
                },
            );
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        on_message.forget();
        let died = self.clone();
        let on_error = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            event.prevent_default();
            died.restart();
        });
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        on_error.forget();
        self.0.borrow_mut().worker = Some(worker);
    }

    fn hear(&self, event: Event) {
        if event == Event::Ready {
            self.flush();
            return;
        }
        if let Event::Misread { reason } = event {
            self.misread(reason);
            return;
        }
        let (state, on_event, current) = {
            let inner = self.0.borrow();
            (inner.state, inner.on_event, inner.is_current(&event))
        };
        if current {
            // What a proposal leads to is asked at once, in `on_event`.
            if matches!(
                event,
                Event::Suggested { .. }
                    | Event::Built { .. }
                    | Event::BuildFailed { lane: Lane::Build, .. }
            ) {
                state.session().answering().set(false);
            }
            #[cfg(feature = "bench")]
            let heard = event.clone();
            on_event(state, self, event);
            #[cfg(feature = "bench")]
            super::bench::hear(heard);
        }
    }

    fn flush(&self) {
        let (state, waiting, restarted) = {
            let mut inner = self.0.borrow_mut();
            inner.ready = true;
            (inner.state, std::mem::take(&mut inner.waiting), inner.restarts > 0)
        };
        let now = if restarted { WorkerState::Restarted } else { WorkerState::Ready };
        state.session().worker().set(now);
        if let Some(root) = document().document_element() {
            // Tests and people with developer tools see when the worker listens.
            let _ = root.set_attribute("data-worker", "ready");
        }
        #[cfg(feature = "bench")]
        super::bench::hear(Event::Ready);
        for (request, file) in waiting {
            self.send(request, file);
        }
    }

    /// The worker died: a new one reads the files that the page still holds.
    fn restart(&self) {
        let (state, files, give_up) = {
            let mut inner = self.0.borrow_mut();
            if let Some(worker) = inner.worker.take() {
                worker.terminate();
            }
            inner.ready = false;
            inner.restarts += 1;
            inner.waiting.clear();
            let files: Vec<_> = inner.handles.iter().map(|(id, h)| (*id, h.clone())).collect();
            (inner.state, files, inner.restarts > MOST_RESTARTS)
        };
        if give_up {
            state.session().worker().set(WorkerState::Failed(String::new()));
            return;
        }
        state.session().worker().set(WorkerState::Restarted);
        super::action::notify(state, Notice::WorkerRestarted);
        self.spawn();
        for (id, Handle { name, file, options }) in files {
            self.open(id, &name, &file, options);
        }
    }
}

impl Inner {
    fn is_last(&self, lane: Lane, generation: Generation) -> bool {
        self.lanes.get(lane as usize) == Some(&generation)
    }

    fn is_current(&self, event: &Event) -> bool {
        match event {
            Event::Ready => true,
            Event::Progress { file, generation, .. }
            | Event::Opened { file, generation, .. }
            | Event::Imported { file, generation, .. }
            | Event::ImportFailed { file, generation, .. }
            | Event::Several { file, generation, .. }
            | Event::ImportCancelled { file, generation } => {
                self.imports.get(file) == Some(generation)
            }
            Event::Suggested { generation, .. } => self.is_last(Lane::Suggest, *generation),
            Event::Previewed { generation, .. } => self.is_last(Lane::Preview, *generation),
            Event::Explained { generation, .. } => self.is_last(Lane::Explain, *generation),
            Event::Built { generation, .. } => self.is_last(Lane::Build, *generation),
            Event::Grouped { generation, .. } => self.is_last(Lane::Groups, *generation),
            Event::BuildFailed { generation, lane, .. } => self.is_last(*lane, *generation),
            Event::Superseded { .. } => false,
            Event::Rows { generation, .. } => self.is_last(Lane::Rows, *generation),
            Event::LeftRows { generation, .. } => self.is_last(Lane::LeftRows, *generation),
            Event::Traced { generation, .. } => self.is_last(Lane::Lineage, *generation),
            Event::Audited { generation, .. } => self.is_last(Lane::Audit, *generation),
            Event::Window { generation, taken: true, .. } => self.is_last(Lane::Taken, *generation),
            Event::Window { generation, .. } => self.is_last(Lane::Window, *generation),
            Event::Requests { .. } | Event::Misread { .. } => true,
            #[cfg(feature = "bench")]
            Event::Tabulated { .. } => true,
        }
    }
}

fn post(worker: &Worker, request: &Request, file: Option<&File>) -> Result<(), String> {
    let parcel = wire::pack_request(request, file)?;
    // A failing post means that the worker is gone, and `onerror` hears of that.
    let _ = worker.post_message_with_transfer(&parcel.message, &parcel.transfer);
    Ok(())
}
