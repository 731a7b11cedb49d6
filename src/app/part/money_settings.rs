//! What money of other currencies is worth, and what a week and a year are: rates in a small table,
//! the fiscal year, the first day of the week, the clocks of files.

use crate::app::action::App;
use crate::app::part::clock_choice::Clocks;
use crate::app::part::working_hours::WorkingHoursChoice;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::{follow_words, words};
use crate::engine::calendar::WeekStart;
use crate::engine::mapping::rates::Rate;
use crate::engine::value::Day;
use leptos::prelude::*;

const WEEK_STARTS: [WeekStart; 3] = [WeekStart::Monday, WeekStart::Saturday, WeekStart::Sunday];

#[component]
pub fn MoneySettings() -> impl IntoView {
    view! {
        <section class="money-settings card" data-part="money-settings">
            <header>
                <h2>{move || words().meeting.money_title}</h2>
                <span class="aside">{move || words().meeting.money_hint}</span>
            </header>
            <RateTable/>
            <CalendarChoice/>
            <Clocks/>
            <WorkingHoursChoice/>
        </section>
    }
}

#[component]
fn RateTable() -> impl IntoView {
    let app = App::here();
    let rates = Memo::new(move |_| app.state.document().read().mapping.rates.clone());
    let preview = app.state.session().preview();
    // What the data is in, and what the user named.
    let currencies = Memo::new(move |_| {
        let mut found: Vec<String> = preview.with(|p| {
            p.iter().flat_map(|p| p.currencies.iter().map(|(name, _)| name.clone())).collect()
        });
        let rates = rates.read();
        found.extend(rates.table.iter().map(|r| r.currency.clone()));
        found.extend([rates.to.clone(), "EUR".to_owned(), "USD".to_owned(), "RUB".to_owned()]);
        let mut seen: Vec<String> = Vec::new();
        found.retain(|c| {
            !c.is_empty() && !seen.contains(c) && {
                seen.push(c.clone());
                true
            }
        });
        found
    });
    view! {
        <div class="fields">
            <label>
                {move || words().meeting.convert_to}
                <select class="field" data-part="convert-to" on:change:target=move |event| {
                    let to = event.target().value();
                    app.edit(|d| d.mapping.rates.to = to);
                }>
                    <option value="" selected=move || rates.read().to.is_empty()>{move || words().meeting.convert_nothing}</option>
                    {move || currencies.get().into_iter().map(|c| {
                        let chosen = rates.read().to == c;
                        view! { <option value=c.clone() selected=chosen>{c.clone()}</option> }
                    }).collect_view()}
                </select>
            </label>
        </div>
        <Show when=move || !rates.read().to.is_empty()>
            <div data-part="rates">
                {move || {
                    follow_words();
                    let rates = rates.get();
                    let to = rates.to.clone();
                    rates.table.into_iter().enumerate().map(|(index, rate)| {
                        view! { <RateRow index rate to=to.clone()/> }
                    }).collect_view()
                }}
                <button class="button small" data-part="add-rate" on:click=move |_| {
                    let held = rates.get_untracked();
                    let is_new = |c: &String| *c != held.to && held.table.iter().all(|r| r.currency != *c);
                    let currency = currencies.get_untracked().into_iter().find(is_new).unwrap_or_default();
                    app.edit(|d| d.mapping.rates.table.push(Rate { currency, ..Rate::default() }));
                }>
                    {move || words().meeting.add_rate}
                </button>
                <p class="sub">{move || words().meeting.rate_file}</p>
            </div>
        </Show>
    }
}

#[component]
fn RateRow(index: usize, rate: Rate, to: String) -> impl IntoView {
    let app = App::here();
    let words = words();
    let m = &words.meeting;
    let change = move |change: &dyn Fn(&mut Rate)| {
        app.edit(|d| {
            if let Some(rate) = d.mapping.rates.table.get_mut(index) {
                change(rate);
            }
        });
    };
    let line = (m.rate_line)(&rate.currency, &to);
    // A new line says nothing until somebody knows the rate.
    let known = if rate.rate > 0.0 { rate.rate.to_string() } else { String::new() };
    view! {
        <div class="rate-row" data-part="rate">
            <input class="field" aria-label=m.rate_currency placeholder=m.rate_currency prop:value=rate.currency.clone()
                on:change:target=move |event| {
                    let text = event.target().value().trim().to_owned();
                    change(&|r| r.currency.clone_from(&text));
                }/>
            <input class="field num" inputmode="decimal" aria-label=line placeholder=m.rate_rate prop:value=known
                on:change:target=move |event| {
                    // A comma is a decimal sign to most of the world.
                    let text = event.target().value().trim().replace(',', ".");
                    let typed = if text.is_empty() { Some(0.0) } else { text.parse::<f64>().ok() };
                    if let Some(rate) = typed.filter(|r| r.is_finite() && *r >= 0.0) {
                        change(&|r| r.rate = rate);
                    }
                }/>
            <span aria-hidden="true">{to}</span>
            <input class="field day" type="date" aria-label=m.rate_day title=m.rate_day
                prop:value=rate.day.map(|d| d.to_string()).unwrap_or_default()
                on:change:target=move |event| {
                    let day = Day::from_iso(&event.target().value());
                    change(&|r| r.day = day);
                }/>
            <button class="button ghost small" aria-label=(words.shell.remove_named)(&rate.currency) on:click=move |_| app.edit(|d| {
                if index < d.mapping.rates.table.len() {
                    d.mapping.rates.table.remove(index);
                }
            })>"✕"</button>
        </div>
    }
}

#[component]
fn CalendarChoice() -> impl IntoView {
    let app = App::here();
    let calendar = Memo::new(move |_| app.state.document().read().report.calendar);
    view! {
        <div class="fields">
            <label>
                {move || words().meeting.year_start}
                <select class="field" data-part="year-start" on:change:target=move |event| {
                    if let Ok(month) = event.target().value().parse::<u8>() {
                        app.edit(|d| d.report.calendar.year_start = month);
                    }
                }>
                    {move || (1..=12u8).map(|month| {
                        let chosen = calendar.read().year_start == month;
                        let name = words().locale.month_short(u32::from(month));
                        view! { <option value=month.to_string() selected=chosen>{name}</option> }
                    }).collect_view()}
                </select>
            </label>
            <Show when=move || calendar.read().year_start != 1>
                <label>
                    <input type="checkbox" data-part="named-by-end" prop:checked=move || calendar.read().named_by_end
                        on:change:target=move |event| {
                            let on = event.target().checked();
                            app.edit(|d| d.report.calendar.named_by_end = on);
                        }/>
                    {move || words().meeting.named_by_end}
                </label>
            </Show>
            <label>
                {move || words().meeting.week_start}
                <select class="field" data-part="week-start" on:change:target=move |event| {
                    let value = event.target().value();
                    if let Some(start) = WEEK_STARTS.into_iter().find(|s| format!("{s:?}") == value) {
                        app.edit(|d| d.report.calendar.week_start = start);
                    }
                }>
                    {move || WEEK_STARTS.map(|start| {
                        let chosen = calendar.read().week_start == start;
                        view! {
                            <option value=format!("{start:?}") selected=chosen>{(words().meeting.weekday)(start)}</option>
                        }
                    })}
                </select>
            </label>
        </div>
    }
}
