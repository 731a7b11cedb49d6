//! The findings of the assembling, each with its count and what it touches.
//!
//! Not here: the check-list, which is made when somebody asks for it (`check`).

use super::Finding;
use crate::engine::funnel::{Assembled, Crossing, LeftAside, Outcome};
use crate::engine::mapping::Channel;
use crate::engine::stats::Sum;
use crate::engine::table::NO_DAY;

/// What the mapping lets the audit ask about.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Told {
    /// A column says where the records came from.
    pub source: bool,
    /// A column says which campaign the records belong to.
    pub campaign: bool,
}

/// All findings about what was assembled, those of the assembling included, most records first.
pub(crate) fn audit(assembled: &Assembled, told: Told) -> Vec<Finding> {
    let mut findings = assembled.findings.clone();
    if assembled.has.records {
        findings.extend(about_ladder(assembled));
        findings.extend(about_deals(assembled));
        findings.extend(about_dates(assembled));
        findings.extend(about_records(assembled, told));
    }
    if assembled.has.spend {
        findings.extend(about_spend(assembled, told));
    }
    findings.sort_by_key(|f| std::cmp::Reverse(weight(f)));
    findings
}

/// How many records (or rows) a finding touches; 0 where it touches none in particular.
fn weight(finding: &Finding) -> u64 {
    match finding {
        Finding::Repeats { copies, older, .. } => copies + older,
        Finding::Appended { overlap, left_out, .. } => overlap + left_out,
        Finding::SharedDays { rows, .. } => *rows,
        Finding::FarDays { dates, .. } => *dates,
        Finding::RepeatsKept { rows, .. }
        | Finding::FileNotCounted { rows, .. }
        | Finding::LookupKeyRepeats { rows, .. }
        | Finding::SpendWithoutDay { rows } => *rows,
        Finding::StagesUnmapped { records, .. }
        | Finding::LostDepthUnknown { records }
        | Finding::WonWithoutAmount { records }
        | Finding::WonWithZeroAmount { records }
        | Finding::WonWithoutCloseDate { records }
        | Finding::CloseBeforeCreated { records }
        | Finding::WithoutCreatedDate { records }
        | Finding::OpenPastExpectedClose { records }
        | Finding::ChannelUnassigned { records, .. }
        | Finding::JoinUnmatched { records, .. } => *records,
        // The main currency is as it should be; the others are what the totals leave out.
        Finding::Currencies { currencies } => currencies.iter().skip(1).map(|(_, n)| n).sum(),
        Finding::Crossing(crossing) => crossing.weight(),
        Finding::LookupMissing { .. }
        | Finding::StageUnused { .. }
        | Finding::LookupUnused { .. }
        | Finding::SpendWithoutLeads { .. }
        | Finding::SpendNotTied { .. }
        | Finding::KeyDoubted { .. }
        | Finding::OnlyClosed
        | Finding::NothingWon => 0,
        Finding::History(finding) => finding.weight(),
    }
}

/// A finding where at least one record is touched.
fn counted(records: usize, finding: impl FnOnce(u64) -> Finding) -> Option<Finding> {
    (records > 0).then(|| finding(records as u64))
}

fn about_ladder(assembled: &Assembled) -> Vec<Finding> {
    let records = &assembled.records;
    let mut findings = Vec::new();
    let reached = records.observed.iter().fold(0, |all, bits| all | bits);
    // Every record has the first stage by creation.
    for (at, stage) in assembled.stages.iter().enumerate().skip(1) {
        if reached >> at & 1 == 0 {
            findings.push(Finding::StageUnused { stage: stage.clone() });
        }
    }
    let unknown = records.depth_unknown.iter().filter(|u| **u).count();
    findings.extend(counted(unknown, |records| Finding::LostDepthUnknown { records }));
    if assembled.has.outcome && !records.outcome.contains(&Outcome::Open) {
        findings.push(Finding::OnlyClosed);
    }
    if records.count > 0 && !records.outcome.contains(&Outcome::Won) {
        findings.push(Finding::NothingWon);
    }
    findings
}

fn about_deals(assembled: &Assembled) -> Vec<Finding> {
    let records = &assembled.records;
    let mut findings = Vec::new();
    let rows = records.outcome.iter().zip(&records.amount).zip(&records.closed);
    let (mut without, mut zero, mut undated) = (0, 0, 0);
    // Without branches, here and below: the findings are part of every preview.
    for ((outcome, amount), closed) in rows {
        let won = *outcome == Outcome::Won;
        without += usize::from(won & amount.is_nan());
        zero += usize::from(won & (*amount == 0.0));
        undated += usize::from(won & (*closed == NO_DAY));
    }
    if assembled.has.amount {
        findings.extend(counted(without, |records| Finding::WonWithoutAmount { records }));
        findings.extend(counted(zero, |records| Finding::WonWithZeroAmount { records }));
    }
    if assembled.has.closed {
        findings.extend(counted(undated, |records| Finding::WonWithoutCloseDate { records }));
    }
    findings
}

