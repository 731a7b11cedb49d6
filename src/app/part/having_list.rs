//! Conditions on the groups of a level, as many as are wanted: the groups that fail any are shown
//! together as the rest.

use crate::app::columns::own_heads;
use crate::app::part::choice::{Choice, Named};
use crate::app::part::filter_condition::typed_number;
use crate::app::part::hand::keep_hand_in;
use crate::app::part::measure_picker::measure_key;
use crate::app::words;
use crate::engine::filter::{Having, NumberTest};
use crate::engine::measure::MeasureId;
use crate::engine::report::Level;
use crate::engine::value::Unit;
use leptos::html::Div;
use leptos::prelude::*;

/// The tests on offer, each as it begins; the last asks for groups without a value.
const TESTS: [NumberTest; 6] = [
    NumberTest::AtLeast(0.0),
    NumberTest::AtMost(0.0),
    NumberTest::Above(0.0),
    NumberTest::Below(0.0),
    NumberTest::Equal(0.0),
    NumberTest::Between(0.0, 0.0),
];
const EMPTY: &str = "empty";

#[component]
pub fn HavingList(
    /// Those on show come first.
    measures: Signal<Vec<MeasureId>>,
    level: Signal<Level>,
    on_level: Callback<Level>,
) -> impl IntoView {
    let count = Memo::new(move |_| level.with(|l| l.having.len()));
    let edit = move |change: &dyn Fn(&mut Vec<Having>)| {
        let mut now = level.get_untracked();
        change(&mut now.having);
        on_level.run(now);
    };
    let options = Signal::derive(move || {
        let first = (String::new(), words().level.add_condition.to_owned());
        std::iter::once(first).chain(measures.get().into_iter().map(named)).collect::<Vec<Named>>()
    });
    let add = move |key: String| {
        let found = measures.get_untracked().into_iter().find(|m| measure_key(*m) == key);
        if let Some(measure) = found {
            let test = NumberTest::AtLeast(shown_as(measure, 1.0));
            edit(&|all| all.push(Having { measure, test, empty: false }));
        }
    };
    let list = NodeRef::<Div>::new();
    view! {
        <span class="control-name">{move || words().asking.having_label}</span>
        <div class="having-list" node_ref=list>
            {move || (0..count.get()).map(|at| view! { <HavingRow at measures level on_level list/> }).collect_view()}
            <Choice part="having-measure" label=Signal::derive(move || words().level.add_condition.to_owned())
                options chosen=Signal::stored(String::new()) on_choose=add/>
        </div>
    }
}

fn named(id: MeasureId) -> Named {
    (measure_key(id), words().measure_short(id, &own_heads()))
}

/// People write shares in percent.
fn scale(measure: MeasureId) -> f64 {
    let own = own_heads();
    let unit = match measure {
        MeasureId::Own(id) => {
            own.iter().find(|o| o.id == id && o.of.is_none()).and_then(|o| o.unit)
        }
        id => Some(id.unit()),
    };
    if unit == Some(Unit::Share) { 100.0 } else { 1.0 }
}

fn shown_as(measure: MeasureId, typed: f64) -> f64 {
    typed / scale(measure)
}

#[component]
fn HavingRow(
    at: usize,
    measures: Signal<Vec<MeasureId>>,
    level: Signal<Level>,
    on_level: Callback<Level>,
    /// What the rows stand in.
    list: NodeRef<Div>,
) -> impl IntoView {
    let here = Memo::new(move |_| level.with(|l| l.having.get(at).copied()));
    let edit = move |change: &dyn Fn(&mut Having)| {
        let mut now = level.get_untracked();
        if let Some(having) = now.having.get_mut(at) {
            change(having);
        }
        on_level.run(now);
    };
    let remove = move |_| {
        let mut now = level.get_untracked();
        if at < now.having.len() {
            now.having.remove(at);
        }
        on_level.run(now);
        if let Some(list) = list.get_untracked() {
            keep_hand_in(list.into(), "having", at, "having-remove");
        }
    };
    let options = Signal::derive(move || {
        let mut all = measures.get();
        all.extend(here.get().map(|h| h.measure).filter(|m| !all.contains(m)));
        all.into_iter().map(named).collect::<Vec<Named>>()
    });
    let choose = move |key: String| {
        let found = measures.get_untracked().into_iter().find(|m| measure_key(*m) == key);
        if let Some(measure) = found {
            edit(&|h| h.measure = measure);
        }
    };
    let tests = Signal::derive(move || {
        let asking = &words().asking;
        let all = TESTS.map(|t| (t.sign().to_owned(), (asking.number_test)(t).to_owned()));
        let empty = (EMPTY.to_owned(), asking.empty.to_owned());
        all.into_iter().chain([empty]).collect::<Vec<Named>>()
    });
    let test = Signal::derive(move || match here.get() {
        Some(having) if having.empty => EMPTY.to_owned(),
        Some(having) => having.test.sign().to_owned(),
        None => String::new(),
    });
    let choose_test = move |key: String| {
        edit(&|h| {
            h.empty = key == EMPTY;
            if let Some(test) = TESTS.into_iter().find(|t| t.sign() == key) {
                h.test = h.test.turned(test);
            }
        });
    };
    let has_two =
        move || here.get().is_some_and(|h| !h.empty && matches!(h.test, NumberTest::Between(..)));
    let bound = move |second: bool| {
        let text = move || {
            let known = here.get().filter(|h| !h.empty);
            let known = known.map(|h| h.test.bounds()[usize::from(second)] * scale(h.measure));
            // What a percent was made of and back leaves no long tail.
            known.map(|n| ((n * 1e6).round() / 1e6).to_string()).unwrap_or_default()
        };
        let is_wrong = RwSignal::new(false);
        let change = move |text: String| {
            let typed = typed_number(&text);
            is_wrong.set(typed.is_none() && !text.trim().is_empty());
            let Some(typed) = typed else { return };
            edit(&|h| h.test = h.test.with_bound(second, shown_as(h.measure, typed)));
        };
        let is_percent = move || here.get().is_some_and(|h| scale(h.measure) > 1.0);
        view! {
            <input class="field" type="text" inputmode="decimal"
                data-part=if second { "having-value-to" } else { "having-value" }
                aria-label=move || match (has_two(), second) {
                    (false, _) => words().asking.value,
                    (true, false) => words().report.from,
                    (true, true) => words().report.to,
                } prop:value=text
                aria-invalid=move || is_wrong.get().to_string()
                on:change:target=move |event| change(event.target().value())/>
            <span hidden=move || !is_percent()>"%"</span>
            <span class="field-wrong" role="alert" hidden=move || !is_wrong.get() data-part="wrong-number">
                {move || words().asking.no_number}
            </span>
        }
    };
    let has_bound = move || here.get().is_some_and(|h| !h.empty);
    view! {
        <span class="having having-row" data-part="having">
            <Choice part="having-of" label=Signal::derive(move || words().asking.having_label.to_owned()) options
                chosen=Signal::derive(move || here.get().map(|h| measure_key(h.measure)).unwrap_or_default())
                on_choose=choose/>
            <Choice part="having-sign" label=Signal::derive(move || words().asking.condition.to_owned())
                options=tests chosen=test on_choose=choose_test/>
            <span class="having" hidden=move || !has_bound()>{bound(false)}</span>
            <span class="having" hidden=move || !has_two()>{move || words().asking.and} {bound(true)}</span>
            <button class="button small ghost" data-part="having-remove" aria-label=move || words().level.remove_condition
                title=move || words().level.remove_condition on:click=remove>"×"</button>
        </span>
    }
}
