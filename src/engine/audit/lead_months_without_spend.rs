//! Records of months in which their channel cost nothing, though it did in others: a cost file that
//! begins later, ends earlier or has a hole makes cost per record and return better than they are.

use super::by_period::{ByPeriod, met};
use super::check::{Definition, Severity};
use super::ground::{Evidence, Ground, Look, look};
use crate::engine::filter::Grain;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let months = ByPeriod::of(ground, Grain::Month)?;
        let (of, records) = months.records();
        let places = records.iter().filter_map(|at| months.place_of_record(*at as usize));
        let mut details = months.months(places);
        let units = [Grain::Month, Grain::Week];
        details.extend(units.into_iter().filter_map(|unit| met(ground, Some(unit))));
        Ok(Look::of(Evidence { records, of, details, ..Evidence::default() }))
    })
}
