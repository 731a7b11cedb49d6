//! What a file holds, for people: how it is written, its columns, what could not be read. Not here:
//! its rows (`list`).

use crate::lines::{Columns, one_line};
use tundish::engine::issue::IssueKind;
use tundish::engine::profile::{ColumnProfile, FileProfile};
use tundish::i18n::Strings;

/// How many places of an issue are shown. A listing names them all.
const PLACES: usize = 3;

pub fn inspect(profiles: &[FileProfile], words: &Strings) -> String {
    let texts: Vec<String> = profiles.iter().map(|p| text(p, words)).collect();
    texts.join("\n")
}

fn text(p: &FileProfile, words: &Strings) -> String {
    let data = &words.data;
    let columns = (data.columns)(p.columns.len() as u64);
    let size = [(data.rows)(p.rows), columns, words.locale.bytes(p.bytes)];
    let mut lines = vec![format!("{}: {}", p.name, size.join(", ")), dialect(p, words)];
    let mut columns = Columns::new(3);
    for column in &p.columns {
        let kind = (words.names.column_tag)(column.kind).to_owned();
        columns.rows.push(vec![format!("  {}", column.header), kind, describe(column, words)]);
    }
    lines.extend(columns.lines());
    lines.extend(issues(p, PLACES, words));
    lines.iter().map(|line| one_line(line) + "\n").collect()
}

fn dialect(p: &FileProfile, words: &Strings) -> String {
    let (data, d) = (&words.data, &p.dialect);
    let mut parts = vec![d.encoding.clone()];
    if d.bom {
        parts.push(data.with_bom.to_owned());
    }
    parts.push((data.delimiter)(d.delimiter));
    parts.push(match d.header_record {
        Some(record) => (data.header_on_line)(record),
        None => data.no_header.to_owned(),
    });
    format!("  {}", parts.join(" · "))
}

fn describe(c: &ColumnProfile, words: &Strings) -> String {
    let data = &words.data;
    let mut parts: Vec<String> = c.currency.iter().cloned().collect();
    parts.extend(c.format.date_order.map(|order| (data.date_order)(order).to_owned()));
    parts.extend(c.format.decimal.map(|sign| (data.decimal)(sign).to_owned()));
    parts.push((data.column_filled)(c.filled));
    parts.push((data.column_distinct)(c.distinct));
    if c.missing > 0 {
        parts.push((data.column_empty)(c.missing));
    }
    if c.unread > 0 {
        parts.push((data.column_unread)(c.unread));
    }
    if let Some(range) = words.column_range(c) {
        parts.push(range);
    } else if let Some((most, n)) = c.top.first() {
        parts.push(format!("{most} ({})", words.locale.count(*n)));
    }
    if c.format.ambiguous {
        parts.push(data.column_assumed.to_owned());
    }
    parts.join(" · ")
}

/// What is odd in a file, a line a kind with its first places, and the lines that are not in the
/// table.
pub fn issues(p: &FileProfile, places: usize, words: &Strings) -> Vec<String> {
    let mut lines = Vec::new();
    for (kind, n) in &p.issues.counts {
        lines.push(format!("  {}", (words.trouble.issue_line)(*kind, *n)));
        let of_kind = p.issues.places.iter().filter(|i| i.kind == *kind && !is_aside(*kind));
        lines.extend(of_kind.take(places).map(|issue| {
            let place = words.place_in_file(&issue.place);
            format!("    {place}: {}", (words.trouble.issue)(issue))
        }));
    }
    lines.extend(p.set_aside.iter().map(|aside| {
        let cells = aside.cells.iter().map(String::as_str).filter(|c| !c.is_empty());
        let cells = cells.collect::<Vec<_>>().join(" · ");
        format!("  {}: {cells}", (words.data.aside)(aside.reason, aside.line))
    }));
    lines
}

/// These lines are shown one by one.
fn is_aside(kind: IssueKind) -> bool {
    matches!(
        kind,
        IssueKind::TitleLine
            | IssueKind::TotalsRow
            | IssueKind::FooterLine
            | IssueKind::SecondTable
            | IssueKind::HeaderRow
    )
}
