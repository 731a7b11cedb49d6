//! Exports of the same records at different dates: the latest is counted and the others are earlier
//! exports, without a click; and what speaks against that.

use crate::preset::{Desk, given};
use tundish::engine::append::compare::compare_exports;
use tundish::engine::append::decide::set_apart;
use tundish::engine::append::exports::{Exports, LatestBy};
use tundish::engine::dimension::Dimension;
use tundish::engine::document::Document;
use tundish::engine::filter::Filter;
use tundish::engine::mapping::{FileKind as K, Role};
use tundish::engine::preset::apply;
use tundish::engine::report::{Answer, BlockSpec, ChangeKind, PipelineChange};

const FEBRUARY: &str = "Deal ID,Create date,Close date,Deal stage,Amount,Last modified date
D-1,2025-01-01,2025-03-01,Qualified,100,2025-02-01
D-2,2025-01-02,2025-03-02,Proposal,200,2025-02-02
D-3,2025-01-03,2025-02-03,Closed won,300,2025-02-03
";
const MARCH: &str = "Deal ID,Create date,Close date,Deal stage,Amount,Last modified date
 D-1 ,2025-01-01,2025-03-01,Proposal,100,2025-03-01
D-2,2025-01-02,2025-03-02,Closed won,250,2025-03-02
D-4,2025-03-03,2025-05-03,Qualified,400,2025-03-03
";
const APRIL: &str = "Deal ID,Create date,Close date,Deal stage,Amount,Last modified date
D-1,2025-01-01,2025-04-01,Closed lost,100,2025-04-01
D-2,2025-01-02,2025-03-02,Closed won,250,2025-03-02
D-4,2025-03-03,2025-05-03,Proposal,450,2025-04-03
D-5,2025-04-04,2025-06-04,Qualified,50,2025-04-04
";

fn desk(files: &[(&str, &str)]) -> Desk {
    let mut desk = Desk::new(given(files));
    // Doing it twice changes nothing.
    let before = desk.document.clone();
    desk.settle();
    assert_eq!(desk.document, before);
    desk
}

/// The kind of each file, by name.
fn kinds(desk: &Desk) -> Vec<(&str, K)> {
    let files = desk.document.mapping.files.iter();
    let mut kinds: Vec<(&str, K)> = files.map(|f| (f.name.as_str(), f.kind)).collect();
    kinds.sort();
    kinds
}

fn exports(desk: &Desk) -> Exports {
    let groups = desk.shelf.explain(&desk.document.mapping);
    groups.into_iter().find_map(|g| g.exports).expect("records with ids")
}

fn change(desk: &Desk) -> PipelineChange {
    let found = desk.report().blocks.into_iter().find_map(|answer| match answer {
        Answer::PipelineChange(found) => Some(*found),
        _ => None,
    });
    found.expect("a block of its own")
}

fn is_joined(desk: &Desk) -> bool {
    desk.shelf.views().len() == 1
}

#[test]
fn two_exports_dropped_at_once_are_compared_without_a_click() {
    for files in [[("a.csv", FEBRUARY), ("b.csv", MARCH)], [("b.csv", MARCH), ("a.csv", FEBRUARY)]]
    {
        let desk = desk(&files);
        assert_eq!(kinds(&desk), [("a.csv", K::EarlierExport), ("b.csv", K::Deals)]);
        let why = Exports { latest: "b.csv".into(), by: LatestBy::Modified, shared: 2, of: 3 };
        assert_eq!(exports(&desk), why);
        assert_eq!(desk.report().scope.records, 3);
        let found = change(&desk);
        assert_eq!((found.earlier.file.as_str(), found.later.file.as_str()), ("a.csv", "b.csv"));
        assert_eq!((found.kept, found.created, found.gone), (2, 1, 1));
        let steps: Vec<ChangeKind> = found.bridges[0].steps.iter().map(|s| s.kind).collect();
        assert_eq!(steps, [ChangeKind::Created, ChangeKind::Won]);
    }
}

