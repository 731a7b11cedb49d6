//! Records made by hand or by a seeded generator, without files.

use tundish::engine::funnel::{
    Activities, ActivityKind, Assembled, Beside, Details, Has, NO_ROW, NO_STAGE, OfRecord,
    OtherCosts, Outcome, Planned, Plans, Records, Scores, SpendRows,
};
use tundish::engine::mapping::Channel;
use tundish::engine::table::NO_DAY;

/// One record. Amounts and days as [`Records`] has them.
#[derive(Clone, Copy)]
pub struct Deal {
    pub created: i32,
    pub closed: i32,
    pub outcome: Outcome,
    pub observed: u32,
    pub depth_unknown: bool,
    pub stage: u8,
    pub amount: f64,
    pub currency: u8,
    pub channel: u16,
    pub campaign: u32,
}

impl Deal {
    /// In euros, of no stage, by the first channel.
    pub fn plain(created: i32, closed: i32, outcome: Outcome, amount: f64) -> Deal {
        Deal {
            created,
            closed,
            outcome,
            observed: 1,
            depth_unknown: false,
            stage: NO_STAGE,
            amount,
            currency: 0,
            channel: 0,
            campaign: 0,
        }
    }
}

/// One cost row.
#[derive(Clone, Copy)]
pub struct Cost {
    pub day: i32,
    pub spend: f64,
    pub currency: u8,
    pub channel: u16,
    pub campaign: u32,
}

/// Three stages, the second qualifies; three channels; EUR and USD.
pub fn assembled(deals: &[Deal], costs: &[Cost]) -> Assembled {
    let days = deals.iter().flat_map(|d| [d.created, d.closed]);
    let days = days.chain(costs.iter().map(|c| c.day));
    Assembled {
        record_file: Some(0),
        records: records(deals),
        details: details(deals),
        beside: beside(deals),
        spend: SpendRows {
            count: costs.len(),
            file: vec![1; costs.len()],
            row: (0..costs.len() as u32).collect(),
            day: costs.iter().map(|c| c.day).collect(),
            spend: costs.iter().map(|c| c.spend).collect(),
            currency: costs.iter().map(|c| c.currency).collect(),
            channel: costs.iter().map(|c| c.channel).collect(),
            campaign: costs.iter().map(|c| c.campaign).collect(),
            impressions: costs.iter().map(|c| c.spend * 10.0).collect(),
            clicks: costs.iter().map(|c| c.spend / 2.0).collect(),
            conversions: vec![f64::NAN; costs.len()],
            visits: vec![f64::NAN; costs.len()],
        },
        currencies: vec!["EUR".to_owned(), "USD".to_owned()],
        channels: vec![Channel::PaidSearch, Channel::Email, Channel::Display, Channel::Unassigned],
        campaigns: vec![String::new(), "Spring".to_owned(), "Autumn".to_owned()],
        stages: ["New", "Qualified", "Offer"].map(str::to_owned).to_vec(),
        as_of: days.filter(|d| *d != NO_DAY).max(),
        has: Has {
            records: true,
            spend: !costs.is_empty(),
            impressions: !costs.is_empty(),
            clicks: !costs.is_empty(),
            conversions: false,
            visits: false,
            amount: true,
            created: true,
            closed: true,
            outcome: true,
            qualified: Some(1),
        },
        ..Assembled::default()
    }
}

/// The same with eight stages, and conversions of the cost rows of two campaigns.
pub fn wide(deals: &[Deal], costs: &[Cost]) -> Assembled {
    let mut made = assembled(deals, costs);
    made.stages.extend(["Trial", "Review", "Terms", "Contract", "Signing"].map(str::to_owned));
    made.records.entered = vec![Vec::new(); made.stages.len()];
    made.spend.conversions = costs.iter().map(conversions_of).collect();
    made.has.conversions = !costs.is_empty();
    made
}

/// The same with days of entry into its stages, of which some are missing, and of one stage all.
pub fn dated(deals: &[Deal], costs: &[Cost]) -> Assembled {
    let mut made = wide(deals, costs);
    let days = |stage: u32| match stage {
        UNTOLD => Vec::new(),
        _ => deals.iter().map(|d| entered_of(d, stage)).collect(),
    };
    made.records.entered = (0..made.stages.len() as u32).map(days).collect();
    made
}

/// The stage of which nobody knows when it was entered.
pub const UNTOLD: u32 = 5;

/// When a deal entered a stage: the first with its creation, a later one where there is evidence for it,
/// and mostly then; also where nobody knows when the deal was created.
pub fn entered_of(deal: &Deal, stage: u32) -> i32 {
    let born = match deal.created {
        NO_DAY => START + 40 * deal.campaign as i32 + i32::from(deal.channel),
        day => day,
    };
    let is_seen = deal.observed >> stage & 1 == 1 && (born + stage as i32) % 6 > 0;
    match stage {
        0 => deal.created,
        _ if is_seen => born + 17 * stage as i32 + born % 11 - 3,
        _ => NO_DAY,
    }
}

