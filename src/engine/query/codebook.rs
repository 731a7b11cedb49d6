//! What depends on files and records alone, whatever is asked of them: computed once, when first
//! needed, and kept for the next question.

use super::attribution::touch_lack;
use super::column_fact::Source;
use super::credit::Credit;
use super::entered::Entered;
use super::ladder_counts::{Counted, CountedBy};
use super::scope::{Extents, Weights};
use crate::engine::attribution::Model;
use crate::engine::dimension::{self, Dimension, DimensionCodes};
use crate::engine::formula::ColumnAsk;
use crate::engine::funnel::{Assembled, FileView, Outcome};
use crate::engine::measure::gather::KnownReach;
use crate::engine::measure::outcome_rows::OutcomeRows;
use crate::engine::report::{Absence, CreditSpec, SkipPolicy, TouchLack};
use crate::engine::table::{Cells, Column, NO_DAY};
use crate::engine::value::Day;
use std::cell::RefCell;
use std::rc::Rc;

/// The groups of each dimension that was asked for, and the few facts about all records that every
/// question begins with. Belongs to one state of files and records.
#[derive(Default)]
pub struct Codebook {
    codes: Vec<(Dimension, Option<Rc<DimensionCodes>>)>,
    basics: Option<Rc<Basics>>,
    /// Beside the currency that they were made for.
    won: Option<(Option<usize>, Rc<OutcomeRows>)>,
    /// Beside the policy that decides it.
    reach: Option<(SkipPolicy, KnownReach)>,
    /// What a funnel counts of all records, beside what decides it.
    counted: Option<(CountedBy, Rc<Counted>)>,
    available: Option<Vec<Dimension>>,
    /// The days of columns of times, by file and header: of each row of the table.
    days: Vec<(usize, String, Rc<Vec<i32>>)>,
    sources: Sources,
    /// The model by which records belong to channels, and whose they are then.
    credit: Option<(CreditSpec, Rc<Credit>)>,
    lacking: Option<Vec<(Model, TouchLack)>>,
}

/// Columns that measures of the user's own read, by the currency (its code) and the skip policy of
/// the report.
pub(super) type Sources = Rc<RefCell<Vec<(ColumnAsk, Terms, Option<Rc<Source>>)>>>;
type Terms = (Option<usize>, SkipPolicy);

/// What every question begins with.
pub(super) struct Basics {
    pub extents: Extents,
    pub weights: Weights,
    /// Records without a day of creation, and closed ones without a day of closing.
    pub created_undated: Vec<u32>,
    pub ended_undated: Vec<u32>,
    /// Open records without a day on which they are expected to close, where any has one.
    pub open_undated: Vec<u32>,
    pub entered: Entered,
}

/// The days of a column, [`NO_DAY`] where there is none: as they stand in the table, or moved from
/// its times.
pub(super) enum DayCells<'a> {
    Written(&'a [i32]),
    Moved(Rc<Vec<i32>>),
}

impl DayCells<'_> {
    pub fn day(&self, row: usize) -> Option<Day> {
        let days = match self {
            DayCells::Written(days) => days,
            DayCells::Moved(days) => days.as_slice(),
        };
        days.get(row).filter(|day| **day != NO_DAY).map(|day| Day(*day))
    }
}

