//! What other columns prove of a stage's name: a semantic column (Bitrix24's `P`, `S`, `F`) or flags
//! of closed and won. They go before any words: “Paid in advance” may be under way, “Signed” a win.
//!
//! Not here: the words (`stage_outcome`), the ladder that comes of it (`stage`).

use super::header::Header;
use super::stage::column;
use super::{Role, role, stage_outcome};
use crate::engine::distinct::Distinct;
use crate::engine::fold::fold_header;
use crate::engine::funnel::{FileView, Outcome};
use crate::engine::import::exporter::Consequence;
use crate::engine::table::{Cells, Column};
use std::collections::BTreeMap;

/// The outcome of stage values, as far as it is proved.
#[derive(Default)]
pub struct Proof {
    /// Folded value → the outcome of all its rows; open is none.
    proved: BTreeMap<String, Option<Outcome>>,
    /// Another column alone says won and lost, and deals keep the stage at which they ended.
    apart: bool,
}

impl Proof {
    pub fn of(file: &FileView, roles: &BTreeMap<Role, String>) -> Proof {
        let Some(stage) = column(file, roles, Role::Stage) else { return Proof::default() };
        let said = column(file, roles, Role::Outcome);
        if let Some(of_row) = said.and_then(semantic) {
            return Proof { proved: weigh(stage, file.table.rows, of_row), apart: false };
        }
        if said.is_some_and(|c| is_told(file, &c.header)) {
            return Proof { proved: BTreeMap::new(), apart: true };
        }
        let proved = flags(file).map(|of_row| weigh(stage, file.table.rows, of_row));
        Proof { proved: proved.unwrap_or_default(), apart: false }
    }

    /// Whether a stage value is won, lost, or (none) a rung of the ladder.
    pub fn outcome(&self, value: &str) -> Option<Outcome> {
        match self.proved.get(&fold_header(value)) {
            Some(outcome) => *outcome,
            None if self.apart => None,
            None => stage_outcome::outcome(value),
        }
    }
}

/// Whether the exporter is known to say won and lost in this column.
pub fn is_told(file: &FileView, header: &str) -> bool {
    let follows = file.profile.exporter.iter().flat_map(|e| &e.follows);
    let mut told = follows.filter_map(|c| match c {
        Consequence::OutcomeColumn { column } => Some(column.as_str()),
        _ => None,
    });
    told.any(|column| column == header)
}

/// What each row is; none where a row says nothing.
type OfRow<'a> = Box<dyn Fn(usize) -> Option<Option<Outcome>> + 'a>;

/// A column of nothing but the letters `P`, `S` and `F`.
fn semantic(column: &Column) -> Option<OfRow<'_>> {
    let values = Distinct::of(column);
    let mean = |text: &str| match text.trim() {
        "P" | "p" => Some(None),
        "S" | "s" | "F" | "f" => Some(role::outcome_value(&text.trim().to_uppercase())),
        _ => None,
    };
    let meant: Vec<Option<Option<Outcome>>> = values.texts().map(|t| mean(&t)).collect();
    let counts = values.counts();
    let used = || meant.iter().zip(&counts).skip(1).filter(|(_, n)| **n > 0);
    let is_semantic = used().count() > 0 && used().all(|(m, _)| m.is_some());
    is_semantic.then(|| -> OfRow {
        Box::new(move |row| meant.get(values.code(row as u32) as usize).copied().flatten())
    })
}

/// Flags of closed, won and lost: won, and at least one of the others.
fn flags<'a>(file: &FileView<'a>) -> Option<OfRow<'a>> {
    let find = |list: &str| -> Option<&'a [u8]> {
        file.table.columns.iter().find_map(|c| match &c.cells {
            Cells::Flag(cells) if Header::new(&c.header).is_any(list) => Some(cells.as_slice()),
            _ => None,
        })
    };
    let won = find("won|is won|iswon|is closed won|hs is closed won")?;
    let lost = find("lost|is lost|is closed lost");
    let closed = find("closed|is closed|isclosed|hs is closed|сделка закрыта|закрыта");
    if lost.is_none() && closed.is_none() {
        return None;
    }
    let at = |cells: Option<&[u8]>, row: usize| cells.and_then(|c| c.get(row).copied());
    Some(Box::new(move |row| match (at(Some(won), row), at(lost, row), at(closed, row)) {
        (Some(1), ..) => Some(Some(Outcome::Won)),
        (Some(0), Some(1), _) | (Some(0), None, Some(1)) => Some(Some(Outcome::Lost)),
        (Some(0), Some(0), None | Some(0)) | (Some(0), None, Some(0)) => Some(None),
        _ => None,
    }))
}

/// The values whose rows all say the same.
fn weigh(stage: &Column, rows: usize, of_row: OfRow) -> BTreeMap<String, Option<Outcome>> {
    let values = Distinct::of(stage);
    // None: not met; Some(None): rows disagree.
    let mut met: Vec<Option<Option<Option<Outcome>>>> = vec![None; values.len()];
    for row in 0..rows {
        let Some(slot) = met.get_mut(values.code(row as u32) as usize) else { continue };
        let now = of_row(row);
        *slot = match *slot {
            None => Some(now),
            Some(before) if before == now => Some(before),
            Some(_) => Some(None),
        };
    }
    let mut proved: BTreeMap<String, Option<Option<Outcome>>> = BTreeMap::new();
    for (text, met) in values.texts().zip(met).skip(1) {
        let Some(met) = met else { continue };
        let same = proved.entry(fold_header(&text)).or_insert(met);
        if *same != met {
            *same = None;
        }
    }
    proved.into_iter().filter_map(|(value, met)| met.map(|outcome| (value, outcome))).collect()
}
