//! Files of rates whose columns bear only the code of a currency. Converted by hand.

use crate::money::{deals, mapping, money};
use crate::tables::assembled;
use tundish::engine::mapping::rates::Rates;
use tundish::engine::mapping::{FileKind, Mapping};

/// The amounts of the six deals, with files of rates under that name.
fn with_rates(name: &str, text: &str, to: &str) -> (Mapping, Vec<f64>) {
    let rates = crate::tables::read_text(name, text);
    let mut mapping = mapping();
    let deals = deals();
    let found = tundish::engine::mapping::suggest::suggest(&[deals.view(), rates.view()], &mapping);
    let of_rates = found.files.iter().find(|f| f.name == name).unwrap().clone();
    assert_eq!(of_rates.kind, FileKind::Rates, "{name}");
    let proposed = found.rates.clone();
    mapping.files.push(of_rates);
    mapping.rates = Rates { to: to.to_owned(), ..proposed };
    let made = assembled(&[&deals, &rates], &mapping);
    (found, money(&made).iter().map(|(a, _)| (a * 1e6).round() / 1e6).collect())
}

#[test]
fn columns_that_bear_only_a_code_are_rates_and_are_never_taken_upside_down() {
    // As central banks write them: how many units one euro buys.
    let units = "Date,USD,RUB\n2025-01-01,1.25,100\n2025-02-01,1.25,80\n2025-04-01,1.60,100\n";
    let (found, amounts) = with_rates("rates.csv", units, "EUR");
    // Everything but the euro has a rate.
    assert_eq!(found.rates.to, "EUR");
    assert_eq!(amounts, [100.0, 160.0, 187.5, 320.0, 12.5, 10.0]);
    // What one unit is worth in rubles: the base stands in the name, or in a column of ones.
    let worth = "Date,USD,EUR\n2025-01-01,80,100\n2025-04-01,90,100\n";
    let (found, amounts) = with_rates("rub_rates.csv", worth, "RUB");
    assert_eq!(found.rates.to, "RUB");
    assert_eq!(amounts, [10_000.0, 16_000.0, 27_000.0, 32_000.0, 1000.0, 10.0]);
    let ones = "Date,USD,EUR,RUB\n2025-01-01,80,100,1\n2025-04-01,90,100,1\n";
    let (found, amounts) = with_rates("table.csv", ones, "EUR");
    assert_eq!(found.rates.to, "RUB");
    // Across: dollars and rubles in euro, by the rubles of the day.
    assert_eq!(amounts, [100.0, 160.0, 270.0, 320.0, 10.0, 10.0]);
}

#[test]
fn what_is_no_rate_is_not_taken_for_one() {
    use tundish::engine::mapping::rates_bare::BareRates;
    let of = |name: &str, text: &str| {
        let file = crate::tables::read_text(name, text);
        BareRates::of(name, &file.table)
    };
    // Money earned by day and currency moves too much; a further column says that it is of something.
    assert_eq!(of("sales.csv", "Date,USD,GBP\n2025-01-01,100,90\n2025-01-02,900,10\n"), None);
    assert_eq!(
        of("x.csv", "Date,Shop,USD,GBP\n2025-01-01,a,1.1,0.9\n2025-01-02,b,1.1,0.9\n"),
        None
    );
    assert_eq!(of("x.csv", "Date,USD\n2025-01-01,1.1\n2025-01-02,1.1\n"), None);
    let one = of("fx.csv", "Date,USD\n2025-01-01,1.1\n2025-01-02,1.1\n").unwrap();
    assert_eq!((one.base.clone(), one.base("EUR")), (None, Some("EUR".to_owned())));
    // At parity nobody can tell which way round it is.
    let file = crate::tables::read_text("fx.csv", "Date,USD\n2025-01-01,1.0\n2025-01-02,1.01\n");
    assert_eq!(one.tells_worth(&file.table, "EUR"), None);
}
