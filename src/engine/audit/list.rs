//! The check-list: every check in its order, with what becomes of the figures without its rows; and
//! the rows of one check, for who wants to see them.

use super::check::{Check, CheckId, Counted, Effect, Found, NAMED_KEPT, Verdict};
use super::ground::{Evidence, Ground, Look};
use crate::engine::measure::MeasureId;
use crate::engine::query::{self, Codebook, LeftOut};
use crate::engine::report::{BlockSpec, ReportSpec};
use crate::engine::value::Day;
use crate::engine::window::{Picked, PickedRow};
use serde::{Deserialize, Serialize};

/// The whole list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Audit {
    /// One of each, in the order of [`CheckId::EVERY`].
    pub checks: Vec<Check>,
    /// Whose figures the effects are of.
    pub currency: Option<String>,
    pub as_of: Option<Day>,
}

impl Audit {
    /// How many checks found something.
    pub fn found(&self) -> usize {
        self.checks.iter().filter(|c| matches!(c.verdict, Verdict::Found(_))).count()
    }
}

/// Makes every check. What becomes of figures without the rows is computed for the cards of the
/// report, under its own period and filters.
pub fn check_list(ground: &Ground<'_>, spec: &ReportSpec, codebook: &mut Codebook) -> Audit {
    let spec = of_cards(spec);
    let mut figures =
        |left: &LeftOut| query::figures(ground.files, ground.assembled, &spec, codebook, left);
    let with = figures(&LeftOut::default());
    let check = |id: &CheckId| {
        let definition = id.definition();
        let verdict = match (definition.look)(ground) {
            Look::Passed => Verdict::Passed,
            Look::Not(lack) => Verdict::NotCheckable(lack),
            Look::Found(evidence) => {
                let beside = evidence.beside.as_ref().map(|(kind, rows)| (*kind, rows.as_slice()));
                let of_rows = evidence.left.is_empty();
                let records = if of_rows { &evidence.records } else { &evidence.left };
                let costs = &evidence.costs;
                let left = LeftOut { records, costs, beside };
                let leaves = !left.is_empty() && !evidence.without_effect;
                let effects = match leaves {
                    true => effects(&with.figures, figures(&left).figures),
                    false => Vec::new(),
                };
                Verdict::Found(Box::new(found(*evidence, effects)))
            }
        };
        Check { id: *id, severity: definition.severity, verdict }
    };
    let checks = CheckId::EVERY.iter().map(check).collect();
    let as_of = ground.assembled.as_of.map(Day);
    Audit { checks, currency: with.currency, as_of }
}

/// The report's question with its cards alone.
fn of_cards(spec: &ReportSpec) -> ReportSpec {
    let cards = spec.blocks.iter().find(|block| matches!(block, BlockSpec::Kpis(_))).cloned();
    let usual = || ReportSpec::default().blocks.into_iter().next();
    ReportSpec { blocks: cards.or_else(usual).into_iter().collect(), ..spec.clone() }
}

/// The figures that are others.
fn effects(
    with: &[(MeasureId, crate::engine::value::Quantity)],
    without: Vec<(MeasureId, crate::engine::value::Quantity)>,
) -> Vec<Effect> {
    let pairs = with.iter().zip(without);
    let effects = pairs.filter(|((a, _), (b, _))| a == b).map(|((measure, with), (_, without))| {
        Effect { measure: *measure, with: with.clone(), without }
    });
    effects.filter(|e| differ(e.with.value, e.without.value)).collect()
}

/// Beyond what adding up in another order may change.
fn differ(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() > 1e-12 * a.abs().max(b.abs()),
        (a, b) => a.is_some() != b.is_some(),
    }
}

fn found(evidence: Evidence, effects: Vec<Effect>) -> Found {
    let others = evidence.rows.iter().map(|(_, rows)| rows.len()).sum::<usize>()
        + evidence.beside.as_ref().map_or(0, |(_, rows)| rows.len());
    let rows = (evidence.records.len() + evidence.costs.len() + others) as u64;
    let mut named = evidence.named;
    let more = named.len().saturating_sub(NAMED_KEPT) as u64;
    named.truncate(NAMED_KEPT);
    Found {
        count: evidence.count.unwrap_or(rows),
        of: evidence.of,
        counted: evidence.counted.unwrap_or(Counted::Records),
        rows,
        named,
        more,
        details: evidence.details,
        effects,
    }
}

/// The rows of a check, file by file.
pub fn rows_of(ground: &Ground<'_>, id: CheckId) -> Vec<Picked> {
    let Look::Found(evidence) = (id.definition().look)(ground) else { return Vec::new() };
    let mut picked: Vec<Picked> = Vec::new();
    let mut put = |file: usize, row: u32| {
        let row = PickedRow { row, part: None, share: None };
        match picked.iter_mut().find(|p| p.file == file) {
            Some(of_file) => of_file.rows.push(row),
            None => picked.push(Picked { file, rows: vec![row] }),
        }
    };
    let places = evidence.records.iter().filter_map(|at| ground.assembled.place(*at as usize));
    places.for_each(|(file, row)| put(file, row));
    let spend = &ground.assembled.spend;
    for at in evidence.costs.iter().map(|at| *at as usize) {
        if let (Some(file), Some(row)) = (spend.file.get(at), spend.row.get(at)) {
            put(usize::from(*file), *row);
        }
    }
    if let Some((kind, rows)) = &evidence.beside {
        let places =
            rows.iter().filter_map(|at| ground.assembled.beside.place(*kind, *at as usize));
        places.for_each(|(file, row)| put(file, row));
    }
    for (file, rows) in &evidence.rows {
        rows.iter().for_each(|row| put(*file, *row));
    }
    picked
}
