//! Makes or changes a measure of the user's own: a name, a formula that is checked as it is typed,
//! and things to put into it.

use crate::app::action::App;
use crate::app::columns::{KnownColumn, known_columns};
use crate::app::part::choice::Choice;
use crate::app::part::measure_picker::measure_key;
use crate::app::state::{AppStateStoreFields, Dialog};
use crate::app::words;
use crate::engine::formula::{FUNCTIONS, Formula, FormulaError, FormulaErrorKind, OwnMeasure};
use crate::engine::funnel::stage_names;
use crate::engine::measure::MeasureId;
use crate::engine::report::{BlockSpec, ReportSpec};
use crate::engine::value::Unit;
use leptos::html::Textarea;
use leptos::prelude::*;

const UNITS: [Unit; 3] = [Unit::Share, Unit::Ratio, Unit::Count];

#[component]
pub fn OwnDialog(id: Option<u16>, block: Option<usize>) -> impl IntoView {
    let app = App::here();
    let known = {
        let document = app.state.document();
        let document = document.read_untracked();
        document.report.own.iter().find(|o| Some(o.id) == id).cloned().unwrap_or_default()
    };
    let name = RwSignal::new(known.name);
    let formula = RwSignal::new(known.formula);
    let unit = RwSignal::new(known.unit);
    let field = NodeRef::<Textarea>::new();
    let read = Memo::new(move |_| {
        let columns = known_columns(app);
        let kind = |file: Option<&str>, header: &str| {
            let is = |c: &&KnownColumn| c.header == header && file.is_none_or(|f| f == c.file);
            columns.iter().find(is).map(KnownColumn::formula_kind)
        };
        let stages = stage_names(&app.state.document().read().mapping);
        let read = formula.with(|text| Formula::read(text, &kind));
        read.and_then(|read| read.unknown_stage(&stages).map_or(Ok(read), Err))
    });
    let error = move || read.with(|r| r.as_ref().err().cloned());
    let insert = move |text: &str| {
        let at = field.get_untracked().and_then(|f| f.selection_start().ok().flatten());
        formula.update(|formula| {
            // The page counts in UTF-16, as JavaScript does.
            let mut units: Vec<u16> = formula.encode_utf16().collect();
            let at = at.map_or(units.len(), |at| (at as usize).min(units.len()));
            units.splice(at..at, text.encode_utf16());
            *formula = String::from_utf16_lossy(&units);
        });
        if let Some(field) = field.get_untracked() {
            let _ = field.focus();
        }
    };
    let save = move |_| {
        let own = OwnMeasure {
            id: id.unwrap_or_default(),
            name: name.get_untracked().trim().to_owned(),
            formula: formula.get_untracked(),
            unit: unit.get_untracked(),
        };
        app.edit(|d| keep(&mut d.report, own, id, block));
        app.show(Dialog::None);
    };
    let remove = move |_| {
        app.edit(|d| d.report.own.retain(|o| Some(o.id) != id));
        app.show(Dialog::None);
    };
    let has_choice = move || read.with(|r| r.as_ref().is_ok_and(|f| UNITS.contains(&f.unit)));
    let units = Signal::derive(move || {
        let unit_name = words().asking.unit;
        let own = read.with(|r| r.as_ref().map(|f| f.unit).unwrap_or(Unit::Ratio));
        let first = (String::new(), unit_name(own).to_owned());
        let all = UNITS.into_iter().filter(move |u| *u != own);
        std::iter::once(first)
            .chain(all.map(|u| (format!("{u:?}"), unit_name(u).to_owned())))
            .collect::<Vec<_>>()
    });
    view! {
        <div class="own-dialog" data-part="own-dialog">
            <h2 id="dialog-title">{move || words().asking.own_title}</h2>
            <label class="own-field">
                <span class="control-name">{move || words().asking.own_name}</span>
                <input class="field" data-part="own-name" prop:value=name
                    placeholder=move || words().unnamed(formula.get().trim())
                    on:input:target=move |event| name.set(event.target().value())/>
            </label>
            <label class="own-field">
                <span class="control-name">{move || words().asking.own_formula}</span>
                <textarea class="field own-formula" rows="3" spellcheck="false" data-part="own-formula-field" node_ref=field
                    aria-invalid=move || error().is_some().to_string() aria-describedby="own-error"
                    prop:value=formula on:input:target=move |event| formula.set(event.target().value())></textarea>
            </label>
            <div id="own-error" aria-live="polite">
                {move || said(&formula.get(), error())}
                {move || error().and_then(meant).map(|(at, typed, id)| {
                    let put = move |_| {
                        formula.update(|f| *f = replaced(f, at, typed, &measure_key(id)));
                        if let Some(field) = field.get_untracked() {
                            let _ = field.focus();
                        }
                    };
                    let words = words();
                    let question = (words.asking.own_meant)((words.names.measure)(id).name, &measure_key(id));
                    view! {
                        <button class="button small ghost" data-part="own-meant" on:click=put>{question}</button>
                    }
                })}
            </div>
            <p class="sub">{move || words().asking.own_hint}</p>
            <Insert on_insert=move |text: String| insert(&text)/>
            <div class="own-field" hidden=move || !has_choice()>
                <span class="control-name">{move || words().asking.own_unit}</span>
                <Choice part="own-unit" label=Signal::derive(move || words().asking.own_unit.to_owned()) options=units
                    chosen=Signal::derive(move || unit.get().map(|u| format!("{u:?}")).unwrap_or_default())
                    on_choose=move |key: String| unit.set(UNITS.into_iter().find(|u| format!("{u:?}") == key))/>
            </div>
            <div class="dialog-actions">
                <button class="button primary" data-part="own-save" disabled=move || error().is_some() on:click=save>
                    {move || words().asking.own_save}
                </button>
                {id.map(|_| view! {
                    <button class="button ghost" data-part="own-remove" on:click=remove>
                        {move || words().asking.own_remove}
                    </button>
                })}
            </div>
        </div>
    }
}

