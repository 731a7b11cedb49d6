//! The third screen: period and filters, cards, funnel, tables, trend, pivot, findings.

use crate::engine::filter::{Comparison, Grain, PeriodSpec};

/// See the module.
pub struct Report {
    pub untitled: &'static str,
    pub title_label: &'static str,
    pub building: &'static str,
    pub no_report: &'static str,
    /// `basis: leads created in the period`, given the basis' explanation.
    pub basis_line: fn(basis: &str) -> String,
    /// `as of 31 Oct 2026`.
    pub as_of: fn(day: &str) -> String,
    pub as_of_hint: &'static str,

    pub period: &'static str,
    pub period_choice: fn(PeriodSpec) -> String,
    pub period_custom: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub comparison: &'static str,
    pub comparison_choice: fn(Comparison) -> &'static str,
    /// `vs 1 Apr – 30 Jun 2026`.
    pub versus: fn(period: &str) -> String,
    pub basis: &'static str,
    pub policy: &'static str,
    pub currency: &'static str,
    /// `USD: 412 records, $1.2M won; shown apart`, amounts as text.
    pub other_currency: fn(currency: &str, records: u64, amount: &str) -> String,
    pub currency_unnamed: &'static str,
    pub filters: &'static str,
    pub add_filter: &'static str,
    /// Behind the name of a dimension and before its values; a colon or comma stands without a space.
    pub filter_is: &'static str,
    pub filter_is_not: &'static str,
    /// Buttons: what the condition holds for is kept, or left out.
    pub filter_keep: &'static str,
    pub filter_leave_out: &'static str,
    pub filter_values: fn(n: u64) -> String,
    /// Where a filter has no values to choose from.
    pub no_groups: &'static str,
    pub clear_filters: &'static str,
    /// Where no record is in scope, of so many that there are.
    pub nothing_left_title: &'static str,
    pub nothing_left: fn(of: u64) -> String,
    pub remove_filter: fn(dimension: &str) -> String,

    pub kpis_title: &'static str,
    /// The words after a delta: `vs previous period`.
    pub vs_previous: &'static str,
    pub nothing_before: &'static str,
    pub show_definition: &'static str,
    pub definition_of: fn(measure: &str) -> String,
    pub answers: &'static str,
    pub formula: &'static str,
    pub unit: &'static str,
    pub empty_when: &'static str,
    /// Where a definition comes from, and what is said where no work is named.
    pub source: &'static str,
    pub source_plain: &'static str,
    pub source_usual: &'static str,
    pub source_ads: &'static str,
    pub cautions: &'static str,
    /// `1,575 ÷ 38,412`, figures as text.
    pub numerator: &'static str,
    pub denominator: &'static str,
    pub interval: fn(interval: &str) -> String,
    pub values_behind: fn(n: u64) -> String,
    pub absent_because: fn(reason: &str) -> String,
    /// `Not shown:`, before measures that the data can't give.
    pub absent_title: &'static str,

    pub funnel_title: &'static str,
    pub stage: &'static str,
    pub reached: &'static str,
    pub of_previous: &'static str,
    pub of_first: &'static str,
    pub dropped: &'static str,
    pub observed: &'static str,
    pub implied: &'static str,
    pub implied_hint: &'static str,
    pub median_days: &'static str,
    pub before: &'static str,
    pub end_to_end: &'static str,
    pub entered: &'static str,
    pub still_open: fn(n: u64) -> String,
    pub lost: fn(n: u64) -> String,
    pub unknown_depth: fn(n: u64) -> String,
    pub unmapped: fn(n: u64) -> String,

    pub channels_title: &'static str,
    /// `By owner`: a breakdown by any other dimension.
    pub breakdown_title: fn(dimension: &str) -> String,
    pub break_down_by: &'static str,
    /// `sorted by ROMI`.
    pub sorted_by: fn(measure: &str) -> String,
    /// `Revenue, Spend by month`.
    pub trend_title: fn(measures: &str, Grain) -> String,
    pub trend_grain: &'static str,
    pub last_is_partial: fn(unit: &str) -> String,

    pub pivot_title: &'static str,
    pub pivot_rows: &'static str,
    pub pivot_columns: &'static str,
    pub pivot_values: &'static str,
    pub pivot_add: &'static str,
    pub pivot_empty: &'static str,
    pub pivot_natural_order: &'static str,
    pub row_total: &'static str,
    pub grand_total: &'static str,
    pub totals_hint: &'static str,

    pub findings_title: &'static str,
    pub findings_hint: &'static str,
    pub no_findings: &'static str,
    pub scope_title: &'static str,
    pub records_in_scope: fn(counted: u64, of: u64) -> String,
    pub excluded_title: &'static str,
    pub extent: fn(period: &str) -> String,
    pub unfinished_hint: &'static str,
    pub measure: &'static str,
    pub measures: &'static str,
    pub now: &'static str,
    pub share_of_revenue: &'static str,
    /// Clicking a name filters by it.
    pub keep_only: fn(name: &str) -> String,
    pub add_block: &'static str,
    pub block_menu: fn(block: &str) -> String,
    pub breakdown: &'static str,
    pub trend: &'static str,
    pub empty_title: &'static str,
    pub add_files: &'static str,
    pub check_mapping: &'static str,
    pub save: &'static str,
    pub choose_values: &'static str,
    pub implied_total: fn(n: u64) -> String,
}
