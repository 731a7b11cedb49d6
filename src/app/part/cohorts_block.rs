//! Cohorts: a line a month of creation, a column an age, shaded by height; what is still young is
//! pale.

use crate::app::action::App;
use crate::app::part::block_frame::{BlockFrame, ReportMemo, answer_at, currency_of};
use crate::app::part::choice::Choice;
use crate::app::part::far_days::far_days;
use crate::app::part::figure::{exact, hint, sure_line};
use crate::app::part::pivot_shade::shade;
use crate::app::part::trace_grid::{CellPlace, TraceGrid};
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::filter::Grain;
use crate::engine::measure::MeasureId;
use crate::engine::query::{CohortPart, Figure};
use crate::engine::report::{
    Absence, Answer, BlockSpec, CohortAges, CohortCell, CohortFigure, Cohorts, CohortsSpec,
    Maturity,
};
use crate::engine::value::Quantity;
use crate::export::answer_columns::cohorts_column;
use crate::export::question_sheet::age_heads;
use crate::format::Style;
use leptos::prelude::*;

const GRAINS: [Grain; 4] = [Grain::Week, Grain::Month, Grain::Quarter, Grain::Year];
/// Windows that sales teams speak of.
const DAYS: [u32; 6] = [7, 30, 60, 90, 180, 365];

#[component]
pub fn CohortsBlock(index: usize, report: ReportMemo, span: Signal<&'static str>) -> impl IntoView {
    let answer = answer_at(report, index);
    let currency = currency_of(report);
    let cohorts = Memo::new(move |_| match answer.get() {
        Some(Answer::Cohorts(cohorts)) => Some(cohorts),
        _ => None,
    });
    let title = Signal::derive(move || {
        let question = &words().question;
        cohorts.with(|c| match c {
            Some(c) => (question.cohorts_title)(c.figure),
            None => question.cohorts.to_owned(),
        })
    });
    let can_be_customers =
        Memo::new(move |_| cohorts.with(|c| c.as_ref().is_none_or(|c| c.customers.is_some())));
    view! {
        <BlockFrame index part="cohorts-block" title report span
            controls=move || view! { <CohortControls index can_be_customers/> }>
            <div class="table-wrap">
                {move || cohorts.get().map(|c| table(index, c, currency.get().as_deref()))}
            </div>
            {move || cohorts.with(|c| {
                let c = c.as_ref()?;
                // Of first purchases there is no figure by days.
                let measures: &[MeasureId] = match c.figure.is_of_customers() {
                    true => &[],
                    false => &[MeasureId::Leads],
                };
                far_days(index, &c.beyond, measures)
            })}
            {move || cohorts.get().map(|c| remarks(&c))}
        </BlockFrame>
    }
}

