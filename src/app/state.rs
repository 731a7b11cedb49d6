//! The page's state: one store with the document (what is saved) and the session (what dies with
//! the tab). Everything is written in `action`; screens and parts only read.

use crate::engine::append::Left;
use crate::engine::audit::Audit;
use crate::engine::document::Document;
use crate::engine::error::{BuildError, ImportError};
use crate::engine::import::ImportOptions;
use crate::engine::mapping::view::MappingView;
use crate::engine::preset::{Preset, PresetError};
use crate::engine::profile::FileProfile;
use crate::engine::query::{Figure, Lineage};
use crate::engine::report::{Absence, Breakdown, Preview, Report};
use crate::engine::window::{Window, WindowSpec};
use crate::format::Locale;
use crate::protocol::{FileId, NearRow, RowsOf};
use reactive_stores::Store;
use std::sync::Arc;

/// See the module.
#[derive(Clone, Debug, Default, Store)]
pub struct AppState {
    pub document: Document,
    pub session: Session,
}

/// What the tab knows besides the document.
#[derive(Clone, Debug, Default, Store)]
pub struct Session {
    pub locale: Locale,
    pub theme: Theme,
    pub screen: Screen,
    pub files: Vec<FileEntry>,
    /// The file that was chosen to be shown; see `chosen` for what is shown without a choice.
    pub selected: Option<FileId>,
    /// The mapping explained against the data; `None` until the first answer.
    pub view: Option<Arc<MappingView>>,
    pub preview: Option<Arc<Preview>>,
    pub report: ReportState,
    /// The groups of the dimension that a filter is being made for.
    pub groups: Option<Arc<Breakdown>>,
    /// The rows around the place that is being looked at.
    pub near: Option<Arc<Near>>,
    /// The rows of a table of several files that don't count, while somebody looks at them.
    pub left: Option<Arc<(String, Left)>>,
    /// The check-list, while somebody looks at it.
    pub audit: Option<Arc<Audit>>,
    /// What a figure is made of, while somebody looks at it.
    pub lineage: Option<Arc<Traced>>,
    /// The rows that are looked at, and those that are being taken away as a file.
    pub window: Option<Arc<(RowsOf, Window)>>,
    pub taking: Option<Taking>,
    /// The document or its files have changed, and the report that answers them is on its way.
    pub answering: bool,
    pub worker: WorkerState,
    pub dialog: Dialog,
    /// A sentence that screen readers hear and a toast shows; the number makes repeats new.
    pub notice: Option<(u32, Notice)>,
    /// Requests of this page since it loaded, and of its worker, as the browser counts them.
    pub requests: u32,
    pub worker_requests: u32,
    pub undo: Vec<Document>,
    pub redo: Vec<Document>,
    pub presets: Presets,
}

/// Presets of this browser, and what is going on with them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Presets {
    /// By name.
    pub kept: Vec<Arc<Preset>>,
    /// The last one that was deleted, as long as it can be brought back.
    pub deleted: Option<Arc<Preset>>,
    /// The name of one that fits the files which came last.
    pub offered: Option<String>,
    /// Files have come since presets were looked at.
    pub is_due: bool,
}

/// The three steps; each keeps what the others hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    #[default]
    Data,
    Mapping,
    Report,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    Auto,
    Light,
    Dark,
}

/// One file of the session.
#[derive(Clone, Debug, PartialEq)]
pub struct FileEntry {
    pub id: FileId,
    pub name: String,
    pub bytes: u64,
    pub options: ImportOptions,
    pub status: FileStatus,
    /// What the last reading gave, while the file is read again; the page goes on showing it.
    pub before: Option<Arc<FileProfile>>,
}

impl FileEntry {
    /// The profile of a file that has been read.
    pub fn profile(&self) -> Option<&Arc<FileProfile>> {
        match &self.status {
            FileStatus::Ready { profile, .. } => Some(profile),
            _ => None,
        }
    }

    /// The newest profile that there is, be it of the reading before.
    pub fn last_profile(&self) -> Option<&Arc<FileProfile>> {
        self.profile().or(self.before.as_ref())
    }

    pub fn is_reading(&self) -> bool {
        matches!(self.status, FileStatus::Reading { .. })
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum FileStatus {
    /// `began_ms` is the page's clock.
    Reading {
        began_ms: f64,
        bytes_read: u64,
        rows: u64,
    },
    Ready {
        profile: Arc<FileProfile>,
        took_ms: f64,
    },
    Failed(ImportError),
    Cancelled,
}

/// The rows of a file around a line, as the worker read them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    pub file: FileId,
    pub line: u32,
    pub rows: Vec<NearRow>,
}

/// A figure, and what it is made of or why there is none.
pub type Traced = (Figure, Result<Box<Lineage>, Absence>);

/// Rows on their way into a file, page by page.
#[derive(Clone, Debug, PartialEq)]
pub struct Taking {
    pub of: RowsOf,
    pub spec: WindowSpec,
    pub done: u64,
    pub total: u64,
    pub text: String,
    pub file: String,
}

/// The report as far as it is known. The last answer stays while the next one is worked out.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum ReportState {
    #[default]
    Nothing,
    /// The first answer is on its way.
    Building,
    Built(Arc<Report>),
    Failed(BuildError),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum WorkerState {
    #[default]
    Starting,
    Ready,
    /// It died and was started again; files are read anew.
    Restarted,
    /// It can't be started: the browser's own words.
    Failed(String),
    /// It and the page did not understand each other once: an answer is missing, and only a reload
    /// helps.
    Misread(String),
}

#[derive(Clone, Debug, Default, PartialEq)]
pub enum Dialog {
    #[default]
    None,
    Share,
    Export,
    /// The definition of a measure.
    Measure(crate::engine::measure::MeasureId),
    Privacy,
    Audit,
    Presets,
    /// A figure in a table, and the rows that it is made of.
    Figure(Figure),
    /// A measure of the user's own: a new one, or one by its number; and the block that it is for.
    Own {
        id: Option<u16>,
        block: Option<usize>,
    },
}

/// Something that the user should hear of. The words are in `i18n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    Copied,
    Saved,
    Opened,
    NotADocument(String),
    LinkBroken,
    WorkerRestarted,
    StorageFull,
    Undone,
    Redone,
    /// A file was read again as the user said: how many cells came back, and how many are left.
    CameBack {
        back: u64,
        left: u64,
    },
    /// More cells can't be read than before.
    Worse(u64),
    ReadAgain,
    PresetSaved(String),
    PresetImported(String),
    PresetApplied(String),
    NotAPreset(PresetError),
}
