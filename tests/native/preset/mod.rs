//! Presets: what was decided about one month's files, put to the next month's.

mod next_month;
mod real;
mod sources;
mod text;

use tundish::engine::append::Shelf;
use tundish::engine::append::compare;
use tundish::engine::append::decide::follow_in_report;
use tundish::engine::document::Document;
use tundish::engine::fit::fit;
use tundish::engine::funnel::assemble;
use tundish::engine::import::{ImportOptions, Imported, Importer, Step};
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::view::{MappingView, explain};
use tundish::engine::preset::check::Now;
use tundish::engine::preset::{Preset, PresetCheck, PresetIssue, apply, check};
use tundish::engine::query::{build_report, preview};
use tundish::engine::report::Report;

/// Files as they come: name and bytes.
pub type Given = Vec<(String, Vec<u8>)>;

pub fn given(files: &[(&str, &str)]) -> Given {
    files.iter().map(|(n, t)| ((*n).to_owned(), t.as_bytes().to_vec())).collect()
}

fn read(name: &str, bytes: &[u8], options: &ImportOptions) -> Imported {
    let source = std::io::Cursor::new(bytes.to_vec());
    let mut importer = Importer::new(name, bytes.len() as u64, source, options.clone());
    loop {
        if let Step::Done(imported) = importer.step(1 << 20).unwrap() {
            return *imported;
        }
    }
}

/// Files on the desk, with a document about them.
pub struct Desk {
    given: Given,
    pub shelf: Shelf,
    pub document: Document,
}

impl Desk {
    /// Files with what is proposed for them.
    pub fn new(given: Given) -> Desk {
        let mut shelf = Shelf::default();
        for ((name, bytes), number) in given.iter().zip(0..) {
            shelf.put(number, read(name, bytes, &ImportOptions::default()));
        }
        let mut desk = Desk { given, shelf, document: Document::default() };
        desk.settle();
        desk
    }

    /// As the page and the command line do it: files are read as the document says, what it leaves
    /// open is proposed.
    pub fn settle(&mut self) {
        let again: Vec<(usize, ImportOptions)> = {
            let profiles = self.shelf.profiles();
            let all = profiles.iter().enumerate();
            all.filter_map(|(at, f)| {
                let import = self.document.mapping.import_of(&f.name)?;
                (*import != f.options).then(|| (at, import.clone()))
            })
            .collect()
        };
        for (at, options) in again {
            let (name, bytes) = &self.given[at];
            self.shelf.put(at as u32, read(name, bytes, &options));
        }
        let mapping = self.shelf.grouped(&self.document.mapping);
        for file in self.shelf.arrange(&mapping) {
            let (name, bytes) = &self.given[file as usize];
            let options = mapping.import_of(name).cloned().unwrap_or_default();
            self.shelf.put(file, read(name, bytes, &options));
        }
        assert!(self.shelf.arrange(&mapping).is_empty());
        let now = suggest(&self.shelf.views(), &mapping);
        let before = std::mem::replace(&mut self.document.mapping, now);
        compare::show(&mut self.document.report, &before, &self.document.mapping);
        follow_in_report(&mut self.document.report, &self.document.mapping.groups);
        fit(&mut self.document.report, &self.document.mapping);
    }

    /// One more file.
    pub fn add(&mut self, name: &str, text: &str) {
        let number = self.given.len() as u32;
        self.shelf.put(number, read(name, text.as_bytes(), &ImportOptions::default()));
        self.given.push((name.to_owned(), text.as_bytes().to_vec()));
        self.settle();
    }

    pub fn view(&self) -> MappingView {
        explain(&self.shelf.views(), &self.document.mapping)
    }

    pub fn report(&self) -> Report {
        build_report(&self.shelf.views(), &self.document).expect("the mapping fits the files")
    }

    pub fn preset(&self, blocks: bool) -> Preset {
        let view = self.view();
        Preset::of("Monthly", &self.document, &self.shelf.profiles(), Some(&view), blocks)
    }

    pub fn apply(&mut self, preset: &Preset) -> PresetCheck {
        self.document = apply(preset, &self.shelf.profiles(), &self.document);
        self.settle();
        self.check(preset)
    }

    pub fn check(&self, preset: &Preset) -> PresetCheck {
        let (files, view) = (self.shelf.profiles(), self.view());
        let made = assemble(&self.shelf.views(), &self.document.mapping);
        let preview = preview(&made.expect("the mapping fits the files"), &self.document.report);
        let now = Now {
            files: &files,
            document: &self.document,
            view: &view,
            currencies: &preview.currencies,
            extent: preview.extent,
        };
        check(preset, &now)
    }
}

/// Entries that satisfy a condition.
pub fn find(check: &PresetCheck, is: impl Fn(&PresetIssue) -> bool) -> Vec<&PresetIssue> {
    check.issues.iter().filter(|i| is(i)).collect()
}
