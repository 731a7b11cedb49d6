//! Figures over time: one chart a unit, since two units never share an axis, with a legend, and
//! the table behind it.

use crate::app::action::App;
use crate::app::columns::own_heads;
use crate::app::part::block_frame::{BlockFrame, ReportMemo, answer_at, currency_of};
use crate::app::part::chart_canvas::ChartCanvas;
use crate::app::part::chart_tip::swatch_class;
use crate::app::part::choice::Choice;
use crate::app::part::far_days::far_days;
use crate::app::part::figure::{grid_cell, said_of_days};
use crate::app::part::measure_picker::{MeasurePicker, measure_key};
use crate::app::part::season::season_table;
use crate::app::part::trace_grid::{CellPlace, TraceGrid};
use crate::app::part::trend_options::TrendOptions;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::chart::ChartKind;
use crate::engine::filter::Grain;
use crate::engine::measure::MeasureId;
use crate::engine::query::Figure;
use crate::engine::report::{Answer, BlockSpec, Trend, TrendSpec};
use crate::engine::value::Quantity;
use crate::export::answer_columns::trend_columns;
use crate::export::block_chart::{BlockChart, block_charts};
use crate::format::Style;
use leptos::prelude::*;

const GRAINS: [Grain; 5] = [Grain::Day, Grain::Week, Grain::Month, Grain::Quarter, Grain::Year];

#[component]
pub fn TrendBlock(index: usize, report: ReportMemo, span: Signal<&'static str>) -> impl IntoView {
    let answer = answer_at(report, index);
    let currency = currency_of(report);
    let trend = Memo::new(move |_| match answer.get() {
        Some(Answer::Trend(trend)) => Some(trend),
        _ => None,
    });
    let charts = Memo::new(move |_| {
        let currency = currency.get();
        answer.with(|a| {
            a.as_ref().map_or_else(Vec::new, |a| {
                block_charts(a, words(), currency.as_deref(), &own_heads())
            })
        })
    });
    let as_table = RwSignal::new(false);
    let title = Signal::derive(move || {
        let words = words();
        trend.with(|t| match t {
            Some(t) => {
                (words.report.trend_title)(&words.measures(&t.measures, &own_heads()), t.grain)
            }
            None => words.report.trend.to_owned(),
        })
    });
    let count = Memo::new(move |_| charts.with(Vec::len));
    view! {
        <BlockFrame index part="trend-block" title report span as_table
            controls=move || view! { <TrendControls index report trend/> }>
            <div class="chart-side" hidden=move || as_table.get()>
                <For each=move || 0..count.get() key=|n| *n let:n>
                    <OneTrend chart=Signal::derive(move || charts.with(|c| c.get(n).cloned()))/>
                </For>
            </div>
            <div class="table-side table-wrap" class:behind=move || !as_table.get()>
                {move || trend.get().map(|t| table(index, t, currency.get().as_deref()))}
            </div>
            {move || trend.with(|t| season_table(index, t.as_ref()?))}
            {move || trend.with(|t| {
                let t = t.as_ref()?;
                far_days(index, &t.beyond, &t.measures)
            })}
            {move || trend.get().map(|t| remarks(&t))}
        </BlockFrame>
    }
}

fn spec_at(app: App, index: usize) -> Option<TrendSpec> {
    match app.state.document().read().report.blocks.get(index) {
        Some(BlockSpec::Trend(spec)) => Some(spec.clone()),
        _ => None,
    }
}

#[component]
fn TrendControls(index: usize, report: ReportMemo, trend: Memo<Option<Trend>>) -> impl IntoView {
    let app = App::here();
    let spec = Memo::new(move |_| spec_at(app, index));
    let edit = move |change: &dyn Fn(&mut TrendSpec)| {
        app.edit(|d| {
            if let Some(BlockSpec::Trend(spec)) = d.report.blocks.get_mut(index) {
                change(spec);
            }
        });
    };
    let grains = Signal::derive(move || {
        let name = words().names.grain;
        GRAINS.iter().map(|g| (format!("{g:?}"), name(*g).to_owned())).collect::<Vec<_>>()
    });
    let grain = move || spec.with(|s| s.as_ref().map(|s| format!("{:?}", s.grain)));
    let choose_grain = move |key: String| {
        if let Some(grain) = GRAINS.into_iter().find(|g| format!("{g:?}") == key) {
            edit(&|s| s.grain = grain);
        }
    };
    let choose_measures = move |chosen: Vec<MeasureId>| edit(&|s| s.measures = chosen.clone());
    view! {
        <span class="tag-choice">
            <Choice
                part="trend-grain"
                label=Signal::derive(move || words().report.trend_grain.to_owned())
                options=grains
                chosen=Signal::derive(move || grain().unwrap_or_default())
                on_choose=choose_grain
            />
        </span>
        <TrendOptions index report spec trend/>
        <MeasurePicker
            block=index
            chosen=Signal::derive(move || spec.get().map(|s| s.measures).unwrap_or_default())
            on_choose=choose_measures
        />
    }
}

/// A chart with its legend.
#[component]
fn OneTrend(#[prop(into)] chart: Signal<Option<BlockChart>>) -> impl IntoView {
    let kind = Signal::derive(move || chart.with(|c| c.as_ref().map(|c| c.kind.clone())));
    let label = Signal::derive(move || {
        chart
            .with(|c| c.as_ref().map(|c| (words().shell.chart_label)(&c.title)).unwrap_or_default())
    });
    let legend = move || {
        kind.with(|k| match k {
            Some(ChartKind::Trend(model)) => {
                let entry = |s: &crate::chart::Series| {
                    view! { <li><i class=swatch_class(s.slot)></i>{s.name.clone()}</li> }
                };
                let note = |text: &String| {
                    view! { <li data-part="trend-note">{text.clone()}</li> }
                };
                let notes = model.notes.iter().map(note).collect_view();
                (model.series.iter().map(entry).collect_view(), notes)
            }
            _ => Default::default(),
        })
    };
    view! {
        <div class="trend-chart">
            <ul class="legend">{legend}</ul>
            <ChartCanvas part="trend-chart" chart=kind label/>
        </div>
    }
}

