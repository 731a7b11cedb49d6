//! English: what could not be read, and putting it right.

use super::{L, names::NAMES};
use crate::engine::table::ColumnType;
use crate::i18n::Quarantine;
use crate::i18n::plural::en as count;

pub const QUARANTINE: Quarantine = Quarantine {
    rows_read: |n| format!("{} read", count(n, "row", "rows")),
    cells_unread: |n| format!("{} not read", count(n, "cell", "cells")),
    damaged: |n| count(n, "damaged place", "damaged places"),
    subtotals: |n| format!("{} among the rows", count(n, "subtotal", "subtotals")),
    to_confirm: |n| format!("{} to confirm", count(n, "column", "columns")),
    corrected: |n| format!("{} corrected", count(n, "cell", "cells")),
    to_look_at: |n| format!("{} to look at", count(n, "file", "files")),
    nothing_odd: "everything could be read",
    reading_again: "Reading again…",

    title: "What to know about this file",
    download: "Download as CSV",
    from_line: |line| format!("from line {}", L.count(line.into())),
    line: |line| format!("line {}", L.count(line.into())),
    record: |record| format!("record {}", L.count(record.into())),
    more_lines: |n| format!("and {} more", L.count(n)),
    more_places: "Show more places",
    kept: |kept, of| format!("The first {} of {} places are listed.", L.count(kept), L.count(of)),
    record_heading: "Record",

    show_in_file: "Show in the file",
    hide: "Hide",
    context: |line| format!("Rows around line {}", L.count(line.into())),
    context_note: "Rows as they were read; what could not be read stands as in the file.",
    place_of: |n, of| format!("{} of {}", L.count(n), L.count(of)),
    previous_place: "Previous place",
    next_place: "Next place",
    set_aside: "set aside",

    correct: "Correct…",
    correct_as: |text| format!("Read “{text}” as"),
    apply: "Apply",
    leave_empty: "Leave it empty",
    unfit: |kind| format!("This is not {} yet.", (NAMES.column_type)(kind)),
    correction_note: "Kept in the settings, this text included; next month’s file is read the same way.",
    take_back: "Take back",
    read_as: |reading| format!("read as “{reading}”"),
    read_as_empty: "read as empty",

    which_date: |column, text| {
        format!("“{column}”: nothing tells day from month. What does {text} mean?")
    },
    which_order: |column| format!("“{column}”: nothing tells day from month. Which comes first?"),
    which_number: |column, text| {
        format!("“{column}”: nothing tells thousands from decimals. What does {text} mean?")
    },
    which_sign: |column| {
        format!("“{column}”: nothing tells thousands from decimals. Which sign is decimal?")
    },
    assumed: "assumed",
    confirmed: "Confirmed",

    sheet: "Sheet",
    inner_file: "File inside",
    quotes: "Quotes",
    double_quotes: "double",
    single_quotes: "single",
    no_quotes: "none",
    which_lines: "Which lines look right?",
    plain_letters: "Only Latin letters without accents: every encoding reads them alike.",
    other_encoding: "Another encoding",
    in_use: "in use",
    by_itself: "Automatic",
    what_follows: "What follows from it",
    column_panel: |column| format!("How to read “{column}”"),
    type_label: "Type",
    type_name: |kind| match kind {
        ColumnType::Text => "Text",
        ColumnType::Integer => "Whole number",
        ColumnType::Decimal => "Number",
        ColumnType::Money => "Amount",
        ColumnType::Percent => "Percent",
        ColumnType::Day => "Date",
        ColumnType::Moment => "Date and time",
        ColumnType::Time => "Time",
        ColumnType::Flag => "Yes or no",
    },

    came_back: |back, left| {
        let back = count(back, "cell came back.", "cells came back.");
        match left {
            0 => back,
            _ => format!("{back} {} still can’t be read.", L.count(left)),
        }
    },
    worse: |more| {
        let cells = count(more, "more cell", "more cells");
        format!("{cells} can’t be read this way. Undo brings the earlier reading back.")
    },
    read_again: "The file was read again.",
    columns_window: |first, last, of| {
        format!("Columns {} to {} of {}", L.count(first), L.count(last), L.count(of))
    },
    previous_columns: "Previous columns",
    next_columns: "Next columns",
};
