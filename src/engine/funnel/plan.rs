//! Rows of plans: what is planned, of which period, and of whom or what (an owner, a channel, a
//! region, a product), where the file has a column of it.
//!
//! Not here: which plans are of a group of a question (`query::plan`).

use super::beside::{days, numbers};
use super::channel::{Channels, classify_by};
use super::plan_quarter::{month, months_of};
use super::source::Source;
use super::{Assembled, FileView, Link};
use crate::engine::distinct::Distinct;
use crate::engine::error::BuildError;
use crate::engine::fold::{fold, fold_header};
use crate::engine::mapping::merge::{fold_merged, merged};
use crate::engine::mapping::planned::{WIDE, of_name};
use crate::engine::mapping::{Channel, Mapping, Role};
use crate::engine::table::{Column, ColumnType};
use rustc_hash::{FxHashMap, FxHashSet};

/// What a plan is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Planned {
    Revenue,
    Won,
    Leads,
    Other,
}

/// Planned figures, each of the period that begins on its day; those of a quarter are there three times,
/// once for each of its months.
#[derive(Clone, Debug, Default)]
pub struct Plans {
    pub day: Vec<i32>,
    pub planned: Vec<Planned>,
    pub value: Vec<f64>,
    /// The share of its plan that a row is: less than 1 of one month of a quarter.
    pub share: Vec<f64>,
    /// The first of the rows that are of the same plan, itself where it is the only one.
    pub first: Vec<u32>,
    /// What the plans are parted by; none where they are all of the whole.
    pub columns: Vec<PlanColumn>,
    /// By row, bit i: it is parted by column i. Empty where nothing is.
    pub parted: Vec<u32>,
}

/// A column of plans that says of whom or what each is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanColumn {
    /// The columns (file and header) that say the same of records.
    pub says: Vec<(String, String)>,
    /// It names campaigns.
    pub is_campaign: bool,
    /// By row its value; 0 where there is none.
    pub codes: Vec<u32>,
    /// By code, as it is written; the first is empty.
    pub texts: Vec<String>,
    /// By code its channel, where it names sources or channels.
    pub channels: Vec<Channel>,
}

const MOST_COLUMNS: usize = 31;

/// The roles of columns by which plans may be parted.
const PARTING: [Role; 5] =
    [Role::Source, Role::Owner, Role::Account, Role::Product, Role::Campaign];

pub(super) fn read(
    sources: &[Source],
    files: &[FileView],
    mapping: &Mapping,
    main: Option<&Source>,
    made: &Assembled,
) -> Result<Plans, BuildError> {
    let mut plans = Plans::default();
    for source in sources {
        let (day, measure) = (days(source)?, source.role(Role::Measure)?);
        let mut parting_columns = Vec::new();
        for column in &source.table.columns {
            parting_columns.extend(parting(source, column, (files, mapping, main), made)?);
        }
        let months = months_of(source, &day)?;
        for (role, figure) in layers(source) {
            let (first, values) = (plans.day.len() as u32, numbers(source, role)?);
            for month in 0..months {
                let from = plans.day.len();
                plans.put(&day, &values, (month, months));
                plans.first.extend((0..day.len() as u32).map(|row| first + row));
                let named = |row| measure.map_or(Planned::Other, |c| of_name(&c.plain_text(row)));
                let figures = (0..day.len()).map(|row| figure.unwrap_or_else(|| named(row)));
                plans.planned.extend(figures);
                for column in &parting_columns {
                    take(&mut plans.columns, column.clone(), from);
                }
            }
        }
    }
    let rows = plans.day.len();
    plans.columns.iter_mut().for_each(|c| c.codes.resize(rows, 0));
    if !plans.columns.is_empty() {
        plans.parted = parted(&plans);
    }
    Ok(plans)
}

/// How often the rows of a file are read: for each column of plans, and each month of a quarter.
pub(super) fn readings(source: &Source) -> Result<usize, BuildError> {
    Ok(layers(source).len() * months_of(source, &days(source)?)?)
}

/// The columns that hold plans, each with the figure that all of it is of, or `None` where its rows
/// name theirs. Every one of them is read through all rows of the file.
fn layers(source: &Source) -> Vec<(Role, Option<Planned>)> {
    let wide = WIDE.iter().map(|(role, figure)| (*role, Some(*figure)));
    let all = [(Role::Target, None)].into_iter().chain(wide);
    all.filter(|(role, _)| source.mapping.header(*role).is_some()).collect()
}

