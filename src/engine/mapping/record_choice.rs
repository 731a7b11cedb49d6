//! Which file's rows are counted: that of the deals, else of the leads, else what a history of stages
//! speaks of; of several files of deals the one with the best evidence of being deals, not the one
//! that happened to come first.
//!
//! Not here: what a file is (`kind`).

use super::{FileKind, FileMapping, Mapping, Role};
use std::collections::BTreeSet;

impl Mapping {
    /// The file whose rows are counted, whether it is at hand or not.
    pub fn records_file(&self) -> Option<&FileMapping> {
        let of_kind = |kind| self.files.iter().find(|f| f.kind == kind);
        [FileKind::Deals, FileKind::Leads, FileKind::StageHistory].into_iter().find_map(of_kind)
    }
}

/// So much better has a later file to be.
const CLEARLY: u32 = 2;

/// What makes rows deals, by the roles that a file has.
fn evidence(file: &FileMapping) -> u32 {
    let has = |roles: &[Role]| roles.iter().any(|role| file.roles.contains_key(role));
    let weighty = [has(&[Role::Stage, Role::Outcome]), has(&[Role::Amount])];
    let further =
        [Role::RecordId, Role::Name, Role::Created, Role::Closed, Role::Account, Role::Source];
    let further = further.into_iter().filter(|role| has(&[*role])).count();
    weighty.into_iter().map(|w| u32::from(w) * 2).sum::<u32>() + further as u32
}

/// The position of the file of deals to be counted: the first, unless a later one is clearly better.
pub(super) fn best(files: &[FileMapping]) -> Option<usize> {
    let deals = || files.iter().enumerate().filter(|(_, f)| f.kind == FileKind::Deals);
    let (first, of_first) = deals().next()?;
    let least = evidence(of_first) + CLEARLY;
    let better = deals().filter(|(_, f)| evidence(f) >= least);
    // Of equals the first.
    let better = better.reduce(|a, b| if evidence(b.1) > evidence(a.1) { b } else { a });
    Some(better.map_or(first, |(at, _)| at))
}

/// Puts the best file of deals before the others, where it is new. A whole file that was counted
/// before stays.
pub(super) fn best_first(files: &mut Vec<FileMapping>, new: &BTreeSet<String>) {
    let Some(first) = files.iter().position(|f| f.kind == FileKind::Deals) else { return };
    let Some(at) = best(files).filter(|at| *at > first) else { return };
    let is_whole = |f: &FileMapping| {
        f.roles.contains_key(&Role::Amount)
            && (f.roles.contains_key(&Role::Stage) || f.roles.contains_key(&Role::Outcome))
    };
    let stays = files.get(first).is_some_and(|f| !new.contains(&f.name) && is_whole(f));
    if !stays && files.get(at).is_some_and(|f| new.contains(&f.name)) {
        let best = files.remove(at);
        files.insert(first, best);
    }
}
