//! What the numbers of a column say: how many can be read under each decimal sign, what stands
//! beside them, and what else they could be (identifiers, days by number).
//!
//! Not here: what follows from it (`infer`).

use super::count;
use crate::engine::import::number::{Glue, MOST_DIGITS, Number, Written};
use crate::engine::import::{date, period, serial};
use crate::engine::profile::DecimalSign;
use DecimalSign::{Comma, Point};

/// Numbers under one decimal sign, in rows.
#[derive(Clone, Debug, Default)]
pub struct Signed {
    pub(in crate::engine::import) read: u64,
    /// Written with decimals.
    pub(in crate::engine::import) fraction: u64,
    /// Thousands separators, in order of first appearance.
    pub(in crate::engine::import) groups: Vec<(char, u64)>,
}

/// Numbers, in rows.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    pub(in crate::engine::import) point: Signed,
    pub(in crate::engine::import) comma: Signed,
    /// Readable with one of the signs at least.
    pub(in crate::engine::import) read: u64,
    /// Readable with either sign and to different numbers.
    pub(in crate::engine::import) open: u64,
    pub(in crate::engine::import) percent: u64,
    /// Zeros without a percent sign, which are zero percent as well.
    pub(in crate::engine::import) bare_zero: u64,
    /// Rows for each currency, in order of first appearance.
    pub(in crate::engine::import) currencies: Vec<(&'static str, u64)>,
    /// Like product codes: `USD2024`, and of those `CAD-1000`.
    pub(in crate::engine::import) code_like: u64,
    pub(in crate::engine::import) dashed_code: u64,
    pub(in crate::engine::import) leading_zero: u64,
    /// Of those the ones with four digits or more.
    pub(in crate::engine::import) zero_led_long: u64,
    /// Digits only, more of them than a number holds.
    pub(in crate::engine::import) too_long: u64,
    /// As many digits as a telephone number has, together or by spaces; a plus before them.
    pub(in crate::engine::import) phone_long: u64,
    pub(in crate::engine::import) dialled: u64,
    /// Zeros and ones.
    pub(in crate::engine::import) binary: u64,
    /// With k, M, тыс. behind them; of those with decimals or a currency too.
    pub(in crate::engine::import) scaled: u64,
    pub(in crate::engine::import) scaled_surely: u64,
    scale: u8,
    pub(in crate::engine::import) mixed_scales: bool,
    /// Such as 1.23E+11.
    pub(in crate::engine::import) shortened: u64,
    /// Written with an exponent and as long as a telephone number.
    pub(in crate::engine::import) scientific: u64,
    /// More digits than can be held.
    pub(in crate::engine::import) rounded: u64,
    /// Eight digits that are a day (of those with a time behind them), six that are a month.
    pub(in crate::engine::import) compact_days: u64,
    pub(in crate::engine::import) compact_times: u64,
    pub(in crate::engine::import) compact_months: u64,
    /// In the range of Excel's days; of those with a time.
    pub(in crate::engine::import) serials: u64,
    pub(in crate::engine::import) serial_times: u64,
    pub(in crate::engine::import) epoch_seconds: u64,
    pub(in crate::engine::import) epoch_millis: u64,
}

impl Numbers {
    pub(super) fn weigh(&mut self, written: &Written, rows: u64) {
        let digits = written.plain_digits();
        if let Some(digits) = digits {
            self.weigh_digits(digits, rows);
        }
        let point = written.read(Point, false);
        let comma = written.read(Comma, false);
        if let (Some(p), Some(c)) = (point, comma)
            && p.value != c.value
        {
            self.open += rows;
        }
        weigh_signed(&mut self.point, point, rows);
        weigh_signed(&mut self.comma, comma, rows);
        let Some(number) = point.or(comma) else { return };
        self.read += rows;
        let is_spaced = number.group.is_some_and(char::is_whitespace) && !number.fraction;
        self.phone_long += if is_spaced && number.value >= 1e6 { rows } else { 0 };
        self.percent += if written.percent { rows } else { 0 };
        self.dialled += if written.is_dialled() { rows } else { 0 };
        self.shortened += if number.shortened { rows } else { 0 };
        let long = number.scientific && number.value >= 1e9;
        self.scientific += if long { rows } else { 0 };
        self.rounded += if number.rounded { rows } else { 0 };
        self.bare_zero += if !written.percent && number.value == 0.0 { rows } else { 0 };
        self.weigh_marks(written, &number, rows);
        if written.is_bare() && number.group.is_none() {
            self.weigh_serial(&number, rows);
        }
    }

    fn weigh_digits(&mut self, digits: &str, rows: u64) {
        if digits.len() > 1 && digits.starts_with('0') {
            self.leading_zero += rows;
            self.zero_led_long += if digits.len() > 3 { rows } else { 0 };
        }
        if (7..=MOST_DIGITS).contains(&digits.len()) {
            self.phone_long += rows;
        }
        if digits.len() > MOST_DIGITS {
            self.too_long += rows;
        }
        if digits == "0" || digits == "1" {
            self.binary += rows;
        }
        if date::scan_compact(digits).is_some() {
            self.compact_days += rows;
            self.compact_times += if digits.len() > 8 { rows } else { 0 };
        }
        if period::scan_compact(digits).is_some() {
            self.compact_months += rows;
        }
    }

    fn weigh_marks(&mut self, written: &Written, number: &Number, rows: u64) {
        if let Some(code) = written.currency {
            count(&mut self.currencies, code, rows);
        }
        if written.is_code_like() {
            self.code_like += rows;
            self.dashed_code += if written.glue == Glue::Dash { rows } else { 0 };
        }
        if written.scale > 0 {
            self.mixed_scales |= self.scaled > 0 && self.scale != written.scale;
            self.scale = written.scale;
            self.scaled += rows;
            let surely = number.fraction || written.currency.is_some();
            self.scaled_surely += if surely { rows } else { 0 };
        }
    }

    fn weigh_serial(&mut self, number: &Number, rows: u64) {
        if serial::excel(number.value).is_some() {
            self.serials += rows;
            self.serial_times += if number.value.fract() != 0.0 { rows } else { 0 };
        } else if serial::seconds(number.value).is_some() {
            self.epoch_seconds += rows;
        } else if serial::millis(number.value).is_some() {
            self.epoch_millis += rows;
        }
    }

    /// What can be read under a sign.
    pub fn under(&self, sign: DecimalSign) -> &Signed {
        match sign {
            Point => &self.point,
            Comma => &self.comma,
        }
    }

    /// The decimal sign that the column proves, if it proves one.
    pub fn proven_decimal(&self) -> Option<DecimalSign> {
        match self.point.read.cmp(&self.comma.read) {
            std::cmp::Ordering::Greater => Some(Point),
            std::cmp::Ordering::Less => Some(Comma),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// Whether a handful of cells decided a thousandfold for very many.
    pub fn is_barely_proven(&self) -> bool {
        self.point.read.abs_diff(self.comma.read) * 100 < self.open
    }
}

fn weigh_signed(found: &mut Signed, number: Option<Number>, rows: u64) {
    let Some(number) = number else { return };
    found.read += rows;
    found.fraction += if number.fraction { rows } else { 0 };
    if let Some(group) = number.group {
        count(&mut found.groups, group, rows);
    }
}
