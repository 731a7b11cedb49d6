//! How a filter compares, and with what: a choice of tests that fit the values, and their fields.

use crate::app::action::App;
use crate::app::columns::known_columns;
use crate::app::part::choice::Choice;
use crate::app::part::filter_other::{FilterOther, has_others};
use crate::app::part::filter_place::FilterPlace;
use crate::app::words;
use crate::engine::dimension::Dimension;
use crate::engine::filter::{
    DaysTest, Filter, Grain, NumberTest, Period, PeriodSpec, Test, TextTest, Than,
};
use crate::engine::table::ColumnType;
use crate::engine::value::Day;
use crate::i18n::Strings;
use leptos::prelude::*;

/// A number as somebody types it; a comma is a decimal sign to most of the world. What no file could
/// hold again (`nan`, `1e999`) is none.
pub(super) fn typed_number(text: &str) -> Option<f64> {
    text.trim().replace(',', ".").parse().ok().filter(|n: &f64| n.is_finite())
}

/// What the values of a dimension are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Values {
    Texts,
    Numbers,
    Days,
}

pub(super) fn values_of(app: App, dimension: &Dimension) -> Values {
    match dimension {
        Dimension::Created(_) | Dimension::Closed(_) => Values::Days,
        Dimension::Column { .. } => {
            let columns = known_columns(app);
            match columns.iter().find(|c| c.dimension() == *dimension).map(|c| c.kind) {
                Some(ColumnType::Day | ColumnType::Moment) => Values::Days,
                Some(ColumnType::Text | ColumnType::Flag) | None => Values::Texts,
                Some(_) => Values::Numbers,
            }
        }
        _ => Values::Texts,
    }
}

const PERIODS: [PeriodSpec; 10] = [
    PeriodSpec::Last(7, Grain::Day),
    PeriodSpec::Last(30, Grain::Day),
    PeriodSpec::Last(90, Grain::Day),
    PeriodSpec::Last(4, Grain::Week),
    PeriodSpec::This(Grain::Month),
    PeriodSpec::Last(1, Grain::Month),
    PeriodSpec::This(Grain::Quarter),
    PeriodSpec::Last(1, Grain::Quarter),
    PeriodSpec::This(Grain::Year),
    PeriodSpec::Last(1, Grain::Year),
];

/// The tests on offer, each as it begins.
fn offered(values: Values, has_others: bool) -> Vec<Test> {
    let mut tests = vec![Test::Among];
    match values {
        Values::Texts => {
            let all = [TextTest::Contains, TextTest::StartsWith, TextTest::EndsWith];
            tests.extend(all.map(Test::Text));
        }
        Values::Numbers => {
            use NumberTest as N;
            let all =
                [N::Equal(0.0), N::Below(0.0), N::AtMost(0.0), N::Above(0.0), N::AtLeast(0.0)];
            tests.extend(all.into_iter().chain([N::Between(0.0, 0.0)]).map(Test::Number));
        }
        Values::Days => {
            let none = Period { first: Day(0), last: Day(0) };
            let within = PERIODS.into_iter().chain([PeriodSpec::Between(none)]);
            tests.extend(within.map(|p| Test::Days(DaysTest::Within(p))));
            tests.extend([DaysTest::From(Day(0)), DaysTest::Until(Day(0))].map(Test::Days));
        }
    }
    if has_others {
        tests.push(Test::Other(Than::default()));
    }
    tests.push(Test::Empty);
    tests
}

fn name(test: &Test, words: &Strings) -> String {
    let asking = &words.asking;
    match *test {
        Test::Among => asking.among.to_owned(),
        Test::Text(test) => (asking.text_test)(test).to_owned(),
        Test::Number(test) => (asking.number_test)(test).to_owned(),
        Test::Days(DaysTest::Within(PeriodSpec::Between(_))) => {
            (asking.number_test)(NumberTest::Between(0.0, 0.0)).to_owned()
        }
        Test::Days(DaysTest::Within(period)) => (words.report.period_choice)(period),
        Test::Days(test) => (asking.days_test)(test).to_owned(),
        Test::Empty => asking.empty.to_owned(),
        Test::Other(_) => asking.other_test.to_owned(),
    }
}

/// Which of the offered tests this is, whatever it compares with.
fn key(test: &Test) -> String {
    match test {
        Test::Number(test) => format!("number {}", test.sign()),
        Test::Days(DaysTest::Within(PeriodSpec::Between(_))) => "between".to_owned(),
        Test::Days(DaysTest::From(_)) => "from".to_owned(),
        Test::Days(DaysTest::Until(_)) => "until".to_owned(),
        Test::Other(_) => "other".to_owned(),
        other => format!("{other:?}"),
    }
}

