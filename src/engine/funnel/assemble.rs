//! The assembling itself: from files and mapping to records, cost rows, joins and findings.

use super::again::Before;
use super::beside;
use super::campaign::Campaigns;
use super::channel::{Channels, Classified, classify_rows};
use super::crossing::Crossing;
use super::link;
use super::money::{self, Currencies};
use super::rate::Rates;
use super::source::Source;
use super::{
    Assembled, FileView, Has, Outcome, Shape, begin, detail, earlier, history, meaning, order,
    people, repeats, spend, stage, touch_log,
};
use crate::engine::audit::{self, Finding, Told};
use crate::engine::error::BuildError;
use crate::engine::mapping::disagree::disagreement;
use crate::engine::mapping::{Channel, FileKind, Ladder, Mapping, Role};
use crate::engine::table::{Column, NO_DAY};

/// Makes records and cost rows of the files. Deals are counted, or leads where there are no deals,
/// or what a history of stages speaks of where there are neither; of several such files the first
/// of the mapping.
///
/// # Errors
/// Where nothing is mapped as deals, leads or spend, and where a file that is to be counted, or a
/// column with a role, is not there. A missing lookup is a finding.
pub fn assemble(files: &[FileView], mapping: &Mapping) -> Result<Assembled, BuildError> {
    assemble_after(files, mapping, None)
}

/// As [`assemble`], with what another mapping made of the same files, so that a change of the mapping
/// costs what it touches.
///
/// # Errors
/// As [`assemble`].
pub fn assemble_after(
    files: &[FileView],
    mapping: &Mapping,
    before: Option<Before>,
) -> Result<Assembled, BuildError> {
    let mut counted = Source::of_kind(files, mapping, FileKind::Deals)?;
    counted.extend(Source::of_kind(files, mapping, FileKind::Leads)?);
    let costs = Source::of_kind(files, mapping, FileKind::Spend)?;
    let mut of_logs = Vec::new();
    let logs = history::logs(files, mapping, &mut of_logs)?;
    let main = counted.first().or(logs.first()).copied();
    if main.is_none() && costs.is_empty() {
        return Err(BuildError::NoRecords);
    }
    let rates = Rates::of(files, mapping)?;
    let ladder = begin::ladder(mapping);
    let mut draft = Draft { ladder, before, rates, ..Draft::default() };
    let merges = mapping.merges.clone();
    let record_file = main.map(|m| m.at);
    let working_days = mapping.working.as_ref().filter(|w| w.any()).map(|w| w.days);
    let mut made = Assembled { record_file, merges, working_days, ..Assembled::default() };
    made.clocks = mapping.clocks(files.iter().map(|f| f.profile.name.as_str()));
    made.findings = appended(files, mapping);
    made.findings.extend(of_logs);
    made.links = link::resolve(files, mapping, &mut made.findings)?;
    // Leads that are joined to the deals lend them what they know.
    let is_joined = |s: &&Source| {
        main.is_some_and(|m| {
            made.links.iter().any(|l| l.from_file == m.at && l.lookup_file == s.at)
        })
    };
    let leads = counted.iter().skip(1).filter(|s| s.mapping.kind == FileKind::Leads);
    let leads: Vec<Source> = leads.filter(is_joined).copied().collect();
    let people: Vec<usize> = leads.iter().map(|s| s.at).collect();
    if let Some(main) = main {
        let apart = counted.iter().skip(1).filter(|s| !people.contains(&s.at));
        made.findings.extend(apart.map(|other| Finding::FileNotCounted {
            file: other.mapping.name.clone(),
            counted: main.mapping.name.clone(),
            rows: other.table.rows as u64,
        }));
        draft.records((&main, &logs), &leads, mapping, &mut made)?;
        draft.begin(&leads, mapping, &mut made)?;
        let (touches, told) = touch_log::read(files, mapping, &main, &made, &mut draft.channels)?;
        made.touches = touches;
        made.findings.extend(told);
    }
    let registers = (&mut draft.currencies, &mut draft.channels, &mut draft.campaigns);
    made.spend = spend::read(&costs, mapping, &made.records, registers)?;
    let (beside, told) = beside::read(files, mapping, main.as_ref(), &made, &mut draft.currencies)?;
    made.beside = beside;
    made.findings.extend(told);
    let of_joins = link::findings(&made, files, &people);
    made.findings.extend(of_joins);
    draft.convert(&mut made);
    draft.finish(&mut made);
    made.earlier = earlier::read(files, mapping, &made);
    made.findings = audit::audit(&made, draft.told);
    Ok(made)
}

/// What became of the files that are one table, for those tables that are of use.
fn appended(files: &[FileView], mapping: &Mapping) -> Vec<Finding> {
    let used = mapping.files.iter().filter(|f| f.kind.is_used());
    let profiles = used.filter_map(|f| files.iter().find(|v| v.profile.name == f.name));
    let told = profiles.filter_map(|v| {
        let appended = v.profile.appended.as_ref()?;
        Some(appended.findings(&v.profile.name))
    });
    told.flatten().collect()
}

/// What grows while files are read.
#[derive(Default)]
struct Draft {
    currencies: Currencies,
    channels: Channels,
    campaigns: Campaigns,
    /// With a stage for the lead, where records begin with one.
    ladder: Ladder,
    told: Told,
    tells_outcome: bool,
    modified: Option<i32>,
    before: Option<Before>,
    rates: Option<Rates>,
}

