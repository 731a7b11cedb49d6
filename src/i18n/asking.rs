//! What is asked of tables and trends: conditions of filters, ways of showing figures, levels of a
//! pivot, measures of one's own.

use super::MeasureText;
use crate::engine::filter::{DaysTest, NumberTest, TextTest};
use crate::engine::formula::FormulaErrorKind;
use crate::engine::report::{SeasonAbsence, ShowAs};
use crate::engine::value::Unit;

/// See the module.
pub struct Asking {
    pub show_as_label: &'static str,
    pub show_as: fn(ShowAs) -> &'static str,
    /// For the menu of one dimension of a pivot.
    /// Below a pivot with changes from column to column.
    pub changes_may_be_chance: &'static str,
    pub level_options: fn(name: &str) -> String,
    pub subtotals: &'static str,
    pub sort_label: &'static str,
    pub natural_order: &'static str,
    pub ascending: &'static str,
    pub descending: &'static str,
    pub top_label: &'static str,
    pub top_all: &'static str,
    pub top_n: fn(u32) -> String,
    pub having_label: &'static str,
    pub expand: fn(name: &str) -> String,
    pub collapse: fn(name: &str) -> String,
    pub expand_all: &'static str,
    pub collapse_all: &'static str,

    pub split_by: &'static str,
    pub no_split: &'static str,
    pub year_before: &'static str,
    pub average_label: &'static str,
    pub average_none: &'static str,
    /// `mean of 3`.
    pub average_of: fn(u32) -> String,
    pub season: &'static str,
    /// What the index says, in a sentence.
    pub season_hint: &'static str,
    pub season_absent: fn(SeasonAbsence) -> &'static str,

    /// How a filter compares: a choice of words before its value.
    pub among: &'static str,
    pub text_test: fn(TextTest) -> &'static str,
    pub number_test: fn(NumberTest) -> &'static str,
    pub days_test: fn(DaysTest) -> &'static str,
    /// Sets the column against another one: the condition, the choice, and nothing chosen yet.
    pub other_test: &'static str,
    pub other_column: &'static str,
    pub other_none: &'static str,
    pub empty: &'static str,
    pub not_empty: &'static str,
    pub not: &'static str,
    pub and: &'static str,
    pub or: &'static str,
    pub or_hint: &'static str,
    pub condition: &'static str,
    pub value: &'static str,
    /// Where what was typed for a number is none.
    pub no_number: &'static str,
    pub text_hint: &'static str,
    pub apply: &'static str,
    pub block_filters: &'static str,
    /// Before the filters that act on one block only.
    pub here_only: &'static str,

    pub own: MeasureText,
    pub own_add: &'static str,
    pub own_edit: &'static str,
    pub own_title: &'static str,
    pub own_name: &'static str,
    pub own_formula: &'static str,
    pub own_hint: &'static str,
    pub own_insert: &'static str,
    pub own_insert_column: &'static str,
    /// A measure by the name that people see, and the one that formulas use.
    pub own_meant: fn(name: &str, key: &str) -> String,
    pub own_unit: &'static str,
    pub unit: fn(Unit) -> &'static str,
    pub own_save: &'static str,
    pub own_remove: &'static str,
    /// `Character 12: …`.
    pub formula_error: fn(at: usize, kind: &FormulaErrorKind) -> String,
    pub pareto: &'static str,
    /// The title of such a block.
    pub pareto_title: fn(measure: &str, group: &str) -> String,
}
