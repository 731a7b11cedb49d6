//! Activities earlier than the day on which their record was created: they are no answer to it.

use super::beside_rows::activities;
use super::check::{Definition, Lack, Severity};
use super::ground::{Ground, Look, day, look, need};

pub(super) const CHECK: Definition = Definition { severity: Severity::Low, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let all = ground.activities()?;
        let created = &ground.records()?.created;
        need(ground.assembled.has.created, Lack::NoCreated)?;
        let both = |at: usize| {
            // What was done with a lead comes before the deal that it became.
            if all.by_lead.get(at) == Some(&true) {
                return None;
            }
            let record = all.record.get(at).copied()? as usize;
            Some((day(&all.day, at)?, day(created, record)?))
        };
        let asked: Vec<(usize, (i32, i32))> =
            (0..all.day.len()).filter_map(|at| Some((at, both(at)?))).collect();
        let early = asked.iter().filter(|(_, (done, created))| done < created);
        Ok(Look::of(activities(early.map(|(at, _)| *at as u32).collect(), asked.len() as u64)))
    })
}
