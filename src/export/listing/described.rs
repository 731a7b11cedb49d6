//! The first line of a listing: how the file is written, and what its columns hold.

use super::pattern;
use crate::engine::import::Newline;
use crate::engine::issue::{Issue, IssueKind};
use crate::engine::profile::{ColumnProfile, DecimalSign, FileProfile};
use crate::engine::table::ColumnType;
use crate::i18n::Strings;
use serde::Serialize;

#[derive(Serialize)]
pub struct Described<'a> {
    encoding: String,
    bom: bool,
    delimiter: char,
    quote: Option<char>,
    escape: Option<char>,
    newline: &'static str,
    skipped: u32,
    header: Option<&'a [String]>,
    columns: Vec<DescribedColumn<'a>>,
}

#[derive(Serialize)]
struct DescribedColumn<'a> {
    name: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    format: Option<String>,
    decimal: Option<char>,
    group: Option<char>,
    ambiguous: bool,
    note: Option<String>,
}

impl<'a> Described<'a> {
    pub fn of(
        profile: &'a FileProfile,
        header: Option<&'a [String]>,
        words: &Strings,
    ) -> Described<'a> {
        let dialect = &profile.dialect;
        Described {
            encoding: dialect.encoding.to_lowercase(),
            bom: dialect.bom,
            delimiter: dialect.delimiter,
            quote: dialect.quote,
            escape: dialect.escape.or(dialect.quote),
            newline: match dialect.newline {
                Newline::Lf => "LF",
                Newline::CrLf => "CRLF",
                Newline::Cr => "CR",
                Newline::Mixed => "mixed",
            },
            skipped: dialect.skipped,
            header,
            columns: profile.columns.iter().map(|c| described(c, profile, words)).collect(),
        }
    }
}

fn described<'a>(
    column: &'a ColumnProfile,
    profile: &FileProfile,
    words: &Strings,
) -> DescribedColumn<'a> {
    let format = &column.format;
    let sign = |sign| match sign {
        DecimalSign::Point => '.',
        DecimalSign::Comma => ',',
    };
    let decimal = format.decimal.map(sign);
    DescribedColumn {
        name: &column.header,
        kind: type_name(column.kind),
        format: match column.kind {
            ColumnType::Day | ColumnType::Moment | ColumnType::Time => pattern::of_dates(column),
            _ => pattern::of_numbers(decimal, format.group),
        },
        decimal,
        group: format.group,
        ambiguous: format.ambiguous,
        note: note(column, profile, words),
    }
}

fn type_name(kind: ColumnType) -> &'static str {
    match kind {
        ColumnType::Text => "text",
        ColumnType::Integer | ColumnType::Decimal => "number",
        ColumnType::Money => "currency",
        ColumnType::Percent => "percent",
        ColumnType::Day => "date",
        ColumnType::Moment => "datetime",
        ColumnType::Time => "time",
        ColumnType::Flag => "boolean",
    }
}

/// The currency, what was understood beyond the type, and what was assumed.
fn note(column: &ColumnProfile, profile: &FileProfile, words: &Strings) -> Option<String> {
    let assumed = |issue: &&Issue| {
        matches!(issue.kind, IssueKind::AmbiguousDates | IssueKind::AmbiguousNumbers)
            && issue.place.column.as_ref() == Some(&column.header)
    };
    let assumption = profile.issues.places.iter().find(assumed).map(words.trouble.issue);
    let understood = column.format.notes.iter().map(|n| (words.names.format_note)(*n).to_owned());
    let parts: Vec<String> =
        column.currency.iter().cloned().chain(understood).chain(assumption).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}
