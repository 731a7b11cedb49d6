//! The date column that proves that a stage was entered, or that a record was won or lost.

use crate::app::action::App;
use crate::app::part::stage_editor::records_file;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use crate::engine::table::ColumnType;
use leptos::prelude::*;

#[component]
pub fn DateChoice(
    now: Option<String>,
    part: &'static str,
    /// Instead of “entered on”.
    #[prop(optional)]
    label: Option<&'static str>,
    #[prop(into)] on_choose: Callback<Option<String>>,
) -> impl IntoView {
    let app = App::here();
    let words = words();
    let now = now.unwrap_or_default();
    let options = date_headers(app).into_iter().map(|header| {
        let selected = header == now;
        view! { <option value=header.clone() selected=selected>{header.clone()}</option> }
    });
    let options = options.collect_view();
    view! {
        <label class="entry-date sub">
            <span>{label.unwrap_or(words.mapping.entered_on)}</span>
            <select class="field quiet" data-part=part on:change:target=move |event| {
                on_choose.run(Some(event.target().value()).filter(|h| !h.is_empty()));
            }>
                <option value="" selected=now.is_empty()>{words.mapping.no_entered}</option>
                {options}
            </select>
        </label>
    }
}

/// The date of winning or of losing.
#[component]
pub fn EndDate(is_won: bool) -> impl IntoView {
    let app = App::here();
    let words = words();
    let ladder = app.state.document().read().mapping.ladder.clone();
    let (now, label, part) = match is_won {
        true => (ladder.won_on, words.shape.won_on, "won-on"),
        false => (ladder.lost_on, words.shape.lost_on, "lost-on"),
    };
    let choose = move |header: Option<String>| {
        app.edit(move |d| {
            let ladder = &mut d.mapping.ladder;
            *if is_won { &mut ladder.won_on } else { &mut ladder.lost_on } = header;
        });
    };
    view! { <DateChoice now part label on_choose=choose/> }
}

fn date_headers(app: App) -> Vec<String> {
    let Some((name, ..)) = records_file(app) else { return Vec::new() };
    let files = app.state.session().files();
    let files = files.read();
    let profile = files.iter().filter_map(|f| f.profile()).find(|p| p.name == name);
    let columns = profile.map(|p| p.columns.clone()).unwrap_or_default();
    let is_date = |kind| matches!(kind, ColumnType::Day | ColumnType::Moment);
    columns.into_iter().filter(|c| is_date(c.kind)).map(|c| c.header).collect()
}
