//! With what the records begin: with the deals, or with the leads, of which some never become one.
//!
//! Not here: what is made of it (`funnel::begin`), how leads and deals find each other (`people`).

use super::{FileKind, FileMapping, Join, Ladder, Mapping, Stage};
use crate::engine::fold::fold;
use serde::{Deserialize, Serialize};

/// The user's choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BeginWith {
    /// One record a deal; a lead lends what it knows.
    #[default]
    Deals,
    /// One record a lead, with its deals; and one a deal without a lead.
    Leads,
}

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Begin {
    pub with: BeginWith,
    /// The name of the stage that every lead is in; empty: as [`Mapping::lead_stage`] names it.
    pub stage: String,
    /// The stages of leads by their own status; the first is the one that every lead is in.
    pub own: Ladder,
    /// These stages stand between the lead and the deal. Documents of before go without.
    pub by_status: bool,
}

impl Begin {
    /// The stages of leads that count, where they do: the one of every lead, then those by status.
    pub fn rungs(&self) -> &[Stage] {
        let stages = &self.own.stages;
        let end = stages.iter().position(|s| s.after_win).unwrap_or(stages.len());
        stages.get(..end.min(MOST_OWN)).filter(|_| self.by_status).unwrap_or_default()
    }
}

/// A ladder has so many rungs at most, and the deals need some.
const MOST_OWN: usize = 12;

impl Mapping {
    /// The join by which deals find their leads, where there is one to choose by.
    pub fn lead_join(&self) -> Option<&Join> {
        let deals = self.files.iter().find(|f| f.kind == FileKind::Deals)?;
        let is_lead = |name: &str| {
            let of = |f: &&FileMapping| f.name == name && f.kind == FileKind::Leads;
            self.files.iter().any(|f| of(&f))
        };
        self.joins.iter().find(|j| j.from_file == deals.name && is_lead(&j.lookup_file))
    }

    /// The join by which the records begin with leads, where they do.
    pub fn begins_with_leads(&self) -> Option<&Join> {
        self.lead_join().filter(|_| self.begin.with == BeginWith::Leads)
    }

    /// The name of the stage that every lead is in: the user's, else in the language of the file.
    pub fn lead_stage(&self) -> String {
        if !self.begin.stage.trim().is_empty() {
            return self.begin.stage.trim().to_owned();
        }
        let file = self.lead_join().and_then(|j| self.of_file(&j.lookup_file));
        let headers = file.map(|f| f.headers.join(" ")).unwrap_or_default();
        let is_cyrillic = |c: char| ('а'..='я').contains(&c);
        if fold(&headers).chars().any(is_cyrillic) { "Лид" } else { "Lead" }.to_owned()
    }
}
