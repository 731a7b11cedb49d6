//! Files on disk: read as the document says, each known by its name without the folder.

use crate::Failure;
use std::ffi::OsString;
use std::fs::File;
use std::path::{Path, PathBuf};
use tundish::engine::append::Shelf;
use tundish::engine::document::Document;
use tundish::engine::error::{BuildError, ImportError};
use tundish::engine::import::container::{self, BookReader, Opening, Origin, Source};
use tundish::engine::import::{ImportOptions, Imported, Importer, Step};
use tundish::engine::issue::Location;
use tundish::engine::mapping::Mapping;
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::preset::Preset;
use tundish::engine::profile::FileProfile;
use tundish::i18n::Complaint;

/// How much is read in one step: nobody cancels here, so the size matters little.
const SLICE: usize = 1 << 22;

/// Files that were read, and the tables that are made of them.
pub struct FilesOnDisk {
    paths: Vec<PathBuf>,
    pub shelf: Shelf,
}

/// A path as people read it.
pub fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// What was saved: a report, or what was decided about other files.
pub enum Saved {
    Document(Box<Document>),
    Preset(Box<Preset>),
}

/// A saved text: UTF-8, or UTF-16 with its mark, which some shells write on `>`.
pub fn read_saved(path: &Path) -> Result<Saved, Failure> {
    let fail = |reason| Failure::Build(shown(path), BuildError::Document { reason });
    let bytes = std::fs::read(path)
        .map_err(|e| Failure::Import(shown(path), unreadable(path, &e).into()))?;
    let (text, _, is_broken) = encoding_rs::UTF_8.decode(&bytes);
    if is_broken {
        return Err(fail("it is not UTF-8".to_owned()));
    }
    if Preset::is_meant(&text) {
        let preset = Preset::from_json(&text);
        let preset = preset.map_err(|error| Failure::Preset(shown(path), error))?;
        return Ok(Saved::Preset(Box::new(preset)));
    }
    let document = Document::from_json(&text);
    let document = document.map_err(|error| Failure::Build(shown(path), error))?;
    Ok(Saved::Document(Box::new(document)))
}

/// What a file holds; its rows are not kept.
pub fn profile(path: impl AsRef<Path>) -> Result<FileProfile, Failure> {
    import(path.as_ref(), ImportOptions::default()).map(|imported| imported.profile)
}

/// Reads all files, in the order given, as the mapping says of files of their names.
pub fn read_all(paths: &[OsString], mapping: &Mapping) -> Result<FilesOnDisk, Failure> {
    let mut files = FilesOnDisk { paths: Vec::new(), shelf: Shelf::default() };
    for path in paths.iter().map(PathBuf::from) {
        let name = name(&path);
        if files.shelf.profiles().iter().any(|f| f.name == name) {
            return Err(Failure::Call(Complaint::SameName { name }));
        }
        let imported = import(&path, options(mapping, &name))?;
        files.shelf.put(files.paths.len() as u32, imported);
        files.paths.push(path);
    }
    Ok(files)
}

impl FilesOnDisk {
    /// What the mapping leaves open, proposed: first which files are one table, then what they mean.
    pub fn suggest(&mut self, mapping: &Mapping) -> Result<Mapping, Failure> {
        let mapping = self.shelf.grouped(mapping);
        let lost = self.shelf.arrange(&mapping);
        if !lost.is_empty() {
            for file in lost {
                self.read(file, &mapping)?;
            }
            self.shelf.arrange(&mapping);
        }
        Ok(suggest(&self.shelf.views(), &mapping))
    }

    /// Reads those files again that the mapping now reads in another way. Whether there were any.
    pub fn read_again(&mut self, mapping: &Mapping) -> Result<bool, Failure> {
        let read = self.shelf.profiles().into_iter().zip(0u32..);
        let otherwise = read.filter(|(file, _)| options(mapping, &file.name) != file.options);
        let otherwise: Vec<u32> = otherwise.map(|(_, number)| number).collect();
        for file in &otherwise {
            self.read(*file, mapping)?;
        }
        Ok(!otherwise.is_empty())
    }

    fn read(&mut self, file: u32, mapping: &Mapping) -> Result<(), Failure> {
        if let Some(path) = self.paths.get(file as usize) {
            let imported = import(path, options(mapping, &name(path)))?;
            self.shelf.put(file, imported);
        }
        Ok(())
    }
}

fn options(mapping: &Mapping, name: &str) -> ImportOptions {
    mapping.import_of(name).cloned().unwrap_or_default()
}

fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| shown(path), |n| n.to_string_lossy().into_owned())
}

/// An import that is about to begin, and what is to be said of the file at its end.
pub type Begun = (Importer<Box<dyn Source>>, Origin);

/// Opens a file, whatever its table is wrapped in.
pub fn open(path: &Path) -> Result<Begun, ImportError> {
    begin(path, &ImportOptions::default())
}

/// Cargo builds every program beside a browser test, this one too, and for a browser the reader of
/// workbooks is a module of its own.
#[cfg(target_arch = "wasm32")]
const BOOKS: Option<&BookReader> = None;
#[cfg(not(target_arch = "wasm32"))]
const BOOKS: Option<&BookReader> = Some(&container::read_workbook);

fn begin(path: &Path, options: &ImportOptions) -> Result<Begun, ImportError> {
    let failed = |e: std::io::Error| unreadable(path, &e);
    let file = File::open(path).map_err(failed)?;
    let bytes = file.metadata().map_err(failed)?.len();
    let name = name(path);
    match container::open(&name, bytes, Box::new(file), options, BOOKS)? {
        Opening::Ready(opened) => Ok(opened.importer()),
        Opening::Several(names) => {
            let place = Location { file: name, ..Location::default() };
            Err(ImportError::Several { place, names })
        }
        Opening::Workbook(format) => {
            let place = Location { file: name, ..Location::default() };
            Err(ImportError::ReaderMissing { place, format, reason: String::new() })
        }
    }
}

fn import(path: &Path, options: ImportOptions) -> Result<Imported, Failure> {
    let fail = |error: ImportError| Failure::Import(shown(path), error.into());
    let (mut importer, origin) = begin(path, &options).map_err(fail)?;
    loop {
        match importer.step(SLICE).map_err(fail)? {
            Step::More(_) => {}
            Step::Done(mut imported) => {
                origin.describe(&mut imported);
                return Ok(*imported);
            }
        }
    }
}

fn unreadable(path: &Path, error: &std::io::Error) -> ImportError {
    let place = Location { file: name(path), ..Location::default() };
    ImportError::Unreadable { place, reason: error.to_string() }
}
