//! Figures of persons and of accounts: one of them may have several records, so that the rows that
//! count are told beside those whom they are about.

use super::tally::Fate;
use crate::engine::funnel::Assembled;
use crate::engine::measure::MeasureId;
use crate::engine::measure::account::sides;
use crate::engine::measure::fact::{Facts, Kept};
use crate::engine::query::frame::Frame;
use crate::engine::stats;
use crate::engine::window::Part;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Whom the counted rows are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Members {
    /// Different people; a record that names nobody is one of its own.
    People(u64),
    /// Accounts: above the line, and below it.
    Accounts { above: u64, below: u64 },
}

/// Of a figure with these facts; and puts each row on the sides of its account.
pub(super) fn of(
    frame: &Frame<'_>,
    id: MeasureId,
    facts: &Facts,
    records: &mut [Fate],
) -> Option<Members> {
    if id == MeasureId::UniqueLeads {
        return Some(Members::People(stats::distinct(facts.values(Kept::People)) as u64));
    }
    let (above, below) = sides(id, facts)?;
    for (row, fate) in records.iter_mut().enumerate() {
        if let Fate::Part(Part::Both | Part::Above | Part::Below) = fate {
            *fate = side(frame.assembled, row, (&above, &below));
        }
    }
    Some(Members::Accounts { above: above.len() as u64, below: below.len() as u64 })
}

fn side(
    assembled: &Assembled,
    row: usize,
    (above, below): (&BTreeSet<u32>, &BTreeSet<u32>),
) -> Fate {
    let account = assembled.details.account.get(row).copied().unwrap_or(0);
    match (above.contains(&account), below.contains(&account)) {
        (true, _) => Fate::Part(Part::Both),
        (false, true) => Fate::Part(Part::Below),
        (false, false) => Fate::Unconcerned,
    }
}
