//! By which clock the days of the report are counted, and by which the times of each file are told:
//! a zone, or else the hours to add to them.

use crate::app::action::App;
use crate::app::part::zone_menu::ZoneMenu;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use crate::engine::mapping::FileMapping;
use crate::engine::table::ColumnType;
use crate::engine::zone::Zone;
use leptos::prelude::*;

/// The clocks of the world lie within these hours of each other.
const HOURS: std::ops::RangeInclusive<i32> = -14..=14;

/// The clocks of files that hold times.
#[component]
pub fn Clocks() -> impl IntoView {
    let app = App::here();
    let files = app.state.session().files();
    let clocks = Memo::new(move |_| {
        let document = app.state.document();
        let document = document.read();
        let files = files.read();
        let profiles = files.iter().filter_map(|f| f.profile());
        let timed = profiles.filter(|p| p.columns.iter().any(|c| c.kind == ColumnType::Moment));
        let mapped = timed.filter_map(|p| document.mapping.files.iter().find(|f| f.name == p.name));
        mapped.filter(|f| f.kind.is_used()).map(|f| f.name.clone()).collect::<Vec<String>>()
    });
    let report = Memo::new(move |_| app.state.document().read().mapping.zone);
    view! {
        <Show when=move || !clocks.read().is_empty()>
            <div class="fields clocks" data-part="clocks">
                <span class="clock">
                    {move || words().zone.report}
                    <ZoneMenu
                        part="report-zone"
                        label=Signal::derive(move || words().zone.report.to_owned())
                        none=Signal::derive(move || words().zone.own)
                        chosen=report
                        on_choose=move |zone| app.edit(|d| d.mapping.zone = zone)
                    />
                </span>
                <For each=move || clocks.get() key=|file| file.clone() let:file>
                    <FileClock file report/>
                </For>
                <span class="sub">{move || words().zone.report_hint}</span>
            </div>
        </Show>
    }
}

#[component]
fn FileClock(file: String, report: Memo<Option<Zone>>) -> impl IntoView {
    let app = App::here();
    let file = StoredValue::new(file);
    let clock = Memo::new(move |_| {
        let document = app.state.document();
        let document = document.read();
        let mut files = document.mapping.files.iter();
        let of_file = files.find(|f| file.with_value(|name| f.name == *name));
        of_file.map(|f| (f.zone, f.clock_minutes / 60)).unwrap_or_default()
    });
    let set = move |change: &dyn Fn(&mut FileMapping)| {
        let Some(name) = file.try_get_value() else { return };
        app.edit(|d| {
            d.mapping.files.iter_mut().filter(|f| f.name == name).for_each(change);
        });
    };
    let label = Signal::derive(move || file.with_value(|name| (words().meeting.clock)(name)));
    let idle = move || clock.get().0.is_some() && report.get().is_none();
    view! {
        <span class="clock">
            {move || label.get()}
            <ZoneMenu
                part="file-zone"
                label
                none=Signal::derive(move || words().zone.as_report)
                chosen=Signal::derive(move || clock.get().0)
                on_choose=move |zone| set(&|f| f.zone = zone)
            />
            <Show when=move || clock.get().0.is_none()>
                <select
                    class="field"
                    data-part="clock"
                    aria-label=move || words().meeting.clock_hint
                    title=move || words().meeting.clock_hint
                    on:change:target=move |event| {
                        if let Ok(hours) = event.target().value().parse::<i32>() {
                            set(&|f| f.clock_minutes = hours * 60);
                        }
                    }
                >
                    {move || HOURS.map(|h| {
                        let name = if h == 0 { words().meeting.no_shift.to_owned() } else { format!("{h:+}:00") };
                        view! { <option value=h.to_string() selected={h == clock.get().1}>{name}</option> }
                    }).collect_view()}
                </select>
            </Show>
            <Show when=idle>
                <span class="sub">{move || words().zone.needs_report}</span>
            </Show>
        </span>
    }
}
