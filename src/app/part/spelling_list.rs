//! Spellings that are probably one value: offered with their counts, merged by one click, taken apart
//! by another. Nothing is merged by a guess.

use crate::app::action::App;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::{follow_words, words};
use crate::engine::mapping::cluster::Cluster;
use crate::engine::mapping::merge;
use crate::engine::mapping::view::{MergedValue, SpellingsView};
use leptos::prelude::*;

/// Clusters shown of a column before “show all”.
const CLUSTERS_SHOWN: usize = 5;

#[component]
pub fn SpellingList() -> impl IntoView {
    let app = App::here();
    let view = app.state.session().view();
    let columns = Memo::new(move |_| view.get().map(|v| v.spellings.clone()).unwrap_or_default());
    view! {
        <Show when=move || !columns.read().is_empty()>
            <section class="spelling-list card" data-part="spellings">
                <header>
                    <h2>{move || words().meeting.spellings_title}</h2>
                    <span class="aside">{move || words().meeting.spellings_hint}</span>
                </header>
                {move || {
                    follow_words();
                    columns.get().into_iter().map(|column| view! { <Column column/> }).collect_view()
                }}
            </section>
        </Show>
    }
}

#[component]
fn Column(column: SpellingsView) -> impl IntoView {
    let app = App::here();
    let words = words();
    let m = &words.meeting;
    let all = RwSignal::new(false);
    let clusters = column.clusters.clone();
    let (file, header) = (column.file.clone(), column.column.clone());
    let many = clusters.len() > CLUSTERS_SHOWN;
    let each = column.clone();
    let merge_all = move |_| {
        let (file, header, clusters) = (file.clone(), header.clone(), clusters.clone());
        app.edit(move |d| {
            for cluster in &clusters {
                accept(&mut d.mapping.merges, (&file, &header), cluster);
            }
        });
    };
    let count = column.clusters.len() as u64;
    let of = column.clone();
    view! {
        <div class="spelling-column" data-part="spelling-column" data-column=column.column.clone()>
            <h3>
                {(m.spellings_of)(&column.file, &column.column)}
                {(count > 1).then(|| view! {
                    <button class="button small" data-part="merge-all" on:click=merge_all.clone()>{(m.merge_all)(count)}</button>
                })}
            </h3>
            {move || {
                let shown = if all.get() { usize::MAX } else { CLUSTERS_SHOWN };
                let rows = each.clusters.iter().take(shown).cloned();
                let place = (each.file.clone(), each.column.clone());
                rows.map(|cluster| view! { <Offer place=place.clone() cluster/> }).collect_view()
            }}
            {many.then(|| view! {
                <button class="button small ghost" on:click=move |_| all.update(|a| *a = !*a)>
                    {move || if all.get() { words.shell.show_less } else { words.shell.show_all }}
                </button>
            })}
            {of.merged.iter().cloned().map(|merged| {
                let place = (of.file.clone(), of.column.clone());
                view! { <Merged place merged/> }
            }).collect_view()}
            {of.apart.iter().cloned().map(|cluster| {
                let place = (of.file.clone(), of.column.clone());
                view! { <Apart place cluster/> }
            }).collect_view()}
        </div>
    }
}

fn accept(merges: &mut Vec<merge::Merge>, (file, column): (&str, &str), cluster: &Cluster) {
    merge::set(merges, file, column, &texts(cluster), cluster.name());
}

#[component]
fn Offer(place: (String, String), cluster: Cluster) -> impl IntoView {
    let app = App::here();
    let words = words();
    let m = &words.meeting;
    let name = cluster.name().to_owned();
    let tags = tags(&cluster.spellings);
    let reason = (m.cluster_reason)(cluster.reason);
    let apart = (place.clone(), cluster.clone());
    view! {
        <div class="alias-offer" data-part="cluster" data-name=name.clone()>
            {tags}
            <span class="sub">{reason}</span>
            <button class="button small" data-part="merge" on:click=move |_| {
                let (place, cluster) = (place.clone(), cluster.clone());
                app.edit(move |d| accept(&mut d.mapping.merges, (&place.0, &place.1), &cluster));
            }>
                {(m.merge_as)(&name)}
            </button>
            <button class="button small ghost" data-part="keep-apart" aria-label=(m.keep_apart_named)(&name)
                on:click=move |_| {
                    let spellings = texts(&apart.1);
                    let (file, column) = apart.0.clone();
                    app.edit(move |d| {
                        merge::keep_apart(&mut d.mapping.apart, &file, &column, &spellings);
                    });
                }>
                {m.keep_apart}
            </button>
        </div>
    }
}

fn texts(cluster: &Cluster) -> Vec<String> {
    cluster.spellings.iter().map(|(text, _)| text.clone()).collect()
}

/// Spellings that the user keeps apart.
#[component]
fn Apart(place: (String, String), cluster: Cluster) -> impl IntoView {
    let app = App::here();
    let m = &words().meeting;
    let name = cluster.name().to_owned();
    let spellings = texts(&cluster);
    view! {
        <div class="alias-offer" data-part="apart" data-name=name>
            {tags(&cluster.spellings)}
            <span class="tag">{m.kept_apart}</span>
            <button class="button small ghost" data-part="propose-again" on:click=move |_| {
                let (place, spellings) = (place.clone(), spellings.clone());
                app.edit(move |d| {
                    merge::let_together(&mut d.mapping.apart, &place.0, &place.1, &spellings);
                });
            }>
                {m.propose_again}
            </button>
        </div>
    }
}

#[component]
fn Merged(place: (String, String), merged: MergedValue) -> impl IntoView {
    let app = App::here();
    let m = &words().meeting;
    let (name, undo) = (merged.name.clone(), (m.take_apart)(&merged.name));
    let read_as = (m.read_as)(&name);
    view! {
        <div class="alias-offer" data-part="merged" data-name=merged.name.clone()>
            {tags(&merged.spellings)}
            <span class="tag good">{read_as}</span>
            <button class="button small ghost" data-part="take-apart" aria-label=undo on:click=move |_| {
                let (place, name) = (place.clone(), name.clone());
                app.edit(move |d| merge::unset(&mut d.mapping.merges, &place.0, &place.1, &name));
            }>"✕"</button>
        </div>
    }
}

/// Each spelling with its rows.
fn tags(spellings: &[(String, u64)]) -> impl IntoView + use<> {
    let locale = words().locale;
    let tag = |(text, n): &(String, u64)| {
        view! { <span class="tag">{text.clone()} " " <b>{locale.count(*n)}</b></span> }
    };
    spellings.iter().map(tag).collect_view()
}
