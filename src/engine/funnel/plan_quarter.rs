//! Plans of quarters as plans of their months, each by its days, so that a month is not compared with
//! the plan of three and a quarter has all of its own.
//!
//! Not here: how plans are read and which of them count (`plan`).

use super::crossing::Crossing;
use super::source::Source;
use crate::engine::audit::Finding;
use crate::engine::error::BuildError;
use crate::engine::fold::fold_header;
use crate::engine::issue::Location;
use crate::engine::mapping::Role;
use crate::engine::profile::FormatNote;
use crate::engine::table::{Column, NO_DAY};
use crate::engine::value::Day;

const MONTHS: usize = 3;
const WORDS: [&str; 8] =
    ["quarter", "quarters", "quarterly", "квартал", "кварталы", "квартала", "τριμηνο", "τριμηνα"];

/// How often a file of plans is read: once for each month that its periods have.
pub(super) fn months_of(source: &Source, days: &[i32]) -> Result<usize, BuildError> {
    let Some(column) = source.role(Role::Date)? else { return Ok(1) };
    let is_read = is_written(source, column) || is_called(column) && odd(days).is_empty();
    Ok(if is_read { MONTHS } else { 1 })
}

/// Columns that are called quarters, and whose days are none.
pub(super) fn told(sources: &[Source]) -> Result<Vec<Finding>, BuildError> {
    let mut found = Vec::new();
    for source in sources {
        let Some(column) = source.role(Role::Date)? else { continue };
        if is_written(source, column) || !is_called(column) {
            continue;
        }
        let days = source.clock.days(column, 0..source.table.rows);
        let odd = odd(&days);
        let Some((row, day)) = odd.first().copied() else { continue };
        let place = Location {
            line: source.table.lines.get(row).copied(),
            column: Some(column.header.clone()),
            file: source.mapping.name.clone(),
            ..Location::default()
        };
        let rows = days.iter().filter(|day| **day != NO_DAY).count() as u64;
        let told = Crossing::QuartersApart { place, day, odd: odd.len() as u64, rows };
        found.push(Finding::Crossing(told));
    }
    Ok(found)
}

/// Its cells name quarters, such as `Q1 2025`.
fn is_written(source: &Source, column: &Column) -> bool {
    let profile = source.view.profile.columns.iter().find(|c| c.header == column.header);
    profile.is_some_and(|c| c.format.notes.contains(&FormatNote::Quarters))
}

fn is_called(column: &Column) -> bool {
    let header = fold_header(&column.header);
    header.split(|c: char| !c.is_alphanumeric()).any(|word| WORDS.contains(&word))
}

/// Days that are not the first ones of quarters: of months that are whole quarters apart, whichever
/// month a fiscal year begins with. Which quarters are meant, most days say; of equals the first.
fn odd(days: &[i32]) -> Vec<(usize, Day)> {
    let dated = || days.iter().enumerate().filter(|(_, day)| **day != NO_DAY);
    let place = |day: Day| (day.month_start() == day).then(|| day.ymd().1 as usize % MONTHS);
    let mut counts = [0u32; MONTHS];
    let first = dated().find_map(|(_, day)| place(Day(*day)));
    for at in dated().filter_map(|(_, day)| place(Day(*day))) {
        if let Some(n) = counts.get_mut(at) {
            *n += 1;
        }
    }
    let count = |at: usize| counts.get(at).copied().unwrap_or(0);
    let usual = (0..MONTHS).max_by_key(|at| (count(*at), first == Some(*at)));
    let is_odd = |day: Day| place(day).is_none_or(|at| Some(at) != usual);
    dated().map(|(row, day)| (row, Day(*day))).filter(|(_, day)| is_odd(*day)).collect()
}

/// The first day of one of its months, and the share of the quarter that the month is; of a day that
/// is none the first alone. The last share is what the others leave, so that all are the whole.
pub(super) fn month(day: i32, at: usize) -> Option<(i32, f64)> {
    if day == NO_DAY {
        return (at == 0).then_some((day, 1.0));
    }
    let begins = |at: usize| Day(day).add_months(at as i32);
    let all = f64::from(begins(MONTHS).0 - day);
    let share = |at: usize| f64::from(begins(at + 1).0 - begins(at).0) / all;
    let is_last = at + 1 == MONTHS;
    let share = if is_last { 1.0 - (0..at).map(share).sum::<f64>() } else { share(at) };
    Some((begins(at).0, share))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_a_quarter_by_their_days() {
        let day = |m| Day::from_ymd(2025, m, 1).unwrap().0;
        let of = |at| month(day(1), at).unwrap();
        assert_eq!([of(0), of(1)], [(day(1), 31.0 / 90.0), (day(2), 28.0 / 90.0)]);
        assert_eq!(of(2).0, day(3));
        assert!((of(2).1 - 31.0 / 90.0).abs() < 1e-12);
        assert_eq!([month(NO_DAY, 0), month(NO_DAY, 1)], [Some((NO_DAY, 1.0)), None]);
    }
}
