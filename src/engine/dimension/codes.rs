//! Which label each record and each cost row has under a dimension.
//!
//! Works on codes: every distinct value is folded, labelled and ordered once, and rows are then
//! read by index.

use super::{Dimension, DimensionCodes, Label};
use crate::engine::distinct::Distinct;
use crate::engine::filter::Grain;
use crate::engine::fold::fold;
use crate::engine::funnel::link::{rows_from, rows_in};
use crate::engine::funnel::{Assembled, FileView, NO_KEY, NO_ROW, NO_STAGE, Outcome};
use crate::engine::mapping::clock::Clock;
use crate::engine::mapping::merge::{Merge, fold_merged, merged};
use crate::engine::table::{Cells, Column, NO_DAY};
use crate::engine::value::Day;
use rustc_hash::FxHashMap;

/// The codes of a dimension, or `None` where the data has no such column (any more).
pub fn codes(
    assembled: &Assembled,
    files: &[FileView],
    dimension: &Dimension,
) -> Option<DimensionCodes> {
    let (records, spend) = (&assembled.records, &assembled.spend);
    let draft = match dimension {
        Dimension::Channel => Draft {
            records: records.channel.iter().map(|c| u32::from(*c)).collect(),
            spend: Some(spend.channel.iter().map(|c| u32::from(*c)).collect()),
            labels: assembled.channels.iter().cloned().map(Label::Channel).collect(),
        },
        Dimension::Campaign => campaigns(assembled),
        Dimension::Stage => stages(assembled),
        Dimension::Outcome => Draft {
            records: records.outcome.iter().map(|o| *o as u32).collect(),
            spend: None,
            labels: vec![Label::Open, Label::Won, Label::Lost],
        }
        .reordered(&[1, 2, 0]),
        Dimension::Created(grain) => dates(&records.created, Some(&spend.day), *grain),
        Dimension::Closed(grain) => dates(&records.closed, Some(&spend.day), *grain),
        Dimension::Column { file, header } => column(assembled, files, file, header)?,
    };
    Some(draft.finish())
}

/// The codes of a column for rows of the records' file that need not be records; what is no column has
/// none.
pub(crate) fn codes_of_rows(
    assembled: &Assembled,
    files: &[FileView],
    dimension: &Dimension,
    rows: &[u32],
) -> Option<Vec<u32>> {
    let Dimension::Column { file, header } = dimension else { return None };
    let at = files.iter().position(|f| f.profile.name == *file)?;
    let column = files.get(at)?.table.column(header)?;
    let merge = merged(&assembled.merges, file, header);
    let joined =
        (assembled.record_file != Some(at)).then(|| rows_from(assembled, rows.to_vec(), at));
    let rows = match &joined {
        Some(joined) => joined.as_deref()?,
        None => rows,
    };
    Some(of_rows(column, rows, merge, assembled.clock(at)).records)
}

/// The codes of channels, where records belong to other channels than their own.
pub fn channel_codes(assembled: &Assembled, records: Vec<u32>) -> DimensionCodes {
    let draft = Draft {
        records,
        spend: Some(assembled.spend.channel.iter().map(|c| u32::from(*c)).collect()),
        labels: assembled.channels.iter().cloned().map(Label::Channel).collect(),
    };
    draft.finish()
}

/// Codes with all labels that may occur, in their natural order.
struct Draft {
    records: Vec<u32>,
    spend: Option<Vec<u32>>,
    labels: Vec<Label>,
}

impl Draft {
    /// Brings the labels into an order of codes; codes that the order leaves out must not occur.
    fn reordered(mut self, order: &[u32]) -> Draft {
        let mut place = vec![0u32; self.labels.len()];
        for (at, code) in order.iter().enumerate() {
            if let Some(slot) = place.get_mut(*code as usize) {
                *slot = at as u32;
            }
        }
        self.recode(&place);
        let label = |code: &u32| self.labels.get(*code as usize).cloned();
        self.labels = order.iter().filter_map(label).collect();
        self
    }

    fn recode(&mut self, place: &[u32]) {
        for code in self.records.iter_mut().chain(self.spend.iter_mut().flatten()) {
            *code = place.get(*code as usize).copied().unwrap_or(0);
        }
    }

