//! English: what is asked of tables and trends.

use crate::engine::filter::{DaysTest, NumberTest, TextTest};
use crate::engine::formula::FormulaErrorKind as F;
use crate::engine::report::{SeasonAbsence, ShowAs};
use crate::engine::value::Unit;
use crate::i18n::label::lower_first;
use crate::i18n::{Asking, MeasureText};

pub const ASKING: Asking = Asking {
    show_as_label: "Show as",
    show_as: |show| match show {
        ShowAs::Plain => "the figure itself",
        ShowAs::OfRow => "% of row",
        ShowAs::OfColumn => "% of column",
        ShowAs::OfParent => "% of group above",
        ShowAs::OfTotal => "% of total",
        ShowAs::Difference => "change from previous column",
        ShowAs::Growth => "% change from previous column",
        ShowAs::Rank => "rank",
        ShowAs::RunningDown => "running total down",
        ShowAs::RunningAcross => "running total across",
        ShowAs::CumulativeShare => "cumulative % (Pareto)",
    },
    changes_may_be_chance: "Changes from column to column may be chance: open one to see what the data can tell.",
    level_options: |name| format!("Options of {name}"),
    subtotals: "Subtotals",
    sort_label: "Sort",
    natural_order: "natural order",
    ascending: "smallest first",
    descending: "largest first",
    top_label: "Groups",
    top_all: "all",
    top_n: |n| format!("top {n} and the rest"),
    having_label: "Only groups with",
    expand: |name| format!("Expand {name}"),
    collapse: |name| format!("Collapse {name}"),
    expand_all: "Expand all",
    collapse_all: "Collapse all",
    split_by: "Split by",
    no_split: "no split",
    year_before: "Same period last year",
    average_label: "Moving average",
    average_none: "none",
    average_of: |n| format!("mean of {n}"),
    season: "Seasonality",
    season_hint: "Seasonality index: 1.20 means that this time of year is usually 20 % above the level around it (ratio to a centred moving average of one year).",
    season_absent: |why| match why {
        SeasonAbsence::TooShort => "needs two whole years of data",
        SeasonAbsence::NotThisGrain => "needs months or quarters",
        SeasonAbsence::NotASum => "only sums and counts have a season",
    },
    among: "is one of",
    text_test: |test| match test {
        TextTest::Contains => "contains",
        TextTest::StartsWith => "starts with",
        TextTest::EndsWith => "ends with",
    },
    number_test: |test| match test {
        NumberTest::Equal(_) => "=",
        NumberTest::Below(_) => "<",
        NumberTest::AtMost(_) => "≤",
        NumberTest::Above(_) => ">",
        NumberTest::AtLeast(_) => "≥",
        NumberTest::Between(..) => "between",
    },
    days_test: |test| match test {
        DaysTest::Within(_) => "within",
        DaysTest::From(_) => "from",
        DaysTest::Until(_) => "up to",
    },
    other_test: "compared with a column",
    other_column: "Column to compare with",
    other_none: "choose a column",
    empty: "is empty",
    not_empty: "is not empty",
    not: "not",
    and: "and",
    or: "or",
    or_hint: "Either this or the filter before it",
    condition: "Condition",
    value: "Value",
    no_number: "Not a number: the filter stays as it was.",
    text_hint: "One text a line; any of them will do",
    apply: "Apply",
    block_filters: "Filter this block",
    here_only: "Here only",
    own: MeasureText {
        name: "Own measure",
        short: "Own measure",
        answers: "What its formula says.",
        formula: "As you wrote it; evaluated on the facts of each cell, totals included.",
        unit: "as follows from the formula",
        basis: "That of the measures in the formula; columns go by the day of creation, stages and won and lost records by the basis of the report.",
        empty_when: "A part of it is empty, or it would divide by nothing.",
        cautions: "Those of the measures in the formula.",
    },
    own_add: "Own measure…",
    own_edit: "Edit the formula",
    own_title: "Measure of your own",
    own_name: "Name",
    own_formula: "Formula",
    own_hint: "For example: revenue / leads · (won + lost) / leads · distinct([Account], won) · sum([Amount]) / count([Amount]) · conversion([Demo], [Contract]) · reached([Demo], won)",
    own_insert: "Insert a measure…",
    own_insert_column: "Insert a column…",
    own_meant: |name, key| format!("Use {key} ({name})"),
    own_unit: "Shown as",
    unit,
    own_save: "Save measure",
    own_remove: "Remove measure",
    formula_error: |at, kind| {
        let what = match kind {
            F::ValueExpected => "a measure, a number or a bracket is missing here".to_owned(),
            F::Unexpected(c) => format!("“{c}” has no place here"),
            F::DecimalComma(number) => format!("decimals stand after a point here: {number}"),
            F::UnknownName(name) => format!("there is no measure “{name}”"),
            F::Unclosed(c) => format!("“{c}” is never closed"),
            F::Number => "this is no number".to_owned(),
            F::ColumnExpected => "a column in square brackets must follow: ([Column])".to_owned(),
            F::NoColumn(name) => format!("no file has a column “{name}”"),
            F::NotNumbers(name) => format!("“{name}” holds no numbers; count and distinct work"),
            F::StageExpected => {
                "a stage in square brackets belongs here, such as reached([Demo]); a conversion needs a second one, or won".to_owned()
            }
            F::NoStage(name) => format!("the ladder has no stage “{name}”"),
            F::AmongExpected => "only won, lost or open can follow the comma".to_owned(),
            F::Adds(a, b) => format!("{} can’t be added to {}", unit(*b), unit(*a)),
            F::Multiplies(a, b) => {
                format!("{} and {} can’t be multiplied or divided", unit(*a), unit(*b))
            }
            F::TooLong => "the formula is too long from here".to_owned(),
        };
        format!("Character {}: {what}", at + 1)
    },
    pareto: "Pareto (largest groups first)",
    pareto_title: |measure, group| format!("Pareto: {measure} by {}", lower_first(group)),
};

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Count => "a count",
        Unit::Money => "money",
        Unit::Share => "a share",
        Unit::Days => "days",
        Unit::Ratio => "a ratio",
        Unit::Points => "points",
        Unit::Hours => "hours",
        Unit::Months => "months",
        Unit::Score => "a score",
    }
}
