//! One axis of the pivot: its dimensions in order, each to be changed or removed, and one more to
//! be added.

use crate::app::part::block_frame::ReportMemo;
use crate::app::part::dimension_choice::DimensionChoice;
use crate::app::words;
use crate::engine::dimension::Dimension;
use leptos::prelude::*;

/// Deeper axes can be read by nobody.
const MOST: usize = 3;

#[component]
pub fn PivotAxis(
    part: &'static str,
    #[prop(into)] label: Signal<String>,
    report: ReportMemo,
    chosen: Signal<Vec<Dimension>>,
    #[prop(into)] on_choose: Callback<Vec<Dimension>>,
) -> impl IntoView {
    let count = Memo::new(move |_| chosen.with(Vec::len));
    let replace = move |at: usize, dimension: Option<Dimension>| {
        let mut now = chosen.get_untracked();
        match dimension {
            Some(dimension) if at < now.len() => now[at] = dimension,
            Some(dimension) => now.push(dimension),
            None if at < now.len() => drop(now.remove(at)),
            None => {}
        }
        on_choose.run(now);
    };
    let level = move |at: usize| {
        let dimension = Signal::derive(move || chosen.with(|c| c.get(at).cloned()));
        let remove_label = move || {
            let words = words();
            dimension.get().map(|d| (words.shell.remove_named)(&(words.names.dimension)(&d)))
        };
        view! {
            <span class="tag-choice">
                <DimensionChoice part label report chosen=dimension
                    on_choose=move |d: Dimension| replace(at, Some(d))/>
                <button class="tag-remove no-print" data-part="pivot-remove" aria-label=remove_label title=remove_label
                    on:click=move |_| replace(at, None)>
                    "✕"
                </button>
            </span>
        }
    };
    let add_label = Signal::derive(move || format!("+ {}", words().report.pivot_add));
    view! {
        <span class="pivot-axis">
            <span class="control-name">{move || label.get()}</span>
            <For each=move || 0..count.get() key=|at| *at let:at>{level(at)}</For>
            <span class="tag-choice add no-print" hidden=move || { count.get() >= MOST }>
                <DimensionChoice
                    part
                    label
                    report
                    chosen=Signal::stored(None)
                    empty=add_label
                    on_choose=move |d: Dimension| replace(usize::MAX, Some(d))
                />
            </span>
        </span>
    }
}
