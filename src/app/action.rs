//! Every write to the state. A screen calls one of these; the worker's answers arrive at
//! [`on_event`]. Not here: what anything looks like.

use crate::app::answer::{changed, is_reading, on_event, suggest};
use crate::app::client::Client;
use crate::app::reading::reread_renewed;
use crate::app::state::*;
use crate::app::storage;
use crate::engine::document::Document;
use crate::engine::filter::{Grain, PeriodSpec};
use crate::engine::import::ImportOptions;
use crate::engine::mapping::FileKind;
use crate::engine::preset::Preset;
use crate::export::link;
use crate::format::Locale;
use crate::protocol::{FileId, Lane, Request};
use leptos::prelude::*;
use reactive_stores::Store;
use web_sys::File;

/// How many steps can be undone.
const MOST_UNDO: usize = 50;
/// The sample has three files.
const SAMPLE_FILES: usize = 3;

/// State and worker, handed to every screen by context.
#[derive(Clone, Copy)]
pub struct App {
    pub state: Store<AppState>,
    /// What one record is: a deal or a lead.
    pub records: Memo<FileKind>,
    client: StoredValue<Client, LocalStorage>,
}

impl App {
    /// Starts the worker over a state that has been restored.
    pub fn start(state: Store<AppState>) -> App {
        let records = Memo::new(move |_| state.document().read().mapping.records());
        let client = StoredValue::new_local(Client::start(state, on_event));
        App { state, records, client }
    }

    /// The app of this page.
    pub fn here() -> App {
        expect_context::<App>()
    }

    pub(super) fn client(self) -> Client {
        self.client.get_value()
    }

    /// Takes in files that were dropped or chosen.
    pub fn add_files(self, files: Vec<File>) {
        for file in files {
            let id = self.client().new_file();
            let options = self.remembered_options(&file.name());
            let (name, bytes) = (file.name(), file.size() as u64);
            self.push_file(id, name, bytes, options.clone());
            let name = file.name();
            self.client().open(id, &name, &file, options);
        }
    }

    /// An archive of several tables gives way to them: each is a file of its own.
    pub fn unpack(state: Store<AppState>, client: &Client, id: FileId, entries: &[String]) {
        let Some(file) = client.handle(id) else { return };
        client.close(id);
        let document = state.document();
        let entries: Vec<FileEntry> = entries
            .iter()
            .map(|entry| {
                let name = format!("{}/{entry}", file.name());
                let remembered = remembered_options(&document.read_untracked(), &name);
                let options = ImportOptions { entry: Some(entry.clone()), ..remembered };
                let status = FileStatus::Reading { began_ms: now_ms(), bytes_read: 0, rows: 0 };
                let (id, bytes) = (client.new_file(), file.size() as u64);
                FileEntry { id, name, bytes, options, status, before: None }
            })
            .collect();
        let opened = entries.clone();
        state.session().files().update(|files| {
            let at = files.iter().position(|f| f.id == id).unwrap_or(files.len());
            files.retain(|f| f.id != id);
            files.splice(at..at, entries);
        });
        for entry in opened {
            client.open(entry.id, &entry.name, &file, entry.options);
        }
    }

    /// Forgets files and document alike; the document can be brought back by undo.
    pub fn start_over(self) {
        self.clear_files();
        self.edit(|document| *document = Document::default());
        self.go(Screen::Data);
    }

    /// Loads the sample and goes to its report.
    pub fn load_sample(self) {
        self.clear_files();
        // A year against the year before, so that every figure shows its change.
        let mut document = Document::default();
        document.report.period = PeriodSpec::Last(12, Grain::Month);
        // What was decided about other files can be brought back by undo.
        if self.state.document().read_untracked().mapping.files.is_empty() {
            self.state.document().set(document);
        } else {
            self.edit(|d| *d = document);
        }
        let ids: Vec<FileId> = (0..SAMPLE_FILES).map(|_| self.client().new_file()).collect();
        for id in &ids {
            self.push_file(*id, String::new(), 0, ImportOptions::default());
        }
        self.client().sample(ids);
        self.go(Screen::Report);
    }

    pub fn cancel_file(self, id: FileId) {
        self.client().cancel(id);
    }

    pub fn remove_file(self, id: FileId) {
        self.client().close(id);
        self.state.session().files().update(|files| files.retain(|f| f.id != id));
        self.state.session().selected().update(|s| {
            if *s == Some(id) {
                *s = None;
            }
        });
        suggest(self.state, &self.client());
    }

    /// Forgets all files; the document stays.
    pub fn clear_files(self) {
        let ids: Vec<FileId> =
            self.state.session().files().read_untracked().iter().map(|f| f.id).collect();
        for id in ids {
            self.client().close(id);
        }
        self.state.session().files().set(Vec::new());
        self.state.session().selected().set(None);
        self.state.session().presets().update(|p| p.offered = None);
        self.state.session().view().set(None);
        self.state.session().preview().set(None);
        self.state.session().report().set(ReportState::Nothing);
    }

    pub fn select_file(self, id: FileId) {
        self.state.session().selected().set(Some(id));
    }

