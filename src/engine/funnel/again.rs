//! Assembling once more after a change of the mapping: what a change does not touch is taken from
//! before, so that somebody who maps a large file sees at once what becomes of it.
//!
//! Each piece is taken only where all that it follows from is as it was: the rows that are records,
//! the columns of its roles, and what the mapping says of their words. Not here: how a piece is made
//! (`course`, `money`, `channel`, `detail`).

use super::as_of::Tally;
use super::begin;
use super::channel::{Channels, Classified, OF_CHANNEL};
use super::crossing::Crossing;
use super::money::{Currencies, Money};
use super::source::Source;
use super::{Assembled, Records, whose};
use crate::engine::audit::Finding;
use crate::engine::currency::normalise;
use crate::engine::mapping::click::CLICK_ROLES;
use crate::engine::mapping::{FileKind, FileMapping, Ladder, Mapping, Role};
use std::mem::take;

/// What another mapping made of the same files.
pub struct Before {
    pub mapping: Mapping,
    pub assembled: Assembled,
}

/// Which rows are records.
const OF_ROWS: [Role; 2] = [Role::RecordId, Role::Modified];

/// What the course of a record follows from, beside the ladder.
const OF_COURSE: [Role; 6] =
    [Role::Stage, Role::Outcome, Role::Pipeline, Role::Created, Role::Closed, Role::ExpectedClose];

impl Before {
    /// Nothing, unless records are rows of the same file by the same clock.
    pub(super) fn of_file(self, main: &Source, mapping: &Mapping) -> Option<Before> {
        // Groups make tables: another group, and another table may bear the name.
        let same = self.mapping.groups == mapping.groups
            // Records that begin with leads are no rows of deals any more.
            && self.assembled.begun.is_none()
            && self.assembled.record_file == Some(main.at)
            && self.file(main).is_some_and(|f| {
                f.kind == main.mapping.kind && self.mapping.clock(f) == main.clock
            });
        same.then_some(self)
    }

    /// Nothing, unless these rows were the records.
    pub(super) fn of_rows(self, rows: &[u32]) -> Option<Before> {
        (self.assembled.records.row == rows).then_some(self)
    }

    fn file(&self, main: &Source) -> Option<&FileMapping> {
        self.mapping.files.iter().find(|f| f.name == main.mapping.name)
    }

    /// Whether these roles of the records' file are played by the same columns as before.
    fn holds(&self, main: &Source, roles: &[Role]) -> bool {
        let same = |f: &FileMapping| roles.iter().all(|r| f.header(*r) == main.mapping.header(*r));
        self.file(main).is_some_and(same)
    }

    /// The rows that are records, and what was found of repeats.
    pub(super) fn rows(&mut self, main: &Source) -> Option<(Vec<u32>, Option<Finding>)> {
        if !self.holds(main, &OF_ROWS) {
            return None;
        }
        let is_of_repeats = |f: &&Finding| match f {
            Finding::Repeats { file, .. } | Finding::RepeatsKept { file, .. } => {
                *file == main.mapping.name
            }
            _ => false,
        };
        let repeats = self.assembled.findings.iter().find(is_of_repeats).cloned();
        Some((take(&mut self.assembled.records.row), repeats))
    }

    /// The days of creation.
    pub(super) fn created(&mut self, main: &Source) -> Option<Vec<i32>> {
        let same = self.holds(main, &[Role::Created]);
        same.then(|| take(&mut self.assembled.records.created))
    }

    /// Gives records their outcomes, stages and days back; whether that could be done, and then what
    /// was found of stages that nothing takes, and whether any column tells an outcome.
    pub(super) fn course(
        &mut self,
        main: &Source,
        (ladder, mapping): (&Ladder, &Mapping),
        records: &mut Records,
    ) -> Option<(Option<Finding>, bool)> {
        let has_log = |m: &Mapping| m.files.iter().any(|f| f.kind == FileKind::StageHistory);
        let same = self.holds(main, &OF_COURSE)
            && begin::ladder(&self.mapping) == *ladder
            && !has_log(&self.mapping)
            && !has_log(mapping);
        if !same {
            return None;
        }
        let known = &mut self.assembled.records;
        records.closed = take(&mut known.closed);
        records.expected = take(&mut known.expected);
        records.outcome = take(&mut known.outcome);
        records.stage = take(&mut known.stage);
        records.has_status = known.has_status;
        records.observed = take(&mut known.observed);
        records.entered = take(&mut known.entered);
        records.disordered = take(&mut known.disordered);
        records.won_early = take(&mut known.won_early);
        records.after = take(&mut known.after);
        records.entered_after = take(&mut known.entered_after);
        records.depth_unknown = take(&mut known.depth_unknown);
        let is_of_stages = |f: &&Finding| matches!(f, Finding::StagesUnmapped { .. });
        let unmapped = self.assembled.findings.iter().find(is_of_stages).cloned();
        Some((unmapped, self.assembled.has.outcome))
    }