/// NaN where the ad system counted none.
pub fn conversions_of(cost: &Cost) -> f64 {
    if cost.campaign == 1 { f64::NAN } else { cost.spend / 8.0 }
}

/// Whose a deal is, by what it says itself, so that it is the same in any order of rows; 0 = nobody's.
pub fn account_of(deal: &Deal) -> u32 {
    deal.created.wrapping_mul(31).wrapping_add(deal.campaign as i32).rem_euclid(17) as u32
}
pub fn person_of(deal: &Deal) -> u32 {
    deal.created.wrapping_mul(7).wrapping_add(deal.closed).rem_euclid(23) as u32
}
pub fn rows_of(deal: &Deal) -> u32 {
    1 + deal.campaign % 2
}
pub fn units_of(deal: &Deal) -> f64 {
    if deal.campaign == 1 { f64::NAN } else { f64::from(deal.observed) }
}
pub fn chance_of(deal: &Deal) -> f64 {
    if deal.campaign == 2 { f64::NAN } else { f64::from(deal.channel) / 4.0 }
}

/// When an open deal is hoped to close.
pub fn expected_of(deal: &Deal) -> i32 {
    match deal.outcome {
        Outcome::Open if deal.created != NO_DAY => deal.created + 90,
        _ => NO_DAY,
    }
}

/// What was done about a deal, and what its customer answered; some deals have neither.
#[derive(Clone, Copy)]
pub struct Activity {
    pub day: i32,
    pub kind: ActivityKind,
    pub is_inbound: bool,
    pub is_missed: bool,
}

pub fn activities_of(deal: &Deal) -> Vec<Activity> {
    use ActivityKind::{Call, Content, Email, Meeting};
    if deal.created == NO_DAY || deal.campaign == 0 {
        return Vec::new();
    }
    let kinds = [Call, Email, Meeting, Content, Call];
    let count = deal.created.rem_euclid(4) as usize;
    let activity = |at: usize| Activity {
        day: deal.created + 3 * at as i32 - 1,
        kind: kinds[(at + deal.observed as usize) % kinds.len()],
        is_inbound: deal.created.rem_euclid(3) > 0,
        is_missed: (deal.created + at as i32).rem_euclid(5) == 0,
    };
    (0..count).map(activity).collect()
}

/// 7.5 is no answer.
pub fn score_of(deal: &Deal) -> Option<(i32, f64)> {
    let answered = deal.outcome == Outcome::Won && deal.closed != NO_DAY;
    let score = f64::from(deal.closed.rem_euclid(12)).min(10.0);
    answered.then_some((deal.closed + 5, if score == 3.0 { 7.5 } else { score }))
}

/// Calls that speak of no deal that is there.
pub const STRAY: [i32; 3] = [START + 10, START + 200, START + 400];

/// Other costs: day, cost, currency; and plans: day, what of, how much.
pub fn other_costs() -> Vec<(i32, f64, u8)> {
    (0..24).map(|n| (START + 30 * n, 100.0 + f64::from(n), u8::from(n % 7 == 3))).collect()
}
pub fn plans() -> Vec<(i32, Planned, f64)> {
    let kinds = [Planned::Revenue, Planned::Won, Planned::Leads, Planned::Other];
    (0..60).map(|n| (START + 12 * n, kinds[n as usize % 4], f64::from(40 + n) * 10.0)).collect()
}

fn beside(deals: &[Deal]) -> Beside {
    let mut activities =
        Activities { has_times: true, published: Some(PUBLISHED), ..Activities::default() };
    let mut scores = Scores::default();
    for (deal, at) in deals.iter().zip(0u32..) {
        let done = activities_of(deal);
        let came = || done.iter().filter(|a| !a.is_missed);
        let after = || came().filter(|a| a.day >= deal.created).map(|a| a.day - deal.created);
        activities.of_record.push(OfRecord {
            contacted: after().next().is_some(),
            response_hours: after().min().map(|days| f64::from(days) * 24.0),
            met: came().any(|a| a.kind == ActivityKind::Meeting),
            content: came().any(|a| a.kind == ActivityKind::Content),
        });
        for activity in done {
            add(&mut activities, activity, at);
        }
        if let Some((day, score)) = score_of(deal) {
            scores.day.push(day);
            scores.score.push(score);
            scores.record.push(at);
        }
    }
    for day in STRAY {
        let kind = ActivityKind::Call;
        let call = Activity { day, kind, is_inbound: true, is_missed: false };
        add(&mut activities, call, NO_ROW);
    }
    let (costs, plans) = (other_costs(), plans());
    let of_file = |file, rows: usize| vec![(file, rows as u32)];
    Beside {
        origin: [
            of_file(2, costs.len()),
            of_file(3, activities.day.len()),
            of_file(4, scores.day.len()),
            of_file(5, plans.len()),
        ],
        activities,
        scores,
        other_costs: OtherCosts {
            day: costs.iter().map(|c| c.0).collect(),
            cost: costs.iter().map(|c| c.1).collect(),
            currency: costs.iter().map(|c| c.2).collect(),
        },
        plans: Plans {
            day: plans.iter().map(|p| p.0).collect(),
            planned: plans.iter().map(|p| p.1).collect(),
            value: plans.iter().map(|p| p.2).collect(),
            ..Plans::default()
        },
    }
}

