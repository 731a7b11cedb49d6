//! What became of the pipeline between two exports of the same records: pair by pair, each in one class
//! of the bridge, so that the steps lead from one value to the other.
//!
//! The filters select records by the later export, those that are gone by the earlier one. The period
//! does not act: the change is between the days of the exports. Not here: which records are a pair
//! (`funnel::earlier`), the bridge by currency (`bridge`).

use super::bridge::Bridges;
use super::codebook::Codebook;
use super::frame::Frame;
use super::kept::Kept;
use crate::engine::dimension::Label;
use crate::engine::funnel::{Counted, Earlier, FileView, NO_KEY, NO_STAGE, Outcome, Pair, Records};
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
    let has = &frame.assembled.has;
    if !has.records {
        return Err(Absence::NoRecords);
    }
    if !has.outcome {
        return Err(Absence::NoStages);
    }
    let exports = &frame.assembled.earlier;
    let name = |e: &Earlier| frame.files.get(e.file).map(|f| f.profile.name.clone());
    let chosen = exports.iter().find(|e| spec.earlier.is_some() && name(e) == spec.earlier);
    let latest = || exports.iter().max_by_key(|e| e.before.as_of);
    let earlier = chosen.or_else(latest).ok_or(Absence::NoEarlierExport)?;
    let views = earlier.views(frame.files);
    let filters = &frame.spec.filters;
    let mut codebook = Codebook::default();
    let kept = Kept::by(filters, &views, &earlier.made, &mut codebook);
    if kept.disobeyed {
        return Err(Absence::NoDimension);
    }
    let is_kept = |pair: &&Pair| match (pair.after, pair.before) {
        (Some(after), _) => frame.kept.record(after as usize),
        (None, Some(before)) => kept.record(before as usize),
        (None, None) => false,
    };
    let sides = Sides::new(frame, earlier);
    let found: Vec<Changed> =
        earlier.pairs.iter().filter(is_kept).map(|pair| sides.changed(*pair)).collect();
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
        choices: exports.iter().filter_map(name).collect(),
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

/// A record in one export.
#[derive(Clone, Copy)]
pub(super) struct State {
    pub outcome: Outcome,
    /// Among the places of the answer.
    pub place: u32,
    pub amount: Option<f64>,
    /// Among [`Sides::currencies`].
    pub currency: usize,
    pub hoped: Option<i32>,
    closed: Option<i32>,
}

/// A record and what happened to it.
pub(super) struct Changed {
    pair: Pair,
    pub before: Option<State>,
    pub after: Option<State>,
    /// What decides its place in the bridge, where it has one; and further changes.
    pub kinds: Vec<K>,
}

impl Changed {
    pub fn stays_open(&self) -> bool {
        let is_open = |s: &Option<State>| s.is_some_and(|s| s.outcome == Outcome::Open);
        is_open(&self.before) && is_open(&self.after)
    }

    fn any(&self, is: impl Fn(&State) -> bool) -> bool {
        [&self.before, &self.after].into_iter().flatten().any(is)
    }

    /// How much the change weighs, by the amounts alone.
    fn weight(&self) -> f64 {
        let amount = |s: &Option<State>| {
            let open = s.filter(|s| s.outcome == Outcome::Open);
            open.and_then(|s| s.amount).unwrap_or(0.0)
        };
        (amount(&self.after) - amount(&self.before)).abs()
    }
}

/// Both exports, with what their numbers mean in common.
pub(super) struct Sides<'a> {
    frame: &'a Frame<'a>,
    earlier: &'a Earlier,
    views: Vec<FileView<'a>>,
    /// All currencies of both.
    pub currencies: Vec<String>,
    codes_before: Vec<usize>,
    codes_after: Vec<usize>,
    /// The place of each stage of the earlier export.
    stages_before: Vec<u32>,
    won: u32,
    unknown: u32,
}

