//! Columns of times that play no role, by the report's clock: in break-downs, filters, rows and
//! against other columns.

use crate::tables::{File, assembled, day, file, ladder, mapped};
use std::collections::BTreeMap;
use tundish::engine::dimension::{Dimension, Label, available};
use tundish::engine::filter::*;
use tundish::engine::funnel::{Assembled, FileView};
use tundish::engine::mapping::key::KeyKind;
use tundish::engine::mapping::{FileKind, Join, Mapping, Role};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::{Among, Codebook, Figure, answer, lineage};
use tundish::engine::report::*;
use tundish::engine::value::Day;
use tundish::engine::zone::Zone;

/// Written in UTC; Moscow is three hours ahead of it. The calendar days play no role either.
fn deals() -> File {
    file(
        "deals",
        "id|stage|created:time|demo:time|promised:date|company",
        &[
            "1|new|2024-06-01 10:00:00|2024-06-30 20:59:59|2024-06-30|A",
            "2|new|2024-06-01 10:00:00|2024-06-30 23:30:00|2024-06-30|B",
            "3|won|2024-06-02 23:30:00|2024-12-31 21:00:00|2024-12-31|A",
            "4|won|2024-07-03 10:00:00|||",
        ],
    )
}

/// Written by the clocks of Athens.
fn companies() -> File {
    file(
        "companies",
        "name|since:time|visited:time",
        &["A|2024-06-30 23:30:00|2024-06-30 23:59:59", "B|2024-07-01 02:00:00|2024-07-01 02:31:00"],
    )
}

fn zone(name: &str) -> Option<Zone> {
    Some(Zone::named(name).unwrap())
}

fn mapping(report: Option<&str>) -> Mapping {
    let roles = [(Role::RecordId, "id"), (Role::Stage, "stage"), (Role::Created, "created")];
    let mut deals = mapped("deals", FileKind::Deals, &roles);
    deals.zone = zone("UTC");
    let mut companies = mapped("companies", FileKind::Lookup, &[]);
    companies.zone = zone("Europe/Athens");
    let join = Join {
        from_file: "deals".to_owned(),
        from_column: "company".to_owned(),
        lookup_file: "companies".to_owned(),
        key_column: "name".to_owned(),
        aliases: BTreeMap::new(),
        by: KeyKind::Text,
    };
    Mapping {
        files: vec![deals, companies],
        joins: vec![join],
        ladder: ladder(&["new"], &["won"], &["lost"]),
        zone: report.and_then(zone),
        ..Mapping::default()
    }
}

struct Asked {
    files: Vec<File>,
    made: Assembled,
}

fn asked(report: Option<&str>) -> Asked {
    let files = vec![deals(), companies()];
    let made = assembled(&files.iter().collect::<Vec<_>>(), &mapping(report));
    Asked { files, made }
}

fn of(file: &str, header: &str) -> Dimension {
    Dimension::Column { file: file.to_owned(), header: header.to_owned() }
}

fn column(header: &str) -> Dimension {
    of("deals", header)
}

impl Asked {
    fn views(&self) -> Vec<FileView<'_>> {
        self.files.iter().map(File::view).collect()
    }

    /// The months of a column with the leads in each; the last is the group without a month.
    fn months(&self, dimension: Dimension) -> Vec<(String, f64)> {
        let measures = vec![M::Leads];
        let block = BreakdownSpec { dimension, measures, ..BreakdownSpec::default() };
        let blocks = vec![BlockSpec::Breakdown(block)];
        let spec = ReportSpec { blocks, ..ReportSpec::default() };
        let report = answer(&self.views(), &self.made, &spec);
        let Answer::Breakdown(found) = &report.blocks[0] else { panic!("{:?}", report.blocks) };
        let label = |label: &Label| match label {
            Label::Date(Grain::Month, day) => day.to_string(),
            _ => String::new(),
        };
        let mut months: Vec<(String, f64)> =
            found.rows.iter().map(|r| (label(&r.label), r.cells[0].value.unwrap())).collect();
        let empty = months.iter().position(|(month, _)| month.is_empty()).unwrap();
        let empty = months.remove(empty);
        months.sort_by(|a, b| a.0.cmp(&b.0));
        months.push(empty);
        months
    }

    /// The rows of deals behind a figure.
    fn rows(&self, filters: Vec<Filter>, place: Vec<(Dimension, Among)>) -> Vec<u32> {
        let figure = Figure::Measure { id: M::Leads, place, unit: None };
        let spec = ReportSpec { filters, ..ReportSpec::default() };
        // What was moved once is at hand for the next question, and says the same.
        let mut codebook = Codebook::default();
        let mut ask = || {
            let found = lineage(&self.views(), &self.made, &spec, &mut codebook, &figure);
            let (_, picked) = found.unwrap();
            let of_deals = picked.into_iter().filter(|p| p.file == 0);
            of_deals.flat_map(|p| p.rows).map(|r| r.row + 1).collect::<Vec<_>>()
        };
        let first = ask();
        assert_eq!(ask(), first);
        first
    }

    fn kept(&self, dimension: Dimension, test: Test, other: Option<Dimension>) -> Vec<u32> {
        let filter = Filter { dimension, test, other, ..Filter::default() };
        self.rows(vec![filter], Vec::new())
    }
}

fn months(of: &[(&str, f64)]) -> Vec<(String, f64)> {
    of.iter().map(|(month, n)| ((*month).to_owned(), *n)).collect()
}

fn iso(text: &str) -> Day {
    Day(day(text))
}

