//! CSV, SVG, JSON: one export a file.
