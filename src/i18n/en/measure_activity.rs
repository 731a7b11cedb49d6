//! English: activities and survey answers.

use crate::i18n::MeasureText;

const OWN_DAY: &str = "By the day of the activity, on either basis.";

const BY_CREATION: &str = "Records created in the period, on either basis.";

pub const RESPONSE_TIME: MeasureText = MeasureText {
    name: "Lead response time",
    short: "Response",
    answers: "How long does a new lead wait for the first contact?",
    formula: "Half of the contacted records waited fewer hours from creation to the first activity, half more.",
    unit: "hours",
    basis: BY_CREATION,
    empty_when: "No record has an activity after its creation.",
    cautions: "Those that nobody contacted are counted apart. Nights and weekends count unless working hours are set in the mapping.",
};

pub const NEVER_CONTACTED: MeasureText = MeasureText {
    name: "Never contacted",
    short: "Never contacted",
    answers: "What share of leads did nobody ever contact?",
    formula: "Records without an activity after their creation ÷ all.",
    unit: "share, %",
    basis: BY_CREATION,
    empty_when: "There are no records.",
    cautions: "What is not in the file of activities did not happen here. Missed calls and cancelled meetings are no contact.",
};

pub const CALLS: MeasureText = MeasureText {
    name: "Calls",
    short: "Calls",
    answers: "How many calls were there?",
    formula: "Count of activities that are calls, taken or not.",
    unit: "calls",
    basis: OWN_DAY,
    empty_when: "Never: with none it is 0.",
    cautions: "Calls that name no record in the files are a group of their own.",
};

pub const EMAILS: MeasureText = MeasureText {
    name: "E-mails",
    short: "E-mails",
    answers: "How many e-mails were there?",
    formula: "Count of activities that are e-mails.",
    unit: "e-mails",
    basis: OWN_DAY,
    empty_when: "Never: with none it is 0.",
    cautions: "E-mails that name no record in the files are a group of their own.",
};

pub const MEETINGS: MeasureText = MeasureText {
    name: "Meetings held",
    short: "Meetings",
    answers: "How many meetings took place?",
    formula: "Count of meetings without those that were cancelled, moved or missed.",
    unit: "meetings",
    basis: OWN_DAY,
    empty_when: "Never: with none it is 0.",
    cautions: "A meeting counts as held unless the file says otherwise.",
};

pub const MEETINGS_TO_DEALS: MeasureText = MeasureText {
    name: "Meetings → deals",
    short: "Meetings → won",
    answers: "What share of those met was won?",
    formula: "Won records with a held meeting ÷ records with a held meeting.",
    unit: "share, %",
    basis: BY_CREATION,
    empty_when: "No record has a held meeting.",
    cautions: "The better ones may be met more often: no proof that meetings win.",
};

pub const MISSED_CALLS: MeasureText = MeasureText {
    name: "Missed calls",
    short: "Missed",
    answers: "What share of incoming calls did nobody take?",
    formula: "Missed incoming calls ÷ incoming calls.",
    unit: "share, %",
    basis: OWN_DAY,
    empty_when: "There are no incoming calls.",
    cautions: "Missed are the usual words of phone systems: missed, no answer, busy, voicemail.",
};

pub const CONTENT_USE: MeasureText = MeasureText {
    name: "Use of content by sales",
    short: "Content use",
    answers: "In what share of deals was content used?",
    formula: "Records with a presentation, case study or proposal among their activities ÷ all.",
    unit: "share, %",
    basis: BY_CREATION,
    empty_when: "There are no records.",
    cautions: "What is not in the file of activities was not used here.",
};

pub const NPS: MeasureText = MeasureText {
    name: "Net Promoter Score (NPS)",
    short: "NPS",
    answers: "Would customers recommend us?",
    formula: "(Answers 9 and 10 − answers 0 to 6) ÷ answers × 100.",
    unit: "score, −100 to 100",
    basis: "By the day of the answer, on either basis.",
    empty_when: "There are no answers.",
    cautions: "Only whole numbers from 0 to 10 count. Who answers is not everybody.",
};

pub const CONTENT_ITEMS: MeasureText = MeasureText {
    name: "Content items in use",
    short: "Items used",
    answers: "What share of the content that was published did sales use?",
    formula: "Items of the content list that an activity of at least one record names ÷ all items of the list.",
    unit: "share, %",
    basis: "Activities by their own day; the list as a whole, whatever the period.",
    empty_when: "The list is empty.",
    cautions: "What is used and not on the list is not in it, nor is an activity that belongs to no record.",
};
