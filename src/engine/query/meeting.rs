//! How much of the spend and of the records meets channel by channel: at any time, within months and
//! within weeks. Told while somebody maps, and by the checks of the audit.
//!
//! Not here: meeting by campaign (`mapping::explain_spend`).

use crate::engine::funnel::Assembled;
use crate::engine::mapping::Channel;
use crate::engine::mapping::explain_spend_period::{Side, by_period};
use crate::engine::report::ChannelMeeting;
use crate::engine::stats::Sum;
use std::collections::BTreeSet;

/// At any time first, then by month and by week where both sides have days; nothing where a side is
/// missing or no record has a channel. What has no channel meets nothing, and counts among all.
pub fn channel_meetings(assembled: &Assembled) -> Vec<ChannelMeeting> {
    let (records, spend, has) = (&assembled.records, &assembled.spend, assembled.has);
    // Channels count from 1; 0 is none.
    let of_channel = |channel: &u16| match assembled.channels.get(usize::from(*channel)) {
        Some(known) if *known != Channel::Unassigned => u32::from(*channel) + 1,
        _ => 0,
    };
    let came: Vec<u32> = records.channel.iter().map(of_channel).collect();
    if !has.records || !has.spend || came.iter().all(|channel| *channel == 0) {
        return Vec::new();
    }
    // A row that costs nothing pays for nothing.
    let costs = spend.spend.iter().map(|cost| if *cost > 0.0 { *cost } else { f64::NAN });
    let costs: Vec<f64> = costs.collect();
    let paid = spend.channel.iter().zip(&costs);
    let paid = paid.map(|(channel, cost)| if cost.is_nan() { 0 } else { of_channel(channel) });
    let paid: Vec<u32> = paid.collect();
    let codes = spend.currency.iter().zip(&costs).filter(|(_, cost)| !cost.is_nan());
    let one_currency = codes.map(|(code, _)| *code).collect::<BTreeSet<u8>>().len() == 1;
    let costs = one_currency.then_some(costs.as_slice());
    let (came_ever, paid_ever) = (flags(&came, assembled), flags(&paid, assembled));
    let count = records.count as f64;
    let met = came.iter().filter(|channel| is_in(&paid_ever, **channel)).count();
    let ever = ChannelMeeting {
        grain: None,
        spend: costs.and_then(|costs| {
            let known = || costs.iter().zip(&paid).filter(|(cost, _)| !cost.is_nan());
            let all: Sum = known().map(|(cost, _)| *cost).collect();
            let met: Sum =
                known().filter(|(_, at)| is_in(&came_ever, **at)).map(|(cost, _)| *cost).collect();
            (all.value() > 0.0).then(|| met.value() / all.value())
        }),
        records: met as f64 / count,
    };
    let came = Side { campaign: came, day: records.created.clone() };
    let paid = Side { campaign: paid, day: spend.day.clone() };
    let within = by_period(assembled.channels.len(), &came, &paid, costs);
    let within = within.into_iter().map(|met| ChannelMeeting {
        grain: Some(met.grain),
        spend: met.spend_share,
        records: met.matched as f64 / count,
    });
    std::iter::once(ever).chain(within).collect()
}

/// Which channels have a row.
fn flags(side: &[u32], assembled: &Assembled) -> Vec<bool> {
    let mut flags = vec![false; assembled.channels.len() + 1];
    for channel in side {
        flags.get_mut(*channel as usize).into_iter().for_each(|flag| *flag = true);
    }
    flags
}

fn is_in(flags: &[bool], channel: u32) -> bool {
    channel != 0 && flags.get(channel as usize) == Some(&true)
}
