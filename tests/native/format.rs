//! Figures as text, case by case in each language. Expected texts use a plain space where the
//! formatter puts one that does not break.

use tundish::engine::filter::{Grain, Period};
use tundish::engine::value::{Day, Moment, Quantity, Unit};
use tundish::format::{Decimals, Direction, Locale, NBSP, Style};

/// The three languages' texts, unbreakable spaces shown as plain ones.
fn all(write: impl Fn(Locale) -> String) -> [String; 3] {
    Locale::ALL.map(|l| write(l).replace(NBSP, " "))
}

fn day(y: i32, m: u32, d: u32) -> Day {
    Day::from_ymd(y, m, d).unwrap()
}

#[test]
fn languages_are_chosen_by_the_readers_list() {
    assert_eq!(Locale::from_tags(["fr-FR", "el-GR", "en"]), Locale::El);
    assert_eq!(Locale::from_tags(["RU_ru"]), Locale::Ru);
    assert_eq!(Locale::from_tags(["elx", "de"]), Locale::En);
    assert_eq!(Locale::from_tags([]), Locale::En);
    for locale in Locale::ALL {
        assert_eq!(Locale::from_tag(locale.code()), Some(locale));
    }
}

#[test]
fn numbers_are_grouped_and_have_fixed_decimals() {
    let cases: [(f64, usize, [&str; 3]); 12] = [
        (0.0, 0, ["0", "0", "0"]),
        (-0.0, 2, ["0.00", "0,00", "0,00"]),
        (-0.004, 2, ["0.00", "0,00", "0,00"]),
        (-0.006, 2, ["−0.01", "−0,01", "−0,01"]),
        (12.0, 0, ["12", "12", "12"]),
        (999.0, 0, ["999", "999", "999"]),
        (1234.5, 1, ["1,234.5", "1 234,5", "1.234,5"]),
        (-1_234_567.891, 2, ["−1,234,567.89", "−1 234 567,89", "−1.234.567,89"]),
        (999_999.5, 0, ["1,000,000", "1 000 000", "1.000.000"]),
        (0.125, 2, ["0.12", "0,12", "0,12"]),
        (f64::NAN, 1, ["–", "–", "–"]),
        (f64::NEG_INFINITY, 0, ["–", "–", "–"]),
    ];
    for (value, decimals, expected) in cases {
        assert_eq!(all(|l| l.number(value, decimals)), expected, "{value}");
    }
    assert_eq!(all(|l| l.count(1_004_203)), ["1,004,203", "1 004 203", "1.004.203"]);
    assert_eq!(all(|l| l.number_trimmed(1200.50, 2)), ["1,200.5", "1 200,5", "1.200,5"]);
    assert_eq!(all(|l| l.number_trimmed(1200.0, 2)), ["1,200", "1 200", "1.200"]);
    assert_eq!(Locale::Ru.number(1234.0, 0), "1\u{a0}234");
}

#[test]
fn short_numbers_have_three_significant_digits() {
    let cases: [(f64, [&str; 3]); 9] = [
        (52.0, ["52", "52", "52"]),
        (52.345, ["52.34", "52,34", "52,34"]),
        (9_999.4, ["9,999", "9 999", "9.999"]),
        (9_999.6, ["10k", "10 тыс.", "10 χιλ."]),
        (41_240.0, ["41.2k", "41,2 тыс.", "41,2 χιλ."]),
        (999_600.0, ["1M", "1 млн", "1 εκ."]),
        (4_820_000.0, ["4.82M", "4,82 млн", "4,82 εκ."]),
        (-1_250_000_000.0, ["−1.25B", "−1,25 млрд", "−1,25 δισ."]),
        (3e15, ["3,000T", "3 000 трлн", "3.000 τρισ."]),
    ];
    for (value, expected) in cases {
        assert_eq!(all(|l| l.compact(value)), expected, "{value}");
    }
}

#[test]
fn money_has_its_sign_where_the_language_puts_it() {
    let eur = Some("EUR");
    let cases: [(f64, [&str; 3]); 6] = [
        (4_820_000.0, ["€4.82M", "4,82 млн €", "4,82 εκ. €"]),
        (-126_000.0, ["−€126k", "−126 тыс. €", "−126 χιλ. €"]),
        (312.4, ["€312", "312 €", "312 €"]),
        (12.4, ["€12.40", "12,40 €", "12,40 €"]),
        (0.0, ["€0", "0 €", "0 €"]),
        (f64::NAN, ["–", "–", "–"]),
    ];
    for (value, expected) in cases {
        assert_eq!(all(|l| l.money_compact(value, eur)), expected, "{value}");
    }
    assert_eq!(all(|l| l.money(4_820_123.6, eur)), ["€4,820,124", "4 820 124 €", "4.820.124 €"]);
    assert_eq!(all(|l| l.money(-52.305, eur)), ["−€52.30", "−52,30 €", "−52,30 €"]);
    assert_eq!(all(|l| l.money(0.0, eur)), ["€0", "0 €", "0 €"]);
    assert_eq!(all(|l| l.money_exact(-0.001, eur)), ["€0.00", "0,00 €", "0,00 €"]);
    assert_eq!(all(|l| l.money_exact(1e3, eur)), ["€1,000.00", "1 000,00 €", "1.000,00 €"]);
}

