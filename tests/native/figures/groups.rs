//! The funnel, break-downs, trends and pivots of the records of [`super::hand`], by hand as well.

use super::hand::{ask, near, sample};
use crate::tables::day;
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::filter::Grain;
use tundish::engine::mapping::Channel;
use tundish::engine::measure::MeasureId;
use tundish::engine::query::answer;
use tundish::engine::report::*;
use tundish::engine::value::Day;

/// (reached, implied, of the previous stage) of each stage.
fn descent(policy: SkipPolicy) -> Vec<(u64, u64, Option<f64>)> {
    let blocks = vec![BlockSpec::Funnel(FunnelSpec::default())];
    let report = ask(ReportSpec { policy, blocks, ..ReportSpec::default() });
    let Answer::Funnel(funnel) = &report.blocks[0] else { panic!("{:?}", report.blocks) };
    assert_eq!((funnel.entered, funnel.won, funnel.lost, funnel.open), (11, 6, 2, 3));
    assert_eq!((funnel.unknown_depth, funnel.unmapped), (1, 1));
    assert_eq!(funnel.stages[3].label, Label::Won);
    let row =
        |s: &FunnelStage| (s.reached, s.implied, s.of_previous.as_ref().and_then(|q| q.value));
    funnel.stages.iter().map(row).collect()
}

#[test]
fn the_ladder_under_each_policy() {
    let part = |a: f64, b: f64| Some(a / b);
    assert_eq!(
        descent(SkipPolicy::Implied),
        [(11, 0, None), (8, 3, part(8., 11.)), (7, 2, part(7., 8.)), (6, 0, part(6., 7.))]
    );
    // Five have evidence for each stage, four of them for both.
    assert_eq!(
        descent(SkipPolicy::Observed),
        [(11, 0, None), (5, 0, part(5., 11.)), (5, 0, part(4., 5.)), (6, 0, part(4., 5.))]
    );
    assert_eq!(
        descent(SkipPolicy::Strict),
        [(11, 0, None), (5, 0, part(5., 11.)), (4, 0, part(4., 5.)), (3, 0, part(3., 4.))]
    );
    assert_eq!(descent(SkipPolicy::Any), [(11, 0, None), (5, 0, None), (5, 0, None), (6, 0, None)]);
}

#[test]
fn days_between_stages_come_from_dates_in_their_order() {
    let mut records = sample();
    let missing = tundish::engine::table::NO_DAY;
    let days = |pairs: &[(usize, &str)]| {
        let mut days = vec![missing; 11];
        pairs.iter().for_each(|(row, text)| days[*row] = day(text));
        days
    };
    // From creation: 1, 3 and −2 days; the last is out of order and left out.
    records.records.entered[1] =
        days(&[(0, "2025-01-06"), (1, "2025-01-13"), (2, "2025-01-18"), (8, "2025-02-01")]);
    records.records.entered[2] = days(&[(0, "2025-01-11")]);
    let spec = ReportSpec {
        blocks: vec![BlockSpec::Funnel(FunnelSpec::default())],
        ..ReportSpec::default()
    };
    let report = answer(&[], &records, &spec);
    let Answer::Funnel(funnel) = &report.blocks[0] else { panic!("{:?}", report.blocks) };
    let medians: Vec<Option<f64>> = funnel.stages.iter().map(|s| s.median_days).collect();
    assert_eq!(medians, [None, Some(2.0), Some(5.0), Some(4.0)]);
}

