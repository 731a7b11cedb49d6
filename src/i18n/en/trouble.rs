//! English: issues of files and errors.

use super::{L, finding::finding, names::NAMES, refusal};
use crate::engine::error::BuildError;
use crate::engine::issue::{Issue, IssueKind, Location};
use crate::engine::report::{Absence, Exclusion};
use crate::i18n::label::join_parts;
use crate::i18n::plural::en as count;
use crate::i18n::{Help, Trouble, Weight};

pub const TROUBLE: Trouble = Trouble {
    issue_line,
    issue,
    blank_record: "nothing but blanks and delimiters; not a row",
    place,
    import_error: refusal::import_error,
    build_error,
    absence: |reason| match reason {
        Absence::NoRecords => "no file holds deals or leads",
        Absence::NoSpend => "no file holds ad spend",
        Absence::NoImpressions => "no file of ad spend has impressions",
        Absence::NoClicks => "no file of ad spend has clicks",
        Absence::NoConversions => "no file of ad spend has conversions",
        Absence::NoAmount => "no column is mapped as the amount",
        Absence::NoStages => "no stage is mapped",
        Absence::OnlyEnds => {
            "all statuses mean won or lost, and no stage comes before them: add one to the stages in the mapping, such as “Created”, and the funnel leads from created to won"
        }
        Absence::NoQualifiedStage => "no stage is marked as qualified",
        Absence::NoCreatedDate => "no column is mapped as the date of creation",
        Absence::NoClosedDate => "no column is mapped as the date of closing",
        Absence::NoDates => "no column is mapped as a date",
        Absence::NothingInPeriod => "there is no record in these days (and filters)",
        Absence::CurrenciesDiffer => "spend and revenue are in different currencies",
        Absence::NoDimension => "its column is not in the files any more",
        Absence::NoEntity => "no column names the person or the company of a record",
        Absence::NoValues => "there is no value to show",
        Absence::BadFormula => {
            "its formula can’t be read, or names a column that the files don’t have"
        }
        Absence::SpendHasNoDimension => "the ad spend can’t be split or filtered this way",
        Absence::NoAccount => "no column is mapped as the account",
        Absence::NoPerson => "no column is mapped as the contact",
        Absence::NoQuantity => "no column is mapped as the quantity",
        Absence::NoChance => "no column is mapped as the probability",
        Absence::NoExpectedClose => "no column is mapped as the expected close date",
        Absence::NoSuchStage => "the ladder has fewer stages",
        Absence::NoNextStage => "no stage follows the one marked as qualified",
        Absence::NoOtherCosts => "no file holds costs beside advertising",
        Absence::NoActivities => "no file holds activities",
        Absence::NoVisits => "no file holds web visits",
        Absence::NoScores => "no file holds survey answers",
        Absence::NoStageOfName => "the ladder has no stage of that name: change the formula",
        Absence::NoContentItems => {
            "no activity names the content that was used: map the column of its name"
        }
        Absence::NoContentList => {
            "no file lists the content that was published: add the list, and choose “List to join” for it"
        }
        Absence::NoTargets => "no file holds a plan for it",
        Absence::NoTimes => "the dates of creation or of activities have no time of day",
        Absence::NoDirection => {
            "nothing tells which calls came in: no direction is mapped, and the words for calls do not say it"
        }
        Absence::ActivitiesNotTied => "no activity names a record that is in the files",
        Absence::NoReasons => {
            "no column names the reason of a loss; choose one on the mapping screen, or in the block"
        }
        Absence::NoEarlierExport => {
            "no file is marked as an earlier export of the same records (in the mapping, as what the file is), or the records have no id"
        }
        Absence::NoHistory => {
            "the files hold only the current status, which says where a record is and not where it was; a date for each stage or a history of stages can tell"
        }
        Absence::NoMargin => "no margin is set",
        Absence::NotAlongTime => "it is known for a whole period only",
        Absence::NeedsPeriodBasis => "it asks for the basis “events of the period”",
        Absence::NotShared => {
            "records are shared among channels, and this figure needs whole records"
        }
        Absence::NotByDimension => "these rows can’t be split or filtered this way",
    },
    exclusion: |reason| match reason {
        Exclusion::WithoutDate => "without a date",
        Exclusion::OutsidePeriod => "outside the period",
        Exclusion::Filtered => "removed by filters",
    },
    finding,
    weight: |weight| match weight {
        Weight::Note => "Note",
        Weight::Check => "Check",
    },
    worker_restarted: "The file reader stopped and was started again. Your files are being read \
        again; your settings are safe.",
    worker_failed: |reason| Help {
        what: "The file reader can’t be started.".to_owned(),
        place: reason.to_owned(),
        todo: "Reload the page. If that does not help, try a recent Chrome, Edge, Firefox or \
            Safari."
            .to_owned(),
    },
    worker_misread: |reason| Help {
        what:
            "The page and its file reader did not understand each other, so an answer is missing."
                .to_owned(),
        place: reason.to_owned(),
        todo: "Reload the page and drop your files again; your settings are kept. The browser may \
            hold parts of two versions: if it happens again, empty its cache for this page."
            .to_owned(),
    },
    reload: "Reload the page",
    storage_full: "This browser has no room left to keep your settings. Save them as a file.",
    link_broken: "The link is incomplete, so the shared report can’t be opened. Ask for it again, \
        or for the file.",
    not_a_document: |reason| format!("This is not a saved Tundish report: {reason}."),
    browser_too_old: "This browser is too old for Tundish. A recent Chrome, Edge, Firefox or \
        Safari will do.",
};

