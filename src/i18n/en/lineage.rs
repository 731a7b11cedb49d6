//! English: where a figure comes from.

use crate::i18n::Lineage;
use crate::i18n::plural::en as count;

pub const LINEAGE: Lineage = Lineage {
    title: "Where it comes from",
    records: "Records",
    costs: "Cost rows",
    all: "All rows",
    filtered: "Taken out by filters",
    elsewhere: "In another group",
    outside: "Outside the period, or without a day",
    unconcerned: "In the period, of no concern to this figure",
    counted: "Counted in this figure",
    above: "of them in the numerator",
    below: "of them in the denominator",
    part_dated: "of them without one of the dates",
    currency: "Currency",
    group: "Group",
    rows: "Rows of this figure",
    other_costs: "Rows of other costs",
    activities: "Activities",
    scores: "Survey answers",
    plans: "Rows of the plan",
    made_of: "Made of these figures",
    besides: |n| format!("all but the {} shown", count(n, "group", "groups")),
    grid_hint: "Arrow keys move between figures; Enter shows where a figure comes from.",
};
