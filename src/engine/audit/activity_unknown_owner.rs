//! Activities of people who have no record in the CRM's file: names that are written otherwise there,
//! or somebody whose records are missing.

use super::beside_rows::lacking;
use super::check::{Definition, Lack, Severity};
use super::ground::{Evidence, Ground, Look, look};
use crate::engine::dimension::Label;
use crate::engine::distinct::Distinct;
use crate::engine::fold::fold;
use crate::engine::funnel::BesideKind;
use crate::engine::mapping::Role;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        ground.activities()?;
        ground.records()?;
        let ours = ground.column(Role::Owner).ok_or(Lack::NoOwner)?;
        let known: BTreeSet<String> = Distinct::of(ours).texts().map(|t| fold(&t)).collect();
        let (mut rows, mut of, mut any) = (Vec::new(), 0, false);
        // By the folded name: as it is written first, and how many.
        let mut named: BTreeMap<String, (String, u64)> = BTreeMap::new();
        for file in ground.beside(BesideKind::Activities) {
            let Some(column) = file.column(Role::Owner) else { continue };
            any = true;
            let distinct = Distinct::of(column);
            let texts: Vec<String> = distinct.texts().map(|t| fold(&t)).collect();
            for (row, at) in file.rows() {
                let code = distinct.code(row as u32);
                let Some(name) = texts.get(code as usize).filter(|t| !t.is_empty()) else {
                    continue;
                };
                of += 1;
                if !known.contains(name) {
                    rows.push(at);
                    let written = || (distinct.text(code).trim().to_owned(), 0);
                    named.entry(name.clone()).or_insert_with(written).1 += 1;
                }
            }
        }
        if !any {
            return Ok(Look::Not(Lack::NoOwner));
        }
        let mut named: Vec<(Label, u64)> =
            named.into_values().map(|(name, n)| (Label::Text(name), n)).collect();
        named.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        Ok(match lacking(rows, of) {
            Look::Found(evidence) => Look::of(Evidence { named, ..*evidence }),
            other => other,
        })
    })
}
