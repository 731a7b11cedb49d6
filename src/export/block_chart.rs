//! An answer as the charts that show it: figures and words, ready to be drawn. Not here: how they
//! are drawn (`crate::chart`).

use super::{
    bridge_table, calls_table, flow_table, funnel_split_table, moves_table, reasons_table,
    spread_table, trend_chart,
};
use crate::chart::{
    BarRow, BarsColoring, BarsModel, ChartKind, FunnelModel, FunnelStep, SparkModel,
};
use crate::engine::filter::Grain;
use crate::engine::formula::OwnHead;
use crate::engine::report::{Answer, Bin, Funnel, FunnelStage, Kpi, Scope, Spread, SpreadView};
use crate::engine::value::{Day, Quantity, Unit};
use crate::format::{MINUS, NBSP, Style};
use crate::i18n::Strings;

/// Steps of a value axis at most.
pub(super) const AXIS_STEPS: usize = 5;

/// A chart and what it is about, for a heading where a block has several.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockChart {
    pub title: String,
    pub kind: ChartKind,
}

/// The charts of a block: none for tables, and one for each unit of a trend, since two units never
/// share an axis.
pub fn block_charts(
    answer: &Answer,
    words: &Strings,
    currency: Option<&str>,
    own: &[OwnHead],
) -> Vec<BlockChart> {
    match answer {
        Answer::Funnel(funnel) if !funnel.ground.draws => Vec::new(),
        Answer::Funnel(funnel) => vec![match &funnel.split {
            Some(split) => BlockChart {
                title: funnel_split_table::title(split, words),
                kind: ChartKind::Lattice(funnel_split_table::chart(funnel, split, words)),
            },
            None => BlockChart {
                title: words.report.funnel_title.to_owned(),
                kind: ChartKind::Funnel(funnel_model(funnel, words)),
            },
        }],
        Answer::Trend(trend) => trend_chart::charts(trend, words, currency, own),
        Answer::Spread(spread) => vec![BlockChart {
            title: (words.question.spread_title)(&(words.question.spread_of)(&spread.of)),
            kind: match spread.view {
                SpreadView::Histogram => ChartKind::Bars(bins_model(spread, words, currency)),
                SpreadView::Box => ChartKind::Boxes(spread_table::boxes(spread, words, currency)),
                SpreadView::Survival => ChartKind::Steps(spread_table::curves(spread, words)),
            },
        }],
        Answer::Reasons(found) => vec![BlockChart {
            title: reasons_table::title(found, words),
            kind: ChartKind::Pareto(reasons_table::chart(found, words, currency)),
        }],
        Answer::Transitions(found) => vec![BlockChart {
            title: words.moves.transitions.to_owned(),
            kind: ChartKind::Trend(moves_table::chart(found, words)),
        }],
        Answer::Flow(found) => vec![BlockChart {
            title: words.moves.flow.to_owned(),
            kind: ChartKind::Sankey(flow_table::chart(found, words, currency)),
        }],
        Answer::Calls(found) => vec![BlockChart {
            title: (words.calls.title)(found.figure),
            kind: ChartKind::Heat(calls_table::chart(found, words)),
        }],
        Answer::PipelineChange(found) => bridge_table::charts(found, words),
        Answer::Kpis(_)
        | Answer::Breakdown(_)
        | Answer::Pivot(_)
        | Answer::Cohorts(_)
        | Answer::Attribution(_)
        | Answer::Absent(_) => Vec::new(),
    }
}

/// What a picture that leaves the page says below its title: period, basis, as-of day, files.
pub fn scope_line(scope: &Scope, words: &Strings) -> String {
    let mut parts = Vec::new();
    if let Some(period) = scope.period.or(scope.extent) {
        parts.push(words.locale.period(period));
    }
    parts.push((words.report.basis_line)((words.names.basis_text)(scope.basis)));
    parts.extend(scope.credit.map(|credit| words.credit(credit)));
    if let Some(day) = scope.as_of {
        parts.push((words.report.as_of)(&words.locale.day(day)));
    }
    parts.extend(scope.files.iter().map(|(name, _)| name.clone()));
    parts.join(" · ")
}

