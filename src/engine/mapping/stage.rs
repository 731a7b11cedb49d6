//! The ladder as it is proposed: raw stage values put together by spelling, won and lost set apart,
//! the rest in order, and the date columns that prove that a stage was entered.
//!
//! Not here: the words (`stage_words`), headers of date columns (`stage_date`).

use super::stage_proof::Proof;
use super::values::{Variant, variants};
use super::{Ladder, Role, Stage, pipeline, role, stage_date, stage_date_word, stage_words};
use crate::engine::distinct::Distinct;
use crate::engine::fold::{fold, fold_header};
use crate::engine::funnel::{FileView, Outcome};
use crate::engine::table::{Cells, Column};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// As many rungs as the evidence of a record has bits, less the win.
pub const MOST_STAGES: usize = 31;

/// Why a stage stands where it stands. The enum is the message key for each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderReason {
    /// The values carry numbers.
    Number,
    /// The default ladder of a CRM.
    Default(super::Crm),
    /// Its words say where such a stage usually stands.
    Words,
    /// Nothing is known: the order of the rows.
    Appearance,
}

/// The column that plays a role.
pub fn column<'a>(
    file: &FileView<'a>,
    roles: &BTreeMap<Role, String>,
    role: Role,
) -> Option<&'a Column> {
    roles.get(&role).and_then(|header| file.table.column(header))
}

/// A ladder for the records of a file.
pub fn propose(file: &FileView, roles: &BTreeMap<Role, String>) -> Ladder {
    let mut ladder = Ladder::default();
    let stage = column(file, roles, Role::Stage);
    let proof = Proof::of(file, roles);
    let found = stage.map(|c| variants(c, fold_header).0).unwrap_or_default();
    for variant in found {
        let spellings = values_of(&variant);
        match proof.outcome(variant.name()) {
            Some(Outcome::Won) => ladder.won.extend(spellings),
            Some(Outcome::Lost) => ladder.lost.extend(spellings),
            _ => ladder.stages.push(Stage {
                name: variant.name().to_owned(),
                values: spellings,
                ..Stage::default()
            }),
        }
    }
    let outcome = column(file, roles, Role::Outcome);
    for variant in outcome.map(|c| variants(c, fold).0).unwrap_or_default() {
        match role::outcome_value(variant.name()) {
            Some(Outcome::Won) => ladder.won.extend(values_of(&variant)),
            Some(Outcome::Lost) => ladder.lost.extend(values_of(&variant)),
            _ => {}
        }
    }
    let dated = dated_stages(file, &mut ladder);
    dated_ends(file, &mut ladder, stage.is_none() && outcome.is_none());
    if !ladder.won.is_empty() || ladder.won_on.is_some() {
        let later = |s: &&mut Stage| stage_words::is_after_win(&s.name);
        ladder.stages.iter_mut().filter(later).for_each(|s| s.after_win = true);
    }
    sort(&mut ladder.stages);
    pipeline::unite(&mut ladder, file, roles);
    ladder.stages.truncate(MOST_STAGES);
    if let Some((at, header)) =
        stage.filter(|_| !dated).and_then(|s| entry_by_filling(file, roles, s, &ladder))
        && let Some(stage) = ladder.stages.get_mut(at)
    {
        stage.entered = Some(header);
    }
    mark_qualified(&mut ladder);
    ladder
}

/// Marks the first stage whose name says so, where none is marked.
pub fn mark_qualified(ladder: &mut Ladder) {
    if ladder.stages.iter().any(|s| s.qualified) {
        return;
    }
    let says = |s: &&mut Stage| !s.after_win && stage_words::is_qualified(&s.name);
    if let Some(stage) = ladder.stages.iter_mut().find(says) {
        stage.qualified = true;
    }
}

fn values_of(variant: &Variant) -> Vec<String> {
    variant.spellings.iter().map(|(text, _)| text.clone()).collect()
}

