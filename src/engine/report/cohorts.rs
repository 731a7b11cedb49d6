//! Cohorts: what became of the records of each month (week, quarter), by their age; and of the
//! customers first won in it.

use super::super::filter::{Filter, Grain};
use super::super::value::{Day, Quantity};
use super::Beyond;
use super::funnel::Entity;
use serde::{Deserialize, Serialize};

/// Records grouped by creation, wins by how long after it they came; or customers grouped by their
/// first win, later wins by how long after it they came.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CohortsSpec {
    pub grain: Grain,
    pub figure: CohortFigure,
    pub ages: CohortAges,
    #[serde(default)]
    pub filters: Vec<Filter>,
    /// The interval of each figure beside it.
    #[serde(default)]
    pub intervals: bool,
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
    /// Share of the cohort's customers that bought at an age: in that unit of the calendar, or in
    /// the days since the age before. The first purchase itself counts.
    Retention,
    /// Share of the cohort's customers that had bought twice or more up to an age.
    BoughtAgain,
    /// Share of the cohort's customers that were customers still at the end of an age: with a
    /// purchase in the 365 days before (as the measure of churn has it).
    Active,
    /// The others: gone at the end of an age.
    Churned,
    /// What a customer of the cohort had brought up to an age.
    RevenuePerCustomer,
}

impl CohortFigure {
    /// In the order in which they are offered.
    pub const ALL: [CohortFigure; 9] = [
        CohortFigure::WonShare,
        CohortFigure::Won,
        CohortFigure::Revenue,
        CohortFigure::RevenuePerLead,
        CohortFigure::Retention,
        CohortFigure::BoughtAgain,
        CohortFigure::Active,
        CohortFigure::Churned,
        CohortFigure::RevenuePerCustomer,
    ];

    /// Of customers by their first win, and not of records by their creation.
    pub fn is_of_customers(self) -> bool {
        use CohortFigure as F;
        matches!(
            self,
            F::Retention | F::BoughtAgain | F::Active | F::Churned | F::RevenuePerCustomer
        )
    }

    pub fn is_money(self) -> bool {
        use CohortFigure as F;
        matches!(self, F::Revenue | F::RevenuePerLead | F::RevenuePerCustomer)
    }
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
    /// All records (or customers) of the rows, and what of them is won by now.
    pub records: u64,
    pub by_now: Quantity,
    /// Won records that stand in no cell: without one of the two dates, or closed before created;
    /// of customers, without a day or without a name of the customer.
    pub unplaced: u64,
    /// Records (or purchases) before and behind the axis, which are in no row.
    #[serde(default)]
    pub beyond: Vec<Beyond>,
    /// Who a customer is; `None` where no column names accounts or people.
    pub customers: Option<Entity>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cohort {
    /// First day of the unit in which its records were created, or its customers first won.
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
