//! Changes of stage of records that begin with the lead: those of the deal that decides, with the
//! lead in front.
//!
//! Not here: the deals' own moves (`journey`).

use super::begin_merge::Group;
use super::{Away, Moves, NO_STAGE, Records};
use crate::engine::table::NO_DAY;

/// Moves by record; where the deals have none, nothing.
///
/// `deal_stage` is the first stage of the deals.
pub(super) fn moved(old: &Moves, groups: &[Group], records: &Records, deal_stage: u8) -> Moves {
    let mut new = Moves::default();
    if old.record.is_empty() {
        return new;
    }
    for (record, group) in (0u32..).zip(groups) {
        // The day of the lead itself: a record of a lead without one begins with its deal.
        let began_on = records.entered.first().and_then(|days| days.get(record as usize));
        let created = began_on.copied().unwrap_or(NO_DAY);
        if group.lead.is_some() {
            push(&mut new, record, (NO_STAGE, 0), created);
        }
        let Some(deal) = group.deals.first() else { continue };
        let began = if group.lead.is_some() { 0 } else { NO_STAGE };
        // The deal's own opening stood for its creation; so its first stage does.
        let place = |place: u8| if place == 0 { deal_stage } else { place };
        let start = old.record.partition_point(|r| (*r as usize) < *deal);
        let of_deal = old.record.iter().enumerate().skip(start);
        for (at, _) in of_deal.take_while(|(_, r)| **r as usize == *deal) {
            let (from, to) = (old.from.get(at).copied(), old.to.get(at).copied());
            let (Some(from), Some(to), Some(day)) = (from, to, old.day.get(at)) else { continue };
            let from = if from == NO_STAGE { began } else { place(from) };
            push(&mut new, record, (from, place(to)), *day);
            let after = new.record.len().saturating_sub(1) as u32;
            let first = old.away.partition_point(|away| (away.after as usize) < at);
            let of_move = old.away.iter().skip(first).take_while(|a| a.after as usize == at);
            new.away.extend(of_move.map(|away| Away { after, ..*away }));
        }
    }
    new
}

fn push(moves: &mut Moves, record: u32, (from, to): (u8, u8), day: i32) {
    if from == to {
        return;
    }
    moves.record.push(record);
    moves.from.push(from);
    moves.to.push(to);
    moves.day.push(day);
}
