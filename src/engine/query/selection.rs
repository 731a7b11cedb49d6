//! The rows that a question is about: what the filters keep, within the days of a period.

use super::kept::Kept;
use crate::engine::filter::Period;
use crate::engine::funnel::{Assembled, Outcome};
use crate::engine::measure::gather::NO_CELL;
use crate::engine::report::Basis;
use crate::engine::table::NO_DAY;
use std::cell::OnceCell;

/// A mask over rows: 0 leaves a cell as it is, [`NO_CELL`] takes the row out of it (by “or”).
/// `None` takes out nothing.
pub(super) type Mask = Option<Vec<u32>>;

/// Whether a mask keeps a row.
pub(super) fn is_in(mask: &Mask, row: usize) -> bool {
    mask.as_ref().is_none_or(|m| m.get(row).is_some_and(|cell| *cell != NO_CELL))
}

/// The rows of one window of days, by what places them in it.
pub(super) struct Selection {
    /// `None` = all days, and rows without a day.
    pub window: Option<Period>,
    pub created: Mask,
    /// Closed records, where they are placed by closing; else they are placed as they were created.
    pub closed: Option<Vec<u32>>,
    pub spend: Mask,
    /// Those that entered a stage, by stage; made when first asked for.
    entered: Vec<OnceCell<Mask>>,
}

impl Selection {
    pub fn new(
        window: Option<Period>,
        basis: Basis,
        assembled: &Assembled,
        kept: &Kept,
    ) -> Selection {
        let records = &assembled.records;
        let by_closing = basis == Basis::Period && window.is_some();
        Selection {
            window,
            created: mask(&records.created, window, kept.records.as_deref()),
            closed: match by_closing {
                true => mask(&records.closed, window, kept.records.as_deref()),
                false => None,
            },
            spend: mask(&assembled.spend.day, window, kept.spend.as_deref()),
            entered: vec![OnceCell::new(); records.entered.len()],
        }
    }

    /// How the records that entered a stage are masked, by the days of it; nothing for a stage that the
    /// records have no days of.
    pub fn entered(&self, stage: usize, days: &[i32], kept: &Kept) -> Option<&Mask> {
        let known = self.entered.get(stage)?;
        Some(known.get_or_init(|| mask(days, self.window, kept.records.as_deref())))
    }

    /// How closed records are masked.
    pub fn closed(&self) -> &Mask {
        if self.closed.is_some() { &self.closed } else { &self.created }
    }
}

fn mask(days: &[i32], window: Option<Period>, kept: Option<&[bool]>) -> Mask {
    let cell = |is_in: bool| if is_in { 0 } else { NO_CELL };
    // A missing day is before all others, and so in no window.
    let within = |day: i32, w: Period| w.first.0 <= day && day <= w.last.0;
    match (window, kept) {
        (None, None) => None,
        (Some(w), None) => Some(days.iter().map(|day| cell(within(*day, w))).collect()),
        (None, Some(kept)) => Some(kept.iter().map(|kept| cell(*kept)).collect()),
        (Some(w), Some(kept)) => {
            let rows = days.iter().zip(kept);
            Some(rows.map(|(day, kept)| cell(*kept & within(*day, w))).collect())
        }
    }
}

/// Rows that a period leaves out because they have no day; a total tells of them.
#[derive(Clone, Copy, Default)]
pub(super) struct Undated {
    pub won: u64,
    pub lost: u64,
    pub spend: u64,
    pub other_costs: u64,
    pub open: u64,
}

impl Undated {
    /// `ended` are the closed records without a day of closing, `open` the open ones without a day on
    /// which they are expected to; `is_ours` tells whether a cost row
    /// is in the report's currency.
    pub fn of(
        basis: Basis,
        assembled: &Assembled,
        kept: &Kept,
        (ended, open): (&[u32], &[u32]),
        is_ours: impl Fn(u8) -> bool,
    ) -> Undated {
        let mut undated = Undated::default();
        let (records, spend) = (&assembled.records, &assembled.spend);
        if basis == Basis::Period {
            for row in ended.iter().map(|row| *row as usize).filter(|row| kept.record(*row)) {
                match records.outcome.get(row) {
                    Some(Outcome::Won) => undated.won += 1,
                    Some(Outcome::Lost) => undated.lost += 1,
                    Some(Outcome::Open) | None => {}
                }
            }
            undated.open = open.iter().filter(|row| kept.record(**row as usize)).count() as u64;
        }
        let costs = spend.day.iter().zip(&spend.spend).zip(&spend.currency).enumerate();
        for (row, ((day, cost), currency)) in costs {
            let counts = *day == NO_DAY && !cost.is_nan() && is_ours(*currency);
            undated.spend += u64::from(counts && kept.cost(row));
        }
        let other = &assembled.beside.other_costs;
        let costs = other.day.iter().zip(&other.cost).zip(&other.currency);
        let counts = costs.filter(|((day, cost), currency)| {
            **day == NO_DAY && !cost.is_nan() && is_ours(**currency)
        });
        undated.other_costs = counts.count() as u64;
        undated
    }
}
