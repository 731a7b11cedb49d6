//! The bar below the title: which days, compared with what, on which basis, in which currency, and
//! which records are kept.

use crate::app::action::App;
use crate::app::part::as_of_chip::AsOfChip;
use crate::app::part::block_frame::ReportMemo;
use crate::app::part::choice::Choice;
use crate::app::part::credit_chip::CreditChip;
use crate::app::part::filter_chip::FilterChips;
use crate::app::part::filter_menu::FilterMenu;
use crate::app::part::margin_chip::MarginChip;
use crate::app::part::period_chip::PeriodChip;
use crate::app::part::policy_choice::PolicyChoice;
use crate::app::part::segment_choice::SegmentChoice;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::filter::{Comparison, PeriodSpec};
use crate::engine::mapping::FileKind;
use crate::engine::report::Basis;
use leptos::prelude::*;

#[component]
pub fn FilterBar(report: ReportMemo) -> impl IntoView {
    view! {
        <div class="filter-bar" data-part="filter-bar" role="group" aria-label=move || words().report.filters>
            <PeriodChip report/>
            <AsOfChip report/>
            <ComparisonChip report/>
            <SegmentChoice report/>
            <BasisChip/>
            <CreditChip report/>
            <CurrencyChip report/>
            <MarginChip/>
            <span class="chip">
                <span class="chip-name">{move || words().report.policy}</span>
                <PolicyChoice part="policy"/>
            </span>
            <FilterChips report/>
            <FilterMenu report/>
        </div>
    }
}

const COMPARISONS: [Comparison; 5] = [
    Comparison::PreviousPeriod,
    Comparison::SamePeriodLastYear,
    Comparison::Target,
    Comparison::Segments,
    Comparison::Nothing,
];
/// Those that need days to look back from.
const OF_DAYS: [Comparison; 2] = [Comparison::PreviousPeriod, Comparison::SamePeriodLastYear];

/// With what the period is compared; everything has nothing before it.
#[component]
fn ComparisonChip(report: ReportMemo) -> impl IntoView {
    let app = App::here();
    let document = app.state.document();
    let chosen = Signal::derive(move || format!("{:?}", document.read().report.comparison));
    let no_plan = Memo::new(move |_| {
        let document = document.read();
        !document.mapping.files.iter().any(|f| f.kind == FileKind::Targets)
    });
    let everything = Signal::derive(move || document.read().report.period == PeriodSpec::All);
    let options = Signal::derive(move || {
        let words = words();
        let name = |c: &Comparison| match (c, no_plan.get()) {
            (Comparison::Target, true) => {
                let name = (words.report.comparison_choice)(*c);
                format!("{name} – {}", words.compare.no_plan)
            }
            _ => (words.report.comparison_choice)(*c).to_owned(),
        };
        COMPARISONS.iter().map(|c| (format!("{c:?}"), name(c))).collect::<Vec<_>>()
    });
    let choose = move |key: String| {
        if let Some(comparison) = COMPARISONS.into_iter().find(|c| format!("{c:?}") == key) {
            app.edit(|d| d.report.comparison = comparison);
        }
    };
    let resolved = move || {
        let previous = report.with(|r| r.as_ref()?.scope.previous)?;
        Some(view! {
            <span class="chip-note" data-part="previous-period">{words().locale.period(previous)}</span>
        })
    };
    let is_idle = Memo::new(move |_| match document.read().report.comparison {
        Comparison::Target => no_plan.get(),
        other => everything.get() && OF_DAYS.contains(&other),
    });
    let greyed = Signal::derive(move || {
        let days = OF_DAYS.into_iter().filter(|_| everything.get());
        let plan = Some(Comparison::Target).filter(|_| no_plan.get());
        days.chain(plan).map(|c| format!("{c:?}")).collect::<Vec<_>>()
    });
    let hint = move || is_idle.get().then(|| words().report.nothing_before);
    // A cohort's sales are still to come: no plan of a month's sales is of them.
    let waits = move || {
        let document = document.read();
        let (asked, basis) = (document.report.comparison, document.report.basis);
        let waits = asked == Comparison::Target && basis == Basis::Cohort && !everything.get();
        (waits && !no_plan.get()).then(|| {
            let words = words();
            let said = (words.compare.plan_by_events)((words.names.basis)(Basis::Period));
            view! { <span class="chip-note" data-part="plan-waits">{said}</span> }
        })
    };
    view! {
        <span class="chip" class:off=move || is_idle.get() title=hint>
            <span class="chip-name">{move || words().report.comparison}</span>
            <Choice
                part="comparison"
                label=Signal::derive(move || words().report.comparison.to_owned())
                options
                chosen
                on_choose=choose
                greyed
            />
            {resolved}
            {waits}
        </span>
    }
}

const BASES: [Basis; 2] = [Basis::Cohort, Basis::Period];

#[component]
fn BasisChip() -> impl IntoView {
    let app = App::here();
    let basis = Memo::new(move |_| app.state.document().read().report.basis);
    let options = Signal::derive(move || {
        let name = words().names.basis;
        BASES.iter().map(|b| (format!("{b:?}"), name(*b).to_owned())).collect::<Vec<_>>()
    });
    let choose = move |key: String| {
        if let Some(chosen) = BASES.into_iter().find(|b| format!("{b:?}") == key) {
            app.edit(|d| d.report.basis = chosen);
        }
    };
    view! {
        <span class="chip" title=move || (words().names.basis_text)(basis.get())>
            <span class="chip-name">{move || words().report.basis}</span>
            <Choice
                part="basis"
                label=Signal::derive(move || words().report.basis.to_owned())
                options
                chosen=Signal::derive(move || format!("{:?}", basis.get()))
                on_choose=choose
            />
        </span>
    }
}

/// Only where the data has several.
#[component]
fn CurrencyChip(report: ReportMemo) -> impl IntoView {
    let app = App::here();
    let named = Memo::new(move |_| {
        report.with(|r| {
            let all = r.as_ref().map_or(&[][..], |r| r.scope.currencies.as_slice());
            let mut codes: Vec<String> =
                all.iter().map(|c| c.currency.clone()).filter(|c| !c.is_empty()).collect();
            // The choice keeps its order whichever is chosen.
            codes.sort();
            codes
        })
    });
    let chosen = Signal::derive(move || {
        report.with(|r| r.as_ref()?.scope.currency.clone()).unwrap_or_default()
    });
    let options =
        Signal::derive(move || named.get().into_iter().map(|c| (c.clone(), c)).collect::<Vec<_>>());
    let choose = move |code: String| app.edit(|d| d.report.currency = Some(code));
    view! {
        <span class="chip" hidden=move || { named.with(Vec::len) < 2 }>
            <span class="chip-name">{move || words().report.currency}</span>
            <Choice
                part="currency"
                label=Signal::derive(move || words().report.currency.to_owned())
                options
                chosen
                on_choose=choose
            />
        </span>
    }
}
