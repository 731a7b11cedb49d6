//! A whole report as plain text, for goldens: every figure, its parts and its cautions.

use std::fmt::Write;
use tundish::engine::dimension::Label;
use tundish::engine::report::*;
use tundish::engine::value::Quantity;

pub fn plain(report: &Report) -> String {
    let mut out = String::new();
    let _ = head(&mut out, &report.scope);
    for block in &report.blocks {
        let _ = match block {
            Answer::Kpis(kpis) => cards(&mut out, kpis),
            Answer::Funnel(funnel) => ladder(&mut out, funnel),
            Answer::Breakdown(table) => breakdown(&mut out, table),
            Answer::Trend(trend) => time(&mut out, trend),
            Answer::Pivot(pivot) => cross(&mut out, pivot),
            Answer::Cohorts(c) => writeln!(out, "\n# cohorts {c:?}"),
            Answer::Spread(s) => writeln!(out, "\n# spread {s:?}"),
            Answer::Attribution(a) => writeln!(out, "\n# attribution {a:?}"),
            Answer::Transitions(t) => writeln!(out, "\n# transitions {t:?}"),
            Answer::Flow(f) => writeln!(out, "\n# flow {f:?}"),
            Answer::Calls(c) => writeln!(out, "\n# calls {c:?}"),
            Answer::PipelineChange(p) => writeln!(out, "\n# pipeline change {p:?}"),
            Answer::Reasons(r) => writeln!(out, "\n# reasons {r:?}"),
            Answer::Absent(why) => writeln!(out, "\n# absent: {why:?}"),
        };
    }
    out
}

fn days(period: Option<tundish::engine::filter::Period>) -> String {
    period.map_or("-".to_owned(), |p| format!("{}..{}", p.first, p.last))
}

fn head(out: &mut String, s: &Scope) -> std::fmt::Result {
    writeln!(out, "# scope")?;
    writeln!(out, "period {} previous {}", days(s.period), days(s.previous))?;
    let as_of = s.as_of.map_or("-".to_owned(), |d| d.to_string());
    writeln!(out, "extent {} as of {as_of}", days(s.extent))?;
    writeln!(out, "{:?} {:?}", s.basis, s.policy)?;
    let currency = s.currency.as_deref().unwrap_or("-");
    writeln!(out, "records {} in scope {} currency {currency}", s.records, s.in_scope)?;
    for (why, n) in &s.excluded {
        writeln!(out, "left out {why:?} {n}")?;
    }
    for c in &s.currencies {
        writeln!(out, "money {} records {} won {} {}", c.currency, c.records, c.won, c.won_amount)?;
    }
    Ok(())
}

/// `0.75 = 6 / 8 [0.41, 0.93] !SmallDenominator`
fn figure(q: &Quantity) -> String {
    let mut text = number(q.value);
    match (q.numerator, q.denominator) {
        (Some(n), Some(d)) => text += &format!(" = {} / {}", number(Some(n)), number(Some(d))),
        (None, Some(d)) => text += &format!(" of {}", number(Some(d))),
        _ => {}
    }
    if let Some((low, high)) = q.interval {
        text += &format!(" [{}, {}]", number(Some(low)), number(Some(high)));
    }
    for caution in &q.cautions {
        text += &format!(" !{caution:?}");
    }
    text
}

/// Nine digits after the point at most, so that a golden is not about the last bit.
fn number(value: Option<f64>) -> String {
    value.map_or("–".to_owned(), |v| {
        let text = format!("{v:.9}");
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    })
}

fn name(label: &Label) -> String {
    match label {
        Label::Channel(channel) => format!("{channel:?}"),
        Label::Stage(text) | Label::Text(text) => text.clone(),
        Label::Date(_, day) => day.to_string(),
        other => format!("{other:?}"),
    }
}

fn names(labels: &[Label]) -> String {
    labels.iter().map(name).collect::<Vec<_>>().join(" / ")
}