    pub fn go(self, screen: Screen) {
        self.state.session().screen().set(screen);
    }

    pub fn show(self, dialog: Dialog) {
        self.state.session().dialog().set(dialog);
    }

    /// Changes the document: the one way in. Undoable, kept, and answered anew.
    pub fn edit(self, change: impl FnOnce(&mut Document)) {
        if self.change(change) {
            changed(self.state, &self.client());
        }
    }

    /// As [`App::edit`], where other files or tables come of it: what they mean is proposed first.
    pub fn edit_tables(self, change: impl FnOnce(&mut Document)) {
        if self.change(change) {
            suggest(self.state, &self.client());
        }
    }

    /// Whether anything is another now.
    pub(super) fn change(self, change: impl FnOnce(&mut Document)) -> bool {
        let before = self.state.document().get_untracked();
        // On a copy, since a change may look at the document, for the words of its records say.
        let mut after = before.clone();
        change(&mut after);
        if after == before {
            return false;
        }
        self.state.document().set(after);
        self.keep_for_undo(before);
        true
    }

    /// The document as it was before a decision.
    pub(super) fn keep_for_undo(self, before: Document) {
        self.state.session().undo().update(|undo| {
            undo.push(before);
            if undo.len() > MOST_UNDO {
                undo.remove(0);
            }
        });
        self.state.session().redo().set(Vec::new());
    }

    /// Asks for rows of a table of several files that don't count.
    pub fn show_left(self, group: String) {
        self.client().ask(Lane::LeftRows, |generation| Request::LeftRows {
            generation,
            group,
            start: 0,
            count: u32::MAX,
        });
    }

    pub fn hide_left(self) {
        self.state.session().left().set(None);
    }

    pub fn undo(self) {
        self.step_back(true);
    }

    pub fn redo(self) {
        self.step_back(false);
    }

    fn step_back(self, undo: bool) {
        let session = self.state.session();
        let mut taken = None;
        if undo {
            session.undo().update(|u| taken = u.pop());
        } else {
            session.redo().update(|r| taken = r.pop());
        }
        let Some(document) = taken else { return };
        let now = self.state.document().get_untracked();
        if undo {
            session.redo().update(|r| r.push(now));
        } else {
            session.undo().update(|u| u.push(now));
        }
        self.state.document().set(document);
        reread_renewed(self.state, &self.client());
        changed(self.state, &self.client());
    }

    /// Opens a document's text: a saved file, or what a link carried.
    pub fn open_document(self, text: &str) {
        if Preset::is_meant(text) {
            self.import_preset(text);
            return;
        }
        match Document::from_json(text) {
            Ok(document) => {
                self.replace_document(document);
                notify(self.state, Notice::Opened);
            }
            Err(error) => notify(self.state, Notice::NotADocument(error.to_string())),
        }
    }

    /// Puts another document in the place of this one; files stay and are mapped anew.
    pub fn replace_document(self, document: Document) {
        let before = self.state.document().get_untracked();
        self.state.session().undo().update(|undo| undo.push(before));
        self.state.document().set(document);
        let client = self.client();
        if is_reading(self.state) || self.state.session().files().read_untracked().is_empty() {
            changed(self.state, &client);
        } else {
            suggest(self.state, &client);
        }
    }

    /// The link that carries this document.
    pub fn share_link(self) -> String {
        let location = window().location();
        let href = location.href().unwrap_or_default();
        let base = href.split('#').next().unwrap_or_default();
        format!("{base}#{}", link::to_fragment(&self.state.document().read_untracked()))
    }

    pub fn set_locale(self, locale: Locale) {
        storage::keep_locale(locale);
        self.state.session().locale().set(locale);
    }

    pub fn set_theme(self, theme: Theme) {
        storage::keep_theme(theme);
        self.state.session().theme().set(theme);
    }

    /// Asks for proposals for whatever the document leaves open.
    pub fn suggest(self) {
        suggest(self.state, &self.client());
    }

    pub fn notify(self, notice: Notice) {
        notify(self.state, notice);
    }

    fn push_file(self, id: FileId, name: String, bytes: u64, options: ImportOptions) {
        let status = FileStatus::Reading { began_ms: now_ms(), bytes_read: 0, rows: 0 };
        let entry = FileEntry { id, name, bytes, options, status, before: None };
        self.state.session().files().update(|files| files.push(entry));
    }

    /// What the document says about reading a file of this name.
    fn remembered_options(self, name: &str) -> ImportOptions {
        remembered_options(&self.state.document().read_untracked(), name)
    }
}

fn remembered_options(document: &Document, name: &str) -> ImportOptions {
    document.mapping.import_of(name).cloned().unwrap_or_default()
}

/// Says something to the user.
pub fn notify(state: Store<AppState>, notice: Notice) {
    state.session().notice().update(|current| {
        let number = current.as_ref().map_or(0, |(n, _)| n + 1);
        *current = Some((number, notice));
    });
}

/// Milliseconds of the page's clock.
pub fn now_ms() -> f64 {
    window().performance().map_or(0.0, |p| p.now())
}
