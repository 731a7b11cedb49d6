//! Records of channels that are paid for by their nature, without a cost in any file: cost per record
//! and return are better than they are.

use super::by_period::met;
use super::check::{Definition, Lack, Severity};
use super::ground::{Evidence, Ground, Look, look, need, number};
use crate::engine::dimension::Label;
use crate::engine::mapping::Channel;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        need(ground.assembled.has.spend, Lack::NoSpend)?;
        let channels = &ground.assembled.channels;
        let spend = &ground.assembled.spend;
        let mut has_cost = vec![false; channels.len()];
        for (at, channel) in spend.channel.iter().enumerate() {
            if let Some(flag) = has_cost.get_mut(usize::from(*channel)) {
                *flag |= number(&spend.spend, at).is_some_and(|x| x > 0.0);
            }
        }
        let channel = |at: usize| records.channel.get(at).map_or(usize::MAX, |c| usize::from(*c));
        let paid = ground.pick(|at| channels.get(channel(at)).is_some_and(is_paid));
        let of = paid.len() as u64;
        let free = |at: &u32| has_cost.get(channel(*at as usize)) == Some(&false);
        let found: Vec<u32> = paid.into_iter().filter(free).collect();
        let mut rows = vec![0u64; channels.len()];
        for at in &found {
            if let Some(n) = rows.get_mut(channel(*at as usize)) {
                *n += 1;
            }
        }
        let named = channels.iter().zip(rows).filter(|(_, n)| *n > 0);
        let named = named.map(|(c, n)| (Label::Channel(c.clone()), n)).collect();
        let details = met(ground, None).into_iter().collect();
        Ok(Look::of(Evidence { records: found, of, named, details, ..Evidence::default() }))
    })
}

/// Channels that nobody has for nothing.
fn is_paid(channel: &Channel) -> bool {
    use Channel as C;
    match channel {
        C::PaidSearch
        | C::PaidSocial
        | C::Display
        | C::PaidVideo
        | C::PaidShopping
        | C::CrossNetwork
        | C::PaidOther => true,
        C::OrganicSearch
        | C::OrganicSocial
        | C::OrganicVideo
        | C::OrganicShopping
        | C::Email
        | C::Referral
        | C::Affiliates
        | C::AiAssistants
        | C::Direct
        | C::Messenger
        | C::Sms
        | C::Push
        | C::Audio
        | C::WebForm
        | C::InboundCall
        | C::Outbound
        | C::Event
        | C::Partner
        | C::WordOfMouth
        | C::ExistingCustomer
        | C::Offline
        | C::OtherCampaigns
        | C::Custom(_)
        | C::Unassigned => false,
    }
}
