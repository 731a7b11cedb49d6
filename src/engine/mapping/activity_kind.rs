//! Whether a file tells of activities: calls, meetings, e-mails, tasks, content that was used. Asked
//! before anything takes it for deals: a meeting has an id of a deal, an owner and an outcome, too.
//!
//! Not here: the words for its columns (`event_words`), all other kinds (`kind`).

use super::header::{Header, HeaderFit};
use super::role::Fit;
use super::{FileKind, Role, kind, stage_dated};
use crate::engine::fold::fold_header;
use crate::engine::funnel::FileView;
use crate::engine::profile::ColumnProfile;
use crate::engine::table::ColumnType;

/// Words in a header of what an activity is, or of when it was.
const TELLING: &[&str] = &[
    "meeting*",
    "call",
    "calls",
    "task",
    "tasks",
    "activity",
    "activities",
    "sent",
    "recipient",
    "email subject",
    "disposition",
    "content",
    "asset",
    "collateral",
    "attendee*",
    "organizer",
    "встреч*",
    "звонк*",
    "звонок",
    "письм*",
    "отправк*",
    "отправлен*",
    "получател*",
    "задач*",
    "дела",
    "активност*",
    "материал*",
    "контент",
    "συναντησ*",
    "ραντεβου",
    "κλησ*",
    "αποστολ*",
    "παραληπτησ",
    "εργασι*",
    "ενεργει*",
    "δραστηριοτητ*",
    "υλικο",
    "περιεχομενο",
];
/// Words of figures about activities, as records have them (`Last Activity Date`, `Number of calls`).
const OF_RECORDS: &[&str] = &[
    "last",
    "next",
    "number",
    "count",
    "total",
    "days",
    "latest",
    "first",
    "последн*",
    "следующ*",
    "количество",
    "число",
    "дней",
    "перв*",
    "τελευται*",
    "επομεν*",
    "αριθμοσ",
    "πληθοσ",
    "πρωτ*",
];
/// Values of a column that says what kind of activity a row is.
const KINDS: &str = "call|calls|phone call|inbound call|outbound call|meeting|email|e mail|task|note|\
    demo|visit|lunch|sms|webinar|звонок|встреча|письмо|email|e mail|задача|визит|заметка|κληση|\
    συναντηση|email|εργασια|ραντεβου|επισκεψη|σημειωση";

/// Values of a column that says which way a call went.
const DIRECTIONS: [&str; 8] =
    ["incoming", "outgoing", "inbound", "outbound", "входящ", "исходящ", "εισερχομεν", "εξερχομεν"];

/// Roles that only records have.
const OF_MONEY: [Role; 8] = [
    Role::Amount,
    Role::Closed,
    Role::ExpectedClose,
    Role::Pipeline,
    Role::LostReason,
    Role::Probability,
    Role::Source,
    Role::UtmSource,
];

/// Whether the rows are activities, though their columns would do for records: `records` are the
/// roles that the file would have as such.
pub(super) fn is_activity(file: &FileView, records: &[Fit]) -> bool {
    let is_stage = |f: &&Fit| f.role == Role::Stage && f.header != Some(HeaderFit::Likely);
    // A task has a due date and a day of completion as well.
    const DATES: [Role; 2] = [Role::Closed, Role::ExpectedClose];
    let is_loose = |f: &Fit| DATES.contains(&f.role) && f.header == Some(HeaderFit::Likely);
    let fits = kind::roles(file, FileKind::Activities);
    let call = direction_of_calls(file, &fits);
    // `Направление` is a pipeline of deals, and the direction of a call.
    let of_call = |f: &Fit| call == Some(f.column);
    let of_records =
        records.iter().any(|f| OF_MONEY.contains(&f.role) && !is_loose(f) && !of_call(f))
            || stage_dated::of_file(file).len() >= 2
            || records.iter().any(|f| is_stage(&f) && is_called_stage(file, f));
    if of_records {
        return false;
    }
    let has = |role| fits.iter().any(|f| f.role == role);
    let whom = [Role::Record, Role::Person, Role::Account].into_iter().any(has);
    let what = [Role::Activity, Role::ActivityResult, Role::Owner, Role::Duration];
    let is_told = call.is_some() || (whom && file.profile.columns.iter().any(is_told));
    has(Role::Date) && is_told && what.into_iter().any(has)
}

/// The column that says which way a call went, where another says how long it was: a log of calls,
/// whether or not it has the word.
fn direction_of_calls(file: &FileView, fits: &[Fit]) -> Option<usize> {
    let of = |role| fits.iter().find(|f| f.role == role).map(|f| f.column);
    of(Role::Duration)?;
    let says = |value: &str| {
        let value = fold_header(value);
        DIRECTIONS.iter().any(|word| value.starts_with(word))
    };
    let is_direction =
        |c: &ColumnProfile| !c.top.is_empty() && c.top.iter().all(|(value, _)| says(value));
    of(Role::Direction).or_else(|| file.profile.columns.iter().position(is_direction))
}

fn is_called_stage(file: &FileView, fit: &Fit) -> bool {
    let header = file.profile.columns.get(fit.column).map(|c| Header::new(&c.header));
    header.is_some_and(|h| ["stage", "стадия", "этап", "σταδιο"].iter().any(|w| h.has(w)))
}

/// Whether a column tells of an activity, by its header or by its values.
fn is_told(column: &ColumnProfile) -> bool {
    let header = Header::new(&column.header);
    let has = |words: &[&str]| words.iter().any(|word| header.has(word));
    let is_figure = matches!(column.kind, ColumnType::Integer | ColumnType::Decimal);
    if has(OF_RECORDS) || (is_figure && !has(&["id", "ид"])) {
        return false;
    }
    let says = |value: &str| {
        let value = fold_header(value);
        KINDS.split('|').any(|kind| kind == value)
    };
    let of_kinds = column.top.iter().filter(|(value, _)| says(value)).count();
    has(TELLING) || (of_kinds >= 2 && of_kinds * 2 >= column.top.len())
}
