//! A table cut in pieces and put together again gives the same figures, wherever it was cut.

use super::{proposed, report, rows, table};
use crate::figures::made::Dice;
use tundish::engine::report::{Answer, Report};
use tundish::engine::sample;

/// The sample's deals, as lines, and its costs.
fn sample_files() -> (String, Vec<String>, String) {
    let files = sample::files(sample::SEED);
    let text = |at: usize| String::from_utf8(files[at].1.clone()).unwrap();
    let deals = text(0);
    let mut lines = deals.trim_start_matches('\u{feff}').split_inclusive('\n').map(str::to_owned);
    let header = lines.next().unwrap();
    (header, lines.collect(), text(1))
}

/// Answers without what depends on names of files; figures to twelve digits, since rows are added in
/// another order.
fn figures(report: &Report) -> Vec<String> {
    fn rounded(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::Number(n) if n.is_f64() => {
                *value = serde_json::Value::String(format!("{:.11e}", n.as_f64().unwrap()));
            }
            serde_json::Value::Array(all) => all.iter_mut().for_each(rounded),
            serde_json::Value::Object(all) => all.values_mut().for_each(rounded),
            _ => {}
        }
    }
    let block = |answer: &Answer| {
        let mut value = serde_json::to_value(answer).unwrap();
        rounded(&mut value);
        value.to_string()
    };
    report.blocks.iter().map(block).collect()
}

#[test]
fn months_of_the_sample_give_the_report_of_the_whole() {
    let (header, lines, costs) = sample_files();
    let whole = header.clone() + &lines.concat();
    let (shelf, document) = proposed(&[("deals.csv", &whole), ("ad-spend.csv", &costs)]);
    let expected = report(&shelf, &document);

    // The moment of creation is the first text like `,2025-01-31 09:15,`.
    let month = |line: &str| {
        let is_moment = |cell: &&str| {
            let bytes = cell.as_bytes();
            bytes.len() == 16 && bytes[4] == b'-' && bytes[7] == b'-' && bytes[13] == b':'
        };
        line.split(',').find(is_moment).unwrap()[..7].to_owned()
    };
    let mut months: std::collections::BTreeMap<String, String> = Default::default();
    for line in &lines {
        months.entry(month(line)).or_insert_with(|| header.clone()).push_str(line);
    }
    assert_eq!(months.len(), 24);
    let mut files: Vec<(String, &str)> =
        months.iter().map(|(m, text)| (format!("deals_{m}.csv"), text.as_str())).collect();
    files.reverse();
    let mut files: Vec<(&str, &str)> = files.iter().map(|(n, t)| (n.as_str(), *t)).collect();
    files.push(("ad-spend.csv", &costs));
    let (shelf, document) = proposed(&files);
    let (made, told) = table(&shelf);
    assert_eq!((made.rows, told.files.len(), told.overlap), (lines.len(), 24, 0));
    assert_eq!(figures(&report(&shelf, &document)), figures(&expected));
}

#[test]
fn any_cut_with_any_overlap_gives_the_figures_of_the_whole() {
    let (header, mut lines, _) = sample_files();
    lines.truncate(3_000);
    let whole = header.clone() + &lines.concat();
    let (shelf, document) = proposed(&[("deals.csv", &whole)]);
    let expected = figures(&report(&shelf, &document));
    for seed in 1..6 {
        let mut dice = Dice::new(seed);
        let pieces = 2 + dice.below(4) as usize;
        let mut parts = vec![header.clone(); pieces];
        let mut extra = 0;
        for line in &lines {
            let home = dice.below(pieces as u64) as usize;
            parts[home].push_str(line);
            // Some rows are in two exports, unchanged.
            let other = dice.below(pieces as u64) as usize;
            if dice.one_in(7) && other != home {
                parts[other].push_str(line);
                extra += 1;
            }
        }
        let names: Vec<String> = (0..pieces).map(|n| format!("deals part {}.csv", 9 - n)).collect();
        let files: Vec<(&str, &str)> =
            names.iter().map(String::as_str).zip(parts.iter().map(String::as_str)).collect();
        let (shelf, document) = proposed(&files);
        let (made, told) = table(&shelf);
        assert_eq!(told.rows_read(), (lines.len() + extra) as u64);
        assert_eq!(told.rows_read(), told.kept() + told.overlap + told.copies_left_out());
        assert_eq!((made.rows as u64, rows(made).len()), (told.kept(), made.rows));
        for file in &told.files {
            assert_eq!(file.rows, file.kept + file.overlap + file.copies, "{}", file.name);
        }
        assert_eq!(figures(&report(&shelf, &document)), expected, "seed {seed}");
    }
}
