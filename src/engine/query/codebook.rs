//! The groups of each dimension that was asked for, computed once.

use crate::engine::dimension::{self, Dimension, DimensionCodes};
use crate::engine::funnel::{Assembled, FileView};
use std::rc::Rc;

/// Dimensions already turned into codes. Belongs to one state of files and records.
#[derive(Default)]
pub struct Codebook {
    known: Vec<(Dimension, Option<Rc<DimensionCodes>>)>,
}

impl Codebook {
    /// The codes of a dimension; `None` where the data doesn't have it (any more).
    pub fn codes(
        &mut self,
        files: &[FileView<'_>],
        assembled: &Assembled,
        dimension: &Dimension,
    ) -> Option<Rc<DimensionCodes>> {
        if let Some((_, codes)) = self.known.iter().find(|(d, _)| d == dimension) {
            return codes.clone();
        }
        let codes = dimension::codes(assembled, files, dimension).map(Rc::new);
        self.known.push((dimension.clone(), codes.clone()));
        codes
    }
}