#[component]
pub fn FilterCondition(
    dimension: Dimension,
    place: FilterPlace,
    filter: Memo<Option<Filter>>,
    /// What is chosen while nothing is decided yet.
    test: RwSignal<Test>,
) -> impl IntoView {
    let app = App::here();
    let values = values_of(app, &dimension);
    let offered = {
        let has_others = values != Values::Texts && has_others(app, &dimension);
        move || offered(values, has_others)
    };
    let dimension = StoredValue::new(dimension);
    let options = Signal::derive(move || {
        let words = words();
        offered().iter().map(|t| (key(t), name(t, words))).collect::<Vec<_>>()
    });
    let set = move |change: &dyn Fn(&mut Filter)| {
        place.change(app, &dimension.get_value(), |f| {
            change(f);
            if !matches!(f.test, Test::Other(_)) {
                f.other = None;
            }
            test.set(f.test);
        });
    };
    let choose = move |chosen: String| {
        let found = offered().into_iter().find(|t| key(t) == chosen);
        let Some(new) = found else { return };
        let was = test.get_untracked();
        test.set(new);
        // Texts that are looked for are no names of groups.
        let keeps = matches!((was, new), (Test::Text(_), Test::Text(_)));
        // These wait for what they are to compare with.
        let is_asked = !matches!(
            new,
            Test::Number(_)
                | Test::Other(_)
                | Test::Days(
                    DaysTest::Within(PeriodSpec::Between(_))
                        | DaysTest::From(_)
                        | DaysTest::Until(_)
                )
        );
        let known = filter.with_untracked(Option::is_some);
        if is_asked && (known || matches!(new, Test::Days(_) | Test::Empty)) {
            set(&|f| {
                f.test = new;
                if !keeps {
                    f.values.clear();
                }
            });
        }
    };
    let number = move |second: bool| {
        let here = move || match test.get() {
            Test::Number(t) => Some(t.bounds()[usize::from(second)]),
            _ => None,
        };
        let decided = move || filter.with(|f| f.is_some());
        let change = move |text: String| {
            let Some(x) = typed_number(&text) else { return };
            if let Test::Number(t) = test.get_untracked() {
                set(&|f| {
                    f.values.clear();
                    f.test = Test::Number(t.with_bound(second, x));
                });
            }
        };
        view! {
            <input class="field" type="text" inputmode="decimal" data-part="filter-number" aria-label=words().asking.value
                prop:value=move || here().filter(|_| decided()).map(|x| x.to_string()).unwrap_or_default()
                on:change:target=move |event| change(event.target().value())/>
        }
    };
    let day = move |last: bool| {
        let here = move || match test.get() {
            Test::Days(DaysTest::From(d) | DaysTest::Until(d)) => Some(d),
            Test::Days(DaysTest::Within(PeriodSpec::Between(p))) => {
                Some(if last { p.last } else { p.first })
            }
            _ => None,
        };
        let change = move |text: String| {
            let Some(day) = Day::from_iso(&text) else { return };
            let Test::Days(now) = test.get_untracked() else { return };
            let next = match now {
                DaysTest::From(_) => DaysTest::From(day),
                DaysTest::Until(_) => DaysTest::Until(day),
                DaysTest::Within(PeriodSpec::Between(p)) => {
                    let other = |d: Day| if d.0 == 0 { day } else { d };
                    DaysTest::Within(PeriodSpec::Between(match last {
                        true => Period { first: other(p.first), last: day },
                        false => Period { first: day, last: other(p.last) },
                    }))
                }
                within => within,
            };
            set(&|f| {
                f.values.clear();
                f.test = Test::Days(next);
            });
        };
        view! {
            <input class="field" type="date" data-part="filter-day"
                aria-label=move || if last { words().report.to } else { words().report.from }
                prop:value=move || here().filter(|d| d.0 != 0).map(|d| d.to_string()).unwrap_or_default()
                on:change:target=move |event| change(event.target().value())/>
        }
    };
    let texts = move || {
        let now =
            move || filter.with(|f| f.as_ref().map(|f| f.values.join("\n")).unwrap_or_default());
        let change = move |text: String| {
            let lines = text.lines().map(str::trim).filter(|l| !l.is_empty());
            let lines: Vec<String> = lines.map(str::to_owned).collect();
            let chosen = test.get_untracked();
            set(&|f| {
                f.test = chosen;
                f.values = lines.clone();
            });
        };
        view! {
            <textarea class="field filter-texts" rows="3" data-part="filter-texts"
                aria-label=words().asking.text_hint placeholder=words().asking.text_hint
                prop:value=now on:change:target=move |event| change(event.target().value())></textarea>
        }
    };
    let kind = Memo::new(move |_| key(&test.get()));
    let fields = move || {
        kind.with(|_| ());
        match test.get_untracked() {
            Test::Number(NumberTest::Between(..)) => {
                view! { {number(false)} <span>{words().asking.and}</span> {number(true)} }
                    .into_any()
            }
            Test::Number(_) => number(false).into_any(),
            Test::Days(DaysTest::Within(PeriodSpec::Between(_))) => {
                view! { {day(false)} <span>"–"</span> {day(true)} }.into_any()
            }
            Test::Days(DaysTest::From(_) | DaysTest::Until(_)) => day(false).into_any(),
            Test::Text(_) => texts().into_any(),
            Test::Other(_) => {
                let decide = move |(than, other): (Than, Dimension)| {
                    set(&|f| {
                        f.values.clear();
                        f.test = Test::Other(than);
                        f.other = Some(other.clone());
                    });
                };
                view! { <FilterOther dimension filter test on_decide=decide/> }.into_any()
            }
            Test::Days(_) | Test::Among | Test::Empty => ().into_any(),
        }
    };
    view! {
        <div class="filter-condition">
            <Choice
                part="filter-test"
                label=Signal::derive(move || words().asking.condition.to_owned())
                options
                chosen=Signal::derive(move || key(&test.get()))
                on_choose=choose
            />
            {fields}
        </div>
    }
}
