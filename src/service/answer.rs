//! One question, one answer: proposals, explanations, reports, rows. Not here: reading files.

use super::{Cached, Service, rows_lane};
use crate::engine::dimension::Dimension;
use crate::engine::document::Document;
use crate::engine::error::BuildError;
use crate::engine::filter::Comparison;
use crate::engine::funnel::{self, Assembled, Before, FileView};
use crate::engine::mapping::view::MappingView;
use crate::engine::mapping::{self, Mapping};
use crate::engine::measure::MeasureId;
use crate::engine::query;
use crate::engine::report::{Answer, BlockSpec, Breakdown, BreakdownSpec, Order, Report};
use crate::engine::table::Table;
use crate::protocol::{Event, Lane, NearRow, Request};

/// The most rows shown on either side of a place, and the most letters of a cell in them.
const MOST_AROUND: u32 = 50;
const MOST_LETTERS: usize = 400;
/// The most rows that don't count, answered at once.
const MOST_LEFT: u32 = 100_000;

impl Service {
    pub(super) fn answer(&mut self, question: Request) -> Vec<Event> {
        // A question about tables that are not made yet waits until their files are read again.
        let is_ready = match &question {
            Request::Suggest { mapping, .. } => self.arrange(&self.shelf.grouped(mapping)),
            Request::Preview { document, .. }
            | Request::Explain { document, .. }
            | Request::Build { document, .. }
            | Request::Audit { document, .. }
            | Request::Window { document, .. }
            | Request::Lineage { document, .. }
            | Request::Groups { document, .. } => self.arrange(&document.mapping),
            _ => true,
        };
        if !is_ready {
            self.questions.push_front(question);
            return Vec::new();
        }
        match question {
            Request::Suggest { generation, mapping } => {
                let mapping = self.shelf.grouped(&mapping);
                let mapping = mapping::suggest::suggest(&self.shelf.views(), &mapping);
                vec![Event::Suggested { generation, mapping: Box::new(mapping) }]
            }
            Request::Preview { generation, document } => {
                let preview = self.with_records(&document, |_, assembled, _| {
                    Box::new(query::preview(assembled, &document.report))
                });
                vec![Event::Previewed { generation, preview: preview.ok() }]
            }
            Request::Explain { generation, document } => {
                vec![Event::Explained { generation, view: self.explain(&document.mapping) }]
            }
            Request::Build { generation, document } => match self.report(&document) {
                Ok(report) => vec![Event::Built { generation, report: Box::new(report) }],
                Err(error) => {
                    vec![Event::BuildFailed { generation, lane: Lane::Build, error }]
                }
            },
            Request::Groups { generation, document, dimension } => {
                let groups = self.groups(document, dimension).map(Box::new);
                vec![Event::Grouped { generation, groups }]
            }
            Request::Rows { generation, file, line, around } => {
                let window = self.shelf.window(file, line, around.min(MOST_AROUND) as usize);
                let rows = window.map(|w| rows_near(&w, line, around)).unwrap_or_default();
                vec![Event::Rows { generation, file, line, rows }]
            }
            Request::LeftRows { generation, group, start, count } => {
                let count = count.min(MOST_LEFT) as usize;
                let left = self.shelf.left(&group, start as usize, count);
                let left = left.unwrap_or_default();
                vec![Event::LeftRows { generation, group, left }]
            }
            Request::Audit { generation, document, today } => {
                match self.audit(&document, today).map(Box::new) {
                    Ok(audit) => vec![Event::Audited { generation, audit }],
                    Err(error) => vec![Event::BuildFailed { generation, lane: Lane::Audit, error }],
                }
            }
            Request::Lineage { generation, document, figure } => {
                match self.lineage(&document, &figure) {
                    Ok(lineage) => vec![Event::Traced { generation, figure, lineage }],
                    Err(error) => {
                        vec![Event::BuildFailed { generation, lane: Lane::Lineage, error }]
                    }
                }
            }
            Request::Window { generation, document, of, today, spec, taken } => {
                match self.window(&document, &of, today, &spec).map(Box::new) {
                    Ok(window) => vec![Event::Window { generation, of, window, taken }],
                    Err(error) => {
                        let lane = rows_lane(taken);
                        vec![Event::BuildFailed { generation, lane, error }]
                    }
                }
            }
            #[cfg(feature = "bench")]
            Request::Tabulate { file, spec } => {
                let table = self.shelf.window(file, 1, 0);
                let groups = table.map(|table| query::tabulate::tabulate(&table, &spec));
                vec![Event::Tabulated { groups: groups.unwrap_or_default() }]
            }
            _ => Vec::new(),
        }
    }

