//! Several pipelines over one ladder.

use super::through::read;
use super::{funnel, reached};
use crate::tables::{assembled, file, ladder, mapped, words};
use tundish::engine::audit::Finding;
use tundish::engine::funnel::{Crossing, NO_STAGE, Outcome};
use tundish::engine::mapping::pipeline::set_within;
use tundish::engine::mapping::suggest::suggest;
use tundish::engine::mapping::view::{StagePlace, explain};
use tundish::engine::mapping::{FileKind, Mapping, Role};
use tundish::engine::report::SkipPolicy;

#[test]
fn a_pipeline_may_mean_another_stage_by_the_same_name() {
    let deals = file(
        "deals",
        "id|pipeline|stage",
        &[
            "1|Sales|Meeting",
            "2|Renewal|Meeting",
            "3|RENEWAL|meeting",
            "4||Meeting",
            "5|Renewal|Signed",
            "6|Sales|Signed",
            "7|Renewal|Gone",
            "8|Sales|Gone",
        ],
    );
    let roles = [(Role::RecordId, "id"), (Role::Pipeline, "pipeline"), (Role::Stage, "stage")];
    let mut mapping = Mapping {
        files: vec![mapped("deals", FileKind::Deals, &roles)],
        ladder: ladder(&["new", "meeting", "contract=signed"], &["won"], &["lost"]),
        ..Mapping::default()
    };
    let before = assembled(&[&deals], &mapping);
    let n = NO_STAGE;
    assert_eq!(before.records.stage, [1, 1, 1, 1, 2, 2, n, n]);
    let renewal = || "Renewal".to_owned();
    mapping.ladder.stages[2].in_pipeline.insert(renewal(), words(&["Meeting"]));
    mapping.ladder.won_in.insert(renewal(), words(&["Signed"]));
    mapping.ladder.lost_in.insert(renewal(), words(&["Gone"]));
    let made = assembled(&[&deals], &mapping);
    assert_eq!(made.records.stage, [1, 2, 2, 1, n, 2, n, n]);
    let (open, won, lost) = (Outcome::Open, Outcome::Won, Outcome::Lost);
    assert_eq!(made.records.outcome, [open, open, open, open, won, open, lost, open]);
    let unmapped = made.findings.iter().find_map(|f| match f {
        tundish::engine::audit::Finding::StagesUnmapped { values, records, .. } => {
            Some((values.clone(), *records))
        }
        _ => None,
    });
    assert_eq!(unmapped, Some((vec![("Gone".to_owned(), 1)], 1)));
    let funnel = funnel(&[&deals], &mapping, SkipPolicy::Implied);
    assert_eq!(reached(&funnel), [8, 6, 4, 1]);
}

const TWO: &str = "Deal ID,Deal name,Pipeline,Stage,Amount,Create date,Close date\n\
    1,A,Sales,New,10,2025-01-01,\n\
    2,B,Sales,Demo,10,2025-01-02,\n\
    3,C,Sales,Negotiation,10,2025-01-03,\n\
    4,D,Sales,Won,10,2025-01-04,2025-02-01\n\
    5,E,Sales,Lost,10,2025-01-05,2025-02-01\n\
    6,F,Partners,New,10,2025-01-06,\n\
    7,G,Partners,Talks with review,10,2025-01-07,\n\
    8,H,Partners,Legal check,10,2025-01-08,\n\
    9,I,Partners,Won,10,2025-01-09,2025-02-02\n";

