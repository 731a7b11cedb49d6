//! Which column plays which role: the header's words and the values together, the best pair first,
//! so that no two roles share a column and the narrower header wins.
//!
//! Not here: what the file is (`kind`), the words (`role_words`, `header`).

use super::Role;
use super::click::CLICK_ROLES;
use super::header::{Header, HeaderFit};
use super::role_words::Words;
use super::stage_dated;
use super::{stage_outcome, stage_words};
use crate::engine::funnel::{FileView, Outcome};
use crate::engine::import::exporter::{self, ExporterId};
use crate::engine::profile::ColumnProfile;
use crate::engine::table::ColumnType as T;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Below this a proposal is not made.
pub const LEAST_CONFIDENCE: f64 = 0.3;
/// More distinct values than this, and a column is hardly a stage.
const MOST_STAGES: u64 = 120;

/// Why a column was proposed for a role. Shares are 0 to 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// The header's words.
    Header(HeaderFit),
    /// The program that wrote the file is known to write this header.
    Exporter(ExporterId),
    /// Share of filled cells that differ from all others.
    Unique { share: f64 },
    /// Share of rows that hold a value.
    Filled { share: f64 },
    /// Share of filled cells that were read as dates.
    Dates { share: f64 },
    /// Share of filled cells that were read as numbers.
    Numbers { share: f64 },
    /// How many distinct values.
    Distinct { count: u64 },
    /// Some values say won or lost.
    OutcomeWords,
    /// No other column holds a starting date.
    OnlyDate,
    /// Its numbers are as large as money, and too large to count records.
    LargeAsMoney,
    /// Share of this column's rows whose value is a key of the other file (or the other way round
    /// for a key column).
    MeetsColumn { file: String, column: String, share: f64 },
}

/// A column proposed for a role.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    pub role: Role,
    /// Position of the column.
    pub column: usize,
    pub confidence: f64,
    pub header: Option<HeaderFit>,
    pub evidence: Vec<Evidence>,
}

/// All columns that could play a role, the best first.
pub fn candidates(file: &FileView, words: &[Words]) -> Vec<Fit> {
    let columns = &file.profile.columns;
    let mut fits = Vec::new();
    let is_records = words.iter().any(|w| w.role == Role::ExpectedClose);
    let dated = if is_records { stage_dated::of_file(file) } else { BTreeMap::new() };
    for (i, column) in columns.iter().enumerate() {
        let header = Header::new(&column.header);
        let is_entry =
            dated.contains_key(&i) || super::stage_date::stage_of(&column.header).is_some();
        let exporter = file.profile.exporter.as_ref().map(|e| e.id);
        let writer = exporter.filter(|id| exporter::knows(*id, &column.header));
        for words in words {
            let role = words.role;
            let Some((fit, worth)) = header.fit(words).filter(|_| !is_entry) else { continue };
            if role == Role::Conversions && is_no_lead(file, &header) {
                continue;
            }
            let Some(by_values) = value_fit(role, column, file.profile.rows) else { continue };
            let mut evidence = vec![Evidence::Header(fit)];
            evidence.extend(writer.map(Evidence::Exporter));
            evidence.extend(value_evidence(role, column));
            // Half of the doubt goes where the header is no accident.
            let doubt = (1.0 - worth) * if writer.is_some() { 0.5 } else { 1.0 };
            let confidence = (1.0 - doubt) * by_values;
            fits.push(Fit { role, column: i, confidence, header: Some(fit), evidence });
        }
        fits.extend(without_header(i, column, words).filter(|_| !is_entry));
    }
    outweigh_bare_status(file, &mut fits);
    sort(&mut fits);
    fits
}

