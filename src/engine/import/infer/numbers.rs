//! Whether a column holds numbers, and of which kind; and whether the numbers are rather names.

use super::{Case, Plan, enough};
use crate::engine::import::evidence::most;
use crate::engine::import::{currency, header, header_kind};
use crate::engine::profile::{ColumnFormat, DecimalSign, FormatNote};
use crate::engine::table::ColumnType;
use DecimalSign::{Comma, Point};

impl Case<'_> {
    /// The decimal sign of the column, and whether something settles it.
    pub(super) fn decimal(&self) -> (DecimalSign, bool) {
        let n = &self.e.numbers;
        if let Some(sign) = self.chosen_decimal {
            return (sign, true);
        }
        let fits = |sign: &DecimalSign| enough(n.under(*sign).read, self.e.values);
        if let Some(sign) = self.file_decimal.filter(fits) {
            return (sign, true);
        }
        if let Some(sign) = n.proven_decimal() {
            return (sign, !n.is_barely_proven());
        }
        let context = &self.context;
        if let Some(sign) = context.decimal.filter(|_| context.one_decimal) {
            return (sign, true);
        }
        // Money has no three decimals: `$1,200` and `1.200 €` are a thousand and two hundred. Where
        // all of it has three, and by the usual mark for decimals, they may be a price per click.
        if let Some(sign) = self.without_decimals().filter(|_| !n.currencies.is_empty()) {
            let marked = n.point.fraction.max(n.comma.fraction);
            return (sign, marked < n.read || sign == self.usual_decimal());
        }
        let money = || currency::in_header(self.header).and_then(|_| self.without_decimals());
        let settled = self.file_decimal.is_some();
        (context.decimal.or_else(money).unwrap_or_else(|| self.usual_decimal()), settled)
    }

    fn usual_decimal(&self) -> DecimalSign {
        if self.context.continental { Comma } else { Point }
    }

    /// The sign under which all marks stand between thousands, where the other one makes decimals.
    fn without_decimals(&self) -> Option<DecimalSign> {
        match (self.e.numbers.point.fraction, self.e.numbers.comma.fraction) {
            (0, 1..) => Some(Point),
            (1.., 0) => Some(Comma),
            _ => None,
        }
    }

    pub(super) fn numbers(&self) -> Option<Plan> {
        let (n, values) = (&self.e.numbers, self.e.values);
        let (decimal, _) = self.decimal();
        let read = n.under(decimal).read;
        let is_chosen = self.chosen_decimal.is_some() && read * 2 > values;
        // Those that are too long to be read count among identifiers.
        if enough(read + n.too_long, values) && self.are_identifiers() {
            let plan = Plan::text().noted(FormatNote::Identifiers);
            return Some(plan.noted_if(n.shortened + n.scientific > 0, FormatNote::Shortened));
        }
        if !enough(read, values) && !is_chosen {
            return None;
        }
        // `5K` among words or alone may be a model; among other numbers, or under a header that
        // speaks of money, it is five thousand.
        let by_letters = n.scaled > 0 && read == values && self.are_letters_numbers(read);
        if !by_letters && !enough(read - n.scaled.min(read), values) {
            return None;
        }
        // Sums in two currencies must never meet in one column.
        let all: u64 = n.currencies.iter().map(|(_, rows)| rows).sum();
        if most(&n.currencies).is_some_and(|(_, rows)| !enough(rows, all)) {
            return Some(Plan::text().noted(FormatNote::MixedCurrencies));
        }
        let plan = self.numbers_plan(by_letters);
        // Without a sign, 5 may be 5 % or 500 %: the rarer of the two can't be read.
        let signs = n.percent + n.bare_zero;
        let kept = match plan.kind {
            ColumnType::Percent if plan.header_percent => read,
            ColumnType::Percent => signs,
            _ => read - n.percent.min(read),
        };
        (enough(kept, values) || is_chosen).then_some(plan)
    }

    fn are_letters_numbers(&self, read: u64) -> bool {
        let n = &self.e.numbers;
        let beside_others = n.scaled < read || n.mixed_scales;
        beside_others || n.scaled_surely > 0 || header_kind::money(self.header)
    }

    fn numbers_plan(&self, by_letters: bool) -> Plan {
        let n = &self.e.numbers;
        let (decimal, is_settled) = self.decimal();
        let signed = n.under(decimal);
        let format = ColumnFormat {
            decimal: (signed.fraction > 0).then_some(decimal),
            group: most(&signed.groups).map(|(g, _)| g),
            ambiguous: !is_settled && n.open > 0,
            ..ColumnFormat::default()
        };
        let named = most(&n.currencies).map(|(code, _)| code);
        let in_header = currency::in_header(self.header);
        let currency = named.or(in_header);
        let header_percent = header::percent(self.header) && currency.is_none();
        let kind = if currency.is_some() {
            ColumnType::Money
        } else if header_percent || (n.percent > 0 && n.percent * 2 >= signed.read) {
            ColumnType::Percent
        } else if signed.fraction > 0 {
            ColumnType::Decimal
        } else {
            ColumnType::Integer
        };
        let other = named.and_then(|named| in_header.filter(|told| *told != named));
        let counted = currency::scale_in_header(self.header).map_or(0, |counted| counted.scale);
        let header_scale = if kind == ColumnType::Percent { 0 } else { counted };
        let scaled = by_letters;
        Plan {
            kind,
            format,
            currency,
            header_percent,
            decimal,
            scaled,
            header_scale,
            ..Plan::text()
        }
        .noted_if(scaled, FormatNote::Scaled)
        .noted_if(header_scale == 3, FormatNote::HeaderThousands)
        .noted_if(header_scale == 6, FormatNote::HeaderMillions)
        .noted_if(header_scale == 9, FormatNote::HeaderBillions)
        .noted_if(other.is_some(), FormatNote::OtherCurrency)
        .noted_if(header_percent && n.percent < signed.read, FormatNote::HeaderPercent)
        .noted_if(n.shortened > 0, FormatNote::Shortened)
        .noted_if(n.rounded > 0, FormatNote::Rounded)
    }

    /// Whether the numbers are labels: named so, written with leading zeros, too long, dialled, or
    /// glued to a code.
    fn are_identifiers(&self) -> bool {
        let (n, values) = (&self.e.numbers, self.e.values);
        let fraction = n.under(self.decimal().0).fraction;
        let some = |rows: u64| rows > 0 && rows * 100 >= values;
        // `Mobile clicks` are clicks.
        let phones = n.phone_long * 2 > values && header::phones(self.header);
        let named = header::identifies(self.header) || phones;
        let whole = fraction <= n.shortened && n.currencies.is_empty() && n.percent == 0;
        // A code with a zero before it is longer than 05, and what is counted or paid is none.
        let counted = header_kind::money(self.header) || header_kind::counts(self.header);
        let zero = some(n.leading_zero) || (n.zero_led_long > 0 && !counted);
        let large = n.scientific * 2 > values && (named || header::phones(self.header));
        if large && n.currencies.is_empty() && n.percent == 0 {
            return true;
        }
        let labels = named || zero || some(n.too_long) || n.dialled * 2 > values;
        let dotted = named
            && header::only_identifies(self.header)
            && n.currencies.is_empty()
            && n.percent == 0;
        (whole && labels) || dotted || self.are_codes()
    }

    /// `CAD-1000`, `USD2024`: codes, unless plain money stands in the same column, or the header
    /// speaks of money and nothing of a dash.
    fn are_codes(&self) -> bool {
        let n = &self.e.numbers;
        let money: u64 = n.currencies.iter().map(|(_, rows)| rows).sum();
        let only_codes = n.code_like > 0 && n.code_like == money && n.code_like * 2 > self.e.values;
        only_codes && (n.dashed_code > 0 || !header_kind::money(self.header))
    }

    pub(super) fn forced_numbers(&self, kind: ColumnType) -> Plan {
        let mut plan = self.numbers_plan(self.e.numbers.scaled > 0);
        // Who wants plain numbers wants them as they are written.
        if kind != ColumnType::Money {
            plan.header_scale = 0;
            plan.format.notes.retain(|note| !note.is_header_scale());
        }
        let currency = plan.currency.filter(|_| kind == ColumnType::Money);
        Plan { kind, currency, header_percent: kind == ColumnType::Percent, ..plan }
    }
}
