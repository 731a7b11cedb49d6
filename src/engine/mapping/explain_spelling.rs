//! Counts the spellings of names: which are probably one, which the user merged.
//!
//! Not here: how likeness is found (`cluster`), what merging does (`merge`).

use super::cluster::{Cluster, MOST_VALUES, clusters};
use super::merge::{Merge, is_apart, merged};
use super::values::{Variant, variants};
use super::view::{MergedValue, SpellingsView};
use super::{FileKind, FileMapping, Mapping, Role};
use crate::engine::fold::fold;
use crate::engine::funnel::FileView;

/// Roles whose values are names that people type or systems write in several ways.
const NAMING: [Role; 8] = [
    Role::UtmSource,
    Role::Source,
    Role::UtmMedium,
    Role::UtmCampaign,
    Role::Campaign,
    Role::Owner,
    Role::Product,
    Role::LostReason,
];

/// Columns with spellings to merge, or merged: those that play a naming role, then those that a
/// join starts from.
pub fn spellings(files: &[FileView], mapping: &Mapping) -> Vec<SpellingsView> {
    let used = mapping.files.iter().filter(|f| f.kind.is_used());
    let named = used.filter_map(|of_file| {
        let file = files.iter().find(|f| f.profile.name == of_file.name)?;
        Some(columns(of_file, mapping).into_iter().filter_map(|c| explain(file, c, mapping)))
    });
    let says =
        |v: &SpellingsView| !(v.clusters.is_empty() && v.merged.is_empty() && v.apart.is_empty());
    named.flatten().filter(says).collect()
}

fn columns<'a>(of_file: &'a FileMapping, mapping: &'a Mapping) -> Vec<&'a str> {
    let records = matches!(of_file.kind, FileKind::Deals | FileKind::Leads | FileKind::Spend);
    let roles = NAMING.iter().filter(|_| records).filter_map(|role| of_file.header(*role));
    let joins = mapping.joins.iter().filter(|j| j.from_file == of_file.name);
    let mut found: Vec<&str> = Vec::new();
    for column in roles.chain(joins.map(|j| j.from_column.as_str())) {
        if !found.contains(&column) {
            found.push(column);
        }
    }
    found
}

fn explain(file: &FileView, column: &str, mapping: &Mapping) -> Option<SpellingsView> {
    let cells = file.table.column(column)?;
    cells.text().filter(|t| t.dictionary.len() <= MOST_VALUES)?;
    let merge = merged(&mapping.merges, &file.profile.name, column);
    let (found, _) = variants(cells, fold);
    let mut view = SpellingsView {
        file: file.profile.name.clone(),
        column: column.to_owned(),
        clusters: Vec::new(),
        merged: Vec::new(),
        apart: Vec::new(),
    };
    let mut values: Vec<(String, u64)> = Vec::new();
    for variant in &found {
        match merge.and_then(|m| m.values.get(&variant.key)) {
            Some(value) => add_merged(&mut view.merged, value, variant),
            None => values.push((variant.name().to_owned(), variant.rows)),
        }
    }
    let targets = |m: &Merge, key: &str| m.values.values().any(|v| fold(v) == key);
    for variant in found.iter().filter(|v| merge.is_some_and(|m| targets(m, &v.key))) {
        if merge.is_none_or(|m| !m.values.contains_key(&variant.key)) {
            add_merged(&mut view.merged, variant.name(), variant);
        }
    }
    // What was merged is one value from now on, under its name.
    for merged in &view.merged {
        let rows = merged.spellings.iter().map(|(_, n)| n).sum();
        match values.iter_mut().find(|(text, _)| fold(text) == fold(&merged.name)) {
            Some((_, n)) => *n = rows,
            None => values.push((merged.name.clone(), rows)),
        }
    }
    let kept = |c: &Cluster| is_apart(&mapping.apart, &view.file, &view.column, &c.spellings);
    let (apart, clusters): (Vec<_>, Vec<_>) = clusters(&values).into_iter().partition(kept);
    view.clusters = clusters;
    view.apart = apart;
    Some(view)
}

fn add_merged(list: &mut Vec<MergedValue>, name: &str, variant: &Variant) {
    let spelling = (variant.name().to_owned(), variant.rows);
    match list.iter_mut().find(|m| fold(&m.name) == fold(name)) {
        Some(merged) => merged.spellings.push(spelling),
        None => list.push(MergedValue { name: name.to_owned(), spellings: vec![spelling] }),
    }
}
