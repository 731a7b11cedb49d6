//! How strongly the cells of a pivot are shaded: by their share of the greatest cell of the same
//! measure, totals and subtotals left out, since they would pale everything else.

use crate::engine::report::Pivot;
use crate::engine::value::Quantity;

/// One step of the ramp more for each of these shares.
const STEPS: usize = 6;
const CLASSES: [&str; STEPS + 1] =
    ["heat-0", "heat-1", "heat-2", "heat-3", "heat-4", "heat-5", "heat-6"];

pub struct Shades {
    /// Greatest value of each measure.
    most: Vec<f64>,
}

impl Shades {
    pub fn of(pivot: &Pivot) -> Shades {
        // A single cell or line has nothing to be compared with.
        let alone = pivot.column_dimensions.is_empty() || pivot.rows.len() < 2;
        let mut most = vec![0.0; if alone { 0 } else { pivot.measures.len() }];
        let is_group = |labels: &[crate::engine::dimension::Label], depth| labels.len() == depth;
        let rows = pivot.rows.iter().zip(&pivot.cells);
        let rows = rows.filter(|(labels, _)| is_group(labels, pivot.row_dimensions.len()));
        let cells = rows.flat_map(|(_, cells)| pivot.columns.iter().zip(cells));
        let cells = cells.filter(|(labels, _)| is_group(labels, pivot.column_dimensions.len()));
        for (_, cell) in cells {
            for (most, quantity) in most.iter_mut().zip(cell) {
                *most = quantity.value.unwrap_or(0.0).max(*most);
            }
        }
        Shades { most }
    }

    /// The class of a cell; what is empty, zero or negative has no shade.
    pub fn class(&self, measure: usize, quantity: Option<&Quantity>) -> &'static str {
        let most = self.most.get(measure).copied().unwrap_or(0.0);
        shade(quantity.and_then(|q| q.value), most)
    }
}

/// The class of a value among others, of which `most` is the greatest.
pub fn shade(value: Option<f64>, most: f64) -> &'static str {
    let value = value.unwrap_or(0.0);
    if most <= 0.0 || value <= 0.0 {
        return "";
    }
    let step = (value / most * STEPS as f64).round() as usize;
    CLASSES.get(step.min(STEPS)).copied().unwrap_or_default()
}
