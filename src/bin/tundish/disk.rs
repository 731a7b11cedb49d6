//! Files on disk: read as the document says, each known by its name without the folder.

use crate::Failure;
use std::ffi::OsString;
use std::fs::File;
use std::path::{Path, PathBuf};
use tundish::engine::document::Document;
use tundish::engine::error::{BuildError, ImportError};
use tundish::engine::import::container::{self, Opening, Origin, Source};
use tundish::engine::import::{ImportOptions, Imported, Importer, Step};
use tundish::engine::issue::Location;
use tundish::engine::mapping::suggest::file_mapping;
use tundish::engine::mapping::{FileMapping, Mapping};
use tundish::engine::profile::FileProfile;
use tundish::i18n::Complaint;

/// How much is read in one step: nobody cancels here, so the size matters little.
const SLICE: usize = 1 << 22;

pub struct FileOnDisk {
    path: PathBuf,
    pub imported: Imported,
}

/// A path as people read it.
pub fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// A document's text: UTF-8, or UTF-16 with its mark, which some shells write on `>`.
pub fn read_document(path: &Path) -> Result<Document, Failure> {
    let fail = |reason| Failure::Build(shown(path), BuildError::Document { reason });
    let bytes = std::fs::read(path)
        .map_err(|e| Failure::Import(shown(path), unreadable(path, &e).into()))?;
    let (text, _, is_broken) = encoding_rs::UTF_8.decode(&bytes);
    if is_broken {
        return Err(fail("it is not UTF-8".to_owned()));
    }
    Document::from_json(&text).map_err(|error| Failure::Build(shown(path), error))
}

/// What a file holds; its rows are not kept.
pub fn profile(path: impl AsRef<Path>) -> Result<FileProfile, Failure> {
    import(path.as_ref(), ImportOptions::default()).map(|imported| imported.profile)
}

/// Reads all files, in the order given, as the mapping says of files of their names.
pub fn read_all(paths: &[OsString], mapping: &Mapping) -> Result<Vec<FileOnDisk>, Failure> {
    let mut files: Vec<FileOnDisk> = Vec::new();
    for path in paths.iter().map(PathBuf::from) {
        let name = name(&path);
        if files.iter().any(|f| f.imported.profile.name == name) {
            return Err(Failure::Call(Complaint::SameName { name }));
        }
        let imported = import(&path, options(mapping, &name))?;
        files.push(FileOnDisk { path, imported });
    }
    Ok(files)
}

/// Reads those files again that the mapping now reads in another way. Whether there were any.
pub fn read_again(files: &mut [FileOnDisk], mapping: &Mapping) -> Result<bool, Failure> {
    let mut any = false;
    for file in files {
        let options = options(mapping, &file.imported.profile.name);
        if options != file.imported.profile.options {
            file.imported = import(&file.path, options)?;
            any = true;
        }
    }
    Ok(any)
}

fn options(mapping: &Mapping, name: &str) -> ImportOptions {
    file_mapping(mapping, name).map(|f: &FileMapping| f.import.clone()).unwrap_or_default()
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

fn begin(path: &Path, options: &ImportOptions) -> Result<Begun, ImportError> {
    let failed = |e: std::io::Error| unreadable(path, &e);
    let file = File::open(path).map_err(failed)?;
    let bytes = file.metadata().map_err(failed)?.len();
    let name = name(path);
    let books = container::read_workbook;
    match container::open(&name, bytes, Box::new(file), options, Some(&books))? {
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
