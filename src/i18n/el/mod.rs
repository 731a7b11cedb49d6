//! Greek.

mod data;
mod dialog;
mod finding;
mod mapping;
mod measure;
mod names;
mod reason;
mod report;
mod shell;
mod trouble;

use super::Strings;
use crate::format::Locale;

pub static STRINGS: Strings = Strings {
    locale: Locale::El,
    shell: shell::SHELL,
    data: data::DATA,
    mapping: mapping::MAPPING,
    report: report::REPORT,
    dialog: dialog::DIALOG,
    names: names::NAMES,
    trouble: trouble::TROUBLE,
};

/// The locale of everything in this folder.
const L: Locale = Locale::El;
