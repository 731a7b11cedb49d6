//! What is reached within so many days of entry, and by accounts instead of deals.

use super::hand::{of_log, with_records};
use super::{ask, reached};
use crate::tables::{File, assembled, file};
use tundish::engine::mapping::Mapping;
use tundish::engine::report::{Entity, ReportSpec, SkipPolicy};

/// Entered on the first; the as-of day is the last of January.
fn windowed() -> (File, Mapping) {
    let deals = file(
        "deals",
        "id|stage|created:date|closed:date|demo on:date|offer on:date|account",
        &[
            "1|won|2025-01-01|2025-01-08|2025-01-02|2025-01-05|Acme",
            "2|won|2025-01-01|2025-01-31|2025-01-02|2025-01-20|ACME",
            "3|offer|2025-01-01||2025-01-02|2025-01-20|Beta",
            "4|demo|2025-01-28||2025-01-29||Beta",
            "5|lost|2025-01-01|2025-01-05|||",
            "6|new|2025-01-01||2025-01-05|2025-01-03|",
        ],
    );
    let mut mapping = with_records(&deals, of_log(&deals));
    mapping.files.truncate(1);
    mapping.ladder.stages[1].entered = Some("demo on".to_owned());
    mapping.ladder.stages[2].entered = Some("offer on".to_owned());
    (deals, mapping)
}

#[test]
fn a_window_counts_what_was_reached_in_time() {
    let (deals, mapping) = windowed();
    let made = assembled(&[&deals], &mapping);
    let of = |window, policy| {
        ask(&[&deals], &made, ReportSpec { window, policy, ..ReportSpec::default() })
    };
    let free = of(None, SkipPolicy::Implied);
    assert_eq!(reached(&free), [6, 5, 4, 2]);
    let ten = of(Some(10), SkipPolicy::Implied);
    assert_eq!(reached(&ten), [6, 5, 2, 1]);
    assert_eq!((ten.won, ten.lost, ten.open), (1, 1, 4));
    assert_eq!((ten.ground.young, ten.ground.undated), (1, 0));
    assert_eq!(ten.stages[2].median_days, Some(3.0), "only intervals that end in time");
    let all = of(Some(1000), SkipPolicy::Implied);
    assert_eq!((reached(&all), all.ground.young), (reached(&free), 6));
    // 6 has its offer before its demo: the strict path ends there.
    assert_eq!(reached(&of(None, SkipPolicy::Strict)), [6, 5, 3, 2]);

    // A status without a date may have come too late: it is not counted, and that is said.
    let plain = file(
        "deals",
        "id|stage|created:date|closed:date",
        &["1|offer|2025-01-01|", "2|demo|2025-01-25|", "3|won|2025-01-20|2025-01-31"],
    );
    let mut mapping = with_records(&plain, of_log(&plain));
    mapping.files.truncate(1);
    let made = assembled(&[&plain], &mapping);
    let spec = ReportSpec { window: Some(15), ..ReportSpec::default() };
    let funnel = ask(&[&plain], &made, spec);
    assert_eq!(reached(&funnel), [3, 2, 1, 1]);
    assert_eq!(funnel.ground.undated, 1);
}

#[test]
fn accounts_take_the_furthest_stage_of_their_deals() {
    let (deals, mapping) = windowed();
    let made = assembled(&[&deals], &mapping);
    let spec = ReportSpec { entity: Entity::Account, ..ReportSpec::default() };
    let funnel = ask(&[&deals], &made, spec);
    // Acme won, Beta has an offer; 5 and 6 name no account and count one by one.
    assert_eq!((funnel.entered, funnel.ground.without_entity), (4, 2));
    assert_eq!(reached(&funnel), [4, 3, 3, 1]);
    assert_eq!((funnel.won, funnel.lost, funnel.open), (1, 1, 2));
    assert_eq!(funnel.stages[1].median_days, None);
}

#[test]
fn an_end_without_a_day_may_have_come_too_late() {
    let deals = file(
        "deals",
        "id|stage|created:date|closed:date",
        &[
            "1|won|2025-01-01|",
            "2|lost|2025-01-01|",
            "3|won|2025-01-01|2025-01-05",
            "4|won|2025-01-01|2025-01-25",
            // Not long ago: it ended in time, whenever it was.
            "5|won|2025-01-25|",
            "6|won||2025-01-05",
            "7|new|2025-01-31|",
        ],
    );
    let mut mapping = with_records(&deals, of_log(&deals));
    mapping.files.truncate(1);
    let made = assembled(&[&deals], &mapping);
    let of = |window| ask(&[&deals], &made, ReportSpec { window, ..ReportSpec::default() });
    assert_eq!((of(None).won, of(None).lost, of(None).ground.undated), (5, 1, 0));
    let ten = of(Some(10));
    // Won in time: 3 and 5. Nobody knows of 1 and 2; when 6 entered is not known either.
    assert_eq!((ten.won, ten.lost, ten.ground.undated), (2, 0, 3));
}
