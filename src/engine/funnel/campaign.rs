//! Campaigns: one entry a folded key, named as the cost file names it, else as the records do.

use super::source::Source;
use crate::engine::distinct::Distinct;
use crate::engine::error::BuildError;
use crate::engine::fold::fold;
use crate::engine::mapping::merge::{Merge, fold_merged, merged};
use crate::engine::mapping::{Mapping, Role};
use crate::engine::table::{Column, Dictionary, is_all};
use std::collections::BTreeMap;

/// The campaigns met so far. Entry 0 is no campaign.
#[derive(Default)]
pub(super) struct Campaigns {
    keys: Dictionary,
    /// Names in order of appearance, and how often a campaign bears each. Spend's first.
    texts: Dictionary,
    by_spend: BTreeMap<(u32, u32), u64>,
    by_records: BTreeMap<(u32, u32), u64>,
}

impl Campaigns {
    /// The campaign of each record.
    pub fn of_records(
        &mut self,
        source: &Source,
        mapping: &Mapping,
        rows: &[u32],
    ) -> Result<Vec<u32>, BuildError> {
        let column = match &mapping.spend_join {
            Some(join) => Some(source.column(&join.record_column)?),
            None => source.role(Role::UtmCampaign)?,
        };
        let merge = |c: &Column| merged(&mapping.merges, &source.mapping.name, &c.header);
        let read = |c: &Column| self.read((c, merge(c)), c, rows, false);
        Ok(column.map_or_else(|| vec![0; rows.len()], read))
    }

    /// The campaigns that rows of another file name, for records that name none.
    pub fn of_joined(
        &mut self,
        source: &Source,
        mapping: &Mapping,
        rows: &[u32],
    ) -> Result<Option<Vec<u32>>, BuildError> {
        let merge = |c: &Column| merged(&mapping.merges, &source.mapping.name, &c.header);
        let column = source.role(Role::UtmCampaign)?;
        Ok(column.map(|c| self.read((c, merge(c)), c, rows, false)))
    }

    /// The campaign of each cost row: by the column of the join, else by its name or id.
    pub fn of_spend(
        &mut self,
        source: &Source,
        mapping: &Mapping,
        rows: &[u32],
    ) -> Result<Vec<u32>, BuildError> {
        let name = source.role(Role::Campaign)?;
        let id = source.role(Role::CampaignId)?;
        let file = &source.mapping.name;
        let join = mapping.spend_join.as_ref().filter(|j| j.spend_file == *file);
        let column = join.map(|j| &j.spend_column).or_else(|| mapping.spend_columns.get(file));
        let key = match column {
            Some(column) => Some(source.column(column)?),
            None => name.or(id),
        };
        let merge = |c: &Column| merged(&mapping.merges, &source.mapping.name, &c.header);
        let read = |c: &Column| self.read((c, merge(c)), name.unwrap_or(c), rows, true);
        Ok(key.map_or_else(|| vec![0; rows.len()], read))
    }

    fn read(
        &mut self,
        (key, merge): (&Column, Option<&Merge>),
        name: &Column,
        rows: &[u32],
        spend: bool,
    ) -> Vec<u32> {
        let keys = Distinct::of(key);
        let folded = keys.fold_by(|text| fold_merged(merge, text));
        // Group of this column → campaign, group 0 being none.
        let campaigns: Vec<u32> = folded.texts.iter().map(|(_, t)| self.keys.intern(t)).collect();
        let of_code = |code: u32| campaigns.get(folded.of(code) as usize).copied().unwrap_or(0);
        let of_code: Vec<u32> = (0..keys.len() as u32).map(of_code).collect();
        let campaign = |code: u32| of_code.get(code as usize).copied().unwrap_or(0);
        let found: Vec<u32> = match is_all(rows, keys.codes.len()) {
            true => keys.codes.iter().map(|code| campaign(*code)).collect(),
            false => rows.iter().map(|row| campaign(keys.code(*row))).collect(),
        };
        let names = Distinct::of(name);
        let mut counts: BTreeMap<(u32, u32), u64> = BTreeMap::new();
        if std::ptr::eq(key, name) {
            // Each text names one campaign: the rows of a text are all that is to be counted.
            let texts = (0u32..).zip(&of_code).zip(names.tally_of(rows));
            let named = texts.filter(|((_, campaign), rows)| **campaign != 0 && *rows > 0);
            counts.extend(named.map(|((text, campaign), rows)| ((*campaign, text), rows)));
        } else {
            for (row, campaign) in rows.iter().zip(&found).filter(|(_, c)| **c != 0) {
                *counts.entry((*campaign, names.code(*row))).or_default() += 1;
            }
        }
        for ((campaign, name), count) in counts {
            let text = names.text(name);
            if !text.trim().is_empty() {
                let text = self.texts.intern(text.trim());
                let held = if spend { &mut self.by_spend } else { &mut self.by_records };
                *held.entry((campaign, text)).or_default() += count;
            }
        }
        found
    }

    /// The name of each campaign. Two of the same name carry their keys.
    pub fn names(&self) -> Vec<String> {
        let mut best: Vec<(u64, u32)> = vec![(0, 0); self.keys.len()];
        // Records first, so that what the cost file says replaces it.
        for held in [&self.by_records, &self.by_spend] {
            let mut round: Vec<(u64, u32)> = vec![(0, 0); self.keys.len()];
            for ((campaign, text), count) in held {
                if let Some(best) = round.get_mut(*campaign as usize).filter(|b| *count > b.0) {
                    *best = (*count, *text);
                }
            }
            for (best, of_round) in best.iter_mut().zip(round) {
                if of_round.0 > 0 {
                    *best = of_round;
                }
            }
        }
        let named = best.iter().map(|(_, text)| self.texts.get(*text));
        let mut bearers: BTreeMap<String, u32> = BTreeMap::new();
        for name in named.clone() {
            *bearers.entry(fold(name)).or_default() += 1;
        }
        let keyed = named.zip(self.keys.iter()).map(|(name, (campaign, key))| {
            let alone = bearers.get(&fold(name)).is_none_or(|n| *n < 2);
            match (campaign, name.is_empty(), alone) {
                (0, ..) => String::new(),
                (_, true, _) => key.to_owned(),
                (_, _, true) => name.to_owned(),
                _ => format!("{name} ({key})"),
            }
        });
        keyed.collect()
    }

    /// How many campaigns there are, the empty one included.
    pub fn len(&self) -> usize {
        self.keys.len()
    }
}
