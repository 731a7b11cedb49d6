//! What became of the pipeline between two exports of the same records: kinds of change, the way from
//! stage to stage, the bridge, and the records that weigh most.
//!
//! The period does not act: the change is between the days of the exports. Not here: what happened to
//! a record (`paired`), the bridge by currency (`bridge`).

use super::bridge::Bridges;
use super::frame::Frame;
use super::paired::{Changed, Ground, Sides, State};
use crate::engine::dimension::Label;
use crate::engine::funnel::{Counted, Earlier, NO_KEY, Outcome};
use crate::engine::report::{
    Absence, ChangeKind as K, ChangeLine, ChangePassage, ChangedRecord, Export, PipelineChange,
    PipelineChangeSpec,
};
use crate::engine::stats::Sum;
use crate::engine::table::NO_DAY;
use crate::engine::value::Day;
use std::collections::BTreeMap;

/// Records in the list: those whose change weighs most.
pub const MOST_LISTED: usize = 2_000;

pub(super) fn pipeline_change(
    frame: &Frame<'_>,
    spec: &PipelineChangeSpec,
) -> Result<PipelineChange, Absence> {
    let Ground { sides, found, .. } = Ground::of(frame, spec.earlier.as_deref())?;
    let earlier = sides.earlier;
    let name = |e: &Earlier| frame.files.get(e.file).map(|f| f.profile.name.clone());
    let count = |is: &dyn Fn(&Changed) -> bool| found.iter().filter(|c| is(c)).count() as u64;
    let list = listed(&found, spec.only);
    let own = frame.currency.and_then(|at| frame.assembled.currencies.get(at));
    let own = own.map_or("", String::as_str);
    let stages = frame.assembled.stages.iter().cloned().map(Label::Stage);
    let export = |at: usize, of: &dyn Fn(&Changed) -> Option<State>, side: &Counted| {
        let states: Vec<State> = found.iter().filter_map(of).collect();
        let open = || states.iter().filter(|s| s.outcome == Outcome::Open);
        Export {
            file: frame.files.get(at).map(|f| f.profile.name.clone()).unwrap_or_default(),
            as_of: (side.as_of != NO_DAY).then_some(Day(side.as_of)),
            records: states.len() as u64,
            open: open().count() as u64,
            open_unpriced: open().filter(|s| s.amount.is_none()).count() as u64,
            without_id: side.without_id,
            repeated: side.repeated,
        }
    };
    Ok(PipelineChange {
        earlier: export(earlier.file, &|c| c.before, &earlier.before),
        later: export(earlier.later_file, &|c| c.after, &earlier.after),
        choices: frame.assembled.earlier.iter().filter_map(name).collect(),
        currency: own.to_owned(),
        created: count(&|c| c.before.is_none()),
        gone: count(&|c| c.after.is_none()),
        kept: count(&|c| c.before.is_some() && c.after.is_some()),
        lines: lines(&found, &sides, own),
        bridges: Bridges::of(&found, &sides.currencies).sorted(own),
        places: stages.chain([Label::Won, Label::Lost, Label::Empty]).collect(),
        passages: passages(&found, &sides, own),
        listed: list.len() as u64,
        records: list.into_iter().take(MOST_LISTED).map(|c| sides.record(c)).collect(),
        only: spec.only,
        without_stage: count(&|c| c.stays_open() && c.any(|s| s.place == sides.unknown)),
        without_day: count(&|c| c.stays_open() && c.any(|s| s.hoped.is_none())),
        has_period: frame.now.window.is_some(),
    })
}

