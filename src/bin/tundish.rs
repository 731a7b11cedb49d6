//! The command line: the same engine over files on disk.
//!
//! `tundish inspect FILE… [--format text|json]` says how files are written and what they hold;
//! `tundish report DOCUMENT.json FILE… [--format json|text]` answers the document's report. It ends
//! with 0, or with 2 and one message on the error stream. Not here: anything that the page can't do.

// In a folder of its own, where Cargo does not take it for a program.
#[path = "tundish/text.rs"]
mod text;

use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;
use tundish::engine::document::Document;
use tundish::engine::funnel::FileView;
use tundish::engine::import::{ImportOptions, Imported, Importer, Step};
use tundish::engine::mapping::suggest::{file_mapping, suggest};
use tundish::engine::query::build_report;
use tundish::export::report_json;
use tundish::i18n::{Help, Locale, Strings, strings};

const USAGE: &str = "\
usage: tundish inspect FILE… [--format text|json]
       tundish report DOCUMENT.json FILE… [--format json|text]

inspect  how each file is written, its columns, and what is odd in it
report   the report that a document asks of the files; the document is the one
         that the app saves, and {} is enough to have everything proposed";

/// Nobody cancels a command by halves, so slices may be large.
const SLICE: usize = 1 << 22;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let output = run(&arguments).and_then(|text| {
        let written = std::io::stdout().lock().write_all(text.as_bytes());
        match written {
            // `tundish … | head` has read what it wanted.
            Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
            other => other.map_err(|e| format!("the output can't be written: {e}")),
        }
    });
    match output {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("tundish: {message}");
            ExitCode::from(2)
        }
    }
}

/// The language of the command line.
fn words() -> &'static Strings {
    strings(Locale::En)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Json,
}

fn run(arguments: &[String]) -> Result<String, String> {
    let (operands, format) = split_format(arguments)?;
    let (command, files) = match operands.split_first() {
        Some((command, files)) => (command.as_str(), files),
        None => return Err(format!("what to do?\n{USAGE}")),
    };
    match (command, files) {
        ("help" | "--help" | "-h", _) => Ok(format!("{USAGE}\n")),
        ("inspect", [_, ..]) => inspect(files, format.unwrap_or(Format::Text)),
        ("report", [document, files @ ..]) if !files.is_empty() => {
            report(document, files, format.unwrap_or(Format::Json))
        }
        ("inspect" | "report", _) => Err(format!("{command} needs files\n{USAGE}")),
        _ => Err(format!("unknown command {command}\n{USAGE}")),
    }
}

/// Takes `--format` out of the arguments. Behind `--` everything is a file.
fn split_format(arguments: &[String]) -> Result<(Vec<String>, Option<Format>), String> {
    let (mut operands, mut format) = (Vec::new(), None);
    let mut rest = arguments.iter();
    while let Some(word) = rest.next() {
        let value = match word.as_str() {
            "--" => {
                operands.extend(rest.cloned());
                break;
            }
            "--format" => rest.next().map(String::as_str),
            "--help" | "-h" | "-" => {
                operands.push(word.clone());
                continue;
            }
            option if option.starts_with('-') => match option.strip_prefix("--format=") {
                Some(value) => Some(value),
                None => return Err(format!("unknown option {option}\n{USAGE}")),
            },
            _ => {
                operands.push(word.clone());
                continue;
            }
        };
        format = Some(match value {
            Some("json") => Format::Json,
            Some("text") => Format::Text,
            _ => return Err(format!("--format is text or json\n{USAGE}")),
        });
    }
    Ok((operands, format))
}

/// The name of a file without its folders, as the page sees it.
fn name_of(path: &str) -> String {
    let name = Path::new(path).file_name().map(|n| n.to_string_lossy().into_owned());
    name.unwrap_or_else(|| path.to_owned())
}

/// Reads a file from disk.
fn import(path: &str, options: ImportOptions) -> Result<Imported, String> {
    let opened = File::open(path).and_then(|file| Ok((file.metadata()?, file)));
    let (metadata, file) = opened.map_err(|e| format!("{path}: {e}"))?;
    if metadata.is_dir() {
        return Err(format!("{path}: this is a folder, not a file"));
    }
    let mut importer = Importer::new(&name_of(path), metadata.len(), file, options);
    loop {
        match importer.step(SLICE) {
            Ok(Step::More(_)) => {}
            Ok(Step::Done(imported)) => return Ok(*imported),
            Err(error) => return Err(message(&(words().trouble.import_error)(&error))),
        }
    }
}

fn message(help: &Help) -> String {
    let parts = [&help.place, &help.what, &help.todo];
    let parts: Vec<&str> =
        parts.into_iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
    parts.join(": ").replacen(".: ", ". ", 2)
}

fn inspect(files: &[String], format: Format) -> Result<String, String> {
    let mut profiles = Vec::new();
    for file in files {
        profiles.push(import(file, ImportOptions::default())?.profile);
    }
    let json = match (format, profiles.as_slice()) {
        (Format::Text, _) => return Ok(text::profiles(&profiles)),
        (Format::Json, [one]) => serde_json::to_string_pretty(one),
        (Format::Json, many) => serde_json::to_string_pretty(many),
    };
    json.map(|json| json + "\n").map_err(|e| e.to_string())
}

fn report(document: &str, files: &[String], format: Format) -> Result<String, String> {
    let json = std::fs::read_to_string(document).map_err(|e| format!("{document}: {e}"))?;
    let build_error = |e| message(&(words().trouble.build_error)(&e));
    let mut document = Document::from_json(&json).map_err(build_error)?;
    let mut imported = Vec::new();
    for file in files {
        let known = file_mapping(&document.mapping, &name_of(file));
        imported.push(import(file, known.map(|f| f.import.clone()).unwrap_or_default())?);
    }
    let views: Vec<FileView> =
        imported.iter().map(|i| FileView { profile: &i.profile, table: &i.table }).collect();
    // As on the page: what the document decided stays, and files that are new to it (next month's
    // exports among them) are recognised.
    document.mapping = suggest(&views, &document.mapping);
    let report = build_report(&views, &document).map_err(build_error)?;
    match format {
        Format::Json => report_json(&report).map_err(|e| e.to_string()),
        Format::Text => Ok(text::report(&document, &report)),
    }
}
