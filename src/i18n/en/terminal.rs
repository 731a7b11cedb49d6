//! English: the command line.

use crate::engine::error::{BuildError, ImportError};
use crate::i18n::{Complaint, Help, Terminal};

pub const TERMINAL: Terminal = Terminal {
    usage: "\
Tundish: funnel reports from CSV files, made on this computer.

  tundish report DOCUMENT.json FILE…   the report that a saved document asks of these files
  tundish audit DOCUMENT.json FILE…    every check of the data, and what it changes
  tundish suggest FILE…                a first document for these files
  tundish inspect FILE…                how files are written and what their columns hold
  tundish sample FOLDER                writes the sample files into a folder

  In the place of DOCUMENT.json a preset’s file can stand: it is put to these files, and what no
  longer fits is said on stderr.

  --format json|text     how to print a report (json unless you say) or what a file holds (text)
  --typed                with inspect --format json: values as understood; see inspect --help
  --language en|ru|el    of texts and messages (that of the system unless you say)
  --help, --version
",
    inspect_usage: super::listing::USAGE,
    complaint,
    import_todo: |error| match error {
        ImportError::Unreadable { .. } => {
            Some("Check the name, and that you are allowed to read the file.")
        }
        ImportError::UnknownEncoding { .. } => Some(
            "Put an encoding’s usual name into the document, such as windows-1252, or null to \
                have it found.",
        ),
        ImportError::Several { .. } => Some("Unpack it and give the files themselves."),
        _ => None,
    },
    build_todo: |error| match error {
        BuildError::NoRecords => {
            "Say in the document which file holds deals, leads or ad spend. The page does it on \
                its mapping screen."
        }
        BuildError::FileMissing { .. } => "Add it after the document.",
        BuildError::ColumnMissing { .. } => {
            "Export the file with this column, or choose another one in the page and save the \
                document again."
        }
        BuildError::Document { .. } => {
            "The document comes first: one that the page saved, or one made by \
                `tundish suggest FILE… > document.json`. If it is newer than this program, update \
                Tundish."
        }
    },
    todo: "What to do",
    place: "Where",
};

fn complaint(complaint: &Complaint) -> Help {
    let help = |what: String, place: &str, todo: &str| Help {
        what,
        place: place.to_owned(),
        todo: todo.to_owned(),
    };
    let usage = "`tundish --help` shows what there is.";
    match complaint {
        Complaint::NoCommand => help("No command was given.".to_owned(), "", usage),
        Complaint::UnknownCommand { command } => {
            help(format!("There is no command “{command}”."), "", usage)
        }
        Complaint::UnknownOption { option } => help(
            format!("There is no option “{option}”."),
            "",
            "`tundish --help` shows what there is. After `--`, a name may begin with a dash.",
        ),
        Complaint::OptionValue { option, choices } => {
            help(format!("{option} needs one of: {choices}."), "", usage)
        }
        Complaint::OptionElsewhere { option, command } => {
            help(format!("`{command}` knows no {option}."), "", "Leave the option out.")
        }
        Complaint::OptionOnlyFor { option, command } => {
            help(format!("`{option}` belongs to `{command}`."), "", "Leave the option out.")
        }
        Complaint::OneFile { command } => {
            help(format!("`{command}` takes one file."), "", "Call it once for each file.")
        }
        Complaint::Names { command } => help(
            match *command {
                "report" | "audit" => "A report needs a document and at least one file.".to_owned(),
                "sample" => "The sample needs the name of one folder.".to_owned(),
                other => format!("`{other}` needs at least one file."),
            },
            "",
            usage,
        ),
        Complaint::SameName { name } => help(
            "Two files have the same name, and a document tells files apart by it.".to_owned(),
            name,
            "Rename one of them.",
        ),
        Complaint::Exists { path } => help(
            "A file of this name is there already, and it is not overwritten.".to_owned(),
            path,
            "Name another folder, or move the file away.",
        ),
        Complaint::Unwritable { path, reason } => help(
            format!("It could not be written: {reason}."),
            path,
            "Check that the place exists, has room and is yours to write to.",
        ),
    }
}
