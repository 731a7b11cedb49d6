//! A filter that sets one column against another of the same row: closed before created, won below
//! the list price. Not here: filters by one column alone (`kept`).

use super::kept::{ColumnRows, Passing};
use crate::engine::dimension::Dimension;
use crate::engine::filter::{Filter, Than};
use crate::engine::funnel::{Assembled, FileView, NO_KEY};
use crate::engine::table::{Cells, NO_DAY};

/// One of the two values.
enum Side<'a> {
    /// Days of the records, as the report places them.
    Days(&'a [i32]),
    Column(ColumnRows<'a>),
}

/// `None` where one of the two is not there, or they are not of one kind.
pub(super) fn compared(
    filter: &Filter,
    than: Than,
    files: &[FileView<'_>],
    assembled: &Assembled,
) -> Option<Passing> {
    let this = Side::of(&filter.dimension, files, assembled)?;
    let other = Side::of(filter.other.as_ref()?, files, assembled)?;
    if this.is_cost() != other.is_cost() || this.is_days() != other.is_days() {
        return None;
    }
    // Two moments are compared to the second; a day has no time that could be compared.
    let by_second = this.is_moments() && other.is_moments();
    let passes = |row: usize| {
        let values = this.value(row, by_second).zip(other.value(row, by_second));
        values.is_some_and(|(a, b)| than.holds(a, b)) != filter.exclude
    };
    let passing: Vec<bool> = (0..this.len()).map(passes).collect();
    Some(match this.is_cost() {
        true => Passing { records: Vec::new(), spend: Some(passing), plans: None },
        false => Passing { records: passing, spend: None, plans: None },
    })
}

impl<'a> Side<'a> {
    fn of(
        dimension: &Dimension,
        files: &'a [FileView<'_>],
        assembled: &'a Assembled,
    ) -> Option<Side<'a>> {
        match dimension {
            Dimension::Created(_) => Some(Side::Days(&assembled.records.created)),
            Dimension::Closed(_) => Some(Side::Days(&assembled.records.closed)),
            _ => ColumnRows::of(dimension, files, assembled)
                .filter(|rows| !matches!(rows.column.cells, Cells::Text(_)))
                .map(Side::Column),
        }
    }

    fn len(&self) -> usize {
        match self {
            Side::Days(days) => days.len(),
            Side::Column(rows) => rows.rows.len(),
        }
    }

    fn is_cost(&self) -> bool {
        matches!(self, Side::Column(rows) if rows.is_cost)
    }

    fn is_moments(&self) -> bool {
        matches!(self, Side::Column(rows) if matches!(rows.column.cells, Cells::Moment(_)))
    }

    fn is_days(&self) -> bool {
        match self {
            Side::Days(_) => true,
            Side::Column(rows) => matches!(rows.column.cells, Cells::Day(_) | Cells::Moment(_)),
        }
    }

    /// A number, a count of days or, `by_second`, of seconds. Seconds of a written date are far
    /// below 2^53, so that they are exact.
    fn value(&self, place: usize, by_second: bool) -> Option<f64> {
        match self {
            Side::Days(days) => days.get(place).filter(|d| **d != NO_DAY).map(|d| f64::from(*d)),
            Side::Column(rows) => {
                let row = rows.rows.get(place).filter(|row| **row < NO_KEY)?;
                let row = *row as usize;
                match rows.column.cells {
                    Cells::Moment(_) if by_second => rows.column.moment(row).map(|m| m.0 as f64),
                    Cells::Day(_) | Cells::Moment(_) => {
                        rows.column.day(row).map(|day| f64::from(day.0))
                    }
                    _ => rows.column.number(row),
                }
            }
        }
    }
}
