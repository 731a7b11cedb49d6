//! Columns of numbers, by the oddity of their writing.

use super::types::{format_of, kind, of, one};
use super::{column, short_kinds};
use tundish::engine::issue::IssueKind;
use tundish::engine::profile::{DecimalSign, FormatNote};

/// The cells of a column as they were understood.
fn cells(texts: &[&str]) -> Vec<String> {
    column(&of("value", texts), "value")
}

fn has(header: &str, texts: &[&str], note: FormatNote) -> bool {
    format_of(&of(header, texts)).notes.contains(&note)
}

#[test]
fn us_grouping() {
    assert_eq!(cells(&["1,234.56", "12,345,678", "0.5"]), ["1234.56", "12345678", "0.5"]);
}

#[test]
fn german_and_greek_grouping() {
    assert_eq!(cells(&["1.234,56", "12.345.678", "0,5"]), ["1234.56", "12345678", "0.5"]);
}

#[test]
fn spaces_of_every_width_between_thousands() {
    for space in [" ", "\u{a0}", "\u{202f}", "\u{2009}", "\u{2007}"] {
        let texts =
            [format!("1{space}234{space}567,89"), format!("12{space}345"), "7,5".to_owned()];
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        assert_eq!(cells(&texts), ["1234567.89", "12345", "7.5"], "{space:?}");
        assert_eq!(format_of(&of("value", &texts)).group, space.chars().next());
    }
}

#[test]
fn swiss_apostrophes() {
    assert_eq!(cells(&["1'234.50", "12’345’678", "CHF 5"]), ["1234.5", "12345678", "5"]);
}

#[test]
fn indian_lakh_and_crore() {
    assert_eq!(
        cells(&["12,34,567.89", "1,00,000", "₹ 5,00,00,000"]),
        ["1234567.89", "100000", "50000000"]
    );
}

#[test]
fn accounting_and_trailing_negatives() {
    assert_eq!(
        cells(&["(1,234.50)", "($5.00)", "1,234-", "\u{2212}7", "-8", "+9", "–3"]),
        ["-1234.5", "-5", "-1234", "-7", "-8", "9", "-3"]
    );
}

#[test]
fn percent_before_and_behind() {
    assert_eq!(kind("value", &["12 %", "12%", "%12", "12,5\u{a0}%"]), "pct");
    assert_eq!(cells(&["12 %", "12%", "%12", "12,5\u{a0}%"]), ["0.12", "0.12", "0.12", "0.125"]);
    // The header says percent: 12 is 12 %, and that is told.
    assert!(has("CTR (%)", &["12", "1.5"], FormatNote::HeaderPercent));
    assert_eq!(column(&of("CTR (%)", &["12", "1.5"]), "CTR (%)"), ["0.12", "0.015"]);
    // 12 % and 0.12 in one column: which of the two 5 would be, nothing tells.
    assert_eq!(kind("value", &["12%", "0.12", "15%", "0.2"]), "text");
}

#[test]
fn thousands_and_millions_by_letters_among_numbers() {
    let texts = ["5k", "1.2M", "900", "3 тыс.", "0.5 bn"];
    assert_eq!(cells(&texts), ["5000", "1200000", "900", "3000", "500000000"]);
    assert!(has("value", &texts, FormatNote::Scaled));
    assert_eq!(cells(&["$1.5m", "$900"]), ["1500000", "900"]);
    assert_eq!(cells(&["1,2 млн ₽", "300 тыс. руб.", "50 т.р."]), ["1200000", "300000", "50000"]);
}

#[test]
fn models_such_as_5k_stay_text() {
    for texts in [&["5K", "8K", "Full HD"][..], &["5K", "8K"], &["5K", "10", "iPhone"]] {
        assert_eq!(kind("Model", texts), "text", "{texts:?}");
    }
    assert_eq!(kind("Budget", &["5K", "8K"]), "int");
    // One word among many numbers: 5K is kept as unread rather than guessed.
    let mut texts: Vec<String> = (1..=60).map(|n| n.to_string()).collect();
    texts[0] = "5K".to_owned();
    texts[1] = "soon".to_owned();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let imported = of("value", &texts);
    assert_eq!(short_kinds(&imported), "text int");
    let unread: Vec<&str> = imported.table.columns[1].unread.iter().map(|u| u.1.as_str()).collect();
    assert_eq!(unread, ["5K", "soon"]);
}

