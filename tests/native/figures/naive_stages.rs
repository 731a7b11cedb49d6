//! Counts of stages by plain loops: who came to a stage, by creation or in days of events by the day of
//! it. Part of `naive`.

use super::made::{Deal, UNTOLD, entered_of};
use super::naive::{Group, over};
use tundish::engine::filter::Period;
use tundish::engine::funnel::Outcome::Won;
use tundish::engine::table::NO_DAY;
use tundish::engine::value::Day;

/// Deals of the group, of whatever day, and the days of the question.
pub struct Events<'a> {
    pub kept: Vec<&'a Deal>,
    pub days: Period,
    /// The data tell when stages were entered.
    pub dated: bool,
}

/// Implied: evidence of the stage or of a later one, or the win.
pub fn reached(deal: &Deal, stage: u32) -> bool {
    stage == 0 || deal.outcome == Won || deal.observed >> stage != 0
}

impl Group<'_> {
    /// Of the deals that came to a stage, counted from 1, those that came to the next one; in days of
    /// events those that came to either in them. (By the policy who came to the next came to both.)
    pub fn went_on(&self, from: u32) -> Option<f64> {
        over(self.came(from), self.came(from - 1)).filter(|_| from < self.stages)
    }
    /// Who came to a stage, counted from 0: in days of events by the day of it, where the data have any.
    pub fn came(&self, stage: u32) -> f64 {
        let by_entry = |events: &&Events| events.dated && stage != UNTOLD && stage > 0;
        let Some(events) = self.events.as_ref().filter(by_entry) else {
            return self.created(|d| reached(d, stage));
        };
        let is_in = |d: &&&Deal| {
            let day = entered_of(d, stage);
            reached(d, stage) && day != NO_DAY && events.days.contains(Day(day))
        };
        events.kept.iter().filter(is_in).count() as f64
    }
    /// Who was won after a stage; in days of events who was won in them.
    pub fn won_after(&self, stage: u32) -> f64 {
        match self.events {
            Some(_) => self.closed(Won),
            None => self.created(|d| d.outcome == Won && reached(d, stage)),
        }
    }
}
