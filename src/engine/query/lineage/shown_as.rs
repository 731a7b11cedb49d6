//! Figures of a pivot that are shown in another way: which figures stand behind a cell, and the rows
//! of both.
//!
//! Not here: how a cell is shown (`query::show_as`).

use super::Found;
use super::figure::{Among, Figure};
use super::shown::{is_by_plan, level_place};
use super::tally::Fate;
use crate::engine::dimension::{Dimension, Label};
use crate::engine::query::show_as::set_against;
use crate::engine::report::{Pivot, ShowAs};
use crate::engine::window::Part;

impl Pivot {
    /// The figure of a measure (by position) where a row meets a column; `None` is the total. A rank
    /// is of the figure itself (`opened` knows it), and where nothing is before a column there is no change from it.
    pub fn figure(
        &self,
        row: Option<usize>,
        column: Option<usize>,
        measure: usize,
    ) -> Option<Figure> {
        let show = self.show.get(measure).copied().unwrap_or_default();
        let plain = |row, column| self.plain(self.side(row, column)?, measure);
        let here = plain(row, column)?;
        let (figure, against) = match show {
            ShowAs::Plain | ShowAs::Rank => return Some(here),
            ShowAs::RunningDown => return self.running_down(row, column, measure),
            ShowAs::RunningAcross => {
                let (down, _) = self.side(row, None)?;
                let across = so_far(&self.column_dimensions, &self.columns, column)?;
                return self.plain((down, across), measure);
            }
            ShowAs::OfRow => (here, plain(row, None)?),
            ShowAs::OfColumn => (here, plain(None, column)?),
            ShowAs::OfTotal => (here, plain(None, None)?),
            ShowAs::OfParent => (here, self.above(row, column, measure)?),
            ShowAs::CumulativeShare => {
                let whole = self.above(row, column, measure).filter(|_| row.is_some());
                let so_far = self.running_down(row, column, measure)?;
                (so_far.clone(), whole.unwrap_or(so_far))
            }
            ShowAs::Difference | ShowAs::Growth => match self.column_before(column) {
                Some(before) => (here, plain(row, Some(before))?),
                None => return Some(here),
            },
        };
        let (figure, against) = (Box::new(figure), Box::new(against));
        Some(Figure::Shown { show, figure, against })
    }

    /// The groups of a row and of a column.
    fn side(&self, row: Option<usize>, column: Option<usize>) -> Option<(Groups, Groups)> {
        let rows = level_place(&self.row_dimensions, &self.rows, row, false)?;
        Some((rows, level_place(&self.column_dimensions, &self.columns, column, false)?))
    }

    /// A measure in groups; what is by plan names all dimensions, as they tell which plans count.
    fn plain(&self, (mut place, across): (Groups, Groups), measure: usize) -> Option<Figure> {
        let id = *self.measures.get(measure)?;
        place.extend(across);
        if is_by_plan(id) {
            let all = self.row_dimensions.iter().chain(&self.column_dimensions);
            let others: Vec<_> = all.filter(|d| place.iter().all(|(of, _)| of != *d)).collect();
            place.extend(others.into_iter().map(|d| (d.clone(), Among::ALL)));
        }
        Some(Figure::Measure { id, place, unit: None })
    }

    fn running_down(
        &self,
        row: Option<usize>,
        column: Option<usize>,
        measure: usize,
    ) -> Option<Figure> {
        let (_, across) = self.side(None, column)?;
        self.plain((so_far(&self.row_dimensions, &self.rows, row)?, across), measure)
    }

    /// The group above, in the same column; of the columns' group where no dimension makes rows.
    fn above(&self, row: Option<usize>, column: Option<usize>, measure: usize) -> Option<Figure> {
        let place = match self.row_dimensions.is_empty() {
            false => {
                let parent = parent_place(&self.row_dimensions, &self.rows, row)?;
                (parent, self.side(None, column)?.1)
            }
            true => (Vec::new(), parent_place(&self.column_dimensions, &self.columns, column)?),
        };
        self.plain(place, measure)
    }

