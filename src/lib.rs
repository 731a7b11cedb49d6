//! Tundish: funnel reports from CSV files, made wholly in the browser.
//!
//! # The map
//! - [`engine`]: from bytes to figures. Pure; knows nothing of browsers, languages or pictures.
//! - [`protocol`], [`service`]: what page and worker say to each other, and the engine behind it.
//! - [`format`], [`i18n`]: numbers, days and sentences for people, in English, Russian and Greek.
//! - [`chart`]: pictures over any plotters backend. [`export`]: CSV, SVG, JSON, a file as JSON lines.
//! - `web`: the worker's shell and the wire (feature `web`). `app`: the page (feature `app`).
//! - `bin/tundish.rs`: the command line over the same engine. `bin/book.rs`: the reader of Excel
//!   workbooks as a wasm module of its own, loaded when the first workbook comes (feature `book`).
//!
//! # From File to pixels
//! 1. `app::part::file_drop`: the browser hands over files.
//! 2. `app::action`: a new generation; `Request::Open` with the File handle. No bytes are copied.
//! 3. `web::worker` and [`service`]: the importer in slices; progress; cancel between slices.
//! 4. [`engine::import`]: `container` unwraps; bytes → text → records → typed table, profile and
//!    issues. [`engine::append`] makes one table of monthly exports.
//! 5. `Event::Imported` → state. [`engine::mapping`] proposes; the user decides; only the document
//!    changes. [`engine::preset`] puts one month's decisions to the next month's files.
//! 6. `Request::Build`: [`engine::funnel`] assembles records, their stages and touches (times by the
//!    clocks of [`engine::zone`]), costs and what stands beside them; [`engine::query`] answers each
//!    block by [`engine::measure`], [`engine::formula`] and [`engine::attribution`];
//!    [`engine::audit`] checks the data.
//! 7. `Event::Built`: tables render, canvases draw. Rows never leave the worker, except a window
//!    that the user looks at.
//!
//! # What always holds
//! - `engine` imports nothing from the layers above it; a test reads the `use` lines.
//! - A total is computed from its own rows. An empty denominator is no value, never 0.
//! - Money of two currencies is never added.
//! - The document holds decisions and never a row.

pub mod chart;
pub mod engine;
pub mod export;
pub mod format;
pub mod i18n;
pub mod protocol;
pub mod service;

#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "web")]
pub mod web;
