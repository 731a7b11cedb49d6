//! English: where columns, files and currencies meet.

use super::{L, begin::BEGIN};
use crate::engine::calendar::WeekStart;
use crate::engine::filter::Grain;
use crate::engine::funnel::Crossing;
use crate::engine::mapping::FirstSource;
use crate::engine::mapping::cluster::ClusterReason;
use crate::engine::mapping::key::KeyKind;
use crate::i18n::label::source_pairs;
use crate::i18n::plural::en as count;
use crate::i18n::{FindingText, Meeting};

pub const MEETING: Meeting = Meeting {
    finding: crossing,

    disagree_title: "Two sources, two answers",
    disagree_line: |records, both| {
        let both = count(both, "row has", "rows have");
        format!(
            "{both} both a source of the CRM and UTM marks; in {} they name different channels.",
            L.count(records)
        )
    },
    disagree_none: |both| {
        let both = count(both, "row has", "rows have");
        format!(
            "{both} both a source of the CRM and UTM marks, and they never contradict each other."
        )
    },
    says_crm: "CRM says",
    says_utm: "UTM says",
    wins: "decides",
    first_label: "Who decides",
    first_source: |first| match first {
        FirstSource::Utm => "UTM marks first",
        FirstSource::Crm => "CRM source first",
    },

    spellings_title: "Spellings of one value",
    spellings_hint: "Probably the same thing written differently. Nothing is merged until you say so.",
    spellings_of: |file, column| format!("{column} · {file}"),
    cluster_reason: |reason| match reason {
        ClusterReason::SameLetters => "differ by spaces, signs or look-alike letters",
        ClusterReason::WordOrder => "the same words in another order",
        ClusterReason::Script => "the same name in another alphabet",
        ClusterReason::OneLetter => "differ by one letter",
    },
    merge_as: |name| format!("Merge as “{name}”"),
    merge_all: |n| format!("Merge all {}", L.count(n)),
    read_as: |name| format!("read as “{name}”"),
    take_apart: |name| format!("Take “{name}” apart again"),
    keep_apart: "Keep apart",
    keep_apart_named: |name| format!("Keep the spellings of “{name}” apart"),
    kept_apart: "kept apart",
    propose_again: "Propose again",

    key_kind: |kind| match kind {
        KeyKind::Text => "",
        KeyKind::Email => "compared as e-mail addresses",
        KeyKind::Phone => "compared as telephone numbers",
        KeyKind::Ids => "by the first ID of a cell",
    },
    keys_used: |used, keys| {
        format!("{} of {} find a row", L.count(used), count(keys, "key", "keys"))
    },
    keys_unused: |n| count(n, "key without a row", "keys without a row"),
    several_keys: |rows| {
        format!("{} hold several keys; the first joins", count(rows, "row", "rows"))
    },
    records_tied: |share, met, campaigns| {
        format!("{share} of the rows have costs · {met} of {campaigns} campaigns have rows")
    },
    rows_of_paid_channels: |share| format!("{share} of the rows have costs on their channel"),
    tied_within: |grain, spend, rows| {
        let unit = match grain {
            Grain::Week => "same week",
            _ => "same month",
        };
        match spend {
            Some(spend) => format!("in the {unit}: {spend} of the spend and {rows} of the rows"),
            None => format!("in the {unit}: {rows} of the rows"),
        }
    },

    money_title: "Currencies and calendar",
    money_hint: "Without a rate, money of two currencies is never added.",
    convert_to: "Convert money to",
    convert_nothing: "do not convert",
    rate_currency: "Currency",
    rate_rate: "Rate",
    rate_day: "Valid from (empty: always)",
    rate_line: |currency, to| format!("1 {currency} = … {to}"),
    add_rate: "Add a rate",
    rate_file: "A file with date, currency and rate works too: drop it with the others.",
    year_start: "Fiscal year begins in",
    named_by_end: "named after the year in which it ends",
    week_start: "Week begins on",
    weekday: |day| match day {
        WeekStart::Monday => "Monday",
        WeekStart::Saturday => "Saturday",
        WeekStart::Sunday => "Sunday",
    },
    clock: |file| format!("Clock of {file}"),
    clock_hint: "Hours added to its times. A date without a time never moves.",
    no_shift: "as written",

    rule_up: |rule| format!("Move rule {rule} up"),
    rule_down: |rule| format!("Move rule {rule} down"),
    rule_keys: "Alt + ↑ or ↓ moves a rule.",
};

