//! Named time zones: instants around changes of clocks, checked by hand against the laws behind
//! them, and what they make of the days of a file.

use crate::tables::{File, assembled, file, ladder, mapped, read_text};
use tundish::engine::document::Document;
use tundish::engine::mapping::clock::Clock;
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::{FileKind, Mapping, Role};
use tundish::engine::value::{Day, Moment};
use tundish::engine::zone::{Showing, Zone};

fn zone(name: &str) -> Zone {
    Zone::named(name).unwrap_or_else(|| panic!("{name}"))
}

/// Seconds of `2024-03-31 01:00:00`.
fn seconds(text: &str) -> i64 {
    let (day, clock) = text.split_once(' ').unwrap();
    let parts: Vec<i64> = clock.split(':').map(|p| p.parse().unwrap()).collect();
    i64::from(Day::from_iso(day).unwrap().0) * 86_400
        + parts.iter().rev().zip([1, 60, 3600]).map(|(p, unit)| p * unit).sum::<i64>()
}

fn shown(zone: Zone, utc: &str) -> String {
    let instant = seconds(utc);
    Moment(instant + zone.at(instant).offset).to_string().replace('T', " ")
}

#[test]
fn clocks_around_their_changes() {
    let cases = [
        // Greece: the last Sundays of March and October, 01:00 UTC.
        ("Europe/Athens", "2024-03-31 00:59:59", "2024-03-31 02:59:59"),
        ("Europe/Athens", "2024-03-31 01:00:00", "2024-03-31 04:00:00"),
        ("Europe/Athens", "2024-10-27 00:59:59", "2024-10-27 03:59:59"),
        ("Europe/Athens", "2024-10-27 01:00:00", "2024-10-27 03:00:00"),
        ("Europe/Athens", "2089-07-01 12:00:00", "2089-07-01 15:00:00"),
        ("Europe/Athens", "1995-09-24 00:59:59", "1995-09-24 03:59:59"),
        ("Europe/Athens", "1995-09-24 01:00:00", "1995-09-24 03:00:00"),
        // Russia: summer for good from 27 March 2011, winter for good from 26 October 2014.
        ("Europe/Moscow", "2010-03-27 22:59:59", "2010-03-28 01:59:59"),
        ("Europe/Moscow", "2010-03-27 23:00:00", "2010-03-28 03:00:00"),
        ("Europe/Moscow", "2010-10-30 23:00:00", "2010-10-31 02:00:00"),
        ("Europe/Moscow", "2011-03-26 22:59:59", "2011-03-27 01:59:59"),
        ("Europe/Moscow", "2011-03-26 23:00:00", "2011-03-27 03:00:00"),
        ("Europe/Moscow", "2012-01-15 12:00:00", "2012-01-15 16:00:00"),
        ("Europe/Moscow", "2014-10-25 21:59:59", "2014-10-26 01:59:59"),
        ("Europe/Moscow", "2014-10-25 22:00:00", "2014-10-26 01:00:00"),
        ("Europe/Moscow", "2024-07-01 12:00:00", "2024-07-01 15:00:00"),
        // The United States: from 2007 the second Sunday of March, the first of November.
        ("America/New_York", "2006-04-02 06:59:59", "2006-04-02 01:59:59"),
        ("America/New_York", "2006-04-02 07:00:00", "2006-04-02 03:00:00"),
        ("America/New_York", "2024-03-10 06:59:59", "2024-03-10 01:59:59"),
        ("America/New_York", "2024-03-10 07:00:00", "2024-03-10 03:00:00"),
        ("America/New_York", "2024-11-03 05:59:59", "2024-11-03 01:59:59"),
        ("America/New_York", "2024-11-03 06:00:00", "2024-11-03 01:00:00"),
        // India: half an hour, and never a change.
        ("Asia/Kolkata", "2024-03-31 18:29:59", "2024-03-31 23:59:59"),
        ("Asia/Kolkata", "2024-10-27 18:30:00", "2024-10-28 00:00:00"),
        // The south; half an hour; the evening before; at 24 o'clock.
        ("Australia/Sydney", "2024-04-06 16:00:00", "2024-04-07 02:00:00"),
        ("Australia/Sydney", "2024-10-05 16:00:00", "2024-10-06 03:00:00"),
        ("Australia/Lord_Howe", "2024-04-06 15:00:00", "2024-04-07 01:30:00"),
        ("America/Nuuk", "2024-03-31 00:59:59", "2024-03-30 22:59:59"),
        ("America/Nuuk", "2024-03-31 01:00:00", "2024-03-31 00:00:00"),
        ("Africa/Cairo", "2024-10-31 20:59:59", "2024-10-31 23:59:59"),
        ("Africa/Cairo", "2024-10-31 21:00:00", "2024-10-31 23:00:00"),
        ("Etc/GMT-3", "2024-07-01 12:00:00", "2024-07-01 15:00:00"),
        ("UTC", "2024-07-01 12:00:00", "2024-07-01 12:00:00"),
    ];
    for (name, utc, wall) in cases {
        assert_eq!(shown(zone(name), utc), wall, "{name} at {utc}");
    }
}

