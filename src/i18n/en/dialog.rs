//! English: sharing, saving, exporting, notices.

use super::L;
use crate::i18n::Dialog;

pub const DIALOG: Dialog = Dialog {
    share_title: "Share this report",
    share_text: "The link holds the settings: mapping, rules, report. It holds no row of your \
        data. Whoever opens it drops the same files and sees the same report.",
    share_link: "Link",
    copy_link: "Copy the link",
    link_long: |n| {
        format!(
            "The link has {} characters, and some programs cut long links. A file is safer.",
            L.count(n)
        )
    },
    link_from_disk: "This page was opened from a disk, so the link works only where the same file \
        is. Save the settings as a file instead.",
    save_file: "Save as a file",
    save_text: "A readable JSON file with the settings and without any data.",
    open_file: "Open a file…",
    kept_here: "Kept in this browser",
    storage_note: "Browsers may clear what a page keeps, Safari after a week without a visit. The \
        file on your disk is the safe copy.",

    export_title: "Export",
    export_csv: "Table as CSV",
    export_png: "Chart as PNG",
    export_svg: "Chart as SVG",
    export_json: "Report as JSON",
    export_print: "Print or save as PDF",
    export_document: "Settings as a file",
    export_tables: "Tables",
    export_charts: "Charts",
    csv_note: "UTF-8 with BOM, opens in Excel. Cells that a spreadsheet would run as formulas are \
        made harmless.",
    export_named: |what, format| format!("{what} as {format}"),
    printed_from: |title, day| format!("{title}, data as of {day}. Made with Tundish."),

    copied: "Copied.",
    saved: "Saved.",
    opened: "The report was opened.",
    undone: "Undone.",
    redone: "Redone.",
    exported: |file| format!("{file} was saved."),
    report_ready: "The report is ready.",
    file_read: |file, rows| format!("{file} was read: {rows}."),
    file_failed: |file| format!("{file} could not be read."),
};
