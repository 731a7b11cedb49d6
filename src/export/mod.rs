//! What leaves the app: tables as CSV, charts as SVG, reports as JSON, files as JSON lines. One
//! export a file.
//!
//! A table becomes a [`Sheet`] first, whatever it is written as. Not here: how a file is saved (the
//! page or the command line does), and pictures as PNG, which only a browser can make.

pub mod answer_columns;
pub mod answer_table;
pub mod audit_sheet;
pub mod block_chart;
pub mod bridge_table;
pub mod calls_table;
mod change_sheet;
pub mod clipboard;
pub mod csv;
pub mod figure_table;
pub mod flow_table;
pub mod funnel_split_table;
mod interval_columns;
pub mod json;
pub mod link;
pub mod listing;
pub mod moves_table;
pub mod pipeline_change_table;
pub mod question_sheet;
pub mod reasons_table;
pub mod sheet;
pub mod spread_table;
pub mod svg;
mod trend_chart;

pub use answer_table::{answer_remarks, answer_tables};
pub use clipboard::{sheet_html, sheet_tsv};
pub use csv::{sheet_csv, sheets_csv};
pub use figure_table::FigureTable;
pub use json::report_json;
pub use listing::write_listing;
pub use sheet::{Cell, Sheet, SheetWords, answer_sheet, answer_sheets};
pub use svg::chart_svg;
