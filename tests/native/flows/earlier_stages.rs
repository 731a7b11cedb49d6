//! Stages that only the earlier export has: they get a place in the ladder, and a record whose stage
//! nobody knows is never one that stayed as it was.

use crate::tables::{File, assembled, file, ladder, mapped, read_text};
use tundish::engine::funnel::FileView;
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::view::{StagePlace, explain};
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::query::answer;
use tundish::engine::report::{ChangeKind as K, *};

/// In February two deals stand in “Proposal”; in March one of them has gone back, the other was won.
const FEBRUARY: &str = "Deal ID,Created,Closed,Stage,Amount\n\
    1,2025-01-02,,New,100\n2,2025-01-03,,Proposal,500\n3,2025-01-04,,Proposal,700\n\
    4,2025-01-05,,Qualified,200\n5,2025-01-06,2025-02-10,Closed lost,50\n\
    6,2025-01-07,2025-02-11,Closed won,70\n";
const MARCH: &str = "Deal ID,Created,Closed,Stage,Amount\n\
    1,2025-01-02,,New,100\n2,2025-01-03,,Qualified,500\n3,2025-01-04,2025-03-02,Closed won,700\n\
    4,2025-01-05,,Qualified,200\n5,2025-01-06,2025-02-10,Closed lost,50\n\
    6,2025-01-07,2025-02-11,Closed won,70\n";

fn views(files: &[File]) -> Vec<FileView<'_>> {
    files.iter().map(File::view).collect()
}

fn stages(mapping: &Mapping) -> Vec<&str> {
    mapping.ladder.stages.iter().map(|s| s.name.as_str()).collect()
}

/// As the page does it: a file is said to be an earlier export, and all else is proposed.
fn with_earlier(files: &[File], known: &Mapping) -> Mapping {
    let mut mapping = known.clone();
    let file = mapping.files.iter_mut().find(|f| f.name == "feb.csv").unwrap();
    file.kind = FileKind::EarlierExport;
    file.headers.clear();
    suggest(&views(files), &mapping)
}

fn change(files: &[File], mapping: &Mapping) -> PipelineChange {
    let made = assembled(&files.iter().collect::<Vec<_>>(), mapping);
    let blocks = vec![BlockSpec::PipelineChange(PipelineChangeSpec::default())];
    let spec = ReportSpec { blocks, ..ReportSpec::default() };
    match answer(&views(files), &made, &spec).blocks.remove(0) {
        Answer::PipelineChange(found) => *found,
        other => panic!("{other:?}"),
    }
}

fn records(found: &PipelineChange) -> Vec<(K, u64)> {
    found.lines.iter().map(|l| (l.kind, l.records)).collect()
}

#[test]
fn a_stage_of_the_earlier_export_alone_is_proposed_in_its_place() {
    let files = vec![read_text("mar.csv", MARCH), read_text("feb.csv", FEBRUARY)];
    let march = suggest(&views(&files[..1]), &Mapping::default());
    assert_eq!(stages(&march), ["New", "Qualified"]);
    let both = suggest(&views(&files), &march);
    let mapping = with_earlier(&files, &both);
    assert_eq!(stages(&mapping), ["New", "Qualified", "Proposal"]);
    assert_eq!(suggest(&views(&files), &mapping), mapping, "asked twice");
    // What stands nowhere in the later export is shown to whoever puts the stages in order.
    let told = explain(&views(&files), &mapping).stages.unwrap();
    let earlier = told.histories.iter().find(|h| h.file == "feb.csv").unwrap();
    let proposal = earlier.values.iter().find(|v| v.value == "Proposal").unwrap();
    assert_eq!((proposal.place, proposal.rows), (StagePlace::Stage(2), 2));

    // 2 went back from Proposal, 3 was won from there; 1 and 4 stay, 5 and 6 are closed in both.
    let found = change(&files, &mapping);
    let expected = [(K::Won, 1), (K::Back, 1), (K::Unchanged, 2), (K::StillClosed, 2)];
    assert_eq!(records(&found), expected);
    assert_eq!(found.without_stage, 0);
    let back = found.records.iter().find(|r| r.kinds == [K::Back]).unwrap();
    assert_eq!((back.id.as_str(), back.from, back.to), ("2", Some(2), Some(1)));
    let won = found.records.iter().find(|r| r.kinds == [K::Won]).unwrap();
    assert_eq!(won.from, Some(2), "the stage before is known");
}

#[test]
fn an_order_that_was_decided_stays_and_the_new_stage_finds_its_place() {
    let files = vec![read_text("mar.csv", MARCH), read_text("feb.csv", FEBRUARY)];
    let mut known = suggest(&views(&files), &Mapping::default());
    for file in &mut known.files {
        file.kind = FileKind::Deals;
    }
    known.ladder = ladder(&["Qualified", "New"], &["Closed won"], &["Closed lost"]);
    known.ladder.stages[0].qualified = true;
    let mapping = with_earlier(&files, &known);
    assert_eq!(stages(&mapping), ["Qualified", "New", "Proposal"]);
    assert!(mapping.ladder.stages[0].qualified);
    // Taken out again, it stays out.
    let mut without = mapping.clone();
    without.ladder.stages.pop();
    assert_eq!(suggest(&views(&files), &without), without);
}

#[test]
fn a_record_whose_stage_nobody_knows_is_of_a_kind_of_its_own() {
    let roles =
        [(R::RecordId, "ID"), (R::Stage, "Stage"), (R::Amount, "Amount"), (R::Closed, "Closed")];
    let header = "ID|Stage|Amount:money|Closed:date";
    // 1 and 2 stand in Proposal before, which is in no stage; 3 and 4 have no stage now; 5 stays.
    let before = ["1|Proposal|10|", "2|Proposal|20|", "3|New|30|", "4|New|40|", "5|New|50|"];
    let after = ["1|New|10|", "2|New|25|", "3||30|", "4|Parked|40|", "5|New|50|"];
    let files = vec![file("mar.csv", header, &after), file("feb.csv", header, &before)];
    let mapping = Mapping {
        files: vec![
            mapped("mar.csv", FileKind::Deals, &roles),
            mapped("feb.csv", FileKind::EarlierExport, &roles),
        ],
        ladder: ladder(&["New", "Demo"], &["Won"], &["Lost"]),
        ..Mapping::default()
    };
    let found = change(&files, &mapping);
    assert_eq!(records(&found), [(K::Grew, 1), (K::StageUnknown, 4), (K::Unchanged, 1)]);
    let line = found.lines.iter().find(|l| l.kind == K::StageUnknown).unwrap();
    assert_eq!((line.value_before, line.value_after), (Some(100.0), Some(105.0)));
    assert_eq!(found.without_stage, 4);
    assert_eq!(found.listed, 4, "they are in the list of what changed");
}
