//! A preset in the place of a document: put to next month's files as the page does it, with the list
//! of what no longer fits on stderr, so that the answer on stdout stays what it is.

use crate::Failure;
use crate::disk::{FilesOnDisk, read_all};
use crate::lines::{harmless, one_line};
use std::ffi::OsString;
use std::io::Write;
use tundish::engine::append::compare;
use tundish::engine::append::decide::follow_in_report;
use tundish::engine::document::Document;
use tundish::engine::fit::fit;
use tundish::engine::funnel::assemble;
use tundish::engine::mapping::Mapping;
use tundish::engine::mapping::view::explain;
use tundish::engine::preset::check::Now;
use tundish::engine::preset::{Preset, PresetCheck, apply, check};
use tundish::engine::query;
use tundish::i18n::{Strings, strings_for};

/// The document that the preset makes of these files.
pub fn prepared(
    preset: &Preset,
    files: &[OsString],
    words: &Strings,
) -> Result<(Document, FilesOnDisk), Failure> {
    let mut files = read_all(files, &Mapping::default())?;
    let mut document = apply(preset, &files.shelf.profiles(), &Document::default());
    let before = document.mapping.clone();
    // Read as decided first: what a wrong reading shows is no ground for proposals.
    files.read_again(&document.mapping)?;
    document.mapping = files.suggest(&document.mapping)?;
    if files.read_again(&document.mapping)? {
        document.mapping = files.suggest(&document.mapping)?;
    }
    compare::show(&mut document.report, &before, &document.mapping);
    follow_in_report(&mut document.report, &document.mapping.groups);
    fit(&mut document.report, &document.mapping);
    let words = strings_for(words.locale, document.mapping.records());
    say(&checked(preset, &document, &files), words);
    Ok((document, files))
}

fn checked(preset: &Preset, document: &Document, files: &FilesOnDisk) -> PresetCheck {
    let views = files.shelf.views();
    let made = assemble(&views, &document.mapping).ok();
    let preview = made.map(|made| query::preview(&made, &document.report));
    let now = Now {
        files: &files.shelf.profiles(),
        document,
        view: &explain(&views, &document.mapping),
        currencies: preview.as_ref().map_or(&[], |p| p.currencies.as_slice()),
        extent: preview.as_ref().and_then(|p| p.extent),
    };
    check(preset, &now)
}

fn say(check: &PresetCheck, words: &Strings) {
    let p = &words.preset;
    let look = check.issues.iter().filter(|i| i.needs_look()).count() as u64;
    let notes = check.issues.len() as u64 - look;
    let outcome = match look + notes {
        0 => p.check_fits.to_owned(),
        _ => (p.check_counts)(look, notes),
    };
    let mut text = format!("tundish: {} {outcome}\n", (p.check_title)(&check.preset));
    for issue in &check.issues {
        let told = (p.issue)(issue, words);
        let mark = if issue.needs_look() { "!" } else { "-" };
        text += &one_line(&format!("  [{mark}] {} {}", told.text, told.advice));
        text.push('\n');
    }
    // Where even stderr is closed, nobody listens.
    let _ = std::io::stderr().write_all(harmless(&text).as_bytes());
}
