//! What a mapping makes of the data, in the few figures that are shown while somebody maps: they are to
//! be there at once, however large the file is. So nothing else is counted here.
//!
//! Not here: the funnel of a report (`ladder`).

use super::ladder::label;
use super::meeting::channel_meetings;
use super::passage::{Passages, Rule};
use super::scope::{Weights, created_or_spent};
use crate::engine::funnel::Assembled;
use crate::engine::report::{Entity, Preview, PreviewStep, ReportSpec};

/// Of all records, by the policy and the currency of a report.
pub fn preview(assembled: &Assembled, spec: &ReportSpec) -> Preview {
    let has = &assembled.has;
    let is_funnel = has.records && has.outcome && !assembled.stages.is_empty();
    Preview {
        steps: if is_funnel { steps(assembled, spec) } else { Vec::new() },
        currencies: Weights::of(assembled).records(assembled, spec.currency.as_deref()),
        extent: created_or_spent(assembled),
        channels: channel_meetings(assembled),
        findings: assembled.findings.clone(),
    }
}

fn steps(assembled: &Assembled, spec: &ReportSpec) -> Vec<PreviewStep> {
    let rule = Rule { assembled, policy: spec.policy, window: None, entity: Entity::Record };
    let rows: Vec<u32> = (0..assembled.records.count as u32).collect();
    let Ok(passages) = Passages::of(&rule, &rows) else { return Vec::new() };
    let reached = passages.steps.iter().map(|step| step.reached).enumerate();
    reached.map(|(at, reached)| PreviewStep { label: label(assembled, at), reached }).collect()
}
