//! A report as text: what it is about, its blocks, what to check. Not here: the blocks' own tables
//! (`blocks`).

use crate::blocks;
use crate::cards;
use crate::inspect::issues;
use crate::lines::one_line;
use crate::questions;
use tundish::engine::dimension::Dimension;
use tundish::engine::document::Document;
use tundish::engine::filter::{Filter, PeriodSpec};
use tundish::engine::formula::OwnHead;
use tundish::engine::funnel::Outcome;
use tundish::engine::mapping::Channel;
use tundish::engine::profile::FileProfile;
use tundish::engine::report::{Absence, Answer, BlockSpec, Report, Scope, SpreadView};
use tundish::i18n::{Strings, Weight, weight};

pub fn text(
    document: &Document,
    report: &Report,
    profiles: &[&FileProfile],
    words: &Strings,
) -> String {
    let mut lines = Vec::new();
    let title = Some(document.title.as_str()).filter(|t| !t.trim().is_empty());
    heading(&mut lines, title.unwrap_or(words.report.untitled), '=');
    for profile in profiles {
        lines.push(format!("{} · {}", profile.name, (words.data.rows)(profile.rows)));
        lines.extend(issues(profile, 0, words));
    }
    heading(&mut lines, words.report.scope_title, '-');
    lines.extend(scope(document, &report.scope, words));
    let currency = report.scope.currency.as_deref();
    let own = &report.scope.own;
    let compared = report.scope.compared;
    for (at, (spec, answer)) in document.report.blocks.iter().zip(&report.blocks).enumerate() {
        heading(&mut lines, &block_title(spec, answer, words, own), '-');
        if !spec.filters().is_empty() {
            let here = filters(spec.filters(), words);
            lines.push(format!("{}: {here}", words.asking.here_only));
        }
        lines.extend(match answer {
            Answer::Kpis(kpis) => cards::kpis(kpis, (currency, compared), words, own),
            Answer::Funnel(funnel) => {
                let mut lines = blocks::funnel(funnel, compared, words);
                lines.extend(questions::tables(answer, currency, words));
                lines
            }
            Answer::Breakdown(breakdown) => blocks::breakdown(breakdown, currency, words, own),
            Answer::Trend(trend) => blocks::trend(trend, currency, words, own),
            Answer::Pivot(pivot) => blocks::pivot(pivot, currency, words, own),
            Answer::Cohorts(cohorts) => questions::cohorts(cohorts, currency, words),
            Answer::Spread(spread) if spread.view == SpreadView::Histogram => {
                questions::spread(spread, currency, words)
            }
            Answer::Spread(_) => questions::tables(answer, currency, words),
            Answer::Attribution(found) => questions::attribution(found, currency, words),
            Answer::Reasons(_)
            | Answer::Transitions(_)
            | Answer::Flow(_)
            | Answer::Calls(_)
            | Answer::PipelineChange(_) => questions::tables(answer, currency, words),
            Answer::Absent(why) => vec![absent(why, words)],
        });
        lines.extend(words.changing(report, at));
    }
    heading(&mut lines, words.report.findings_title, '-');
    lines.extend(findings(report, words));
    lines.iter().map(|line| one_line(line) + "\n").collect()
}

fn heading(lines: &mut Vec<String>, text: &str, rule: char) {
    if !lines.is_empty() {
        lines.push(String::new());
    }
    let text = one_line(text);
    lines.push(text.clone());
    lines.push(rule.to_string().repeat(text.chars().count()));
}

fn absent(why: &Absence, words: &Strings) -> String {
    (words.report.absent_because)((words.trouble.absence)(why))
}

/// What a block is called, whether it has an answer or not.
fn block_title(spec: &BlockSpec, answer: &Answer, words: &Strings, own: &[OwnHead]) -> String {
    let report = &words.report;
    match spec {
        BlockSpec::Kpis(_) => report.kpis_title.to_owned(),
        BlockSpec::Funnel(spec) => match &spec.split {
            Some(split) => (words.funnel_split.title)(&(words.names.dimension)(split)),
            None => report.funnel_title.to_owned(),
        },
        BlockSpec::Breakdown(spec) => match spec.dimension {
            Dimension::Channel => report.channels_title.to_owned(),
            _ => words.breakdown_by(&spec.dimension),
        },
        BlockSpec::Trend(spec) => {
            let names = spec.measures.iter().map(|m| words.measure(*m, own));
            (report.trend_title)(&names.collect::<Vec<_>>().join(", "), spec.grain)
        }
        BlockSpec::Pivot(spec) => {
            let answer = match answer {
                Answer::Pivot(pivot) => Some(pivot),
                _ => None,
            };
            words.pivot_called(spec, answer, own)
        }
        BlockSpec::Cohorts(spec) => (words.question.cohorts_title)(spec.figure),
        BlockSpec::Attribution(spec) => (words.attribution.title)(spec.of),
        BlockSpec::Reasons(spec) => (words.reasons.title)(spec.of).to_owned(),
        BlockSpec::Transitions(_) => words.moves.transitions.to_owned(),
        BlockSpec::Flow(_) => words.moves.flow.to_owned(),
        BlockSpec::Calls(spec) => (words.calls.title)(spec.figure),
        BlockSpec::PipelineChange(_) => words.pipeline_change.name.to_owned(),
        BlockSpec::Spread(spec) => {
            (words.question.spread_title)(&(words.question.spread_of)(&spec.of))
        }
    }
}