#[test]
fn a_newer_export_dropped_later_is_counted_and_takes_what_was_decided() {
    let mut desk = desk(&[("mar.csv", MARCH)]);
    let stage = Dimension::Column { file: "mar.csv".into(), header: "Deal stage".into() };
    desk.document.report.filters.push(Filter::among(stage, vec!["Proposal".into()]));
    let file = &mut desk.document.mapping.files[0];
    file.currency = Some("EUR".into());
    file.roles.remove(&Role::Closed);
    let ladder = &mut desk.document.mapping.ladder;
    ladder.stages[0].name = "Worth a call".into();
    desk.add("apr.csv", APRIL);
    assert_eq!(kinds(&desk), [("apr.csv", K::Deals), ("mar.csv", K::EarlierExport)]);
    let mapping = &desk.document.mapping;
    assert_eq!(mapping.ladder.stages[0].name, "Worth a call");
    let counted = mapping.of_file("apr.csv").unwrap();
    assert_eq!((counted.currency.as_deref(), counted.header(Role::Closed)), (Some("EUR"), None));
    let april = Dimension::Column { file: "apr.csv".into(), header: "Deal stage".into() };
    assert_eq!(desk.document.report.filters[0].dimension, april);
    assert_eq!((exports(&desk).shared, exports(&desk).of), (3, 3));

    // A third one, and then one that is older than all.
    let may =
        APRIL.replace("D-5,2025-04-04", "D-6,2025-05-05,,Qualified,5,2025-05-05\nD-5,2025-04-04");
    desk.add("may.csv", &may);
    let expected =
        [("apr.csv", K::EarlierExport), ("mar.csv", K::EarlierExport), ("may.csv", K::Deals)];
    assert_eq!(kinds(&desk), expected);
    desk.add("feb.csv", FEBRUARY);
    assert_eq!(kinds(&desk)[1], ("feb.csv", K::EarlierExport));
    assert_eq!(kinds(&desk)[3], ("may.csv", K::Deals));
    assert_eq!(desk.document.mapping.groups.len(), 1);
    let blocks = &desk.document.report.blocks;
    let compared = blocks.iter().filter(|b| matches!(b, BlockSpec::PipelineChange(_)));
    assert_eq!(compared.count(), 1);
}

#[test]
fn a_preset_of_one_month_put_to_two_exports_counts_the_later() {
    let preset = desk(&[("feb.csv", FEBRUARY)]).preset(true);
    let mut desk = Desk::new(given(&[("apr.csv", APRIL), ("mar.csv", MARCH)]));
    desk.document = Document::default();
    desk.apply(&preset);
    assert_eq!(kinds(&desk), [("apr.csv", K::Deals), ("mar.csv", K::EarlierExport)]);
    assert_eq!((change(&desk).kept, change(&desk).created), (3, 1));
}

#[test]
fn a_preset_of_two_exports_is_put_to_the_next_two_and_to_one() {
    let preset = desk(&[("feb.csv", FEBRUARY), ("mar.csv", MARCH)]).preset(true);
    let mut both = Desk::new(given(&[("4.csv", APRIL), ("3.csv", MARCH)]));
    both.apply(&preset);
    assert_eq!(kinds(&both), [("3.csv", K::EarlierExport), ("4.csv", K::Deals)]);
    let group = &both.document.mapping.groups[0];
    assert_eq!((group.latest.as_deref(), group.members.len()), (Some("4.csv"), 2));
    // Of one the rest waits for its file; a document without the preset does the same.
    let mut one = Desk::new(given(&[("4.csv", APRIL)]));
    one.document = apply(&preset, &one.shelf.profiles(), &one.document);
    one.settle();
    assert_eq!(one.document.mapping.of_file("4.csv").unwrap().kind, K::Deals);
    let mut saved = Desk::new(given(&[("4.csv", APRIL)]));
    saved.document = desk(&[("feb.csv", FEBRUARY), ("mar.csv", MARCH)]).document;
    saved.settle();
    assert_eq!(saved.document.mapping.of_file("4.csv").unwrap().kind, K::Deals);
    assert_eq!(saved.report().scope.records, 4);
}

#[test]
fn the_next_two_exports_of_a_saved_report_take_its_decisions_in_their_order() {
    for files in [[("3.csv", MARCH), ("4.csv", APRIL)], [("4.csv", APRIL), ("3.csv", MARCH)]] {
        let mut saved = Desk::new(given(&files));
        saved.document = desk(&[("jan.csv", FEBRUARY), ("mar.csv", MARCH)]).document;
        saved.document.mapping.files.iter_mut().for_each(|f| f.currency = Some("EUR".into()));
        saved.settle();
        let kind =
            |name| saved.document.mapping.of_file(name).map(|f| (f.kind, f.currency.clone()));
        assert_eq!(kind("4.csv"), Some((K::Deals, Some("EUR".into()))));
        assert_eq!(kind("3.csv"), Some((K::EarlierExport, Some("EUR".into()))));
    }
}

#[test]
fn months_that_share_few_records_are_one_table() {
    let march = "Deal ID,Create date,Close date,Deal stage,Amount,Last modified date
D-3,2025-01-03,2025-02-03,Closed won,300,2025-03-03
D-4,2025-01-30,2025-05-03,Qualified,400,2025-03-03
D-5,2025-03-03,2025-05-03,Qualified,400,2025-03-03
";
    let desk = desk(&[("deals_2.csv", FEBRUARY), ("deals_3.csv", march)]);
    assert!(is_joined(&desk));
    assert_eq!(desk.report().scope.records, 5);
}

