//! English: names and definitions of the measures of web visits.

use crate::i18n::MeasureText;

pub const VISITS: MeasureText = MeasureText {
    name: "Visits",
    short: "Visits",
    answers: "How often was the site visited?",
    formula: "Sum of the visits (sessions) in the files of web visits.",
    unit: "visits",
    basis: "By the day of the visit, on either basis.",
    empty_when: "Never: with none it is 0.",
    cautions: "As the counter counts them. Visitors can’t be added up over days, so they are not shown. Rows without a day are in no period.",
};

pub const VISIT_TO_LEAD: MeasureText = MeasureText {
    name: "Visit → lead",
    short: "Visit → lead",
    answers: "What share of visits became leads?",
    formula: "Leads of channels that have visits, created between the first and the last day of the visits ÷ visits.",
    unit: "share, %",
    basis: "Visits by their own day, leads by the day of creation.",
    empty_when: "There are no visits.",
    cautions: "Joined by channel and period, not person by person: a lead may come days after its visit, or by another channel. Above 100 % the channels of the two files don’t mean the same.",
};
