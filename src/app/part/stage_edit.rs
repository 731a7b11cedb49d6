//! How the ladder changes: pure functions, so that they can be read (and tested) without a page.

use crate::engine::mapping::{Ladder, Stage, fold};

/// Where a raw value can stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Stage(usize),
    Won,
    Lost,
    Nowhere,
}

/// Moves a raw value (with all its spellings) to a place; it stands in one place only. A stage that
/// was there for this value alone goes with it.
pub fn move_value(ladder: &mut Ladder, value: &str, place: Place) {
    let key = fold(value);
    let lists = ladder.stages.iter_mut().map(|s| &mut s.values);
    let mut spellings = Vec::new();
    for list in lists.chain([&mut ladder.won, &mut ladder.lost]) {
        spellings.extend(list.iter().filter(|v| fold(v) == key).cloned());
        list.retain(|v| fold(v) != key);
    }
    if spellings.is_empty() {
        spellings.push(value.to_owned());
    }
    match place {
        Place::Stage(index) => {
            if let Some(stage) = ladder.stages.get_mut(index) {
                stage.values.extend(spellings);
            }
        }
        Place::Won => ladder.won.extend(spellings),
        Place::Lost => ladder.lost.extend(spellings),
        Place::Nowhere => {}
    }
    let is_left = |s: &Stage| {
        fold(&s.name) == key
            && s.values.is_empty()
            && s.in_pipeline.values().all(Vec::is_empty)
            && s.entered.is_none()
            && !s.decided
    };
    ladder.stages.retain(|s| !is_left(s));
}

/// Moves a stage to another position; beyond the end is the end.
pub fn move_stage(ladder: &mut Ladder, from: usize, to: usize) {
    if from < ladder.stages.len() {
        let stage = ladder.stages.remove(from);
        let to = to.min(ladder.stages.len());
        ladder.stages.insert(to, stage);
        ends_last(ladder);
    }
}

/// Removes a stage; its values stand nowhere until the user says otherwise.
pub fn remove_stage(ladder: &mut Ladder, index: usize) {
    if index < ladder.stages.len() {
        ladder.stages.remove(index);
    }
}

/// Adds an empty stage before the win.
pub fn add_stage(ladder: &mut Ladder, name: &str) {
    ladder.stages.push(Stage { name: name.to_owned(), ..Stage::default() });
    ends_last(ladder);
}

/// Stages after the win stand behind the others.
fn ends_last(ladder: &mut Ladder) {
    ladder.stages.sort_by_key(|s| s.after_win);
}

/// Takes a stage into the one above it, which keeps its name.
pub fn merge_with_previous(ladder: &mut Ladder, index: usize) {
    if index == 0 || index >= ladder.stages.len() {
        return;
    }
    let stage = ladder.stages.remove(index);
    let Some(into) = ladder.stages.get_mut(index - 1) else { return };
    into.values.extend(stage.values);
    for (pipeline, values) in stage.in_pipeline {
        into.in_pipeline.entry(pipeline).or_default().extend(values);
    }
    into.entered = into.entered.take().or(stage.entered);
    into.qualified |= stage.qualified;
    into.decided |= stage.decided;
}

/// Marks or unmarks a stage that comes after the win.
pub fn set_after_win(ladder: &mut Ladder, index: usize) {
    if let Some(stage) = ladder.stages.get_mut(index) {
        stage.after_win = !stage.after_win;
        stage.qualified &= !stage.after_win;
    }
    ends_last(ladder);
}

/// Marks or unmarks a stage that every closed record has reached, won or lost.
pub fn set_decided(ladder: &mut Ladder, index: usize) {
    if let Some(stage) = ladder.stages.get_mut(index) {
        stage.decided = !stage.decided;
    }
}

/// Marks the stage from which a lead counts as qualified; marking it again takes the mark away.
pub fn set_qualified(ladder: &mut Ladder, index: usize) {
    for (i, stage) in ladder.stages.iter_mut().enumerate() {
        stage.qualified = i == index && !stage.qualified;
    }
}
