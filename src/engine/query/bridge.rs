//! The bridge from the value of the open pipeline of one export to that of another, each currency by
//! itself. Not here: what happened to a record (`paired`).

use super::paired::{Changed, State};
use crate::engine::funnel::Outcome;
use crate::engine::report::{Bridge, BridgeStep, ChangeKind as K};
use crate::engine::stats::Sum;
use std::collections::BTreeMap;

#[derive(Default)]
struct Span {
    before: Sum,
    after: Sum,
    steps: BTreeMap<K, (Sum, u64)>,
}

/// One a currency that any open amount is in.
pub(super) struct Bridges(BTreeMap<String, Span>);

impl Bridges {
    pub fn of(found: &[Changed], currencies: &[String]) -> Bridges {
        let mut spans: BTreeMap<String, Span> = BTreeMap::new();
        for changed in found {
            let open = |state: Option<State>| {
                let state = state.filter(|s| s.outcome == Outcome::Open)?;
                Some((currencies.get(state.currency)?, state.amount?))
            };
            let (before, after) = (open(changed.before), open(changed.after));
            let kind = changed.kinds.iter().copied().find(|kind| K::OF_VALUE.contains(kind));
            if let Some((currency, amount)) = before {
                spans.entry(currency.clone()).or_default().before.add(amount);
            }
            if let Some((currency, amount)) = after {
                spans.entry(currency.clone()).or_default().after.add(amount);
            }
            let Some(kind) = kind else { continue };
            let mut step = |currency: &String, value: f64| {
                let step = spans.entry(currency.clone()).or_default().steps.entry(kind);
                let (sum, records) = step.or_default();
                sum.add(value);
                *records += 1;
            };
            match (before, after) {
                (Some((one, b)), Some((other, a))) if one == other => step(one, a - b),
                (before, after) => {
                    before.into_iter().for_each(|(currency, amount)| step(currency, -amount));
                    after.into_iter().for_each(|(currency, amount)| step(currency, amount));
                }
            }
        }
        Bridges(spans)
    }

    /// The report's own currency first, the others by name.
    pub fn sorted(self, own: &str) -> Vec<Bridge> {
        let bridge = |(currency, span): (String, Span)| {
            let step = |(kind, (value, records)): (K, (Sum, u64))| BridgeStep {
                kind,
                value: value.value(),
                records,
            };
            Bridge {
                currency,
                before: span.before.value(),
                steps: span.steps.into_iter().map(step).collect(),
                after: span.after.value(),
            }
        };
        let mut bridges: Vec<Bridge> = self.0.into_iter().map(bridge).collect();
        bridges.sort_by_key(|bridge| bridge.currency != own);
        bridges
    }
}