/// Keys of the parts of a trend that are no lines.
const YEAR_BEFORE: &str = "year";
const AVERAGE: &str = "average";
const AGAINST: &str = "against";

/// The figure of a cell by its key: the line (none: all groups), the unit, the measure.
fn figure_at(trend: &Trend, key: &str) -> Option<Figure> {
    let mut parts = key.split(':');
    let (line, unit, measure) = (parts.next()?, parts.next()?, parts.next()?);
    let (unit, measure) = (unit.parse().ok()?, measure.parse().ok()?);
    match line {
        YEAR_BEFORE => trend.figure_year_before(unit, measure),
        AVERAGE => trend.figure_average(unit, measure),
        AGAINST => trend.figure_against(unit, measure),
        line => trend.figure(line.parse().ok(), unit, measure),
    }
}

fn table(index: usize, trend: Trend, currency: Option<&str>) -> impl IntoView + use<> {
    let words = words();
    let own = own_heads();
    let average = (words.asking.average_of)(trend.average_units);
    let shown = StoredValue::new(trend.clone());
    // Figures with the name of the part, and the key by which its cells are traced.
    type Part<'a> = (&'a Vec<Vec<Quantity>>, Option<String>, String);
    let mut parts: Vec<Part<'_>> = vec![(&trend.values, None, String::new())];
    let lines = trend.lines.iter().enumerate();
    parts.extend(lines.map(|(at, l)| (&l.values, Some(words.label(&l.label)), at.to_string())));
    let year_before = Some(words.asking.year_before.to_owned());
    parts.push((&trend.year_before, year_before, YEAR_BEFORE.to_owned()));
    let against = trend.compared.map(words.compare.name).unwrap_or_default();
    parts.push((&trend.against, Some(against.to_owned()), AGAINST.to_owned()));
    parts.push((&trend.average, Some(average), AVERAGE.to_owned()));
    parts.retain(|(values, ..)| !values.is_empty());
    let styles: Vec<Vec<Style>> =
        parts.iter().map(|(values, ..)| trend_columns(values, currency, words)).collect();
    let heads = parts.iter().flat_map(|(_, part, _)| {
        trend.measures.iter().map(|id| match part {
            Some(part) => format!("{} · {part}", words.measure_short(*id, &own)),
            None => words.measure(*id, &own),
        })
    });
    let head = heads.map(|name| view! { <th scope="col" class="num">{name}</th> });
    let rows = trend.starts.iter().enumerate().map(|(unit, start)| {
        let values = parts.iter().enumerate().flat_map(|(part, (values, _, key))| {
            let styles = styles.get(part).cloned().unwrap_or_default();
            let each = values.iter().zip(styles).enumerate();
            each.map(move |(measure, (values, style))| (part, key, measure, values, style))
        });
        let cells = values.map(|(part, key, measure, values, style)| {
            let has_value = values.get(unit).is_some_and(|q| q.value.is_some());
            let key = Some(key).filter(|_| part == 0 || has_value);
            let key = key.map(|line| format!("{line}:{unit}:{measure}"));
            let place = CellPlace::new(key, unit + part + measure == 0);
            match values.get(unit) {
                Some(quantity) => grid_cell(quantity, (currency, style), "", &place, None),
                None => view! { <td class="num" tabindex="-1">"–"</td> }.into_any(),
            }
        });
        view! {
            <tr data-part="trend-row" data-start=start.to_string()>
                <th scope="row">{words.locale.date(trend.grain, *start)}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    let keys: Vec<String> = trend.measures.iter().map(|m| measure_key(*m)).collect();
    let (head, rows) = (head.collect_view(), rows.collect_view());
    let grain = (words.names.grain)(trend.grain);
    let figure = move |key: String| shown.with_value(|t| figure_at(t, &key));
    view! {
        <TraceGrid part="trend-table" class="" index figure attr:data-measures=keys.join(" ")>
            <thead><tr><th scope="col">{grain}</th>{head}</tr></thead>
            <tbody>{rows}</tbody>
        </TraceGrid>
    }
}

/// Measures that the data can't give, and what of the last units is not over yet.
fn remarks(trend: &Trend) -> impl IntoView + use<> {
    let words = words();
    let mut parts: Vec<String> = trend
        .absent
        .iter()
        .map(|(id, why)| {
            format!("{}: {}", words.measure_short(*id, &own_heads()), (words.trouble.absence)(why))
        })
        .collect();
    if let (true, Some(last)) = (trend.last_is_partial, trend.starts.last()) {
        parts.push((words.report.last_is_partial)(&words.locale.date(trend.grain, *last)));
    }
    parts.extend(trend.is_unfinished.then(|| words.report.unfinished_hint.to_owned()));
    let figures = trend.measures.iter().zip(&trend.values);
    parts.extend(said_of_days(figures.flat_map(|(id, line)| line.iter().map(|q| (*id, q)))));
    parts.extend(words.on_no_day(&trend.undated, &own_heads()));
    (!parts.is_empty()).then(|| {
        view! { <p class="quiet-line" data-part="trend-remarks">{parts.join(" · ")}</p> }
    })
}
