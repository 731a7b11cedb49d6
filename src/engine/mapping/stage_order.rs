//! The order of the rungs of a ladder, and why each stands where it stands.
//!
//! A name that is known has its usual place. One that is not is no evidence of depth: it is placed by
//! what the files tell (numbers in names, dates of entry, moves of a history, probabilities), else
//! before the first known rung that is deeper than a beginning. There it claims least: behind deeper
//! rungs all of its records would count as having passed them, and nobody would see it.
//!
//! Not here: the words (`stage_words`), what the files tell (`stage_clues`).

use super::Stage;
use super::stage_clues::{Clue, Clues};
use super::stage_words::{self, OPENING};
use serde::{Deserialize, Serialize};

/// Why a stage stands where it stands. The enum is the message key for each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderReason {
    /// The values carry numbers.
    Number,
    /// The default ladder of a CRM.
    Default(super::Crm),
    /// Its words say where such a stage usually stands.
    Words,
    /// Nothing is known of any stage: the order of the rows.
    Appearance,
    /// Its records entered it before and after those beside it.
    Dates,
    /// Records moved into it and on in this order.
    History,
    /// By the probability of its records.
    Probability,
    /// Nothing tells how deep it is: it stands early, where it claims least.
    Unknown,
}

impl OrderReason {
    /// Whether somebody should look at the place.
    pub fn is_doubtful(self) -> bool {
        matches!(self, OrderReason::Appearance | OrderReason::Unknown)
    }
}

impl From<Clue> for OrderReason {
    fn from(clue: Clue) -> OrderReason {
        match clue {
            Clue::Number => OrderReason::Number,
            Clue::Dates => OrderReason::Dates,
            Clue::History => OrderReason::History,
            Clue::Probability => OrderReason::Probability,
        }
    }
}

/// Stages in their usual order; those after the win behind the others.
pub fn sort(stages: &mut Vec<Stage>, clues: &Clues) {
    let places = order(stages, clues);
    let mut placed: Vec<(usize, Stage)> =
        places.iter().map(|(place, _)| *place).zip(std::mem::take(stages)).collect();
    placed.sort_by_key(|(place, stage)| (stage.after_win, *place));
    *stages = placed.into_iter().map(|(_, stage)| stage).collect();
}

/// The place of each stage in the usual order (0 is the first), and why it stands there.
pub fn order(stages: &[Stage], clues: &Clues) -> Vec<(usize, OrderReason)> {
    let names: Vec<&str> = stages.iter().map(|s| s.name.as_str()).collect();
    let numbers: Option<Vec<u32>> = names.iter().map(|n| stage_words::number(n)).collect();
    if let Some(numbers) = numbers.filter(|_| names.len() > 1) {
        let keys: Vec<(u32, usize)> = numbers.into_iter().zip(0..).collect();
        return places(&keys).into_iter().map(|p| (p, OrderReason::Number)).collect();
    }
    let known = known(&names);
    let mut line: Vec<usize> = (0..names.len()).filter(|i| rank_of(&known, *i).is_some()).collect();
    line.sort_by_key(|i| (rank_of(&known, *i), *i));
    let none_known = line.is_empty();
    let is_opening = |i: &&usize| rank_of(&known, **i).is_some_and(|rank| rank <= OPENING);
    let openings = line.iter().take_while(is_opening).count();
    let mut reasons: Vec<OrderReason> =
        known.iter().map(|k| k.map_or(OrderReason::Unknown, |(_, reason)| reason)).collect();
    // Those that nothing tells of stand one behind the other, in the order of the rows.
    let mut untold = openings;
    for i in 0..names.len() {
        if rank_of(&known, i).is_some() {
            continue;
        }
        let told = clues.of(i, &line);
        let at = match told {
            Some(_) => best_place(i, &line, clues, untold),
            None if none_known => line.len(),
            None => untold,
        };
        untold += usize::from(at <= untold);
        line.insert(at.min(line.len()), i);
        if let Some(reason) = reasons.get_mut(i) {
            let unknown = if none_known { OrderReason::Appearance } else { OrderReason::Unknown };
            *reason = told.map_or(unknown, OrderReason::from);
        }
    }
    let place = |i: usize| line.iter().position(|at| *at == i).unwrap_or(i);
    reasons.into_iter().enumerate().map(|(i, reason)| (place(i), reason)).collect()
}

type Known = Option<(u16, OrderReason)>;

fn rank_of(known: &[Known], i: usize) -> Option<u16> {
    known.get(i).copied().flatten().map(|(rank, _)| rank)
}

/// The ranks of the names that are known: by the default ladder of a CRM, else by their words.
fn known(names: &[&str]) -> Vec<Known> {
    let plain: Vec<String> = names.iter().map(|n| stage_words::plain(n)).collect();
    let default = best_default(&plain);
    let known = |name: &String| {
        let of_crm = default.as_ref().and_then(|d| d.rank(name).map(|rank| (rank, d.crm)));
        match of_crm {
            Some((rank, crm)) => Some((rank, OrderReason::Default(crm))),
            None => stage_words::rank(name).map(|rank| (rank, OrderReason::Words)),
        }
    };
    plain.iter().map(known).collect()
}

/// Where most clues about a stage hold; of equals the first that is no beginning.
fn best_place(stage: usize, line: &[usize], clues: &Clues, least: usize) -> usize {
    let score = |at: usize| -> i64 {
        let before = line.iter().take(at).map(|other| clues.vote(*other, stage));
        let behind = line.iter().skip(at).map(|other| clues.vote(stage, *other));
        before.chain(behind).sum()
    };
    let best = (0..=line.len()).map(score).max().unwrap_or(0);
    let fit: Vec<usize> = (0..=line.len()).filter(|at| score(*at) == best).collect();
    fit.iter().find(|at| **at >= least).or(fit.last()).copied().unwrap_or(0)
}

/// The place of each key in the sorted order.
fn places<K: Ord>(keys: &[K]) -> Vec<usize> {
    keys.iter().map(|key| keys.iter().filter(|other| *other < key).count()).collect()
}

struct DefaultLadder {
    crm: super::Crm,
    /// Names with ranks on the scale of the usual order, never falling.
    ranks: Vec<(&'static str, u16)>,
}

impl DefaultLadder {
    fn rank(&self, plain: &str) -> Option<u16> {
        self.ranks.iter().find(|(name, _)| *name == plain).map(|(_, rank)| *rank)
    }
}

/// The default ladder that knows most of the names: at least two, and half of them.
fn best_default(plain: &[String]) -> Option<DefaultLadder> {
    let known = |ladder: &str| plain.iter().filter(|n| ladder.split('|').any(|l| l == *n)).count();
    let ladders = stage_words::LADDERS.iter().map(|(crm, ladder)| (known(ladder), *crm, *ladder));
    // Of equals the first: `max_by_key` would take the last.
    let (count, crm, ladder) = ladders.rev().max_by_key(|(count, ..)| *count)?;
    if count < 2 || count * 2 < plain.len() {
        return None;
    }
    let mut last = 0;
    let mut ranks = Vec::new();
    for name in ladder.split('|') {
        last = stage_words::rank(name).unwrap_or(0).max(last + 1);
        ranks.push((name, last));
    }
    Some(DefaultLadder { crm, ranks })
}
