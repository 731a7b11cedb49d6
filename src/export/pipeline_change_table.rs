//! What became of the pipeline between two exports: the kinds of change, the way from stage to stage,
//! the records, and the bridge of each currency. A file holds the records.

use super::answer_table::counted;
use super::figure_table::{Figure, FigureTable, Head, Row};
use super::sheet::Cell;
use crate::chart::{BridgeModel, BridgeRow, ChartKind};
use crate::engine::report::{Bridge, ChangeKind, ChangeLine, ChangedRecord, PipelineChange};
use crate::engine::stats::Sum;
use crate::engine::value::{Day, Unit};
use crate::export::block_chart::BlockChart;
use crate::format::{MINUS, Style};
use crate::i18n::Strings;

/// The records first: that is what a file is wanted for.
pub fn tables(found: &PipelineChange, words: &Strings, currency: Option<&str>) -> Vec<FigureTable> {
    vec![
        records(found, words, 0..found.records.len()),
        kinds(found, words, currency),
        passages(found, words),
    ]
}

fn money(value: Option<f64>, words: &Strings, currency: Option<&str>) -> Figure {
    let Some(value) = value else { return Figure::nothing() };
    let text = words.locale.value(Some(value), Unit::Money, currency, Style::Table);
    Figure::new(text, Cell::Number(value))
}

/// A sum of money with its sign.
fn signed(value: f64, words: &Strings, currency: Option<&str>) -> String {
    let text = words.locale.value(Some(value.abs()), Unit::Money, currency, Style::Table);
    match value {
        v if v > 0.0 => format!("+{text}"),
        v if v < 0.0 => format!("{MINUS}{text}"),
        _ => text,
    }
}

/// A line a kind, with what it did to the open pipeline.
pub fn kinds(found: &PipelineChange, words: &Strings, currency: Option<&str>) -> FigureTable {
    let says = &words.pipeline_change;
    let own = found.bridges.first();
    let steps = own.map_or(&[][..], |bridge| bridge.steps.as_slice());
    let effect = |line: &ChangeLine| {
        let step = steps.iter().find(|step| step.kind == line.kind);
        step.map_or_else(Figure::nothing, |step| {
            Figure::new(signed(step.value, words, currency), Cell::Number(step.value))
        })
    };
    let line = |line: &ChangeLine| {
        let name = Figure {
            hint: (says.kind_hint)(line.kind).to_owned(),
            ..Figure::name((says.kind)(line.kind).to_owned())
        };
        let cells = vec![
            name,
            counted(line.records, words),
            money(line.value_before, words, currency),
            money(line.value_after, words, currency),
            effect(line),
        ];
        Row { cells, is_total: false }
    };
    let mut rows: Vec<Row> = found.lines.iter().map(line).collect();
    let all: Sum = steps.iter().map(|step| step.value).collect();
    let cells = vec![
        Figure::name(format!("{} → {}", says.open_before, says.open_after)),
        Figure::new(
            format!(
                "{} → {}",
                words.locale.count(found.earlier.open),
                words.locale.count(found.later.open)
            ),
            Cell::Number(found.later.open as f64),
        ),
        money(own.map(|b| b.before), words, currency),
        money(own.map(|b| b.after), words, currency),
        Figure::new(signed(all.value(), words, currency), Cell::Number(all.value())),
    ];
    rows.push(Row { cells, is_total: true });
    let heads = [says.change, says.records, says.value_before, says.value_after, says.effect];
    FigureTable { title: String::new(), names: 1, heads: heads.map(Head::new).to_vec(), rows }
}

fn place(found: &PipelineChange, at: Option<u32>, absent: &str, words: &Strings) -> String {
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
        let cell = counted(passage.records, words);
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
    FigureTable { title: says.list_title.to_owned(), names, heads, rows }
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

/// A bridge a currency: two are never added.
pub fn charts(found: &PipelineChange, words: &Strings) -> Vec<BlockChart> {
    let says = &words.pipeline_change;
    let chart = |bridge: &Bridge| {
        let named = Some(bridge.currency.as_str()).filter(|c| !c.is_empty());
        BlockChart {
            title: (says.bridge_title)(named.unwrap_or(says.no_currency)),
            kind: ChartKind::Bridge(model(bridge, words, named)),
        }
    };
    found.bridges.iter().map(chart).collect()
}

fn model(bridge: &Bridge, words: &Strings, currency: Option<&str>) -> BridgeModel {
    let says = &words.pipeline_change;
    let total = |name: &str, value: f64| {
        let text = words.locale.value(Some(value), Unit::Money, currency, Style::Table);
        let to = value;
        BridgeRow { name: name.to_owned(), to, is_total: true, text, ..BridgeRow::default() }
    };
    let mut rows = vec![total(says.open_before, bridge.before)];
    let mut at = Sum::default();
    at.add(bridge.before);
    for step in &bridge.steps {
        let from = at.value();
        at.add(step.value);
        let text = signed(step.value, words, currency);
        let records = words.locale.count(step.records);
        rows.push(BridgeRow {
            name: (says.kind)(step.kind).to_owned(),
            from,
            to: at.value(),
            is_total: false,
            is_good: step.kind == ChangeKind::Won,
            note: records.clone(),
            details: vec![
                (says.effect.to_owned(), text.clone()),
                (says.records.to_owned(), records),
            ],
            text,
        });
    }
    rows.push(total(says.open_after, bridge.after));
    BridgeModel { rows }
}
