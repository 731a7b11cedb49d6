//! Months, or weeks where there are records enough, without a single record between the first and the
//! last: an export that was cut, or a time that nobody worked. Days far from all others don't count.

use super::check::{Counted, Definition, Lack, Severity};
use super::ground::{Evidence, Ground, Look, day, look, need};
use crate::engine::dimension::Label;
use crate::engine::filter::Grain;
use crate::engine::value::Day;
use std::collections::BTreeSet;

/// Fewer records a unit than this, and an empty unit is nothing odd.
const USUAL: usize = 5;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        need(ground.assembled.has.created, Lack::NoCreated)?;
        // A slip of the pen makes no calendar.
        let usual = ground.usual_days();
        let days = || records.created.iter().copied().filter(|day| usual.contains(day));
        let (Some(first), Some(last)) = (days().min(), days().max()) else {
            return Ok(Look::Not(Lack::NoCreated));
        };
        let weeks = (last - first) as usize / 7 + 1;
        let months = (last - first) as usize / 30 + 1;
        let (grain, counted, units) = match days().count() {
            n if n >= USUAL * weeks => (Grain::Week, Counted::Weeks, weeks),
            _ => (Grain::Month, Counted::Months, months),
        };
        need(units > 2 && days().count() >= USUAL * units, Lack::TooFew)?;
        let present: BTreeSet<Day> = days().map(|day| grain.start(Day(day))).collect();
        let mut missing = Vec::new();
        let mut at = grain.start(Day(first));
        let mut of = 0;
        while at.0 <= last {
            of += 1;
            if !present.contains(&at) {
                missing.push((Label::Date(grain, at), 0));
            }
            at = grain.next(at);
        }
        let count = Some(missing.len() as u64);
        let counted = Some(counted);
        let mut around: BTreeSet<Day> = BTreeSet::new();
        for (label, _) in &missing {
            let Label::Date(_, unit) = label else { continue };
            around.extend(days().filter(|day| *day < unit.0).max().map(Day));
            around.extend(days().filter(|day| *day > unit.0).min().map(Day));
        }
        // The last before a gap, and the first behind it.
        let records = ground
            .pick(|at| day(&records.created, at).is_some_and(|day| around.contains(&Day(day))));
        Ok(Look::of(Evidence {
            records,
            count,
            of,
            counted,
            named: missing,
            without_effect: true,
            ..Evidence::default()
        }))
    })
}
