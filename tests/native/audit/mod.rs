//! The audit beyond assembling: each finding on the smallest data that shows it.

mod beside;
mod checks;
mod further;
mod periods;
mod rows;
mod sentence;

use crate::tables::{assembled, file, ladder, mapped};
use tundish::engine::audit::Finding;
use tundish::engine::mapping::{FileKind, Mapping, Role};

fn findings(rows: &[&str]) -> Vec<Finding> {
    let deals =
        file("deals", "id|stage|created:date|closed:date|hoped:date|amount:money|source", rows);
    let roles = [
        (Role::RecordId, "id"),
        (Role::Stage, "stage"),
        (Role::Created, "created"),
        (Role::Closed, "closed"),
        (Role::ExpectedClose, "hoped"),
        (Role::Amount, "amount"),
        (Role::Source, "source"),
    ];
    let mapping = Mapping {
        files: vec![mapped("deals", FileKind::Deals, &roles)],
        ladder: ladder(&["new", "offer", "pause"], &["won"], &["lost"]),
        ..Mapping::default()
    };
    assembled(&[&deals], &mapping).findings
}

#[test]
fn the_audit_says_what_is_missing_most_records_first() {
    let found = findings(&[
        "1|won|2025-01-01|2025-02-01||10|Email",
        "2|won|2025-01-01|2025-02-01|||",
        "3|won|2025-01-01|2025-02-01||0|",
        "4|won|2025-01-01|||5|",
        "5|won|2025-03-01|2025-02-01||5|",
        "6|offer|||2025-02-28||",
        "7|new|2025-01-01||2025-03-01||",
        "8|new|||2025-02-01||",
        "9|strange|2025-01-01||||",
        "10|lost|2025-01-01|2025-01-02|2025-01-02|0|Email",
    ]);
    let expected = [
        Finding::ChannelUnassigned { records: 8, share: 0.8 },
        Finding::WithoutCreatedDate { records: 2 },
        // Data of 1 March: 28 February has passed, 1 March has not.
        Finding::OpenPastExpectedClose { records: 2 },
        Finding::StagesUnmapped { values: vec![("strange".to_owned(), 1)], more: 0, records: 1 },
        Finding::LostDepthUnknown { records: 1 },
        Finding::WonWithoutAmount { records: 1 },
        Finding::WonWithZeroAmount { records: 1 },
        Finding::WonWithoutCloseDate { records: 1 },
        Finding::CloseBeforeCreated { records: 1 },
        Finding::StageUnused { stage: "pause".to_owned() },
    ];
    assert_eq!(found, expected);
}

#[test]
fn sound_data_has_no_findings() {
    let found = findings(&[
        "1|won|2025-01-01|2025-02-01||10|Email",
        "2|offer|2025-01-02||2025-03-01|10|Email",
        "3|pause|2025-01-02||2025-02-01||Email",
    ]);
    assert_eq!(found, []);
}

#[test]
fn a_file_of_closed_deals_only_is_said_to_be_one() {
    let found = findings(&["1|won|2025-01-01|2025-02-01||10|Email"]);
    assert!(found.contains(&Finding::OnlyClosed), "{found:?}");
    assert_eq!(findings(&[]), []);
}