fn scope(document: &Document, scope: &Scope, words: &Strings) -> Vec<String> {
    let (report, locale, spec) = (&words.report, words.locale, &document.report);
    let mut lines = Vec::new();
    let choice = (report.period_choice)(spec.period);
    let mut period = format!("{}: {choice}", report.period);
    if let Some(days) = scope.period.filter(|_| !matches!(spec.period, PeriodSpec::Between(_))) {
        period += &format!(" ({})", locale.period(days));
    }
    let previous = scope.previous.map(|p| (report.versus)(&locale.period(p)));
    lines.push([Some(period), previous].into_iter().flatten().collect::<Vec<_>>().join(" "));
    let extent = scope.extent.map(|p| (report.extent)(&locale.period(p)));
    let as_of = scope.as_of.map(|day| (report.as_of)(&locale.day(day)));
    let known: Vec<String> = extent.into_iter().chain(as_of).collect();
    if !known.is_empty() {
        lines.push(known.join(" · "));
    }
    lines.push((report.basis_line)((words.names.basis_text)(scope.basis)));
    lines.push(format!("{}: {}", report.policy, (words.names.policy)(scope.policy)));
    if !spec.filters.is_empty() {
        lines.push(format!("{}: {}", report.filters, filters(&spec.filters, words)));
    }
    lines.push((report.records_in_scope)(scope.in_scope, scope.records));
    if !scope.excluded.is_empty() {
        let excluded = scope.excluded.iter();
        let excluded = excluded
            .map(|(why, n)| format!("{} {}", locale.count(*n), (words.trouble.exclusion)(*why)));
        let excluded = excluded.collect::<Vec<_>>().join(", ");
        lines.push(format!("{}: {excluded}", report.excluded_title));
    }
    lines.extend(currencies(scope, words));
    lines
}

/// The report's own currency, and the others with what is not added.
fn currencies(scope: &Scope, words: &Strings) -> Vec<String> {
    let own = scope.currency.as_deref();
    let own_line = own.map(|code| format!("{}: {code}", words.report.currency));
    let others = scope.currencies.iter().filter(|c| c.currency != own.unwrap_or_default());
    let others = others.map(|c| {
        let is_named = !c.currency.is_empty();
        let name = if is_named { &c.currency } else { words.report.currency_unnamed };
        let amount = words
            .locale
            .money(c.won_amount, Some(&c.currency).filter(|_| is_named).map(String::as_str));
        (words.report.other_currency)(name, c.records, &amount)
    });
    own_line.into_iter().chain(others).collect()
}

fn filter(filter: &Filter, words: &Strings) -> String {
    words.filter(filter, &|value| filter_value(&filter.dimension, value, words))
}

/// Filters in one line, alternatives by or.
fn filters(all: &[Filter], words: &Strings) -> String {
    let mut line = String::new();
    for (at, one) in all.iter().enumerate() {
        if at > 0 {
            line += &if one.or { format!(" {} ", words.asking.or) } else { "; ".to_owned() };
        }
        line += &filter(one, words);
    }
    line
}

/// A filter names groups by keys (see [`Filter::key`]); those that are words of the program's own
/// are said in the reader's language.
fn filter_value(dimension: &Dimension, key: &str, words: &Strings) -> String {
    let outcome = |o| (words.names.outcome)(o).to_owned();
    let channel = || serde_json::from_value::<Channel>(key.into()).ok();
    match (dimension, key) {
        (_, "") => words.names.empty_value.to_owned(),
        (_, " unmatched") => words.names.unmatched.to_owned(),
        (Dimension::Channel, _) => channel().map_or(key.to_owned(), |c| words.channel(&c)),
        (Dimension::Stage | Dimension::Outcome, "won") => outcome(Outcome::Won),
        (Dimension::Stage | Dimension::Outcome, "lost") => outcome(Outcome::Lost),
        (Dimension::Outcome, "open") => outcome(Outcome::Open),
        _ => key.to_owned(),
    }
}

/// What to look at first comes first; else in the audit's order.
fn findings(report: &Report, words: &Strings) -> Vec<String> {
    if report.findings.is_empty() {
        return vec![words.report.no_findings.to_owned()];
    }
    let mut findings: Vec<_> = report.findings.iter().map(|f| (weight(f), f)).collect();
    findings.sort_by_key(|(weight, _)| *weight != Weight::Check);
    let lines = findings.into_iter().flat_map(|(weight, finding)| {
        let said = (words.trouble.finding)(finding);
        let tag = (words.trouble.weight)(weight);
        [format!("{tag}: {}", said.text), format!("    {}", said.advice)]
    });
    lines.collect()
}