#[test]
fn currencies_before_and_behind() {
    for (texts, code, value) in [
        (["$1,200.50", "$3"], "USD", "1200.5"),
        (["US$1,200.50", "US$ 3"], "USD", "1200.5"),
        (["€ 1.200,50", "3,5 €"], "EUR", "1200.5"),
        (["£1,200.50", "£3"], "GBP", "1200.5"),
        (["1 200,50 ₽", "3 р."], "RUB", "1200.5"),
        (["1200,50 руб.", "RUB 3"], "RUB", "1200.5"),
        (["1 200,50 ₴", "3 грн"], "UAH", "1200.5"),
        (["1 200,50 ₸", "3 ₸"], "KZT", "1200.5"),
        (["1 200,50 zł", "3 zł"], "PLN", "1200.5"),
        (["1 200,50 Kč", "3 Kč"], "CZK", "1200.5"),
        (["CHF 1'200.50", "CHF 3"], "CHF", "1200.5"),
        (["R$ 1.200,50", "R$ 3"], "BRL", "1200.5"),
        (["1.200,50 ευρώ", "3 ΕΥΡΩ"], "EUR", "1200.5"),
        (["1200.50USD", "3USD"], "USD", "1200.5"),
    ] {
        let imported = of("value", &texts);
        assert_eq!(short_kinds(&imported), "text money", "{texts:?}");
        assert_eq!(imported.table.columns[1].currency.as_deref(), Some(code), "{texts:?}");
        assert_eq!(
            column(&imported, "value"),
            [value, "3"].map(|v| if v == "3" && texts[1].contains("3,5") { "3.5" } else { v }),
            "{texts:?}"
        );
    }
}

#[test]
fn money_has_no_three_decimals() {
    for (texts, value) in
        [(["$1,200", "$3"], "1200"), (["1.200 €", "3 €"], "1200"), (["¥1,200", "¥3"], "1200")]
    {
        let imported = of("value", &texts);
        assert_eq!(column(&imported, "value")[0], value, "{texts:?}");
        assert!(!format_of(&imported).ambiguous, "{texts:?}");
    }
    // The header alone is less: read so, and asked.
    let imported = of("Amount (EUR)", &["1.200", "3.500"]);
    assert_eq!(column(&imported, "Amount (EUR)"), ["1200", "3500"]);
    assert!(format_of(&imported).ambiguous);
}

#[test]
fn two_currencies_in_one_column_are_never_added() {
    assert_eq!(kind("value", &["$5", "€6"]), "text");
    assert!(has("value", &["$5", "€6"], FormatNote::MixedCurrencies));
}

#[test]
fn a_currency_code_glued_to_digits_is_an_identifier() {
    for texts in [["CAD-1000", "CAD-1001"], ["AUD2024", "AUD2025"], ["USD1", "USD2"]] {
        assert_eq!(kind("Deal", &texts), "text", "{texts:?}");
        assert!(has("Deal", &texts, FormatNote::Identifiers));
    }
    // Plain money in the same column: a debt.
    assert_eq!(cells(&["USD-1000", "USD 250.50", "USD 3"]), ["-1000", "250.5", "3"]);
    assert_eq!(kind("Amount", &["USD100", "USD250"]), "money");
    assert_eq!(kind("Amount", &["USD-100", "USD-250"]), "text");
}

#[test]
fn numbers_that_excel_shortened_are_flagged() {
    assert_eq!(kind("Deal ID", &["1.23E+11", "1.24E+11"]), "text");
    assert!(has("Deal ID", &["1.23E+11", "1.24E+11"], FormatNote::Shortened));
    assert_eq!(cells(&["1.23E+11", "5"]), ["123000000000", "5"]);
    assert!(has("value", &["1.23E+11", "5"], FormatNote::Shortened));
    assert!(!has("value", &["1.5E-05", "5"], FormatNote::Shortened));
    assert_eq!(kind("SKU", &["12E5", "13E5"]), "text");
    assert_eq!(kind("part", &["12E5", "13E5"]), "text");
}

#[test]
fn identifiers_that_look_like_numbers_stay_text() {
    for (header, texts) in [
        ("branch", ["007", "012"]),
        ("ref", ["12345678901234567890", "5"]),
        ("ad_id", ["708746", "708749"]),
        ("Phone", ["74950000000", "74951111111"]),
        ("contact", ["+74950000000", "+74951111111"]),
        ("Phone", ["495 123 456", "495 123 457"]),
        ("Postal code", ["10115", "94105"]),
        ("ИНН", ["7707083893", "7728168971"]),
        ("ΑΦΜ", ["094014201", "123456789"]),
    ] {
        assert_eq!(kind(header, &texts), "text", "{header}");
        assert!(has(header, &texts, FormatNote::Identifiers), "{header}");
        assert_eq!(column(&of(header, &texts), header), texts);
    }
    assert_eq!(kind("change", &["+5", "-3", "+12"]), "int");
}

#[test]
fn no_number_is_rounded_in_silence() {
    assert_eq!(cells(&["0.1", "0.2", "123456789012345"]), ["0.1", "0.2", "123456789012345"]);
    assert!(has("value", &["0.12345678901234567", "1"], FormatNote::Rounded));
    let texts = ["9007199254740993", "9007199254740992"];
    assert_eq!((kind("value", &texts).as_str(), cells(&texts)[0].as_str()), ("text", texts[0]));
    // Too long and with decimals: neither an identifier nor a number that can be held.
    let imported = one("value", "12345678901234567.5", &["1.5"; 40]);
    assert_eq!(imported.table.columns[1].unread[0].1, "12345678901234567.5");
}

