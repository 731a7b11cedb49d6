//! What became of the pipeline between two exports: the kinds of change, the way from stage to stage,
//! and the records. Not here: the bridge of each currency (`bridge_table`).

use super::answer_table::counted;
use super::bridge_table::{self, money, signed};
use super::figure_table::{Figure, FigureTable, Head, Row};
use super::sheet::Cell;
use crate::engine::query::{ChangeFigure as F, ChangeRows, Figure as Traced};
use crate::engine::report::{ChangeLine, ChangedRecord, PipelineChange};
use crate::engine::stats::Sum;
use crate::engine::value::Day;
use crate::i18n::Strings;

/// What is counted, then the records.
pub fn tables(found: &PipelineChange, words: &Strings, currency: Option<&str>) -> Vec<FigureTable> {
    vec![
        kinds(found, words, currency),
        bridge_table::table(found, words),
        passages(found, words),
        records(found, words, 0..found.records.len()),
    ]
}

/// The records behind a figure; amounts are in the report's own currency.
fn trace(found: &PipelineChange, rows: ChangeRows, of: F) -> Traced {
    let currency = (of != F::Records).then(|| found.currency.clone());
    Traced::Change { earlier: found.earlier.file.clone(), rows, of, currency }
}

/// A line a kind, with what it did to the open pipeline in the report's currency.
pub fn kinds(found: &PipelineChange, words: &Strings, currency: Option<&str>) -> FigureTable {
    let says = &words.pipeline_change;
    let own = found.bridges.iter().find(|bridge| bridge.currency == found.currency);
    let steps = own.map_or(&[][..], |bridge| bridge.steps.as_slice());
    let sum = |value: Option<f64>, rows: ChangeRows, of: F| {
        let figure = money(value, words, currency);
        if value.is_some() { figure.traced(trace(found, rows, of)) } else { figure }
    };
    let effect = |value: f64, rows: ChangeRows| {
        signed(value, words, currency).traced(trace(found, rows, F::Effect))
    };
    let count = |n: u64, rows: ChangeRows| counted(n, words).traced(trace(found, rows, F::Records));
    let line = |line: &ChangeLine| {
        let rows = || ChangeRows::Kind(line.kind);
        let name = Figure {
            hint: (says.kind_hint)(line.kind).to_owned(),
            ..Figure::name((says.kind)(line.kind).to_owned())
        };
        let step = steps.iter().find(|step| step.kind == line.kind);
        let cells = vec![
            name,
            count(line.records, rows()),
            sum(line.value_before, rows(), F::Before),
            sum(line.value_after, rows(), F::After),
            step.map_or_else(Figure::nothing, |step| effect(step.value, rows())),
        ];
        Row { cells, is_total: false }
    };
    let mut rows: Vec<Row> = found.lines.iter().map(line).collect();
    let before = vec![
        Figure::name(says.open_before.to_owned()),
        count(found.earlier.open, ChangeRows::OpenBefore),
        sum(own.map(|b| b.before), ChangeRows::OpenBefore, F::Before),
        Figure::nothing(),
        Figure::nothing(),
    ];
    let all: Sum = steps.iter().map(|step| step.value).collect();
    let after = vec![
        Figure::name(says.open_after.to_owned()),
        count(found.later.open, ChangeRows::OpenAfter),
        Figure::nothing(),
        sum(own.map(|b| b.after), ChangeRows::OpenAfter, F::After),
        own.map_or_else(Figure::nothing, |_| effect(all.value(), ChangeRows::Open)),
    ];
    rows.extend([before, after].map(|cells| Row { cells, is_total: true }));
    let heads = [says.change, says.records, says.value_before, says.value_after, says.effect];
    let title = words.change_trace.kinds.to_owned();
    let table = FigureTable { title, names: 1, heads: heads.map(Head::new).to_vec(), rows };
    table.aligned(words)
}

/// What a place is called; `absent` where there is none.
pub fn place(found: &PipelineChange, at: Option<u32>, absent: &str, words: &Strings) -> String {
    let Some(at) = at else { return absent.to_owned() };
    // The last place is that of records whose stage nobody knows.
    if at as usize + 1 == found.places.len() {
        return words.pipeline_change.no_stage.to_owned();
    }
    found.places.get(at as usize).map(|label| words.label(label)).unwrap_or_default()
}

