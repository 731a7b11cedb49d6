//! How a file was read, each setting one click away from another: the file is read again.

use crate::app::action::App;
use crate::app::part::encoding_choice::EncodingChoice;
use crate::app::part::entry_choice::EntryChoice;
use crate::app::part::file_preview::Desk;
use crate::app::words;
use crate::engine::import::{ImportOptions, QuoteSign};
use crate::engine::profile::{DateOrder, DecimalSign, FileProfile};
use leptos::prelude::*;

const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];
const QUOTES: [QuoteSign; 3] = [QuoteSign::Double, QuoteSign::Single, QuoteSign::None];
const ORDERS: [DateOrder; 3] =
    [DateOrder::YearMonthDay, DateOrder::DayMonthYear, DateOrder::MonthDayYear];
const SIGNS: [DecimalSign; 2] = [DecimalSign::Point, DecimalSign::Comma];
/// The header is looked for among this many records at most.
const HEADER_CHOICES: u32 = 12;

#[component]
pub fn ImportOptionsBar(desk: Desk) -> impl IntoView {
    view! {
        <div class="import-options aside" data-part="import-options">
            <EntryChoice desk/>
            <EncodingChoice desk/>
            {Setting::ALL.map(|setting| view! { <SettingChoice desk setting/> }).collect_view()}
        </div>
    }
}

/// What can be set for the whole file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Setting {
    Delimiter,
    Quote,
    Header,
    Dates,
    Decimals,
}

impl Setting {
    const ALL: [Setting; 5] =
        [Setting::Delimiter, Setting::Quote, Setting::Header, Setting::Dates, Setting::Decimals];

    fn part(self) -> &'static str {
        match self {
            Setting::Delimiter => "option-delimiter",
            Setting::Quote => "option-quote",
            Setting::Header => "option-header",
            Setting::Dates => "option-dates",
            Setting::Decimals => "option-decimal",
        }
    }

    fn label(self) -> &'static str {
        let data = &words().data;
        match self {
            Setting::Delimiter => data.delimiter_label,
            Setting::Quote => words().quarantine.quotes,
            Setting::Header => data.header_line,
            Setting::Dates => data.dates,
            Setting::Decimals => data.decimals,
        }
    }

    /// What was found by looking at the file.
    fn found(self, profile: &FileProfile) -> String {
        let words = words();
        let (data, dialect) = (&words.data, &profile.dialect);
        let none = || words.shell.none.to_owned();
        match self {
            Setting::Delimiter => (data.delimiter)(dialect.delimiter),
            Setting::Quote => quote_name(dialect.quote).to_owned(),
            Setting::Header => {
                dialect.header_record.map_or_else(|| data.no_header.to_owned(), |r| r.to_string())
            }
            Setting::Dates => {
                let order = profile.columns.iter().find_map(|c| c.format.date_order);
                order.map_or_else(none, |o| (data.date_order)(o).to_owned())
            }
            Setting::Decimals => {
                let sign = profile.columns.iter().find_map(|c| c.format.decimal);
                sign.map_or_else(none, |s| (data.decimal)(s).to_owned())
            }
        }
    }

    /// What the user chose, by its key.
    fn chosen(self, options: &ImportOptions) -> Option<String> {
        match self {
            Setting::Delimiter => options.delimiter.map(String::from),
            Setting::Quote => options.quote.map(|q| format!("{q:?}")),
            Setting::Header => options.header_record.map(|r| r.to_string()),
            Setting::Dates => options.date_order.map(|o| format!("{o:?}")),
            Setting::Decimals => options.decimal.map(|s| format!("{s:?}")),
        }
    }

    fn choose(self, options: &mut ImportOptions, key: Option<&str>) {
        match self {
            Setting::Delimiter => options.delimiter = key.and_then(|d| d.chars().next()),
            Setting::Quote => options.quote = pick(&QUOTES, key),
            Setting::Header => options.header_record = key.and_then(|n| n.parse().ok()),
            Setting::Dates => options.date_order = pick(&ORDERS, key),
            Setting::Decimals => options.decimal = pick(&SIGNS, key),
        }
    }

    /// Keys and names of everything that can be chosen.
    fn choices(self) -> Vec<(String, String)> {
        let data = &words().data;
        match self {
            Setting::Delimiter => {
                DELIMITERS.iter().map(|d| (d.to_string(), (data.delimiter)(*d))).collect()
            }
            Setting::Quote => QUOTES
                .iter()
                .map(|q| {
                    let sign = match q {
                        QuoteSign::Double => Some('"'),
                        QuoteSign::Single => Some('\''),
                        QuoteSign::None => None,
                    };
                    (format!("{q:?}"), quote_name(sign).to_owned())
                })
                .collect(),
            Setting::Header => (0..=HEADER_CHOICES)
                .map(|n| match n {
                    0 => (n.to_string(), data.no_header.to_owned()),
                    _ => (n.to_string(), n.to_string()),
                })
                .collect(),
            Setting::Dates => ORDERS
                .iter()
                .map(|o| (format!("{o:?}"), (data.date_order)(*o).to_owned()))
                .collect(),
            Setting::Decimals => {
                SIGNS.iter().map(|s| (format!("{s:?}"), (data.decimal)(*s).to_owned())).collect()
            }
        }
    }
}

fn quote_name(sign: Option<char>) -> &'static str {
    let q = &words().quarantine;
    match sign {
        Some('\'') => q.single_quotes,
        Some(_) => q.double_quotes,
        None => q.no_quotes,
    }
}

/// The variant that was offered under its debug name.
fn pick<T: Copy + std::fmt::Debug>(all: &[T], name: Option<&str>) -> Option<T> {
    all.iter().copied().find(|t| Some(format!("{t:?}").as_str()) == name)
}

/// One setting: what was found stands as the first choice.
#[component]
fn SettingChoice(desk: Desk, setting: Setting) -> impl IntoView {
    let app = App::here();
    let chosen = Memo::new(move |_| setting.chosen(&desk.file.read().options));
    let found = Memo::new(move |_| setting.found(&desk.file.read().profile));
    let choose = move |key: String| {
        let key = Some(key.as_str()).filter(|k| !k.is_empty());
        app.change_reading(desk.id(), |options| setting.choose(options, key));
    };
    let automatic = move || match chosen.get() {
        Some(_) => words().data.automatic.to_owned(),
        None => found.get(),
    };
    let choices = move || {
        let choice = |(key, name): (String, String)| {
            let mine = key.clone();
            view! { <option value=key prop:selected=move || chosen.read().as_ref() == Some(&mine)>{name}</option> }
        };
        setting.choices().into_iter().map(choice).collect_view()
    };
    view! {
        <label class="setting" class:overridden=move || chosen.read().is_some()>
            <span>{move || setting.label()}</span>
            <select class="field quiet" data-part=setting.part()
                on:change:target=move |event| choose(event.target().value())>
                <option value="" prop:selected=move || chosen.read().is_none()>{automatic}</option>
                {choices}
            </select>
        </label>
    }
}
