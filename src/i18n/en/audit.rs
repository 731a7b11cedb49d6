//! English: the check-list, what is planned about it, windows onto rows.

use super::{L, check::check, concern::concern, names::NAMES};
use crate::engine::audit::{Counted, Detail, Lack, Priority, Progress, Severity};
use crate::engine::filter::Grain;
use crate::engine::window::Part;
use crate::i18n::Audit;
use crate::i18n::plural::en as number;

pub const AUDIT: Audit = Audit {
    title: "Audit: all checks",
    open: "All checks",
    hint: "Every check is listed, also those that passed. Figures without the rows concerned are \
        computed under this report’s period and filters. What you fill in is kept with the report \
        and meets the same check after the next import.",
    summary: |found, passed, not| {
        format!(
            "{} found something, {} passed, {} can’t be made on this data",
            L.count(found),
            L.count(passed),
            L.count(not)
        )
    },
    passed: "Passed",
    not_checkable: "Not checkable",
    check,
    severity: |severity| match severity {
        Severity::High => "Changes figures",
        Severity::Medium => "Limits figures",
        Severity::Low => "Good to know",
    },
    count: |n, of, counted| match of {
        0 => things(n, counted),
        _ => format!("{} of {}", L.count(n), things(of, counted)),
    },
    lack,
    detail,
    recommendation: "Recommendation",
    effects: "Without these rows",
    effect: |name, with, without| format!("{name}: {with} → {without}"),
    no_effect: "No figure of the cards is another without these rows.",
    concern,
    show_rows: |n| format!("Show {}", number(n, "row", "rows")),

    check_heading: "Check",
    result: "Result",
    importance: "Importance",
    priority: "Priority",
    priority_name: |priority| match priority {
        Priority::High => "High",
        Priority::Medium => "Medium",
        Priority::Low => "Low",
    },
    priority_usual: "Not set",
    owner: "Responsible",
    due: "Due",
    progress: "Status",
    progress_name: |progress| match progress {
        Progress::Open => "Open",
        Progress::InWork => "In work",
        Progress::Done => "Done",
        Progress::Accepted => "Left as it is",
    },
    download: "Download the list as CSV",
    copy: "Copy the list",
    file: "audit",

    part: |part| match part {
        Part::Counted => "Counted",
        Part::Both => "Numerator and denominator",
        Part::Above => "Numerator",
        Part::Below => "Denominator",
        Part::Value => "Value",
        Part::Promoter => "Promoter (9 or 10)",
        Part::Passive => "Passive (7 or 8)",
        Part::Detractor => "Detractor (0 to 6)",
        Part::WithoutAmount => "Left out: no amount",
        Part::OtherCurrency => "Left out: another currency",
        Part::WithoutDates => "Left out: a date is missing",
        Part::DatesOutOfOrder => "Left out: dates contradict each other",
        Part::WithoutId => "Left out: no id",
        Part::Repeated => "Left out: another row with its id counts",
        Part::LeftOut => "Left out",
    },
    part_heading: "In this figure",
    all_parts: "All rows",
    find_rows: "Find in the rows",
    download_rows: "Download as CSV",
    downloading: |done, of| format!("Preparing {} of {}…", L.count(done), L.count(of)),
    rows_file: "rows",
};

fn things(n: u64, counted: Counted) -> String {
    match counted {
        Counted::Records => number(n, "record", "records"),
        Counted::CostRows => number(n, "cost row", "cost rows"),
        Counted::Activities => number(n, "activity", "activities"),
        Counted::Rows => number(n, "row", "rows"),
        Counted::Stages => number(n, "stage", "stages"),
        Counted::Channels => number(n, "channel with spend", "channels with spend"),
        Counted::Owners => number(n, "owner", "owners"),
        Counted::Files => number(n, "file", "files"),
        Counted::Months => number(n, "month", "months"),
        Counted::Weeks => number(n, "week", "weeks"),
        Counted::Days => number(n, "day", "days"),
    }
}

