//! What a figure is compared with: which question the other side is, and its figure beside the
//! report's own. The other side is a figure like any other, so that its rows can be looked at too.
//!
//! Not here: the rows of plans (`planned`), whether a difference is chance (`measure::chance`).

use super::figure::Figure;
use crate::engine::filter::{Grain, PeriodSpec};
use crate::engine::funnel::{Assembled, FileView};
use crate::engine::query::against::{sides, within};
use crate::engine::query::codebook::Codebook;
use crate::engine::query::frame::Frame;
use crate::engine::report::{Absence, Compared, ReportSpec};

/// A question, and whether it is one of two that are compared.
pub(super) struct Question {
    pub spec: ReportSpec,
    pub has_other_segment: bool,
}

/// The question that a figure answers: of its side of a comparison, its block, its days.
pub(super) fn question(
    files: &[FileView<'_>],
    assembled: &Assembled,
    spec: &ReportSpec,
    codebook: &mut Codebook,
    figure: &Figure,
) -> Result<Question, Absence> {
    let (own, other) = sides(&spec.calendar.apply(spec));
    let has_other_segment = other.is_some();
    let side = match figure.compared() {
        Some(Compared::Segment) => other.ok_or(Absence::NoValues)?,
        _ => own,
    };
    let mut spec = within(&side, figure.filters());
    if figure.compared() == Some(Compared::Earlier) {
        let previous = Frame::new(files, assembled, &spec, codebook).previous;
        spec.period = PeriodSpec::Between(previous.ok_or(Absence::NoDates)?);
    }
    // A mean is of days of the report; where that is about all days, units tell which ones.
    let days = figure.days();
    let is_elsewhere =
        |average: &Option<Grain>| average.is_none() && spec.period != PeriodSpec::All;
    if let Some((days, _)) = days.filter(|(_, average)| is_elsewhere(average)) {
        spec.period = PeriodSpec::Between(days);
    }
    Ok(Question { spec, has_other_segment })
}

/// With what a figure of the report is compared, where it stands beside anything.
pub(super) fn compared(
    frame: &Frame<'_>,
    question: &Question,
    figure: &Figure,
) -> Option<Compared> {
    let compared = match frame.compared() {
        None if question.has_other_segment => Compared::Segment,
        compared => compared?,
    };
    let is_own = figure.compared().is_none() && figure.days().is_none();
    let stands = match figure.plain() {
        // A unit of time is not set against earlier days: the year before has its own figures.
        Figure::Measure { id, unit, .. } => {
            compared != Compared::Earlier || (unit.is_none() && !frame.is_of_now(*id))
        }
        Figure::Step(_) | Figure::OfStep { .. } => compared != Compared::Target,
        _ => false,
    };
    (is_own && stands).then_some(compared)
}
