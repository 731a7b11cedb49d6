//! Boxes and curves of the distribution block: worked out by hand on a few deals.

use super::made::{Deal, assembled};
use crate::support::check_chart;
use crate::tables::day;
use tundish::chart::ChartKind;
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::funnel::{Assembled, Outcome, Shape};
use tundish::engine::mapping::Channel;
use tundish::engine::query::answer;
use tundish::engine::report::*;
use tundish::engine::table::NO_DAY;
use tundish::export::spread_table;
use tundish::i18n::{Locale, strings};

/// Created on 1 January 2025 and ended after so many days.
fn deal(days: Option<i32>, outcome: Outcome, amount: f64, channel: u16) -> Deal {
    let created = day("2025-01-01");
    let closed = days.map_or(NO_DAY, |days| created + days);
    Deal { channel, ..Deal::plain(created, closed, outcome, amount) }
}

fn spread(data: &Assembled, spec: SpreadSpec) -> Spread {
    let blocks = vec![BlockSpec::Spread(spec)];
    match answer(&[], data, &ReportSpec { blocks, ..ReportSpec::default() }).blocks.remove(0) {
        Answer::Spread(spread) => spread,
        other => panic!("{other:?}"),
    }
}

fn boxes_spec(split: Option<Dimension>) -> SpreadSpec {
    SpreadSpec { of: SpreadOf::WonAmount, view: SpreadView::Box, split, ..SpreadSpec::default() }
}

/// Amounts 1 to 9, 14, 30 and −9; the last three by e-mail, the others by paid search.
fn amounts() -> Assembled {
    let mut all: Vec<Deal> =
        (1..10).map(|n| deal(Some(n), Outcome::Won, f64::from(n), 0)).collect();
    all.extend([14.0, 30.0, -9.0].map(|x| deal(Some(3), Outcome::Won, x, 1)));
    assembled(&all, &[])
}

#[test]
fn a_box_with_its_whiskers_and_what_lies_beyond() {
    let found = spread(&amounts(), boxes_spec(None));
    let [b] = &found.boxes[..] else { panic!("{found:?}") };
    // −9 1 2 3 4 5 6 7 8 9 14 30: quartiles at places 2.75, 5.5 and 8.25 of 0 to 11.
    assert_eq!((b.p25, b.median, b.p75), (2.75, 5.5, 8.25));
    // The fences are 2.75 − 8.25 = −5.5 and 8.25 + 8.25 = 16.5.
    assert_eq!((b.low, b.high, b.below, b.above), (1.0, 14.0, 1, 1));
    assert_eq!((b.count, b.least, b.greatest, &b.label), (12, -9.0, 30.0, &None));
}

#[test]
fn boxes_of_groups_greatest_first() {
    let found = spread(&amounts(), boxes_spec(Some(Dimension::Channel)));
    let labels: Vec<Option<Label>> = found.boxes.iter().map(|b| b.label.clone()).collect();
    let channel = |c| Some(Label::Channel(c));
    assert_eq!(labels, [None, channel(Channel::PaidSearch), channel(Channel::Email)]);
    let email = &found.boxes[2];
    // −9 14 30: quartiles half-way between neighbours; nothing lies beyond.
    assert_eq!((email.p25, email.median, email.p75), (2.5, 14.0, 22.0));
    assert_eq!((email.low, email.high, email.below + email.above), (-9.0, 30.0, 0));
    assert_eq!(found.boxes[1..].iter().map(|b| b.count).sum::<u64>(), found.boxes[0].count);
}

/// Ten deals: won after 1, 3 and 5 days, lost after 2 and 6, one created on the 4th and open on the
/// 8th, four created on the 1st and open.
fn ten() -> Assembled {
    use Outcome::{Lost, Open, Won};
    let mut all = vec![
        deal(Some(1), Won, 1.0, 0),
        deal(Some(3), Won, 1.0, 0),
        deal(Some(5), Won, 1.0, 1),
        deal(Some(2), Lost, 1.0, 0),
        deal(Some(6), Lost, 1.0, 1),
    ];
    all.push(Deal { created: day("2025-01-04"), ..deal(None, Open, 1.0, 1) });
    all.extend([deal(None, Open, 1.0, 0); 4]);
    let mut data = assembled(&all, &[]);
    data.as_of = Some(day("2025-01-08"));
    data
}