/// A column whose values are stages goes before one that is only called “Status” and holds none
/// (active, inactive; open, won, lost).
fn outweigh_bare_status(file: &FileView, fits: &mut [Fit]) {
    let has_stages = |fit: &Fit| file.profile.columns.get(fit.column).is_some_and(holds_stages);
    let called = fits.iter().filter(|f| f.role == Role::Stage && f.header.is_some());
    let Some(best) = called.max_by(|a, b| a.confidence.total_cmp(&b.confidence)) else { return };
    if best.header == Some(HeaderFit::Exact) || has_stages(best) {
        return;
    }
    let above = (best.confidence + 0.01).min(1.0);
    let by_values = fits.iter_mut().filter(|f| f.role == Role::Stage && f.header.is_none());
    for fit in by_values.filter(|f| has_stages(f)) {
        fit.confidence = fit.confidence.max(above);
    }
}

/// Whether at least two values are stages on the way to the end.
fn holds_stages(column: &ColumnProfile) -> bool {
    let is_stage =
        |value: &str| stage_words::rank(value).is_some() && stage_outcome::outcome(value).is_none();
    column.top.iter().filter(|(value, _)| is_stage(value)).count() >= 2
}

/// Whether a column of results counts something else than leads, or several things at once: the
/// column beside it says what a result is.
fn is_no_lead(file: &FileView, header: &Header) -> bool {
    const RESULTS: &str = "results|result|результат(ы)|результаты|результат|αποτελεσματα";
    const SAYS: &str = "result indicator|result type|индикатор результата|тип результата";
    let is_lead = |kind: &str| ["lead", "лид", "заявк"].iter().any(|w| kind.contains(w));
    let says = file.profile.columns.iter().find(|c| Header::new(&c.header).is_any(SAYS));
    header.is_any(RESULTS)
        && says.is_some_and(|c| !c.top.iter().all(|(kind, _)| is_lead(&kind.to_lowercase())))
}

/// Best first; ties go to the column further left, then to the role that is named first.
pub(super) fn sort(fits: &mut [Fit]) {
    fits.sort_by(|a, b| {
        let by_confidence = b.confidence.total_cmp(&a.confidence);
        by_confidence.then(a.column.cmp(&b.column)).then(a.role.cmp(&b.role))
    });
}

/// Gives each role its best column that no better pair has taken.
pub fn assign(fits: &[Fit]) -> Vec<Fit> {
    let mut taken: Vec<Fit> = Vec::new();
    for fit in fits.iter().filter(|f| f.confidence >= LEAST_CONFIDENCE) {
        if taken.iter().all(|t| t.role != fit.role && t.column != fit.column) {
            taken.push(fit.clone());
        }
    }
    taken
}

/// A column of stage values under a header that says nothing.
fn without_header(i: usize, column: &ColumnProfile, words: &[Words]) -> Option<Fit> {
    let wants_stage = words.iter().any(|w| w.role == Role::Stage);
    let both = |o| column.top.iter().any(|(value, _)| stage_outcome::outcome(value) == Some(o));
    let few =
        column.kind == T::Text && column.distinct <= 30 && column.distinct * 3 < column.filled;
    if !wants_stage || !few || !both(Outcome::Won) || !both(Outcome::Lost) {
        return None;
    }
    let mut evidence = vec![Evidence::OutcomeWords];
    evidence.push(Evidence::Distinct { count: column.distinct });
    Some(Fit { role: Role::Stage, column: i, confidence: 0.5, header: None, evidence })
}

