//! Where a figure comes from: each row of each file is asked what it is to the figure, so that
//! numerator, denominator and what was left out are rows that can be looked at and counted.
//!
//! Not here: the rows as people see them (`window`).

mod acts;
mod beside;
mod blocks;
mod change;
mod customers;
mod figure;
mod figure_part;
mod flows;
mod measured;
mod members;
mod others;
mod place;
mod planned;
mod ranks;
mod rows;
mod seasons;
mod shown;
mod shown_as;
mod spreads;
mod steps;
mod tally;

pub use acts::Acts;
pub use change::ExportTally;
pub use figure::{Among, Figure};
pub use figure_part::{
    ChangeFigure, ChangeRows, CohortPart, CurvePart, FlowEnd, MovesFigure, Stat, StayFigure,
    StepFigure,
};
pub use members::Members;
pub use ranks::RankOf;
pub use seasons::{SeasonParts, SeasonUnit};
pub use tally::Tally;

use super::axis::Axis;
use super::calls::Hour;
use super::codebook::Codebook;
use super::frame::Frame;
use crate::engine::filter::{Filter, Period};
use crate::engine::funnel::{Assembled, BesideKind, FileView};
use crate::engine::measure::MeasureId;
use crate::engine::measure::customer_rows::customers_of;
use crate::engine::measure::fact::Count;
use crate::engine::report::{Absence, Compared, Entity, ReportSpec, ShowAs};
use crate::engine::value::Quantity;
use crate::engine::window::{Part, Picked, PickedRow};
use change::ExportRows;
use place::Place;
use serde::{Deserialize, Serialize};
use tally::Fate;

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lineage {
    /// `None` for values that are spread.
    pub quantity: Option<Quantity>,
    pub currency: Option<String>,
    /// The days that act, where any do.
    pub period: Option<Period>,
    pub records: Tally,
    pub costs: Tally,
    /// Rows of other files, where the figure is made of any.
    pub beside: Vec<(BesideKind, Tally)>,
    /// Rows of two exports that are compared, the later one first, where the figure is made of them.
    pub exports: Vec<ExportTally>,
    /// The measures that a formula is made of, each a figure of its own.
    pub parts: Vec<(MeasureId, Quantity)>,
    /// Of a figure that is shown in another way: the figure itself, and the one that it is set against.
    pub sides: Option<Box<(Quantity, Quantity)>>,
    /// Of a rank: the figure that has it, and among how many.
    pub rank: Option<Box<RankOf>>,
    /// Of a seasonality index: the units that it is the mean of.
    pub season: Option<SeasonParts>,
    /// Who is counted as a customer, where the figure is made of new ones.
    pub customers: Option<Entity>,
    /// The same of what the report is compared with, where this figure is of the report itself.
    pub compared: Option<(Compared, Quantity)>,
    /// Whom the rows are about, where a figure is of them and not of rows.
    pub members: Option<Members>,
    pub acts: Acts,
}

/// A figure, and the fate of every row.
#[derive(Default)]
struct Found {
    quantity: Option<Quantity>,
    records: Vec<Fate>,
    /// What part of each record (or how many times) the figure counts; empty: each once and whole.
    shares: Vec<f64>,
    /// How many of the records count by one day and lack another.
    part_dated: u64,
    costs: Vec<Fate>,
    beside: Vec<(BesideKind, Vec<Fate>)>,
    exports: Vec<ExportRows>,
    /// Where it is another than the report's.
    currency: Option<String>,
    parts: Vec<(MeasureId, Quantity)>,
    members: Option<Members>,
    sides: Option<Box<(Quantity, Quantity)>>,
    rank: Option<Box<RankOf>>,
    season: Option<SeasonParts>,
    acts: Acts,
}

impl Found {
    /// Of a figure that is no division the rows are counted: none is a numerator.
    fn name_counted(&mut self) {
        let beside = self.beside.iter_mut().map(|(_, fates)| fates);
        let exports = self.exports.iter_mut().map(|export| &mut export.fates);
        let sorts = [&mut self.records, &mut self.costs].into_iter();
        let mut sorts: Vec<&mut Vec<Fate>> = sorts.chain(beside).chain(exports).collect();
        let is_below = |fate: &Fate| matches!(fate, Fate::Part(Part::Both | Part::Below));
        let has_numerator = self.quantity.as_ref().is_some_and(|q| q.numerator.is_some());
        if has_numerator || sorts.iter().any(|fates| fates.iter().any(is_below)) {
            return;
        }
        for fate in sorts.iter_mut().flat_map(|fates| fates.iter_mut()) {
            if *fate == Fate::Part(Part::Above) {
                *fate = Fate::Part(Part::Counted);
            }
        }
    }
}

