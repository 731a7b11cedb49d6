//! English: money, accounts, pipeline and time beside the first measures.

use super::measure::COHORT;
use crate::i18n::MeasureText;

const BY_CREATION: &str = "By the day of creation, on either basis.";

pub const LOST_AMOUNT: MeasureText = MeasureText {
    name: "Amount lost",
    short: "Amount lost",
    answers: "How much money went with lost deals?",
    formula: "Sum of the amounts of lost deals, in one currency.",
    unit: "money",
    basis: COHORT,
    empty_when: "Never: with no losses it is 0.",
    cautions: "Lost deals without an amount add nothing. Other currencies are not added.",
};

pub const REVENUE_SHARE: MeasureText = MeasureText {
    name: "Share of revenue",
    short: "Rev. share",
    answers: "What share of all revenue does this group bring?",
    formula: "Revenue of the group ÷ revenue of the whole report.",
    unit: "share, %",
    basis: COHORT,
    empty_when: "Nothing is won with an amount.",
    cautions: "Of the report’s period and filters: a filter makes the whole smaller.",
};

pub const BUDGET_GAP: MeasureText = MeasureText {
    name: "Revenue share − budget share",
    short: "Rev. − budget",
    answers: "Does this group bring a larger share of revenue than it takes of the budget?",
    formula: "Revenue ÷ all revenue − spend ÷ all spend.",
    unit: "percentage points",
    basis: "Revenue by the report’s basis, spend by its own day.",
    empty_when: "There is no revenue, or no cost row falls here.",
    cautions: "A hint where to move budget, no proof that more spend brings more.",
};

pub const REVENUE_PER_ACCOUNT: MeasureText = MeasureText {
    name: "Revenue per account",
    short: "Rev. / account",
    answers: "How much does a customer bring?",
    formula: "Revenue of deals with an account ÷ different accounts with revenue.",
    unit: "money per account",
    basis: COHORT,
    empty_when: "No account has revenue.",
    cautions: "Who is one account is decided by the account column.",
};

pub const TOP_TEN_SHARE: MeasureText = MeasureText {
    name: "Share of the ten largest accounts",
    short: "Top 10",
    answers: "How much hangs on few customers?",
    formula: "Revenue of the ten accounts with most of it ÷ revenue of all accounts.",
    unit: "share, %",
    basis: COHORT,
    empty_when: "No account has revenue.",
    cautions: "With ten accounts or fewer it is 100 %. Deals without an account are left out.",
};

pub const REPEAT_CUSTOMERS: MeasureText = MeasureText {
    name: "Repeat customers",
    short: "Repeat",
    answers: "What share of customers bought more than once?",
    formula: "Accounts with two or more won deals ÷ accounts with at least one.",
    unit: "share, %",
    basis: COHORT,
    empty_when: "No won deal names an account.",
    cautions: "Only wins of the period count, so a second purchase in another period is not seen.",
};

pub const COST_PER_OPPORTUNITY: MeasureText = MeasureText {
    name: "Cost per opportunity (CPO)",
    short: "CPO",
    answers: "What does an opportunity cost?",
    formula: "Ad spend ÷ opportunities created.",
    unit: "money per opportunity",
    basis: "Spend by its own day; opportunities by the report’s basis: by creation of the record, or by the day on which it became one. By events, a record without that day is left out and counted; if no such date is known at all, by creation.",
    empty_when: "There is no spend, or there are no opportunities.",
    cautions: "Advertising only. Opportunities without spend make the total lower.",
};

pub const COST_PER_WON: MeasureText = MeasureText {
    name: "Cost per won deal",
    short: "Per won deal",
    answers: "What does a won deal cost?",
    formula: "Ad spend ÷ won deals.",
    unit: "money per won deal",
    basis: "Spend by its own day, won deals by the report’s basis.",
    empty_when: "There is no spend, or nothing is won.",
    cautions: "Advertising only. A customer who buys twice counts twice: see CAC for the cost of a new customer.",
};

pub const STAGE_WEIGHTED_PIPELINE: MeasureText = MeasureText {
    name: "Weighted pipeline (observed rates)",
    short: "Weighted, observed",
    answers: "How much will open deals bring, if they fare as those before them?",
    formula: "Sum of amount × share of closed deals won after they reached the same stage.",
    unit: "money",
    basis: "Cohort: open deals created in the period. Events: those expected to close in it, and all open deals where the file has no such day. The shares are of all closed deals in the data.",
    empty_when: "Never: with no open deals it is 0.",
    cautions: "If the file forgets at which stage deals were lost, the shares of late stages are too high.",
};

pub const LEAD_LIFETIME: MeasureText = MeasureText {
    name: "Lead lifetime",
    short: "Lifetime",
    answers: "How long until a lead is decided, won or lost?",
    formula: "Half of the closed records took fewer days from creation to closing, half took more.",
    unit: "days",
    basis: BY_CREATION,
    empty_when: "No closed record has both dates in order.",
    cautions: "Open ones are not in it, so it is too short while many are open.",
};

pub const TIME_TO_CLOSE: MeasureText = MeasureText {
    name: "Time to close with open deals",
    short: "Time to close",
    answers: "After how many days is half of all leads decided, the open ones considered?",
    formula: "Kaplan–Meier median of the days from creation to closing; open deals count as under way until the last day of the data.",
    unit: "days",
    basis: BY_CREATION,
    empty_when: "Half was never reached: then it says how many are still open.",
    cautions: "The last day of the data stands for today. Won and lost alike count as decided.",
};
