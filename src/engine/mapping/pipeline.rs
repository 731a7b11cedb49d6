//! Several pipelines over one ladder: which stage each pipeline's values stand for.
//!
//! Stages of different pipelines are put together only where a person can see it: values of one name
//! share a stage unless the user parts them, and a stage that only other pipelines have is proposed
//! to be one of the main pipeline's where its words mean the same. Not here: what a record's row
//! means in its pipeline (`funnel::meaning`).

use super::view::{PipelineValue, PipelineView, StagePlace};
use super::{FileMapping, Ladder, Role, stage_words};
use crate::engine::distinct::Distinct;
use crate::engine::fold::fold;
use crate::engine::funnel::FileView;
use std::collections::{BTreeMap, BTreeSet};

/// More values than this, and a column says something else than pipelines.
const MOST_PIPELINES: usize = 30;

/// A pipeline as its rows have it.
struct Found {
    name: String,
    rows: u64,
    /// Folded stage value → its most frequent spelling and rows, in order of appearance.
    values: Vec<(String, String, u64)>,
}

/// The pipelines of a file with the values of its stage column, the most rows first; none where
/// there is one only.
fn found(file: &FileView, roles: &BTreeMap<Role, String>) -> Vec<Found> {
    let column = |role| super::stage::column(file, roles, role);
    let (Some(pipeline), Some(stage)) = (column(Role::Pipeline), column(Role::Stage)) else {
        return Vec::new();
    };
    let (pipelines, stages) = (Distinct::of(pipeline), Distinct::of(stage));
    let (of_pipeline, of_stage) = (pipelines.fold(), stages.fold());
    let (width, height) = (of_stage.len(), of_pipeline.len());
    if !(3..=MOST_PIPELINES + 1).contains(&height) {
        return Vec::new();
    }
    let mut counts = vec![0u64; width * height];
    for row in 0..file.table.rows as u32 {
        let at = of_pipeline.of(pipelines.code(row)) as usize * width
            + of_stage.of(stages.code(row)) as usize;
        if let Some(n) = counts.get_mut(at) {
            *n += 1;
        }
    }
    let names = of_pipeline.spellings(&pipelines.counts());
    let spelled = of_stage.spellings(&stages.counts());
    let mut found = Vec::new();
    for ((code, _), of_values) in names.into_iter().zip(counts.chunks(width.max(1))).skip(1) {
        let values = of_stage.texts.iter().zip(&spelled).zip(of_values).skip(1);
        let values = values.filter(|(_, n)| **n > 0).map(|(((_, text), (code, _)), n)| {
            (text.to_owned(), stages.text(*code).trim().to_owned(), *n)
        });
        let name = pipelines.text(code).trim().to_owned();
        found.push(Found { name, rows: of_values.iter().sum(), values: values.collect() });
    }
    found.sort_by_key(|p| std::cmp::Reverse(p.rows));
    found
}

/// Puts stages that only other pipelines have to the main pipeline's stage whose words stand at the
/// same place, where no pipeline has both.
pub fn unite(ladder: &mut Ladder, file: &FileView, roles: &BTreeMap<Role, String>) {
    let found = found(file, roles);
    if found.len() < 2 {
        return;
    }
    // By stage the pipelines that have it.
    let pipelines_of = |values: &[String]| -> BTreeSet<usize> {
        let folded: Vec<String> = values.iter().map(|v| fold(v)).collect();
        let has = |p: &Found| p.values.iter().any(|(text, ..)| folded.contains(text));
        found.iter().enumerate().filter(|(_, p)| has(p)).map(|(at, _)| at).collect()
    };
    let mut kept: Vec<super::Stage> = Vec::new();
    let (main, others): (Vec<_>, Vec<_>) = std::mem::take(&mut ladder.stages)
        .into_iter()
        .enumerate()
        .partition(|(_, s)| s.values.is_empty() || pipelines_of(&s.values).contains(&0));
    let mut places: Vec<usize> = Vec::new();
    for (at, stage) in main {
        kept.push(stage);
        places.push(at);
    }
    for (at, stage) in others {
        let rank = stage_words::rank(&stage.name);
        let of_stage = pipelines_of(&stage.values);
        let same = |s: &&mut super::Stage| {
            rank.is_some()
                && stage_words::rank(&s.name) == rank
                && pipelines_of(&s.values).is_disjoint(&of_stage)
        };
        match kept.iter_mut().find(same) {
            Some(main) if stage.entered.is_none() || main.entered.is_none() => {
                main.values.extend(stage.values);
                main.entered = main.entered.take().or(stage.entered);
            }
            _ => {
                kept.push(stage);
                places.push(at);
            }
        }
    }
    let mut placed: Vec<(usize, super::Stage)> = places.into_iter().zip(kept).collect();
    placed.sort_by_key(|(at, _)| *at);
    ladder.stages = placed.into_iter().map(|(_, stage)| stage).collect();
}

