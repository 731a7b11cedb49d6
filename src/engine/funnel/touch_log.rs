//! The touches of each record with marketing, in their order: from logs of touches, or from the
//! columns that name a record's first and latest source.
//!
//! Not here: what a win owes to each (`engine::attribution`).

use super::begin::leads_of;
use super::beside;
use super::channel::{Channels, classify_by, classify_rows};
use super::owner_row::{Owned, Owners};
use super::source::Source;
use super::{Assembled, FileView, NO_ROW};
use crate::engine::audit::Finding;
use crate::engine::error::BuildError;
use crate::engine::mapping::{FileKind, Mapping, Role};
use crate::engine::table::NO_MOMENT;

/// How much of a record's way the files know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TouchDepth {
    /// One source a record.
    #[default]
    One,
    /// The first and the latest.
    Ends,
    /// Touch by touch.
    All,
}

/// Touches of all records, one record behind the other.
#[derive(Clone, Debug, Default)]
pub struct TouchLog {
    pub depth: TouchDepth,
    /// Where the touches of each record begin, and the end of the last; empty where none are known.
    pub starts: Vec<u32>,
    /// Index into [`super::Assembled::channels`].
    pub channel: Vec<u16>,
    /// [`super::super::table::NO_DAY`] where only the order is known.
    pub day: Vec<i32>,
    /// Rows of logs that speak of no record that is known.
    pub unknown: u64,
}

impl TouchLog {
    /// Channel and day of each touch of a record.
    pub fn of(&self, record: usize) -> impl Iterator<Item = (u16, i32)> {
        let at = |i: usize| self.starts.get(i).map_or(0, |n| *n as usize);
        let range = at(record)..at(record + 1).max(at(record));
        let channels = self.channel.get(range.clone()).unwrap_or_default();
        let days = self.day.get(range).unwrap_or_default();
        channels.iter().copied().zip(days.iter().copied())
    }

    /// One record behind the other, each in the order of its moments; of the same moment, in the
    /// order of the file.
    fn sorted(depth: TouchDepth, records: usize, mut touches: Vec<(u32, i64, u16)>) -> TouchLog {
        touches.sort_by_key(|(record, moment, _)| (*record, *moment));
        let mut log = TouchLog { depth, ..TouchLog::default() };
        let mut next = touches.iter().peekable();
        for record in 0..records as u32 {
            log.starts.push(log.channel.len() as u32);
            while let Some((_, moment, channel)) = next.next_if(|t| t.0 == record) {
                log.channel.push(*channel);
                log.day.push(day_of(*moment));
            }
        }
        log.starts.push(log.channel.len() as u32);
        log
    }
}

fn day_of(moment: i64) -> i32 {
    match moment {
        NO_MOMENT => super::super::table::NO_DAY,
        moment => moment.div_euclid(86_400) as i32,
    }
}

/// The touches of the records of `main`, which stand already with their channels, and how each log
/// met them where it names leads.
pub(super) fn read(
    files: &[FileView],
    mapping: &Mapping,
    main: &Source,
    made: &Assembled,
    channels: &mut Channels,
) -> Result<(TouchLog, Vec<Finding>), BuildError> {
    let records = &made.records;
    // A log that was not given leaves the records their own source.
    let logs = mapping.files.iter().filter(|f| f.kind == FileKind::Touches);
    let logs: Vec<Source> = logs.filter_map(|f| Source::find(files, mapping, f).ok()).collect();
    let owners = match logs.is_empty() {
        true => None,
        false => Some(Owners::of(files, mapping, main, made)?),
    };
    let lead = leads_of(files, mapping, made)?;
    let (mut touches, mut findings) = (Vec::new(), Vec::new());
    let (mut unknown, mut depth) = (0, TouchDepth::One);
    for log in logs {
        let rows: Vec<u32> = (0..log.table.rows as u32).collect();
        let Some(of_rows) = classify_rows(&log, &rows, mapping, channels)? else { continue };
        let when = log.role(Role::Date)?;
        let Owned { record: whose, told, .. } =
            Owners::rows(owners.as_ref(), &log, &beside::days(&log)?)?;
        findings.extend(told);
        for ((row, record), channel) in rows.iter().zip(whose).zip(of_rows.channel) {
            if record == NO_ROW {
                unknown += 1;
                continue;
            }
            let moment = when.and_then(|w| log.moment(w, *row as usize)).map_or(NO_MOMENT, |m| m.0);
            touches.push((record, moment, channel));
        }
        depth = TouchDepth::All;
    }
    let latest = match &lead {
        _ if depth != TouchDepth::One => None,
        Some((lead, _)) if lead.role(Role::LatestSource)?.is_some() => {
            let rows = made.begun.as_ref().map_or(&[][..], |b| b.lead_row.as_slice());
            classify_by(lead, Role::LatestSource, rows, mapping, channels)?
        }
        _ => classify_by(main, Role::LatestSource, &records.row, mapping, channels)?,
    };
    if let Some(latest) = latest {
        depth = TouchDepth::Ends;
        for (record, (first, last)) in (0u32..).zip(records.channel.iter().zip(latest)) {
            touches.push((record, NO_MOMENT, *first));
            touches.push((record, NO_MOMENT, last));
        }
    }
    let log = match depth {
        TouchDepth::One => TouchLog::default(),
        _ => TouchLog::sorted(depth, records.count, touches),
    };
    Ok((TouchLog { unknown, ..log }, findings))
}