    /// The column before one, of its level and group.
    fn column_before(&self, column: Option<usize>) -> Option<usize> {
        let here = self.columns.get(column?)?;
        let earlier = self.columns.get(..column?)?;
        earlier.iter().rposition(|other| is_beside(other, here))
    }
}

type Groups = Vec<(Dimension, Among)>;

/// The level that a line is of; the rest of a level has labels down to the last.
fn level(labels: &[Label]) -> usize {
    let rest = labels.iter().position(|label| matches!(label, Label::Rest(_)));
    rest.unwrap_or_else(|| labels.len().saturating_sub(1))
}

/// Of one level, in one group above.
pub(super) fn is_beside(a: &[Label], b: &[Label]) -> bool {
    level(a) == level(b) && a.get(..level(a)) == b.get(..level(b))
}

fn parent_place(
    dimensions: &[Dimension],
    lines: &[Vec<Label>],
    line: Option<usize>,
) -> Option<Groups> {
    let Some(line) = line else { return Some(Vec::new()) };
    let labels = lines.get(line)?;
    let above = dimensions.iter().zip(labels).take(level(labels));
    Some(above.map(|(d, label)| (d.clone(), Among::Only(label.clone()))).collect())
}

/// The groups of a line and of those beside it that stand before it.
fn so_far(dimensions: &[Dimension], lines: &[Vec<Label>], line: Option<usize>) -> Option<Groups> {
    let Some(at) = line else { return Some(Vec::new()) };
    let here = lines.get(at)?;
    let level = level(here);
    let mut place = parent_place(dimensions, lines, line)?;
    let Some(dimension) = dimensions.get(level) else { return Some(place) };
    let of = |lines: &[Vec<Label>]| -> Vec<Label> {
        let beside = lines.iter().filter(|other| is_beside(other, here));
        beside.filter_map(|other| other.get(level).cloned()).collect()
    };
    let is_rest = |label: &Label| matches!(label, Label::Rest(_));
    let run = of(lines.get(..=at)?);
    let among = match run.iter().any(is_rest) {
        // The rest is last: with it all groups are there, but for those behind it.
        true => Among::Besides(of(lines.get(at + 1..)?)),
        false => Among::These(run),
    };
    place.push((dimension.clone(), among));
    Some(place)
}

/// A figure and the one that it is set against: of a share the rows of both, of a change those of the
/// figure itself.
pub(super) fn shown(show: ShowAs, figure: Found, against: Found) -> Option<Found> {
    let (here, other) = (figure.quantity.clone()?, against.quantity.clone()?);
    let quantity = set_against(show, &here, Some(&other));
    let sides = Some(Box::new((here, other)));
    let found = match show {
        ShowAs::Difference | ShowAs::Growth => figure,
        _ => {
            let beside = figure.beside.iter().map(|(kind, fates)| {
                let of_kind = against.beside.iter().find(|(other, _)| other == kind);
                let whole = of_kind.map_or(&[][..], |(_, fates)| fates.as_slice());
                (*kind, of_share(fates, whole))
            });
            Found {
                records: of_share(&figure.records, &against.records),
                costs: of_share(&figure.costs, &against.costs),
                beside: beside.collect(),
                ..figure
            }
        }
    };
    Some(Found { quantity: Some(quantity), sides, parts: Vec::new(), members: None, ..found })
}

/// What each row is to a share: whatever counts in the part is above the line, in the whole below it.
fn of_share(part: &[Fate], whole: &[Fate]) -> Vec<Fate> {
    let counts = |fate: &Fate| fate.part().is_some_and(Part::counts);
    let each = part.iter().zip(whole).map(|(part, whole)| match (counts(part), counts(whole)) {
        (true, true) => Fate::Part(Part::Both),
        (true, false) => Fate::Part(Part::Above),
        (false, true) => Fate::Part(Part::Below),
        (false, false) if part.part().is_some() => *part,
        (false, false) => *whole,
    });
    each.collect()
}
