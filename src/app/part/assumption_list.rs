//! Columns that can be read in two ways: what was assumed, shown on a value of the column, and the
//! other reading one click away. A click on the assumption itself settles it as well.

use crate::app::action::App;
use crate::app::part::file_preview::Desk;
use crate::app::words;
use crate::engine::import::{day_of, number_of};
use crate::engine::profile::{ColumnProfile, DateOrder, DecimalSign};
use leptos::prelude::*;

/// Shown at once; the others on demand.
const SHOWN: usize = 3;

const ORDERS: [DateOrder; 3] =
    [DateOrder::DayMonthYear, DateOrder::MonthDayYear, DateOrder::YearMonthDay];
const SIGNS: [DecimalSign; 2] = [DecimalSign::Point, DecimalSign::Comma];

/// What the user may choose for a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    Order(DateOrder),
    Sign(DecimalSign),
}

/// One column in question.
#[derive(Clone, Debug, PartialEq)]
struct Question {
    header: String,
    /// A value of the column that the ways read differently.
    example: Option<String>,
    now: Way,
    /// The user has said so.
    settled: bool,
    ways: Vec<(Way, Option<String>)>,
}

#[component]
pub fn AssumptionList(desk: Desk) -> impl IntoView {
    let questions = Memo::new(move |_| {
        let file = desk.file.read();
        let is_settled = |column: &ColumnProfile| {
            let mut options = file.options.columns.iter();
            options.any(|o| {
                o.header == column.header && (o.date_order.is_some() || o.decimal.is_some())
            })
        };
        let columns = file.profile.columns.iter();
        let asked =
            columns.filter_map(|column| match (column.format.ambiguous, is_settled(column)) {
                (true, _) => ask(column, false),
                // What was settled stays in sight, to think again and so that nothing jumps.
                (false, true) => ask(column, true).filter(|q| q.example.is_some()),
                (false, false) => None,
            });
        asked.collect::<Vec<_>>()
    });
    let columns =
        Memo::new(move |_| questions.read().iter().map(|q| q.header.clone()).collect::<Vec<_>>());
    let open = Memo::new(move |_| questions.read().iter().filter(|q| !q.settled).count() as u64);
    let title = move || match open.get() {
        0 => words().quarantine.confirmed.to_owned(),
        n => (words().quarantine.to_confirm)(n),
    };
    let all = RwSignal::new(false);
    let shown = move || {
        let mut columns = columns.get();
        columns.truncate(if all.get() { usize::MAX } else { SHOWN });
        columns
    };
    let hidden = move || columns.read().len().saturating_sub(SHOWN);
    let has_more = move || hidden() > 0 && !all.get();
    view! {
        <Show when=move || !columns.read().is_empty()>
            <section class="assumptions" class:settled=move || open.get() == 0 data-part="assumptions"
                data-open=move || open.get() aria-labelledby="assumptions-title">
                <h3 id="assumptions-title" tabindex="-1">{title}</h3>
                <ul>
                    <For each=shown key=|header| header.clone() let:header>
                        <Assumption desk header questions/>
                    </For>
                </ul>
                <Show when=has_more>
                    <button class="link" data-part="all-assumptions" on:click=move |_| all.set(true)>
                        {move || (words().shell.and_more)(hidden() as u64)}
                    </button>
                </Show>
            </section>
        </Show>
    }
}

#[component]
fn Assumption(desk: Desk, header: String, questions: Memo<Vec<Question>>) -> impl IntoView {
    let app = App::here();
    let name = header.clone();
    let question = Memo::new(move |_| questions.read().iter().find(|q| q.header == name).cloned());
    let header = StoredValue::new(header);
    let choose = move |way: Way| header.with_value(|h| app.settle(desk.id(), h, way));
    let buttons = move || {
        let question = question.get()?;
        let (now, settled) = (question.now, question.settled);
        Some(
            question
                .ways
                .into_iter()
                .map(|(way, reading)| {
                    let is_now = way == now;
                    let words = words();
                    let name = match way {
                        Way::Order(order) => (words.data.date_order)(order),
                        Way::Sign(sign) => (words.data.decimal)(sign),
                    };
                    view! {
                        <button class="way" class:now=is_now aria-pressed=is_now.to_string() data-part="settle" data-way=format!("{way:?}")
                            data-now=is_now.to_string() on:click=move |_| choose(way)>
                            {reading.map(|r| view! { <b>{r}</b>" " })}
                            <span>{name}</span>
                            {is_now.then(|| view! {
                                <span class="tag" class:warn=!settled class:good=settled>
                                    {if settled { words.data.overridden } else { words.quarantine.assumed }}
                                </span>
                            })}
                        </button>
                    }
                })
                .collect_view(),
        )
    };
    view! {
        <li class="assumption" data-part="assumption" data-column=header.get_value()>
            <p>{move || question.get().map(|q| sentence(&q))}</p>
            <div class="ways" role="group" aria-label=move || question.get().map(|q| sentence(&q))>
                {buttons}
            </div>
        </li>
    }
}

fn sentence(question: &Question) -> String {
    let words = words();
    let q = &words.quarantine;
    let column = &question.header;
    match (question.now, &question.example) {
        (Way::Order(_), Some(text)) => (q.which_date)(column, text),
        (Way::Order(_), None) => (q.which_order)(column),
        (Way::Sign(_), Some(text)) => (q.which_number)(column, text),
        (Way::Sign(_), None) => (q.which_sign)(column),
    }
}

/// What is asked about a column: an example of it, and what each way makes of it.
fn ask(column: &ColumnProfile, settled: bool) -> Option<Question> {
    let locale = words().locale;
    let texts = || column.top.iter().map(|(text, _)| text);
    let header = column.header.clone();
    if let Some(order) = column.format.date_order {
        let read = |text: &String| ORDERS.map(|o| day_of(text, o));
        // Day and month swapped give two days; with a long year there is no third way.
        let example = texts().find(|t| {
            let [dmy, mdy, _] = read(t);
            dmy.is_some() && mdy.is_some() && dmy != mdy
        });
        let day = |o| example.and_then(|t| day_of(t, o)).map(|d| locale.day(d));
        let ways = ORDERS.into_iter().map(|o| (Way::Order(o), day(o)));
        let ways = ways
            .filter(|(way, day)| day.is_some() || *way == Way::Order(order) || example.is_none());
        let ways =
            ways.filter(|(way, day)| day.is_some() || *way != Way::Order(DateOrder::YearMonthDay));
        let now = Way::Order(order);
        return Some(Question {
            header,
            example: example.cloned(),
            now,
            settled,
            ways: ways.collect(),
        });
    }
    let example = texts().find(|t| {
        let [point, comma] = SIGNS.map(|s| number_of(t, s));
        point.is_some() && comma.is_some() && point != comma
    });
    let read = |s| example.and_then(|t| number_of(t, s));
    let ways =
        SIGNS.into_iter().map(|s| (Way::Sign(s), read(s).map(|n| locale.number_trimmed(n, 3))));
    let now = Way::Sign(assumed_sign(column));
    Some(Question { header, example: example.cloned(), now, settled, ways: ways.collect() })
}

/// The sign that an ambiguous column was read with: it has groups, so the other one is decimal.
fn assumed_sign(column: &ColumnProfile) -> DecimalSign {
    match (column.format.decimal, column.format.group) {
        (Some(sign), _) => sign,
        (None, Some('.')) => DecimalSign::Comma,
        (None, _) => DecimalSign::Point,
    }
}
