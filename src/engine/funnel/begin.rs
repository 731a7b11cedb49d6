//! Records that begin with the lead: each lead with the deals that it became, and each deal that no
//! lead belongs to. Leads + deals without a lead = records.
//!
//! A lead of several deals is one record (reference: funnels, 5d): won if any deal was won, else
//! open if any is open, else lost. The deal that decides names its stage, owner and campaign: of
//! won ones the first that was won, of others the furthest. Money and units of all deals that ended
//! as the record did are added, in the currency of the one that decides. A lead without a deal is
//! open and stands where its own status puts it, which is a word of a ladder of its own; where that
//! says that nothing will come of it, it is lost. A lead whose status ends its ladder well has passed
//! that ladder, and is open until a deal is won.
//!
//! A record begins on the day of its lead. Where the lead has none it begins with its first deal, and
//! is counted so; when the lead's stage was entered, nobody knows then.
//!
//! What one record can't hold is told (`LeftAside`): the days of further wins, open deals of a lead that
//! is won.
//!
//! Not here: the choice (`mapping::begin`), which lead a deal belongs to (`link`), the merging of
//! columns (`begin_merge`), what a deal takes from its lead where deals are counted (`people`).

use super::begin_merge::{Merged, Parts, merge};
use super::begin_own::OwnWay;
use super::campaign::Campaigns;
use super::channel::{Channels, classify_rows};
use super::crossing::Crossing;
use super::meaning::rungs;
use super::source::Source;
use super::whose::Names;
use super::{Assembled, FileView, NO_KEY, as_of, repeats};
use crate::engine::audit::Finding;
use crate::engine::error::BuildError;
use crate::engine::fold::fold;
use crate::engine::mapping::{Ladder, Mapping, Role, Stage};
use crate::engine::table::NO_DAY;
use std::collections::BTreeMap;

/// Where the records come from, where they begin with leads.
#[derive(Clone, Debug, Default)]
pub struct Begun {
    /// The position of the leads' file among the files.
    pub lead_file: usize,
    /// For each record the row of its lead; [`super::NO_ROW`] or [`NO_KEY`] where it has none.
    pub lead_row: Vec<u32>,
    /// Rows of deals that share a record with the deal that decides, and that record.
    pub further: Vec<(u32, u32)>,
    pub counts: BegunCounts,
    /// By currency.
    pub aside: BTreeMap<u8, LeftAside>,
    /// The days on which deals were created and closed, those of all deals of a lead.
    pub deal_days: as_of::Tally,
}

/// Deals of won leads that their record can't hold as they are, with their amounts.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LeftAside {
    /// Won on another day than the first: their money counts on its day.
    pub later: u64,
    pub later_won: f64,
    /// Open: they are in no pipeline, as the lead is won.
    pub open: u64,
    pub open_amount: f64,
}

/// How the counts reconcile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct BegunCounts {
    pub leads: u64,
    /// Leads with a deal, and those with several.
    pub converted: u64,
    pub with_several: u64,
    pub deals: u64,
    pub deals_without_lead: u64,
    /// Leads without a day whose record begins on that of its first deal, as nothing earlier is known.
    pub dated_by_deal: u64,
}

/// The ladder that is counted: where the records begin so, with a stage that every lead is in and
/// those that leads reach by their own status.
pub(super) fn ladder(mapping: &Mapping) -> Ladder {
    let mut ladder = mapping.ladder.clone();
    if mapping.begins_with_leads().is_some() {
        let lead = mapping.lead_stage();
        let taken: Vec<String> = ladder.stages.iter().map(|s| fold(&s.name)).collect();
        // By their names alone two stages of two ladders are not one.
        let name = |name: &str| match taken.contains(&fold(name)) {
            true => format!("{name} · {lead}"),
            false => name.to_owned(),
        };
        let own = mapping.begin.rungs().iter().skip(1);
        // Their words are of the leads' file, and say nothing of a deal.
        let own =
            own.map(|s| Stage { name: name(&s.name), qualified: s.qualified, ..Stage::default() });
        let own: Vec<Stage> = own.collect();
        let first = Stage { name: lead.clone(), ..Stage::default() };
        ladder.stages.splice(0..0, std::iter::once(first).chain(own));
    }
    ladder
}

/// The stages up to the win, as records go through them.
pub fn stage_names(mapping: &Mapping) -> Vec<String> {
    rungs(&ladder(mapping)).iter().map(|stage| stage.name.clone()).collect()
}

/// The file of the leads with which the records begin, and their rows, a record each.
pub(super) fn leads_of<'a>(
    files: &[FileView<'a>],
    mapping: &'a Mapping,
    made: &Assembled,
) -> Result<Option<(Source<'a>, Vec<u32>)>, BuildError> {
    let Some(begun) = &made.begun else { return Ok(None) };
    let name = files.get(begun.lead_file).map(|f| f.profile.name.as_str());
    let file = mapping.files.iter().find(|f| Some(f.name.as_str()) == name);
    let Some(file) = file else { return Ok(None) };
    let leads = begun.lead_row.iter().take(begun.counts.leads as usize).copied();
    Ok(Some((Source::find(files, mapping, file)?, leads.collect())))
}

