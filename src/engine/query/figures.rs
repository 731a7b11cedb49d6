//! The cards of a report, with some rows left out of the data as if they had never been in it.

use super::against::sides;
use super::codebook::Codebook;
use super::frame::Frame;
use super::support::Placement;
use crate::engine::filter::Comparison;
use crate::engine::funnel::{Assembled, BesideKind, FileView};
use crate::engine::measure::MeasureId;
use crate::engine::report::{BlockSpec, ReportSpec};
use crate::engine::value::Quantity;

/// Rows that are left out, by their positions.
#[derive(Clone, Copy, Default)]
pub struct LeftOut<'a> {
    pub records: &'a [u32],
    pub costs: &'a [u32],
    /// Rows of one kind beside the records, by their positions among all of it.
    pub beside: Option<(BesideKind, &'a [u32])>,
}

impl LeftOut<'_> {
    pub fn is_empty(&self) -> bool {
        let beside = self.beside.is_none_or(|(_, rows)| rows.is_empty());
        self.records.is_empty() && self.costs.is_empty() && beside
    }
}

/// Figures, and the currency of their money.
pub struct Figures {
    pub figures: Vec<(MeasureId, Quantity)>,
    pub currency: Option<String>,
}

/// The figures of the cards that the data can give.
pub fn figures(
    files: &[FileView<'_>],
    assembled: &Assembled,
    spec: &ReportSpec,
    codebook: &mut Codebook,
    left: &LeftOut<'_>,
) -> Figures {
    let spec = ReportSpec { comparison: Comparison::Nothing, ..sides(spec).0 };
    codebook.set_credit(assembled, spec.credit);
    let frame = Frame::without(files, assembled, &spec, codebook, left);
    let cards = spec.blocks.iter().filter_map(|block| match block {
        BlockSpec::Kpis(kpis) => Some(kpis.measures.as_slice()),
        _ => None,
    });
    let able = |measure: &MeasureId| frame.absence(*measure, Placement::WHOLE).is_none();
    let can = frame.unanswerable().is_none();
    let measures: Vec<MeasureId> = cards.flatten().copied().filter(|m| can && able(m)).collect();
    let wants = frame.wants(&measures);
    let facts = frame.whole(&frame.now, &wants);
    let currency = frame.currency.and_then(|at| assembled.currencies.get(at).cloned());
    Figures {
        figures: measures.iter().map(|m| (*m, frame.derive(*m, &facts, &wants))).collect(),
        currency: currency.filter(|name| !name.is_empty()),
    }
}
