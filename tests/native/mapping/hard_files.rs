//! Several files as people drop them: poor ones first, contacts without a status, rates.

use super::made::{made, proposed, views};
use tundish::engine::funnel::assemble;
use tundish::engine::import::Imported;
use tundish::engine::mapping::key::KeyKind;
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::view::{FileNote, explain};
use tundish::engine::mapping::{FileKind, Mapping};

fn deals() -> Imported {
    let mut text =
        "Deal ID,Deal name,Stage,Amount,Currency,Created,Close date,Email,Phone\n".to_owned();
    for n in 0..120 {
        let stage = ["New", "Demo", "Won", "Lost"][n % 4];
        let closed = if n % 4 > 1 { "2026-03-01" } else { "" };
        let currency = ["EUR", "USD", "GBP"][n % 3];
        let email =
            if n % 2 == 0 { format!("p{}@ex.com", n % 60) } else { format!(" P{}@Ex.com", n % 60) };
        let phone = format!("+30 210 {}", 1_000_000 + n % 60);
        text += &format!("{n},D {n},{stage},100,{currency},2026-01-05,{closed},{email},{phone}\n");
    }
    made("deals.csv", text.as_bytes())
}

#[test]
fn the_better_file_of_deals_is_counted_whichever_came_first() {
    let mut poor = "Deal ID,Stage,Created\n".to_owned();
    (0..50).for_each(|n| poor += &format!("{n},{},2026-01-05\n", ["New", "Won"][n % 2]));
    let poor = made("a.csv", poor.as_bytes());
    let files = [poor, deals()];
    let mapping = proposed(&files);
    assert!(mapping.files.iter().all(|f| f.kind == FileKind::Deals));
    assert_eq!(mapping.files[0].name, "deals.csv");
    assert_eq!(assemble(&views(&files), &mapping).unwrap().records.amount.len(), 120);
    // One after the other comes to the same.
    let first = suggest(&views(&files)[..1], &Mapping::default());
    let then = suggest(&views(&files), &first);
    assert_eq!(then.files[0].name, "deals.csv");
    assert_eq!(suggest(&views(&files), &then), then);
}

#[test]
fn contacts_without_a_status_are_joined_by_address_or_number() {
    for (header, by) in [
        ("Contact ID,Full Name,Email,Phone,City", KeyKind::Email),
        ("Contact ID,Full Name,Phone,City", KeyKind::Phone),
        ("ID контакта,ФИО,Телефон,Город", KeyKind::Phone),
        ("Κωδικός επαφής,Ονοματεπώνυμο,Τηλέφωνο,Πόλη", KeyKind::Phone),
    ] {
        let mut text = format!("{header}\n");
        for n in 0..60 {
            let email = if by == KeyKind::Email { format!("p{n}@ex.com,") } else { String::new() };
            text += &format!("{n},Name {n},{email}0030-210-{},X\n", 1_000_000 + n);
        }
        let files = [deals(), made("contacts.csv", text.as_bytes())];
        let mapping = proposed(&files);
        let join = mapping.joins.first().unwrap_or_else(|| panic!("{header}: {mapping:?}"));
        assert_eq!(join.by, by, "{header}");
        let view = explain(&views(&files), &mapping);
        assert_eq!((view.joins[0].matched, view.joins[0].unmatched), (120, 0), "{header}");
    }
}

#[test]
fn rates_propose_the_currency_that_they_are_told_in() {
    let cases = [
        ("Date,Currency,Rate\n2026-01-01,USD,0.9\n2026-01-01,GBP,1.2\n2026-01-01,EUR,1\n", "EUR"),
        ("Date,Currency,Rate\n2026-01-01,USD,0.9\n2026-01-01,GBP,1.2\n", "EUR"),
        ("Дата,Валюта,\"Курс, руб.\"\n01.01.2026,USD,90.1\n01.01.2026,EUR,98.2\n", "RUB"),
        ("Date,EUR/USD,EUR/GBP\n2026-01-01,1.25,0.8\n2026-02-01,1.25,0.8\n", "EUR"),
        // Told in a currency that nothing names: not guessed.
        ("Date,Currency,Rate\n2026-01-01,USD,1.1\n2026-01-01,GBP,1.3\n2026-01-01,EUR,1.2\n", ""),
    ];
    for (text, to) in cases {
        let files = [deals(), made("rates.csv", text.as_bytes())];
        let mapping = proposed(&files);
        assert_eq!(mapping.files[1].kind, FileKind::Rates, "{text}");
        assert_eq!(mapping.rates.to, to, "{text}");
        let notes = explain(&views(&files), &mapping).files[1].notes.clone();
        let expected = if to.is_empty() { vec![FileNote::NothingConverted] } else { Vec::new() };
        assert_eq!(notes, expected, "{text}");
    }
    // What the user has decided stays, also that nothing is converted.
    let files = [deals(), made("rates.csv", cases[0].0.as_bytes())];
    let mut mapping = proposed(&files);
    mapping.rates.to.clear();
    assert_eq!(suggest(&views(&files), &mapping).rates.to, "");
}

#[test]
fn wide_rates_convert_in_both_directions() {
    let rates = "Date,EUR/USD,EUR/GBP\n2026-01-01,1.25,0.8\n";
    let files = [deals(), made("rates.csv", rates.as_bytes())];
    let made = assemble(&views(&files), &proposed(&files)).unwrap();
    // 100 of EUR, USD at 1 / 1.25, GBP at 1 / 0.8.
    let amounts: Vec<f64> = made.records.amount.iter().take(3).copied().collect();
    assert_eq!(amounts, [100.0, 80.0, 125.0]);
}

#[test]
fn a_cost_is_no_key_of_a_lookup() {
    let mut text = "Название кампании,Показ кампании,Цена за результат,Показы\n".to_owned();
    (0..30).for_each(|n| text += &format!("К{},active,{},{}\n", n % 9, 100 + n, 900 + n * 7));
    let mapping = proposed(&[made("campaigns.csv", text.as_bytes())]);
    assert!(!mapping.files[0].roles.values().any(|h| h.starts_with("Цена")), "{mapping:?}");
}
