//! The menu of a block: as table or chart, export, its place in the report.

use crate::app::action::App;
use crate::app::part::block_export::{save_csv, save_png, save_svg};
use crate::app::part::block_frame::{ReportMemo, WantsFilter};
use crate::app::part::hand::give_hand_to;
use crate::app::part::menu::{Menu, MenuItem};
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::report::BlockSpec;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

#[component]
pub fn BlockMenu(
    index: usize,
    #[prop(into)] title: Signal<String>,
    report: ReportMemo,
    #[prop(optional_no_strip)] as_table: Option<RwSignal<bool>>,
) -> impl IntoView {
    let app = App::here();
    let wants = use_context::<WantsFilter>();
    let document = app.state.document();
    let count = Memo::new(move |_| document.read().report.blocks.len());
    let named = move |text: fn(&str) -> String| Signal::derive(move || text(&title.get()));
    let intervals =
        Memo::new(move |_| document.read().report.blocks.get(index).and_then(BlockSpec::intervals));
    let interval_words = |shown: bool| {
        let says = &words().interval;
        if shown { says.hide } else { says.show }
    };
    let toggle = move |as_table: RwSignal<bool>| {
        let words = Signal::derive(move || {
            let shell = &words().shell;
            if as_table.get() { shell.show_chart } else { shell.show_table }.to_owned()
        });
        view! { <MenuItem part="block-toggle" words on_choose=move |()| as_table.update(|t| *t = !*t)/> }
    };
    let exports = move |has_chart: bool| {
        let dialog = &words().dialog;
        let charts = has_chart.then(|| view! {
            <MenuItem part="export-png" words=dialog.export_png on_choose=move |()| save_png(app, report, index)/>
            <MenuItem part="export-svg" words=dialog.export_svg on_choose=move |()| save_svg(app, report, index)/>
        });
        view! {
            <MenuItem part="export-csv" words=dialog.export_csv on_choose=move |()| save_csv(app, report, index)/>
            {charts}
        }
    };
    view! {
        <Menu
            part="block-menu"
            label=Signal::derive(move || (words().report.block_menu)(&title.get()))
            sign="⋯"
            class="block-menu no-print"
        >
            {move || as_table.map(toggle)}
            {move || exports(as_table.is_some())}
            <MenuItem part="block-filter" words=Signal::derive(move || words().asking.block_filters.to_owned())
                on_choose=move |()| if let Some(wants) = wants { wants.0.set(Some(index)) }/>
            {move || intervals.get().map(|shown| view! {
                <MenuItem part="block-intervals" words=interval_words(shown)
                    on_choose=move |()| app.edit(|d| {
                        d.report.blocks.get_mut(index).into_iter().for_each(|b| b.show_intervals(!shown));
                    })/>
            })}
            <hr/>
            <MenuItem part="block-up" words=named(words().shell.move_up)
                disabled=Signal::derive(move || index == 0)
                on_choose=move |()| shift(app, index, index.saturating_sub(1))/>
            <MenuItem part="block-down" words=named(words().shell.move_down)
                disabled=Signal::derive(move || index + 1 >= count.get())
                on_choose=move |()| shift(app, index, index + 1)/>
            <MenuItem part="block-remove" words=named(words().shell.remove_named)
                on_choose=move |()| remove(app, index)/>
        </Menu>
    }
}

/// Removes a block; the hand goes to the menu of the one that takes its place, or of the last.
fn remove(app: App, index: usize) {
    let mut left = 0;
    app.edit(|d| {
        if index < d.report.blocks.len() {
            d.report.blocks.remove(index);
        }
        left = d.report.blocks.len();
    });
    give_hand_to(match left.checked_sub(1) {
        Some(last) => format!("[data-block='{}'] [data-part='block-menu']", index.min(last)),
        None => "[data-part='add-block']".to_owned(),
    });
}

/// Moves a block to another place; the focus goes with it.
fn shift(app: App, from: usize, to: usize) {
    app.edit(|d| {
        if from.max(to) < d.report.blocks.len() {
            d.report.blocks.swap(from, to);
        }
    });
    request_animation_frame(move || {
        let selector = format!("[data-block='{to}'] [data-part='block-menu']");
        let summary = document().query_selector(&selector).ok().flatten();
        if let Some(summary) = summary.and_then(|s| s.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = summary.focus();
        }
    });
}
