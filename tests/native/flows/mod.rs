//! Questions about how records went: lost reasons, moves between stages, flows, calls, two exports.

mod calls;
mod moves;
mod reasons;
