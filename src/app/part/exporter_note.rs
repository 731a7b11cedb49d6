//! The program that wrote the file, by name, and what follows from it: in one line, the sentences
//! on demand. Where money may stand in millionths, the other reading is one click away.

use crate::app::action::App;
use crate::app::part::file_preview::Desk;
use crate::app::words;
use crate::engine::import::exporter::Consequence;
use leptos::prelude::*;

#[component]
pub fn ExporterNote(desk: Desk) -> impl IntoView {
    let exporter = Memo::new(move |_| desk.file.read().profile.exporter.clone());
    let found = move || {
        let exporter = exporter.get()?;
        Some((words().exporter.found)(exporter.id, exporter.kind))
    };
    let follows = move || {
        let follows = exporter.get().map(|e| e.follows).unwrap_or_default();
        let sentence = move |consequence: Consequence| {
            let micro = match consequence {
                Consequence::MicroUnits { divided, .. } => Some(divided),
                _ => None,
            };
            view! {
                <li>
                    {(words().exporter.follows)(&consequence)}
                    {micro.map(|divided| view! { " " <MicroUnits desk divided/> })}
                </li>
            }
        };
        follows.into_iter().map(sentence).collect_view()
    };
    let says_more =
        Memo::new(move |_| exporter.read().as_ref().is_some_and(|e| !e.follows.is_empty()));
    view! {
        <Show when=move || exporter.read().is_some()>
            <div class="exporter-note" data-part="exporter"
                data-id=move || exporter.read().as_ref().map(|e| format!("{:?}", e.id))>
                <Show when=move || says_more.get() fallback=move || view! { <span class="tag good">{found}</span> }>
                    <details>
                        <summary>
                            <span class="tag good">{found}</span>
                            <span>{move || words().quarantine.what_follows}</span>
                        </summary>
                        <ul>{follows}</ul>
                    </details>
                </Show>
            </div>
        </Show>
    }
}

#[component]
fn MicroUnits(desk: Desk, divided: bool) -> impl IntoView {
    let app = App::here();
    let pick = move |is_divided: bool| {
        let name = move || {
            let exporter = &words().exporter;
            if is_divided { exporter.micro_divided } else { exporter.micro_as_written }
        };
        let choose = move |_| app.change_reading(desk.id(), |o| o.micro_units = Some(is_divided));
        view! {
            <button class="pick" class:on=is_divided == divided data-part="micro-units"
                aria-pressed=(is_divided == divided).to_string() data-divided=is_divided.to_string()
                on:click=choose>
                {name}
            </button>
        }
    };
    view! {
        <span class="picks" role="group" aria-label=move || words().exporter.micro_label>
            {pick(true)}{pick(false)}
        </span>
    }
}
