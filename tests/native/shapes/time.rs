//! Time in stage on tables worked out by hand, open records followed until the as-of day.

use super::hand::{of_log, with_records};
use super::{ask, funnel};
use crate::tables::{assembled, file};
use tundish::engine::report::{Entity, ReportSpec, SkipPolicy, StageTime, StageVisits as Visits};

#[test]
fn visits_add_up_and_those_still_there_are_followed() {
    let log = file(
        "log",
        "deal|from|to|at:date",
        &[
            // New 4 days, then 2 more: 6; demo 3.
            "1||new|2025-01-01",
            "1|new|demo|2025-01-05",
            "1|demo|new|2025-01-08",
            "1|new|won|2025-01-10",
            // New 10.
            "2||new|2025-01-01",
            "2|new|lost|2025-01-11",
            // Still in demo for 20 days; new 2.
            "3||new|2025-01-01",
            "3|new|demo|2025-01-03",
            // Its opening has no day; demo 8.
            "4|new|demo|2025-01-15",
            "4|demo|won|2025-01-23",
        ],
    );
    // Of the first visits 4, 10 and 2 days, of the last ones 2, 10 and 2; nobody came to the demo twice.
    let mapping = of_log(&log);
    let made = assembled(&[&log], &mapping);
    let of = |visits| {
        let found = ask(&[&log], &made, ReportSpec { visits, ..ReportSpec::default() });
        [0, 1].map(|at| found.stages[at].path.time.unwrap())
    };
    let (all, first, last) = (of(Visits::All), of(Visits::First), of(Visits::Last));
    let means = [all, first, last].map(|times| times[0].mean);
    assert_eq!(means, [Some(18.0 / 3.0), Some(16.0 / 3.0), Some(14.0 / 3.0)]);
    assert!(first[1] == all[1] && last[1] == all[1]);
    let funnel = funnel(&[&log], &mapping, SkipPolicy::Implied);
    let time = |at: usize| funnel.stages[at].path.time.unwrap();
    let new = time(0);
    assert_eq!((new.ended, new.still, new.undated), (3, 0, 1));
    assert_eq!((new.mean, new.median, new.p25), (Some(6.0), Some(6.0), Some(4.0)));
    assert_eq!((new.p75, new.p90), (Some(8.0), Some(9.2)));
    let demo = time(1);
    assert_eq!((demo.ended, demo.still, demo.undated), (2, 1, 0));
    // 3 of three at risk, 8 of two: a third goes on after 8 days, and the last was followed for 20.
    assert_eq!((demo.median, demo.median_of_all), (Some(5.5), Some(8.0)));
    let (longest, share) = demo.watched.unwrap();
    assert!(longest == 20.0 && (share - 1.0 / 3.0).abs() < 1e-12);
    // Nobody was in the offer, and the win is no stage to stay in.
    assert_eq!(time(2), StageTime::default());
    assert_eq!(funnel.stages[3].path.time, None);
}

#[test]
fn dates_of_stages_give_stays_and_implied_entries_none() {
    let deals = file(
        "deals",
        "id|stage|created:date|closed:date|demo on:date|offer on:date",
        &[
            // New 4, demo 5, offer 10.
            "1|won|2025-01-01|2025-01-20|2025-01-05|2025-01-10",
            // The demo is implied alone: new lasts until the offer, 9 days.
            "2|won|2025-01-01|2025-01-20||2025-01-10",
            // Still in demo for 21 days.
            "3|demo|2025-01-01||2025-01-10|",
            // Against the ladder: the demo after the offer. Offer until the close, 15 days.
            "4|lost|2025-01-01|2025-01-20|2025-01-09|2025-01-05",
            // In an offer that nobody dated.
            "5|offer|2025-01-31||||",
        ],
    );
    let mut mapping = with_records(&deals, of_log(&deals));
    mapping.files.truncate(1);
    mapping.ladder.stages[1].entered = Some("demo on".to_owned());
    mapping.ladder.stages[2].entered = Some("offer on".to_owned());
    let funnel = super::funnel(&[&deals], &mapping, SkipPolicy::Implied);
    let counts = |at: usize| {
        let time = funnel.stages[at].path.time.unwrap();
        (time.ended, time.still, time.undated, time.mean)
    };
    assert_eq!(counts(0), (4, 0, 1, Some((4.0 + 9.0 + 9.0 + 8.0) / 4.0)));
    assert_eq!(counts(1), (1, 1, 1, Some(5.0)));
    assert_eq!(counts(2), (3, 0, 1, Some((10.0 + 10.0 + 15.0) / 3.0)));
    // A status tells no time, and companies have none of their own.
    let made = assembled(&[&deals], &mapping);
    let spec = ReportSpec { entity: Entity::Record, ..ReportSpec::default() };
    assert!(ask(&[&deals], &made, spec).stages[0].path.time.is_some());
    mapping.ladder.stages.iter_mut().for_each(|s| s.entered = None);
    let funnel = super::funnel(&[&deals], &mapping, SkipPolicy::Implied);
    assert!(funnel.stages.iter().all(|s| s.path.time.is_none()));
}