#[test]
fn stages_of_another_pipeline_are_proposed_where_their_words_stand() {
    let deals = read("deals.csv", TWO);
    let mapping = suggest(&[deals.view()], &Mapping::default());
    let stages: Vec<(&str, Vec<&str>)> = mapping
        .ladder
        .stages
        .iter()
        .map(|s| (s.name.as_str(), s.values.iter().map(String::as_str).collect()))
        .collect();
    // A review is of negotiating; a legal check is a stage that only partners have.
    let expected = [
        ("New", vec!["New"]),
        ("Demo", vec!["Demo"]),
        ("Negotiation", vec!["Negotiation", "Talks with review"]),
        ("Legal check", vec!["Legal check"]),
    ];
    assert_eq!(stages, expected);
    assert_eq!(suggest(&[deals.view()], &mapping), mapping);

    let pipelines =
        |mapping: &Mapping| explain(&[deals.view()], mapping).stages.map(|s| s.pipelines).unwrap();
    let found = pipelines(&mapping);
    let names: Vec<(&str, u64)> = found.iter().map(|p| (p.name.as_str(), p.rows)).collect();
    assert_eq!(names, [("Sales", 5), ("Partners", 4)]);
    let new = &found[1].values[0];
    assert_eq!((new.value.as_str(), new.place, new.own), ("New", StagePlace::Stage(0), false));
    assert_eq!((new.rows, new.elsewhere), (1, 1));

    // The user parts what only sounds alike, and takes it back.
    let mut parted = mapping.clone();
    set_within(&mut parted.ladder, "Partners", "new", Some(StagePlace::Stage(3)));
    set_within(&mut parted.ladder, "partners", "Won", Some(StagePlace::Lost));
    let made = assembled(&[&deals], &parted);
    assert_eq!(made.records.stage, [0, 1, 2, NO_STAGE, NO_STAGE, 3, 2, 3, NO_STAGE]);
    let won = made.records.outcome.iter().filter(|o| **o == Outcome::Won).count();
    assert_eq!(won, 1);
    let view = explain(&[deals.view()], &parted).stages.unwrap();
    let rows: Vec<u64> = view.stages.iter().map(|s| s.rows).collect();
    assert_eq!((rows, view.unmapped), (vec![1, 1, 2, 2], 0));
    assert!(view.pipelines[1].values[0].own && !view.pipelines[0].values[0].own);
    set_within(&mut parted.ladder, "Partners", "New", None);
    set_within(&mut parted.ladder, "Partners", "Won", None);
    assert_eq!(parted.ladder, mapping.ladder);
}

#[test]
fn one_pipeline_is_none() {
    let deals = read("deals.csv", &TWO.replace("Partners", "Sales"));
    let mapping = suggest(&[deals.view()], &Mapping::default());
    assert_eq!(mapping.ladder.stages.len(), 5);
    let view = explain(&[deals.view()], &mapping).stages.unwrap();
    assert!(view.pipelines.is_empty());
}

/// Pipelines with the stages of their own, and their records.
type Differing = (Vec<(String, Vec<String>)>, u64);

/// What is told of pipelines whose records stand so: `pipeline|stage`, so many of each.
fn differing(rows: &[(&str, usize)], dated: bool) -> Option<Differing> {
    let roles = [(Role::RecordId, "id"), (Role::Pipeline, "pipeline"), (Role::Stage, "stage")];
    let mut mapping = Mapping {
        files: vec![mapped("deals", FileKind::Deals, &roles)],
        ladder: ladder(&["new", "visit", "talks"], &["won"], &["lost"]),
        ..Mapping::default()
    };
    if dated {
        mapping.ladder.stages[1].entered = Some("visit on".to_owned());
    }
    let each = rows.iter().flat_map(|(row, n)| std::iter::repeat_n(*row, *n)).enumerate();
    let rows: Vec<String> = each.map(|(id, row)| format!("{id}|{row}")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let made = assembled(&[&file("deals", "id|pipeline|stage|visit on:date", &rows)], &mapping);
    made.findings.into_iter().find_map(|finding| match finding {
        Finding::Crossing(Crossing::PipelinesDiffer { pipelines, records }) => {
            Some((pipelines, records))
        }
        _ => None,
    })
}

#[test]
fn pipelines_of_different_stages_on_one_ladder_are_told() {
    let own = |name: &str, stages: &[&str]| (name.to_owned(), words(stages));
    let rows = |last| {
        let sales = [("Sales|new|", 4), ("Sales|talks|", 4), ("Sales|won|", 3)];
        let service = [("Service|visit|", 6), (last, 1)];
        differing(&[&sales[..], &service].concat(), false)
    };
    let pipelines = vec![own("Sales", &["new", "talks"]), own("Service", &["visit"])];
    assert_eq!(rows("SERVICE|lost|"), Some((pipelines, 18)));
    // Where one has all stages that others have, the others are only shorter.
    assert_eq!(rows("Sales|visit|"), None);
}

#[test]
fn a_stage_that_nobody_stands_in_now_may_be_of_every_pipeline() {
    // Two open deals each, of the same statuses: nobody can tell.
    let open = [("North|new|", 1), ("North|visit|", 1), ("South|new|", 1), ("South|talks|", 1)];
    let closed = [("North|won|", 40), ("South|won|", 40)];
    assert_eq!(differing(&[&open[..], &closed].concat(), false), None);
    // Half of the six of the North stand in a visit: of six others three were to be expected.
    let many = [("North|new|", 3), ("North|visit|", 3), ("South|new|", 3), ("South|talks|", 3)];
    assert_eq!(differing(&many, false).map(|(pipelines, _)| pipelines.len()), Some(2));
    // A date says that one of them was there.
    let dated = [&many[..], &[("South|won|2025-01-05", 1)]].concat();
    assert_eq!(differing(&dated, true), None);
}
