//! The words: plural rules, sentences with figures, and that no language borrows another's text.

use tundish::engine::audit::{CheckId, Counted, Finding};
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::error::{BuildError, ImportError};
use tundish::engine::filter::{Filter, Grain, NumberTest, Period, PeriodSpec, Test};
use tundish::engine::issue::{IssueKind, Location};
use tundish::engine::mapping::Channel;
use tundish::engine::measure::MeasureId;
use tundish::engine::report::Absence;
use tundish::engine::value::{Caution, Day, Quantity, Unit};
use tundish::format::{Locale, NBSP, Style};
use tundish::i18n::{Strings, plural, strings};

/// The three languages' texts, unbreakable spaces shown as plain ones.
fn all(write: impl Fn(&'static Strings) -> String) -> [String; 3] {
    Locale::ALL.map(|l| write(strings(l)).replace(NBSP, " "))
}

fn day(y: i32, m: u32, d: u32) -> Day {
    Day::from_ymd(y, m, d).unwrap()
}

#[test]
fn each_locale_gets_its_own_language() {
    for locale in Locale::ALL {
        assert_eq!(strings(locale).locale, locale);
    }
    let names = Locale::ALL.map(|l| strings(l).shell.language_name);
    assert_eq!(names, ["English", "Русский", "Ελληνικά"]);
}

#[test]
fn russian_has_three_forms() {
    let rows = |n| plural::ru(n, "строка", "строки", "строк").replace(NBSP, " ");
    let one = [1, 21, 101, 1_001, 1_000_021];
    let few = [2, 3, 4, 22, 34, 102, 1_004];
    let many = [0, 5, 10, 11, 12, 13, 14, 19, 20, 111, 112, 1_011, 2_914];
    assert!(one.iter().all(|n| rows(*n).ends_with("строка")), "{:?}", one.map(rows));
    assert!(few.iter().all(|n| rows(*n).ends_with("строки")), "{:?}", few.map(rows));
    assert!(many.iter().all(|n| rows(*n).ends_with("строк")), "{:?}", many.map(rows));
    assert_eq!(rows(2_914), "2 914 строк");
    assert_eq!(plural::en(1, "row", "rows").replace(NBSP, " "), "1 row");
    assert_eq!(plural::en(0, "row", "rows").replace(NBSP, " "), "0 rows");
    assert_eq!(plural::el(21, "γραμμή", "γραμμές").replace(NBSP, " "), "21 γραμμές");
}

#[test]
fn sentences_carry_their_figures() {
    let header = all(|t| (t.shell.local_only)(0));
    assert_eq!(
        header,
        ["Local only · 0 requests", "Только локально · 0 запросов", "Μόνο τοπικά · 0 αιτήματα"]
    );
    let channels = all(|t| (t.mapping.channels_summary)(37, 8, 12));
    assert_eq!(channels[0], "37 raw values → 8 channels · 12 not assigned");
    assert_eq!(channels[1], "37 исходных значений → 8 каналов · не определено: 12");
    assert_eq!(channels[2], "37 αρχικές τιμές → 8 κανάλια · 12 χωρίς κανάλι");
    let aside = all(|t| (t.data.set_aside)(2));
    assert_eq!(aside, ["2 rows set aside", "2 строки пропущены", "2 γραμμές παραλείφθηκαν"]);
    let unread = all(|t| (t.trouble.issue_line)(IssueKind::UnreadCell, 12));
    assert_eq!(unread[0], "12 cells could not be read and count as empty.");
    assert_eq!(unread[1], "12 ячеек не прочитаны и считаются пустыми.");
    assert_eq!(unread[2], "12 κελιά δεν διαβάστηκαν και θεωρούνται κενά.");
}

#[test]
fn a_rate_of_few_cases_is_written_as_counts() {
    let rate = |part, whole| Quantity {
        cautions: vec![Caution::SmallDenominator],
        interval: Some((0.0, 1.0)),
        ..Quantity::ratio(part, whole, Unit::Share)
    };
    let written = |q: &Quantity| all(|t| t.quantity(q, None, Style::Table));
    assert_eq!(written(&rate(2.0, 3.0)), ["2 of 3", "2 из 3", "2 από 3"]);
    // Of a record that two channels share, each has half.
    assert_eq!(written(&rate(0.5, 1.5)), ["0.5 of 1.5", "0,5 из 1,5", "0,5 από 1,5"]);
    // What was won of what others were created in the same days is no part of them.
    let apart = Quantity { interval: None, ..rate(1.0, 1.0) };
    assert_eq!(written(&apart), ["1 ÷ 1"; 3]);
    // From ten on it is a rate.
    assert!(written(&rate(12.0, 48.0)).iter().all(|text| text.contains('%')));
}

#[test]
fn ranks_and_levels_are_of_what_is_shown() {
    let shown = ["shown", "показанн", "εμφανίζονται"];
    let ranks = all(|t| (t.trace.rank)("2", "5", "Channel"));
    let seasons = all(|t| t.trace.season.to_owned());
    for (word, text) in shown.iter().cycle().zip(ranks.iter().chain(&seasons)) {
        assert!(text.to_lowercase().contains(word), "{text}");
    }
}

#[test]
fn a_filter_reads_as_a_sentence() {
    let sources = Dimension::Column { file: "deals.csv".into(), header: "Source".into() };
    let among = Filter::among(sources, vec!["Ads".to_owned(), "Mail".to_owned()]);
    let without = Filter { exclude: true, ..among.clone() };
    let amount = Filter { test: Test::Number(NumberTest::AtLeast(1_500.0)), ..among.clone() };
    let written = |f: &Filter| all(|t| t.filter(f, &|value| value.to_owned()));
    assert_eq!(
        written(&among),
        ["Source is Ads, Mail", "Source: Ads, Mail", "Source είναι Ads, Mail"]
    );
    assert_eq!(written(&without)[1], "Source, кроме: Ads, Mail");
    assert_eq!(written(&amount), ["Source ≥ 1,500", "Source ≥ 1 500", "Source ≥ 1.500"]);
}

#[test]
fn the_range_of_a_column_is_written_like_its_figures() {
    let text = "Day,At,Sum,Note\n2026-01-31,2026-01-31 09:30,0,a\n2026-02-28,2026-02-28 18:00,729009.72,b\n";
    let columns = crate::tables::read_text("sums.csv", text).profile.columns;
    let range = |at: usize| all(|t| t.column_range(&columns[at]).unwrap());
    assert_eq!(range(0)[0], "31 Jan 2026 to 28 Feb 2026");
    assert_eq!(range(1)[0], "31 Jan 2026, 09:30 to 28 Feb 2026, 18:00");
    assert_eq!(range(2), ["0.00 to 729,009.72", "от 0,00 до 729 009,72", "0,00 έως 729.009,72"]);
    assert_eq!(strings(Locale::En).column_range(&columns[3]), None);
}

#[test]
fn labels_follow_the_language() {
    let month = Label::Date(Grain::Quarter, day(2026, 7, 1));
    assert_eq!(all(|t| t.label(&month)), ["Q3 2026", "3 кв. 2026", "Τ3 2026"]);
    let channel = Label::Channel(Channel::PaidSearch);
    assert_eq!(
        all(|t| t.label(&channel)),
        ["Paid search", "Контекстная реклама", "Πληρωμένη αναζήτηση"]
    );
    let own = Label::Channel(Channel::Custom("Север".to_owned()));
    assert_eq!(all(|t| t.label(&own)), ["Север", "Север", "Север"]);
    let both = [channel, month];
    assert_eq!(all(|t| t.labels(&both))[0], "Paid search · Q3 2026");
    let column =
        Dimension::Column { file: "a.csv".to_owned(), header: "Менеджер".to_owned() };
    assert_eq!(all(|t| (t.names.dimension)(&column))[2], "Менеджер");
    // What a file calls its column stays as it is; a word of the product's own goes into the sentence.
    assert_eq!(
        all(|t| t.breakdown_by(&column)),
        ["By Менеджер", "Разбивка: Менеджер", "Ανάλυση: Менеджер"]
    );
    assert_eq!(
        all(|t| t.breakdown_by(&Dimension::Stage)),
        ["By current stage", "Разбивка: текущий этап", "Ανάλυση: τρέχον στάδιο"]
    );
}

#[test]
fn periods_are_named() {
    let spec = PeriodSpec::Last(6, Grain::Month);
    assert_eq!(
        all(|t| (t.report.period_choice)(spec)),
        ["Last 6 whole months", "Последние 6 полных месяцев", "Οι τελευταίοι 6 πλήρεις μήνες"]
    );
    let q3 = PeriodSpec::Between(Period { first: day(2026, 7, 1), last: day(2026, 9, 30) });
    assert_eq!(all(|t| (t.report.period_choice)(q3))[0], "1 Jul – 30 Sep 2026");
    assert_eq!(
        all(|t| (t.report.period_choice)(PeriodSpec::Last(1, Grain::Quarter)))[1],
        "Предыдущий квартал"
    );
}

#[test]
fn findings_name_places_and_figures() {
    let unmatched = Finding::JoinUnmatched {
        file: "sales_pipeline.csv".to_owned(),
        column: "product".to_owned(),
        lookup: "products.csv".to_owned(),
        values: vec![("GTXPro".to_owned(), 1480)],
        more: 0,
        records: 1480,
    };
    let texts = all(|t| (t.trouble.finding)(&unmatched).text);
    assert_eq!(
        texts[0],
        "1,480 records of sales_pipeline.csv without a match in products.csv by “product”: “GTXPro” (1,480)."
    );
    assert_eq!(
        texts[1],
        "1 480 записей из sales_pipeline.csv без пары в products.csv по столбцу «product»: «GTXPro» (1 480)."
    );
    let spend = Finding::SpendWithoutLeads {
        channel: Channel::Event,
        spend: 18_000.0,
        currency: "EUR".to_owned(),
    };
    let texts = all(|t| (t.trouble.finding)(&spend).text);
    assert_eq!(texts[0], "€18k was spent on “Events”, but no record came from it.");
    assert_eq!(texts[1], "На канал «Мероприятия» потрачено 18 тыс. €, а записей с него нет.");
    assert_eq!(texts[2], "Για το κανάλι «Εκδηλώσεις» δαπανήθηκαν 18 χιλ. € χωρίς καμία εγγραφή.");
}

#[test]
fn long_lists_are_cut_and_the_rest_is_counted() {
    let values = ["a", "b", "c", "d", "e"].map(|v| (v.to_owned(), 2)).to_vec();
    let finding = Finding::StagesUnmapped { values, more: 10, records: 30 };
    let texts = all(|t| (t.trouble.finding)(&finding).text);
    assert_eq!(
        texts[0],
        "30 records have a status that belongs to no stage: “a” (2), “b” (2), “c” (2) and 12 more."
    );
    assert!(texts[1].ends_with("«c» (2) и ещё 12."), "{}", texts[1]);
}

#[test]
fn errors_say_what_where_and_what_to_do() {
    let place = Location {
        file: "deals.csv".to_owned(),
        record: Some(11),
        line: Some(1_012),
        byte: None,
        column: Some("Сумма".to_owned()),
    };
    assert_eq!(
        all(|t| (t.trouble.place)(&place)),
        [
            "deals.csv, line 1,012, column “Сумма”",
            "deals.csv, строка 1 012, столбец «Сумма»",
            "deals.csv, γραμμή 1.012, στήλη «Сумма»"
        ]
    );
    assert_eq!(strings(Locale::En).place_in_file(&place), "line 1,012, column “Сумма”");
    for locale in Locale::ALL {
        let t = strings(locale);
        let error = ImportError::NotATable { place: place.clone(), format: "XLSX".to_owned() };
        let help = (t.trouble.import_error)(&error);
        assert!(help.what.contains("XLSX") && help.place.contains("deals.csv"), "{help:?}");
        assert!(help.todo.contains("CSV"), "{help:?}");
        let gone = BuildError::ColumnMissing { file: "a.csv".to_owned(), column: "B".to_owned() };
        let help = (t.trouble.build_error)(&gone);
        assert!(help.what.contains('B') && help.place == "a.csv" && !help.todo.is_empty());
    }
}

/// Texts that engine enums give in a language, for the comparisons below.
fn texts(t: &Strings) -> Vec<String> {
    let mut texts = Vec::new();
    for id in MeasureId::ALL.into_iter().chain([MeasureId::Won, MeasureId::Lost, MeasureId::Open]) {
        let m = (t.names.measure)(id);
        texts.extend(
            [m.answers, m.formula, m.unit, m.basis, m.empty_when, m.cautions].map(str::to_owned),
        );
    }
    for absence in [Absence::NoRecords, Absence::NoSpend, Absence::CurrenciesDiffer] {
        texts.push((t.trouble.absence)(&absence).to_owned());
    }
    for caution in [
        Caution::SmallDenominator,
        Caution::WithoutAmount { records: 3 },
        Caution::SpendNotTied { share: 0.25 },
    ] {
        texts.push((t.names.caution)(&caution));
    }
    for finding in [
        Finding::OnlyClosed,
        Finding::CloseBeforeCreated { records: 5 },
        Finding::ChannelUnassigned { records: 1204, share: 0.031 },
    ] {
        let text = (t.trouble.finding)(&finding);
        texts.extend([text.text, text.advice]);
    }
    texts
}

#[test]
fn every_text_is_in_its_own_script() {
    let is_cyrillic = |c: char| ('\u{400}'..='\u{4ff}').contains(&c);
    let is_greek = |c: char| ('\u{370}'..='\u{3ff}').contains(&c);
    for text in texts(strings(Locale::En)) {
        assert!(!text.is_empty() && !text.contains(|c| is_cyrillic(c) || is_greek(c)), "{text}");
    }
    for text in texts(strings(Locale::Ru)).iter().filter(|t| t.len() > 8) {
        assert!(text.contains(is_cyrillic) && !text.contains(is_greek), "{text}");
    }
    for text in texts(strings(Locale::El)).iter().filter(|t| t.len() > 8) {
        assert!(text.contains(is_greek) && !text.contains(is_cyrillic), "{text}");
    }
}

#[test]
fn no_word_mixes_scripts() {
    // Letters that look alike (Latin o, Cyrillic о, Greek ο) slip in unseen; the compiler does not
    // mind, searching and hyphenation do.
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/i18n");
    let mut checked = 0;
    for language in ["ru", "el", "en"] {
        for entry in std::fs::read_dir(format!("{folder}/{language}")).unwrap() {
            let path = entry.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            for word in text.split(|c: char| !c.is_alphabetic()) {
                let scripts = [
                    word.contains(|c: char| c.is_ascii_alphabetic()),
                    word.contains(|c: char| ('\u{400}'..='\u{4ff}').contains(&c)),
                    word.contains(|c: char| ('\u{370}'..='\u{3ff}').contains(&c)),
                ];
                checked += 1;
                assert!(scripts.iter().filter(|s| **s).count() < 2, "{word} in {path:?}");
            }
        }
    }
    assert!(checked > 5_000);
}

#[test]
fn every_check_has_words_of_its_own_in_each_language() {
    for id in CheckId::EVERY {
        let texts = Locale::ALL.map(|l| (strings(l).audit.check)(*id));
        for (at, text) in texts.iter().enumerate() {
            assert!(!text.name.is_empty() && text.about.ends_with('.'), "{id:?} {at}");
            assert!(text.advice.ends_with('.'), "{id:?} {at}: {}", text.advice);
        }
        assert_ne!(texts[0].about, texts[1].about);
        assert_ne!(texts[1].about, texts[2].about);
    }
    let counts = all(|t| (t.audit.count)(12, 341, Counted::Records));
    assert_eq!(counts, ["12 of 341 records", "12 из 341 записи", "12 από 341 εγγραφές"]);
}

/// A definition says where it comes from: works are the same in all languages, words are not.
#[test]
fn every_measure_names_its_source() {
    let [en, ru, el] = [Locale::En, Locale::Ru, Locale::El].map(strings);
    for id in MeasureId::EVERY {
        let told = [en, ru, el].map(|words| words.source(*id).unwrap());
        assert!(told.iter().all(|text| !text.is_empty()), "{id:?}");
        let is_work = told[0] == told[1];
        assert_eq!(is_work, told[1] == told[2], "{id:?}");
        assert!(is_work || told[0] != told[1], "{id:?}");
    }
    assert_eq!(en.source(MeasureId::Own(1)), None);
    // As the reference has them (kpis, 4b).
    let of = |id| en.source(id).unwrap();
    assert!(of(MeasureId::SalesVelocity).contains("winsabove.pages.dev/glossary/sales-velocity"));
    assert!(of(MeasureId::WinRate).contains("docs.oracle.com"));
    assert!(of(MeasureId::TimeToClose).contains("Kaplan"));
}
