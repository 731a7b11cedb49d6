//! What filters leave of records and cost rows.
//!
//! Not here: what a filter can ask (`condition`), the days of a report (`selection`).

use super::codebook::Codebook;
use super::column_fact::{place, rows_of};
use super::compared::compared;
use super::figures::LeftOut;
use super::plan::PlanSide;
use crate::engine::dimension::Dimension;
use crate::engine::filter::{DaysTest, Filter, NumberTest, Test};
use crate::engine::funnel::{Assembled, BesideKind, FileView, NO_KEY};
use crate::engine::table::{Cells, Column, NO_DAY};
use crate::engine::value::Day;

/// What the filters of a report leave.
#[derive(Default)]
pub(super) struct Kept {
    /// By row; `None` where nothing is filtered.
    pub records: Option<Vec<bool>>,
    pub spend: Option<Vec<bool>>,
    /// Rows of one kind beside the records; only where some are left out.
    pub beside: Option<(BesideKind, Vec<bool>)>,
    /// A filter is by something that cost rows don't have.
    pub spend_not_filtered: bool,
    /// Of the rows of plans, and the columns of plans (bits) by which it was told.
    pub plans: Option<Vec<bool>>,
    pub plan_columns: u32,
    /// A filter is by something that plans don't know.
    pub plans_not_filtered: bool,
    /// A filter's dimension is gone, or it can't be asked of it. It can't be obeyed, and figures
    /// without it would be of another question.
    pub disobeyed: bool,
}

/// The rows that pass one filter; no spend where it says nothing about costs.
pub(super) struct Passing {
    records: Vec<bool>,
    spend: Option<Vec<bool>>,
    /// The same for plans, with the columns that tell.
    plans: Option<(Vec<bool>, u32)>,
}

impl Kept {
    /// Filters combine by and, those that say so are alternatives to the one before; one that names
    /// no value is not decided yet and keeps everything.
    pub fn by(
        filters: &[Filter],
        files: &[FileView<'_>],
        assembled: &Assembled,
        codebook: &mut Codebook,
    ) -> Kept {
        let mut kept = Kept::default();
        let decided: Vec<&Filter> = filters.iter().filter(|f| f.is_decided()).collect();
        for group in decided.chunk_by(|_, next| next.or) {
            let mut together: Option<Passing> = None;
            for filter in group {
                let Some(passing) = passing(filter, files, assembled, codebook) else {
                    kept.disobeyed = true;
                    continue;
                };
                together = Some(match together {
                    None => passing,
                    Some(known) => known.or(passing),
                });
            }
            let Some(group) = together else { continue };
            narrow(&mut kept.records, group.records);
            match group.spend {
                Some(spend) => narrow(&mut kept.spend, spend),
                None => kept.spend_not_filtered = true,
            }
            match group.plans {
                Some((plans, columns)) => {
                    narrow(&mut kept.plans, plans);
                    kept.plan_columns |= columns;
                }
                None => kept.plans_not_filtered = true,
            }
        }
        kept
    }

    /// Takes rows out, whatever the filters say of them.
    pub fn leave_out(&mut self, left: &LeftOut<'_>, assembled: &Assembled) {
        let drop = |kept: &mut Option<Vec<bool>>, rows: &[u32], count: usize| {
            if rows.is_empty() {
                return;
            }
            let kept = kept.get_or_insert_with(|| vec![true; count]);
            for row in rows {
                if let Some(flag) = kept.get_mut(*row as usize) {
                    *flag = false;
                }
            }
        };
        drop(&mut self.records, left.records, assembled.records.count);
        drop(&mut self.spend, left.costs, assembled.spend.count);
        if let Some((kind, rows)) = left.beside {
            let last = rows.iter().max().map_or(0, |row| *row as usize + 1);
            let mut kept = None;
            drop(&mut kept, rows, last);
            self.beside = kept.map(|kept| (kind, kept));
        }
    }

    pub fn record(&self, row: usize) -> bool {
        keeps(self.records.as_deref(), row)
    }
    /// Whether a row of a kind beside the records is there.
    pub fn beside(&self, kind: BesideKind, row: usize) -> bool {
        let left = self.beside.as_ref().filter(|(of, _)| *of == kind);
        left.is_none_or(|(_, kept)| kept.get(row).copied().unwrap_or(true))
    }
    pub fn cost(&self, row: usize) -> bool {
        keeps(self.spend.as_deref(), row)
    }
    pub fn plan(&self, row: usize) -> bool {
        keeps(self.plans.as_deref(), row)
    }
}

impl Passing {
    /// Of records or of cost rows alone.
    pub fn of_rows(passing: Vec<bool>, is_cost: bool) -> Passing {
        match is_cost {
            true => Passing { records: Vec::new(), spend: Some(passing), plans: None },
            false => Passing { records: passing, spend: None, plans: None },
        }
    }