#[test]
fn the_next_window_of_time_is_one_table_with_the_last() {
    let rows = |days: std::ops::Range<u32>, changed: u32| -> String {
        let row = |day| format!("D-{day},2025-01-{day:02},Qualified,{day},2025-02-{changed:02}\n");
        let head = "Deal ID,Create date,Deal stage,Amount,Last modified date\n".to_owned();
        head + &days.map(row).collect::<String>()
    };
    // Of the last twenty days, five days later: three of four records are in both.
    let desk = desk(&[("window 1.csv", &rows(1..21, 1)), ("window 2.csv", &rows(6..26, 6))]);
    assert!(is_joined(&desk));
    assert_eq!(desk.report().scope.records, 25);
}

#[test]
fn other_columns_other_records_and_mixed_states_are_not_compared() {
    let wider =
        APRIL.replace(",Last modified date", ",Last modified date,Region").replace("4\n", "4,x\n");
    let two = desk(&[("m 1.csv", MARCH), ("m 2.csv", &wider)]);
    assert!(kinds(&two).iter().all(|(_, kind)| *kind == K::Deals));
    // Numbers that begin anew in each file.
    let month = |names: [&str; 3], month: u32| {
        let row = |(n, name): (usize, &&str)| {
            format!(
                "{n},{name},2025-0{month}-1{n},Won,{}{n},{name} Ltd,2025-0{month}-20\n",
                month * 7
            )
        };
        let head = "ID,Deal name,Created,Stage,Amount,Company,Last modified\n".to_owned();
        head + &names.iter().enumerate().map(row).collect::<String>()
    };
    let (ada, dan) = (month(["Ada", "Bea", "Cy"], 1), month(["Dan", "Eve", "Fay"], 2));
    assert!(is_joined(&desk(&[("n 1.csv", &ada), ("n 2.csv", &dan)])));
    // Each file has some records in a later state: neither is the later export.
    let mixed = MARCH.replace("250,2025-03-02", "250,2025-02-01");
    assert!(is_joined(&desk(&[("x 1.csv", FEBRUARY), ("x 2.csv", &mixed)])));
    // The same file twice, and files that nothing dates.
    assert!(is_joined(&desk(&[("d.csv", MARCH), ("d (1).csv", MARCH)])));
}

#[test]
fn what_the_user_says_of_the_files_holds() {
    let files = [("feb.csv", FEBRUARY), ("mar.csv", MARCH)];
    // One table, and then compared again, by hand with the other as the latest.
    let mut desk = desk(&files);
    let group = desk.document.mapping.groups[0].clone();
    set_apart(&mut desk.document, &group, false);
    desk.settle();
    assert!(is_joined(&desk));
    assert_eq!(desk.report().scope.records, 4);
    desk.add("apr.csv", APRIL);
    assert!(desk.document.mapping.groups[0].has("apr.csv"));
    assert!(is_joined(&desk));
    let group = desk.document.mapping.groups[0].clone();
    compare_exports(&mut desk.document, &group, "feb.csv", K::Deals);
    desk.settle();
    desk.settle();
    let expected =
        [("apr.csv", K::EarlierExport), ("feb.csv", K::Deals), ("mar.csv", K::EarlierExport)];
    assert_eq!(kinds(&desk), expected);
    assert_eq!(exports(&desk).by, LatestBy::Chosen);

    // Kept apart.
    let mut apart = self::desk(&files);
    let group = apart.document.mapping.groups[0].clone();
    set_apart(&mut apart.document, &group, true);
    apart.document.mapping.files.iter_mut().for_each(|f| f.kind = K::Deals);
    apart.settle();
    apart.add("apr.csv", APRIL);
    assert!(kinds(&apart).iter().all(|(_, kind)| *kind == K::Deals), "{:?}", kinds(&apart));

    // Another kind: a newer export does not bring the proposal back.
    let mut other = self::desk(&files);
    let feb = other.document.mapping.files.iter_mut().find(|f| f.name == "feb.csv").unwrap();
    feb.kind = K::Other;
    other.add("apr.csv", APRIL);
    assert_eq!(kinds(&other)[1..], [("feb.csv", K::Other), ("mar.csv", K::Deals)]);

    // Said before the second file came.
    let mut said = self::desk(&[("feb.csv", FEBRUARY)]);
    said.document.mapping.files[0].kind = K::EarlierExport;
    said.add("mar.csv", MARCH);
    assert_eq!(kinds(&said), [("feb.csv", K::EarlierExport), ("mar.csv", K::Deals)]);
}

#[test]
fn documents_of_before_are_read_and_keep_their_tables() {
    let desk = desk(&[("deals_1.csv", MARCH), ("deals_2.csv", MARCH)]);
    let text = desk.document.to_json();
    let old: Vec<&str> = text.lines().filter(|line| !line.contains("\"latest\"")).collect();
    assert_ne!(old.len(), text.lines().count());
    // The line before it ends with a comma that JSON does not allow at an end.
    let old = old.join("\n").replace("\"left_out\": [],\n", "\"left_out\": []\n");
    assert_eq!(Document::from_json(&old).unwrap(), desk.document);
}
