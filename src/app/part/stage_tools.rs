//! What can be done with one stage: its marks, its place, merging, removing.

use crate::app::action::App;
use crate::app::part::hand::keep_hand;
use crate::app::part::stage_edit::{
    merge_with_previous, move_stage, remove_stage, set_after_win, set_decided, set_qualified,
};
use crate::app::words;
use crate::engine::mapping::Stage;
use leptos::prelude::*;

#[component]
pub fn StageTools(
    index: usize,
    stage: Stage,
    /// No stage stands behind it.
    last: bool,
) -> impl IntoView {
    let app = App::here();
    let words = words();
    let name = stage.name.clone();
    let after = stage.after_win;
    view! {
        <div class="stage-tools">
            {(!after).then(|| view! {
                <button class="button ghost small" aria-pressed=stage.qualified.to_string() class:on=stage.qualified
                    title=words.mapping.qualified_hint data-part="qualified"
                    on:click=move |_| app.edit(|d| set_qualified(&mut d.mapping.ladder, index))>
                    {words.mapping.qualified}
                </button>
            })}
            // Only a stage without values of its own can stand for won and lost together.
            {(!after && (stage.values.is_empty() || stage.decided)).then(|| view! {
                <button class="button ghost small" aria-pressed=stage.decided.to_string() class:on=stage.decided
                    title=words.mapping.decided_hint data-part="decided"
                    on:click=move |_| app.edit(|d| set_decided(&mut d.mapping.ladder, index))>
                    {words.mapping.decided}
                </button>
            })}
            <button class="button ghost small" aria-pressed=after.to_string() class:on=after
                title=words.shape.after_win_hint data-part="after-win"
                on:click=move |_| app.edit(|d| set_after_win(&mut d.mapping.ladder, index))>
                {words.shape.after_win}
            </button>
            <button class="button ghost small" aria-label=(words.shape.merge_with_previous)(&name)
                title=(words.shape.merge_with_previous)(&name) data-part="merge-stage" disabled=index == 0
                on:click=move |_| app.edit(|d| merge_with_previous(&mut d.mapping.ladder, index))>"⤒"</button>
            <button class="button ghost small" aria-label=(words.shell.move_up)(&name) disabled=index == 0
                data-part="stage-up" on:click=move |_| moved(app, index, true)>"↑"</button>
            <button class="button ghost small" aria-label=(words.shell.move_down)(&name) disabled=last
                data-part="stage-down" on:click=move |_| moved(app, index, false)>"↓"</button>
            <button class="button ghost small" aria-label=(words.shell.remove_named)(&name)
                on:click=move |_| app.edit(|d| remove_stage(&mut d.mapping.ladder, index))>"✕"</button>
        </div>
    }
}

/// Moves a stage by one place and keeps the hand on it.
fn moved(app: App, index: usize, up: bool) {
    let to = if up { index.saturating_sub(1) } else { index + 1 };
    app.edit(|d| move_stage(&mut d.mapping.ladder, index, to));
    keep_hand("stage", to, if up { "stage-up" } else { "stage-down" });
}
