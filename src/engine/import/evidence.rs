//! What the values of a column say about its type, each distinct text weighed by its rows; and what
//! the columns of a file say together.
//!
//! Not here: what follows from it (`infer`).

use super::super::profile::{DateOrder, DecimalSign};
use super::exporter::DateHabit;
use super::{date, number, words};
use DecimalSign::{Comma, Point};

/// What the distinct texts of a column say, in rows.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// Cells that are neither empty nor a placeholder.
    pub(super) values: u64,
    /// Readable as a number with a decimal point, with a decimal comma, with either.
    pub(super) point: u64,
    pub(super) comma: u64,
    pub(super) either: u64,
    /// Readable with either sign and to different numbers.
    pub(super) open_numbers: u64,
    /// Of the numbers under each sign: written with decimals.
    pub(super) point_fraction: u64,
    pub(super) comma_fraction: u64,
    pub(super) percent: u64,
    /// Rows for each currency, in order of first appearance.
    pub(super) currencies: Vec<(&'static str, u64)>,
    /// Digits only; of those with a leading zero; with more digits than a number holds.
    pub(super) digits: u64,
    pub(super) leading_zero: u64,
    pub(super) too_long: u64,
    /// As many digits as a telephone number has.
    pub(super) phone_long: u64,
    /// Zeros and ones.
    pub(super) binary: u64,
    /// Eight digits that are a day, such as 20240131.
    pub(super) compact: u64,
    /// Readable as a day, by order: year, day, month first.
    pub(super) orders: [u64; 3],
    /// Dates for which day and month could be swapped.
    pub(super) open_dates: u64,
    /// Shaped like a date, without such a day in any order.
    pub(super) impossible: u64,
    pub(super) with_time: u64,
    pub(super) slashes: u64,
    pub(super) yes: u64,
    pub(super) no: u64,
    /// Yes or no as a single letter, or a plain `no`, which may be Norway.
    pub(super) weak_flag: u64,
    /// Thousands separators under each sign, in order of first appearance.
    pub(super) groups: [Vec<(char, u64)>; 2],
}

const ORDERS: [DateOrder; 3] =
    [DateOrder::YearMonthDay, DateOrder::DayMonthYear, DateOrder::MonthDayYear];

impl Evidence {
    /// Takes in a distinct, trimmed, non-empty text that stands in `rows` rows.
    pub fn weigh(&mut self, text: &str, rows: u64) {
        if words::is_placeholder(text) {
            return;
        }
        self.values += rows;
        if let Some(written) = date::scan(text) {
            self.weigh_date(written, rows);
        } else if let Some(written) = number::scan(text) {
            self.weigh_number(&written, rows);
        } else if let Some(yes) = words::flag(text) {
            *(if yes { &mut self.yes } else { &mut self.no }) += rows;
            if text.len() == 1 || text.eq_ignore_ascii_case("no") {
                self.weak_flag += rows;
            }
        }
    }

    fn weigh_date(&mut self, written: date::Written, rows: u64) {
        let days = ORDERS.map(|order| written.day(order));
        for (count, day) in self.orders.iter_mut().zip(days) {
            *count += if day.is_some() { rows } else { 0 };
        }
        if days.iter().all(Option::is_none) {
            self.impossible += rows;
            return;
        }
        if written.is_open() && days.iter().flatten().count() > 1 {
            self.open_dates += rows;
        }
        if written.second.is_some() {
            self.with_time += rows;
        }
        if written.separator == b'/' {
            self.slashes += rows;
        }
    }

