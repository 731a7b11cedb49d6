//! English: the data screen.

use super::L;
use crate::engine::import::AsideReason;
use crate::engine::profile::{DateOrder, DecimalSign};
use crate::i18n::Data;
use crate::i18n::plural::en as count;

pub const DATA: Data = Data {
    title: "Your files",
    subtitle: "They are read by this page on this computer. Nothing is uploaded: the page is not \
        allowed to.",
    open_saved: "Open a saved report…",
    continue_to_mapping: "Continue to mapping",
    start_over: "Start over",
    start_over_question: "Remove all files and settings from this page? The files on your disk \
        stay as they are.",

    drop_title: "Drop CSV or Excel files here, or ",
    choose_files: "choose files",
    drop_kinds: "CRM deals or leads · ad spend · accounts, teams, products: CSV or TSV \
        of any size that fits your disk, Excel, ZIP, GZIP",
    drop_now: "Drop to read the files",
    paste: "Paste a table",
    paste_here: "Paste cells copied from a spreadsheet here (Ctrl+V, on a Mac ⌘V)",
    pasted: |n| format!("Pasted {n}"),
    paste_add: "Add this table",
    paste_no_table: "A table has at least two lines, or columns with tabs between them.",
    sample: "Try it with sample data",
    sample_note: "About 20,000 invented deals over two years, with ad spend and accounts",
    sample_making: "Making the sample data…",

    how: [
        (
            "Drop your exports",
            "Deals or leads from the CRM, costs from the ad accounts. Semicolons, decimal commas and Windows-1251 need no preparation.",
        ),
        (
            "Check the mapping",
            "Columns, stages and channels are recognised, each with its reason. Change what does not fit.",
        ),
        (
            "Read and share the report",
            "Every figure shows what it was made of. A link carries the settings, never the rows.",
        ),
    ],
    files_label: "Files",
    rows: |n| count(n, "row", "rows"),
    columns: |n| count(n, "column", "columns"),
    files: |n| count(n, "file", "files"),
    delimiter: |sign| match sign {
        ',' => "comma".to_owned(),
        ';' => "semicolon".to_owned(),
        '\t' => "tab".to_owned(),
        '|' => "vertical bar".to_owned(),
        ' ' => "space".to_owned(),
        other => format!("“{other}”"),
    },
    decimal: |sign| match sign {
        DecimalSign::Point => "decimal point",
        DecimalSign::Comma => "decimal comma",
    },
    date_order: |order| match order {
        DateOrder::YearMonthDay => "year first",
        DateOrder::DayMonthYear => "day first",
        DateOrder::MonthDayYear => "month first",
    },
    with_bom: "with BOM",
    header_on_line: |line| format!("header on line {}", L.count(line.into())),
    no_header: "no header",
    set_aside: |n| format!("{} set aside", count(n, "row", "rows")),
    aside: |reason, line| {
        let what = match reason {
            AsideReason::Title => "title",
            AsideReason::Totals => "totals",
            AsideReason::Footer => "footer",
            AsideReason::SecondTable => "second table",
            AsideReason::Header => "repeated header",
        };
        format!("{what} on line {} skipped", L.count(line.into()))
    },

    waiting: "Waiting",
    reading: "Reading…",
    progress: |done, rate, left| format!("{done} · {rate} · {left} left"),
    progress_label: |file| format!("Reading {file}"),
    read_in: |time| format!("read in {time}"),
    cancelled: "Cancelled",
    cancel_reading: |file| format!("Stop reading {file}"),
    remove_file: |file| format!("Remove {file}"),
    read_again: "Read again",
    replaced: |file| format!("{file} was replaced by the new file of the same name."),
    drop_these: "This report was made from these files. Drop them here to see it:",
    columns_differ: |file| format!("{file} has other columns than when the report was made."),

    encoding: "Encoding",
    delimiter_label: "Delimiter",
    header_line: "Header row",
    dates: "Dates",
    decimals: "Decimals",
    automatic: "automatic",
    automatic_found: |found| format!("automatic: {found}"),
    overridden: "set by you",

    preview: "Preview",
    all_rows: |n| match n {
        1 => "the only row".to_owned(),
        _ => format!("all {}", count(n, "row", "rows")),
    },
    first_rows: |n| format!("first {}", count(n, "row", "rows")),
    select_file: "Choose a file to see its rows.",
    places: "Where",
    first_places: |n| format!("first {}", count(n, "place", "places")),
    place_line: "Line",
    place_column: "Column",
    place_text: "In the file",
    no_issues: "Everything could be read.",

    column_filled: |n| format!("{} filled", L.count(n)),
    column_empty: |n| format!("{} empty", L.count(n)),
    column_unread: |n| format!("{} not read", L.count(n)),
    column_distinct: |n| count(n, "distinct value", "distinct values"),
    column_range: |least, greatest| format!("{least} to {greatest}"),
    column_assumed: "An assumption: nothing in the column settles it.",
};
