//! English: the report screen.

use super::L;
use crate::engine::filter::{Comparison, Grain, PeriodSpec};
use crate::i18n::Report;
use crate::i18n::plural::en as count;

pub const REPORT: Report = Report {
    untitled: "Marketing and sales",
    title_label: "Title of the report",
    building: "Calculating…",
    no_report: "Add files first, and the report appears here.",
    basis_line: |basis| format!("basis: {basis}"),
    as_of: |day| format!("as of {day}"),
    as_of_hint: "The latest day in the data. It stands for today, so that an old file gives the \
        same figures tomorrow.",

    period: "Period",
    period_choice,
    period_custom: "Custom dates…",
    from: "From",
    to: "To",
    comparison: "Compare with",
    comparison_choice: |comparison| match comparison {
        Comparison::Nothing => "nothing",
        Comparison::PreviousPeriod => "previous period",
        Comparison::SamePeriodLastYear => "same period last year",
        Comparison::Target => "target",
        Comparison::Segments => "another segment",
    },
    versus: |period| format!("vs {period}"),
    basis: "Basis",
    policy: "Skipped stages",
    currency: "Currency",
    other_currency: |currency, records, amount| {
        format!("{currency}: {}, {amount} won, not added", count(records, "record", "records"))
    },
    currency_unnamed: "no currency named",
    filters: "Filters",
    add_filter: "Filter",
    filter_is: "is",
    filter_is_not: "is not",
    filter_keep: "is",
    filter_leave_out: "is not",
    filter_values: |n| count(n, "value", "values"),
    no_groups: "no values",
    clear_filters: "Clear all filters",
    nothing_left_title: "No records match",
    nothing_left: |of| {
        format!(
            "The files hold {}. The period and the filters leave none of them.",
            count(of, "record", "records")
        )
    },
    remove_filter: |dimension| format!("Remove the filter on {dimension}"),

    kpis_title: "Key figures",
    vs_previous: "vs previous period",
    nothing_before: "nothing to compare with",
    show_definition: "Definition",
    definition_of: |measure| format!("What is “{measure}”?"),
    answers: "Answers",
    formula: "Formula",
    unit: "Unit",
    empty_when: "Empty when",
    source: "Source",
    source_plain: "A plain count or sum of the file’s rows",
    source_usual: "Usual in reports of marketing and sales",
    source_ads: "As ad systems define it, computed anew from counts",
    cautions: "Cautions",
    numerator: "Numerator",
    denominator: "Denominator",
    interval: |interval| format!("95 % interval: {interval}"),
    values_behind: |n| format!("made from {}", count(n, "value", "values")),
    absent_because: |reason| format!("Not available: {reason}."),
    absent_title: "Not available",

    funnel_title: "Funnel",
    stage: "Stage",
    reached: "Reached",
    of_previous: "% of previous",
    of_first: "% of first",
    dropped: "Dropped",
    observed: "With evidence",
    implied: "Implied",
    implied_hint: "Passed on the way to a later stage, though nothing in the file says when.",
    median_days: "Median days",
    before: "Before",
    end_to_end: "end to end",
    entered: "Entered",
    still_open: |n| format!("{} still open", L.count(n)),
    lost: |n| format!("{} lost", L.count(n)),
    unknown_depth: |n| format!("{} lost at an unknown stage, counted at the first", L.count(n)),
    unmapped: |n| {
        format!("{} with a status that belongs to no stage, counted at the first", L.count(n))
    },

    channels_title: "Channel economics",
    breakdown_title: |dimension| format!("By {dimension}"),
    break_down_by: "Break down by",
    sorted_by: |measure| format!("sorted by {measure}"),
    trend_title: |measures, grain| {
        let unit = match grain {
            Grain::Day => "day",
            Grain::Week | Grain::WeekFrom(_) => "week",
            Grain::Month => "month",
            Grain::Quarter | Grain::FiscalQuarter(_) => "quarter",
            Grain::Year | Grain::FiscalYear(_) => "year",
        };
        format!("{measures} by {unit}")
    },
    trend_grain: "By",
    last_is_partial: |unit| format!("{unit} is not over yet"),

    pivot_title: "Pivot",
    pivot_rows: "Rows",
    pivot_columns: "Columns",
    pivot_values: "Values",
    pivot_add: "Add",
    pivot_empty: "Choose what goes into rows, columns and values.",
    pivot_natural_order: "natural order",
    row_total: "Total",
    grand_total: "Total",
    totals_hint: "Totals are computed from the records, not added up from the cells.",

    findings_title: "What to check",
    findings_hint: "what is missing from the data, or wrong in it",
    no_findings: "Nothing was found while the report was made. “All checks” looks further, row by row.",
    scope_title: "What is counted",
    records_in_scope: |counted, of| {
        format!("{} of {}", L.count(counted), count(of, "record", "records"))
    },
    excluded_title: "Left out",
    extent: |period| format!("data from {period}"),
    unfinished_hint: "Recent leads are still under way: their conversion will grow.",
    measure: "Figure",
    measures: "Figures",
    now: "Now",
    share_of_revenue: "Share of revenue",
    keep_only: |name| format!("Keep only “{name}”"),
    add_block: "Add a block",
    block_menu: |block| format!("Actions for {block}"),
    breakdown: "Breakdown",
    trend: "Trend",
    empty_title: "No report yet",
    add_files: "Add files",
    check_mapping: "Check the mapping",
    save: "Save",
    choose_values: "Choose values",
    implied_total: |n| {
        count(
            n,
            "stage entry is implied by a later stage",
            "stage entries are implied by later stages",
        )
    },
};

fn period_choice(period: PeriodSpec) -> String {
    match period {
        PeriodSpec::All => "All time".to_owned(),
        PeriodSpec::Between(period) => L.period(period),
        PeriodSpec::This(grain) => match grain {
            Grain::Day => "Latest day",
            Grain::Week | Grain::WeekFrom(_) => "Latest week",
            Grain::Month => "Latest month",
            Grain::Quarter | Grain::FiscalQuarter(_) => "Latest quarter",
            Grain::Year | Grain::FiscalYear(_) => "Latest year",
        }
        .to_owned(),
        PeriodSpec::Last(1, grain) => match grain {
            Grain::Day => "Previous day",
            Grain::Week | Grain::WeekFrom(_) => "Previous week",
            Grain::Month => "Previous month",
            Grain::Quarter | Grain::FiscalQuarter(_) => "Previous quarter",
            Grain::Year | Grain::FiscalYear(_) => "Previous year",
        }
        .to_owned(),
        PeriodSpec::Last(n, grain) => {
            let (one, other) = match grain {
                Grain::Day => ("whole day", "whole days"),
                Grain::Week | Grain::WeekFrom(_) => ("whole week", "whole weeks"),
                Grain::Month => ("whole month", "whole months"),
                Grain::Quarter | Grain::FiscalQuarter(_) => ("whole quarter", "whole quarters"),
                Grain::Year | Grain::FiscalYear(_) => ("whole year", "whole years"),
            };
            format!("Last {}", count(n.into(), one, other))
        }
    }
}
