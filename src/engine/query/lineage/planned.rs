//! The rows of what is planned: those of the plans that count where a figure stands.

use super::Found;
use super::place::Place;
use super::rows::Rows;
use crate::engine::measure::MeasureId;
use crate::engine::measure::fact::Facts;
use crate::engine::query::against::{plan_needs, planned as plan_in};
use crate::engine::query::axis::Axis;
use crate::engine::query::cell::Wants;
use crate::engine::query::frame::Frame;
use crate::engine::report::Absence;
use crate::engine::window::Part;

/// What is planned of a measure at a place.
pub(super) fn planned(
    frame: &Frame<'_>,
    id: MeasureId,
    mut place: Place,
) -> Result<Found, Absence> {
    let needs = plan_needs(&[id]);
    if !frame.is_planned(id, place.has_unit) {
        return Err(Absence::NoTargets);
    }
    if !place.groups.plan_fit().holds(needs) {
        // All groups together have the plan of the whole, whatever plans know of the groups.
        if !place.is_all {
            return Err(Absence::NotByDimension);
        }
        place.groups = Axis::one();
    }
    let wants = Wants::of(needs);
    let filled = frame.fill(&frame.now, &place.time, &place.groups, &wants);
    let facts = filled.merged(std::iter::once(0)).facts;
    let quantity = plan_in(id, &facts).ok_or(Absence::NoTargets)?;
    let placed = frame.placed(&frame.now, &place.time, &place.groups, &wants);
    let part = |facts: &Facts| plan_in(id, facts).map(|_| Part::Above);
    let found = Rows::new(frame, &place, &wants, placed).found(&part);
    Ok(Found { quantity: Some(quantity), ..found })
}
