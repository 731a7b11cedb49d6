//! Profiles and reports as text for a terminal.

use super::words;
use tundish::engine::document::Document;
use tundish::engine::import::AsideReason;
use tundish::engine::issue::IssueKind;
use tundish::engine::profile::{ColumnProfile, DateOrder, DecimalSign, FileProfile};
use tundish::engine::report::{Answer, BlockSpec, Report};
use tundish::engine::table::ColumnType;
use tundish::export::{Cell, Sheet, SheetWords, answer_sheet};

/// How wide a column of names may become.
const WIDEST_NAME: usize = 40;

pub fn profiles(profiles: &[FileProfile]) -> String {
    let texts: Vec<String> = profiles.iter().map(profile).collect();
    texts.join("\n")
}

fn profile(p: &FileProfile) -> String {
    let locale = words().locale;
    let d = &p.dialect;
    let mut lines = vec![format!(
        "{}: {} rows, {} columns, {}",
        p.name,
        locale.count(p.rows),
        p.columns.len(),
        locale.bytes(p.bytes)
    )];
    let mark = if d.bom { " with byte order mark" } else { "" };
    let delimiter = match d.delimiter {
        ',' => "comma".to_owned(),
        ';' => "semicolon".to_owned(),
        '\t' => "tab".to_owned(),
        other => other.to_string(),
    };
    let header = match d.header_record {
        Some(n) => format!("header in record {n}"),
        None => "no header".to_owned(),
    };
    lines.push(format!("  {}{mark}, delimiter {delimiter}, {header}", d.encoding));
    let width = p.columns.iter().map(|c| c.header.chars().count()).max().unwrap_or(0);
    let width = width.min(WIDEST_NAME);
    for column in &p.columns {
        lines.push(format!("  {:width$}  {}", column.header, describe(column)));
    }
    for aside in &p.set_aside {
        let reason = match aside.reason {
            AsideReason::Title => "title",
            AsideReason::Totals => "totals",
            AsideReason::Footer => "footer",
        };
        lines.push(format!("  line {}, {reason}: {}", aside.line, aside.cells.join(" · ")));
    }
    for (kind, n) in &p.issues.counts {
        lines.push(format!("  {}", (words().trouble.issue_line)(*kind, *n)));
        let mut places = p.issues.places.iter().filter(|i| i.kind == *kind).take(3);
        // Set-aside lines were shown above.
        while let Some(issue) = places.next().filter(|_| !is_aside(*kind)) {
            let place = words().place_in_file(&issue.place);
            lines.push(format!("    {place}: {}", issue.text.escape_debug()));
        }
    }
    lines.join("\n") + "\n"
}

fn is_aside(kind: IssueKind) -> bool {
    matches!(kind, IssueKind::TitleLine | IssueKind::TotalsRow | IssueKind::FooterLine)
}

fn describe(c: &ColumnProfile) -> String {
    let kind = (words().names.column_type)(c.kind);
    let kind = kind.trim_start_matches("an ").trim_start_matches("a ").to_owned();
    let mut parts = vec![match &c.currency {
        Some(currency) => format!("{kind} {currency}"),
        None => kind,
    }];
    if let Some(order) = c.format.date_order {
        parts.push(match order {
            DateOrder::YearMonthDay => "year first".to_owned(),
            DateOrder::DayMonthYear => "day first".to_owned(),
            DateOrder::MonthDayYear => "month first".to_owned(),
        });
    }
    if c.format.decimal == Some(DecimalSign::Comma) {
        parts.push("decimal comma".to_owned());
    }
    if c.format.ambiguous {
        parts.push("ambiguous".to_owned());
    }
    parts.push(format!("{} filled", words().locale.count(c.filled)));
    parts.push(format!("{} distinct", words().locale.count(c.distinct)));
    if c.missing > 0 {
        parts.push(format!("{} missing", words().locale.count(c.missing)));
    }
    if c.unread > 0 {
        parts.push(format!("{} unread", words().locale.count(c.unread)));
    }
    if c.kind == ColumnType::Text {
        if let Some((most, n)) = c.top.first() {
            parts.push(format!("most often “{most}” ({})", words().locale.count(*n)));
        }
    } else if !c.least.is_empty() {
        parts.push(format!("{} to {}", c.least, c.greatest));
    }
    parts.join(", ")
}

