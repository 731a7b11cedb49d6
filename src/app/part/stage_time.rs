//! How long records stay in each stage, below the funnel.

use crate::app::words;
use crate::engine::report::Funnel;
use leptos::prelude::*;

#[component]
pub fn StageTimes(funnel: Memo<Option<Funnel>>) -> impl IntoView {
    move || {
        let words = words();
        let rows = funnel.with(|f| f.as_ref().map(|f| words.stage_times(f)).unwrap_or_default());
        let (head, body) = rows.split_first()?;
        let heads = head.iter().enumerate().map(|(at, text)| {
            view! { <th scope="col" class:num=at != 0>{text.clone()}</th> }
        });
        let heads = heads.collect_view();
        let body = body.iter().map(|row| {
            let name = row.first().cloned().unwrap_or_default();
            let cells =
                row.iter().skip(1).map(|text| view! { <td class="num">{text.clone()}</td> });
            view! {
                <tr data-part="stage-time">
                    <th scope="row">{name}</th>
                    {cells.collect_view()}
                </tr>
            }
        });
        let body = body.collect_view();
        Some(view! {
            <details class="stage-times" data-part="stage-times">
                <summary>{words.shape.time_title}</summary>
                <p class="quiet-line">{words.shape.time_hint}</p>
                <div class="table-wrap" tabindex="0">
                    <table>
                        <thead><tr>{heads}</tr></thead>
                        <tbody>{body}</tbody>
                    </table>
                </div>
            </details>
        })
    }
}
