//! What the cells of a column are, from every value of it: each distinct text is weighed once, by
//! how many rows hold it.
//!
//! A column is typed when 95 % of its values can be read as that type; what can't be read then is
//! kept as unread. One decimal sign and one date order per column, decided by the column. Not here:
//! the typed cells themselves (`convert`).

use super::super::profile::{ColumnFormat, DateOrder, DecimalSign};
use super::super::table::ColumnType;
use super::{ImportOptions, currency, date, number, words};
use DecimalSign::{Comma, Point};

/// What the distinct texts of a column say, in rows.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// Cells that are neither empty nor a placeholder.
    values: u64,
    /// Readable as a number with a decimal point, with a decimal comma, with either.
    point: u64,
    comma: u64,
    either: u64,
    /// Readable with either sign and to different numbers.
    open_numbers: u64,
    /// Of the numbers under each sign: written with decimals.
    point_fraction: u64,
    comma_fraction: u64,
    percent: u64,
    /// Rows for each currency, in order of first appearance.
    currencies: Vec<(&'static str, u64)>,
    /// Digits only; of those with a leading zero; with more digits than a number holds.
    digits: u64,
    leading_zero: u64,
    too_long: u64,
    /// Zeros and ones.
    binary: u64,
    /// Eight digits that are a day, such as 20240131.
    compact: u64,
    /// Readable as a day, by order: year, day, month first.
    orders: [u64; 3],
    /// Dates for which day and month could be swapped.
    open_dates: u64,
    /// Shaped like a date, without such a day in any order.
    impossible: u64,
    with_time: u64,
    slashes: u64,
    yes: u64,
    no: u64,
    /// Yes or no as a single letter, or a plain `no`, which may be Norway.
    weak_flag: u64,
    /// Thousands separators under each sign, in order of first appearance.
    groups: [Vec<(char, u64)>; 2],
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
fn most<T: Copy>(found: &[(T, u64)]) -> Option<(T, u64)> {
    found.iter().rev().max_by_key(|(_, n)| *n).copied()
}

/// What the rest of the file suggests where a column proves nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context {
    pub decimal: Option<DecimalSign>,
    /// All columns that prove a decimal sign prove the same: one program wrote them all.
    pub one_decimal: bool,
    pub order: Option<DateOrder>,
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
            continental,
        }
    }
}

/// How a column will be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    pub kind: ColumnType,
    pub format: ColumnFormat,
    pub currency: Option<&'static str>,
    /// Numbers without a percent sign are percent as well: the header says so.
    pub header_percent: bool,
    /// Days are eight digits.
    pub compact: bool,
    pub order: DateOrder,
    pub decimal: DecimalSign,
}

impl Plan {
    fn text() -> Plan {
        Plan {
            kind: ColumnType::Text,
            format: ColumnFormat::default(),
            currency: None,
            header_percent: false,
            compact: false,
            order: DateOrder::DayMonthYear,
            decimal: Point,
        }
    }
}

/// Whether `read` of `values` rows are enough to type a column.
fn enough(read: u64, values: u64) -> bool {
    read > 0 && read * 100 >= values * 95
}

/// Decides how a column is read.
pub fn plan(header: &str, e: &Evidence, options: &ImportOptions, context: Context) -> Plan {
    plan_date(e, options, context)
        .or_else(|| plan_compact(header, e))
        .or_else(|| plan_flag(header, e))
        .or_else(|| plan_number(header, e, options, context))
        .unwrap_or_else(Plan::text)
}