/// Ties date columns such as `Date entered "Demo"` to their stages; a stage that no record is in
/// now is added. Whether there was any.
fn dated_stages(file: &FileView, ladder: &mut Ladder) -> bool {
    let mut any = false;
    for column in &file.table.columns {
        let Some(name) = stage_date::stage_of(&column.header) else { continue };
        let is_date = matches!(column.cells, Cells::Day(_) | Cells::Moment(_));
        if !is_date || stage_words::outcome(&name).is_some() {
            continue;
        }
        any = true;
        let at = ladder.stages.iter().position(|s| is_same_stage(s, &name));
        let header = Some(column.header.clone());
        match at.and_then(|at| ladder.stages.get_mut(at)) {
            Some(stage) => stage.entered = stage.entered.take().or(header),
            None => {
                ladder.stages.push(Stage { name, entered: header, ..Stage::default() });
            }
        }
    }
    any
}

/// Dates of winning and losing: where no column says how records stand (`alone`) they do; beside
/// one that does, a date of each is the day of closing.
fn dated_ends(file: &FileView, ladder: &mut Ladder, alone: bool) {
    let (mut won, mut lost) = (None, None);
    for column in &file.table.columns {
        let is_date = matches!(column.cells, Cells::Day(_) | Cells::Moment(_));
        let entered = || {
            let name = stage_date::stage_of(&column.header).filter(|_| alone);
            name.and_then(|name| stage_words::outcome(&name))
        };
        let named = stage_date_word::end_named(&column.header).or_else(entered);
        let end = match named.filter(|_| is_date) {
            Some(Outcome::Won) => &mut won,
            Some(Outcome::Lost) => &mut lost,
            _ => continue,
        };
        *end = end.take().or(Some(column.header.clone()));
    }
    if alone || won.is_some() && lost.is_some() {
        (ladder.won_on, ladder.lost_on) = (won, lost);
    }
}

/// Whether a header's stage name is this stage: the same text, or in an inflected language the same
/// word but for its ending (`Дата перехода в Квалификацию`).
fn is_same_stage(stage: &Stage, name: &str) -> bool {
    let squeeze = crate::engine::fold::squeeze;
    let wanted: Vec<char> = squeeze(name).chars().collect();
    let wanted_short = abbreviated(name);
    let same = |text: &String| {
        if wanted_short.is_some() && abbreviated(text) == wanted_short {
            return true;
        }
        let text: Vec<char> = squeeze(text).chars().collect();
        let stem = text.len().min(wanted.len()).saturating_sub(2);
        text == wanted
            || (stem >= 5
                && text.len().abs_diff(wanted.len()) <= 2
                && !text.iter().all(char::is_ascii)
                && text.iter().take(stem).eq(wanted.iter().take(stem)))
    };
    same(&stage.name) || stage.values.iter().any(same)
}

/// `MQL` and “Marketing Qualified Lead” are one stage, and so are `SQL` and its long name.
fn abbreviated(name: &str) -> Option<&'static str> {
    let text = stage_words::plain(name);
    let is_any = |list: &str| list.split('|').any(|known| known == text);
    match () {
        () if is_any("mql|marketing qualified|marketing qualified lead|marketingqualifiedlead") => {
            Some("mql")
        }
        () if is_any("sql|sales qualified|sales qualified lead|salesqualifiedlead") => Some("sql"),
        () => None,
    }
}

/// Stages in their usual order; those after the win behind the others.
pub fn sort(stages: &mut Vec<Stage>) {
    let names: Vec<&str> = stages.iter().map(|s| s.name.as_str()).collect();
    let places = order(&names);
    let mut placed: Vec<(usize, Stage)> =
        places.iter().map(|(place, _)| *place).zip(std::mem::take(stages)).collect();
    placed.sort_by_key(|(place, stage)| (stage.after_win, *place));
    *stages = placed.into_iter().map(|(_, stage)| stage).collect();
}

/// The place of each stage in the usual order (0 is the first), and why it stands there.
pub fn order(names: &[&str]) -> Vec<(usize, OrderReason)> {
    let numbers: Option<Vec<u32>> = names.iter().map(|n| stage_words::leading_number(n)).collect();
    if let Some(numbers) = numbers.filter(|_| names.len() > 1) {
        let keys: Vec<(u32, usize)> = numbers.into_iter().zip(0..).collect();
        return places(&keys).into_iter().map(|p| (p, OrderReason::Number)).collect();
    }
    let plain: Vec<String> = names.iter().map(|n| stage_words::plain(n)).collect();
    let default = best_default(&plain);
    let keyed: Vec<((u16, usize), OrderReason)> = plain
        .iter()
        .zip(0..)
        .map(|(name, i)| {
            let known = default.as_ref().and_then(|d| d.rank(name).map(|rank| (rank, d.crm)));
            match (known, stage_words::rank(name)) {
                (Some((rank, crm)), _) => ((rank, i), OrderReason::Default(crm)),
                (None, Some(rank)) => ((rank, i), OrderReason::Words),
                (None, None) => ((u16::MAX, i), OrderReason::Appearance),
            }
        })
        .collect();
    let keys: Vec<(u16, usize)> = keyed.iter().map(|(key, _)| *key).collect();
    places(&keys).into_iter().zip(keyed).map(|(place, (_, reason))| (place, reason)).collect()
}

