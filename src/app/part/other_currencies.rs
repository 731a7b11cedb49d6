//! Money in other currencies than the report's: said in words beside its figures, never added.

use crate::app::part::block_frame::ReportMemo;
use crate::app::words;
use leptos::prelude::*;

#[component]
pub fn OtherCurrencies(report: ReportMemo) -> impl IntoView {
    let others = Memo::new(move |_| {
        report.with(|r| {
            let scope = r.as_ref().map(|r| &r.scope);
            let all = scope.map_or(&[][..], |s| s.currencies.as_slice());
            all.iter().skip(1).filter(|c| c.records > 0).cloned().collect::<Vec<_>>()
        })
    });
    let line = move || {
        let words = words();
        let said = move |c: &crate::engine::report::CurrencySum| {
            let named = !c.currency.is_empty();
            let amount = words.locale.money(c.won_amount, named.then_some(c.currency.as_str()));
            let name = if named { c.currency.as_str() } else { words.report.currency_unnamed };
            view! {
                <span data-part="other-currency" data-currency=c.currency.clone() data-records=c.records data-value=c.won_amount.to_string()>
                    {(words.report.other_currency)(name, c.records, &amount)}"."
                </span>
                " "
            }
        };
        let others = others.get();
        (!others.is_empty()).then(|| {
            view! {
                <p class="quiet-line">{others.iter().map(said).collect_view()}</p>
            }
        })
    };
    view! { {line} }
}
