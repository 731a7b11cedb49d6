//! Cohorts: what became of the records of each month (week, quarter), by their age.

use super::super::filter::{Filter, Grain};
use super::super::value::{Day, Quantity};
use serde::{Deserialize, Serialize};

/// Records grouped by creation; wins by how long after it they came.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CohortsSpec {
    pub grain: Grain,
    pub figure: CohortFigure,
    pub ages: CohortAges,
    #[serde(default)]
    pub filters: Vec<Filter>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CohortFigure {
    /// Share of the cohort that was won up to an age.
    #[default]
    WonShare,
    /// Count of wins up to an age.
    Won,
    /// Amount won up to an age, in the report's currency.
    Revenue,
    /// Amount won up to an age by record of the cohort.
    RevenuePerLead,
}

/// How age is measured.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CohortAges {
    /// Calendar units of the grain: 0 = closed in the month of creation.
    #[default]
    Units,
    /// Days from creation, each a window of its own: “won within 30 days”.
    Days(Vec<u32>),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cohorts {
    pub grain: Grain,
    pub figure: CohortFigure,
    /// Upper ends of the ages, in units of the grain or in days, ascending.
    pub ages: Vec<u32>,
    pub in_days: bool,
    pub rows: Vec<Cohort>,
    /// All cohorts that are old enough for the age, together: recomputed, never a mean of rows.
    pub total: Vec<CohortCell>,
    /// All records of the rows, and what of them is won by now.
    pub records: u64,
    pub by_now: Quantity,
    /// Won records that stand in no cell: without one of the two dates, or closed before created.
    pub unplaced: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cohort {
    /// First day of the unit in which its records were created.
    pub start: Day,
    pub records: u64,
    /// One an age.
    pub cells: Vec<CohortCell>,
    /// At the as-of day, whatever the age.
    pub by_now: Quantity,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CohortCell {
    pub figure: Quantity,
    pub maturity: Maturity,
}

/// Whether the data reach far enough for a cohort's age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Maturity {
    /// Every record of the cohort has had that long.
    Mature,
    /// Some have had that long: the figure will still grow.
    Young,
    /// None has: there is no figure yet.
    Unborn,
}