pub fn crossing(crossing: &Crossing) -> FindingText {
    let (text, advice) = match crossing {
        Crossing::SourcesDisagree { disagreement: d } => {
            let records = count(d.records, "record", "records");
            let named = d.pairs.get(..3).unwrap_or(&d.pairs);
            let pairs = source_pairs(named, ("“", "”"), |n| L.count(n));
            let decides = match d.first {
                FirstSource::Utm => "The UTM marks decide.",
                FirstSource::Crm => "The CRM’s source decides.",
            };
            (
                format!(
                    "In {records} the CRM’s source and the UTM marks name different channels: {pairs}. {decides}"
                ),
                "Check the largest pairs; who decides can be changed beside the channels.",
            )
        }
        Crossing::SeveralKeys { file, column, records, keys } => {
            let records = count(*records, "record", "records");
            let keys = count(*keys, "further one was", "further ones were");
            (
                format!(
                    "{records} of {file} name several in “{column}”: the first joins, {keys} left aside."
                ),
                "Where another than the first matters, put it first or export a column with one value.",
            )
        }
        Crossing::LeadsJoined { file, matched, records, leads, without } => {
            let of = count(*records, "deal", "deals");
            let without = count(*without, "row of it has", "rows of it have");
            (
                format!(
                    "{file} ({}) is joined to the deals: {} of {of} find theirs. {without} no deal: they are in no figure.",
                    count(*leads, "row", "rows"),
                    L.count(*matched)
                ),
                "The report counts deals. To begin the funnel with the leads, choose so beside the join of the two files.",
            )
        }
        Crossing::BeginsWithLeads { file, counts, records, elsewhere } => {
            ((BEGIN.finding)(file, counts, *records, *elsewhere), BEGIN.advice)
        }
        Crossing::RowsMet { file, met } => ((BEGIN.rows_met)(file, met), (BEGIN.rows_advice)(met)),
        Crossing::SourceOfLead { file, records } => {
            let records = count(*records, "deal", "deals");
            (
                format!(
                    "{records} without a source of their own came through the channel of their lead in {file}."
                ),
                "Nothing to do, if a deal comes from where its lead came from.",
            )
        }
        Crossing::Converted { to, rows, oldest } => {
            let age = match oldest {
                0 => String::new(),
                days => {
                    format!(" The oldest rate used was {} old.", count(*days as u64, "day", "days"))
                }
            };
            (
                format!("Converted to {to} by your rates: {}.{age}", amounts(rows)),
                "Closed deals by the day of closing, open ones by that of creation, costs by their own day.",
            )
        }
        Crossing::SeveralDeals { .. }
        | Crossing::PipelinesDiffer { .. }
        | Crossing::AdsAmongCosts { .. }
        | Crossing::QuartersApart { .. } => super::twofold::text(crossing),
        Crossing::NoRate { to, rows } => (
            format!(
                "No rate to {to} for {}: left in their own currency and not added.",
                amounts(rows)
            ),
            "Add a rate that holds on or before their day.",
        ),
    };
    FindingText { text, advice: advice.to_owned() }
}

/// `12 in USD, 3 in GBP`.
fn amounts(rows: &[(String, u64)]) -> String {
    let one =
        |(currency, n): &(String, u64)| format!("{} in {currency}", count(*n, "amount", "amounts"));
    rows.iter().map(one).collect::<Vec<_>>().join(", ")
}
