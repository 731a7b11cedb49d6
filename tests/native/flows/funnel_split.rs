//! The funnel by the groups of a dimension: by hand, and what must hold in hundreds of worlds.

use crate::support::{check_chart, check_golden};
use crate::tables::{File, assembled, file, ladder, mapped};
use crate::worlds::world::{WORLDS, World};
use tundish::chart::ChartKind;
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::filter::Grain;
use tundish::engine::funnel::FileView;
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::query::{Codebook, Figure, answer, lineage};
use tundish::engine::report::*;
use tundish::engine::value::Caution;
use tundish::export::{answer_tables, block_chart::block_charts, sheet_csv};
use tundish::i18n::{Locale, strings};

const HEADER: &str = "Deal ID|Created:date|Closed:date|Stage|Person|Owner";

/// Ann: 12 records, of which 6 reach the demo and 3 are won. Bob: 3, of which 2 and 0. No owner: 1 won.
fn rows() -> Vec<String> {
    let mut rows = Vec::new();
    let mut add = |owner: &str, stage: &str, times: usize| {
        for _ in 0..times {
            let n = rows.len() + 1;
            let closed = if stage == "Won" { "2025-03-01" } else { "" };
            let month = 1 + n % 2;
            rows.push(format!("D-{n}|2025-0{month}-03|{closed}|{stage}|p{}|{owner}", n % 5));
        }
    };
    add("Ann", "New", 6);
    add("Ann", "Demo", 3);
    add("Ann", "Won", 3);
    add("Bob", "New", 1);
    add("Bob", "Demo", 2);
    add("", "Won", 1);
    rows
}

fn mapping() -> Mapping {
    let roles = [
        (R::RecordId, "Deal ID"),
        (R::Created, "Created"),
        (R::Closed, "Closed"),
        (R::Stage, "Stage"),
        (R::Person, "Person"),
        (R::Owner, "Owner"),
    ];
    let ladder = ladder(&["New", "Demo"], &["Won"], &["Lost"]);
    let files = vec![mapped("deals.csv", FileKind::Deals, &roles)];
    Mapping { files, ladder, ..Mapping::default() }
}

fn deals() -> File {
    let rows = rows();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    file("deals.csv", HEADER, &rows)
}

fn owner() -> Dimension {
    Dimension::Column { file: "deals.csv".into(), header: "Owner".into() }
}

fn asked(spec: &ReportSpec, split: Dimension, top: Option<u32>) -> (Answer, Funnel) {
    let deals = deals();
    let data = assembled(&[&deals], &mapping());
    let block = BlockSpec::Funnel(FunnelSpec { split: Some(split), top, ..FunnelSpec::default() });
    let spec = ReportSpec { blocks: vec![block], ..spec.clone() };
    let files: [FileView; 1] = [deals.view()];
    let answer = answer(&files, &data, &spec).blocks.remove(0);
    match &answer {
        Answer::Funnel(funnel) => (answer.clone(), funnel.clone()),
        other => panic!("{other:?}"),
    }
}

/// The name of a group, how many reached each stage, and its end-to-end share.
fn plain(funnel: &Funnel) -> Vec<(String, Vec<u64>, Option<f64>)> {
    let name = |label: &Label| match label {
        Label::Text(text) => text.clone(),
        other => format!("{other:?}"),
    };
    let part = |p: &FunnelPart| {
        (name(&p.label), p.steps.iter().map(|s| s.reached).collect(), p.end_to_end.value)
    };
    funnel.split.as_ref().unwrap().parts.iter().map(part).collect()
}

#[test]
fn each_owner_has_a_funnel_of_his_own_and_few_cases_are_marked() {
    let (_, funnel) = asked(&ReportSpec::default(), owner(), None);
    let expected =
        [("Ann", vec![12, 6, 3], 0.25), ("Bob", vec![3, 2, 0], 0.0), ("Empty", vec![1, 1, 1], 1.0)];
    assert_eq!(plain(&funnel), expected.map(|(n, c, e)| (n.to_owned(), c, Some(e))));
    let parts = &funnel.split.as_ref().unwrap().parts;
    let small = |p: &FunnelPart| p.end_to_end.cautions.contains(&Caution::SmallDenominator);
    assert_eq!(parts.iter().map(small).collect::<Vec<_>>(), [false, true, true]);
    // Of twelve six went on to the demo, of those three were won.
    let previous = |p: &FunnelPart, at: usize| p.steps[at].of_previous.as_ref().unwrap().value;
    assert_eq!((previous(&parts[0], 1), previous(&parts[0], 2)), (Some(0.5), Some(0.5)));
    // The others of Ann are four, of anybody else they are more: with so few nothing is said.
    assert!(parts.iter().all(|p| p.beside_others.is_none()));
}

#[test]
fn what_is_beyond_the_top_is_one_group_and_months_are_the_latest_in_their_order() {
    let (_, funnel) = asked(&ReportSpec::default(), owner(), Some(1));
    let expected = [("Ann", vec![12, 6, 3]), ("Rest(2)", vec![4, 3, 1])];
    let found: Vec<(String, Vec<u64>)> = plain(&funnel).into_iter().map(|p| (p.0, p.1)).collect();
    assert_eq!(found, expected.map(|(n, c)| (n.to_owned(), c)));

    let month = Dimension::Created(Grain::Month);
    let (_, funnel) = asked(&ReportSpec::default(), month.clone(), None);
    let labels: Vec<Label> =
        funnel.split.unwrap().parts.into_iter().map(|part| part.label).collect();
    assert!(labels.is_sorted() && labels.len() == 2, "{labels:?}");
    let (_, funnel) = asked(&ReportSpec::default(), month, Some(1));
    let parts = funnel.split.unwrap().parts;
    assert_eq!(parts[0].label, labels[1]);
    assert_eq!(parts[1].label, Label::Rest(1));
}

