//! What follows from knowing the exporter, told of this very file: only what can be seen in it.
//!
//! Not here: where it acts. The order of dates and micro-units act in `infer` and `convert`; lines
//! set aside in `tail` and `totals`; the close date of an open deal in `funnel`; the rest in
//! `mapping`.

use super::super::super::issue::{IssueKind, IssueLog};
use super::super::super::profile::{ColumnProfile, DateOrder};
use super::super::super::table::ColumnType;
use super::super::evidence::Evidence;
use super::super::{ImportOptions, currency, header};
use super::fingerprint::{Recognised, is_any};
use super::{Consequence, DateHabit, ExportKind, ExporterFound, Micro, System, system};

/// As many ratios, ids and dates are named as a person reads.
const MOST_NAMED: usize = 12;

/// How the columns of dates stand to the exporter's order.
#[derive(Clone, Debug, Default)]
pub struct Dates {
    /// Could not decide, and were read in the exporter's order.
    pub settled: Vec<String>,
    /// Prove another order.
    pub opposed: Vec<String>,
    /// Prove the exporter's order.
    pub agree: bool,
}

impl Dates {
    /// The columns beside the exporter's habit; the user's decision leaves nothing to settle.
    pub fn of(
        habit: Option<DateHabit>,
        options: &ImportOptions,
        columns: &[(String, Evidence)],
    ) -> Dates {
        let mut dates = Dates::default();
        let Some(habit) = habit else { return dates };
        let is_chosen = |header: &str| {
            let mut chosen = options.columns.iter().filter(|c| c.header == header);
            options.date_order.is_some()
                || chosen.any(|c| c.date_order.is_some() || c.kind.is_some())
        };
        for (header, evidence) in columns {
            // A year in front says nothing of the habit; a cell of `1/2/2026` among text neither.
            if !evidence.is_dates() {
                continue;
            }
            match evidence.proven_order() {
                Some(DateOrder::YearMonthDay) => {}
                Some(order) if order == habit.order => dates.agree = true,
                Some(_) => dates.opposed.push(header.clone()),
                None if evidence.is_open(habit) && !is_chosen(header) => {
                    dates.settled.push(header.clone());
                }
                None => {}
            }
        }
        if !dates.opposed.is_empty() {
            dates.settled.clear();
        }
        dates
    }
}

/// What is known of the file.
pub struct Seen<'a> {
    pub columns: &'a [ColumnProfile],
    pub log: &'a IssueLog,
    pub dates: Dates,
    pub micro: Option<Micro>,
}

/// The exporter with what follows, in the order in which people read it.
pub fn follows(found: Recognised, seen: Seen) -> ExporterFound {
    let system = system(found.id);
    let mut follows = Vec::new();
    if found.kind == ExportKind::AdCosts {
        costs(system, &seen, &mut follows);
    } else {
        records(system, &seen, found.kind, &mut follows);
    }
    dates(system, &seen.dates, &mut follows);
    let lines = |kind| seen.log.count(kind);
    let above = lines(IssueKind::TitleLine);
    let (totals, below) = (lines(IssueKind::TotalsRow), lines(IssueKind::FooterLine));
    if above + totals + below > 0 {
        follows.push(Consequence::SetAside { above, totals, below });
    }
    ExporterFound { id: found.id, kind: found.kind, confidence: found.confidence(), follows }
}

fn dates(system: &System, dates: &Dates, follows: &mut Vec<Consequence>) {
    let any = dates.agree || !dates.settled.is_empty() || !dates.opposed.is_empty();
    if let Some(habit) = system.dates.filter(|_| any) {
        let (settled, opposed) = (named(&dates.settled), named(&dates.opposed));
        follows.push(Consequence::DateOrder { order: habit.order, settled, opposed });
    }
    if system.days_in_utc {
        follows.push(Consequence::DaysInUtc);
    }
}

fn named(columns: &[String]) -> Vec<String> {
    columns.iter().take(MOST_NAMED).cloned().collect()
}

/// The headers of the columns that are any of a list and fit.
fn find(seen: &Seen, list: &str, fits: impl Fn(&ColumnProfile) -> bool) -> Vec<String> {
    let columns = seen.columns.iter().filter(|c| fits(c) && is_any(&c.header, list));
    columns.take(MOST_NAMED).map(|c| c.header.clone()).collect()
}

fn first(seen: &Seen, list: &str, fits: impl Fn(&ColumnProfile) -> bool) -> Option<String> {
    find(seen, list, fits).into_iter().next()
}

const COSTS: &str = "amount spent|потраченная сумма|ποσο που δαπανηθηκε|витрачена сума|расход|\
    расход всего|расходы|цена|cost|spend|total spent|billed cost|coût|kosten|κοστοσ";
const CURRENCIES: &str = "currency|currency code|currencycode|account currency|код валюты|валюта|\
    code de la devise|währungscode|κωδικοσ νομισματοσ|νομισμα";