fn issue_line(kind: IssueKind, n: u64) -> String {
    let cells = || count(n, "cell", "cells");
    let rows = || count(n, "row", "rows");
    let lines = || count(n, "line", "lines");
    let columns = || count(n, "column", "columns");
    match kind {
        IssueKind::UnreadCell => {
            let counts = if n == 1 { "counts" } else { "count" };
            format!("{} could not be read and {counts} as empty.", cells())
        }
        IssueKind::ShortRow => {
            format!("{} with too few cells; the missing ones count as empty.", rows())
        }
        IssueKind::LongRow => format!("{} with more cells than the header has.", rows()),
        IssueKind::BadBytes => format!("{} with bytes that do not fit the encoding.", lines()),
        IssueKind::UnclosedQuote => format!("{} not closed.", count(n, "quote is", "quotes are")),
        IssueKind::TitleLine => format!("{} above the header set aside.", lines()),
        IssueKind::TotalsRow => {
            format!(
                "{} set aside, so that nothing is counted twice.",
                count(n, "totals row", "totals rows")
            )
        }
        IssueKind::FooterLine => format!("{} below the table set aside.", lines()),
        IssueKind::RepeatedHeader => {
            format!(
                "{} repeated; the later ones carry a number.",
                count(n, "header is", "headers are")
            )
        }
        IssueKind::BlankHeader => format!("{} without a header.", columns()),
        IssueKind::AmbiguousDates => {
            format!("{} where day and month can’t be told apart.", columns())
        }
        IssueKind::AmbiguousNumbers => {
            format!("{} where thousands and decimals can’t be told apart.", columns())
        }
        IssueKind::EncodingTurns => {
            format!("{} where the file turns to another encoding.", count(n, "place", "places"))
        }
        IssueKind::TwiceEncoded => {
            format!(
                "{} garbled before the export: encoded twice.",
                count(n, "text was", "texts were")
            )
        }
        IssueKind::SecondTable => format!("{} of another table below set aside.", lines()),
        IssueKind::SubtotalRow => {
            let rows = count(n, "row looks", "rows look");
            format!("{rows} like a subtotal and may be counted twice.")
        }
        IssueKind::HeaderRow => {
            let rows = count(n, "row repeats", "rows repeat");
            format!("{rows} the header and left out.")
        }
        IssueKind::TextAfterQuote => {
            format!("{} text after the closing quote.", count(n, "cell has", "cells have"))
        }
        IssueKind::Corrected => format!("{} read as you said.", count(n, "cell is", "cells are")),
    }
}

fn issue(issue: &Issue) -> String {
    let text = &issue.text;
    match issue.kind {
        IssueKind::UnreadCell => match issue.expected {
            Some(kind) => format!("“{text}” can’t be read as {}", (NAMES.column_type)(kind)),
            None => format!("“{text}” can’t be read"),
        },
        IssueKind::ShortRow => "too few cells".to_owned(),
        IssueKind::LongRow => format!("surplus cells: {text}"),
        IssueKind::BadBytes => "bytes that do not fit the encoding, shown as �".to_owned(),
        IssueKind::UnclosedQuote => "a quote opens here and never closes".to_owned(),
        IssueKind::TitleLine => format!("title: {text}"),
        IssueKind::TotalsRow => format!("totals: {text}"),
        IssueKind::FooterLine => format!("footer: {text}"),
        IssueKind::RepeatedHeader => format!("the header “{text}” occurs again"),
        IssueKind::BlankHeader => "a column without a header".to_owned(),
        IssueKind::AmbiguousDates => format!("read as {text}; choose the order if that is wrong"),
        IssueKind::AmbiguousNumbers => {
            format!("read as {text}; choose the decimal sign if that is wrong")
        }
        IssueKind::EncodingTurns => format!("from here on the file is in {text}"),
        IssueKind::TwiceEncoded => {
            format!("“{text}” was garbled by the program that wrote the file")
        }
        IssueKind::SecondTable => format!("another table: {text}"),
        IssueKind::SubtotalRow => format!("subtotal, kept as a row: {text}"),
        IssueKind::HeaderRow => format!("the header again: {text}"),
        IssueKind::TextAfterQuote => format!("text after the closing quote: {text}"),
        IssueKind::Corrected => format!("“{text}” is read as you said"),
    }
}

pub fn place(place: &Location) -> String {
    let line = place.line.map(|n| format!("line {}", L.count(n.into())));
    let record = place.record.filter(|_| line.is_none());
    join_parts([
        Some(place.file.clone()),
        line,
        record.map(|n| format!("record {}", L.count(n.into()))),
        place.column.as_ref().map(|c| format!("column “{c}”")),
    ])
}

fn build_error(error: &BuildError) -> Help {
    let help = |what: String, place: &str, todo: &str| Help {
        what,
        place: place.to_owned(),
        todo: todo.to_owned(),
    };
    match error {
        BuildError::NoRecords => help(
            "There is nothing to count yet.".to_owned(),
            "",
            "Say on the mapping screen which file holds deals, leads or ad spend.",
        ),
        BuildError::FileMissing { file } => help(
            "A file of this report is not here.".to_owned(),
            file,
            "Drop it on the data screen.",
        ),
        BuildError::ColumnMissing { file, column } => help(
            format!("The column “{column}” is not in the file any more."),
            file,
            "Choose another column on the mapping screen, or export the file with it.",
        ),
        BuildError::Document { reason } => help(
            format!("The saved report can’t be read: {reason}."),
            "",
            "Open another file, or update Tundish if the file is newer.",
        ),
    }
}
