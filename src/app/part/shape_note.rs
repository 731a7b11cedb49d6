//! How the files tell of stages, and what they can't tell, above the ladder.

use crate::app::action::App;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::funnel::Shape;
use leptos::prelude::*;

#[component]
pub fn ShapeNote() -> impl IntoView {
    let app = App::here();
    let shape = Memo::new(move |_| Shape::of(&app.state.document().read().mapping));
    move || {
        let words = words();
        let (shape, text) = (shape.get(), &words.shape);
        let untold = shape.untold();
        view! {
            <div class="note shape-note" data-part="shape" data-shape=format!("{shape:?}")>
                <span class="tag accent" title=text.found>{(text.name)(shape)}</span>
                <div>
                    <p>{(text.text)(shape)}</p>
                    {(!untold.is_empty()).then(|| view! {
                        <p class="sub">
                            {text.untold_title} " "
                            {untold.iter().map(|u| (text.untold)(*u)).collect::<Vec<_>>().join("; ")} "."
                        </p>
                    })}
                </div>
            </div>
        }
    }
}