/// By which columns each row is parted: those in which it says anything. A row that says nothing,
/// beside others of its figure and day that do, is the plan of the whole; but for one that is less
/// than the greatest of them, which can be no more than a part like them.
fn parted(plans: &Plans) -> Vec<u32> {
    let bit = |row: usize, (at, c): (usize, &PlanColumn)| {
        u32::from(c.codes.get(row).is_some_and(|code| *code != 0)) << at
    };
    let said = |row: usize| plans.columns.iter().enumerate().map(|c| bit(row, c)).sum::<u32>();
    let said: Vec<u32> = (0..plans.day.len()).map(said).collect();
    let value = |row: &usize| plans.value.get(*row).copied().filter(|v| !v.is_nan());
    let mut alike: FxHashMap<(i32, Planned), Vec<usize>> = FxHashMap::default();
    for (row, key) in plans.day.iter().copied().zip(plans.planned.iter().copied()).enumerate() {
        alike.entry(key).or_default().push(row);
    }
    let mut parted = said.clone();
    for rows in alike.values() {
        let bits_of = |row: &usize| said.get(*row).copied().unwrap_or(0);
        for row in rows {
            let own = bits_of(row);
            let finer = || rows.iter().filter(|r| bits_of(r) & own == own && bits_of(r) != own);
            let greatest = finer().filter_map(value).fold(f64::NEG_INFINITY, f64::max);
            let together: f64 = rows.iter().filter(|r| bits_of(r) == own).filter_map(value).sum();
            if let Some(slot) = parted.get_mut(*row).filter(|_| together < greatest) {
                *slot = finer().fold(own, |bits, row| bits | bits_of(row));
            }
        }
    }
    parted
}

/// Puts a column of one file below that of the files before it which says the same.
fn take(columns: &mut Vec<PlanColumn>, read: PlanColumn, from: usize) {
    let is_source = |c: &PlanColumn| !c.channels.is_empty();
    let same = |c: &PlanColumn| {
        c.says == read.says && c.is_campaign == read.is_campaign && is_source(c) == is_source(&read)
    };
    let at = columns.iter().position(|c| c.codes.len() <= from && same(c));
    let at = at.unwrap_or_else(|| {
        columns.push(PlanColumn { codes: Vec::new(), ..read.clone() });
        columns.len() - 1
    });
    // As many as there are bits: nobody parts plans by more.
    columns.truncate(MOST_COLUMNS);
    let Some(column) = columns.get_mut(at) else { return };
    column.codes.resize(from, 0);
    let mut moved = Vec::with_capacity(read.texts.len());
    for (code, text) in read.texts.iter().enumerate() {
        let known = column.texts.iter().position(|t| fold(t) == fold(text));
        moved.push(known.unwrap_or(column.texts.len()) as u32);
        if known.is_none() {
            column.texts.push(text.clone());
            column.channels.extend(read.channels.get(code).cloned());
        }
    }
    column.codes.extend(read.codes.iter().map(|c| moved.get(*c as usize).copied().unwrap_or(0)));
}

