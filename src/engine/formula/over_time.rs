//! How units of time of a formula come together, by what it is made of.
//!
//! What adds up is of the first degree, a rate of none; products add degrees and divisions take them
//! off, as in a unit of measurement. Whatever is of no clear degree is counted unit by unit.

use super::{ColumnFact, Expr, Formula, Sign};
use crate::engine::measure::over_time::OverTime;

impl Formula {
    /// See the module.
    pub fn over_time(&self) -> OverTime {
        match self.degree(&self.expr) {
            Some(1) => OverTime::Adds,
            Some(0) => OverTime::Pools,
            _ => OverTime::Recounts,
        }
    }

    fn degree(&self, expr: &Expr) -> Option<i32> {
        match expr {
            Expr::Number(_) | Expr::Conversion { .. } => Some(0),
            Expr::Measure(id) => match id.over_time() {
                OverTime::Adds => Some(1),
                OverTime::Pools => Some(0),
                OverTime::Recounts => None,
            },
            Expr::Column(at) => match self.columns.get(*at)?.what {
                ColumnFact::Count | ColumnFact::Sum | ColumnFact::Reached { .. } => Some(1),
                ColumnFact::Mean | ColumnFact::Median => Some(0),
                // The greatest of three months is not what a month's greatest usually is.
                ColumnFact::Distinct | ColumnFact::Least | ColumnFact::Greatest => None,
            },
            Expr::Negative(inner) => self.degree(inner),
            Expr::Binary(sign, a, b) => {
                let (a, b) = (self.degree(a)?, self.degree(b)?);
                match sign {
                    Sign::Plus | Sign::Minus => (a == b).then_some(a),
                    Sign::Times => Some(a + b),
                    Sign::Over => Some(a - b),
                }
            }
        }
    }
}