/// From where to where: a matrix of records.
pub fn passages(found: &PipelineChange, words: &Strings) -> FigureTable {
    let says = &words.pipeline_change;
    let order = |of: &dyn Fn(usize) -> Option<u32>| {
        let mut places: Vec<Option<u32>> = (0..found.passages.len()).map(of).collect();
        // What was not there stands at the edge.
        places.sort_by_key(|place| (place.is_none(), *place));
        places.dedup();
        places
    };
    let from = order(&|at| found.passages.get(at).and_then(|p| p.from));
    let to = order(&|at| found.passages.get(at).and_then(|p| p.to));
    let most =
        found.passages.iter().filter(|p| p.from != p.to).map(|p| p.records).max().unwrap_or(0);
    let cell = |from: Option<u32>, to: Option<u32>| {
        let passage = found.passages.iter().find(|p| (p.from, p.to) == (from, to));
        let Some(passage) = passage else { return Figure::nothing() };
        let way = ChangeRows::Passage { from, to };
        let cell = counted(passage.records, words).traced(trace(found, way, F::Records));
        // Those that stayed are many, and not what is looked for.
        if from == to || most == 0 {
            cell
        } else {
            cell.shaded(passage.records as f64 / most as f64)
        }
    };
    let mut heads = vec![Head::new(says.matrix_corner)];
    heads.extend(to.iter().map(|to| Head::new(&place(found, *to, says.not_there_after, words))));
    let row = |from: &Option<u32>| {
        let name = place(found, *from, says.not_there_before, words);
        let cells = to.iter().map(|to| cell(*from, *to));
        Row { cells: std::iter::once(Figure::name(name)).chain(cells).collect(), is_total: false }
    };
    let rows = from.iter().map(row).collect();
    FigureTable { title: says.passages_title.to_owned(), names: 1, heads, rows }
}

/// Some of the records, with both states side by side.
pub fn records(
    found: &PipelineChange,
    words: &Strings,
    range: std::ops::Range<usize>,
) -> FigureTable {
    let says = &words.pipeline_change;
    let shown: Vec<&ChangedRecord> =
        found.records.iter().skip(range.start).take(range.len()).collect();
    let has_name = found.records.iter().any(|r| !r.name.is_empty());
    let first = found.records.first().map(|r| r.currency.as_str()).unwrap_or_default();
    let is_mixed = |r: &ChangedRecord| r.currency != first || r.currency_before.is_some();
    let several = found.records.iter().any(is_mixed);
    let mut heads = vec![Head::new(says.id)];
    heads.extend(has_name.then(|| Head::new(says.record_name)));
    heads.extend([says.what, says.stage_before, says.stage_after].map(Head::new));
    let names = heads.len();
    heads.extend([says.amount_before, says.amount_after].map(Head::new));
    heads.extend(several.then(|| Head::new(says.currency)));
    heads.extend([says.close_before, says.close_after].map(Head::new));
    let day = |day: Option<Day>| match day {
        Some(day) => Figure::new(words.locale.day(day), Cell::Day(day)),
        None => Figure::nothing(),
    };
    let amount = |value: Option<f64>, currency: &str| {
        money(value, words, Some(currency).filter(|c| !c.is_empty()))
    };
    let line = |record: &&ChangedRecord| {
        let kinds: Vec<&str> = record.kinds.iter().map(|kind| (says.kind)(*kind)).collect();
        let mut cells = vec![Figure::name(record.id.clone())];
        cells.extend(has_name.then(|| Figure::name(record.name.clone())));
        cells.push(Figure::name(kinds.join(", ")));
        cells.push(Figure::name(place(found, record.from, says.not_there_before, words)));
        cells.push(Figure::name(place(found, record.to, says.not_there_after, words)));
        let before = record.currency_before.as_ref().unwrap_or(&record.currency);
        cells.push(amount(record.amount_before, before));
        cells.push(amount(record.amount_after, &record.currency));
        cells.extend(several.then(|| match &record.currency_before {
            Some(before) => Figure::name(format!("{before} → {}", record.currency)),
            None => Figure::name(record.currency.clone()),
        }));
        cells.extend([day(record.close_before), day(record.close_after)]);
        Row { cells, is_total: false }
    };
    let rows = shown.iter().map(line).collect();
    FigureTable { title: says.list_title.to_owned(), names, heads, rows }.aligned(words)
}

pub fn remarks(found: &PipelineChange, words: &Strings) -> Vec<String> {
    let says = &words.pipeline_change;
    let day = |day: Option<Day>| day.map(|day| words.locale.day(day));
    let (before, after) = (&found.earlier, &found.later);
    let days = (day(before.as_of), day(after.as_of));
    let mut said =
        vec![(says.between)(&before.file, days.0.as_deref(), &after.file, days.1.as_deref())];
    let is_reversed = before.as_of.zip(after.as_of).is_some_and(|(b, a)| b > a);
    said.extend(is_reversed.then(|| says.reversed.to_owned()));
    said.push((says.counted)(found.kept, found.created, found.gone));
    let unpriced = (before.open_unpriced, after.open_unpriced);
    said.extend((unpriced != (0, 0)).then(|| (says.unpriced)(unpriced.0, unpriced.1)));
    for export in [before, after] {
        said.extend((export.repeated > 0).then(|| (says.repeated)(&export.file, export.repeated)));
        let without = export.without_id;
        said.extend((without > 0).then(|| (says.without_id)(&export.file, without)));
    }
    said.extend((found.without_stage > 0).then(|| (says.without_stage)(found.without_stage)));
    said.extend((found.without_day > 0).then(|| (says.without_day)(found.without_day)));
    let elsewhere = found.lines.iter().any(|line| line.elsewhere > 0);
    said.extend(elsewhere.then(|| says.elsewhere.to_owned()));
    let shown = found.records.len() as u64;
    said.extend((shown < found.listed).then(|| (says.shown)(shown, found.listed)));
    said.extend(found.has_period.then(|| says.no_period.to_owned()));
    said.push(says.dates_unknown.to_owned());
    said
}
