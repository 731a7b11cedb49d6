//! The hours in which somebody answers: whether any are set, from when to when, on which days.

use crate::app::action::App;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::mapping::working::WorkingHours;
use leptos::prelude::*;

#[component]
pub fn WorkingHoursChoice() -> impl IntoView {
    let app = App::here();
    let hours = Memo::new(move |_| app.state.document().read().mapping.working.clone());
    let is_set = Memo::new(move |_| hours.read().is_some());
    let change = move |change: &dyn Fn(&mut WorkingHours)| {
        app.edit(|d| {
            if let Some(hours) = &mut d.mapping.working {
                change(hours);
            }
        });
    };
    let shown = move |of: fn(&WorkingHours) -> u16| {
        move || hours.read().as_ref().map(|h| written(of(h))).unwrap_or_default()
    };
    let is_empty = move || hours.read().as_ref().is_some_and(|h| !h.any());
    view! {
        <div class="fields" data-part="working-hours" role="group" aria-label=move || words().working.title>
            <label>
                <input type="checkbox" data-part="working-on" prop:checked=move || is_set.get()
                    on:change:target=move |event| {
                        let on = event.target().checked();
                        app.edit(|d| d.mapping.working = on.then(WorkingHours::default));
                    }/>
                {move || words().working.title}
            </label>
            <Show when=move || is_set.get()>
                <label>
                    {move || words().working.from}
                    <input class="field" type="time" data-part="working-from" prop:value=shown(|h| h.from)
                        on:change:target=move |event| {
                            if let Some(minutes) = read(&event.target().value()) {
                                change(&|h| h.from = minutes);
                            }
                        }/>
                </label>
                <label>
                    {move || words().working.to}
                    <input class="field" type="time" data-part="working-to" prop:value=shown(|h| h.to % (24 * 60))
                        on:change:target=move |event| {
                            if let Some(minutes) = read(&event.target().value()) {
                                // Midnight ends a day here.
                                change(&|h| h.to = if minutes == 0 { 24 * 60 } else { minutes });
                            }
                        }/>
                </label>
                <span class="weekdays">
                    {(1..=7usize).map(|weekday| view! {
                        <label>
                            <input type="checkbox" data-part="working-day" data-day=weekday
                                prop:checked=move || hours.read().as_ref().is_some_and(|h| h.days.get(weekday - 1) == Some(&true))
                                on:change:target=move |event| {
                                    let on = event.target().checked();
                                    change(&|h| if let Some(day) = h.days.get_mut(weekday - 1) { *day = on });
                                }/>
                            {move || words().locale.weekday_short(weekday as u32)}
                        </label>
                    }).collect_view()}
                </span>
            </Show>
            <span class="sub" class:wrong=is_empty>
                {move || if is_empty() { words().working.none } else { words().working.hint }}
            </span>
        </div>
    }
}

/// `09:00`, as fields of times have it.
fn written(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn read(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let minutes = minutes.get(..2)?.parse::<u16>().ok().filter(|m| *m < 60)?;
    hours.parse::<u16>().ok().filter(|h| *h < 24).map(|h| h * 60 + minutes)
}
