//! Files that are one table, or could be: why, what became of their rows and columns, and what can
//! be decided about it. Not here: the files by themselves (`file_list`).

use crate::app::action::App;
use crate::app::part::exports_offer::{ComparedExports, ExportsOffer, is_compared};
use crate::app::part::left_rows::LeftRows;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::{follow_words, words};
use crate::engine::append::decide::{leave_out, let_in, set_apart};
use crate::engine::append::{Appended, FileGroup};
use crate::engine::document::Document;
use crate::engine::mapping::view::GroupView;
use leptos::prelude::*;

/// All groups, in the document's order.
#[component]
pub fn FileGroups() -> impl IntoView {
    let app = App::here();
    let groups = Memo::new(move |_| {
        let view = app.state.session().view().get();
        view.map(|v| v.groups.clone()).unwrap_or_default()
    });
    view! {
        {move || {
            follow_words();
            groups.get().into_iter().map(|view| view! { <OneGroup view/> }).collect_view()
        }}
    }
}

#[component]
fn OneGroup(view: GroupView) -> impl IntoView {
    let words = words();
    let append = &words.append;
    let files = view.files.len() as u64;
    let joined = view.appended.is_some();
    let is_known =
        App::here().state.document().read_untracked().mapping.groups.contains(&view.group);
    let compared = !joined && is_compared(App::here(), &view);
    let title = match (joined, is_known) {
        (true, _) => (append.joined)(files),
        (false, true) if compared => (words.pipeline_change.compared)(files),
        (false, true) => (append.apart)(files),
        (false, false) => (append.offered)(files),
    };
    let reasons: Vec<String> = view.reasons.iter().map(append.reason).collect();
    let state = match (joined, is_known) {
        (true, _) => "joined",
        (false, true) if compared => "compared",
        (false, true) => "apart",
        (false, false) => "offered",
    };
    view! {
        <section class="file-group card" data-part="file-group" data-name=view.group.name.clone() data-state=state>
            <header>
                <h2>{title}</h2>
                {joined.then(|| view! { <span class="tag good">{view.group.name.clone()}</span> })}
                <span class="sub">{reasons.join(" · ")}</span>
                <Switch view=view.clone() compared/>
            </header>
            {(!joined).then(|| view! { <p class="sub">{view.files.join(" · ")}</p> })}
            {view.refusal.as_ref().map(|r| view! { <p class="sub" role="alert">{(append.refusal)(r)}</p> })}
            {compared.then(|| view! { <ComparedExports view=view.clone()/> })}
            <ExportsOffer view=view.clone()/>
            {view.appended.clone().map(|told| view! { <Told view=view.clone() told/> })}
        </section>
    }
}

/// One table, or files by themselves.
#[component]
fn Switch(view: GroupView, compared: bool) -> impl IntoView {
    let app = App::here();
    let append = &words().append;
    let apart = view.appended.is_none();
    let cannot = apart && view.refusal.is_some();
    let group = view.group;
    view! {
        <button
            class="button small"
            class:primary=apart && !compared
            data-part=if apart { "join-files" } else { "split-files" }
            disabled=cannot
            on:click=move |_| {
                app.hide_left();
                app.edit_tables(|d| set_apart(d, &group, !apart));
            }
        >
            {if apart { append.join } else { append.split }}
        </button>
    }
}

/// What became of the files.
#[component]
fn Told(view: GroupView, told: Appended) -> impl IntoView {
    let append = &words().append;
    let left = told.overlap + told.copies_left_out();
    let notes = told.notes.iter().map(|note| view! { <li>{(append.note)(note)}</li> });
    let notes = notes.collect_view();
    let has_notes = !told.notes.is_empty();
    view! {
        {members(&view, &told)}
        <Key view=view.clone() told=told.clone()/>
        {has_notes.then(|| view! { <ul class="notes sub" data-part="column-notes">{notes}</ul> })}
        <Copies view=view.clone() told/>
        {(left > 0).then(|| view! { <LeftRows group=view.group.name.clone() count=left/> })}
        <OtherFiles view/>
    }
}

