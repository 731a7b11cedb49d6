//! What the user decides about how a file is read: kept in the document, undoable, and the file is
//! read again at once. Not here: what the reading gives (`answer`).

use crate::app::action::{App, now_ms};
use crate::app::answer::update_file;
use crate::app::client::Client;
use crate::app::part::assumption_list::Way;
use crate::app::state::*;
use crate::engine::import::{ColumnOption, Correction, ImportOptions};
use crate::engine::profile::FileProfile;
use crate::protocol::FileId;
use leptos::prelude::*;
use reactive_stores::Store;

impl App {
    /// Reads a file again as the user says.
    pub fn reread_file(self, id: FileId, options: ImportOptions) {
        let files = self.state.session().files();
        let Some(name) = files.read_untracked().iter().find(|f| f.id == id).map(|f| f.name.clone())
        else {
            return;
        };
        let before = self.state.document().get_untracked();
        let mut after = before.clone();
        after.mapping.set_import(&name, &options);
        if after != before {
            self.state.document().set(after);
            self.keep_for_undo(before);
        }
        reread(self.state, &self.client(), id, options);
    }

    /// Changes something about how a file is read.
    pub fn change_reading(self, id: FileId, change: impl FnOnce(&mut ImportOptions)) {
        let files = self.state.session().files();
        let now = files.read_untracked().iter().find(|f| f.id == id).map(|f| f.options.clone());
        let Some(now) = now else { return };
        let mut options = now.clone();
        change(&mut options);
        if options != now {
            self.reread_file(id, options);
        }
    }

    /// Reads a text of a column otherwise than the file has it; an empty reading leaves the cell
    /// empty, `None` takes the correction back.
    pub fn correct(self, id: FileId, column: &str, text: &str, reading: Option<&str>) {
        self.change_reading(id, |options| {
            options.corrections.retain(|c| c.column != column || c.text != text);
            if let Some(reading) = reading {
                options.corrections.push(Correction {
                    column: column.to_owned(),
                    text: text.to_owned(),
                    reading: reading.trim().to_owned(),
                });
            }
        });
    }

    /// Settles how a column is meant that can be read in two ways.
    pub fn settle(self, id: FileId, column: &str, way: Way) {
        self.change_column(id, column, &|option| match way {
            Way::Order(order) => option.date_order = Some(order),
            Way::Sign(sign) => option.decimal = Some(sign),
        });
    }

    /// Changes how one column is read.
    pub fn change_column(self, id: FileId, header: &str, change: &dyn Fn(&mut ColumnOption)) {
        self.change_reading(id, |options| {
            let at = options.columns.iter().position(|c| c.header == header);
            let mut column = at.map(|at| options.columns.remove(at)).unwrap_or_default();
            header.clone_into(&mut column.header);
            change(&mut column);
            let says_nothing =
                ColumnOption { header: header.to_owned(), ..ColumnOption::default() };
            if column != says_nothing {
                let at = at.unwrap_or(options.columns.len());
                options.columns.insert(at, column);
            }
        });
    }
}

/// Reads a held file again; what is known of it stays on the page meanwhile.
pub fn reread(state: Store<AppState>, client: &Client, id: FileId, options: ImportOptions) {
    let began_ms = now_ms();
    update_file(state, id, |entry| {
        entry.options = options.clone();
        entry.before = entry.last_profile().cloned();
        entry.status = FileStatus::Reading { began_ms, bytes_read: 0, rows: 0 };
    });
    client.reread(id, options);
}

/// Reads those files again that were read otherwise than the document says: a decision was taken
/// back, or next month's file was recognised by its headers only after it was read, and is then
/// read as the last one was. Whether there are such files.
pub fn reread_renewed(state: Store<AppState>, client: &Client) -> bool {
    let renewed: Vec<_> = {
        let document = state.document().read_untracked();
        let files = state.session().files();
        let files = files.read_untracked();
        let ready = files.iter().filter(|f| f.last_profile().is_some());
        ready
            .filter_map(|f| {
                let import = document.mapping.import_of(&f.name)?;
                (*import != f.options).then(|| (f.id, import.clone()))
            })
            .collect()
    };
    let any = !renewed.is_empty();
    for (id, options) in renewed {
        reread(state, client, id, options);
    }
    any
}

/// Reading was stopped. A file that had been read before is again what it was.
pub fn cancelled(state: Store<AppState>, id: FileId) {
    let mut back = None;
    update_file(state, id, |entry| {
        entry.status = FileStatus::Cancelled;
        if let Some(profile) = entry.before.take() {
            entry.options = profile.options.clone();
            back = Some((entry.name.clone(), profile.options.clone()));
            entry.status = FileStatus::Ready { profile, took_ms: 0.0 };
        }
    });
    let Some((name, options)) = back else { return };
    state.document().update(|document| document.mapping.set_import(&name, &options));
}

/// What reading a file again has changed.
pub fn difference(before: &FileProfile, now: &FileProfile) -> Notice {
    let unread = |profile: &FileProfile| profile.columns.iter().map(|c| c.unread).sum::<u64>();
    let (before, left) = (unread(before), unread(now));
    if left < before {
        Notice::CameBack { back: before - left, left }
    } else if left > before {
        Notice::Worse(left - before)
    } else {
        Notice::ReadAgain
    }
}