/// What each pipeline's values stand for.
pub fn explain(file: &FileView, of_file: &FileMapping, ladder: &Ladder) -> Vec<PipelineView> {
    let found = found(file, &of_file.roles);
    let elsewhere = |at: usize, text: &str| {
        let others = found.iter().enumerate().filter(|(other, _)| *other != at);
        others.filter(|(_, p)| p.values.iter().any(|(t, ..)| t == text)).count() as u64
    };
    let view = |(at, pipeline): (usize, &Found)| PipelineView {
        name: pipeline.name.clone(),
        rows: pipeline.rows,
        values: pipeline
            .values
            .iter()
            .map(|(text, value, rows)| {
                let own = place_within(ladder, &pipeline.name, text);
                PipelineValue {
                    value: value.clone(),
                    rows: *rows,
                    place: own.unwrap_or_else(|| place(ladder, text)),
                    own: own.is_some(),
                    elsewhere: elsewhere(at, text),
                }
            })
            .collect(),
    };
    found.iter().enumerate().map(view).collect()
}

/// Where a folded value stands for all pipelines.
pub fn place(ladder: &Ladder, text: &str) -> StagePlace {
    let is = |value: &String| fold(value) == text;
    if ladder.won.iter().any(is) {
        return StagePlace::Won;
    }
    if ladder.lost.iter().any(is) {
        return StagePlace::Lost;
    }
    let stage = ladder.stages.iter().position(|s| s.values.iter().any(is));
    stage.map_or(StagePlace::Unmapped, StagePlace::Stage)
}

/// Where a folded value stands in one pipeline only.
fn place_within(ladder: &Ladder, pipeline: &str, text: &str) -> Option<StagePlace> {
    let pipeline = fold(pipeline);
    let has = |lists: &BTreeMap<String, Vec<String>>| {
        let own = lists.iter().filter(|(name, _)| fold(name) == pipeline);
        own.flat_map(|(_, values)| values).any(|v| fold(v) == text)
    };
    if has(&ladder.won_in) {
        return Some(StagePlace::Won);
    }
    if has(&ladder.lost_in) {
        return Some(StagePlace::Lost);
    }
    ladder.stages.iter().position(|s| has(&s.in_pipeline)).map(StagePlace::Stage)
}

/// Says where a value stands in one pipeline; `None` = as in all others.
pub fn set_within(ladder: &mut Ladder, pipeline: &str, value: &str, to: Option<StagePlace>) {
    let stages = ladder.stages.iter_mut().map(|s| &mut s.in_pipeline);
    for lists in stages.chain([&mut ladder.won_in, &mut ladder.lost_in]) {
        for (name, values) in lists.iter_mut() {
            if fold(name) == fold(pipeline) {
                values.retain(|v| fold(v) != fold(value));
            }
        }
        lists.retain(|_, values| !values.is_empty());
    }
    let lists = match to {
        Some(StagePlace::Stage(at)) => ladder.stages.get_mut(at).map(|s| &mut s.in_pipeline),
        Some(StagePlace::Won) => Some(&mut ladder.won_in),
        Some(StagePlace::Lost) => Some(&mut ladder.lost_in),
        Some(StagePlace::Open | StagePlace::Unmapped) | None => None,
    };
    if let Some(lists) = lists {
        lists.entry(pipeline.to_owned()).or_default().push(value.to_owned());
    }
}
