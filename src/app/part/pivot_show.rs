//! How each measure of a pivot is shown; a measure may stand several times, each in its own way.

use crate::app::columns::own_heads;
use crate::app::part::choice::Choice;
use crate::app::part::menu::Menu;
use crate::app::words;
use crate::engine::measure::MeasureId;
use crate::engine::report::ShowAs;
use leptos::prelude::*;

/// A measure and how it is shown.
pub type ShownMeasure = (MeasureId, ShowAs);

#[component]
pub fn ShowAsMenu(
    shown: Signal<Vec<ShownMeasure>>,
    #[prop(into)] on_choose: Callback<Vec<ShownMeasure>>,
) -> impl IntoView {
    let count = Memo::new(move |_| shown.with(Vec::len));
    let edit = move |change: &dyn Fn(&mut Vec<ShownMeasure>)| {
        let mut now = shown.get_untracked();
        change(&mut now);
        on_choose.run(now);
    };
    let options = Signal::derive(move || {
        let name = words().asking.show_as;
        ShowAs::EVERY.map(|s| (format!("{s:?}"), name(s).to_owned())).to_vec()
    });
    let line = move |at: usize| {
        let here = Memo::new(move |_| shown.with(|s| s.get(at).copied()));
        let name = move || {
            here.get().map(|(id, _)| words().measure_short(id, &own_heads())).unwrap_or_default()
        };
        let again = Memo::new(move |_| {
            shown.with(|s| s.iter().filter(|m| here.get().is_some_and(|h| h.0 == m.0)).count() > 1)
        });
        let choose = move |key: String| {
            if let Some(show) = ShowAs::EVERY.into_iter().find(|s| format!("{s:?}") == key) {
                edit(&|all| all.iter_mut().skip(at).take(1).for_each(|m| m.1 = show));
            }
        };
        view! {
            <div class="show-as-line">
                <span class="control-name">{name}</span>
                <Choice part="show-as" label=Signal::derive(name) options
                    chosen=Signal::derive(move || here.get().map(|h| format!("{:?}", h.1)).unwrap_or_default())
                    on_choose=choose/>
                <button class="tag-remove" data-part="show-again" aria-label=move || format!("+ {}", name())
                    title=move || format!("+ {}", name())
                    on:click=move |_| edit(&|all| if let Some((id, _)) = all.get(at).copied() {
                        all.insert(at + 1, (id, ShowAs::OfTotal));
                    })>"+"</button>
                <button class="tag-remove" data-part="show-less" hidden=move || !again.get()
                    aria-label=move || (words().shell.remove_named)(&name())
                    on:click=move |_| edit(&|all| if at < all.len() { all.remove(at); })>"✕"</button>
            </div>
        }
    };
    view! {
        <Menu
            part="show-as-menu"
            label=Signal::derive(move || words().asking.show_as_label.to_owned())
            sign=Signal::derive(move || words().asking.show_as_label.to_owned())
            class="tag-menu no-print"
            stays=true
        >
            <For each=move || 0..count.get() key=|at| *at let:at>{line(at)}</For>
        </Menu>
    }
}

/// Other measures, each shown as it was before.
pub fn with_measures(before: &[ShownMeasure], measures: &[MeasureId]) -> Vec<ShownMeasure> {
    let mut left: Vec<ShownMeasure> = before.to_vec();
    let show = |id: &MeasureId| {
        let at = left.iter().position(|(known, _)| known == id);
        (*id, at.map_or(ShowAs::Plain, |at| left.remove(at).1))
    };
    measures.iter().map(show).collect()
}
