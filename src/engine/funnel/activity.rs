//! Activities: calls, e-mails, meetings, content that was shown; and what they say of each record.
//!
//! What a row is follows from the words of its columns. Not here: what is counted (`measure`).

use super::beside::days;
use super::born::Born;
use super::owner_row::{Owned, Owners};
use super::source::Source;
use super::{NO_ROW, Records};
use crate::engine::audit::Finding;
use crate::engine::distinct::Distinct;
use crate::engine::error::BuildError;
use crate::engine::fold::fold;
use crate::engine::mapping::{Mapping, Role, content};
use crate::engine::table::{Cells, Column, NO_DAY};
use crate::engine::value::Moment;

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ActivityKind {
    Call,
    Email,
    Meeting,
    /// A presentation, a case study, a proposal was used.
    Content,
    #[default]
    Other,
}

/// All vectors but those by record are of equal length.
#[derive(Clone, Debug, Default)]
pub struct Activities {
    pub day: Vec<i32>,
    /// The hour of the week by the user's clock, 0 for the one that begins with Monday, [`NO_TIME`]
    /// where no time of day is told.
    pub week_hour: Vec<u8>,
    pub kind: Vec<ActivityKind>,
    pub is_inbound: Vec<bool>,
    /// A column or the words for calls tell which came in.
    pub tells_direction: bool,
    /// It came to nothing: a call that nobody took, a meeting that was called off.
    pub is_missed: Vec<bool>,
    /// [`NO_ROW`] where the row names no record that is there.
    pub record: Vec<u32>,
    /// The row names the lead that became its record, a deal: it may be older than the deal.
    pub by_lead: Vec<bool>,
    /// By record; empty where there are no activities.
    pub of_record: Vec<OfRecord>,
    /// Both creation and activities are told with a time of day.
    pub has_times: bool,
    /// The item of content that the row names, by number from 1; 0 where none is named, and for one
    /// that is not on the list of what was published. Empty where no column names any.
    pub item: Vec<u32>,
    /// How many items were published; `None` where no file lists them.
    pub published: Option<u32>,
}

/// See [`Activities::week_hour`].
pub const NO_TIME: u8 = u8::MAX;

/// What the activities say of one record.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct OfRecord {
    /// There is an activity on or after the day of creation that came to something.
    pub contacted: bool,
    /// Hours from creation to the first of these, working hours where any are set.
    pub response_hours: Option<f64>,
    /// A meeting was held.
    pub met: bool,
    pub content: bool,
}

const CALL: &str = "call|phone call|phone|calls|звонок|телефон|κληση|τηλεφωνημα|inbound call|\
    outbound call|исходящий звонок|входящий звонок";
const EMAIL: &str = "email|e-mail|mail|emails|письмо|почта|эл. письмо|электронное письмо|μηνυμα|\
    ηλεκτρονικο μηνυμα";
const MEETING: &str = "meeting|demo|visit|appointment|video call|meetings|встреча|демо|визит|показ|\
    συναντηση|παρουσιαση προϊοντοσ|επισκεψη";
const CONTENT: &str = "content|content sent|presentation|presentation sent|case study|document|\
    document sent|proposal|proposal sent|brochure|whitepaper|one-pager|презентация|материал|кейс|\
    документ|кп|коммерческое предложение|παρουσιαση|προσφορα|υλικο|εγγραφο";
const INBOUND: &str = "in|inbound|incoming|входящий|входящая|входящие|входящий звонок|εισερχομενη|\
    εισερχομενο|inbound call";
const OUTBOUND: &str = "outbound call|исходящий звонок";
const MISSED: &str = "missed|missed call|no answer|unanswered|not answered|abandoned|busy|voicemail|\
    failed|no|пропущен|пропущенный|пропущено|пропущенный звонок|нет ответа|не отвечен|без ответа|\
    занято|αναπαντητη|αναπαντητο|χαμενη|no show|no-show|noshow|cancelled|canceled|rescheduled|\
    planned|scheduled|не состоялась|не состоялся|отменена|отменен|перенесена|запланирована|не пришел|\
    ακυρωθηκε|ακυρωθηκε η συναντηση|δεν εγινε|προγραμματισμενη|αναβληθηκε";

fn is_any(words: &str, text: &str) -> bool {
    words.split('|').any(|word| word == text)
}

fn kind_of(text: &str) -> ActivityKind {
    match text {
        t if is_any(CALL, t) => ActivityKind::Call,
        t if is_any(EMAIL, t) => ActivityKind::Email,
        t if is_any(MEETING, t) => ActivityKind::Meeting,
        t if is_any(CONTENT, t) => ActivityKind::Content,
        _ => ActivityKind::Other,
    }
}

