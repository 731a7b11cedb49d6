//! English: how the files tell of stages.

use super::L;
use crate::engine::funnel::{HistoryFinding as H, Shape as Form, Untold};
use crate::engine::mapping::ValueAt;
use crate::engine::report::{Entity, StageVisits};
use crate::i18n::Shape;
use crate::i18n::label::list_values;
use crate::i18n::plural::en as count;

pub const SHAPE: Shape = Shape {
    found: "How your files tell of stages",
    name: |form| match form {
        Form::Snapshot => "Current status",
        Form::WideDates => "A date for each stage",
        Form::EventLog => "History of stages",
    },
    text: |form| match form {
        Form::Snapshot => {
            "Each row says where a record stands now. The stages before it are counted as passed."
        }
        Form::WideDates => "Each record has the dates on which it entered its stages.",
        Form::EventLog => "Each change of stage is a row of its own, with its date.",
    },
    untold_title: "These files can’t tell:",
    untold: |untold| match untold {
        Untold::Evidence => "which earlier stages a record really went through",
        Untold::TimeInStage => "how long records stay in a stage",
        Untold::OutOfOrder => "whether stages were entered out of order",
        Untold::Transitions => "which moves were made on which day",
        Untold::Returns => "returns to an earlier stage and reopened deals",
    },
    not_drawn: "No picture: these files hold only the current status. Counted by evidence alone, \
        that says where records stand now, which is not a funnel.",
    needs_dates: "Needs a date for each stage or a history of stages; these files hold only the \
        current status.",

    out_of_order: "Out of order",
    out_of_order_hint: "Dated before the stage in front of it. Counted here, but left out of the \
        median days.",
    reentered: "Entered again",
    reentered_hint: "Records that entered this stage more than once. They are counted once; their \
        first entry gives the date.",
    moved_back: |n| format!("{} moved back to an earlier stage", L.count(n)),
    reopened: |n| format!("{} went on after being won or lost", L.count(n)),

    entity: "Count",
    entity_name: |entity| match entity {
        Entity::Record => "records",
        Entity::Person => "people",
        Entity::Account => "companies",
    },
    without_entity: |n| {
        count(n, "record names none and counts by itself", "records name none and count one by one")
    },
    window: "Reached within",
    window_choice: |window| match window {
        None => "any time".to_owned(),
        Some(days) => count(u64::from(days), "day", "days"),
    },
    young: |n, days| {
        let days = count(u64::from(days), "day", "days");
        format!("{} entered less than {days} ago and may still get there", L.count(n))
    },
    undated: |n| {
        count(
            n,
            "record has a stage or an end without a date that may be too late: not counted there",
            "records have stages or ends without dates that may be too late: not counted there",
        )
    },
    figures_apart: |entity, window| {
        let whom = match entity {
            Entity::Record => None,
            Entity::Person => Some("people".to_owned()),
            Entity::Account => Some("companies".to_owned()),
        };
        let days = window.map(|days| {
            let days = count(u64::from(days), "day", "days");
            format!("what was reached within {days}")
        });
        let own: Vec<String> = whom.into_iter().chain(days).collect();
        format!(
            "Cards, tables and trends count single records, however long they took; only the funnel counts {}.",
            own.join(" and ")
        )
    },

    time_title: "Time in stage",
    visits: "Visits",
    visits_name: |of| match of {
        StageVisits::All => "All visits together",
        StageVisits::First => "The first visit",
        StageVisits::Last => "The last visit",
    },
    time_hint: "The median of all follows those still there \
        until the as-of day, so that slow ones count; the other figures are of those \
        that left.",
    time_columns: [
        "Left",
        "Still there",
        "Median of all",
        "Mean",
        "25 %",
        "Median",
        "75 %",
        "90 %",
    ],
    not_reached: |days, share| format!("more than {days} ({share} still there)"),

    after_win: "After the win",
    after_win_hint: "Comes after the win, such as activated or renewed. Whoever reaches it was won.",
    pipelines_title: "Pipelines",
    pipelines_hint: "Several pipelines share one ladder. Check where the values of each pipeline \
        stand: the same name may mean different stages.",
    same_name: |n| {
        count(n, "the same name in another pipeline", "the same name in other pipelines")
    },
    common_place: "as in all pipelines",
    own_place: "for this pipeline only",
    value_in_pipeline: |value, pipeline| format!("Stage for “{value}” in “{pipeline}”"),
    merge_with_previous: |stage| format!("Merge “{stage}” into the stage above"),
    won_on: "Date of winning",
    lost_on: "Date of losing",

    value_at: "Values that change",
    value_at_name: |at| match at {
        ValueAt::Entry => "At entry",
        ValueAt::Close => "At close",
    },
    value_at_hint: "A record has a row for each change of stage. Breakdowns, filters and formulas take \
        owner, channel and all other values from its first row (at entry) or its last one (at close).",
    changing: |column, records, at| {
        let records = count(records, "record", "records");
        let taken = match at {
            ValueAt::Entry => "its value at entry counts, from the first row",
            ValueAt::Close => "its value at close counts, from the last row",
        };
        format!("“{column}” changes in {records}; {taken}.")
    },

    history: |finding| match finding {
        H::Missing { file } => {
            format!("The history of stages {file} was not given: only current statuses count.")
        }
        H::Unusable { file } => {
            format!("{file} is left out: no column says which record moved, or to which stage.")
        }
        H::UnknownRecords { file, values, records, moves } => {
            let names = count(*records, "record that is", "records that are");
            let moves = count(*moves, "row", "rows");
            let values = list(values, records.saturating_sub(values.len() as u64));
            format!("{moves} of {file} speak of {names} not among those counted: {values}.")
        }
        H::StagesUnmapped { file, values, more, moves } => {
            let values = list(values, *more);
            let moves = count(*moves, "row", "rows");
            format!("{moves} of {file} enter a stage that is not in the ladder: {values}.")
        }
        H::Undated { file, moves } => {
            let moves = count(*moves, "row", "rows");
            format!("{moves} of {file} have no date: they prove a stage, but not when.")
        }
        H::Disagrees { records } => {
            let records = count(*records, "record ends", "records end");
            format!("{records} otherwise in the history of stages than in the records’ own file.")
        }
        H::OutOfOrder { stages, records } => {
            let records = count(*records, "record has", "records have");
            let stages = list(stages, 0);
            format!("{records} stages dated before the stage in front of them: {stages}.")
        }
        H::ValuesChange { file, at, columns, records } => {
            let records = count(*records, "record has", "records have");
            let taken = match at {
                ValueAt::Entry => "at entry, that of its first row",
                ValueAt::Close => "at close, that of its last row",
            };
            let columns = list(columns, 0);
            format!(
                "{records} other values in one row of {file} than in another: {columns}. Each record counts with its value {taken}."
            )
        }
    },
    history_advice: |finding| match finding {
        H::Missing { .. } => "Add the file again, or remove it from the list.",
        H::Unusable { .. } => "Choose the columns of record and stage, or set the file to “other”.",
        H::UnknownRecords { .. } => {
            "Export records and history for the same period, with the same ID in both."
        }
        H::StagesUnmapped { .. } => "Put the values into a stage of the ladder.",
        H::Undated { .. } => "Check how the dates of the history were read.",
        H::Disagrees { .. } => {
            "The records’ own file is believed. Export both on the same day to make them agree."
        }
        H::OutOfOrder { .. } => {
            "Check the order of the ladder; if it is right, the dates were set by hand."
        }
        H::ValuesChange { .. } => {
            "To take the values at entry or at close, choose so above the columns of the file."
        }
    },
};

fn list(values: &[(String, u64)], more: u64) -> String {
    let counted = values.iter().map(|(v, n)| (v.as_str(), Some(L.count(*n))));
    list_values(counted, ("“", "”"), more, |n| format!("and {} more", L.count(n)))
}