/// The small line in a card. The last month of the data is nearly always unfinished.
pub fn spark(kpi: &Kpi, partial_last: bool) -> ChartKind {
    ChartKind::Spark(SparkModel { values: kpi.spark.clone(), partial_last })
}

fn funnel_model(funnel: &Funnel, words: &Strings) -> FunnelModel {
    FunnelModel { steps: funnel.stages.iter().map(|s| funnel_step(s, words)).collect() }
}

fn funnel_step(stage: &FunnelStage, words: &Strings) -> FunnelStep {
    let (locale, report) = (words.locale, &words.report);
    let share = |q: &Quantity| words.quantity(q, None, Style::Table);
    let is_first = stage.of_previous.is_none();
    let of_previous = stage.of_previous.as_ref().map(share);
    let of_first = (!is_first).then(|| share(&stage.of_first));
    let days = stage.median_days.map(|d| locale.days(d));
    let dropped = (stage.dropped > 0).then(|| format!("{MINUS}{}", locale.count(stage.dropped)));
    let mut details = vec![(report.reached.to_owned(), locale.count(stage.reached))];
    let mut detail = |name: &str, value: Option<String>| {
        details.extend(value.map(|v| (name.to_owned(), v)));
    };
    detail(report.of_previous, of_previous.clone());
    detail(report.of_first, of_first.clone());
    if stage.implied > 0 {
        detail(report.observed, Some(locale.count(stage.observed)));
        detail(report.implied, Some(locale.count(stage.implied)));
    }
    detail(report.dropped, dropped.clone());
    detail(report.median_days, days.clone());
    detail(report.before, stage.reached_before.map(|n| locale.count(n)));
    FunnelStep {
        name: words.label(&stage.label),
        value: stage.reached as f64,
        count: locale.count(stage.reached),
        of_first,
        of_previous,
        days,
        dropped,
        details,
    }
}

/// A bar a bin; empty bins stay, so that a gap is seen as one.
fn bins_model(spread: &Spread, words: &Strings, currency: Option<&str>) -> BarsModel {
    let written = |value: f64| words.locale.value(Some(value), spread.unit, currency, Style::Card);
    let row = |bin: &Bin| {
        let share = words.locale.share(bin.count as f64 / spread.count.max(1) as f64);
        let name = match bin.to {
            // Whole days: 0 to below 5 are the days 0 to 4.
            Some(to) if spread.unit == Unit::Days && to - bin.from <= 1.0 => written(bin.from),
            Some(to) if spread.unit == Unit::Days => {
                let first = words.locale.count(bin.from.max(0.0) as u64);
                format!("{first}–{}", written(to - 1.0))
            }
            Some(to) => format!("{} – {}", written(bin.from), written(to)),
            None => format!("≥ {}", written(bin.from)),
        };
        BarRow {
            name,
            value: Some(bin.count as f64),
            text: words.locale.count(bin.count),
            note: Some(share.clone()),
            details: Vec::new(),
        }
    };
    BarsModel { rows: spread.bins.iter().map(row).collect(), coloring: BarsColoring::Plain }
}

/// The year to which a unit of time belongs.
pub(super) fn year_of(grain: Grain, day: Day) -> i32 {
    if grain == Grain::Week { day.iso_week().0 } else { day.ymd().0 }
}

/// A date without its year, which stands below the axis.
pub(super) fn short_date(grain: Grain, day: Day, words: &Strings) -> String {
    let long = words.locale.date(grain, day);
    let year = format!("{NBSP}{}", year_of(grain, day));
    long.strip_suffix(&year).unwrap_or(&long).to_owned()
}
