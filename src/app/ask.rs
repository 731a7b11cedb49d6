//! Questions to the worker that change nothing in the document. Not here: those that follow each
//! change of it (`action`).

use crate::app::action::App;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::engine::dimension::Dimension;
use crate::protocol::{FileId, Lane, Request};
use leptos::prelude::*;

impl App {
    /// Asks for the groups of a dimension, for a filter to choose from.
    pub fn ask_groups(self, dimension: Dimension) {
        self.state.session().groups().set(None);
        let document = self.state.document().get_untracked();
        self.client().ask(Lane::Groups, |generation| Request::Groups {
            generation,
            document,
            dimension,
        });
    }
    /// Asks for the rows of a file around a line.
    pub fn ask_rows(self, file: FileId, line: u32, around: u32) {
        self.client().ask(Lane::Rows, |generation| Request::Rows {
            generation,
            file,
            line,
            around,
        });
    }
}