/// File by file: rows read are rows counted, overlap and copies.
fn members(view: &GroupView, told: &Appended) -> impl IntoView + use<> {
    let app = App::here();
    let words = words();
    let append = &words.append;
    let count = |n: u64| words.locale.count(n);
    let table = view.group.name.clone();
    let can_leave = told.files.len() > 1;
    let rows = told.files.iter().map(|file| {
        let (table, name) = (table.clone(), file.name.clone());
        let label = (append.take_out)(&file.name);
        let day = |text: &str| text.get(..10).unwrap_or(text).to_owned();
        let days = match (day(&file.first), day(&file.last)) {
            (first, last) if first == last => first,
            (first, last) => format!("{first} – {last}"),
        };
        view! {
            <tr data-part="member" data-name=file.name.clone()>
                <th scope="row">{file.name.clone()}</th>
                <td>{days}</td>
                <td class="num">{count(file.rows)}</td>
                <td class="num">{count(file.kept)}</td>
                <td class="num">{count(file.overlap)}</td>
                <td class="num">{count(file.copies)}</td>
                <td>
                    {can_leave.then(|| view! {
                        <button class="button ghost small" data-part="take-out" aria-label=label.clone() title=label
                            on:click=move |_| app.edit_tables(|d| leave_out(d, &table, &name))>
                            "✕"
                        </button>
                    })}
                </td>
            </tr>
        }
    });
    let total = [told.rows_read(), told.kept(), told.overlap, told.copies_left_out()];
    let total = total.map(|n| view! { <td class="num">{count(n)}</td> }).collect_view();
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-label=(append.joined)(told.files.len() as u64)>
            <table data-part="members">
                <thead>
                    <tr>
                        <th scope="col">{words.mapping.file_label}</th>
                        <th scope="col">{append.days}</th>
                        <th scope="col" class="num">{append.read}</th>
                        <th scope="col" class="num">{append.counted}</th>
                        <th scope="col" class="num">{append.overlap}</th>
                        <th scope="col" class="num">{append.copies}</th>
                        <td></td>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
                <tfoot>
                    <tr data-part="sums" data-read=told.rows_read() data-kept=told.kept() data-overlap=told.overlap>
                        <th scope="row">{append.total}</th>
                        <td></td>
                        {total}
                        <td></td>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

/// By what rows of two files are one record, and how to change that.
#[component]
fn Key(view: GroupView, told: Appended) -> impl IntoView {
    let app = App::here();
    let append = &words().append;
    let key = told.key.join(" + ");
    let rule = match key.as_str() {
        "" => append.no_key.to_owned(),
        _ if told.doubted => (append.doubted)(&key),
        key => (append.key_rule)(key, told.modified.as_deref()),
    };
    let restated = (told.restated > 0).then(|| (append.restated)(told.restated));
    let shared =
        (told.shared_days > 0).then(|| (append.shared_days)(told.shared_days, told.shared_rows));
    let name = view.group.name.clone();
    let trusted = name.clone();
    let choices = view.columns.iter().map(|column| {
        let (column, name) = (column.clone(), name.clone());
        let is_part = view.group.key.contains(&column);
        let label = column.clone();
        view! {
            <label>
                <input type="checkbox" prop:checked=is_part on:change=move |_| {
                    app.edit_tables(|d| change(d, &name, |g| toggle_key(g, &column)));
                }/>
                " "
                {label}
            </label>
        }
    });
    view! {
        <p class="sub" class:bad-text=told.doubted data-part="key-rule">
            {rule}
            {restated.map(|text| format!(" {text}"))}
        </p>
        {shared.map(|text| view! { <p class="sub" data-part="shared-days">{text}</p> })}
        {told.doubted.then(|| view! {
            <button class="button small" data-part="trust-key" on:click=move |_| {
                app.edit_tables(|d| change(d, &trusted, |g| g.key_decided = true));
            }>
                {append.trust_key}
            </button>
        })}
        <details data-part="change-key">
            <summary>{append.change_key}</summary>
            <div class="key-choices">{choices.collect_view()}</div>
        </details>
    }
}

/// Whether rows that equal another in every cell are counted.
#[component]
fn Copies(view: GroupView, told: Appended) -> impl IntoView {
    let app = App::here();
    let append = &words().append;
    let name = view.group.name;
    (told.copies > 0).then(|| {
        view! {
            <label class="sub">
                <input type="checkbox" data-part="drop-copies" prop:checked=told.drop_copies on:change=move |_| {
                    app.edit_tables(|d| change(d, &name, |g| g.drop_copies = !g.drop_copies));
                }/>
                " "
                {(append.count_once)(told.copies)}
            </label>
        }
    })
}

/// Files that could be taken in.
#[component]
fn OtherFiles(view: GroupView) -> impl IntoView {
    let app = App::here();
    let append = &words().append;
    let table = view.group.name;
    let files = view.others.iter().map(|f| view! { <option value=f.clone()>{f.clone()}</option> });
    let files = files.collect_view();
    (!view.others.is_empty()).then(|| {
        view! {
            <select class="choice" data-part="add-file" aria-label=append.add_file
                on:change:target=move |event| {
                    let file = event.target().value();
                    app.edit_tables(|d| let_in(d, &table, &file));
                }>
                <option value="">{append.add_file}</option>
                {files}
            </select>
        }
    })
}

/// Changes the decision about one table.
fn change(document: &mut Document, table: &str, how: impl FnOnce(&mut FileGroup)) {
    if let Some(group) = document.mapping.groups.iter_mut().find(|g| g.name == table) {
        how(group);
    }
}

/// A key that the user made is a key.
fn toggle_key(group: &mut FileGroup, column: &str) {
    match group.key.iter().position(|k| k == column) {
        Some(at) => drop(group.key.remove(at)),
        None => group.key.push(column.to_owned()),
    }
    group.key_decided = true;
}
