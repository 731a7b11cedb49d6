//! One axis of the pivot: its dimensions in order, each to be changed, removed or asked for more,
//! and one more to be added.

use crate::app::part::block_frame::ReportMemo;
use crate::app::part::dimension_choice::DimensionChoice;
use crate::app::part::hand::give_hand;
use crate::app::part::pivot_level::LevelMenu;
use crate::app::words;
use crate::engine::dimension::Dimension;
use crate::engine::measure::MeasureId;
use crate::engine::report::Level;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::Element;

/// Deeper axes can be read by nobody.
const MOST: usize = 4;

/// The dimensions of an axis, and what is asked of each.
pub type Levels = Vec<(Dimension, Level)>;

#[component]
pub fn PivotAxis(
    part: &'static str,
    #[prop(into)] label: Signal<String>,
    report: ReportMemo,
    measures: Signal<Vec<MeasureId>>,
    chosen: Signal<Levels>,
    #[prop(into)] on_choose: Callback<Levels>,
) -> impl IntoView {
    let count = Memo::new(move |_| chosen.with(Vec::len));
    let replace = move |at: usize, dimension: Option<Dimension>| {
        let mut now = chosen.get_untracked();
        match dimension {
            Some(dimension) => match now.get_mut(at) {
                Some(level) => level.0 = dimension,
                None => {
                    // What stands above another one is seen by its subtotal.
                    now.iter_mut().for_each(|(_, level)| level.subtotal = true);
                    now.push((dimension, Level::default()));
                }
            },
            None if at < now.len() => drop(now.remove(at)),
            None => {}
        }
        on_choose.run(now);
    };
    let on_level = move |at: usize, level: Level| {
        let mut now = chosen.get_untracked();
        now.iter_mut().skip(at).take(1).for_each(|l| l.1 = level.clone());
        on_choose.run(now);
    };
    let level = move |at: usize| {
        let dimension = Signal::derive(move || chosen.with(|c| c.get(at).map(|(d, _)| d.clone())));
        let name = Signal::derive(move || {
            dimension.get().map(|d| (words().names.dimension)(&d)).unwrap_or_default()
        });
        let remove_label = move || (words().shell.remove_named)(&name.get());
        let asked = Signal::derive(move || {
            chosen.with(|c| c.get(at).map(|(_, l)| l.clone())).unwrap_or_default()
        });
        view! {
            <span class="tag-choice">
                <DimensionChoice part label report chosen=dimension
                    on_choose=move |d: Dimension| replace(at, Some(d))/>
                <LevelMenu name measures level=asked on_level=move |l: Level| on_level(at, l)
                    has_subtotal=Signal::derive(move || at + 1 < count.get())/>
                <button class="tag-remove no-print" data-part="pivot-remove" aria-label=remove_label title=remove_label
                    on:click=move |event| {
                        hand_on(&event);
                        replace(at, None);
                    }>
                    "✕"
                </button>
            </span>
        }
    };
    let add_label = Signal::derive(move || format!("+ {}", words().report.pivot_add));
    view! {
        // Paper says nothing of an axis by which nothing stands.
        <span class="pivot-axis" class:no-print=move || count.get() == 0>
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

/// The last dimension of the axis goes with its button: the hand goes to the first choice that is left.
fn hand_on(event: &MouseEvent) {
    let pressed = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    if let Some(axis) = pressed.and_then(|p| p.closest(".pivot-axis").ok().flatten()) {
        give_hand(axis, "select");
    }
}
