//! The page measured from outside: `window.__bench` takes a file the way a drop does and asks three
//! questions of its table through the worker, messages included. Only with the feature `bench`.
//!
//! Sums of all amounts together are what the measure's truth holds; a report would keep currencies
//! apart. So the questions are plain tables over columns (`query::tabulate`). Not here: what is
//! measured.

use crate::app::action::App;
use crate::engine::filter::{Grain, Period};
use crate::engine::query::tabulate::{GroupFact, GroupKey, TabulateSpec, Tabulated};
use crate::engine::value::Day;
use crate::protocol::{Event, FileId};
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

/// Who waits for which answer: what resolves and what rejects the promise.
#[derive(Default)]
struct Waiting {
    ready: Option<(Function, Function)>,
    load: Option<(Function, Function)>,
    table: Option<(Function, Function)>,
    /// Months are written without their day.
    months: bool,
}

thread_local! {
    static WAITING: RefCell<Waiting> = RefCell::default();
    static FILE: Cell<FileId> = const { Cell::new(0) };
}

/// Puts the hook on the window.
pub fn offer(app: App) {
    let hook = Object::new();
    let ready = promise(|waiting, ends| waiting.ready = Some(ends));
    set(&hook, "ready", &ready);
    let load = Closure::<dyn FnMut(JsValue) -> Promise>::new(move |file: JsValue| {
        let promise = promise(|waiting, ends| waiting.load = Some(ends));
        app.add_files(vec![file.unchecked_into::<File>()]);
        promise
    });
    set(&hook, "load", &load.into_js_value());
    for (name, spec) in [("pivot", pivot()), ("filtered", filtered()), ("distinct", distinct())] {
        let ask = Closure::<dyn FnMut() -> Promise>::new(move || {
            let months = spec.within.is_some();
            let promise = promise(|waiting, ends| {
                (waiting.table, waiting.months) = (Some(ends), months);
            });
            app.client().tabulate(FILE.get(), spec.clone());
            promise
        });
        set(&hook, name, &ask.into_js_value());
    }
    set(&window(), "__bench", &hook);
}

/// What the worker said, after the page has taken it in.
pub fn hear(event: Event) {
    let answered = WAITING.with_borrow_mut(|waiting| match event {
        Event::Ready => waiting.ready.take().map(|(done, _)| (done, JsValue::TRUE)),
        Event::Imported { file, profile, .. } => waiting.load.take().map(|(done, _)| {
            FILE.set(file);
            let result = Object::new();
            set(&result, "rows", &JsValue::from_f64(profile.rows as f64));
            (done, result.into())
        }),
        Event::ImportFailed { error, .. } => {
            waiting.load.take().map(|(_, failed)| (failed, format!("{error:?}").into()))
        }
        Event::Tabulated { groups } => {
            let months = waiting.months;
            let groups: Array = groups.iter().map(|g| group(g, months)).collect();
            waiting.table.take().map(|(done, _)| (done, groups.into()))
        }
        _ => None,
    });
    if let Some((call, value)) = answered {
        // A promise's own function can't throw.
        let _ = call.call1(&JsValue::UNDEFINED, &value);
    }
}

fn group(group: &Tabulated, months: bool) -> JsValue {
    let key = |k: &String| JsValue::from(if months { k.get(..7).unwrap_or(k) } else { k });
    let facts = group.facts.iter().map(|f| f.map_or(JsValue::NULL, JsValue::from_f64));
    group.keys.iter().map(key).chain(facts).collect::<Array>().into()
}

fn promise(wait: impl FnOnce(&mut Waiting, (Function, Function))) -> Promise {
    let mut wait = Some(wait);
    Promise::new(&mut |done, failed| {
        if let Some(wait) = wait.take() {
            WAITING.with_borrow_mut(|waiting| wait(waiting, (done, failed)));
        }
    })
}

fn set(object: &JsValue, key: &str, value: &JsValue) {
    // Setting a property of a plain object can't fail.
    let _ = Reflect::set(object, &key.into(), value);
}

fn by(header: &str) -> GroupKey {
    GroupKey { header: header.to_owned(), grain: None }
}

fn amount() -> GroupFact {
    GroupFact::Sum("amount".to_owned())
}

fn pivot() -> TabulateSpec {
    TabulateSpec {
        by: vec![by("channel"), by("stage")],
        within: None,
        facts: vec![GroupFact::Rows, amount()],
    }
}

fn filtered() -> TabulateSpec {
    let day = |month, day| Day::from_ymd(2024, month, day).unwrap_or(Day(0));
    TabulateSpec {
        by: vec![GroupKey { grain: Some(Grain::Month), ..by("created_at") }],
        within: Some(("created_at".to_owned(), Period { first: day(1, 1), last: day(12, 31) })),
        facts: vec![
            GroupFact::Rows,
            amount(),
            GroupFact::Share("stage".to_owned(), "Won".to_owned()),
        ],
    }
}

fn distinct() -> TabulateSpec {
    TabulateSpec {
        by: vec![by("channel")],
        within: None,
        facts: vec![GroupFact::Distinct("company".to_owned())],
    }
}
