//! Every place of a document that names a column of a file: one walk for all who rename files or
//! columns, or ask what would be lost without one.
//!
//! Not here: the entries of the files themselves with their headers, and the members of tables of
//! several (`mapping`, `append`).

use super::dimension::Dimension;
use super::filter::Filter;
use super::import::ImportOptions;
use super::mapping::{FileKind, Mapping, Role};
use super::report::{BlockSpec, ReasonsSplit, ReportSpec, SpreadOf};
use serde::{Deserialize, Serialize};

/// What a column is named for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnUse {
    Role(Role),
    /// The date on which a stage, or the end, was reached.
    StageDate,
    /// How its cells are read.
    Reading,
    Join,
    SpendJoin,
    Merge,
    /// The key of a table of several files, and the date of its later state.
    TableKey,
    /// A break-down, a filter or a measure of the report.
    Report,
}

/// Sees a file and a column that is named with it. The file is empty where a formula names a column
/// of whichever file has it.
pub type See<'a> = &'a mut dyn FnMut(ColumnUse, &mut String, &mut String);

/// Walks through a mapping.
pub fn in_mapping(mapping: &mut Mapping, see: See) {
    let records = records_name(mapping);
    for file in &mut mapping.files {
        // An entry keeps its own name: whoever renames files does that apart.
        let name = file.name.clone();
        for (role, header) in &mut file.roles {
            see(ColumnUse::Role(*role), &mut name.clone(), header);
        }
        in_reading(&mut file.import, &name, see);
    }
    for group in &mut mapping.groups {
        for header in group.key.iter_mut().chain(&mut group.modified) {
            see(ColumnUse::TableKey, &mut group.name.clone(), header);
        }
        for member in &mut group.members {
            in_reading(&mut member.import, &group.name, see);
        }
    }
    let leads = mapping.lead_join().map(|j| j.lookup_file.clone()).unwrap_or_default();
    for (ladder, file) in [(&mut mapping.ladder, &records), (&mut mapping.begin.own, &leads)] {
        let ends = ladder.won_on.iter_mut().chain(&mut ladder.lost_on);
        for header in ladder.stages.iter_mut().filter_map(|s| s.entered.as_mut()).chain(ends) {
            see(ColumnUse::StageDate, &mut file.clone(), header);
        }
    }
    for join in &mut mapping.joins {
        see(ColumnUse::Join, &mut join.from_file, &mut join.from_column);
        see(ColumnUse::Join, &mut join.lookup_file, &mut join.key_column);
    }
    if let Some(join) = &mut mapping.spend_join {
        see(ColumnUse::SpendJoin, &mut records.clone(), &mut join.record_column);
        see(ColumnUse::SpendJoin, &mut join.spend_file, &mut join.spend_column);
    }
    let columns = std::mem::take(&mut mapping.spend_columns).into_iter();
    let seen = columns.map(|(mut file, mut column)| {
        see(ColumnUse::SpendJoin, &mut file, &mut column);
        (file, column)
    });
    mapping.spend_columns = seen.collect();
    for merge in &mut mapping.merges {
        see(ColumnUse::Merge, &mut merge.file, &mut merge.column);
    }
    for apart in &mut mapping.apart {
        see(ColumnUse::Merge, &mut apart.file, &mut apart.column);
    }
}

/// The file whose rows are counted, by what the mapping says alone.
pub fn records_name(mapping: &Mapping) -> String {
    let of_kind = |kind| mapping.files.iter().find(|f| f.kind == kind);
    let kinds = [FileKind::Deals, FileKind::Leads, FileKind::StageHistory];
    kinds.into_iter().find_map(of_kind).map(|f| f.name.clone()).unwrap_or_default()
}

fn in_reading(import: &mut ImportOptions, name: &str, see: See) {
    for correction in &mut import.corrections {
        see(ColumnUse::Reading, &mut name.to_owned(), &mut correction.column);
    }
    for column in &mut import.columns {
        see(ColumnUse::Reading, &mut name.to_owned(), &mut column.header);
    }
}