#[test]
fn who_never_moved_is_still_where_it_was_created() {
    let deals = file(
        "deals",
        "id|stage|created:date|closed:date",
        &[
            "1|demo|2026-01-01|",
            "2|new|2026-01-01|",
            "3|new|2026-01-01|",
            "4|won|2026-01-01|2026-01-31",
            // Made in the offer; lost without a word of where it was; of a stage that nothing takes.
            "5|offer|2026-01-21|",
            "6|lost|2026-01-01|2026-01-09",
            "7|gone|2026-01-01|",
        ],
    );
    let moves = ["1|new|demo|2026-01-11", "4|new|demo|2026-01-06", "4|demo|won|2026-01-31"];
    let opened = ["2||new|2026-01-01", "3||new|2026-01-01", "5||offer|2026-01-21"];
    let times = |rows: &[&str]| {
        let log = file("log", "deal|from|to|at:date", rows);
        let mapping = with_records(&deals, of_log(&log));
        let funnel = funnel(&[&deals, &log], &mapping, SkipPolicy::Implied);
        [0, 1, 2].map(|at: usize| funnel.stages[at].path.time.unwrap())
    };
    // The last day is 31 January. New: 10 and 5 days, two still there after 30; 5 of four at risk, 10
    // of three: half of them after 10. Demo: 25 days, still there after 20. Offer: still after 10.
    let [new, demo, offer] = times(&moves);
    assert_eq!((new.ended, new.still, new.undated), (2, 2, 0));
    assert_eq!((new.median, new.median_of_all), (Some(7.5), Some(10.0)));
    assert_eq!((demo.ended, demo.still, demo.undated), (1, 1, 0));
    assert_eq!((offer.ended, offer.still, offer.watched), (0, 1, Some((10.0, 1.0))));
    // So it is where the history tells the openings.
    assert_eq!(times(&[&moves[..], &opened].concat()), [new, demo, offer]);
}

#[test]
fn without_a_status_nobody_has_an_unknown_one() {
    let rows = ["1|new|2025-01-01||", "2||2025-01-01|2025-01-10|", "3|odd|2025-01-01|2025-01-10|"];
    let rows = [&rows[..], &["4|odd|2025-01-01||"]].concat();
    let deals = file("deals", "id|stage|created:date|demo on:date|paid on:date", &rows);
    let mut mapping = with_records(&deals, of_log(&deals));
    mapping.files.truncate(1);
    mapping.ladder.stages[1].entered = Some("demo on".to_owned());
    mapping.ladder.won_on = Some("paid on".to_owned());
    // The status of the third is odd, but it was in the demo and not at the first stage.
    let by_status = super::funnel(&[&deals], &mapping, SkipPolicy::Implied);
    assert_eq!((super::reached(&by_status), by_status.unmapped), (vec![4, 2, 0, 0], 1));
    mapping.files[0].roles.remove(&tundish::engine::mapping::Role::Stage);
    let by_dates = super::funnel(&[&deals], &mapping, SkipPolicy::Implied);
    assert_eq!((super::reached(&by_dates), by_dates.unmapped), (vec![4, 2, 0, 0], 0));
}

#[test]
fn a_value_that_no_stage_takes_ends_the_stay() {
    let rows = [
        // New 5 days, on hold, demo 11.
        "1||new|2025-01-01",
        "1|new|hold|2025-01-06",
        "1|hold|demo|2025-01-10",
        "1|demo|won|2025-01-21",
        // New 5 days, and never back.
        "2||new|2025-01-01",
        "2|new|hold|2025-01-06",
        // New 3 days and 2 more; in the demo since, for 21.
        "3||new|2025-01-01",
        "3|new|hold|2025-01-04",
        "3|hold|new|2025-01-08",
        "3|new|demo|2025-01-10",
        // Still new, 20 days less 2.
        "4||new|2025-01-11",
        "4|new|hold|2025-01-13",
        "4|hold|new|2025-01-15",
        // The last day of the file.
        "5||new|2025-01-31",
    ];
    let told = |log: &crate::tables::File| {
        let funnel = funnel(&[log], &of_log(log), SkipPolicy::Implied);
        let time = |at: usize| funnel.stages[at].path.time.unwrap();
        let (new, demo) = (time(0), time(1));
        assert_eq!((new.ended, new.still, new.undated), (3, 2, 0));
        assert_eq!((new.mean, new.median), (Some(5.0), Some(5.0)));
        // Who is still there after 18 days is the last to be watched.
        assert_eq!(new.watched.map(|(day, _)| day), Some(18.0));
        assert_eq!((demo.ended, demo.still, demo.mean), (1, 1, Some(11.0)));
        assert_eq!(demo.watched.map(|(day, _)| day), Some(21.0));
        // Nobody moved by it.
        assert_eq!((funnel.ground.moved_back, funnel.stages[0].path.reentered), (Some(0), Some(0)));
    };
    told(&file("log", "deal|from|to|at:date", &rows));
    let without: Vec<String> = rows
        .iter()
        .map(|row| {
            let cells: Vec<&str> = row.split('|').collect();
            [cells[0], cells[2], cells[3]].join("|")
        })
        .collect();
    let without: Vec<&str> = without.iter().map(String::as_str).collect();
    told(&file("log", "deal|to|at:date", &without));
}

#[test]
fn what_was_there_before_its_history_began_may_have_moved() {
    let deals = file(
        "deals",
        "id|stage|created:date|closed:date",
        &[
            "1|demo|2026-01-01|",
            "2|offer|2022-03-01|",
            "3|offer|2026-01-21|",
            "4|new|2022-03-01|",
            "5|new|2026-01-31|",
        ],
    );
    let log = file("log", "deal|from|to|at:date", &["1|new|demo|2026-01-11"]);
    let mapping = with_records(&deals, of_log(&log));
    let funnel = funnel(&[&deals, &log], &mapping, SkipPolicy::Implied);
    let offer = funnel.stages[2].path.time.unwrap();
    // The third is there since it was made, for ten days; when the second came there, nobody knows.
    assert_eq!((offer.ended, offer.still, offer.undated), (0, 1, 1));
    assert_eq!(offer.watched, Some((10.0, 1.0)));
    // What stands in the first stage never left it.
    assert_eq!(funnel.stages[0].path.time.unwrap().still, 2);
}
