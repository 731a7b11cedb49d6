//! One question kind a file.
