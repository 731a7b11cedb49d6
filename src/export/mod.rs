//! What leaves the app: tables as CSV, charts as SVG, reports as JSON. One export a file.
//!
//! Not here: how a file is saved (the page or the command line does), and pictures as PNG, which
//! only a browser can make.

pub mod svg;
