//! What the dates of a column say: how many can be read in each order, and which order that proves.
//!
//! Not here: months and clocks without a day (`evidence`), days by number (`numbers`).

use crate::engine::import::clock::Zone;
use crate::engine::import::date::Written;
use crate::engine::profile::DateOrder;

/// Dates, in rows.
#[derive(Clone, Debug, Default)]
pub struct Days {
    /// Readable as a day, by order: year, day, month first.
    pub(in crate::engine::import) orders: [u64; 3],
    /// Readable in any of them.
    pub(in crate::engine::import) read: u64,
    /// Dates for which day and month could be swapped.
    pub(in crate::engine::import) open: u64,
    /// Shaped like a date, without such a day in any order.
    pub(in crate::engine::import) impossible: u64,
    pub(in crate::engine::import) with_time: u64,
    pub(in crate::engine::import) slashes: u64,
    /// Years of two digits.
    pub(in crate::engine::import) short: u64,
    /// The least and the greatest first and last number of dates with a year of two digits.
    short_first: Option<(u32, u32)>,
    short_last: Option<(u32, u32)>,
    /// Moments with a zone.
    pub(in crate::engine::import) zoned: u64,
    zone: Option<Zone>,
    pub(in crate::engine::import) mixed_zones: bool,
}

const ORDERS: [DateOrder; 3] =
    [DateOrder::YearMonthDay, DateOrder::DayMonthYear, DateOrder::MonthDayYear];

impl Days {
    pub(super) fn weigh(&mut self, written: &Written, rows: u64) {
        let days = ORDERS.map(|order| written.day(order));
        for (count, day) in self.orders.iter_mut().zip(days) {
            *count += if day.is_some() { rows } else { 0 };
        }
        if days.iter().all(Option::is_none) {
            self.impossible += rows;
            return;
        }
        self.read += rows;
        if written.is_open() && days.iter().flatten().count() > 1 {
            self.open += rows;
        }
        if written.second.is_some() {
            self.with_time += rows;
            self.weigh_zone(written.zone, rows);
        }
        if written.separator == b'/' {
            self.slashes += rows;
        }
        self.short += if written.is_short() { rows } else { 0 };
        if let Some((first, last)) = written.short_ends() {
            widen(&mut self.short_first, first);
            widen(&mut self.short_last, last);
        }
    }

    fn weigh_zone(&mut self, zone: Zone, rows: u64) {
        if zone != Zone::None {
            self.zoned += rows;
        }
        let first = *self.zone.get_or_insert(zone);
        self.mixed_zones |= first != zone;
    }

    /// Whether all moments are told in UTC.
    pub fn in_utc(&self) -> bool {
        self.zone == Some(Zone::Offset(0)) && !self.mixed_zones
    }

    /// How many can be read in an order.
    pub fn in_order(&self, order: DateOrder) -> u64 {
        let [ymd, dmy, mdy] = self.orders;
        match order {
            DateOrder::YearMonthDay => ymd,
            DateOrder::DayMonthYear => dmy,
            DateOrder::MonthDayYear => mdy,
        }
    }

    /// Whether nothing has an order to decide.
    pub fn is_iso(&self) -> bool {
        self.orders == [self.orders[0]; 3] && self.open == 0
    }

    /// The date order that the column proves, if it proves one.
    pub fn proven_order(&self) -> Option<DateOrder> {
        let [ymd, dmy, mdy] = self.orders;
        let ymd = match self.short_year() {
            Some(ShortYear::Last) => 0,
            Some(ShortYear::First { certain: true }) => return Some(DateOrder::YearMonthDay),
            _ => ymd,
        };
        if dmy > mdy && dmy > ymd {
            Some(DateOrder::DayMonthYear)
        } else if mdy > dmy && mdy > ymd {
            Some(DateOrder::MonthDayYear)
        } else if ymd > dmy && ymd > mdy {
            Some(DateOrder::YearMonthDay)
        } else if ymd == 0 || self.short_year().is_some() || self.short == self.read {
            None
        } else {
            // Full years first in some rows: they fit any order.
            self.proven_beside_iso()
        }
    }

    fn proven_beside_iso(&self) -> Option<DateOrder> {
        let [_, dmy, mdy] = self.orders;
        match dmy.cmp(&mdy) {
            std::cmp::Ordering::Greater => Some(DateOrder::DayMonthYear),
            std::cmp::Ordering::Less => Some(DateOrder::MonthDayYear),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// Whether dates with a year of two digits rather have it first: years vary less than days.
    pub fn leans_to_year_first(&self) -> bool {
        matches!(self.short_year(), Some(ShortYear::First { .. }))
    }

    fn short_year(&self) -> Option<ShortYear> {
        let [ymd, dmy, mdy] = self.orders;
        if ymd == 0 || ymd < dmy.max(mdy) {
            return None;
        }
        let span = |ends: Option<(u32, u32)>| ends.map(|(least, greatest)| greatest - least);
        let (first, last) = (span(self.short_first)?, span(self.short_last)?);
        if last * 3 <= first && first > 0 {
            Some(ShortYear::Last)
        } else if first * 3 <= last && last > 0 {
            Some(ShortYear::First { certain: last >= 12 })
        } else {
            None
        }
    }
}

/// On which side the year of two digits stands, where both could be days.
enum ShortYear {
    First { certain: bool },
    Last,
}

fn widen(ends: &mut Option<(u32, u32)>, value: u32) {
    let (least, greatest) = ends.unwrap_or((value, value));
    *ends = Some((least.min(value), greatest.max(value)));
}
