//! Records of which the CRM's own source says one channel and the address of the visit (UTM marks,
//! marks of clicks) another: counted by pair, with the one that wins.
//!
//! How somebody got in touch (a form, a call, a message) contradicts nothing: it is not where they
//! came from.

use super::channel::classify;
use super::touch::Columns;
use super::{Channel, FirstSource, Mapping, Role};
use crate::engine::funnel::FileView;
use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many pairs are listed; the others are counted.
const PAIRS_SHOWN: usize = 20;

/// Where two tellings meet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Disagreement {
    /// Records of which both say something.
    pub both: u64,
    /// Records of which they say different channels.
    pub records: u64,
    /// The most records first.
    pub pairs: Vec<SourcePair>,
    pub more: u64,
    /// The one that decides.
    pub first: FirstSource,
}

/// Two tellings of one record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourcePair {
    pub crm: String,
    pub crm_channel: Channel,
    /// `yandex / cpc`.
    pub utm: String,
    pub utm_channel: Channel,
    pub records: u64,
}

/// Compares the two over rows; `None` where one of them is not in the file.
pub fn disagreement(
    file: &FileView,
    roles: &BTreeMap<Role, String>,
    mapping: &Mapping,
    rows: impl Iterator<Item = u32>,
) -> Option<Disagreement> {
    roles.get(&Role::Source)?;
    let columns = Columns::of(file, roles, mapping).filter(Columns::has_address)?;
    let mut counts: HashMap<[u32; 5], usize, FxBuildHasher> = HashMap::default();
    let mut found: Vec<([u32; 5], u64)> = Vec::new();
    for row in rows {
        let mut key = columns.raw(row);
        if !columns.both_say(key) {
            continue;
        }
        // The campaign only where it takes part.
        key[2] = columns.decided(key, FirstSource::Utm)[2];
        let at = *counts.entry(key).or_insert_with(|| {
            found.push((key, 0));
            found.len() - 1
        });
        if let Some((_, n)) = found.get_mut(at) {
            *n += 1;
        }
    }
    let mut told = Disagreement { first: mapping.channels.first, ..Disagreement::default() };
    let mut pairs: Vec<SourcePair> = Vec::new();
    for (key, records) in found {
        told.both += records;
        let [utm, medium, campaign, crm, click] = key;
        let crm = columns.touch([0, 0, 0, crm, 0]);
        let address = [utm, medium, campaign, 0, click];
        let utm = columns.touch(columns.decided(address, FirstSource::Utm));
        let (crm_channel, _) = classify(&mapping.channels, &crm.touch());
        let (utm_channel, _) = classify(&mapping.channels, &utm.touch());
        if !contradict(&crm_channel, &utm_channel) {
            continue;
        }
        told.records += records;
        let crm = crm.source.trim().to_owned();
        let parts = [utm.source.trim(), utm.medium.trim()];
        let utm = parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" / ");
        match pairs.iter_mut().find(|p| p.crm == crm && p.utm == utm) {
            Some(pair) => pair.records += records,
            None => pairs.push(SourcePair { crm, crm_channel, utm, utm_channel, records }),
        }
    }
    pairs.sort_by_key(|p| std::cmp::Reverse(p.records));
    told.more = pairs.len().saturating_sub(PAIRS_SHOWN) as u64;
    pairs.truncate(PAIRS_SHOWN);
    told.pairs = pairs;
    (told.both > 0).then_some(told)
}

/// Whether two channels can't both be true of one record.
fn contradict(crm: &Channel, utm: &Channel) -> bool {
    use Channel as C;
    let way_in = matches!(crm, C::WebForm | C::InboundCall | C::Messenger);
    let vague = |c: &C| matches!(c, C::Unassigned | C::OtherCampaigns);
    let is_ad = |c: &C| {
        matches!(
            c,
            C::PaidSearch
                | C::PaidSocial
                | C::Display
                | C::PaidVideo
                | C::PaidShopping
                | C::CrossNetwork
                | C::PaidOther
        )
    };
    let some_ad = |a: &C, b: &C| *a == C::PaidOther && is_ad(b);
    !(crm == utm || way_in || vague(crm) || vague(utm) || some_ad(crm, utm) || some_ad(utm, crm))
}
