//! What is read of the records' own file and of the leads in front of it, and the lists of channels,
//! campaigns and currencies that grow meanwhile.
//!
//! Not here: the other files, and what is read when (`assemble`).

use super::again::Before;
use super::campaign::Campaigns;
use super::channel::{Channels, Classified, OF_CHANNEL, classify_rows};
use super::crossing::Crossing;
use super::money::{self, Currencies};
use super::rate::Rates;
use super::source::Source;
use super::{
    Assembled, Has, Shape, as_of, begin, course, detail, history, meaning, people,
    pipelines_differ, repeats,
};
use crate::engine::audit::{Finding, Told};
use crate::engine::error::BuildError;
use crate::engine::mapping::click::CLICK_ROLES;
use crate::engine::mapping::disagree::disagreement;
use crate::engine::mapping::{Channel, FileKind, Ladder, Mapping, Role};
use crate::engine::table::NO_DAY;
use crate::engine::value::Day;

/// What grows while files are read.
#[derive(Default)]
pub(super) struct Draft {
    pub currencies: Currencies,
    pub channels: Channels,
    pub campaigns: Campaigns,
    /// With a stage for the lead, where records begin with one.
    pub ladder: Ladder,
    pub told: Told,
    pub tells_outcome: bool,
    pub before: Option<Before>,
    pub rates: Option<Rates>,
    /// The day that the user takes for today.
    pub as_of: Option<Day>,
}

impl Draft {
    pub fn records(
        &mut self,
        (main, logs): (&Source, &[Source]),
        leads: &[Source],
        mapping: &Mapping,
        made: &mut Assembled,
    ) -> Result<(), BuildError> {
        let is_log = main.mapping.kind == FileKind::StageHistory;
        let before = self.before.take().filter(|_| !is_log);
        let mut before = before.and_then(|b| b.of_file(main, mapping));
        if !is_log {
            let (rows, repeats) = match before.as_mut().and_then(|b| b.rows(main)) {
                Some(known) => known,
                None => {
                    let found = repeats::collapse(main)?;
                    before = before.and_then(|b| b.of_rows(&found.0));
                    found
                }
            };
            made.findings.extend(repeats);
            made.records.count = rows.len();
            let known = before.as_mut().and_then(|b| b.created(main));
            made.records.created = known.map_or_else(|| main.days_of(Role::Created, &rows), Ok)?;
            made.records.row = rows;
        }
        let records = &mut made.records;
        let known = before.as_mut().and_then(|b| b.course(main, (&self.ladder, mapping), records));
        self.tells_outcome = match known {
            Some((unmapped, tells)) => {
                made.findings.extend(unmapped);
                tells
            }
            None => course::read(main, logs, &self.ladder, made)?,
        };
        let stages = meaning::rungs(&self.ladder);
        made.findings.extend(pipelines_differ::told(main, &made.records, &stages)?);
        self.before = before;
        self.rest(main, leads, mapping, made)
    }

    /// Puts the leads in front, where the user wants it. Money is converted by the days of the deals.
    pub fn begin(
        &mut self,
        (main, leads): (&Source, &[Source]),
        mapping: &Mapping,
        made: &mut Assembled,
    ) -> Result<(), BuildError> {
        let Some(join) = mapping.begins_with_leads() else { return Ok(()) };
        let Some(lead) = leads.iter().find(|s| s.mapping.name == join.lookup_file) else {
            return Ok(());
        };
        if let Some(rates) = &mut self.rates {
            rates.records(&mut self.currencies.names, &mut made.records);
        }
        let registers = (&mut self.channels, &mut self.campaigns);
        let told = begin::with_leads((main, lead), mapping, made, registers)?;
        self.told.source |= told.source;
        self.tells_outcome |= told.outcome;
        Ok(())
    }

    /// Brings money to one currency, where the user wants it.
    pub fn convert(&mut self, made: &mut Assembled) {
        let Some(mut rates) = self.rates.take() else { return };
        let names = &mut self.currencies.names;
        // Where records begin with leads, their deals were converted one by one.
        if made.begun.is_none() {
            rates.records(names, &mut made.records);
        }
        let spend = &mut made.spend;
        rates.convert(names, (&mut spend.spend, &mut spend.currency), &spend.day);
        let other = &mut made.beside.other_costs;
        rates.convert(names, (&mut other.cost, &mut other.currency), &other.day);
        made.findings.extend(rates.told(names));
    }

