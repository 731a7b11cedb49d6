//! How far leads came by their own status and by dates of their own file, before any deal.
//!
//! Not here: what their deals add (`begin_merge`).

use super::source::Source;
use super::stage::{self, bit};
use super::{NO_STAGE, Outcome, Records};
use crate::engine::audit::Finding;
use crate::engine::error::BuildError;
use crate::engine::mapping::{Ladder, Mapping, Role};
use crate::engine::table::NO_DAY;

/// By lead. Without stages of their own, leads are at the first stage and nothing more is known.
#[derive(Default)]
pub(super) struct OwnWay {
    /// How many stages of the ladder are the leads'; the next one is the first of the deals.
    pub rungs: usize,
    leads: Records,
}

impl OwnWay {
    pub fn read(
        lead: &Source,
        mapping: &Mapping,
        rows: &[u32],
        created: &[i32],
        findings: &mut Vec<Finding>,
    ) -> Result<OwnWay, BuildError> {
        let stages = mapping.begin.rungs();
        if stages.is_empty() {
            return Ok(OwnWay { rungs: 1, leads: Records::default() });
        }
        let mut ladder = Ladder { stages: stages.to_vec(), ..mapping.begin.own.clone() };
        // A date that next month's file has no more says nothing; the rest still does.
        let ends = [&mut ladder.won_on, &mut ladder.lost_on];
        for date in ladder.stages.iter_mut().map(|s| &mut s.entered).chain(ends) {
            *date = date.take().filter(|header| lead.table.column(header).is_some());
        }
        let (row, created) = (rows.to_vec(), created.to_vec());
        let mut leads = Records { count: rows.len(), row, created, ..Records::default() };
        let told = stage::read(lead, &ladder, &mut leads, findings)?;
        leads.closed = match lead.role(Role::Closed)? {
            Some(column) => lead.days(column, rows),
            None => vec![NO_DAY; rows.len()],
        };
        for (closed, ended) in leads.closed.iter_mut().zip(told.ended) {
            *closed = if *closed == NO_DAY { ended } else { *closed };
        }
        Ok(OwnWay { rungs: stages.len(), leads })
    }

    /// The evidence of stages of its own. That a lead was converted says that it passed them: its deal
    /// implies it by itself, a lead without one stands at the last.
    pub fn observed(&self, lead: usize, has_deal: bool) -> u32 {
        let bits = self.leads.observed.get(lead).copied().unwrap_or(1);
        match self.ended(lead) {
            Some(Outcome::Won) if !has_deal => bits | bit(self.rungs - 1),
            _ => bits,
        }
    }

    fn ended(&self, lead: usize) -> Option<Outcome> {
        self.leads.outcome.get(lead).copied()
    }

    /// How a lead without a deal stands, at which stage it is, and when it was lost.
    pub fn alone(&self, lead: usize) -> (Outcome, u8, i32) {
        let stage = self.leads.stage.get(lead).copied().unwrap_or(0);
        let closed = self.leads.closed.get(lead).copied().unwrap_or(NO_DAY);
        match self.ended(lead) {
            Some(Outcome::Lost) => (Outcome::Lost, stage, closed),
            Some(Outcome::Won) => (Outcome::Open, (self.rungs - 1) as u8, NO_DAY),
            _ => (Outcome::Open, if stage == NO_STAGE { 0 } else { stage }, NO_DAY),
        }
    }

    /// Lost, and nothing says how far it came.
    pub fn depth_unknown(&self, lead: usize) -> bool {
        self.leads.depth_unknown.get(lead) == Some(&true)
    }

    /// The days on which leads entered a stage of their own; empty where nothing tells.
    pub fn entered(&self, stage: usize) -> &[i32] {
        self.leads.entered.get(stage).map_or(&[], Vec::as_slice)
    }

    /// Whether a lead can be lost by its own status.
    pub fn tells_outcome(&self) -> bool {
        self.leads.outcome.contains(&Outcome::Lost)
    }
}
