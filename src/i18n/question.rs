//! Cohorts and spreads, blocks of the third screen.

use super::{CustomerCohorts, SpreadViews};
use crate::engine::filter::Grain;
use crate::engine::report::{CohortFigure, SpreadOf};

/// See the module.
pub struct Question {
    pub cohorts: &'static str,
    /// `Cohorts: revenue`.
    pub cohorts_title: fn(CohortFigure) -> String,
    pub cohort_figure: fn(CohortFigure) -> &'static str,
    pub cohort_figure_label: &'static str,
    pub ages_label: &'static str,
    pub ages_units: &'static str,
    pub ages_days: &'static str,
    pub customers: CustomerCohorts,
    pub cohort: &'static str,
    pub cohort_records: &'static str,
    /// `month 2`, for the column of that age; the unit of creation is 0.
    pub age: fn(Grain, u32) -> String,
    /// `within 30 days`.
    pub age_days: fn(u32) -> String,
    pub by_now: &'static str,
    pub mature_total: &'static str,
    pub young_hint: &'static str,
    pub unplaced: fn(u64) -> String,

    pub spread: &'static str,
    /// `Distribution: days to win`.
    pub spread_title: fn(of: &str) -> String,
    pub spread_of: fn(&SpreadOf) -> String,
    pub views: SpreadViews,
    pub spread_of_label: &'static str,
    pub values: &'static str,
    pub sum: &'static str,
    pub mean: &'static str,
    pub deviation: &'static str,
    pub least: &'static str,
    pub greatest: &'static str,
    pub median: &'static str,
    /// `90th percentile`.
    pub percentile: fn(u32) -> String,
    pub from: &'static str,
    pub below: &'static str,
}