#[component]
fn CohortControls(index: usize, can_be_customers: Memo<bool>) -> impl IntoView {
    let app = App::here();
    let spec = Memo::new(move |_| match app.state.document().read().report.blocks.get(index) {
        Some(BlockSpec::Cohorts(spec)) => Some(spec.clone()),
        _ => None,
    });
    let edit = move |change: &dyn Fn(&mut CohortsSpec)| {
        app.edit(|d| {
            if let Some(BlockSpec::Cohorts(spec)) = d.report.blocks.get_mut(index) {
                change(spec);
            }
        });
    };
    let figures = Signal::derive(move || {
        let name = words().question.cohort_figure;
        CohortFigure::ALL
            .iter()
            .map(|f| (format!("{f:?}"), name(*f).to_owned()))
            .collect::<Vec<_>>()
    });
    let grains = Signal::derive(move || {
        let name = words().names.grain;
        GRAINS.iter().map(|g| (format!("{g:?}"), name(*g).to_owned())).collect::<Vec<_>>()
    });
    let ages = Signal::derive(move || {
        let question = &words().question;
        let figure = spec.with(|s| s.as_ref().map(|s| s.figure)).unwrap_or_default();
        let named = [("units", question.ages_units), ("days", question.days_since(figure))];
        named.map(|(key, name)| (key.to_owned(), name.to_owned())).to_vec()
    });
    let greyed = Signal::derive(move || {
        let of_customers = CohortFigure::ALL.iter().filter(|f| f.is_of_customers());
        let keys = of_customers.filter(|_| !can_be_customers.get());
        keys.map(|f| format!("{f:?}")).collect::<Vec<_>>()
    });
    let figure = move || spec.with(|s| s.as_ref().map(|s| format!("{:?}", s.figure)));
    let grain = move || spec.with(|s| s.as_ref().map(|s| format!("{:?}", s.grain)));
    let age = move || match spec.with(|s| s.as_ref().map(|s| s.ages.clone())) {
        Some(CohortAges::Days(_)) => "days",
        _ => "units",
    };
    let choose_figure = move |key: String| {
        if let Some(figure) = CohortFigure::ALL.into_iter().find(|f| format!("{f:?}") == key) {
            edit(&|s| s.figure = figure);
        }
    };
    let choose_grain = move |key: String| {
        if let Some(grain) = GRAINS.into_iter().find(|g| format!("{g:?}") == key) {
            edit(&|s| s.grain = grain);
        }
    };
    let choose_ages = move |key: String| {
        edit(&|s| {
            s.ages = match key.as_str() {
                "days" => CohortAges::Days(DAYS.to_vec()),
                _ => CohortAges::Units,
            };
        });
    };
    view! {
        <span class="tag-choice">
            <Choice part="cohort-figure" options=figures greyed on_choose=choose_figure
                label=Signal::derive(move || words().question.cohort_figure_label.to_owned())
                chosen=Signal::derive(move || figure().unwrap_or_default())/>
        </span>
        <span class="tag-choice">
            <Choice part="cohort-grain" options=grains on_choose=choose_grain
                label=Signal::derive(move || words().report.trend_grain.to_owned())
                chosen=Signal::derive(move || grain().unwrap_or_default())/>
        </span>
        <span class="tag-choice">
            <Choice part="cohort-ages" options=ages on_choose=choose_ages
                label=Signal::derive(move || words().question.ages_label.to_owned())
                chosen=Signal::derive(move || age().to_owned())/>
        </span>
    }
}

/// The figure of a cell by its key: the row (none: all cohorts), then an age, the records, or now.
fn figure_at(cohorts: &Cohorts, key: &str) -> Option<Figure> {
    let (row, part) = key.split_once(':')?;
    let part = match part {
        "records" => CohortPart::Records,
        "now" => CohortPart::ByNow,
        at => CohortPart::Age(*cohorts.ages.get(at.parse::<usize>().ok()?)?),
    };
    cohorts.figure_of(row.parse().ok(), part)
}

