//! The engine: from bytes to figures. Pure: no browser, no clock, no locale, no random numbers,
//! no result that depends on the order of a hash map. The same input gives the same output to the
//! last digit, natively and in WebAssembly.
//!
//! Not here: words for people (`i18n`), numbers as text (`format`), pictures (`chart`).

pub mod append;
pub mod attribution;
pub mod audit;
pub mod calendar;
mod condition;
pub mod currency;
pub mod curve;
pub mod dimension;
pub(crate) mod distinct;
pub mod document;
pub mod error;
pub mod filter;
pub mod fit;
pub mod fold;
pub mod formula;
pub mod funnel;
pub mod import;
pub mod issue;
pub mod mapping;
pub mod measure;
pub mod preset;
pub mod profile;
pub mod query;
pub mod ranks;
pub mod reference;
pub mod report;
pub mod sample;
pub mod sampling;
pub mod stats;
pub mod table;
pub mod value;
pub mod window;
pub mod zone;
