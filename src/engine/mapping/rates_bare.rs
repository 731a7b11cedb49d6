//! Files of rates whose columns bear nothing but the code of a currency: `Date, USD, GBP`. Which
//! currency they are told in follows from a column of ones, from the name of the file, or from what the
//! records are in; whether a number is what one unit is worth, or how many units one of that currency
//! buys, follows from what currencies are worth roughly.
//!
//! Not here: columns of pairs (`rates`), the converting (`funnel::rate`).

use crate::engine::currency::{beside_number, normalise};
use crate::engine::stats;
use crate::engine::table::{Cells, Column, Table};

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub struct BareRates {
    /// The code and the header of each column, in their order.
    pub columns: Vec<(String, String)>,
    /// The currency that the rates are told in, where the file says so.
    pub base: Option<String>,
}

/// A rate that moves by more than this within a file is none.
const MOST_MOVE: f64 = 4.0;
/// How much better one reading must fit than the other, in logarithms over all columns.
const CLEAR: f64 = 0.3;
/// Further than this from what a currency was worth, a number is no rate but an amount: a factor of
/// three in either direction.
const FURTHEST: f64 = 1.1;

/// What one unit was worth in US dollars, roughly, in 2024: enough to tell a rate from its inverse.
const WORTH: &str = "USD 1|EUR 1.08|GBP 1.27|CHF 1.13|CAD 0.73|AUD 0.66|NZD 0.6|JPY 0.0066|CNY 0.139|\
    INR 0.012|KRW 0.00073|SGD 0.745|HKD 0.128|TWD 0.031|THB 0.028|VND 0.00004|IDR 0.000063|\
    MYR 0.22|PHP 0.0175|RUB 0.011|UAH 0.025|BYN 0.306|KZT 0.0021|UZS 0.000079|KGS 0.0115|\
    AMD 0.0026|GEL 0.367|AZN 0.588|MDL 0.056|TJS 0.094|TMT 0.286|MNT 0.00029|TRY 0.03|ILS 0.27|\
    AED 0.272|SAR 0.267|QAR 0.275|EGP 0.021|MAD 0.1|ZAR 0.055|NGN 0.00065|PLN 0.25|CZK 0.043|\
    HUF 0.00274|RON 0.217|BGN 0.553|RSD 0.0092|BAM 0.553|MKD 0.0176|DKK 0.145|SEK 0.0945|NOK 0.093|\
    ISK 0.00725|BRL 0.186|MXN 0.055|ARS 0.0011|CLP 0.00106|COP 0.000245|PEN 0.266";

fn worth(code: &str) -> Option<f64> {
    let named = WORTH.split('|').filter_map(|entry| entry.split_once(' '));
    named.filter(|(name, _)| *name == code).find_map(|(_, worth)| worth.parse().ok())
}

impl BareRates {
    /// Such a file: a day, and at least two codes with rates, or one where the name of the file speaks
    /// of rates; and nothing else.
    pub fn of(file: &str, table: &Table) -> Option<BareRates> {
        let (mut columns, mut ones) = (Vec::new(), Vec::new());
        for column in &table.columns {
            match (&column.cells, code(&column.header)) {
                (Cells::Day(_) | Cells::Moment(_), _) => {}
                (Cells::Number(_), Some(code)) => {
                    let values = values(column);
                    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
                    let most = values.iter().copied().fold(0.0, f64::max);
                    if values.is_empty() || least <= 0.0 || most > least * MOST_MOVE {
                        return None;
                    }
                    if least == 1.0 && most == 1.0 {
                        ones.push(code.clone());
                    }
                    columns.push((code, column.header.clone()));
                }
                _ => return None,
            }
        }
        let lower = file.to_lowercase();
        const SAYS: [&str; 5] = ["rate", "rates", "fx", "forex", "exchange"];
        const BEGIN: [&str; 3] = ["currenc", "курс", "ισοτιμ"];
        let is_said = lower
            .split(|c: char| !c.is_alphabetic())
            .any(|word| SAYS.contains(&word) || BEGIN.iter().any(|b| word.starts_with(b)));
        if columns.len() < 2 && !(is_said && columns.len() == 1) {
            return None;
        }
        let base = match ones.as_slice() {
            [one] => Some(one.clone()),
            _ => named(file),
        };
        Some(BareRates { columns, base })
    }

    /// The code that rates are told in, where money is converted to `to`.
    pub fn base(&self, to: &str) -> Option<String> {
        let has = |code: &str| self.columns.iter().any(|(c, _)| c == code);
        self.base.clone().or_else(|| (!to.is_empty() && !has(to)).then(|| to.to_owned()))
    }

    /// Whether a number is what one unit of its column is worth in the base; `false` where it is how
    /// many units one of the base buys; `None` where nobody can tell.
    pub fn tells_worth(&self, table: &Table, base: &str) -> Option<bool> {
        let of_base = worth(base)?;
        let (mut as_worth, mut as_units, mut known) = (0.0, 0.0, 0.0);
        for (code, header) in self.columns.iter().filter(|(code, _)| code != base) {
            let mut values = values(table.column(header)?);
            let (Some(value), Some(own)) = (stats::median(&mut values), worth(code)) else {
                continue;
            };
            let expected = (own / of_base).ln();
            as_worth += (value.ln() - expected).abs();
            as_units += (value.ln() + expected).abs();
            known += 1.0;
        }
        let is_near = as_worth.min(as_units) <= FURTHEST * known;
        let is_clear = is_near && (as_worth - as_units).abs() >= CLEAR;
        is_clear.then_some(as_worth < as_units)
    }
}

fn values(column: &Column) -> Vec<f64> {
    match &column.cells {
        Cells::Number(values) => values.iter().copied().filter(|x| !x.is_nan()).collect(),
        _ => Vec::new(),
    }
}

/// A header that is a code in capitals and nothing else.
fn code(header: &str) -> Option<String> {
    let word = header.trim();
    let is_code = word.len() == 3 && word.chars().all(|c| c.is_ascii_uppercase());
    (is_code && (beside_number(word) == Some(word) || worth(word).is_some()))
        .then(|| normalise(word))
}

/// The one code that the name of a file holds.
fn named(file: &str) -> Option<String> {
    let words = file.split(|c: char| !c.is_alphanumeric());
    let mut codes = words.filter_map(|w| code(&w.to_uppercase()));
    match (codes.next(), codes.next()) {
        (Some(code), None) => Some(code),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_the_base() {
        assert_eq!(named("rates_EUR.csv").as_deref(), Some("EUR"));
        assert_eq!(named("fx base usd 2026.csv").as_deref(), Some("USD"));
        assert_eq!(named("eurusd.csv"), None);
        assert_eq!(named("EUR to USD.csv"), None);
        assert_eq!((code("USD").as_deref(), code("Usd"), code("CTR")), (Some("USD"), None, None));
    }
}
