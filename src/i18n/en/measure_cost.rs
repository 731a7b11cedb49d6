//! English: customers and their cost, pipeline, targets.

use super::measure::COHORT;
use super::measure_sales::OPEN_DEALS;
use crate::i18n::MeasureText;

const FIRST_WIN: &str = "By the account’s first won deal, with all that it brought later.";

const EVENTS: &str = "Events of the period; plans by the period that begins on their day.";

pub const NEW_CUSTOMERS: MeasureText = MeasureText {
    name: "New customers",
    short: "New customers",
    answers: "How many customers were won for the first time?",
    formula: "Count of customers whose first won deal is here: companies, or persons where no column names companies; a deal that names nobody counts as a customer of its own.",
    unit: "customers",
    basis: COHORT,
    empty_when: "Never: with none it is 0.",
    cautions: "First means first in the data, which may not reach back far enough.",
};

pub const TOTAL_COSTS: MeasureText = MeasureText {
    name: "All costs",
    short: "All costs",
    answers: "What do marketing and sales cost together?",
    formula: "Ad spend + other costs: salaries, tools, agencies.",
    unit: "money",
    basis: "By the day of the cost, on either basis.",
    empty_when: "There is no cost row.",
    cautions: "What is not in the files is not in it.",
};

pub const CAC_FULL: MeasureText = MeasureText {
    name: "CAC, fully loaded",
    short: "CAC, full",
    answers: "What does a new customer cost with salaries, tools and agencies?",
    formula: "(Ad spend + other costs) ÷ new customers.",
    unit: "money per customer",
    basis: "Costs by their own day, customers by the report’s basis.",
    empty_when: "There is no new customer, or no row of other costs.",
    cautions: "Other costs belong to no channel: known for the whole and along time. Costs of serving customers should not be in the file.",
};

pub const CAC_LAGGED: MeasureText = MeasureText {
    name: "CAC, lagged by the cycle",
    short: "CAC, lagged",
    answers: "What does a new customer cost, if the spend that won it is counted?",
    formula: "Spend of the days earlier by the median cycle ÷ new customers of the period.",
    unit: "money per customer",
    basis: "Events of the period.",
    empty_when: "There is no new customer, or no spend in the earlier days.",
    cautions: "The lag is the median time from creation to win of all won deals. Compare with the CAC without a lag.",
};

pub const CAC_PAYBACK: MeasureText = MeasureText {
    name: "CAC payback",
    short: "Payback",
    answers: "After how many months does a customer bring back what it cost?",
    formula: "(Ad spend ÷ new customers) ÷ (revenue per customer and month × margin).",
    unit: "months",
    basis: FIRST_WIN,
    empty_when: "No customer was won, or there is no spend.",
    cautions: "Advertising only. Without a margin it is the payback in revenue.",
};

pub const ROMI_MARGIN: MeasureText = MeasureText {
    name: "ROMI on margin",
    short: "ROMI, margin",
    answers: "How much profit comes back beyond what the ads cost?",
    formula: "(Revenue × margin − ad spend) ÷ ad spend.",
    unit: "share, %: 0 % is break-even",
    basis: "Spend by its own day; revenue by the report’s basis.",
    empty_when: "No margin is set, or there is no spend.",
    cautions: "The margin is one number for all that was sold.",
};

pub const ROI: MeasureText = MeasureText {
    name: "ROI over all costs",
    short: "ROI",
    answers: "How much comes back beyond all that marketing and sales cost?",
    formula: "(Revenue × margin − all costs) ÷ all costs.",
    unit: "share, %: 0 % is break-even",
    basis: "Costs by their own day; revenue by the report’s basis.",
    empty_when: "There is no row of other costs.",
    cautions: "Without a margin it is of revenue. Known for the whole and along time, not by channel.",
};

pub const LTV: MeasureText = MeasureText {
    name: "Lifetime value, observed (LTV)",
    short: "LTV",
    answers: "What does a customer bring in three years?",
    formula: "What customers brought within 36 months of their first won deal × margin ÷ their number.",
    unit: "money per customer",
    basis: FIRST_WIN,
    empty_when: "No customer was won here.",
    cautions: "Younger customers will bring more. Later deals won without a closing date are left out. Without a margin it is of revenue.",
};

pub const CHURN: MeasureText = MeasureText {
    name: "Customer churn, monthly",
    short: "Churn",
    answers: "What share of customers stops buying in a month?",
    formula: "Customers silent for more than 365 days ÷ months that all were customers.",
    unit: "share per month, %",
    basis: FIRST_WIN,
    empty_when: "No customer was won here.",
    cautions: "Without contracts a year of silence stands for leaving. Needs data of several years.",
};

