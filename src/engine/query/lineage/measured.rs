//! The figure of a measure at a place, and its rows. It needs no second definition of any measure: a row
//! is given a cell of its own (`rows`), and the measure is derived from it as from any other cell.

use super::place::Place;
use super::rows::{Rows, by_events, is_at};
use super::tally::Fate;
use super::{Acts, Found, members};
use crate::engine::measure::MeasureId;
use crate::engine::measure::fact::{Anchor, Count, Facts, Kept};
use crate::engine::query::axis::Axis;
use crate::engine::query::cell::Wants;
use crate::engine::query::column_fact::Source;
use crate::engine::query::frame::{Frame, Placed};
use crate::engine::query::support::Placement;
use crate::engine::query::trend::averaged;
use crate::engine::report::Absence;
use crate::engine::value::Caution;
use crate::engine::window::Part;
use std::ops::Range;

/// The figure at a place; as the mean of these units of time, where it is one; with how far it
/// scatters, where it is compared.
pub(super) fn measured(
    frame: &Frame<'_>,
    id: MeasureId,
    place: &Place,
    (mean, is_compared): (Option<&Axis>, bool),
) -> Result<Found, Absence> {
    let placement = Placement {
        by_day: place.has_unit,
        without_spend: false,
        by_dimension: place.has_groups,
        by_date: false,
        plans: place.groups.plan_fit(),
    };
    if let Some(absence) = frame.absence(id, placement) {
        return Err(absence);
    }
    let mut wants = frame.wants(&[id]);
    // Of parts of records nobody knows how they scatter.
    if is_compared && place.groups.parts.is_none() {
        wants = wants.comparing(&[id]);
    }
    let time = mean.unwrap_or(&place.time);
    let filled = frame.fill(&frame.now, time, &place.groups, &wants);
    let of_units = |units: Range<usize>| filled.merged(units);
    let mut facts = of_units(0..time.len());
    if place.is_whole {
        frame.add_undated(&wants, &mut facts);
    }
    let quantity = match mean {
        Some(units) => averaged(frame, id, (0..units.len(), &of_units), &wants),
        None => frame.derive(id, &facts, &wants),
    };
    let days = frame.now.window.filter(|_| !place.has_unit && !place.by_date);
    let quantity = frame.aged(id, quantity, days);
    let placed = frame.placed(&frame.now, &place.time, &place.groups, &wants);
    let mut found = match id {
        // The measures of a formula are each a figure of their own; its rows are those of columns.
        MeasureId::Own(own) => {
            let measures = frame.own(own).map(|(_, formula)| formula.measures.clone());
            let part = |id: MeasureId| (id, id.derive(&facts.facts));
            let parts = measures.unwrap_or_default().into_iter().map(part).collect();
            let conversion = frame.own(own).and_then(|(_, formula)| formula.conversion());
            Found { parts, ..of_columns(frame, place, (&wants, conversion), &placed) }
        }
        id => {
            let is_plain = quantity.numerator.is_none() && quantity.denominator.is_none();
            let part = |facts: &Facts| part_of(id, facts, is_plain);
            let mut found = Rows::new(frame, place, &wants, placed).found(&part);
            found.members = members::of(frame, id, &facts.facts, &mut found.records);
            found
        }
    };
    let by_column = wants.sources().any(|source| source.anchor == Anchor::Closed);
    let in_time = frame.now.window.is_some() || place.has_unit;
    found.acts = Acts {
        basis: in_time
            && (by_column
                || wants.anchor(Anchor::Closed)
                || wants.anchor(Anchor::Open)
                || frame.by_entry(wants.stages(frame.assembled)) != 0),
        policy: wants.needs.by_policy() || names_stages(frame, id),
    };
    if place.is_whole && by_events(frame) {
        found.part_dated = part_dated(frame, id, &wants, &found.records);
    }
    found.quantity = Some(quantity);
    found.shares = place.shares();
    Ok(found)
}

/// How many of the records that count lack a day, which the figure tells of as well as of those that
/// count by none.
fn part_dated(frame: &Frame<'_>, id: MeasureId, wants: &Wants, fates: &[Fate]) -> u64 {
    let lacks = |row: usize| match id {
        MeasureId::Own(_) => lacks_day(frame, wants, row),
        _ => frame.is_without_day(wants.needs, row),
    };
    let counts = fates.iter().enumerate().filter(|(_, fate)| fate.part().is_some_and(Part::counts));
    counts.filter(|(row, _)| lacks(*row)).count() as u64
}

/// Whether a record lacks the day of any stage that a formula names.
fn lacks_day(frame: &Frame<'_>, wants: &Wants, row: usize) -> bool {
    wants.sources().filter_map(Source::stage).any(|stage| frame.lacks_day_of(stage, row))
}

