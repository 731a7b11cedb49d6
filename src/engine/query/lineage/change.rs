//! The rows of what changed between two exports: of a kind of change, of a cell of the way from stage
//! to stage, of a step of the bridge. A record in both exports has a row in either.

use super::Found;
use super::figure_part::{ChangeFigure, ChangeRows};
use super::tally::{Fate, Tally};
use crate::engine::funnel::{Assembled, FileView, NO_KEY, Outcome};
use crate::engine::query::frame::Frame;
use crate::engine::query::kept::Kept;
use crate::engine::query::paired::{Changed, Ground, Sides, State};
use crate::engine::report::Absence;
use crate::engine::stats::Sum;
use crate::engine::value::{Quantity, Unit};
use crate::engine::window::Part;
use serde::{Deserialize, Serialize};

/// What became of the rows of one of the two exports.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExportTally {
    pub file: String,
    pub is_earlier: bool,
    pub tally: Tally,
}

/// The fate of each row of an export's table.
pub(super) struct ExportRows {
    /// Position among the files.
    pub file: usize,
    is_earlier: bool,
    pub fates: Vec<Fate>,
    /// How many times each row is counted; empty: each once.
    pub shares: Vec<f64>,
}

impl ExportRows {
    pub fn tally(&self, files: &[FileView<'_>]) -> ExportTally {
        ExportTally {
            file: files.get(self.file).map(|f| f.profile.name.clone()).unwrap_or_default(),
            is_earlier: self.is_earlier,
            tally: Tally::of(&self.fates),
        }
    }
}

/// Which figure: of these changes, this of them, in a currency where it is about amounts.
pub(super) struct Asked<'a> {
    pub rows: &'a ChangeRows,
    pub of: ChangeFigure,
    pub currency: Option<&'a str>,
}

pub(super) fn change(
    frame: &Frame<'_>,
    earlier: &str,
    asked: &Asked<'_>,
) -> Result<Found, Absence> {
    let ground = Ground::of(frame, Some(earlier))?;
    let sides = &ground.sides;
    let quantity = asked.quantity(&ground);
    // The later export first: it is the one that the report counts.
    let exports = [false, true].into_iter().filter(|is_earlier| asked.concerns(*is_earlier));
    let rows = |is_earlier: bool| {
        let (made, file, kept) = match is_earlier {
            true => (&*sides.earlier.made, sides.earlier.file, &ground.kept_before),
            false => (frame.assembled, sides.earlier.later_file, &frame.kept),
        };
        let mut rows = unpaired(frame, sides, (made, file), is_earlier, kept);
        let mut put = |record: Option<u32>, fate: Fate| {
            let row = record.and_then(|at| made.records.row.get(at as usize).copied());
            let slot = row.and_then(|row| rows.get_mut(row as usize));
            slot.into_iter().for_each(|slot| *slot = fate);
        };
        let of = |pair: &crate::engine::funnel::Pair| match is_earlier {
            true => pair.before,
            false => pair.after,
        };
        sides.earlier.pairs.iter().for_each(|pair| put(of(pair), Fate::Filtered));
        for changed in &ground.found {
            put(of(&changed.pair), asked.fate(changed, sides, is_earlier));
        }
        let counts = if is_earlier { -1.0 } else { 1.0 };
        let shares = match asked.of {
            ChangeFigure::Effect => vec![counts; rows.len()],
            _ => Vec::new(),
        };
        ExportRows { file, is_earlier, fates: rows, shares }
    };
    Ok(Found {
        quantity: Some(quantity),
        exports: exports.map(rows).collect(),
        currency: asked.currency.map(str::to_owned),
        ..Found::default()
    })
}

/// The rows of an export as if it had no pairs: without an id, or one that another row stands for.
fn unpaired(
    frame: &Frame<'_>,
    sides: &Sides<'_>,
    (made, file): (&Assembled, usize),
    is_earlier: bool,
    kept: &Kept,
) -> Vec<Fate> {
    let Some(table) = frame.files.get(file).map(|f| f.table) else { return Vec::new() };
    let named = if is_earlier { &sides.earlier.named_before } else { &sides.earlier.named_after };
    let id = table.column(&named.id);
    let mut rows = vec![Fate::Part(Part::Repeated); table.rows];
    for (record, row) in made.records.row.iter().enumerate().filter(|(_, row)| **row < NO_KEY) {
        let has_id = id.is_some_and(|id| !id.plain_text(*row as usize).trim().is_empty());
        let fate = match has_id {
            _ if !kept.record(record) => Fate::Filtered,
            true => Fate::Part(Part::Repeated),
            false => Fate::Part(Part::WithoutId),
        };
        rows.get_mut(*row as usize).into_iter().for_each(|slot| *slot = fate);
    }
    rows
}

