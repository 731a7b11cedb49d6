//! Records whose status stands for no stage and for neither won nor lost: they count as open, and as
//! having reached the first stage only. And the rows of histories into such a value, which are no
//! moves.

use super::check::{Counted, Definition, Lack, Severity};
use super::ground::{Evidence, Ground, Look, look};
use crate::engine::dimension::Label;
use crate::engine::distinct::Distinct;
use crate::engine::fold::fold;
use crate::engine::funnel::{NO_KEY, meaning};
use crate::engine::mapping::{FileKind, Role};
use crate::engine::table::Column;
use std::collections::BTreeMap;

pub(super) const CHECK: Definition = Definition { severity: Severity::High, look: find };

/// By the folded value: as it is written first, and how many rows have it.
type Named = BTreeMap<String, (String, u64)>;

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        let mut named = Named::new();
        // A history that makes the records by itself is told by all of its rows.
        let own = ground.main().filter(|(_, file)| file.kind != FileKind::StageHistory);
        let own = own.and_then(|_| ground.column(Role::Stage));
        let found = own.map_or(Vec::new(), |column| of_records(ground, column, &mut named));
        let mut evidence = Evidence { records: found, ..Evidence::default() };
        evidence.of = if own.is_some() { records.count as u64 } else { 0 };
        let mut any = own.is_some();
        for (file, rows) in &ground.assembled.unplaced {
            let Some(view) = ground.files.get(*file) else { continue };
            let mapping = ground.mapping.files.iter().find(|f| f.name == view.profile.name);
            let header = mapping.and_then(|f| f.header(Role::Stage));
            let Some(column) = header.and_then(|header| view.table.column(header)) else {
                continue;
            };
            count(column, rows.iter().copied(), &mut named);
            any = true;
            evidence.of += view.table.rows as u64;
            if !rows.is_empty() {
                evidence.rows.push((*file, rows.clone()));
                evidence.counted = Some(Counted::Rows);
            }
        }
        if !any {
            return Ok(Look::Not(Lack::NoStages));
        }
        let mut named: Vec<(Label, u64)> =
            named.into_values().map(|(text, n)| (Label::Text(text), n)).collect();
        named.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        Ok(Look::of(Evidence { named, ..evidence }))
    })
}

/// The records whose own row says so.
fn of_records(ground: &Ground<'_>, column: &Column, named: &mut Named) -> Vec<u32> {
    let pipelines = ground.column(Role::Pipeline);
    let rows = || ground.assembled.records.row.iter().copied();
    let odd = meaning::unmapped((column, pipelines), &ground.mapping.ladder, rows());
    let found = ground.pick(|at| odd.get(at) == Some(&true));
    let of_found = found.iter().map(|at| ground.row(*at as usize) as u32);
    count(column, of_found.filter(|row| *row < NO_KEY), named);
    found
}

fn count(column: &Column, rows: impl Iterator<Item = u32>, named: &mut Named) {
    let distinct = Distinct::of(column);
    let counts = distinct.tally(rows);
    for (code, n) in (0u32..).zip(counts).filter(|(_, n)| *n > 0) {
        let text = distinct.text(code);
        let written = || (text.trim().to_owned(), 0);
        named.entry(fold(&text)).or_insert_with(written).1 += n;
    }
}
