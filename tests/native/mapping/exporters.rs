//! Every exporter's export is recognised and mapped with no click.

use super::made::{made, proposed, views};
use crate::exports::{Export, ROWS, all};
use crate::support::check_golden;
use tundish::engine::funnel::{Outcome, assemble};
use tundish::engine::import::Imported;
use tundish::engine::import::exporter::claims;
use tundish::engine::issue::IssueKind;
use tundish::engine::mapping::{FileKind, FileMapping, Role};
use tundish::engine::table::{Column, NO_DAY};
use tundish::format::Locale;
use tundish::i18n::strings;

fn read(export: &Export) -> Imported {
    made(export.name, &export.read().bytes)
}

/// Roles on which every figure of money and time rests: none of them may be wrong.
const GRAVE: [Role; 6] =
    [Role::Spend, Role::Amount, Role::Date, Role::Created, Role::Closed, Role::Currency];

/// The header as the table shows it: trimmed.
fn expected(export: &Export) -> Vec<(Role, &str)> {
    export.columns.iter().filter_map(|(h, _, role)| role.map(|r| (r, h.trim()))).collect()
}

/// Right roles, all roles that are there or should be, and what is wrong.
fn score(export: &Export, file: &FileMapping, wrong: &mut Vec<String>) -> (usize, usize) {
    let expected = expected(export);
    let mut right = 0;
    for (role, header) in &expected {
        let found = file.header(*role);
        if found == Some(header) {
            right += 1;
        } else {
            wrong.push(format!("{}: {role:?} is {found:?}, not {header}", export.name));
        }
    }
    let surplus = file.roles.iter().filter(|(r, _)| expected.iter().all(|(e, _)| e != *r));
    let before = wrong.len();
    wrong.extend(
        surplus.map(|(role, header)| {
            format!("{}: {role:?} should be nothing, is {header}", export.name)
        }),
    );
    (right, expected.len() + wrong.len() - before)
}

#[test]
fn the_share_of_right_roles_over_all_exporters() {
    let (mut right, mut asked, mut wrong) = (0, 0, Vec::new());
    for export in all() {
        let mapping = proposed(&[read(export)]);
        let file = &mapping.files[0];
        if file.kind != export.kind {
            wrong.push(format!("{}: is {:?}, not {:?}", export.name, file.kind, export.kind));
        }
        let (r, n) = score(export, file, &mut wrong);
        right += r;
        asked += n;
        assert_eq!(file.channel, export.channel, "{}", export.name);
    }
    let share = right as f64 / asked as f64;
    println!("right roles: {right} of {asked} ({:.1} %)", share * 100.0);
    println!("{}", wrong.join("\n"));
    let grave = |line: &&String| GRAVE.iter().any(|r| line.contains(&format!(": {r:?} ")));
    let grave: Vec<&String> = wrong.iter().filter(grave).collect();
    assert!(share >= 0.95 && grave.is_empty(), "{share}\n{}", wrong.join("\n"));
}

#[test]
fn every_export_is_claimed_by_its_exporter_alone() {
    for export in all() {
        let headers: Vec<&str> = export.columns.iter().map(|c| c.0).collect();
        let found: Vec<_> = claims(&headers).iter().map(|c| (c.0, c.1)).collect();
        let wanted: Vec<_> = export.exporter.into_iter().collect();
        assert_eq!(found, wanted, "{}", export.name);
        let read = read(export).profile.exporter.map(|e| (e.id, e.kind));
        assert_eq!(read, export.exporter, "{}", export.name);
    }
}

/// The sum of a column in hundredths.
fn sum(column: &Column, rows: usize) -> u64 {
    (0..rows).filter_map(|r| column.number(r)).map(|x| (x * 100.0).round() as u64).sum()
}

#[test]
fn every_export_is_read_to_the_last_hundredth_and_day() {
    for export in all() {
        let (name, made) = (export.name, export.read());
        let imported = read(export);
        assert_eq!(imported.table.rows, ROWS as usize, "{name}");
        let issues = &imported.profile.issues;
        let above = export.above.iter().filter(|l| !l.is_empty()).count() as u64;
        assert_eq!(issues.count(IssueKind::TitleLine), above, "{name}");
        assert_eq!(issues.count(IssueKind::UnreadCell), 0, "{name}: {:?}", issues.places);
        assert_eq!(issues.count(IssueKind::ShortRow), 0, "{name}");
        for (role, header) in expected(export) {
            let column = imported.table.column(header).unwrap();
            let rows = imported.table.rows;
            match role {
                Role::Amount | Role::Spend => {
                    assert_eq!(sum(column, rows), made.hundredths, "{name}: {header}");
                }
                Role::Created => {
                    let first = column.day(0).map(|d| d.to_string());
                    assert_eq!(first.as_deref(), Some("2026-01-10"), "{name}: {header}");
                }
                Role::Date if export.kind == FileKind::Spend => {
                    let days = (0..rows).filter_map(|r| column.day(r)).map(|d| d.ymd());
                    let days: Vec<_> = days.collect();
                    assert_eq!(days.len(), rows, "{name}: {header}");
                    let september = |d: &(i32, u32, u32)| d.0 == 2026 && (8..=9).contains(&d.1);
                    assert!(days.iter().all(september), "{name}: {days:?}");
                }
                _ => {}
            }
        }
    }
}

