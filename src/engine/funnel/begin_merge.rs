//! Puts the columns of several deals together into those of one record, by the rules of `begin`.
//!
//! Not here: which deals belong together (`begin`).

use super::begin::LeftAside;
use super::begin_moves;
use super::begin_own::OwnWay;
use super::stage::bit;
use super::{Assembled, Details, NO_KEY, Outcome, Records, order};
use crate::engine::stats::Sum;
use crate::engine::table::NO_DAY;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What there is to put together.
pub(super) struct Parts {
    /// By lead: its day, its channel and whether it says one, its campaign (none: empty), how many
    /// rows it was made of (one each: empty).
    pub created: Vec<i32>,
    pub channel: Vec<(u16, bool)>,
    pub campaign: Vec<u32>,
    pub repeats: Vec<u32>,
    /// Whose the leads are, by the numbers that the deals have in their details (0: nobody is named);
    /// empty where no column of theirs tells.
    pub account: Vec<u32>,
    pub person: Vec<u32>,
    pub unassigned: u16,
    /// A column dates the stage that a deal begins in; else its creation does.
    pub deal_dated: bool,
    /// How far the leads came by themselves.
    pub own: OwnWay,
    /// By lead the positions of its deals; and the deals without one.
    pub of_lead: Vec<Vec<u32>>,
    pub alone: Vec<u32>,
}

/// One record to be: its lead, and its deals with the one that decides in front.
pub(super) struct Group {
    pub lead: Option<usize>,
    pub deals: Vec<usize>,
}

impl Parts {
    fn groups(&self, records: &Records) -> Vec<Group> {
        let leads = self.of_lead.iter().enumerate().map(|(lead, deals)| {
            let deals = in_order(records, deals.iter().map(|d| *d as usize).collect());
            Group { lead: Some(lead), deals }
        });
        let alone = self.alone.iter().map(|d| Group { lead: None, deals: vec![*d as usize] });
        leads.chain(alone).collect()
    }
}

/// The deal that decides first, the others as the file has them; of equals the one created first.
fn in_order(records: &Records, mut deals: Vec<usize>) -> Vec<usize> {
    let rank = |deal: &usize| {
        let closed = day(&records.closed, *deal);
        let depth = u32::BITS - of(&records.observed, *deal).leading_zeros();
        let created = day(&records.created, *deal).map_or(i64::MAX, i64::from);
        match outcome(records, *deal) {
            Outcome::Won => (0, closed.map_or(i64::MAX, i64::from), Reverse(depth), created),
            Outcome::Open => (1, 0, Reverse(depth), created),
            Outcome::Lost => (2, 0, Reverse(depth), created),
        }
    };
    let first = deals.iter().enumerate().min_by_key(|(at, deal)| (rank(deal), *at));
    if let Some(at) = first.map(|(at, _)| at) {
        deals.get_mut(..=at).into_iter().for_each(|front| front.rotate_right(1));
    }
    deals
}

/// What there is to say of the merging.
pub(super) struct Merged {
    /// Rows of deals that do not decide, with their record.
    pub further: Vec<(u32, u32)>,
    /// Deals whose money is in another currency than that of the deciding one.
    pub elsewhere: u64,
    /// Records of a lead without a day, which begin on that of a deal.
    pub dated_by_deal: u64,
    pub aside: BTreeMap<u8, LeftAside>,
}

/// What the record of a won lead can't hold of its further deals, by currency.
fn left_aside(records: &Records, groups: &[Group]) -> BTreeMap<u8, LeftAside> {
    let mut aside: BTreeMap<u8, LeftAside> = BTreeMap::new();
    for group in groups {
        let Some((first, further)) = group.deals.split_first() else { continue };
        if outcome(records, *first) != Outcome::Won {
            continue;
        }
        let currency = of(&records.currency, *first);
        for deal in further {
            let amount = records.amount.get(*deal).copied().filter(|x| !x.is_nan()).unwrap_or(0.0);
            let own = of(&records.currency, *deal);
            match outcome(records, *deal) {
                Outcome::Won
                    if own == currency
                        && day(&records.closed, *deal) != day(&records.closed, *first) =>
                {
                    let aside = aside.entry(own).or_default();
                    aside.later += 1;
                    aside.later_won += amount;
                }
                Outcome::Open => {
                    let aside = aside.entry(own).or_default();
                    aside.open += 1;
                    aside.open_amount += amount;
                }
                _ => {}
            }
        }
    }
    aside
}