    /// The mapping explained: once a mapping, as a report may change without it.
    fn explain(&mut self, mapping: &Mapping) -> Box<MappingView> {
        let cached = self.cached.as_mut();
        let mut cached = cached.filter(|c| c.epoch == self.epoch && c.mapping == *mapping);
        let known = cached.as_mut().and_then(|c| c.view.take());
        let mut view =
            known.unwrap_or_else(|| Box::new(mapping::view::explain(&self.shelf.views(), mapping)));
        view.groups = self.shelf.explain(mapping);
        if let Some(cached) = cached {
            cached.view = Some(view.clone());
        }
        view
    }

    fn report(&mut self, document: &Document) -> Result<Report, BuildError> {
        self.with_records(document, |views, assembled, codebook| {
            query::answer_with(views, assembled, &document.report, codebook)
        })
    }

    /// Asks something of the records that a mapping makes, which are kept for the next question.
    pub(super) fn with_records<A>(
        &mut self,
        document: &Document,
        ask: impl FnOnce(&[FileView<'_>], &Assembled, &mut query::Codebook) -> A,
    ) -> Result<A, BuildError> {
        let views = self.shelf.views();
        let cached = self.cached.take().filter(|c| c.epoch == self.epoch);
        let mut cached = match cached {
            Some(cached) if cached.mapping == document.mapping => cached,
            other => {
                let before = other.map(|c| Before { mapping: c.mapping, assembled: c.assembled });
                Cached {
                    mapping: document.mapping.clone(),
                    epoch: self.epoch,
                    assembled: funnel::assemble_after(&views, &document.mapping, before)?,
                    codebook: query::Codebook::default(),
                    view: None,
                }
            }
        };
        let answer = ask(&views, &cached.assembled, &mut cached.codebook);
        self.cached = Some(cached);
        Ok(answer)
    }

    /// The groups that a filter on a dimension can choose from.
    fn groups(&mut self, mut document: Document, dimension: Dimension) -> Option<Breakdown> {
        document.report.filters.retain(|f| f.dimension != dimension);
        document.report.comparison = Comparison::Nothing;
        document.report.blocks = vec![BlockSpec::Breakdown(BreakdownSpec {
            dimension,
            measures: vec![MeasureId::Leads],
            sort: Some((MeasureId::Leads, Order::Descending)),
            ..BreakdownSpec::default()
        })];
        let report = self.report(&document).ok()?;
        match report.blocks.into_iter().next()? {
            Answer::Breakdown(groups) => Some(groups),
            _ => None,
        }
    }
}

/// The rows on both sides of a physical line, with the row that it belongs to.
fn rows_near(table: &Table, line: u32, around: u32) -> Vec<NearRow> {
    let around = around.min(MOST_AROUND) as usize;
    let at = table.lines.partition_point(|begins| *begins <= line).saturating_sub(1);
    let rows = at.saturating_sub(around)..(at + around + 1).min(table.rows);
    let near = |row: usize| {
        let mut near = NearRow {
            record: table.records.get(row).copied().unwrap_or(0),
            line: table.lines.get(row).copied().unwrap_or(0),
            ..NearRow::default()
        };
        for (number, column) in table.columns.iter().enumerate() {
            let unread = column.unread.binary_search_by_key(&row, |(row, _)| *row as usize);
            let mut cell = match unread.ok().and_then(|at| column.unread.get(at)) {
                Some((_, text)) => {
                    near.unread.push(number as u32);
                    text.clone()
                }
                None => column.plain_text(row),
            };
            if let Some((end, _)) = cell.char_indices().nth(MOST_LETTERS) {
                cell.truncate(end);
                cell.push('…');
            }
            near.cells.push(cell);
        }
        near
    };
    rows.map(near).collect()
}
