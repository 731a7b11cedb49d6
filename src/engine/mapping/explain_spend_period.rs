//! Counts how costs meet records by campaign, or by channel, within the same month and the same week:
//! money spent before the first lead came, and leads of months without a cost row.
//!
//! Not here: meeting whatever the day (`explain_spend`), which channel a row has (`query::meeting`).

use super::view::PeriodMeeting;
use crate::engine::filter::Grain;
use crate::engine::stats::Sum;
use crate::engine::table::NO_DAY;
use crate::engine::value::Day;

/// So many pairs of campaign and week are told apart; beyond that nothing is said.
const MOST_PAIRS: usize = 1 << 26;

/// One side: per row its campaign or channel (from 1; 0 = none that could meet) and its day.
pub(crate) struct Side {
    pub campaign: Vec<u32>,
    pub day: Vec<i32>,
}

/// By month and by week; nothing where a side has no days. `costs` are those of the rows of
/// `spend`, none where they are not of one currency.
pub(crate) fn by_period(
    campaigns: usize,
    records: &Side,
    spend: &Side,
    costs: Option<&[f64]>,
) -> Vec<PeriodMeeting> {
    let days = || records.day.iter().chain(&spend.day).copied().filter(|d| *d != NO_DAY);
    let has_days = |side: &Side| side.day.iter().any(|d| *d != NO_DAY);
    let (Some(first), Some(last)) = (days().min(), days().max()) else { return Vec::new() };
    if !has_days(records) || !has_days(spend) {
        return Vec::new();
    }
    let told = [Grain::Month, Grain::Week].into_iter().filter_map(|grain| {
        let units = Units::of(grain, first, last);
        let came = Seen::of(&units, campaigns, records)?;
        let paid = Seen::of(&units, campaigns, spend)?;
        let matched = rows(records).filter(|pair| paid.has(&units, *pair)).count() as u64;
        let share = costs.and_then(|costs| {
            let known = || costs.iter().zip(rows(spend)).filter(|(x, _)| !x.is_nan());
            let all: Sum = known().map(|(x, _)| *x).collect();
            let met = known().filter(|(_, pair)| came.has(&units, *pair));
            let met: Sum = met.map(|(x, _)| *x).collect();
            (all.value() > 0.0).then(|| met.value() / all.value())
        });
        Some(PeriodMeeting { grain, spend_share: share, matched })
    });
    told.collect()
}

fn rows(side: &Side) -> impl Iterator<Item = (u32, i32)> {
    side.campaign.iter().copied().zip(side.day.iter().copied())
}

/// The number of the unit in which each day lies.
struct Units {
    first: i32,
    number: Vec<u32>,
    count: usize,
}

impl Units {
    fn of(grain: Grain, first: i32, last: i32) -> Units {
        let mut units = Units { first, number: Vec::new(), count: 0 };
        let mut next = grain.next(grain.start(Day(first)));
        for day in first..=last {
            if day >= next.0 {
                next = grain.next(next);
                units.count += 1;
            }
            units.number.push(units.count as u32);
        }
        units.count += 1;
        units
    }

    fn place(&self, (campaign, day): (u32, i32)) -> Option<usize> {
        if campaign == 0 || day == NO_DAY {
            return None;
        }
        let unit = self.number.get((day - self.first) as usize)?;
        Some(campaign as usize * self.count + *unit as usize)
    }
}

/// Which campaigns have a row in which units.
struct Seen(Vec<bool>);

impl Seen {
    fn of(units: &Units, campaigns: usize, side: &Side) -> Option<Seen> {
        let size = (campaigns + 1).checked_mul(units.count).filter(|n| *n <= MOST_PAIRS)?;
        let mut seen = vec![false; size];
        for place in rows(side).filter_map(|pair| units.place(pair)) {
            if let Some(flag) = seen.get_mut(place) {
                *flag = true;
            }
        }
        Some(Seen(seen))
    }

    fn has(&self, units: &Units, pair: (u32, i32)) -> bool {
        units.place(pair).is_some_and(|place| self.0.get(place) == Some(&true))
    }
}