fn table(index: usize, cohorts: Cohorts, currency: Option<&str>) -> impl IntoView + use<> {
    let words = words();
    let question = &words.question;
    let heads = age_heads(&cohorts, question);
    let heads =
        heads.into_iter().map(|h| view! { <th scope="col" class="num">{h}</th> }).collect_view();
    let style = cohorts_column(&cohorts, currency, words);
    let figures = || cohorts.rows.iter().flat_map(|row| &row.cells).map(|c| &c.figure);
    let most = figures().filter_map(|q| q.value).fold(0.0, f64::max);
    let key = |row: Option<usize>, part: &str| {
        Some(format!("{}:{part}", row.map(|row| row.to_string()).unwrap_or_default()))
    };
    let records = |row: Option<usize>, n: u64| {
        let place = CellPlace::new(key(row, "records"), row == Some(0));
        view! {
            <td class="num" data-value=n.to_string() data-part=place.part() data-figure=place.key.clone()
                tabindex=place.tabindex>{words.locale.count(n)}</td>
        }
    };
    let line = |row: Option<usize>, cells: &[CohortCell], by_now: &Quantity| {
        let most = if row.is_some() { most } else { 0.0 };
        let cells = cells.iter().enumerate().map(|(at, c)| {
            cell(c, (currency, style), most, &CellPlace::new(key(row, &at.to_string()), false))
        });
        let now = CellPlace::new(key(row, "now"), false);
        view! { {cells.collect_view()}{total_cell(by_now, (currency, style), &now)} }
    };
    let rows = cohorts.rows.iter().enumerate().map(|(at, row)| {
        view! {
            <tr data-part="cohort" data-start=row.start.to_string()>
                <th scope="row">{words.locale.date(cohorts.grain, row.start)}</th>
                {records(Some(at), row.records)}
                {line(Some(at), &row.cells, &row.by_now)}
            </tr>
        }
    });
    let rows = rows.collect_view();
    let total =
        view! { {records(None, cohorts.records)}{line(None, &cohorts.total, &cohorts.by_now)} };
    let figure_shown = cohorts.figure;
    let cohorts = StoredValue::new(cohorts);
    let figure = move |key: String| cohorts.with_value(|c| figure_at(c, &key));
    view! {
        <TraceGrid part="cohorts-table" class="cohorts-table" index figure>
            <thead><tr>
                <th scope="col">{question.cohort_head(figure_shown)}</th>
                <th scope="col" class="num">{question.cohort_size(figure_shown)}</th>
                {heads}
                <th scope="col" class="num total">{question.by_now}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
            <tfoot><tr class="total" data-part="cohorts-total">
                <th scope="row">{question.mature_total}</th>
                {total}
            </tr></tfoot>
        </TraceGrid>
    }
}

fn cell(
    cell: &CohortCell,
    (currency, style): (Option<&str>, Style),
    most: f64,
    place: &CellPlace,
) -> AnyView {
    if cell.maturity == Maturity::Unborn {
        return view! { <td class="num" data-value="" tabindex="-1"></td> }.into_any();
    }
    let (figure, words) = (&cell.figure, words());
    let young = cell.maturity == Maturity::Young;
    let class = if young { "young" } else { shade(figure.value, most) };
    view! {
        <td class=format!("num {class}") data-value=exact(figure.value)
            data-young=young.then_some("true") title=hint(figure)
            data-part=place.part() data-figure=place.key.clone() tabindex=place.tabindex>
            {words.quantity(figure, currency, style)}{sure_line(figure)}
        </td>
    }
    .into_any()
}

fn total_cell(
    figure: &Quantity,
    (currency, style): (Option<&str>, Style),
    place: &CellPlace,
) -> impl IntoView + use<> {
    view! {
        <td class="num total" data-value=exact(figure.value) title=hint(figure)
            data-part=place.part() data-figure=place.key.clone() tabindex=place.tabindex>
            {words().quantity(figure, currency, style)}{sure_line(figure)}
        </td>
    }
}

fn remarks(cohorts: &Cohorts) -> impl IntoView + use<> {
    let words = words();
    let (question, figure) = (&words.question, cohorts.figure);
    let any_young =
        cohorts.rows.iter().flat_map(|r| &r.cells).any(|c| c.maturity == Maturity::Young);
    let mut parts: Vec<String> = Vec::new();
    if let Some(who) = cohorts.customers.filter(|_| figure.is_of_customers()) {
        parts.push((question.customers.says)(figure).to_owned());
        parts.push((question.customers.who)(who).to_owned());
    }
    parts.extend(any_young.then(|| question.young(figure).to_owned()));
    if cohorts.unplaced > 0 {
        parts.push(question.out_of_cohorts(figure, cohorts.unplaced));
    }
    if cohorts.customers.is_none() {
        let why = (words.trouble.absence)(&Absence::NoEntity);
        parts.push(format!("{}: {why}.", question.customers.absent));
    }
    (!parts.is_empty())
        .then(|| view! { <p class="quiet-line" data-part="cohort-remarks">{parts.join(" ")}</p> })
}
