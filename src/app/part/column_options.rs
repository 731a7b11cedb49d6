//! One column: what is known of it, what was understood, and how it is to be read instead. Opened
//! from the head of the column or from its issues.

use crate::app::action::App;
use crate::app::part::assumption_list::Way;
use crate::app::part::file_preview::Desk;
use crate::app::part::popover::{Anchor, Popover};
use crate::app::part::preview_table::column_facts;
use crate::app::words;
use crate::engine::import::ColumnOption;
use crate::engine::profile::{ColumnProfile, DateOrder, DecimalSign};
use crate::engine::table::ColumnType;
use leptos::prelude::*;

/// The types that can be chosen; an amount is a number with a currency beside it.
const KINDS: [ColumnType; 7] = [
    ColumnType::Text,
    ColumnType::Decimal,
    ColumnType::Percent,
    ColumnType::Day,
    ColumnType::Moment,
    ColumnType::Time,
    ColumnType::Flag,
];
const ORDERS: [DateOrder; 3] =
    [DateOrder::DayMonthYear, DateOrder::MonthDayYear, DateOrder::YearMonthDay];
const SIGNS: [DecimalSign; 2] = [DecimalSign::Point, DecimalSign::Comma];

/// The panel: one for all columns of the preview.
#[component]
pub fn ColumnOptions(desk: Desk) -> impl IntoView {
    let anchor = RwSignal::new(None::<Anchor>);
    // Which column: kept while the panel closes, so that it does not go blank before it is gone.
    let header = RwSignal::new(String::new());
    Effect::new(move || {
        if let Some((column, at)) = desk.column.get() {
            header.set(column);
            anchor.set(Some(at));
            desk.column.set(None);
        }
    });
    let label = move || (words().quarantine.column_panel)(&header.get());
    view! {
        <Popover part="column-panel" anchor label=Signal::derive(label)>
            <Panel desk header anchor/>
        </Popover>
    }
}

#[component]
fn Panel(desk: Desk, header: RwSignal<String>, anchor: RwSignal<Option<Anchor>>) -> impl IntoView {
    let app = App::here();
    let column = Memo::new(move |_| {
        let file = desk.file.read();
        file.profile.columns.iter().find(|c| c.header == *header.read()).cloned()
    });
    let option = Memo::new(move |_| {
        let file = desk.file.read();
        let mut all = file.options.columns.iter();
        all.find(|c| c.header == *header.read()).cloned().unwrap_or_default()
    });
    let change = move |change: &dyn Fn(&mut ColumnOption)| {
        app.change_column(desk.id(), &header.get_untracked(), change);
    };
    let kind = move |kind: Option<ColumnType>| {
        let is_on = move || option.read().kind == kind;
        let name = move || match kind {
            Some(kind) => (words().quarantine.type_name)(kind).to_owned(),
            None => words().quarantine.by_itself.to_owned(),
        };
        view! {
            <button class="pick" class:on=is_on aria-pressed=move || is_on().to_string() data-part="column-type"
                data-type=kind.map_or_else(String::new, |k| format!("{k:?}"))
                on:click=move |_| change(&|o| o.kind = kind)>
                {name}
            </button>
        }
    };
    let way = move |way: Way| {
        let is_on = move || match way {
            Way::Order(order) => now_order(column.get().as_ref(), &option.read()) == Some(order),
            Way::Sign(sign) => now_sign(column.get().as_ref(), &option.read()) == Some(sign),
        };
        let name = move || match way {
            Way::Order(order) => (words().data.date_order)(order),
            Way::Sign(sign) => (words().data.decimal)(sign),
        };
        view! {
            <button class="pick" class:on=is_on aria-pressed=move || is_on().to_string() data-part="column-way"
                data-way=format!("{way:?}")
                on:click=move |_| change(&|o| match way {
                    Way::Order(order) => o.date_order = Some(order),
                    Way::Sign(sign) => o.decimal = Some(sign),
                })>
                {name}
            </button>
        }
    };
    let ways = move || match column.read().as_ref().map(|c| c.kind) {
        Some(ColumnType::Day | ColumnType::Moment) => {
            Some((words().data.dates, ORDERS.map(|o| way(Way::Order(o))).collect_view().into_any()))
        }
        Some(
            ColumnType::Integer | ColumnType::Decimal | ColumnType::Money | ColumnType::Percent,
        ) => Some((
            words().data.decimals,
            SIGNS.map(|s| way(Way::Sign(s))).collect_view().into_any(),
        )),
        _ => None,
    };
    view! {
        <h3>{move || header.get()}</h3>
        {move || column.get().map(|column| known(&column))}
        <p class="sub">{move || words().quarantine.type_label}</p>
        <div class="picks" role="group" aria-label=move || words().quarantine.type_label>
            {kind(None)}
            {KINDS.map(|k| kind(Some(k))).collect_view()}
        </div>
        {move || ways().map(|(label, buttons)| view! {
            <p class="sub">{label}</p>
            <div class="picks" role="group" aria-label=label>{buttons}</div>
        })}
        <p class="popover-foot">
            <button class="button small" data-part="close-panel" on:click=move |_| anchor.set(None)>
                {move || words().shell.close}
            </button>
        </p>
    }
}

/// Facts in one line, and each note of how the column was understood.
fn known(column: &ColumnProfile) -> impl IntoView + use<> {
    let words = words();
    let notes = column.format.notes.iter().map(|note| (words.names.format_note)(*note));
    view! {
        <p class="sub" data-part="column-facts">{column_facts(column).join(" · ")}</p>
        {notes.map(|note| view! { <p class="note" data-part="column-note">{note}</p> }).collect_view()}
    }
}

fn now_order(column: Option<&ColumnProfile>, option: &ColumnOption) -> Option<DateOrder> {
    option.date_order.or_else(|| {
        column?.format.date_order.filter(|_| !column.is_some_and(|c| c.format.ambiguous))
    })
}

fn now_sign(column: Option<&ColumnProfile>, option: &ColumnOption) -> Option<DecimalSign> {
    option.decimal.or_else(|| column?.format.decimal)
}
