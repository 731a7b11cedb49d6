//! English: cohorts of customers.

use crate::engine::report::{CohortFigure, Entity};
use crate::i18n::CustomerCohorts;
use crate::i18n::plural::en as count;

pub const CUSTOMERS: CustomerCohorts = CustomerCohorts {
    cohort: "First purchase",
    customers: "Customers",
    ages_days: "days since the first purchase",
    days_between: |from, to| format!("{from}–{to} d"),
    says: |figure| match figure {
        CohortFigure::Retention => {
            "Share of the cohort’s customers that bought in the period of the column; the first purchase itself counts, so the first column is 100 %. “By now”: that bought twice or more so far."
        }
        CohortFigure::BoughtAgain => {
            "Share of the cohort’s customers that had bought twice or more by the end of that age."
        }
        CohortFigure::Active => {
            "Share of the cohort’s customers that, at the end of that age, had bought in the 365 days before it. Those who come back count again."
        }
        CohortFigure::Churned => {
            "Share of the cohort’s customers that, at the end of that age, had not bought for more than 365 days: without a contract, a year of silence stands for leaving. Those who come back count as customers again."
        }
        CohortFigure::RevenuePerCustomer => {
            "What the cohort’s customers had brought by the end of that age ÷ their number: lifetime value as observed, without a margin."
        }
        _ => "",
    },
    counted: |entity| match entity {
        Entity::Account => {
            "Customers here are companies; a won deal that names none counts as a customer of its own."
        }
        Entity::Person => {
            "Customers here are persons, as no column names companies; a won deal that names nobody counts as a customer of its own."
        }
        Entity::Record => {
            "No column names companies or persons: each won deal counts as a customer."
        }
    },
    who: |entity| match entity {
        Entity::Account => {
            "A customer is a company. Period and filters choose first purchases; later ones count whatever they are."
        }
        Entity::Person | Entity::Record => {
            "A customer is a person, as no column names companies. Period and filters choose first purchases; later ones count whatever they are."
        }
    },
    young_hint: "Pale cells are young: not every customer has had that long, so they may still change. The last row holds mature cells only.",
    unplaced: |n| {
        format!(
            "{} in no cohort, since the customer is not named or the date is missing.",
            count(n, "win", "wins")
        )
    },
    absent: "Retention and churn of customers can’t be shown",
};

pub fn figure(figure: CohortFigure) -> &'static str {
    match figure {
        CohortFigure::Retention => "Retention, bought in that period",
        CohortFigure::BoughtAgain => "Bought again by then",
        CohortFigure::Active => "Still customers",
        CohortFigure::Churned => "Churned, silent for a year",
        _ => "Revenue per customer",
    }
}
