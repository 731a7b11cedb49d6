//! Looking closer: the check-list, rows page by page, and rows as a file. A file is made of pages
//! too, so that the page never holds all rows of a table at once beside the text of the file.

use crate::app::action::App;
use crate::app::client::Client;
use crate::app::download;
use crate::app::state::*;
use crate::engine::query::Figure;
use crate::engine::value::Day;
use crate::engine::window::{MOST_ROWS, Window, WindowSpec};
use crate::export::audit_sheet::window_sheet;
use crate::export::sheet_csv;
use crate::i18n::strings_for;
use crate::protocol::{Lane, Request, RowsOf};
use leptos::prelude::*;
use reactive_stores::Store;

impl App {
    /// Opens the check-list, made anew.
    pub fn show_audit(self) {
        let session = self.state.session();
        session.audit().set(None);
        let document = self.state.document().get_untracked();
        let today = today();
        self.client().ask(Lane::Audit, |generation| Request::Audit { generation, document, today });
        self.show(Dialog::Audit);
    }

    /// Asks what a figure is made of.
    pub fn trace(self, figure: Figure) {
        let document = self.state.document().get_untracked();
        self.client().ask(Lane::Lineage, |generation| Request::Lineage {
            generation,
            document,
            figure,
        });
    }

    /// Asks for a window onto rows.
    pub fn look_at(self, of: RowsOf, spec: WindowSpec) {
        ask(self.state, &self.client(), of, spec, false);
    }

    /// Takes all rows that a window goes over away as a file.
    pub fn take_rows(self, of: RowsOf, spec: WindowSpec, file: String) {
        let spec = WindowSpec { start: 0, count: MOST_ROWS, ..spec };
        let text = String::new();
        let taking = Taking { of: of.clone(), spec: spec.clone(), done: 0, total: 0, text, file };
        self.state.session().taking().set(Some(taking));
        ask(self.state, &self.client(), of, spec, true);
    }
}

fn ask(state: Store<AppState>, client: &Client, of: RowsOf, spec: WindowSpec, taken: bool) {
    let document = state.document().get_untracked();
    let today = today();
    let lane = if taken { Lane::Taken } else { Lane::Window };
    client.ask(lane, |generation| Request::Window { generation, document, of, today, spec, taken });
}

/// A page of a file that is being made; the last one offers it.
pub fn take_in(state: Store<AppState>, client: &Client, of: &RowsOf, window: &Window) {
    let session = state.session();
    let Some(mut taking) = session.taking().get_untracked().filter(|t| t.of == *of) else { return };
    let records = state.document().read_untracked().mapping.records();
    let words = strings_for(session.locale().get_untracked(), records);
    let csv = sheet_csv(&window_sheet(window, words), words.locale.decimal_sign());
    // The head stands in the first page alone.
    let body = csv.split_once("\r\n").map_or("", |(_, body)| body);
    taking.text += if taking.done == 0 { &csv } else { body };
    taking.done += window.rows.len() as u64;
    taking.total = window.found;
    if window.rows.is_empty() || taking.done >= window.found {
        session.taking().set(None);
        download::offer(&taking.file, "text/csv;charset=utf-8", taking.text.as_bytes());
        return;
    }
    let (of, spec) = (taking.of.clone(), WindowSpec { start: taking.done, ..taking.spec.clone() });
    session.taking().set(Some(taking));
    ask(state, client, of, spec, true);
}

/// The day of the page's calendar.
pub fn today() -> Option<Day> {
    let now = js_sys::Date::new_0();
    Day::from_ymd(now.get_full_year() as i32, now.get_month() + 1, now.get_date())
}
