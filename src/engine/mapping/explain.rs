//! Counts what the mapping makes of the files: roles with their evidence, stage values, sources.
//!
//! Not here: the types (`view`), joins (`explain_join`).

use super::rates_bare::BareRates;
use super::role::{Evidence, Fit};
use super::stage::{self, column};
use super::stage_clues::Clues;
use super::stage_history::HistoryView;
use super::suggest::{file_mapping, record_file};
use super::values::{Variant, variants};
use super::view::*;
use super::{
    FileKind, FileMapping, Ladder, Mapping, Role, explain_channel, explain_join, explain_spelling,
    explain_spend, kind, pipeline, planned, rates, role, role_order, stage_dated, stage_earlier,
    stage_history, stage_order, stage_outcome,
};
use crate::engine::currency::normalise;
use crate::engine::fold::fold;
use crate::engine::funnel::FileView;

/// How sure a plan is of money by nothing but its size.
const SIZE_SAYS: f64 = 0.7;

/// The mapping explained over the files.
pub fn explain(files: &[FileView], mapping: &Mapping) -> MappingView {
    let records = record_file(files, mapping)
        .and_then(|at| files.get(at))
        .and_then(|file| file_mapping(mapping, &file.profile.name).map(|of_file| (file, of_file)));
    let joins = explain_join::joins(files, mapping);
    let of_files = files.iter().map(|file| {
        let default = FileMapping::default();
        let of_file = file_mapping(mapping, &file.profile.name).unwrap_or(&default);
        let mut view = explain_file(&joins, file, of_file);
        view.notes = rates_notes(file, of_file, mapping);
        if planned::is_unnamed(of_file) {
            view.notes.push(FileNote::PlanOfWhat);
        }
        if planned::is_sized(files, mapping, file, of_file, Role::PlannedRevenue) {
            let revenue = view.roles.iter_mut().filter(|r| r.role == Role::PlannedRevenue);
            revenue.for_each(|r| {
                r.evidence.insert(0, Evidence::LargeAsMoney);
                r.confidence = r.confidence.max(SIZE_SAYS);
            });
        }
        view
    });
    MappingView {
        files: of_files.collect(),
        stages: records.map(|(file, of_file)| {
            let clues = stage_history::clues(files, mapping, (file, of_file), &mapping.ladder);
            let mut stages = explain_stages(file, of_file, &mapping.ladder, &clues);
            let logs = stage_history::logs(files, mapping);
            let further = logs.filter(|(log, _)| log.profile.name != of_file.name);
            let told = further.map(|(log, of_log)| history(log, of_log, &mapping.ladder));
            stages.histories = told.collect();
            let of_earlier = |f: &FileView, m: &FileMapping| history(f, m, &mapping.ladder);
            let earlier = stage_earlier::views(files, mapping, of_file, &of_earlier);
            stages.histories.extend(earlier);
            stages
        }),
        channels: records
            .and_then(|(file, of_file)| explain_channel::channels(file, of_file, mapping)),
        spellings: explain_spelling::spellings(files, mapping),
        joins,
        spend_joins: records
            .map(|(file, _)| explain_spend::spend_joins(files, mapping, file))
            .unwrap_or_default(),
        // Told by those who hold the files one by one.
        groups: Vec::new(),
    }
}

fn explain_file(joins: &[JoinView], file: &FileView, of_file: &FileMapping) -> FileMappingView {
    let mut fits = role::candidates(file, kind::words(of_file.kind));
    // Evidence that comes from the other columns, such as being the only date.
    for fit in kind::roles(file, of_file.kind) {
        if !fits.iter().any(|f| f.role == fit.role && f.column == fit.column) {
            fits.push(fit);
        }
    }
    let roles = role_order::roles_of(of_file.kind).iter().copied();
    FileMappingView {
        name: file.profile.name.clone(),
        kind: of_file.kind,
        rows: file.profile.rows,
        roles: roles.map(|role| explain_role(joins, file, of_file, &fits, role)).collect(),
        notes: Vec::new(),
    }
}

fn rates_notes(file: &FileView, of_file: &FileMapping, mapping: &Mapping) -> Vec<FileNote> {
    if of_file.kind != FileKind::Rates {
        return Vec::new();
    }
    let named = |role| of_file.header(role).is_some();
    let is_read = named(Role::Currency) && named(Role::Rate);
    let to = normalise(&mapping.rates.to);
    let bare = BareRates::of(&file.profile.name, file.table);
    let is_bare_read = bare.is_some_and(|bare| match bare.base(&to) {
        Some(base) => bare.tells_worth(file.table, &base).is_some(),
        None => to.is_empty(),
    });
    let is_wide = is_bare_read || !rates::pairs(file.table).is_empty();
    match () {
        () if !is_read && !is_wide => vec![FileNote::RatesUnread],
        () if mapping.rates.to.is_empty() => vec![FileNote::NothingConverted],
        () => Vec::new(),
    }
}

