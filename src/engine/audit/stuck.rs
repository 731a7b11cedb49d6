//! Open records that stay longer than nine tenths of the others did: in their stage, where the file
//! says when stages were entered, else since their creation.

use super::check::{Definition, Detail, Lack, Severity};
use super::ground::{Evidence, Ground, Look, day, look, need};
use crate::engine::funnel::Outcome;
use crate::engine::stats::quantile;

/// Fewer durations than this have no 90th percentile to speak of.
const FEWEST: usize = 10;
const SHARE: f64 = 0.9;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        need(ground.assembled.has.outcome, Lack::NoOutcome)?;
        need(ground.assembled.has.created, Lack::NoCreated)?;
        let Some(as_of) = ground.assembled.as_of else { return Ok(Look::Not(Lack::NoCreated)) };
        let open = ground.pick(|at| ground.outcome(at) == Outcome::Open);
        let limits: Vec<Option<f64>> =
            (0..ground.assembled.stages.len()).map(|stage| stage_limit(ground, stage)).collect();
        let age_limit = age_limit(ground);
        need(age_limit.is_some() || limits.iter().any(Option::is_some), Lack::TooFew)?;
        let mut found = Vec::new();
        let mut by_stage = vec![0u64; limits.len()];
        let (mut by_age, mut of) = (0, 0);
        for at in open {
            let row = at as usize;
            let stage = records.stage.get(row).map_or(usize::MAX, |s| usize::from(*s));
            let since = entered(ground, stage, row);
            let of_stage = limits.get(stage).copied().flatten().zip(since);
            let since_creation = day(&records.created, row);
            let Some((limit, since)) = of_stage.or(age_limit.zip(since_creation)) else { continue };
            of += 1;
            if f64::from(as_of - since) > limit {
                found.push(at);
                match by_stage.get_mut(stage).filter(|_| of_stage.is_some()) {
                    Some(n) => *n += 1,
                    None => by_age += 1,
                }
            }
        }
        let named = ground.assembled.stages.iter().zip(limits).zip(by_stage);
        let mut details: Vec<Detail> = named
            .filter(|(_, n)| *n > 0)
            .filter_map(|((stage, days), records)| {
                Some(Detail::StageLimit { stage: stage.clone(), days: days?, records })
            })
            .collect();
        let of_age = age_limit.filter(|_| by_age > 0);
        details.extend(of_age.map(|days| Detail::AgeLimit { days, records: by_age }));
        Ok(Look::of(Evidence { records: found, of, details, ..Evidence::default() }))
    })
}

/// When a record entered a stage.
fn entered(ground: &Ground<'_>, stage: usize, row: usize) -> Option<i32> {
    day(ground.assembled.records.entered.get(stage)?, row)
}

/// How long nine tenths of those that left a stage were in it: until the next stage that they
/// entered, or until they were closed.
fn stage_limit(ground: &Ground<'_>, stage: usize) -> Option<f64> {
    let records = &ground.assembled.records;
    let stages = ground.assembled.stages.len();
    let left = |row: usize, from: i32| {
        let later = (stage + 1..stages).filter_map(|next| entered(ground, next, row));
        let closed = day(&records.closed, row);
        later.chain(closed).filter(|to| *to >= from).min()
    };
    let spans = (0..records.count).filter_map(|row| {
        let from = entered(ground, stage, row)?;
        Some(f64::from(left(row, from)? - from))
    });
    limit(spans.collect())
}

/// How old nine tenths of the closed records were when they were closed.
fn age_limit(ground: &Ground<'_>) -> Option<f64> {
    let records = &ground.assembled.records;
    let ages = (0..records.count).filter_map(|row| {
        let (from, to) = day(&records.created, row).zip(day(&records.closed, row))?;
        (to >= from).then(|| f64::from(to - from))
    });
    limit(ages.collect())
}

fn limit(mut days: Vec<f64>) -> Option<f64> {
    if days.len() < FEWEST { None } else { quantile(&mut days, SHARE) }
}
