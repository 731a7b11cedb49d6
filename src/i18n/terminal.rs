//! What the command line says besides the report: how to call it, and what to do after an error
//! where there is no screen to go to.

use super::{Help, Strings};
use crate::engine::error::{BuildError, ImportError};

/// See the module.
pub struct Terminal {
    pub usage: &'static str,
    /// What `inspect` writes for programs.
    pub inspect_usage: &'static str,
    /// What can't be done as it was asked for.
    pub complaint: fn(&Complaint) -> Help,
    /// What to do about a file that could not be read, where that differs from what the page says.
    pub import_todo: fn(&ImportError) -> Option<&'static str>,
    pub build_todo: fn(&BuildError) -> &'static str,
    /// Stands before what to do.
    pub todo: &'static str,
    /// Stands before the place.
    pub place: &'static str,
}

/// Why a call of the command line is not carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Complaint {
    NoCommand,
    UnknownCommand {
        command: String,
    },
    UnknownOption {
        option: String,
    },
    /// The option has no value, or one that it does not know.
    OptionValue {
        option: &'static str,
        choices: &'static str,
    },
    /// The command takes other options.
    OptionElsewhere {
        option: &'static str,
        command: &'static str,
    },
    /// The option belongs to another command.
    OptionOnlyFor {
        option: &'static str,
        command: &'static str,
    },
    /// Several files where one is taken.
    OneFile {
        command: &'static str,
    },
    /// Too few or too many names after the command.
    Names {
        command: &'static str,
    },
    /// Two files of one name can't be told apart in a document.
    SameName {
        name: String,
    },
    /// A file stands where one was to be written.
    Exists {
        path: String,
    },
    Unwritable {
        path: String,
        reason: String,
    },
}

impl Strings {
    /// What happened, where and what to do, for a file that could not be read from disk. `path` is
    /// as it was given, since a name alone may not find the file.
    pub fn import_help(&self, path: &str, error: &ImportError) -> Help {
        let help = (self.trouble.import_error)(error);
        let name = &error.place().file;
        let rest = help.place.strip_prefix(name.as_str()).unwrap_or_default();
        let todo = (self.terminal.import_todo)(error).map_or(help.todo, str::to_owned);
        Help { what: help.what, place: format!("{path}{rest}"), todo }
    }

    /// The same for a report that could not be built; `document` is the document's path.
    pub fn build_help(&self, document: &str, error: &BuildError) -> Help {
        let help = (self.trouble.build_error)(error);
        let place = if help.place.is_empty() { document.to_owned() } else { help.place.clone() };
        Help { place, todo: (self.terminal.build_todo)(error).to_owned(), ..help }
    }
}
