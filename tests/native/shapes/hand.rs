//! Histories worked out by hand: re-entry, reopening, ties, moves back, gaps, rows that fit nothing.

use super::{funnel, observed, reached};
use crate::tables::{File, assembled, day, file, ladder, mapped};
use tundish::engine::audit::Finding;
use tundish::engine::funnel::{
    Assembled, HistoryFinding, NO_STAGE, Outcome, PLACE_LOST, PLACE_WON, Shape,
};
use tundish::engine::mapping::{FileKind, Mapping, Role, Stage};
use tundish::engine::report::SkipPolicy;
use tundish::engine::table::NO_DAY;

use Outcome::{Lost, Open, Won};

/// New (0), demo (1), offer (2).
pub fn of_log(log: &File) -> Mapping {
    let roles = [
        (Role::Record, "deal"),
        (Role::FromStage, "from"),
        (Role::Stage, "to"),
        (Role::Date, "at"),
    ];
    let there = |(_, header): &&(Role, &str)| log.table.column(header).is_some();
    let roles: Vec<_> = roles.iter().filter(there).copied().collect();
    Mapping {
        files: vec![mapped("log", FileKind::StageHistory, &roles)],
        ladder: ladder(&["new", "demo", "offer"], &["won"], &["lost"]),
        ..Mapping::default()
    }
}

pub fn with_records(records: &File, mapping: Mapping) -> Mapping {
    let roles = [
        (Role::RecordId, "id"),
        (Role::Name, "name"),
        (Role::Stage, "stage"),
        (Role::Created, "created"),
        (Role::Closed, "closed"),
        (Role::Account, "account"),
        (Role::Pipeline, "pipeline"),
    ];
    let there = |(_, header): &&(Role, &str)| records.table.column(header).is_some();
    let roles: Vec<_> = roles.iter().filter(there).copied().collect();
    let mut mapping = mapping;
    mapping.files.insert(0, mapped("deals", FileKind::Deals, &roles));
    mapping
}

/// `record from>to day` of each move.
fn moves(made: &Assembled) -> Vec<String> {
    let name = |place: u8| match place {
        NO_STAGE => "-".to_owned(),
        PLACE_LOST => "lost".to_owned(),
        PLACE_WON => "won".to_owned(),
        p if usize::from(p) < made.stages.len() => made.stages[usize::from(p)].clone(),
        p => format!("after {p}"),
    };
    let moves = &made.moves;
    let line = |at: usize| {
        let day = match moves.day[at] {
            NO_DAY => "?".to_owned(),
            day => tundish::engine::value::Day(day).to_string()[8..].to_owned(),
        };
        format!("{} {}>{} {day}", moves.record[at], name(moves.from[at]), name(moves.to[at]))
    };
    (0..moves.record.len()).map(line).collect()
}

fn history(made: &Assembled) -> Vec<&HistoryFinding> {
    let found = made.findings.iter().filter_map(|f| match f {
        Finding::History(h) => Some(h),
        _ => None,
    });
    found.collect()
}

#[test]
fn a_history_alone_makes_the_records() {
    let log = file(
        "log",
        "deal|from|to|at:date",
        &[
            // Newest first, as some systems write it.
            "A|demo|won|2025-01-20",
            "A|new|demo|2025-01-05",
            "B||new|2025-01-07",
            "B|new|lost|2025-01-09",
            "C||new|2025-01-10",
            "|new|demo|2025-01-11",
        ],
    );
    let made = assembled(&[&log], &of_log(&log));
    let records = &made.records;
    assert_eq!((records.count, made.record_file, made.shape), (3, Some(0), Shape::EventLog));
    assert_eq!(records.outcome, [Won, Lost, Open]);
    let days = ["2025-01-05", "2025-01-07", "2025-01-10"].map(day);
    assert_eq!(records.created, days);
    assert_eq!(records.closed, [day("2025-01-20"), day("2025-01-09"), NO_DAY]);
    assert_eq!(records.depth_unknown, [false; 3]);
    // The opening of A is known, but not its day.
    let expected = [
        "0 ->new ?",
        "0 new>demo 05",
        "0 demo>won 20",
        "1 ->new 07",
        "1 new>lost 09",
        "2 ->new 10",
    ];
    assert_eq!(moves(&made), expected);
    assert_eq!(records.entered[0], [NO_DAY, day("2025-01-07"), day("2025-01-10")]);
    assert_eq!(made.as_of, Some(day("2025-01-20")));
    let funnel = funnel(&[&log], &of_log(&log), SkipPolicy::Implied);
    assert_eq!(reached(&funnel), [3, 1, 1, 1]);
    assert_eq!(observed(&funnel), [3, 1, 0, 1]);
}

