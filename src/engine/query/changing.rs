//! Which of the columns that a block asks for have values that change in the course of a record: those
//! that it groups or filters by, and those that its formulas read.
//!
//! Not here: how many records change (`funnel::Changing`).

use super::column_fact::place;
use super::frame::Frame;
use crate::engine::formula::{ColumnAsk, ColumnFact};
use crate::engine::funnel::Changing;
use crate::engine::measure::MeasureId;
use crate::engine::report::BlockSpec;

/// Nothing where values can't change, or where neither the data's nor the block's do.
pub(super) fn of_block(
    frame: &Frame<'_>,
    block: &BlockSpec,
    columns: &[(String, String)],
) -> Option<Changing> {
    let all = frame.assembled.changing.as_ref()?;
    let found = all.only(columns).with(read(frame, block), frame.assembled, frame.files);
    (!all.columns.is_empty() || !found.columns.is_empty()).then_some(found)
}

/// The columns of the records that the block's formulas read, by file and header.
fn read(frame: &Frame<'_>, block: &BlockSpec) -> Vec<(String, String)> {
    let formulas = block.measures().iter().filter_map(|measure| match measure {
        MeasureId::Own(id) => frame.own(*id).map(|(_, formula)| formula),
        _ => None,
    });
    let column = |ask: &ColumnAsk| {
        // A stage stands in the place of a header.
        if matches!(ask.what, ColumnFact::Reached { .. }) {
            return None;
        }
        let found = place(frame.assembled, frame.files, ask.file.as_deref(), &ask.header);
        let (at, _) = found.filter(|(_, is_cost)| !is_cost)?;
        Some((frame.files.get(at)?.profile.name.clone(), ask.header.clone()))
    };
    formulas.flat_map(|formula| &formula.columns).filter_map(column).collect()
}
