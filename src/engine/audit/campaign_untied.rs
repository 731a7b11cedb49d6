//! Cost rows whose campaign no record names: below the channel, this money has no result.

use super::check::{Counted, Definition, Detail, Lack, Severity};
use super::ground::{Evidence, Ground, Look, look, need, number};
use crate::engine::mapping::Role;
use crate::engine::stats::Sum;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        need(ground.assembled.has.spend, Lack::NoSpend)?;
        let told = ground.mapping.spend_join.is_some();
        need(told || ground.column(Role::UtmCampaign).is_some(), Lack::NoCampaign)?;
        let mut tied = vec![false; ground.assembled.campaigns.len()];
        for campaign in records.campaign.iter().filter(|c| **c != 0) {
            if let Some(flag) = tied.get_mut(*campaign as usize) {
                *flag = true;
            }
        }
        let spend = &ground.assembled.spend;
        let cost = |at: usize| number(&spend.spend, at);
        let lone = |at: &usize| {
            let campaign = spend.campaign.get(*at).map_or(0, |c| *c as usize);
            cost(*at).is_some_and(|x| x > 0.0) && tied.get(campaign) != Some(&true)
        };
        let costs: Vec<u32> = (0..spend.count).filter(lone).map(|at| at as u32).collect();
        let code = |at: usize| spend.currency.get(at).map_or(usize::MAX, |c| usize::from(*c));
        let mut details = Vec::new();
        for (own, currency) in ground.assembled.currencies.iter().enumerate() {
            let of_all = (0..spend.count).filter(|at| code(*at) == own).filter_map(cost);
            let all = of_all.collect::<Sum>().value();
            let lone = costs.iter().map(|at| *at as usize).filter(|at| code(*at) == own);
            let lone = lone.filter_map(cost).collect::<Sum>().value();
            if lone > 0.0 {
                let currency = currency.clone();
                details.push(Detail::Cost { currency, spend: lone, share: lone / all });
            }
        }
        let visits = spend.visits.iter().filter(|v| !v.is_nan()).count();
        let (of, counted) = ((spend.count - visits) as u64, Some(Counted::CostRows));
        let without_effect = true;
        Ok(Look::of(Evidence {
            costs,
            of,
            counted,
            details,
            without_effect,
            ..Evidence::default()
        }))
    })
}
