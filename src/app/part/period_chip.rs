//! The days that the report is about: everything, a period that counts back from the data's own
//! last day, or two dates.

use crate::app::action::App;
use crate::app::part::block_frame::ReportMemo;
use crate::app::part::choice::Choice;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::filter::{Grain, Period, PeriodSpec};
use crate::engine::value::Day;
use leptos::prelude::*;

/// What is offered, besides two dates.
const OFFERED: [PeriodSpec; 9] = [
    PeriodSpec::All,
    PeriodSpec::This(Grain::Month),
    PeriodSpec::This(Grain::Quarter),
    PeriodSpec::This(Grain::Year),
    PeriodSpec::Last(1, Grain::Month),
    PeriodSpec::Last(1, Grain::Quarter),
    PeriodSpec::Last(1, Grain::Year),
    PeriodSpec::Last(3, Grain::Month),
    PeriodSpec::Last(12, Grain::Month),
];
/// The key of two dates.
const BETWEEN: &str = "Between";

#[component]
pub fn PeriodChip(report: ReportMemo) -> impl IntoView {
    let app = App::here();
    let spec = Memo::new(move |_| app.state.document().read().report.period);
    let is_between = Memo::new(move |_| matches!(spec.get(), PeriodSpec::Between(_)));
    let resolved = Memo::new(move |_| {
        report.with(|r| {
            let scope = &r.as_ref()?.scope;
            scope.period.or(scope.extent)
        })
    });
    let options = Signal::derive(move || {
        let words = words();
        let named = |p: &PeriodSpec| (key(*p), (words.report.period_choice)(*p));
        let mut options: Vec<_> = OFFERED.iter().map(named).collect();
        if !is_between.get() && !OFFERED.contains(&spec.get()) {
            options.push(named(&spec.get()));
        }
        options.push((BETWEEN.to_owned(), words.report.period_custom.to_owned()));
        options
    });
    let choose = move |chosen: String| {
        let offered = OFFERED.into_iter().find(|p| key(*p) == chosen);
        // Two dates begin with what was shown until now.
        let between = || resolved.get_untracked().map(PeriodSpec::Between);
        if let Some(period) = offered.or_else(between) {
            app.edit(|d| d.report.period = period);
        }
    };
    let set = move |change: &dyn Fn(Period) -> Period| {
        let Some(period) = resolved.get_untracked().map(change) else { return };
        app.edit(|d| d.report.period = PeriodSpec::Between(period));
    };
    let dates = move || {
        let report = &words().report;
        view! {
            <DateField part="period-from" label=report.from day=Signal::derive(move || resolved.get().map(|p| p.first))
                on_choose=move |day: Day| set(&|p| p.beginning(day))/>
            "–"
            <DateField part="period-to" label=report.to day=Signal::derive(move || resolved.get().map(|p| p.last))
                on_choose=move |day: Day| set(&|p| p.ending(day))/>
        }
    };
    view! {
        <span class="chip">
            <span class="chip-name">{move || words().report.period}</span>
            <Choice
                part="period"
                label=Signal::derive(move || words().report.period.to_owned())
                options
                chosen=Signal::derive(move || key(spec.get()))
                on_choose=choose
            />
            {move || if is_between.get() {
                dates().into_any()
            } else {
                resolved.get().map(|p| view! {
                    <span class="chip-note" data-part="resolved-period">{words().locale.period(p)}</span>
                }).into_any()
            }}
        </span>
    }
}

fn key(period: PeriodSpec) -> String {
    match period {
        PeriodSpec::Between(_) => BETWEEN.to_owned(),
        other => format!("{other:?}"),
    }
}

#[component]
pub fn DateField(
    part: &'static str,
    label: &'static str,
    #[prop(into)] day: Signal<Option<Day>>,
    #[prop(into)] on_choose: Callback<Day>,
) -> impl IntoView {
    view! {
        <input
            type="date"
            class="date-field"
            data-part=part
            aria-label=label
            prop:value=move || day.get().map(|d| d.to_string()).unwrap_or_default()
            on:change:target=move |event| {
                if let Some(day) = parse(&event.target().value()) {
                    on_choose.run(day);
                }
            }
        />
        // On paper the browser's own field would keep the browser's language and its calendar.
        <span class="on-paper">{move || day.get().map(|day| words().locale.day(day))}</span>
    }
}

/// A date as the browser's own field writes it: `2026-11-22`.
fn parse(text: &str) -> Option<Day> {
    let mut parts = text.splitn(3, '-').map(str::parse::<u32>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    Day::from_ymd(i32::try_from(year).ok()?, month, day)
}
