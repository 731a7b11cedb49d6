//! Amounts far beyond what is usual: a slip of the keyboard, or one deal that makes the whole figure.
//!
//! Amounts spread over orders of magnitude, so that they are compared by their logarithms; and an
//! outlier must not hide itself, so that the middle is the median and the spread the median absolute
//! deviation, each currency by itself. Source: B. Iglewicz, D. Hoaglin, *How to Detect and Handle
//! Outliers* (1993): modified z-scores beyond 3.5.

use super::check::{Definition, Detail, Lack, Severity};
use super::ground::{Evidence, Ground, Look, look, need, number};
use crate::engine::stats::median;

/// Modified z-scores beyond this are outliers.
const DEVIATIONS: f64 = 3.5;
/// What makes the median absolute deviation of a normal distribution its standard deviation.
const SCALE: f64 = 1.482_602_218_505_602;
/// Fewer amounts than this have no usual range.
const FEWEST: usize = 20;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        need(ground.assembled.has.amount, Lack::NoAmount)?;
        let mut found = Vec::new();
        let mut details = Vec::new();
        let mut of = 0;
        for (code, currency) in ground.assembled.currencies.iter().enumerate() {
            let is_ours =
                |at: usize| records.currency.get(at).is_some_and(|c| usize::from(*c) == code);
            let log = |at: usize| number(&records.amount, at).filter(|x| *x > 0.0).map(f64::ln);
            let ours = ground.pick(|at| is_ours(at) && log(at).is_some());
            let logs: Vec<f64> = ours.iter().filter_map(|at| log(*at as usize)).collect();
            if logs.len() < FEWEST {
                continue;
            }
            let Some(middle) = median(&mut logs.clone()) else { continue };
            let mut apart: Vec<f64> = logs.iter().map(|x| (x - middle).abs()).collect();
            // Where more than half of the amounts are one price, there is no spread to measure by.
            let Some(spread) = median(&mut apart).filter(|mad| *mad > 0.0) else { continue };
            of += logs.len() as u64;
            let reach = DEVIATIONS * SCALE * spread;
            let before = found.len();
            let far = |x: f64| (x - middle).abs() > reach;
            found.extend(ours.iter().zip(&logs).filter(|(_, x)| far(**x)).map(|(at, _)| *at));
            if found.len() > before {
                let (low, high) = ((middle - reach).exp(), (middle + reach).exp());
                let (currency, median) = (currency.clone(), middle.exp());
                let deviations = DEVIATIONS;
                details.push(Detail::Bounds { currency, low, high, median, deviations });
            }
        }
        need(of > 0, Lack::TooFew)?;
        found.sort_unstable();
        Ok(Look::of(Evidence { records: found, of, details, ..Evidence::default() }))
    })
}
