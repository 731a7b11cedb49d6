//! Cohorts, spreads and attribution as tables. Not here: the other answers (`sheet`).

use super::interval_columns::{Entry, sheet_of};
use super::sheet::{Cell, Sheet, SheetWords};
use crate::engine::query::Stat;
use crate::engine::report::{Attribution, AttributionRow, CohortFigure, Cohorts, Spread};
use crate::engine::value::{Quantity, Unit};
use crate::i18n::{Question, Strings};

/// The heads of the ages, youngest first.
pub fn age_heads(cohorts: &Cohorts, words: &Question) -> Vec<String> {
    let mut from = 0;
    let head = |age: &u32| match cohorts.in_days {
        // Of other figures each age holds the younger ones.
        true if cohorts.figure == CohortFigure::Retention => {
            let head = (words.customers.days_between)(from, *age);
            from = age.saturating_add(1);
            head
        }
        true => (words.age_days)(*age),
        false => (words.age)(cohorts.grain, *age),
    };
    cohorts.ages.iter().map(head).collect()
}

/// A row a cohort; the last one holds what the mature cohorts make together.
pub fn cohorts_sheet(cohorts: &Cohorts, strings: &Strings) -> Sheet {
    let words = &strings.question;
    let mut headers = vec![
        words.cohort_head(cohorts.figure).to_owned(),
        words.cohort_size(cohorts.figure).to_owned(),
    ];
    headers.extend(age_heads(cohorts, words));
    headers.push(words.by_now.to_owned());
    let line = |first: Cell, records: u64, cells: &mut dyn Iterator<Item = &Quantity>| {
        let start = [first, Cell::Number(records as f64)].map(Entry::from);
        start.into_iter().chain(cells.map(Entry::from)).collect::<Vec<Entry>>()
    };
    let mut rows: Vec<Vec<Entry>> = cohorts
        .rows
        .iter()
        .map(|row| {
            let cells = row.cells.iter().map(|c| &c.figure);
            line(Cell::Day(row.start), row.records, &mut cells.chain([&row.by_now]))
        })
        .collect();
    let total = cohorts.total.iter().map(|c| &c.figure).chain([&cohorts.by_now]);
    let name = Cell::Text(words.mature_total.to_owned());
    rows.push(line(name, cohorts.records, &mut { total }));
    sheet_of(headers, rows, strings)
}

/// The figures of a spread, in the order in which they are read.
pub fn spread_figures(spread: &Spread) -> Vec<(Stat, Quantity)> {
    let of = |value: f64| Quantity::plain(value, spread.unit);
    let count = Quantity::plain(spread.count as f64, Unit::Count);
    let deviation = Quantity { value: spread.deviation, ..of(0.0) };
    vec![
        (Stat::Count, count),
        (Stat::Quantile(50), of(spread.median)),
        (Stat::Mean, of(spread.mean)),
        (Stat::Quantile(10), of(spread.p10)),
        (Stat::Quantile(25), of(spread.p25)),
        (Stat::Quantile(75), of(spread.p75)),
        (Stat::Quantile(90), of(spread.p90)),
        (Stat::Quantile(95), of(spread.p95)),
        (Stat::Least, of(spread.least)),
        (Stat::Greatest, of(spread.greatest)),
        (Stat::Deviation, deviation),
        (Stat::Sum, of(spread.sum)),
    ]
}

/// The bins, from and to below, with their counts.
pub fn spread_sheet(spread: &Spread, words: &Question) -> Sheet {
    let end = |value: f64| Cell::from(&Quantity::plain(value, spread.unit));
    let row = |bin: &crate::engine::report::Bin| {
        vec![end(bin.from), bin.to.map_or(Cell::Empty, end), Cell::Number(bin.count as f64)]
    };
    let headers = [words.from, words.below, words.values].map(str::to_owned).to_vec();
    Sheet { headers, rows: spread.bins.iter().map(row).collect() }
}

/// A row a channel, a column a model; the last row is the same under all of them.
pub fn attribution_sheet(found: &Attribution, words: &SheetWords) -> Sheet {
    let says = words.attribution;
    let names = found.models.iter().map(|model| (says.model)(*model).to_owned());
    let line = |name: String, cells: &mut dyn Iterator<Item = &Quantity>| {
        [Cell::Text(name)].into_iter().chain(cells.map(Cell::from)).collect::<Vec<Cell>>()
    };
    let row = |row: &AttributionRow| line((words.label)(&row.label), &mut row.cells.iter());
    let mut rows: Vec<Vec<Cell>> = found.rows.iter().map(row).collect();
    let mut totals = found.models.iter().map(|_| &found.total);
    rows.push(line(says.total.to_owned(), &mut totals));
    Sheet { headers: [says.channel.to_owned()].into_iter().chain(names).collect(), rows }
}
