//! The dialogs: one native dialog element, so that the browser keeps the focus inside, closes it by
//! Escape and dims the page; what it says is a part of its own.

use crate::app::action::App;
use crate::app::part::audit_list::AuditList;
use crate::app::part::dialog_export::ExportDialog;
use crate::app::part::dialog_measure::MeasureDialog;
use crate::app::part::dialog_own::OwnDialog;
use crate::app::part::dialog_presets::PresetsDialog;
use crate::app::part::dialog_privacy::PrivacyDialog;
use crate::app::part::dialog_share::ShareDialog;
use crate::app::part::hand::give_hand_back;
use crate::app::state::{AppStateStoreFields, Dialog, SessionStoreFields};
use crate::app::words;
use crate::engine::query::Figure;
use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

#[component]
pub fn Dialogs() -> impl IntoView {
    let app = App::here();
    let dialog = app.state.session().dialog();
    let element = NodeRef::<html::Dialog>::new();
    let opener = StoredValue::new_local(None::<Element>);
    Effect::new(move || {
        let Some(element) = element.get() else { return };
        match (dialog.get() == Dialog::None, element.open()) {
            (true, is_open) => {
                if is_open {
                    element.close();
                }
                if let Some(opener) = opener.try_update_value(Option::take).flatten() {
                    give_hand_back(opener);
                }
            }
            (false, false) => {
                opener.set_value(holder());
                drop(element.show_modal());
            }
            (false, true) => {}
        }
    });
    let close = move || app.show(Dialog::None);
    // A click on the dialog element itself is one beside its content.
    let on_click = move |event: leptos::ev::MouseEvent| {
        let is_beside = element.get_untracked().is_some_and(|e| event.target() == Some(e.into()));
        if is_beside {
            close();
        }
    };
    view! {
        <dialog
            class="dialog"
            class:wide=move || matches!(*dialog.read(), Dialog::Audit | Dialog::Figure(_) | Dialog::Measure(_))
            data-part="dialog"
            aria-labelledby="dialog-title"
            node_ref=element
            on:close=move |_| close()
            on:click=on_click
        >
            <div class="dialog-content">
                <button class="button ghost dialog-close" data-part="close-dialog"
                    aria-label=move || words().shell.close_dialog on:click=move |_| close()>
                    "✕"
                </button>
                {move || match dialog.get() {
                    Dialog::None => ().into_any(),
                    Dialog::Share => view! { <ShareDialog/> }.into_any(),
                    Dialog::Export => view! { <ExportDialog/> }.into_any(),
                    Dialog::Measure(id) => view! { <MeasureDialog figure=Figure::whole(id)/> }.into_any(),
                    Dialog::Figure(figure) => view! { <MeasureDialog figure/> }.into_any(),
                    Dialog::Presets => view! { <PresetsDialog/> }.into_any(),
                    Dialog::Audit => view! { <AuditList/> }.into_any(),
                    Dialog::Own { id, block } => view! { <OwnDialog id block/> }.into_any(),
                    Dialog::Privacy => view! { <PrivacyDialog/> }.into_any(),
                }}
            </div>
        </dialog>
    }
}

/// What holds the focus; of a menu, which is gone when the dialog closes, its button.
fn holder() -> Option<Element> {
    let here = document().active_element()?;
    let menu = here.closest(".menu").ok().flatten();
    let button = menu.and_then(|menu| menu.query_selector("summary").ok().flatten());
    Some(button.unwrap_or(here))
}
