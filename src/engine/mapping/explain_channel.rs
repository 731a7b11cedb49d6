//! Counts the raw sources and what became of them, each with the rule that decided.
//!
//! Not here: the rules (`channel`), what makes a touch (`touch`).

use super::channel::{ChannelReason, classify, raw_key};
use super::disagree::disagreement;
use super::touch::{RawTouch, touches};
use super::view::{ChannelRow, ChannelsView, SOURCES_SHOWN};
use super::{Channel, FileMapping, Mapping};
use crate::engine::funnel::FileView;
use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;
use std::collections::BTreeSet;

/// The raw combinations of a file with their channels; `None` where no column tells.
pub fn channels(file: &FileView, of_file: &FileMapping, mapping: &Mapping) -> Option<ChannelsView> {
    let channels = &mapping.channels;
    let found = touches(file, &of_file.roles, mapping)?;
    let mut rows: Vec<ChannelRow> = Vec::new();
    let mut at: HashMap<(String, ChannelReason), usize, FxBuildHasher> = HashMap::default();
    for raw in &found.list {
        let key = raw_key(&raw.source, &raw.medium, &raw.campaign);
        let (channel, reason) = classify(channels, &raw.touch());
        let i = *at.entry((key.clone(), reason.clone())).or_insert_with(|| {
            let campaign = raw.campaign.trim().to_owned();
            let (source, medium) = (String::new(), String::new());
            let (rows_so_far, spellings) = (0, Vec::new());
            rows.push(ChannelRow {
                key,
                source,
                medium,
                campaign,
                channel,
                reason,
                rows: rows_so_far,
                spellings,
            });
            rows.len() - 1
        });
        if let Some(row) = rows.get_mut(i) {
            add_spelling(row, raw);
        }
    }
    let unassigned = |r: &&ChannelRow| r.channel == Channel::Unassigned;
    let distinct: BTreeSet<&Channel> =
        rows.iter().filter(|r| !unassigned(r)).map(|r| &r.channel).collect();
    let nothing = |r: &&ChannelRow| r.reason == ChannelReason::Nothing;
    let mut view = ChannelsView {
        file: of_file.name.clone(),
        left_off: rows.len().saturating_sub(SOURCES_SHOWN) as u64,
        raw_values: rows.len() as u64,
        channels: distinct.len() as u64,
        unassigned: rows.iter().filter(unassigned).map(|r| r.rows).sum(),
        empty: rows.iter().filter(nothing).map(|r| r.rows).sum(),
        rows: Vec::new(),
        idle_rules: (0..channels.rules.len()).filter(|rule| !met(&rows, *rule)).collect(),
        idle_decided: channels.decided.keys().filter(|key| !decided(&rows, key)).cloned().collect(),
        disagreement: disagreement(file, &of_file.roles, mapping, 0..file.table.rows as u32),
    };
    for row in &mut rows {
        row.spellings.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        if row.spellings.len() < 2 {
            row.spellings.clear();
        }
    }
    rows.sort_by_key(|r| (r.channel != Channel::Unassigned, std::cmp::Reverse(r.rows)));
    rows.truncate(SOURCES_SHOWN);
    view.rows = rows;
    Some(view)
}

fn met(rows: &[ChannelRow], rule: usize) -> bool {
    rows.iter().any(|r| r.reason == ChannelReason::UserRule(rule))
}

fn decided(rows: &[ChannelRow], key: &str) -> bool {
    rows.iter().any(|r| r.key == key && r.reason == ChannelReason::DecidedByUser)
}

/// Counts a raw combination; the spelling that most rows have gives the row its name.
fn add_spelling(row: &mut ChannelRow, raw: &RawTouch) {
    row.rows += raw.rows;
    let (source, medium) = (raw.source.trim(), raw.medium.trim());
    let text = format!("{source} / {medium}");
    match row.spellings.iter_mut().find(|(t, _)| *t == text) {
        Some((_, n)) => *n += raw.rows,
        None => row.spellings.push((text, raw.rows)),
    }
    let most = row.spellings.iter().map(|(_, n)| *n).max().unwrap_or(0);
    let first = row.spellings.iter().find(|(_, n)| *n == most);
    if let Some((source, medium)) = first.and_then(|(text, _)| text.split_once(" / ")) {
        row.source = source.to_owned();
        row.medium = medium.to_owned();
    }
}
