//! The groups and the unit of time that a figure stands in, as axes of one group each.

use super::figure::Among;
use crate::engine::dimension::{Dimension, Label};
use crate::engine::filter::{Grain, Period};
use crate::engine::measure::gather::NO_CELL;
use crate::engine::query::axis::Axis;
use crate::engine::query::codebook::Codebook;
use crate::engine::query::frame::Frame;
use crate::engine::report::Absence;
use crate::engine::value::Day;

pub(super) struct Place {
    pub groups: Axis,
    pub time: Axis,
    pub is_whole: bool,
    pub has_groups: bool,
    pub has_unit: bool,
    records: Option<Vec<bool>>,
    spend: Option<Vec<bool>>,
}

impl Place {
    pub fn of(
        frame: &Frame<'_>,
        codebook: &mut Codebook,
        groups: &[(Dimension, Among)],
        unit: Option<(Grain, Day)>,
    ) -> Result<Place, Absence> {
        let (mut records, mut spend) = (None, None);
        let mut unlinked = !groups.is_empty();
        for (dimension, among) in groups {
            let meant = frame.spec.calendar.meant(dimension);
            let codes = codebook.codes(frame.files, frame.assembled, &meant);
            let codes = codes.ok_or(Absence::NoDimension)?;
            let is_named = |label: &Label| match among {
                Among::Only(only) => label == only,
                Among::Besides(shown) => !shown.contains(label),
            };
            unlinked &= is_named(&Label::Unmatched);
            let named: Vec<bool> = codes.labels.iter().map(is_named).collect();
            if !unlinked && !named.contains(&true) {
                return Err(Absence::NoDimension);
            }
            let is_own = |codes: &[u32]| {
                codes.iter().map(|c| named.get(*c as usize) == Some(&true)).collect()
            };
            narrow(&mut records, is_own(&codes.records));
            match &codes.spend {
                Some(codes) => narrow(&mut spend, is_own(codes)),
                None => narrow(&mut spend, vec![false; frame.assembled.spend.count]),
            }
        }
        let time = match unit {
            Some((grain, first)) => {
                Axis::by_time(frame, grain, Period { first, last: Day(grain.next(first).0 - 1) })
            }
            None => Axis::one(),
        };
        Ok(Place {
            groups: match (&records, &spend) {
                (Some(records), Some(spend)) => {
                    let own = cells(records);
                    let mut axis = Axis::of_rows(1, own.clone(), own, cells(spend));
                    axis.unlinked = unlinked.then_some(0);
                    axis
                }
                _ => Axis::one(),
            },
            time,
            is_whole: groups.is_empty() && unit.is_none(),
            has_groups: !groups.is_empty(),
            has_unit: unit.is_some(),
            records,
            spend,
        })
    }

    pub fn record(&self, row: usize) -> bool {
        holds(self.records.as_deref(), row)
    }
    pub fn cost(&self, row: usize) -> bool {
        holds(self.spend.as_deref(), row)
    }
}

fn cells(own: &[bool]) -> Vec<u32> {
    own.iter().map(|own| if *own { 0 } else { NO_CELL }).collect()
}

fn narrow(kept: &mut Option<Vec<bool>>, is_in: Vec<bool>) {
    match kept {
        None => *kept = Some(is_in),
        Some(kept) => kept.iter_mut().zip(is_in).for_each(|(k, is_in)| *k &= is_in),
    }
}

fn holds(flags: Option<&[bool]>, row: usize) -> bool {
    flags.is_none_or(|f| f.get(row) == Some(&true))
}