impl Codebook {
    /// The codes of a dimension; `None` where the data doesn't have it (any more).
    pub fn codes(
        &mut self,
        files: &[FileView<'_>],
        assembled: &Assembled,
        dimension: &Dimension,
    ) -> Option<Rc<DimensionCodes>> {
        if let Some((_, codes)) = self.codes.iter().find(|(d, _)| d == dimension) {
            return codes.clone();
        }
        let credit = self.credit.as_ref().filter(|_| *dimension == Dimension::Channel);
        let codes = match credit.map(|(_, credit)| credit).filter(|credit| credit.is_whole()) {
            Some(credit) => Some(dimension::channel_codes(assembled, credit.records.clone())),
            None => dimension::codes(assembled, files, dimension),
        };
        let codes = codes.map(Rc::new);
        self.codes.push((dimension.clone(), codes.clone()));
        codes
    }

    /// Lets records belong to channels by a model from now on; each to its own where there is none,
    /// or where the files don't support it.
    pub fn set_credit(&mut self, assembled: &Assembled, spec: Option<CreditSpec>) {
        if self.credit.as_ref().map(|(known, _)| *known) == spec {
            return;
        }
        let found = spec.and_then(|spec| Some((spec, Rc::new(Credit::of(assembled, spec).ok()?))));
        self.codes.retain(|(dimension, _)| *dimension != Dimension::Channel);
        self.credit = found;
    }

    /// The model that acts.
    pub(super) fn credited(&self) -> Option<CreditSpec> {
        self.credit.as_ref().map(|(spec, _)| *spec)
    }

    /// The parts of records by channel, where they are parted.
    pub(super) fn parted(&self) -> Option<Rc<Credit>> {
        let credit = self.credit.as_ref().map(|(_, credit)| credit);
        credit.filter(|credit| !credit.is_whole()).map(Rc::clone)
    }

    /// The models that the files don't support.
    pub(super) fn lacking(&mut self, assembled: &Assembled) -> Vec<(Model, TouchLack)> {
        let lack = |model: &Model| Some((*model, touch_lack(assembled, *model)?));
        let all = || Model::EVERY.iter().filter_map(lack).collect();
        self.lacking.get_or_insert_with(all).clone()
    }

    /// The dimensions on offer.
    pub fn available(&mut self, files: &[FileView<'_>], assembled: &Assembled) -> Vec<Dimension> {
        self.available.get_or_insert_with(|| dimension::available(assembled, files)).clone()
    }

    /// The calendar days of a column of a file, by the report's clock.
    pub(super) fn days<'a>(
        &mut self,
        assembled: &Assembled,
        at: usize,
        column: &'a Column,
    ) -> DayCells<'a> {
        let rows = match &column.cells {
            Cells::Day(days) => return DayCells::Written(days),
            Cells::Moment(moments) => 0..moments.len(),
            _ => return DayCells::Written(&[]),
        };
        let known = self.days.iter().find(|(of, header, _)| *of == at && *header == column.header);
        if let Some((_, _, days)) = known {
            return DayCells::Moved(Rc::clone(days));
        }
        let days = Rc::new(assembled.clock(at).days(column, rows));
        self.days.push((at, column.header.clone(), Rc::clone(&days)));
        DayCells::Moved(days)
    }

    pub(super) fn sources(&self) -> Sources {
        Rc::clone(&self.sources)
    }

    pub(super) fn basics(&mut self, assembled: &Assembled) -> Rc<Basics> {
        let basics = self.basics.get_or_insert_with(|| {
            let records = &assembled.records;
            let rows = || (0u32..).zip(records.created.iter().zip(&records.closed));
            let undated = rows().filter(|(_, (created, _))| **created == NO_DAY);
            let ended = rows().zip(&records.outcome);
            let ended = ended.filter(|((_, (_, closed)), outcome)| {
                **closed == NO_DAY && **outcome != Outcome::Open
            });
            let extents = Extents::of(assembled);
            let open = (0u32..).zip(records.expected.iter().zip(&records.outcome));
            let open = open.filter(|(_, (expected, outcome))| {
                extents.expected.is_some() && **expected == NO_DAY && **outcome == Outcome::Open
            });
            let open_undated = open.map(|(row, _)| row).collect();
            Rc::new(Basics {
                open_undated,
                entered: Entered::of(assembled),
                extents,
                weights: Weights::of(assembled),
                created_undated: undated.map(|(row, _)| row).collect(),
                ended_undated: ended.map(|((row, _), _)| row).collect(),
            })
        });
        Rc::clone(basics)
    }

    /// Where the question of a policy, how far records came, finds its answer and leaves it.
    pub(super) fn reach(&mut self, policy: SkipPolicy) -> KnownReach {
        if let Some((_, known)) = self.reach.as_ref().filter(|(known, _)| *known == policy) {
            return Rc::clone(known);
        }
        let reach = KnownReach::default();
        self.reach = Some((policy, Rc::clone(&reach)));
        reach
    }

    /// The won records, their money read in a currency (by its code).
    pub(super) fn won(
        &mut self,
        assembled: &Assembled,
        currency: Option<usize>,
        ours: &[bool],
    ) -> Rc<OutcomeRows> {
        if let Some((_, won)) = self.won.as_ref().filter(|(known, _)| *known == currency) {
            return Rc::clone(won);
        }
        let won = Rc::new(OutcomeRows::of(assembled, Outcome::Won, ours));
        self.won = Some((currency, Rc::clone(&won)));
        won
    }

    /// What a funnel counts of all records.
    pub(super) fn counted(
        &mut self,
        by: CountedBy,
        count: impl FnOnce() -> Result<Counted, Absence>,
    ) -> Result<Rc<Counted>, Absence> {
        if let Some((_, counted)) = self.counted.as_ref().filter(|(known, _)| *known == by) {
            return Ok(Rc::clone(counted));
        }
        let counted = Rc::new(count()?);
        self.counted = Some((by, Rc::clone(&counted)));
        Ok(counted)
    }
}