#[test]
fn re_entry_reopening_moves_back_and_ties() {
    let log = file(
        "log",
        "deal|from|to|at:date",
        &[
            // 0: back to demo and on again, all on its way; two moves on one day out of file order.
            "0||new|2025-01-01",
            "0|demo|offer|2025-01-05",
            "0|new|demo|2025-01-05",
            "0|offer|demo|2025-01-08",
            "0|demo|offer|2025-01-10",
            "0|offer|won|2025-01-12",
            // 1: lost, reopened, won.
            "1||new|2025-01-01",
            "1|new|lost|2025-01-04",
            "1|lost|demo|2025-01-06",
            "1|demo|won|2025-01-09",
            // 2: lost and won on one day is won.
            "2||new|2025-01-02",
            "2|lost|won|2025-01-03",
            "2|new|lost|2025-01-03",
            // 3: offer before demo: the first entries run against the ladder.
            "3||new|2025-01-02",
            "3|new|offer|2025-01-03",
            "3|offer|demo|2025-01-07",
            // 4: a changed amount is no move.
            "4||new|2025-01-02",
            "4|new|new|2025-01-03",
            "4|new|demo|2025-01-04",
            "4|demo|demo|2025-01-05",
            // 5: back on the day on which it went on: where it says it left, that is where it was.
            "5||new|2025-01-02",
            "5|offer|demo|2025-01-04",
            "5|new|offer|2025-01-04",
        ],
    );
    let mapping = of_log(&log);
    let made = assembled(&[&log], &mapping);
    assert_eq!(made.records.outcome, [Won, Won, Won, Open, Open, Open]);
    assert_eq!(made.records.stage, [NO_STAGE, NO_STAGE, NO_STAGE, 1, 1, 1]);
    let closed = ["2025-01-12", "2025-01-09", "2025-01-03"].map(day);
    assert_eq!(made.records.closed[..3], closed);
    assert_eq!(made.records.entered[1][0], day("2025-01-05"), "the first entry counts");
    assert_eq!(made.records.disordered, [0, 0, 0, 0b100, 0, 0], "a tie is in order");
    let of_4: Vec<String> = moves(&made).into_iter().filter(|m| m.starts_with('4')).collect();
    assert_eq!(of_4, ["4 ->new 02", "4 new>demo 04"]);
    let of_5: Vec<String> = moves(&made).into_iter().filter(|m| m.starts_with('5')).collect();
    assert_eq!(of_5, ["5 ->new 02", "5 new>offer 04", "5 offer>demo 04"]);

    let implied = funnel(&[&log], &mapping, SkipPolicy::Implied);
    assert_eq!(reached(&implied), [6, 6, 5, 3]);
    assert_eq!(observed(&implied), [6, 5, 3, 3]);
    let again: Vec<_> = implied.stages.iter().map(|s| s.path.reentered.unwrap()).collect();
    assert_eq!(again, [0, 1, 1, 0]);
    let against: Vec<_> = implied.stages.iter().map(|s| s.path.out_of_order.unwrap()).collect();
    assert_eq!(against, [0, 0, 1, 0]);
    assert_eq!((implied.ground.moved_back, implied.ground.reopened), (Some(3), Some(2)));
    // 0 and 4 went down the ladder in the order of their dates; 5 did so on one day.
    let strict = funnel(&[&log], &mapping, SkipPolicy::Strict);
    assert_eq!(reached(&strict), [6, 5, 2, 1]);
    // Of demo to offer only 0 (0 days) and 5 (0 days) have an interval: 3 is out of order.
    assert_eq!(implied.stages[2].median_days, Some(0.0));
    let stages = vec![("offer".to_owned(), 1)];
    assert_eq!(history(&made), [&HistoryFinding::OutOfOrder { stages, records: 1 }]);
}

