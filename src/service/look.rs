//! Looking closer: the check-list of the audit, and the rows behind an answer. Not here: reports.

use super::Service;
use crate::engine::audit::{self, Audit, Ground};
use crate::engine::document::Document;
use crate::engine::error::BuildError;
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
            let ground = Ground { files, mapping: &document.mapping, assembled, today };
            audit::check_list(&ground, &document.report, codebook)
        })
    }

    pub(super) fn window(
        &mut self,
        document: &Document,
        of: &RowsOf,
        today: Option<Day>,
        spec: &WindowSpec,
    ) -> Result<Window, BuildError> {
        self.with_records(document, |files, assembled, _| {
            let picked: Vec<Picked> = match of {
                RowsOf::Check(id) => {
                    let ground = Ground { files, mapping: &document.mapping, assembled, today };
                    audit::rows_of(&ground, *id)
                }
            };
            window(files, &picked, spec)
        })
    }
}
