//! English: what became of the pipeline between two exports.

use crate::engine::append::exports::LatestBy;
use crate::engine::report::ChangeKind as K;
use crate::i18n::PipelineChange;
use crate::i18n::plural::en as count;

pub const PIPELINE_CHANGE: PipelineChange = PipelineChange {
    name: "Pipeline change",
    between: |before, before_day, after, after_day| {
        let day = |day: Option<&str>| day.map(|d| format!(" (latest day {d})")).unwrap_or_default();
        format!("From {before}{} to {after}{}.", day(before_day), day(after_day))
    },
    kind: |kind| match kind {
        K::Created => "Created",
        K::Reopened => "Reopened",
        K::Grew => "Grew",
        K::Priced => "Amount filled in",
        K::Shrank => "Shrank",
        K::Unpriced => "Amount removed",
        K::OtherCurrency => "Currency changed",
        K::Won => "Won",
        K::Lost => "Lost",
        K::Gone => "Gone",
        K::Forward => "Moved forward",
        K::Back => "Moved back",
        K::Slipped => "Slipped",
        K::PulledIn => "Pulled in",
        K::StageUnknown => "Stage not known",
        K::Unchanged => "Unchanged",
        K::CreatedWon => "New, won already",
        K::CreatedLost => "New, lost already",
        K::LostToWon => "Lost before, now won",
        K::WonToLost => "Won before, now lost",
        K::StillClosed => "Closed in both",
        K::GoneClosed => "Closed before, now gone",
    },
    kind_hint: |kind| match kind {
        K::Created => "In the later export only, and open.",
        K::Reopened => "Won or lost in the earlier export, open in the later one.",
        K::Grew => "Open in both, with a larger amount.",
        K::Priced => "Open in both, with an amount in the later export only.",
        K::Shrank => "Open in both, with a smaller amount.",
        K::Unpriced => "Open in both, with an amount in the earlier export only.",
        K::OtherCurrency => "Open in both, with amounts in two currencies: they are not converted.",
        K::Won => "Open in the earlier export, won in the later one.",
        K::Lost => "Open in the earlier export, lost in the later one.",
        K::Gone => {
            "Open in the earlier export and not in the later one: deleted, merged or not exported. Not counted as lost."
        }
        K::Forward => "Open in both, in a later stage.",
        K::Back => "Open in both, in an earlier stage.",
        K::Slipped => "Open in both, with the expected closing put off.",
        K::PulledIn => "Open in both, with an earlier expected closing.",
        K::StageUnknown => {
            "Open in both, and its stage is not known in one of the exports, or in both: it may have moved."
        }
        K::Unchanged => "Open in both, with the same stage, amount and expected closing.",
        K::CreatedWon => {
            "In the later export only, and won there: created and won between the two."
        }
        K::CreatedLost => {
            "In the later export only, and lost there: created and lost between the two."
        }
        K::LostToWon => "Lost in the earlier export, won in the later one.",
        K::WonToLost => "Won in the earlier export, lost in the later one.",
        K::StillClosed => "Won in both or lost in both.",
        K::GoneClosed => "Won or lost in the earlier export, and not in the later one.",
    },
    earlier_label: "Compared with",
    only_label: "Records in the list",
    only_all: "all that changed",
    open_before: "Open before",
    open_after: "Open now",
    bridge_title: |currency| format!("Open pipeline, {currency}"),
    no_currency: "no currency named",
    change: "What happened",
    records: "Records",
    value_before: "Value before",
    value_after: "Value now",
    effect: "Change of the open pipeline",
    passages_title: "From stage to stage",
    matrix_corner: "Before ↓ now →",
    not_there_before: "Not there yet",
    not_there_after: "Gone",
    no_stage: "Stage not known",
    list_title: "Records that changed",
    id: "ID",
    record_name: "Name",
    what: "What changed",
    stage_before: "Stage before",
    stage_after: "Stage now",
    amount_before: "Amount before",
    amount_after: "Amount now",
    currency: "Currency",
    close_before: "Closing before",
    close_after: "Closing now",
    counted: |kept, created, gone| {
        format!(
            "{} in both exports, {created} only in the later one, {gone} only in the earlier one.",
            count(kept, "record", "records")
        )
    },
    dates_unknown: "Two exports tell what changed between them, not on which day; what changed and changed back is not seen. A record that moved and slipped stands in both lines.",
    no_period: "The report’s period does not act here.",
    reversed: "The file marked as the earlier export has later dates than the other: perhaps they are swapped.",
    unpriced: |before, after| {
        format!("Without an amount, so in no value: {before} open before, {after} open now.")
    },
    repeated: |file, n| {
        let rows = count(n, "row", "rows");
        format!(
            "{file}: left out {rows} whose id comes again further down, where the last one counts."
        )
    },
    without_id: |file, n| format!("{file}: left out {} without an id.", count(n, "row", "rows")),
    without_stage: |n| {
        format!(
            "{} open in both with an unknown stage on one side: nobody knows whether they moved.",
            count(n, "record is", "records are")
        )
    },
    without_day: |n| {
        format!(
            "{} open in both without an expected closing on one side.",
            count(n, "record is", "records are")
        )
    },
    elsewhere: "Amounts in other currencies are in their own bridges and not in this table.",
    shown: |shown, of| format!("The {shown} whose change weighs most, of {of}."),
    page: |first, last, of| format!("{first}–{last} of {of}"),
    previous: "Previous",
    next: "Next",
    proposal: |shared, of| {
        format!(
            "{shared} of {of} records are in several files: these look like exports of the same records at different dates."
        )
    },
    possible: "Are these exports of the same records at different dates?",
    explain: "Compare them, and the latest one is counted while the others show what has changed since.",
    latest: "The latest is",
    latest_by: |by| match by {
        LatestBy::Modified => "by the latest date of modification",
        LatestBy::Name => "by the date in the name of the file",
        LatestBy::Created => "by the latest date of creation",
        LatestBy::Order => "nothing says which is the latest: please check",
        LatestBy::Chosen => "by your choice",
    },
    accept: "Compare the exports",
    compared: |n| format!("{} of the same records", count(n, "export", "exports")),
    shared: |shared, of, earlier| {
        let earlier = if earlier == 1 { "earlier file" } else { "earlier files" };
        format!("{shared} of {of} records of the {earlier} are in the latest one again.")
    },
    latest_counts: |latest, by, earlier| {
        let others =
            if earlier == 1 { "The earlier one only shows" } else { "The earlier ones only show" };
        format!("{latest} is the latest ({by}), so it is counted. {others} what has changed since.")
    },
    otherwise: "If they are parts of one whole, read them as one table. What each file is can be changed below.",
};
