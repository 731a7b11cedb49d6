//! The cost rows of all spend files, one after the other, and the rows of files of web visits.

use super::campaign::Campaigns;
use super::channel::{Channels, classify_rows};
use super::money::{self, Currencies};
use super::source::Source;
use super::{Records, SpendRows};
use crate::engine::error::BuildError;
use crate::engine::mapping::{Channel, FileKind, Mapping, Role};
use crate::engine::table::{Column, NO_DAY};

/// Reads the rows of all files; `records` stand already, with their channels and campaigns.
pub(super) fn read(
    files: &[Source],
    mapping: &Mapping,
    records: &Records,
    (currencies, channels, campaigns): (&mut Currencies, &mut Channels, &mut Campaigns),
) -> Result<SpendRows, BuildError> {
    let mut spend = SpendRows::default();
    for source in files {
        let rows: Vec<u32> = (0..source.table.rows as u32).collect();
        let day = source.role(Role::Date)?;
        let money = match source.mapping.kind {
            // Visits cost nothing that is told here, in no currency.
            FileKind::Visits => {
                let (amount, currency) = (vec![f64::NAN; rows.len()], vec![0; rows.len()]);
                money::Money { amount, currency }
            }
            _ => money::read(source, Role::Spend, &rows, currencies)?,
        };
        let numbers = |column: Option<&Column>| -> Vec<f64> {
            let number = |row: &u32| column.and_then(|c| c.number(*row as usize));
            rows.iter().map(|row| number(row).unwrap_or(f64::NAN)).collect()
        };
        spend.impressions.extend(numbers(source.role(Role::Impressions)?));
        spend.clicks.extend(numbers(source.role(Role::Clicks)?));
        spend.conversions.extend(numbers(source.role(Role::Conversions)?));
        spend.visits.extend(numbers(source.role(Role::Visits)?));
        let days =
            |row: &u32| day.and_then(|c| source.day(c, *row as usize)).map_or(NO_DAY, |d| d.0);
        spend.day.extend(rows.iter().map(days));
        spend.spend.extend(money.amount);
        spend.currency.extend(money.currency);
        let of_rows = campaigns.of_spend(source, mapping, &rows)?;
        let by_campaign = usual_channels(records, channels, campaigns.len());
        spend.channel.extend(channels_of(source, mapping, &rows, channels, |at| {
            let campaign = of_rows.get(at).copied().unwrap_or(0) as usize;
            by_campaign.get(campaign).copied().flatten()
        })?);
        spend.campaign.extend(of_rows);
        spend.file.extend(rows.iter().map(|_| source.at as u16));
        spend.count += rows.len();
        spend.row.extend(rows);
    }
    Ok(spend)
}

/// The channel of each cost row: by its own columns, else by the decision for the file, else by
/// the records of its campaign.
fn channels_of(
    source: &Source,
    mapping: &Mapping,
    rows: &[u32],
    channels: &mut Channels,
    by_campaign: impl Fn(usize) -> Option<u16>,
) -> Result<Vec<u16>, BuildError> {
    let own = classify_rows(source, rows, mapping, channels)?.map(|c| c.channel);
    let of_file = source.mapping.channel.as_ref().map(|c| channels.index(c));
    let known = |at: usize| {
        let own = own.as_ref().and_then(|o| o.get(at).copied());
        own.filter(|c| !channels.is_unassigned(*c)).or(of_file).or_else(|| by_campaign(at))
    };
    let found: Vec<Option<u16>> = (0..rows.len()).map(known).collect();
    let orphan = |c: Option<u16>| c.unwrap_or_else(|| channels.index(&Channel::Unassigned));
    Ok(found.into_iter().map(orphan).collect())
}

/// Per campaign the channel that most of its records have; of equals the first in the channels' own
/// order, so that the order of rows decides nothing.
fn usual_channels(records: &Records, channels: &Channels, campaigns: usize) -> Vec<Option<u16>> {
    let mut counts: Vec<Vec<(u16, u64)>> = vec![Vec::new(); campaigns];
    let pairs = records.campaign.iter().zip(&records.channel);
    for (campaign, channel) in pairs.filter(|(p, c)| **p != 0 && !channels.is_unassigned(**c)) {
        let Some(held) = counts.get_mut(*campaign as usize) else { continue };
        match held.iter_mut().find(|(c, _)| c == channel) {
            Some((_, n)) => *n += 1,
            None => held.push((*channel, 1)),
        }
    }
    let most = |held: Vec<(u16, u64)>| {
        let most = held.iter().map(|(_, n)| *n).max()?;
        let of_most = held.iter().filter(|(_, n)| *n == most).map(|(c, _)| *c);
        of_most.min_by_key(|c| channels.get(*c))
    };
    counts.into_iter().map(most).collect()
}