pub fn report(document: &Document, report: &Report) -> String {
    let w = words();
    let mut text = String::new();
    if !document.title.is_empty() {
        text += &format!("{}\n\n", document.title);
    }
    let period = report.scope.period.or(report.scope.extent);
    if let Some(period) = period {
        text += &format!("{}: {}\n", w.report.period, w.locale.period(period));
    }
    text += &format!("{}\n", (w.names.basis_text)(report.scope.basis));
    if let Some(currency) = &report.scope.currency {
        text += &format!("{}: {currency}\n", w.report.currency);
    }
    for sum in report.scope.currencies.iter().skip(1) {
        let amount = w.locale.money(sum.won_amount, Some(&sum.currency));
        text += &format!("{}\n", (w.report.other_currency)(&sum.currency, sum.records, &amount));
    }
    for (block, answer) in document.report.blocks.iter().zip(&report.blocks) {
        text += &format!("\n{}\n", title(block));
        text += &match answer {
            Answer::Absent(absence) => format!("  {}\n", (w.trouble.absence)(absence)),
            answer => answer_sheet(answer, &sheet_words()).map(|s| table(&s)).unwrap_or_default(),
        };
        if let Answer::Kpis(kpis) = answer {
            for card in &kpis.cards {
                if let Some(absence) = &card.absent {
                    let name = (w.names.measure)(card.measure).name;
                    text += &format!("  {name}: {}\n", (w.trouble.absence)(absence));
                }
            }
        }
    }
    if !report.findings.is_empty() {
        text += &format!("\n{}\n", w.report.findings_title);
    }
    for finding in &report.findings {
        let finding = (w.trouble.finding)(finding);
        text += &format!("  {} {}\n", finding.text, finding.advice);
    }
    text
}

fn title(block: &BlockSpec) -> String {
    let w = words();
    match block {
        BlockSpec::Kpis(_) => w.report.kpis_title.to_owned(),
        BlockSpec::Funnel(_) => w.report.funnel_title.to_owned(),
        BlockSpec::Breakdown(spec) => {
            (w.report.breakdown_title)(&(w.names.dimension)(&spec.dimension))
        }
        BlockSpec::Trend(spec) => {
            let names = spec.measures.iter().map(|m| (w.names.measure)(*m).name);
            (w.report.trend_title)(&names.collect::<Vec<_>>().join(", "), spec.grain)
        }
        BlockSpec::Pivot(_) => w.report.pivot_title.to_owned(),
    }
}

fn sheet_words() -> SheetWords<'static> {
    let w = words();
    let r = &w.report;
    SheetWords {
        label: &|label| words().label(label),
        measure: &|measure| (words().names.measure)(measure).name.to_owned(),
        dimension: &|dimension| (words().names.dimension)(dimension),
        total: w.names.total,
        period: r.period,
        kpi: ["", "", r.before],
        funnel: [r.stage, r.reached, r.of_previous, r.of_first, r.dropped, r.median_days, r.before],
    }
}

/// A sheet with its columns in line: names to the left, figures to the right.
fn table(sheet: &Sheet) -> String {
    let mut lines: Vec<Vec<(String, bool)>> = Vec::new();
    lines.push(sheet.headers.iter().enumerate().map(|(i, h)| (h.clone(), i > 0)).collect());
    for row in &sheet.rows {
        lines
            .push(row.iter().map(|cell| (written(cell), !matches!(cell, Cell::Text(_)))).collect());
    }
    let columns = lines.iter().map(Vec::len).max().unwrap_or(0);
    let width = |i: usize| {
        lines.iter().filter_map(|l| l.get(i)).map(|(t, _)| t.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for line in &lines {
        let mut out = String::from(" ");
        for ((cell, right), width) in line.iter().zip(&widths) {
            out += &if *right { format!(" {cell:>width$} ") } else { format!(" {cell:<width$} ") };
        }
        text += out.trim_end();
        text.push('\n');
    }
    text
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(n) => words().locale.number_trimmed(*n, 2),
        Cell::Share(share) => words().locale.percent(*share, 1),
        Cell::Day(day) => day.to_string(),
        Cell::Empty => tundish::format::EMPTY.to_owned(),
    }
}
