//! The funnel of the records that a filter keeps is that of a file that holds no others, whether the
//! filter drops few of them or most.

use crate::tables::{assembled, file, ladder, mapped};
use tundish::engine::dimension::Dimension;
use tundish::engine::filter::Filter;
use tundish::engine::mapping::{FileKind, Mapping, Role};
use tundish::engine::query::{Codebook, answer_with};
use tundish::engine::report::{Answer, BlockSpec, Entity, FunnelSpec, ReportSpec, SkipPolicy};
use tundish::engine::value::Day;

const HEADER: &str = "id|owner|stage|created:date|mql:date|offer:date|closed:date|company";

fn rows(seed: u32) -> Vec<String> {
    let mut state = seed;
    let mut pick = |n: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) % n
    };
    let mut rows = Vec::new();
    for id in 0..500 {
        let at = 20_000 + pick(400);
        let mut dated = |often: u32, within: u32| {
            let day = at + pick(within);
            if pick(4) < often { Day(day as i32).to_string() } else { String::new() }
        };
        let (mql, offer, closed) = (dated(3, 20), dated(2, 60), dated(3, 90));
        let stage = ["new", "mql", "offer", "won", "lost", "?", ""][pick(7) as usize];
        let created = if pick(20) > 0 { Day(at as i32).to_string() } else { String::new() };
        let owner = ["Ann", "Ann", "Ann", "Bob", "Cid"][pick(5) as usize];
        let company = pick(90);
        rows.push(format!("{id}|{owner}|{stage}|{created}|{mql}|{offer}|{closed}|c{company}"));
    }
    // The last day is the same whoever is left.
    for owner in ["Ann", "Bob", "Cid"] {
        rows.push(format!("{owner}|{owner}|new|2026-06-01||||x"));
    }
    rows
}

fn funnel(rows: &[String], spec: &ReportSpec, before: &[ReportSpec]) -> Answer {
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let file = file("deals", HEADER, &rows);
    let roles = [
        (Role::RecordId, "id"),
        (Role::Owner, "owner"),
        (Role::Stage, "stage"),
        (Role::Created, "created"),
        (Role::Closed, "closed"),
        (Role::Account, "company"),
    ];
    let mut mapping = Mapping {
        files: vec![mapped("deals", FileKind::Deals, &roles)],
        ladder: ladder(&["new", "mql", "offer"], &["won"], &["lost"]),
        ..Mapping::default()
    };
    for at in [1, 2] {
        mapping.ladder.stages[at].entered = Some(["", "mql", "offer"][at].to_owned());
    }
    let (made, views) = (assembled(&[&file], &mapping), [file.view()]);
    let mut codebook = Codebook::default();
    for spec in before {
        answer_with(&views, &made, spec, &mut codebook);
    }
    answer_with(&views, &made, spec, &mut codebook).blocks.remove(0)
}

#[test]
fn a_filter_leaves_the_funnel_of_what_it_keeps() {
    let all = rows(11);
    for dropped in ["Ann", "Bob"] {
        let kept: Vec<String> =
            all.iter().filter(|r| r.split('|').nth(1) != Some(dropped)).cloned().collect();
        for policy in
            [SkipPolicy::Observed, SkipPolicy::Implied, SkipPolicy::Strict, SkipPolicy::Any]
        {
            for (window, entity) in
                [(None, Entity::Record), (Some(30), Entity::Record), (None, Entity::Account)]
            {
                let blocks = vec![BlockSpec::Funnel(FunnelSpec::default())];
                let plain = ReportSpec { policy, window, entity, blocks, ..ReportSpec::default() };
                let owner = Dimension::Column { file: "deals".into(), header: "owner".into() };
                let values = vec![dropped.to_lowercase()];
                let filter =
                    Filter { dimension: owner, values, exclude: true, ..Filter::default() };
                let filtered = ReportSpec { filters: vec![filter], ..plain.clone() };
                let other = ReportSpec { policy: SkipPolicy::Any, ..plain.clone() };
                let wanted = funnel(&kept, &plain, &[]);
                assert!(matches!(&wanted, Answer::Funnel(f) if f.entered > 50), "{wanted:?}");
                let case = format!("{dropped} {policy:?} {window:?} {entity:?}");
                assert_eq!(funnel(&all, &filtered, &[]), wanted, "{case}");
                // Whatever was asked before.
                assert_eq!(funnel(&all, &filtered, &[plain.clone(), other]), wanted, "{case}");
            }
        }
    }
}
