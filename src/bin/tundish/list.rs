//! One file as JSON lines, for programs: see `tundish::export::listing`. A file that can't be read
//! is one line `{"error"}` and exit code 2.

use crate::disk::{self, shown};
use crate::{Failure, complain};
use serde::Serialize;
use std::io::{BufWriter, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;
use tundish::engine::error::ImportError;
use tundish::export::listing::{Broken, write_listing};
use tundish::i18n::{Complaint, Strings};

/// How much is written at once.
const BLOCK: usize = 1 << 16;

#[derive(Serialize)]
struct Refusal {
    error: String,
}

pub fn list(path: &Path, typed: bool, words: &Strings) -> ExitCode {
    let mut out = BufWriter::with_capacity(BLOCK, std::io::stdout().lock());
    let listed = match disk::open(path) {
        Ok((importer, _)) => write_listing(importer, typed, words, &mut out),
        Err(error) => Err(Broken::Import(error)),
    };
    let written = match &listed {
        Ok(()) => Ok(()),
        Err(Broken::Import(error)) => refuse(path, error, words, &mut out),
        Err(Broken::Write(error)) => Err(error.kind()),
    };
    match written {
        Ok(()) if listed.is_ok() => ExitCode::SUCCESS,
        // A reader that closes the pipe early (`| head`) has seen enough.
        Err(ErrorKind::BrokenPipe) => ExitCode::SUCCESS,
        Ok(()) => ExitCode::from(2),
        Err(kind) => {
            let complaint =
                Complaint::Unwritable { path: "stdout".to_owned(), reason: kind.to_string() };
            complain(&Failure::Call(complaint).help(words), words);
            ExitCode::from(2)
        }
    }
}

fn refuse(
    path: &Path,
    error: &ImportError,
    words: &Strings,
    out: &mut impl Write,
) -> Result<(), ErrorKind> {
    let help = words.import_help(&shown(path), error);
    let error = format!("{}: {} {}", help.place, help.what, help.todo);
    let text = serde_json::to_string(&Refusal { error }).unwrap_or_default() + "\n";
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|e| e.kind())
}
