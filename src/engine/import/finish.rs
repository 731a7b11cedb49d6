//! The end of an import: totals and footers off, every column weighed, decided and typed. In
//! slices as well, since a column may hold millions of distinct texts.

use super::super::issue::{Issue, IssueKind};
use super::super::profile::{ColumnProfile, FileProfile};
use super::super::table::{Column, Table};
use super::column::RawColumn;
use super::convert::Conversion;
use super::evidence::{Context, Evidence};
use super::exporter::{self, Dates, Micro, Recognised};
use super::importer::Imported;
use super::infer::{self, Plan};
use super::notes::{Notes, Spot};
use super::reading::Reading;
use super::rows::Rows;
use super::settle::Settling;
use super::totals::SumCheck;
use super::trace::Trace;
use super::{
    AsideReason, Dialect, EncodingSample, ImportOptions, SetAside, again, correct, garbled,
    subtotals,
    words::{self, Totals},
};
use std::collections::VecDeque;

pub struct Finishing {
    options: ImportOptions,
    dialect: Dialect,
    encoding_samples: Vec<EncodingSample>,
    notes: Notes,
    rows: Rows,
    stage: Stage,
    /// Columns that wait to be weighed.
    waiting: std::vec::IntoIter<RawColumn>,
    /// Columns that were weighed and wait for their turn to be typed.
    weighed: VecDeque<(RawColumn, Vec<u32>)>,
    evidence: Vec<(String, Evidence)>,
    plans: VecDeque<Plan>,
    done: Vec<(Column, ColumnProfile)>,
    /// The program that wrote the file, and what its habits came to in this file.
    exporter: Option<Recognised>,
    dates: Dates,
    micro: Option<Micro>,
}

enum Stage {
    /// Rows that may be totals, and how they are kept if they are.
    Totals(Vec<(SumCheck, SetAside)>),
    Settling(Box<Settling>),
    Weighing(Option<Box<Weighing>>),
    Typing(Option<Box<Conversion>>),
}

/// One column being counted and weighed.
struct Weighing {
    column: RawColumn,
    counts: Vec<u32>,
    rows: usize,
    codes: usize,
    evidence: Evidence,
}

impl Weighing {
    fn new(column: RawColumn) -> Weighing {
        let counts = vec![0; column.dictionary.len()];
        Weighing { column, counts, rows: 0, codes: 1, evidence: Evidence::default() }
    }

    /// Goes on for about `budget` cells. Whether the column is weighed.
    fn step(&mut self, budget: usize) -> bool {
        let rows = self.column.codes.len().min(self.rows + budget);
        if self.rows < rows {
            let counts = &mut self.counts;
            self.column.codes.each(self.rows..rows, |code| {
                if let Some(n) = counts.get_mut(code as usize) {
                    *n += 1;
                }
            });
            self.rows = rows;
            return false;
        }
        let codes = self.counts.len().min(self.codes + budget);
        for code in self.codes..codes {
            let n = self.counts.get(code).copied().unwrap_or(0);
            if n > 0 {
                self.evidence.weigh(self.column.dictionary.get(code as u32), u64::from(n));
            }
        }
        self.codes = codes;
        codes >= self.counts.len()
    }
}

