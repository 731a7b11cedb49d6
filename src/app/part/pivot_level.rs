//! What is asked of one level of a table: its order, how many groups, which of them, and a subtotal.

use crate::app::columns::own_heads;
use crate::app::part::choice::Choice;
use crate::app::part::measure_picker::measure_key;
use crate::app::part::menu::Menu;
use crate::app::words;
use crate::engine::filter::{Having, NumberTest};
use crate::engine::measure::MeasureId;
use crate::engine::report::{Level, Order};
use leptos::prelude::*;

/// How many groups can be asked for.
const TOPS: [u32; 6] = [3, 5, 10, 20, 50, 100];

#[component]
pub fn LevelMenu(
    /// What the level is by.
    #[prop(into)]
    name: Signal<String>,
    measures: Signal<Vec<MeasureId>>,
    level: Signal<Level>,
    #[prop(into)] on_level: Callback<Level>,
    /// Whether it can have a subtotal.
    #[prop(optional, into)]
    has_subtotal: Signal<bool>,
) -> impl IntoView {
    let edit = move |change: &dyn Fn(&mut Level)| {
        let mut now = level.get_untracked();
        change(&mut now);
        on_level.run(now);
    };
    let sorts = Signal::derive(move || {
        let words = words();
        let mut options = vec![(String::new(), words.asking.natural_order.to_owned())];
        for id in measures.get() {
            for order in [Order::Descending, Order::Ascending] {
                let how = match order {
                    Order::Ascending => words.asking.ascending,
                    Order::Descending => words.asking.descending,
                };
                let name = words.measure_short(id, &own_heads());
                options.push((sort_key(Some((id, order))), format!("{name}, {how}")));
            }
        }
        options
    });
    let choose_sort = move |key: String| {
        let ids = measures.get_untracked();
        let all = ids
            .iter()
            .flat_map(|id| [Order::Descending, Order::Ascending].map(|order| Some((*id, order))));
        let found = all.into_iter().find(|s| sort_key(*s) == key).flatten();
        edit(&|l| l.sort = found);
    };
    let tops = Signal::derive(move || {
        let asking = &words().asking;
        let all = [(String::new(), asking.top_all.to_owned())];
        let tops = TOPS.map(|n| (n.to_string(), (asking.top_n)(n)));
        all.into_iter().chain(tops).collect::<Vec<_>>()
    });
    let choose_top = move |key: String| edit(&|l| l.top = key.parse().ok());
    let text = |of: fn(&crate::i18n::Asking) -> &'static str| {
        Signal::derive(move || of(&words().asking).to_owned())
    };
    let is_changed = Memo::new(move |_| {
        level.with(|l| l.sort.is_some() || l.top.is_some() || !l.having.is_empty())
    });
    view! {
        <Menu
            part="level-menu"
            label=Signal::derive(move || (words().asking.level_options)(&name.get()))
            sign=Signal::derive(move || if is_changed.get() { "⚙ •" } else { "⚙" }.to_owned())
            class="level-menu no-print"
            stays=true
        >
            <div class="level-options">
                <span class="control-name">{move || words().asking.sort_label}</span>
                <Choice part="level-sort" label=text(|a| a.sort_label) options=sorts
                    chosen=Signal::derive(move || level.with(|l| sort_key(l.sort))) on_choose=choose_sort/>
                <span class="control-name">{move || words().asking.top_label}</span>
                <Choice part="level-top" label=text(|a| a.top_label) options=tops
                    chosen=Signal::derive(move || level.with(|l| l.top.map(|n| n.to_string()).unwrap_or_default()))
                    on_choose=choose_top/>
                <HavingChoice measures level on_level/>
                <label class="tick" hidden=move || !has_subtotal.get()>
                    <input type="checkbox" data-part="level-subtotal" prop:checked=move || level.with(|l| l.subtotal)
                        on:change=move |_| edit(&|l| l.subtotal = !l.subtotal)/>
                    {move || words().asking.subtotals}
                </label>
            </div>
        </Menu>
    }
}

fn sort_key(sort: Option<(MeasureId, Order)>) -> String {
    sort.map(|(id, order)| format!("{} {order:?}", measure_key(id))).unwrap_or_default()
}

/// A condition on a measure: the groups that fail it are shown together.
#[component]
fn HavingChoice(
    measures: Signal<Vec<MeasureId>>,
    level: Signal<Level>,
    on_level: Callback<Level>,
) -> impl IntoView {
    let having = Memo::new(move |_| level.with(|l| l.having.first().copied()));
    let set = move |having: Option<Having>| {
        let mut now = level.get_untracked();
        now.having = having.into_iter().collect();
        on_level.run(now);
    };
    let options = Signal::derive(move || {
        let words = words();
        let none = [(String::new(), words.asking.having_none.to_owned())];
        let named = |id: MeasureId| (measure_key(id), words.measure_short(id, &own_heads()));
        none.into_iter().chain(measures.get().into_iter().map(named)).collect::<Vec<_>>()
    });
    let choose = move |key: String| {
        let id = measures.get_untracked().into_iter().find(|m| measure_key(*m) == key);
        let test = having.get_untracked().map_or(NumberTest::AtLeast(1.0), |h| h.test);
        set(id.map(|measure| Having { measure, test }));
    };
    let is_below =
        move || having.with(|h| h.is_some_and(|h| matches!(h.test, NumberTest::AtMost(_))));
    let bound = move || {
        having.with(|h| match h.map(|h| h.test) {
            Some(NumberTest::AtMost(n) | NumberTest::AtLeast(n)) => n.to_string(),
            _ => String::new(),
        })
    };
    let change = move |below: bool, text: String| {
        let (Some(now), Ok(n)) = (having.get_untracked(), text.trim().replace(',', ".").parse())
        else {
            return;
        };
        let test = if below { NumberTest::AtMost(n) } else { NumberTest::AtLeast(n) };
        set(Some(Having { test, ..now }));
    };
    let signs = Signal::stored(["≥", "≤"].map(|s| (s.to_owned(), s.to_owned())).to_vec());
    view! {
        <span class="control-name">{move || words().asking.having_label}</span>
        <span class="having">
            <Choice part="having-measure" label=Signal::derive(move || words().asking.having_label.to_owned()) options
                chosen=Signal::derive(move || having.with(|h| h.map(|h| measure_key(h.measure)).unwrap_or_default()))
                on_choose=choose/>
            <span class="having" hidden=move || having.with(Option::is_none)>
                <Choice part="having-sign" label=Signal::derive(move || words().asking.condition.to_owned())
                    options=signs chosen=Signal::derive(move || if is_below() { "≤" } else { "≥" }.to_owned())
                    on_choose=move |sign: String| change(sign == "≤", untrack(bound))/>
                <input class="field" type="text" inputmode="decimal" data-part="having-value"
                    aria-label=move || words().asking.value prop:value=bound
                    on:change:target=move |event| change(untrack(is_below), event.target().value())/>
            </span>
        </span>
    }
}
