//! All native tests in one binary.
mod chart;
mod format;
mod funnel;
mod support;
mod tables;
