//! A file with its layers off: what the importer is given, and what is said of the file at the end.

use super::super::{ImportOptions, Imported, Importer, Progress};
use super::{Container, ContainerKind, Source};
use std::cell::Cell;
use std::rc::Rc;

/// What became of opening a file.
pub enum Opening {
    Ready(Box<Opened>),
    /// An archive with several tables, by name: each is to be opened by itself.
    Several(Vec<String>),
    /// A workbook, and nobody gave a reader of workbooks.
    Workbook(ContainerKind),
}

/// A file with its layers off.
pub struct Opened {
    pub(super) name: String,
    pub(super) source: Box<dyn Source>,
    /// How long the text is, as far as that is known.
    pub(super) length: u64,
    /// How the importer is to read it.
    pub(super) options: ImportOptions,
    pub origin: Origin,
}

/// What is to be said of a file whose layers are off.
#[derive(Clone)]
pub struct Origin {
    pub layers: Vec<Container>,
    pub(super) bytes: u64,
    /// What the user asked for.
    pub(super) options: ImportOptions,
    /// The encoding of markup that was made into text.
    pub(super) encoding: Option<String>,
    /// How far into the file the reading has come, where it is unpacked bit by bit.
    pub(super) furthest: Option<Rc<Cell<u64>>>,
    pub(super) length: u64,
}

impl Opened {
    /// The importer of the text inside, and what is to be said of it at the end.
    pub fn importer(self: Box<Self>) -> (Importer<Box<dyn Source>>, Origin) {
        let Opened { name, source, length, options, origin } = *self;
        (Importer::new(&name, length, source, options), origin)
    }
}

impl Origin {
    /// The same progress in bytes of the file rather than of the text inside.
    pub fn progress(&self, progress: Progress) -> Progress {
        let bytes_read = match &self.furthest {
            _ if self.layers.is_empty() => progress.bytes_read,
            Some(furthest) => furthest.get(),
            None => {
                let done = progress.bytes_read as f64 / self.length.max(1) as f64;
                (done * self.bytes as f64) as u64
            }
        };
        Progress { bytes_read: bytes_read.min(self.bytes.max(progress.bytes_read)), ..progress }
    }

    /// The profile speaks of the file that the user has.
    pub fn describe(&self, imported: &mut Imported) {
        if self.layers.is_empty() {
            return;
        }
        let profile = &mut imported.profile;
        profile.bytes = self.bytes;
        profile.options = self.options.clone();
        profile.container.clone_from(&self.layers);
        if let Some(encoding) = &self.encoding {
            profile.dialect.encoding.clone_from(encoding);
        }
    }
}
