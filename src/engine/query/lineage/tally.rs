//! What became of each row of a sort, and how many had which fate.

use crate::engine::window::Part;
use serde::{Deserialize, Serialize};

/// What became of all rows of a sort: the counts add up to `all`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    pub all: u64,
    pub filtered: u64,
    /// In another group than the figure's.
    pub elsewhere: u64,
    /// Outside the period, or without the day that would place them in it.
    pub outside: u64,
    /// In the group and the period, and of no concern to this figure (an open record to a share of
    /// the closed ones).
    pub unconcerned: u64,
    pub left_out: Vec<(Part, u64)>,
    /// The rows that the figure is made of; those above the line and those below it.
    pub counted: u64,
    pub above: u64,
    pub below: u64,
    /// Rows that are counted by one day and lack another that the figure asks for.
    #[serde(default)]
    pub part_dated: u64,
    /// Rows that are counted where nothing is divided.
    pub plain: u64,
    /// Rows that are counted by a name of their own.
    pub named: Vec<(Part, u64)>,
}

impl Tally {
    pub(super) fn of(fates: &[Fate]) -> Tally {
        let mut tally = Tally::default();
        fates.iter().for_each(|fate| tally.put(*fate));
        tally.left_out.sort_unstable();
        tally.named.sort_unstable();
        tally
    }

    fn put(&mut self, fate: Fate) {
        self.all += u64::from(fate != Fate::Again);
        match fate {
            Fate::Again => {}
            Fate::Filtered => self.filtered += 1,
            Fate::Elsewhere => self.elsewhere += 1,
            Fate::Outside => self.outside += 1,
            Fate::Unconcerned => self.unconcerned += 1,
            Fate::Part(part) if part.has_name() => {
                self.counted += 1;
                one_more(&mut self.named, part);
            }
            Fate::Part(part) if part.counts() => {
                self.counted += 1;
                self.above += u64::from(part != Part::Below);
                self.below += u64::from(matches!(part, Part::Both | Part::Below));
                self.plain += u64::from(part == Part::Counted);
            }
            Fate::Part(part) => one_more(&mut self.left_out, part),
        }
    }
}

fn one_more(counts: &mut Vec<(Part, u64)>, part: Part) {
    match counts.iter_mut().find(|(p, _)| *p == part) {
        Some((_, n)) => *n += 1,
        None => counts.push((part, 1)),
    }
}

/// What a row is to a figure.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Filtered,
    Elsewhere,
    Outside,
    Unconcerned,
    Part(Part),
    /// It is the same row as another, which tells of both.
    Again,
}

impl Fate {
    pub fn part(self) -> Option<Part> {
        match self {
            Fate::Part(part) => Some(part),
            _ => None,
        }
    }
}
