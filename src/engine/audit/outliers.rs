//! Amounts far beyond what is usual: a slip of the keyboard, or one deal that makes the whole figure.
//!
//! Each currency by itself. Not here: how it is told (`usual`).

use super::check::{Definition, Lack, Severity};
use super::ground::{Evidence, Ground, Look, look, need, number};
use super::usual::unusual;

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
                |at: &usize| records.currency.get(*at).is_some_and(|c| usize::from(*c) == code);
            let amount = |at| Some((at as u32, number(&records.amount, at)?));
            let ours: Vec<(u32, f64)> =
                (0..records.count).filter(is_ours).filter_map(amount).collect();
            let Some(far) = unusual(&ours, currency, FEWEST) else { continue };
            of += far.of;
            if !far.rows.is_empty() {
                found.extend(far.rows);
                details.push(far.bounds);
            }
        }
        need(of > 0, Lack::TooFew)?;
        found.sort_unstable();
        Ok(Look::of(Evidence { records: found, of, details, ..Evidence::default() }))
    })
}
