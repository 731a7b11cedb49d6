//! The selected file: how it was read, what was assumed, its first rows, what was odd. While it is
//! read again the last reading stays in sight, so that nothing jumps and no focus is lost.

use crate::app::action::App;
use crate::app::chosen::shown_on_data;
use crate::app::part::assumption_list::AssumptionList;
use crate::app::part::column_options::ColumnOptions;
use crate::app::part::exporter_note::ExporterNote;
use crate::app::part::import_options::ImportOptionsBar;
use crate::app::part::issue_list::IssueList;
use crate::app::part::popover::Anchor;
use crate::app::part::preview_table::PreviewTable;
use crate::app::part::verdict::Verdict;
use crate::app::state::{AppStateStoreFields, FileStatus, SessionStoreFields};
use crate::app::words;
use crate::engine::error::ImportError;
use crate::engine::import::ImportOptions;
use crate::engine::issue::IssueKind;
use crate::engine::profile::FileProfile;
use crate::protocol::FileId;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

/// A profile, told apart by where it is: a file that was read again has another.
#[derive(Clone, Debug)]
pub struct Shared(Arc<FileProfile>);

impl PartialEq for Shared {
    fn eq(&self, other: &Shared) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Shared {
    type Target = FileProfile;
    fn deref(&self) -> &FileProfile {
        &self.0
    }
}

/// The file as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub id: FileId,
    pub name: String,
    pub options: ImportOptions,
    pub profile: Shared,
    /// It is being read again.
    pub busy: bool,
    /// The last decision made it unreadable.
    pub error: Option<ImportError>,
}

/// The file, and what of it is opened: shared by the parts of the preview.
#[derive(Clone, Copy)]
pub struct Desk {
    pub file: Memo<Shown>,
    /// Kinds of issues whose places are shown.
    pub open: RwSignal<BTreeSet<IssueKind>>,
    /// The place whose surroundings are shown, and the one that is being corrected, by its key.
    pub place: RwSignal<Option<String>>,
    pub correcting: RwSignal<Option<String>>,
    /// A column whose options are asked for, and where they open.
    pub column: RwSignal<Option<(String, Anchor)>>,
}

impl Desk {
    pub fn id(self) -> FileId {
        self.file.with_untracked(|f| f.id)
    }
}

#[component]
pub fn FilePreview() -> impl IntoView {
    let app = App::here();
    let shown = Memo::new(move |_| {
        let session = app.state.session();
        let id = shown_on_data(app);
        let files = session.files().read();
        let entry = files.iter().find(|f| Some(f.id) == id)?;
        Some(Shown {
            id: entry.id,
            name: entry.name.clone(),
            options: entry.options.clone(),
            profile: Shared(entry.last_profile()?.clone()),
            busy: entry.is_reading(),
            error: match &entry.status {
                FileStatus::Failed(error) => Some(error.clone()),
                _ => None,
            },
        })
    });
    let id = Memo::new(move |_| shown.read().as_ref().map(|s| s.id));
    view! {
        {move || id.get().and_then(|_| {
            let first = shown.get_untracked()?;
            // When the file is removed, the parts see its last state until they are gone.
            let file = Memo::new(move |last: Option<&Shown>| {
                let now = shown.get().filter(|s| s.id == first.id);
                now.or_else(|| last.cloned()).unwrap_or_else(|| first.clone())
            });
            Some(view! { <Preview file/> })
        })}
    }
}

/// In so many turns the parts below the first lines come.
const TURNS: u8 = 2;

#[component]
fn Preview(file: Memo<Shown>) -> impl IntoView {
    let desk = Desk {
        file,
        open: RwSignal::new(BTreeSet::new()),
        place: RwSignal::new(None),
        correcting: RwSignal::new(None),
        column: RwSignal::new(None),
    };
    let error = Memo::new(move |_| file.read().error.clone());
    // The first time, the parts come one by one, so that the page stays quick meanwhile.
    let drawn = RwSignal::new(0u8);
    let next = move || {
        drawn.try_update(|drawn| *drawn += 1);
    };
    let has_come = move |turn: u8| move || drawn.get() >= turn;
    let is_busy = move || file.read().busy || !has_come(TURNS)();
    for turn in 1..=TURNS {
        set_timeout(next, Duration::from_millis(u64::from(turn) * 16));
    }
    view! {
        <section class="file-preview card" data-part="file-preview"
            aria-labelledby="preview-title" aria-busy=move || is_busy().to_string()>
            <header>
                <h2 id="preview-title" tabindex="-1">{move || file.read().name.clone()}</h2>
                <ImportOptionsBar desk/>
            </header>
            {move || error.get().map(|error| {
                let help = (words().trouble.import_error)(&error);
                view! {
                    <p class="file-error" data-part="preview-error"><b>{help.what}</b>" "{help.todo}</p>
                }
            })}
            <Verdict desk/>
            <ExporterNote desk/>
            <AssumptionList desk/>
            <Show when=has_come(1)>
                <PreviewTable desk/>
            </Show>
            <Show when=has_come(TURNS)>
                <IssueList desk/>
                <ColumnOptions desk/>
            </Show>
        </section>
    }
}
