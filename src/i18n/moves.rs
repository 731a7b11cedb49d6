//! Moves between stages and the flow that they make, blocks of the third screen.

use crate::engine::report::{FlowOf, MoveKind};

/// See the module.
pub struct Moves {
    pub transitions: &'static str,
    /// Over the table of moves by unit of time.
    pub series_title: &'static str,
    /// In the corner of the matrix: rows are left, columns entered.
    pub matrix_corner: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub kind_label: &'static str,
    pub kind: fn(MoveKind) -> &'static str,
    pub records: &'static str,
    pub moves: &'static str,
    pub amount: &'static str,
    pub grain_label: &'static str,
    /// `back: 12 moves of 9 records`.
    pub cell: fn(kind: &str, moves: u64, records: u64) -> String,
    pub counted: fn(moves: u64, records: u64) -> String,
    /// That the period selects moves.
    pub period_note: &'static str,
    pub reentered: fn(n: u64) -> String,
    /// Why there are no moves back.
    pub no_returns: &'static str,
    pub openings: fn(n: u64) -> String,
    pub undated: fn(n: u64) -> String,
    pub out_of_order: fn(n: u64) -> String,
    pub by_own_row: fn(n: u64) -> String,

    pub flow: &'static str,
    pub of_label: &'static str,
    pub of: fn(FlowOf) -> &'static str,
    pub began: &'static str,
    pub still_there: &'static str,
    pub flow_counted: fn(records: u64) -> String,
    pub passages_note: &'static str,
    pub unknown_depth: fn(n: u64) -> String,
    pub reopened_by_row: fn(n: u64) -> String,
}