fn channel_table(sort: Option<(MeasureId, Order)>) -> Breakdown {
    let block = BlockSpec::Breakdown(BreakdownSpec {
        dimension: Dimension::Channel,
        measures: vec![MeasureId::Leads, MeasureId::Spend, MeasureId::Cpl, MeasureId::Revenue],
        sort,
        ..BreakdownSpec::default()
    });
    match ask(ReportSpec { blocks: vec![block], ..ReportSpec::default() }).blocks.remove(0) {
        Answer::Breakdown(breakdown) => breakdown,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_channel_table() {
    let table = channel_table(Some((MeasureId::Cpl, Order::Ascending)));
    let rows: Vec<(&Label, Vec<Option<f64>>)> =
        table.rows.iter().map(|r| (&r.label, r.cells.iter().map(|q| q.value).collect())).collect();
    let paid = 60.0 + 40.5 + 5.0;
    // Without a cost there is no CPL, and without leads neither: both last, in natural order.
    assert_eq!(
        rows,
        [
            (
                &Label::Channel(Channel::PaidSearch),
                vec![Some(6.0), Some(paid), Some(paid / 6.0), Some(100.10 + 200.20 + 20.0)]
            ),
            (&Label::Channel(Channel::Email), vec![Some(3.0), None, None, Some(0.0)]),
            (&Label::Channel(Channel::Display), vec![Some(0.0), Some(30.0), None, Some(0.0)]),
            (&Label::Channel(Channel::Unassigned), vec![Some(2.0), None, None, Some(10.0)]),
        ]
    );
    let display = &table.rows[2].cells[2];
    assert_eq!((display.numerator, display.denominator), (Some(30.0), Some(0.0)));
    assert!(near(table.total[2].value.unwrap(), (paid + 30.0) / 11.0), "blended");
    let down = channel_table(Some((MeasureId::Cpl, Order::Descending)));
    assert_eq!(down.rows[0].label, Label::Channel(Channel::PaidSearch));
}

#[test]
fn spend_has_no_outcome() {
    let by_outcome = BlockSpec::Breakdown(BreakdownSpec {
        dimension: Dimension::Outcome,
        measures: vec![MeasureId::Leads, MeasureId::Cpl],
        sort: None,
        ..BreakdownSpec::default()
    });
    let gone = BlockSpec::Breakdown(BreakdownSpec {
        dimension: Dimension::Column { file: "deals.csv".into(), header: "Owner".into() },
        measures: vec![MeasureId::Leads],
        sort: None,
        ..BreakdownSpec::default()
    });
    let blocks = vec![by_outcome, gone];
    let report = ask(ReportSpec { blocks, ..ReportSpec::default() });
    let Answer::Breakdown(table) = &report.blocks[0] else { panic!("{:?}", report.blocks) };
    assert_eq!(table.measures, [MeasureId::Leads]);
    assert_eq!(table.absent, [(MeasureId::Cpl, Absence::SpendHasNoDimension)]);
    assert_eq!(report.blocks[1], Answer::Absent(Absence::NoDimension));
}

#[test]
fn a_trend_has_no_gaps_and_says_when_it_is_not_over() {
    let trend = |basis| {
        let block = BlockSpec::Trend(TrendSpec {
            measures: vec![MeasureId::Leads, MeasureId::Won, MeasureId::Spend],
            grain: Grain::Month,
            ..TrendSpec::default()
        });
        let spec = ReportSpec { basis, blocks: vec![block], ..ReportSpec::default() };
        match ask(spec).blocks.remove(0) {
            Answer::Trend(trend) => trend,
            other => panic!("{other:?}"),
        }
    };
    let values = |trend: &Trend| -> Vec<Vec<Option<f64>>> {
        trend.values.iter().map(|v| v.iter().map(|q| q.value).collect()).collect()
    };
    let numbers = |list: [f64; 3]| list.map(Some).to_vec();
    let cohort = trend(Basis::Cohort);
    let starts: Vec<String> = cohort.starts.iter().map(Day::to_string).collect();
    assert_eq!(starts, ["2025-01-01", "2025-02-01", "2025-03-01"]);
    assert!(cohort.last_is_partial, "the data end on 10 March");
    assert_eq!(
        values(&cohort),
        [numbers([3., 5., 2.]), numbers([2., 3., 0.]), numbers([60., 40.5, 30.])]
    );
    let period = trend(Basis::Period);
    assert_eq!(
        values(&period),
        [numbers([3., 5., 2.]), numbers([1., 2., 3.]), numbers([60., 40.5, 30.])]
    );
}

#[test]
fn a_pivot_with_two_levels_and_totals_of_their_own() {
    let block = BlockSpec::Pivot(PivotSpec {
        rows: vec![Dimension::Channel, Dimension::Outcome],
        columns: vec![Dimension::Created(Grain::Month)],
        measures: vec![MeasureId::Leads, MeasureId::AverageDeal],
        sort: Some((MeasureId::Leads, Order::Descending)),
        ..PivotSpec::default()
    });
    let report = ask(ReportSpec { blocks: vec![block], ..ReportSpec::default() });
    let Answer::Pivot(pivot) = &report.blocks[0] else { panic!("{:?}", report.blocks) };
    let paid = Label::Channel(Channel::PaidSearch);
    let email = Label::Channel(Channel::Email);
    let none = Label::Channel(Channel::Unassigned);
    assert_eq!(
        pivot.rows,
        [
            [paid.clone(), Label::Won],
            [paid, Label::Lost],
            [email.clone(), Label::Open],
            [email, Label::Won],
            [none.clone(), Label::Won],
            [none, Label::Open],
        ]
    );
    assert_eq!(pivot.columns.last().unwrap(), &[Label::Empty]);
    let leads: Vec<Vec<Option<f64>>> =
        pivot.cells.iter().map(|row| row.iter().map(|cell| cell[0].value).collect()).collect();
    assert_eq!(leads[0], [2., 1., 0., 1.].map(Some));
    assert_eq!(leads[2], [0., 2., 0., 0.].map(Some));
    assert_eq!(pivot.row_totals[0][0].value, Some(4.0));
    // The mean over the row's own deals, not the mean of its cells' means (here 85.075).
    assert!(near(pivot.row_totals[0][1].value.unwrap(), 320.30 / 3.0));
    assert_eq!(pivot.grand[0].value, Some(11.0));
    assert!(near(pivot.grand[1].value.unwrap(), 330.30 / 4.0));
}

#[test]
fn a_date_far_off_makes_the_grain_coarser_and_loses_nothing() {
    let mut records = sample();
    records.records.created[10] = day("1750-03-03");
    let block = BlockSpec::Trend(TrendSpec {
        measures: vec![MeasureId::Leads],
        grain: Grain::Month,
        ..TrendSpec::default()
    });
    let report =
        answer(&[], &records, &ReportSpec { blocks: vec![block], ..ReportSpec::default() });
    let Answer::Trend(trend) = &report.blocks[0] else { panic!("{:?}", report.blocks) };
    assert_eq!((trend.grain, trend.starts.len()), (Grain::Quarter, 1101));
    let leads: f64 = trend.values[0].iter().filter_map(|q| q.value).sum();
    assert_eq!(leads, 10.0, "one record has no date");
}