impl<'a> Sides<'a> {
    fn new(frame: &'a Frame<'a>, earlier: &'a Earlier) -> Sides<'a> {
        let assembled = frame.assembled;
        let mut currencies: Vec<String> = Vec::new();
        let mut codes = |names: &[String]| -> Vec<usize> {
            let code = |name: &String| match currencies.iter().position(|c| c == name) {
                Some(at) => at,
                None => {
                    currencies.push(name.clone());
                    currencies.len() - 1
                }
            };
            names.iter().map(code).collect()
        };
        let codes_after = codes(&assembled.currencies);
        let codes_before = codes(&earlier.made.currencies);
        let won = assembled.stages.len() as u32;
        let place = |name: &String| assembled.stages.iter().position(|s| s == name);
        let stages_before = earlier.made.stages.iter();
        let stages_before = stages_before.map(|s| place(s).map_or(won + 2, |at| at as u32));
        Sides {
            frame,
            earlier,
            views: earlier.views(frame.files),
            stages_before: stages_before.collect(),
            currencies,
            codes_before,
            codes_after,
            won,
            unknown: won + 2,
        }
    }

    fn state(&self, records: &Records, at: u32, codes: &[usize], stages: Option<&[u32]>) -> State {
        let at = at as usize;
        let outcome = records.outcome.get(at).copied().unwrap_or(Outcome::Open);
        let stage = records.stage.get(at).copied().unwrap_or(NO_STAGE);
        let place = match outcome {
            Outcome::Won => self.won,
            Outcome::Lost => self.won + 1,
            Outcome::Open if stage == NO_STAGE => self.unknown,
            Outcome::Open => match stages {
                Some(places) => places.get(usize::from(stage)).copied().unwrap_or(self.unknown),
                None => u32::from(stage),
            },
        };
        let day = |days: &[i32]| days.get(at).copied().filter(|day| *day != NO_DAY);
        let code = records.currency.get(at).copied().unwrap_or(0);
        State {
            outcome,
            place,
            amount: records.amount.get(at).copied().filter(|a| !a.is_nan()),
            currency: codes.get(usize::from(code)).copied().unwrap_or(0),
            hoped: day(&records.expected),
            closed: day(&records.closed),
        }
    }

    fn changed(&self, pair: Pair) -> Changed {
        let of_before = &self.earlier.made.records;
        let of_after = &self.frame.assembled.records;
        let before = pair
            .before
            .map(|at| self.state(of_before, at, &self.codes_before, Some(&self.stages_before)));
        let after = pair.after.map(|at| self.state(of_after, at, &self.codes_after, None));
        Changed { pair, before, after, kinds: self.kinds(before, after) }
    }

    fn kinds(&self, before: Option<State>, after: Option<State>) -> Vec<K> {
        use Outcome::{Lost, Open, Won};
        let outcome = |s: Option<State>| s.map(|s| s.outcome);
        let kind = match (outcome(before), outcome(after)) {
            (None, Some(Open)) => K::Created,
            (None, Some(Won)) => K::CreatedWon,
            (None, Some(Lost)) => K::CreatedLost,
            (Some(Open), None) => K::Gone,
            (Some(_), None) => K::GoneClosed,
            (Some(Won | Lost), Some(Open)) => K::Reopened,
            (Some(Open), Some(Won)) => K::Won,
            (Some(Open), Some(Lost)) => K::Lost,
            (Some(Lost), Some(Won)) => K::LostToWon,
            (Some(Won), Some(Lost)) => K::WonToLost,
            (Some(Won), Some(Won)) | (Some(Lost), Some(Lost)) | (None, None) => K::StillClosed,
            (Some(Open), Some(Open)) => {
                return before.zip(after).map_or_else(Vec::new, |(b, a)| self.open_kinds(b, a));
            }
        };
        vec![kind]
    }

    /// What happened to a record that stayed open.
    fn open_kinds(&self, before: State, after: State) -> Vec<K> {
        let mut kinds = Vec::new();
        kinds.extend(match (before.amount, after.amount) {
            (Some(_), Some(_)) if before.currency != after.currency => Some(K::OtherCurrency),
            (Some(b), Some(a)) if a > b => Some(K::Grew),
            (Some(b), Some(a)) if a < b => Some(K::Shrank),
            (None, Some(_)) => Some(K::Priced),
            (Some(_), None) => Some(K::Unpriced),
            _ => None,
        });
        if before.place != self.unknown && after.place != self.unknown {
            kinds.extend((after.place > before.place).then_some(K::Forward));
            kinds.extend((after.place < before.place).then_some(K::Back));
        }
        if let Some((b, a)) = before.hoped.zip(after.hoped) {
            kinds.extend((a > b).then_some(K::Slipped));
            kinds.extend((a < b).then_some(K::PulledIn));
        }
        if kinds.is_empty() {
            kinds.push(K::Unchanged);
        }
        kinds
    }

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
    let is_own = |s: &State| sides.currencies.get(s.currency).is_some_and(|c| c == own);
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
            let s = s.filter(|s| sides.currencies.get(s.currency).is_some_and(|c| c == own));
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
