//! The command line: the same engine over files on disk.
//!
//! A shell and nothing more: it reads arguments and files, asks the engine as the page does
//! (suggest what the document leaves open, then build), and writes the answer to stdout, or to
//! stderr what is wrong, where, and what to do (exit code 2). Words are in `i18n`. Only a listing
//! says what is wrong on stdout, since programs read it (`list`).

#[path = "tundish/arguments.rs"]
mod arguments;
#[path = "tundish/audit.rs"]
mod audit;
#[path = "tundish/blocks.rs"]
mod blocks;
#[path = "tundish/cards.rs"]
mod cards;
#[path = "tundish/disk.rs"]
mod disk;
#[path = "tundish/inspect.rs"]
mod inspect;
#[path = "tundish/lines.rs"]
mod lines;
#[path = "tundish/list.rs"]
mod list;
#[path = "tundish/preset.rs"]
mod preset;
#[path = "tundish/questions.rs"]
mod questions;
#[path = "tundish/text.rs"]
mod text;

use arguments::{Command, Format};
use disk::{Saved, shown};
use std::ffi::OsString;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;
use tundish::engine::append::compare;
use tundish::engine::append::decide::follow_in_report;
use tundish::engine::document::Document;
use tundish::engine::error::{BuildError, ImportError};
use tundish::engine::fit::fit;
use tundish::engine::mapping::Mapping;
use tundish::engine::preset::PresetError;
use tundish::engine::{query, sample};
use tundish::export::report_json;
use tundish::i18n::{Complaint, Help, Locale, Strings, strings, strings_for};

/// Why there is no answer.
pub enum Failure {
    Call(Complaint),
    /// A file, by its path as given.
    Import(String, Box<ImportError>),
    /// A report, by the path of its document.
    Build(String, BuildError),
    /// The file of a preset, by its path.
    Preset(String, PresetError),
}

impl Failure {
    fn help(&self, words: &Strings) -> Help {
        match self {
            Failure::Call(complaint) => (words.terminal.complaint)(complaint),
            Failure::Import(path, error) => words.import_help(path, error),
            Failure::Build(document, error) => words.build_help(document, error),
            Failure::Preset(path, error) => {
                let help = (words.preset.error)(error);
                let place = [path.as_str(), &help.place];
                let place: Vec<&str> = place.into_iter().filter(|p| !p.is_empty()).collect();
                Help { place: place.join(", "), ..help }
            }
        }
    }
}

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let (answer, words) = match arguments::parse(&arguments) {
        Ok(call) => {
            let words = strings(call.language.unwrap_or_else(system_locale));
            if let Command::List { file, typed } = &call.command {
                return list::list(file.as_ref(), *typed, words);
            }
            (run(&call.command, words), words)
        }
        Err(complaint) => (Err(Failure::Call(complaint)), strings(system_locale())),
    };
    match answer.and_then(|text| print(&text)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure.help(words), words);
            ExitCode::from(2)
        }
    }
}

/// The language that the system is set to, as far as the program speaks it.
fn system_locale() -> Locale {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(std::env::var_os);
    let first = set.filter_map(|v| v.into_string().ok()).find(|v| !v.is_empty());
    first.and_then(|tag| Locale::from_tag(&tag)).unwrap_or_default()
}

/// A reader that closes the pipe early (`| head`) has seen enough.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() != ErrorKind::BrokenPipe => {
            let path = "stdout".to_owned();
            Err(Failure::Call(Complaint::Unwritable { path, reason: e.to_string() }))
        }
        _ => Ok(()),
    }
}

fn complain(help: &Help, words: &Strings) {
    let mut text = format!("tundish: {}\n", help.what);
    if !help.place.is_empty() {
        text += &format!("  {}: {}\n", words.terminal.place, help.place);
    }
    text += &format!("  {}: {}\n", words.terminal.todo, help.todo);
    // Where even stderr is closed, nobody listens.
    let _ = std::io::stderr().write_all(lines::harmless(&text).as_bytes());
}

