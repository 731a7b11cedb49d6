//! Two groups of a dimension to be compared: which dimension, which is the first, which the second.

use crate::app::action::App;
use crate::app::part::block_frame::ReportMemo;
use crate::app::part::choice::Choice;
use crate::app::part::dimension_choice::DimensionChoice;
use crate::app::part::filter_chip::filter_text;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use crate::engine::dimension::{Dimension, Label};
use crate::engine::filter::{Comparison, Filter};
use crate::engine::report::Segments;
use leptos::prelude::*;

/// Key and words of each group.
type Groups = (Dimension, Vec<(String, String)>);

#[component]
pub fn SegmentChoice(report: ReportMemo) -> impl IntoView {
    let app = App::here();
    let segments = Memo::new(move |_| {
        let document = app.state.document();
        let document = document.read();
        let is_asked = document.report.comparison == Comparison::Segments;
        is_asked.then(|| document.report.segments.clone().unwrap_or_default())
    });
    let is_asked = Memo::new(move |_| segments.with(Option::is_some));
    view! {
        {move || is_asked.get().then(|| view! { <Sides report segments/> })}
    }
}

#[component]
fn Sides(report: ReportMemo, segments: Memo<Option<Segments>>) -> impl IntoView {
    let app = App::here();
    let first = move |segments: &Option<Segments>| {
        segments.as_ref().and_then(|s| Some(s.a.first()?.dimension.clone()))
    };
    let dimension = Memo::new(move |_| segments.with(first).unwrap_or(Dimension::Channel));
    Effect::new(move |_| app.ask_groups(dimension.get()));
    // Kept, as a menu of filters asks for the groups of another dimension.
    let groups = Memo::new(move |known: Option<&Option<Groups>>| {
        let wanted = dimension.get();
        let found = app.state.session().groups().get().filter(|g| g.dimension == wanted);
        let row = |label: &Label| (Filter::key(label), words().label(label));
        let rows = found.map(|g| {
            let labels = g.rows.iter().map(|r| &r.label).filter(|l| !matches!(l, Label::Rest(_)));
            (wanted.clone(), labels.map(row).collect::<Vec<_>>())
        });
        rows.or_else(|| known.cloned().flatten().filter(|(d, _)| *d == wanted))
    });
    let options = Signal::derive(move || {
        let none = (String::new(), words().compare.choose.to_owned());
        let groups = groups.with(|g| g.as_ref().map(|g| g.1.clone()).unwrap_or_default());
        std::iter::once(none).chain(groups).collect::<Vec<_>>()
    });
    let chosen = move |is_first: bool| {
        Signal::derive(move || {
            segments
                .with(|s| {
                    let side = s.as_ref().map(|s| if is_first { &s.a } else { &s.b })?;
                    side.first()?.values.first().cloned()
                })
                .unwrap_or_default()
        })
    };
    let choose = move |is_first: bool, key: String| {
        let dimension = dimension.get_untracked();
        let values = if key.is_empty() { Vec::new() } else { vec![key] };
        app.edit(|d| {
            let segments = d.report.segments.get_or_insert_default();
            let side = if is_first { &mut segments.a } else { &mut segments.b };
            *side = vec![Filter::among(dimension.clone(), values.clone())];
        });
    };
    let choose_dimension = move |dimension: Dimension| {
        app.edit(|d| {
            let none = || vec![Filter::among(dimension.clone(), Vec::new())];
            d.report.segments = Some(Segments { a: none(), b: none() });
        });
    };
    let label = |of: fn(&crate::i18n::Compare) -> &'static str| {
        Signal::derive(move || of(&words().compare).to_owned())
    };
    view! {
        <span class="chip" data-part="segments">
            <span class="chip-name">{move || words().compare.segments}</span>
            <DimensionChoice part="segment-dimension" label=label(|c| c.segments) report
                chosen=Signal::derive(move || Some(dimension.get())) on_choose=choose_dimension/>
            <span class="chip-name">{move || words().compare.first}</span>
            <Choice part="segment-a" label=label(|c| c.first) options chosen=chosen(true)
                on_choose=move |key: String| choose(true, key)/>
            <span class="chip-name">{move || words().compare.second}</span>
            <Choice part="segment-b" label=label(|c| c.second) options chosen=chosen(false)
                on_choose=move |key: String| choose(false, key)/>
        </span>
    }
}

/// What the two segments are, in a sentence: printed where they act.
pub fn segments_line(report: ReportMemo) -> Option<String> {
    let words = words();
    report.with(|r| {
        let report = r.as_ref()?;
        let segments = report.scope.segments.as_ref()?;
        let side = |filters: &[Filter]| {
            let said: Vec<String> =
                filters.iter().map(|f| filter_text(f, Some(report), words)).collect();
            said.join(", ")
        };
        Some((words.compare.line)(&side(&segments.a), &side(&segments.b)))
    })
}
