//! The date columns of a file of records that stand for a stage each: those whose header says so
//! (`stage_date`), and, in a file without a column of stages, those that bear nothing but a stage's
//! name (`Contacted`, `Proposal sent`, `Дата звонка`), where there are at least two.
//!
//! Not here: what the ladder makes of them (`stage`).

use super::header::{Header, HeaderFit};
use super::role_words::RECORD_WORDS;
use super::{Role, role, stage_date, stage_date_word, stage_outcome};
use crate::engine::funnel::{FileView, Outcome};
use crate::engine::profile::ColumnProfile;
use crate::engine::table::ColumnType;
use std::collections::BTreeMap;

/// What a date column is the day of.
#[derive(Clone, Debug, PartialEq)]
pub enum Dated {
    Stage(String),
    End(Outcome),
}

/// Words that make a date something else than the entry of a stage.
const OTHER: &[&str] = &[
    "last",
    "latest",
    "next",
    "planned",
    "expected",
    "forecast",
    "due",
    "birth",
    "start",
    "end",
    "updated",
    "последн*",
    "следующ*",
    "план*",
    "ожидаем*",
    "предполаг*",
    "изменен*",
    "рождения",
    "начала",
    "окончания",
    "τελευται*",
    "επομεν*",
    "αναμενομεν*",
    "γεννησησ",
    "εναρξησ",
    "ληξησ",
];

/// By position of the column.
pub fn of_file(file: &FileView) -> BTreeMap<usize, Dated> {
    let columns = || file.profile.columns.iter().enumerate();
    let sure =
        columns().filter_map(|(i, c)| Some((i, Dated::Stage(stage_date::stage_of(&c.header)?))));
    let mut found: BTreeMap<usize, Dated> = sure.collect();
    if has_stage(file) {
        return found;
    }
    let bare: Vec<(usize, Dated)> = columns()
        .filter(|(i, c)| !found.contains_key(i) && is_date(c))
        .filter_map(|(i, c)| Some((i, by_name(&c.header)?)))
        .collect();
    let ends = columns().filter(|(_, c)| stage_date_word::end_named(&c.header).is_some()).count();
    if found.len() + bare.len() + ends >= 2 {
        found.extend(bare);
    }
    found
}

fn is_date(column: &ColumnProfile) -> bool {
    matches!(column.kind, ColumnType::Day | ColumnType::Moment) && column.filled > 0
}

/// A column of stages, by its header and its values.
fn has_stage(file: &FileView) -> bool {
    let Some(words) = RECORD_WORDS.iter().find(|w| w.role == Role::Stage) else { return false };
    file.profile.columns.iter().any(|c| {
        let named = Header::new(&c.header).fit(words).is_some_and(|(f, _)| f != HeaderFit::Part);
        named && c.filled > 0 && role::value_fit(Role::Stage, c, file.profile.rows).is_some()
    })
}

/// A header that is nothing but a stage, or a stage and the word “date”.
fn by_name(header: &str) -> Option<Dated> {
    const DATES: [Role; 4] = [Role::Created, Role::Closed, Role::ExpectedClose, Role::Modified];
    let read = Header::new(header);
    let of_record = RECORD_WORDS.iter().filter(|w| DATES.contains(&w.role));
    let is_other = of_record.filter_map(|w| read.fit(w)).any(|(fit, _)| fit != HeaderFit::Part)
        || OTHER.iter().any(|word| read.has(word));
    if is_other {
        return None;
    }
    let framed = stage_date_word::loosely_named(header);
    let name = framed.clone().unwrap_or_else(|| header.trim().to_owned());
    match stage_outcome::outcome(&name) {
        // With the word “date” it is the day of closing, which `stage` asks for itself.
        Some(end) => framed.is_none().then_some(Dated::End(end)),
        None => super::stage_words::rank(&name).map(|_| Dated::Stage(name)),
    }
}
