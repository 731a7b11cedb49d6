//! Calls by hour and weekday, worked out by hand.

use crate::support::{check_chart, check_golden};
use crate::tables::{File, assembled, file, ladder, mapped};
use tundish::chart::heat::{contrast, ink_on, shade};
use tundish::chart::{ChartKind, Theme};
use tundish::engine::calendar::{Calendar, WeekStart};
use tundish::engine::filter::{Period, PeriodSpec};
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::answer;
use tundish::engine::report::*;
use tundish::engine::value::Day;
use tundish::export::{answer_tables, calls_table, sheet_csv};
use tundish::i18n::{Locale, strings};

/// 2025-06-02 is a Monday. Twelve incoming calls at ten on Mondays, three of them missed.
fn rows() -> Vec<String> {
    let mut rows: Vec<String> = (0..12)
        .map(|i| {
            let result = if i < 3 { "missed" } else { "answered" };
            format!("D-1|2025-06-02 10:{i:02}:00|call|incoming|{result}")
        })
        .collect();
    rows.extend(
        [
            "D-1|2025-06-03 09:59:59|call|incoming|no answer",
            "D-1|2025-06-03 23:00:00|call|outgoing|no answer",
            "|2025-06-08 00:00:01|call|incoming|answered",
            "D-1|2025-06-09 10:00:00|email|incoming|answered",
            "D-1||call|incoming|answered",
        ]
        .map(str::to_owned),
    );
    rows
}

fn ask(calls: &File, change: impl FnOnce(&mut Mapping, &mut ReportSpec)) -> Answer {
    let deals = file("deals.csv", "Deal ID|Created:date|Stage", &["D-1|2025-06-01|New"]);
    let of_deals = [(R::RecordId, "Deal ID"), (R::Created, "Created"), (R::Stage, "Stage")];
    let of_calls = [
        (R::Record, "Deal ID"),
        (R::Date, "At"),
        (R::Activity, "Kind"),
        (R::Direction, "Direction"),
        (R::ActivityResult, "Result"),
    ];
    let mut mapping = Mapping {
        files: vec![
            mapped("deals.csv", FileKind::Deals, &of_deals),
            mapped("calls.csv", FileKind::Activities, &of_calls),
        ],
        ladder: ladder(&["New"], &["Won"], &["Lost"]),
        ..Mapping::default()
    };
    let blocks = vec![BlockSpec::Calls(CallsSpec::default())];
    let mut spec = ReportSpec { blocks, ..ReportSpec::default() };
    change(&mut mapping, &mut spec);
    let data = assembled(&[&deals, calls], &mapping);
    answer(&[deals.view(), calls.view()], &data, &spec).blocks.remove(0)
}

fn calls(rows: &[String], change: impl FnOnce(&mut Mapping, &mut ReportSpec)) -> Calls {
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let header = "Deal ID|At:time|Kind|Direction|Result";
    match ask(&file("calls.csv", header, &rows), change) {
        Answer::Calls(found) => found,
        other => panic!("{other:?}"),
    }
}

fn of(figure: CallFigure) -> impl FnOnce(&mut Mapping, &mut ReportSpec) {
    move |_, spec| {
        spec.blocks = vec![BlockSpec::Calls(CallsSpec { figure, ..CallsSpec::default() })];
    }
}

#[test]
fn calls_stand_at_their_hour_and_weekday_and_everything_adds_up() {
    let found = calls(&rows(), of(CallFigure::All));
    let cell = |calls, answered, asked, missed| CallCell { calls, answered, asked, missed };
    assert_eq!(found.cells[0][10], cell(12, 9, 12, 3));
    assert_eq!(found.cells[1][9], cell(1, 0, 1, 1));
    // An outgoing call that nobody took is not answered, and no missed call.
    assert_eq!(found.cells[1][23], cell(1, 0, 0, 0));
    assert_eq!(found.cells[6][0], cell(1, 1, 1, 0));
    assert_eq!((found.total, found.without_time), (cell(15, 10, 14, 4), 1));
    let sum = |cells: &[CallCell]| cells.iter().map(|c| c.calls).sum::<u64>();
    assert_eq!(found.cells.iter().map(|row| sum(row)).sum::<u64>(), 15);
    assert_eq!((sum(&found.days), sum(&found.hours)), (15, 15));
}

#[test]
fn the_week_begins_as_the_calendar_says_and_rows_in_any_order_count_alike() {
    let week = |week_start| {
        move |_: &mut Mapping, spec: &mut ReportSpec| {
            spec.calendar = Calendar { week_start, ..Calendar::default() };
        }
    };
    let mut turned = rows();
    turned.reverse();
    let sunday = calls(&turned, week(WeekStart::Sunday));
    assert_eq!((sunday.cells[0][0].calls, sunday.cells[1][10].calls), (1, 12));
    assert_eq!(sunday.cells[1], calls(&rows(), week(WeekStart::Saturday)).cells[2]);
}

#[test]
fn the_clock_that_is_set_for_the_file_moves_the_hours() {
    let found = calls(&rows(), |mapping, _| mapping.files[1].clock_minutes = 90);
    // From ten to twelve past ten, and an hour and a half.
    assert_eq!(found.cells[0][11].calls, 12);
    assert_eq!(found.cells[2][0].calls, 1, "late on Tuesday is Wednesday");
}