#[test]
fn every_ladder_has_its_win_and_its_loss_apart() {
    for export in all().filter(|e| !e.words.won.is_empty()) {
        let mapping = proposed(&[read(export)]);
        let file = &mapping.files[0];
        let Some(stage) = file.header(Role::Stage) else { continue };
        let ladder = &mapping.ladder;
        let names: Vec<&str> = ladder.stages.iter().map(|s| s.name.as_str()).collect();
        for stage in export.words.stages {
            assert!(names.contains(stage), "{}: {stage} in {names:?}", export.name);
        }
        let is_status = file.header(Role::Outcome).is_some_and(|h| h.contains("Status"));
        let (won, lost) =
            if is_status { ("won", "lost") } else { (export.words.won, export.words.lost) };
        let has = |list: &[String], value: &str| list.iter().any(|v| v == value);
        assert!(
            has(&ladder.won, won) && has(&ladder.lost, lost),
            "{} {stage}: {ladder:?}",
            export.name
        );
        assert!(!names.contains(&won) && !names.contains(&lost), "{}: {names:?}", export.name);
    }
}

#[test]
fn what_the_report_does_not_use_is_recognised_and_said_to_be_so() {
    // Every kind of file that is known by its exporter is of use; only what is nothing known is not.
    assert!(all().all(|e| e.kind == FileKind::Other || e.kind.is_used()));
    for locale in Locale::ALL {
        let said = (strings(locale).names.file_kind)(FileKind::Other).to_lowercase();
        let not = ["not used", "не использ", "δεν χρησιμοποι"];
        assert!(not.iter().any(|n| said.contains(n)), "{said}");
    }
    let words = "Name,Comment,Price\nPump,good,1.5\nHose,bad,2.5\n";
    let kind = proposed(&[made("list.csv", words.as_bytes())]).files[0].kind;
    assert_eq!(kind, FileKind::Lookup);
}

/// Every way to leave out every so-many-th column: people choose the columns of an export.
fn thinned(export: &Export) -> impl Iterator<Item = Vec<&'static str>> {
    let headers: Vec<&'static str> = export.columns.iter().map(|c| c.0).collect();
    (2..8usize).flat_map(move |step| {
        let headers = headers.clone();
        (0..step).flat_map(move |at| {
            let kept = |keep: bool| {
                let each = headers.iter().enumerate();
                each.filter(|(i, _)| (i % step == at) == keep).map(|(_, h)| *h).collect::<Vec<_>>()
            };
            [kept(true), kept(false)]
        })
    })
}

#[test]
fn with_columns_left_out_nobody_else_claims_an_export() {
    let (mut known, mut asked) = (0, 0);
    for export in all() {
        for headers in thinned(export) {
            let found: Vec<_> = claims(&headers).iter().map(|c| c.0).collect();
            let wanted: Vec<_> = export.exporter.into_iter().map(|e| e.0).collect();
            assert!(found.is_empty() || found == wanted, "{}: {found:?} {headers:?}", export.name);
            asked += 1;
            known += usize::from(found == wanted);
        }
    }
    println!("exports with columns left out: {known} of {asked} still recognised");
    assert!(known * 10 >= asked * 6, "{known} of {asked}");
}

#[test]
fn where_the_column_is_left_out_nothing_narrower_takes_its_place() {
    const EXACT: [Role; 4] = [Role::Spend, Role::Impressions, Role::Date, Role::Campaign];
    for export in all().filter(|e| e.kind == FileKind::Spend) {
        for role in EXACT {
            let left: Vec<_> =
                export.columns.iter().filter(|c| c.2 != Some(role)).copied().collect();
            let less = export.with(Vec::leak(left));
            let read = [made(less.name, &less.read().bytes)];
            let roles = tundish::engine::mapping::suggest::roles(&views(&read)[0], FileKind::Spend);
            let found = roles.get(&role).map(String::as_str);
            // The period and the group of a report stand in for its day and its campaign.
            let fair = ["Reporting starts", "Campaign Group Name", "Ad set name"];
            let is_fair = found.is_none_or(|h| fair.contains(&h));
            assert!(is_fair, "{}: {role:?} is {found:?}", export.name);
        }
    }
}

#[test]
fn what_follows_is_said_of_every_export() {
    let words = strings(Locale::En);
    let mut text = String::new();
    for export in all() {
        let Some(found) = read(export).profile.exporter else { continue };
        let said = (words.exporter.found)(found.id, found.kind);
        text += &format!("{}\n  {said} ({:.2})\n", export.name, found.confidence);
        for consequence in &found.follows {
            text += &format!("  - {}\n", (words.exporter.follows)(consequence));
        }
    }
    check_golden("exporters.txt", &text.replace(tundish::format::NBSP, " "));
}

#[test]
fn the_close_date_of_an_open_deal_is_only_hoped_for() {
    let mut asked = 0;
    for export in all().filter(|e| e.kind == FileKind::Deals) {
        let files = [read(export)];
        let mapping = proposed(&files);
        if mapping.files[0].header(Role::Closed).is_none() {
            continue;
        }
        let records = assemble(&views(&files), &mapping).unwrap().records;
        for (outcome, closed) in records.outcome.iter().zip(&records.closed) {
            assert_eq!(*outcome == Outcome::Open, *closed == NO_DAY, "{}", export.name);
        }
        let count = |wanted| records.outcome.iter().filter(|o| **o == wanted).count();
        assert_eq!((count(Outcome::Open), count(Outcome::Won)), (20, 10), "{}", export.name);
        asked += 1;
    }
    assert!(asked >= 10, "{asked}");
}
