//! Which published item of content each activity names. Not here: which columns and files tell it
//! (`mapping::content`).

use super::activity::{Activities, ActivityKind};
use super::source::Source;
use crate::engine::distinct::Distinct;
use crate::engine::error::BuildError;
use crate::engine::fold::fold;
use crate::engine::funnel::FileView;
use crate::engine::mapping::Mapping;
use crate::engine::mapping::content::{item_header, published};
use std::collections::{BTreeMap, BTreeSet};

/// Numbers the items; `sources` are the files of the activities, in the order of their rows.
pub(super) fn read(
    files: &[FileView],
    mapping: &Mapping,
    sources: &[Source],
    activities: &mut Activities,
) -> Result<(), BuildError> {
    let mut named: Vec<Option<String>> = Vec::with_capacity(activities.day.len());
    let mut any = false;
    for source in sources {
        let rows = source.table.rows;
        let Some(header) = item_header(source.mapping) else {
            named.resize(named.len() + rows, None);
            continue;
        };
        any = true;
        let distinct = Distinct::of(source.column(header)?);
        let texts: Vec<String> = distinct.texts().map(|text| fold(&text)).collect();
        for code in distinct.codes.iter() {
            let row = named.len();
            let is_content = activities.kind.get(row) == Some(&ActivityKind::Content);
            let text = texts.get(*code as usize).filter(|t| is_content && !t.is_empty());
            named.push(text.cloned());
        }
    }
    if !any {
        return Ok(());
    }
    let used: BTreeSet<String> = named.iter().flatten().cloned().collect();
    let listed = published(files, mapping, &used);
    let numbers: BTreeMap<&String, u32> = listed.iter().flatten().zip(1..).collect();
    let number = |item: &Option<String>| {
        item.as_ref().and_then(|item| numbers.get(item)).copied().unwrap_or(0)
    };
    activities.item = named.iter().map(number).collect();
    activities.published = listed.map(|items| items.len() as u32);
    Ok(())
}