/// The lineage of a figure, and its rows by file: those that count and those that were left out.
///
/// # Errors
/// Where the data can't give the figure.
pub fn lineage(
    files: &[FileView<'_>],
    assembled: &Assembled,
    spec: &ReportSpec,
    codebook: &mut Codebook,
    figure: &Figure,
) -> Result<(Lineage, Vec<Picked>), Absence> {
    if let Figure::BesideOthers { group, figure: of } = figure.plain() {
        let mut side = |filter: Filter| {
            let of_side = of.as_ref().clone().within(&[filter]).within(figure.filters());
            of_one_side(files, assembled, spec, codebook, &of_side)
        };
        let (own, rows, _) = side(group.clone())?;
        let (others, ..) = side(Filter { exclude: !group.exclude, ..group.clone() })?;
        return Ok((others::beside(own, others).ok_or(Absence::NoValues)?, rows));
    }
    let (mut lineage, rows, compared) = of_one_side(files, assembled, spec, codebook, figure)?;
    lineage.compared = compared.and_then(|compared| {
        let other = figure.clone().against(compared);
        let found = of_one_side(files, assembled, spec, codebook, &other);
        Some((compared, found.ok()?.0.quantity?))
    });
    Ok((lineage, rows))
}

/// The same without what it is compared with; and what that is.
fn of_one_side(
    files: &[FileView<'_>],
    assembled: &Assembled,
    spec: &ReportSpec,
    codebook: &mut Codebook,
    figure: &Figure,
) -> Result<(Lineage, Vec<Picked>, Option<Compared>), Absence> {
    codebook.set_credit(assembled, spec.credit);
    let question = beside::question(files, assembled, spec, codebook, figure)?;
    let frame = Frame::new(files, assembled, &question.spec, codebook);
    if let Some(absence) = frame.unanswerable() {
        return Err(absence);
    }
    let compared = beside::compared(&frame, &question, figure);
    let sides = [figure.compared(), compared];
    let is_compared = sides.iter().flatten().any(|side| *side != Compared::Target);
    let mut found = found(&frame, codebook, figure, is_compared)?;
    found.acts = figure.acts(found.acts, frame.now.window.is_some());
    found.name_counted();
    let own = frame.currency.and_then(|at| assembled.currencies.get(at));
    let currency = found.currency.as_ref().or(own).cloned();
    let rows = picked(assembled, &found);
    let tallied = |(kind, fates): (BesideKind, Vec<Fate>)| (kind, Tally::of(&fates));
    let lineage = Lineage {
        quantity: found.quantity,
        currency: currency.filter(|name| !name.is_empty()),
        period: frame.now.window,
        records: Tally { part_dated: found.part_dated, ..Tally::of(&found.records) },
        costs: Tally::of(&found.costs),
        beside: found.beside.into_iter().map(tallied).collect(),
        exports: found.exports.iter().map(|export| export.tally(files)).collect(),
        parts: found.parts,
        sides: found.sides,
        rank: found.rank,
        season: found.season,
        customers: of_customers(figure).then(|| customers_of(&assembled.details).0),
        compared: None,
        members: found.members,
        acts: found.acts,
    };
    Ok((lineage, rows, compared))
}

/// Whether a figure is made of new customers.
fn of_customers(figure: &Figure) -> bool {
    match figure.plain() {
        Figure::Measure { id, .. } | Figure::Season { id, .. } => {
            id.needs().count(Count::NewCustomers)
        }
        _ => false,
    }
}

/// The figure in its frame, and the fate of every row.
fn found(
    frame: &Frame<'_>,
    codebook: &mut Codebook,
    figure: &Figure,
    is_compared: bool,
) -> Result<Found, Absence> {
    match figure.plain() {
        Figure::Measure { id, place, unit } => {
            let days = figure.days();
            let unit = (*unit, days.map(|(days, _)| days));
            let place = Place::of(frame, codebook, place, unit)?;
            if figure.compared() == Some(Compared::Target) {
                return planned::planned(frame, *id, place);
            }
            let mean = days.and_then(|(days, grain)| Some(Axis::by_time(frame, grain?, days)));
            measured::measured(frame, *id, &place, (mean.as_ref(), is_compared))
        }
        Figure::Shown { show, figure, against } => {
            let compares = matches!(show, ShowAs::Difference | ShowAs::Growth);
            let one = found(frame, codebook, figure, compares)?;
            let other = found(frame, codebook, against, compares)?;
            shown_as::shown(*show, one, other).ok_or(Absence::NoValues)
        }
        Figure::Ranked { spec, row, column, measure, figure } => {
            let figure = found(frame, codebook, figure, false)?;
            let place = (row.as_slice(), column.as_slice(), *measure as usize);
            ranks::ranked(frame, codebook, spec, place, figure)
        }
        Figure::Season { id, grain, days, place } => {
            seasons::season(frame, codebook, *id, (*grain, *days), *place as usize)
        }
        Figure::Step(at) => steps::step(frame, *at as usize, StepFigure::Reached),
        Figure::OfStep { at, of } => steps::step(frame, *at as usize, *of),
        Figure::Cohort { spec, start, part } => blocks::cohort(frame, spec, *start, *part),
        Figure::Spread { of, bin } => spreads::bin(frame, of, *bin),
        Figure::Stat { of, group, stat } => {
            spreads::stat(frame, codebook, (of, group.as_ref()), *stat)
        }
        Figure::Curve { of, group, part } => {
            spreads::curve(frame, codebook, (of, group.as_ref()), *part)
        }
        Figure::Attribution { of, half_life, model, channel } => {
            blocks::attribution(frame, *of, *half_life, *model, channel.as_ref())
        }
        Figure::Reasons { spec, reasons, part, is_share } => {
            let (reasons, part) = (reasons.as_deref(), part.as_ref());
            let asked = flows::OfReasons { reasons, part, is_share: *is_share };
            flows::reasons(frame, codebook, spec, &asked)
        }
        Figure::Moves { from, to, unit, of } => flows::moves(frame, (*from, *to), *unit, *of),
        Figure::Flow { from, to, of } => flows::flow(frame, *from, *to, *of),
        Figure::Calls { figure, day, hour } => {
            flows::calls(frame, *figure, Hour { day: *day, hour: *hour })
        }
        Figure::Change { earlier, rows, of, currency } => {
            let asked = change::Asked { rows, of: *of, currency: currency.as_deref() };
            change::change(frame, earlier, &asked)
        }
        Figure::BesideOthers { .. }
        | Figure::Within { .. }
        | Figure::During { .. }
        | Figure::Against { .. } => Err(Absence::NoValues),
    }
}

/// The rows of the figure by file: records first.
fn picked(assembled: &Assembled, found: &Found) -> Vec<Picked> {
    let mut picked: Vec<Picked> = Vec::new();
    let mut put = |file: usize, row: u32, part: Part, share: Option<f64>| {
        let row = PickedRow { row, part: Some(part), share: share.filter(|_| part.counts()) };
        match picked.iter_mut().find(|p| p.file == file) {
            Some(of_file) => of_file.rows.push(row),
            None => picked.push(Picked { file, rows: vec![row] }),
        }
    };
    for (record, fate) in found.records.iter().enumerate() {
        let place = fate.part().zip(assembled.place(record));
        let share = found.shares.get(record).copied();
        place.into_iter().for_each(|(part, (file, row))| put(file, row, part, share));
    }
    let spend = &assembled.spend;
    for ((fate, row), file) in found.costs.iter().zip(&spend.row).zip(&spend.file) {
        fate.part().into_iter().for_each(|part| put(usize::from(*file), *row, part, None));
    }
    for (kind, fates) in &found.beside {
        for (at, fate) in fates.iter().enumerate() {
            let place = fate.part().zip(assembled.beside.place(*kind, at));
            place.into_iter().for_each(|(part, (file, row))| put(file, row, part, None));
        }
    }
    for export in &found.exports {
        for (row, fate) in export.fates.iter().enumerate() {
            let share = export.shares.get(row).copied();
            fate.part().into_iter().for_each(|part| put(export.file, row as u32, part, share));
        }
    }
    picked
}
