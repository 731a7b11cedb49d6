//! What the cells of a column are, from every value of it.
//!
//! A column is typed when 95 % of its values can be read as that type; what can't be read then is
//! kept as unread. Failed formulas, NaN and days that no calendar has are mistakes in a column of
//! numbers or days, not signs of another type, and don't count against it. One decimal sign and one
//! date order per column, decided by the column. Not here: how values are weighed (`evidence`), the
//! typed cells themselves (`cell`, `convert`).

mod days;
mod numbers;

use super::super::profile::{ColumnFormat, DateOrder, DecimalSign, FormatNote};
use super::super::table::ColumnType;
use super::evidence::{Context, Evidence};
use super::{ColumnOption, ImportOptions, header};

/// How a column will be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    pub kind: ColumnType,
    pub format: ColumnFormat,
    pub currency: Option<&'static str>,
    /// Numbers without a percent sign are percent as well: the header says so.
    pub header_percent: bool,
    pub days: DayStyle,
    pub order: DateOrder,
    pub decimal: DecimalSign,
    /// `5k` is 5000.
    pub scaled: bool,
    /// The power of ten that the header says 1 stands for: 3 under `тыс. руб.`.
    pub header_scale: u8,
    /// The numbers are millionths and are divided.
    pub micro: bool,
    /// Clocks may go beyond 24 hours.
    pub durations: bool,
}

/// How the days of a column are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DayStyle {
    #[default]
    Written,
    /// Eight digits.
    Compact,
    /// Months, quarters, weeks.
    Periods,
    /// By Excel's number, or written.
    Serials,
    EpochSeconds,
    EpochMillis,
}

impl Plan {
    fn text() -> Plan {
        Plan {
            kind: ColumnType::Text,
            format: ColumnFormat::default(),
            currency: None,
            header_percent: false,
            days: DayStyle::Written,
            order: DateOrder::DayMonthYear,
            decimal: DecimalSign::Point,
            scaled: false,
            header_scale: 0,
            micro: false,
            durations: false,
        }
    }

    /// The numbers turn out to be millionths.
    pub fn divide(&mut self) {
        self.micro =
            matches!(self.kind, ColumnType::Integer | ColumnType::Decimal | ColumnType::Money);
        if self.kind == ColumnType::Integer {
            self.kind = ColumnType::Decimal;
        }
    }

    fn noted(mut self, note: FormatNote) -> Plan {
        if let Err(at) = self.format.notes.binary_search(&note) {
            self.format.notes.insert(at, note);
        }
        self
    }

    fn noted_if(self, is_so: bool, note: FormatNote) -> Plan {
        if is_so { self.noted(note) } else { self }
    }
}

/// What is known of a column: its header, its values, what the user and the rest of the file say.
#[derive(Clone, Copy)]
struct Case<'a> {
    header: &'a str,
    e: &'a Evidence,
    context: Context,
    /// The user's word for this column, and for the file.
    chosen_order: Option<DateOrder>,
    file_order: Option<DateOrder>,
    chosen_decimal: Option<DecimalSign>,
    file_decimal: Option<DecimalSign>,
}

/// Whether `read` of `values` rows are enough to type a column.
fn enough(read: u64, values: u64) -> bool {
    read > 0 && read * 100 >= values * 95
}

/// Decides how a column is read.
pub fn plan(header: &str, e: &Evidence, options: &ImportOptions, context: Context) -> Plan {
    let unset = ColumnOption::default();
    let chosen = options.columns.iter().find(|c| c.header == header).unwrap_or(&unset);
    let case = Case {
        header,
        e,
        context,
        chosen_order: chosen.date_order,
        file_order: options.date_order,
        chosen_decimal: chosen.decimal,
        file_decimal: options.decimal,
    };
    match chosen.kind {
        Some(kind) => case.forced(kind).noted(FormatNote::Chosen),
        None => case.found(),
    }
}

impl Case<'_> {
    fn found(&self) -> Plan {
        self.written_days()
            .or_else(|| self.numbered_days())
            .or_else(|| self.times())
            .or_else(|| self.periods())
            .or_else(|| self.flags())
            .or_else(|| self.numbers())
            .unwrap_or_else(|| self.text())
    }

    fn flags(&self) -> Option<Plan> {
        let e = self.e;
        let words = e.yes + e.no;
        let both = e.yes > 0 && e.no > 0;
        let by_words = enough(words, e.values) && (both || e.weak_flag == 0);
        let binary = e.numbers.binary;
        let by_digits = words == 0 && enough(binary, e.values) && header::asks(self.header);
        (by_words || by_digits).then(|| Plan { kind: ColumnType::Flag, ..Plan::text() })
    }

    /// Text, with a word on what it nearly was.
    fn text(&self) -> Plan {
        let e = self.e;
        let is_most = |read: u64| read * 2 > e.values;
        Plan::text()
            .noted_if(is_most(e.numbers.read), FormatNote::MostlyNumbers)
            .noted_if(self.has_two_orders(), FormatNote::MixedOrders)
            .noted_if(is_most(e.days.read) && !self.has_two_orders(), FormatNote::MostlyDates)
    }

    /// The type that the user set: everything that can be read as it is.
    fn forced(&self, kind: ColumnType) -> Plan {
        match kind {
            ColumnType::Text => Plan::text(),
            ColumnType::Flag => Plan { kind, ..Plan::text() },
            ColumnType::Day | ColumnType::Moment => self.forced_days(kind),
            ColumnType::Time => Plan { kind, durations: true, ..Plan::text() },
            ColumnType::Integer | ColumnType::Decimal | ColumnType::Money | ColumnType::Percent => {
                self.forced_numbers(kind)
            }
        }
    }
}
