//! Files of records beside the one that is counted: their rows are in no figure.

use super::Finding;
use super::check::{Counted, Definition, Severity};
use super::ground::{Evidence, Ground, Look, look};
use crate::engine::dimension::Label;

pub(super) const CHECK: Definition = Definition { severity: Severity::High, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        ground.records()?;
        let named: Vec<(Label, u64)> = ground
            .assembled
            .findings
            .iter()
            .filter_map(|finding| match finding {
                Finding::FileNotCounted { file, rows, .. } => {
                    Some((Label::Text(file.clone()), *rows))
                }
                _ => None,
            })
            .collect();
        let (count, counted) = (Some(named.len() as u64), Some(Counted::Files));
        let of = ground.files.len() as u64;
        Ok(Look::of(Evidence { count, of, counted, named, ..Evidence::default() }))
    })
}
