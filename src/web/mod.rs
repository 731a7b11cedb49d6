//! The browser around the engine: the worker's shell and how a page starts one.
//! Nothing here computes; the page itself is in `app`.

pub mod blob;
pub mod books;
pub mod spawn;
pub mod wire;
pub mod worker;
