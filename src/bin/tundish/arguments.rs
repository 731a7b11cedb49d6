//! What was asked for: a command, its names, its options. Not here: whether the files exist.

use std::ffi::OsString;
use std::path::PathBuf;
use tundish::i18n::{Complaint, Locale};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Json,
    Text,
}

pub enum Command {
    Help,
    HelpInspect,
    Version,
    Report {
        document: PathBuf,
        files: Vec<OsString>,
        format: Format,
    },
    /// The check-list.
    Audit {
        document: PathBuf,
        files: Vec<OsString>,
        format: Format,
    },
    Suggest {
        files: Vec<OsString>,
    },
    /// What files hold, for people.
    Inspect {
        files: Vec<OsString>,
    },
    /// One file line by line, for programs.
    List {
        file: OsString,
        typed: bool,
    },
    Sample {
        folder: PathBuf,
    },
}

pub struct Call {
    pub command: Command,
    pub language: Option<Locale>,
}

const FORMAT: &str = "--format";
const LANGUAGE: &str = "--language";
const TYPED: &str = "--typed";

/// Names in order, and options wherever they stand.
#[derive(Default)]
struct Words {
    names: Vec<OsString>,
    format: Option<Format>,
    language: Option<Locale>,
    typed: bool,
    help: bool,
    version: bool,
}

pub fn parse(arguments: &[OsString]) -> Result<Call, Complaint> {
    let words = split(arguments)?;
    let language = words.language;
    if words.help || words.version {
        let command = match words.names.first().and_then(|name| name.to_str()) {
            _ if !words.help => Command::Version,
            Some("inspect") => Command::HelpInspect,
            _ => Command::Help,
        };
        return Ok(Call { command, language });
    }
    Ok(Call { command: command(words)?, language })
}

fn command(words: Words) -> Result<Command, Complaint> {
    let mut names = words.names.into_iter();
    let command = names.next().ok_or(Complaint::NoCommand)?;
    let names: Vec<OsString> = names.collect();
    let format = |command, usual| match (words.format, usual) {
        (Some(_), None) => Err(Complaint::OptionElsewhere { option: FORMAT, command }),
        (format, usual) => Ok(format.or(usual).unwrap_or(Format::Json)),
    };
    let enough = |command, is_enough| match is_enough {
        true => Ok(()),
        false => Err(Complaint::Names { command }),
    };
    if words.typed && command != "inspect" {
        let command = "inspect";
        return Err(Complaint::OptionOnlyFor { option: TYPED, command });
    }
    match command.to_str() {
        Some("report") => {
            let format = format("report", Some(Format::Json))?;
            match names.split_first() {
                Some((document, files)) if !files.is_empty() => {
                    Ok(Command::Report { document: document.into(), files: files.into(), format })
                }
                _ => Err(Complaint::Names { command: "report" }),
            }
        }
        Some("audit") => {
            let format = format("audit", Some(Format::Text))?;
            match names.split_first() {
                Some((document, files)) if !files.is_empty() => {
                    Ok(Command::Audit { document: document.into(), files: files.into(), format })
                }
                _ => Err(Complaint::Names { command: "audit" }),
            }
        }
        Some("suggest") => {
            format("suggest", None)?;
            enough("suggest", !names.is_empty())?;
            Ok(Command::Suggest { files: names })
        }
        Some("inspect") => {
            enough("inspect", !names.is_empty())?;
            match (format("inspect", Some(Format::Text))?, names.as_slice()) {
                (Format::Text, _) if words.typed => {
                    let command = "inspect --format json";
                    Err(Complaint::OptionOnlyFor { option: TYPED, command })
                }
                (Format::Text, _) => Ok(Command::Inspect { files: names }),
                (Format::Json, [file]) => {
                    Ok(Command::List { file: file.clone(), typed: words.typed })
                }
                (Format::Json, _) => Err(Complaint::OneFile { command: "inspect --format json" }),
            }
        }
        Some("sample") => {
            format("sample", None)?;
            match names.as_slice() {
                [folder] => Ok(Command::Sample { folder: folder.into() }),
                _ => Err(Complaint::Names { command: "sample" }),
            }
        }
        Some("help") => Ok(Command::Help),
        _ => Err(Complaint::UnknownCommand { command: command.to_string_lossy().into_owned() }),
    }
}

fn split(arguments: &[OsString]) -> Result<Words, Complaint> {
    let mut words = Words::default();
    let mut rest = arguments.iter();
    while let Some(word) = rest.next() {
        let Some(option) = word.to_str().filter(|w| w.starts_with('-')) else {
            words.names.push(word.clone());
            continue;
        };
        if option == "--" {
            words.names.extend(rest.by_ref().cloned());
            break;
        }
        let (name, value) = match option.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (option, None),
        };
        let mut value = || value.clone().or_else(|| rest.next()?.to_str().map(str::to_owned));
        match name {
            FORMAT => words.format = Some(format_named(value())?),
            LANGUAGE => words.language = Some(language_named(value())?),
            TYPED => words.typed = true,
            "--help" | "-h" => words.help = true,
            "--version" | "-V" => words.version = true,
            _ => return Err(Complaint::UnknownOption { option: name.to_owned() }),
        }
    }
    Ok(words)
}

fn format_named(value: Option<String>) -> Result<Format, Complaint> {
    match value.as_deref() {
        Some("json") => Ok(Format::Json),
        Some("text") => Ok(Format::Text),
        _ => Err(Complaint::OptionValue { option: FORMAT, choices: "json, text" }),
    }
}

fn language_named(value: Option<String>) -> Result<Locale, Complaint> {
    let known = value.and_then(|tag| Locale::from_tag(&tag));
    known.ok_or(Complaint::OptionValue { option: LANGUAGE, choices: "en, ru, el" })
}