fn curve(data: &Assembled, of: SpreadOf, split: Option<Dimension>) -> Spread {
    spread(data, SpreadSpec { of, view: SpreadView::Survival, split, ..SpreadSpec::default() })
}

#[test]
fn how_many_still_go_on_and_how_many_have_won() {
    let closed = curve(&ten(), SpreadOf::DaysToClose, None);
    let shares = |found: &Spread, at: usize| -> Vec<(f64, u64, f64)> {
        let steps = found.curves[at].curve.steps.iter();
        steps.map(|s| (s.time, s.at_risk, (s.share * 1e6).round() / 1e6)).collect()
    };
    // Nine tenths, eight, seven; the one that is open after four days leaves six at risk.
    let expected =
        [(1.0, 10, 0.9), (2.0, 9, 0.8), (3.0, 8, 0.7), (5.0, 6, 0.583333), (6.0, 5, 0.466667)];
    assert_eq!(shares(&closed, 0), expected);
    let all = &closed.curves[0].curve;
    assert_eq!((all.median, all.watched, all.asked, all.open), (Some(6.0), 10, 5, 5));
    assert_eq!(all.open_at, [(4.0, 1), (7.0, 4)]);

    let won = curve(&ten(), SpreadOf::DaysToWin, None);
    // Never 1 − S with losses as if they were open: 1/10, + 8/10 · 1/8, + 7/10 · 1/6.
    assert_eq!(shares(&won, 0), [(1.0, 10, 0.1), (3.0, 8, 0.2), (5.0, 6, 0.316667)]);
    assert_eq!((won.curves[0].curve.other, won.curves[0].curve.median), (2, None));

    let split = curve(&ten(), SpreadOf::DaysToClose, Some(Dimension::Channel));
    let watched: Vec<u64> = split.curves.iter().map(|g| g.curve.watched).collect();
    assert_eq!(watched, [10, 7, 3]);
}

#[test]
fn a_curve_follows_creation_on_either_basis_and_leaves_out_what_has_no_days() {
    let mut deals: Vec<Deal> = vec![deal(Some(4), Outcome::Won, 1.0, 0); 12];
    deals.push(deal(None, Outcome::Won, 1.0, 0));
    deals.push(deal(Some(-2), Outcome::Lost, 1.0, 0));
    let data = assembled(&deals, &[]);
    let period = tundish::engine::filter::PeriodSpec::Between(tundish::engine::filter::Period {
        first: tundish::engine::value::Day(day("2025-01-01")),
        last: tundish::engine::value::Day(day("2025-01-02")),
    });
    for basis in [Basis::Cohort, Basis::Period] {
        let view = SpreadView::Survival;
        let of = SpreadOf::DaysToClose;
        let blocks = vec![BlockSpec::Spread(SpreadSpec { of, view, ..SpreadSpec::default() })];
        let spec = ReportSpec { basis, period, blocks, ..ReportSpec::default() };
        let Answer::Spread(found) = answer(&[], &data, &spec).blocks.remove(0) else { panic!() };
        assert_eq!(found.curves[0].curve.watched, 12);
        use tundish::engine::value::Caution as C;
        let said = [C::WithoutDates { records: 1 }, C::DatesOutOfOrder { records: 1 }];
        assert_eq!(found.cautions, said);
    }
}

