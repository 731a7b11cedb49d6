//! What a deal takes from the lead or contact that it is joined to: where it came from, where it says
//! nothing of that itself. The deals stay what is counted.
//!
//! Not here: how they find each other (`link`, `mapping::people`).

use super::campaign::Campaigns;
use super::channel::{Channels, Classified, classify_rows};
use super::crossing::Crossing;
use super::source::Source;
use super::{Link, NO_KEY, Records};
use crate::engine::audit::Finding;
use crate::engine::error::BuildError;
use crate::engine::mapping::{Mapping, Role};

/// Gives records without a source of their own the channel (and the campaign) of their leads.
/// Whether any file of leads says where they came from.
pub(super) fn lend(
    leads: &[Source],
    links: &[Link],
    mapping: &Mapping,
    own: &mut Classified,
    records: &mut Records,
    (channels, campaigns, findings): (&mut Channels, &mut Campaigns, &mut Vec<Finding>),
) -> Result<bool, BuildError> {
    let mut any = false;
    for lead in leads {
        let Some(link) = links.iter().find(|l| l.lookup_file == lead.at) else { continue };
        let partner = |row: &u32| link.partner.get(*row as usize).copied().unwrap_or(NO_KEY);
        let rows: Vec<u32> = records.row.iter().map(partner).collect();
        let matched = rows.iter().filter(|r| **r < NO_KEY).count() as u64;
        let mut of_lead = vec![false; lead.table.rows];
        for row in rows.iter().filter(|r| **r < NO_KEY) {
            if let Some(flag) = of_lead.get_mut(*row as usize) {
                *flag = true;
            }
        }
        let converted = of_lead.iter().filter(|f| **f).count() as u64;
        findings.push(Finding::Crossing(Crossing::LeadsJoined {
            file: lead.mapping.name.clone(),
            matched,
            records: records.count as u64,
            leads: lead.table.rows as u64,
            without: lead.table.rows as u64 - converted,
        }));
        let told = classify_rows(lead, &rows, mapping, channels)?;
        any |= told.is_some();
        let mut lent = 0;
        if let Some(told) = told {
            let theirs = told.channel.into_iter().zip(told.says).zip(&rows);
            let mine = own.channel.iter_mut().zip(&mut own.says);
            for ((channel, says), ((theirs, they_say), row)) in mine.zip(theirs) {
                if !*says && they_say && *row < NO_KEY {
                    (*channel, *says) = (theirs, true);
                    lent += 1;
                }
            }
        }
        if lent > 0 {
            let file = lead.mapping.name.clone();
            findings.push(Finding::Crossing(Crossing::SourceOfLead { file, records: lent }));
        }
        if lead.role(Role::UtmCampaign)?.is_some()
            && let Some(theirs) = campaigns.of_joined(lead, mapping, &rows)?
        {
            let mine = records.campaign.iter_mut().zip(theirs);
            mine.filter(|(own, _)| **own == 0).for_each(|(own, theirs)| *own = theirs);
        }
    }
    Ok(any)
}