    /// Money, channels, campaigns.
    fn rest(
        &mut self,
        main: &Source,
        leads: &[Source],
        mapping: &Mapping,
        made: &mut Assembled,
    ) -> Result<(), BuildError> {
        let records = &mut made.records;
        let rows = &records.row;
        let before = &mut self.before;
        let known = before.as_mut().and_then(|b| b.changed(main));
        let modified = || Ok(as_of::tally(&[&main.days_of(Role::Modified, rows)?]));
        made.changed = known.map_or_else(modified, Ok)?;
        let known = before.as_mut().and_then(|b| b.money(main, mapping, &mut self.currencies));
        let read = |c| money::read(main, Role::Amount, rows, c);
        let money = known.map_or_else(|| read(&mut self.currencies), Ok)?;
        (records.amount, records.currency) = (money.amount, money.currency);
        let known = before.as_mut().and_then(|b| b.channels(main, mapping, &mut self.channels));
        let (channels, told) = match known {
            Some((channels, told)) => (Some(channels), told),
            None => {
                let channels = classify_rows(main, rows, mapping, &mut self.channels)?;
                let rows = rows.iter().copied();
                let told = disagreement(&main.view, &main.mapping.roles, mapping, rows);
                let told = told.filter(|d| d.records > 0);
                let finding = |disagreement| Crossing::SourcesDisagree { disagreement };
                (channels, told.map(finding).map(Finding::Crossing))
            }
        };
        made.findings.extend(told);
        self.told.campaign =
            mapping.spend_join.is_some() || main.role(Role::UtmCampaign)?.is_some();
        records.campaign = self.campaigns.of_records(main, mapping, rows)?;
        self.told.source = has_source(main);
        let mut channels = channels.unwrap_or_else(|| Classified {
            channel: vec![self.channels.index(&Channel::Unassigned); rows.len()],
            says: vec![false; rows.len()],
        });
        let registers = (&mut self.channels, &mut self.campaigns, &mut made.findings);
        self.told.source |=
            people::lend(leads, &made.links, mapping, &mut channels, records, registers)?;
        records.channel = channels.channel;
        made.details = detail::read(main, records, mapping, self.before.as_mut())?;
        made.reason_column = main.role(Role::LostReason)?.map(|c| c.header.clone());
        Ok(())
    }

    /// Registers become lists, channels in canonical order.
    pub fn finish(&mut self, made: &mut Assembled) {
        let (channels, moved) = std::mem::take(&mut self.channels).sorted();
        let moved = |at: &u16| moved.get(usize::from(*at)).copied().unwrap_or(0);
        let touches = &mut made.touches.channel;
        for of_rows in [&mut made.records.channel, &mut made.spend.channel, touches] {
            of_rows.iter_mut().for_each(|c| *c = moved(c));
        }
        made.channels = channels;
        made.currencies = std::mem::take(&mut self.currencies.names);
        made.campaigns = self.campaigns.names();
        let stages = meaning::rungs(&self.ladder);
        made.stages = stages.iter().map(|s| s.name.clone()).collect();
        let later = meaning::after_win(&self.ladder);
        made.stages_after = later.iter().map(|s| s.name.clone()).collect();
        made.shape = Shape::found(made);
        made.findings.extend(history::out_of_order(made));
        as_of::settle(made, self.as_of);
        let records = &made.records;
        let any_day = |days: &[i32]| days.iter().any(|day| *day != NO_DAY);
        let any = |column: &[f64]| column.iter().any(|x| !x.is_nan());
        made.has = Has {
            records: records.count > 0,
            spend: any(&made.spend.spend),
            impressions: any(&made.spend.impressions),
            clicks: any(&made.spend.clicks),
            conversions: any(&made.spend.conversions),
            visits: any(&made.spend.visits),
            amount: records.amount.iter().any(|x| !x.is_nan()),
            created: any_day(&records.created),
            closed: any_day(&records.closed),
            outcome: self.tells_outcome,
            qualified: stages.iter().position(|s| s.qualified).map(|at| at as u8),
        };
    }
}

/// Whether any column says where records came from.
fn has_source(main: &Source) -> bool {
    OF_CHANNEL.iter().chain(&CLICK_ROLES).any(|role| main.mapping.header(*role).is_some())
}
