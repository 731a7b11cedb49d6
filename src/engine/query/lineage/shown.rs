//! The figure at a place of an answer: a cell or a total of a table, a point of a line.

use super::figure::{Among, Figure};
use super::figure_part::{CohortPart, CurvePart, Stat};
use crate::engine::dimension::{Dimension, Label};
use crate::engine::filter::Period;
use crate::engine::measure::MeasureId;
use crate::engine::measure::fact::Anchor;
use crate::engine::query::trend::{year_back, year_before_of};
use crate::engine::report::{
    Attribution, Breakdown, CohortAges, Cohorts, CohortsSpec, Compared, ShowAs, Spread, Trend,
};
use crate::engine::value::Day;

impl Breakdown {
    /// The figure of a measure (by position) in a row; `None`: in all rows together.
    pub fn figure(&self, row: Option<usize>, measure: usize) -> Option<Figure> {
        let labels: Vec<Vec<Label>> = self.rows.iter().map(|r| vec![r.label.clone()]).collect();
        let id = *self.measures.get(measure)?;
        let by_plan = self.compared == Some(Compared::Target) || is_by_plan(id);
        let place = level_place(std::slice::from_ref(&self.dimension), &labels, row, by_plan)?;
        Some(Figure::Measure { id, place, unit: None })
    }

    /// What share the figure of a measure in a row is of that in all rows together.
    pub fn figure_share(&self, row: Option<usize>, measure: usize) -> Option<Figure> {
        let [figure, against] = [row, None].map(|row| self.figure(row, measure).map(Box::new));
        Some(Figure::Shown { show: ShowAs::OfTotal, figure: figure?, against: against? })
    }
}

impl Trend {
    /// The figure of a measure in a unit, of one line or of all together.
    pub fn figure(&self, line: Option<usize>, unit: usize, measure: usize) -> Option<Figure> {
        let labels: Vec<Vec<Label>> = self.lines.iter().map(|l| vec![l.label.clone()]).collect();
        let place = level_place(self.split.as_slice(), &labels, line, false)?;
        let unit = Some((self.grain, *self.starts.get(unit)?));
        Some(Figure::Measure { id: *self.measures.get(measure)?, place, unit })
    }
}

impl Trend {
    /// The same of the year before.
    pub fn figure_year_before(&self, unit: usize, measure: usize) -> Option<Figure> {
        let start = year_back(self.grain, *self.starts.get(unit)?);
        let days = year_before_of(self.grain, self.days?);
        let unit = Some((self.grain, start));
        let id = *self.measures.get(measure)?;
        Some(Figure::Measure { id, place: Vec::new(), unit }.during(days, None))
    }

    /// The mean of the units up to one.
    pub fn figure_average(&self, unit: usize, measure: usize) -> Option<Figure> {
        let (k, days) = (self.average_units, self.days?);
        let first = *self.starts.get((unit + 1).checked_sub(k as usize)?)?;
        let last = Day(self.grain.next(*self.starts.get(unit)?).0 - 1);
        let days = Period { first: first.max(days.first), last: last.min(days.last) };
        let id = *self.measures.get(measure)?;
        Some(Figure::Measure { id, place: Vec::new(), unit: None }.during(days, Some(self.grain)))
    }

    /// The same of the other segment, or as it is planned.
    pub fn figure_against(&self, unit: usize, measure: usize) -> Option<Figure> {
        Some(self.figure(None, unit, measure)?.against(self.compared?))
    }
}

impl Cohorts {
    /// The figure of a cohort; `None`: of all that are old enough.
    pub fn figure_of(&self, row: Option<usize>, part: CohortPart) -> Option<Figure> {
        let start = match row {
            Some(row) => Some(self.rows.get(row)?.start),
            None => None,
        };
        let ages = match self.in_days {
            true => CohortAges::Days(self.ages.clone()),
            false => CohortAges::Units,
        };
        let (grain, figure) = (self.grain, self.figure);
        let spec = CohortsSpec { grain, figure, ages, ..CohortsSpec::default() };
        Some(Figure::Cohort { spec, start, part })
    }
}

