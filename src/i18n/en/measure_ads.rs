//! English: names and definitions of the measures of advertising.

use crate::i18n::MeasureText;

pub const IMPRESSIONS: MeasureText = MeasureText {
    name: "Impressions",
    short: "Impressions",
    answers: "How often were the ads shown?",
    formula: "Sum of the impressions of the cost rows.",
    unit: "impressions",
    basis: "By the day of the cost, on either basis.",
    empty_when: "Never: with none it is 0.",
    cautions: "As each ad system counts them.",
};

pub const CLICKS: MeasureText = MeasureText {
    name: "Clicks",
    short: "Clicks",
    answers: "How many clicks did the ads bring?",
    formula: "Sum of the clicks of the cost rows.",
    unit: "clicks",
    basis: "By the day of the cost, on either basis.",
    empty_when: "Never: with none it is 0.",
    cautions: "As each ad system counts them. A click is not yet a visit.",
};

pub const CTR: MeasureText = MeasureText {
    name: "Click-through rate (CTR)",
    short: "CTR",
    answers: "How often is an ad clicked when it is shown?",
    formula: "Clicks ÷ impressions, over the cost rows that have both.",
    unit: "share, %",
    basis: "By the day of the cost, on either basis.",
    empty_when: "There are no impressions.",
    cautions: "Each sum is taken first, then divided: never a mean of row rates.",
};

pub const CPC: MeasureText = MeasureText {
    name: "Cost per click (CPC)",
    short: "CPC",
    answers: "What does a click cost?",
    formula: "Cost ÷ clicks, over the cost rows that have both.",
    unit: "money per click",
    basis: "By the day of the cost, on either basis.",
    empty_when: "There are no clicks.",
    cautions: "Cost in other currencies is left out.",
};

pub const CPM: MeasureText = MeasureText {
    name: "Cost per 1,000 impressions (CPM)",
    short: "CPM",
    answers: "What do a thousand impressions cost?",
    formula: "Cost × 1,000 ÷ impressions, over the cost rows that have both.",
    unit: "money per 1,000 impressions",
    basis: "By the day of the cost, on either basis.",
    empty_when: "There are no impressions.",
    cautions: "Cost in other currencies is left out.",
};

pub const AD_CONVERSIONS: MeasureText = MeasureText {
    name: "Conversions (ad systems)",
    short: "Ad conversions",
    answers: "How many results do the ad systems report?",
    formula: "Sum of the conversions of the cost rows.",
    unit: "conversions",
    basis: "By the day of the cost, on either basis.",
    empty_when: "Never: with none it is 0.",
    cautions: "Not the leads of your CRM: each system counts its own, and several may claim the \
        same one.",
};

pub const COST_PER_CONVERSION: MeasureText = MeasureText {
    name: "Cost per conversion",
    short: "Cost / conv.",
    answers: "What does a result cost, as the ad systems count them?",
    formula: "Cost ÷ conversions, over the cost rows that have both.",
    unit: "money per conversion",
    basis: "By the day of the cost, on either basis.",
    empty_when: "There are no conversions.",
    cautions: "Compare with the cost per lead, which counts the leads of your CRM.",
};

pub const CPQL: MeasureText = MeasureText {
    name: "Cost per qualified lead (CPQL)",
    short: "CPQL",
    answers: "What does a lead worth working on cost?",
    formula: "Ad spend ÷ qualified leads.",
    unit: "money per qualified lead",
    basis: "Spend by its own day; leads by the report’s basis: those created in the period, or those first qualified in it. By events, a lead without the day of that is left out and counted; if no such date is known at all, by creation.",
    empty_when: "There is no spend, or no lead is qualified.",
    cautions: "What counts as qualified is your choice on the mapping screen.",
};

pub const ROAS: MeasureText = MeasureText {
    name: "Revenue per ad spend (ROAS)",
    short: "ROAS",
    answers: "How much revenue comes back for each unit spent on ads?",
    formula: "Revenue ÷ ad spend.",
    unit: "ratio: 1 means that the spend came back as revenue",
    basis: "Spend by its own day; revenue by the report’s basis.",
    empty_when: "There is no spend.",
    cautions: "Revenue, not profit: above 1 may still lose money.",
};

pub const AD_SHARE: MeasureText = MeasureText {
    name: "Ad share of revenue",
    short: "Ad share",
    answers: "What share of revenue goes into ads?",
    formula: "Ad spend ÷ revenue.",
    unit: "share, %: above 100 % ads cost more than came in",
    basis: "Spend by its own day; revenue by the report’s basis.",
    empty_when: "There is no revenue, or no spend.",
    cautions: "Revenue without spend makes the total look better.",
};
