//! Counts how costs meet records by campaign, file by file: the share of the spend and of the records
//! that meet, and names that are probably one.
//!
//! Not here: which columns meet (`join`).

use super::alias::{self, AliasProposal};
use super::explain_spend_period::{self, Side};
use super::merge::{Merge, fold_merged, merged};
use super::suggest::file_mapping;
use super::view::{PeriodMeeting, SpendJoinView, VALUES_SHOWN};
use super::{Mapping, Role};
use crate::engine::currency::normalise;
use crate::engine::distinct::Distinct;
use crate::engine::funnel::FileView;
use crate::engine::stats::Sum;
use crate::engine::table::{Column, NO_DAY};
use hashbrown::{HashMap, HashSet};
use rustc_hash::FxBuildHasher;

/// How many names without costs are looked at for aliases, the most rows first.
const LOOKED_AT: usize = 500;

/// One a cost file that names the campaigns of the records, the main one first.
pub fn spend_joins(
    files: &[FileView],
    mapping: &Mapping,
    records: &FileView,
) -> Vec<SpendJoinView> {
    let Some(join) = &mapping.spend_join else { return Vec::new() };
    let main = std::iter::once((&join.spend_file, &join.spend_column));
    let others = mapping.spend_columns.iter().filter(|(file, _)| **file != join.spend_file);
    let each = main.chain(others);
    each.filter_map(|(file, column)| {
        let spend = files.iter().find(|f| f.profile.name == *file)?;
        explain(mapping, records, &join.record_column, spend, column)
    })
    .collect()
}

fn explain(
    mapping: &Mapping,
    records: &FileView,
    record_column: &str,
    spend: &FileView,
    spend_column: &str,
) -> Option<SpendJoinView> {
    let of_record = Names::of(records, record_column, mapping)?;
    let of_spend = Names::of(spend, spend_column, mapping)?;
    let (campaigns, named_by_records) = (of_spend.set(), of_record.set());
    let (mut matched, mut named) = (0, 0);
    let mut lone: Vec<(String, u64)> = Vec::new();
    for ((name, text), rows) in of_record.each() {
        named += if name.is_empty() { 0 } else { rows };
        if campaigns.contains(name) {
            matched += rows;
        } else if !name.is_empty() {
            lone.push((text, rows));
        }
    }
    let met: Vec<bool> = of_spend.folded.iter().map(|t| named_by_records.contains(t)).collect();
    let of_file = file_mapping(mapping, &spend.profile.name)?;
    let column = |role| of_file.header(role).and_then(|h| spend.table.column(h));
    let costs = column(Role::Spend);
    let (mut all, mut tied) = (Sum::default(), Sum::default());
    for row in 0..spend.table.rows as u32 {
        let Some(cost) = costs.and_then(|c| c.number(row as usize)) else { continue };
        all.add(cost);
        if met.get(of_spend.values.code(row) as usize).copied().unwrap_or(false) {
            tied.add(cost);
        }
    }
    let one = column(Role::Currency).is_none_or(|c| currencies(c) <= 1);
    let share = (one && all.value() > 0.0).then(|| tied.value() / all.value());
    let by_period = by_period(mapping, (records, &of_record), (spend, &of_spend), (one, costs));
    Some(SpendJoinView {
        record_file: records.profile.name.clone(),
        record_column: record_column.to_owned(),
        spend_file: spend.profile.name.clone(),
        spend_column: spend_column.to_owned(),
        spend_share: share,
        matched,
        named,
        rows: records.table.rows as u64,
        campaigns: campaigns.len() as u64,
        campaigns_met: campaigns.iter().filter(|c| named_by_records.contains(*c)).count() as u64,
        by_period,
        proposed_aliases: aliases(lone, &of_spend),
    })
}

/// The meeting within months and weeks, by the days of creation and of cost.
fn by_period(
    mapping: &Mapping,
    (records, of_record): (&FileView, &Names),
    (spend, of_spend): (&FileView, &Names),
    (one_currency, costs): (bool, Option<&Column>),
) -> Vec<PeriodMeeting> {
    let mut numbers: HashMap<&str, u32, FxBuildHasher> = HashMap::default();
    for name in of_spend.folded.iter().filter(|name| !name.is_empty()) {
        let next = numbers.len() as u32 + 1;
        numbers.entry(name).or_insert(next);
    }
    let side = |file: &FileView, names: &Names, role: Role| {
        let of_code: Vec<u32> = names
            .folded
            .iter()
            .map(|name| numbers.get(name.as_str()).copied().unwrap_or(0))
            .collect();
        let of_file = file_mapping(mapping, &file.profile.name);
        let date = of_file.and_then(|f| Some((f, file.table.column(f.header(role)?)?)));
        let campaign = |row: usize| of_code.get(names.values.code(row as u32) as usize);
        let rows = 0..file.table.rows;
        let no_days = || vec![NO_DAY; file.table.rows];
        let day = date.map(|(f, column)| mapping.clock(f).days(column, rows.clone()));
        Side {
            campaign: rows.map(|row| campaign(row).copied().unwrap_or(0)).collect(),
            day: day.unwrap_or_else(no_days),
        }
    };
    let came = side(records, of_record, Role::Created);
    let paid = side(spend, of_spend, Role::Date);
    let number = |row| costs.and_then(|c| c.number(row)).unwrap_or(f64::NAN);
    let costs: Option<Vec<f64>> = one_currency.then(|| (0..spend.table.rows).map(number).collect());
    explain_spend_period::by_period(numbers.len(), &came, &paid, costs.as_deref())
}

/// Names of records that are probably a campaign of the costs.
fn aliases(mut lone: Vec<(String, u64)>, spend: &Names) -> Vec<AliasProposal> {
    lone.sort_by_key(|(_, rows)| std::cmp::Reverse(*rows));
    lone.truncate(LOOKED_AT);
    let mut seen: HashMap<&str, (), FxBuildHasher> = HashMap::default();
    let mut written: Vec<String> = Vec::new();
    for ((name, text), _) in spend.each().filter(|((name, _), _)| !name.is_empty()) {
        if seen.insert(name, ()).is_none() {
            written.push(text);
        }
    }
    let mut found = alias::proposals(&lone, &written);
    found.truncate(VALUES_SHOWN);
    found
}

fn currencies(column: &Column) -> usize {
    let named = Distinct::of(column);
    let codes: HashSet<String, FxBuildHasher> =
        named.texts().map(|t| normalise(&t)).filter(|t| !t.is_empty()).collect();
    codes.len()
}

/// The names of a column, folded after merging.
struct Names<'a> {
    values: Distinct<'a>,
    folded: Vec<String>,
}

impl<'a> Names<'a> {
    fn of(file: &FileView<'a>, column: &str, mapping: &Mapping) -> Option<Names<'a>> {
        let merge: Option<&Merge> = merged(&mapping.merges, &file.profile.name, column);
        let values = Distinct::of(file.table.column(column)?);
        let folded = values.texts().map(|t| fold_merged(merge, &t)).collect();
        Some(Names { values, folded })
    }
    fn set(&self) -> HashSet<String, FxBuildHasher> {
        self.folded.iter().filter(|t| !t.is_empty()).cloned().collect()
    }
    fn each(&self) -> impl Iterator<Item = ((&str, String), u64)> {
        let texts = self.values.texts().map(|t| t.trim().to_owned());
        self.folded.iter().map(String::as_str).zip(texts).zip(self.values.counts())
    }
}
