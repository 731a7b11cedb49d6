//! The CRM's export of the deals: current state, days of entry, and the dirt that exports have.

use super::account::Account;
use super::calendar::LAST;
use super::deal::{Deal, End};
use super::plan::{LOST, STAGES, WON};
use super::push_cell;
use super::random::Random;
use crate::engine::value::Day;
use std::fmt::Write;

/// Rows that stand in the file twice.
const COPIES: usize = 120;
/// Rows of an earlier export that were left in: the same deal, an earlier state.
const OLDER: usize = 80;
/// Won deals without an amount, and with an amount of 0.
const WITHOUT_AMOUNT: usize = 7;
const ZERO_AMOUNT: usize = 2;
/// Deals that were closed before they were created.
const BACKWARDS: usize = 5;
/// What stands in cells that should be dates.
const NO_DATES: [&str; 12] = [
    "2025-02-31",
    "31.04.2025",
    "n/a",
    "2026-13-05",
    "next week",
    "0000-00-00",
    "2025-11-31",
    "TBC",
    "2026-06-31",
    "??",
    "Q2",
    "2025-00-12",
];

/// One row to be written.
struct Row {
    /// Where in the file it goes.
    place: usize,
    number: usize,
    deal: Deal,
    dirt: Dirt,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Dirt {
    None,
    NoAmount,
    ZeroAmount,
    Backwards,
    /// Position in [`NO_DATES`]; in the date of creation.
    NoCreated(usize),
    /// The same in the date of closing.
    NoClosed(usize),
}

/// The file of deals, with a byte order mark and the line ends of Windows.
pub fn text(random: &mut Random, deals: &[Deal], accounts: &[Account]) -> String {
    let rows = rows(random, deals);
    let mut text = String::with_capacity(rows.len() * 190);
    text.push_str("\u{feff}Deal ID,Deal Name,Account ID,Owner,Product,Stage,Amount,Currency,");
    text.push_str("Create Date,Close Date,Last Modified,UTM Source,UTM Medium,UTM Campaign,");
    text.push_str("Lost Reason");
    for (stage, _, _) in STAGES {
        text.push_str(",Date entered ");
        text.push_str(stage);
    }
    text.push_str("\r\n");
    for row in &rows {
        push_row(&mut text, row, accounts);
    }
    text
}

/// All rows in the order of the file: deals by creation, repeats somewhere behind.
fn rows(random: &mut Random, deals: &[Deal]) -> Vec<Row> {
    let dirt = dirt(random, deals);
    let mut rows: Vec<Row> = (deals.iter().zip(dirt).enumerate())
        .map(|(n, (deal, dirt))| Row { place: n * 2, number: n, deal: deal.clone(), dirt })
        .collect();
    let mut repeats = Vec::new();
    while repeats.len() < COPIES + OLDER {
        let Some(row) = rows.get(random.below(rows.len())) else { break };
        let place = row.place + 1 + 2 * random.below(400);
        let copy = repeats.len() < COPIES;
        let taken = repeats.iter().any(|r: &Row| r.number == row.number);
        let deal = if copy { Some(row.deal.clone()) } else { earlier(&row.deal) };
        if let Some(deal) = deal.filter(|_| !taken) {
            repeats.push(Row { place, number: row.number, deal, dirt: row.dirt });
        }
    }
    rows.append(&mut repeats);
    rows.sort_by_key(|r| r.place);
    rows
}

/// The deal as it was before its last event; `None` where nothing has happened since creation.
fn earlier(deal: &Deal) -> Option<Deal> {
    let mut before = deal.clone();
    before.touched = 0;
    if before.end == End::Open {
        before.entered.pop();
    }
    before.end = End::Open;
    before.closed = None;
    before.reason = "";
    before.amount = before.amount.filter(|_| before.entered.len() > 3);
    let last = *before.entered.last()?;
    (last < changed(deal)).then_some(before)
}

/// Which row has which fault.
fn dirt(random: &mut Random, deals: &[Deal]) -> Vec<Dirt> {
    let mut dirt = vec![Dirt::None; deals.len()];
    let amounts = [(Dirt::NoAmount, WITHOUT_AMOUNT), (Dirt::ZeroAmount, ZERO_AMOUNT)];
    let backwards = [(Dirt::Backwards, BACKWARDS)];
    let dates = (0..NO_DATES.len()).map(|n| {
        let of_creation = n < 7;
        (if of_creation { Dirt::NoCreated(n) } else { Dirt::NoClosed(n) }, 1)
    });
    for (fault, count) in amounts.into_iter().chain(backwards).chain(dates) {
        let mut left = count;
        // The bound is never reached with the plan as it is; a plan without wins would loop.
        for _ in 0..deals.len() * 10 {
            let at = random.below(deals.len());
            let fits = left > 0 && deals.get(at).is_some_and(|d| fits(fault, d));
            if let Some(free) = dirt.get_mut(at).filter(|d| fits && **d == Dirt::None) {
                *free = fault;
                left -= 1;
            }
            if left == 0 {
                break;
            }
        }
    }
    dirt
}

fn fits(fault: Dirt, deal: &Deal) -> bool {
    match fault {
        Dirt::None => false,
        Dirt::NoAmount | Dirt::ZeroAmount | Dirt::Backwards => deal.end == End::Won,
        Dirt::NoCreated(_) => true,
        Dirt::NoClosed(_) => deal.end == End::Lost,
    }
}

fn push_row(text: &mut String, row: &Row, accounts: &[Account]) {
    let deal = &row.deal;
    let account = deal.account.and_then(|a| accounts.get(a));
    let stage = match deal.end {
        End::Open => STAGES.get(deal.entered.len().saturating_sub(1)).map_or("", |s| s.0),
        End::Won => WON,
        End::Lost => LOST,
    };
    // Writing into a String can't fail.
    let _ = write!(text, "{},", 100_001 + row.number);
    match account {
        Some(account) => push_cell(text, &format!("{}: {}", account.name, deal.product)),
        None => push_cell(text, &format!("Enquiry: {}", deal.product)),
    }
    let account = account.map_or("", |a| a.id.as_str());
    let _ = write!(text, ",{account},{},{},{stage},", deal.owner, deal.product);
    match (row.dirt, deal.amount) {
        (Dirt::NoAmount, _) | (_, None) => {}
        (Dirt::ZeroAmount, _) => text.push_str("0.00"),
        (_, Some(amount)) => {
            let _ = write!(text, "{amount}.00");
        }
    }
    text.push_str(",EUR,");
    push_dates(text, row);
    let _ = write!(text, ",{},{},{},", deal.source, deal.medium, deal.campaign);
    push_cell(text, deal.reason);
    for at in 0..STAGES.len() {
        text.push(',');
        if let Some(day) = deal.entered.get(at) {
            let _ = write!(text, "{day}");
        }
    }
    text.push_str("\r\n");
}

/// Creation, closing, last change.
fn push_dates(text: &mut String, row: &Row) {
    let deal = &row.deal;
    let written = |n: usize| NO_DATES.get(n).copied().unwrap_or_default();
    let time = (deal.minute / 60, deal.minute % 60);
    // Writing into a String can't fail.
    let _ = match row.dirt {
        Dirt::NoCreated(n) => write!(text, "{},", written(n)),
        _ => write!(text, "{} {:02}:{:02},", deal.created, time.0, time.1),
    };
    let _ = match (row.dirt, deal.closed) {
        (_, None) => Ok(()),
        (Dirt::NoClosed(n), Some(_)) => write!(text, "{}", written(n)),
        (Dirt::Backwards, Some(_)) => write!(text, "{}", Day(deal.created.0 - 4)),
        (_, Some(day)) => write!(text, "{day}"),
    };
    // A change is later than what it changes, within the day as well.
    let minute = (deal.minute + 7).min(1_439);
    let _ = write!(text, ",{} {:02}:{:02}", changed(deal), minute / 60, minute % 60);
}

/// The day of the last change of the record.
fn changed(deal: &Deal) -> Day {
    let last = deal.closed.or(deal.entered.last().copied()).unwrap_or(deal.created);
    Day((last.0 + deal.touched).min(LAST.0))
}
