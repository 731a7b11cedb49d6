//! The command line: the same engine over files on disk.
//!
//! `tundish inspect FILE… [--format text|json]` says how files are written and what they hold;
//! `tundish report DOCUMENT.json FILE… --format json|text` answers the document's report.

use std::fs::File;
use std::io::Write;
use std::process::ExitCode;
use tundish::engine::import::{ImportOptions, Imported, Importer, Step};
use tundish::engine::profile::FileProfile;

const USAGE: &str = "\
usage: tundish inspect FILE… [--format text|json]
       tundish report DOCUMENT.json FILE… [--format json|text]";

/// How much is read between two looks at nothing in particular: the command line never cancels.
const SLICE: usize = 1 << 22;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(text) => match std::io::stdout().lock().write_all(text.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            // A closed pipe (`| head`) is no failure of ours, and there is nobody to tell.
            Err(_) => ExitCode::from(1),
        },
        Err(message) => {
            eprintln!("tundish: {message}");
            ExitCode::from(2)
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Json,
}

fn run(arguments: &[String]) -> Result<String, String> {
    let (words, format) = split_format(arguments)?;
    match words.split_first() {
        Some((command, files)) if command == "inspect" && !files.is_empty() => {
            inspect(files, format.unwrap_or(Format::Text))
        }
        Some((command, rest)) if command == "report" && rest.len() >= 2 => {
            report(rest, format.unwrap_or(Format::Json))
        }
        Some((command, _)) if matches!(command.as_str(), "--help" | "-h" | "help") => {
            Ok(format!("{USAGE}\n"))
        }
        _ => Err(format!("what shall I do?\n{USAGE}")),
    }
}

/// Takes `--format` out of the arguments.
fn split_format(arguments: &[String]) -> Result<(Vec<String>, Option<Format>), String> {
    let (mut words, mut format) = (Vec::new(), None);
    let mut rest = arguments.iter();
    while let Some(word) = rest.next() {
        let value = match word.strip_prefix("--format") {
            Some("") => rest.next().map(String::as_str),
            Some(value) => value.strip_prefix('='),
            None if word.starts_with('-') && !matches!(word.as_str(), "--help" | "-h") => {
                return Err(format!("unknown option {word}\n{USAGE}"));
            }
            None => {
                words.push(word.clone());
                continue;
            }
        };
        format = Some(match value {
            Some("json") => Format::Json,
            Some("text") => Format::Text,
            _ => return Err(format!("--format is text or json\n{USAGE}")),
        });
    }
    Ok((words, format))
}

/// Reads a file from disk.
fn import(path: &str, options: ImportOptions) -> Result<Imported, String> {
    let file = File::open(path).map_err(|e| format!("{path}: {e}"))?;
    let bytes = file.metadata().map_err(|e| format!("{path}: {e}"))?.len();
    let name = std::path::Path::new(path).file_name().map(|n| n.to_string_lossy().into_owned());
    let name = name.unwrap_or_else(|| path.to_owned());
    let mut importer = Importer::new(&name, bytes, file, options);
    loop {
        match importer.step(SLICE) {
            Ok(Step::More(_)) => {}
            Ok(Step::Done(imported)) => return Ok(*imported),
            Err(error) => return Err(error.to_string()),
        }
    }
}

fn inspect(files: &[String], format: Format) -> Result<String, String> {
    let mut out = String::new();
    let mut profiles = Vec::new();
    for file in files {
        profiles.push(import(file, ImportOptions::default())?.profile);
    }
    match (format, profiles.as_slice()) {
        (Format::Json, [one]) => out.push_str(&json(one)?),
        (Format::Json, many) => out.push_str(&json(&many)?),
        (Format::Text, many) => many.iter().for_each(|p| summary::write(&mut out, p)),
    }
    if format == Format::Json {
        out.push('\n');
    }
    Ok(out)
}

fn json<T: serde::Serialize + ?Sized>(value: &T) -> Result<String, String> {
    serde_json::to_string_pretty(value).map_err(|e| e.to_string())
}

/// The report of a document over its files. The query side answers it.
fn report(_words: &[String], _format: Format) -> Result<String, String> {
    Err("reports are not built yet".to_owned())
}

/// A profile as lines for people at a terminal.
mod summary {
    use super::FileProfile;
    use std::fmt::Write;
    use tundish::engine::profile::ColumnProfile;

    pub fn write(out: &mut String, p: &FileProfile) {
        let d = &p.dialect;
        let mark = if d.bom { " with BOM" } else { "" };
        let delimiter = match d.delimiter {
            '\t' => "tab".to_owned(),
            c => format!("“{c}”"),
        };
        let header =
            d.header_record.map_or("no header".to_owned(), |n| format!("header: record {n}"));
        // Writing to a String can't fail.
        let _ = writeln!(out, "{}: {} rows, {} columns", p.name, p.rows, p.columns.len());
        let _ = writeln!(out, "  {}{mark}, delimiter {delimiter}, {header}", d.encoding);
        let width = p.columns.iter().map(|c| c.header.chars().count()).max().unwrap_or(0).min(40);
        for column in &p.columns {
            let _ = writeln!(out, "  {:width$}  {}", column.header, describe(column));
        }
        for aside in &p.set_aside {
            let reason = format!("{:?}", aside.reason).to_lowercase();
            let _ = writeln!(out, "  line {}: {reason}: {}", aside.line, aside.cells.join(" · "));
        }
        for (kind, n) in &p.issues.counts {
            let _ = writeln!(out, "  {kind:?}: {n}");
        }
    }

    fn describe(c: &ColumnProfile) -> String {
        let mut text = format!("{:?}", c.kind).to_lowercase();
        if let Some(currency) = &c.currency {
            text += &format!(" {currency}");
        }
        if let Some(order) = c.format.date_order {
            text += &format!(" {order:?}");
        }
        if c.format.ambiguous {
            text += " (ambiguous)";
        }
        text += &format!(", {} filled, {} distinct", c.filled, c.distinct);
        if c.missing > 0 {
            text += &format!(", {} missing", c.missing);
        }
        if c.unread > 0 {
            text += &format!(", {} unread", c.unread);
        }
        if !c.least.is_empty() {
            text += &format!(", {} … {}", c.least, c.greatest);
        } else if let Some((most, n)) = c.top.first() {
            text += &format!(", most often “{most}” ({n})");
        }
        text
    }
}