#[test]
fn a_person_is_in_the_group_of_the_first_record() {
    let spec = ReportSpec { entity: Entity::Person, ..ReportSpec::default() };
    let (_, funnel) = asked(&spec, owner(), None);
    // All five persons have an early record of Ann's; what Bob and nobody sold them is theirs.
    let split = funnel.split.as_ref().unwrap();
    assert!(split.by_first_record && split.parts.iter().all(|p| p.filter.is_none()));
    assert_eq!(split.parts.iter().map(|p| p.entered).sum::<u64>(), 5);
    assert_eq!(funnel.entered, 5);
}

#[test]
fn the_rows_of_a_figure_are_those_of_its_group() {
    let deals = deals();
    let data = assembled(&[&deals], &mapping());
    let files: [FileView; 1] = [deals.view()];
    let (_, funnel) = asked(&ReportSpec::default(), owner(), Some(1));
    for part in funnel.split.unwrap().parts {
        for (at, step) in part.steps.iter().enumerate() {
            let filter = part.filter.clone().unwrap();
            let figure = Figure::Step(at as u32).within(&[filter]);
            let spec = ReportSpec::default();
            let found = lineage(&files, &data, &spec, &mut Codebook::default(), &figure);
            let records = found.unwrap().0.records;
            assert_eq!(records.above, step.reached, "{:?} {at}", part.label);
        }
    }
}

/// Groups add up to the whole whatever is asked, and each is what its filter alone would leave.
#[test]
fn groups_add_up_to_the_whole_in_every_world() {
    let mut seen = 0;
    for seed in 0..WORLDS {
        let world = World::new(seed);
        let column = |header: &str| {
            let file = world.sheets[0].name.to_owned();
            Dimension::Column { file, header: header.to_owned() }
        };
        let first = world.sheets[0].header.split('|').nth(3).unwrap_or("Stage");
        let header = first.split(':').next().unwrap_or(first);
        let dimensions = [Dimension::Channel, Dimension::Created(Grain::Month), column(header)];
        let policies =
            [SkipPolicy::Implied, SkipPolicy::Observed, SkipPolicy::Strict, SkipPolicy::Any];
        let policy = policies[(seed % 4) as usize];
        let window = (seed % 3 == 0).then_some(30);
        for (entity, split) in
            [Entity::Record, Entity::Person, Entity::Account].into_iter().zip(dimensions)
        {
            let spec = ReportSpec { policy, entity, window, ..ReportSpec::default() };
            let top = Some(1 + (seed % 5) as u32);
            let of = |filters, split| FunnelSpec { filters, split, top, ..FunnelSpec::default() };
            let block = BlockSpec::Funnel(of(Vec::new(), Some(split)));
            let Answer::Funnel(funnel) = world.one(&spec, block) else { continue };
            let parts = &funnel.split.as_ref().unwrap().parts;
            seen += usize::from(parts.len() > 1);
            let sum = |of: &dyn Fn(&FunnelPart) -> u64| parts.iter().map(of).sum::<u64>();
            let whole = [funnel.entered, funnel.won, funnel.lost, funnel.open];
            let all = [sum(&|p| p.entered), sum(&|p| p.won), sum(&|p| p.lost), sum(&|p| p.open)];
            assert_eq!(all, whole, "seed {seed} {entity:?}");
            for (at, stage) in funnel.stages.iter().enumerate() {
                assert_eq!(sum(&|p| p.steps[at].reached), stage.reached, "seed {seed} {at}");
            }
            for part in parts.iter().filter(|_| seed % 8 == 0) {
                let Some(filter) = part.filter.clone() else { continue };
                let block = BlockSpec::Funnel(of(vec![filter], None));
                let Answer::Funnel(alone) = world.one(&spec, block) else { panic!("seed {seed}") };
                let reached = |s: &FunnelStage| (s.reached, s.of_previous.clone());
                let own = |s: &PartStep| (s.reached, s.of_previous.clone());
                assert_eq!(
                    part.steps.iter().map(own).collect::<Vec<_>>(),
                    alone.stages.iter().map(reached).collect::<Vec<_>>(),
                    "seed {seed} {:?}",
                    part.label
                );
                assert_eq!(part.end_to_end, alone.end_to_end, "seed {seed}");
            }
        }
    }
    assert!(seen > 300, "the worlds are too plain to prove anything: {seen}");
}

#[test]
fn documents_of_before_ask_for_no_split() {
    for text in [r#"{"funnel":{}}"#, r#"{"funnel":{"filters":[]}}"#] {
        let block: BlockSpec = serde_json::from_str(text).unwrap();
        assert_eq!(block, BlockSpec::Funnel(FunnelSpec::default()));
    }
}

#[test]
fn the_table_and_the_picture_are_as_they_were() {
    let words = strings(Locale::En);
    let (found, _) = asked(&ReportSpec::default(), owner(), None);
    let tables = answer_tables(&found, words, None);
    let csv = sheet_csv(&tables[0].sheet(words), '.').replace("\r\n", "\n");
    check_golden("flows/funnel_split.csv", csv.trim_start_matches('\u{feff}'));
    let chart = block_charts(&found, words, None, &[]).remove(0);
    assert!(matches!(chart.kind, ChartKind::Lattice(_)));
    check_chart("lattice", &chart.kind, &chart.title, [760.0, 320.0]);
}
