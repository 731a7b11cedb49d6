//! Whose a record is: its own channel, or those that touched it, by a model of attribution; and the
//! sentence that says so wherever channels play a part.

use crate::app::action::App;
use crate::app::part::block_frame::ReportMemo;
use crate::app::part::choice::Choice;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::attribution::{HALF_LIVES, Model};
use crate::engine::dimension::Dimension;
use crate::engine::report::{Answer, CreditSpec};
use leptos::prelude::*;

#[component]
pub fn CreditChip(report: ReportMemo) -> impl IntoView {
    let app = App::here();
    let credit = Memo::new(move |_| app.state.document().read().report.credit);
    let lacking = Memo::new(move |_| {
        report.with(|r| r.as_ref().map(|r| r.scope.lacking.clone()).unwrap_or_default())
    });
    let key = |model: Model| format!("{model:?}");
    let options = Signal::derive(move || {
        let says = &words().attribution;
        let own = (String::new(), says.own_channel.to_owned());
        let models = Model::EVERY.map(|m| (key(m), (says.model)(m).to_owned()));
        std::iter::once(own).chain(models).collect::<Vec<_>>()
    });
    let greyed = Signal::derive(move || {
        lacking.with(|l| l.iter().map(|(m, _)| key(*m)).collect::<Vec<_>>())
    });
    let choose = move |chosen: String| {
        let model = Model::EVERY.into_iter().find(|m| key(*m) == chosen);
        app.edit(|d| {
            let before = d.report.credit.unwrap_or_default();
            d.report.credit = model.map(|model| CreditSpec { model, ..before });
        });
    };
    let half_lives = Signal::derive(move || {
        HALF_LIVES.map(|days| (days.to_string(), (words().attribution.half_life)(days))).to_vec()
    });
    let choose_half_life = move |key: String| {
        if let Ok(half_life) = key.parse() {
            app.edit(|d| d.report.credit = d.report.credit.map(|c| CreditSpec { half_life, ..c }));
        }
    };
    // Why some can't be chosen, each reason once.
    let hint = move || {
        let says = &words().attribution;
        let mut reasons: Vec<&str> = Vec::new();
        for (_, lack) in lacking.get() {
            let reason = (says.lack)(lack);
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        (!reasons.is_empty()).then(|| reasons.join(" "))
    };
    view! {
        <span class="chip" title=hint>
            <span class="chip-name">{move || words().attribution.credit_label}</span>
            <Choice part="credit" label=Signal::derive(move || words().attribution.credit_label.to_owned())
                options greyed on_choose=choose
                chosen=Signal::derive(move || credit.get().map(|c| key(c.model)).unwrap_or_default())/>
            {move || (credit.get().map(|c| c.model) == Some(Model::TimeDecay)).then(|| view! {
                <Choice part="credit-half-life" options=half_lives on_choose=choose_half_life
                    label=Signal::derive(move || words().attribution.half_life_label.to_owned())
                    chosen=Signal::derive(move || credit.get().map(|c| c.half_life.to_string()).unwrap_or_default())/>
            })}
        </span>
    }
}

/// How records belong to channels in a block, where its groups are channels.
pub fn credit_line(report: ReportMemo, index: usize) -> Option<String> {
    report.with(|r| {
        let report = r.as_ref()?;
        let credit = report.scope.credit?;
        let has = |dimension: &Dimension| *dimension == Dimension::Channel;
        let by_channel = match report.blocks.get(index)? {
            Answer::Breakdown(b) => has(&b.dimension),
            Answer::Pivot(p) => p.row_dimensions.iter().chain(&p.column_dimensions).any(has),
            Answer::Trend(t) => t.split.as_ref().is_some_and(has),
            _ => false,
        };
        by_channel.then(|| words().credit(credit))
    })
}
