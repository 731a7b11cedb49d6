//! Plain tables over the columns of one file.

use std::io::Cursor;
use tundish::engine::filter::{Grain, Period};
use tundish::engine::import::{ImportOptions, Importer, Step};
use tundish::engine::query::tabulate::{GroupFact, GroupKey, TabulateSpec, tabulate};
use tundish::engine::table::Table;
use tundish::engine::value::Day;

fn read(csv: &[u8]) -> Table {
    let mut importer =
        Importer::new("x.csv", csv.len() as u64, Cursor::new(csv), ImportOptions::default());
    loop {
        if let Step::Done(imported) = importer.step(1 << 20).unwrap() {
            return imported.table;
        }
    }
}

fn key(header: &str, grain: Option<Grain>) -> GroupKey {
    GroupKey { header: header.to_owned(), grain }
}

#[test]
fn rows_are_counted_summed_and_told_apart() {
    let table = read(
        b"day,who,stage,sum\n2024-01-05,a,Won,1.5\n2024-01-20,b,Lost,\n2024-02-01,a,Won,2\n\
          2025-01-01,c,Won,9\n2024-01-31,a,Lost,0.25\n,d,Won,7\n",
    );
    let all = |spec: &TabulateSpec| -> Vec<(String, Vec<Option<f64>>)> {
        tabulate(&table, spec).into_iter().map(|g| (g.keys.join("/"), g.facts)).collect()
    };
    let stages = TabulateSpec {
        by: vec![key("who", None), key("stage", None)],
        facts: vec![GroupFact::Rows, GroupFact::Sum("sum".to_owned())],
        within: None,
    };
    let wanted = [
        ("a/Won", 2.0, 3.5),
        ("a/Lost", 1.0, 0.25),
        ("b/Lost", 1.0, 0.0),
        ("c/Won", 1.0, 9.0),
        ("d/Won", 1.0, 7.0),
    ];
    assert_eq!(all(&stages), wanted.map(|(k, n, s)| (k.to_owned(), vec![Some(n), Some(s)])));
    let day = |y, m, d| Day::from_ymd(y, m, d).unwrap();
    let months = TabulateSpec {
        by: vec![key("day", Some(Grain::Month))],
        within: Some((
            "day".to_owned(),
            Period { first: day(2024, 1, 1), last: day(2024, 12, 31) },
        )),
        facts: vec![
            GroupFact::Distinct("who".to_owned()),
            GroupFact::Share("stage".to_owned(), "Won".to_owned()),
        ],
    };
    let wanted = [("2024-01-01", 2.0, 1.0 / 3.0), ("2024-02-01", 1.0, 1.0)];
    assert_eq!(all(&months), wanted.map(|(k, n, s)| (k.to_owned(), vec![Some(n), Some(s)])));
    assert_eq!(all(&TabulateSpec { by: vec![key("none", None)], ..months }), []);
}