/// A column by which plans are parted; `None` where it is something else.
fn parting(
    source: &Source,
    column: &Column,
    (files, mapping, main): (&[FileView], &Mapping, Option<&Source>),
    made: &Assembled,
) -> Result<Option<PlanColumn>, BuildError> {
    let role = source.mapping.roles.iter().find(|(_, header)| **header == column.header);
    let role = role.map(|(role, _)| *role);
    let is_class = matches!(column.kind, ColumnType::Text | ColumnType::Integer);
    if !is_class || role.is_some_and(|r| !PARTING.contains(&r)) {
        return Ok(None);
    }
    let distinct = Distinct::of(column);
    let merge = merged(&mapping.merges, &source.mapping.name, &column.header);
    let by_fold = distinct.fold_by(|text| fold_merged(merge, text));
    let counts = distinct.counts();
    let mut texts = vec![String::new()];
    let spelled = by_fold.spellings(&counts);
    texts.extend(spelled.iter().skip(1).map(|(code, _)| distinct.text(*code).trim().to_owned()));
    let says = match (main, role) {
        (Some(main), role) => said_by(main, (column, &texts), role, files, &made.links)?,
        (None, _) => Vec::new(),
    };
    let is_source = role == Some(Role::Source);
    let is_campaign = role == Some(Role::Campaign);
    if says.is_empty() && !is_source && !is_campaign {
        return Ok(None);
    }
    let mut channels = Vec::new();
    if is_source {
        channels = vec![Channel::Unassigned; texts.len()];
        let rows: Vec<u32> = (0..source.table.rows as u32).collect();
        let mut known = Channels::default();
        let found = classify_by(source, Role::Source, &rows, mapping, &mut known)?;
        for (row, at) in rows.iter().zip(found.unwrap_or_default()) {
            let code = by_fold.of(distinct.code(*row)) as usize;
            if let (Some(slot), Some(channel)) = (channels.get_mut(code), known.get(at)) {
                slot.clone_from(channel);
            }
        }
    }
    let codes = distinct.codes.iter().map(|code| by_fold.of(*code)).collect();
    Ok(Some(PlanColumn { says, is_campaign, codes, texts, channels }))
}

/// The columns of records, and of what is joined to them, that a column of plans repeats: those of
/// the same name, else the one of the same role where they have any value in common.
fn said_by(
    main: &Source,
    (column, values): (&Column, &[String]),
    role: Option<Role>,
    files: &[FileView],
    links: &[Link],
) -> Result<Vec<(String, String)>, BuildError> {
    let header = fold_header(&column.header);
    let mut near = vec![main.at];
    near.extend(links.iter().map(|l| l.lookup_file));
    let mut found: Vec<(String, String)> = Vec::new();
    for view in near.iter().filter_map(|at| files.get(*at)) {
        let named = view.table.columns.iter().filter(|c| fold_header(&c.header) == header);
        for column in named {
            let place = (view.profile.name.clone(), column.header.clone());
            if !found.contains(&place) {
                found.push(place);
            }
        }
    }
    if found.is_empty()
        && let Some(role) = role
        && let Some(own) = main.role(role)?
    {
        let planned: FxHashSet<String> =
            values.iter().map(|v| fold(v)).filter(|v| !v.is_empty()).collect();
        let has = |text: &str| planned.contains(&fold(text));
        if Distinct::of(own).texts().any(|text| has(&text)) {
            found.push((main.mapping.name.clone(), own.header.clone()));
        }
    }
    Ok(found)
}

impl Plans {
    /// The plans of periods that begin on these days; of a quarter one of its months.
    fn put(&mut self, days: &[i32], values: &[f64], (at, months): (usize, usize)) {
        for (day, value) in days.iter().zip(values) {
            let part = if months == 1 { Some((*day, 1.0)) } else { month(*day, at) };
            // What has no such month plans nothing there, and stands where it is known.
            let (begins, share) = part.unwrap_or((*day, 0.0));
            self.day.push(begins);
            self.share.push(share);
            self.value.push(if part.is_some() { value * share } else { f64::NAN });
        }
    }

    /// How many plans a row is: a part of one where it is a month of a quarter.
    pub fn share(&self, row: usize) -> f64 {
        self.share.get(row).copied().unwrap_or(1.0)
    }

    /// By which columns a row is parted, as bits.
    pub fn parted(&self, row: usize) -> u32 {
        self.parted.get(row).copied().unwrap_or(0)
    }

    /// Which rows count where plans are asked for by these columns (bits). The same figure of the
    /// same period may be planned as a whole, by owner and by channel: it counts once, by the
    /// coarsest plan that knows of these columns.
    pub fn counting(&self, columns: u32) -> Vec<bool> {
        let rank = |bits: u32| (bits.count_ones(), bits);
        let mut best: FxHashMap<(i32, Planned), u32> = FxHashMap::default();
        let rows = || self.day.iter().copied().zip(self.planned.iter().copied()).enumerate();
        for (row, key) in rows().filter(|(row, _)| self.parted(*row) & columns == columns) {
            let bits = self.parted(row);
            let known = best.entry(key).or_insert(bits);
            if rank(bits) < rank(*known) {
                *known = bits;
            }
        }
        rows().map(|(row, key)| best.get(&key) == Some(&self.parted(row))).collect()
    }
}
