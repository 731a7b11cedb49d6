//! Who does what about a check until when: kept in the document, so that it can be undone and meets
//! the same check after the next import.

use crate::app::action::App;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::audit::{CheckId, FollowUp, Priority, Progress};
use crate::engine::value::Day;
use leptos::prelude::*;

const PRIORITIES: [Priority; 3] = [Priority::High, Priority::Medium, Priority::Low];
const STEPS: [Progress; 4] = [Progress::Open, Progress::InWork, Progress::Done, Progress::Accepted];

#[component]
pub fn FollowUpFields(id: CheckId) -> impl IntoView {
    let app = App::here();
    let plan =
        Memo::new(move |_| app.state.document().read().audit.get(&id).cloned().unwrap_or_default());
    let change = move |edit: &dyn Fn(&mut FollowUp)| {
        let mut plan = plan.get_untracked();
        edit(&mut plan);
        app.edit(|document| {
            match plan.is_empty() {
                true => document.audit.remove(&id),
                false => document.audit.insert(id, plan),
            };
        });
    };
    let priorities = move || {
        let none = view! {
            <option value="" prop:selected=move || plan.read().priority.is_none()>{words().audit.priority_usual}</option>
        };
        let options = PRIORITIES.map(|p| view! {
            <option value=format!("{p:?}") prop:selected=move || plan.read().priority == Some(p)>
                {(words().audit.priority_name)(p)}
            </option>
        });
        (none, options.collect_view())
    };
    let steps = move || {
        let options = STEPS.map(|p| {
            view! {
                <option value=format!("{p:?}") prop:selected=move || plan.read().progress == p>
                    {(words().audit.progress_name)(p)}
                </option>
            }
        });
        options.collect_view()
    };
    view! {
        <div class="follow-up" data-part="follow-up" role="group">
            <label>
                <span class="sub">{move || words().audit.priority}</span>
                <select class="field" data-part="check-priority" on:change:target=move |event| {
                    let chosen = event.target().value();
                    let priority = PRIORITIES.into_iter().find(|p| format!("{p:?}") == chosen);
                    change(&|plan| plan.priority = priority);
                }>{priorities}</select>
            </label>
            <label>
                <span class="sub">{move || words().audit.owner}</span>
                <input class="field" data-part="check-owner" maxlength="200" prop:value=move || plan.get().owner
                    on:change:target=move |event| {
                        let owner = event.target().value().trim().to_owned();
                        change(&|plan| plan.owner.clone_from(&owner));
                    }/>
            </label>
            <label>
                <span class="sub">{move || words().audit.due}</span>
                <input class="field" type="date" data-part="check-due"
                    prop:value=move || plan.get().due.map(|day| day.to_string()).unwrap_or_default()
                    on:change:target=move |event| {
                        let due = Day::from_iso(&event.target().value());
                        change(&|plan| plan.due = due);
                    }/>
            </label>
            <label>
                <span class="sub">{move || words().audit.progress}</span>
                <select class="field" data-part="check-progress" on:change:target=move |event| {
                    let chosen = event.target().value();
                    let progress = STEPS.into_iter().find(|p| format!("{p:?}") == chosen);
                    change(&|plan| plan.progress = progress.unwrap_or_default());
                }>{steps}</select>
            </label>
        </div>
    }
}
