//! Stages of which no column says when they were entered: the time in them can’t be measured, and that
//! a record passed them is only implied by where it stands.

use super::check::{Counted, Definition, Lack, Severity};
use super::ground::{Evidence, Ground, Look, look, need};
use crate::engine::dimension::Label;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        let stages = &ground.assembled.stages;
        need(!stages.is_empty(), Lack::NoStages)?;
        let dated = |at: usize| records.entered.get(at).is_some_and(|days| !days.is_empty());
        let undated = stages.iter().enumerate().filter(|(at, _)| !dated(*at));
        let named: Vec<_> = undated.map(|(_, name)| (Label::Stage(name.clone()), 0)).collect();
        let (count, of) = (Some(named.len() as u64), stages.len() as u64);
        let counted = Some(Counted::Stages);
        // Those that stand there now: nothing tells since when.
        let stage = |at: usize| records.stage.get(at).map_or(usize::MAX, |stage| (*stage).into());
        let stands = |at: usize| stage(at) < stages.len() && !dated(stage(at));
        let records = ground.pick(stands);
        let without_effect = true;
        Ok(Look::of(Evidence {
            records,
            count,
            of,
            counted,
            named,
            without_effect,
            ..Evidence::default()
        }))
    })
}
