//! How a file was read, each setting one click away from another: the file is read again.

use crate::app::action::App;
use crate::app::state::FileEntry;
use crate::app::words;
use crate::engine::import::ImportOptions;
use crate::engine::profile::{DateOrder, DecimalSign, FileProfile};
use leptos::prelude::*;
use std::sync::Arc;

/// Encodings offered, by WHATWG name.
const ENCODINGS: [&str; 9] = [
    "UTF-8",
    "UTF-16LE",
    "UTF-16BE",
    "windows-1251",
    "windows-1252",
    "windows-1253",
    "KOI8-R",
    "IBM866",
    "ISO-8859-7",
];
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];
const ORDERS: [DateOrder; 3] =
    [DateOrder::YearMonthDay, DateOrder::DayMonthYear, DateOrder::MonthDayYear];
const SIGNS: [DecimalSign; 2] = [DecimalSign::Point, DecimalSign::Comma];
/// The header is looked for among this many records at most.
const HEADER_CHOICES: u32 = 12;

#[component]
pub fn ImportOptionsBar(entry: FileEntry, profile: Arc<FileProfile>) -> impl IntoView {
    let app = App::here();
    let words = words();
    let data = &words.data;
    let dialect = profile.dialect.clone();
    let options = entry.options.clone();
    let id = entry.id;
    let reread = move |change: &dyn Fn(&mut ImportOptions)| {
        let mut options = entry.options.clone();
        change(&mut options);
        app.reread_file(id, options);
    };
    let reread = StoredValue::new_local(reread);
    let order = profile.columns.iter().find_map(|c| c.format.date_order);
    let sign = profile.columns.iter().find_map(|c| c.format.decimal);
    let encodings = ENCODINGS.iter().map(|e| ((*e).to_owned(), (*e).to_owned())).collect();
    let delimiters = DELIMITERS.iter().map(|d| (d.to_string(), (data.delimiter)(*d))).collect();
    let headers = (0..=HEADER_CHOICES)
        .map(|n| {
            let name = if n == 0 { data.no_header.to_owned() } else { n.to_string() };
            (n.to_string(), name)
        })
        .collect();
    let orders = ORDERS.iter().map(|o| (format!("{o:?}"), (data.date_order)(*o).to_owned()));
    let signs = SIGNS.iter().map(|s| (format!("{s:?}"), (data.decimal)(*s).to_owned()));
    view! {
        <div class="import-options aside">
            <Choice part="option-encoding" label=data.encoding found=dialect.encoding.clone()
                chosen=options.encoding.clone() choices=encodings
                on_choose={move |v: Option<String>| reread.with_value(|r| r(&|o| o.encoding = v.clone()))}/>
            <Choice part="option-delimiter" label=data.delimiter_label found=(data.delimiter)(dialect.delimiter)
                chosen=options.delimiter.map(String::from) choices=delimiters
                on_choose={move |v: Option<String>| reread.with_value(|r| {
                    r(&|o| o.delimiter = v.as_ref().and_then(|d| d.chars().next()));
                })}/>
            <Choice part="option-header" label=data.header_line
                found=dialect.header_record.map_or_else(|| data.no_header.to_owned(), |r| r.to_string())
                chosen=options.header_record.map(|r| r.to_string()) choices=headers
                on_choose={move |v: Option<String>| reread.with_value(|r| {
                    r(&|o| o.header_record = v.as_ref().and_then(|n| n.parse().ok()));
                })}/>
            <Choice part="option-dates" label=data.dates
                found=order.map_or_else(|| words.shell.none.to_owned(), |o| (data.date_order)(o).to_owned())
                chosen=options.date_order.map(|o| format!("{o:?}")) choices=orders.collect()
                on_choose={move |v: Option<String>| reread.with_value(|r| {
                    r(&|o| o.date_order = pick(&ORDERS, v.as_ref()));
                })}/>
            <Choice part="option-decimal" label=data.decimals
                found=sign.map_or_else(|| words.shell.none.to_owned(), |s| (data.decimal)(s).to_owned())
                chosen=options.decimal.map(|s| format!("{s:?}")) choices=signs.collect()
                on_choose={move |v: Option<String>| reread.with_value(|r| {
                    r(&|o| o.decimal = pick(&SIGNS, v.as_ref()));
                })}/>
        </div>
    }
}

/// The variant that was offered under its debug name.
fn pick<T: Copy + std::fmt::Debug>(all: &[T], name: Option<&String>) -> Option<T> {
    all.iter().copied().find(|t| Some(&format!("{t:?}")) == name)
}

/// One setting: what was found stands as the first choice.
#[component]
fn Choice(
    part: &'static str,
    label: &'static str,
    found: String,
    chosen: Option<String>,
    choices: Vec<(String, String)>,
    #[prop(into)] on_choose: UnsyncCallback<Option<String>>,
) -> impl IntoView {
    let words = words();
    let overridden = chosen.is_some();
    let now = chosen.unwrap_or_default();
    let options = choices.into_iter().map(|(value, name)| {
        let selected = value == now;
        view! { <option value=value selected=selected>{name}</option> }
    });
    view! {
        <label class:overridden=overridden>
            {label}
            " "
            <select
                class="field quiet"
                data-part=part
                on:change:target=move |event| {
                    let value = event.target().value();
                    on_choose.run(Some(value).filter(|v| !v.is_empty()));
                }
            >
                <option value="" selected=!overridden>
                    {if overridden { words.data.automatic.to_owned() } else { found }}
                </option>
                {options.collect_view()}
            </select>
        </label>
    }
}