fn run(command: &Command, words: &Strings) -> Result<String, Failure> {
    match command {
        Command::Help => Ok(words.terminal.usage.to_owned()),
        Command::HelpInspect => Ok(words.terminal.inspect_usage.to_owned()),
        Command::Version => Ok(format!("tundish {}\n", env!("CARGO_PKG_VERSION"))),
        Command::Report { document, files, format } => report(document, files, *format, words),
        Command::Audit { document, files, format } => audit::audit(document, files, *format, words),
        Command::Suggest { files } => {
            let mapping = Mapping::default();
            let mapping = disk::read_all(files, &mapping)?.suggest(&mapping)?;
            let mut document = Document { mapping, ..Document::default() };
            compare::show(&mut document.report, &Mapping::default(), &document.mapping);
            fit(&mut document.report, &document.mapping);
            Ok(document.to_json() + "\n")
        }
        Command::Inspect { files } => {
            let profiles: Result<Vec<_>, _> = files.iter().map(disk::profile).collect();
            Ok(inspect::inspect(&profiles?, words))
        }
        // It answers line by line, before `run` would have the whole.
        Command::List { .. } => Ok(String::new()),
        Command::Sample { folder } => write_sample(folder),
    }
}

/// As the page does it: read as the document says, let the engine propose what it leaves open.
/// A preset is put to the files, and what no longer fits is said on stderr.
fn prepared(
    path: &Path,
    files: &[OsString],
    words: &Strings,
) -> Result<(Document, disk::FilesOnDisk), Failure> {
    let mut document = match disk::read_saved(path)? {
        Saved::Document(document) => *document,
        Saved::Preset(preset) => return preset::prepared(&preset, files, words),
    };
    let mut files = disk::read_all(files, &document.mapping)?;
    let before = document.mapping.clone();
    document.mapping = files.suggest(&document.mapping)?;
    // A file under another name is only now known for what it is, and how the document reads it.
    if files.read_again(&document.mapping)? {
        document.mapping = files.suggest(&document.mapping)?;
    }
    compare::show(&mut document.report, &before, &document.mapping);
    follow_in_report(&mut document.report, &document.mapping.groups);
    fit(&mut document.report, &document.mapping);
    Ok((document, files))
}

fn report(
    path: &Path,
    files: &[OsString],
    format: Format,
    words: &Strings,
) -> Result<String, Failure> {
    let fail = |error| Failure::Build(shown(path), error);
    let (document, files) = prepared(path, files, words)?;
    let report = query::build_report(&files.shelf.views(), &document).map_err(fail)?;
    match format {
        Format::Json => {
            report_json(&report).map_err(|e| fail(BuildError::Document { reason: e.to_string() }))
        }
        Format::Text => {
            let profiles = files.shelf.profiles();
            let words = strings_for(words.locale, document.mapping.records());
            Ok(text::text(&document, &report, &profiles, words))
        }
    }
}

/// Writes the sample files, over none that is there, and names them.
fn write_sample(folder: &Path) -> Result<String, Failure> {
    let fail = |path: &Path, e: std::io::Error| {
        let path = shown(path);
        Failure::Call(match e.kind() {
            ErrorKind::AlreadyExists => Complaint::Exists { path },
            _ => Complaint::Unwritable { path, reason: e.to_string() },
        })
    };
    std::fs::create_dir_all(folder).map_err(|e| fail(folder, e))?;
    let mut written = String::new();
    for (name, bytes) in sample::files(sample::SEED) {
        let path = folder.join(name);
        let mut file = std::fs::File::create_new(&path).map_err(|e| fail(&path, e))?;
        file.write_all(&bytes).map_err(|e| fail(&path, e))?;
        written += &format!("{}\n", shown(&path));
    }
    Ok(written)
}
