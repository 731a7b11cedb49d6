//! How each record went: its outcome, how far it came, and the days of all that.
//!
//! Not here: what a row says of its stage (`stage`), what a history adds (`history`).

use super::source::Source;
use super::{Assembled, Outcome, Records, history, order, stage};
use crate::engine::error::BuildError;
use crate::engine::mapping::{FileKind, Ladder, Role};
use crate::engine::table::NO_DAY;

/// Fills it for records whose rows and days of creation stand, or who are found in a history of
/// stages. Whether any column tells an outcome.
pub(super) fn read(
    main: &Source,
    logs: &[Source],
    ladder: &Ladder,
    made: &mut Assembled,
) -> Result<bool, BuildError> {
    let mut own = stage::OwnWord::default();
    let mut found = None;
    if main.mapping.kind == FileKind::StageHistory {
        found = Some(history::found_records(main, &mut made.records)?);
        history::blank(ladder, &mut made.records);
    } else {
        own = stage::read(main, ladder, &mut made.records, &mut made.findings)?;
    }
    if !logs.is_empty() {
        history::take(logs, (main, found.as_deref()), (ladder, &mut own), made)?;
    }
    made.record_of_event = found.unwrap_or_default();
    made.records.has_status = main.role(Role::Stage)?.is_some();
    dates(main, &own, &mut made.records)?;
    order::find(&mut made.records);
    Ok(own.outcome)
}

/// Days of closing, or those on which it is hoped for.
fn dates(main: &Source, own: &stage::OwnWord, records: &mut Records) -> Result<(), BuildError> {
    let rows = &records.row;
    let mut closing = main.days_of(Role::Closed, rows)?;
    let mut hoped = main.days_of(Role::ExpectedClose, rows)?;
    let each = closing.iter_mut().zip(&mut hoped).zip(&records.outcome);
    for (row, ((closing, hoped), outcome)) in each.enumerate() {
        if *outcome == Outcome::Open {
            *hoped = if *hoped == NO_DAY { *closing } else { *hoped };
            *closing = NO_DAY;
        } else {
            *hoped = NO_DAY;
            if *closing == NO_DAY {
                *closing = own.ended.get(row).copied().unwrap_or(NO_DAY);
            }
        }
    }
    (records.closed, records.expected) = (closing, hoped);
    Ok(())
}