fn cards(out: &mut String, kpis: &Kpis) -> std::fmt::Result {
    writeln!(out, "\n# cards")?;
    for card in &kpis.cards {
        if let Some(why) = &card.absent {
            writeln!(out, "{:?}: absent, {why:?}", card.measure)?;
            continue;
        }
        writeln!(out, "{:?}: {}", card.measure, figure(&card.now))?;
        if let Some(before) = &card.before {
            writeln!(out, "  before {}", figure(before))?;
        }
        let spark: Vec<String> = card.spark.iter().map(|v| number(*v)).collect();
        writeln!(out, "  by month {}", spark.join(" "))?;
    }
    Ok(())
}

fn ladder(out: &mut String, f: &Funnel) -> std::fmt::Result {
    writeln!(out, "\n# funnel")?;
    writeln!(out, "entered {} won {} lost {} open {}", f.entered, f.won, f.lost, f.open)?;
    writeln!(out, "unknown depth {} unmapped {}", f.unknown_depth, f.unmapped)?;
    writeln!(out, "end to end {}", figure(&f.end_to_end))?;
    for s in &f.stages {
        write!(
            out,
            "{}: {} ({} seen, {} implied)",
            name(&s.label),
            s.reached,
            s.observed,
            s.implied
        )?;
        let previous = s.of_previous.as_ref().map_or("–".to_owned(), figure);
        write!(out, " of previous {previous}; of first {}", figure(&s.of_first))?;
        let before = s.reached_before.map_or("–".to_owned(), |n| n.to_string());
        writeln!(out, "; before {before}; dropped {}; days {}", s.dropped, number(s.median_days))?;
    }
    Ok(())
}

fn absences<M: std::fmt::Debug>(out: &mut String, absent: &[(M, Absence)]) -> std::fmt::Result {
    absent.iter().try_for_each(|(m, why)| writeln!(out, "absent {m:?}: {why:?}"))
}

fn figures(quantities: &[Quantity]) -> String {
    quantities.iter().map(figure).collect::<Vec<_>>().join(" | ")
}

fn breakdown(out: &mut String, table: &Breakdown) -> std::fmt::Result {
    writeln!(out, "\n# by {:?}: {:?}", table.dimension, table.measures)?;
    absences(out, &table.absent)?;
    for row in &table.rows {
        writeln!(out, "{}: {}", name(&row.label), figures(&row.cells))?;
    }
    writeln!(out, "total: {}", figures(&table.total))
}

fn time(out: &mut String, trend: &Trend) -> std::fmt::Result {
    writeln!(out, "\n# trend by {:?}: {:?}", trend.grain, trend.measures)?;
    absences(out, &trend.absent)?;
    for (at, start) in trend.starts.iter().enumerate() {
        let values: Vec<String> = trend.values.iter().map(|v| figure(&v[at])).collect();
        writeln!(out, "{start}: {}", values.join(" | "))?;
    }
    writeln!(out, "last is partial: {}", trend.last_is_partial)
}

fn cross(out: &mut String, pivot: &Pivot) -> std::fmt::Result {
    let (rows, columns) = (&pivot.row_dimensions, &pivot.column_dimensions);
    writeln!(out, "\n# {rows:?} × {columns:?}: {:?}", pivot.measures)?;
    absences(out, &pivot.absent)?;
    writeln!(
        out,
        "columns: {}",
        pivot.columns.iter().map(|c| names(c)).collect::<Vec<_>>().join(" | ")
    )?;
    for (at, row) in pivot.rows.iter().enumerate() {
        let cells: Vec<String> = pivot.cells[at].iter().map(|c| figures(c)).collect();
        writeln!(
            out,
            "{}: {} | = {}",
            names(row),
            cells.join(" | "),
            figures(&pivot.row_totals[at])
        )?;
    }
    let totals: Vec<String> = pivot.column_totals.iter().map(|c| figures(c)).collect();
    writeln!(out, "total: {} | = {}", totals.join(" | "), figures(&pivot.grand))
}
