//! The bridge from one open pipeline to the other, each currency by itself, as a picture and a table.
//! Not here: the kinds of change and the records (`pipeline_change_table`).

use super::answer_table::{counted, figure};
use super::block_chart::BlockChart;
use super::figure_table::{Figure, FigureTable, Head, Row};
use crate::chart::{BridgeModel, BridgeRow, ChartKind};
use crate::engine::query::{ChangeFigure as F, ChangeRows, Figure as Traced};
use crate::engine::report::{Bridge, ChangeKind, PipelineChange};
use crate::engine::stats::Sum;
use crate::engine::value::{Quantity, Unit};
use crate::format::Style;
use crate::i18n::Strings;

pub(super) fn money(value: Option<f64>, words: &Strings, currency: Option<&str>) -> Figure {
    let Some(value) = value else { return Figure::nothing() };
    figure(&Quantity::plain(value, Unit::Money), words, currency)
}

/// A sum of money with its sign.
pub(super) fn signed(value: f64, words: &Strings, currency: Option<&str>) -> Figure {
    let mut figure = figure(&Quantity::plain(value, Unit::Money), words, currency);
    if let Some(measured) = figure.measured.as_deref_mut() {
        measured.is_signed = true;
        figure.text = measured.written(Style::Table, words);
    }
    figure
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

/// The same as a table: the steps of each currency, between what was open and what is.
pub fn table(found: &PipelineChange, words: &Strings) -> FigureTable {
    let says = &words.pipeline_change;
    let mut rows: Vec<Row> = Vec::new();
    for bridge in &found.bridges {
        let named = Some(bridge.currency.as_str()).filter(|c| !c.is_empty());
        let trace = |rows: ChangeRows, of: F| Traced::Change {
            earlier: found.earlier.file.clone(),
            rows,
            of,
            currency: Some(bridge.currency.clone()),
        };
        let line = |name: &str, value: Figure, records: Figure| {
            let currency = Figure::name(named.unwrap_or(says.no_currency).to_owned());
            vec![Figure::name(name.to_owned()), currency, records, value]
        };
        let end = |name: &str, value: f64, rows: ChangeRows, of: F| {
            let sum = money(Some(value), words, named).traced(trace(rows, of));
            Row { cells: line(name, sum, Figure::nothing()), is_total: false }
        };
        rows.push(end(says.open_before, bridge.before, ChangeRows::OpenBefore, F::Before));
        rows.extend(bridge.steps.iter().map(|step| {
            let kind = || ChangeRows::Kind(step.kind);
            let value = signed(step.value, words, named).traced(trace(kind(), F::Effect));
            let records = counted(step.records, words).traced(trace(kind(), F::Records));
            Row { cells: line((says.kind)(step.kind), value, records), is_total: false }
        }));
        rows.push(end(says.open_after, bridge.after, ChangeRows::OpenAfter, F::After));
    }
    let heads = [says.change, says.currency, says.records, words.change_trace.open];
    let title = words.change_trace.bridge.to_owned();
    let table = FigureTable { title, names: 2, heads: heads.map(Head::new).to_vec(), rows };
    table.aligned(words)
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
        let text = signed(step.value, words, currency).text;
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