#[test]
fn other_currencies_and_none() {
    let money = |code: Option<&'static str>| move |l: Locale| l.money(1500.0, code);
    assert_eq!(all(money(Some("RUB"))), ["₽1,500", "1 500 ₽", "1.500 ₽"]);
    assert_eq!(all(money(Some("USD"))), ["$1,500", "1 500 $", "1.500 $"]);
    assert_eq!(all(money(Some("CHF"))), ["CHF 1,500", "1 500 CHF", "1.500 CHF"]);
    assert_eq!(all(money(Some("у. е."))), ["1,500 у. е.", "1 500 у. е.", "1.500 у. е."]);
    assert_eq!(all(money(None)), ["1,500", "1 500", "1.500"]);
    assert_eq!(all(money(Some("  "))), ["1,500", "1 500", "1.500"]);
    assert_eq!(all(|l| l.money_exact(1500.4, Some("JPY"))), ["¥1,500", "1 500 ¥", "1.500 ¥"]);
    assert_eq!(all(|l| l.money(-5.0, Some("CHF")))[0], "−CHF 5.00");
}

#[test]
fn shares_are_percents() {
    let cases: [(f64, [&str; 3]); 10] = [
        (0.0, ["0.0 %", "0,0 %", "0,0%"]),
        (0.236, ["23.6 %", "23,6 %", "23,6%"]),
        (1.0, ["100 %", "100 %", "100%"]),
        (2.84, ["284 %", "284 %", "284%"]),
        (-1.0, ["−100 %", "−100 %", "−100%"]),
        (-0.123, ["−12.3 %", "−12,3 %", "−12,3%"]),
        (0.9996, ["99.96 %", "99,96 %", "99,96%"]),
        (0.0004, ["0.04 %", "0,04 %", "0,04%"]),
        (12.345, ["1,234 %", "1 234 %", "1.234%"]),
        (f64::INFINITY, ["–", "–", "–"]),
    ];
    for (share, expected) in cases {
        assert_eq!(all(|l| l.share(share)), expected, "{share}");
    }
    assert_eq!(all(|l| l.percent(0.39, 0)), ["39 %", "39 %", "39%"]);
    assert_eq!(
        all(|l| l.share_interval(0.2013, 0.273)),
        ["20.1–27.3 %", "20,1–27,3 %", "20,1–27,3%"]
    );
    assert_eq!(all(|l| l.points(-0.006)), ["0.6 pp", "0,6 п. п.", "0,6 π.μ."]);
}

#[test]
fn days_and_dates() {
    let d = day(2026, 7, 1);
    assert_eq!(all(|l| l.day(d)), ["1 Jul 2026", "1 июл. 2026", "1 Ιουλ 2026"]);
    assert_eq!(all(|l| l.day(day(2025, 5, 31))), ["31 May 2025", "31 мая 2025", "31 Μαΐ 2025"]);
    let moment = Moment(i64::from(d.0) * 86_400 + 9 * 3600 + 5 * 60);
    assert_eq!(all(|l| l.moment(moment))[1], "1 июл. 2026, 09:05");
    assert_eq!(
        all(|l| l.date(Grain::Month, day(2026, 1, 1))),
        ["Jan 2026", "янв. 2026", "Ιαν 2026"]
    );
    assert_eq!(all(|l| l.month(day(2026, 5, 9))), ["May 2026", "май 2026", "Μάι 2026"]);
    assert_eq!(all(|l| l.date(Grain::Quarter, d)), ["Q3 2026", "3 кв. 2026", "Τ3 2026"]);
    // The first days of January 2021 belong to the last week of 2020.
    let sunday = day(2021, 1, 3);
    assert_eq!(all(|l| l.date(Grain::Week, sunday)), ["W53 2020", "53 нед. 2020", "Εβδ. 53 2020"]);
    assert_eq!(all(|l| l.date(Grain::Year, d)), ["2026", "2026", "2026"]);
    assert_eq!(all(|l| l.date(Grain::Day, d))[0], "1 Jul 2026");
    assert_eq!(Locale::ALL.map(|l| l.month_short(12)), ["Dec", "дек.", "Δεκ"]);
}

