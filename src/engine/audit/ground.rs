//! What a check looks at, and what it hands back.

use super::check::{Counted, Detail, Lack};
use crate::engine::dimension::Label;
use crate::engine::funnel::{Assembled, BesideKind, FileView, NO_KEY, Outcome, Records};
use crate::engine::mapping::{FileKind, FileMapping, Mapping, Role};
use crate::engine::query::channel_meetings;
use crate::engine::report::ChannelMeeting;
use crate::engine::table::{Column, NO_DAY};
use crate::engine::value::Day;
use std::cell::OnceCell;

/// Files, what they mean, and what was made of them.
pub struct Ground<'a> {
    pub files: &'a [FileView<'a>],
    pub mapping: &'a Mapping,
    pub assembled: &'a Assembled,
    /// The day on which the question is asked, where the asker has a calendar.
    pub today: Option<Day>,
    /// How costs and records meet by channel, counted when a check first asks.
    meetings: OnceCell<Vec<ChannelMeeting>>,
}

/// What came of looking.
pub(super) enum Look {
    Passed,
    Found(Box<Evidence>),
    Not(Lack),
}

/// What was found: rows of each sort, or things with a name.
#[derive(Default)]
pub(super) struct Evidence {
    /// Positions among the records, ascending.
    pub records: Vec<u32>,
    /// Positions among the cost rows, ascending.
    pub costs: Vec<u32>,
    /// Rows of other costs or activities, by their positions among all of the kind, ascending.
    pub beside: Option<(BesideKind, Vec<u32>)>,
    /// Rows of other tables: file, rows.
    pub rows: Vec<(usize, Vec<u32>)>,
    /// How many, where it is not the rows that are counted.
    pub count: Option<u64>,
    pub of: u64,
    pub counted: Option<Counted>,
    pub named: Vec<(Label, u64)>,
    pub details: Vec<Detail>,
    /// Records that are left out to see what becomes of the figures, where it is not all of the rows
    /// found: of several that are one, all but one.
    pub left: Vec<u32>,
    /// Leaving the rows out would make no sense: they are all of them, or not the cause.
    pub without_effect: bool,
}

impl Look {
    /// Records, out of so many that were looked at.
    pub fn records(records: Vec<u32>, of: u64) -> Look {
        Look::of(Evidence { records, of, ..Evidence::default() })
    }

    /// Passed where nothing was found.
    pub fn of(evidence: Evidence) -> Look {
        let rows = evidence.rows.iter().map(|(_, rows)| rows.len()).sum::<usize>();
        let beside = evidence.beside.as_ref().map_or(0, |(_, rows)| rows.len());
        let found = evidence.records.len() + evidence.costs.len() + beside + rows;
        match found > 0 || evidence.count.is_some_and(|n| n > 0) {
            true => Look::Found(Box::new(evidence)),
            false => Look::Passed,
        }
    }
}

