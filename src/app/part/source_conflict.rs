//! Records of which the CRM's own source and the UTM marks name different channels: how many, which
//! pairs, who decides. One choice changes it.

use crate::app::action::App;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use crate::engine::mapping::FirstSource;
use crate::engine::mapping::disagree::Disagreement;
use leptos::prelude::*;

const CHOICES: [FirstSource; 2] = [FirstSource::Utm, FirstSource::Crm];
/// Pairs shown; the count says the rest.
const PAIRS_SHOWN: usize = 6;

#[component]
pub fn SourceConflict() -> impl IntoView {
    let app = App::here();
    let view = app.state.session().view();
    let told = Memo::new(move |_| {
        view.get().and_then(|v| v.channels.as_ref().and_then(|c| c.disagreement.clone()))
    });
    view! {
        {move || told.get().map(|told| {
            let m = &words().meeting;
            let line = match told.records {
                0 => (m.disagree_none)(told.both),
                n => (m.disagree_line)(n, told.both),
            };
            view! {
                <div class="source-conflict" data-part="source-conflict" data-records=told.records>
                    <h3>{m.disagree_title}</h3>
                    <p class="sub">{line}</p>
                    <fieldset class="segments" data-part="first-source">
                        <legend class="visually-hidden">{m.first_label}</legend>
                        {CHOICES.map(|choice| {
                            let chosen = choice == told.first;
                            view! {
                                <button type="button" class="button small" aria-pressed=chosen.to_string()
                                    data-value=format!("{choice:?}")
                                    on:click=move |_| app.edit(|d| d.mapping.channels.first = choice)>
                                    {(m.first_source)(choice)}
                                </button>
                            }
                        })}
                    </fieldset>
                    {(told.records > 0).then(|| pairs(&told))}
                </div>
            }
        })}
    }
}

fn pairs(told: &Disagreement) -> impl IntoView + use<> {
    let words = words();
    let m = &words.meeting;
    let crm_wins = told.first == FirstSource::Crm;
    let rows = told.pairs.iter().take(PAIRS_SHOWN).map(|pair| {
        let (crm, utm) = (words.channel(&pair.crm_channel), words.channel(&pair.utm_channel));
        view! {
            <tr data-part="source-pair">
                <th scope="row" class="raw">{pair.crm.clone()}</th>
                <td class:decides=crm_wins class:overruled=!crm_wins>{crm}</td>
                <td class="raw">{pair.utm.clone()}</td>
                <td class:decides=!crm_wins class:overruled=crm_wins>{utm}</td>
                <td class="num">{words.locale.count(pair.records)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let rest = told.more + told.pairs.len().saturating_sub(PAIRS_SHOWN) as u64;
    view! {
        <div class="table-wrap">
            <table>
                <thead>
                    <tr>
                        <th scope="colgroup" colspan="2">{m.says_crm}</th>
                        <th scope="colgroup" colspan="2">{m.says_utm}</th>
                        <th scope="col" class="num">{words.mapping.rows}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {(rest > 0).then(|| view! { <p class="sub">{(words.shell.and_more)(rest)}</p> })}
    }
}
