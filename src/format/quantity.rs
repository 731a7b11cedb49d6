//! A quantity as text by its unit, and the difference of two quantities.
//!
//! Not here: whether a rise is good news; that is a matter of the measure.

use super::{Decimals, EMPTY, Locale, MINUS, NBSP};
use crate::engine::value::{Quantity, Unit};

/// Where a figure stands, and so how many digits it gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Short: cards, axes, labels in charts.
    Card,
    /// By itself in a sentence or a tip: as many digits as help to read this one figure.
    Table,
    /// In a column of a table: as many decimals as the others there.
    Column(Decimals),
    /// All digits that have a meaning: definitions, details of one figure.
    Exact,
}

/// Which way a figure went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
    Same,
}

/// The difference of a figure from an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delta {
    pub direction: Direction,
    /// With an arrow: `▲ 12.4 %`, `▼ 1.2 pp`.
    pub text: String,
    /// With a sign and no arrow, for those who hear it: `+12.4 %`, `−1.2 pp`.
    pub signed: String,
}

impl Locale {
    /// A figure by its unit; money in `currency`. No value is an en dash.
    pub fn quantity(self, quantity: &Quantity, currency: Option<&str>, style: Style) -> String {
        self.value(quantity.value, quantity.unit, currency, style)
    }

    /// The same for a bare value.
    pub fn value(
        self,
        value: Option<f64>,
        unit: Unit,
        currency: Option<&str>,
        style: Style,
    ) -> String {
        let Some(value) = value.filter(|v| v.is_finite()) else {
            return EMPTY.to_owned();
        };
        match (unit, style) {
            (_, Style::Column(decimals)) => self.in_column(value, unit, currency, decimals.count()),
            (Unit::Count, Style::Card) => self.compact_count(value),
            (Unit::Count, _) => self.number_trimmed(value, 2),
            (Unit::Money, Style::Card) => self.money_compact(value, currency),
            (Unit::Money, Style::Table) => self.money(value, currency),
            (Unit::Money, Style::Exact) => self.money_exact(value, currency),
            (Unit::Share, Style::Exact) => self.percent(value, 2),
            (Unit::Share, _) => self.share(value),
            (Unit::Days, Style::Exact) => self.days_with(value, 2),
            (Unit::Days, _) => self.days(value),
            (Unit::Ratio, _) => self.number(value, 2),
            (Unit::Points, _) => self.signed_points(value),
            (Unit::Hours, _) => self.hours(value),
            (Unit::Months, _) => self.months(value),
            (Unit::Score, _) => self.number_trimmed(value, 1),
        }
    }

    /// `41 d`, `41 дн.`, `41 ημ.`; halves are shown.
    pub fn days(self, days: f64) -> String {
        self.days_with(days, 1)
    }

    /// `3.5 h`, `3,5 ч`, `3,5 ώ.`.
    pub fn hours(self, hours: f64) -> String {
        format!("{}{NBSP}{}", self.number_trimmed(hours, 1), self.hours_word())
    }

    /// `4.2 mo`, `4,2 мес.`, `4,2 μ.`.
    pub fn months(self, months: f64) -> String {
        format!("{}{NBSP}{}", self.number_trimmed(months, 1), self.months_word())
    }

    /// Whatever the unit, with exactly so many decimals.
    fn in_column(self, value: f64, unit: Unit, currency: Option<&str>, decimals: usize) -> String {
        let with = |word: &str| format!("{}{NBSP}{word}", self.number(value, decimals));
        match unit {
            Unit::Count | Unit::Ratio | Unit::Score => self.number(value, decimals),
            Unit::Money => self.money_fixed(value, currency, decimals),
            Unit::Share => self.percent(value, decimals),
            Unit::Points => self.signed(value, self.points_fixed(value, decimals)),
            Unit::Days => with(self.days_word()),
            Unit::Hours => with(self.hours_word()),
            Unit::Months => with(self.months_word()),
        }
    }

    fn days_word(self) -> &'static str {
        match self {
            Locale::En => "d",
            Locale::Ru => "дн.",
            Locale::El => "ημ.",
        }
    }

    fn hours_word(self) -> &'static str {
        match self {
            Locale::En => "h",
            Locale::Ru => "ч",
            Locale::El => "ώ.",
        }
    }

    fn months_word(self) -> &'static str {
        match self {
            Locale::En => "mo",
            Locale::Ru => "мес.",
            Locale::El => "μήν.",
        }
    }

    /// A difference of two shares with its sign: `+3.1 pp`.
    fn signed_points(self, difference: f64) -> String {
        self.signed(difference, self.points(difference))
    }

    /// The sign of a difference before its size, where any digit but 0 is shown.
    fn signed(self, difference: f64, body: String) -> String {
        let shows = body.contains(|c: char| ('1'..='9').contains(&c));
        match difference {
            d if shows && d > 0.0 => format!("+{body}"),
            d if shows && d < 0.0 => format!("{MINUS}{body}"),
            _ => body,
        }
    }

    fn days_with(self, days: f64, decimals: usize) -> String {
        if !days.is_finite() {
            return EMPTY.to_owned();
        }
        format!("{}{NBSP}{}", self.number_trimmed(days, decimals), self.days_word())
    }

    /// Counts stay whole up to a million: a lead more or less is worth seeing.
    fn compact_count(self, value: f64) -> String {
        if value.abs() < 999_999.5 { self.number_trimmed(value, 2) } else { self.compact(value) }
    }

    /// How a figure differs from the one before: shares in percentage points, all else relative to
    /// the size of the earlier figure. `None` where one is missing or the earlier one is 0.
    pub fn delta(self, now: &Quantity, before: &Quantity) -> Option<Delta> {
        let (new, old) = (now.value?, before.value?);
        let (change, body) = if matches!(now.unit, Unit::Share | Unit::Points) {
            (new - old, self.points(new - old))
        } else {
            let change = (new - old) / old.abs();
            (change, self.share(change.abs()))
        };
        if !change.is_finite() {
            return None;
        }
        // The direction follows what is shown: a change that rounds to nothing is none.
        let shows = body.contains(|c: char| ('1'..='9').contains(&c));
        let direction = match change {
            c if shows && c > 0.0 => Direction::Up,
            c if shows && c < 0.0 => Direction::Down,
            _ => Direction::Same,
        };
        let (text, signed) = match direction {
            Direction::Up => (format!("▲{NBSP}{body}"), format!("+{body}")),
            Direction::Down => (format!("▼{NBSP}{body}"), format!("{MINUS}{body}")),
            Direction::Same => (format!("={NBSP}{body}"), body),
        };
        Some(Delta { direction, text, signed })
    }
}
