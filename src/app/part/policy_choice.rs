//! When a record counts as having reached a stage.

use crate::app::action::App;
use crate::app::part::choice::Choice;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::report::SkipPolicy;
use leptos::prelude::*;

const POLICIES: [SkipPolicy; 4] =
    [SkipPolicy::Implied, SkipPolicy::Observed, SkipPolicy::Strict, SkipPolicy::Any];

#[component]
pub fn PolicyChoice(part: &'static str) -> impl IntoView {
    let app = App::here();
    let policy = Memo::new(move |_| app.state.document().read().report.policy);
    let options = Signal::derive(move || {
        let name = words().names.policy;
        POLICIES.iter().map(|p| (format!("{p:?}"), name(*p).to_owned())).collect::<Vec<_>>()
    });
    let choose = move |key: String| {
        if let Some(chosen) = POLICIES.into_iter().find(|p| format!("{p:?}") == key) {
            app.edit(|d| d.report.policy = chosen);
        }
    };
    view! {
        <span class="tag-choice" title=move || (words().names.policy_text)(policy.get())>
            <Choice
                part
                label=Signal::derive(move || words().report.policy.to_owned())
                options
                chosen=Signal::derive(move || format!("{:?}", policy.get()))
                on_choose=choose
            />
        </span>
    }
}
