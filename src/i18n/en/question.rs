//! English: cohorts and spreads.

use super::{customers, spread_view};
use crate::engine::filter::Grain;
use crate::engine::report::{CohortFigure, SpreadOf};
use crate::i18n::Question;
use crate::i18n::label::lower_first;
use crate::i18n::plural::en as count;

pub const QUESTION: Question = Question {
    cohorts: "Cohorts",
    cohorts_title: |figure| format!("Cohorts: {}", lower_first(cohort_figure(figure))),
    cohort_figure,
    cohort_figure_label: "Figure",
    ages_label: "Age",
    ages_units: "calendar units",
    ages_days: "days since creation",
    customers: customers::CUSTOMERS,
    cohort: "Created",
    cohort_records: "Leads",
    age: |grain, n| {
        let unit = match grain {
            Grain::Day => "day",
            Grain::Week | Grain::WeekFrom(_) => "week",
            Grain::Month => "month",
            Grain::Quarter | Grain::FiscalQuarter(_) => "quarter",
            Grain::Year | Grain::FiscalYear(_) => "year",
        };
        format!("{unit} {n}")
    },
    age_days: |n| format!("≤ {n} d"),
    by_now: "By now",
    mature_total: "All mature cohorts",
    young_hint: "Pale cells are young: not every lead has had that long, so they will still grow. The last row holds mature cells only.",
    unplaced: |n| {
        format!(
            "{}: no column, since a date is missing or the closing lies before creation.",
            count(n, "win", "wins")
        )
    },

    spread: "Distribution",
    spread_title: |of| format!("Distribution: {}", lower_first(of)),
    spread_of: |of| match of {
        SpreadOf::WonAmount => "Amount of won deals".to_owned(),
        SpreadOf::DaysToWin => "Days to win".to_owned(),
        SpreadOf::DaysToLose => "Days to lose".to_owned(),
        SpreadOf::DaysToClose => "Days to close, won or lost".to_owned(),
        SpreadOf::OpenAge => "Age of open deals".to_owned(),
        SpreadOf::Cost => "Cost of a row".to_owned(),
        SpreadOf::Column { header, .. } => header.clone(),
        SpreadOf::InStage { stage } => (spread_view::SPREAD_VIEWS.in_stage)(stage),
    },
    views: spread_view::SPREAD_VIEWS,
    spread_of_label: "Of what",
    values: "Values",
    sum: "Sum",
    mean: "Average",
    deviation: "Standard deviation",
    least: "Least",
    greatest: "Greatest",
    median: "Median",
    percentile: |n| format!("{n}th percentile"),
    from: "From",
    below: "To below",
};

fn cohort_figure(figure: CohortFigure) -> &'static str {
    match figure {
        CohortFigure::WonShare => "Won, share of the cohort",
        CohortFigure::Won => "Won deals",
        CohortFigure::Revenue => "Revenue",
        CohortFigure::RevenuePerLead => "Revenue per lead",
        of_customers => customers::figure(of_customers),
    }
}
