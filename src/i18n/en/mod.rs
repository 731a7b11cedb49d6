//! English.

mod data;
mod deal;
mod dialog;
mod finding;
mod mapping;
mod measure;
mod names;
mod reason;
mod report;
mod shell;
mod terminal;
mod trouble;

use super::{Names, Strings};
use crate::format::Locale;

pub static STRINGS: Strings = of(names::NAMES);
/// For records that are deals.
pub static DEALS: Strings = of(Names { measure: deal::measure, ..names::NAMES });

const fn of(names: Names) -> Strings {
    Strings {
        locale: L,
        shell: shell::SHELL,
        data: data::DATA,
        mapping: mapping::MAPPING,
        report: report::REPORT,
        dialog: dialog::DIALOG,
        names,
        trouble: trouble::TROUBLE,
        terminal: terminal::TERMINAL,
    }
}

/// The locale of everything in this folder.
const L: Locale = Locale::En;