    /// Leaves out the labels that do not occur.
    fn finish(mut self) -> DimensionCodes {
        let mut occurs = vec![false; self.labels.len()];
        for code in self.records.iter().chain(self.spend.iter().flatten()) {
            if let Some(flag) = occurs.get_mut(*code as usize) {
                *flag = true;
            }
        }
        let mut next = 0;
        let mut place = |occurs: &bool| {
            next += u32::from(*occurs);
            next.saturating_sub(1)
        };
        let place: Vec<u32> = occurs.iter().map(&mut place).collect();
        self.recode(&place);
        let labels = self.labels.into_iter().zip(occurs).filter(|(_, o)| *o).map(|(l, _)| l);
        DimensionCodes { records: self.records.into(), spend: self.spend, labels: labels.collect() }
    }
}

/// Positions of the sorted keys; the sort is stable, so that equals keep their order.
fn order_by<K: Ord>(count: usize, key: impl Fn(u32) -> K) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count as u32).collect();
    order.sort_by_cached_key(|code| key(*code));
    order
}

fn campaigns(assembled: &Assembled) -> Draft {
    let label = |name: &String| match name.as_str() {
        "" => Label::Empty,
        name => Label::Text(name.to_owned()),
    };
    let names = &assembled.campaigns;
    let key = |at: u32| names.get(at as usize).map(|n| (at == 0, fold(n)));
    Draft {
        records: assembled.records.campaign.clone(),
        spend: Some(assembled.spend.campaign.clone()),
        labels: names.iter().map(label).collect(),
    }
    .reordered(&order_by(names.len(), key))
}

/// Ladder stages of open records, then won, then lost; records without a stage last.
fn stages(assembled: &Assembled) -> Draft {
    let count = assembled.stages.len() as u32;
    let code = |(outcome, stage): (&Outcome, &u8)| match outcome {
        Outcome::Won => count,
        Outcome::Lost => count + 1,
        Outcome::Open if *stage == NO_STAGE => count + 2,
        Outcome::Open => u32::from(*stage),
    };
    let records = &assembled.records;
    let names = assembled.stages.iter().cloned().map(Label::Stage);
    Draft {
        records: records.outcome.iter().zip(&records.stage).map(code).collect(),
        spend: None,
        labels: names.chain([Label::Won, Label::Lost, Label::Empty]).collect(),
    }
}

/// Days by the unit of a grain that holds them; code 0 is no day.
struct Units {
    grain: Grain,
    known: FxHashMap<i32, u32>,
    by_start: FxHashMap<i32, u32>,
    starts: Vec<Day>,
}

impl Units {
    fn code(&mut self, day: i32) -> u32 {
        if day == NO_DAY {
            return 0;
        }
        if let Some(code) = self.known.get(&day) {
            return *code;
        }
        let start = self.grain.start(Day(day));
        let code = *self.by_start.entry(start.0).or_insert_with(|| {
            self.starts.push(start);
            self.starts.len() as u32
        });
        self.known.insert(day, code);
        code
    }
}

fn dates(records: &[i32], spend: Option<&[i32]>, grain: Grain) -> Draft {
    let (known, by_start) = (FxHashMap::default(), FxHashMap::default());
    let mut units = Units { grain, known, by_start, starts: Vec::new() };
    let mut code = |days: &[i32]| -> Vec<u32> { days.iter().map(|d| units.code(*d)).collect() };
    let (records, spend) = (code(records), spend.map(&mut code));
    let starts = units.starts;
    let labels = starts.iter().map(|s| Label::Date(grain, *s));
    let labels: Vec<Label> = std::iter::once(Label::Empty).chain(labels).collect();
    let key = |code: u32| {
        let start = code.checked_sub(1).and_then(|at| starts.get(at as usize));
        (start.is_none(), start.map(|s| s.0))
    };
    let order = order_by(labels.len(), key);
    Draft { records, spend, labels }.reordered(&order)
}

