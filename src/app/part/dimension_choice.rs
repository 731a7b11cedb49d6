//! By what a block breaks figures down: the dimensions that the data offers.

use crate::app::part::block_frame::ReportMemo;
use crate::app::part::choice::Choice;
use crate::app::words;
use crate::engine::dimension::Dimension;
use leptos::prelude::*;

#[component]
pub fn DimensionChoice(
    part: &'static str,
    #[prop(into)] label: Signal<String>,
    report: ReportMemo,
    /// `None` shows `empty`, and choosing adds.
    #[prop(into)]
    chosen: Signal<Option<Dimension>>,
    /// What stands for no choice, where there can be none.
    #[prop(optional, into)]
    empty: Option<Signal<String>>,
    /// Offered besides.
    #[prop(optional, into)]
    more: Signal<Vec<Dimension>>,
    #[prop(into)] on_choose: Callback<Dimension>,
) -> impl IntoView {
    let offered = Memo::new(move |_| {
        let mut offered =
            report.with(|r| r.as_ref().map_or_else(Vec::new, |r| r.scope.dimensions.clone()));
        let more = more.get().into_iter().filter(|m| !offered.contains(m)).collect::<Vec<_>>();
        offered.extend(more);
        // What the document names stays named, whether the data has it or not.
        if let Some(chosen) = chosen.get().filter(|c| !offered.contains(c)) {
            offered.insert(0, chosen);
        }
        offered
    });
    let options = Signal::derive(move || {
        let words = words();
        let first = empty.map(|words| (String::new(), words.get()));
        let offered = offered.get();
        let names: Vec<String> = offered.iter().map(words.names.dimension).collect();
        // Columns of one name are told apart by their files.
        let named = |(d, name): (&Dimension, &String)| {
            let again = names.iter().filter(|n| *n == name).count() > 1;
            match d {
                Dimension::Column { file, .. } if again => (key(d), format!("{name} · {file}")),
                _ => (key(d), name.clone()),
            }
        };
        first.into_iter().chain(offered.iter().zip(&names).map(named)).collect::<Vec<_>>()
    });
    let chosen_key = Signal::derive(move || chosen.get().as_ref().map(key).unwrap_or_default());
    let choose = move |chosen: String| {
        let found = offered.with_untracked(|o| o.iter().find(|d| key(d) == chosen).cloned());
        if let Some(dimension) = found {
            on_choose.run(dimension);
        }
    };
    view! { <Choice part label options chosen=chosen_key on_choose=choose/> }
}

/// A dimension as a text of its own.
pub fn key(dimension: &Dimension) -> String {
    serde_json::to_string(dimension).unwrap_or_default()
}
