//! The days and moments of a file by the clock of the report. A date without a time is a calendar
//! day and never moves.
//!
//! A file's times may be told in a zone of their own; where the report has one too, they are brought
//! from one clock to the other. A file without a zone goes by the report's clock already, but for
//! the minutes that its own is fast or slow.
//!
//! Not here: how a date is read (`import`), the rules of zones (`engine::zone`).

use super::{FileMapping, Mapping};
use crate::engine::table::{Cells, Column, NO_DAY};
use crate::engine::value::{Day, Moment};
use crate::engine::zone::{Stretch, Zone};

/// How the written times of a file become times of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    AsWritten,
    /// Seconds to add.
    Shifted(i64),
    Between {
        file: Zone,
        report: Zone,
    },
}

impl Mapping {
    /// The clock of a file.
    pub fn clock(&self, file: &FileMapping) -> Clock {
        match (file.zone, self.zone) {
            (Some(file), Some(report)) if file != report => Clock::Between { file, report },
            (Some(_), _) => Clock::AsWritten,
            (None, _) if file.clock_minutes != 0 => {
                Clock::Shifted(i64::from(file.clock_minutes) * 60)
            }
            (None, _) => Clock::AsWritten,
        }
    }

    /// The clocks of files by name; a file that has no mapping is read as it is written.
    pub fn clocks<'a>(&self, names: impl Iterator<Item = &'a str>) -> Vec<Clock> {
        let clock = |name: &str| {
            let mapped = self.files.iter().find(|f| f.name == name);
            mapped.map_or(Clock::AsWritten, |f| self.clock(f))
        };
        names.map(clock).collect()
    }

    /// Seconds that pass between two moments of the report.
    pub fn elapsed(&self, from: Moment, until: Moment) -> i64 {
        let instant = |m: Moment| self.zone.map_or(m.0, |zone| zone.instant(m.0));
        instant(until).saturating_sub(instant(from))
    }
}

impl Clock {
    /// What is added to a written time, and the written times to which it is added.
    fn shift(self, written: i64) -> Stretch {
        let whole = Stretch { from: i64::MIN, until: i64::MAX, offset: 0 };
        match self {
            Clock::AsWritten => whole,
            Clock::Shifted(offset) => Stretch { offset, ..whole },
            Clock::Between { file, report } => {
                let own = file.of_wall(written);
                let there = report.at(written.saturating_sub(own.offset));
                Stretch {
                    from: own.from.max(there.from.saturating_add(own.offset)),
                    until: own.until.min(there.until.saturating_add(own.offset)),
                    offset: there.offset - own.offset,
                }
            }
        }
    }

    /// A written time by the clock of the report.
    pub fn moved(self, written: Moment) -> Moment {
        Moment(written.0.saturating_add(self.shift(written.0).offset))
    }

    /// The calendar day of a cell: a written time is brought to the report's clock, a date without a
    /// time stays what it is.
    pub fn day(self, column: &Column, row: usize) -> Option<Day> {
        match &column.cells {
            Cells::Moment(_) => self.moment(column, row).map(Moment::day),
            _ => column.day(row),
        }
    }

    /// The moment of a cell; of a date without a time its midnight.
    pub fn moment(self, column: &Column, row: usize) -> Option<Moment> {
        let written = column.moment(row)?;
        let is_timed = matches!(column.cells, Cells::Moment(_));
        Some(if is_timed { self.moved(written) } else { written })
    }

    /// The calendar days of rows; [`NO_DAY`] where there is none.
    pub fn days(self, column: &Column, rows: impl Iterator<Item = usize>) -> Vec<i32> {
        rows.map(self.day_reader(column)).collect()
    }

    /// The calendar day of one row after the other.
    pub fn day_reader(self, column: &Column) -> impl FnMut(usize) -> i32 {
        let is_timed = matches!(column.cells, Cells::Moment(_));
        let mut moving = if is_timed { self } else { Clock::AsWritten }.moving();
        move |row| match &column.cells {
            Cells::Moment(_) => {
                column.moment(row).map_or(NO_DAY, |written| moving.moved(written).day().0)
            }
            _ => column.day(row).map_or(NO_DAY, |day| day.0),
        }
    }

    /// Brings one written time after the other to the report's clock.
    pub fn moving(self) -> Moving {
        Moving { clock: self, held: Stretch { from: 0, until: 0, offset: 0 } }
    }
}

/// The clock with what it last added: neighbours are mostly moved alike, so that zones are seldom
/// asked.
pub struct Moving {
    clock: Clock,
    held: Stretch,
}

impl Moving {
    pub fn moved(&mut self, written: Moment) -> Moment {
        let Moment(written) = written;
        if !(self.held.from..self.held.until).contains(&written) {
            self.held = self.clock.shift(written);
        }
        Moment(written.saturating_add(self.held.offset))
    }
}
