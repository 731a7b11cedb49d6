//! Which figures a block shows: a list of ticks under headings, with a search. At least one stays.
//! What the data can't give is greyed, with the reason.

use crate::app::action::App;
use crate::app::columns::own_heads;
use crate::app::part::menu::Menu;
use crate::app::part::menu_search::MenuSearch;
use crate::app::part::stage_pair::StagePair;
use crate::app::state::{AppStateStoreFields, Dialog, ReportState, SessionStoreFields};
use crate::app::words;
use crate::engine::fold::fold;
use crate::engine::formula::OwnMeasure;
use crate::engine::measure::{MeasureGroup, MeasureId};
use crate::engine::report::Absence;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

#[component]
pub fn MeasurePicker(
    #[prop(into)] chosen: Signal<Vec<MeasureId>>,
    #[prop(into)] on_choose: Callback<Vec<MeasureId>>,
    /// The block that a new measure of one's own is for.
    #[prop(optional, into)]
    block: Option<usize>,
) -> impl IntoView {
    let app = App::here();
    view! {
        <Menu
            part="measures"
            label=Signal::derive(move || words().report.measures.to_owned())
            sign=Signal::derive(move || words().report.measures.to_owned())
            class="tag-menu measure-menu no-print"
            stays=true
        >
            <button class="menu-item" data-part="own-add" on:click=move |_| app.show(Dialog::Own { id: None, block })>
                "+ "{move || words().asking.own_add}
            </button>
            <StagePair chosen on_choose block/>
            <MeasureList chosen on_choose/>
        </Menu>
    }
}

#[component]
fn MeasureList(
    chosen: Signal<Vec<MeasureId>>,
    on_choose: Callback<Vec<MeasureId>>,
) -> impl IntoView {
    let app = App::here();
    let absent = Memo::new(move |_| match &*app.state.session().report().read() {
        ReportState::Built(report) => report.scope.absent.clone(),
        _ => Vec::new(),
    });
    let sought = RwSignal::new(String::new());
    let own = Memo::new(move |_| {
        let document = app.state.document().read();
        let called = |o: &OwnMeasure| (o.id, o.name.clone(), o.formula.clone());
        document.report.own.iter().map(called).collect::<Vec<_>>()
    });
    let found = Memo::new(move |_| {
        let sought = fold(&sought.get());
        let own = own_heads();
        let fits = |id: &MeasureId| {
            let text = (words().names.measure)(*id);
            let own = words().measure(*id, &own);
            let names = [text.name, text.short, own.as_str()];
            sought.is_empty() || names.iter().any(|n| fold(n).contains(&sought))
        };
        MeasureId::EVERY.iter().copied().filter(fits).collect::<Vec<_>>()
    });
    let group = move |group: MeasureGroup| {
        let of_group = Memo::new(move |_| {
            found.with(|f| f.iter().copied().filter(|m| m.group() == group).collect::<Vec<_>>())
        });
        view! {
            <div role="group" class="measure-group" aria-label=move || (words().figures.group)(group)
                hidden=move || of_group.with(Vec::is_empty)>
                <p class="menu-heading" aria-hidden="true">{move || (words().figures.group)(group)}</p>
                <For each=move || of_group.get() key=|id| *id let:id>
                    <MeasureTick id chosen on_choose absent/>
                </For>
            </div>
        }
    };
    view! {
        <MenuSearch part="measure-search" label=Signal::derive(move || words().figures.search) sought/>
        <For each=move || own.get() key=|o| o.clone() let:one>
            <MeasureTick id=MeasureId::Own(one.0) chosen on_choose absent/>
        </For>
        {MeasureGroup::EVERY.map(group).collect_view()}
        <p class="menu-none" hidden=move || !found.with(Vec::is_empty)>{move || words().figures.none_found}</p>
    }
}

#[component]
fn MeasureTick(
    id: MeasureId,
    chosen: Signal<Vec<MeasureId>>,
    on_choose: Callback<Vec<MeasureId>>,
    absent: Memo<Vec<(MeasureId, Absence)>>,
) -> impl IntoView {
    let is_on = Memo::new(move |_| chosen.with(|c| c.contains(&id)));
    let why = move || {
        let absent = absent.get();
        let (_, absence) = absent.iter().find(|(m, _)| *m == id)?;
        Some((words().trouble.absence)(absence))
    };
    // What is chosen can always be given up, unless it is the last.
    let is_fixed = move || match is_on.get() {
        true => chosen.with(|c| c.len() == 1),
        false => why().is_some(),
    };
    let toggle = move |event: leptos::ev::Targeted<leptos::ev::Event, HtmlInputElement>| {
        if untrack(is_fixed) {
            event.target().set_checked(is_on.get_untracked());
            return;
        }
        let mut now = chosen.get_untracked();
        match now.iter().position(|m| *m == id) {
            Some(at) => drop(now.remove(at)),
            None => now.push(id),
        }
        if !now.is_empty() {
            on_choose.run(now);
        }
    };
    view! {
        <label class="menu-item tick" class:greyed=move || why().is_some()>
            <input
                type="checkbox"
                data-part="pick-measure"
                data-measure=measure_key(id)
                prop:checked=move || is_on.get()
                // Not disabled: that would take the focus away from under the hand that unticked it.
                aria-disabled=move || is_fixed().to_string()
                on:change:target=toggle
            />
            <span class="tick-words">
                {move || words().measure(id, &own_heads())}
                {move || why().map(|why| view! { <span class="tick-why">{why}</span> })}
            </span>
        </label>
    }
}

/// The name of a measure in documents, for `data-measure`.
pub fn measure_key(id: MeasureId) -> String {
    if let MeasureId::Own(number) = id {
        return format!("own-{number}");
    }
    let name = serde_json::to_value(id).ok();
    name.and_then(|n| n.as_str().map(str::to_owned)).unwrap_or_default()
}
