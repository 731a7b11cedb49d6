//! Which figure of a report: enough to find its rows, whatever becomes of the block that shows it.

use crate::engine::attribution::Model;
use crate::engine::dimension::{Dimension, Label};
use crate::engine::filter::{Filter, Grain};
use crate::engine::mapping::Channel;
use crate::engine::measure::MeasureId;
use crate::engine::report::{AttributionOf, CohortsSpec, SpreadOf};
use crate::engine::value::Day;
use serde::{Deserialize, Serialize};

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// A card, a cell or a total: a measure in groups of dimensions (none: all of them), perhaps
    /// in one unit of the calendar.
    Measure { id: MeasureId, place: Vec<(Dimension, Among)>, unit: Option<(Grain, Day)> },
    /// A step of the funnel, from 0.
    Step(u32),
    /// A cohort (`None`: all that are old enough) and what became of it.
    Cohort { spec: CohortsSpec, start: Option<Day>, part: CohortPart },
    /// Values, perhaps those from a number up to and without another.
    Spread { of: SpreadOf, bin: Option<(f64, Option<f64>)> },
    /// What a channel (`None`: all) is owed by a model.
    Attribution { of: AttributionOf, half_life: u32, model: Model, channel: Option<Channel> },
    /// A figure of a block with filters of its own.
    Within { filters: Vec<Filter>, figure: Box<Figure> },
}

/// Groups of a dimension.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Among {
    Only(Label),
    /// What is shown as the rest: all but these.
    Besides(Vec<Label>),
}

/// Which figure of a cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CohortPart {
    /// The records themselves.
    Records,
    /// Up to this age, in units of the grain or in days.
    Age(u32),
    /// Whatever the age.
    ByNow,
}

impl Figure {
    /// A measure over everything that the report is about.
    pub fn whole(id: MeasureId) -> Figure {
        Figure::Measure { id, place: Vec::new(), unit: None }
    }

    /// As it stands in a block with these filters.
    pub fn within(self, filters: &[Filter]) -> Figure {
        match filters {
            [] => self,
            filters => Figure::Within { filters: filters.to_vec(), figure: Box::new(self) },
        }
    }

    /// Without the filters of its block.
    pub fn plain(&self) -> &Figure {
        match self {
            Figure::Within { figure, .. } => figure.plain(),
            figure => figure,
        }
    }

    /// The filters of its block.
    pub fn filters(&self) -> &[Filter] {
        match self {
            Figure::Within { filters, .. } => filters,
            _ => &[],
        }
    }

    /// The same place with another measure.
    pub fn with_measure(&self, id: MeasureId) -> Figure {
        let figure = match self.plain() {
            Figure::Measure { place, unit, .. } => {
                Figure::Measure { id, place: place.clone(), unit: *unit }
            }
            _ => Figure::whole(id),
        };
        figure.within(self.filters())
    }
}
