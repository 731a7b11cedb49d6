//! English: names and definitions of the measures of deals, money and time beside the first ones.

use super::measure::COHORT;
use crate::i18n::MeasureText;

pub const WIN_RATE_BY_VALUE: MeasureText = MeasureText {
    name: "Win rate by value",
    short: "Win rate, value",
    answers: "What share of the money in closed deals was won?",
    formula: "Amounts won ÷ (amounts won + amounts lost), in one currency.",
    unit: "share, %",
    basis: COHORT,
    empty_when: "No closed deal has an amount.",
    cautions: "If lost deals keep no amount, it is too high. Deals without an amount are left \
        out.",
};

pub const WON_OF_CREATED_VALUE: MeasureText = MeasureText {
    name: "Win rate by value, of all created",
    short: "Win rate, value, of all",
    answers: "What share of the money in everything that came in was won?",
    formula: "Amounts won ÷ amounts of all that was created, open ones included, in one currency.",
    unit: "share, %",
    basis: "Cohort: wins among what was created in the period. Events: won in the period ÷ created \
        in it, which is different money and can exceed 100 %.",
    empty_when: "Nothing that was created has an amount.",
    cautions: "What is open still counts as not won, so the latest months look low. What has no \
        amount is left out: if amounts are entered late, it is too high.",
};

pub const MEDIAN_DEAL: MeasureText = MeasureText {
    name: "Median deal",
    short: "Median deal",
    answers: "How large is a typical won deal?",
    formula: "Half of the won deals brought less, half brought more.",
    unit: "money per deal",
    basis: COHORT,
    empty_when: "No won deal has an amount.",
    cautions: "A few very large deals do not move it; it can’t be multiplied back to revenue.",
};

/// Which open deals a pipeline is of.
pub const OPEN_DEALS: &str = "Cohort: open deals created in the period. Events: those expected to close in it, and all open deals where the file has no such day.";

pub const PIPELINE_VALUE: MeasureText = MeasureText {
    name: "Pipeline value",
    short: "Pipeline",
    answers: "How much money is in open deals?",
    formula: "Sum of the amounts of open deals, in one currency.",
    unit: "money",
    basis: OPEN_DEALS,
    empty_when: "Never: with no open deals it is 0.",
    cautions: "Not weighted by the chance to win. Open deals without an amount add nothing.",
};

pub const SALES_VELOCITY: MeasureText = MeasureText {
    name: "Sales velocity",
    short: "Velocity",
    answers: "How much does the pipeline bring per day?",
    formula: "Open qualified deals now × win rate × average deal ÷ median cycle in days.",
    unit: "money per day",
    basis: "Win rate, average deal and cycle of the same closed deals, by the report’s \
        basis; open deals as they stand on the as-of day, whatever the period.",
    empty_when: "Nothing is won with an amount, or the cycle is unknown or 0 days.",
    cautions: "For comparing teams and channels; it is not a forecast. Where no stage is marked as qualified, all open deals.",
};

pub const MEAN_CYCLE: MeasureText = MeasureText {
    name: "Average cycle",
    short: "Avg cycle",
    answers: "How many days does a won deal take on average?",
    formula: "Sum of the days from creation to closing ÷ won deals.",
    unit: "days",
    basis: COHORT,
    empty_when: "No won deal has both dates in order.",
    cautions: "A few very slow deals lift it. Open deals are not in it.",
};

pub const CYCLE_P25: MeasureText = MeasureText {
    name: "Cycle, fastest quarter (p25)",
    short: "Cycle p25",
    answers: "Within how many days is the fastest quarter of deals won?",
    formula: "A quarter of the won deals took fewer days from creation to closing.",
    unit: "days",
    basis: COHORT,
    empty_when: "No won deal has both dates in order.",
    cautions: "Open deals are not in it.",
};

pub const CYCLE_P75: MeasureText = MeasureText {
    name: "Cycle, three of four (p75)",
    short: "Cycle p75",
    answers: "Within how many days are three of four deals won?",
    formula: "Three quarters of the won deals took fewer days from creation to closing.",
    unit: "days",
    basis: COHORT,
    empty_when: "No won deal has both dates in order.",
    cautions: "Open deals are not in it, so it understates while many are open.",
};

pub const CYCLE_P90: MeasureText = MeasureText {
    name: "Cycle, nine of ten (p90)",
    short: "Cycle p90",
    answers: "Within how many days are nine of ten deals won?",
    formula: "Nine tenths of the won deals took fewer days from creation to closing.",
    unit: "days",
    basis: COHORT,
    empty_when: "No won deal has both dates in order.",
    cautions: "Open deals are not in it, so it understates while many are open.",
};