    fn weigh_number(&mut self, written: &number::Written, rows: u64) {
        if let Some(digits) = written.plain_digits() {
            self.digits += rows;
            if digits.len() > 1 && digits.starts_with('0') {
                self.leading_zero += rows;
            }
            if (7..=number::MOST_DIGITS).contains(&digits.len()) {
                self.phone_long += rows;
            }
            if digits.len() > number::MOST_DIGITS {
                self.too_long += rows;
            }
            if digits == "0" || digits == "1" {
                self.binary += rows;
            }
            if date::scan_compact(digits).is_some() {
                self.compact += rows;
            }
        }
        let readings = [Point, Comma].map(|sign| written.read(sign, false));
        let [point, comma] = readings;
        if let (Some(p), Some(c)) = (point, comma) {
            self.either += rows;
            if p.value != c.value {
                self.open_numbers += rows;
            }
        }
        for (i, reading) in readings.iter().enumerate() {
            let Some(n) = reading else { continue };
            let fraction = if n.fraction { rows } else { 0 };
            if i == 0 {
                self.point += rows;
                self.point_fraction += fraction;
            } else {
                self.comma += rows;
                self.comma_fraction += fraction;
            }
            if let (Some(group), Some(found)) = (n.group, self.groups.get_mut(i)) {
                count(found, group, rows);
            }
        }
        if point.is_none() && comma.is_none() {
            return;
        }
        if written.percent {
            self.percent += rows;
        }
        if let Some(code) = written.currency {
            count(&mut self.currencies, code, rows);
        }
    }

    /// The decimal sign that the column proves, if it proves one.
    pub fn proven_decimal(&self) -> Option<DecimalSign> {
        match self.point.cmp(&self.comma) {
            std::cmp::Ordering::Greater => Some(Point),
            std::cmp::Ordering::Less => Some(Comma),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// Whether nearly every value is a date.
    pub fn is_dates(&self) -> bool {
        let most = self.orders.iter().max().copied().unwrap_or(0);
        most > 0 && most * 100 >= (self.values - self.impossible) * 95
    }

    /// Whether day and month could be swapped, in dates written the exporter's way.
    pub fn is_open(&self, habit: DateHabit) -> bool {
        self.open_dates > 0 && habit.slashes == (self.slashes > 0)
    }

    /// The date order that the column proves, if it proves one.
    pub fn proven_order(&self) -> Option<DateOrder> {
        let [ymd, dmy, mdy] = self.orders;
        if dmy > mdy && dmy >= ymd {
            Some(DateOrder::DayMonthYear)
        } else if mdy > dmy && mdy >= ymd {
            Some(DateOrder::MonthDayYear)
        } else if ymd > dmy && ymd > mdy {
            Some(DateOrder::YearMonthDay)
        } else {
            None
        }
    }
}

fn count<T: PartialEq>(found: &mut Vec<(T, u64)>, key: T, rows: u64) {
    match found.iter_mut().find(|(k, _)| *k == key) {
        Some((_, n)) => *n += rows,
        None => found.push((key, rows)),
    }
}

/// The most frequent, the first one winning a tie.
pub(super) fn most<T: Copy>(found: &[(T, u64)]) -> Option<(T, u64)> {
    found.iter().rev().max_by_key(|(_, n)| *n).copied()
}

/// What the rest of the file suggests where a column proves nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context {
    pub decimal: Option<DecimalSign>,
    /// All columns that prove a decimal sign prove the same: one program wrote them all.
    pub one_decimal: bool,
    pub order: Option<DateOrder>,
    /// How the program that wrote the file writes its dates, unless a column proves otherwise.
    pub habit: Option<DateHabit>,
    /// Semicolons between cells, or headers in Cyrillic or Greek: day first, decimal comma.
    pub continental: bool,
}

impl Context {
    /// What the columns of a file prove together.
    pub fn of(columns: &[(String, Evidence)], delimiter: char) -> Context {
        let continental = delimiter == ';'
            || columns.iter().any(|(h, _)| h.chars().any(|c| matches!(c as u32, 0x370..0x530)));
        let decimals = columns.iter().filter_map(|(_, e)| e.proven_decimal());
        let mut signs = Vec::new();
        decimals.for_each(|sign| count(&mut signs, sign, 1));
        let mut orders = Vec::new();
        // An ISO column says nothing of the others.
        let open = columns.iter().filter(|(_, e)| e.orders != [e.orders[0]; 3]);
        open.filter_map(|(_, e)| e.proven_order()).for_each(|order| count(&mut orders, order, 1));
        Context {
            decimal: most(&signs).map(|(s, _)| s),
            one_decimal: signs.len() == 1,
            order: most(&orders).map(|(o, _)| o),
            habit: None,
            continental,
        }
    }

    /// The exporter's order, where the column is written the exporter's way.
    pub fn habit_for(&self, column: &Evidence) -> Option<DateOrder> {
        let habit = self.habit.filter(|habit| habit.slashes == (column.slashes > 0));
        habit.map(|habit| habit.order)
    }
}