impl Spread {
    /// The values of a bin; `None`: all of them.
    pub fn figure(&self, bin: Option<usize>) -> Option<Figure> {
        let bin = match bin {
            Some(at) => self.bins.get(at).map(|bin| (bin.from, bin.to)).map(Some)?,
            None => None,
        };
        Some(Figure::Spread { of: self.of.clone(), bin })
    }

    /// A figure of all values.
    pub fn stat(&self, stat: Stat) -> Figure {
        Figure::Stat { of: self.of.clone(), group: None, stat }
    }

    /// A figure of a box.
    pub fn figure_of_box(&self, row: usize, stat: Stat) -> Option<Figure> {
        let labels: Vec<Option<Label>> = self.boxes.iter().map(|b| b.label.clone()).collect();
        let group = self.group(&labels, row)?;
        Some(Figure::Stat { of: self.of.clone(), group, stat })
    }

    /// A figure of a curve.
    pub fn figure_of_curve(&self, row: usize, part: CurvePart) -> Option<Figure> {
        let labels: Vec<Option<Label>> = self.curves.iter().map(|c| c.label.clone()).collect();
        let group = self.group(&labels, row)?;
        Some(Figure::Curve { of: self.of.clone(), group, part })
    }

    /// The group at a place of a list; the rest is all but those that are named.
    fn group(&self, labels: &[Option<Label>], row: usize) -> Option<Option<(Dimension, Among)>> {
        let Some(label) = labels.get(row)? else { return Some(None) };
        let among = match label {
            Label::Rest(_) => {
                let named = labels.iter().flatten().filter(|l| !matches!(l, Label::Rest(_)));
                Among::Besides(named.cloned().collect())
            }
            label => Among::Only(label.clone()),
        };
        Some(Some((self.split.clone()?, among)))
    }
}

impl Attribution {
    /// What a channel (by its row; `None`: all) is owed by a model (by its column).
    pub fn figure(&self, row: Option<usize>, model: usize) -> Option<Figure> {
        let channel = match row.map(|row| self.rows.get(row).map(|r| &r.label)) {
            Some(Some(Label::Channel(channel))) => Some(channel.clone()),
            Some(_) => return None,
            None => None,
        };
        let model = *self.models.get(model)?;
        Some(Figure::Attribution { of: self.of, half_life: self.half_life, model, channel })
    }
}

/// Whether a figure may be made of plans: which of them count depends on what they are told apart by,
/// for a total as well.
pub(super) fn is_by_plan(id: MeasureId) -> bool {
    matches!(id, MeasureId::Own(_)) || id.needs().anchor(Anchor::Targets)
}

/// The groups of a line; the rest of a level is all but those of that level that are shown. Levels
/// that the line does not tell apart are named as well where it is wanted. `None` where the line is
/// not there.
pub(super) fn level_place(
    dimensions: &[Dimension],
    lines: &[Vec<Label>],
    line: Option<usize>,
    by_all: bool,
) -> Option<Vec<(Dimension, Among)>> {
    let none = Vec::new();
    let labels = match line {
        Some(line) => lines.get(line)?,
        None => &none,
    };
    let mut place = Vec::with_capacity(dimensions.len());
    for (level, (dimension, label)) in dimensions.iter().zip(labels).enumerate() {
        if !matches!(label, Label::Rest(_)) {
            place.push((dimension.clone(), Among::Only(label.clone())));
            continue;
        }
        let beside = lines.iter().filter(|other| other.get(..level) == labels.get(..level));
        let mut shown: Vec<Label> = Vec::new();
        for label in beside.filter_map(|other| other.get(level)) {
            if !matches!(label, Label::Rest(_)) && !shown.contains(label) {
                shown.push(label.clone());
            }
        }
        place.push((dimension.clone(), Among::Besides(shown)));
        break;
    }
    if by_all {
        let others = dimensions.iter().skip(place.len());
        place.extend(others.map(|dimension| (dimension.clone(), Among::ALL)));
    }
    Some(place)
}