impl Sides<'_> {
    fn record(&self, changed: &Changed) -> ChangedRecord {
        let (before, after) = (changed.before, changed.after);
        let close = |s: Option<State>| s.and_then(|s| s.closed.or(s.hoped)).map(Day);
        let name = |s: State| self.currencies.get(s.currency).cloned().unwrap_or_default();
        let currency = after.or(before).map(name).unwrap_or_default();
        let currency_before = before.map(name).filter(|c| *c != currency);
        let text = |of: &dyn Fn(bool) -> Option<String>| {
            let is_there = |after: bool| of(after).filter(|text| !text.is_empty());
            is_there(true).or_else(|| is_there(false)).unwrap_or_default()
        };
        let cell = |after: bool, header: Option<&str>| -> Option<String> {
            let (records, at, file, views) = match after {
                true => {
                    let at = self.earlier.later_file;
                    (&self.frame.assembled.records, changed.pair.after?, at, self.frame.files)
                }
                false => {
                    let at = self.earlier.later_file;
                    (&self.earlier.made.records, changed.pair.before?, at, self.views.as_slice())
                }
            };
            let row = records.row.get(at as usize).copied().filter(|row| *row < NO_KEY)?;
            let column = views.get(file)?.table.column(header?)?;
            Some(column.plain_text(row as usize).trim().to_owned())
        };
        let named = |after: bool| match after {
            true => &self.earlier.named_after,
            false => &self.earlier.named_before,
        };
        ChangedRecord {
            id: text(&|after| cell(after, Some(&named(after).id))),
            name: text(&|after| cell(after, named(after).name.as_deref())),
            kinds: changed.kinds.clone(),
            from: before.map(|s| s.place),
            to: after.map(|s| s.place),
            amount_before: before.and_then(|s| s.amount),
            amount_after: after.and_then(|s| s.amount),
            currency,
            currency_before,
            close_before: close(before),
            close_after: close(after),
        }
    }
}

/// The records of the list, those whose change weighs most first; of equals in their order.
fn listed(found: &[Changed], only: Option<K>) -> Vec<&Changed> {
    let is_listed = |c: &&Changed| match only {
        Some(kind) => c.kinds.contains(&kind),
        None => c.kinds.iter().any(|kind| kind.is_change()),
    };
    let mut list: Vec<&Changed> = found.iter().filter(is_listed).collect();
    list.sort_by(|a, b| b.weight().total_cmp(&a.weight()));
    list
}

/// One side of a line: what has an amount in the report's currency, and what does not.
#[derive(Default)]
struct Side {
    seen: bool,
    value: Sum,
}

fn lines(found: &[Changed], sides: &Sides<'_>, own: &str) -> Vec<ChangeLine> {
    let is_own = |s: &State| sides.is_in(s, own);
    let line = |kind: K| {
        let of_kind = || found.iter().filter(|c| c.kinds.contains(&kind));
        let mut both = [Side::default(), Side::default()];
        let (mut elsewhere, mut unpriced) = (0, 0);
        for changed in of_kind() {
            let states = [changed.before, changed.after];
            for (side, state) in both.iter_mut().zip(states) {
                let Some(state) = state else { continue };
                side.seen = true;
                if let Some(amount) = state.amount.filter(|_| is_own(&state)) {
                    side.value.add(amount);
                }
            }
            let last = changed.after.or(changed.before);
            unpriced += u64::from(last.is_some_and(|s| s.amount.is_none()));
            elsewhere += u64::from(changed.any(|s| s.amount.is_some() && !is_own(s)));
        }
        let [before, after] = both.map(|side| side.seen.then(|| side.value.value()));
        let records = of_kind().count() as u64;
        let line = ChangeLine {
            kind,
            records,
            value_before: before,
            value_after: after,
            elsewhere,
            unpriced,
        };
        (records > 0).then_some(line)
    };
    K::EVERY.into_iter().filter_map(line).collect()
}

fn passages(found: &[Changed], sides: &Sides<'_>, own: &str) -> Vec<ChangePassage> {
    let mut of: BTreeMap<(Option<u32>, Option<u32>), (u64, Sum)> = BTreeMap::new();
    for changed in found {
        let place = |s: Option<State>| s.map(|s| s.place);
        let slot = of.entry((place(changed.before), place(changed.after))).or_default();
        slot.0 += 1;
        let amount = |s: Option<State>| {
            let s = s.filter(|s| sides.is_in(s, own));
            s.and_then(|s| s.amount)
        };
        if let Some(amount) = amount(changed.after).or_else(|| amount(changed.before)) {
            slot.1.add(amount);
        }
    }
    let passage = |((from, to), (records, value)): (_, (u64, Sum))| ChangePassage {
        from,
        to,
        records,
        value: value.value(),
    };
    of.into_iter().map(passage).collect()
}
