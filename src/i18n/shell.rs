//! Header, menus, words of common use, and what only screen readers hear.

/// See the module.
pub struct Shell {
    pub app_name: &'static str,
    /// One sentence on what the program does.
    pub tagline: &'static str,
    /// The language's own name, for the menu: `English`.
    pub language_name: &'static str,
    /// For the button: `EN`.
    pub language_short: &'static str,

    pub step_data: &'static str,
    pub step_mapping: &'static str,
    pub step_report: &'static str,

    /// `Local only · 0 requests`.
    pub local_only: fn(requests: u64) -> String,
    pub privacy_title: &'static str,
    pub privacy_text: &'static str,
    pub language: &'static str,
    pub theme: &'static str,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub share: &'static str,
    pub export: &'static str,
    pub print: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,

    pub ok: &'static str,
    pub cancel: &'static str,
    pub close: &'static str,
    pub apply: &'static str,
    pub reset: &'static str,
    pub add: &'static str,
    pub remove: &'static str,
    pub edit: &'static str,
    pub copy: &'static str,
    pub show: &'static str,
    pub hide: &'static str,
    pub show_all: &'static str,
    pub show_less: &'static str,
    /// `and 12 more`.
    pub and_more: fn(n: u64) -> String,
    pub search: &'static str,
    pub nothing_found: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub none: &'static str,
    pub all: &'static str,
    pub loading: &'static str,
    pub details: &'static str,
    pub options: &'static str,

    pub skip_link: &'static str,
    pub steps_label: &'static str,
    pub menu_label: &'static str,
    pub notices_label: &'static str,
    pub close_dialog: &'static str,
    pub expand: &'static str,
    pub collapse: &'static str,
    pub sort_ascending: fn(column: &str) -> String,
    pub sort_descending: fn(column: &str) -> String,
    pub sorted_ascending: &'static str,
    pub sorted_descending: &'static str,
    pub move_up: fn(name: &str) -> String,
    pub move_down: fn(name: &str) -> String,
    pub remove_named: fn(name: &str) -> String,
    pub previous_page: &'static str,
    pub next_page: &'static str,
    /// `Rows 1 to 100 of 2,400`.
    pub rows_window: fn(first: u64, last: u64, of: u64) -> String,
    /// For charts: its name, and that the same figures stand in a table.
    pub chart_label: fn(title: &str) -> String,
    pub show_table: &'static str,
    pub show_chart: &'static str,
    /// The browser's tab: `Report · Tundish`.
    pub page_title: fn(step: &str, document: &str) -> String,
}
