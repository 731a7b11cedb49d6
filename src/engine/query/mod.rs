//! From records to a report: resolves what the question is about, then answers block by block, one
//! question kind a file.
//!
//! Every answer is made alike: rows are given cells (period, filters and groups decide which),
//! facts are gathered by cell, measures are derived from facts, totals from merged facts. Not here:
//! what a measure is (`measure`), how records came about (`funnel`), words and pictures.

mod against;
mod aside;
mod attribution;
mod axis;
mod breakdown;
mod bridge;
mod calls;
mod cell;
mod changing;
mod codebook;
mod cohort_scale;
mod cohorts;
mod column_fact;
mod compared;
mod credit;
mod customers;
mod days;
mod doubt;
mod entered;
mod figures;
mod flow;
mod frame;
mod grid;
mod kept;
mod kpis;
mod ladder;
mod ladder_counts;
mod ladder_parts;
mod line;
mod lineage;
mod meeting;
mod paired;
mod parting;
mod passage;
mod pipeline_change;
mod pivot;
mod plan;
mod preview;
mod reasons;
mod returns;
mod ripe;
mod scope;
mod season;
mod selection;
mod show_as;
mod shown_order;
mod spread;
mod spread_views;
mod stage_fact;
pub(crate) mod stage_time;
mod support;
pub mod tabulate;
mod time_range;
mod transitions;
mod trend;
mod ways;

pub use codebook::Codebook;
pub use figures::{Figures, LeftOut, figures};
pub use lineage::{
    Acts, Among, ChangeFigure, ChangeRows, CohortPart, CurvePart, ExportTally, Figure, FlowEnd,
    Lineage, Members, MovesFigure, RankOf, SeasonParts, SeasonUnit, Stat, StayFigure, StepFigure,
    Tally, lineage,
};
pub use meeting::channel_meetings;
pub use preview::preview;

use super::calendar::plain_dimensions;
use super::document::Document;
use super::error::BuildError;
use super::filter::Filter;
use super::formula::stage_heads;
use super::funnel::{self, Assembled, FileView};
use super::reference::columns_of;
use super::report::{Answer, BlockSpec, Report, ReportSpec};
use against::{sides, within};
use frame::Frame;

/// The report that a document asks of these files.
///
/// # Errors
/// Where the mapping doesn't fit the files: see [`BuildError`].
pub fn build_report(files: &[FileView<'_>], document: &Document) -> Result<Report, BuildError> {
    let assembled = funnel::assemble(files, &document.mapping)?;
    Ok(answer(files, &assembled, &document.report))
}

/// The report on records that were assembled before.
pub fn answer(files: &[FileView<'_>], assembled: &Assembled, spec: &ReportSpec) -> Report {
    answer_with(files, assembled, spec, &mut Codebook::default())
}

/// As [`answer`], with what depends on files and records alone kept in `codebook` for the next
/// question: the same codebook may be used as long as both are the same.
pub fn answer_with(
    files: &[FileView<'_>],
    assembled: &Assembled,
    spec: &ReportSpec,
    codebook: &mut Codebook,
) -> Report {
    let (spec, other) = sides(&spec.calendar.apply(spec));
    let (spec, other) = (&spec, other.as_ref());
    codebook.set_credit(assembled, spec.credit);
    let against = other.map(|other| Frame::new(files, assembled, other, codebook));
    let frame = Frame::new(files, assembled, spec, codebook).beside(against);
    let mut blocks = Vec::with_capacity(spec.blocks.len());
    let mut filters = Vec::with_capacity(spec.blocks.len());
    let mut changing = Vec::with_capacity(spec.blocks.len());
    for block in &spec.blocks {
        let acting = acting(spec, block.filters());
        let mut answer = if block.filters().is_empty() {
            frame.answer(block, codebook)
        } else {
            let spec = ReportSpec { filters: acting.clone(), ..spec.clone() };
            let other = other.map(|other| within(other, block.filters()));
            let against = other.as_ref().map(|o| Frame::new(files, assembled, o, codebook));
            let frame = Frame::new(files, assembled, &spec, codebook).beside(against);
            frame.answer(block, codebook)
        };
        plain_dimensions(&mut answer);
        let of_sides = acting.iter().chain(other.iter().flat_map(|other| &other.filters));
        changing.push(changing::of_block(&frame, block, &columns_of(block, of_sides)));
        blocks.push(answer);
        filters.push(acting);
    }
    let mut scope = frame.scope();
    scope.files = files.iter().map(|f| (f.profile.name.clone(), f.profile.rows)).collect();
    scope.credit = codebook.credited();
    scope.lacking = codebook.lacking(assembled);
    scope.dimensions = codebook.available(files, assembled);
    scope.own = frame.own.iter().zip(&spec.own).map(|(read, own)| read.head(own)).collect();
    scope.own.extend(stage_heads(&assembled.stages));
    Report { scope, blocks, filters, changing, findings: assembled.findings.clone() }
}

/// The filters of a report with those of a block.
fn acting(spec: &ReportSpec, own: &[Filter]) -> Vec<Filter> {
    let mut acting = spec.filters.clone();
    // The first filter of a block is no alternative to the report's last one.
    let own = own.iter().enumerate();
    acting.extend(own.map(|(at, f)| Filter { or: f.or && at > 0, ..f.clone() }));
    acting
}

impl Frame<'_> {
    fn answer(&self, block: &BlockSpec, codebook: &mut Codebook) -> Answer {
        if let Some(absence) = self.unanswerable() {
            return Answer::Absent(absence);
        }
        let answer = match block {
            BlockSpec::Kpis(spec) => Ok(Answer::Kpis(kpis::kpis(self, spec))),
            BlockSpec::Funnel(spec) => ladder::funnel(self, codebook, spec).map(Answer::Funnel),
            BlockSpec::Breakdown(spec) => {
                breakdown::breakdown(self, codebook, spec).map(Answer::Breakdown)
            }
            BlockSpec::Trend(spec) => trend::trend(self, codebook, spec).map(Answer::Trend),
            BlockSpec::Pivot(spec) => pivot::pivot(self, codebook, spec).map(Answer::Pivot),
            BlockSpec::Cohorts(spec) => cohorts::cohorts(self, spec).map(Answer::Cohorts),
            BlockSpec::Spread(spec) => spread::spread(self, codebook, spec).map(Answer::Spread),
            BlockSpec::Attribution(spec) => {
                attribution::attribution(self, spec).map(Answer::Attribution)
            }
            BlockSpec::Reasons(spec) => reasons::reasons(self, codebook, spec).map(Answer::Reasons),
            BlockSpec::Transitions(spec) => {
                transitions::transitions(self, spec).map(Answer::Transitions)
            }
            BlockSpec::Flow(spec) => flow::flow(self, spec).map(Answer::Flow),
            BlockSpec::Calls(spec) => calls::calls(self, spec).map(Answer::Calls),
            BlockSpec::PipelineChange(spec) => {
                let found = pipeline_change::pipeline_change(self, spec);
                found.map(|found| Answer::PipelineChange(Box::new(found)))
            }
        };
        answer.unwrap_or_else(Answer::Absent)
    }
}
