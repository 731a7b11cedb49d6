//! Whether a column holds days, moments, times or periods, and in which order they are written.

use super::{Case, DayStyle, Plan, enough};
use crate::engine::import::{header, header_kind};
use crate::engine::profile::{ColumnFormat, DateOrder, FormatNote};
use crate::engine::table::ColumnType;

impl Case<'_> {
    /// The order of the column: the user's word, what it proves, what the file suggests.
    fn order(&self) -> (DateOrder, bool) {
        let days = &self.e.days;
        if let Some(order) = self.chosen_order {
            return (order, true);
        }
        // The user decides for the file; a column that proves another order keeps its own.
        if let Some(order) = self.file_order.filter(|order| self.fits(*order)) {
            return (order, true);
        }
        if let Some(order) = days.proven_order() {
            return (order, true);
        }
        if let Some(order) = self.context.habit_for(days).filter(|order| self.fits(*order)) {
            return (order, true);
        }
        let continental = self.context.continental;
        let assumed = if days.leans_to_year_first() {
            DateOrder::YearMonthDay
        } else if days.slashes > 0 && !continental {
            DateOrder::MonthDayYear
        } else {
            DateOrder::DayMonthYear
        };
        let order = self.context.order.filter(|order| self.fits(*order)).unwrap_or(assumed);
        (order, self.file_order.is_some())
    }

    /// Whether enough of the column is a date in this order, or a day by its Excel number.
    fn fits(&self, order: DateOrder) -> bool {
        let days = &self.e.days;
        let read = days.in_order(order);
        // A day that no calendar has is a mistake in a column of dates.
        let values = self.e.values - days.impossible;
        enough(read + self.serials_among(read), values) && days.impossible <= read
    }

    /// Numbers that are days since real dates stand beside them.
    fn serials_among(&self, dates: u64) -> u64 {
        let serials = self.e.numbers.serials;
        let is_named = header_kind::names_days(self.header) || header_kind::events(self.header);
        if dates > 0 && (is_named || dates >= serials) { serials } else { 0 }
    }

    pub(super) fn written_days(&self) -> Option<Plan> {
        let (order, _) = self.order();
        let read = self.e.days.in_order(order);
        let is_chosen = self.chosen_order.is_some() && read > 0;
        (self.fits(order) || is_chosen).then(|| self.days_plan())
    }

    fn days_plan(&self) -> Plan {
        let (order, is_settled) = self.order();
        let days = &self.e.days;
        let serials = self.serials_among(days.in_order(order));
        let format = ColumnFormat {
            date_order: Some(if days.is_iso() { DateOrder::YearMonthDay } else { order }),
            ambiguous: !is_settled && days.open > 0,
            ..ColumnFormat::default()
        };
        let timed = days.with_time > 0 || (serials > 0 && self.e.numbers.serial_times > 0);
        let kind = if timed { ColumnType::Moment } else { ColumnType::Day };
        let style = if serials > 0 { DayStyle::Serials } else { DayStyle::Written };
        let decimal = self.decimal().0;
        let zones = match days.mixed_zones {
            true => FormatNote::MixedOffsets,
            false if days.in_utc() => FormatNote::Utc,
            false => FormatNote::Offsets,
        };
        Plan { kind, format, order, days: style, decimal, ..Plan::text() }
            .noted_if(days.short > 0, FormatNote::ShortYears)
            .noted_if(days.zoned > 0, zones)
            .noted_if(serials > 0, FormatNote::Serials)
    }

    /// Days by number, where the header says so: 20240131, 45292, 1704067200.
    pub(super) fn numbered_days(&self) -> Option<Plan> {
        let n = &self.e.numbers;
        let all = |read: u64| enough(read, self.e.values);
        // What is counted or paid may well be in the range of Excel's days.
        let is_date = || header_kind::names_days(self.header);
        let is_event = || is_date() || header_kind::events(self.header);
        // Digits of a day and a time are a moment wherever a header speaks of moments.
        let is_stamp = || n.compact_times == n.compact_days && header_kind::stamps(self.header);
        if all(n.compact_days) && (is_event() || is_stamp()) {
            return Some(self.numbered(DayStyle::Compact));
        }
        if all(n.serials) && is_event() {
            return Some(self.numbered(DayStyle::Serials));
        }
        if all(n.epoch_seconds) && header_kind::stamps(self.header) {
            return Some(self.numbered(DayStyle::EpochSeconds));
        }
        if all(n.epoch_millis) && header_kind::stamps(self.header) {
            return Some(self.numbered(DayStyle::EpochMillis));
        }
        None
    }

    fn numbered(&self, days: DayStyle) -> Plan {
        let date_order = (days == DayStyle::Compact).then_some(DateOrder::YearMonthDay);
        let kind = match days {
            DayStyle::Compact if self.e.numbers.compact_times > 0 => ColumnType::Moment,
            DayStyle::Serials if self.e.numbers.serial_times > 0 => ColumnType::Moment,
            DayStyle::EpochSeconds | DayStyle::EpochMillis => ColumnType::Moment,
            _ => ColumnType::Day,
        };
        let note = match days {
            DayStyle::Serials => Some(FormatNote::Serials),
            DayStyle::EpochSeconds => Some(FormatNote::EpochSeconds),
            DayStyle::EpochMillis => Some(FormatNote::EpochMillis),
            _ => None,
        };
        let format = ColumnFormat { date_order, ..ColumnFormat::default() };
        let plan = Plan { kind, format, days, decimal: self.decimal().0, ..Plan::text() };
        match note {
            Some(note) => plan.noted(note),
            None => plan,
        }
    }

    pub(super) fn times(&self) -> Option<Plan> {
        let t = &self.e.times;
        let named = header_kind::durations(self.header);
        // A lone 25:10 among times of the day is a mistake; several, or one with seconds, are not.
        let durations = named || t.long > 0 || t.long_short * 20 >= t.read;
        let read = if durations { t.read } else { t.read - t.long_short };
        let fits = enough(read, self.e.values - t.impossible) && t.impossible <= read;
        let long = t.long + t.long_short > 0;
        fits.then(|| {
            Plan { kind: ColumnType::Time, durations, ..Plan::text() }
                .noted_if(durations && (named || long), FormatNote::Durations)
                .noted_if(durations && t.short > 0, FormatNote::HoursMinutes)
        })
    }

    /// Months, quarters or weeks, all of one kind.
    pub(super) fn periods(&self) -> Option<Plan> {
        let (p, n) = (&self.e.periods, &self.e.numbers);
        // `MAR-10` under `Product code` is no month.
        if header::identifies(self.header) {
            return None;
        }
        let all = |read: u64| enough(read, self.e.values);
        let is_named = || header::dates(self.header) || header_kind::periods(self.header);
        let sure = |read: u64| all(read) && (p.doubtful == 0 || p.padded > 0 || is_named());
        let note = if sure(p.months) || (all(n.compact_months) && is_named()) {
            FormatNote::Months
        } else if sure(p.quarters) {
            FormatNote::Quarters
        } else if sure(p.weeks) {
            FormatNote::Weeks
        } else {
            return None;
        };
        Some(self.numbered(DayStyle::Periods).noted(note))
    }

    /// Whether all are dates, and no one order reads them.
    pub(super) fn has_two_orders(&self) -> bool {
        let days = &self.e.days;
        let one = days.orders.iter().copied().max().unwrap_or(0);
        enough(days.read, self.e.values - days.impossible) && one < days.read
    }

    pub(super) fn forced_days(&self, kind: ColumnType) -> Plan {
        let (n, p) = (&self.e.numbers, &self.e.periods);
        let styles = [
            (n.compact_days, DayStyle::Compact),
            (p.months.max(p.quarters).max(p.weeks).max(n.compact_months), DayStyle::Periods),
            (n.serials, DayStyle::Serials),
            (n.epoch_seconds, DayStyle::EpochSeconds),
            (n.epoch_millis, DayStyle::EpochMillis),
        ];
        let best = styles.into_iter().rev().max_by_key(|(rows, _)| *rows);
        let plan = match best {
            Some((rows, style)) if rows > self.e.days.read => self.numbered(style),
            _ => self.days_plan(),
        };
        Plan { kind, ..plan }
    }
}
