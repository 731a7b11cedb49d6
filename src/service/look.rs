//! Looking closer: the check-list of the audit, and the rows behind an answer. Not here: reports.

use super::Service;
use crate::engine::audit::{self, Audit, Ground};
use crate::engine::document::Document;
use crate::engine::error::BuildError;
use crate::engine::query::{self, Figure, Lineage};
use crate::engine::report::Absence;
use crate::engine::value::Day;
use crate::engine::window::{Picked, Window, WindowSpec, window};
use crate::protocol::RowsOf;

impl Service {
    pub(super) fn audit(
        &mut self,
        document: &Document,
        today: Option<Day>,
    ) -> Result<Audit, BuildError> {
        self.with_records(document, |files, assembled, codebook| {
            let ground = Ground::new(files, &document.mapping, assembled, today);
            audit::check_list(&ground, &document.report, codebook)
        })
    }

    pub(super) fn lineage(
        &mut self,
        document: &Document,
        figure: &Figure,
    ) -> Result<Result<Box<Lineage>, Absence>, BuildError> {
        self.with_records(document, |files, assembled, codebook| {
            let found = query::lineage(files, assembled, &document.report, codebook, figure);
            found.map(|(lineage, _)| Box::new(lineage))
        })
    }

    pub(super) fn window(
        &mut self,
        document: &Document,
        of: &RowsOf,
        today: Option<Day>,
        spec: &WindowSpec,
    ) -> Result<Window, BuildError> {
        self.with_records(document, |files, assembled, codebook| {
            let picked: Vec<Picked> = match of {
                RowsOf::Check(id) => {
                    let ground = Ground::new(files, &document.mapping, assembled, today);
                    audit::rows_of(&ground, *id)
                }
                RowsOf::Figure(figure) => {
                    let spec = &document.report;
                    let found = query::lineage(files, assembled, spec, codebook, figure);
                    found.map(|(_, picked)| picked).unwrap_or_default()
                }
            };
            window(files, &picked, spec)
        })
    }
}