/// Walks through the questions of a report.
pub fn in_report(report: &mut ReportSpec, see: See) {
    let mut of = |dimension: &mut Dimension| {
        if let Dimension::Column { file, header } = dimension {
            see(ColumnUse::Report, file, header);
        }
    };
    let in_filter = |f: &mut Filter, of: &mut dyn FnMut(&mut Dimension)| {
        of(&mut f.dimension);
        f.other.iter_mut().for_each(of);
    };
    report.filters.iter_mut().for_each(|f| in_filter(f, &mut of));
    if let Some(segments) = &mut report.segments {
        segments.a.iter_mut().chain(&mut segments.b).for_each(|f| in_filter(f, &mut of));
    }
    for block in &mut report.blocks {
        block.filters_mut().iter_mut().for_each(|f| in_filter(f, &mut of));
        match block {
            BlockSpec::Breakdown(spec) => of(&mut spec.dimension),
            BlockSpec::Pivot(spec) => {
                spec.rows.iter_mut().chain(&mut spec.columns).for_each(&mut of)
            }
            BlockSpec::Trend(spec) => spec.split.iter_mut().for_each(&mut of),
            BlockSpec::Funnel(spec) => spec.split.iter_mut().for_each(&mut of),
            BlockSpec::Spread(spec) => spec.split.iter_mut().for_each(&mut of),
            BlockSpec::Reasons(spec) => {
                spec.reason.iter_mut().for_each(&mut of);
                if let ReasonsSplit::By(dimension) = &mut spec.split {
                    of(dimension);
                }
            }
            BlockSpec::Kpis(_)
            | BlockSpec::Cohorts(_)
            | BlockSpec::Transitions(_)
            | BlockSpec::Flow(_)
            | BlockSpec::Calls(_)
            | BlockSpec::PipelineChange(_)
            | BlockSpec::Attribution(_) => {}
        }
    }
    for block in &mut report.blocks {
        if let BlockSpec::Spread(spec) = block
            && let SpreadOf::Column { file, header } = &mut spec.of
        {
            see(ColumnUse::Report, file, header);
        }
    }
    for own in &mut report.own {
        own.formula = in_formula(&own.formula, see);
    }
}

/// The columns that a block names, and those of the filters that act on it, by file and header.
pub fn columns_of<'a>(
    block: &BlockSpec,
    filters: impl Iterator<Item = &'a Filter>,
) -> Vec<(String, String)> {
    let filters = filters.filter(|f| f.is_decided()).cloned().collect();
    let mut block = block.clone();
    // Its own filters are among those that act.
    block.filters_mut().clear();
    let mut one = ReportSpec { filters, blocks: vec![block], ..ReportSpec::default() };
    let mut columns = Vec::new();
    in_report(&mut one, &mut |_, file, header| columns.push((file.clone(), header.clone())));
    columns
}

/// The formula with the columns that it names in brackets, `[file][column]` or `[column]`.
fn in_formula(formula: &str, see: See) -> String {
    let mut out = String::with_capacity(formula.len());
    let mut rest = formula;
    while let Some(at) = rest.find('[') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let Some((first, after)) = bracketed(from) else {
            rest = from;
            break;
        };
        let second = bracketed(after.trim_start());
        rest = second.as_ref().map_or(after, |(_, after)| after);
        match second {
            Some((mut header, _)) => {
                let mut file = first;
                see(ColumnUse::Report, &mut file, &mut header);
                out.push_str(&(brackets(&file) + &brackets(&header)));
            }
            None => {
                let mut header = first;
                see(ColumnUse::Report, &mut String::new(), &mut header);
                out.push_str(&brackets(&header));
            }
        }
    }
    out + rest
}

/// What stands in brackets at the beginning, and what follows; a bracket of its own is doubled.
fn bracketed(text: &str) -> Option<(String, &str)> {
    let mut inner = String::new();
    let mut rest = text.strip_prefix('[')?;
    loop {
        let at = rest.find(']')?;
        let (before, from) = rest.split_at(at);
        inner.push_str(before);
        match from.strip_prefix("]]") {
            Some(after) => {
                inner.push(']');
                rest = after;
            }
            None => return Some((inner, from.strip_prefix(']')?)),
        }
    }
}

fn brackets(text: &str) -> String {
    format!("[{}]", text.replace(']', "]]"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_formulas_are_seen_and_renamed() {
        let mut seen = Vec::new();
        let text = in_formula(
            "sum([jan.csv] [Seats], won) / distinct([Account [x]]]) + [",
            &mut |_, file, header| {
                seen.push((file.clone(), header.clone()));
                if !file.is_empty() {
                    "feb.csv".clone_into(file);
                }
                header.push('!');
            },
        );
        assert_eq!(text, "sum([feb.csv][Seats!], won) / distinct([Account [x]]!]) + [");
        assert_eq!(
            seen,
            [("jan.csv".into(), "Seats".into()), (String::new(), "Account [x]".into())]
        );
    }
}