#[test]
fn impossible_numbers_stay_out_and_change_no_type() {
    for odd in ["1e309", "NaN", "-Infinity", "inf", "#REF!", "#DIV/0!", "#ДЕЛ/0!", "#ΤΙΜΗ!", "####"]
    {
        let imported = of("value", &["1.5", odd, "2"]);
        assert_eq!(short_kinds(&imported), "text dec", "{odd}");
        assert_eq!(imported.table.columns[1].unread, [(1, odd.to_owned())]);
        assert_eq!(column(&imported, "value"), ["1.5", "", "2"]);
        assert_eq!(imported.profile.issues.count(IssueKind::UnreadCell), 1);
    }
    // In a column of texts they are texts.
    assert_eq!(cells(&["NaN", "Anna", "#REF!"]), ["NaN", "Anna", "#REF!"]);
}

#[test]
fn placeholders_are_missing_and_never_zero() {
    for gap in [
        "-",
        "--",
        "—",
        "n/a",
        "N/A",
        "#N/A",
        "null",
        "не указано",
        "Select",
        "(not set)",
        "не закрыта",
        "δ/υ",
        "None",
    ] {
        let imported = of("value", &["1", gap, "3"]);
        assert_eq!(short_kinds(&imported), "text int", "{gap}");
        assert_eq!(column(&imported, "value"), ["1", "", "3"], "{gap}");
        let profile = &imported.profile.columns[1];
        assert_eq!((profile.missing, profile.unread, profile.least.as_str()), (1, 0, "1"), "{gap}");
    }
}

#[test]
fn six_numbers_and_four_words_are_text() {
    let texts = ["1", "2", "3", "4", "5", "6", "red", "green", "blue", "grey"];
    assert_eq!(cells(&texts), texts);
    assert!(has("value", &texts, FormatNote::MostlyNumbers));
    assert!(!has("value", &["red", "green", "1"], FormatNote::MostlyNumbers));
}

#[test]
fn the_column_decides_the_decimal_sign_of_every_cell() {
    let settled = of("value", &["1.234", "2.345", "1.234,5"]);
    assert_eq!(column(&settled, "value"), ["1234", "2345", "1234.5"]);
    assert_eq!(format_of(&settled).decimal, Some(DecimalSign::Comma));
    // Both signs as decimals in one column: no one sign reads it.
    assert_eq!(kind("value", &["1,234.50", "1.234,50"]), "text");
    assert!(has("value", &["1,234.50", "1.234,50"], FormatNote::MostlyNumbers));
    // One cell of very many decides a thousandfold: so it is, and the user is asked.
    let many: Vec<String> = (0..500).map(|n| format!("1.{:03}", n)).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let imported = one("value", "12,5", &many);
    assert!(format_of(&imported).ambiguous);
    assert_eq!(imported.profile.issues.count(IssueKind::AmbiguousNumbers), 1);
}

#[test]
fn a_header_of_thousands_or_millions_is_multiplied_out_and_says_so() {
    for (header, texts, cells, note) in [
        ("Выручка, тыс. руб.", ["1 200", "2,3"], ["1200000", "2300"], FormatNote::HeaderThousands),
        ("Revenue ($M)", ["1.5", "0.07"], ["1500000", "70000"], FormatNote::HeaderMillions),
        ("Αξία (χιλ. €)", ["1.200,5", "3"], ["1200500", "3000"], FormatNote::HeaderThousands),
        ("Impressions (000)", ["12", "7"], ["12000", "7000"], FormatNote::HeaderThousands),
    ] {
        assert_eq!(column(&of(header, &texts), header), cells, "{header}");
        assert!(has(header, &texts, note), "{header}");
    }
    // Cells that say it themselves are not multiplied twice.
    let both = of("Revenue (k€)", &["5k", "900"]);
    assert_eq!(column(&both, "Revenue (k€)"), ["5000", "900000"]);
    // A price of a thousand, minutes and percent are none.
    for header in ["Cost per thousand", "Duration (m)", "Share, % (000)"] {
        let read = column(&of(header, &["1.5", "2.5"]), header);
        assert!(read == ["1.5", "2.5"] || read == ["0.015", "0.025"], "{header}: {read:?}");
    }
}

#[test]
fn cells_in_another_currency_than_the_header_are_believed_and_it_is_told() {
    let other = of("Amount (EUR)", &["$100", "$20.50"]);
    assert_eq!(column(&other, "Amount (EUR)"), ["100", "20.5"]);
    assert!(format_of(&other).notes.contains(&FormatNote::OtherCurrency));
    assert!(!has("Amount (USD)", &["$100", "$20.50"], FormatNote::OtherCurrency));
}
