//! Money: the sign and its place by currency and language.
//!
//! Not here: adding or converting. Sums of two currencies never meet.

use super::{EMPTY, Locale, NBSP};

/// How many decimals an amount gets.
#[derive(Clone, Copy)]
enum Digits {
    Fixed(usize),
    /// Three significant digits and a word from ten thousand on.
    Compact,
}

impl Locale {
    /// Short, for cards and axes: `€4.82M`, `4,82 млн €`. `None` or an empty code is a plain
    /// number.
    pub fn money_compact(self, amount: f64, currency: Option<&str>) -> String {
        self.money_with(amount, currency, Digits::Compact)
    }

    /// Whole units from 100 on, with cents (if the currency has them) below: for one sum by itself.
    pub fn money(self, amount: f64, currency: Option<&str>) -> String {
        let cents = if amount.abs() < 99.995 && amount != 0.0 { minor_digits(currency) } else { 0 };
        self.money_with(amount, currency, Digits::Fixed(cents))
    }

    /// To the cent: for the definition of a figure and for single records.
    pub fn money_exact(self, amount: f64, currency: Option<&str>) -> String {
        self.money_with(amount, currency, Digits::Fixed(minor_digits(currency)))
    }

    pub(super) fn money_fixed(
        self,
        amount: f64,
        currency: Option<&str>,
        decimals: usize,
    ) -> String {
        self.money_with(amount, currency, Digits::Fixed(decimals))
    }

    fn money_with(self, amount: f64, currency: Option<&str>, digits: Digits) -> String {
        if !amount.is_finite() {
            return EMPTY.to_owned();
        }
        let write = |value: f64| match digits {
            Digits::Fixed(decimals) => self.number(value, decimals),
            Digits::Compact => self.money_digits(value, currency),
        };
        let Some(code) = currency.map(str::trim).filter(|c| !c.is_empty()) else {
            return write(amount);
        };
        let sign = currency_sign(code);
        // English puts a sign before the figure; a word that is no ISO code stands after it.
        if self == Locale::En && (sign != code || is_iso(code)) {
            let body = write(amount.abs());
            // The minus goes before the sign, and only where a digit other than 0 is shown.
            let shows = body.contains(|c: char| ('1'..='9').contains(&c));
            let minus = if amount < 0.0 && shows { "\u{2212}" } else { "" };
            let space = if sign == code { "\u{a0}" } else { "" };
            return format!("{minus}{sign}{space}{body}");
        }
        format!("{}{NBSP}{sign}", write(amount))
    }

    /// Compact digits, with cents that are either both there or both absent.
    fn money_digits(self, amount: f64, currency: Option<&str>) -> String {
        let whole = amount == amount.trunc();
        if amount.abs() < 99.995 && !whole {
            return self.number(amount, minor_digits(currency));
        }
        self.compact(amount)
    }
}

/// The sign of a currency, or the code as given where none is in common use.
pub fn currency_sign(code: &str) -> &str {
    match code {
        "EUR" => "€",
        "USD" => "$",
        "GBP" => "£",
        "RUB" | "RUR" => "₽",
        "UAH" => "₴",
        "KZT" => "₸",
        "BYN" => "Br",
        "GEL" => "₾",
        "AMD" => "֏",
        "TRY" => "₺",
        "ILS" => "₪",
        "INR" => "₹",
        "JPY" => "¥",
        "CNY" => "CN¥",
        "KRW" => "₩",
        other => other,
    }
}

fn is_iso(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase())
}

/// How many decimals a currency has.
pub(super) fn minor_digits(currency: Option<&str>) -> usize {
    match currency {
        Some("JPY" | "KRW" | "VND" | "CLP" | "ISK" | "HUF") => 0,
        _ => 2,
    }
}
