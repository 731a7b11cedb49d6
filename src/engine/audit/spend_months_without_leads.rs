//! Cost rows of months in which their channel has no record, though it has some in others: the files
//! cover different months, or the money brought nothing then.

use super::by_period::{ByPeriod, met};
use super::check::{Counted, Definition, Severity};
use super::ground::{Evidence, Ground, Look, look};
use crate::engine::filter::Grain;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let months = ByPeriod::of(ground, Grain::Month)?;
        let (of, costs) = months.costs();
        let places = costs.iter().filter_map(|at| months.place_of_cost(*at as usize));
        let mut details = months.months(places);
        let units = [Grain::Month, Grain::Week];
        details.extend(units.into_iter().filter_map(|unit| met(ground, Some(unit))));
        let counted = Some(Counted::CostRows);
        Ok(Look::of(Evidence { costs, of, counted, details, ..Evidence::default() }))
    })
}
