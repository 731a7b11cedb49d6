//! Attribution: a line a channel, a column a model; the models that the files can't support stand
//! below with the reason.

use crate::app::action::App;
use crate::app::part::block_frame::{BlockFrame, ReportMemo, answer_at, currency_of};
use crate::app::part::choice::Choice;
use crate::app::part::figure::exact;
use crate::app::part::pivot_shade::shade;
use crate::app::part::trace_grid::{CellPlace, TraceGrid};
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::attribution::{HALF_LIVES, Model};
use crate::engine::report::{
    Answer, Attribution, AttributionOf, AttributionSpec, BlockSpec, TouchLack,
};
use crate::engine::value::Quantity;
use crate::export::answer_columns::attribution_column;
use leptos::prelude::*;

const OF: [AttributionOf; 2] = [AttributionOf::Revenue, AttributionOf::Won];

#[component]
pub fn AttributionBlock(
    index: usize,
    report: ReportMemo,
    span: Signal<&'static str>,
) -> impl IntoView {
    let answer = answer_at(report, index);
    let currency = currency_of(report);
    let found = Memo::new(move |_| match answer.get() {
        Some(Answer::Attribution(found)) => Some(found),
        _ => None,
    });
    // Half-lives are of one model: where the files can't support it, there is nothing to choose.
    let decays = Memo::new(move |_| {
        found.with(|f| f.as_ref().is_none_or(|f| f.models.contains(&Model::TimeDecay)))
    });
    let title = Signal::derive(move || {
        let words = &words().attribution;
        found.with(|f| f.as_ref().map_or_else(|| words.name.to_owned(), |f| (words.title)(f.of)))
    });
    view! {
        <BlockFrame index part="attribution-block" title report span
            controls=move || view! { <AttributionControls index decays/> }>
            <div class="table-wrap">
                {move || found.get().map(|f| table(index, f, currency.get().as_deref()))}
            </div>
            {move || found.get().map(|f| remarks(&f))}
        </BlockFrame>
    }
}

#[component]
fn AttributionControls(index: usize, decays: Memo<bool>) -> impl IntoView {
    let app = App::here();
    let spec = Memo::new(move |_| match app.state.document().read().report.blocks.get(index) {
        Some(BlockSpec::Attribution(spec)) => spec.clone(),
        _ => AttributionSpec::default(),
    });
    let edit = move |change: &dyn Fn(&mut AttributionSpec)| {
        app.edit(|d| {
            if let Some(BlockSpec::Attribution(spec)) = d.report.blocks.get_mut(index) {
                change(spec);
            }
        });
    };
    let of = Signal::derive(move || {
        OF.map(|of| (format!("{of:?}"), (words().attribution.of)(of).to_owned())).to_vec()
    });
    let half_lives = Signal::derive(move || {
        HALF_LIVES.map(|days| (days.to_string(), (words().attribution.half_life)(days))).to_vec()
    });
    let choose_of = move |key: String| {
        if let Some(of) = OF.into_iter().find(|of| format!("{of:?}") == key) {
            edit(&|s| s.of = of);
        }
    };
    let choose_half_life = move |key: String| {
        if let Ok(days) = key.parse() {
            edit(&|s| s.half_life = days);
        }
    };
    view! {
        <span class="tag-choice">
            <Choice part="attribution-of" options=of on_choose=choose_of
                label=Signal::derive(move || words().attribution.of_label.to_owned())
                chosen=Signal::derive(move || spec.with(|s| format!("{:?}", s.of)))/>
        </span>
        <span class="tag-choice" hidden=move || !decays.get()>
            <Choice part="half-life" options=half_lives on_choose=choose_half_life
                label=Signal::derive(move || words().attribution.half_life_label.to_owned())
                chosen=Signal::derive(move || spec.with(|s| s.half_life.to_string()))/>
        </span>
    }
}

fn table(index: usize, found: Attribution, currency: Option<&str>) -> impl IntoView + use<> {
    let words = words();
    let says = &words.attribution;
    let heads = found.models.iter().map(|model| {
        view! { <th scope="col" class="num" title=(says.rule)(*model)>{(says.model)(*model)}</th> }
    });
    let style = attribution_column(&found, currency, words);
    let most = found.rows.iter().flat_map(|r| &r.cells).filter_map(|q| q.value).fold(0.0, f64::max);
    let cell = |row: Option<usize>, model: usize, q: &Quantity| {
        let at = row.map(|row| row.to_string()).unwrap_or_default();
        let place = CellPlace::new(Some(format!("{at}:{model}")), row == Some(0) && model == 0);
        let shade = if row.is_some() { shade(q.value, most) } else { "" };
        view! {
            <td class=format!("num {shade}") data-value=exact(q.value) data-part=place.part()
                data-figure=place.key.clone() tabindex=place.tabindex>
                {words.quantity(q, currency, style)}
            </td>
        }
    };
    let rows = found.rows.iter().enumerate().map(|(at, row)| {
        let cells = row.cells.iter().enumerate();
        let cells = cells.map(|(model, q)| cell(Some(at), model, q)).collect_view();
        view! { <tr data-part="attribution-row" data-label=words.label(&row.label)><th scope="row">{words.label(&row.label)}</th>{cells}</tr> }
    });
    let total = (0..found.models.len()).map(|model| cell(None, model, &found.total));
    let (heads, rows) = (heads.collect_view(), rows.collect_view());
    let total = total.collect_view();
    let figure = move |key: String| {
        let (row, model) = key.split_once(':')?;
        found.figure(row.parse().ok(), model.parse().ok()?)
    };
    view! {
        <TraceGrid part="attribution-table" class="" index figure>
            <thead><tr><th scope="col">{says.channel}</th>{heads}</tr></thead>
            <tbody>{rows}</tbody>
            <tfoot><tr class="total">
                <th scope="row">{says.total}</th>{total}
            </tr></tfoot>
        </TraceGrid>
    }
}

/// What stands behind the figures, and the models that have none, by their reason.
fn remarks(found: &Attribution) -> impl IntoView + use<> {
    let says = &words().attribution;
    let mut lines = vec![(says.touched)(found.wins, found.touches, found.wins_with_several)];
    if found.by_own_source > 0 {
        lines.push((says.by_own_source)(found.by_own_source));
    }
    if found.unknown > 0 {
        lines.push((says.unknown)(found.unknown));
    }
    let mut reasons: Vec<(TouchLack, Vec<Model>)> = Vec::new();
    for (model, lack) in &found.absent {
        match reasons.iter_mut().find(|(known, _)| known == lack) {
            Some((_, models)) => models.push(*model),
            None => reasons.push((*lack, vec![*model])),
        }
    }
    let absent = reasons.into_iter().map(|(lack, models)| {
        let names: Vec<&str> = models.into_iter().map(says.model).collect();
        (says.absent)(&names.join(", "), (says.lack)(lack))
    });
    let lines: Vec<String> = lines.into_iter().chain(absent).collect();
    lines
        .into_iter()
        .map(|line| view! { <p class="quiet-line" data-part="attribution-remark">{line}</p> })
        .collect_view()
}
