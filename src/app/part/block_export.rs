//! What a block gives away: its table as CSV, its charts as PNG and SVG.

use crate::app::action::App;
use crate::app::download;
use crate::app::part::block_frame::ReportMemo;
use crate::app::part::chart_canvas;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::chart::{Caption, Theme};
use crate::engine::dimension::Dimension;
use crate::engine::formula::OwnHead;
use crate::engine::report::{Answer, Compared, Report, Scope};
use crate::export::block_chart::{BlockChart, block_charts, scope_line};
use crate::export::{Sheet, SheetWords, answer_sheets, chart_svg, funnel_split_table, sheets_csv};
use crate::i18n::{Strings, strings_for};
use leptos::prelude::*;
use std::sync::Arc;

/// Width of an exported chart in CSS px.
const CHART_WIDTH: f64 = 900.0;

/// The words of the chosen language, outside of any view.
pub fn words_now(app: App) -> &'static Strings {
    strings_for(app.state.session().locale().get_untracked(), app.records.get_untracked())
}

/// The report's title, or what stands for it.
pub fn title_now(app: App) -> String {
    let title = app.state.document().read_untracked().title.trim().to_owned();
    if title.is_empty() { words_now(app).report.untitled.to_owned() } else { title }
}

/// What a block is called.
pub fn block_title(answer: &Answer, words: &Strings, own: &[OwnHead]) -> String {
    let report = &words.report;
    match answer {
        Answer::Kpis(_) => report.kpis_title.to_owned(),
        Answer::Funnel(funnel) => match &funnel.split {
            Some(split) => funnel_split_table::title(split, words),
            None => report.funnel_title.to_owned(),
        },
        Answer::Breakdown(b) => match b.dimension {
            Dimension::Channel => report.channels_title.to_owned(),
            _ => words.breakdown_by(&b.dimension),
        },
        Answer::Trend(t) => (report.trend_title)(&words.measures(&t.measures, own), t.grain),
        Answer::Pivot(p) => {
            let axes = (p.row_dimensions.as_slice(), p.column_dimensions.as_slice());
            words.pivot_title(axes, (&p.measures, &p.show), own)
        }
        Answer::Cohorts(c) => (words.question.cohorts_title)(c.figure),
        Answer::Spread(s) => (words.question.spread_title)(&(words.question.spread_of)(&s.of)),
        Answer::Attribution(a) => (words.attribution.title)(a.of),
        Answer::Reasons(r) => (words.reasons.title)(r.of).to_owned(),
        Answer::Transitions(_) => words.moves.transitions.to_owned(),
        Answer::Flow(_) => words.moves.flow.to_owned(),
        Answer::Calls(c) => (words.calls.title)(c.figure),
        Answer::PipelineChange(_) => words.pipeline_change.name.to_owned(),
        Answer::Absent(_) => String::new(),
    }
}

pub fn save_csv(app: App, report: ReportMemo, index: usize) {
    let Some((report, words)) = now(app, report) else { return };
    let Some(answer) = report.blocks.get(index) else { return };
    let sheets = sheets(answer, words, &report.scope);
    if !sheets.is_empty() {
        let name = file_name(app, &block_title(answer, words, &report.scope.own), "csv");
        let csv = sheets_csv(&sheets, words.locale.decimal_sign());
        download::offer(&name, "text/csv;charset=utf-8", csv.as_bytes());
    }
}

/// The tables of an answer with the words of a language.
fn sheets(answer: &Answer, words: &Strings, scope: &Scope) -> Vec<(String, Sheet)> {
    let (report, own) = (&words.report, scope.own.as_slice());
    let before = match scope.compared {
        Some(compared) if compared != Compared::Earlier => (words.compare.name)(compared),
        _ => report.before,
    };
    answer_sheets(
        answer,
        &SheetWords {
            label: &|label| words.label(label),
            measure: &|id| words.measure(id, own),
            shown: &|id, show| words.measure_as(id, show, own),
            asking: &words.asking,
            strings: words,
            dimension: &|dimension| (words.names.dimension)(dimension),
            total: words.names.total,
            question: &words.question,
            attribution: &words.attribution,
            period: report.period,
            kpi: [report.measure, report.now, before],
            funnel: [
                report.stage,
                report.reached,
                report.of_previous,
                report.of_first,
                report.observed,
                report.implied,
                words.shape.out_of_order,
                report.dropped,
                report.median_days,
                before,
            ],
        },
    )
}

pub fn save_svg(app: App, report: ReportMemo, index: usize) {
    for (chart, caption) in charts(app, report, index) {
        if let Ok(svg) = chart_svg(&chart.kind, &caption, &Theme::LIGHT, CHART_WIDTH) {
            let name = file_name(app, &chart.title, "svg");
            download::offer(&name, "image/svg+xml", svg.as_bytes());
        }
    }
}

pub fn save_png(app: App, report: ReportMemo, index: usize) {
    for (chart, caption) in charts(app, report, index) {
        let name = file_name(app, &chart.title, "png");
        chart_canvas::png(&chart.kind, &caption, CHART_WIDTH, move |blob| {
            download::offer_blob(&name, &blob);
        });
    }
}

/// Each chart of a block with what it says when it stands alone.
fn charts(app: App, report: ReportMemo, index: usize) -> Vec<(BlockChart, Caption)> {
    let Some((report, words)) = now(app, report) else { return Vec::new() };
    let Some(answer) = report.blocks.get(index) else { return Vec::new() };
    let caption = |chart: &BlockChart| Caption {
        title: chart.title.clone(),
        note: [
            Some(title_now(app)),
            Some(scope_line(&report.scope, words)),
            words.changing(&report, index),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · "),
        description: (words.shell.chart_label)(&chart.title),
    };
    let charts = block_charts(answer, words, report.scope.currency.as_deref(), &report.scope.own);
    charts.into_iter().map(|chart| (caption(&chart), chart)).map(|(c, chart)| (chart, c)).collect()
}

fn now(app: App, report: ReportMemo) -> Option<(Arc<Report>, &'static Strings)> {
    report.get_untracked().map(|report| (report, words_now(app)))
}

/// `Title - Block.csv` without signs that file systems refuse.
pub fn file_name(app: App, block: &str, extension: &str) -> String {
    let title = title_now(app);
    let whole = if block.is_empty() { title } else { format!("{title} - {block}") };
    let safe: String = whole
        .chars()
        .map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { ' ' } else { c })
        .take(120)
        .collect();
    format!("{}.{extension}", safe.split_whitespace().collect::<Vec<_>>().join(" "))
}
