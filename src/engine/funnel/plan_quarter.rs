//! Plans of quarters as plans of their months, each by its days, so that a month is not compared with
//! the plan of three and a quarter has all of its own.
//!
//! Not here: how plans are read and which of them count (`plan`).

use super::source::Source;
use crate::engine::error::BuildError;
use crate::engine::fold::fold_header;
use crate::engine::mapping::Role;
use crate::engine::profile::FormatNote;
use crate::engine::table::NO_DAY;
use crate::engine::value::Day;

const MONTHS: usize = 3;
const WORDS: [&str; 8] =
    ["quarter", "quarters", "quarterly", "квартал", "кварталы", "квартала", "τριμηνο", "τριμηνα"];

/// How often a file of plans is read: once for each month that its periods have.
pub(super) fn months_of(source: &Source, days: &[i32]) -> Result<usize, BuildError> {
    let Some(column) = source.role(Role::Date)? else { return Ok(1) };
    let profile = source.view.profile.columns.iter().find(|c| c.header == column.header);
    let is_written = profile.is_some_and(|c| c.format.notes.contains(&FormatNote::Quarters));
    let header = fold_header(&column.header);
    let mut words = header.split(|c: char| !c.is_alphanumeric());
    let mut is_called = || words.any(|w| WORDS.contains(&w)) && begin_quarters(days);
    Ok(if is_written || is_called() { MONTHS } else { 1 })
}

/// Whether days are the first ones of quarters: of months that are whole quarters apart, whichever
/// month a fiscal year begins with.
fn begin_quarters(days: &[i32]) -> bool {
    let dated = || days.iter().filter(|day| **day != NO_DAY).map(|day| Day(*day));
    let place = |day: Day| day.ymd().1 % MONTHS as u32;
    let first = dated().next().map(place);
    dated().all(|day| day.month_start() == day && Some(place(day)) == first)
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
