//! Which figure of a report: enough to find its rows, whatever becomes of the block that shows it.

use super::figure_part::{
    ChangeFigure, ChangeRows, CohortPart, CurvePart, FlowEnd, MovesFigure, Stat, StepFigure,
};
use crate::engine::attribution::Model;
use crate::engine::dimension::{Dimension, Label};
use crate::engine::filter::{Filter, Grain, Period};
use crate::engine::mapping::Channel;
use crate::engine::measure::MeasureId;
use crate::engine::report::{
    AttributionOf, CallFigure, CohortsSpec, Compared, PivotSpec, ReasonsSpec, ShowAs, SpreadOf,
};
use crate::engine::value::Day;
use serde::{Deserialize, Serialize};

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// A card, a cell or a total: a measure in groups of dimensions (none: all of them), perhaps
    /// in one unit of the calendar.
    Measure {
        id: MeasureId,
        place: Vec<(Dimension, Among)>,
        unit: Option<(Grain, Day)>,
    },
    /// The seasonality index of a measure at a place in the year, from 0, over the days of a trend.
    Season {
        id: MeasureId,
        grain: Grain,
        days: Period,
        place: u32,
    },
    /// A step of the funnel, from 0: those that reached it, and another figure of it.
    Step(u32),
    OfStep {
        at: u32,
        of: StepFigure,
    },
    /// A cohort (`None`: all that are old enough) and what became of it.
    Cohort {
        spec: CohortsSpec,
        start: Option<Day>,
        part: CohortPart,
    },
    /// Values, perhaps those from a number up to and without another.
    Spread {
        of: SpreadOf,
        bin: Option<(f64, Option<f64>)>,
    },
    /// A figure of values, or of one group of them.
    Stat {
        of: SpreadOf,
        group: Option<(Dimension, Among)>,
        stat: Stat,
    },
    /// A figure of a curve of time, or of that of one group.
    Curve {
        of: SpreadOf,
        group: Option<(Dimension, Among)>,
        part: CurvePart,
    },
    /// What a channel (`None`: all) is owed by a model.
    Attribution {
        of: AttributionOf,
        half_life: u32,
        model: Model,
        channel: Option<Channel>,
    },
    /// Lost records that name these reasons (`None`: any), in these groups of the split; their
    /// weight, or the share of all that it is.
    Reasons {
        spec: ReasonsSpec,
        reasons: Option<Vec<Label>>,
        part: Option<Among>,
        is_share: bool,
    },
    /// Moves from a place to another (by position; `None`: any), in a unit of time or whenever.
    Moves {
        from: Option<u32>,
        to: Option<u32>,
        unit: Option<(Grain, Day)>,
        of: MovesFigure,
    },
    /// The flow of the records that entered: out of a place.
    Flow {
        from: u32,
        to: FlowEnd,
        of: MovesFigure,
    },
    /// Calls of a weekday (from Monday on, 0), of an hour, of both, or all.
    Calls {
        figure: CallFigure,
        day: Option<u8>,
        hour: Option<u8>,
    },
    /// What became of records since the earlier export of this name; amounts are in the currency,
    /// and records with one are those of its bridge alone.
    Change {
        earlier: String,
        rows: ChangeRows,
        of: ChangeFigure,
        currency: Option<String>,
    },
    /// A figure of a pivot that is shown as a share of another, or as the change from it.
    Shown {
        show: ShowAs,
        figure: Box<Figure>,
        against: Box<Figure>,
    },
    /// A figure of a pivot that is shown as its rank among those beside it: the question, the place,
    /// and the measure by its position in the answer.
    Ranked {
        spec: Box<PivotSpec>,
        row: Vec<Label>,
        /// Of the totals there are no labels.
        column: Vec<Label>,
        measure: u32,
        figure: Box<Figure>,
    },
    /// A figure of a group (what this filter leaves), set against that of all others (what the filter
    /// takes out).
    BesideOthers {
        group: Filter,
        figure: Box<Figure>,
    },
    /// On other days than those of the report; of units of such a grain, of which it is the mean.
    During {
        days: Period,
        average: Option<Grain>,
        figure: Box<Figure>,
    },
    /// The same of what the report is compared with: of earlier days, of the other segment, or as
    /// it is planned.
    Against {
        compared: Compared,
        figure: Box<Figure>,
    },
    /// A figure of a block with filters of its own.
    Within {
        filters: Vec<Filter>,
        figure: Box<Figure>,
    },
}

/// Groups of a dimension.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Among {
    Only(Label),
    These(Vec<Label>),
    /// What is shown as the rest: all but these.
    Besides(Vec<Label>),
}

impl Among {
    /// All groups of a dimension: rows that know of it are placed by it, and none is left out.
    pub const ALL: Among = Among::Besides(Vec::new());

    pub fn is_all(&self) -> bool {
        *self == Among::ALL
    }

    /// Whether a group is one of these.
    pub fn names(&self, label: &Label) -> bool {
        match self {
            Among::Only(only) => label == only,
            Among::These(these) => these.contains(label),
            Among::Besides(shown) => !shown.contains(label),
        }
    }
}

impl Figure {
    /// A measure over everything that the report is about.
    pub fn whole(id: MeasureId) -> Figure {
        Figure::Measure { id, place: Vec::new(), unit: None }
    }

    /// As it stands in a block with these filters; those that it has already narrow it further.
    pub fn within(self, filters: &[Filter]) -> Figure {
        match self {
            figure if filters.is_empty() => figure,
            Figure::Within { filters: own, figure } => {
                let filters = filters.iter().cloned().chain(own).collect();
                Figure::Within { filters, figure }
            }
            figure => Figure::Within { filters: filters.to_vec(), figure: Box::new(figure) },
        }
    }

    /// On these days instead of the report's, as the mean of its units of a grain.
    pub fn during(self, days: Period, average: Option<Grain>) -> Figure {
        Figure::During { days, average, figure: Box::new(self) }
    }

    /// The same of what the report is compared with.
    pub fn against(self, compared: Compared) -> Figure {
        match self {
            Figure::Within { filters, figure } => figure.against(compared).within(&filters),
            figure => Figure::Against { compared, figure: Box::new(figure) },
        }
    }

    /// Whether it is of what the report is compared with, and of what.
    pub fn compared(&self) -> Option<Compared> {
        match self {
            Figure::Within { figure, .. } => figure.compared(),
            Figure::Against { compared, .. } => Some(*compared),
            _ => None,
        }
    }

    /// The days that it has for itself.
    pub fn days(&self) -> Option<(Period, Option<Grain>)> {
        match self {
            Figure::Within { figure, .. } | Figure::Against { figure, .. } => figure.days(),
            Figure::During { days, average, .. } => Some((*days, *average)),
            _ => None,
        }
    }

    /// Without the filters and days of its block, and whatever side of a comparison it is of.
    pub fn plain(&self) -> &Figure {
        match self {
            Figure::Within { figure, .. }
            | Figure::During { figure, .. }
            | Figure::Against { figure, .. } => figure.plain(),
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
        let figure = match self.days() {
            Some((days, average)) => figure.during(days, average),
            None => figure,
        };
        let figure = match self.compared() {
            Some(compared) => figure.against(compared),
            None => figure,
        };
        figure.within(self.filters())
    }
}