/// The rows with values in the columns that a formula reads; of a conversion those that reached the
/// first stage, and those that went on.
fn of_columns(
    frame: &Frame<'_>,
    place: &Place,
    (wants, conversion): (&Wants, Option<(usize, usize)>),
    placed: &Placed,
) -> Found {
    let counts =
        |source: &Source, row: usize| is_at(source.cells(placed), row) && source.has(row, placed);
    let at = |at: usize, row: usize| wants.sources().nth(at).is_some_and(|s| counts(s, row));
    let has = |is_cost: bool, row: usize| {
        wants.sources().any(|s| (s.anchor == Anchor::Spend) == is_cost && counts(s, row))
    };
    let is_told = place.is_whole && by_events(frame);
    let fate = |is_kept: bool, is_grouped: bool, is_in: bool| match () {
        () if !is_kept => Fate::Filtered,
        () if !is_grouped => Fate::Elsewhere,
        () if is_in => Fate::Part(Part::Above),
        () => Fate::Unconcerned,
    };
    let record = |row: usize| {
        let fate = fate(frame.kept.record(row), place.record(row), has(false, row));
        match (fate, conversion) {
            (Fate::Unconcerned, _) if is_told && lacks_day(frame, wants, row) => {
                Fate::Part(Part::WithoutDates)
            }
            (Fate::Part(_), Some((from, both))) => match (at(both, row), at(from, row)) {
                (true, true) => Fate::Part(Part::Both),
                (true, false) => Fate::Part(Part::Above),
                (false, true) => Fate::Part(Part::Below),
                (false, false) => Fate::Unconcerned,
            },
            (fate, _) => fate,
        }
    };
    let records = (0..frame.assembled.records.count).map(record);
    let costs = (0..frame.assembled.spend.count)
        .map(|row| fate(frame.kept.cost(row), place.cost(row), has(true, row)));
    Found { records: records.collect(), costs: costs.collect(), ..Found::default() }
}

/// What the facts of one row are to a measure.
fn part_of(id: MeasureId, facts: &Facts, is_plain: bool) -> Option<Part> {
    let alone = id.derive(facts);
    let above = alone.numerator.is_some_and(|n| n != 0.0);
    // What is divided by the whole of all rows is not divided by this one.
    let below = alone.denominator.is_some_and(|d| d != 0.0) && !id.needs().whole();
    let reason = alone.cautions.iter().find_map(|caution| match caution {
        Caution::WithoutAmount { records: 1.. } => Some(Part::WithoutAmount),
        Caution::OtherCurrencies { records: 1.. } => Some(Part::OtherCurrency),
        Caution::WithoutDates { records: 1.. } => Some(Part::WithoutDates),
        Caution::DatesOutOfOrder { records: 1.. } => Some(Part::DatesOutOfOrder),
        Caution::WithoutAccount { records: 1.. }
        | Caution::WithoutChance { records: 1.. }
        | Caution::InvalidScores { answers: 1.. }
        | Caution::WithoutQuantity { records: 1.. } => Some(Part::LeftOut),
        _ => None,
    });
    if id == MeasureId::Nps
        && let Some(answer) = answer(facts)
    {
        return Some(answer);
    }
    match (above, below) {
        (true, true) => Some(Part::Both),
        (true, false) => Some(Part::Above),
        (false, true) if alone.numerator.is_some() => Some(Part::Below),
        // The values behind a median stand for themselves.
        (false, true) if VALUES.iter().any(|kept| id.needs().kept(*kept)) => Some(Part::Value),
        (false, true) => Some(Part::Above),
        (false, false) if reason.is_some() => reason,
        (false, false) if is_plain => {
            let has = !facts.is_empty(id.needs()) && alone.value.is_some();
            (has || alone.value.is_some_and(|v| v != 0.0)).then_some(Part::Above)
        }
        (false, false) => None,
    }
}

/// Whether a measure of the user's own counts who came to a stage.
fn names_stages(frame: &Frame<'_>, id: MeasureId) -> bool {
    let MeasureId::Own(own) = id else { return false };
    frame.own(own).is_some_and(|(_, formula)| !formula.stages.is_empty())
}

/// What is kept to find a middle of it.
const VALUES: [Kept; 5] =
    [Kept::CycleDays, Kept::WonAmounts, Kept::LifeDays, Kept::OpenDays, Kept::ResponseHours];

/// What one answer to a survey is to the score.
fn answer(facts: &Facts) -> Option<Part> {
    let kinds = [
        (Count::Promoters, Part::Promoter),
        (Count::Passives, Part::Passive),
        (Count::Detractors, Part::Detractor),
    ];
    kinds.into_iter().find(|(count, _)| facts.counted(*count) > 0).map(|(_, part)| part)
}
