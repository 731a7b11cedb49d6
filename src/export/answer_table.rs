//! The tables of an answer, and what is to be said below them. The first table is the one that a file
//! holds. Not here: answers with a sheet of their own (`sheet`, `question_sheet`).

use super::figure_table::{Figure, FigureTable, Measured};
use super::interval_columns::ends;
use super::sheet::Cell;
use super::{
    calls_table, flow_table, funnel_split_table, moves_table, pipeline_change_table, reasons_table,
    spread_table,
};
use crate::engine::report::{Answer, FunnelRate};
use crate::engine::value::Quantity;
use crate::format::Style;
use crate::i18n::Strings;

pub fn answer_tables(answer: &Answer, words: &Strings, currency: Option<&str>) -> Vec<FigureTable> {
    match answer {
        Answer::Funnel(found) => {
            let split = found.split.iter();
            let both = [FunnelRate::OfPrevious, FunnelRate::OfFirst];
            split.map(|split| funnel_split_table::table(found, split, words, &both)).collect()
        }
        Answer::Reasons(found) => vec![reasons_table::table(found, words, currency)],
        Answer::Transitions(found) => vec![moves_table::table(found, words)],
        Answer::Flow(found) => vec![flow_table::table(found, words, currency)],
        Answer::Calls(found) => vec![calls_table::table(found, words)],
        Answer::PipelineChange(found) => pipeline_change_table::tables(found, words, currency),
        Answer::Spread(found) => spread_table::tables(found, words, currency),
        _ => Vec::new(),
    }
}

/// What stands behind the figures: a sentence each.
pub fn answer_remarks(answer: &Answer, words: &Strings) -> Vec<String> {
    match answer {
        Answer::Funnel(found) => {
            let split = found.split.as_ref();
            split.map_or_else(Vec::new, |split| funnel_split_table::remarks(found, split, words))
        }
        Answer::Reasons(found) => reasons_table::remarks(found, words),
        Answer::Transitions(found) => moves_table::remarks(found, words),
        Answer::Flow(found) => flow_table::remarks(found, words),
        Answer::Calls(found) => calls_table::remarks(found, words),
        Answer::PipelineChange(found) => pipeline_change_table::remarks(found, words),
        Answer::Spread(found) => spread_table::remarks(found, words),
        _ => Vec::new(),
    }
}

/// A quantity as a cell, with its cautions.
pub(super) fn figure(quantity: &Quantity, words: &Strings, currency: Option<&str>) -> Figure {
    let said: Vec<String> = quantity.cautions.iter().map(|c| (words.names.caution)(c)).collect();
    let measured = Measured {
        quantity: quantity.clone(),
        currency: currency.map(str::to_owned),
        is_signed: false,
    };
    let text = measured.written(Style::Table, words);
    let ends = ends(quantity);
    let between = words.between(quantity);
    let hint = between.as_deref().map(words.report.interval);
    Figure {
        caution: said.join(" "),
        hint: hint.unwrap_or_default(),
        between,
        ends,
        measured: Some(Box::new(measured)),
        ..Figure::new(text, Cell::from(quantity))
    }
}

/// A count as a cell.
pub(super) fn counted(n: u64, words: &Strings) -> Figure {
    Figure::new(words.locale.count(n), Cell::Number(n as f64))
}
