//! What is usual for amounts, and which lie far beyond.
//!
//! Amounts spread over orders of magnitude, so that they are compared by their logarithms; and an
//! outlier must not hide itself, so that the middle is the median and the spread the median absolute
//! deviation. Source: B. Iglewicz, D. Hoaglin, *How to Detect and Handle Outliers* (1993): modified
//! z-scores beyond 3.5.

use super::check::Detail;
use crate::engine::stats::median;

/// Modified z-scores beyond this are outliers.
const DEVIATIONS: f64 = 3.5;
/// What makes the median absolute deviation of a normal distribution its standard deviation.
const SCALE: f64 = 1.482_602_218_505_602;

/// What came of comparing.
pub(super) struct Unusual {
    pub rows: Vec<u32>,
    /// How many were compared.
    pub of: u64,
    pub bounds: Detail,
}

/// The amounts of one currency that are unusual among them; `None` where fewer than `fewest` are
/// above zero, or where more than half of them are one price, so that there is no spread to measure
/// by.
pub(super) fn unusual(amounts: &[(u32, f64)], currency: &str, fewest: usize) -> Option<Unusual> {
    let logs: Vec<(u32, f64)> =
        amounts.iter().filter(|(_, x)| *x > 0.0).map(|(row, x)| (*row, x.ln())).collect();
    if logs.len() < fewest {
        return None;
    }
    let middle = median(&mut logs.iter().map(|(_, x)| *x).collect::<Vec<f64>>())?;
    let mut apart: Vec<f64> = logs.iter().map(|(_, x)| (x - middle).abs()).collect();
    let spread = median(&mut apart).filter(|mad| *mad > 0.0)?;
    let reach = DEVIATIONS * SCALE * spread;
    let far = logs.iter().filter(|(_, x)| (x - middle).abs() > reach);
    let bounds = Detail::Bounds {
        currency: currency.to_owned(),
        low: (middle - reach).exp(),
        high: (middle + reach).exp(),
        median: middle.exp(),
        deviations: DEVIATIONS,
    };
    Some(Unusual { rows: far.map(|(row, _)| *row).collect(), of: logs.len() as u64, bounds })
}
