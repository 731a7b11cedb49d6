//! The assembling itself: from files and mapping to records, cost rows, joins and findings.
//!
//! Not here: what is read of the records' own file (`draft`).

use super::again::Before;
use super::draft::Draft;
use super::rate::Rates;
use super::source::Source;
use super::{
    Assembled, FileView, ads_twice, begin, beside, changing, earlier, history, link, spend,
    touch_log,
};
use crate::engine::audit::{self, Finding};
use crate::engine::error::BuildError;
use crate::engine::mapping::{FileKind, Mapping};

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
    let mut costs = Source::of_kind(files, mapping, FileKind::Spend)?;
    costs.extend(Source::of_kind(files, mapping, FileKind::Visits)?);
    let mut of_logs = Vec::new();
    let logs = history::logs(files, mapping, &mut of_logs)?;
    let main = counted.first().or(logs.first()).copied();
    if main.is_none() && costs.is_empty() {
        return Err(BuildError::NoRecords);
    }
    let rates = Rates::of(files, mapping)?;
    let ladder = begin::ladder(mapping);
    let mut draft = Draft { ladder, before, rates, as_of: mapping.as_of, ..Draft::default() };
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
        draft.begin((&main, &leads), mapping, &mut made)?;
        let (touches, told) = touch_log::read(files, mapping, &main, &made, &mut draft.channels)?;
        made.touches = touches;
        made.findings.extend(told);
    }
    let registers = (&mut draft.currencies, &mut draft.channels, &mut draft.campaigns);
    made.spend = spend::read(&costs, mapping, &made.records, registers)?;
    let (beside, told) = beside::read(files, mapping, main.as_ref(), &made, &mut draft.currencies)?;
    made.beside = beside;
    made.findings.extend(told);
    made.findings.extend(ads_twice::told(files, mapping, &made)?);
    let of_joins = link::findings(&made, files, &people);
    made.findings.extend(of_joins);
    draft.convert(&mut made);
    draft.finish(&mut made);
    made.changing = main.as_ref().and_then(|main| changing::read(main, files, &made));
    let told = made.changing.as_ref().zip(main).and_then(|(c, m)| c.finding(&m.mapping.name));
    made.findings.extend(told);
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
