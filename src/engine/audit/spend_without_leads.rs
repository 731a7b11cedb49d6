//! Channels that cost money and brought no record: the link between the two files is missing, or the
//! money is lost.

use super::by_period::met;
use super::check::{Counted, Definition, Lack, Severity};
use super::ground::{Evidence, Ground, Look, look, need, number};
use crate::engine::dimension::Label;
use crate::engine::mapping::Channel;

pub(super) const CHECK: Definition = Definition { severity: Severity::High, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        need(ground.assembled.has.spend, Lack::NoSpend)?;
        let channels = &ground.assembled.channels;
        let known = |at: usize| channels.get(at).is_some_and(|c| *c != Channel::Unassigned);
        need(records.channel.iter().any(|c| known(usize::from(*c))), Lack::NoSource)?;
        let mut has_leads = vec![false; channels.len()];
        for channel in &records.channel {
            if let Some(flag) = has_leads.get_mut(usize::from(*channel)) {
                *flag = true;
            }
        }
        let spend = &ground.assembled.spend;
        let mut rows = vec![0u64; channels.len()];
        let mut paid = vec![false; channels.len()];
        let mut costs = Vec::new();
        for at in 0..spend.count {
            let channel = spend.channel.get(at).map_or(usize::MAX, |c| usize::from(*c));
            let costly = number(&spend.spend, at).is_some_and(|x| x > 0.0);
            if !known(channel) || !costly {
                continue;
            }
            if let Some(flag) = paid.get_mut(channel) {
                *flag = true;
            }
            if has_leads.get(channel) == Some(&false) {
                costs.push(at as u32);
                if let Some(n) = rows.get_mut(channel) {
                    *n += 1;
                }
            }
        }
        let named = channels.iter().zip(rows).filter(|(_, n)| *n > 0);
        let named: Vec<_> = named.map(|(c, n)| (Label::Channel(c.clone()), n)).collect();
        let of = paid.iter().filter(|p| **p).count() as u64;
        let (count, counted) = (Some(named.len() as u64), Some(Counted::Channels));
        let details = met(ground, None).into_iter().collect();
        Ok(Look::of(Evidence { costs, count, of, counted, named, details, ..Evidence::default() }))
    })
}
