//! The row of cards: each measure over the whole period, with the figure before and a sparkline.

use super::cell::CellFacts;
use super::frame::Frame;
use super::support::Placement;
use super::trend;
use crate::engine::measure::MeasureId;
use crate::engine::report::{Kpi, Kpis, KpisSpec};
use crate::engine::value::Quantity;

/// A sparkline shows two years at most.
const SPARK_MONTHS: usize = 24;

const WHOLE: Placement = Placement::WHOLE;

pub(super) fn kpis(frame: &Frame<'_>, spec: &KpisSpec) -> Kpis {
    let absences: Vec<_> = spec.measures.iter().map(|m| frame.absence(*m, WHOLE)).collect();
    let answered = spec.measures.iter().zip(&absences).filter(|(_, absent)| absent.is_none());
    let measures: Vec<MeasureId> = answered.map(|(m, _)| *m).collect();
    let mut wants = frame.wants(&measures);
    if frame.is_sampled() {
        wants = wants.comparing(&measures);
    }
    let now = frame.whole(&frame.now, &wants);
    let before = frame.whole_before(&wants);
    let (sparks, undated) = trend::sparks(frame, &measures, SPARK_MONTHS);
    let mut sparks = sparks.into_iter();
    let undated_of = |measure| undated.iter().find(|(m, _)| *m == measure).map_or(0, |(_, n)| *n);
    let aged = |measure, facts: &CellFacts, days| {
        frame.aged(measure, frame.derive(measure, facts, &wants), days)
    };
    let cards = spec.measures.iter().zip(absences).map(|(measure, absent)| match absent {
        Some(absence) => Kpi {
            measure: *measure,
            now: Quantity::none(frame.unit(*measure)),
            before: None,
            spark: Vec::new(),
            spark_undated: 0,
            absent: Some(absence),
        },
        None => Kpi {
            measure: *measure,
            now: aged(*measure, &now, frame.now.window),
            before: match &before {
                Some(_) if frame.is_lacking(*measure, WHOLE) => None,
                Some(facts) => Some(aged(*measure, facts, frame.window_before())),
                None => frame.target(*measure),
            },
            spark: sparks.next().unwrap_or_default(),
            spark_undated: undated_of(*measure),
            absent: None,
        },
    });
    Kpis { cards: cards.collect() }
}
