//! Numbers under either decimal sign, and texts that are none.

use super::DecimalSign::{Comma, Point};
use super::*;

fn read(text: &str, decimal: DecimalSign) -> Option<f64> {
    let written = scan(text)?;
    written.read(decimal, written.percent).map(|n| n.value)
}

#[test]
fn the_same_text_under_either_sign() {
    let cases = [
        ("1054", Some(1054.0), Some(1054.0)),
        ("1.234", Some(1.234), Some(1234.0)),
        ("1,234", Some(1234.0), Some(1.234)),
        ("0.123", Some(0.123), None),
        ("12,50", None, Some(12.5)),
        ("1,234.50", Some(1234.5), None),
        ("1.234.567,8", None, Some(1_234_567.8)),
        ("56\u{a0}270,67", None, Some(56_270.67)),
        ("1\u{202f}234\u{202f}567", Some(1_234_567.0), Some(1_234_567.0)),
        ("1'234.5", Some(1234.5), None),
        ("12,34,567.00", Some(1_234_567.0), None),
        ("(1,200.50)", Some(-1200.5), None),
        ("\u{2212}5", Some(-5.0), Some(-5.0)),
        ("5-", Some(-5.0), Some(-5.0)),
        ("+5", Some(5.0), Some(5.0)),
        ("$-1,200", Some(-1200.0), Some(-1.2)),
        ("-$1.5", Some(-1.5), None),
        ("$(1.5)", Some(-1.5), None),
        ("(1,200.50) €", Some(-1200.5), None),
        ("1 200,50 ₽", None, Some(1200.5)),
        ("1200 руб.", Some(1200.0), Some(1200.0)),
        ("EUR 100", Some(100.0), Some(100.0)),
        ("12 %", Some(0.12), Some(0.12)),
        ("%12", Some(0.12), Some(0.12)),
        ("% 12,5", None, Some(0.125)),
        (".5", Some(0.5), None),
        ("1.5E+06", Some(1_500_000.0), None),
        ("1.5e6", Some(1_500_000.0), None),
        ("1.429999948", Some(1.429999948), None),
        ("0.12345678901234567890123", Some(0.12345678901234568), None),
        ("5k", Some(5000.0), Some(5000.0)),
        ("1.2M", Some(1_200_000.0), None),
        ("$1.5bn", Some(1_500_000_000.0), None),
        ("€1.5m", Some(1_500_000.0), None),
        ("3 тыс. руб.", Some(3000.0), Some(3000.0)),
        ("50 т.р.", Some(50_000.0), Some(50_000.0)),
        ("1,2 млн", None, Some(1_200_000.0)),
        ("2 εκ.", Some(2_000_000.0), Some(2_000_000.0)),
        ("-1.1K", Some(-1100.0), None),
    ];
    for (text, point, comma) in cases {
        assert_eq!(read(text, Point), point, "{text} with a point");
        assert_eq!(read(text, Comma), comma, "{text} with a comma");
    }
}

#[test]
fn texts_that_are_not_numbers() {
    for text in [
        "",
        "-",
        "abc",
        "30-34",
        "1-2",
        "12E5",
        "1e309",
        "1 23",
        "1,23,4",
        "1234,567.0",
        "5 kg",
        "1.2.3",
        "--5",
        "$",
        "%",
        "(5",
        "1..2",
        "12.",
        "1234567890123456",
        "١٢",
        "1E+999",
        "$5$",
        "%5%",
        "5 m",
        "5kk",
        "((5))",
        "-(5)",
        "(-5)",
        "1.5e-400",
        "k5",
        "1 234\u{a0}567",
    ] {
        assert_eq!(read(text, Point), None, "{text}");
    }
    assert_eq!(read("-0", Point).map(f64::is_sign_negative), Some(false));
}

#[test]
fn a_code_glued_to_digits_is_told_from_money() {
    for text in ["CAD-1000", "AUD2024", "USD1", "EUR-007"] {
        assert!(scan(text).is_some_and(|w| w.is_code_like()), "{text}");
    }
    for text in ["CAD 1000", "$1000", "USD 1", "USD1.50", "USD1,000", "-USD 5", "€5", "100USD"] {
        assert!(scan(text).is_some_and(|w| !w.is_code_like()), "{text}");
    }
}

#[test]
fn what_a_number_lost_is_told() {
    let read = |text: &str| scan(text).and_then(|w| w.read(Point, false)).unwrap();
    assert!(read("1.23E+11").shortened && !read("1.5E+06").shortened);
    assert!(read("0.1234567890123456789").rounded && read("1234567890.1234567").rounded);
    assert!(!read("0.1").rounded && !read("1.50000000000000000").rounded);
    for text in ["NaN", "-Infinity", "inf", "1e309", "1E+400", "∞"] {
        assert!(is_impossible(text), "{text}");
    }
    for text in ["12E5", "Nancy", "e309", "1e30", "deal-1e309"] {
        assert!(!is_impossible(text), "{text}");
    }
}
