//! What depends on files and records alone, whatever is asked of them: computed once, when first
//! needed, and kept for the next question.

use super::column_fact::Source;
use super::scope::{Extents, Weights};
use crate::engine::dimension::{self, Dimension, DimensionCodes};
use crate::engine::formula::ColumnAsk;
use crate::engine::funnel::{Assembled, FileView, Outcome};
use crate::engine::measure::outcome_rows::OutcomeRows;
use std::cell::RefCell;
use std::rc::Rc;

/// The groups of each dimension that was asked for, and the few facts about all records that every
/// question begins with. Belongs to one state of files and records.
#[derive(Default)]
pub struct Codebook {
    codes: Vec<(Dimension, Option<Rc<DimensionCodes>>)>,
    basics: Option<Rc<Basics>>,
    /// Beside the currency that they were made for.
    won: Option<(Option<usize>, Rc<OutcomeRows>)>,
    available: Option<Vec<Dimension>>,
    sources: Sources,
}

/// Columns that measures of the user's own read, by the currency (its code) of the report.
pub(super) type Sources = Rc<RefCell<Vec<(ColumnAsk, Option<usize>, Option<Rc<Source>>)>>>;

/// What every question begins with.
pub(super) struct Basics {
    pub extents: Extents,
    pub weights: Weights,
}

impl Codebook {
    /// The codes of a dimension; `None` where the data doesn't have it (any more).
    pub fn codes(
        &mut self,
        files: &[FileView<'_>],
        assembled: &Assembled,
        dimension: &Dimension,
    ) -> Option<Rc<DimensionCodes>> {
        if let Some((_, codes)) = self.codes.iter().find(|(d, _)| d == dimension) {
            return codes.clone();
        }
        let codes = dimension::codes(assembled, files, dimension).map(Rc::new);
        self.codes.push((dimension.clone(), codes.clone()));
        codes
    }

    /// The dimensions on offer.
    pub fn available(&mut self, files: &[FileView<'_>], assembled: &Assembled) -> Vec<Dimension> {
        self.available.get_or_insert_with(|| dimension::available(assembled, files)).clone()
    }

    pub(super) fn sources(&self) -> Sources {
        Rc::clone(&self.sources)
    }

    pub(super) fn basics(&mut self, assembled: &Assembled) -> Rc<Basics> {
        let basics = self.basics.get_or_insert_with(|| {
            let extents = Extents::of(assembled);
            Rc::new(Basics { extents, weights: Weights::of(assembled) })
        });
        Rc::clone(basics)
    }

    /// The won records, their money read in a currency (by its code).
    pub(super) fn won(
        &mut self,
        assembled: &Assembled,
        currency: Option<usize>,
        ours: &[bool],
    ) -> Rc<OutcomeRows> {
        if let Some((_, won)) = self.won.as_ref().filter(|(known, _)| *known == currency) {
            return Rc::clone(won);
        }
        let won = Rc::new(OutcomeRows::of(assembled, Outcome::Won, ours));
        self.won = Some((currency, Rc::clone(&won)));
        won
    }
}
