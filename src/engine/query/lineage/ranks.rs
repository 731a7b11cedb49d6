//! A figure of a pivot that is shown as its rank: which of how many, and the rows of the figure itself.
//!
//! Not here: how figures are ranked (`query::show_as`).

use super::Found;
use super::figure::Figure;
use super::shown_as::is_beside;
use crate::engine::dimension::Label;
use crate::engine::query::codebook::Codebook;
use crate::engine::query::frame::Frame;
use crate::engine::query::pivot::pivot;
use crate::engine::report::{Absence, Pivot, PivotSpec, ShowAs};
use crate::engine::value::Quantity;
use serde::{Deserialize, Serialize};

/// What has a rank, and among how many figures it has it: those of its level in its group, in the
/// same column, that have a value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RankOf {
    pub figure: Quantity,
    pub of: u64,
}

impl Pivot {
    /// What a cell of the answer to this question opens: the figure that it shows, or its rank.
    pub fn opened(
        &self,
        spec: &PivotSpec,
        (row, column): (Option<usize>, Option<usize>),
        measure: usize,
    ) -> Option<Figure> {
        let figure = self.figure(row, column, measure)?;
        let has_rank = self.show.get(measure) == Some(&ShowAs::Rank)
            && row.is_some_and(|row| {
                self.shown(row, column, measure).is_some_and(|q| q.value.is_some())
            });
        if !has_rank {
            return Some(figure);
        }
        let labels = |lines: &[Vec<Label>], at: Option<usize>| match at {
            Some(at) => lines.get(at).cloned(),
            None => Some(Vec::new()),
        };
        Some(Figure::Ranked {
            spec: Box::new(spec.clone()),
            row: labels(&self.rows, row)?,
            column: labels(&self.columns, column)?,
            measure: u32::try_from(measure).ok()?,
            figure: Box::new(figure),
        })
    }

    /// What stands in a row; without a column in its total.
    fn shown(&self, row: usize, column: Option<usize>, measure: usize) -> Option<&Quantity> {
        match column {
            Some(column) => self.cells.get(row)?.get(column)?.get(measure),
            None => self.row_totals.get(row)?.get(measure),
        }
    }
}

/// The rank of a figure: that of the pivot itself, which is asked again.
pub(super) fn ranked(
    frame: &Frame<'_>,
    codebook: &mut Codebook,
    spec: &PivotSpec,
    (row, column, measure): (&[Label], &[Label], usize),
    figure: Found,
) -> Result<Found, Absence> {
    let mut spec = spec.clone();
    let dimensions = spec.rows.iter_mut().chain(&mut spec.columns);
    dimensions.for_each(|dimension| *dimension = frame.spec.calendar.meant(dimension));
    let pivot = pivot(frame, codebook, &spec)?;
    let at = match column {
        [] => None,
        labels => {
            let found = pivot.columns.iter().position(|column| column == labels);
            Some(found.ok_or(Absence::NoValues)?)
        }
    };
    let rows = pivot.rows.iter().enumerate().filter(|(_, other)| is_beside(other, row));
    let ranks = rows.filter_map(|(place, other)| {
        let rank = pivot.shown(place, at, measure)?;
        rank.value.is_some().then_some((other, rank))
    });
    let ranks: Vec<(&Vec<Label>, &Quantity)> = ranks.collect();
    let own = ranks.iter().find(|(labels, _)| *labels == row).map(|(_, rank)| (*rank).clone());
    let rank = own.zip(figure.quantity.clone());
    let (rank, of_figure) = rank.ok_or(Absence::NoValues)?;
    let rank_of = RankOf { figure: of_figure, of: ranks.len() as u64 };
    let rank_of = Some(Box::new(rank_of));
    Ok(Found { quantity: Some(rank), rank: rank_of, parts: Vec::new(), members: None, ..figure })
}
