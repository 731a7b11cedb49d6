//! What a trend shows besides its figures: parts, the year before, a moving average, the season.

use crate::app::action::App;
use crate::app::part::block_frame::ReportMemo;
use crate::app::part::choice::Choice;
use crate::app::part::dimension_choice::DimensionChoice;
use crate::app::part::menu::Menu;
use crate::app::words;
use crate::engine::dimension::Dimension;
use crate::engine::report::{BlockSpec, Season, SeasonAbsence, Trend, TrendSpec};
use leptos::prelude::*;

const AVERAGES: [u32; 6] = [2, 3, 4, 6, 7, 12];

#[component]
pub fn TrendOptions(
    index: usize,
    report: ReportMemo,
    spec: Memo<Option<TrendSpec>>,
    trend: Memo<Option<Trend>>,
) -> impl IntoView {
    let app = App::here();
    let edit = move |change: &dyn Fn(&mut TrendSpec)| {
        app.edit(|d| {
            if let Some(BlockSpec::Trend(spec)) = d.report.blocks.get_mut(index) {
                change(spec);
            }
        });
    };
    let split = Signal::derive(move || spec.with(|s| s.as_ref()?.split.clone()));
    let text = |of: fn(&crate::i18n::Asking) -> &'static str| {
        Signal::derive(move || of(&words().asking).to_owned())
    };
    let no_split = text(|a| a.no_split);
    let averages = Signal::derive(move || {
        let asking = &words().asking;
        let none = [(String::new(), asking.average_none.to_owned())];
        let all = AVERAGES.map(|n| (n.to_string(), (asking.average_of)(n)));
        none.into_iter().chain(all).collect::<Vec<_>>()
    });
    let average = Signal::derive(move || {
        spec.with(|s| s.as_ref()?.average).map(|n| n.to_string()).unwrap_or_default()
    });
    let is = move |of: fn(&TrendSpec) -> bool| {
        Memo::new(move |_| spec.with(|s| s.as_ref().is_some_and(of)))
    };
    let (year, season) = (is(|s| s.year_before), is(|s| s.season));
    // Asked for or not, there is none where the answer says why.
    let lack = move || {
        trend.with(|t| {
            let t = t.as_ref()?;
            let a_year = Season::units(t.grain);
            let (first, last) = (t.starts.first()?, t.starts.last()?);
            let units = t.starts.len() - usize::from(t.last_is_partial);
            match a_year {
                None => Some(SeasonAbsence::NotThisGrain),
                Some(n) if units / n < 2 || first == last => Some(SeasonAbsence::TooShort),
                Some(_) => None,
            }
        })
    };
    let why = move || lack().map(|l| (words().asking.season_absent)(l));
    view! {
        <span class="tag-choice">
            <DimensionChoice part="trend-split" label=text(|a| a.split_by) report chosen=split empty=no_split
                on_choose=move |d: Dimension| edit(&|s| s.split = Some(d.clone()))/>
            <button class="tag-remove no-print" data-part="trend-unsplit" hidden=move || split.with(Option::is_none)
                aria-label=move || words().asking.no_split on:click=move |_| edit(&|s| s.split = None)>"✕"</button>
        </span>
        <Menu part="trend-options" label=text(|a| a.average_label) sign="⚙" class="level-menu no-print" stays=true>
            <div class="level-options">
                <label class="tick">
                    <input type="checkbox" data-part="trend-year" prop:checked=move || year.get()
                        on:change=move |_| edit(&|s| s.year_before = !s.year_before)/>
                    {move || words().asking.year_before}
                </label>
                <span class="control-name">{move || words().asking.average_label}</span>
                <Choice part="trend-average" label=text(|a| a.average_label) options=averages chosen=average
                    on_choose=move |key: String| edit(&|s| s.average = key.parse().ok())/>
                <label class="tick" class:off=move || lack().is_some() title=why>
                    <input type="checkbox" data-part="trend-season" prop:checked=move || season.get()
                        disabled=move || lack().is_some() && !season.get()
                        on:change=move |_| edit(&|s| s.season = !s.season)/>
                    {move || words().asking.season}
                    {move || why().map(|w| format!(": {w}"))}
                </label>
            </div>
        </Menu>
    }
}
