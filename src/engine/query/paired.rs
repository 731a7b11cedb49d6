//! Two exports of the same records side by side: how each record stands in either, and what happened
//! to it, in one class of the bridge so that the steps lead from one value to the other.
//!
//! The filters select records by the later export, those that are gone by the earlier one. Not here:
//! which records are a pair (`funnel::earlier`), what they come to (`pipeline_change`, `bridge`).

use super::codebook::Codebook;
use super::frame::Frame;
use super::kept::Kept;
use crate::engine::funnel::{Earlier, FileView, NO_STAGE, Outcome, Pair, Records};
use crate::engine::report::{Absence, ChangeKind as K};
use crate::engine::table::NO_DAY;

/// The pairs that the filters leave, each with what happened to it.
pub(super) struct Ground<'a> {
    pub sides: Sides<'a>,
    pub found: Vec<Changed>,
    /// What the filters leave of the earlier export by itself.
    pub kept_before: Kept,
}

impl<'a> Ground<'a> {
    /// Beside the earlier export of this name, else the latest of them.
    pub fn of(frame: &'a Frame<'a>, named: Option<&str>) -> Result<Ground<'a>, Absence> {
        let has = &frame.assembled.has;
        if !has.records {
            return Err(Absence::NoRecords);
        }
        if !has.outcome {
            return Err(Absence::NoStages);
        }
        let exports = &frame.assembled.earlier;
        let name = |e: &Earlier| frame.files.get(e.file).map(|f| f.profile.name.as_str());
        let chosen = exports.iter().find(|e| named.is_some() && name(e) == named);
        let latest = || exports.iter().max_by_key(|e| e.before.as_of);
        let earlier = chosen.or_else(latest).ok_or(Absence::NoEarlierExport)?;
        let views = earlier.views(frame.files);
        let mut codebook = Codebook::default();
        let kept_before = Kept::by(&frame.spec.filters, &views, &earlier.made, &mut codebook);
        if kept_before.disobeyed {
            return Err(Absence::NoDimension);
        }
        let is_kept = |pair: &&Pair| match (pair.after, pair.before) {
            (Some(after), _) => frame.kept.record(after as usize),
            (None, Some(before)) => kept_before.record(before as usize),
            (None, None) => false,
        };
        let sides = Sides::new(frame, earlier, views);
        let pairs = earlier.pairs.iter().filter(is_kept);
        let found = pairs.map(|pair| sides.changed(*pair)).collect();
        Ok(Ground { sides, found, kept_before })
    }
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
    pub closed: Option<i32>,
}

/// A record and what happened to it.
pub(super) struct Changed {
    pub pair: Pair,
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

    pub fn any(&self, is: impl Fn(&State) -> bool) -> bool {
        [&self.before, &self.after].into_iter().flatten().any(is)
    }

    /// How much the change weighs, by the amounts alone.
    pub fn weight(&self) -> f64 {
        let amount = |s: &Option<State>| {
            let open = s.filter(|s| s.outcome == Outcome::Open);
            open.and_then(|s| s.amount).unwrap_or(0.0)
        };
        (amount(&self.after) - amount(&self.before)).abs()
    }
}

/// Both exports, with what their numbers mean in common.
pub(super) struct Sides<'a> {
    pub frame: &'a Frame<'a>,
    pub earlier: &'a Earlier,
    /// The files as the earlier export sees them.
    pub views: Vec<FileView<'a>>,
    /// All currencies of both.
    pub currencies: Vec<String>,
    codes_before: Vec<usize>,
    codes_after: Vec<usize>,
    /// The place of each stage of the earlier export.
    stages_before: Vec<u32>,
    won: u32,
    /// The place of records whose stage nobody knows.
    pub unknown: u32,
}

impl<'a> Sides<'a> {
    fn new(frame: &'a Frame<'a>, earlier: &'a Earlier, views: Vec<FileView<'a>>) -> Sides<'a> {
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
            views,
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

    /// Whether a state's amount is in a currency.
    pub fn is_in(&self, state: &State, currency: &str) -> bool {
        self.currencies.get(state.currency).is_some_and(|c| c == currency)
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
        } else if self.won > 0 {
            // Nobody knows whether it moved, so it is not said to have stayed.
            kinds.push(K::StageUnknown);
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
}