/// The place of each key in the sorted order.
fn places<K: Ord>(keys: &[K]) -> Vec<usize> {
    keys.iter().map(|key| keys.iter().filter(|other| *other < key).count()).collect()
}

struct DefaultLadder {
    crm: super::Crm,
    /// Names with ranks on the scale of the usual order, never falling.
    ranks: Vec<(&'static str, u16)>,
}

impl DefaultLadder {
    fn rank(&self, plain: &str) -> Option<u16> {
        self.ranks.iter().find(|(name, _)| *name == plain).map(|(_, rank)| *rank)
    }
}

/// The default ladder that knows most of the names: at least two, and half of them.
fn best_default(plain: &[String]) -> Option<DefaultLadder> {
    let known = |ladder: &str| plain.iter().filter(|n| ladder.split('|').any(|l| l == *n)).count();
    let ladders = stage_words::LADDERS.iter().map(|(crm, ladder)| (known(ladder), *crm, *ladder));
    // Of equals the first: `max_by_key` would take the last.
    let (count, crm, ladder) = ladders.rev().max_by_key(|(count, ..)| *count)?;
    if count < 2 || count * 2 < plain.len() {
        return None;
    }
    let mut last = 0;
    let mut ranks = Vec::new();
    for name in ladder.split('|') {
        last = stage_words::rank(name).unwrap_or(0).max(last + 1);
        ranks.push((name, last));
    }
    Some(DefaultLadder { crm, ranks })
}

/// A starting date that is empty for all records of the first stages and filled for all others,
/// won and lost included, is the date on which the next stage was entered.
pub fn entry_by_filling(
    file: &FileView,
    roles: &BTreeMap<Role, String>,
    stage: &Column,
    ladder: &Ladder,
) -> Option<(usize, String)> {
    const NO_START: [Role; 3] = [Role::Closed, Role::ExpectedClose, Role::Modified];
    let values = Distinct::of(stage);
    let place = places_of(&values, ladder);
    let ended = ladder.stages.len();
    let is_start = |c: &&Column| {
        matches!(c.cells, Cells::Day(_) | Cells::Moment(_))
            && NO_START.iter().all(|r| roles.get(r) != Some(&c.header))
    };
    file.table.columns.iter().filter(is_start).find_map(|column| {
        let (mut filled, mut rows) = (vec![0u64; ended + 1], vec![0u64; ended + 1]);
        for row in 0..file.table.rows as u32 {
            let Some(at) = place.get(values.code(row) as usize).copied().flatten() else {
                continue;
            };
            if let (Some(n), Some(f)) = (rows.get_mut(at), filled.get_mut(at)) {
                *n += 1;
                *f += u64::from(!column.is_missing(row as usize));
            }
        }
        let first = filled.iter().position(|n| *n > 0)?;
        let before: u64 = rows.iter().take(first).sum();
        let full = filled.iter().zip(&rows).skip(first).all(|(f, n)| f == n);
        (first > 0 && first < ended && before > 0 && full).then(|| (first, column.header.clone()))
    })
}

/// For each value of the stage column its place in the ladder; won and lost stand behind the last.
fn places_of(values: &Distinct, ladder: &Ladder) -> Vec<Option<usize>> {
    let place = |text: &str| {
        let text = fold(text);
        let is = |value: &String| fold(value) == text;
        if text.is_empty() {
            return None;
        }
        if ladder.won.iter().chain(&ladder.lost).any(is) {
            return Some(ladder.stages.len());
        }
        ladder.stages.iter().position(|s| s.values.iter().any(is))
    };
    values.texts().map(|text| place(&text)).collect()
}