/// What leads say by themselves: where they came from, and which of them are lost.
#[derive(Clone, Copy, Default)]
pub(super) struct LeadsTell {
    pub source: bool,
    pub outcome: bool,
}

/// Makes records of leads and deals out of the deals, which stand already.
pub(super) fn with_leads(
    (deals, lead): (&Source, &Source),
    mapping: &Mapping,
    made: &mut Assembled,
    (channels, campaigns): (&mut Channels, &mut Campaigns),
) -> Result<LeadsTell, BuildError> {
    let main = made.record_file.unwrap_or_default();
    let is_ours = |l: &&super::Link| l.from_file == main && l.lookup_file == lead.at;
    let Some(partner) = made.links.iter().find(is_ours).map(|l| l.partner.clone()) else {
        return Ok(LeadsTell::default());
    };
    let (rows, collapsed) = repeats::collapse(lead)?;
    made.findings.extend(collapsed);
    let kept = repeats::kept_rows(lead, &rows)?;
    // Which lead each deal is of, by its position among the leads.
    let mut place = vec![u32::MAX; lead.table.rows];
    for (at, row) in (0u32..).zip(&rows) {
        if let Some(slot) = place.get_mut(*row as usize) {
            *slot = at;
        }
    }
    let mut of_lead: Vec<Vec<u32>> = vec![Vec::new(); rows.len()];
    let mut alone: Vec<(u32, u32)> = Vec::new();
    for (deal, row) in (0u32..).zip(&made.records.row) {
        let found = partner.get(*row as usize).copied().unwrap_or(NO_KEY);
        let at = kept.get(found as usize).and_then(|row| place.get(*row as usize));
        match at.and_then(|at| of_lead.get_mut(*at as usize)) {
            Some(deals) => deals.push(deal),
            None => alone.push((deal, found)),
        }
    }
    let mut counts = BegunCounts {
        leads: rows.len() as u64,
        converted: of_lead.iter().filter(|d| !d.is_empty()).count() as u64,
        with_several: of_lead.iter().filter(|d| d.len() > 1).count() as u64,
        deals: made.records.count as u64,
        deals_without_lead: alone.len() as u64,
        dated_by_deal: 0,
    };
    let told = classify_rows(lead, &rows, mapping, channels)?;
    let says = told.is_some();
    let day = lead.role(Role::Created)?;
    let created = |row: &u32| day.and_then(|c| lead.day(c, *row as usize)).map_or(NO_DAY, |d| d.0);
    let own = match lead.role(Role::UtmCampaign)? {
        Some(_) => campaigns.of_joined(lead, mapping, &rows)?,
        None => None,
    };
    let created: Vec<i32> = rows.iter().map(created).collect();
    let own_way = OwnWay::read(lead, mapping, &rows, &created, &mut made.findings)?;
    let deal_stage = own_way.rungs;
    let of_deals = &made.records.row;
    // Numbered anew with the leads', so that one account has one number in both files.
    let whose = |role, deals_too: &mut Vec<u32>| {
        let mut names = Names::default();
        let of_leads = names.of(lead, (role, mapping), &rows)?;
        if !of_leads.is_empty() {
            *deals_too = names.of(deals, (role, mapping), of_deals)?;
        }
        Ok::<Vec<u32>, BuildError>(of_leads)
    };
    let parts = Parts {
        deal_dated: rungs(&ladder(mapping)).get(deal_stage).is_some_and(|s| s.entered.is_some()),
        own: own_way,
        created,
        channel: match told {
            Some(told) => told.channel.into_iter().zip(told.says).collect(),
            None => Vec::new(),
        },
        campaign: own.unwrap_or_default(),
        account: whose(Role::Account, &mut made.details.account)?,
        person: whose(Role::Person, &mut made.details.person)?,
        repeats: repeats::rows_each(lead, &rows)?,
        unassigned: channels.index(&crate::engine::mapping::Channel::Unassigned),
        of_lead,
        alone: alone.iter().map(|(deal, _)| *deal).collect(),
    };
    let tell = LeadsTell { source: says, outcome: parts.own.tells_outcome() };
    let deal_days = as_of::tally(&[&made.records.created, &made.records.closed]);
    let Merged { further, elsewhere, dated_by_deal, aside } = merge(made, &parts);
    counts.dated_by_deal = dated_by_deal;
    let lead_row = rows.iter().copied().chain(alone.iter().map(|(_, found)| *found)).collect();
    made.begun = Some(Begun { lead_file: lead.at, lead_row, further, counts, aside, deal_days });
    say(lead, counts, elsewhere, made);
    Ok(tell)
}

/// What was said of leads lending to deals holds no longer.
fn say(lead: &Source, counts: BegunCounts, elsewhere: u64, made: &mut Assembled) {
    let file = &lead.mapping.name;
    made.findings.retain(|f| match f {
        Finding::Crossing(
            Crossing::LeadsJoined { file: of, .. } | Crossing::SourceOfLead { file: of, .. },
        ) => of != file,
        _ => true,
    });
    let (file, records) = (file.clone(), made.records.count as u64);
    let begins = Crossing::BeginsWithLeads { file, counts, records, elsewhere };
    made.findings.push(Finding::Crossing(begins));
}
