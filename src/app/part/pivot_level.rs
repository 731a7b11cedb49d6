//! What is asked of one level of a table: its order, how many groups, which of them, and a subtotal.

use crate::app::action::App;
use crate::app::columns::own_heads;
use crate::app::part::choice::Choice;
use crate::app::part::having_list::HavingList;
use crate::app::part::measure_picker::measure_key;
use crate::app::part::menu::Menu;
use crate::app::state::{AppStateStoreFields, ReportState, SessionStoreFields};
use crate::app::words;
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
    let app = App::here();
    // Those on show, then all others that the data can give.
    let every = Signal::derive(move || {
        let mut all = measures.get();
        let own = app
            .state
            .document()
            .read()
            .report
            .own
            .iter()
            .map(|o| MeasureId::Own(o.id))
            .collect::<Vec<_>>();
        let absent = match &*app.state.session().report().read() {
            ReportState::Built(report) => report.scope.absent.clone(),
            _ => Vec::new(),
        };
        let lacks = |id: &MeasureId| absent.iter().any(|(m, _)| m == id);
        let others = own.into_iter().chain(MeasureId::EVERY.iter().copied());
        let others: Vec<MeasureId> = others.filter(|id| !all.contains(id) && !lacks(id)).collect();
        all.extend(others);
        all
    });
    let sorts = Signal::derive(move || {
        let words = words();
        let mut options = vec![(String::new(), words.asking.natural_order.to_owned())];
        // One that is not on show sorts as well, and is listed while it does.
        let mut ids = measures.get();
        ids.extend(level.with(|l| l.sort.map(|s| s.0)).filter(|id| !ids.contains(id)));
        for id in ids {
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
        let ids = every.get_untracked();
        let all = ids
            .iter()
            .flat_map(|id| [Order::Descending, Order::Ascending].map(|order| Some((*id, order))));
        let found = all.into_iter().find(|s| sort_key(*s) == key).flatten();
        edit(&|l| l.sort = found);
    };
    let others = Signal::derive(move || {
        let words = words();
        let on_show = measures.get();
        let named = |id: &MeasureId| (measure_key(*id), words.measure_short(*id, &own_heads()));
        let first = (String::new(), words.level.sort_by_other.to_owned());
        let others = every.get();
        let others = others.iter().filter(|id| !on_show.contains(id)).map(named);
        std::iter::once(first).chain(others).collect::<Vec<_>>()
    });
    let sort_by_other = move |key: String| {
        let found = every.get_untracked().into_iter().find(|id| measure_key(*id) == key);
        if let Some(id) = found {
            edit(&|l| l.sort = Some((id, Order::Descending)));
        }
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
                <Choice part="level-sort-other" label=Signal::derive(move || words().level.sort_by_other.to_owned())
                    options=others chosen=Signal::stored(String::new()) on_choose=sort_by_other/>
                <span class="control-name">{move || words().asking.top_label}</span>
                <Choice part="level-top" label=text(|a| a.top_label) options=tops
                    chosen=Signal::derive(move || level.with(|l| l.top.map(|n| n.to_string()).unwrap_or_default()))
                    on_choose=choose_top/>
                <HavingList measures=every level on_level/>
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