impl<'a> Ground<'a> {
    pub fn new(
        files: &'a [FileView<'a>],
        mapping: &'a Mapping,
        assembled: &'a Assembled,
        today: Option<Day>,
    ) -> Ground<'a> {
        Ground { files, mapping, assembled, today, meetings: OnceCell::new() }
    }

    /// See [`channel_meetings`].
    pub(super) fn meetings(&self) -> &[ChannelMeeting] {
        self.meetings.get_or_init(|| channel_meetings(self.assembled))
    }

    /// The records, where there are any.
    pub(super) fn records(&self) -> Result<&'a Records, Lack> {
        match self.assembled.has.records {
            true => Ok(&self.assembled.records),
            false => Err(Lack::NoRecords),
        }
    }

    /// The file whose rows are counted.
    pub(super) fn main(&self) -> Option<(FileView<'a>, &'a FileMapping)> {
        let file = self.files.get(self.assembled.record_file?)?;
        let name = &file.profile.name;
        Some((*file, self.mapping.files.iter().find(|f| f.name == *name)?))
    }

    /// A column of that file.
    pub(super) fn column(&self, role: Role) -> Option<&'a Column> {
        let (file, mapping) = self.main()?;
        file.table.column(mapping.header(role)?)
    }

    /// The files that records are seen by, with what they mean: their own, and that of the leads with
    /// which they begin.
    pub(super) fn of_records(&self) -> Vec<(usize, FileView<'a>, &'a FileMapping)> {
        let leads = self.assembled.begun.as_ref().map(|begun| begun.lead_file);
        let places = self.assembled.record_file.into_iter().chain(leads);
        let found = places.filter_map(|place| {
            let file = self.files.get(place)?;
            let mapping = self.mapping.files.iter().find(|f| f.name == file.profile.name)?;
            Some((place, *file, mapping))
        });
        found.collect()
    }

    /// Files of leads that are joined to the records and lend them what they know: no record is one of
    /// their rows.
    pub(super) fn joined_leads(&self) -> Vec<(usize, FileView<'a>, &'a FileMapping)> {
        let begun = self.assembled.begun.as_ref().map(|begun| begun.lead_file);
        let is_joined = |at: usize| {
            let mut links = self.assembled.links.iter();
            links.any(|l| Some(l.from_file) == self.assembled.record_file && l.lookup_file == at)
        };
        let here = self.files.iter().copied().enumerate();
        let here = here.filter(|(at, _)| Some(*at) != begun && is_joined(*at));
        let found = here.filter_map(|(at, file)| {
            let mapping = self.mapping.files.iter().find(|f| f.name == file.profile.name)?;
            (mapping.kind == FileKind::Leads).then_some((at, file, mapping))
        });
        found.collect()
    }

    /// The row of a record in one of these files.
    pub(super) fn row_in(&self, file: usize, record: usize) -> Option<usize> {
        let own = || self.assembled.records.row.get(record).copied();
        let begun = self.assembled.begun.as_ref();
        let lead = || begun?.lead_row.get(record).copied();
        let row = if self.assembled.record_file == Some(file) { own() } else { lead() };
        row.filter(|row| *row < NO_KEY).map(|row| row as usize)
    }

    /// The row of a record in its table.
    pub(super) fn row(&self, record: usize) -> usize {
        self.assembled.records.row.get(record).map_or(usize::MAX, |row| *row as usize)
    }

    /// The days that are no slips of the pen.
    pub(super) fn usual_days(&self) -> std::ops::RangeInclusive<i32> {
        let first = self.assembled.begins.unwrap_or(NO_DAY + 1);
        first..=self.assembled.as_of.unwrap_or(i32::MAX)
    }

    pub(super) fn outcome(&self, record: usize) -> Outcome {
        self.assembled.records.outcome.get(record).copied().unwrap_or(Outcome::Open)
    }

    /// Positions of the records that fit.
    pub(super) fn pick(&self, fits: impl Fn(usize) -> bool) -> Vec<u32> {
        self.pick_in_order(fits)
    }

    /// The same where a record fits by what came before it.
    pub(super) fn pick_in_order(&self, mut fits: impl FnMut(usize) -> bool) -> Vec<u32> {
        (0..self.assembled.records.count).filter(|at| fits(*at)).map(|at| at as u32).collect()
    }
}

/// A day of a column of days, where there is one.
pub(super) fn day(days: &[i32], at: usize) -> Option<i32> {
    days.get(at).copied().filter(|day| *day != NO_DAY)
}

/// A number of a column of numbers, where there is one.
pub(super) fn number(numbers: &[f64], at: usize) -> Option<f64> {
    numbers.get(at).copied().filter(|x| !x.is_nan())
}

/// Works a look whose lacks leave early.
pub(super) fn look(work: impl FnOnce() -> Result<Look, Lack>) -> Look {
    work().unwrap_or_else(Look::Not)
}

/// A lack, unless something holds.
pub(super) fn need(holds: bool, lack: Lack) -> Result<(), Lack> {
    if holds { Ok(()) } else { Err(lack) }
}
