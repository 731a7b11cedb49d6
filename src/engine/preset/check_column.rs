//! Columns of a preset that are gone, renamed, empty or of another type, and new ones with a role.

use super::Preset;
use super::check::{Now, PresetIssue};
use super::column::{class, columns, kind_of};
use super::pair::Pair;
use super::used::{Named, named, used};
use crate::engine::mapping::FileMapping;
use crate::engine::reference::ColumnUse;

/// Compares one file of the preset with the file that it is now.
pub fn check_columns(preset: &Preset, pair: &Pair, now: &Now, issues: &mut Vec<PresetIssue>) {
    let (Some(entry), Some(file)) =
        (preset.mapping.files.get(pair.entry), now.files.get(pair.file))
    else {
        return;
    };
    let Some(of_file) = now.document.mapping.of_file(&file.name) else { return };
    let name = || of_file.name.clone();
    let found = columns(preset, entry, file);
    let before = named(&preset.mapping, None, &entry.name);
    let document = now.document;
    let used_now = named(&document.mapping, Some(&document.report), &of_file.name);
    for (gone, likely) in &found.gone {
        let is_open =
            |of: &&ColumnUse| !is_mended(**of, &gone.header, of_file, (&before, &used_now));
        let uses: Vec<ColumnUse> = gone.uses.iter().filter(is_open).copied().collect();
        if !uses.is_empty() {
            let (header, likely) = (gone.header.clone(), likely.clone());
            issues.push(PresetIssue::ColumnGone { file: name(), header, uses, likely });
        }
    }
    let needed = used(preset, &entry.name);
    for (from, to, how) in &found.renamed {
        let is_needed = needed.iter().any(|u| u.header == *from);
        if is_needed {
            let (from, to, how) = (from.clone(), to.clone(), *how);
            issues.push(PresetIssue::ColumnRenamed { file: name(), from, to, how });
        }
    }
    let look = preset.look(&entry.name);
    for of in &needed {
        let header = found.now(&of.header);
        let Some(column) = file.columns.iter().find(|c| c.header == header) else { continue };
        let was = look.and_then(|l| kind_of(l, &of.header));
        // Who reads a column as another type has seen that it is one.
        let is_decided =
            of_file.import.columns.iter().any(|c| c.header == header && c.kind.is_some());
        let (file, header) = (name(), header.to_owned());
        if column.filled == 0 {
            issues.push(PresetIssue::ColumnEmpty { file, header });
        } else if let Some(was) = was.filter(|was| class(*was) != class(column.kind) && !is_decided)
        {
            issues.push(PresetIssue::ColumnType { file, header, was, now: column.kind });
        }
    }
    for (role, header) in &of_file.roles {
        if found.new.contains(header) {
            let (header, role) = (header.clone(), *role);
            issues.push(PresetIssue::ColumnNew { file: name(), header, role });
        }
    }
}

/// Whether another column has taken the place, or nothing asks for it any more.
fn is_mended(
    of: ColumnUse,
    header: &str,
    of_file: &FileMapping,
    (before, now): (&[Named], &[Named]),
) -> bool {
    let count = |all: &[Named]| all.iter().filter(|(u, _)| *u == of).count();
    let is_named = now.iter().any(|(u, h)| *u == of && h == header);
    match of {
        ColumnUse::Role(role) => of_file.roles.contains_key(&role),
        // The document lets go of these by itself when their column is gone.
        ColumnUse::StageDate
        | ColumnUse::Join
        | ColumnUse::SpendJoin
        | ColumnUse::Merge
        | ColumnUse::TableKey => !is_named && count(now) >= count(before),
        ColumnUse::Reading | ColumnUse::Report => !is_named,
    }
}
