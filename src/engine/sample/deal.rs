//! The deals as they really went, before an export writes them down.

use super::DEALS;
use super::account::ACCOUNTS;
use super::calendar::{LAST, SampleDay};
use super::plan::{
    CHANNELS, Channel, EARLY_REASONS, FORGOTTEN, LATE_REASONS, OWNERS, PRODUCTS, SPELLINGS, STAGES,
    Touch,
};
use super::random::Random;
use crate::engine::value::Day;

/// How a deal ended by the day of the export.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum End {
    Open,
    Won,
    Lost,
}

/// One deal.
#[derive(Clone)]
pub struct Deal {
    /// Position among the accounts; new leads often have none yet.
    pub account: Option<usize>,
    pub owner: &'static str,
    pub product: &'static str,
    pub source: &'static str,
    pub medium: &'static str,
    pub campaign: &'static str,
    pub created: Day,
    /// Minutes after midnight.
    pub minute: u32,
    /// The day on which each stage was entered, as far as the deal came.
    pub entered: Vec<Day>,
    pub end: End,
    pub closed: Option<Day>,
    /// Whole euros, from the proposal on.
    pub amount: Option<u32>,
    pub reason: &'static str,
    /// Days from the last event to the last change of the record.
    pub touched: i32,
}

/// All deals in order of creation.
pub fn make(random: &mut Random, days: &[SampleDay]) -> Vec<Deal> {
    let mut deals = Vec::with_capacity(DEALS);
    let mut share = 0.0;
    for day in days {
        share += day.weight;
        // By the share so far, so that the last day makes the count full.
        let upto = (share * DEALS as f64).round().min(DEALS as f64) as usize;
        let first = deals.len();
        while deals.len() < upto {
            deals.push(deal(random, day));
        }
        if let Some(of_day) = deals.get_mut(first..) {
            of_day.sort_by_key(|d: &Deal| d.minute);
        }
    }
    deals
}

fn deal(random: &mut Random, day: &SampleDay) -> Deal {
    let at =
        random.weighted(CHANNELS.iter().map(|c| c.weight * (1.0 + (c.trend - 1.0) * day.progress)));
    let channel = CHANNELS.get(at).unwrap_or(&CHANNELS[0]);
    let touch = random.weighted(channel.touches.iter().map(|t| t.weight));
    let touch = channel.touches.get(touch).unwrap_or(&NO_TOUCH);
    let owner = random.weighted(OWNERS.iter().map(|o| o.1));
    let (owner, _, skill) = OWNERS.get(owner).copied().unwrap_or_default();
    let product = random.weighted(PRODUCTS.iter().map(|p| p.2));
    let (product, usual, _) = PRODUCTS.get(product).copied().unwrap_or_default();
    let mut deal = Deal {
        account: None,
        owner,
        product,
        source: spell(random, touch.source),
        medium: spell(random, touch.medium),
        campaign: touch.campaign,
        created: day.day,
        minute: 7 * 60 + random.below(14 * 60) as u32,
        entered: vec![day.day],
        end: End::Open,
        closed: None,
        amount: None,
        reason: "",
        touched: random.below(4) as i32,
    };
    live(random, &mut deal, channel, skill);
    let amount = random.log_normal(usual * channel.size, 0.45);
    // Price lists are round.
    deal.amount = (deal.entered.len() > 3).then_some((amount / 10.0).round() as u32 * 10);
    if deal.entered.len() > 1 || random.chance(0.8) {
        deal.account = Some(random.below(ACCOUNTS));
    }
    deal
}

const NO_TOUCH: Touch = Touch { weight: 1.0, source: "", medium: "", campaign: "" };

/// Goes from stage to stage until it ends, is forgotten, or the day of the export comes.
fn live(random: &mut Random, deal: &mut Deal, channel: &Channel, skill: f64) {
    let mut now = f64::from(deal.created.0);
    for (at, ((_, until_next, until_lost), pass)) in STAGES.iter().zip(channel.pass).enumerate() {
        let pass = if at > 0 { pass * skill } else { pass };
        let goes_on = random.chance(pass);
        let (usual, spread) = if goes_on { (*until_next, 0.75) } else { (*until_lost, 0.7) };
        now += random.log_normal(usual * channel.pace, spread);
        let forgotten = random.chance(FORGOTTEN.get(at).copied().unwrap_or_default());
        let day = Day(now as i32);
        if day > LAST || (!goes_on && forgotten) {
            return;
        }
        if !goes_on {
            deal.end = End::Lost;
            deal.closed = Some(day);
            let reasons = if at < 2 { &EARLY_REASONS } else { &LATE_REASONS };
            deal.reason = random.pick(reasons).copied().unwrap_or_default();
            return;
        }
        if at + 1 == STAGES.len() {
            deal.end = End::Won;
            deal.closed = Some(day);
        } else {
            deal.entered.push(day);
        }
    }
}

/// The spelling of a source or medium in one record.
fn spell(random: &mut Random, planned: &'static str) -> &'static str {
    let draw = random.unit();
    let mut upto = 0.0;
    for (_, found, share) in SPELLINGS.iter().filter(|s| s.0 == planned) {
        upto += share;
        if draw < upto {
            return found;
        }
    }
    planned
}