impl Finishing {
    pub fn new(reading: Reading, options: &ImportOptions) -> Finishing {
        let dialect = reading.dialect();
        let encoding_samples = reading.decoder.samples();
        let Reading { mut notes, mut rows, mut tail, .. } = reading;
        let end = tail.take_end(&rows);
        let last = tail.last().map(|r| SetAside::of(AsideReason::Totals, r));
        tail.pass_all(&mut rows, &mut notes);
        // In the order of the file, however it was read.
        let place = |issue: &Issue| (issue.place.record.is_none(), issue.place.record);
        notes.log.places.sort_by_key(place);
        if dialect.header_record.is_some() {
            again::take_out(&mut rows, &mut notes);
        }
        take_named_top(&mut rows, &mut notes);
        for (reason, record) in end {
            notes.set_aside(SetAside::of(reason, &record));
        }
        let mut suspects = Vec::new();
        let bottom = rows.len().saturating_sub(1);
        suspects.extend(SumCheck::new(&rows, bottom).zip(last));
        suspects.extend(SumCheck::new(&rows, 0).zip(first_row(&rows)));
        let lines: Vec<&str> =
            notes.set_aside.iter().flat_map(|a| a.cells.iter().map(String::as_str)).collect();
        let headers = rows.columns.iter().map(|c| c.header.as_str());
        let exporter = exporter::recognise(headers, &lines);
        Finishing {
            options: options.clone(),
            dialect,
            encoding_samples,
            notes,
            rows,
            stage: Stage::Totals(suspects),
            waiting: Vec::new().into_iter(),
            weighed: VecDeque::new(),
            evidence: Vec::new(),
            plans: VecDeque::new(),
            done: Vec::new(),
            exporter,
            dates: Dates::default(),
            micro: None,
        }
    }

    pub fn row_count(&self) -> u64 {
        self.rows.len() as u64
    }

    /// Goes on for about `budget` cells. Whether every column is typed.
    pub fn step(&mut self, budget: usize) -> bool {
        match &mut self.stage {
            Stage::Totals(suspects) => match suspects.last_mut() {
                Some((check, _)) => {
                    if let Some(is_total) = check.step(budget, &self.rows)
                        && let Some((check, aside)) = suspects.pop()
                        && is_total
                    {
                        self.rows.remove(check.suspect);
                        self.notes.set_aside(aside);
                        suspects.clear();
                    }
                }
                None => {
                    subtotals::take_out(&mut self.rows, &mut self.notes);
                    self.waiting = std::mem::take(&mut self.rows.columns).into_iter();
                    self.stage = Stage::Weighing(None);
                }
            },
            Stage::Settling(column) => {
                if column.step(budget)
                    && let Stage::Settling(column) =
                        std::mem::replace(&mut self.stage, Stage::Weighing(None))
                {
                    self.stage = self.weighing(column.finish());
                }
            }
            Stage::Weighing(None) => self.weigh_next(),
            Stage::Weighing(Some(column)) => {
                if column.step(budget)
                    && let Stage::Weighing(Some(column)) =
                        std::mem::replace(&mut self.stage, Stage::Weighing(None))
                {
                    garbled::note(&column.column, &self.rows, &mut self.notes);
                    self.evidence.push((column.column.header.clone(), column.evidence));
                    self.weighed.push_back((column.column, column.counts));
                }
            }
            Stage::Typing(None) => return self.type_next(),
            Stage::Typing(Some(column)) => {
                if column.step(budget)
                    && let Stage::Typing(Some(column)) =
                        std::mem::replace(&mut self.stage, Stage::Typing(None))
                {
                    self.done.push(column.finish());
                }
            }
        }
        false
    }

    /// A column that has each text once is corrected and then weighed.
    fn weighing(&mut self, mut column: RawColumn) -> Stage {
        let places = (&self.rows.records[..], &self.rows.lines[..]);
        correct::apply(&mut column, &self.options.corrections, places, &mut self.notes);
        Stage::Weighing(Some(Box::new(Weighing::new(column))))
    }

    fn weigh_next(&mut self) {
        self.stage = match self.waiting.next() {
            Some(column) if column.may_repeat() => Stage::Settling(Box::new(Settling::new(column))),
            Some(column) => self.weighing(column),
            None => {
                self.decide();
                Stage::Typing(None)
            }
        };
    }

