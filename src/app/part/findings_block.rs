//! What to check: what the data can't say or says wrongly, each in a sentence with its count and
//! with what to do about it.

use crate::app::action::App;
use crate::app::looking::today;
use crate::app::part::block_frame::ReportMemo;
use crate::app::words;
use crate::engine::audit::Finding;
use leptos::prelude::*;

/// So many are shown before the reader asks for more.
const SHOWN: usize = 5;

#[component]
pub fn FindingsBlock(report: ReportMemo, span: Signal<&'static str>) -> impl IntoView {
    let app = App::here();
    let findings = Memo::new(move |_| {
        let mut findings =
            report.with(|r| r.as_ref().map_or_else(Vec::new, |r| r.findings.clone()));
        findings.sort_by_key(weight);
        findings
    });
    // The engine has no clock; the page has one.
    let is_ahead = Memo::new(move |_| {
        let as_of = report.with(|r| r.as_ref().and_then(|r| r.scope.as_of));
        as_of.zip(today()).is_some_and(|(as_of, today)| as_of > today)
    });
    let all = RwSignal::new(false);
    let hidden = Memo::new(move |_| findings.with(Vec::len).saturating_sub(SHOWN));
    // Paper shows them all, so the rest is hidden and not left out.
    let list = move || findings.get().iter().enumerate().map(note).collect_view();
    view! {
        <section
            class=move || format!("card block findings {}", span.get())
            data-part="findings-block"
            aria-labelledby="findings-title"
        >
            <header>
                <h2 id="findings-title">{move || words().report.findings_title}</h2>
                <span class="aside">{move || words().report.findings_hint}</span>
                <button class="button small no-print" data-part="open-audit" on:click=move |_| app.show_audit()>
                    {move || words().audit.open}
                </button>
            </header>
            <ul class:all=move || all.get()>{move || is_ahead.get().then(ahead)}{list}</ul>
            {move || (findings.with(Vec::is_empty) && !is_ahead.get()).then(|| view! {
                <p class="quiet-line" data-part="no-findings">{words().report.no_findings}</p>
            })}
            {move || (hidden.get() > 0).then(|| view! {
                <button class="button ghost small no-print" data-part="all-findings" on:click=move |_| all.update(|a| *a = !*a)>
                    {move || {
                        let shell = &words().shell;
                        if all.get() { shell.show_less.to_owned() } else { (shell.and_more)(hidden.get() as u64) }
                    }}
                </button>
            })}
        </section>
    }
}

/// The as-of day is later than the page's own day.
fn ahead() -> impl IntoView + use<> {
    let words = &words().as_of;
    view! {
        <li class="note" data-part="finding" data-kind="as_of_ahead">
            <span class="finding-mark loud" aria-hidden="true"></span>
            <div>
                <p>{words.ahead}</p>
                <p class="sub">{words.ahead_advice}</p>
            </div>
        </li>
    }
}

fn note((place, finding): (usize, &Finding)) -> impl IntoView + use<> {
    let words = words();
    let text = (words.trouble.finding)(finding);
    let is_extra = place >= SHOWN;
    let is_loud = weight(finding) == 0;
    view! {
        <li class="note" class:extra=is_extra data-part="finding" data-kind=kind(finding)>
            <span class="finding-mark" class:loud=is_loud aria-hidden="true"></span>
            <div>
                <p>{text.text}</p>
                <p class="sub">{text.advice}</p>
            </div>
        </li>
    }
}

/// The finding's name in documents, for tests.
fn kind(finding: &Finding) -> String {
    let value = serde_json::to_value(finding).unwrap_or_default();
    let name = value.as_str().map(str::to_owned);
    name.or_else(|| value.as_object()?.keys().next().cloned()).unwrap_or_default()
}

/// What changes figures comes first (0), then what limits them (1), then what is only good to know.
fn weight(finding: &Finding) -> u8 {
    match finding {
        Finding::Crossing(crossing) => {
            if crossing.is_doubtful() {
                1
            } else {
                2
            }
        }
        Finding::RepeatsKept { .. }
        | Finding::KeyDoubted { .. }
        | Finding::SharedDays { .. }
        | Finding::FileNotCounted { .. }
        | Finding::LookupMissing { .. }
        | Finding::StagesUnmapped { .. }
        | Finding::WonWithoutAmount { .. }
        | Finding::WithoutCreatedDate { .. }
        | Finding::FarDays { .. }
        | Finding::JoinUnmatched { .. }
        | Finding::Currencies { .. }
        | Finding::SpendWithoutDay { .. } => 0,
        Finding::LostDepthUnknown { .. }
        | Finding::WonWithZeroAmount { .. }
        | Finding::WonWithoutCloseDate { .. }
        | Finding::CloseBeforeCreated { .. }
        | Finding::OpenPastExpectedClose { .. }
        | Finding::ChannelUnassigned { .. }
        | Finding::SpendWithoutLeads { .. }
        | Finding::SpendNotTied { .. }
        | Finding::History(_)
        | Finding::OnlyClosed
        | Finding::NothingWon => 1,
        Finding::Repeats { .. }
        | Finding::Appended { .. }
        | Finding::StageUnused { .. }
        | Finding::LookupUnused { .. }
        | Finding::LookupKeyRepeats { .. } => 2,
    }
}