#[test]
fn a_period_takes_calls_by_their_own_day() {
    let day = |text| Day(crate::tables::day(text));
    let found = calls(&rows(), |_, spec| {
        let tuesday = Period { first: day("2025-06-03"), last: day("2025-06-03") };
        spec.period = PeriodSpec::Between(tuesday);
    });
    assert_eq!((found.total.calls, found.without_time), (2, 0));
}

#[test]
fn few_calls_show_counts_and_no_shade() {
    let found = calls(&rows(), of(CallFigure::MissedShare));
    let chart = calls_table::chart(&found, strings(Locale::En));
    assert_eq!(chart.columns.len(), 24);
    let (many, few) = (&chart.cells[0][10], &chart.cells[1][9]);
    assert_eq!((many.text.as_str(), many.shade), ("25\u{a0}%", Some(1.0)));
    assert_eq!((few.text.as_str(), few.shade), ("1/1", None));
}

#[test]
fn days_without_times_say_so() {
    let header = "Deal ID|At:date|Kind|Direction|Result";
    let plain = file("calls.csv", header, &["D-1|2025-06-02|call|incoming|answered"]);
    assert_eq!(ask(&plain, |_, _| {}), Answer::Absent(Absence::NoTimes));
    let none = file("calls.csv", header, &["D-1|2025-06-02|email|incoming|answered"]);
    assert_eq!(ask(&none, |_, _| {}), Answer::Absent(Absence::NoActivities));
}

/// The share of missed calls as a card says it, and the heat map's total or why there is none.
fn both(header: &str, rows: &[&str]) -> (Kpi, Result<CallCell, Absence>) {
    let of = |block: BlockSpec| {
        ask(&file("calls.csv", header, rows), move |mapping, spec| {
            if !header.contains("Direction") {
                mapping.files[1].roles.remove(&R::Direction);
            }
            spec.blocks = vec![block];
        })
    };
    let measures = vec![M::MissedCalls];
    let card = match of(BlockSpec::Kpis(KpisSpec { measures, ..KpisSpec::default() })) {
        Answer::Kpis(mut kpis) => kpis.cards.remove(0),
        other => panic!("{other:?}"),
    };
    let spec = CallsSpec { figure: CallFigure::MissedShare, ..CallsSpec::default() };
    let map = match of(BlockSpec::Calls(spec)) {
        Answer::Calls(found) => Ok(found.total),
        Answer::Absent(why) => Err(why),
        other => panic!("{other:?}"),
    };
    (card, map)
}

#[test]
fn the_heat_map_and_the_measure_go_by_one_rule() {
    let with = "Deal ID|At:time|Kind|Direction|Result";
    let without = "Deal ID|At:time|Kind|Result";
    // Three of twelve were not answered, and all of them went out: none came in.
    let out: Vec<String> = (0..12)
        .map(|i| {
            let result = if i < 3 { "no answer" } else { "answered" };
            format!("D-1|2025-06-02 10:{i:02}:00|call|Outgoing|{result}")
        })
        .collect();
    let out: Vec<&str> = out.iter().map(String::as_str).collect();
    let (card, map) = both(with, &out);
    assert_eq!((card.now.value, card.absent), (None, None));
    assert_eq!(map, Ok(CallCell { calls: 12, answered: 9, asked: 0, missed: 0 }));
    // Nothing says which came in: neither has a figure, for the same reason.
    let plain = ["D-1|2025-06-02 10:00:00|call|missed", "D-1|2025-06-02 11:00:00|call|answered"];
    let (card, map) = both(without, &plain);
    assert_eq!(card.absent, Some(Absence::NoDirection));
    assert_eq!(map, Err(Absence::NoDirection));
    // The words for calls say it: two came in, of which one was missed.
    let worded = [
        "D-1|2025-06-02 10:00:00|Inbound call|missed",
        "D-1|2025-06-02 11:00:00|Входящий звонок|answered",
        "D-1|2025-06-02 12:00:00|Outbound call|no answer",
    ];
    let (card, map) = both(without, &worded);
    assert_eq!((card.now.numerator, card.now.denominator), (Some(1.0), Some(2.0)));
    assert_eq!(map, Ok(CallCell { calls: 3, answered: 1, asked: 2, missed: 1 }));
}

#[test]
fn words_can_be_read_on_every_shade() {
    for theme in [Theme::LIGHT, Theme::DARK] {
        for step in 0..=20 {
            let ground = shade(&theme, f64::from(step) / 20.0);
            let found = contrast(ink_on(&theme, ground), ground);
            assert!(found >= 4.5, "{}: {found:.2}", ground.hex());
        }
    }
}

#[test]
fn table_and_picture_are_as_they_were() {
    let words = strings(Locale::En);
    let found = calls(&rows(), of(CallFigure::MissedShare));
    let kind = ChartKind::Heat(calls_table::chart(&found, words));
    check_chart("heat", &kind, "Calls", [900.0, 360.0]);
    let csv = sheet_csv(&answer_tables(&Answer::Calls(found), words, None)[0].sheet(words), '.');
    check_golden("flows/calls.csv", csv.replace("\r\n", "\n").trim_start_matches('\u{feff}'));
}
