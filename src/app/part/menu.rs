//! A button that opens a short list of actions. It closes by Escape, by choosing, and when the
//! focus or a click goes elsewhere.

use leptos::html::Details;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, Node};

#[component]
pub fn Menu(
    part: &'static str,
    /// What the button is called, for those who hear it.
    #[prop(into)]
    label: Signal<String>,
    /// What the button shows.
    #[prop(into)]
    sign: Signal<String>,
    #[prop(optional)] class: &'static str,
    /// Choosing does not close it: for lists of ticks.
    #[prop(optional)]
    stays: bool,
    children: ChildrenFn,
) -> impl IntoView {
    let details = NodeRef::<Details>::new();
    // A toggle, or a focus that leaves, may be told of when the menu has gone with its block.
    let element = move || details.try_get_untracked().flatten();
    let close = move || {
        if let Some(details) = element() {
            details.set_open(false);
        }
    };
    let on_leave = move |event: FocusEvent| {
        let next = event.related_target().and_then(|t| t.dyn_into::<Node>().ok());
        let stays = element().is_some_and(|d| d.contains(next.as_ref()));
        // A click on plain text inside moves the focus nowhere; that is no reason to close.
        if next.is_some() && !stays {
            close();
        }
    };
    let open = RwSignal::new(false);
    // Wherever the focus is: a click on plain text leaves it outside of the menu.
    let escape = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() != "Escape" || open.try_get_untracked() != Some(true) {
            return;
        }
        close();
        let summary = element().and_then(|d| d.query_selector("summary").ok()?);
        if let Some(summary) = summary.and_then(|s| s.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = summary.focus();
        }
    });
    on_cleanup(move || escape.remove());
    // In the right half of the page the list grows to the left.
    let to_left = RwSignal::new(false);
    let place = move || {
        let Some(details) = element() else { return };
        let page = window().inner_width().ok().and_then(|w| w.as_f64()).unwrap_or(0.0);
        to_left.try_set(details.get_bounding_client_rect().left() > page / 2.0);
    };
    let on_toggle = move |_| {
        let Some(details) = element() else { return };
        place();
        open.set(details.open());
    };
    // What is chosen may act at once and move the button: a filter's chip comes to stand before it.
    let place_again = move || request_animation_frame(place);
    let outside = window_event_listener(leptos::ev::pointerdown, move |event| {
        let at = event.target().and_then(|t| t.dyn_into::<Node>().ok());
        let inside = element().is_some_and(|d| d.contains(at.as_ref()));
        if open.try_get_untracked() == Some(true) && !inside {
            close();
        }
    });
    on_cleanup(move || outside.remove());
    view! {
        <details
            class=format!("menu {class}")
            node_ref=details
            on:focusout=on_leave
            on:toggle=on_toggle
            on:change=move |_| place_again()
            on:click=move |_| place_again()
            class:to-left=move || to_left.get()
        >
            <summary data-part=part aria-label=move || label.get() title=move || label.get()>
                {move || sign.get()}
            </summary>
            // What is not open is not built: a page has many menus.
            <div class="menu-list" on:click=move |_| if !stays { close() }>
                {move || open.get().then(|| children())}
            </div>
        </details>
    }
}

/// One action of a menu.
#[component]
pub fn MenuItem(
    part: &'static str,
    #[prop(into)] words: Signal<String>,
    #[prop(into)] on_choose: Callback<()>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <button
            class="menu-item"
            data-part=part
            disabled=move || disabled.get()
            on:click=move |_| on_choose.run(())
        >
            {move || words.get()}
        </button>
    }
}
