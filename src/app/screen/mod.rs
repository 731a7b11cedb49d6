//! The three steps: Data, Mapping, Report.

pub mod data;
pub mod mapping;
pub mod report;