    fn decide(&mut self) {
        let mut context = Context::of(&self.evidence, self.dialect.delimiter);
        let habit = self.exporter.and_then(Recognised::dates);
        self.dates = Dates::of(habit, &self.options, &self.evidence);
        context.habit = habit.filter(|_| self.dates.opposed.is_empty());
        let weighed = self.weighed.iter().map(|(column, counts)| (column, counts.as_slice()));
        self.micro = exporter::micro_columns(self.exporter, self.options.micro_units, weighed);
        let divided = self.micro.as_ref().filter(|m| m.divided);
        for (at, (header, evidence)) in self.evidence.iter().enumerate() {
            let mut plan = infer::plan(header, evidence, &self.options, context);
            if divided.is_some_and(|m| m.columns.contains(&at)) {
                plan.divide();
            }
            if plan.format.ambiguous {
                let kind = if plan.format.date_order.is_some() {
                    IssueKind::AmbiguousDates
                } else {
                    IssueKind::AmbiguousNumbers
                };
                let spot =
                    Spot { column: Some(header), expected: Some(plan.kind), ..Spot::default() };
                self.notes.add(kind, spot, || assumption(&plan));
            }
            self.plans.push_back(plan);
        }
    }

    fn type_next(&mut self) -> bool {
        let (Some((column, counts)), Some(plan)) =
            (self.weighed.pop_front(), self.plans.pop_front())
        else {
            return true;
        };
        let conversion = Conversion::new(column, counts, plan);
        self.stage = Stage::Typing(Some(Box::new(conversion)));
        false
    }

    /// Where every record stood, if that was asked for; known once all steps are done.
    pub fn take_trace(&mut self) -> Option<Box<Trace>> {
        self.notes.trace.take()
    }

    pub fn finish(mut self, bytes: u64, options: ImportOptions) -> Imported {
        for (column, _) in &self.done {
            for (row, text) in &column.unread {
                let spot = Spot {
                    record: self.rows.records.get(*row as usize).copied(),
                    line: self.rows.lines.get(*row as usize).copied(),
                    column: Some(&column.header),
                    expected: Some(column.kind),
                    ..Spot::default()
                };
                self.notes.add(IssueKind::UnreadCell, spot, || text.clone());
            }
        }
        self.notes.set_aside.sort_by_key(|aside| aside.record);
        let rows = self.rows.len();
        let (columns, profiles): (Vec<_>, Vec<_>) = self.done.into_iter().unzip();
        let (dates, micro) = (self.dates, self.micro);
        let exporter = self.exporter.map(|found| {
            let seen = exporter::Seen { columns: &profiles, log: &self.notes.log, dates, micro };
            exporter::follows(found, seen)
        });
        Imported {
            table: Table {
                columns,
                rows,
                records: self.rows.records,
                lines: self.rows.lines,
                parts: Vec::new(),
            },
            profile: FileProfile {
                name: self.notes.file,
                bytes,
                rows: rows as u64,
                options,
                dialect: self.dialect,
                container: Vec::new(),
                encoding_samples: self.encoding_samples,
                columns: profiles,
                head: self.rows.head,
                set_aside: self.notes.set_aside,
                issues: self.notes.log,
                exporter,
                appended: None,
            },
        }
    }
}

/// The first row as it stands in the file.
fn first_row(rows: &Rows) -> Option<SetAside> {
    Some(SetAside {
        reason: AsideReason::Totals,
        record: *rows.records.first()?,
        line: *rows.lines.first()?,
        cells: rows.head.first()?.clone(),
    })
}

/// Some exports (Yandex Metrica) put their totals above the rows.
fn take_named_top(rows: &mut Rows, notes: &mut Notes) {
    let Some(top) = first_row(rows).filter(|_| rows.len() > 1) else { return };
    let first = top.cells.iter().map(|c| c.trim()).find(|c| !c.is_empty());
    if first.and_then(words::totals_word) == Some(Totals::Alone) && rows.columns.len() > 1 {
        rows.remove(0);
        notes.set_aside(top);
    }
}

/// What was assumed of an ambiguous column, as a pattern.
fn assumption(plan: &Plan) -> String {
    use super::super::profile::{DateOrder, DecimalSign};
    match (plan.format.date_order, plan.decimal) {
        (Some(DateOrder::DayMonthYear), _) => "DD MM YYYY",
        (Some(DateOrder::MonthDayYear), _) => "MM DD YYYY",
        (Some(DateOrder::YearMonthDay), _) => "YYYY MM DD",
        (None, DecimalSign::Point) => "1,000.00",
        (None, DecimalSign::Comma) => "1.000,00",
    }
    .to_owned()
}
