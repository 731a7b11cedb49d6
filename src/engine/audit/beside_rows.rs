//! Files of other costs and activities as the checks see them: their columns, and where their rows
//! stand among all of the kind.

use super::check::{Counted, Lack};
use super::ground::{Evidence, Ground, Look, need};
use crate::engine::distinct::Distinct;
use crate::engine::funnel::{Activities, ActivityKind, BesideKind, OtherCosts};
use crate::engine::mapping::{FileMapping, Role};
use crate::engine::table::{Column, Table};

/// One file of a kind.
pub(super) struct BesideFile<'a> {
    /// Position among the files.
    pub at: usize,
    pub table: &'a Table,
    pub mapping: &'a FileMapping,
    /// The position of its first row among all of the kind.
    first: u32,
}

impl<'a> BesideFile<'a> {
    pub fn column(&self, role: Role) -> Option<&'a Column> {
        self.table.column(self.mapping.header(role)?)
    }

    /// The rows with their positions among all of the kind.
    pub fn rows(&self) -> impl Iterator<Item = (usize, u32)> {
        (0..self.table.rows).zip(self.first..)
    }
}

impl<'a> Ground<'a> {
    /// The files of a kind, in the order of their rows.
    pub(super) fn beside(&self, kind: BesideKind) -> Vec<BesideFile<'a>> {
        let mut first = 0;
        let mut found = Vec::new();
        for (at, rows) in self.assembled.beside.origin.get(kind as usize).into_iter().flatten() {
            let file = self.files.get(*at);
            let of_name = |name: &str| self.mapping.files.iter().find(|f| f.name == name);
            if let Some((file, mapping)) = file.and_then(|f| Some((f, of_name(&f.profile.name)?))) {
                found.push(BesideFile { at: *at, table: file.table, mapping, first });
            }
            first += rows;
        }
        found
    }

    pub(super) fn other_costs(&self) -> Result<&'a OtherCosts, Lack> {
        let costs = &self.assembled.beside.other_costs;
        need(!costs.cost.is_empty(), Lack::NoOtherCosts)?;
        Ok(costs)
    }

    pub(super) fn activities(&self) -> Result<&'a Activities, Lack> {
        let activities = &self.assembled.beside.activities;
        need(!activities.day.is_empty(), Lack::NoActivities)?;
        Ok(activities)
    }

    /// Positions of the rows of a kind that have a column and fit, and how many were asked.
    pub(super) fn pick_beside(
        &self,
        kind: BesideKind,
        role: Role,
        is_asked: impl Fn(usize) -> bool,
        fits: impl Fn(&Column, usize) -> bool,
    ) -> Option<(Vec<u32>, u64)> {
        let (mut found, mut of, mut any) = (Vec::new(), 0, false);
        for file in self.beside(kind) {
            let Some(column) = file.column(role) else { continue };
            any = true;
            for (row, at) in file.rows().filter(|(_, at)| is_asked(*at as usize)) {
                of += 1;
                if fits(column, row) {
                    found.push(at);
                }
            }
        }
        any.then_some((found, of))
    }

    /// Positions of the rows of a kind that are alike in all these roles, with the columns.
    pub(super) fn alike(&self, kind: BesideKind, roles: &[Role]) -> (Vec<u32>, Vec<String>) {
        let (mut found, mut headers) = (Vec::new(), Vec::new());
        for file in self.beside(kind) {
            let columns: Vec<&Column> = roles.iter().filter_map(|r| file.column(*r)).collect();
            let texts: Vec<Distinct> = columns.iter().map(|c| Distinct::of(c)).collect();
            let key = |row: usize| texts.iter().map(|t| t.code(row as u32)).collect::<Vec<u32>>();
            let mut rows: Vec<(Vec<u32>, u32)> = file.rows().map(|(r, at)| (key(r), at)).collect();
            rows.sort();
            let alike = rows.chunk_by(|a, b| a.0 == b.0).filter(|rows| rows.len() > 1);
            // Rows that say nothing are no repeats of each other.
            let alike = alike.filter(|rows| {
                rows.first()
                    .is_some_and(|(key, _)| key.iter().filter(|code| **code != 0).count() > 1)
            });
            found.extend(alike.flatten().map(|(_, at)| *at));
            for header in columns.iter().map(|c| &c.header) {
                if !headers.contains(header) {
                    headers.push(header.clone());
                }
            }
        }
        found.sort_unstable();
        (found, headers)
    }
}

/// Rows of other costs that a check found, of so many.
pub(super) fn costs(rows: Vec<u32>, of: u64) -> Evidence {
    let (beside, counted) = (Some((BesideKind::OtherCosts, rows)), Some(Counted::CostRows));
    Evidence { beside, of, counted, ..Evidence::default() }
}

/// Activities that a check found, of so many.
pub(super) fn activities(rows: Vec<u32>, of: u64) -> Evidence {
    let (beside, counted) = (Some((BesideKind::Activities, rows)), Some(Counted::Activities));
    Evidence { beside, of, counted, ..Evidence::default() }
}

/// As before, where leaving the rows out would say nothing: they count, and lack something.
pub(super) fn lacking(rows: Vec<u32>, of: u64) -> Look {
    Look::of(Evidence { without_effect: true, ..activities(rows, of) })
}

/// Somebody spoke to somebody.
pub(super) fn is_talk(kind: Option<&ActivityKind>) -> bool {
    matches!(kind, Some(ActivityKind::Call | ActivityKind::Meeting))
}
