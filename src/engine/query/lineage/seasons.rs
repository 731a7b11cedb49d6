//! A seasonality index: the units that it is the mean of, each beside the level of its time, and the
//! rows behind them.
//!
//! Not here: how an index is found (`query::season`).

use super::figure::Figure;
use super::measured::measured;
use super::place::Place;
use super::tally::Fate;
use super::{Acts, Found};
use crate::engine::filter::{Grain, Period};
use crate::engine::funnel::BesideKind;
use crate::engine::measure::MeasureId;
use crate::engine::query::codebook::Codebook;
use crate::engine::query::frame::Frame;
use crate::engine::query::trend::seasons;
use crate::engine::report::{Absence, Trend};
use crate::engine::value::{Day, Quantity, Unit};
use crate::engine::window::Part;
use serde::{Deserialize, Serialize};

/// What an index is made of: `mean` of the ratios of `units`, divided by `of_all`, the mean of such
/// means over the whole year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeasonParts {
    /// The months or quarters of that place in the year, in the order of time.
    pub units: Vec<SeasonUnit>,
    pub mean: f64,
    pub of_all: f64,
}

/// A month or quarter: its figure, the level of its time, and how many times the level the figure is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeasonUnit {
    pub start: Day,
    pub figure: Quantity,
    pub level: Quantity,
    pub ratio: f64,
}

impl Trend {
    /// The seasonality index of a measure at a place in the year.
    pub fn figure_season(&self, place: usize, measure: usize) -> Option<Figure> {
        let id = *self.measures.get(measure)?;
        let (grain, days) = (self.grain, self.days?);
        Some(Figure::Season { id, grain, days, place: u32::try_from(place).ok()? })
    }
}

/// The index of a measure at a place in the year, over the days of a trend.
pub(super) fn season(
    frame: &Frame<'_>,
    codebook: &mut Codebook,
    id: MeasureId,
    (grain, days): (Grain, Period),
    place: usize,
) -> Result<Found, Absence> {
    let (seasonal, starts) = seasons(frame, id, grain, days)?;
    let figures = [&seasonal.index, &seasonal.means].map(|of| of.get(place).copied());
    let [Some(index), Some(mean)] = figures else { return Err(Absence::NoValues) };
    let written = |value: f64| Quantity::plain(value, frame.unit(id));
    let mut units = Vec::new();
    let mut rows = Rows::default();
    for unit in seasonal.units.iter().filter(|unit| unit.place == place) {
        let start = *starts.get(unit.at).ok_or(Absence::NoValues)?;
        let in_unit = Place::of(frame, codebook, &[], (Some((grain, start)), None))?;
        rows.add(measured(frame, id, &in_unit, (None, false))?);
        let (figure, level) = (written(unit.value), written(unit.level));
        units.push(SeasonUnit { start, figure, level, ratio: unit.ratio });
    }
    Ok(Found {
        quantity: Some(Quantity::plain(index, Unit::Ratio)),
        season: Some(SeasonParts { units, mean, of_all: seasonal.mean }),
        records: rows.records,
        costs: rows.costs,
        beside: rows.beside,
        acts: rows.acts,
        ..Found::default()
    })
}

/// What became of each row in any of several units.
#[derive(Default)]
struct Rows {
    records: Vec<Fate>,
    costs: Vec<Fate>,
    beside: Vec<(BesideKind, Vec<Fate>)>,
    acts: Acts,
}

impl Rows {
    fn add(&mut self, unit: Found) {
        self.acts = unit.acts;
        merge(&mut self.records, unit.records);
        merge(&mut self.costs, unit.costs);
        for (kind, fates) in unit.beside {
            match self.beside.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, known)) => merge(known, fates),
                None => self.beside.push((kind, fates)),
            }
        }
    }
}

fn merge(known: &mut Vec<Fate>, fates: Vec<Fate>) {
    if known.is_empty() {
        *known = fates;
        return;
    }
    for (known, fate) in known.iter_mut().zip(fates) {
        if weight(fate) > weight(*known) {
            *known = fate;
        }
    }
}

/// A row that counts in one unit counts, whatever it is to the others.
fn weight(fate: Fate) -> u8 {
    match fate {
        Fate::Part(part) if Part::counts(part) => 4,
        Fate::Part(_) => 3,
        Fate::Unconcerned => 2,
        Fate::Filtered | Fate::Elsewhere | Fate::Again => 1,
        Fate::Outside => 0,
    }
}