/// Keeps a measure under its number, or a new one under the next; a new one is shown by its block.
pub fn keep(report: &mut ReportSpec, mut own: OwnMeasure, id: Option<u16>, block: Option<usize>) {
    if let Some(known) = report.own.iter_mut().find(|o| Some(o.id) == id) {
        *known = own;
        return;
    }
    own.id = report.own.iter().map(|o| o.id + 1).max().unwrap_or(1);
    let measure = MeasureId::Own(own.id);
    report.own.push(own);
    match block.and_then(|at| report.blocks.get_mut(at)) {
        Some(BlockSpec::Kpis(spec)) => spec.measures.push(measure),
        Some(BlockSpec::Breakdown(spec)) => spec.measures.push(measure),
        Some(BlockSpec::Trend(spec)) => spec.measures.push(measure),
        Some(BlockSpec::Pivot(spec)) => spec.measures.push(measure),
        _ => {}
    }
}

/// What is wrong, and the formula with the character marked, or all of a name that nobody knows.
fn said(text: &str, error: Option<FormulaError>) -> Option<AnyView> {
    let error = error.filter(|_| !text.trim().is_empty())?;
    let before: String = text.chars().take(error.at).collect();
    let count = match &error.kind {
        FormulaErrorKind::UnknownName(name) => name.chars().count(),
        _ => 1,
    };
    let wrong: String = text.chars().skip(error.at).take(count).collect();
    // At the end there is nothing to mark but the place.
    let wrong = if wrong.is_empty() { " ".to_owned() } else { wrong };
    let after: String = text.chars().skip(error.at + count).collect();
    let message = (words().asking.formula_error)(error.at, &error.kind);
    Some(
        view! {
            <p class="own-error" data-part="own-error" data-at=error.at>{message}</p>
            <pre class="own-marked" aria-hidden="true">{before}<mark>{wrong}</mark>{after}</pre>
        }
        .into_any(),
    )
}

/// The measure that an unknown name may stand for: people write the name that they see. With where
/// it stands, and how long it is.
fn meant(error: FormulaError) -> Option<(usize, usize, MeasureId)> {
    let FormulaErrorKind::UnknownName(typed) = error.kind else { return None };
    let names = &words().names;
    // The closer the likeness the better; of equal ones the first of the list.
    let likeness = |id: &MeasureId| {
        let (name, key) = ((names.measure)(*id).name.to_lowercase(), measure_key(*id));
        let is = [
            name == typed,
            name.starts_with(&typed),
            key.starts_with(&typed),
            name.contains(&typed),
        ];
        is.iter().position(|is| *is)
    };
    let found =
        MeasureId::EVERY.iter().filter(|id| likeness(id).is_some()).min_by_key(|id| likeness(id));
    found.map(|id| (error.at, typed.chars().count(), *id))
}

/// The text with so many of its characters from there on replaced.
fn replaced(text: &str, at: usize, count: usize, by: &str) -> String {
    let before: String = text.chars().take(at).collect();
    let after: String = text.chars().skip(at + count).collect();
    format!("{before}{by}{after}")
}

/// Measures, and functions of columns, to be put in where the cursor is.
#[component]
fn Insert(#[prop(into)] on_insert: Callback<String>) -> impl IntoView {
    let app = App::here();
    let first = |label: &'static str| (String::new(), label.to_owned());
    let measures = Signal::derive(move || {
        let words = words();
        let name = |id: &MeasureId| (measure_key(*id), (words.names.measure)(*id).name.to_owned());
        std::iter::once(first(words.asking.own_insert))
            .chain(MeasureId::EVERY.iter().map(name))
            .collect::<Vec<_>>()
    });
    let columns = Signal::derive(move || {
        let all = known_columns(app);
        let escaped = |text: &str| text.replace(']', "]]");
        let mut options = vec![first(words().asking.own_insert_column)];
        for stage in stage_names(&app.state.document().read().mapping) {
            let text = format!("reached([{}])", escaped(&stage));
            options.push((text.clone(), text));
        }
        for column in &all {
            let again = all.iter().filter(|c| c.header == column.header).count() > 1;
            let file = if again { format!("[{}]", escaped(&column.file)) } else { String::new() };
            let is_other = column.formula_kind() == crate::engine::formula::ColumnKind::Other;
            let most = if is_other { 2 } else { FUNCTIONS.len() };
            for (function, _) in FUNCTIONS.iter().take(most) {
                let text = format!("{function}({file}[{}])", escaped(&column.header));
                options.push((text.clone(), text));
            }
        }
        options
    });
    let choose = move |text: String| {
        if !text.is_empty() {
            on_insert.run(text);
        }
    };
    let label = Signal::derive(move || words().asking.own_insert.to_owned());
    let column_label = Signal::derive(move || words().asking.own_insert_column.to_owned());
    view! {
        <div class="own-insert">
            <Choice part="own-insert-measure" label options=measures chosen=Signal::stored(String::new()) on_choose=choose/>
            <Choice part="own-insert-column" label=column_label options=columns chosen=Signal::stored(String::new()) on_choose=choose/>
        </div>
    }
}
