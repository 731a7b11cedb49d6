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

#[test]
fn many_rows_are_counted_as_one_by_one() {
    let mut csv = "day,who,sum\n".to_owned();
    let mut wanted: Vec<(String, f64, f64, f64)> = Vec::new();
    let mut state = 7u32;
    let mut pick = |n: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) % n
    };
    let first = Day::from_ymd(2023, 1, 1).unwrap();
    let within = Period { first: Day(first.0 + 200), last: Day(first.0 + 500) };
    for _ in 0..7000 {
        let (day, who, sum) = (Day(first.0 + pick(800) as i32), pick(300), pick(9000));
        let (dated, paid) = (pick(9) > 0, pick(8) > 0);
        let text = |is: bool, text: String| if is { text } else { String::new() };
        let amount = text(paid, format!("{}.25", sum));
        csv += &format!("{},w{who},{amount}\n", text(dated, day.to_string()));
        if dated && within.contains(day) {
            let month = day.month_start().to_string();
            let at = wanted.iter().position(|(m, ..)| *m == month).unwrap_or_else(|| {
                wanted.push((month, 0.0, 0.0, 0.0));
                wanted.len() - 1
            });
            wanted[at].1 += 1.0;
            // Quarters are summed exactly.
            wanted[at].2 += if paid { f64::from(sum) + 0.25 } else { 0.0 };
            wanted[at].3 += f64::from(u8::from(who == 7));
        }
    }
    wanted.sort_by(|a, b| a.0.cmp(&b.0));
    let table = read(csv.as_bytes());
    let spec = TabulateSpec {
        by: vec![key("day", Some(Grain::Month))],
        within: Some(("day".to_owned(), within)),
        facts: vec![
            GroupFact::Rows,
            GroupFact::Sum("sum".to_owned()),
            GroupFact::Share("who".to_owned(), "w7".to_owned()),
        ],
    };
    let found = tabulate(&table, &spec);
    assert_eq!(found.len(), wanted.len());
    for (found, (month, rows, sum, hits)) in found.iter().zip(&wanted) {
        assert_eq!(found.keys, [month.as_str()]);
        assert_eq!(found.facts, [Some(*rows), Some(*sum), Some(hits / rows)]);
    }
    // Without a period, the rows without a day are a group of their own.
    let all = tabulate(&table, &TabulateSpec { within: None, ..spec });
    let rows: f64 = all.iter().filter_map(|g| g.facts[0]).sum();
    assert_eq!((all[0].keys[0].as_str(), rows), ("", 7000.0));
}