#[test]
fn moves_attach_to_records_by_id_or_by_name() {
    let deals = file(
        "deals",
        "id|name|stage|created:date|closed:date",
        &[
            "1|Alpha|demo|2025-01-01|",
            "2|Beta|won|2025-01-02|2025-01-30",
            "3|Gamma|lost|2025-01-03|2025-01-20",
            "4|Gamma||2025-01-04|",
        ],
    );
    let log = file(
        "log",
        "deal|from|to|at:date",
        &[
            "ALPHA|new|demo|2025-01-06",
            " beta |demo|offer|2025-01-10",
            "Beta|new|demo|2025-01-08",
            "Delta|new|demo|2025-01-08",
            "Delta|demo|offer|2025-01-09",
            "Gamma|new|demo|2025-01-09",
            "Alpha|new|haggling|2025-01-07",
            "Beta|offer|won|",
        ],
    );
    let mapping = with_records(&deals, of_log(&log));
    let made = assembled(&[&deals, &log], &mapping);
    assert_eq!(made.records.outcome, [Open, Won, Lost, Open]);
    assert_eq!(made.records.observed, [0b011, 0b111, 0b001, 0b001]);
    // The opening is added, dated by creation.
    let expected =
        ["0 ->new 01", "0 new>demo 06", "1 ->new 02", "1 new>demo 08", "1 demo>offer 10"];
    assert_eq!(moves(&made), expected);
    let values = |list: &[(&str, u64)]| -> Vec<(String, u64)> {
        list.iter().map(|(v, n)| ((*v).to_owned(), *n)).collect()
    };
    let file = || "log".to_owned();
    let unknown = HistoryFinding::UnknownRecords {
        file: file(),
        values: values(&[("Delta", 2), ("Gamma", 1)]),
        records: 2,
        moves: 3,
    };
    let unmapped = HistoryFinding::StagesUnmapped {
        file: file(),
        values: values(&[("haggling", 1)]),
        more: 0,
        moves: 1,
    };
    let undated = HistoryFinding::Undated { file: file(), moves: 1 };
    // 2 was won by its own row; the dated end of its history is an offer.
    let differ = HistoryFinding::Disagrees { records: 1 };
    for finding in [unknown, unmapped, undated, differ] {
        assert!(history(&made).contains(&&finding), "{finding:?} not in {:?}", history(&made));
    }
    // Two deals are called Gamma: nobody knows whose move it was.
    assert_eq!(made.records.depth_unknown, [false, false, true, false]);
}

#[test]
fn where_rows_say_nothing_the_history_says_how_it_ended() {
    let deals =
        file("deals", "id:int|created:date", &["1|2025-01-01", "2|2025-01-02", "3|2025-01-03"]);
    let log = file(
        "log",
        "deal:int|to|at:time",
        &[
            "1|lost|2025-01-09 10:00:00",
            "1|demo|2025-01-05 09:00:00",
            "2|won|2025-01-09 12:00:00",
            "2|lost|2025-01-09 11:00:00",
        ],
    );
    let made = assembled(&[&deals, &log], &with_records(&deals, of_log(&log)));
    assert!(made.has.outcome);
    assert_eq!(made.records.outcome, [Lost, Won, Open]);
    assert_eq!(made.records.closed, [day("2025-01-09"), day("2025-01-09"), NO_DAY]);
    // Nothing says what was left: each record was opened at the first stage, by creation.
    let expected = [
        "0 ->new 01",
        "0 new>demo 05",
        "0 demo>lost 09",
        "1 ->new 02",
        "1 new>lost 09",
        "1 lost>won 09",
    ];
    assert_eq!(moves(&made), expected);
    assert_eq!(made.records.stage, [1, NO_STAGE, NO_STAGE]);
}

