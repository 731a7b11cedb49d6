//! Cohorts of customers: retention, repeat purchases, churn.

use super::Question;
use crate::engine::report::{CohortFigure, Entity};

/// See the module.
pub struct CustomerCohorts {
    /// Head of the first column: when customers first bought.
    pub cohort: &'static str,
    pub customers: &'static str,
    pub ages_days: &'static str,
    /// `8–30 d`, for the days after one age up to the next.
    pub days_between: fn(u32, u32) -> String,
    /// How a figure of a cell is made.
    pub says: fn(CohortFigure) -> &'static str,
    /// Who a customer is, and which wins are asked of.
    /// Who is counted where new customers are.
    pub counted: fn(Entity) -> &'static str,
    pub who: fn(Entity) -> &'static str,
    pub young_hint: &'static str,
    pub unplaced: fn(u64) -> String,
    /// Why these figures can't be chosen.
    pub absent: &'static str,
}

impl Question {
    /// Head of the column of cohorts.
    pub fn cohort_head(&self, figure: CohortFigure) -> &'static str {
        if figure.is_of_customers() { self.customers.cohort } else { self.cohort }
    }

    /// Head of the column that counts what a cohort is made of.
    pub fn cohort_size(&self, figure: CohortFigure) -> &'static str {
        if figure.is_of_customers() { self.customers.customers } else { self.cohort_records }
    }

    pub fn days_since(&self, figure: CohortFigure) -> &'static str {
        if figure.is_of_customers() { self.customers.ages_days } else { self.ages_days }
    }

    /// What is said of young cells.
    pub fn young(&self, figure: CohortFigure) -> &'static str {
        if figure.is_of_customers() { self.customers.young_hint } else { self.young_hint }
    }

    /// What is said of wins that stand in no cell.
    pub fn out_of_cohorts(&self, figure: CohortFigure, wins: u64) -> String {
        match figure.is_of_customers() {
            true => (self.customers.unplaced)(wins),
            false => (self.unplaced)(wins),
        }
    }
}
