//! One component a file. Parts get fields, signals and callbacks; screens use the context.

pub mod channel_table;
pub mod dialogs;
pub mod file_drop;
pub mod file_list;
pub mod file_preview;
pub mod import_options;
pub mod issue_list;
pub mod join_list;
pub mod mapping_preview;
pub mod open_document;
pub mod role_choice;
pub mod role_list;
pub mod stage_edit;
pub mod stage_editor;
pub mod toast;
pub mod top_bar;
pub mod value_chip;
