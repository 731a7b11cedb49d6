//! Which records the visits of a site could have brought: those of a channel that has visits, created
//! while visits were counted. Leads of a trade show, or of the year before the counter was set up, are
//! no part of a conversion of visits.
//!
//! Not here: the visits themselves, which are placed as costs are (`gather_spend`).

use super::fact::{Count, Needs};
use super::fact_table::FactTable;
use super::gather::{Cells, Population, Slots};
use crate::engine::table::NO_DAY;
use crate::engine::value::Day;

impl Population<'_> {
    pub(super) fn gather_visited(&self, cells: Cells<'_>, needs: Needs, table: &mut FactTable) {
        if !needs.count(Count::VisitedRecords) {
            return;
        }
        let watched = Watched::of(&self.assembled.spend, self.assembled.channels.len());
        let records = &self.assembled.records;
        let mut counted = Slots::<u32>::new(cells.count);
        let each = cells.created.iter().zip(&records.created).zip(&records.channel);
        for ((cell, day), channel) in each {
            *counted.of(*cell) += u32::from(watched.holds(*day, *channel));
        }
        table.counts[Count::VisitedRecords as usize] = counted.done();
    }
}

/// The channels and the days of which visits are known.
struct Watched {
    channels: Vec<bool>,
    /// The first day and the last; none where no visit has a day.
    days: Option<(i32, i32)>,
}

impl Watched {
    fn of(rows: &crate::engine::funnel::SpendRows, channels: usize) -> Watched {
        let mut watched = Watched { channels: vec![false; channels], days: None };
        let mut days: Vec<i32> = Vec::new();
        let each = rows.visits.iter().zip(&rows.day).zip(&rows.channel);
        for ((_, day), channel) in each.filter(|((visits, _), _)| **visits > 0.0) {
            if let Some(flag) = watched.channels.get_mut(usize::from(*channel)) {
                *flag = true;
            }
            if *day != NO_DAY {
                days.push(*day);
            }
        }
        days.sort_unstable();
        days.dedup();
        watched.days =
            days.first().zip(days.last()).map(|(first, last)| (*first, end(*last, &days)));
        watched
    }

    fn holds(&self, day: i32, channel: u16) -> bool {
        let in_time = self.days.is_none_or(|(first, last)| first <= day && day <= last);
        in_time && self.channels.get(usize::from(channel)) == Some(&true)
    }
}

/// The last day of what the last row counts: of its month where all rows are of months, of its week
/// where all are weeks apart.
fn end(last: i32, days: &[i32]) -> i32 {
    let months = days.iter().all(|day| Day(*day).month_start() == Day(*day));
    let weeks = days.windows(2).all(|pair| matches!(pair, [a, b] if (b - a) % 7 == 0));
    match days.len() {
        _ if months => Day(last).add_months(1).0 - 1,
        2.. if weeks => last + 6,
        _ => last,
    }
}