/// One answer a row, each distinct text of the column asked once; `None` without a column.
fn by_text<T: Copy>(column: Option<&Column>, of: impl Fn(&str) -> T) -> Option<Vec<T>> {
    let distinct = Distinct::of(column?);
    let of_code: Vec<T> =
        (0..distinct.len() as u32).map(|code| of(&fold(&distinct.text(code)))).collect();
    let nothing = of("");
    let each = |code: &u32| of_code.get(*code as usize).copied().unwrap_or(nothing);
    Some(distinct.codes.iter().map(each).collect())
}

pub(super) fn read(
    sources: &[Source],
    born: &Born,
    records: &Records,
    owners: Option<&Owners>,
    mapping: &Mapping,
) -> Result<(Activities, Vec<Finding>), BuildError> {
    let (mut all, mut findings) = (Activities::default(), Vec::new());
    if sources.is_empty() {
        return Ok((all, findings));
    }
    let working = mapping.working.as_ref().filter(|w| w.any());
    let waited = |born: Moment, then: Moment| {
        let seconds =
            working.map_or_else(|| mapping.elapsed(born, then), |w| w.between(born, then));
        (then >= born).then_some(seconds as f64 / 3600.0)
    };
    let with_times = |c: Option<&Column>| c.is_some_and(|c| matches!(c.cells, Cells::Moment(_)));
    all.of_record = vec![OfRecord::default(); records.count];
    for source in sources {
        let date = source.role(Role::Date)?;
        let timed = born.has_times && with_times(date);
        all.has_times |= timed;
        let rows = source.table.rows;
        let day = days(source)?;
        let Owned { record, mut by_lead, told } = Owners::rows(owners, source, &day)?;
        by_lead.resize(rows, false);
        all.by_lead.extend(by_lead);
        findings.extend(told);
        let names = source.role(Role::Activity)?;
        let kinds = by_text(names, kind_of);
        let inbound = source.role(Role::Direction)?;
        // A list with directions and no kinds is one of calls.
        let plain = if inbound.is_some() { ActivityKind::Call } else { ActivityKind::Other };
        let mut kinds = kinds.unwrap_or_else(|| vec![plain; rows]);
        // Where the header says that it is content, each value names an item of it.
        let done = source.mapping.header(Role::Activity).or(source.mapping.header(Role::Name));
        if done.is_some_and(content::says_content) {
            let unnamed = kinds.iter_mut().filter(|kind| **kind == ActivityKind::Other);
            unnamed.for_each(|kind| *kind = ActivityKind::Content);
        }
        let none = || vec![false; rows];
        // Without a column of directions the words for calls may tell them.
        let by_words = by_text(names.filter(|_| inbound.is_none()), |t| {
            is_any(INBOUND, t) || is_any(OUTBOUND, t)
        });
        all.tells_direction |=
            inbound.is_some() || by_words.is_some_and(|told| told.contains(&true));
        let inbound = by_text(inbound.or(names), |t| is_any(INBOUND, t)).unwrap_or_else(none);
        let missed = source.role(Role::ActivityResult)?;
        let missed = by_text(missed, |t| is_any(MISSED, t)).unwrap_or_else(none);
        let each = record.iter().zip(&day).zip(kinds.iter().zip(&missed)).enumerate();
        for (row, ((record, day), (kind, missed))) in each {
            let at = *record as usize;
            let Some(said) = all.of_record.get_mut(at).filter(|_| *record != NO_ROW && !missed)
            else {
                continue;
            };
            said.met |= *kind == ActivityKind::Meeting;
            said.content |= *kind == ActivityKind::Content;
            let created = records.created.get(at).copied().unwrap_or(NO_DAY);
            said.contacted |= *day != NO_DAY && created != NO_DAY && *day >= created;
            let then = date.filter(|_| timed).and_then(|c| source.moment(c, row));
            let hours = born.at(at).zip(then).and_then(|(born, then)| waited(born, then));
            if let Some(hours) = hours {
                said.response_hours = Some(said.response_hours.map_or(hours, |h| h.min(hours)));
            }
        }
        let told = date.filter(|c| with_times(Some(c)));
        let week_hour = |row| told.and_then(|c| source.moment(c, row)).map_or(NO_TIME, week_hour);
        all.week_hour.extend((0..rows).map(week_hour));
        all.day.extend(day);
        all.kind.extend(kinds);
        all.is_inbound.extend(inbound);
        all.is_missed.extend(missed);
        all.record.extend(record);
    }
    Ok((all, findings))
}

fn week_hour(moment: Moment) -> u8 {
    let hour = moment.second_of_day() / 3600;
    ((moment.day().weekday() - 1) * 24 + hour) as u8
}
