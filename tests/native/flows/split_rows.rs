//! What figures of a split funnel open: the rows of a group within the filters of its block, and a
//! group set against all others.

use crate::tables::{File, assembled, file, ladder, mapped};
use tundish::engine::dimension::Dimension;
use tundish::engine::filter::Filter;
use tundish::engine::funnel::Assembled;
use tundish::engine::mapping::{FileKind, Mapping, Role as R};
use tundish::engine::query::{Codebook, Figure, Lineage, StepFigure, answer, lineage};
use tundish::engine::report::*;
use tundish::engine::value::Unit;

/// By owner so many deals and so many of them won; every third is of the kind `b`, the others `a`.
const OWNERS: [(&str, usize, usize); 3] = [("Ann", 20, 5), ("Bob", 15, 9), ("", 12, 3)];

fn deals() -> File {
    let mut rows = Vec::new();
    for (owner, all, won) in OWNERS {
        for at in 0..all {
            let (stage, closed) = if at < won { ("Won", "2025-03-01") } else { ("New", "") };
            let (n, kind) = (rows.len(), if at % 3 == 2 { "b" } else { "a" });
            rows.push(format!("D-{n}|2025-01-03|{closed}|{stage}|{owner}|{kind}"));
        }
    }
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    file("deals.csv", "Deal ID|Created:date|Closed:date|Stage|Owner|Kind", &rows)
}

fn made(deals: &File) -> Assembled {
    let roles = [
        (R::RecordId, "Deal ID"),
        (R::Created, "Created"),
        (R::Closed, "Closed"),
        (R::Stage, "Stage"),
        (R::Owner, "Owner"),
    ];
    let ladder = ladder(&["New"], &["Won"], &["Lost"]);
    let files = vec![mapped("deals.csv", FileKind::Deals, &roles)];
    assembled(&[deals], &Mapping { files, ladder, ..Mapping::default() })
}

fn column(header: &str) -> Dimension {
    Dimension::Column { file: "deals.csv".into(), header: header.into() }
}

fn split(deals: &File, data: &Assembled, filters: Vec<Filter>) -> Funnel {
    let spec = FunnelSpec { split: Some(column("Owner")), filters, ..FunnelSpec::default() };
    let spec = ReportSpec { blocks: vec![BlockSpec::Funnel(spec)], ..ReportSpec::default() };
    match answer(&[deals.view()], data, &spec).blocks.remove(0) {
        Answer::Funnel(funnel) => funnel,
        other => panic!("{other:?}"),
    }
}

fn traced(deals: &File, data: &Assembled, figure: &Figure) -> Lineage {
    let spec = ReportSpec::default();
    lineage(&[deals.view()], data, &spec, &mut Codebook::default(), figure).unwrap().0
}

#[test]
fn a_group_beside_all_others_opens_both_figures() {
    let deals = deals();
    let data = made(&deals);
    let end_to_end = Figure::OfStep { at: 1, of: StepFigure::OfFirst };
    let all: (usize, usize) = OWNERS.iter().fold((0, 0), |(n, won), o| (n + o.1, won + o.2));
    let parts = split(&deals, &data, Vec::new()).split.unwrap().parts;
    for (part, (_, entered, won)) in parts.iter().zip(OWNERS) {
        let group = part.filter.clone().unwrap();
        let figure = Figure::BesideOthers { group, figure: Box::new(end_to_end.clone()) };
        let found = traced(&deals, &data, &figure);
        let (own, others) = *found.sides.unwrap();
        let counts = |n: usize| Some(n as f64);
        assert_eq!((own.numerator, own.denominator), (counts(won), counts(entered)));
        let beside = (counts(all.1 - won), counts(all.0 - entered));
        assert_eq!((others.numerator, others.denominator), beside);
        let difference = found.quantity.unwrap();
        let by_hand = won as f64 / entered as f64 - (all.1 - won) as f64 / (all.0 - entered) as f64;
        assert!((difference.value.unwrap() - by_hand).abs() < 1e-12);
        // As sure as the table says.
        assert_eq!(difference.unit, Unit::Points);
        assert!(part.beside_others.is_some());
        assert_eq!(difference.interval, part.beside_others);
        // Its rows are those of the group.
        assert_eq!(found.records.below, entered as u64);
        assert_eq!(found.records.above, won as u64);
        assert_eq!(found.records.filtered, (all.0 - entered) as u64);
    }
}

#[test]
fn the_filters_of_a_block_act_within_its_groups() {
    let deals = deals();
    let data = made(&deals);
    let of_block = [Filter::among(column("Kind"), vec!["b".to_owned()])];
    let parts = split(&deals, &data, of_block.to_vec()).split.unwrap().parts;
    assert_eq!(parts.iter().map(|part| part.entered).collect::<Vec<_>>(), [6, 5, 4]);
    for part in &parts {
        let group = part.filter.clone().unwrap();
        let figure = Figure::Step(0).within(&[group]).within(&of_block);
        assert_eq!(traced(&deals, &data, &figure).records.counted, part.entered);
    }
}
