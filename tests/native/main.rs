//! All native tests in one binary.
mod format;
mod funnel;
mod support;
mod tables;