/// Replaces the deals by records.
pub(super) fn merge(made: &mut Assembled, parts: &Parts) -> Merged {
    let old = std::mem::take(&mut made.records);
    let groups = parts.groups(&old);
    let aside = left_aside(&old, &groups);
    let (mut elsewhere, mut dated_by_deal) = (0, 0);
    let usual = usual_currency(&old);
    let own = &parts.own;
    let deal_stage = own.rungs;
    let has_status = old.has_status;
    let mut new = Records { count: groups.len(), has_status, ..Records::default() };
    for group in &groups {
        let first = group.deals.first().copied();
        let lead = group.lead;
        let created = lead.and_then(|l| day(&parts.created, l));
        let earliest = || group.deals.iter().filter_map(|d| day(&old.created, *d)).min();
        new.row.push(first.and_then(|d| old.row.get(d).copied()).unwrap_or(NO_KEY));
        let began = created.or_else(earliest);
        dated_by_deal += u64::from(lead.is_some() && created.is_none() && began.is_some());
        new.created.push(began.unwrap_or(NO_DAY));
        let alone = lead.filter(|_| first.is_none()).map(|lead| own.alone(lead));
        let ended = alone.map_or(Outcome::Open, |(outcome, _, _)| outcome);
        let how = first.map_or(ended, |d| outcome(&old, d));
        new.outcome.push(how);
        let alike = || group.deals.iter().copied().filter(|d| outcome(&old, *d) == how);
        let closed = match how {
            Outcome::Lost => alike().filter_map(|d| day(&old.closed, d)).max(),
            _ => first.and_then(|d| day(&old.closed, d)),
        };
        let lost = || alone.map_or(NO_DAY, |(_, _, closed)| closed);
        new.closed.push(closed.unwrap_or_else(lost));
        new.expected.push(first.and_then(|d| day(&old.expected, d)).unwrap_or(NO_DAY));
        let stage = alone.map_or(0, |(_, stage, _)| stage);
        new.stage.push(first.map_or(stage, |d| of(&old.stage, d)));
        let has_deal = first.is_some() && old.entered.len() > deal_stage;
        let deal = if has_deal { bit(deal_stage) } else { 0 };
        let by_lead = lead.map_or(1, |lead| own.observed(lead, has_deal));
        new.observed.push(all_bits(&old.observed, &group.deals) | deal | by_lead | 1);
        if !old.after.is_empty() {
            let won: Vec<usize> = alike().collect();
            new.after.push(all_bits(&old.after, &won));
        }
        let unknown = |d: &usize| old.depth_unknown.get(*d) == Some(&true);
        let of_deals = first.is_some() && group.deals.iter().all(unknown);
        let of_lead = alone.is_some() && lead.is_some_and(|lead| own.depth_unknown(lead));
        new.depth_unknown.push(of_deals || of_lead);
        let currency = first.map_or(usual, |d| of(&old.currency, d));
        new.currency.push(currency);
        let ours = || alike().filter(|d| of(&old.currency, *d) == currency);
        elsewhere += (alike().count() - ours().count()) as u64;
        new.amount.push(total(&old.amount, ours()));
        let own = lead.and_then(|l| parts.channel.get(l)).filter(|(_, says)| *says);
        let of_deal = first.and_then(|d| old.channel.get(d).copied());
        new.channel.push(own.map(|(c, _)| *c).or(of_deal).unwrap_or(parts.unassigned));
        let own = lead.and_then(|l| parts.campaign.get(l)).copied().filter(|c| *c != 0);
        new.campaign.push(own.or(first.map(|d| of(&old.campaign, d))).unwrap_or(0));
    }
    new.entered = entered(&old, &groups, parts);
    new.entered_after = old.entered_after.iter().map(|d| earliest(d, &groups)).collect();
    order::find(&mut new);
    made.details = details(&made.details, parts, &groups, &old);
    made.moves = begin_moves::moved(&made.moves, &groups, &new, deal_stage as u8);
    let further = (0u32..).zip(&groups).flat_map(|(record, group)| {
        let rows = group.deals.iter().skip(1).map(|d| of(&old.row, *d));
        rows.map(move |row| (row, record)).collect::<Vec<_>>()
    });
    let further = further.collect();
    made.records = new;
    Merged { further, elsewhere, dated_by_deal, aside }
}

