//! English: several files as one table.

use super::{L, names::NAMES};
use crate::engine::append::{ColumnNote, JoinReason, Refusal};
use crate::i18n::Append;
use crate::i18n::plural::en as count;

pub const APPEND: Append = Append {
    joined: |n| format!("{} as one table", count(n, "file", "files")),
    apart: |n| format!("{} kept apart", count(n, "file", "files")),
    offered: |n| format!("{} that could be one table", count(n, "file", "files")),
    reason,
    note,
    refusal,

    days: "Days",
    read: "Rows read",
    counted: "Counted",
    overlap: "Overlap",
    copies: "Copies left out",
    total: "Total",
    key_rule: |key, modified| match modified {
        Some(column) => {
            format!(
                "Rows of different files with the same {key} are one record: the latest by {column} counts."
            )
        }
        None => {
            format!(
                "Rows of different files with the same {key} are one record: the later file counts."
            )
        }
    },
    no_key: "No key is set: rows that are in two files are counted twice.",
    restated: |n| {
        format!(
            "{} from the row that counts.",
            count(n, "row left out differs", "rows left out differ")
        )
    },
    doubted: |key| {
        format!("{key} has the same values for different records, so nothing was left out.")
    },
    shared_days: |days, rows| {
        let days = count(days, "day is", "days are");
        format!("{days} in several files, with {}, all counted.", count(rows, "row", "rows"))
    },
    count_once: |n| format!("Count {} only once", count(n, "exact copy", "exact copies")),

    split: "Keep the files apart",
    join: "Read as one table",
    take_out: |file| format!("Take {file} out of the table"),
    add_file: "Add a file…",
    change_key: "Change the key",
    trust_key: "Use it as the key all the same",
    show_left: |n| format!("Show {}", count(n, "row left out", "rows left out")),
    download_left: "Download as CSV",
    left_why: "Why",
    left_copy: "exact copy",
    left_overlap: "counted in another file",
    left_first: |shown, total| format!("first {} of {}", L.count(shown), L.count(total)),
    left_file: "left-out",
};

fn reason(reason: &JoinReason) -> String {
    match reason {
        JoinReason::Columns { shared, of } if shared == of => {
            format!("the same {}", count(*of, "column", "columns"))
        }
        JoinReason::Columns { shared, of } => {
            format!("{} of {} are the same", L.count(*shared), count(*of, "column", "columns"))
        }
        JoinReason::Names => "names that differ only in a date or a number".to_owned(),
        JoinReason::Periods => "periods that follow one another".to_owned(),
    }
}

fn note(note: &ColumnNote) -> String {
    match note {
        ColumnNote::Missing { header, files, of, cells } => format!(
            "{header} is only in {} of {}: {} without it.",
            L.count(of - files),
            count(*of, "file", "files"),
            count(*cells, "row is", "rows are"),
        ),
        ColumnNote::Renamed { header, others } => {
            format!("{header} is also written {}.", others.join(", "))
        }
        ColumnNote::Midnight { header } => {
            format!(
                "{header} holds days in some files and times in others: a day counts as its midnight."
            )
        }
        ColumnNote::AsText { header, kinds } => {
            let kinds: Vec<&str> = kinds.iter().map(|k| (NAMES.column_type)(*k)).collect();
            let kinds = kinds.join(", ");
            format!(
                "{header} holds different things ({kinds}): all of it became text, as it was understood in each file."
            )
        }
        ColumnNote::CurrencyByRow { header, column, currencies } => {
            let currencies = currencies.join(", ");
            format!(
                "{header} is in {currencies}: the column {column} says which, row by row. They are never added."
            )
        }
    }
}

fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NothingInCommon => "They have no column in common.".to_owned(),
        Refusal::TooLarge => {
            "Together they are larger than one table can be (4 GB of text in a column).".to_owned()
        }
        Refusal::Currencies { file, currencies } => {
            let currencies = currencies.join(", ");
            format!(
                "{file} has money in {currencies}, in columns that are in other currencies in the other files."
            )
        }
    }
}