fn plan_date(e: &Evidence, options: &ImportOptions, context: Context) -> Option<Plan> {
    let proven = e.proven_order();
    let assumed = || {
        context.order.unwrap_or(if e.slashes > 0 && !context.continental {
            DateOrder::MonthDayYear
        } else {
            DateOrder::DayMonthYear
        })
    };
    let order = options.date_order.or(proven).unwrap_or_else(assumed);
    let [ymd, dmy, mdy] = e.orders;
    let read = match order {
        DateOrder::YearMonthDay => ymd,
        DateOrder::DayMonthYear => dmy,
        DateOrder::MonthDayYear => mdy,
    };
    // A day that no calendar has is a mistake in a column of dates, and no sign of another type.
    if !enough(read, e.values - e.impossible) || e.impossible > read {
        return None;
    }
    let iso = ymd == read && e.open_dates == 0 && dmy == mdy && dmy == ymd;
    let format = ColumnFormat {
        date_order: Some(if iso { DateOrder::YearMonthDay } else { order }),
        ambiguous: proven.is_none() && options.date_order.is_none() && e.open_dates > 0,
        ..ColumnFormat::default()
    };
    let kind = if e.with_time > 0 { ColumnType::Moment } else { ColumnType::Day };
    Some(Plan { kind, format, order, ..Plan::text() })
}

/// Numbers such as 20240131 are days where the header says so.
fn plan_compact(header: &str, e: &Evidence) -> Option<Plan> {
    let format =
        ColumnFormat { date_order: Some(DateOrder::YearMonthDay), ..ColumnFormat::default() };
    let days = enough(e.compact, e.values) && words::header_dates(header);
    days.then(|| Plan { kind: ColumnType::Day, format, compact: true, ..Plan::text() })
}

fn plan_flag(header: &str, e: &Evidence) -> Option<Plan> {
    let words = e.yes + e.no;
    let both = e.yes > 0 && e.no > 0;
    let by_words = enough(words, e.values) && (both || e.weak_flag == 0);
    let by_digits = words == 0 && enough(e.binary, e.values) && words::header_asks(header);
    (by_words || by_digits).then(|| Plan { kind: ColumnType::Flag, ..Plan::text() })
}

fn plan_number(
    header: &str,
    e: &Evidence,
    options: &ImportOptions,
    context: Context,
) -> Option<Plan> {
    let proven = e.proven_decimal();
    let assumed = || context.decimal.unwrap_or(if context.continental { Comma } else { Point });
    let decimal = options.decimal.or(proven).unwrap_or_else(assumed);
    let (read, fraction) = match decimal {
        Point => (e.point, e.point_fraction),
        Comma => (e.comma, e.comma_fraction),
    };
    if !enough(read, e.values) || is_identifier(header, e, fraction) {
        return None;
    }
    let groups = e.groups.get(usize::from(decimal == Comma)).map(Vec::as_slice).unwrap_or_default();
    let format = ColumnFormat {
        decimal: (fraction > 0).then_some(decimal),
        group: most(groups).map(|(g, _)| g),
        ambiguous: proven.or(options.decimal).is_none()
            && !context.one_decimal
            && e.open_numbers > 0,
        ..ColumnFormat::default()
    };
    let named = most(&e.currencies);
    // Sums in two currencies must never meet in one column.
    if named.is_some_and(|(_, n)| !enough(n, e.currencies.iter().map(|(_, n)| n).sum())) {
        return None;
    }
    let currency = named.map(|(code, _)| code).or_else(|| currency::in_header(header));
    let header_percent = words::header_percent(header) && currency.is_none();
    let kind = if currency.is_some() {
        ColumnType::Money
    } else if header_percent || (e.percent > 0 && e.percent * 2 >= read) {
        ColumnType::Percent
    } else if fraction > 0 {
        ColumnType::Decimal
    } else {
        ColumnType::Integer
    };
    Some(Plan { kind, format, currency, header_percent, decimal, ..Plan::text() })
}

/// Whether the numbers are labels: named so, written with leading zeros, or too long.
fn is_identifier(header: &str, e: &Evidence, fraction: u64) -> bool {
    let whole = fraction == 0 && e.currencies.is_empty() && e.percent == 0;
    let some = |n: u64| n > 0 && n * 100 >= e.values;
    whole && (words::header_identifies(header) || some(e.leading_zero) || some(e.too_long))
}
