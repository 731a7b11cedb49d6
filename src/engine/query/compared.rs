//! A filter that sets one column against another of the same row: closed before created, won below
//! the list price. Not here: filters by one column alone (`kept`).

use super::codebook::{Codebook, DayCells};
use super::kept::{ColumnRows, Passing};
use crate::engine::dimension::Dimension;
use crate::engine::filter::{Filter, Than};
use crate::engine::funnel::{Assembled, FileView, NO_KEY};
use crate::engine::mapping::clock::Clock;
use crate::engine::table::{Cells, Column, NO_DAY, NO_MOMENT};
use crate::engine::value::Moment;

/// One of the two values.
enum Side<'a> {
    /// Days of the records, as the report places them.
    Days(&'a [i32]),
    Column(ColumnRows<'a>),
}

/// What is compared: numbers, days, or two moments to the second. A day has no time that could be
/// compared.
#[derive(Clone, Copy, PartialEq)]
enum Compared {
    Numbers,
    Days,
    /// Of two files that go by different clocks, as the report's clock shows them.
    Seconds {
        moved: bool,
    },
}

/// What is read of a side: by record (or cost row), or by row of the column's table.
enum Read<'a> {
    Placed(&'a [i32]),
    Days(DayCells<'a>),
    Numbers(&'a Column),
    Seconds(&'a Column),
    MovedSeconds(Vec<i64>),
}

/// `None` where one of the two is not there, or they are not of one kind.
pub(super) fn compared(
    filter: &Filter,
    than: Than,
    files: &[FileView<'_>],
    assembled: &Assembled,
    codebook: &mut Codebook,
) -> Option<Passing> {
    let this = Side::of(&filter.dimension, files, assembled)?;
    let other = Side::of(filter.other.as_ref()?, files, assembled)?;
    if this.is_cost() != other.is_cost() || this.is_days() != other.is_days() {
        return None;
    }
    let clocks = this.moment_clock(assembled).zip(other.moment_clock(assembled));
    let what = match clocks {
        Some((a, b)) => Compared::Seconds { moved: a != b },
        None if this.is_days() => Compared::Days,
        None => Compared::Numbers,
    };
    let (a, b) = (this.read(what, assembled, codebook), other.read(what, assembled, codebook));
    let passes = |place: usize| {
        let values = this.value(&a, place).zip(other.value(&b, place));
        values.is_some_and(|(a, b)| than.holds(a, b)) != filter.exclude
    };
    let passing: Vec<bool> = (0..this.len()).map(passes).collect();
    Some(Passing::of_rows(passing, this.is_cost()))
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

    /// The clock of a column of moments.
    fn moment_clock(&self, assembled: &Assembled) -> Option<Clock> {
        match self {
            Side::Column(rows) if matches!(rows.column.cells, Cells::Moment(_)) => {
                Some(assembled.clock(rows.at))
            }
            _ => None,
        }
    }

    fn is_days(&self) -> bool {
        match self {
            Side::Days(_) => true,
            Side::Column(rows) => matches!(rows.column.cells, Cells::Day(_) | Cells::Moment(_)),
        }
    }

    fn read<'b>(
        &'b self,
        what: Compared,
        assembled: &Assembled,
        codebook: &mut Codebook,
    ) -> Read<'b> {
        let rows = match self {
            Side::Days(days) => return Read::Placed(days),
            Side::Column(rows) => rows,
        };
        match (what, &rows.column.cells) {
            (Compared::Seconds { moved: false }, _) => Read::Seconds(rows.column),
            (Compared::Seconds { moved: true }, Cells::Moment(written)) => {
                let mut moving = assembled.clock(rows.at).moving();
                let moved = |m: &i64| match *m {
                    NO_MOMENT => NO_MOMENT,
                    m => moving.moved(Moment(m)).0,
                };
                Read::MovedSeconds(written.iter().map(moved).collect())
            }
            (Compared::Days, _) => Read::Days(codebook.days(assembled, rows.at, rows.column)),
            _ => Read::Numbers(rows.column),
        }
    }

    /// A number, a count of days or of seconds. Seconds of a written date are far below 2^53, so
    /// that they are exact.
    fn value(&self, read: &Read<'_>, place: usize) -> Option<f64> {
        let row = match self {
            Side::Days(_) => place,
            Side::Column(rows) => *rows.rows.get(place).filter(|row| **row < NO_KEY)? as usize,
        };
        match read {
            Read::Placed(days) => days.get(row).filter(|d| **d != NO_DAY).map(|d| f64::from(*d)),
            Read::Days(days) => days.day(row).map(|day| f64::from(day.0)),
            Read::Numbers(column) => column.number(row),
            Read::Seconds(column) => column.moment(row).map(|m| m.0 as f64),
            Read::MovedSeconds(seconds) => {
                seconds.get(row).filter(|s| **s != NO_MOMENT).map(|s| *s as f64)
            }
        }
    }
}