/// How the values fit a role, 0 to 1; `None` where they can't be it.
pub fn value_fit(role: Role, column: &ColumnProfile, rows: u64) -> Option<f64> {
    if column.filled == 0 {
        // An empty column may fill next month; it never wins over one with values.
        return (!matches!(role, Role::RecordId | Role::Key | Role::Outcome)).then_some(0.5);
    }
    let filled = column.filled as f64 / rows.max(1) as f64;
    let unique = column.distinct as f64 / column.filled as f64;
    let is_number = matches!(column.kind, T::Integer | T::Decimal | T::Money);
    let is_date = matches!(column.kind, T::Day | T::Moment);
    let is_text = matches!(column.kind, T::Text);
    match role {
        Role::RecordId => (unique >= 0.5 && filled >= 0.5 && !is_date)
            .then_some(if unique >= 0.9 { 1.0 } else { 0.7 }),
        Role::Amount | Role::Spend | Role::Impressions | Role::Clicks | Role::Conversions => {
            is_number.then_some(1.0)
        }
        Role::Created | Role::Closed | Role::ExpectedClose | Role::Modified | Role::Date => {
            is_date.then_some(1.0)
        }
        Role::Stage => {
            let few = column.distinct <= MOST_STAGES && (unique <= 0.5 || column.filled < 40);
            let any = column.top.iter().any(|(value, _)| stage_outcome::outcome(value).is_some());
            match column.kind {
                T::Text if few && any => Some(1.0),
                T::Text if few => Some(if holds_stages(column) { 0.98 } else { 0.95 }),
                T::Integer if few && column.distinct <= 30 => Some(0.45),
                _ => None,
            }
        }
        Role::Outcome => {
            let any = column.top.iter().any(|(value, _)| outcome_value(value).is_some());
            (is_text && any && column.distinct <= 20).then_some(1.0)
        }
        Role::Quantity | Role::Probability => is_number_or_percent(column.kind).then_some(1.0),
        Role::Score
        | Role::Target
        | Role::Visits
        | Role::Visitors
        | Role::Rate
        | Role::PlannedRevenue
        | Role::PlannedWon
        | Role::PlannedLeads => is_number.then_some(1.0),
        Role::Duration => (is_number || is_text || column.kind == T::Time).then_some(1.0),
        Role::Record | Role::Lead => (is_text || column.kind == T::Integer).then_some(1.0),
        Role::Currency => (is_text && column.distinct <= 60).then_some(1.0),
        Role::UtmCampaign | Role::Campaign => (is_text || is_number).then_some(1.0),
        role if CLICK_ROLES.contains(&role) => (is_text || is_number).then_some(1.0),
        Role::CampaignId | Role::Key => (is_text || is_number).then_some(1.0),
        Role::Owner | Role::Account | Role::Product | Role::Person => {
            if is_text {
                Some(1.0)
            } else {
                (column.kind == T::Integer).then_some(0.5)
            }
        }
        _ => is_text.then_some(1.0),
    }
}

fn is_number_or_percent(kind: T) -> bool {
    matches!(kind, T::Integer | T::Decimal | T::Percent)
}

/// Won or lost in an outcome column, where Bitrix24's letters `S` and `F` count as well.
pub fn outcome_value(value: &str) -> Option<Outcome> {
    match value.trim() {
        "S" => Some(Outcome::Won),
        "F" => Some(Outcome::Lost),
        other => stage_outcome::outcome(other),
    }
}

/// What the values say for a role, in numbers.
pub fn value_evidence(role: Role, column: &ColumnProfile) -> Vec<Evidence> {
    let of_filled = |n: u64| n as f64 / (column.filled + column.unread).max(1) as f64;
    let rows = (column.filled + column.unread + column.missing).max(1) as f64;
    let filled = Evidence::Filled { share: column.filled as f64 / rows };
    match role {
        Role::RecordId | Role::Key => {
            let share = column.distinct as f64 / column.filled.max(1) as f64;
            vec![Evidence::Unique { share: share.min(1.0) }, filled]
        }
        Role::Created | Role::Closed | Role::ExpectedClose | Role::Modified | Role::Date => {
            vec![Evidence::Dates { share: of_filled(column.filled) }, filled]
        }
        Role::Amount | Role::Spend | Role::Impressions | Role::Clicks | Role::Conversions => {
            vec![Evidence::Numbers { share: of_filled(column.filled) }, filled]
        }
        Role::Stage | Role::Outcome => {
            let any = column.top.iter().any(|(value, _)| outcome_value(value).is_some());
            let words = any.then_some(Evidence::OutcomeWords);
            [Evidence::Distinct { count: column.distinct }].into_iter().chain(words).collect()
        }
        _ => vec![Evidence::Distinct { count: column.distinct }, filled],
    }
}