impl Draft {
    fn records(
        &mut self,
        (main, logs): (&Source, &[Source]),
        leads: &[Source],
        mapping: &Mapping,
        made: &mut Assembled,
    ) -> Result<(), BuildError> {
        let ladder = &self.ladder.clone();
        let mut own = stage::OwnWord::default();
        let mut found = None;
        if main.mapping.kind == FileKind::StageHistory {
            found = Some(history::found_records(main, &mut made.records)?);
            history::blank(ladder, &mut made.records);
        } else {
            let known = self.before.as_mut().and_then(|b| b.rows(main, mapping));
            let (rows, repeats) = known.map_or_else(|| repeats::collapse(main), Ok)?;
            made.findings.extend(repeats);
            made.records.count = rows.len();
            made.records.created = days(main, main.role(Role::Created)?, &rows);
            made.records.row = rows;
            own = stage::read(main, ladder, &mut made.records, &mut made.findings)?;
        }
        if !logs.is_empty() {
            history::take(logs, (main, found.as_deref()), (ladder, &mut own), made)?;
        }
        self.tells_outcome = own.outcome;
        self.dates(main, &own, &mut made.records)?;
        self.rest(main, leads, mapping, made)?;
        order::find(&mut made.records);
        Ok(())
    }

    /// Puts the leads in front, where the user wants it. Money is converted by the days of the deals.
    fn begin(
        &mut self,
        leads: &[Source],
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
        let told = begin::with_leads(lead, mapping, made, registers)?;
        self.told.source |= told.source;
        self.tells_outcome |= told.outcome;
        Ok(())
    }

    /// Brings money to one currency, where the user wants it.
    fn convert(&mut self, made: &mut Assembled) {
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

    /// Days of closing, or those on which it is hoped for.
    fn dates(
        &mut self,
        main: &Source,
        own: &stage::OwnWord,
        records: &mut super::Records,
    ) -> Result<(), BuildError> {
        let rows = &records.row;
        let mut closing = days(main, main.role(Role::Closed)?, rows);
        let mut hoped = days(main, main.role(Role::ExpectedClose)?, rows);
        let each = closing.iter_mut().zip(&mut hoped).zip(&records.outcome);
        for (row, ((closing, hoped), outcome)) in each.enumerate() {
            if *outcome == Outcome::Open {
                *hoped = if *hoped == NO_DAY { *closing } else { *hoped };
                *closing = NO_DAY;
            } else {
                *hoped = NO_DAY;
                if *closing == NO_DAY {
                    *closing = own.ended.get(row).copied().unwrap_or(NO_DAY);
                }
            }
        }
        (records.closed, records.expected) = (closing, hoped);
        self.modified = latest(&days(main, main.role(Role::Modified)?, rows));
        Ok(())
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
        let money = money::read(main, Role::Amount, rows, &mut self.currencies)?;
        (records.amount, records.currency) = (money.amount, money.currency);
        let channels = classify_rows(main, rows, mapping, &mut self.channels)?;
        let told = disagreement(&main.view, &main.mapping.roles, mapping, rows.iter().copied());
        made.findings.extend(
            told.filter(|d| d.records > 0)
                .map(|disagreement| Finding::Crossing(Crossing::SourcesDisagree { disagreement })),
        );
        self.told.campaign =
            mapping.spend_join.is_some() || main.role(Role::UtmCampaign)?.is_some();
        records.campaign = self.campaigns.of_records(main, mapping, rows)?;
        self.told.source = channels.is_some();
        let mut channels = channels.unwrap_or_else(|| Classified {
            channel: vec![self.channels.index(&Channel::Unassigned); rows.len()],
            says: vec![false; rows.len()],
        });
        let registers = (&mut self.channels, &mut self.campaigns, &mut made.findings);
        self.told.source |=
            people::lend(leads, &made.links, mapping, &mut channels, records, registers)?;
        records.channel = channels.channel;
        let before = &mut self.before;
        made.details = detail::read(main, records, |role| {
            before.as_mut().and_then(|b| b.numbers(main, mapping, role))
        })?;
        made.reason_column = main.role(Role::LostReason)?.map(|c| c.header.clone());
        Ok(())
    }

    /// Registers become lists, channels in canonical order.
    fn finish(&mut self, made: &mut Assembled) {
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
        let records = &made.records;
        let (created, closed) = (latest(&records.created), latest(&records.closed));
        let others = [latest(&made.spend.day), latest(&made.moves.day), self.modified];
        made.as_of = others.into_iter().chain([created, closed]).flatten().max();
        let any = |column: &[f64]| column.iter().any(|x| !x.is_nan());
        made.has = Has {
            records: records.count > 0,
            spend: any(&made.spend.spend),
            impressions: any(&made.spend.impressions),
            clicks: any(&made.spend.clicks),
            conversions: any(&made.spend.conversions),
            amount: records.amount.iter().any(|x| !x.is_nan()),
            created: created.is_some(),
            closed: closed.is_some(),
            outcome: self.tells_outcome,
            qualified: stages.iter().position(|s| s.qualified).map(|at| at as u8),
        };
    }
}

/// The calendar days of rows; [`NO_DAY`] where the column is not there.
fn days(source: &Source, column: Option<&Column>, rows: &[u32]) -> Vec<i32> {
    column.map_or_else(|| vec![NO_DAY; rows.len()], |column| source.days(column, rows))
}

fn latest(days: &[i32]) -> Option<i32> {
    // A missing day is before all others.
    days.iter().copied().max().filter(|d| *d != NO_DAY)
}