pub const LTV_CHURN: MeasureText = MeasureText {
    name: "Lifetime value by churn",
    short: "LTV, churn",
    answers: "What does a customer bring, if churn goes on as it was?",
    formula: "Revenue per customer and month × margin × (1 ÷ monthly churn, 36 months at most).",
    unit: "money per customer",
    basis: FIRST_WIN,
    empty_when: "Nobody has left yet: without churn it is undefined.",
    cautions: "The horizon is capped at 36 months. Without a margin it is of revenue.",
};

pub const LTV_CAC: MeasureText = MeasureText {
    name: "LTV : CAC",
    short: "LTV : CAC",
    answers: "How many times does a customer bring back what it cost?",
    formula: "Lifetime value, observed ÷ (ad spend ÷ new customers).",
    unit: "ratio",
    basis: FIRST_WIN,
    empty_when: "No customer was won, or there is no spend.",
    cautions: "Three to one is a custom of software firms, no law. Advertising only.",
};

pub const UNITS: MeasureText = MeasureText {
    name: "Units sold",
    short: "Units",
    answers: "How many pieces were sold?",
    formula: "Sum of the quantities of won deals.",
    unit: "pieces",
    basis: COHORT,
    empty_when: "Never: with no wins it is 0.",
    cautions: "Won deals without a quantity add nothing.",
};

pub const WEIGHTED_PIPELINE: MeasureText = MeasureText {
    name: "Weighted pipeline (CRM probability)",
    short: "Weighted, CRM",
    answers: "How much will open deals bring, if the CRM’s chances hold?",
    formula: "Sum of amount × probability of open deals.",
    unit: "money",
    basis: OPEN_DEALS,
    empty_when: "Never: with no open deals it is 0.",
    cautions: "The CRM’s chances are often just a default of the stage.",
};

pub const PIPELINE_COVERAGE: MeasureText = MeasureText {
    name: "Pipeline coverage",
    short: "Coverage",
    answers: "Is there enough in the pipeline to reach the target?",
    formula: "Open qualified deals expected to close in the period ÷ (planned revenue − revenue won so far).",
    unit: "ratio",
    basis: EVENTS,
    empty_when: "There is no plan of revenue, or the target is met.",
    cautions: "You need 1 ÷ win rate: three times fits a win rate of a third only.",
};

pub const REVENUE_ATTAINMENT: MeasureText = MeasureText {
    name: "Revenue: target attainment",
    short: "Revenue, of plan",
    answers: "How much of the planned revenue is won?",
    formula: "Revenue ÷ planned revenue.",
    unit: "share of the plan, %",
    basis: EVENTS,
    empty_when: "There is no plan here, or it is 0.",
    cautions: "A plan belongs to the period that begins on its day; one of a quarter is parted among its months by days. A plan of the whole beside plans of its parts is not added to them.",
};

pub const WON_ATTAINMENT: MeasureText = MeasureText {
    name: "Won deals: target attainment",
    short: "Won, of plan",
    answers: "How much of the planned number of wins is reached?",
    formula: "Won ÷ planned wins.",
    unit: "share of the plan, %",
    basis: EVENTS,
    empty_when: "There is no plan here, or it is 0.",
    cautions: "A plan belongs to the period that begins on its day; one of a quarter is parted among its months by days. A plan of the whole beside plans of its parts is not added to them.",
};

pub const LEAD_ATTAINMENT: MeasureText = MeasureText {
    name: "Lead volume: target attainment",
    short: "Leads, of plan",
    answers: "How much of the planned number of leads is reached?",
    formula: "Records created ÷ planned leads.",
    unit: "share of the plan, %",
    basis: EVENTS,
    empty_when: "There is no plan here, or it is 0.",
    cautions: "A plan belongs to the period that begins on its day; one of a quarter is parted among its months by days. A plan of the whole beside plans of its parts is not added to them.",
};

pub const REVENUE_RUN_RATE: MeasureText = MeasureText {
    name: "Revenue run rate by calendar days",
    short: "Run rate",
    answers: "Where will the period’s revenue end, if it goes on as it did?",
    formula: "Revenue ÷ share of the period’s days that are over.",
    unit: "money",
    basis: "Events of the period.",
    empty_when: "No period is chosen, or it has not begun.",
    cautions: "It goes straight on: no seasons, no pipeline, weekends count.",
};