#[test]
fn a_moment_late_in_the_evening_is_of_the_next_month_in_a_zone_ahead() {
    let (written, moscow) = (asked(None), asked(Some("Europe/Moscow")));
    let demo = || column("demo");
    assert_eq!(
        written.months(demo()),
        months(&[("2024-06-01", 2.0), ("2024-12-01", 1.0), ("", 1.0)])
    );
    assert_eq!(
        moscow.months(demo()),
        months(&[("2024-06-01", 1.0), ("2024-07-01", 1.0), ("2025-01-01", 1.0), ("", 1.0)])
    );
    // The rows behind a month, and a filter by it, are of the same clock.
    let july = Label::Date(Grain::Month, iso("2024-07-01"));
    let place = vec![(demo(), Among::Only(july.clone()))];
    assert_eq!(moscow.rows(Vec::new(), place), [2]);
    let filter = Filter::among(demo(), vec![Filter::key(&july)]);
    assert_eq!(moscow.rows(vec![filter.clone()], Vec::new()), [2]);
    assert_eq!(written.rows(vec![filter], Vec::new()), [] as [u32; 0]);
    let from = |day| Test::Days(DaysTest::From(iso(day)));
    let until = |day| Test::Days(DaysTest::Until(iso(day)));
    assert_eq!(moscow.kept(demo(), from("2024-07-01"), None), [2, 3]);
    assert_eq!(moscow.kept(demo(), until("2024-06-30"), None), [1]);
    assert_eq!(moscow.kept(demo(), until("2024-12-31"), None), [1, 2]);
    assert_eq!(written.kept(demo(), from("2024-07-01"), None), [3]);
    assert_eq!(written.kept(demo(), until("2024-06-30"), None), [1, 2]);
}

#[test]
fn a_plain_day_never_moves() {
    let plain = [("2024-06-01", 2.0), ("2024-12-01", 1.0), ("", 1.0)];
    for zone in [None, Some("Europe/Moscow"), Some("Pacific/Kiritimati"), Some("Etc/GMT+12")] {
        let asked = asked(zone);
        assert_eq!(asked.months(column("promised")), months(&plain), "{zone:?}");
        let late = Test::Days(DaysTest::From(iso("2024-07-01")));
        assert_eq!(asked.kept(column("promised"), late, None), [3], "{zone:?}");
    }
}

#[test]
fn a_column_of_a_joined_file_goes_by_the_clock_of_its_own_file() {
    let since = || of("companies", "since");
    let written = months(&[("2024-06-01", 2.0), ("2024-07-01", 1.0), ("", 1.0)]);
    assert_eq!(asked(None).months(since()), written);
    // In summer the clocks of Athens and Moscow show the same.
    assert_eq!(asked(Some("Europe/Moscow")).months(since()), written);
    assert_eq!(asked(Some("UTC")).months(since()), months(&[("2024-06-01", 3.0), ("", 1.0)]));
}

#[test]
fn columns_are_set_against_each_other_by_one_clock() {
    let than = |than| Test::Other(than);
    let moscow = asked(Some("Europe/Moscow"));
    let promised = || Some(column("promised"));
    assert_eq!(moscow.kept(column("demo"), than(Than::Above), promised()), [2, 3]);
    assert_eq!(asked(None).kept(column("demo"), than(Than::Above), promised()), [] as [u32; 0]);
    // The day of creation is the report's already.
    let created = Dimension::Created(Grain::Month);
    let late = Some(column("created"));
    assert_eq!(moscow.kept(created, than(Than::Equal), late), [1, 2, 3, 4]);
    // Two files, two clocks: 20:59:59 in Greenwich is 23:59:59 in Athens.
    let utc = asked(Some("UTC"));
    let visited = || Some(of("companies", "visited"));
    assert_eq!(utc.kept(column("demo"), than(Than::Equal), visited()), [1]);
    assert_eq!(utc.kept(column("demo"), than(Than::Below), visited()), [2]);
    let since = Some(of("companies", "since"));
    assert_eq!(utc.kept(column("demo"), than(Than::AtLeast), since), [1, 2, 3]);
}

#[test]
fn days_on_which_clocks_are_moved() {
    let deals = file(
        "deals",
        "id|stage|created:time|demo:time",
        &[
            "1|new|2024-01-01 10:00:00|2024-03-30 21:30:00",
            "2|new|2024-01-01 10:00:00|2024-03-31 21:30:00",
            "3|new|2024-01-01 10:00:00|2024-10-26 21:30:00",
            "4|new|2024-01-01 10:00:00|2024-10-27 21:30:00",
        ],
    );
    let mapping = mapping(Some("Europe/Athens"));
    let files = vec![deals, companies()];
    let mapping = Mapping { joins: Vec::new(), ..mapping };
    let made = assembled(&files.iter().collect::<Vec<_>>(), &mapping);
    let asked = Asked { files, made };
    let days = [("2024-03-30", 1), ("2024-04-01", 2), ("2024-10-27", 3), ("2024-10-27", 4)];
    for (day, record) in days {
        let day = iso(day);
        let on = PeriodSpec::Between(Period { first: day, last: day });
        let kept = asked.kept(column("demo"), Test::Days(DaysTest::Within(on)), None);
        assert!(kept.contains(&record), "{day}: {kept:?}");
    }
    let april = Label::Date(Grain::Month, iso("2024-04-01"));
    assert_eq!(asked.rows(Vec::new(), vec![(column("demo"), Among::Only(april))]), [2]);
}

#[test]
fn the_column_of_creation_is_no_further_date_in_another_zone() {
    for zone in [None, Some("Europe/Moscow")] {
        let asked = asked(zone);
        let offered = available(&asked.made, &asked.views());
        assert!(offered.contains(&column("demo")), "{offered:?}");
        assert!(!offered.contains(&column("created")), "{offered:?}");
    }
}