fn is_open(state: Option<&State>) -> bool {
    state.is_some_and(|s| s.outcome == Outcome::Open)
}

impl Asked<'_> {
    /// Whether the figure is made of rows of this export.
    fn concerns(&self, is_earlier: bool) -> bool {
        match (self.rows, self.of) {
            (_, ChangeFigure::Before) => is_earlier,
            (_, ChangeFigure::After) => !is_earlier,
            (ChangeRows::OpenBefore, ChangeFigure::Records) => is_earlier,
            (ChangeRows::OpenAfter, ChangeFigure::Records) => !is_earlier,
            _ => true,
        }
    }

    /// Whether a record is one of these.
    fn names(&self, changed: &Changed) -> bool {
        let (before, after) = (changed.before.as_ref(), changed.after.as_ref());
        match self.rows {
            ChangeRows::Kind(kind) => changed.kinds.contains(kind),
            ChangeRows::Passage { from, to } => {
                (before.map(|s| s.place), after.map(|s| s.place)) == (*from, *to)
            }
            ChangeRows::OpenBefore => is_open(before),
            ChangeRows::OpenAfter => is_open(after),
            ChangeRows::Open => is_open(before) || is_open(after),
        }
    }

    /// What a state is to a sum of money.
    fn money(&self, state: &State, sides: &Sides<'_>) -> Part {
        match (state.amount, self.currency) {
            (None, _) => Part::WithoutAmount,
            (Some(_), Some(currency)) if !sides.is_in(state, currency) => Part::OtherCurrency,
            (Some(_), _) => Part::Above,
        }
    }

    /// The amount that a state brings to the open pipeline in the currency.
    fn open_amount(&self, state: Option<&State>, sides: &Sides<'_>) -> Option<f64> {
        let state = state.filter(|s| is_open(Some(s)))?;
        state.amount.filter(|_| self.money(state, sides) == Part::Above)
    }

    /// Whether a record is counted where the records of a step are: it has an open amount in its
    /// currency on a side that the figure is about.
    fn is_in_step(&self, changed: &Changed, sides: &Sides<'_>) -> bool {
        let of = |is_earlier: bool, state: &Option<State>| {
            self.concerns(is_earlier) && self.open_amount(state.as_ref(), sides).is_some()
        };
        self.currency.is_none() || of(true, &changed.before) || of(false, &changed.after)
    }

    fn fate(&self, changed: &Changed, sides: &Sides<'_>, is_earlier: bool) -> Fate {
        let state = if is_earlier { &changed.before } else { &changed.after };
        let Some(state) = state.as_ref().filter(|_| self.names(changed)) else {
            return Fate::Elsewhere;
        };
        let is_closed = state.outcome != Outcome::Open;
        match self.of {
            ChangeFigure::Records if self.is_in_step(changed, sides) => Fate::Part(Part::Above),
            // Of the records of a step, those that brought nothing to it.
            ChangeFigure::Records | ChangeFigure::Effect if is_closed => Fate::Unconcerned,
            ChangeFigure::Records => match self.money(state, sides) {
                Part::Above => Fate::Unconcerned,
                left => Fate::Part(left),
            },
            _ => Fate::Part(self.money(state, sides)),
        }
    }

    fn quantity(&self, ground: &Ground<'_>) -> Quantity {
        let sides = &ground.sides;
        let mut sum = Sum::default();
        // Of a kind that an export has no records of, no amount there can be told.
        let mut is_seen = !matches!(self.rows, ChangeRows::Kind(_));
        for changed in ground.found.iter().filter(|changed| self.names(changed)) {
            let (before, after) = (changed.before.as_ref(), changed.after.as_ref());
            let amount = |state: Option<&State>| {
                let state = state.filter(|s| self.money(s, sides) == Part::Above)?;
                state.amount
            };
            let values = match self.of {
                ChangeFigure::Records => {
                    let counts = self.is_in_step(changed, sides);
                    [None, counts.then_some(1.0)]
                }
                ChangeFigure::Before => [None, amount(before)],
                ChangeFigure::After => [None, amount(after)],
                ChangeFigure::Effect => {
                    let open = |state| self.open_amount(state, sides);
                    [open(before).map(|value| -value), open(after)]
                }
            };
            is_seen |= match self.of {
                ChangeFigure::Before => before.is_some(),
                ChangeFigure::After => after.is_some(),
                _ => true,
            };
            values.into_iter().flatten().for_each(|value| sum.add(value));
        }
        let unit = if self.of == ChangeFigure::Records { Unit::Count } else { Unit::Money };
        match is_seen || unit == Unit::Count {
            true => Quantity::plain(sum.value(), unit),
            false => Quantity::none(unit),
        }
    }
}