/// When the stages were entered: the first by the lead's own creation (of a deal without a lead, and
/// of a lead without a day, nobody knows), the lead's own by its file, that of the deal by the deal's
/// creation where no column tells, each by the first deal that did.
fn entered(old: &Records, groups: &[Group], parts: &Parts) -> Vec<Vec<i32>> {
    let deal_stage = parts.own.rungs;
    let told = old.entered.iter().enumerate().map(|(at, days)| match at {
        0 => {
            let of_lead = |g: &Group| g.lead.and_then(|lead| day(&parts.created, lead));
            groups.iter().map(|g| of_lead(g).unwrap_or(NO_DAY)).collect()
        }
        own if own < deal_stage => {
            let days = parts.own.entered(own);
            let of_lead = |g: &Group| g.lead.and_then(|lead| day(days, lead)).unwrap_or(NO_DAY);
            if days.is_empty() { Vec::new() } else { groups.iter().map(of_lead).collect() }
        }
        deal if deal == deal_stage && !parts.deal_dated => {
            let told = days.iter().chain(std::iter::repeat(&NO_DAY)).zip(&old.created);
            let day =
                |(told, created): (&i32, &i32)| if *told == NO_DAY { *created } else { *told };
            earliest(&told.map(day).collect::<Vec<i32>>(), groups)
        }
        _ => earliest(days, groups),
    });
    told.collect()
}

fn earliest(days: &[i32], groups: &[Group]) -> Vec<i32> {
    if days.is_empty() {
        return Vec::new();
    }
    let first = |g: &Group| g.deals.iter().filter_map(|d| day(days, *d)).min();
    groups.iter().map(|g| first(g).unwrap_or(NO_DAY)).collect()
}

fn details(old: &Details, parts: &Parts, groups: &[Group], records: &Records) -> Details {
    // The lead's own word is first: its other leads and deals are found by it.
    let number = |deals: &[u32], leads: &[u32]| -> Vec<u32> {
        let own = |g: &Group| g.lead.map(|lead| of(leads, lead)).filter(|number| *number != 0);
        let of_group =
            |g: &Group| own(g).unwrap_or_else(|| g.deals.first().map_or(0, |d| of(deals, *d)));
        let is_told = !deals.is_empty() || !leads.is_empty();
        if is_told { groups.iter().map(of_group).collect() } else { Vec::new() }
    };
    let alike = |g: &Group| -> Vec<usize> {
        let how = g.deals.first().map(|d| outcome(records, *d));
        g.deals.iter().copied().filter(|d| Some(outcome(records, *d)) == how).collect()
    };
    let units = |g: &Group| total(&old.units, alike(g).into_iter());
    let chance = |g: &Group| {
        let first = g.deals.first().and_then(|d| old.chance.get(*d));
        first.copied().unwrap_or(f64::NAN)
    };
    let rows = |g: &Group| match g.lead {
        Some(lead) => parts.repeats.get(lead).copied().unwrap_or(1),
        None => g.deals.first().and_then(|d| old.repeats.get(*d)).copied().unwrap_or(1),
    };
    let each = !parts.repeats.is_empty() || !old.repeats.is_empty();
    let numbers = |column: &[f64], of: &dyn Fn(&Group) -> f64| -> Vec<f64> {
        if column.is_empty() { Vec::new() } else { groups.iter().map(of).collect() }
    };
    Details {
        account: number(&old.account, &parts.account),
        person: number(&old.person, &parts.person),
        repeats: if each { groups.iter().map(rows).collect() } else { Vec::new() },
        units: numbers(&old.units, &units),
        chance: numbers(&old.chance, &chance),
    }
}

/// The sum of what is known; NaN where nothing is.
fn total(amounts: &[f64], deals: impl Iterator<Item = usize>) -> f64 {
    let known: Vec<f64> =
        deals.filter_map(|d| amounts.get(d).copied()).filter(|x| !x.is_nan()).collect();
    if known.is_empty() { f64::NAN } else { known.into_iter().collect::<Sum>().value() }
}

/// What a lead without money is counted under: the currency of most deals, of equals the first.
fn usual_currency(records: &Records) -> u8 {
    let mut counts = [0u64; 256];
    for code in &records.currency {
        counts[usize::from(*code)] += 1;
    }
    let most = (0..=u8::MAX).rev().max_by_key(|code| counts[usize::from(*code)]);
    most.unwrap_or_default()
}

fn all_bits(bits: &[u32], deals: &[usize]) -> u32 {
    deals.iter().fold(0, |all, deal| all | of(bits, *deal))
}

fn of<T: Copy + Default>(column: &[T], at: usize) -> T {
    column.get(at).copied().unwrap_or_default()
}

fn outcome(records: &Records, deal: usize) -> Outcome {
    records.outcome.get(deal).copied().unwrap_or(Outcome::Open)
}

fn day(days: &[i32], at: usize) -> Option<i32> {
    days.get(at).copied().filter(|day| *day != NO_DAY)
}
