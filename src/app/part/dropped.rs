//! What was dropped as files: those that were dropped themselves, and those in dropped folders.

use super::file_drop::list;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DataTransfer, File, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry,
    FileSystemFileEntry,
};

/// Files of a folder that nobody means to read begin so.
const HIDDEN: char = '.';
/// A folder with more files than this was not dropped for its tables.
const MOST_FILES: usize = 500;

/// Hands over all files once they are known: at once, unless there are folders to look into.
pub fn dropped_files(dropped: &DataTransfer, then: impl FnOnce(Vec<File>) + 'static) {
    let items = dropped.items();
    let entries = (0..items.length()).filter_map(|i| items.get(i));
    let entries: Vec<FileSystemEntry> =
        entries.filter_map(|item| item.webkit_get_as_entry().ok().flatten()).collect();
    if !entries.iter().any(FileSystemEntry::is_directory) {
        then(dropped.files().map(list).unwrap_or_default());
        return;
    }
    let walk = Walk(Rc::new(Found {
        files: RefCell::default(),
        open: Cell::new(1),
        then: RefCell::new(Some(Box::new(then))),
    }));
    for entry in entries {
        walk.look(&entry);
    }
    walk.close();
}

/// What is done with the files.
type Then = Box<dyn FnOnce(Vec<File>)>;

#[derive(Clone)]
struct Walk(Rc<Found>);

struct Found {
    /// Each with its path, by which they are sorted.
    files: RefCell<Vec<(String, File)>>,
    /// Questions to the browser that are not answered yet.
    open: Cell<u32>,
    then: RefCell<Option<Then>>,
}

impl Walk {
    fn look(&self, entry: &FileSystemEntry) {
        let path = entry.full_path();
        if entry.name().starts_with(HIDDEN) || self.0.files.borrow().len() >= MOST_FILES {
            return;
        }
        if let Some(file) = entry.dyn_ref::<FileSystemFileEntry>() {
            let walk = self.clone();
            self.ask(|answered, failed| file.file_with_callback_and_callback(answered, failed), {
                move |found| {
                    if let Ok(file) = found.dyn_into::<File>() {
                        walk.0.files.borrow_mut().push((path, file));
                    }
                }
            });
        } else if let Some(folder) = entry.dyn_ref::<FileSystemDirectoryEntry>() {
            self.list(folder.create_reader());
        }
    }

    /// A reader gives a part of its folder at a time, and nothing at the end.
    fn list(&self, reader: FileSystemDirectoryReader) {
        let walk = self.clone();
        let again = reader.clone();
        self.ask(
            |answered, failed| {
                // A folder that can't be read gives nothing.
                let _ = reader.read_entries_with_callback_and_callback(answered, failed);
            },
            move |found| {
                let entries = js_sys::Array::from(&found);
                for entry in entries.iter().filter_map(|e| e.dyn_into::<FileSystemEntry>().ok()) {
                    walk.look(&entry);
                }
                if entries.length() > 0 {
                    walk.list(again);
                }
            },
        );
    }

    fn ask(
        &self,
        question: impl FnOnce(&js_sys::Function, &js_sys::Function),
        answer: impl FnOnce(JsValue) + 'static,
    ) {
        self.0.open.set(self.0.open.get() + 1);
        let (heard, failed) = (self.clone(), self.clone());
        let on_answer = Closure::once_into_js(move |found: JsValue| {
            answer(found);
            heard.close();
        });
        let on_failure = Closure::once_into_js(move |_: JsValue| failed.close());
        question(on_answer.unchecked_ref(), on_failure.unchecked_ref());
    }

    fn close(&self) {
        let left = self.0.open.get().saturating_sub(1);
        self.0.open.set(left);
        if left > 0 {
            return;
        }
        let mut files = self.0.files.take();
        files.sort_by(|a, b| a.0.cmp(&b.0));
        if let Some(then) = self.0.then.take() {
            then(files.into_iter().map(|(_, file)| file).collect());
        }
    }
}
