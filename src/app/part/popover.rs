//! A small panel beside the button that opened it, over everything else: the browser's own popover,
//! which Escape and a click elsewhere close and which gives the focus back. For panels that a
//! scrolling frame would cut off; short lists of actions are a `menu`.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The widest that a panel gets, as style/data.css says, and the room it keeps from the edges.
const WIDTH: f64 = 380.0;
const EDGE: f64 = 12.0;
/// Less room than this below the button, and the panel opens above it.
const LEAST: f64 = 320.0;

/// Where a panel opens, in the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchor {
    left: f64,
    /// Below this, or above that.
    below: Option<f64>,
    above: f64,
    room: f64,
}

impl Anchor {
    /// Beside an element.
    pub fn of(element: &Element) -> Anchor {
        let size = |value: Result<wasm_bindgen::JsValue, _>| {
            value.ok().and_then(|v| v.as_f64()).unwrap_or(0.0)
        };
        let (width, height) = (size(window().inner_width()), size(window().inner_height()));
        let rect = element.get_bounding_client_rect();
        let under = height - rect.bottom();
        let opens_below = under >= LEAST || under >= rect.top();
        Anchor {
            left: rect.left().min(width - WIDTH - EDGE).max(EDGE),
            below: opens_below.then_some(rect.bottom() + 4.0),
            above: height - rect.top() + 4.0,
            room: (if opens_below { under } else { rect.top() }) - EDGE - 4.0,
        }
    }
}

#[component]
pub fn Popover(
    part: &'static str,
    /// Where it is open; it is the browser's to close it.
    anchor: RwSignal<Option<Anchor>>,
    #[prop(into)] label: Signal<String>,
    children: ChildrenFn,
) -> impl IntoView {
    let panel = NodeRef::<Div>::new();
    // What was focused before, to go back to it.
    let from = StoredValue::new_local(None::<HtmlElement>);
    Effect::new(move || {
        let (Some(panel), open) = (panel.get(), anchor.read().is_some()) else { return };
        if open {
            let focused = document().active_element().and_then(|e| e.dyn_into().ok());
            from.set_value(focused);
            // Refused only where it is open already.
            let _ = panel.show_popover();
            let _ = panel.focus();
        } else {
            let _ = panel.hide_popover();
        }
    });
    let on_toggle = move |_| {
        let is_open =
            panel.get_untracked().is_some_and(|p| p.matches(":popover-open").unwrap_or(false));
        if !is_open && anchor.get_untracked().is_some() {
            anchor.set(None);
            let lost = document().active_element().is_none_or(|e| e.tag_name() == "BODY");
            if let Some(from) = from.try_get_value().flatten().filter(|f| lost && f.is_connected())
            {
                let _ = from.focus();
            }
        }
    };
    // A panel that stands still while its button scrolls away belongs to nothing.
    let scrolled = window_event_listener(leptos::ev::scroll, move |_| {
        if anchor.try_get_untracked().flatten().is_some() {
            anchor.set(None);
        }
    });
    on_cleanup(move || scrolled.remove());
    let px = |value: f64| format!("{value:.0}px");
    let at = move || anchor.get();
    view! {
        <div class="popover" data-part=part popover="auto" role="dialog" tabindex="-1"
            aria-label=move || label.get() node_ref=panel on:toggle=on_toggle
            style:left=move || at().map(|a| px(a.left))
            style:top=move || at().map(|a| a.below.map_or_else(|| "auto".to_owned(), px))
            style:bottom=move || at().map(|a| a.below.map_or_else(|| px(a.above), |_| "auto".to_owned()))
            style:max-height=move || at().map(|a| px(a.room))>
            {move || anchor.read().is_some().then(|| children())}
        </div>
    }
}
