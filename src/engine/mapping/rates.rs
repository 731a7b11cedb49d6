//! What money of other currencies is worth in one: a small table of the user's, and files of rates.
//! Without a rate money of two currencies is never added.
//!
//! Not here: what is converted, and by the rate of which day (`funnel::rate`).

use super::rates_bare::BareRates;
use super::{FileKind, Mapping, Role, stage, suggest};
use crate::engine::currency::{beside_number, normalise};
use crate::engine::distinct::Distinct;
use crate::engine::funnel::FileView;
use crate::engine::table::{Cells, Table};
use crate::engine::value::Day;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The user's decision about currencies.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rates {
    /// ISO 4217 code of the money that others are converted to; empty: nothing is converted.
    pub to: String,
    pub table: Vec<Rate>,
}

/// One unit of `currency` is worth `rate` units of the other, from `day` on, or always.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rate {
    pub currency: String,
    /// 0: not known yet; it converts nothing.
    pub rate: f64,
    pub day: Option<Day>,
}

/// A column that is called by two currencies, as `EUR/USD`: what one of the first is worth in the
/// second.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    pub header: String,
    pub one: String,
    pub worth_in: String,
}

/// The columns of pairs in a file of rates.
pub fn pairs(table: &Table) -> Vec<Pair> {
    let numbers = table.columns.iter().filter(|c| matches!(c.cells, Cells::Number(_)));
    numbers.filter_map(|c| pair(&c.header)).collect()
}

fn pair(header: &str) -> Option<Pair> {
    let letters: String = header.chars().filter(|c| c.is_alphabetic()).collect();
    let gaps = |c: char| "/-_→>: ".contains(c);
    let is_bare = header.trim().chars().all(|c| c.is_alphabetic() || gaps(c));
    let (one, worth_in) = (letters.get(..3)?, letters.get(3..)?);
    let code = |text: &str| {
        let code = beside_number(text).filter(|code| *code == text.to_uppercase());
        code.map(str::to_owned)
    };
    let (one, worth_in) = (code(one)?, code(worth_in)?);
    (is_bare && one != worth_in).then(|| Pair { header: header.to_owned(), one, worth_in })
}

/// The currency that the rates of the files are told in, or that nothing but the records has: what
/// money is proposed to be converted to. `None` where that can't be told.
pub fn target(files: &[FileView], mapping: &Mapping) -> Option<String> {
    let of = |file: &FileView| mapping.files.iter().find(|f| f.name == file.profile.name);
    let (mut told, mut rated): (BTreeSet<String>, BTreeSet<String>) = Default::default();
    let mut paired: Option<BTreeSet<String>> = None;
    for (file, of_file) in files.iter().filter_map(|f| of(f).map(|m| (f, m))) {
        if of_file.kind != FileKind::Rates {
            continue;
        }
        for pair in pairs(file.table) {
            let both = BTreeSet::from([pair.one, pair.worth_in]);
            paired =
                Some(paired.map_or(both.clone(), |p| p.intersection(&both).cloned().collect()));
        }
        if let Some(bare) = BareRates::of(&file.profile.name, file.table) {
            told.extend(bare.base);
            rated.extend(bare.columns.into_iter().map(|(code, _)| code));
            continue;
        }
        let column = |role| stage::column(file, &of_file.roles, role);
        let (Some(currency), Some(rate)) = (column(Role::Currency), column(Role::Rate)) else {
            continue;
        };
        let words = rate.header.split(|c: char| !c.is_alphanumeric());
        told.extend(words.filter_map(beside_number).map(str::to_owned));
        // One of it is one of it.
        let names = Distinct::of(currency);
        let mut whole: BTreeMap<String, bool> = BTreeMap::new();
        for row in 0..file.table.rows {
            let Some(worth) = rate.number(row) else { continue };
            *whole.entry(normalise(&names.text(names.code(row as u32)))).or_insert(true) &=
                worth == 1.0;
        }
        told.extend(whole.iter().filter(|(_, is)| **is).map(|(code, _)| code.clone()));
        rated.extend(whole.into_keys());
    }
    let only = |set: BTreeSet<String>| set.into_iter().next().filter(|c| !c.is_empty());
    if let Some(common) = paired.filter(|p| p.len() == 1) {
        return only(common);
    }
    if !told.is_empty() {
        return (told.len() == 1).then(|| only(told)).flatten();
    }
    // Everything but one currency has a rate: the rates are told in that one.
    let records = suggest::record_file(files, mapping).and_then(|at| files.get(at))?;
    let column = stage::column(records, &of(records)?.roles, Role::Currency)?;
    let names = Distinct::of(column);
    let counts = names.counts();
    let used = names.texts().zip(counts).skip(1).filter(|(_, n)| *n > 0);
    let left: BTreeSet<String> =
        used.map(|(t, _)| normalise(&t)).filter(|c| !rated.contains(c)).collect();
    (!rated.is_empty() && left.len() == 1).then(|| only(left)).flatten()
}
