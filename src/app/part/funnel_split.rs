//! The funnel by the groups of a dimension: the choices of the split, and the table whose figures show
//! their rows. Not here: its picture and its words (`export::funnel_split_table`).

use crate::app::action::App;
use crate::app::part::block_frame::ReportMemo;
use crate::app::part::choice::Choice;
use crate::app::part::dimension_choice::DimensionChoice;
use crate::app::part::figure::shown_between;
use crate::app::part::trace_grid::{CellPlace, TraceGrid};
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::dimension::{Dimension, Label};
use crate::engine::query::{Figure, StepFigure};
use crate::engine::report::{BlockSpec, Compared, Funnel, FunnelRate, FunnelSpec, FunnelSplit};
use crate::export::figure_table::{Figure as Cell, FigureTable, Row};
use crate::export::funnel_split_table;
use leptos::prelude::*;

const TOPS: [u32; 4] = [5, FunnelSpec::TOP, 12, 20];

#[component]
pub fn FunnelSplitChoices(index: usize, report: ReportMemo) -> impl IntoView {
    let app = App::here();
    let spec = Memo::new(move |_| match app.state.document().read().report.blocks.get(index) {
        Some(BlockSpec::Funnel(spec)) => spec.clone(),
        _ => FunnelSpec::default(),
    });
    let edit = move |change: &dyn Fn(&mut FunnelSpec)| {
        app.edit(|d| {
            if let Some(BlockSpec::Funnel(spec)) = d.report.blocks.get_mut(index) {
                change(spec);
            }
        });
    };
    let split = Signal::derive(move || spec.with(|s| s.split.clone()));
    let is_split = Memo::new(move |_| spec.with(|s| s.split.is_some()));
    let label = Signal::derive(move || words().asking.split_by.to_owned());
    let none = Signal::derive(move || words().asking.no_split.to_owned());
    let top = Signal::derive(move || spec.with(|s| s.top.unwrap_or(FunnelSpec::TOP)));
    let tops = Signal::derive(move || {
        let mut all: Vec<u32> = TOPS.into_iter().chain([top.get()]).collect();
        all.sort_unstable();
        all.dedup();
        all.iter().map(|n| (n.to_string(), (words().asking.top_n)(*n))).collect::<Vec<_>>()
    });
    let rates = Signal::derive(move || {
        let name = words().funnel_split.rate;
        FunnelRate::EVERY.map(|rate| (format!("{rate:?}"), name(rate).to_owned())).to_vec()
    });
    let choose_rate = move |key: String| {
        if let Some(rate) = FunnelRate::EVERY.into_iter().find(|r| format!("{r:?}") == key) {
            edit(&|s| s.rate = rate);
        }
    };
    view! {
        <span class="tag-choice">
            <DimensionChoice part="funnel-split" label report chosen=split empty=none
                on_choose=move |d: Dimension| edit(&|s| s.split = Some(d.clone()))/>
            <button class="tag-remove no-print" data-part="funnel-unsplit" hidden=move || !is_split.get()
                aria-label=move || words().asking.no_split on:click=move |_| edit(&|s| s.split = None)>"✕"</button>
        </span>
        <span class="tag-choice" hidden=move || !is_split.get()>
            <Choice part="funnel-split-top" options=tops on_choose=move |key: String| edit(&|s| s.top = key.parse().ok())
                label=Signal::derive(move || words().asking.top_label.to_owned())
                chosen=Signal::derive(move || top.get().to_string())/>
        </span>
        <span class="tag-choice" hidden=move || !is_split.get()>
            <Choice part="funnel-split-rate" options=rates on_choose=choose_rate
                label=Signal::derive(move || words().funnel_split.rate_label.to_owned())
                chosen=Signal::derive(move || format!("{:?}", spec.with(|s| s.rate)))/>
        </span>
    }
}

