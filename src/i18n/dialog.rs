//! Sharing, saving, opening, exporting, printing, and the short notices after them.

/// See the module.
pub struct Dialog {
    pub share_title: &'static str,
    pub share_text: &'static str,
    pub share_link: &'static str,
    pub copy_link: &'static str,
    /// The link is longer than programs of others like: how many characters.
    pub link_long: fn(n: u64) -> String,
    pub link_from_disk: &'static str,
    pub save_file: &'static str,
    pub save_text: &'static str,
    pub open_file: &'static str,
    pub kept_here: &'static str,
    pub storage_note: &'static str,

    pub export_title: &'static str,
    pub export_csv: &'static str,
    pub export_png: &'static str,
    pub export_svg: &'static str,
    pub export_json: &'static str,
    pub export_print: &'static str,
    pub export_document: &'static str,
    pub export_tables: &'static str,
    pub export_charts: &'static str,
    pub csv_note: &'static str,
    pub export_named: fn(what: &str, format: &str) -> String,
    pub printed_from: fn(title: &str, day: &str) -> String,

    pub copied: &'static str,
    pub saved: &'static str,
    pub opened: &'static str,
    pub undone: &'static str,
    pub redone: &'static str,
    pub exported: fn(file: &str) -> String,
    pub report_ready: &'static str,
    pub file_read: fn(file: &str, rows: &str) -> String,
    pub file_failed: fn(file: &str) -> String,
}
