//! Open records that stay longer than nine tenths of the others did: in their stage, where the file
//! says when stages were entered, else since their creation.

use super::check::{Definition, Detail, Lack, Severity};
use super::ground::{Evidence, Ground, Look, day, look, need};
use crate::engine::funnel::Outcome;
use crate::engine::query::stage_time::{self, Stay};
use crate::engine::report::StageVisits;
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
        let (limits, still) = stays(ground, as_of);
        let age_limit = age_limit(ground);
        need(age_limit.is_some() || limits.iter().any(Option::is_some), Lack::TooFew)?;
        let mut found = Vec::new();
        let mut by_stage = vec![0u64; limits.len()];
        let (mut by_age, mut of) = (0, 0);
        for at in open {
            let row = at as usize;
            let stage = records.stage.get(row).map_or(usize::MAX, |s| usize::from(*s));
            let stayed = still.get(row).copied().filter(|days| !days.is_nan());
            let of_stage = limits.get(stage).copied().flatten().zip(stayed);
            let age = day(&records.created, row).map(|created| f64::from(as_of - created));
            let Some((limit, days)) = of_stage.or(age_limit.zip(age)) else { continue };
            of += 1;
            if days > limit {
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

/// By stage how long nine tenths of those that left it were there, all their visits together; and by
/// record how long it has been where it stands now, NaN where nobody knows.
fn stays(ground: &Ground<'_>, as_of: i32) -> (Vec<Option<f64>>, Vec<f64>) {
    let (assembled, records) = (ground.assembled, &ground.assembled.records);
    let mut ended: Vec<Vec<f64>> = vec![Vec::new(); assembled.stages.len()];
    let mut still = vec![f64::NAN; records.count];
    let all: Vec<u32> = (0..records.count as u32).collect();
    stage_time::each(assembled, &all, (as_of, StageVisits::All), |stage, row, stay| match stay {
        Stay::Ended(days) => ended.get_mut(stage).into_iter().for_each(|s| s.push(days as f64)),
        Stay::Still(days) if records.stage.get(row).copied().map(usize::from) == Some(stage) => {
            still.get_mut(row).into_iter().for_each(|s| *s = days as f64);
        }
        Stay::Still(_) | Stay::Undated => {}
    });
    (ended.into_iter().map(limit).collect(), still)
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
