//! English: header, menus, common words.

use super::L;
use crate::i18n::Shell;
use crate::i18n::plural::en as count;

pub const SHELL: Shell = Shell {
    app_name: "Tundish",
    tagline: "Funnel reports from CSV files, made in your browser",
    language_name: "English",
    language_short: "EN",

    step_data: "Data",
    step_mapping: "Mapping",
    step_report: "Report",

    local_only: |n| format!("Local only · {}", count(n, "request", "requests")),
    privacy_title: "Your data stays on this computer",
    privacy_text: "The page reads your files here and sends them nowhere: its security policy does \
        not let it. The counter shows how many requests the page has made since it loaded. \
        Opening an Excel file may add one: the part of Tundish that reads Excel comes from the same \
        address as the page.",
    language: "Language",
    theme: "Theme",
    theme_auto: "Same as system",
    theme_light: "Light",
    theme_dark: "Dark",
    share: "Share",
    export: "Export",
    print: "Print",
    undo: "Undo",
    redo: "Redo",

    ok: "OK",
    cancel: "Cancel",
    close: "Close",
    apply: "Apply",
    reset: "Reset",
    add: "Add",
    remove: "Remove",
    edit: "Edit",
    copy: "Copy",
    show: "Show",
    hide: "Hide",
    show_all: "Show all",
    show_less: "Show less",
    and_more: |n| format!("and {} more", L.count(n)),
    search: "Search",
    nothing_found: "Nothing found",
    yes: "Yes",
    no: "No",
    none: "none",
    all: "All",
    loading: "Loading…",
    details: "Details",
    options: "Options",

    skip_link: "Skip to content",
    steps_label: "Steps",
    menu_label: "Menu",
    notices_label: "Messages",
    close_dialog: "Close the dialog",
    expand: "Expand",
    collapse: "Collapse",
    sort_ascending: |column| format!("Sort by {column}, lowest first"),
    sort_descending: |column| format!("Sort by {column}, highest first"),
    sorted_ascending: "sorted, lowest first",
    sorted_descending: "sorted, highest first",
    move_up: |name| format!("Move {name} up"),
    move_down: |name| format!("Move {name} down"),
    remove_named: |name| format!("Remove {name}"),
    previous_page: "Previous rows",
    next_page: "Next rows",
    rows_window: |first, last, of| {
        format!("Rows {} to {} of {}", L.count(first), L.count(last), L.count(of))
    },
    chart_label: |title| format!("Chart: {title}. The same figures are in its table."),
    show_table: "Show as a table",
    show_chart: "Show as a chart",
    page_title: |step, document| match document {
        "" => format!("{step} · Tundish"),
        _ => format!("{document} · {step} · Tundish"),
    },
};
