//! The pivot: rows and columns of dimensions, figures where they meet, totals computed from the
//! records, and a shade by size.

use crate::app::action::App;
use crate::app::columns::own_heads;
use crate::app::part::block_frame::{BlockFrame, ReportMemo, answer_at, currency_of};
use crate::app::part::breakdown_block::planning_line;
use crate::app::part::measure_picker::MeasurePicker;
use crate::app::part::pivot_axes::{Levels, PivotAxis};
use crate::app::part::pivot_show::{ShowAsMenu, ShownMeasure, with_measures};
use crate::app::part::pivot_table::{PivotTable, SortBy};
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::dimension::Dimension;
use crate::engine::measure::MeasureId;
use crate::engine::report::{Answer, BlockSpec, Level, PivotSpec};
use leptos::prelude::*;

#[component]
pub fn PivotBlock(index: usize, report: ReportMemo, span: Signal<&'static str>) -> impl IntoView {
    let app = App::here();
    let answer = answer_at(report, index);
    let pivot = Memo::new(move |_| match answer.get() {
        Some(Answer::Pivot(pivot)) => Some(pivot),
        _ => None,
    });
    let spec = Memo::new(move |_| match app.state.document().read().report.blocks.get(index) {
        Some(BlockSpec::Pivot(spec)) => Some(spec.clone()),
        _ => None,
    });
    let edit = move |change: &dyn Fn(&mut PivotSpec)| {
        app.edit(|d| {
            if let Some(BlockSpec::Pivot(spec)) = d.report.blocks.get_mut(index) {
                change(spec);
            }
        });
    };
    let axis = |dimensions: &[Dimension], levels: &[Level]| -> Levels {
        let level = |at: usize| levels.get(at).cloned().unwrap_or_default();
        dimensions.iter().enumerate().map(|(at, d)| (d.clone(), level(at))).collect()
    };
    let rows = Signal::derive(move || {
        spec.get().map(|s| axis(&s.rows, &s.row_levels)).unwrap_or_default()
    });
    let columns = Signal::derive(move || {
        spec.get().map(|s| axis(&s.columns, &s.column_levels)).unwrap_or_default()
    });
    let shown = Signal::derive(move || {
        let spec = spec.get().unwrap_or_default();
        let show = |at: usize| spec.show.get(at).copied().unwrap_or_default();
        spec.measures.iter().enumerate().map(|(at, m)| (*m, show(at))).collect::<Vec<_>>()
    });
    let measures = Signal::derive(move || spec.get().map(|s| s.measures).unwrap_or_default());
    let choose_rows =
        move |chosen: Levels| edit(&|s| (s.rows, s.row_levels) = chosen.iter().cloned().unzip());
    let choose_columns = move |chosen: Levels| {
        edit(&|s| {
            (s.columns, s.column_levels) = chosen.iter().cloned().unzip();
            s.sort_column.clear();
        });
    };
    let choose_shown = move |chosen: Vec<ShownMeasure>| {
        edit(&|s| (s.measures, s.show) = chosen.iter().copied().unzip());
    };
    let choose_measures = move |chosen: Vec<MeasureId>| {
        choose_shown(with_measures(&shown.get_untracked(), &chosen));
    };
    let controls = move || {
        view! {
            <PivotAxis
                part="pivot-rows"
                label=Signal::derive(move || words().report.pivot_rows.to_owned())
                report
                measures
                chosen=rows
                on_choose=choose_rows
            />
            <PivotAxis
                part="pivot-columns"
                label=Signal::derive(move || words().report.pivot_columns.to_owned())
                report
                measures
                chosen=columns
                on_choose=choose_columns
            />
            <MeasurePicker block=index chosen=measures on_choose=choose_measures/>
            <ShowAsMenu shown on_choose=choose_shown/>
        }
    };
    let sort = Signal::derive(move || {
        let spec = spec.get().unwrap_or_default();
        (spec.sort, spec.sort_nth, spec.sort_column)
    });
    let on_sort = move |(sort, nth, column): SortBy| {
        edit(&|s| {
            s.sort = sort;
            s.sort_nth = nth;
            s.sort_column = column.clone();
            // What a level asks for itself would hide what was just asked for.
            s.row_levels.iter_mut().for_each(|l| l.sort = None);
        });
    };
    let title = Signal::derive(move || {
        let spec = spec.get().unwrap_or_default();
        pivot.with(|answer| words().pivot_called(&spec, answer.as_ref(), &own_heads()))
    });
    view! {
        <BlockFrame
            index
            part="pivot-block"
            title
            report
            span
            controls
        >
            <PivotTable index pivot currency=currency_of(report) sort on_sort/>
            {move || pivot.with(|p| planning_line(p.as_ref()?.planning?))}
        </BlockFrame>
    }
}