    fn or(mut self, other: Passing) -> Passing {
        either(&mut self.records, &other.records);
        self.spend = self.spend.zip(other.spend).map(|(mut mine, theirs)| {
            either(&mut mine, &theirs);
            mine
        });
        self.plans =
            self.plans.zip(other.plans).map(|((mut mine, of_mine), (theirs, of_theirs))| {
                either(&mut mine, &theirs);
                (mine, of_mine | of_theirs)
            });
        self
    }
}

fn either(mine: &mut [bool], theirs: &[bool]) {
    mine.iter_mut().zip(theirs).for_each(|(a, b)| *a |= b);
}

fn narrow(kept: &mut Option<Vec<bool>>, passing: Vec<bool>) {
    match kept {
        None => *kept = Some(passing),
        Some(kept) => kept.iter_mut().zip(passing).for_each(|(k, passes)| *k &= passes),
    }
}

fn keeps(kept: Option<&[bool]>, row: usize) -> bool {
    kept.is_none_or(|k| k.get(row).copied().unwrap_or(false))
}

/// `None` where the filter can't be obeyed.
fn passing(
    filter: &Filter,
    files: &[FileView<'_>],
    assembled: &Assembled,
    codebook: &mut Codebook,
) -> Option<Passing> {
    let exclude = filter.exclude;
    match filter.test {
        Test::Number(test) => {
            let values = ColumnRows::of(&filter.dimension, files, assembled)?;
            values.numbers(test, exclude)
        }
        Test::Days(test) => days(filter, test, files, assembled, codebook),
        // Values of numbers and days are not made into groups only to see which are missing.
        Test::Empty => match ColumnRows::of(&filter.dimension, files, assembled) {
            Some(values) if !matches!(values.column.cells, Cells::Text(_)) => {
                Some(values.pass(|row| row.is_none_or(|r| values.column.is_missing(r)) != exclude))
            }
            _ => by_group(filter, files, assembled, codebook),
        },
        Test::Other(than) => compared(filter, than, files, assembled, codebook),
        Test::Among | Test::Text(_) => by_group(filter, files, assembled, codebook),
    }
}

fn by_group(
    filter: &Filter,
    files: &[FileView<'_>],
    assembled: &Assembled,
    codebook: &mut Codebook,
) -> Option<Passing> {
    let codes = codebook.codes(files, assembled, &filter.dimension)?;
    let keeps: Vec<bool> = codes.labels.iter().map(|label| filter.keeps(label)).collect();
    let pass = |codes: &[u32]| -> Vec<bool> {
        codes.iter().map(|code| keeps.get(*code as usize).copied().unwrap_or(false)).collect()
    };
    let plans = plans_of(filter, assembled);
    Some(Passing { records: pass(&codes.records), spend: codes.spend.as_deref().map(pass), plans })
}

/// The rows of plans that pass; `None` where plans are not told apart by the dimension (their day is
/// that of their own period, and no day of a record).
fn plans_of(filter: &Filter, assembled: &Assembled) -> Option<(Vec<bool>, u32)> {
    let side = PlanSide::of(assembled, &filter.dimension).filter(|side| side.bits() != 0)?;
    let rows = 0..assembled.beside.plans.day.len();
    Some((rows.map(|row| filter.keeps(&side.label(row))).collect(), side.bits()))
}

/// Days of creation and closing, or of a column.
fn days(
    filter: &Filter,
    test: DaysTest,
    files: &[FileView<'_>],
    assembled: &Assembled,
    codebook: &mut Codebook,
) -> Option<Passing> {
    let (dimension, exclude) = (&filter.dimension, filter.exclude);
    let as_of = assembled.as_of.map(Day);
    let pass = |days: &[i32]| -> Vec<bool> {
        let holds = |day: &i32| *day != NO_DAY && test.holds(Day(*day), as_of);
        days.iter().map(|day| holds(day) != exclude).collect()
    };
    let (records, spend) = (&assembled.records, &assembled.spend);
    let of_records = match dimension {
        Dimension::Created(_) => &records.created,
        Dimension::Closed(_) => &records.closed,
        _ => {
            let values = ColumnRows::of(dimension, files, assembled)?;
            if !matches!(values.column.cells, Cells::Day(_) | Cells::Moment(_)) {
                return None;
            }
            let days = codebook.days(assembled, values.at, values.column);
            let day = |row: Option<usize>| row.and_then(|r| days.day(r));
            let latest = || values.rows.iter().filter_map(|r| days.day(*r as usize)).max();
            let as_of = as_of.or_else(latest);
            return Some(
                values.pass(|row| day(row).is_some_and(|d| test.holds(d, as_of)) != exclude),
            );
        }
    };
    Some(Passing { records: pass(of_records), spend: Some(pass(&spend.day)), plans: None })
}

/// A column with the row in its table of each record (or of each cost row, where there are no
/// records).
pub(super) struct ColumnRows<'a> {
    /// The position of its file.
    pub at: usize,
    pub column: &'a Column,
    pub rows: Vec<u32>,
    pub is_cost: bool,
}

impl<'a> ColumnRows<'a> {
    pub fn of(
        dimension: &Dimension,
        files: &'a [FileView<'_>],
        assembled: &Assembled,
    ) -> Option<ColumnRows<'a>> {
        let Dimension::Column { file, header } = dimension else { return None };
        let (at, is_cost) = place(assembled, files, Some(file), header)?;
        // Costs have columns that records don't have: nothing could be said of records.
        if is_cost && assembled.record_file.is_some() {
            return None;
        }
        let column = files.get(at)?.table.column(header)?;
        Some(ColumnRows { at, column, rows: rows_of(assembled, at, is_cost)?, is_cost })
    }

    /// The rows that pass; `None` is a record without a row in the column's table.
    fn pass(&self, test: impl Fn(Option<usize>) -> bool) -> Passing {
        let row = |row: &u32| test((*row < NO_KEY).then_some(*row as usize));
        let passing: Vec<bool> = self.rows.iter().map(row).collect();
        Passing::of_rows(passing, self.is_cost)
    }

    fn numbers(&self, test: NumberTest, exclude: bool) -> Option<Passing> {
        let Cells::Number(_) = self.column.cells else { return None };
        let number = |row: Option<usize>| row.and_then(|r| self.column.number(r));
        Some(self.pass(|row| number(row).is_some_and(|x| test.holds(x)) != exclude))
    }
}
