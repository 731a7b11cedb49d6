//! Putting a text right that could not be read: the right text, checked while it is typed, or the
//! word that the cell is empty. Holds for every cell of the column with that text.

use crate::app::action::App;
use crate::app::part::file_preview::Desk;
use crate::app::part::issue_places::Spot;
use crate::app::words;
use crate::engine::import::{day_of, number_of};
use crate::engine::profile::{ColumnProfile, DateOrder, DecimalSign};
use crate::engine::table::ColumnType;
use leptos::html::Input;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, SubmitEvent};

#[component]
pub fn CellCorrection(desk: Desk, spot: Memo<Spot>) -> impl IntoView {
    let app = App::here();
    let text = spot.with_untracked(|s| s.text.clone());
    let typed = RwSignal::new(text.clone());
    let input = NodeRef::<Input>::new();
    Effect::new(move || {
        if let Some(input) = input.get() {
            let _ = input.focus();
            input.select();
        }
    });
    let reading = Memo::new(move |_| {
        let file = desk.file.read();
        let spot = spot.read();
        let header = spot.place.column.as_ref();
        let column = file.profile.columns.iter().find(|c| Some(&c.header) == header)?;
        read(column, typed.read().trim())
    });
    let correct = move |reading: &str| {
        desk.correcting.set(None);
        let spot = spot.get_untracked();
        app.correct(desk.id(), &spot.place.column.unwrap_or_default(), &spot.text, Some(reading));
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if reading.get_untracked().is_some() {
            correct(&typed.get_untracked());
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            desk.correcting.set(None);
        }
    };
    let says = move || match (reading.get(), spot.read().expected) {
        (Some(reading), _) => format!("= {reading}"),
        (None, Some(kind)) => (words().quarantine.unfit)(kind),
        (None, None) => String::new(),
    };
    view! {
        <form class="cell-correction" data-part="cell-correction" on:submit=submit on:keydown=on_key>
            <label>
                <span>{move || (words().quarantine.correct_as)(&text)}</span>
                <input class="field" data-part="correction" node_ref=input prop:value=move || typed.get()
                    aria-describedby="correction-reading"
                    on:input:target=move |event| typed.set(event.target().value())/>
            </label>
            <button class="button primary" type="submit" data-part="apply-correction"
                disabled=move || reading.read().is_none()>
                {move || words().quarantine.apply}
            </button>
            <button class="button" type="button" data-part="leave-empty" on:click=move |_| correct("")>
                {move || words().quarantine.leave_empty}
            </button>
            <output id="correction-reading" class="sub" class:good=move || reading.read().is_some()>{says}</output>
            <p class="sub muted">{move || words().quarantine.correction_note}</p>
        </form>
    }
}

/// What a text is in a column, for people; `None` where it can't be read.
fn read(column: &ColumnProfile, text: &str) -> Option<String> {
    let locale = words().locale;
    if text.is_empty() {
        return None;
    }
    match column.kind {
        ColumnType::Text | ColumnType::Flag => Some(text.to_owned()),
        ColumnType::Day | ColumnType::Moment => {
            let order = column.format.date_order.unwrap_or(DateOrder::DayMonthYear);
            // ISO stays ISO, whatever the order of the column.
            day_of(text, order).map(|day| locale.day(day))
        }
        _ => {
            let sign = match (column.format.decimal, column.format.group) {
                (Some(sign), _) => sign,
                (None, Some('.')) => DecimalSign::Comma,
                (None, _) => DecimalSign::Point,
            };
            number_of(text, sign).map(|n| locale.number_trimmed(n, 6))
        }
    }
}