#[test]
fn a_history_that_is_not_there_is_a_finding() {
    let deals = file("deals", "id|stage", &["1|new"]);
    let log = file("log", "deal|to", &[]);
    let mapping = with_records(&deals, of_log(&log));
    let made = assembled(&[&deals], &mapping);
    assert_eq!(history(&made), [&HistoryFinding::Missing { file: "log".to_owned() }]);
    assert_eq!(made.shape, Shape::Snapshot);
    let mut mapping = mapping;
    mapping.files[1].roles.remove(&Role::Record);
    let made = assembled(&[&deals, &log], &mapping);
    assert_eq!(history(&made), [&HistoryFinding::Unusable { file: "log".to_owned() }]);
}

#[test]
fn stages_after_the_win_imply_it_and_change_no_rate() {
    let log = file(
        "log",
        "deal|from|to|at:date",
        &[
            "A||new|2025-01-01",
            "A|new|won|2025-01-05",
            "A|won|activated|2025-01-09",
            "B||new|2025-01-01",
            "B|new|activated|2025-01-06",
            "B|activated|renewed|2025-01-16",
            "C||new|2025-01-01",
            "D||new|2025-01-01",
            "D|new|lost|2025-01-04",
        ],
    );
    let mut mapping = of_log(&log);
    for name in ["activated", "renewed"] {
        mapping.ladder.stages.push(Stage {
            name: name.to_owned(),
            values: vec![name.to_owned()],
            after_win: true,
            ..Stage::default()
        });
    }
    let made = assembled(&[&log], &mapping);
    assert_eq!(made.stages, ["new", "demo", "offer"]);
    assert_eq!(made.stages_after, ["activated", "renewed"]);
    assert_eq!(made.records.outcome, [Won, Won, Open, Lost]);
    assert_eq!(made.records.closed[1], day("2025-01-06"), "nothing else dates the win");
    let funnel = funnel(&[&log], &mapping, SkipPolicy::Implied);
    assert_eq!(reached(&funnel), [4, 2, 2, 2, 2, 1]);
    assert_eq!((funnel.won, funnel.end_to_end.value), (2, Some(0.5)));
    assert_eq!(funnel.stages[5].of_previous.as_ref().unwrap().value, Some(0.5));
    assert_eq!(funnel.stages[5].median_days, Some(10.0));
    // By status alone: who stands after the win was won.
    let deals = file("deals", "id|stage", &["1|renewed", "2|new", "3|won"]);
    let mut alone = with_records(&deals, mapping);
    alone.files.truncate(1);
    let funnel = super::funnel(&[&deals], &alone, SkipPolicy::Implied);
    assert_eq!(reached(&funnel), [3, 2, 2, 2, 1, 1]);
    assert_eq!(observed(&funnel), [3, 0, 0, 2, 0, 1]);
}

#[test]
fn dates_of_winning_and_losing_end_records_that_say_nothing_else() {
    let deals = file(
        "deals",
        "id|created:date|demo on:date|won on:date|lost on:date",
        &[
            "1|2025-01-01|2025-01-03|2025-01-09|",
            "2|2025-01-01|||2025-01-05",
            "3|2025-01-01||2025-01-08|2025-01-05",
            "4|2025-01-01||2025-01-02|2025-01-05",
            "5|2025-01-01|||",
        ],
    );
    let mut mapping = with_records(&deals, of_log(&deals));
    mapping.files.truncate(1);
    mapping.ladder.stages[1].entered = Some("demo on".to_owned());
    mapping.ladder.won_on = Some("won on".to_owned());
    mapping.ladder.lost_on = Some("lost on".to_owned());
    let made = assembled(&[&deals], &mapping);
    assert_eq!(made.records.outcome, [Won, Lost, Won, Lost, Open]);
    let closed = ["2025-01-09", "2025-01-05", "2025-01-08", "2025-01-05"].map(day);
    assert_eq!(made.records.closed[..4], closed);
    assert_eq!((made.shape, made.has.outcome), (Shape::WideDates, true));
}