fn about_dates(assembled: &Assembled) -> Vec<Finding> {
    let records = &assembled.records;
    let mut findings = Vec::new();
    if assembled.has.created {
        let undated = records.created.iter().filter(|d| **d == NO_DAY).count();
        findings.extend(counted(undated, |records| Finding::WithoutCreatedDate { records }));
        let spans = records.created.iter().zip(&records.closed);
        let backward = spans.filter(|(a, b)| (**b != NO_DAY) & (*b < *a)).count();
        findings.extend(counted(backward, |records| Finding::CloseBeforeCreated { records }));
    }
    if let Some(as_of) = assembled.as_of {
        let past = records.expected.iter().filter(|d| (**d != NO_DAY) & (**d < as_of)).count();
        findings.extend(counted(past, |records| Finding::OpenPastExpectedClose { records }));
    }
    findings
}

fn about_records(assembled: &Assembled, told: Told) -> Vec<Finding> {
    let records = &assembled.records;
    let mut findings = Vec::new();
    let unassigned = assembled.channels.iter().position(|c| *c == Channel::Unassigned);
    if let Some(unassigned) = unassigned.filter(|_| told.source) {
        let without = records.channel.iter().filter(|c| usize::from(**c) == unassigned).count();
        let share = without as f64 / records.count as f64;
        let finding = |records| Finding::ChannelUnassigned { records, share };
        findings.extend(counted(without, finding));
    }
    findings.extend(left_aside(assembled));
    let mut counts = [0u64; 1 << u8::BITS];
    for (amount, currency) in records.amount.iter().zip(&records.currency) {
        if let Some(n) = counts.get_mut(usize::from(*currency)) {
            *n += u64::from(!amount.is_nan());
        }
    }
    let named = assembled.currencies.iter().cloned().zip(counts).filter(|(_, n)| *n > 0);
    let mut currencies: Vec<(String, u64)> = named.collect();
    if currencies.len() > 1 {
        currencies.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        findings.push(Finding::Currencies { currencies });
    }
    findings
}

/// What the records of won leads can't hold of their deals.
fn left_aside(assembled: &Assembled) -> impl Iterator<Item = Finding> {
    let aside = assembled.begun.iter().flat_map(|begun| &begun.aside);
    aside.map(|(code, aside)| {
        let LeftAside { later, later_won, open, open_amount } = *aside;
        let currency = assembled.currencies.get(usize::from(*code)).cloned().unwrap_or_default();
        let several = Crossing::SeveralDeals { later, later_won, open, open_amount, currency };
        Finding::Crossing(several)
    })
}

fn about_spend(assembled: &Assembled, told: Told) -> Vec<Finding> {
    let (records, spend) = (&assembled.records, &assembled.spend);
    let costs = spend.day.iter().zip(&spend.visits).filter(|(_, visits)| visits.is_nan());
    let undated = costs.filter(|(day, _)| **day == NO_DAY).count();
    let mut findings: Vec<Finding> =
        counted(undated, |rows| Finding::SpendWithoutDay { rows }).into_iter().collect();
    if !assembled.has.records {
        return findings;
    }
    let mut has_leads = vec![false; assembled.channels.len()];
    records.channel.iter().for_each(|c| set(&mut has_leads, usize::from(*c)));
    let mut tied = vec![false; assembled.campaigns.len()];
    records.campaign.iter().filter(|c| **c != 0).for_each(|c| set(&mut tied, *c as usize));
    for (at, currency) in assembled.currencies.iter().enumerate() {
        // Row by row: channel, campaign and cost, of this currency only.
        let rows =
            spend.spend.iter().zip(&spend.currency).zip(spend.channel.iter().zip(&spend.campaign));
        let rows = rows.filter(|((x, c), _)| !x.is_nan() && usize::from(**c) == at);
        let rows = rows.map(|((x, _), (channel, campaign))| (*x, usize::from(*channel), *campaign));
        let channels = assembled.channels.iter().enumerate().zip(&has_leads);
        for ((index, channel), _) in
            channels.filter(|((_, c), has)| told.source && !**has && **c != Channel::Unassigned)
        {
            let sum: Sum = rows.clone().filter(|r| r.1 == index).map(|r| r.0).collect();
            if sum.value() > 0.0 {
                let (channel, currency) = (channel.clone(), currency.clone());
                findings.push(Finding::SpendWithoutLeads { channel, spend: sum.value(), currency });
            }
        }
        let all: Sum = rows.clone().map(|r| r.0).collect();
        let lone = rows.filter(|r| tied.get(r.2 as usize) != Some(&true));
        let lone: Sum = lone.map(|r| r.0).collect();
        if told.campaign && lone.value() > 0.0 {
            let (spend, share) = (lone.value(), lone.value() / all.value());
            findings.push(Finding::SpendNotTied { share, spend, currency: currency.clone() });
        }
    }
    findings
}

fn set(flags: &mut [bool], at: usize) {
    if let Some(flag) = flags.get_mut(at) {
        *flag = true;
    }
}
