//! The ladder as it is proposed: raw stage values put together by spelling, won and lost set apart,
//! the rest in order, and the date columns that prove that a stage was entered.
//!
//! Not here: the words (`stage_words`, `stage_outcome`), the order (`stage_order`), date columns
//! (`stage_dated`).

use super::header::Header;
use super::stage_clues::Clues;
use super::stage_dated::Dated;
use super::stage_proof::Proof;
use super::values::{Variant, variants};
use super::{
    Ladder, Role, Stage, pipeline, role, stage_date_word, stage_dated, stage_order, stage_outcome,
    stage_words,
};
use crate::engine::distinct::Distinct;
use crate::engine::fold::{fold, fold_header};
use crate::engine::funnel::{FileView, Outcome};
use crate::engine::table::{Cells, Column};
use std::collections::BTreeMap;

/// As many rungs as the evidence of a record has bits, less the win.
pub const MOST_STAGES: usize = 31;

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
            None if stage_outcome::is_parked(variant.name()) => {}
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
    let alone = stage.is_none() && outcome.is_none();
    dated_ends(file, &mut ladder, alone, !roles.contains_key(&Role::Closed));
    if stage.is_none() && outcome.is_none() && dated && ladder.won_on.is_none() {
        // Whoever paid has bought, where nothing but dates tells.
        let closed = roles.get(&Role::Closed);
        ladder.won_on = closed.filter(|h| Header::new(h).is_any(PAID)).cloned();
    }
    if !ladder.won.is_empty() || ladder.won_on.is_some() {
        let later = |s: &&mut Stage| stage_outcome::is_after_win(&s.name);
        ladder.stages.iter_mut().filter(later).for_each(|s| s.after_win = true);
    }
    let clues = Clues::of_records(&ladder.stages, file, roles);
    stage_order::sort(&mut ladder.stages, &clues);
    pipeline::unite(&mut ladder, file, roles);
    ladder.stages.truncate(MOST_STAGES);
    if let Some((at, header)) =
        stage.filter(|_| !dated).and_then(|s| entry_by_filling(file, roles, s, &ladder))
        && let Some(stage) = ladder.stages.get_mut(at)
    {
        stage.entered = Some(header);
    }
    mark_qualified(&mut ladder);
    begin_with_creation(&mut ladder, file, roles);
    ladder
}

/// Where the first stage has a date of its own that some records lack, they began before it: else each
/// would count as having entered it by being created.
fn begin_with_creation(ladder: &mut Ladder, file: &FileView, roles: &BTreeMap<Role, String>) {
    let Some(created) = roles.get(&Role::Created) else { return };
    let is_later = |s: &Stage| {
        let deep = stage_words::rank(&s.name).is_some_and(|rank| rank > stage_words::OPENING);
        let header = s.entered.as_ref().filter(|header| *header != created);
        let column = header.and_then(|header| file.table.column(header));
        let lacks = |c: &Column| (0..file.table.rows).any(|row| c.is_missing(row));
        deep && !s.after_win && column.is_some_and(lacks)
    };
    if ladder.stages.first().is_some_and(is_later) && ladder.stages.len() < MOST_STAGES {
        let entered = Some(created.clone());
        let name = created.clone();
        ladder.stages.insert(0, Stage { name, entered, ..Stage::default() });
    }
}

/// Marks the first stage whose name says so, where none is marked.
pub fn mark_qualified(ladder: &mut Ladder) {
    if ladder.stages.iter().any(|s| s.qualified) {
        return;
    }
    let says = |s: &&mut Stage| !s.after_win && stage_outcome::is_qualified(&s.name);
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
    let dated = stage_dated::of_file(file);
    for (i, column) in file.table.columns.iter().enumerate() {
        let Some(Dated::Stage(name)) = dated.get(&i).cloned() else { continue };
        let is_date = matches!(column.cells, Cells::Day(_) | Cells::Moment(_));
        let is_end = stage_outcome::outcome(&name).is_some() || stage_outcome::is_parked(&name);
        if !is_date || is_end {
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

/// The day of paying.
const PAID: &str = "дата оплаты|дата полной оплаты|дата продажи|date paid|payment date|paid on|\
    purchase date|date of purchase|ημερομηνια πληρωμησ|ημερομηνια εξοφλησησ|ημερομηνια αγορασ";

/// Dates of winning and losing: where no column says how records stand (`alone`) they do; beside
/// one that does, a date of each is the day of closing, and so is the day on which a stage that ends
/// was entered where nothing else is it (`undated`).
fn dated_ends(file: &FileView, ladder: &mut Ladder, alone: bool, undated: bool) {
    let (mut won, mut lost) = (None, None);
    let dated = stage_dated::of_file(file);
    for (i, column) in file.table.columns.iter().enumerate() {
        let is_date = matches!(column.cells, Cells::Day(_) | Cells::Moment(_));
        let entered = || match dated.get(&i).filter(|_| alone || undated)? {
            Dated::Stage(name) => stage_outcome::outcome(name),
            Dated::End(end) => Some(*end),
        };
        let named = stage_date_word::end_named(&column.header).or_else(entered);
        let end = match named.filter(|_| is_date) {
            Some(Outcome::Won) => &mut won,
            Some(Outcome::Lost) => &mut lost,
            _ => continue,
        };
        *end = end.take().or(Some(column.header.clone()));
    }
    if alone || won.is_some() && (lost.is_some() || undated) {
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
            && stage_date_word::end_named(&c.header).is_none()
            && ![&ladder.won_on, &ladder.lost_on].contains(&&Some(c.header.clone()))
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
