//! What one file can't tell, another of the table can: where nothing in January's column tells day
//! from month, February's may; the same for decimals and thousands. A file that read its column on
//! an assumption is then to be read again as the others prove it.
//!
//! Not here: the reading (`import`); who reads again (`service`, the command line).

use super::FileGroup;
use super::plan::{Plan, Planned};
use super::propose::kind_in;
use crate::engine::import::ColumnOption;
use crate::engine::mapping::Mapping;
use crate::engine::profile::{ColumnProfile, FileProfile};
use crate::engine::table::ColumnType as T;

/// Says of the columns that were read on an assumption how the table's other files prove them.
pub fn settle(group: &mut FileGroup, files: &[&FileProfile], mapping: &Mapping) {
    if group.apart {
        return;
    }
    let here = group.members.iter().filter_map(|m| files.iter().find(|f| f.name == m.name));
    let here: Vec<&FileProfile> = here.copied().collect();
    let Some(what) = here.first().map(|f| kind_in(f, mapping)) else { return };
    let Ok(plan) = Plan::of(&here, what) else { return };
    for column in &plan.columns {
        let Some(proven) = proven(column, &here) else { continue };
        for (file, position) in here.iter().zip(&column.from) {
            let Some(source) = position.and_then(|at| file.columns.get(at)) else { continue };
            let format = &source.format;
            let same = (format.date_order, format.decimal) == (proven.date_order, proven.decimal);
            let member = group.members.iter_mut().find(|m| m.name == file.name);
            let Some(member) = member.filter(|_| format.ambiguous && !same) else { continue };
            let said = &mut member.import.columns;
            if !said.iter().any(|c| c.header == source.header) {
                said.push(ColumnOption { header: source.header.clone(), ..proven.clone() });
            }
        }
    }
}

/// How the files that can tell write a column, if all of them agree and any other can't.
fn proven(column: &Planned, files: &[&FileProfile]) -> Option<ColumnOption> {
    let each = column.from.iter().zip(files);
    let sources: Vec<&ColumnProfile> =
        each.filter_map(|(from, file)| file.columns.get((*from)?)).collect();
    if !sources.iter().any(|c| c.format.ambiguous) {
        return None;
    }
    let tells = |c: &&&ColumnProfile| {
        let is_written = c.format.date_order.is_some() || c.format.decimal.is_some();
        !c.format.ambiguous && c.filled > 0 && is_written
    };
    let mut sure = sources.iter().filter(tells).map(|c| {
        let format = &c.format;
        let is_dated = matches!(c.kind, T::Day | T::Moment);
        let decimal = format.decimal.filter(|_| !is_dated);
        let date_order = format.date_order.filter(|_| is_dated);
        ColumnOption { date_order, decimal, ..ColumnOption::default() }
    });
    let first = sure.next()?;
    sure.all(|other| other == first).then_some(first)
}