fn explain_role(
    joins: &[JoinView],
    file: &FileView,
    of_file: &FileMapping,
    fits: &[Fit],
    role: Role,
) -> RoleView {
    let header = of_file.header(role).map(str::to_owned);
    let name_of = |fit: &Fit| file.profile.columns.get(fit.column).map(|c| c.header.clone());
    let of_role = || fits.iter().filter(|f| f.role == role);
    let own = of_role().find(|f| header.is_some() && name_of(f) == header);
    let profile = file.profile.columns.iter().find(|c| Some(&c.header) == header.as_ref());
    let mut evidence = match (own, profile) {
        (Some(fit), _) => fit.evidence.clone(),
        (None, Some(profile)) => role::value_evidence(role, profile),
        (None, None) => Vec::new(),
    };
    let mut confidence = own.map_or(0.0, |f| f.confidence);
    if of_file.kind == FileKind::Lookup && header.is_some() {
        let met = explain_join::key_evidence(joins, &of_file.name);
        confidence = if met.is_some() { 1.0 } else { 0.5 };
        evidence.extend(met);
    }
    let others = of_role().filter(|f| name_of(f) != header).filter_map(|fit| {
        let (confidence, evidence) = (fit.confidence, fit.evidence.clone());
        name_of(fit).map(|header| Candidate { header, confidence, evidence })
    });
    RoleView { role, evidence, confidence, others: others.collect(), header }
}

fn explain_stages(
    file: &FileView,
    of_file: &FileMapping,
    ladder: &Ladder,
    clues: &Clues,
) -> StagesView {
    let mut values: Vec<StageValue> = Vec::new();
    let mut missing_stage = 0;
    for role in [Role::Stage, Role::Outcome] {
        let Some(column) = column(file, &of_file.roles, role) else { continue };
        let (found, missing) = variants(column, fold);
        if role == Role::Stage {
            missing_stage = missing;
        }
        values.extend(found.into_iter().map(|v| stage_value(v, role, ladder)));
    }
    values.sort_by_key(|v| (v.role, std::cmp::Reverse(v.rows)));
    let pipelines = pipeline::explain(file, of_file, ladder);
    // What a pipeline says otherwise moves its rows from where all others have them.
    let own: Vec<(StagePlace, StagePlace, u64)> = pipelines
        .iter()
        .flat_map(|p| p.values.iter().filter(|v| v.own))
        .map(|v| (pipeline::place(ladder, &fold(&v.value)), v.place, v.rows))
        .collect();
    let rows_at = |place: StagePlace| -> u64 {
        let rows: u64 = values.iter().filter(|v| v.place == place).map(|v| v.rows).sum();
        let of = |is: &dyn Fn(&(StagePlace, StagePlace, u64)) -> bool| -> u64 {
            own.iter().filter(|o| is(o)).map(|o| o.2).sum()
        };
        (rows + of(&|o| o.1 == place)).saturating_sub(of(&|o| o.0 == place))
    };
    let order = stage_order::order(&ladder.stages, clues);
    let stages = order.into_iter().zip(&ladder.stages).enumerate();
    let stages = stages.map(|(i, ((_, order), stage))| StageView {
        rows: rows_at(StagePlace::Stage(i)),
        order,
        entered: stage.entered.as_ref().and_then(|h| entry(file, of_file, ladder, i, h)),
    });
    StagesView {
        file: of_file.name.clone(),
        stages: stages.collect(),
        missing: missing_stage,
        unmapped: rows_at(StagePlace::Unmapped),
        pipelines,
        values,
        histories: Vec::new(),
    }
}

fn history(file: &FileView, of_file: &FileMapping, ladder: &Ladder) -> HistoryView {
    let mut values: Vec<StageValue> = Vec::new();
    for role in [Role::Stage, Role::FromStage] {
        let Some(column) = column(file, &of_file.roles, role) else { continue };
        for value in
            variants(column, fold).0.into_iter().map(|v| stage_value(v, Role::Stage, ladder))
        {
            // What is left was entered before, mostly.
            match values.iter_mut().find(|v| fold(&v.value) == fold(&value.value)) {
                Some(known) => known.rows = known.rows.max(value.rows),
                None => values.push(value),
            }
        }
    }
    HistoryView { file: of_file.name.clone(), values }
}

fn stage_value(variant: Variant, role: Role, ladder: &Ladder) -> StageValue {
    let is = |value: &String| fold(value) == variant.key;
    let stage = ladder.stages.iter().position(|s| s.values.iter().any(is));
    let place = if ladder.won.iter().any(is) {
        StagePlace::Won
    } else if ladder.lost.iter().any(is) {
        StagePlace::Lost
    } else {
        match stage.filter(|_| role == Role::Stage) {
            Some(at) => StagePlace::Stage(at),
            None if role == Role::Outcome => StagePlace::Open,
            None => StagePlace::Unmapped,
        }
    };
    let value = variant.name().to_owned();
    let parked = place == StagePlace::Unmapped && stage_outcome::is_parked(&value);
    StageValue { role, value, rows: variant.rows, spellings: variant.spellings, place, parked }
}

/// How the date column of a stage proves its entry.
fn entry(
    file: &FileView,
    of_file: &FileMapping,
    ladder: &Ladder,
    at: usize,
    header: &str,
) -> Option<EntryEvidence> {
    let place = file.profile.columns.iter().position(|c| c.header == header)?;
    let filled = file.profile.columns.get(place)?.filled;
    if stage_dated::of_file(file).contains_key(&place) {
        return Some(EntryEvidence::Header { filled });
    }
    let by_filling = column(file, &of_file.roles, Role::Stage)
        .and_then(|stage| stage::entry_by_filling(file, &of_file.roles, stage, ladder));
    match by_filling {
        Some((stage, found)) if stage == at && found == header => {
            let empty_before = file.profile.rows.saturating_sub(filled);
            Some(EntryEvidence::Filling { empty_before, filled })
        }
        _ => Some(EntryEvidence::Chosen { filled }),
    }
}