fn lack(lack: Lack) -> &'static str {
    match lack {
        Lack::NoRecords => "No file holds deals or leads.",
        Lack::NoSpend => "No file holds ad spend.",
        Lack::NoCreated => "No column says when records were created.",
        Lack::NoClosed => "No column says when records were closed.",
        Lack::NoExpectedClose => "No column says when open records are to close.",
        Lack::NoAmount => "No column holds amounts.",
        Lack::NoStages => "No column holds stages.",
        Lack::NoOutcome => "Nothing says what was won and what was lost.",
        Lack::NoSource => "No column says where records came from.",
        Lack::NoCampaign => "No column of the records names a campaign.",
        Lack::NoId => "No column holds IDs.",
        Lack::NoContact => "No column holds e-mail addresses or telephone numbers.",
        Lack::NoName => "No column holds names of records.",
        Lack::NoJoin => "No file is joined to another.",
        Lack::NoOwner => "No column says who is responsible.",
        Lack::NoOwnerList => "No joined file lists the owners.",
        Lack::NoOtherCosts => "No file holds other costs.",
        Lack::NoActivities => "No file holds activities.",
        Lack::NoCostType => "No column says what the costs are for.",
        Lack::NoRecordNamed => "No column of the activities names a record, a person or a company.",
        Lack::NoResult => "No column says how activities ended.",
        Lack::NoDuration => "No column says how long calls were.",
        Lack::NoTimes => "The activities have days and no times.",
        Lack::NoZone => "No file has a time zone.",
        Lack::TooFew => "Too few values to tell what is usual.",
        Lack::NoToday => "This can only be checked where today’s date is known.",
    }
}

fn detail(detail: &Detail) -> String {
    let days = |n: f64| L.days(n);
    match detail {
        Detail::Bounds { currency, low, high, median, deviations } => {
            let money = |x: f64| L.money(x, Some(currency.as_str()));
            format!(
                "Usual: {} to {}, around the median of {}; beyond {} scaled deviations on a log scale it is an outlier.",
                money(*low),
                money(*high),
                money(*median),
                L.number_trimmed(*deviations, 1)
            )
        }
        Detail::StageLimit { stage, days: limit, records } => format!(
            "“{stage}”: {} longer than {}, within which nine of ten have left it.",
            number(*records, "record", "records"),
            days(*limit)
        ),
        Detail::AgeLimit { days: limit, records } => format!(
            "{} older than {}, within which nine of ten were closed.",
            number(*records, "record", "records"),
            days(*limit)
        ),
        Detail::Latest { file, latest, expected } => {
            format!("{file} ends on {}; expected up to {}.", L.day(*latest), L.day(*expected))
        }
        Detail::Key { file, column, lookup } => {
            format!("“{column}” of {file} is looked up in {lookup}.")
        }
        Detail::SameBy { columns } => format!("The same by: {}.", columns.join(", ")),
        Detail::Months { channel, months, more } => {
            let named = months.iter().map(|day| L.month(*day)).collect::<Vec<_>>().join(", ");
            let more = match more {
                0 => String::new(),
                n => format!(" and {}", number(*n, "more month", "more months")),
            };
            format!("{}: {named}{more}.", (NAMES.channel)(channel))
        }
        Detail::Met { grain, spend, records } => {
            let unit = if *grain == Grain::Week { "week" } else { "month" };
            let records = records.map(|x| format!("{} of the records", L.share(x)));
            let spend = spend.map(|x| format!("{} of the spend", L.share(x)));
            let both: Vec<String> = spend.into_iter().chain(records).collect();
            format!("Met within the {unit}, channel by channel: {}.", both.join(" and "))
        }
        Detail::MetEver { spend, records } => {
            let records = records.map(|x| format!("{} of the records", L.share(x)));
            let spend = spend.map(|x| format!("{} of the spend", L.share(x)));
            let both: Vec<String> = spend.into_iter().chain(records).collect();
            format!("Met channel by channel, at any time: {}.", both.join(" and "))
        }
        Detail::Gap { file, first, last } => {
            format!("{file}: nothing from {} to {}.", L.day(*first), L.day(*last))
        }
        Detail::Cost { currency, spend, share } => format!(
            "{} of spend, {} of all.",
            L.money(*spend, Some(currency.as_str())),
            L.share(*share)
        ),
    }
}