    /// The money of records, with its currencies.
    pub(super) fn money(
        &mut self,
        main: &Source,
        mapping: &Mapping,
        currencies: &mut Currencies,
    ) -> Option<Money> {
        let converts = |m: &Mapping| !normalise(&m.rates.to).is_empty();
        let same = self.holds(main, &[Role::Amount, Role::Currency])
            && self.file(main).is_some_and(|f| f.currency == main.mapping.currency)
            && !converts(&self.mapping)
            && !converts(mapping);
        if !same {
            return None;
        }
        let records = &mut self.assembled.records;
        // Records are read first, so that their currencies are the first of the list.
        let known = records.currency.iter().max().map_or(0, |last| usize::from(*last) + 1);
        currencies.names = self.assembled.currencies.iter().take(known).cloned().collect();
        Some(Money { amount: take(&mut records.amount), currency: take(&mut records.currency) })
    }

    /// The channels of records, and what was found of sources that disagree. Whether a record says
    /// where it came from is not among it.
    pub(super) fn channels(
        &mut self,
        main: &Source,
        mapping: &Mapping,
        channels: &mut Channels,
    ) -> Option<(Classified, Option<Finding>)> {
        let is_leads = |f: &FileMapping| f.kind == FileKind::Leads && f.name != main.mapping.name;
        // Leads that are joined to deals lend them theirs.
        let lends = |m: &Mapping| m.files.iter().any(is_leads);
        let same = self.holds(main, &OF_CHANNEL)
            && self.holds(main, &CLICK_ROLES)
            && self.mapping.channels == mapping.channels
            && self.mapping.merges == mapping.merges
            && !lends(&self.mapping)
            && !lends(mapping);
        if !same {
            return None;
        }
        let known = &self.assembled.channels;
        let mut moved: Vec<Option<u16>> = vec![None; known.len()];
        let mut of_records = take(&mut self.assembled.records.channel);
        for channel in &mut of_records {
            let at = usize::from(*channel);
            let (slot, name) = (moved.get_mut(at)?, known.get(at)?);
            *channel = *slot.get_or_insert_with(|| channels.index(name));
        }
        let disagree =
            |f: &&Finding| matches!(f, Finding::Crossing(Crossing::SourcesDisagree { .. }));
        let told = self.assembled.findings.iter().find(disagree).cloned();
        Some((Classified { channel: of_records, says: Vec::new() }, told))
    }

    /// The numbers of accounts or of persons.
    pub(super) fn numbers(
        &mut self,
        main: &Source,
        mapping: &Mapping,
        role: Role,
    ) -> Option<Vec<u32>> {
        let spelled = |m| {
            let header = main.mapping.header(role);
            header.map(|header| whose::same(m, &main.mapping.name, header))
        };
        if !self.holds(main, &[role]) || spelled(&self.mapping) != spelled(mapping) {
            return None;
        }
        let details = &mut self.assembled.details;
        Some(take(if role == Role::Account { &mut details.account } else { &mut details.person }))
    }

    /// How many rows stand behind each record.
    pub(super) fn repeats(&mut self, main: &Source) -> Option<Vec<u32>> {
        let same = self.holds(main, &OF_ROWS);
        same.then(|| take(&mut self.assembled.details.repeats))
    }

    /// The days of modification.
    pub(super) fn changed(&mut self, main: &Source) -> Option<Tally> {
        self.holds(main, &[Role::Modified]).then(|| take(&mut self.assembled.changed))
    }
}
