//! Stages of the ladder that no record stands for.

use super::check::{Counted, Definition, Lack, Severity};
use super::ground::{Evidence, Ground, Look, look, need};
use crate::engine::dimension::Label;

pub(super) const CHECK: Definition = Definition { severity: Severity::Low, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        let stages = &ground.assembled.stages;
        need(!stages.is_empty(), Lack::NoStages)?;
        let reached = records.observed.iter().fold(0, |all, bits| all | bits);
        // Every record has the first stage by creation.
        let unused = stages.iter().enumerate().skip(1);
        let unused = unused.filter(|(at, _)| reached.checked_shr(*at as u32).unwrap_or(0) & 1 == 0);
        let named: Vec<_> = unused.map(|(_, name)| (Label::Stage(name.clone()), 0)).collect();
        let (count, of) = (Some(named.len() as u64), stages.len() as u64);
        let counted = Some(Counted::Stages);
        Ok(Look::of(Evidence { count, of, counted, named, ..Evidence::default() }))
    })
}
