//! English: what a figure is compared with.

use crate::i18n::Beside;

pub const BESIDE: Beside = Beside {
    title: "Compared with",
    difference: "Difference",
    of_first: |filter| format!("Segment A: {filter}"),
    of_second: |filter| format!("Segment B: {filter}"),
    planned: "The sum of the plan’s rows that belong here.",
    plan_is_no_sample: "A plan is a decision, so there is no chance to tell the difference from.",
    of_entered: |entered| format!("of {entered} that entered the funnel"),
};
