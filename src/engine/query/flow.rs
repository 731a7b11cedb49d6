//! The flow of the records that entered in the report's period: through which stages, how wide, where
//! it turns back and where it ends.
//!
//! What comes into a stage goes out of it or is there still, so that every stage adds up.

use super::frame::Frame;
use super::ladder::entered;
use super::ways::{Move, Ways, places};
use crate::engine::funnel::{Outcome, Shape};
use crate::engine::report::{Absence, Flow, FlowEdge, FlowOf, FlowPlace, FlowSpec};
use crate::engine::stats::Sum;
use crate::engine::value::Caution;
use std::collections::BTreeMap;

pub(super) fn flow(frame: &Frame<'_>, spec: &FlowSpec) -> Result<Flow, Absence> {
    let has = &frame.assembled.has;
    if frame.now.window.is_some() && !has.created {
        return Err(Absence::NoCreatedDate);
    }
    if spec.of == FlowOf::Amount && !has.amount {
        return Err(Absence::NoAmount);
    }
    let rows = entered(frame, &frame.now);
    let ways = Ways::of(frame, &rows)?;
    let mut draft = Draft::new(frame, spec.of);
    for way in ways.moves.chunk_by(|a, b| a.record == b.record) {
        draft.take(way);
    }
    let (elsewhere, unpriced) = (draft.elsewhere, draft.unpriced);
    let cautions = [
        (elsewhere, Caution::OtherCurrencies { records: elsewhere }),
        (unpriced, Caution::WithoutAmount { records: unpriced }),
    ];
    Ok(Flow {
        of: spec.of,
        shape: frame.assembled.shape,
        records: rows.len() as u64,
        tells_returns: frame.assembled.shape == Shape::EventLog,
        unknown_depth: ways.unknown_depth,
        out_of_order: ways.out_of_order,
        by_own_row: ways.by_own_row,
        reopened_by_row: ways.reopened_by_row,
        cautions: cautions.into_iter().filter(|(n, _)| *n > 0).map(|(_, c)| c).collect(),
        edges: draft.edges.values().map(Edge::told).collect(),
        places: draft.told(),
    })
}

#[derive(Clone, Copy, Default)]
struct Place {
    weight: Sum,
    passages: u64,
    began: Sum,
    open: Sum,
    open_records: u64,
}

struct Edge {
    told: FlowEdge,
    weight: Sum,
    last: Option<u32>,
}

impl Edge {
    fn told(&self) -> FlowEdge {
        FlowEdge { weight: self.weight.value(), ..self.told.clone() }
    }
}

struct Draft<'a> {
    frame: &'a Frame<'a>,
    of: FlowOf,
    places: Vec<Place>,
    edges: BTreeMap<(usize, usize), Edge>,
    elsewhere: u64,
    unpriced: u64,
}

impl<'a> Draft<'a> {
    fn new(frame: &'a Frame<'_>, of: FlowOf) -> Draft<'a> {
        let places = vec![Place::default(); places(frame).len()];
        Draft { frame, of, places, edges: BTreeMap::new(), elsewhere: 0, unpriced: 0 }
    }

    /// One record, or its amount; 0 where it has none that counts.
    fn weight(&mut self, record: usize) -> f64 {
        if self.of == FlowOf::Passages {
            return 1.0;
        }
        let records = &self.frame.assembled.records;
        let amount = records.amount.get(record).copied().unwrap_or(f64::NAN);
        let ours = records.currency.get(record);
        if !ours.is_some_and(|code| self.frame.population.is_ours(*code)) {
            self.elsewhere += 1;
            return 0.0;
        }
        self.unpriced += u64::from(amount.is_nan());
        if amount.is_nan() { 0.0 } else { amount }
    }

    fn take(&mut self, way: &[Move]) {
        let Some(last) = way.last() else { return };
        let record = last.record as usize;
        let weight = self.weight(record);
        for m in way {
            if let Some(place) = self.places.get_mut(m.to) {
                place.weight.add(weight);
                place.passages += 1;
                if m.from.is_none() {
                    place.began.add(weight);
                }
            }
            let (Some(from), Some(kind)) = (m.from, m.kind) else { continue };
            let edge = self.edges.entry((from, m.to)).or_insert_with(|| Edge {
                told: FlowEdge {
                    from: from as u32,
                    to: m.to as u32,
                    kind,
                    weight: 0.0,
                    moves: 0,
                    records: 0,
                },
                weight: Sum::default(),
                last: None,
            });
            edge.weight.add(weight);
            edge.told.moves += 1;
            edge.told.records += u64::from(edge.last.replace(m.record) != Some(m.record));
        }
        let is_open = self.frame.assembled.records.outcome.get(record) == Some(&Outcome::Open);
        let stages = self.frame.assembled.stages.len();
        let place = self.places.get_mut(last.to).filter(|_| is_open && last.to < stages);
        if let Some(place) = place {
            place.open.add(weight);
            place.open_records += 1;
        }
    }

    fn told(&self) -> Vec<FlowPlace> {
        let place = |(label, place): (_, &Place)| FlowPlace {
            label,
            weight: place.weight.value(),
            passages: place.passages,
            began: place.began.value(),
            open: place.open.value(),
            open_records: place.open_records,
        };
        places(self.frame).into_iter().zip(&self.places).map(place).collect()
    }
}
