//! A trend as its charts: one a unit, or one a measure where it is split, with the interval of a
//! single line and marks of what stands on few.

use super::block_chart::{AXIS_STEPS, BlockChart, short_date, year_of};
use crate::chart::{ChartKind, Series, SeriesKind, Tick, TrendModel, nice_ticks};
use crate::engine::filter::Grain;
use crate::engine::formula::OwnHead;
use crate::engine::measure::MeasureId;
use crate::engine::report::Trend;
use crate::engine::value::{Quantity, Unit};
use crate::format::Style;
use crate::i18n::Strings;

pub(super) fn charts(
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
                // What has no value anywhere, as a plan that nobody made, has no line and no name.
                if values.iter().all(|q| q.value.is_none()) {
                    continue;
                }
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

/// A series whose tooltip says how sure its values are.
fn line(
    (slot, kind): (usize, SeriesKind),
    name: String,
    values: &[Quantity],
    words: &Strings,
    currency: Option<&str>,
) -> Series {
    let style = words.column(values, currency);
    let label = |q: &Quantity| {
        let written = words.quantity(q, currency, style);
        words.between(q).map_or(written.clone(), |between| format!("{written} ({between})"))
    };
    Series {
        name,
        kind,
        slot,
        values: values.iter().map(|q| q.value).collect(),
        labels: values.iter().map(label).collect(),
        few: values.iter().map(|q| q.value.is_some() && q.is_of_few()).collect(),
        band: values.iter().map(|q| q.interval.filter(|_| q.value.is_some())).collect(),
    }
}

/// Bands of several lines would cover each other: then only tooltips and tables tell them.
fn only_band(series: &mut [Series]) -> bool {
    let lines = series.iter().filter(|s| s.kind == SeriesKind::Line).count();
    for series in series.iter_mut().filter(|_| lines != 1) {
        series.band.clear();
    }
    series.iter().any(|s| s.band.iter().any(Option::is_some))
}

fn trend_model(
    trend: &Trend,
    mut series: Vec<Series>,
    unit: Unit,
    words: &Strings,
    currency: Option<&str>,
) -> TrendModel {
    let says = &words.interval;
    let has_band = only_band(&mut series);
    let has_few = series.iter().any(|s| s.few.contains(&true));
    let notes = [has_few.then_some(says.few), has_band.then_some(says.band)];
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
        notes: notes.into_iter().flatten().map(str::to_owned).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::block_chart::block_charts;
    use super::*;
    use crate::engine::measure::share;
    use crate::engine::report::{Answer, Compared};
    use crate::engine::value::Day;
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
            is_unfinished: false,
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
    fn a_plan_that_nobody_made_has_no_line() {
        let Answer::Trend(mut planned) = trend() else { panic!("no trend") };
        let none = || vec![Quantity { value: None, ..Quantity::plain(0.0, Unit::Money) }; 3];
        planned.compared = Some(Compared::Target);
        planned.against = vec![none(), none(), none()];
        planned.against[0][1] = Quantity::plain(1_000.0, Unit::Money);
        let charts = block_charts(&Answer::Trend(planned), strings(Locale::En), Some("EUR"), &[]);
        let names = |c: &BlockChart| match &c.kind {
            ChartKind::Trend(m) => m.series.iter().map(|s| s.name.clone()).collect::<Vec<_>>(),
            _ => Vec::new(),
        };
        assert_eq!(names(&charts[0]), ["Revenue won", "Revenue won · Target", "Ad spend"]);
        assert_eq!(names(&charts[1]), ["Win rate"]);
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

    /// Win rates of 12 of 40, 2 of 6 and none.
    fn rates(lines: usize) -> Answer {
        let rates = vec![share(12.0, 40.0), share(2.0, 6.0), Quantity::none(Unit::Share)];
        Answer::Trend(Trend {
            grain: Grain::Month,
            starts: vec![day(7), day(8), day(9)],
            measures: vec![MeasureId::WinRate; lines],
            values: vec![rates; lines],
            ..Trend::default()
        })
    }

    #[test]
    fn rates_say_how_sure_they_are_and_which_are_of_few() {
        let models = |lines| {
            let charts = block_charts(&rates(lines), strings(Locale::En), None, &[]);
            let [BlockChart { kind: ChartKind::Trend(model), .. }] = &charts[..] else {
                panic!("{charts:?}")
            };
            model.clone()
        };
        let one = models(1);
        assert_eq!(one.series[0].few, [false, true, false]);
        let interval = share(12.0, 40.0).interval;
        assert_eq!(one.series[0].band, [interval, one.series[0].band[1], None]);
        assert_eq!(one.series[0].labels[0], "30.0\u{a0}% (18.1–45.4\u{a0}%)");
        assert_eq!(one.series[0].labels[1], "2 of 6 (9.7–70.0\u{a0}%)");
        assert_eq!(one.notes.len(), 2);
        // The axis holds the interval of 12 of 40, and not that of 2 of 6.
        assert!(one.y_ticks.last().is_some_and(|tick| (0.45..0.7).contains(&tick.value)));
        let two = models(2);
        assert!(two.series.iter().all(|s| s.band.is_empty()) && two.notes.len() == 1);
        assert_eq!(two.series[0].labels, one.series[0].labels);
    }
}