#[test]
fn time_in_a_stage_with_those_that_are_in_it_still() {
    use Outcome::{Lost, Open, Won};
    let created = day("2025-01-01");
    // In the first stage from creation; the second begins after 2, 5 and 5 days, or never.
    let rows = [(Won, Some(9), Some(2)), (Lost, Some(8), Some(5)), (Open, None, Some(5))];
    let mut deals: Vec<Deal> = rows
        .iter()
        .map(|(outcome, closed, _)| Deal { observed: 0b11, ..deal(*closed, *outcome, 1.0, 0) })
        .collect();
    deals.push(deal(None, Open, 1.0, 0));
    let mut data = assembled(&deals, &[]);
    data.shape = Shape::WideDates;
    data.as_of = Some(created + 10);
    let second: Vec<i32> = rows
        .iter()
        .map(|(.., days)| days.map_or(NO_DAY, |d| created + d))
        .chain([NO_DAY])
        .collect();
    data.records.entered = vec![vec![created; 4], second, Vec::new()];
    let of = |stage: &str| SpreadOf::InStage { stage: stage.to_owned() };
    let first = curve(&data, of("New"), None);
    let steps: Vec<(f64, f64)> =
        first.curves[0].curve.steps.iter().map(|s| (s.time, s.share)).collect();
    assert_eq!(steps, [(2.0, 0.75), (5.0, 0.25)]);
    assert_eq!((first.curves[0].curve.open, first.curves[0].curve.median), (1, Some(5.0)));
    // The stays that ended: 2, 5, 5 days; and of the second stage 7 and 3, one goes on.
    let ended = spread(&data, SpreadSpec { of: of("New"), ..SpreadSpec::default() });
    assert_eq!((ended.count, ended.median, ended.sum), (3, 5.0, 12.0));
    let ended = spread(&data, SpreadSpec { of: of("Qualified"), ..SpreadSpec::default() });
    assert_eq!((ended.count, ended.sum), (2, 10.0));
    let blocks = vec![BlockSpec::Spread(SpreadSpec { of: of("Gone"), ..SpreadSpec::default() })];
    let spec = ReportSpec { blocks, ..ReportSpec::default() };
    assert_eq!(answer(&[], &data, &spec).blocks, [Answer::Absent(Absence::NoSuchStage)]);
}

/// The ends of an interval open the figure that they are of.
#[test]
fn every_figure_of_boxes_and_curves_opens_its_rows() {
    let boxes = spread(&amounts(), boxes_spec(Some(Dimension::Channel)));
    let curves = curve(&ten(), SpreadOf::DaysToClose, Some(Dimension::Channel));
    for found in [boxes, curves] {
        for table in spread_table::tables(&found, strings(Locale::En), None) {
            for row in &table.rows {
                for cell in row.cells.iter().skip(table.names).filter(|c| !c.text.is_empty()) {
                    assert!(cell.traced.is_some(), "{}: {}", row.cells[0].text, cell.text);
                }
            }
        }
    }
}

#[test]
fn amounts_have_no_curve_and_older_documents_are_histograms() {
    let view = SpreadView::Survival;
    let found = spread(&amounts(), SpreadSpec { view, ..SpreadSpec::default() });
    assert_eq!((found.view, found.curves.len()), (SpreadView::Histogram, 0));
    let old: SpreadSpec = serde_json::from_str(r#"{"of": "days_to_win"}"#).unwrap();
    assert_eq!((old.view, old.split), (SpreadView::Histogram, None));
}

#[test]
fn pictures_and_tables() {
    let words = strings(Locale::En);
    let found = spread(&amounts(), boxes_spec(Some(Dimension::Channel)));
    let kind = ChartKind::Boxes(spread_table::boxes(&found, words, Some("EUR")));
    check_chart("boxes", &kind, "Amount of won deals", [560.0, 300.0]);
    let table = &spread_table::tables(&found, words, Some("EUR"))[0];
    assert_eq!((table.rows.len(), table.heads.len()), (3, 11));

    let found = curve(&ten(), SpreadOf::DaysToClose, None);
    let kind = ChartKind::Steps(spread_table::curves(&found, words));
    check_chart("steps", &kind, "Days to close", [560.0, 300.0]);
    let [curves, steps] = &spread_table::tables(&found, words, None)[..] else { panic!() };
    let texts = |row: &tundish::export::figure_table::Row| -> Vec<String> {
        row.cells.iter().map(|c| c.text.clone()).collect()
    };
    assert_eq!(texts(&curves.rows[0])[..5], ["All", "10", "5", "5", "6\u{a0}d"]);
    assert_eq!(steps.rows.len(), 5);
    assert_eq!(texts(&steps.rows[4])[..4], ["6", "5", "1", "46.7\u{a0}%"]);
}
