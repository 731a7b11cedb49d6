//! The first line of a listing: how the file is written, and what its columns hold.

use crate::engine::import::Newline;
use crate::engine::issue::{Issue, IssueKind};
use crate::engine::profile::{ColumnProfile, DateOrder, DecimalSign, FileProfile};
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
            ColumnType::Day | ColumnType::Moment => date_pattern(column),
            _ => number_pattern(decimal, format.group),
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

/// Such as `1.234,56`; `None` for plain digits.
fn number_pattern(decimal: Option<char>, group: Option<char>) -> Option<String> {
    let integer = match group {
        Some(group) => format!("1{group}234"),
        None => "1234".to_owned(),
    };
    match decimal {
        Some(sign) => Some(format!("{integer}{sign}56")),
        None => group.map(|_| integer),
    }
}

/// Such as `DD.MM.YYYY`: the most frequent date of the column with its numbers replaced.
fn date_pattern(column: &ColumnProfile) -> Option<String> {
    let order = column.format.date_order?;
    let (sample, _) = column.top.first()?;
    let usual = match order {
        DateOrder::YearMonthDay => ["YYYY", "MM", "DD"],
        DateOrder::DayMonthYear => ["DD", "MM", "YYYY"],
        DateOrder::MonthDayYear => ["MM", "DD", "YYYY"],
    };
    Some(pattern(sample, order).unwrap_or_else(|| usual.join("-")))
}

/// Replaces day, month and year in this order, then hour, minute and second. `None` where the
/// text holds other things.
fn pattern(sample: &str, order: DateOrder) -> Option<String> {
    let year_first = sample.get(..4).is_some_and(|y| y.bytes().all(|b| b.is_ascii_digit()));
    let named = sample.chars().any(char::is_alphabetic);
    let fields: &[char] = match order {
        _ if year_first => &['Y', 'M', 'D'],
        DateOrder::YearMonthDay => &['Y', 'M', 'D'],
        DateOrder::DayMonthYear => &['D', 'M', 'Y'],
        DateOrder::MonthDayYear => &['M', 'D', 'Y'],
    };
    if named {
        return None;
    }
    if sample.len() == 8 && sample.bytes().all(|b| b.is_ascii_digit()) {
        return Some("YYYYMMDD".to_owned());
    }
    let mut fields = fields.iter().chain(&['H', 'm', 's']);
    let mut out = String::new();
    let mut rest = sample;
    while let Some(first) = rest.chars().next() {
        if !first.is_ascii_digit() {
            out.push(first);
            rest = rest.get(first.len_utf8()..)?;
            continue;
        }
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let field = fields.next()?;
        // A day without its zero has one sign; the samples of a column may differ in it.
        out.extend(std::iter::repeat_n(*field, end));
        rest = rest.get(end..)?;
    }
    Some(out)
}