#[test]
fn a_time_shown_twice_is_its_first_and_one_left_out_is_read_by_the_old_clock() {
    let cases = [
        ("Europe/Athens", "2024-03-31 02:59:59", Showing::Once, "2024-03-31 00:59:59"),
        ("Europe/Athens", "2024-03-31 03:00:00", Showing::Never, "2024-03-31 01:00:00"),
        ("Europe/Athens", "2024-03-31 03:59:59", Showing::Never, "2024-03-31 01:59:59"),
        ("Europe/Athens", "2024-03-31 04:00:00", Showing::Once, "2024-03-31 01:00:00"),
        ("Europe/Athens", "2024-10-27 02:59:59", Showing::Once, "2024-10-26 23:59:59"),
        ("Europe/Athens", "2024-10-27 03:00:00", Showing::Twice, "2024-10-27 00:00:00"),
        ("Europe/Athens", "2024-10-27 03:59:59", Showing::Twice, "2024-10-27 00:59:59"),
        ("Europe/Athens", "2024-10-27 04:00:00", Showing::Once, "2024-10-27 02:00:00"),
        ("Europe/Moscow", "2011-03-27 02:30:00", Showing::Never, "2011-03-26 23:30:00"),
        ("Europe/Moscow", "2014-10-26 01:30:00", Showing::Twice, "2014-10-25 21:30:00"),
        ("America/New_York", "2024-11-03 01:30:00", Showing::Twice, "2024-11-03 05:30:00"),
        ("America/New_York", "2024-03-10 02:30:00", Showing::Never, "2024-03-10 07:30:00"),
        ("Asia/Kolkata", "2024-03-31 02:30:00", Showing::Once, "2024-03-30 21:00:00"),
    ];
    for (name, wall, showing, utc) in cases {
        assert_eq!(zone(name).showing(seconds(wall)), showing, "{name} {wall}");
        assert_eq!(zone(name).instant(seconds(wall)), seconds(utc), "{name} {wall}");
    }
}

#[test]
fn a_time_that_comes_once_comes_back() {
    for zone in Zone::all() {
        let mut wall = seconds("1990-01-01 00:17:00");
        while wall < seconds("2040-01-01 00:00:00") {
            let instant = zone.instant(wall);
            if zone.showing(wall) == Showing::Once {
                assert_eq!(instant + zone.at(instant).offset, wall, "{zone:?}");
            }
            let (of_wall, at) = (zone.of_wall(wall), zone.at(instant));
            assert!((of_wall.from..of_wall.until).contains(&wall), "{zone:?}");
            assert!((at.from..at.until).contains(&instant), "{zone:?}");
            wall += 86_400 * 5 + 3 * 3600 + 11 * 60;
        }
    }
}

#[test]
fn names_are_those_of_the_database() {
    assert!(Zone::all().count() > 400);
    for name in ["EST5EDT", "Cuba", "Europe/Athen", "europe/athens", "", "GMT"] {
        assert_eq!(Zone::named(name), None, "{name}");
    }
    let text = serde_json::to_string(&zone("Europe/Athens")).unwrap();
    assert_eq!(text, "\"Europe/Athens\"");
    assert_eq!(serde_json::from_str::<Zone>(&text).unwrap(), zone("Europe/Athens"));
    let wrong = serde_json::from_str::<Zone>("\"Europe/Athen\"").unwrap_err();
    assert!(wrong.to_string().contains("“Europe/Athen” is no time zone"), "{wrong}");
}

fn deals() -> File {
    file(
        "deals",
        "id|stage|created:time|closed:date",
        &[
            "1|won|2024-06-30 20:59:59|2024-06-30",
            "2|won|2024-06-30 21:00:00|2024-06-30",
            "3|won|2024-12-31 21:00:00|2024-12-31",
            "4|won|2024-12-31 22:00:00|2024-12-31",
            "5|won||2024-12-31",
        ],
    )
}

fn mapping(file: Option<&str>, report: Option<&str>, minutes: i32) -> Mapping {
    let roles = [
        (Role::RecordId, "id"),
        (Role::Stage, "stage"),
        (Role::Created, "created"),
        (Role::Closed, "closed"),
    ];
    let mut deals = mapped("deals", FileKind::Deals, &roles);
    deals.zone = file.map(zone);
    deals.clock_minutes = minutes;
    Mapping {
        files: vec![deals],
        ladder: ladder(&["new"], &["won"], &["lost"]),
        zone: report.map(zone),
        ..Mapping::default()
    }
}

fn days(mapping: &Mapping) -> (Vec<String>, Vec<String>) {
    let made = assembled(&[&deals()], mapping);
    let written = |days: &[i32]| {
        let known = days.iter().filter(|d| **d > -1_000_000);
        known.map(|d| Day(*d).to_string()).collect()
    };
    (written(&made.records.created), written(&made.records.closed))
}

