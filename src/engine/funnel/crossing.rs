//! Findings of where columns, files and currencies meet: what contradicts, what was taken from
//! another file, what was converted. Each with its count.
//!
//! Not here: the other findings (`audit`), the words (`i18n`).

use super::NO_ROW;
use super::begin::BegunCounts;
use crate::engine::audit::Finding;
use crate::engine::issue::Location;
use crate::engine::mapping::disagree::Disagreement;
use crate::engine::value::Day;
use serde::{Deserialize, Serialize};

/// The enum is the message key for each language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Crossing {
    /// The CRM's own source and the address of the visit say different channels.
    SourcesDisagree { disagreement: Disagreement },
    /// Cells that hold several keys: the first joins, so many further ones do not.
    SeveralKeys { file: String, column: String, records: u64, keys: u64 },
    /// Leads or contacts joined to the deals: deals that found theirs, of all; rows of the file, and
    /// those without a deal, which are in no figure.
    LeadsJoined { file: String, matched: u64, records: u64, leads: u64, without: u64 },
    /// Money converted to one currency: records and cost rows by currency, and the greatest age of a
    /// rate in days.
    Converted { to: String, rows: Vec<(String, u64)>, oldest: i32 },
    /// Money that has no rate for its day and stays in its own currency.
    NoRate { to: String, rows: Vec<(String, u64)> },
    /// The records begin with the leads of a file: how the counts reconcile, and deals whose money
    /// is in another currency than the one of their lead's record.
    BeginsWithLeads { file: String, counts: BegunCounts, records: u64, elsewhere: u64 },
    /// The rows of a file speak of leads: those with which records begin, or that became deals.
    RowsMet { file: String, met: RowsMet },
    /// Records without a source of their own that took their lead's.
    SourceOfLead { file: String, records: u64 },
    /// Deals of won leads that the record of their lead can't hold as they are, by currency: deals won
    /// on a `later` day than the first, whose money counts on the day of the first; and open ones,
    /// which are in no pipeline.
    SeveralDeals { later: u64, later_won: f64, open: u64, open_amount: f64, currency: String },
    /// Pipelines on one ladder, each with the stages that no other has, and their records.
    PipelinesDiffer { pipelines: Vec<(String, Vec<String>)>, records: u64 },
    /// Advertising in a file of other costs, with its rows, in months whose ads are in a file of costs.
    AdsAmongCosts { file: String, types: Vec<(String, u64)> },
    /// Plans whose column is called quarters, and whose days are not whole quarters apart: the first
    /// such day and its place, how many of so many days are like it. They are of single days.
    QuartersApart { place: Location, day: Day, odd: u64, rows: u64 },
}

/// How the rows of a file met records that begin with leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowsMet {
    pub rows: u64,
    pub by_deal: u64,
    pub by_lead: u64,
    /// By person or account.
    pub otherwise: u64,
    /// Rows that name a deal of one record and the lead of another.
    pub both: u64,
    /// These were read as leads, of which the file names more.
    pub leads_first: bool,
}

impl RowsMet {
    /// Rows with a record.
    pub fn met(&self) -> u64 {
        self.by_deal + self.by_lead + self.otherwise
    }

    /// A file speaks of deals or of leads: of those that more of its rows meet (of equals deals), and
    /// of the others where it meets none; with a column for each, deals go first. The record of each
    /// row.
    pub(super) fn either(
        by_deal: Vec<u32>,
        by_lead: &[u32],
        has_both: bool,
    ) -> (Vec<u32>, RowsMet) {
        let count = |of: &[u32]| of.iter().filter(|record| **record != NO_ROW).count();
        let leads_first = !has_both && count(by_lead) > count(&by_deal);
        let rows = by_deal.len() as u64;
        let mut met = RowsMet { rows, leads_first, ..RowsMet::default() };
        let mut choose = |(deal, lead): (u32, &u32)| {
            let (has_deal, has_lead) = (deal != NO_ROW, *lead != NO_ROW);
            met.both += u64::from(has_deal && has_lead && deal != *lead);
            let is_lead = has_lead && (leads_first || !has_deal);
            met.by_lead += u64::from(is_lead);
            met.by_deal += u64::from(has_deal && !is_lead);
            if is_lead { *lead } else { deal }
        };
        let record = by_deal.into_iter().zip(by_lead).map(&mut choose).collect();
        (record, met)
    }

    pub(super) fn told(self, file: &str) -> Finding {
        Finding::Crossing(Crossing::RowsMet { file: file.to_owned(), met: self })
    }
}

impl Crossing {
    /// How many records (or rows) it touches; 0 where it touches none in particular.
    pub fn weight(&self) -> u64 {
        match self {
            Crossing::SourcesDisagree { disagreement } => disagreement.records,
            Crossing::SeveralKeys { records, .. } | Crossing::SourceOfLead { records, .. } => {
                *records
            }
            Crossing::LeadsJoined { without, .. } => *without,
            Crossing::RowsMet { met, .. } => met.rows,
            Crossing::BeginsWithLeads { records, .. } => *records,
            Crossing::SeveralDeals { later, open, .. } => later + open,
            Crossing::PipelinesDiffer { records, .. } => *records,
            Crossing::QuartersApart { odd, .. } => *odd,
            Crossing::AdsAmongCosts { types, .. } => types.iter().map(|(_, n)| n).sum(),
            Crossing::Converted { rows, .. } | Crossing::NoRate { rows, .. } => {
                rows.iter().map(|(_, n)| n).sum()
            }
        }
    }

    /// Whether somebody should look before trusting the figures.
    pub fn is_doubtful(&self) -> bool {
        match self {
            Crossing::SourcesDisagree { .. }
            | Crossing::NoRate { .. }
            | Crossing::SeveralDeals { .. }
            | Crossing::PipelinesDiffer { .. }
            | Crossing::AdsAmongCosts { .. }
            | Crossing::QuartersApart { .. } => true,
            Crossing::RowsMet { met, .. } => met.both > 0,
            Crossing::BeginsWithLeads { counts, .. } => counts.dated_by_deal > 0,
            Crossing::SeveralKeys { .. }
            | Crossing::LeadsJoined { .. }
            | Crossing::Converted { .. }
            | Crossing::SourceOfLead { .. } => false,
        }
    }
}
