//! The columns of a preset's file in the file that it is now: the same, renamed, gone; and new ones.
//!
//! A column counts as renamed where its name is the same but for case, blanks and signs, where a new
//! column holds the values that the ladder names, or where a new column is proposed for the role
//! that it had. That two columns look alike is said, and nothing is made of it.

use super::used::{Used, used};
use super::{FileLook, Preset};
use crate::engine::fold::{fold, fold_header};
use crate::engine::funnel::FileView;
use crate::engine::mapping::{FileMapping, Ladder, Role, kind};
use crate::engine::profile::{ColumnProfile, FileProfile};
use crate::engine::reference::ColumnUse;
use crate::engine::table::{ColumnType, Table};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Why one column is held for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rename {
    /// The same but for case, blanks, signs and letters that look alike.
    Spelling,
    /// It holds values that the ladder names.
    Values,
    /// By its name and its values it plays the same role.
    Role(Role),
}

/// What became of the columns of one file.
#[derive(Default)]
pub struct Columns {
    pub renamed: Vec<(String, String, Rename)>,
    /// Needed and not there; with a new column that looks like it.
    pub gone: Vec<(Used, Option<String>)>,
    /// Headers that the preset has not seen.
    pub new: Vec<String>,
    /// Needed and there, renamed ones included: how many of how many.
    pub met: (usize, usize),
}

impl Columns {
    /// What a column is called now.
    pub fn now<'a>(&'a self, header: &'a str) -> &'a str {
        let renamed = self.renamed.iter().find(|(from, ..)| from == header);
        renamed.map_or(header, |(_, to, _)| to)
    }
}

/// Compares a preset's file with a new one.
pub fn columns(preset: &Preset, entry: &FileMapping, file: &FileProfile) -> Columns {
    let needed = used(preset, &entry.name);
    let known: BTreeSet<&str> =
        entry.headers.iter().map(String::as_str).chain(needed.iter().map(|u| &*u.header)).collect();
    let here = |header: &str| file.columns.iter().any(|c| c.header == header);
    let mut new: Vec<&ColumnProfile> =
        file.columns.iter().filter(|c| !known.contains(c.header.as_str())).collect();
    let mut found = Columns::default();
    for header in known.iter().filter(|h| !here(h)) {
        let folded = fold_header(header);
        if let Some(at) = new.iter().position(|c| fold_header(&c.header) == folded) {
            let to = new.remove(at).header.clone();
            found.renamed.push(((*header).to_owned(), to, Rename::Spelling));
        }
    }
    let all = needed.len();
    let is_lost = |used: &Used, found: &Columns| {
        !here(&used.header) && !found.renamed.iter().any(|(from, ..)| *from == used.header)
    };
    let lost: Vec<Used> = needed.into_iter().filter(|used| is_lost(used, &found)).collect();
    let mut gone: Vec<Used> = Vec::new();
    for used in lost {
        match successor(preset, entry, file, &used, &new) {
            Some((at, how)) => {
                let to = new.remove(at).header.clone();
                found.renamed.push((used.header, to, how));
            }
            None => gone.push(used),
        }
    }
    found.met = (all - gone.len(), all);
    let look = preset.look(&entry.name);
    let likely: Vec<Option<String>> =
        gone.iter().map(|used| likely(look, &gone, used, &new)).collect();
    found.gone = gone.into_iter().zip(likely).collect();
    found.new = new.iter().map(|c| c.header.clone()).collect();
    found
}

/// The new column that takes the place of one that is gone.
fn successor(
    preset: &Preset,
    entry: &FileMapping,
    file: &FileProfile,
    used: &Used,
    new: &[&ColumnProfile],
) -> Option<(usize, Rename)> {
    let role = used.uses.iter().find_map(|u| match u {
        ColumnUse::Role(role) => Some(*role),
        _ => None,
    })?;
    if matches!(role, Role::Stage | Role::Outcome)
        && let Some(at) = by_values(&preset.mapping.ladder, new)
    {
        return Some((at, Rename::Values));
    }
    let table = Table::default();
    let view = FileView { profile: file, table: &table };
    let fits = kind::roles(&view, entry.kind);
    let fit = fits.iter().find(|f| f.role == role)?;
    let header = &file.columns.get(fit.column)?.header;
    let at = new.iter().position(|c| c.header == *header)?;
    let was = preset.look(&entry.name).and_then(|l| kind_of(l, &used.header));
    let same = was.zip(new.get(at)).is_none_or(|(was, c)| class(was) == class(c.kind));
    same.then_some((at, Rename::Role(role)))
}

/// The column whose rows mostly have values that the ladder names.
fn by_values(ladder: &Ladder, new: &[&ColumnProfile]) -> Option<usize> {
    let values = ladder_values(ladder);
    new.iter().position(|column| {
        let rows = |known: bool| -> u64 {
            let of =
                column.top.iter().filter(|(text, _)| !known || values.contains_key(&fold(text)));
            of.map(|(_, n)| n).sum()
        };
        let distinct =
            column.top.iter().filter(|(text, _)| values.contains_key(&fold(text))).count();
        distinct >= 2 && rows(true) * 2 > rows(false)
    })
}

/// All raw values that the ladder names: folded, and as it writes them.
pub fn ladder_values(ladder: &Ladder) -> BTreeMap<String, String> {
    let stages = ladder.stages.iter();
    let own = stages.flat_map(|s| s.values.iter().chain(s.in_pipeline.values().flatten()));
    let ends = ladder.won.iter().chain(&ladder.lost);
    let in_pipeline = ladder.won_in.values().chain(ladder.lost_in.values()).flatten();
    let all = own.chain(ends).chain(in_pipeline).map(|v| (fold(v), v.clone()));
    all.filter(|(folded, _)| !folded.is_empty()).collect()
}

/// The only new column of the type of the only one that is gone of that type.
fn likely(
    look: Option<&FileLook>,
    gone: &[Used],
    used: &Used,
    new: &[&ColumnProfile],
) -> Option<String> {
    let was = kind_of(look?, &used.header)?;
    let same_type = gone.iter().filter(|u| look.and_then(|l| kind_of(l, &u.header)) == Some(was));
    let mut fitting = new.iter().filter(|c| class(c.kind) == class(was));
    let only = fitting.next().filter(|_| fitting.next().is_none() && same_type.count() == 1);
    only.map(|c| c.header.clone())
}

pub fn kind_of(look: &FileLook, header: &str) -> Option<ColumnType> {
    look.columns.iter().find(|(h, _)| h == header).map(|(_, kind)| *kind)
}

/// Types within which a column may change without anything being read otherwise.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Class {
    Text,
    Number,
    Percent,
    Date,
    Time,
    Flag,
}

pub fn class(kind: ColumnType) -> Class {
    match kind {
        ColumnType::Text => Class::Text,
        ColumnType::Integer | ColumnType::Decimal | ColumnType::Money => Class::Number,
        ColumnType::Percent => Class::Percent,
        ColumnType::Day | ColumnType::Moment => Class::Date,
        ColumnType::Time => Class::Time,
        ColumnType::Flag => Class::Flag,
    }
}