/// A column of the records' file or of a joined one; of a cost file where there is nothing else.
fn column(assembled: &Assembled, files: &[FileView], file: &str, header: &str) -> Option<Draft> {
    let at = files.iter().position(|f| f.profile.name == file)?;
    let column = files.get(at)?.table.column(header)?;
    if assembled.record_file.is_some() {
        let merge = merged(&assembled.merges, file, header);
        return Some(of_rows(column, &rows_in(assembled, at)?, merge, assembled.clock(at)));
    }
    let spend = &assembled.spend;
    if !spend.file.iter().any(|f| usize::from(*f) == at) {
        return None;
    }
    // Rows of other cost files have no such column.
    let row = |(file, row): (&u16, &u32)| if usize::from(*file) == at { *row } else { NO_KEY };
    let rows: Vec<u32> = spend.file.iter().zip(&spend.row).map(row).collect();
    let merge = merged(&assembled.merges, file, header);
    let draft = of_rows(column, &rows, merge, assembled.clock(at));
    Some(Draft { records: Vec::new(), spend: Some(draft.records), labels: draft.labels })
}

fn of_rows(column: &Column, rows: &[u32], merge: Option<&Merge>, clock: Clock) -> Draft {
    match &column.cells {
        Cells::Day(_) | Cells::Moment(_) => of_dates(column, rows, clock),
        Cells::Text(_) => of_texts(column, rows, merge),
        Cells::Number(_) | Cells::Flag(_) => of_values(column, rows),
    }
}

fn of_texts(column: &Column, rows: &[u32], merge: Option<&Merge>) -> Draft {
    let distinct = Distinct::of(column);
    let folded = distinct.fold_by(|text| fold_merged(merge, text));
    let counts = distinct.tally_of(rows);
    let label = |(code, _): (u32, u64)| Label::Text(distinct.text(code).trim().to_owned());
    let labels = folded.spellings(&counts).into_iter().map(label).collect();
    let order = order_by(folded.len(), |group| folded.texts.get(group).to_owned());
    with_gaps(rows, |row| folded.of(distinct.code(row)), labels, order)
}

fn of_values(column: &Column, rows: &[u32]) -> Draft {
    let distinct = Distinct::of(column);
    let first = |code| distinct.first_row(code).unwrap_or(0) as usize;
    let label = |code: u32| match &column.cells {
        Cells::Flag(flags) => Label::Flag(flags.get(first(code)) == Some(&1)),
        _ => Label::Text(distinct.text(code).into_owned()),
    };
    let labels: Vec<Label> = (0..distinct.len() as u32).map(label).collect();
    let mut order: Vec<u32> = (0..distinct.len() as u32).collect();
    match &column.cells {
        // Yes before no.
        Cells::Flag(flags) => order.sort_by_key(|c| flags.get(first(*c)) != Some(&1)),
        _ => {
            let value = |code: u32| column.number(first(code)).unwrap_or(f64::NAN);
            order.sort_by(|a, b| value(*a).total_cmp(&value(*b)));
        }
    }
    with_gaps(rows, |row| distinct.code(row), labels, order)
}

fn of_dates(column: &Column, rows: &[u32], clock: Clock) -> Draft {
    // A record without a row has one that no table has.
    let days = clock.days(column, rows.iter().map(|row| *row as usize));
    let mut draft = dates(&days, None, Grain::Month);
    draft.labels.push(Label::Unmatched);
    let unmatched = draft.labels.len() as u32 - 1;
    for (code, row) in draft.records.iter_mut().zip(rows) {
        if *row == NO_ROW {
            *code = unmatched;
        }
    }
    draft
}

/// Codes of rows with code 0 as the empty value: it goes behind all others, and behind it the
/// records that found no partner.
fn with_gaps(
    rows: &[u32],
    code: impl Fn(u32) -> u32,
    mut labels: Vec<Label>,
    order: Vec<u32>,
) -> Draft {
    let unmatched = labels.len() as u32;
    if let Some(empty) = labels.first_mut() {
        *empty = Label::Empty;
    }
    labels.push(Label::Unmatched);
    let order: Vec<u32> = order.into_iter().filter(|c| *c != 0).chain([0, unmatched]).collect();
    let of_row = |row: &u32| match *row {
        NO_ROW => unmatched,
        NO_KEY => 0,
        row => code(row),
    };
    let records = rows.iter().map(of_row).collect();
    Draft { records, spend: None, labels }.reordered(&order)
}