fn costs(system: &System, seen: &Seen, follows: &mut Vec<Consequence>) {
    let cost = seen.columns.iter().find(|c| is_any(&c.header, COSTS));
    if let Some(cost) = cost {
        let column = cost.header.clone();
        let by_row = first(seen, CURRENCIES, |c| c.filled > 0);
        match (currency::in_header(&column), by_row) {
            (Some(code), _) => {
                follows.push(Consequence::CurrencyInHeader { column, currency: code.to_owned() });
            }
            (None, Some(column)) => follows.push(Consequence::CurrencyInColumn { column }),
            (None, None) if cost.currency.is_none() => follows.push(Consequence::CurrencyUnknown),
            (None, None) => {}
        }
    }
    if let Some(micro) = &seen.micro {
        let header = |at: &usize| seen.columns.get(*at).map(|c| c.header.clone());
        let columns = micro.columns.iter().filter_map(header).collect();
        follows.push(Consequence::MicroUnits { columns, divided: micro.divided });
    }
    if first(seen, system.vat_unknown, |_| true).is_some() && !says_vat(seen) {
        follows.push(Consequence::VatUnknown);
    }
    if let Some(column) = first(seen, system.delivery, |_| true) {
        follows.push(Consequence::DeliveryStatus { column });
    }
    if let Some(column) = first(seen, system.results, |_| true) {
        let kinds = seen.columns.iter().find(|c| is_any(&c.header, system.result_kind));
        let kinds = kinds.map(|c| c.distinct);
        if kinds != Some(1) {
            follows.push(Consequence::ResultsMixed { column, kinds });
        }
    }
    let ratios = seen.columns.iter().filter(|c| is_ratio(&c.header)).map(|c| c.header.clone());
    let columns: Vec<String> = ratios.take(MOST_NAMED).collect();
    if !columns.is_empty() {
        follows.push(Consequence::RatiosLeftOut { columns });
    }
}

/// Whether a line above the table speaks of VAT.
fn says_vat(seen: &Seen) -> bool {
    let mut titles = seen.log.places.iter().filter(|i| i.kind == IssueKind::TitleLine);
    titles.any(|i| header::words(&i.text).iter().any(|w| w == "ндс" || w == "vat"))
}

/// Whether a header of an ad report names a figure by unit of another.
fn is_ratio(header: &str) -> bool {
    const WORDS: &[&str] = &[
        "per",
        "avg",
        "average",
        "rate",
        "cpc",
        "cpm",
        "ctr",
        "cpa",
        "cpl",
        "frequency",
        "ср",
        "за",
        "цели",
        "коэфф",
        "частота",
        "глубина",
        "ανα",
        "μεσο",
        "moy",
        "durchschn",
    ];
    let unit = header.rfind('(').filter(|_| header.ends_with(')'));
    let bare = unit.and_then(|at| header.get(..at)).unwrap_or(header);
    let words = header::words(bare);
    bare.contains('/') || header.contains('%') || words.iter().any(|w| WORDS.contains(&w.as_str()))
}

fn records(system: &System, seen: &Seen, kind: ExportKind, follows: &mut Vec<Consequence>) {
    let is_date = |c: &ColumnProfile| matches!(c.kind, ColumnType::Day | ColumnType::Moment);
    if matches!(kind, ExportKind::Deals | ExportKind::Leads) {
        let expected = first(seen, system.close_expected, is_date);
        follows.extend(expected.map(|column| Consequence::CloseIsExpected { column }));
        let open = first(seen, system.close_says_open, |c| is_date(c) && c.missing > 0);
        follows.extend(open.map(|column| Consequence::CloseSaysOpen { column }));
    }
    if kind == ExportKind::Deals {
        let shift = first(seen, system.close_may_shift, is_date);
        follows.extend(shift.map(|column| Consequence::CloseMayShift { column }));
    }
    let outcome = first(seen, system.outcome, |c| c.filled > 0);
    follows.extend(outcome.map(|column| Consequence::OutcomeColumn { column }));
    let begins = |c: &&ColumnProfile| {
        let written = c.header.to_lowercase();
        system.stage_dates.split('|').any(|b| !b.is_empty() && written.starts_with(b))
    };
    let dated = seen.columns.iter().filter(|c| is_date(c) && c.filled > 0).filter(begins);
    let columns: Vec<String> = dated.take(MOST_NAMED).map(|c| c.header.clone()).collect();
    if !columns.is_empty() {
        follows.push(Consequence::StageDates { columns });
    }
    let many = |c: &ColumnProfile| c.top.iter().any(|(value, _)| value.contains(';'));
    let columns = find(seen, system.several_ids, many);
    if !columns.is_empty() {
        follows.push(Consequence::SeveralIds { columns });
    }
    if system.shares_names {
        let repeats = seen.log.places.iter().filter(|i| i.kind == IssueKind::RepeatedHeader);
        let mut columns: Vec<String> = Vec::new();
        for name in repeats.map(|i| &i.text) {
            if !columns.contains(name) && columns.len() < MOST_NAMED {
                columns.push(name.clone());
            }
        }
        if !columns.is_empty() {
            follows.push(Consequence::SharedNames { columns });
        }
    }
}
