//! What the funnel remarks, where accounts go through it: accounts are counted and not their deals.

use super::ask;
use super::hand::{of_log, with_records};
use crate::tables::{assembled, file};
use tundish::engine::report::{Entity, Funnel, ReportSpec};

fn remarks(funnel: &Funnel) -> [u64; 6] {
    let ground = &funnel.ground;
    let (back, reopened) = (ground.moved_back.unwrap_or(0), ground.reopened.unwrap_or(0));
    [funnel.lost, funnel.unknown_depth, funnel.unmapped, ground.young, back, reopened]
}

#[test]
fn accounts_are_counted_once_in_each_remark() {
    let deals = file(
        "deals",
        "id|stage|created:date|closed:date|account",
        &[
            // Acme: lost three times, nobody knows where. Beta: lost so, and won. Gamma: lost so, and
            // open in an offer. Delta: two deals with a stage that nobody mapped. Echo: one such, and
            // one in a demo. Fox: one such, beside a deal that was lost.
            "1|lost|2025-01-01|2025-01-05|Acme",
            "2|lost|2025-01-02|2025-01-05|ACME",
            "3|lost|2025-01-03|2025-01-05|Acme",
            "4|lost|2025-01-01|2025-01-05|Beta",
            "5|won|2025-01-01|2025-01-06|Beta",
            "6|lost|2025-01-01|2025-01-05|Gamma",
            "7|offer|2025-01-28||Gamma",
            "8|paused|2025-01-01||Delta",
            "9|paused|2025-01-28||Delta",
            "10|paused|2025-01-01||Echo",
            "11|demo|2025-01-31||Echo",
            "12|paused|2025-01-01||Fox",
            "13|lost|2025-01-01|2025-01-05|Fox",
            // Without an account each counts by itself.
            "14|lost|2025-01-01|2025-01-05|",
            "15|paused|2025-01-01||",
        ],
    );
    let mut mapping = with_records(&deals, of_log(&deals));
    mapping.files.truncate(1);
    let made = assembled(&[&deals], &mapping);
    let of = |entity, window| {
        ask(&[&deals], &made, ReportSpec { entity, window, ..ReportSpec::default() })
    };
    // Seven deals were lost and none tells where; five are in no stage.
    assert_eq!(remarks(&of(Entity::Record, None)), [7, 7, 5, 0, 0, 0]);
    let accounts = of(Entity::Account, None);
    assert_eq!((accounts.entered, accounts.won, accounts.open), (8, 1, 5));
    // Acme and 14 are lost; Delta, Fox and 15 stand in no stage.
    assert_eq!(remarks(&accounts), [2, 2, 3, 0, 0, 0]);
    // Entered less than ten days before: deals 7, 9 and 11, of three accounts.
    assert_eq!(of(Entity::Record, Some(10)).ground.young, 3);
    assert_eq!(of(Entity::Account, Some(10)).ground.young, 3);
    // What was lost after the window is not lost within it, nor at an unknown stage.
    let short = of(Entity::Record, Some(3));
    assert_eq!((short.lost, short.unknown_depth), (2, 2));
    let short = of(Entity::Account, Some(3));
    assert_eq!((short.lost, short.unknown_depth), (0, 0));
}

#[test]
fn accounts_that_went_back_or_against_the_ladder_are_counted_once() {
    let deals = file(
        "deals",
        "id|stage|created:date|closed:date|demo on:date|offer on:date|account",
        &[
            "A|demo|2025-01-01||2025-01-09|2025-01-03|Acme",
            "B|demo|2025-01-01||2025-01-09|2025-01-03|Acme",
            "C|won|2025-01-01|2025-01-20|2025-01-02|2025-01-03|Beta",
        ],
    );
    let mut mapping = with_records(&deals, of_log(&deals));
    mapping.files.truncate(1);
    mapping.ladder.stages[1].entered = Some("demo on".to_owned());
    mapping.ladder.stages[2].entered = Some("offer on".to_owned());
    let made = assembled(&[&deals], &mapping);
    let against = |entity| {
        let spec = ReportSpec { entity, ..ReportSpec::default() };
        ask(&[&deals], &made, spec).stages[2].path.out_of_order
    };
    assert_eq!((against(Entity::Record), against(Entity::Account)), (Some(2), Some(1)));

    let log = file(
        "log",
        "deal|from|to|at:date",
        &[
            "A||new|2025-01-01",
            "A|new|offer|2025-01-02",
            "A|offer|demo|2025-01-03",
            "A|demo|offer|2025-01-04",
            "B||new|2025-01-01",
            "B|new|offer|2025-01-02",
            "B|offer|demo|2025-01-03",
            "B|demo|offer|2025-01-04",
            "C||new|2025-01-01",
            "C|new|lost|2025-01-02",
            "C|lost|won|2025-01-20",
        ],
    );
    let records = file(
        "deals",
        "id|stage|created:date|closed:date|account",
        &["A|offer|2025-01-01||Acme", "B|offer|2025-01-01||Acme", "C|won|2025-01-01|2025-01-20|B"],
    );
    let mapping = with_records(&records, of_log(&log));
    let made = assembled(&[&records, &log], &mapping);
    let of = |entity| ask(&[&records, &log], &made, ReportSpec { entity, ..ReportSpec::default() });
    let (each, accounts) = (of(Entity::Record), of(Entity::Account));
    let back = |f: &Funnel| (f.ground.moved_back, f.ground.reopened, f.stages[2].path.reentered);
    assert_eq!(back(&each), (Some(2), Some(1), Some(2)));
    assert_eq!(back(&accounts), (Some(1), Some(1), Some(1)));
}
