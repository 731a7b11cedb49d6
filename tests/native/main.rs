//! All native tests in one binary.
mod format;
mod support;
