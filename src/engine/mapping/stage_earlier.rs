//! Stages that only an earlier export has: nobody stands there now, and without a place in the ladder
//! a record that left one could not be told to have moved.
//!
//! Not here: histories of stages (`stage_history`), what became of each record (`query::paired`).

use super::stage_clues::Clues;
use super::stage_history::{self, HistoryView};
use super::values::variants;
use super::{FileKind, FileMapping, Ladder, Mapping, Role, Stage, role, stage, stage_order};
use crate::engine::fold::fold;
use crate::engine::funnel::{FileView, Outcome};

/// The earlier exports, each with the roles by which it is read in the place of the records' file.
pub fn exports<'a>(
    files: &'a [FileView<'a>],
    mapping: &Mapping,
    own: &FileMapping,
) -> Vec<(&'a FileView<'a>, FileMapping)> {
    let marked = mapping.files.iter().filter(|f| f.kind == FileKind::EarlierExport);
    let found = marked.filter_map(|said| {
        let file = files.iter().find(|f| f.profile.name == said.name)?;
        let mut said = said.clone();
        for role in [Role::Stage, Role::Outcome] {
            let header = own.header(role).filter(|h| file.table.column(h).is_some());
            if let Some(header) = header.map(str::to_owned) {
                said.roles.insert(role, header);
            }
        }
        Some((file, said))
    });
    found.collect()
}

/// Adds what only an earlier export names: its stages, and its words of winning and losing.
pub(super) fn extend(ladder: &mut Ladder, file: &FileView, of_file: &FileMapping) {
    stage_history::extend(ladder, file, of_file);
    let Some(outcome) = stage::column(file, &of_file.roles, Role::Outcome) else { return };
    for variant in variants(outcome, fold).0 {
        let is_known = ladder.won.iter().chain(&ladder.lost).any(|v| fold(v) == variant.key);
        let ends = match role::outcome_value(variant.name()).filter(|_| !is_known) {
            Some(Outcome::Won) => &mut ladder.won,
            Some(Outcome::Lost) => &mut ladder.lost,
            _ => continue,
        };
        ends.extend(variant.spellings.iter().map(|(text, _)| text.clone()));
    }
}

/// The same for a ladder that somebody has put in order: each new stage is placed where its name and
/// the records would have it, and all others stay as they are.
pub(super) fn extend_kept(
    ladder: &mut Ladder,
    (records, of_records): (&FileView, &FileMapping),
    file: &FileView,
    of_file: &FileMapping,
) {
    let known = ladder.stages.len();
    extend(ladder, file, of_file);
    let new: Vec<Stage> = ladder.stages.split_off(known);
    for stage in new {
        let mut sorted = ladder.stages.clone();
        sorted.push(stage.clone());
        let clues = Clues::of_records(&sorted, records, &of_records.roles);
        stage_order::sort(&mut sorted, &clues);
        let at = sorted.iter().position(|s| *s == stage).unwrap_or(known);
        let next = sorted.iter().skip(at + 1);
        let next = next.filter_map(|s| ladder.stages.iter().position(|kept| kept == s)).min();
        ladder.stages.insert(next.unwrap_or(ladder.stages.len()), stage);
    }
}

/// The values of an earlier export beside the ladder.
pub(super) fn views(
    files: &[FileView],
    mapping: &Mapping,
    own: &FileMapping,
    view: &dyn Fn(&FileView, &FileMapping) -> HistoryView,
) -> Vec<HistoryView> {
    exports(files, mapping, own).iter().map(|(file, said)| view(file, said)).collect()
}
