//! What the cells of a column are, from every value of it.
//!
//! A column is typed when 95 % of its values can be read as that type; what can't be read then is
//! kept as unread. One decimal sign and one date order per column, decided by the column. Not here:
//! how values are weighed (`evidence`), the typed cells themselves (`convert`).

use super::super::profile::{ColumnFormat, DateOrder, DecimalSign};
use super::super::table::ColumnType;
use super::evidence::{Context, Evidence, most};
use super::{ImportOptions, currency, header};
use DecimalSign::{Comma, Point};

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
    /// The numbers are millionths and are divided.
    pub micro: bool,
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
            micro: false,
        }
    }
}

impl Plan {
    /// The numbers turn out to be millionths.
    pub fn divide(&mut self) {
        self.micro =
            matches!(self.kind, ColumnType::Integer | ColumnType::Decimal | ColumnType::Money);
        if self.kind == ColumnType::Integer {
            self.kind = ColumnType::Decimal;
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
    let habit = context.habit_for(e);
    let assumed = || {
        habit.or(context.order).unwrap_or(if e.slashes > 0 && !context.continental {
            DateOrder::MonthDayYear
        } else {
            DateOrder::DayMonthYear
        })
    };
    let [ymd, dmy, mdy] = e.orders;
    let read = |order| match order {
        DateOrder::YearMonthDay => ymd,
        DateOrder::DayMonthYear => dmy,
        DateOrder::MonthDayYear => mdy,
    };
    // A day that no calendar has is a mistake in a column of dates, and no sign of another type.
    let fits = |order| enough(read(order), e.values - e.impossible) && e.impossible <= read(order);
    // The user decides for the file; a column that proves another order keeps its own.
    let wanted = options.date_order.filter(|order| fits(*order));
    let order = wanted.or(proven).unwrap_or_else(assumed);
    if !fits(order) {
        return None;
    }
    let read = read(order);
    let iso = ymd == read && e.open_dates == 0 && dmy == mdy && dmy == ymd;
    let format = ColumnFormat {
        date_order: Some(if iso { DateOrder::YearMonthDay } else { order }),
        ambiguous: proven.or(habit).or(options.date_order).is_none() && e.open_dates > 0,
        ..ColumnFormat::default()
    };
    let kind = if e.with_time > 0 { ColumnType::Moment } else { ColumnType::Day };
    Some(Plan { kind, format, order, ..Plan::text() })
}

/// Numbers such as 20240131 are days where the header says so.
fn plan_compact(header: &str, e: &Evidence) -> Option<Plan> {
    let format =
        ColumnFormat { date_order: Some(DateOrder::YearMonthDay), ..ColumnFormat::default() };
    let days = enough(e.compact, e.values) && header::dates(header);
    days.then(|| Plan { kind: ColumnType::Day, format, compact: true, ..Plan::text() })
}

fn plan_flag(header: &str, e: &Evidence) -> Option<Plan> {
    let words = e.yes + e.no;
    let both = e.yes > 0 && e.no > 0;
    let by_words = enough(words, e.values) && (both || e.weak_flag == 0);
    let by_digits = words == 0 && enough(e.binary, e.values) && header::asks(header);
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
    let read = |sign| match sign {
        Point => (e.point, e.point_fraction),
        Comma => (e.comma, e.comma_fraction),
    };
    let wanted = options.decimal.filter(|sign| enough(read(*sign).0, e.values));
    let decimal = wanted.or(proven).unwrap_or_else(assumed);
    let (read, fraction) = read(decimal);
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
    let header_percent = header::percent(header) && currency.is_none();
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
    // `Mobile clicks` are clicks.
    let phones = e.phone_long * 2 > e.values && header::phones(header);
    let named = header::identifies(header) || phones;
    whole && (named || some(e.leading_zero) || some(e.too_long))
}
