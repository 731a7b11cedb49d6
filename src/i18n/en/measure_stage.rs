//! English: conversions from stage to stage, counts of leads.

use super::measure::COHORT;
use crate::i18n::MeasureText;

const BY_ENTRY: &str = "Cohort: records created in the period, as in the funnel. Events: by the day on which a \
    record first entered the stage, a record without that day being left out and counted; a \
    stage of which no date is known at all counts by creation.";

const OF_ENTRIES: &str = "Cohort: records created in the period, as in the funnel. Events: those that entered the \
    later stage in the period ÷ those that entered the earlier one in it; different records, \
    so it can exceed 100 %. A stage without dates counts by creation.";

const WON_OF_ENTRIES: &str = "Cohort: records created in the period, as in the funnel. Events: those won in the period \
    ÷ those that entered the stage in it; different records, so it can exceed 100 %. A stage \
    without dates counts by creation.";

const ENTRIES_OF_ALL: &str = "Cohort: records created in the period, as in the funnel. Events: those that were \
    qualified in the period ÷ those created in it; different records, so it can exceed \
    100 %. A stage without dates counts by creation.";

/// What is said of figures under the basis of events.
pub const DIFFERENT_RECORDS: &str = "Numerator and denominator are different records of the same days, so this can exceed \
    100 %.";
pub const STAGE_BY_CREATION: &str =
    "The files don’t tell when a stage was entered, so it counts by the day of creation.";

pub const STAGE_RATE_1: MeasureText = MeasureText {
    name: "Stage 1 → stage 2",
    short: "1 → 2",
    answers: "What share of the records that reached one stage reached the next?",
    formula: "Reached stages 1 and 2 of the ladder ÷ reached stage 1.",
    unit: "share, %",
    basis: OF_ENTRIES,
    empty_when: "Nothing reached stage 1, or stages are counted independently of each other.",
    cautions: "Stages are numbered as on the mapping page. Recent records may still move on.",
};

pub const STAGE_RATE_2: MeasureText = MeasureText {
    name: "Stage 2 → stage 3",
    short: "2 → 3",
    answers: "What share of the records that reached one stage reached the next?",
    formula: "Reached stages 2 and 3 of the ladder ÷ reached stage 2.",
    unit: "share, %",
    basis: OF_ENTRIES,
    empty_when: "Nothing reached stage 2, or stages are counted independently of each other.",
    cautions: "Stages are numbered as on the mapping page. Recent records may still move on.",
};

pub const STAGE_RATE_3: MeasureText = MeasureText {
    name: "Stage 3 → stage 4",
    short: "3 → 4",
    answers: "What share of the records that reached one stage reached the next?",
    formula: "Reached stages 3 and 4 of the ladder ÷ reached stage 3.",
    unit: "share, %",
    basis: OF_ENTRIES,
    empty_when: "Nothing reached stage 3, or stages are counted independently of each other.",
    cautions: "Stages are numbered as on the mapping page. Recent records may still move on.",
};

pub const STAGE_RATE_4: MeasureText = MeasureText {
    name: "Stage 4 → stage 5",
    short: "4 → 5",
    answers: "What share of the records that reached one stage reached the next?",
    formula: "Reached stages 4 and 5 of the ladder ÷ reached stage 4.",
    unit: "share, %",
    basis: OF_ENTRIES,
    empty_when: "Nothing reached stage 4, or stages are counted independently of each other.",
    cautions: "Stages are numbered as on the mapping page. Recent records may still move on.",
};

pub const STAGE_RATE_5: MeasureText = MeasureText {
    name: "Stage 5 → stage 6",
    short: "5 → 6",
    answers: "What share of the records that reached one stage reached the next?",
    formula: "Reached stages 5 and 6 of the ladder ÷ reached stage 5.",
    unit: "share, %",
    basis: OF_ENTRIES,
    empty_when: "Nothing reached stage 5, or stages are counted independently of each other.",
    cautions: "Stages are numbered as on the mapping page. Recent records may still move on.",
};

pub const STAGE_RATE_6: MeasureText = MeasureText {
    name: "Stage 6 → stage 7",
    short: "6 → 7",
    answers: "What share of the records that reached one stage reached the next?",
    formula: "Reached stages 6 and 7 of the ladder ÷ reached stage 6.",
    unit: "share, %",
    basis: OF_ENTRIES,
    empty_when: "Nothing reached stage 6, or stages are counted independently of each other.",
    cautions: "Stages are numbered as on the mapping page. Recent records may still move on.",
};

pub const STAGE_RATE_7: MeasureText = MeasureText {
    name: "Stage 7 → stage 8",
    short: "7 → 8",
    answers: "What share of the records that reached one stage reached the next?",
    formula: "Reached stages 7 and 8 of the ladder ÷ reached stage 7.",
    unit: "share, %",
    basis: OF_ENTRIES,
    empty_when: "Nothing reached stage 7, or stages are counted independently of each other.",
    cautions: "Stages are numbered as on the mapping page. Recent records may still move on.",
};

