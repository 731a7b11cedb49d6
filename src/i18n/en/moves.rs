//! English: moves between stages.

use super::L;
use crate::engine::report::{FlowOf, MoveKind};
use crate::i18n::Moves;
use crate::i18n::plural::en as count;

pub const MOVES: Moves = Moves {
    transitions: "Moves between stages",
    series_title: "Moves over time",
    matrix_corner: "From ↓ to →",
    from: "From",
    to: "To",
    kind_label: "Kind",
    kind: |kind| match kind {
        MoveKind::Forward => "forward",
        MoveKind::Skipped => "forward, skipping stages",
        MoveKind::Back => "back",
        MoveKind::Won => "won",
        MoveKind::Lost => "lost",
        MoveKind::Reopened => "reopened",
        MoveKind::AfterWin => "after the win",
    },
    records: "Records",
    moves: "Moves",
    amount: "Amount",
    grain_label: "By",
    cell: |kind, moves, records| {
        let moves = count(moves, "move", "moves");
        format!("{kind}: {moves} of {}", count(records, "record", "records"))
    },
    counted: |moves, records| {
        let moves = count(moves, "move", "moves");
        format!("{moves} of {}.", count(records, "record", "records"))
    },
    period_note: "The period selects the days of the moves, whenever a record was created.",
    reentered: |n| {
        format!("{} into a stage where the record had been before.", count(n, "move", "moves"))
    },
    no_returns: "Dates of stages hold one entry each: moves back and repeated visits can’t be told from them. A history of stages can.",
    openings: |n| format!("{} into the ladder, which is no move.", count(n, "entry", "entries")),
    undated: |n| format!("{} without a date, in no unit of time.", count(n, "move", "moves")),
    out_of_order: |n| {
        let records = count(n, "record has", "records have");
        format!("{records} stages dated against the ladder.")
    },
    by_own_row: |n| {
        let records = count(n, "record is", "records are");
        format!("{records} unknown to the history: their own row says where they are.")
    },

    flow: "Stage flow",
    of_label: "Width",
    of: |of| match of {
        FlowOf::Passages => "Records passing",
        FlowOf::Amount => "Amount",
    },
    began: "Began here",
    still_there: "Still there, open",
    flow_counted: |n| format!("{}.", count(n, "record", "records")),
    passages_note: "A record that comes to a stage twice passes it twice.",
    unknown_depth: |n| {
        let records = count(n, "lost record says", "lost records say");
        format!("{records} nothing of how far they came: shown as lost from the first stage.")
    },
    reopened_by_row: |n| {
        format!("{} open by their own row, though their history has ended.", L.count(n))
    },
};
