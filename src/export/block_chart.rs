//! An answer as the charts that show it: figures and words, ready to be drawn. Not here: how they
//! are drawn (`crate::chart`).

use super::{
    bridge_table, calls_table, flow_table, funnel_split_table, moves_table, reasons_table,
    spread_table,
};
use crate::chart::{
    BarRow, BarsColoring, BarsModel, ChartKind, FunnelModel, FunnelStep, Series, SeriesKind,
    SparkModel, Tick, TrendModel, nice_ticks,
};
use crate::engine::filter::Grain;
use crate::engine::formula::OwnHead;
use crate::engine::measure::MeasureId;
use crate::engine::report::{
    Answer, Bin, Funnel, FunnelStage, Kpi, Scope, Spread, SpreadView, Trend,
};
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
        Answer::Trend(trend) => trend_charts(trend, words, currency, own),
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

fn trend_charts(
    trend: &Trend,
    words: &Strings,
    currency: Option<&str>,
    own: &[OwnHead],
) -> Vec<BlockChart> {
    if !trend.lines.is_empty() {
        return split_charts(trend, words, currency, own);
    }
    let mut units: Vec<Unit> = Vec::new();
    for unit in trend.values.iter().filter_map(|v| unit_of(v)) {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    let chart = |unit: &Unit| {
        let all = trend.measures.iter().zip(&trend.values).enumerate();
        let mut shown: Vec<MeasureId> = Vec::new();
        let mut series = Vec::new();
        for (slot, (id, values)) in all.filter(|(_, (_, v))| unit_of(v) == Some(*unit)) {
            shown.push(*id);
            let name = words.measure(*id, own);
            let kind = match id {
                // What was put in stands as bars behind the lines of what came out.
                MeasureId::Spend | MeasureId::Lost => SeriesKind::Bar,
                _ => SeriesKind::Line,
            };
            let against = trend.compared.map(words.compare.name).unwrap_or_default();
            let further = [
                (&trend.against, against.to_owned()),
                (&trend.year_before, words.asking.year_before.to_owned()),
                (&trend.average, (words.asking.average_of)(trend.average_units)),
            ];
            series.push(line((slot, kind), name.clone(), values, words, currency));
            for (at, (values, what)) in further.iter().enumerate() {
                let Some(values) = values.get(slot) else { continue };
                let slot = slot + (at + 1) * trend.measures.len();
                let name = format!("{name} · {what}");
                series.push(line((slot, SeriesKind::Line), name, values, words, currency));
            }
        }
        BlockChart {
            title: (words.report.trend_title)(&words.measures(&shown, own), trend.grain),
            kind: ChartKind::Trend(trend_model(trend, series, *unit, words, currency)),
        }
    };
    units.iter().map(chart).collect()
}

fn unit_of(values: &[Quantity]) -> Option<Unit> {
    values.first().map(|q| q.unit)
}

/// One chart a measure, one line a group.
fn split_charts(
    trend: &Trend,
    words: &Strings,
    currency: Option<&str>,
    own: &[OwnHead],
) -> Vec<BlockChart> {
    let chart = |(at, id): (usize, &MeasureId)| {
        let groups = trend.lines.iter().enumerate();
        let values = groups.filter_map(|(slot, l)| Some((slot, l, l.values.get(at)?)));
        let series: Vec<Series> = values
            .map(|(slot, group, values)| {
                let name = words.label(&group.label);
                line((slot, SeriesKind::Line), name, values, words, currency)
            })
            .collect();
        let unit = trend.values.get(at).and_then(|v| unit_of(v)).unwrap_or(Unit::Count);
        BlockChart {
            title: (words.report.trend_title)(&words.measures(&[*id], own), trend.grain),
            kind: ChartKind::Trend(trend_model(trend, series, unit, words, currency)),
        }
    };
    trend.measures.iter().enumerate().map(chart).collect()
}

fn line(
    (slot, kind): (usize, SeriesKind),
    name: String,
    values: &[Quantity],
    words: &Strings,
    currency: Option<&str>,
) -> Series {
    Series {
        name,
        kind,
        slot,
        values: values.iter().map(|q| q.value).collect(),
        labels: values.iter().map(|q| words.quantity(q, currency, Style::Table)).collect(),
    }
}

fn trend_model(
    trend: &Trend,
    series: Vec<Series>,
    unit: Unit,
    words: &Strings,
    currency: Option<&str>,
) -> TrendModel {
    let (low, high) = TrendModel::range(&series);
    let values = nice_ticks(low, high, AXIS_STEPS, unit == Unit::Count);
    // Percents of an axis are whole unless its steps are finer than that.
    let whole = values.iter().all(|v| (v * 100.0 - (v * 100.0).round()).abs() < 1e-9);
    let label = |value: f64| match unit {
        Unit::Share if whole => words.locale.percent(value, 0),
        _ => words.locale.value(Some(value), unit, currency, Style::Card),
    };
    let y_ticks = values.into_iter().map(|value| Tick { value, label: label(value) }).collect();
    let grouped = matches!(trend.grain, Grain::Week | Grain::Month | Grain::Quarter | Grain::Day);
    TrendModel {
        x_labels: trend.starts.iter().map(|d| short_date(trend.grain, *d, words)).collect(),
        x_groups: match grouped {
            true => trend.starts.iter().map(|d| year_of(trend.grain, *d).to_string()).collect(),
            false => Vec::new(),
        },
        x_titles: trend.starts.iter().map(|d| words.locale.date(trend.grain, *d)).collect(),
        series,
        y_ticks,
        partial_last: trend.last_is_partial,
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Locale, strings};

    fn day(month: u32) -> Day {
        Day::from_ymd(2025, month, 1).unwrap()
    }

    /// Revenue, win rate and spend of three quarters.
    fn trend() -> Answer {
        let values = |unit, values: [f64; 3]| values.map(|v| Quantity::plain(v, unit)).to_vec();
        Answer::Trend(Trend {
            grain: Grain::Quarter,
            starts: vec![day(7), day(10), Day::from_ymd(2026, 1, 1).unwrap()],
            measures: vec![MeasureId::Revenue, MeasureId::WinRate, MeasureId::Spend],
            values: vec![
                values(Unit::Money, [900.0, 1_200.0, 300.0]),
                values(Unit::Share, [0.2, 0.25, 0.125]),
                values(Unit::Money, [100.0, 90.0, 80.0]),
            ],
            last_is_partial: true,
            ..Trend::default()
        })
    }

    #[test]
    fn two_units_never_share_an_axis_and_colours_stay_with_their_measure() {
        let charts = block_charts(&trend(), strings(Locale::En), Some("EUR"), &[]);
        let models: Vec<&TrendModel> = charts
            .iter()
            .filter_map(|c| match &c.kind {
                ChartKind::Trend(model) => Some(model),
                _ => None,
            })
            .collect();
        let series = |m: &TrendModel| m.series.iter().map(|s| (s.slot, s.kind)).collect::<Vec<_>>();
        let [money, share] = models[..] else { panic!("{charts:?}") };
        assert_eq!(series(money), [(0, SeriesKind::Line), (2, SeriesKind::Bar)]);
        assert_eq!(series(share), [(1, SeriesKind::Line)]);
        let ticks = |m: &TrendModel| m.y_ticks.iter().map(|t| t.label.clone()).collect::<Vec<_>>();
        assert_eq!(ticks(money).last().map(String::as_str), Some("€1,250"));
        assert_eq!(ticks(share).last().map(String::as_str), Some("25\u{a0}%"));
        assert!(money.partial_last);
    }

    #[test]
    fn years_stand_below_the_axis_once_and_not_in_every_label() {
        for (locale, expected) in
            [(Locale::En, "Q3"), (Locale::Ru, "3\u{a0}кв."), (Locale::El, "Τ3")]
        {
            let charts = block_charts(&trend(), strings(locale), None, &[]);
            let Some(ChartKind::Trend(model)) = charts.first().map(|c| &c.kind) else {
                panic!("{charts:?}")
            };
            assert_eq!(model.x_labels.first().map(String::as_str), Some(expected));
            assert_eq!(model.x_groups, ["2025", "2025", "2026"]);
        }
    }
}
