//! Russian.

mod append;
mod as_of;
mod asking;
mod attribution;
mod audit;
mod begin;
mod beside;
mod calls;
mod change_trace;
mod check;
mod compare;
mod concern;
mod conversion;
mod customers;
mod data;
mod deal;
mod deal_measure;
mod dialog;
mod exporter;
mod far;
mod figures;
mod finding;
mod format_note;
mod funnel_split;
mod interval;
mod level;
mod lifetime;
mod lineage;
mod listing;
mod mapping;
mod measure;
mod measure_activity;
mod measure_ads;
mod measure_cost;
mod measure_sales;
mod measure_stage;
mod measure_value;
mod measure_visits;
mod meeting;
mod members;
mod moves;
mod names;
mod pipeline_change;
mod plan;
mod preset;
mod proposal;
mod quarantine;
mod question;
mod reason;
mod reasons;
mod refusal;
mod report;
mod sampling;
mod shape;
mod shell;
mod spread_view;
mod step;
mod terminal;
mod trace;
mod trouble;
mod twofold;
mod working;
mod zone;

use super::{Mapping, Names, Question, Report, Strings};
use crate::format::Locale;

pub static STRINGS: Strings =
    of(names::NAMES, report::REPORT, mapping::MAPPING, question::QUESTION);
/// For records that are deals.
pub static DEALS: Strings = of(deal::NAMES, deal::REPORT, deal::MAPPING, deal_measure::QUESTION);

const fn of(names: Names, report: Report, mapping: Mapping, question: Question) -> Strings {
    Strings {
        locale: L,
        shell: shell::SHELL,
        data: data::DATA,
        append: append::APPEND,
        attribution: attribution::ATTRIBUTION,
        quarantine: quarantine::QUARANTINE,
        mapping,
        meeting: meeting::MEETING,
        proposal: proposal::PROPOSAL,
        working: working::WORKING,
        as_of: as_of::AS_OF,
        begin: begin::BEGIN,
        shape: shape::SHAPE,
        report,
        compare: compare::COMPARE,
        sampling: sampling::SAMPLING,
        plan: plan::PLAN,
        question,
        reasons: reasons::REASONS,
        pipeline_change: pipeline_change::PIPELINE_CHANGE,
        funnel_split: funnel_split::FUNNEL_SPLIT,
        moves: moves::MOVES,
        calls: calls::CALLS,
        change_trace: change_trace::CHANGE_TRACE,
        asking: asking::ASKING,
        level: level::LEVEL,
        conversion: conversion::CONVERSION,
        dialog: dialog::DIALOG,
        exporter: exporter::EXPORTER,
        figures: figures::FIGURES,
        far: far::FAR,
        interval: interval::INTERVAL,
        names,
        trouble: trouble::TROUBLE,
        audit: audit::AUDIT,
        lineage: lineage::LINEAGE,
        members: members::MEMBERS,
        beside: beside::BESIDE,
        step: step::STEP,
        trace: trace::TRACE,
        terminal: terminal::TERMINAL,
        preset: preset::PRESET,
        zone: zone::ZONES,
    }
}

/// The locale of everything in this folder.
const L: Locale = Locale::Ru;
