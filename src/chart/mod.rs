//! Pictures over any plotters backend.
