//! The share of the records of one stage that came to another, chosen by two lists: it becomes a
//! measure of the user's own, by the stages' names.

use crate::app::action::App;
use crate::app::part::choice::{Choice, Named};
use crate::app::part::dialog_own::keep;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::formula::reached::conversion;
use crate::engine::funnel::{Outcome, stage_names};
use crate::engine::measure::MeasureId;
use leptos::prelude::*;

/// What stands for the win in the second list: no position of a stage.
const WON: &str = "won";

#[component]
pub fn StagePair(
    chosen: Signal<Vec<MeasureId>>,
    on_choose: Callback<Vec<MeasureId>>,
    /// The block that the measure is for.
    block: Option<usize>,
) -> impl IntoView {
    let app = App::here();
    let stages = Memo::new(move |_| stage_names(&app.state.document().read().mapping));
    let (from, to) = (RwSignal::new(0usize), RwSignal::new(String::new()));
    let won = || (words().names.outcome)(Outcome::Won);
    let first = Signal::derive(move || {
        let stages = stages.get().into_iter().enumerate();
        stages.map(|(at, name)| (at.to_string(), name)).collect::<Vec<Named>>()
    });
    let second = Signal::derive(move || {
        let stages = stages.get().into_iter().enumerate().skip(from.get() + 1);
        let stages = stages.map(|(at, name)| (at.to_string(), name));
        stages.chain([(WON.to_owned(), won().to_owned())]).collect::<Vec<Named>>()
    });
    // What was chosen before another first stage may be no choice any more.
    let second_key = Signal::derive(move || {
        let (keys, now) = (second.get(), to.get());
        let last = keys.last().map(|(key, _)| key.clone()).unwrap_or_default();
        keys.into_iter().map(|(key, _)| key).find(|key| *key == now).unwrap_or(last)
    });
    let add = move |_| {
        let stages = stages.get_untracked();
        let Some(one) = stages.get(from.get_untracked()) else { return };
        let other = second_key.get_untracked().parse::<usize>().ok().and_then(|at| stages.get(at));
        let own = conversion(one, other.map(String::as_str));
        let known = {
            let document = app.state.document();
            let document = document.read_untracked();
            let same = document.report.own.iter().find(|o| o.formula == own.formula);
            same.map(|o| MeasureId::Own(o.id))
        };
        match known {
            None => app.edit(|d| keep(&mut d.report, own, None, block)),
            Some(id) => {
                let mut now = chosen.get_untracked();
                if !now.contains(&id) {
                    now.push(id);
                    on_choose.run(now);
                }
            }
        }
    };
    view! {
        <div class="stage-pair" role="group" aria-label=move || words().conversion.title
            hidden=move || stages.with(Vec::is_empty)>
            <p class="menu-heading" aria-hidden="true">{move || words().conversion.title}</p>
            <Choice part="pair-from" label=Signal::derive(move || words().conversion.from.to_owned()) options=first
                chosen=Signal::derive(move || from.get().to_string())
                on_choose=move |key: String| from.set(key.parse().unwrap_or(0))/>
            <span aria-hidden="true">"→"</span>
            <Choice part="pair-to" label=Signal::derive(move || words().conversion.to.to_owned()) options=second
                chosen=second_key on_choose=move |key: String| to.set(key)/>
            <button class="button small" data-part="pair-add" on:click=add>{move || words().conversion.add}</button>
        </div>
    }
}
