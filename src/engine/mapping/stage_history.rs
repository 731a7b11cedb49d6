//! Histories of stages: whether a file is one, and the stages that it adds to a ladder.
//!
//! Not here: the words of its columns (`event_words`), reading it (`funnel::history`).

use super::header::HeaderFit;
use super::role::Fit;
use super::stage::{MOST_STAGES, column};
use super::stage_clues::Clues;
use super::values::variants;
use super::{FileKind, Ladder, Mapping, Role, Stage, kind, stage_outcome};
use crate::engine::fold::{fold, fold_header};
use crate::engine::funnel::{FileView, Outcome};
use crate::engine::mapping::FileMapping;
use serde::{Deserialize, Serialize};

/// A file with more columns is an export of records.
const MOST_COLUMNS: usize = 8;

/// The stage values of a history, those left and those entered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HistoryView {
    pub file: String,
    pub values: Vec<super::view::StageValue>,
}

/// Whether a file without a column of stages left is a history all the same: few columns, ids that
/// repeat, each time with a stage and a day.
pub fn is_log(file: &FileView) -> bool {
    if file.profile.columns.len() > MOST_COLUMNS {
        return false;
    }
    let fits = kind::roles(file, FileKind::StageHistory);
    let of = |role| {
        let fit = fits.iter().find(|f| f.role == role)?;
        file.profile.columns.get(fit.column)
    };
    let (Some(record), Some(_), Some(_)) = (of(Role::Record), of(Role::Stage), of(Role::Date))
    else {
        return false;
    };
    let of_deals = kind::roles(file, FileKind::Deals);
    let is_deals = [Role::Amount, Role::Closed, Role::Modified, Role::ExpectedClose]
        .iter()
        .any(|role| of_deals.iter().any(|f| f.role == *role));
    // At least every third row speaks of a record that was named before.
    !is_deals && record.filled >= 3 && record.distinct * 3 <= record.filled * 2
}

/// Whether the rows tell moves: the stage left and the stage entered. Columns that are only called
/// “from” and “to” have to hold the same stages.
pub fn is_moves(file: &FileView) -> bool {
    let fits = kind::roles(file, FileKind::StageHistory);
    let of = |role| fits.iter().find(|f| f.role == role);
    let (Some(from), Some(to)) = (of(Role::FromStage), of(Role::Stage)) else { return false };
    if from.header == Some(HeaderFit::Exact) {
        return true;
    }
    let values = |fit: &Fit| -> Vec<String> {
        let column = file.profile.columns.get(fit.column);
        column.map(|c| c.top.iter().map(|(v, _)| fold(v)).collect()).unwrap_or_default()
    };
    let (left, entered) = (values(from), values(to));
    let shared = left.iter().filter(|v| entered.contains(v)).count();
    of(Role::Date).is_some() && shared >= 2 && shared * 2 >= left.len().min(entered.len())
}

/// The histories among the files.
pub fn logs<'a>(
    files: &'a [FileView<'a>],
    mapping: &'a Mapping,
) -> impl Iterator<Item = (&'a FileView<'a>, &'a FileMapping)> {
    let of_kind = mapping.files.iter().filter(|m| m.kind == FileKind::StageHistory);
    of_kind.filter_map(|m| files.iter().find(|f| f.profile.name == m.name).map(|f| (f, m)))
}

/// Adds the stages that only a history names; they are put in order by the caller.
pub fn extend(ladder: &mut Ladder, file: &FileView, of_file: &FileMapping) {
    let known = |ladder: &Ladder, text: &str| {
        let values = ladder.stages.iter().flat_map(|s| s.values.iter().chain([&s.name]));
        let mut all = values.chain(&ladder.won).chain(&ladder.lost);
        all.any(|v| fold_header(v) == fold_header(text))
    };
    for role in [Role::FromStage, Role::Stage] {
        let Some(column) = column(file, &of_file.roles, role) else { continue };
        for variant in variants(column, fold_header).0 {
            let name = variant.name().to_owned();
            if known(ladder, &name) {
                take_spellings(ladder, &variant.spellings);
                continue;
            }
            let values = variant.spellings.iter().map(|(text, _)| text.clone()).collect();
            match stage_outcome::outcome(&name) {
                Some(Outcome::Won) => ladder.won.extend::<Vec<String>>(values),
                Some(Outcome::Lost) => ladder.lost.extend::<Vec<String>>(values),
                _ if ladder.stages.len() < MOST_STAGES && !stage_outcome::is_parked(&name) => {
                    ladder.stages.push(Stage { name, values, ..Stage::default() });
                }
                _ => {}
            }
        }
    }
}

/// What the records and all histories tell of the order of stages.
pub fn clues(
    files: &[FileView],
    mapping: &Mapping,
    (file, of_file): (&FileView, &FileMapping),
    ladder: &Ladder,
) -> Clues {
    let mut clues = Clues::of_records(&ladder.stages, file, &of_file.roles);
    for (log, of_log) in logs(files, mapping) {
        clues.take_log(&ladder.stages, log, of_log);
    }
    clues
}

/// A stage known by a date column or by another way of writing takes the history's values, too.
fn take_spellings(ladder: &mut Ladder, spellings: &[(String, u64)]) {
    for (text, _) in spellings {
        let is = |value: &String| fold(value) == fold(text);
        let in_stage = |s: &Stage| s.values.iter().any(is);
        let taken = ladder.stages.iter().any(in_stage)
            || ladder.won.iter().any(is)
            || ladder.lost.iter().any(is);
        if taken {
            continue;
        }
        let same = |v: &String| fold_header(v) == fold_header(text);
        let place = ladder.stages.iter_mut().find(|s| same(&s.name) || s.values.iter().any(same));
        if let Some(stage) = place {
            stage.values.push(text.clone());
        } else if ladder.won.iter().any(same) {
            ladder.won.push(text.clone());
        } else if ladder.lost.iter().any(same) {
            ladder.lost.push(text.clone());
        }
    }
}
