//! How leads or contacts belong to deals: by the id of the deal that a lead became, by the id that a
//! deal keeps of them, by e-mail, by telephone. Proposed by what meets.
//!
//! The deals stay what is counted. Not here: how keys are compared (`key`), what a deal takes from
//! its lead (`funnel`).

use super::Join;
use super::contact::Contact;
use super::header::Header;
use super::key::KeyKind;
use crate::engine::distinct::Distinct;
use crate::engine::funnel::FileView;
use crate::engine::table::{Cells, Column, ColumnType};
use hashbrown::HashSet;
use rustc_hash::FxBuildHasher;
use std::collections::BTreeMap;

/// Of the deals that name somebody, at least so many find them.
const LEAST_SHARE: f64 = 0.1;
/// How many distinct values of a column are looked at.
const LOOKED_AT: usize = 20_000;

/// A column of a deal or a lead that may be a key, by its header.
const DEAL_ID: &str = "id|record id|deal id|opportunity id|deal deal id|deal id|id сделки|ид|\
    ид сделки|номер сделки|№ сделки|id ευκαιριασ|κωδικοσ ευκαιριασ|αναγνωριστικο";
const CONVERTED: &[&str] = &[
    "converted opportunity id",
    "converted opportunity",
    "converted deal id",
    "converted deal",
    "associated deal ids",
    "associated deal id",
    "deal id",
    "opportunity id",
    "id сделки",
    "ид сделки",
    "номер сделки",
    "id ευκαιριασ",
];
const LEAD_ID: &str = "id|record id|lead id|contact id|id лида|id контакта|ид|ид лида|\
    ид контакта|номер лида|αναγνωριστικο|person id";
const OF_LEAD: &[&str] = &[
    "lead id",
    "contact id",
    "associated contact ids",
    "associated contact id",
    "primary contact id",
    "person id",
    "id лида",
    "ид лида",
    "лид id",
    "id контакта",
    "ид контакта",
];

/// The join from deals to their leads that most deals find somebody by.
pub fn join(deals: &FileView, leads: &FileView) -> Option<Join> {
    let mut best: Option<(u64, Join)> = None;
    let mut offer = |from: &Column, key: &Column, by: KeyKind| {
        let met = meeting(from, key, by);
        if met.share < LEAST_SHARE || best.as_ref().is_some_and(|(rows, _)| *rows >= met.rows) {
            return;
        }
        let join = Join {
            from_file: deals.profile.name.clone(),
            from_column: from.header.clone(),
            lookup_file: leads.profile.name.clone(),
            key_column: key.header.clone(),
            aliases: BTreeMap::new(),
            by,
        };
        best = Some((met.rows, join));
    };
    // The surest way first: of equals it stays.
    let is_any = |list: &'static str| move |c: &Column| Header::new(&c.header).is_any(list);
    for (from, key) in pairs(deals, leads, is_any(DEAL_ID), says(CONVERTED)) {
        offer(from, key, KeyKind::Ids);
    }
    for (from, key) in pairs(deals, leads, says(OF_LEAD), is_any(LEAD_ID)) {
        offer(from, key, KeyKind::Ids);
    }
    for contact in [Contact::Email, Contact::Phone] {
        let is = |column: &Column| Contact::of(&column.header) == Some(contact);
        for (from, key) in pairs(deals, leads, is, is) {
            offer(from, key, contact.key());
        }
    }
    best.map(|(_, join)| join)
}

fn says(words: &'static [&'static str]) -> impl Fn(&Column) -> bool {
    move |column| {
        let header = Header::new(&column.header);
        words.iter().any(|w| header.has(w))
    }
}

fn pairs<'a>(
    deals: &FileView<'a>,
    leads: &FileView<'a>,
    from: impl Fn(&Column) -> bool,
    key: impl Fn(&Column) -> bool,
) -> Vec<(&'a Column, &'a Column)> {
    let named = |file: &FileView<'a>, fits: &dyn Fn(&Column) -> bool| -> Vec<&'a Column> {
        let columns = file.table.columns.iter();
        columns.filter(|c| can_key(c) && fits(c)).collect()
    };
    let keys = named(leads, &key);
    let from = named(deals, &from);
    from.into_iter().flat_map(|f| keys.iter().map(move |k| (f, *k)).collect::<Vec<_>>()).collect()
}

fn can_key(column: &Column) -> bool {
    matches!(column.cells, Cells::Text(_)) || column.kind == ColumnType::Integer
}

struct Meeting {
    share: f64,
    rows: u64,
}

/// How many rows find a partner, and which share of those that have a key.
fn meeting(from: &Column, key: &Column, by: KeyKind) -> Meeting {
    let keys: HashSet<String, FxBuildHasher> =
        Distinct::of(key).texts().map(|t| by.key(&t)).filter(|t| !t.is_empty()).collect();
    let values = Distinct::of(from);
    let counts = values.counts();
    let (mut met, mut all) = (0u64, 0u64);
    for (text, rows) in values.texts().zip(counts).skip(1).take(LOOKED_AT) {
        let key = by.key(&text);
        all += if key.is_empty() { 0 } else { rows };
        met += if keys.contains(&key) { rows } else { 0 };
    }
    Meeting { share: met as f64 / all.max(1) as f64, rows: met }
}