#[test]
fn a_half_year_ends_at_midnight_of_the_report_in_summer_and_in_winter() {
    let as_written = ["2024-06-30", "2024-06-30", "2024-12-31", "2024-12-31"];
    let (created, closed) = days(&mapping(Some("UTC"), Some("Europe/Athens"), 0));
    assert_eq!(created, ["2024-06-30", "2024-07-01", "2024-12-31", "2025-01-01"]);
    // A date without a time is a calendar day.
    assert_eq!(closed, ["2024-06-30", "2024-06-30", "2024-12-31", "2024-12-31", "2024-12-31"]);
    let (created, _) = days(&mapping(Some("Europe/Athens"), Some("Asia/Kolkata"), 0));
    assert_eq!(created, ["2024-06-30", "2024-06-30", "2025-01-01", "2025-01-01"]);
    let (created, _) = days(&mapping(Some("Asia/Kolkata"), Some("America/New_York"), 0));
    assert_eq!(created, as_written);
    // One side alone moves nothing.
    for (file, report) in [
        (None, None),
        (Some("UTC"), None),
        (None, Some("Europe/Athens")),
        (Some("Europe/Athens"), Some("Europe/Athens")),
    ] {
        assert_eq!(days(&mapping(file, report, 0)).0, as_written);
    }
    // Minutes are for files without a zone.
    assert_eq!(
        days(&mapping(None, Some("Europe/Athens"), 180)).0,
        ["2024-06-30", "2024-07-01", "2025-01-01", "2025-01-01"]
    );
    assert_eq!(days(&mapping(Some("UTC"), None, 180)).0, as_written);
}

fn written(created: &str, at: &str) -> File {
    let rows = [
        format!("Deal ID,Deal Stage,{created},Amount"),
        format!("1,New,{at},10"),
        format!("2,Won,{at},20"),
    ];
    read_text("deals.csv", &rows.join("\n"))
}

#[test]
fn zones_stay_when_more_files_come() {
    let deals = written("Create Date", "2024-03-31T10:00:00Z");
    let mut mapping = suggest(&[deals.view()], &Mapping::default());
    mapping.zone = Some(zone("Europe/Athens"));
    mapping.files[0].zone = Some(zone("Europe/Moscow"));
    let more = read_text("companies.csv", "Company,Region\nACME,North\nBeta,South\n");
    let next = suggest(&[deals.view(), more.view()], &mapping);
    assert_eq!((next.zone, next.files[0].zone), (mapping.zone, mapping.files[0].zone));
}

#[test]
fn times_that_name_their_zone_propose_it() {
    let of = |created, at| {
        let file = written(created, at);
        suggest(&[file.view()], &Mapping::default()).files[0].zone.map(Zone::name)
    };
    assert_eq!(of("Create Date", "2024-03-31T10:00:00Z"), Some("UTC"));
    assert_eq!(of("Create Date (EET)", "2024-03-31 10:00:00"), Some("Europe/Athens"));
    assert_eq!(of("Create Date", "2024-03-31 10:00:00"), None);
    // A day is the same day everywhere.
    assert_eq!(of("Create Date (EET)", "2024-03-31"), None);
}

#[test]
fn a_column_moves_as_its_cells_do() {
    let file = deals();
    let column = &file.table.columns[2];
    let clock = Clock::Between { file: zone("UTC"), report: zone("Europe/Athens") };
    for rows in [vec![0, 1, 2, 3], vec![3, 0, 2, 1, 0]] {
        let one_by_one: Vec<i32> =
            rows.iter().filter_map(|row| clock.day(column, *row)).map(|d| d.0).collect();
        assert_eq!(clock.days(column, rows.iter().copied()), one_by_one);
    }
}

#[test]
fn waiting_is_counted_in_hours_that_pass() {
    let mapping = mapping(None, Some("Europe/Athens"), 0);
    let moment = |text| Moment(seconds(text));
    let waited = |from, until| mapping.elapsed(moment(from), moment(until));
    assert_eq!(waited("2024-03-31 02:30:00", "2024-03-31 04:30:00"), 3600);
    assert_eq!(waited("2024-10-27 02:30:00", "2024-10-27 04:30:00"), 3 * 3600);
    assert_eq!(waited("2024-07-01 02:30:00", "2024-07-01 04:30:00"), 2 * 3600);
}

#[test]
fn a_document_of_before_has_its_offset_and_no_zone() {
    let old = r#"{"format":"tundish","version":1,"title":"t","mapping":{"files":[
        {"name":"a.csv","kind":"deals","roles":{"stage":"s"},"clock_minutes":180}]}}"#;
    let document = Document::from_json(old).unwrap();
    let file = &document.mapping.files[0];
    assert_eq!((file.zone, file.clock_minutes, document.mapping.zone), (None, 180, None));
    assert_eq!(document.mapping.clock(file), Clock::Shifted(3 * 3600));
    let mut newer = document.clone();
    newer.mapping.zone = Some(zone("Europe/Athens"));
    newer.mapping.files[0].zone = Some(zone("UTC"));
    assert_eq!(Document::from_json(&newer.to_json()).unwrap(), newer);
    let unknown = newer.to_json().replace("Europe/Athens", "Europe/Athen");
    assert!(Document::from_json(&unknown).is_err());
}
