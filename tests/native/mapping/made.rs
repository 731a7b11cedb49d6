//! Files for the mapping tests, real and made, read by the importer.

use crate::support::shared_data;
use std::io::Cursor;
use tundish::engine::funnel::FileView;
use tundish::engine::import::{ImportOptions, Imported, Importer, Step};
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::{FileKind, FileMapping, Mapping, Role};

/// Reads a csv text as a file of this name.
pub fn made(name: &str, bytes: &[u8]) -> Imported {
    let source = Cursor::new(bytes);
    let options = ImportOptions::default();
    let mut importer = Importer::new(name, bytes.len() as u64, source, options);
    loop {
        if let Step::Done(imported) = importer.step(1 << 20).unwrap() {
            return *imported;
        }
    }
}

/// Reads files of shared/data, `folder/file.csv`; `None` where they are not here.
pub fn shared(paths: &[&str]) -> Option<Vec<Imported>> {
    let folder = shared_data()?;
    let read = |path: &&str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        made(name, &std::fs::read(folder.join(path)).unwrap())
    };
    Some(paths.iter().map(read).collect())
}

pub fn views(files: &[Imported]) -> Vec<FileView<'_>> {
    files.iter().map(|f| FileView { profile: &f.profile, table: &f.table }).collect()
}

/// The proposal for files of which nothing is known.
pub fn proposed(files: &[Imported]) -> Mapping {
    suggest(&views(files), &Mapping::default())
}

/// Asserts kind and roles, all of them and no others.
#[track_caller]
pub fn assert_roles(file: &FileMapping, kind: FileKind, expected: &[(Role, &str)]) {
    assert_eq!(file.kind, kind, "{}", file.name);
    let mut expected: Vec<(Role, &str)> = expected.to_vec();
    expected.sort();
    let found: Vec<(Role, &str)> = file.roles.iter().map(|(r, h)| (*r, h.as_str())).collect();
    assert_eq!(found, expected, "{}", file.name);
}