#[test]
fn periods_write_once_what_both_ends_share() {
    let period = |first, last| move |l: Locale| l.period(Period { first, last });
    let q3 = all(period(day(2026, 7, 1), day(2026, 9, 30)));
    assert_eq!(q3, ["1 Jul – 30 Sep 2026", "1 июл. – 30 сент. 2026", "1 Ιουλ – 30 Σεπ 2026"]);
    let month = all(period(day(2026, 7, 1), day(2026, 7, 31)));
    assert_eq!(month, ["1–31 Jul 2026", "1–31 июл. 2026", "1–31 Ιουλ 2026"]);
    let years = all(period(day(2024, 11, 1), day(2026, 10, 31)));
    assert_eq!(years[0], "1 Nov 2024 – 31 Oct 2026");
    assert_eq!(all(period(day(2026, 7, 1), day(2026, 7, 1)))[0], "1 Jul 2026");
}

#[test]
fn sizes_rates_and_durations() {
    let cases: [(u64, [&str; 3]); 6] = [
        (0, ["0 B", "0 Б", "0 B"]),
        (999, ["999 B", "999 Б", "999 B"]),
        (4_584, ["4.6 kB", "4,6 КБ", "4,6 kB"]),
        (628_972, ["629 kB", "629 КБ", "629 kB"]),
        (168_400_000, ["168 MB", "168 МБ", "168 MB"]),
        (2_500_000_000, ["2.5 GB", "2,5 ГБ", "2,5 GB"]),
    ];
    for (bytes, expected) in cases {
        assert_eq!(all(|l| l.bytes(bytes)), expected, "{bytes}");
    }
    assert_eq!(all(|l| l.rate(214e6)), ["214 MB/s", "214 МБ/с", "214 MB/s"]);
    assert_eq!(all(|l| l.duration(0.35)), ["350 ms", "350 мс", "350 ms"]);
    assert_eq!(all(|l| l.duration(0.9)), ["0.9 s", "0,9 с", "0,9 δευτ."]);
    assert_eq!(all(|l| l.duration(125.2)), ["2 min 5 s", "2 мин 5 с", "2 λεπ. 5 δευτ."]);
    assert_eq!(all(|l| l.duration(59.7)), ["1 min", "1 мин", "1 λεπ."]);
    assert_eq!(all(|l| l.duration(4800.0)), ["1 h 20 min", "1 ч 20 мин", "1 ώρ. 20 λεπ."]);
    assert_eq!(all(|l| l.duration(-1.0))[0], "–");
}

#[test]
fn quantities_by_unit_and_place() {
    let q = Quantity::plain;
    let eur = Some("EUR");
    let write = |quantity: Quantity, style| all(|l| l.quantity(&quantity, eur, style));
    assert_eq!(write(q(38_412.0, Unit::Count), Style::Card), ["38,412", "38 412", "38.412"]);
    assert_eq!(write(q(2_345_678.0, Unit::Count), Style::Card)[0], "2.35M");
    assert_eq!(write(q(2_345_678.0, Unit::Count), Style::Table)[0], "2,345,678");
    assert_eq!(write(q(4.82e6, Unit::Money), Style::Card)[0], "€4.82M");
    assert_eq!(write(q(4.82e6, Unit::Money), Style::Table)[0], "€4,820,000");
    assert_eq!(write(q(4.82e6, Unit::Money), Style::Exact)[0], "€4,820,000.00");
    assert_eq!(write(q(0.23614, Unit::Share), Style::Card)[0], "23.6 %");
    assert_eq!(write(q(0.23614, Unit::Share), Style::Exact)[0], "23.61 %");
    assert_eq!(write(q(41.0, Unit::Days), Style::Card), ["41 d", "41 дн.", "41 ημ."]);
    assert_eq!(write(q(41.5, Unit::Days), Style::Table), ["41.5 d", "41,5 дн.", "41,5 ημ."]);
    assert_eq!(write(q(3.0, Unit::Ratio), Style::Table), ["3.00", "3,00", "3,00"]);
    for unit in [Unit::Count, Unit::Money, Unit::Share, Unit::Days, Unit::Ratio] {
        for style in [Style::Card, Style::Table, Style::Exact] {
            assert_eq!(write(Quantity::none(unit), style), ["–", "–", "–"]);
        }
    }
}

/// The figures of a column in English, plain spaces.
fn column<const N: usize>(values: [f64; N], unit: Unit) -> [String; N] {
    let eur = Some("EUR");
    let figures = values.map(|value| Quantity::plain(value, unit));
    let style = Style::Column(Decimals::of(&figures, eur));
    figures.map(|q| Locale::En.quantity(&q, eur, style).replace(NBSP, " "))
}