fn add(all: &mut Activities, activity: Activity, record: u32) {
    all.day.push(activity.day);
    all.kind.push(activity.kind);
    all.is_inbound.push(activity.is_inbound);
    all.tells_direction = true;
    all.is_missed.push(activity.is_missed);
    all.record.push(record);
    let is_content = activity.kind == ActivityKind::Content;
    all.item.push(if is_content { item_of(activity.day) } else { 0 });
}

/// Which of the seven items that were published is used on a day: one of them never is.
pub fn item_of(day: i32) -> u32 {
    1 + day.rem_euclid(6) as u32
}
pub const PUBLISHED: u32 = 7;

fn details(deals: &[Deal]) -> Details {
    Details {
        account: deals.iter().map(account_of).collect(),
        person: deals.iter().map(person_of).collect(),
        repeats: deals.iter().map(rows_of).collect(),
        units: deals.iter().map(units_of).collect(),
        chance: deals.iter().map(chance_of).collect(),
    }
}

fn records(deals: &[Deal]) -> Records {
    Records {
        count: deals.len(),
        row: (0..deals.len() as u32).collect(),
        created: deals.iter().map(|d| d.created).collect(),
        closed: deals.iter().map(|d| d.closed).collect(),
        expected: deals.iter().map(expected_of).collect(),
        outcome: deals.iter().map(|d| d.outcome).collect(),
        stage: deals.iter().map(|d| d.stage).collect(),
        observed: deals.iter().map(|d| d.observed).collect(),
        entered: vec![Vec::new(); 3],
        has_status: true,
        depth_unknown: deals.iter().map(|d| d.depth_unknown).collect(),
        amount: deals.iter().map(|d| d.amount).collect(),
        currency: deals.iter().map(|d| d.currency).collect(),
        channel: deals.iter().map(|d| d.channel).collect(),
        campaign: deals.iter().map(|d| d.campaign).collect(),
        ..Records::default()
    }
}

/// A small generator of random numbers (xorshift64*, S. Vigna 2016): the same on every machine.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % n
    }
    pub fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }
}

/// 2024-01-01.
pub const START: i32 = 19_723;

/// Random deals over two years, some without days, amounts or stages, some with contradictions.
pub fn deals(dice: &mut Dice, count: usize) -> Vec<Deal> {
    (0..count).map(|_| deal(dice)).collect()
}

fn deal(dice: &mut Dice) -> Deal {
    let outcome = [Outcome::Open, Outcome::Won, Outcome::Lost][dice.below(3) as usize];
    let created = START + dice.below(730) as i32;
    let closed = created + dice.below(200) as i32 - 5;
    let stage = dice.below(3) as u8;
    let observed = if dice.one_in(4) { 1 } else { 1 | dice.below(8) as u32 | 1 << stage };
    Deal {
        created: if dice.one_in(20) { NO_DAY } else { created },
        closed: if outcome == Outcome::Open || dice.one_in(20) { NO_DAY } else { closed },
        outcome,
        observed,
        depth_unknown: outcome == Outcome::Lost && observed == 1,
        stage: if outcome == Outcome::Open && !dice.one_in(10) { stage } else { NO_STAGE },
        amount: if dice.one_in(8) { f64::NAN } else { dice.below(1_000_000) as f64 / 100.0 },
        currency: u8::from(dice.one_in(6)),
        channel: dice.below(4) as u16,
        campaign: dice.below(3) as u32,
    }
}

/// Random cost rows over the same days, none for the last channel.
pub fn costs(dice: &mut Dice, count: usize) -> Vec<Cost> {
    let cost = |_| Cost {
        day: if dice.one_in(25) { NO_DAY } else { START + dice.below(730) as i32 },
        spend: if dice.one_in(30) { f64::NAN } else { dice.below(100_000) as f64 / 100.0 },
        currency: u8::from(dice.one_in(9)),
        channel: dice.below(3) as u16,
        campaign: dice.below(3) as u32,
    };
    (0..count).map(cost).collect()
}