pub const QUALIFIED_RATE: MeasureText = MeasureText {
    name: "Lead → MQL",
    short: "Lead → MQL",
    answers: "What share of leads is good enough to work on?",
    formula: "Qualified ÷ all.",
    unit: "share, %",
    basis: ENTRIES_OF_ALL,
    empty_when: "There are no records.",
    cautions: "What counts as qualified is your choice on the mapping page.",
};

pub const SQL_RATE: MeasureText = MeasureText {
    name: "MQL → SQL (next stage)",
    short: "MQL → SQL",
    answers: "What share of qualified leads do sales take on?",
    formula: "Reached the qualified stage and the one after it ÷ reached the qualified stage.",
    unit: "share, %",
    basis: OF_ENTRIES,
    empty_when: "Nothing is qualified, or each stage is counted on its own.",
    cautions: "The next stage is the one after the stage marked as qualified, be it called SQL or opportunity.",
};

pub const QUALIFIED_TO_WON: MeasureText = MeasureText {
    name: "MQL → won",
    short: "MQL → won",
    answers: "What share of qualified leads becomes customers?",
    formula: "Qualified and won ÷ qualified.",
    unit: "share, %",
    basis: WON_OF_ENTRIES,
    empty_when: "Nothing is qualified, or each stage is counted on its own.",
    cautions: "Recent leads are not decided yet.",
};

pub const LAST_STAGE_TO_WON: MeasureText = MeasureText {
    name: "Last stage → won",
    short: "Last stage → won",
    answers: "What share of the deals that came to the last stage is won?",
    formula: "Reached the last stage and won ÷ reached the last stage.",
    unit: "share, %",
    basis: WON_OF_ENTRIES,
    empty_when: "Nothing reached the last stage.",
    cautions: "If skipped stages count as passed, every win went through the last stage.",
};

pub const OPPORTUNITIES: MeasureText = MeasureText {
    name: "Opportunities created",
    short: "Opportunities",
    answers: "How many leads became opportunities?",
    formula: "Count of records that reached the stage after the one marked as qualified.",
    unit: "records",
    basis: BY_ENTRY,
    empty_when: "Never: with none it is 0.",
    cautions: "Which stage it is follows from your choice of the qualified one.",
};

pub const END_TO_END_VARIATION: MeasureText = MeasureText {
    name: "Variation of lead → won",
    short: "Variation",
    answers: "How steady is the conversion from month to month?",
    formula: "Standard deviation of the months’ conversions ÷ their mean (coefficient of variation).",
    unit: "share, %: 0 % is perfectly steady",
    basis: "By the month of creation, on either basis.",
    empty_when: "Fewer than two months, or nothing is won.",
    cautions: "The latest months are not decided yet and make it larger. Months with few records vary by chance.",
};

pub const LOST_RATE: MeasureText = MeasureText {
    name: "Share lost",
    short: "Share lost",
    answers: "What share of leads is lost?",
    formula: "Lost ÷ all, open ones included.",
    unit: "share, %",
    basis: COHORT,
    empty_when: "There are no records.",
    cautions: "Deals that nobody closes are not lost. By reason it says how much each reason costs.",
};

pub const RAW_LEADS: MeasureText = MeasureText {
    name: "Leads with repeats",
    short: "With repeats",
    answers: "On how many rows did leads come in?",
    formula: "Count of the rows in the file: an ID that stands there several times counts as often.",
    unit: "rows",
    basis: "By the day of creation, on either basis.",
    empty_when: "Never: with none it is 0.",
    cautions: "The difference from the leads is repeats that were collapsed.",
};

pub const UNIQUE_LEADS: MeasureText = MeasureText {
    name: "Unique leads",
    short: "Unique",
    answers: "How many different people came in?",
    formula: "Count of different contacts; a record without one counts by itself.",
    unit: "people",
    basis: "By the day of creation, on either basis.",
    empty_when: "Never: with none it is 0.",
    cautions: "Who is the same is decided by the contact column. One person in two groups counts in both, so groups add up to more than the total.",
};

pub const OPPORTUNITY_TO_WON: MeasureText = MeasureText {
    name: "Opportunity → won",
    short: "Opportunity → won",
    answers: "What share of the opportunities becomes customers?",
    formula: "Reached the stage after the qualified one and won ÷ reached the stage after the qualified one.",
    unit: "share, %",
    basis: WON_OF_ENTRIES,
    empty_when: "There are no opportunities.",
    cautions: "Recent ones are not decided yet. Which stage it is follows from your choice of the qualified one.",
};
