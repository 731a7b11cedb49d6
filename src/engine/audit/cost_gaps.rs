//! Times without a cost in a file of costs, longer than is usual for it and at least a week: an export
//! that was cut, or ads that stood still. What came in those days seems to have cost nothing.

use super::check::{Counted, Definition, Detail, Lack, Severity};
use super::ground::{Evidence, Ground, Look, day, look, need, number};
use crate::engine::stats::quantile;
use crate::engine::value::Day;
use std::collections::{BTreeMap, BTreeSet};

/// Fewer days with a cost have no usual time between them.
const FEWEST: usize = 5;
const WEEK: f64 = 7.0;
/// So many times the usual time, and something is missing: of months, one.
const LONG: f64 = 1.5;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        need(ground.assembled.has.spend, Lack::NoSpend)?;
        let spend = &ground.assembled.spend;
        let usual = ground.usual_days();
        let cost = |at: usize| {
            number(&spend.spend, at)?;
            let day = day(&spend.day, at).filter(|day| usual.contains(day))?;
            Some((usize::from(*spend.file.get(at)?), day))
        };
        let mut of_file: BTreeMap<usize, BTreeSet<i32>> = BTreeMap::new();
        for (file, day) in (0..spend.count).filter_map(cost) {
            of_file.entry(file).or_default().insert(day);
        }
        of_file.retain(|_, days| days.len() >= FEWEST);
        need(!of_file.is_empty(), Lack::TooFew)?;
        let (mut details, mut around) = (Vec::new(), BTreeSet::new());
        let (mut count, mut of) = (0, 0);
        for (file, days) in &of_file {
            let days: Vec<i32> = days.iter().copied().collect();
            let [first, .., last] = days.as_slice() else { continue };
            of += (last - first + 1) as u64;
            for (before, after) in gaps(&days) {
                count += (after - before - 1) as u64;
                around.extend([(*file, before), (*file, after)]);
                let Some(name) = ground.files.get(*file).map(|f| f.profile.name.clone()) else {
                    continue;
                };
                let (first, last) = (Day(before + 1), Day(after - 1));
                details.push(Detail::Gap { file: name, first, last });
            }
        }
        // The last before a gap, and the first behind it.
        let costs = (0..spend.count).filter(|at| cost(*at).is_some_and(|c| around.contains(&c)));
        Ok(Look::of(Evidence {
            costs: costs.map(|at| at as u32).collect(),
            count: Some(count),
            of,
            counted: Some(Counted::Days),
            details,
            without_effect: true,
            ..Evidence::default()
        }))
    })
}

/// The days on both sides of each gap.
fn gaps(days: &[i32]) -> Vec<(i32, i32)> {
    let pairs = || days.iter().copied().zip(days.iter().copied().skip(1));
    let mut between: Vec<f64> = pairs().map(|(a, b)| f64::from(b - a)).collect();
    let usual = quantile(&mut between, 0.5).unwrap_or(WEEK);
    pairs().filter(|(a, b)| f64::from(b - a) > WEEK.max(LONG * usual)).collect()
}
