//! When a record counts as having reached a stage.

use crate::app::action::App;
use crate::app::part::choice::Choice;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::funnel::Shape;
use crate::engine::report::SkipPolicy;
use leptos::prelude::*;

const POLICIES: [SkipPolicy; 4] =
    [SkipPolicy::Implied, SkipPolicy::Observed, SkipPolicy::Strict, SkipPolicy::Any];

#[component]
pub fn PolicyChoice(
    part: &'static str,
    /// How the files tell of stages, where that is known.
    #[prop(optional, into)]
    shape: Signal<Option<Shape>>,
) -> impl IntoView {
    let app = App::here();
    let policy = Memo::new(move |_| app.state.document().read().report.policy);
    // What the files can't tell is greyed, with the reason; what is chosen already stays.
    let cannot = move |policy: SkipPolicy| {
        let shape = shape.get();
        shape.is_some_and(|s| !s.draws(policy))
    };
    let options = Signal::derive(move || {
        let name = words().names.policy;
        POLICIES.iter().map(|p| (format!("{p:?}"), name(*p).to_owned())).collect::<Vec<_>>()
    });
    let greyed = Signal::derive(move || {
        POLICIES.iter().filter(|p| cannot(**p)).map(|p| format!("{p:?}")).collect::<Vec<_>>()
    });
    let title = move || {
        let words = words();
        let text = (words.names.policy_text)(policy.get());
        match greyed.with(Vec::is_empty) {
            true => text.to_owned(),
            false => format!("{text} {}", words.shape.needs_dates),
        }
    };
    let choose = move |key: String| {
        if let Some(chosen) = POLICIES.into_iter().find(|p| format!("{p:?}") == key) {
            app.edit(|d| d.report.policy = chosen);
        }
    };
    view! {
        <span class="tag-choice" title=title>
            <Choice
                part
                label=Signal::derive(move || words().report.policy.to_owned())
                options
                greyed
                chosen=Signal::derive(move || format!("{:?}", policy.get()))
                on_choose=choose
            />
        </span>
    }
}
