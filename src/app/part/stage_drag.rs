//! What is dragged over the ladder, and the mark of where it would land. Not here: how the ladder
//! changes (`stage_edit`).

use crate::app::action::App;
use crate::app::part::stage_edit::{Place, move_stage, move_value};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element};

/// Tells what is dragged within the ladder from files and texts that come from elsewhere.
const OURS: &str = "application/x-tundish-stage";

#[derive(Clone, Debug, PartialEq)]
pub enum Dragged {
    Nothing,
    Stage(usize),
    Value(String),
}

/// One for all rows of the ladder.
#[derive(Clone, Copy)]
pub struct Drag {
    what: RwSignal<Dragged>,
    over: RwSignal<Option<Place>>,
}

impl Drag {
    pub fn idle() -> Drag {
        Drag { what: RwSignal::new(Dragged::Nothing), over: RwSignal::new(None) }
    }

    pub fn begin(self, event: &DragEvent, what: Dragged) {
        if let Some(data) = event.data_transfer() {
            // Some browsers drag nothing that carries nothing.
            let _ = data.set_data(OURS, "1");
        }
        self.what.set(what);
    }

    /// Let go anywhere, or given up.
    pub fn end(self) {
        self.over.set(None);
    }

    /// What the drag of this event moves.
    fn moved(self, event: &DragEvent) -> Dragged {
        let types = event.data_transfer().map(|data| data.types());
        let is_ours = types.is_some_and(|types| types.includes(&OURS.into(), 0));
        if is_ours { self.what.get_untracked() } else { Dragged::Nothing }
    }

    /// Over a row. A stage lands only where stages stand; what is no part of the ladder, nowhere.
    pub fn over(self, event: &DragEvent, place: Place) {
        let lands = match self.moved(event) {
            Dragged::Nothing => false,
            Dragged::Stage(_) => matches!(place, Place::Stage(_)),
            Dragged::Value(_) => true,
        };
        if lands {
            event.prevent_default();
        }
        let over = lands.then_some(place);
        if self.over.get_untracked() != over {
            self.over.set(over);
        }
    }

    /// Out of a row; the parts of a row are still the row. Browsers don't all say where to.
    pub fn leave(self, event: &DragEvent, place: Place) {
        let row = event.current_target().and_then(|t| t.dyn_into::<Element>().ok());
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let stays = row.is_some_and(|row| {
            let rect = row.get_bounding_client_rect();
            (rect.left()..rect.right()).contains(&x) && (rect.top()..rect.bottom()).contains(&y)
        });
        if !stays && self.over.get_untracked() == Some(place) {
            self.over.set(None);
        }
    }

    pub fn drop(self, app: App, event: &DragEvent, place: Place) {
        let what = self.moved(event);
        if what == Dragged::Nothing {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
        self.end();
        match (what, place) {
            (Dragged::Stage(from), Place::Stage(to)) => {
                app.edit(|d| move_stage(&mut d.mapping.ladder, from, to));
            }
            (Dragged::Value(value), place) => {
                app.edit(|d| move_value(&mut d.mapping.ladder, &value, place));
            }
            _ => {}
        }
    }

    /// Where it would land by a row: within it, before or behind it. A stage takes the place of the
    /// one that it is let go over, which makes room towards where the stage came from.
    pub fn lands(self, place: Place) -> Option<&'static str> {
        if self.over.get() != Some(place) {
            return None;
        }
        match (self.what.get(), place) {
            (Dragged::Value(_), _) => Some("within"),
            (Dragged::Stage(from), Place::Stage(to)) if from < to => Some("behind"),
            (Dragged::Stage(from), Place::Stage(to)) if from > to => Some("before"),
            _ => None,
        }
    }
}
