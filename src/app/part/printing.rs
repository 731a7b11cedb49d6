//! Whether the page is being put on paper: then it is light, and charts are drawn for it at once.

use crate::app::action::App;
use crate::app::prefers_dark;
use crate::app::state::{AppStateStoreFields, Dialog, SessionStoreFields, Theme};
use leptos::prelude::*;

/// Copied into what the report screen hands down.
#[derive(Clone, Copy)]
pub struct Printing(RwSignal<bool>);

impl Printing {
    /// Listens to the browser's own print command. To be called once, by the report screen.
    pub fn provide() -> Printing {
        let app = App::here();
        let printing = Printing(RwSignal::new(false));
        provide_context(printing);
        let before = window_event_listener_untyped("beforeprint", move |_| printing.set(app, true));
        let after = window_event_listener_untyped("afterprint", move |_| printing.set(app, false));
        on_cleanup(move || {
            before.remove();
            after.remove();
        });
        printing
    }

    /// Whether it is so now; false where nobody listens.
    pub fn now() -> Signal<bool> {
        use_context::<Printing>().map_or_else(|| Signal::stored(false), |p| p.0.into())
    }

    /// Opens the browser's print dialog. It stops the page, so what is drawn for paper is drawn
    /// first: the state changes in this frame, charts follow in the next.
    pub fn print(self, app: App) {
        self.set(app, true);
        request_animation_frame(|| {
            request_animation_frame(|| {
                let _ = window().print();
            });
        });
    }

    fn set(self, app: App, on: bool) {
        self.0.set(on);
        let theme = app.state.session().theme().get_untracked();
        let is_dark = theme == Theme::Dark || (theme == Theme::Auto && prefers_dark());
        if let Some(root) = document().document_element() {
            let name = if is_dark && !on { "dark" } else { "light" };
            let _ = root.set_attribute("data-theme", name);
        }
    }
}

/// Prints from a dialog, which would be printed instead of the page: it is closed first.
pub fn print_from_dialog(app: App) {
    app.show(Dialog::None);
    request_animation_frame(|| {
        request_animation_frame(|| {
            let _ = window().print();
        });
    });
}
