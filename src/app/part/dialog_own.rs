//! Makes or changes a measure of the user's own: a name, a formula that is checked as it is typed,
//! and things to put into it.

use crate::app::action::App;
use crate::app::columns::{KnownColumn, known_columns};
use crate::app::part::choice::Choice;
use crate::app::part::measure_picker::measure_key;
use crate::app::state::{AppStateStoreFields, Dialog};
use crate::app::words;
use crate::engine::formula::{FUNCTIONS, Formula, FormulaError, OwnMeasure};
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
        formula.with(|text| Formula::read(text, &kind))
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
                    on:input:target=move |event| name.set(event.target().value())/>
            </label>
            <label class="own-field">
                <span class="control-name">{move || words().asking.own_formula}</span>
                <textarea class="field own-formula" rows="3" spellcheck="false" data-part="own-formula-field" node_ref=field
                    aria-invalid=move || error().is_some().to_string() aria-describedby="own-error"
                    prop:value=formula on:input:target=move |event| formula.set(event.target().value())></textarea>
            </label>
            <div id="own-error" aria-live="polite">{move || said(&formula.get(), error())}</div>
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
fn keep(report: &mut ReportSpec, mut own: OwnMeasure, id: Option<u16>, block: Option<usize>) {
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

/// What is wrong, and the formula with the character marked.
fn said(text: &str, error: Option<FormulaError>) -> Option<AnyView> {
    let error = error.filter(|_| !text.trim().is_empty())?;
    let before: String = text.chars().take(error.at).collect();
    let wrong = text.chars().nth(error.at).map_or_else(|| " ".to_owned(), String::from);
    let after: String = text.chars().skip(error.at + 1).collect();
    let message = (words().asking.formula_error)(error.at, &error.kind);
    Some(
        view! {
            <p class="own-error" data-part="own-error" data-at=error.at>{message}</p>
            <pre class="own-marked" aria-hidden="true">{before}<mark>{wrong}</mark>{after}</pre>
        }
        .into_any(),
    )
}

/// Measures, and functions of columns, to be put in where the cursor is.
#[component]
fn Insert(#[prop(into)] on_insert: Callback<String>) -> impl IntoView {
    let app = App::here();
    let none = move || (String::new(), words().asking.own_insert.to_owned());
    let measures = Signal::derive(move || {
        let words = words();
        let name = |id: &MeasureId| (measure_key(*id), (words.names.measure)(*id).name.to_owned());
        std::iter::once(none()).chain(MeasureId::EVERY.iter().map(name)).collect::<Vec<_>>()
    });
    let columns = Signal::derive(move || {
        let all = known_columns(app);
        let escaped = |text: &str| text.replace(']', "]]");
        let mut options = vec![none()];
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
    view! {
        <div class="own-insert">
            <Choice part="own-insert-measure" label options=measures chosen=Signal::stored(String::new()) on_choose=choose/>
            <Choice part="own-insert-column" label options=columns chosen=Signal::stored(String::new()) on_choose=choose/>
        </div>
    }
}
