//! The way to the presets, and the offer of one that fits the files which have just come. It is
//! never applied by itself.

use crate::app::action::App;
use crate::app::focus_if_lost;
use crate::app::state::{AppStateStoreFields, Dialog, Screen, SessionStoreFields};
use crate::app::words;
use leptos::prelude::*;

#[component]
pub fn PresetsButton() -> impl IntoView {
    let app = App::here();
    view! {
        <button class="button" data-part="presets" aria-haspopup="dialog" id="presets-button"
            on:click=move |_| app.show(Dialog::Presets)>
            {move || words().preset.title}
        </button>
    }
}

#[component]
pub fn PresetOffer() -> impl IntoView {
    let app = App::here();
    let presets = app.state.session().presets();
    let offered = Memo::new(move |_| presets.read().offered.clone());
    let apply = move |_| {
        if let Some(name) = offered.get_untracked() {
            app.apply_preset(&name);
            app.go(Screen::Mapping);
        }
    };
    let dismiss = move |_| {
        app.dismiss_offer();
        request_animation_frame(|| focus_if_lost(&["presets-button"]));
    };
    view! {
        <div role="status">
            {move || offered.get().map(|name| view! {
                <section class="preset-offer card" data-part="preset-offer" data-name=name.clone()>
                    <div class="told">
                        <p><b>{(words().preset.offer)(&name)}</b></p>
                        <p class="sub">{words().preset.offer_note}</p>
                    </div>
                    <div class="acts">
                        <button class="button primary" data-part="apply-offer"
                            aria-label=(words().preset.apply_named)(&name) on:click=apply>
                            {words().preset.apply}
                        </button>
                        <button class="button ghost" data-part="dismiss-offer" on:click=dismiss>
                            {words().preset.not_now}
                        </button>
                    </div>
                </section>
            })}
        </div>
    }
}