/// A line a group. Figures of a stage show the records that reached it, those end to end the records
/// of their share.
#[component]
pub fn FunnelSplitTable(
    index: usize,
    funnel: Memo<Option<Funnel>>,
    /// With what the shares end to end are compared.
    compared: Signal<Compared>,
) -> impl IntoView {
    let table = Memo::new(move |_| {
        funnel.with(|f| {
            let f = f.as_ref()?;
            let split = f.split.as_ref()?;
            Some(funnel_split_table::table(f, split, words(), &[split.rate]))
        })
    });
    let figure = move |key: String| {
        let (row, column) = key.split_once(':')?;
        funnel.with_untracked(|f| {
            let funnel = f.as_ref()?;
            let split = funnel.split.as_ref()?;
            let end_to_end = || {
                let won = funnel.stages.iter().position(|stage| stage.label == Label::Won)?;
                Some(Figure::OfStep { at: won as u32, of: StepFigure::OfFirst })
            };
            let step = match column {
                END_TO_END | OTHERS => end_to_end()?,
                BEFORE => end_to_end()?.against(compared.get_untracked()),
                step => match step.strip_suffix(SHARE) {
                    Some(step) => {
                        Figure::OfStep { at: step.parse().ok()?, of: rate_of(funnel, split) }
                    }
                    None => Figure::Step(step.parse().ok()?),
                },
            };
            // The last line is the whole.
            match row.parse::<usize>().ok().and_then(|row| split.parts.get(row)) {
                Some(part) if column == OTHERS => Some(Figure::BesideOthers {
                    group: part.filter.clone()?,
                    figure: Box::new(step),
                }),
                Some(part) => Some(step.within(std::slice::from_ref(part.filter.as_ref()?))),
                None => Some(step),
            }
        })
    };
    // Persons and accounts are no rows of a file that could be shown one by one.
    let traces = Memo::new(move |_| {
        funnel.with(|f| {
            let split = f.as_ref().and_then(|f| f.split.as_ref());
            split.is_some_and(|s| s.parts.iter().all(|p| p.filter.is_some()))
        })
    });
    let head = move || {
        table.get().map(|t| {
            let head = |(at, head): (usize, crate::export::figure_table::Head)| {
                let hint = (!head.hint.is_empty()).then_some(head.hint);
                view! { <th scope="col" class=if at == 0 { "" } else { "num" } title=hint>{head.text}</th> }
            };
            t.heads.into_iter().enumerate().map(head).collect_view()
        })
    };
    let lines = move |totals: bool| {
        table.get().map(|t| {
            let steps = columns(&t, funnel.with(|f| f.as_ref().map_or(0, |f| f.stages.len())));
            let rows = t.rows.into_iter().enumerate().filter(|(_, row)| row.is_total == totals);
            rows.map(|(at, row)| line(at, row, &steps, traces.get())).collect_view()
        })
    };
    view! {
        <TraceGrid part="funnel-split-table" class="figure-table" index figure>
            <thead><tr>{head}</tr></thead>
            <tbody>{move || lines(false)}</tbody>
            <tfoot>{move || lines(true)}</tfoot>
        </TraceGrid>
    }
}

/// Which share of a stage stands beside its count.
fn rate_of(funnel: &Funnel, split: &FunnelSplit) -> StepFigure {
    match funnel_split_table::shown_rates(funnel, &[split.rate]).first() {
        Some(FunnelRate::OfPrevious) => StepFigure::OfPrevious,
        _ => StepFigure::OfFirst,
    }
}

/// Behind the key of a stage: that of its share.
const SHARE: &str = "%";

/// Keys of the columns behind those of the stages.
const END_TO_END: &str = "end";
const BEFORE: &str = "before";
const OTHERS: &str = "others";

/// What a column of the table speaks of: of each stage its count, then its share; then the share end
/// to end, perhaps what it was, and last how a group differs from all others.
fn columns(table: &FigureTable, stages: usize) -> Vec<Option<String>> {
    let (behind, last) = (stages * 2, table.heads.len().saturating_sub(1));
    let of = |column: usize| match column {
        0 => None,
        1 => Some("0".to_owned()),
        column if column < behind && column % 2 == 0 => Some((column / 2).to_string()),
        column if column < behind => Some(format!("{}{SHARE}", column / 2)),
        column if column == behind => Some(END_TO_END.to_owned()),
        column if column < last => Some(BEFORE.to_owned()),
        _ => Some(OTHERS.to_owned()),
    };
    (0..table.heads.len()).map(of).collect()
}

fn line(at: usize, row: Row, steps: &[Option<String>], traces: bool) -> impl IntoView + use<> {
    let name = row.cells.first().map(|c| c.text.clone()).unwrap_or_default();
    let label = name.clone();
    let cells = row.cells.into_iter().zip(steps.to_vec()).enumerate().skip(1);
    let cells = cells.map(|(column, (cell, step))| {
        // A group that was not there before has nothing to open.
        let step = step.filter(|_| traces && !cell.text.is_empty());
        let key = step.map(|step| format!("{at}:{step}"));
        figure_of(cell, CellPlace::new(key, at == 0 && column == 1))
    });
    view! {
        <tr class:total=row.is_total data-part="funnel-split-row" data-label=label>
            <th scope="row">{name}</th>
            {cells.collect_view()}
        </tr>
    }
}

fn figure_of(cell: Cell, place: CellPlace) -> AnyView {
    let said = [cell.hint.as_str(), cell.caution.as_str()].join(" ");
    let said = Some(said.trim().to_owned()).filter(|said| !said.is_empty());
    let mark = (!cell.caution.is_empty()).then(|| view! { <sup class="caution-mark">"*"</sup> });
    let value = cell.exact();
    let sure = cell.between.clone().and_then(shown_between);
    view! {
        <td class="num" data-value=value title=said
            data-part=place.part() data-figure=place.key.clone() tabindex=place.tabindex>
            {cell.text}{mark}{sure}
        </td>
    }
    .into_any()
}