#[test]
fn figures_of_one_column_have_one_count_of_decimals() {
    assert_eq!(column([62.5, 125.0, 187.0], Unit::Money), ["€62.50", "€125.00", "€187.00"]);
    assert_eq!(column([400.0, 30.0, -50.0], Unit::Money), ["€400", "€30", "−€50"]);
    // Beside thousands cents say nothing; but nothing is left with less than three digits.
    assert_eq!(column([1_234.5, 153.25, 20.0, 0.0], Unit::Money), ["€1,234", "€153", "€20", "€0"]);
    assert_eq!(column([1_234.5, 53.25], Unit::Money), ["€1,234.50", "€53.25"]);
    assert_eq!(column([12.0, 3.5], Unit::Count), ["12.0", "3.5"]);
    assert_eq!(column([12.0, 3.0], Unit::Count), ["12", "3"]);
    assert_eq!(column([1.0, 0.25], Unit::Share), ["100.0 %", "25.0 %"]);
    assert_eq!(column([1.0, 1.0], Unit::Share), ["100 %", "100 %"]);
    assert_eq!(column([3.774, -0.125], Unit::Share), ["377 %", "−12 %"]);
    assert_eq!(column([3.774, 0.084], Unit::Share), ["377.4 %", "8.4 %"]);
    assert_eq!(column([0.9996, 0.25], Unit::Share), ["99.96 %", "25.00 %"]);
    assert_eq!(column([0.0004, 0.25], Unit::Share), ["0.04 %", "25.00 %"]);
    assert_eq!(column([41.5, 120.0], Unit::Days), ["41.5 d", "120.0 d"]);
    assert_eq!(column([41.0, 120.0], Unit::Days), ["41 d", "120 d"]);
    assert_eq!(column([100.5, 2_000.0], Unit::Hours), ["100 h", "2,000 h"]);
    assert_eq!(column([0.031, -1.2], Unit::Points), ["+3.1 pp", "−120.0 pp"]);
    assert_eq!(column([3.0, 0.5], Unit::Ratio), ["3.00", "0.50"]);
    assert_eq!(column([50.0, 33.3], Unit::Score), ["50.0", "33.3"]);
    // What has no value has no say.
    let none = [Quantity::none(Unit::Money)];
    let style = Style::Column(Decimals::of(&none, None));
    assert_eq!(Locale::En.quantity(&none[0], None, style), "–");
}

#[test]
fn deltas_are_relative_or_in_points() {
    let delta = |now: f64, before: f64, unit| {
        Locale::En.delta(&Quantity::plain(now, unit), &Quantity::plain(before, unit))
    };
    let up = delta(1124.0, 1000.0, Unit::Count).unwrap();
    assert_eq!((up.direction, up.text.replace(NBSP, " ")), (Direction::Up, "▲ 12.4 %".to_owned()));
    assert_eq!(up.signed.replace(NBSP, " "), "+12.4 %");
    let down = delta(0.236, 0.248, Unit::Share).unwrap();
    assert_eq!(down.text.replace(NBSP, " "), "▼ 1.2 pp");
    assert_eq!(down.signed.replace(NBSP, " "), "−1.2 pp");
    let same = delta(100_000.0, 100_001.0, Unit::Money).unwrap();
    assert_eq!(same.direction, Direction::Same);
    // From a loss of 100 to a gain of 50 is a rise.
    assert_eq!(delta(50.0, -100.0, Unit::Money).unwrap().direction, Direction::Up);
    assert_eq!(delta(5.0, 0.0, Unit::Count), None);
    assert_eq!(delta(0.0, 0.0, Unit::Count), None);
    assert_eq!(
        Locale::En.delta(&Quantity::none(Unit::Days), &Quantity::plain(4.0, Unit::Days)),
        None
    );
    assert_eq!(delta(0.1, 0.0, Unit::Share).unwrap().text.replace(NBSP, " "), "▲ 10.0 pp");
}

#[test]
fn rates_of_few_have_no_delta_but_their_counts() {
    use tundish::engine::measure::share;
    use tundish::i18n::{is_told_by_counts, strings};
    let words = strings(Locale::En);
    let (few, many) = (share(1.0, 3.0), share(20.0, 50.0));
    for (now, before) in [(&few, &few), (&few, &many), (&many, &few)] {
        assert_eq!(words.delta(now, before), None);
    }
    assert!(words.delta(&many, &share(10.0, 50.0)).is_some());
    assert!(
        is_told_by_counts(&few)
            && !is_told_by_counts(&many)
            && !is_told_by_counts(&Quantity::none(Unit::Share))
    );
    assert_eq!(words.quantity(&few, None, Style::Card), "1 of 3");
    // Counts themselves are no rates, be they small.
    assert!(
        words
            .delta(&Quantity::plain(3.0, Unit::Count), &Quantity::plain(2.0, Unit::Count))
            .is_some()
    );
}
